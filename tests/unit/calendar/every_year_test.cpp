// Every covered year against a reading of the data file that shares nothing with the library.
#include <random>

#include "calendar/calendar.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"
#include "support/plain_calendar.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;
using guicheng::test::plain_days;

namespace {

base::Day base_day(std::size_t index) {
    return day("2007-01-01") + static_cast<std::int32_t>(index);
}

}  // namespace

TEST_CASE("every day of every year is worked or not as the data file says", "[calendar][every-year]") {
    const auto& days = plain_days();
    REQUIRE(days.size() == 7305);
    std::size_t named = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto found = base_day(i);
        INFO(days[i].text);
        if (base::iso(found) != days[i].text) FAIL("the date");
        if (is_working(built_in().kind(found)) != days[i].works) FAIL("worked or not");
        const auto reason = built_in().reason(found);
        if (reason.kind != built_in().kind(found)) FAIL("the reason is another one");
        if (days[i].named && reason.notice.empty()) FAIL("no notice");
        if ((reason.kind == DayKind::holiday) == reason.name.empty()) FAIL("name of the break");
        named += days[i].named ? 1 : 0;
    }
    CHECK(named > 600);
}

TEST_CASE("from every day of every year, working days are counted as a walk counts them", "[calendar][every-year]") {
    const auto& days = plain_days();
    // n-th working day after and before, and counts between: each by stepping through the plain days.
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto from = base_day(i);
        std::int32_t n = 0;
        for (std::size_t k = i + 1; k < days.size() && n < 25; ++k) {
            n += days[k].works ? 1 : 0;
            const auto count = built_in().working_days(from, base_day(k));
            if (count.low != n || count.high != n) FAIL("count " << days[i].text << " to " << days[k].text);
            if (!days[k].works) continue;
            const auto after = built_in().nth_working_day_after(from, n);
            if (!after.known() || after.day != base_day(k)) FAIL("after " << days[i].text << " n=" << n);
        }
        n = 0;
        for (std::size_t k = i; k-- > 0 && n < 25;) {
            if (!days[k].works) continue;
            const auto before = built_in().nth_working_day_before(from, ++n);
            if (!before.known() || before.day != base_day(k)) FAIL("before " << days[i].text << " n=" << n);
        }
    }
    SUCCEED();
}

TEST_CASE("counts over many years are the walk's", "[calendar][every-year]") {
    const auto& days = plain_days();
    std::int32_t n = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        n += days[i].works ? 1 : 0;
        const auto count = built_in().working_days(day("2006-12-31"), base_day(i));
        if (count.low != n || count.high != n) FAIL("count through " << days[i].text);
        if (days[i].works && built_in().nth_working_day_after(day("2006-12-31"), n).day != base_day(i)) FAIL("n=" << n);
    }
    CHECK(built_in().nth_working_day_before(day("2027-01-01"), n).day == day("2007-01-04"));
}

TEST_CASE("adding and counting are each other's inverse, forward and back", "[calendar][property]") {
    std::mt19937 engine{20240913};
    std::uniform_int_distribution<std::int32_t> a_day(day("2007-01-01").number, day("2024-12-31").number);
    std::uniform_int_distribution<std::int32_t> a_number(1, 400);
    for (int i = 0; i < 20000; ++i) {
        const base::Day from{a_day(engine)};
        const auto n = a_number(engine);
        INFO(base::iso(from) << " n=" << n);
        const auto found = built_in().nth_working_day_after(from, n);
        if (!found.known()) FAIL("a known year is unknown");
        if (built_in().working_days(from, found.day).low != n) FAIL("counting what was added");
        if (!is_working(built_in().kind(found.day))) FAIL("the n-th working day is worked");
        if (built_in().nth_working_day_after(from, n + 1).day <= found.day) FAIL("monotone in n");
        if (built_in().nth_working_day_after(from + 1, n).day < found.day) FAIL("monotone in the day");
        const auto split = n / 2;
        const auto half = built_in().nth_working_day_after(from, split).day;
        if (built_in().nth_working_day_after(half, n - split).day != found.day) FAIL("n is added in two parts");
        // The n-th working day before the day after the n-th one is the first one counted.
        const auto back = built_in().nth_working_day_before(found.day + 1, n);
        if (back.known() && back.day != built_in().nth_working_day_after(from, 1).day) FAIL("back again");
        const auto rolled = built_in().roll_forward(from);
        if (built_in().roll_forward(rolled.day).day != rolled.day || rolled.day < from) FAIL("rolling twice");
        const auto notice = latest_notice_day(built_in(), found.day, {n, Unit::working_days}, Profile::civil_code);
        if (notice.known() && days_before(built_in(), notice.day, found.day, Unit::working_days, Profile::civil_code).low != n)
            FAIL("notice");
        if (notice.known() && notice.day < from) FAIL("the latest notice lies before a notice that is in time");
    }
    SUCCEED();
}

