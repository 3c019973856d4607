// Periods as the law counts them. Every example has a calendar at hand that a reader can check.
#include "calendar/calendar.hpp"

#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

namespace {

constexpr Period days(int n) {
    return {n, Unit::days};
}
constexpr Period working(int n) {
    return {n, Unit::working_days};
}
constexpr Period months(int n) {
    return {n, Unit::months};
}
constexpr Period years(int n) {
    return {n, Unit::years};
}
constexpr Period weeks(int n) {
    return {n, Unit::weeks};
}

/// The day found, which must be known.
base::Day known(DayResult result) {
    REQUIRE(result.missing_year == 0);
    return result.day;
}
base::Day posted_until(const char* start, Period period, Profile profile = Profile::civil_code) {
    return known(posting_complete_on(built_in(), day(start), period, profile));
}
base::Day due(const char* from, Period period, Profile profile = Profile::civil_code) {
    return known(last_day_within(built_in(), day(from), period, profile));
}
base::Day notice_by(const char* event, Period period, Profile profile) {
    return known(latest_notice_day(built_in(), day(event), period, profile));
}
std::int32_t exact(Count count) {
    REQUIRE(count.exact());
    return count.low;
}
std::int32_t posted(const char* start, const char* through, Unit unit, Profile profile = Profile::civil_code) {
    return exact(posted_days(built_in(), day(start), day(through), unit, profile));
}
std::int32_t before(const char* notice, const char* event, Unit unit, Profile profile) {
    return exact(days_before(built_in(), day(notice), day(event), unit, profile));
}

}  // namespace

TEST_CASE("a posting of working days crosses Mid-Autumn and National Day with their make-up days", "[period]") {
    CHECK(posted_until("2024-09-13", working(20)) == day("2024-10-17"));
    CHECK(posted_until("2024-09-13", working(20), Profile::first_day_counted) == day("2024-10-16"));
    CHECK(posted("2024-09-13", "2024-10-16", Unit::working_days) == 19);
    CHECK(posted("2024-09-13", "2024-10-17", Unit::working_days) == 20);
    CHECK(posted("2024-09-13", "2024-10-18", Unit::working_days) == 21);
    CHECK(posted("2024-09-13", "2024-10-16", Unit::working_days, Profile::first_day_counted) == 20);
}

TEST_CASE("a posting of working days may end on a Sunday that is worked", "[period]") {
    CHECK(posted_until("2025-01-20", working(5)) == day("2025-01-26"));
    CHECK(posted_until("2025-01-20", working(5), Profile::first_day_counted) == day("2025-01-24"));
    CHECK(posted_until("2025-01-20", working(20)) == day("2025-02-21"));
    CHECK(posted_until("2025-01-20", working(20), Profile::first_day_counted) == day("2025-02-20"));
}

TEST_CASE("the last day for acting moves past the whole break, the last day of a posting does not move", "[period]") {
    CHECK(posted_until("2024-09-01", days(30)) == day("2024-10-01"));
    CHECK(due("2024-09-01", days(30)) == day("2024-10-08"));
    CHECK(due("2024-09-01", days(30), Profile::no_roll) == day("2024-10-01"));
    CHECK(due("2024-09-01", days(29)) == day("2024-09-30"));
    CHECK(due("2020-09-01", days(30)) == day("2020-10-09"));
}

TEST_CASE("a last day on a worked Sunday stays, on a weekend it moves to Monday", "[period]") {
    CHECK(due("2024-04-13", days(15)) == day("2024-04-28"));
    CHECK(due("2024-03-08", days(14)) == day("2024-03-22"));  // Friday
    CHECK(due("2024-03-08", days(15)) == day("2024-03-25"));  // Saturday
    CHECK(due("2024-03-08", days(16)) == day("2024-03-25"));  // Sunday
    CHECK(due("2024-03-08", days(17)) == day("2024-03-25"));  // Monday
    CHECK(due("2024-03-08", days(15), Profile::first_day_counted) == day("2024-03-22"));
    CHECK(due("2024-03-08", days(16), Profile::first_day_counted) == day("2024-03-25"));
}

TEST_CASE("days off in the middle of a period of days add nothing", "[period]") {
    CHECK(due("2024-09-25", days(15)) == day("2024-10-10"));
}

