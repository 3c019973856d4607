// Every look-up against a walk from day to day that shares nothing with the tables but the lists of the years.
#include <optional>
#include <random>
#include <set>

#include "calendar/calendar.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using base::Day;
using guicheng::test::day;

namespace {

/// How the days of years that are not covered are taken.
enum class Unknown { worked, off, mixed };

class Walk {
public:
    explicit Walk(const Calendar& calendar) : calendar_(calendar) {
        for (int year = 2000; year <= 2040; ++year) {
            const auto* found = calendar.year(year);
            if (found == nullptr) continue;
            covered_.insert(year);
            for (const auto& holiday : found->holidays) off_.insert(holiday.day);
            worked_.insert(found->make_up_days.begin(), found->make_up_days.end());
        }
    }
    bool covers(Day d) const { return covered_.contains(base::to_civil(d).year); }

    bool works(Day d, Unknown unknown) const {
        if (!covers(d)) return unknown == Unknown::worked || (unknown == Unknown::mixed && d.number % 3 != 0);
        if (worked_.contains(d)) return true;
        return base::weekday(d) < 5 && !off_.contains(d);
    }
    int count(Day after, Day through, Unknown unknown) const {
        int n = 0;
        for (Day d = after + 1; d <= through; d = d + 1) n += works(d, unknown) ? 1 : 0;
        return n;
    }
    /// Nothing where the walk leaves the years that the test looks at.
    std::optional<Day> nth(Day from, int n, int step, Unknown unknown) const {
        Day d = from;
        while (n > 0) {
            d = d + step;
            if (d < day("2000-01-01") || d > day("2040-12-31")) return std::nullopt;
            n -= works(d, unknown) ? 1 : 0;
        }
        return d;
    }
    std::optional<Day> roll(Day d, Unknown unknown) const { return works(d, unknown) ? std::optional(d) : nth(d, 1, 1, unknown); }
    const Calendar& calendar() const { return calendar_; }

private:
    const Calendar& calendar_;
    std::set<int> covered_;
    std::set<Day> off_, worked_;
};

class Draw {
public:
    Day a_day() {
        std::uniform_int_distribution<int> days(day("2006-01-01").number, day("2028-12-31").number);
        return {days(engine_)};
    }
    int a_number(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }

private:
    std::mt19937 engine_{20061228};
};

/// A result is right if it is the answer of every way to take the unknown days, or says unknown where two ways differ.
bool right(DayResult found, std::optional<Day> all_worked, std::optional<Day> all_off, std::optional<Day> mixed) {
    if (found.day != all_worked) return false;  // the certain bound
    return found.known() == (all_off == all_worked && mixed == all_worked);
}

bool nth_is_right(const Walk& walk, Day from, int n, int step) {
    const auto& calendar = walk.calendar();
    const auto found = step > 0 ? calendar.nth_working_day_after(from, n) : calendar.nth_working_day_before(from, n);
    if (!right(found, walk.nth(from, n, step, Unknown::worked), walk.nth(from, n, step, Unknown::off),
               walk.nth(from, n, step, Unknown::mixed))) {
        return false;
    }
    if (found.known()) return true;
    Day d = from + step;
    while (walk.covers(d)) d = d + step;
    return found.missing_year == base::to_civil(d).year;
}

bool count_is_right(const Walk& walk, Day after, Day through) {
    const auto count = walk.calendar().working_days(after, through);
    return count.low == walk.count(after, through, Unknown::off) && count.high == walk.count(after, through, Unknown::worked);
}

bool first_uncovered_is_right(const Walk& walk, Day after, Day through) {
    int wanted = 0;
    for (Day d = after + 1; d <= through && wanted == 0; d = d + 1) wanted = walk.covers(d) ? 0 : base::to_civil(d).year;
    return walk.calendar().first_uncovered(after, through) == wanted;
}

/// The latest day from which the walk still counts n days before the event.
Day latest_notice(const Walk& walk, Day event, int n, bool clear, Unknown unknown) {
    Day notice = event;
    while (walk.count(notice, clear ? event - 1 : event, unknown) < n) notice = notice - 1;
    return notice;
}

Calendar gappy() {
    std::vector<Year> years;
    for (int year = 2007; year <= 2026; ++year) {
        if (year % 3 != 0) years.push_back(*built_in().year(year));
    }
    return Calendar(std::move(years));
}

}  // namespace

