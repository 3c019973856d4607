// A year without an arrangement matters only where its days can change the answer.
#include "calendar/calendar.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

namespace {

constexpr auto law = Profile::civil_code;

bool is(DayResult found, base::Day wanted, int missing_year) {
    return found.day == wanted && found.missing_year == missing_year;
}
bool is(Count found, int low, int high) {
    return found.low == low && found.high == high;
}

/// 2010 and 2012 without any holiday; 2011 between them is not covered.
Calendar with_gap() {
    return Calendar({{2010, "a", {}, {}, {}}, {2012, "b", {}, {}, {}}});
}

}  // namespace

TEST_CASE("five working days from 1 December of the last year are known although the next year is not", "[uncovered]") {
    const auto end = last_day_within(built_in(), day("2026-12-01"), {5, Unit::working_days}, law);
    CHECK(is(end, day("2026-12-08"), 0));
    // The answer came in January: late, however January is arranged.
    const auto taken = built_in().working_days(day("2026-12-01"), day("2027-01-05"));
    CHECK(taken.low == 22);
    CHECK(taken.high == 27);
    CHECK(taken.low > 5);
}

TEST_CASE("the last working day that the covered year holds is known, one more is not", "[uncovered]") {
    CHECK(is(built_in().nth_working_day_after(day("2026-12-01"), 22), day("2026-12-31"), 0));
    CHECK(is(built_in().nth_working_day_after(day("2026-12-01"), 23), day("2027-01-01"), 2027));
    CHECK(is(built_in().nth_working_day_after(day("2026-12-31"), 1), day("2027-01-01"), 2027));
    CHECK(is(built_in().nth_working_day_before(day("2007-01-05"), 1), day("2007-01-04"), 0));
    CHECK(is(built_in().nth_working_day_before(day("2007-01-05"), 2), day("2006-12-31"), 2006));
}

TEST_CASE("a count is bounded by nought and all of the unknown days", "[uncovered]") {
    CHECK(is(built_in().working_days(day("2026-12-30"), day("2026-12-31")), 1, 1));
    CHECK(is(built_in().working_days(day("2026-12-30"), day("2027-01-01")), 1, 2));
    CHECK(is(built_in().working_days(day("2026-12-31"), day("2027-01-10")), 0, 10));
    CHECK(is(built_in().working_days(day("2006-12-25"), day("2007-01-04")), 1, 7));
    CHECK(is(built_in().working_days(day("2030-01-01"), day("2030-12-31")), 0, 364));
    CHECK(is(built_in().working_days(day("2030-01-01"), day("2030-01-01")), 0, 0));
    CHECK(is(built_in().working_days(day("2030-01-02"), day("2030-01-01")), 0, 0));
}

TEST_CASE("calendar days need no arrangement, except for the roll of their last day", "[uncovered]") {
    CHECK(is(posting_complete_on(built_in(), day("2026-12-20"), {30, Unit::days}, law), day("2027-01-19"), 0));
    CHECK(is(last_day_within(built_in(), day("2026-12-20"), {30, Unit::days}, Profile::no_roll), day("2027-01-19"), 0));
    // Tuesday may be a day off, Saturday may be worked.
    CHECK(is(last_day_within(built_in(), day("2026-12-20"), {30, Unit::days}, law), day("2027-01-19"), 2027));
    CHECK(is(last_day_within(built_in(), day("2026-12-20"), {27, Unit::days}, law), day("2027-01-16"), 2027));
    CHECK(is(last_day_within(built_in(), day("2026-12-20"), {11, Unit::days}, law), day("2026-12-31"), 0));
    CHECK(is(last_day_within(built_in(), day("2026-12-20"), {1, Unit::months}, law), day("2027-01-20"), 2027));
    CHECK(is(latest_notice_day(built_in(), day("2027-01-10"), {20, Unit::days}, law), day("2026-12-21"), 0));
    CHECK(days_before(built_in(), day("2026-12-21"), day("2027-01-10"), Unit::days, law).exact());
}