TEST_CASE("working days never roll, whatever the profile", "[period]") {
    for (const auto profile : {Profile::civil_code, Profile::no_roll, Profile::clear_days}) {
        CHECK(due("2025-01-20", working(5), profile) == day("2025-01-26"));
        CHECK(due("2024-09-30", working(1), profile) == day("2024-10-08"));
    }
    CHECK(due("2024-09-28", working(6)) == day("2024-10-11"));
    CHECK(due("2024-09-28", working(7)) == day("2024-10-12"));  // a worked Saturday
    CHECK(due("2024-10-05", working(1)) == day("2024-10-08"));
    CHECK(due("2024-10-05", working(1), Profile::first_day_counted) == day("2024-10-08"));
    CHECK(due("2024-10-08", working(1), Profile::first_day_counted) == day("2024-10-08"));
}

TEST_CASE("months end on the corresponding day, or on the month's last", "[period]") {
    CHECK(add_months(day("2024-01-31"), 1) == day("2024-02-29"));
    CHECK(add_months(day("2023-01-31"), 1) == day("2023-02-28"));
    CHECK(add_months(day("2024-01-29"), 1) == day("2024-02-29"));
    CHECK(add_months(day("2024-01-30"), 1) == day("2024-02-29"));
    CHECK(add_months(day("2024-02-29"), 1) == day("2024-03-29"));
    CHECK(add_months(day("2024-02-29"), 12) == day("2025-02-28"));
    CHECK(add_months(day("2024-02-29"), 48) == day("2028-02-29"));
    CHECK(add_months(day("2024-03-31"), -1) == day("2024-02-29"));
    CHECK(add_months(day("2024-01-15"), -1) == day("2023-12-15"));
    CHECK(add_months(day("2024-12-15"), 1) == day("2025-01-15"));
    CHECK(add_months(day("2024-06-10"), 0) == day("2024-06-10"));
    CHECK(add_months(day("2024-10-31"), -20) == day("2023-02-28"));
    CHECK(posted_until("2024-01-31", months(1)) == day("2024-02-29"));
    CHECK(posted_until("2023-08-31", months(6)) == day("2024-02-29"));
    CHECK(posted_until("2024-02-29", years(1)) == day("2025-02-28"));
    CHECK(posted_until("2020-02-29", years(4)) == day("2024-02-29"));
}

TEST_CASE("months and years for acting roll, terms and postings do not", "[period]") {
    CHECK(due("2024-03-14", months(2)) == day("2024-05-14"));
    CHECK(due("2024-03-01", months(2)) == day("2024-05-06"));  // 1 to 5 May off
    CHECK(due("2023-06-15", years(1)) == day("2024-06-17"));   // Saturday
    CHECK(posted_until("2023-06-15", years(1)) == day("2024-06-15"));
    CHECK(posted_until("2021-06-16", years(3)) == day("2024-06-16"));
}

TEST_CASE("with the first day counted months end before the corresponding day", "[period]") {
    CHECK(posted_until("2024-03-01", months(1), Profile::first_day_counted) == day("2024-03-31"));
    CHECK(posted_until("2024-03-15", months(1), Profile::first_day_counted) == day("2024-04-14"));
    CHECK(posted_until("2024-01-30", months(1), Profile::first_day_counted) == day("2024-02-29"));
    CHECK(posted_until("2024-01-31", months(1), Profile::first_day_counted) == day("2024-02-29"));
    CHECK(posted_until("2024-03-01", years(3), Profile::first_day_counted) == day("2027-02-28"));
}

TEST_CASE("weeks are seven days", "[period]") {
    CHECK(posted_until("2024-03-01", weeks(2)) == day("2024-03-15"));
    CHECK(posted_until("2024-03-01", weeks(2), Profile::first_day_counted) == day("2024-03-14"));
    CHECK(posted("2024-03-01", "2024-03-14", Unit::weeks) == 1);
    CHECK(posted("2024-03-01", "2024-03-15", Unit::weeks) == 2);
    CHECK(due("2024-03-02", weeks(1)) == day("2024-03-11"));
}

TEST_CASE("the day of posting counts for nothing unless the profile counts it", "[period]") {
    CHECK(posted("2024-03-01", "2024-03-01", Unit::days) == 0);
    CHECK(posted("2024-03-01", "2024-03-01", Unit::days, Profile::first_day_counted) == 1);
    CHECK(posted("2024-03-01", "2024-02-29", Unit::days) == 0);
    CHECK(posted("2024-03-01", "2024-02-20", Unit::days, Profile::first_day_counted) == 0);
    CHECK(posted("2024-03-01", "2024-03-15", Unit::days) == 14);
    CHECK(posted("2024-03-01", "2024-03-16", Unit::days) == 15);
    CHECK(posted("2024-03-01", "2024-03-17", Unit::days) == 16);
    CHECK(posted_until("2024-03-01", days(15)) == day("2024-03-16"));
    CHECK(posted_until("2024-03-01", days(15), Profile::first_day_counted) == day("2024-03-15"));
}

