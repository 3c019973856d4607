// The arrangements compiled in, and what single days are.
#include "calendar/calendar.hpp"

#include <set>

#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

TEST_CASE("the years 2007 to 2026 are compiled in, with their days off, make-up days and working days", "[calendar]") {
    struct Facts {
        int year;
        std::size_t off, made_up;
        int working;
    };
    // Counted from the notices by other means than this library's.
    const Facts facts[] = {
        {2007, 26, 7, 249}, {2008, 27, 5, 251},  {2009, 27, 6, 250}, {2010, 29, 8, 250}, {2011, 29, 6, 250},
        {2012, 27, 6, 249}, {2013, 29, 12, 250}, {2014, 22, 5, 250}, {2015, 26, 5, 249}, {2016, 24, 6, 250},
        {2017, 24, 5, 249}, {2018, 25, 7, 250},  {2019, 22, 6, 250}, {2020, 30, 6, 249}, {2021, 31, 7, 250},
        {2022, 32, 7, 249}, {2023, 26, 7, 249},  {2024, 28, 8, 251}, {2025, 28, 5, 248}, {2026, 33, 6, 248},
    };
    for (const auto& wanted : facts) {
        CAPTURE(wanted.year);
        const auto* year = built_in().year(wanted.year);
        REQUIRE(year != nullptr);
        CHECK(year->holidays.size() == wanted.off);
        CHECK(year->make_up_days.size() == wanted.made_up);
        const auto count = built_in().working_days(base::to_day({wanted.year - 1, 12, 31}), base::to_day({wanted.year, 12, 31}));
        CHECK(count.exact());
        CHECK(count.low == wanted.working);
        for (const auto made_up : year->make_up_days) CHECK(base::weekday(made_up) >= 5);
        CHECK_FALSE(year->notice.empty());
    }
    CHECK_FALSE(built_in().covers(2006));
    CHECK_FALSE(built_in().covers(2027));
    CHECK(built_in().year(2027) == nullptr);
}

TEST_CASE("a year tells its notice and the notices that changed it", "[calendar]") {
    CHECK(built_in().year(2024)->notice == "国办发明电〔2023〕7号");
    CHECK(built_in().year(2024)->amended_by.empty());
    CHECK(built_in().year(2020)->amended_by == std::vector<std::string>{"国办发明电〔2020〕1号"});
    CHECK(built_in().year(2019)->amended_by == std::vector<std::string>{"国办发明电〔2019〕3号"});
    CHECK(built_in().year(2015)->amended_by == std::vector<std::string>{"国发明电〔2015〕1号"});
}

TEST_CASE("each day has the kind that the arrangement gives it", "[calendar]") {
    const auto& calendar = built_in();
    CHECK(calendar.kind(day("2024-09-13")) == DayKind::working);
    CHECK(calendar.kind(day("2024-09-14")) == DayKind::make_up);
    CHECK(calendar.kind(day("2024-09-15")) == DayKind::holiday);
    CHECK(calendar.kind(day("2024-09-17")) == DayKind::holiday);
    CHECK(calendar.kind(day("2024-09-18")) == DayKind::working);
    CHECK(calendar.kind(day("2024-09-21")) == DayKind::weekend);
    CHECK(calendar.kind(day("2006-12-29")) == DayKind::unknown);
    CHECK(calendar.kind(day("2007-01-01")) == DayKind::holiday);
    CHECK(calendar.kind(day("2026-12-31")) == DayKind::working);
    CHECK(calendar.kind(day("2027-01-01")) == DayKind::unknown);
    CHECK(calendar.kind(base::Day{std::numeric_limits<std::int32_t>::min()}) == DayKind::unknown);
    CHECK(calendar.kind(base::Day{std::numeric_limits<std::int32_t>::max()}) == DayKind::unknown);
}

TEST_CASE("days that a later notice changed are as changed", "[calendar]") {
    const auto& calendar = built_in();
    CHECK(calendar.kind(day("2020-02-01")) == DayKind::holiday);
    CHECK(calendar.kind(day("2020-02-02")) == DayKind::holiday);
    CHECK(calendar.kind(day("2020-02-03")) == DayKind::working);
    CHECK(calendar.kind(day("2019-05-05")) == DayKind::make_up);
    CHECK(calendar.kind(day("2015-09-03")) == DayKind::holiday);
    CHECK(calendar.kind(day("2015-09-06")) == DayKind::make_up);
}

