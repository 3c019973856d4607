// Periods whose clock stood still: the last day against a walk over every day.
#include <algorithm>
#include <random>
#include <vector>

#include "calendar/calendar.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

namespace {

bool taken(const std::vector<Pause>& pauses, base::Day d) {
    for (const auto& p : pauses)
        if (p.after < d && d <= p.through) return true;
    return false;
}

/// The n-th counted day that no pause takes out; weeks and more: later by what was taken out before, until it no longer moves.
base::Day walked(base::Day start, Period period, Profile profile, const std::vector<Pause>& pauses) {
    const auto first = profile == Profile::first_day_counted ? start - 1 : start;
    if (period.unit != Unit::days && period.unit != Unit::working_days) {
        const auto plain = end_of_period(built_in(), start, period, profile).day;
        auto end = plain;
        for (;;) {
            auto out = plain;
            for (auto d = first + 1; d <= end; d = d + 1) out = out + (taken(pauses, d) ? 1 : 0);
            if (out == end) return end;
            end = out;
        }
    }
    auto d = first;
    for (int n = 0; n < period.amount;) {
        d = d + 1;
        if (!taken(pauses, d) && (period.unit == Unit::days || is_working(built_in().kind(d)))) ++n;
    }
    return d;
}

}  // namespace

TEST_CASE("the last day of a stopped period is that of a walk over its days", "[period][pauses]") {
    std::mt19937 random(7);
    const auto roll = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 4000; ++round) {
        const auto start = day("2023-01-01") + roll(0, 700);
        std::vector<Pause> pauses;
        for (int i = roll(0, 4); i > 0; --i) {
            const auto after = start + roll(-6, 30);
            pauses.push_back({after, after + roll(0, 12)});
        }
        std::sort(pauses.begin(), pauses.end(), [](const Pause& a, const Pause& b) { return a.after < b.after; });
        const Period period{roll(1, 12), static_cast<Unit>(roll(0, 4))};
        if (period.unit == Unit::years && period.amount > 2) continue;
        const auto profile = roll(0, 1) != 0 ? Profile::civil_code : Profile::first_day_counted;
        const auto end = end_of_period(built_in(), start, period, profile, pauses);
        INFO(base::iso(start) << " " << period.amount << " unit " << static_cast<int>(period.unit));
        CHECK(end.known());
        CHECK(end.day == walked(start, period, profile, pauses));
    }
}

TEST_CASE("a stopped period rolls as any other", "[period][pauses]") {
    // Seven days from Friday 1 March, less Tuesday: Saturday the 9th.
    const std::vector<Pause> pauses{{day("2024-03-04"), day("2024-03-05")}};
    CHECK(last_day_within(built_in(), day("2024-03-01"), {7, Unit::days}, Profile::civil_code, pauses).day == day("2024-03-11"));
    CHECK(last_day_within(built_in(), day("2024-03-01"), {7, Unit::days}, Profile::no_roll, pauses).day == day("2024-03-09"));
}

TEST_CASE("a pause of centuries is one step, and days that no arrangement knows give the earliest day", "[period][pauses]") {
    const std::vector<Pause> centuries{{day("2024-03-04"), day("2199-12-31")}};
    CHECK(end_of_period(built_in(), day("2024-03-01"), {5, Unit::days}, Profile::no_roll, centuries).day > day("2199-12-31"));
    CHECK_FALSE(end_of_period(built_in(), day("2024-03-01"), {5, Unit::working_days}, Profile::no_roll, centuries).known());
    const std::vector<Pause> into_2027{{day("2026-12-29"), day("2027-01-05")}};
    const auto end = end_of_period(built_in(), day("2026-12-28"), {3, Unit::working_days}, Profile::civil_code, into_2027);
    CHECK(end.missing_year == 2027);
    CHECK(end.day == day("2027-01-07"));
}