TEST_CASE("months posted are the whole ones", "[period]") {
    CHECK(posted("2024-01-31", "2024-02-28", Unit::months) == 0);
    CHECK(posted("2024-01-31", "2024-02-29", Unit::months) == 1);
    CHECK(posted("2024-01-31", "2024-03-30", Unit::months) == 1);
    CHECK(posted("2024-01-31", "2024-03-31", Unit::months) == 2);
    CHECK(posted("2024-03-01", "2024-03-31", Unit::months, Profile::first_day_counted) == 1);
    CHECK(posted("2024-03-01", "2024-03-30", Unit::months, Profile::first_day_counted) == 0);
    CHECK(posted("2024-02-29", "2025-02-27", Unit::years) == 0);
    CHECK(posted("2024-02-29", "2025-02-28", Unit::years) == 1);
}

TEST_CASE("clear days before an event count neither end", "[period]") {
    CHECK(notice_by("2024-10-12", working(5), Profile::clear_days) == day("2024-09-29"));
    CHECK(before("2024-09-28", "2024-10-12", Unit::working_days, Profile::clear_days) == 6);
    CHECK(before("2024-09-29", "2024-10-12", Unit::working_days, Profile::clear_days) == 5);
    CHECK(before("2024-09-30", "2024-10-12", Unit::working_days, Profile::clear_days) == 4);
    CHECK(before("2024-03-01", "2024-03-12", Unit::days, Profile::clear_days) == 10);
    CHECK(before("2024-03-02", "2024-03-12", Unit::days, Profile::clear_days) == 9);
    CHECK(notice_by("2024-03-12", days(10), Profile::clear_days) == day("2024-03-01"));
    CHECK(before("2024-03-11", "2024-03-12", Unit::days, Profile::clear_days) == 0);
}

TEST_CASE("elapsed days before an event count the event's day", "[period]") {
    for (const auto profile : {Profile::civil_code, Profile::no_roll, Profile::first_day_counted}) {
        CHECK(before("2024-03-02", "2024-03-12", Unit::days, profile) == 10);
        CHECK(before("2024-03-03", "2024-03-12", Unit::days, profile) == 9);
        CHECK(notice_by("2024-03-12", days(10), profile) == day("2024-03-02"));
        CHECK(before("2024-09-30", "2024-10-12", Unit::working_days, profile) == 5);
        CHECK(notice_by("2024-10-12", working(5), profile) == day("2024-10-07"));
    }
    CHECK(notice_by("2024-05-20", days(20), Profile::civil_code) == day("2024-04-30"));
}

TEST_CASE("counting back nothing rolls and any day off may be the day of the notice", "[period]") {
    // The working day counted is Tuesday, 8 October; the notice may still be given on the last day of the break.
    CHECK(notice_by("2024-10-08", working(1), Profile::civil_code) == day("2024-10-07"));
    CHECK(before("2024-10-07", "2024-10-08", Unit::working_days, Profile::civil_code) == 1);
    CHECK(before("2024-10-08", "2024-10-08", Unit::working_days, Profile::civil_code) == 0);
    CHECK(notice_by("2024-10-08", working(1), Profile::clear_days) == day("2024-09-29"));
    CHECK(notice_by("2024-03-17", days(7), Profile::civil_code) == day("2024-03-10"));  // both Sundays
}

TEST_CASE("a notice after the event is no notice before it", "[period]") {
    for (const auto profile : {Profile::civil_code, Profile::clear_days}) {
        for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years}) {
            CHECK(before("2024-03-12", "2024-03-12", unit, profile) == 0);
            CHECK(before("2024-05-13", "2024-03-12", unit, profile) == 0);
        }
    }
}

TEST_CASE("weeks and months before an event", "[period]") {
    CHECK(notice_by("2024-03-31", months(1), Profile::civil_code) == day("2024-02-29"));
    CHECK(notice_by("2024-03-31", months(1), Profile::clear_days) == day("2024-02-28"));
    CHECK(before("2024-02-29", "2024-03-31", Unit::months, Profile::civil_code) == 1);
    CHECK(before("2024-03-01", "2024-03-31", Unit::months, Profile::civil_code) == 0);
    CHECK(before("2024-02-29", "2024-03-31", Unit::months, Profile::clear_days) == 0);
    CHECK(notice_by("2024-03-15", weeks(2), Profile::civil_code) == day("2024-03-01"));
    CHECK(before("2024-03-01", "2024-03-15", Unit::weeks, Profile::civil_code) == 2);
    CHECK(before("2024-03-01", "2024-03-15", Unit::weeks, Profile::clear_days) == 1);
}