TEST_CASE("a break at the end of the last year rolls into the unknown", "[uncovered]") {
    const Calendar calendar({{2010, "n", {}, {{day("2010-12-30"), "X"}, {day("2010-12-31"), "X"}}, {}}});
    CHECK(is(calendar.roll_forward(day("2010-12-29")), day("2010-12-29"), 0));
    CHECK(is(calendar.roll_forward(day("2010-12-30")), day("2011-01-01"), 2011));
    CHECK(is(calendar.roll_forward(day("2011-01-03")), day("2011-01-03"), 2011));
}

TEST_CASE("working days back from an event are known while the counted days are covered", "[uncovered]") {
    // 1 to 3 January 2007 are off. The one working day before Friday the 5th is the 4th; the notice may be given on the
    // 3rd.
    CHECK(is(latest_notice_day(built_in(), day("2007-01-05"), {1, Unit::working_days}, Profile::clear_days), day("2007-01-03"), 0));
    CHECK(is(latest_notice_day(built_in(), day("2007-01-05"), {2, Unit::working_days}, Profile::clear_days), day("2006-12-30"), 2006));
    CHECK(is(latest_notice_day(built_in(), day("2007-01-05"), {2, Unit::working_days}, law), day("2007-01-03"), 0));
    // An event in an unknown year: already its own day is uncertain when it is counted.
    CHECK(is(latest_notice_day(built_in(), day("2027-01-01"), {1, Unit::working_days}, Profile::clear_days), day("2026-12-30"), 0));
    CHECK(is(latest_notice_day(built_in(), day("2027-01-01"), {1, Unit::working_days}, law), day("2026-12-31"), 2027));
}

TEST_CASE("the notice day itself may lie in an unknown year", "[uncovered]") {
    const Calendar calendar({{2010, "n", {}, {}, {}}});  // 2010-01-01 is a Friday
    CHECK(is(latest_notice_day(calendar, day("2010-01-01"), {1, Unit::working_days}, law), day("2009-12-31"), 0));
    CHECK(is(calendar.nth_working_day_after(day("2009-12-31"), 1), day("2010-01-01"), 0));
    CHECK(is(calendar.nth_working_day_after(day("2009-12-30"), 1), day("2009-12-31"), 2009));
}

TEST_CASE("a gap between covered years is named, and only where it lies on the way", "[uncovered]") {
    const auto calendar = with_gap();
    CHECK(calendar.kind(day("2011-06-01")) == DayKind::unknown);
    CHECK(calendar.first_uncovered(day("2010-01-01"), day("2010-12-31")) == 0);
    CHECK(calendar.first_uncovered(day("2010-12-31"), day("2011-01-01")) == 2011);
    CHECK(calendar.first_uncovered(day("2010-06-01"), day("2012-06-01")) == 2011);
    CHECK(calendar.first_uncovered(day("2011-12-31"), day("2012-06-01")) == 0);
    CHECK(calendar.first_uncovered(day("2012-06-01"), day("2014-06-01")) == 2013);
    CHECK(calendar.first_uncovered(day("2008-06-01"), day("2014-06-01")) == 2008);
    CHECK(calendar.first_uncovered(day("2014-06-01"), day("2014-06-01")) == 0);
    CHECK(is(calendar.working_days(day("2010-12-30"), day("2012-01-02")), 2, 367));
    CHECK(is(calendar.nth_working_day_before(day("2012-01-03"), 2), day("2011-12-31"), 2011));
    CHECK(is(calendar.nth_working_day_before(day("2012-01-03"), 367), day("2010-12-31"), 2011));
    CHECK(is(calendar.nth_working_day_before(day("2009-06-01"), 1), day("2009-05-31"), 2009));
}

TEST_CASE("a calendar without years knows weekdays but no working days", "[uncovered]") {
    const Calendar calendar({});
    const auto monday = day("2024-03-04");
    CHECK(calendar.kind(monday) == DayKind::unknown);
    CHECK(is(calendar.working_days(monday, monday + 7), 0, 7));
    CHECK(is(calendar.nth_working_day_after(monday, 5), monday + 5, 2024));
    CHECK(is(calendar.nth_working_day_before(monday, 5), monday - 5, 2024));
    CHECK(is(calendar.roll_forward(monday), monday, 2024));
    CHECK(is(calendar.nth_working_day_after(monday, 0), monday, 0));
    CHECK(is(posting_complete_on(calendar, monday, {15, Unit::days}, law), monday + 15, 0));
}