TEST_CASE("the edges of Spring Festival and National Day, year by year", "[calendar][edges]") {
    struct Edge {
        const char* last_before;  // last working day before the break
        const char* first_after;  // first working day after it
    };
    for (const auto& [before, after] : std::initializer_list<Edge>{{"2024-02-09", "2024-02-18"},
                                                                   {"2025-01-27", "2025-02-05"},
                                                                   {"2026-02-14", "2026-02-24"},
                                                                   {"2023-01-20", "2023-01-28"},
                                                                   {"2020-01-23", "2020-02-03"},
                                                                   {"2024-09-30", "2024-10-08"},
                                                                   {"2025-09-30", "2025-10-09"},
                                                                   {"2023-09-28", "2023-10-07"},
                                                                   {"2020-09-30", "2020-10-09"}}) {
        CAPTURE(before, after);
        CHECK(built_in().nth_working_day_after(day(before), 1).day == day(after));
        CHECK(built_in().nth_working_day_before(day(after), 1).day == day(before));
        CHECK(built_in().roll_forward(day(before) + 1).day == day(after));
        CHECK(built_in().roll_forward(day(after) - 1).day == day(after));
        CHECK(built_in().roll_forward(day(before)).day == day(before));
        CHECK(built_in().working_days(day(before), day(after) - 1).low == 0);
        CHECK(built_in().working_days(day(before), day(after)).low == 1);
        CHECK(built_in().working_days(day(before) - 1, day(after)).low == 2);
    }
}

TEST_CASE("leap days, month ends and year ends", "[calendar][edges]") {
    CHECK(add_months(day("2024-02-29"), 12) == day("2025-02-28"));
    CHECK(add_months(day("2024-02-29"), 48) == day("2028-02-29"));
    CHECK(add_months(day("2023-02-28"), 12) == day("2024-02-28"));
    CHECK(add_months(day("2024-01-31"), 1) == day("2024-02-29"));
    CHECK(add_months(day("2023-01-31"), 1) == day("2023-02-28"));
    CHECK(add_months(day("2100-01-31"), 1) == day("2100-02-28"));
    CHECK(add_months(day("2024-12-31"), -1) == day("2024-11-30"));
    CHECK(add_months(day("2024-03-31"), -13) == day("2023-02-28"));
    CHECK(built_in().working_days(day("2023-12-29"), day("2024-01-02")).low == 1);
    CHECK(built_in().nth_working_day_after(day("2024-12-31"), 1).day == day("2025-01-02"));
    CHECK(built_in().nth_working_day_before(day("2025-01-02"), 1).day == day("2024-12-31"));
    CHECK(built_in().nth_working_day_after(day("2024-02-28"), 1).day == day("2024-02-29"));
}

TEST_CASE("a look-up of any distance costs the same", "[calendar][cost]") {
    // Ten million look-ups over nineteen years; a walk would take some fifty thousand million steps and not end within the test's time.
    std::int64_t sum = 0;
    for (std::int32_t i = 0; i < 5'000'000; ++i) {
        const auto from = day("2007-01-01") + i % 300;
        sum += built_in().working_days(from, day("2026-12-31")).low;
        sum += built_in().nth_working_day_before(day("2026-12-31"), 4700 + i % 100).day.number;
    }
    CHECK(sum > 0);
}