TEST_CASE("a period of nothing ends where it begins", "[period]") {
    for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years}) {
        for (const auto profile : {Profile::civil_code, Profile::first_day_counted, Profile::clear_days}) {
            for (const int amount : {0, -1, std::numeric_limits<int>::min()}) {
                CHECK(posted_until("2024-10-02", {amount, unit}, profile) == day("2024-10-02"));
                CHECK(notice_by("2024-10-02", {amount, unit}, profile) == day("2024-10-02"));
            }
        }
    }
}

TEST_CASE("periods beyond all dates are far away and overflow nothing", "[period]") {
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    const auto far = day("2199-12-31");
    for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years}) {
        for (const auto profile : {Profile::civil_code, Profile::no_roll, Profile::first_day_counted, Profile::clear_days}) {
            const Period period{most, unit};
            CHECK(posting_complete_on(built_in(), far, period, profile).day > far);
            CHECK(last_day_within(built_in(), far, period, profile).day > far);
            CHECK(latest_notice_day(built_in(), day("1900-01-01"), period, profile).day < day("1900-01-01"));
        }
    }
    CHECK(add_months(far, most) > far);
    CHECK(add_months(far, std::numeric_limits<std::int32_t>::min()) < day("1900-01-01"));
    CHECK(add_months(far, 2) == base::to_day({2200, 2, 28}));
    CHECK(posted_until("2199-12-31", years(10000)) == base::to_day({12199, 12, 31}));
    const auto all = posted_days(built_in(), day("1900-01-01"), far, Unit::days, Profile::first_day_counted);
    CHECK(exact(all) == 300 * 365 + 73);
}

TEST_CASE("each statute says which days are working days, and touches no other unit", "[period]") {
    struct Row {
        Profile profile;
        std::vector<std::int32_t> working, plain;
    };
    const Row rows[] = {{Profile::licence_law, {1, 2, 20, 45}, {}},         {Profile::penalty_law, {2, 3, 5, 7}, {1, 4, 6, 8, 15, 90}},
                        {Profile::compulsion_law, {1, 3, 9, 10}, {11, 30}}, {Profile::review_law, {3, 5, 7, 10}, {2, 4, 6, 8, 9, 11, 60}},
                        {Profile::civil_code, {}, {1, 2, 3, 5, 7, 10}},     {Profile::roll_all, {}, {1, 2, 3, 5, 7, 10}}};
    for (const auto& row : rows) {
        for (const auto n : row.working) CHECK(calendar::under(row.profile, days(n)) == working(n));
        for (const auto n : row.plain) CHECK(calendar::under(row.profile, days(n)) == days(n));
        for (const auto unit : {Unit::working_days, Unit::weeks, Unit::months, Unit::years})
            CHECK(calendar::under(row.profile, {3, unit}) == calendar::Period{3, unit});
    }
}

TEST_CASE("a posting of the cautious reading is complete on a working day", "[period]") {
    CHECK(posted_until("2024-03-08", days(14), Profile::roll_all) == day("2024-03-22"));  // Friday
    CHECK(posted_until("2024-03-08", days(15), Profile::roll_all) == day("2024-03-25"));  // Saturday
    CHECK(posted_until("2024-03-08", days(16), Profile::roll_all) == day("2024-03-25"));  // Sunday
    CHECK(posted_until("2024-03-08", days(17), Profile::roll_all) == day("2024-03-25"));
    CHECK(posted_until("2024-09-01", days(30), Profile::roll_all) == day("2024-10-08"));  // past the whole break
    CHECK(posted_until("2024-03-09", {1, Unit::weeks}, Profile::roll_all) == day("2024-03-18"));
    CHECK(posted_until("2024-02-09", {1, Unit::months}, Profile::roll_all) == day("2024-03-11"));
    CHECK(posted_until("2025-01-20", working(5), Profile::roll_all) == day("2025-01-26"));  // a worked Sunday
    CHECK(due("2024-03-08", days(15), Profile::roll_all) == day("2024-03-25"));
    CHECK_FALSE(posting_complete_on(built_in(), day("2026-12-01"), days(40), Profile::roll_all).known());
}