TEST_CASE("every look-up agrees with a walk from day to day", "[calendar][naive]") {
    const auto with_gaps = gappy();
    for (const auto* calendar : {&built_in(), &with_gaps}) {
        const Walk walk(*calendar);
        Draw draw;
        for (int i = 0; i < 1000; ++i) {
            const auto from = draw.a_day();
            const auto n = draw.a_number(i % 10 == 0 ? 400 : 40);
            const auto through = from + (draw.a_number(500) - 20);
            INFO(from << " n=" << n << " through " << through);
            const auto kind = calendar->kind(from);
            if (walk.covers(from) != (kind != DayKind::unknown) || walk.works(from, Unknown::off) != is_working(kind)) {
                FAIL("kind");
            }
            if (!nth_is_right(walk, from, n, 1)) FAIL("nth after");
            if (!nth_is_right(walk, from, n, -1)) FAIL("nth before");
            if (!count_is_right(walk, from, through)) FAIL("count");
            if (!first_uncovered_is_right(walk, from, through)) FAIL("first uncovered");
            if (!right(calendar->roll_forward(from), walk.covers(from) ? walk.roll(from, Unknown::worked) : from,
                       walk.roll(from, Unknown::off), walk.roll(from, Unknown::mixed)) &&
                walk.covers(from)) {
                FAIL("roll");
            }
            if (!walk.covers(from) && calendar->roll_forward(from).known()) FAIL("roll in an unknown year");
        }
    }
    SUCCEED();
}

TEST_CASE("the last day for acting agrees with a walk", "[period][naive]") {
    const Walk walk(built_in());
    Draw draw;
    for (int i = 0; i < 1000; ++i) {
        const auto from = draw.a_day();
        const auto n = draw.a_number(60);
        INFO(from << " n=" << n);
        const auto rolled = last_day_within(built_in(), from, {n, Unit::days}, Profile::civil_code);
        if (walk.covers(from + n)) {
            const auto all_worked = walk.roll(from + n, Unknown::worked);
            const auto all_off = walk.roll(from + n, Unknown::off);
            if (!right(rolled, all_worked, all_off, all_off)) FAIL("days");
        } else if (rolled.known()) {
            FAIL("days, unknown");
        }
        const auto working = last_day_within(built_in(), from, {n, Unit::working_days}, Profile::civil_code);
        if (!right(working, walk.nth(from, n, 1, Unknown::worked), walk.nth(from, n, 1, Unknown::off),
                   walk.nth(from, n, 1, Unknown::mixed))) {
            FAIL("working days");
        }
    }
    SUCCEED();
}

TEST_CASE("the latest day for a notice is the last from which enough days are counted", "[period][naive]") {
    const Walk walk(built_in());
    Draw draw;
    for (int i = 0; i < 400; ++i) {
        const auto event = draw.a_day();
        const auto n = 1 + draw.a_number(20);
        for (const auto profile : {Profile::civil_code, Profile::clear_days}) {
            const bool clear = profile == Profile::clear_days;
            INFO(event << " n=" << n << (clear ? " clear" : " elapsed"));
            const auto found = latest_notice_day(built_in(), event, {n, Unit::working_days}, profile);
            if (found.day != latest_notice(walk, event, n, clear, Unknown::worked)) FAIL("latest notice");
            if (!found.known()) continue;
            if (found.day != latest_notice(walk, event, n, clear, Unknown::mixed)) FAIL("known, yet it depends");
            const auto at = days_before(built_in(), found.day, event, Unit::working_days, profile);
            const auto after = days_before(built_in(), found.day + 1, event, Unit::working_days, profile);
            if (at.low < n || after.high >= n) FAIL("boundary");
        }
        const auto plain = latest_notice_day(built_in(), event, {n, Unit::days}, Profile::clear_days);
        if (days_before(built_in(), plain.day, event, Unit::days, Profile::clear_days).low != n) FAIL("clear days");
        if (days_before(built_in(), plain.day + 1, event, Unit::days, Profile::clear_days).low != n - 1) FAIL("clear days, less");
    }
    SUCCEED();
}

TEST_CASE("a posting is complete on the first day on which enough is counted", "[period][naive]") {
    Draw draw;
    for (int i = 0; i < 1000; ++i) {
        const auto start = draw.a_day();
        for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years}) {
            const auto n = 1 + draw.a_number(unit == Unit::years ? 5 : 30);
            for (const auto profile : {Profile::civil_code, Profile::no_roll, Profile::first_day_counted, Profile::clear_days}) {
                const auto end = posting_complete_on(built_in(), start, {n, unit}, profile);
                if (!end.known()) continue;
                INFO(start << " n=" << n << " unit " << static_cast<int>(unit) << " profile " << static_cast<int>(profile));
                if (posted_days(built_in(), start, end.day, unit, profile).low < n) FAIL("not yet complete");
                if (posted_days(built_in(), start, end.day - 1, unit, profile).high >= n) FAIL("complete the day before");
            }
        }
    }
    SUCCEED();
}

TEST_CASE("months later is the same day of the month or the month's last", "[period][naive]") {
    Draw draw;
    for (int i = 0; i < 5000; ++i) {
        const auto from = draw.a_day();
        const auto months = draw.a_number(600) - 300;
        const auto a = base::to_civil(from);
        const auto b = base::to_civil(add_months(from, months));
        INFO(from << " " << months << " months");
        if (b.year * 12 + b.month != a.year * 12 + a.month + months) FAIL("month");
        const bool last = base::to_civil(base::to_day(b) + 1).day == 1;
        if (b.day != a.day && !(b.day < a.day && last)) FAIL("day");
    }
    SUCCEED();
}