TEST_CASE("late December stands under its own year, whichever notice arranged it", "[calendar]") {
    const auto& calendar = built_in();
    CHECK(calendar.kind(day("2007-12-29")) == DayKind::make_up);
    CHECK(calendar.kind(day("2007-12-31")) == DayKind::holiday);
    CHECK(calendar.kind(day("2011-12-31")) == DayKind::make_up);
    CHECK(calendar.kind(day("2018-12-29")) == DayKind::make_up);
    CHECK(calendar.kind(day("2018-12-31")) == DayKind::holiday);
    CHECK(calendar.kind(day("2022-12-31")) == DayKind::holiday);
}

TEST_CASE("a day off knows the name of its break", "[calendar]") {
    CHECK(built_in().holiday_name(day("2024-02-10")) == "春节");
    CHECK(built_in().holiday_name(day("2024-02-17")) == "春节");
    CHECK(built_in().holiday_name(day("2024-02-18")).empty());
    CHECK(built_in().holiday_name(day("2023-09-29")) == "中秋节、国庆节");
    CHECK(built_in().holiday_name(day("2024-02-24")).empty());
    CHECK(built_in().holiday_name(day("2027-01-01")).empty());
}

TEST_CASE("every covered year has an identity of its own, others have none", "[calendar]") {
    std::set<std::string> identities;
    for (int year = 2007; year <= 2026; ++year) {
        const auto identity = built_in().year_identity(year);
        CHECK(identity.size() == 64);
        identities.insert(identity);
    }
    CHECK(identities.size() == 20);
    CHECK(built_in().year_identity(2027).empty());
}

TEST_CASE("a year's identity depends on its content and not on the order in which it was given", "[calendar]") {
    const auto a = Holiday{day("2027-01-01"), "A"};
    const auto b = Holiday{day("2027-01-02"), "B"};
    const auto identity = [](Year year) { return Calendar({std::move(year)}).year_identity(2027); };
    const auto first = identity({2027, "N", {"M"}, {a, b}, {day("2027-01-03"), day("2027-01-09")}});
    CHECK(identity({2027, "N", {"M"}, {b, a}, {day("2027-01-09"), day("2027-01-03")}}) == first);
    CHECK(identity({2027, "O", {"M"}, {a, b}, {day("2027-01-03"), day("2027-01-09")}}) != first);
    CHECK(identity({2027, "N", {}, {a, b}, {day("2027-01-03"), day("2027-01-09")}}) != first);
    CHECK(identity({2027, "N", {"M"}, {a}, {day("2027-01-03"), day("2027-01-09")}}) != first);
    CHECK(identity({2027, "N", {"M"}, {a, {b.day, "C"}}, {day("2027-01-03"), day("2027-01-09")}}) != first);
    CHECK(identity({2027, "N", {"M"}, {a, b}, {day("2027-01-03")}}) != first);
}

TEST_CASE("years come in any order and the later of two wins", "[calendar]") {
    const Calendar calendar({{2028, "c", {}, {}, {}}, {2027, "a", {}, {{day("2027-03-01"), "A"}}, {}}, {2027, "b", {}, {}, {}}});
    CHECK(calendar.year(2027)->notice == "b");
    CHECK(calendar.kind(day("2027-03-01")) == DayKind::working);
    CHECK(calendar.covers(2028));
}

TEST_CASE("what does not belong into a year is left out, and worked beats off", "[calendar]") {
    const Calendar calendar({{2027,
                              "n",
                              {},
                              {{day("2026-12-31"), "X"}, {day("2027-01-02"), "A"}, {day("2027-01-02"), "B"}, {day("2027-01-04"), "C"}},
                              {day("2027-01-02"), day("2027-01-04"), day("2028-01-01")}},
                             {1899, "n", {}, {}, {}},
                             {2200, "n", {}, {}, {}},
                             {2000000000, "n", {}, {}, {}}});
    CHECK(calendar.year(2027)->holidays.size() == 2);
    CHECK(calendar.year(2027)->holidays.front().name == "A");
    CHECK(calendar.kind(day("2027-01-02")) == DayKind::make_up);
    CHECK(calendar.kind(day("2027-01-04")) == DayKind::working);
    CHECK(calendar.kind(day("2026-12-31")) == DayKind::unknown);
    CHECK_FALSE(calendar.covers(1899));
    CHECK_FALSE(calendar.covers(2200));
    CHECK_FALSE(calendar.covers(2000000000));
}
