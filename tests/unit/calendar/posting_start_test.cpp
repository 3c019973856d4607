// The last day on which a posting may begin.
#include "calendar/calendar.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"

namespace {

using namespace guicheng;
using calendar::Period;
using calendar::Profile;
using calendar::Unit;
using test::day;

}  // namespace

TEST_CASE("begun on the last day a posting is complete in time, begun a day later it is not", "[calendar]") {
    const auto& built_in = calendar::built_in();
    for (const auto profile : {Profile::civil_code, Profile::first_day_counted, Profile::roll_all, Profile::licence_law})
        for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years})
            for (const std::int32_t amount : {1, 2, 7, 20})
                for (auto before = day("2023-12-25"); before < day("2024-11-01"); before = before + 3) {
                    if (unit == Unit::years && amount > 7) continue;
                    const Period period{amount, unit};
                    const auto start = calendar::latest_posting_start(built_in, before, period, profile);
                    INFO(base::iso(before) << ' ' << amount << ' ' << static_cast<int>(unit) << ' ' << static_cast<int>(profile));
                    REQUIRE(start.known());
                    REQUIRE(calendar::posting_complete_on(built_in, start.day, period, profile).day < before);
                    REQUIRE(calendar::posting_complete_on(built_in, start.day + 1, period, profile).day >= before);
                }
}

TEST_CASE("where a year is not covered the last day to begin a posting is the latest that it can be", "[calendar]") {
    const auto start =
        calendar::latest_posting_start(calendar::built_in(), day("2027-01-08"), {5, Unit::working_days}, Profile::civil_code);
    CHECK(start.missing_year == 2027);
}

TEST_CASE("a posting of no length may begin on the day before", "[calendar]") {
    CHECK(calendar::latest_posting_start(calendar::built_in(), day("2024-03-08"), {0, Unit::days}, Profile::civil_code).day ==
          day("2024-03-07"));
}

TEST_CASE("begun on the first day a time limit runs long enough, begun a day sooner it does not", "[calendar]") {
    const auto& built_in = calendar::built_in();
    for (const auto profile : {Profile::civil_code, Profile::first_day_counted, Profile::roll_all, Profile::licence_law})
        for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months})
            for (const std::int32_t amount : {1, 2, 7, 20})
                for (auto last = day("2023-12-25"); last < day("2024-11-01"); last = last + 3) {
                    const Period period{amount, unit};
                    const auto start = calendar::earliest_limit_start(built_in, last, period, profile);
                    INFO(base::iso(last) << ' ' << amount << ' ' << static_cast<int>(unit) << ' ' << static_cast<int>(profile));
                    REQUIRE(start.known());
                    REQUIRE(calendar::last_day_within(built_in, start.day, period, profile).day >= last);
                    REQUIRE(calendar::last_day_within(built_in, start.day - 1, period, profile).day < last);
                }
}

TEST_CASE("where a year is not covered the first day of a time limit is not known", "[calendar]") {
    const auto start =
        calendar::earliest_limit_start(calendar::built_in(), day("2027-01-08"), {5, Unit::working_days}, Profile::civil_code);
    CHECK(start.missing_year == 2027);
}
