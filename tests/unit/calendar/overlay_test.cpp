// What a file of the caller's own adds to a calendar: years, and overlays over years.
#include "calendar/calendar.hpp"
#include "calendar/read_arrangements.hpp"
#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng;
using namespace guicheng::calendar;
using guicheng::test::day;

namespace {

struct Laid {
    std::optional<Calendar> calendar;
    std::vector<std::string> errors;  ///< "K010 overlay 2031 X n": the code and the text it points at
};

Laid lay(const std::string& text, const Calendar& below = built_in()) {
    const auto source = std::make_shared<const base::SourceText>("own.txt", text);
    diag::Sink sink;
    Laid laid;
    laid.calendar = lay_over(below, source, sink);
    for (const auto& entry : sink.entries()) laid.errors.push_back(entry.code + " " + std::string(source->slice(entry.span)));
    return laid;
}

using Errors = std::vector<std::string>;

const std::string region =
    "overlay 2026 Region N1\n"
    "off  2026-03-20 Eid\n"
    "off  2026-05-27..2026-05-28 Feast\n"
    "work 2026-05-30 Feast\n";

}  // namespace

TEST_CASE("an overlay takes days off and gives work days, and leaves all others as they were", "[overlay]") {
    const auto laid = lay(region);
    CHECK(laid.errors == Errors{});
    REQUIRE(laid.calendar);
    const auto& calendar = *laid.calendar;
    CHECK(calendar.kind(day("2026-03-20")) == DayKind::holiday);
    CHECK(calendar.holiday_name(day("2026-03-20")) == "Eid");
    CHECK(calendar.kind(day("2026-05-30")) == DayKind::make_up);
    std::size_t changed = 0;
    for (auto d = day("2026-01-01"); d <= day("2026-12-31"); d = d + 1) changed += calendar.kind(d) != built_in().kind(d) ? 1 : 0;
    CHECK(changed == 4);
    const auto before = built_in().working_days(day("2025-12-31"), day("2026-12-31"));
    const auto after = calendar.working_days(day("2025-12-31"), day("2026-12-31"));
    CHECK(after.exact());
    CHECK(after.low == before.low - 3 + 1);
    CHECK(calendar.nth_working_day_after(day("2026-03-19"), 1).day == day("2026-03-23"));
    CHECK(built_in().nth_working_day_after(day("2026-03-19"), 1).day == day("2026-03-20"));
    CHECK(last_day_within(calendar, day("2026-03-10"), {10, Unit::days}, Profile::civil_code).day == day("2026-03-23"));
}

TEST_CASE("a day says which notice stands behind it, the overlay's or the year's own", "[overlay]") {
    const auto calendar = *lay(region).calendar;
    const auto eid = calendar.reason(day("2026-03-20"));
    CHECK((eid.kind == DayKind::holiday && eid.name == "Eid" && eid.notice == "N1" && eid.overlay == "Region"));
    const auto worked = calendar.reason(day("2026-05-30"));
    CHECK((worked.kind == DayKind::make_up && worked.notice == "N1" && worked.overlay == "Region"));
    const auto national = calendar.reason(day("2026-10-01"));
    CHECK((national.kind == DayKind::holiday && national.notice == built_in().year(2026)->notice && national.overlay.empty()));
    const auto make_up = calendar.reason(day("2026-10-10"));
    CHECK((make_up.kind == DayKind::make_up && make_up.notice == built_in().year(2026)->notice && make_up.overlay.empty()));
    const auto plain = calendar.reason(day("2026-03-19"));
    CHECK((plain.kind == DayKind::working && plain.notice.empty()));
}

TEST_CASE("days arranged by another year's notice or by an amendment name that one", "[overlay]") {
    const auto& calendar = built_in();
    for (const auto& [text, year] : {std::pair{"2007-12-29", 2008},
                                     {"2007-12-31", 2008},
                                     {"2011-12-31", 2012},
                                     {"2018-12-29", 2019},
                                     {"2018-12-31", 2019},
                                     {"2022-12-31", 2023}}) {
        CAPTURE(text);
        CHECK(calendar.reason(day(text)).notice == calendar.year(year)->notice);
    }
    for (const auto& [text, year] : {std::pair{"2015-09-03", 2015}, {"2015-09-06", 2015}, {"2019-05-02", 2019}, {"2020-02-02", 2020}}) {
        CAPTURE(text);
        REQUIRE(calendar.year(year)->amended_by.size() == 1);
        CHECK(calendar.reason(day(text)).notice == calendar.year(year)->amended_by.front());
    }
    CHECK(calendar.reason(day("2020-01-30")).notice == calendar.year(2020)->notice);
}

TEST_CASE("an overlay becomes part of its year's identity and of no other's", "[overlay]") {
    const auto calendar = *lay(region).calendar;
    CHECK(calendar.year_identity(2026) != built_in().year_identity(2026));
    CHECK(calendar.year_identity(2025) == built_in().year_identity(2025));
    const auto other = [&](std::string text, std::string_view from, std::string_view to) {
        text.replace(text.find(from), from.size(), to);
        return lay(text).calendar->year_identity(2026);
    };
    CHECK(other(region, "Region", "Another") != calendar.year_identity(2026));
    CHECK(other(region, "N1", "N2") != calendar.year_identity(2026));
    CHECK(other(region, "work 2026-05-30", "work 2026-05-31") != calendar.year_identity(2026));
    CHECK(other(region, "2026-03-20 Eid", "2026-03-23 Eid") != calendar.year_identity(2026));
    CHECK(lay("# a word\n" + region).calendar->year_identity(2026) == calendar.year_identity(2026));
}

TEST_CASE("later files lie on top, and one of the same name takes the other's place", "[overlay]") {
    const auto first = *lay(region).calendar;
    const auto both = *lay("overlay 2026 Office N9\nwork 2026-03-20\noff 2026-05-30 Rest\n", first).calendar;
    CHECK(both.year(2026)->overlays.size() == 2);
    CHECK(both.kind(day("2026-03-20")) == DayKind::make_up);
    CHECK(both.reason(day("2026-03-20")).overlay == "Office");
    CHECK(both.kind(day("2026-05-30")) == DayKind::holiday);
    CHECK(both.kind(day("2026-05-27")) == DayKind::holiday);
    const auto twice = *lay(region, first).calendar;
    CHECK(twice.year_identity(2026) == first.year_identity(2026));
    const auto replaced = *lay("overlay 2026 Region N2\noff 2026-03-23 Eid\n", first).calendar;
    CHECK(replaced.kind(day("2026-03-20")) == DayKind::working);
    CHECK(replaced.kind(day("2026-03-23")) == DayKind::holiday);
}

TEST_CASE("a file adds a year, or takes the place of one and keeps what lies over it", "[overlay]") {
    const auto added = *lay("2027 N\noff 2027-01-01 X\noverlay 2027 Region N1\noff 2027-01-04 Y\n").calendar;
    CHECK(added.covers(2027));
    CHECK(added.kind(day("2027-01-04")) == DayKind::holiday);
    CHECK(added.nth_working_day_after(day("2026-12-31"), 1).day == day("2027-01-05"));
    CHECK(added.years().size() == built_in().years().size() + 1);
    const auto over = *lay(region).calendar;
    const auto replaced = *lay("2026 Own\n", over).calendar;
    CHECK(replaced.year(2026)->notice == "Own");
    CHECK(replaced.kind(day("2026-10-01")) == DayKind::working);
    CHECK(replaced.kind(day("2026-03-20")) == DayKind::holiday);
}

TEST_CASE("an overlay needs a covered year and works only days that are off", "[overlay]") {
    CHECK(lay("overlay 2031 X n\noff 2031-03-03 A\n").errors == Errors{"K010 overlay 2031 X n"});
    CHECK(lay("overlay 2026 X n\nwork 2026-03-02\n").errors == Errors{"K011 2026-03-02"});
    CHECK(lay("overlay 2026 X n\nwork 2026-10-10\n").errors == Errors{"K011 2026-10-10"});
    CHECK(lay("overlay 2026 X n\nwork 2026-10-01\n").errors == Errors{});
    CHECK(lay("overlay 2026 X n\nwork 2026-03-01\n").errors == Errors{});
    CHECK(lay("overlay 2027 X n\noff 2027-03-03 A\n2027 N\n").errors == Errors{});
}

TEST_CASE("an overlay's lines are checked as a year's are", "[overlay]") {
    CHECK(lay("overlay 2026 X\n").errors == Errors{"K001 overlay 2026 X"});
    CHECK(lay("overlay 26 X n\n").errors == Errors{"K002 26"});
    CHECK(lay("overlay 2026 X n\namended m\n").errors == Errors{"K001 amended m"});
    CHECK(lay("overlay 2026 X n\nunder m\n").errors == Errors{"K001 under m"});
    CHECK(lay("overlay 2026 X n\noff 2025-03-03 A\n").errors == Errors{"K003 2025-03-03"});
    CHECK(lay("overlay 2026 X n\noff 2026-03-03 A\nwork 2026-03-03\n").errors == Errors{"K005 2026-03-03"});
    CHECK(lay("overlay 2026 X n\noverlay 2026 X m\n").errors == Errors{"K012 overlay 2026 X m"});
    CHECK(lay("overlay 2026 X n\noverlay 2025 X m\noverlay 2026 Y m\n").errors == Errors{});
}

TEST_CASE("a file with a mistake changes nothing at all", "[overlay]") {
    CHECK_FALSE(lay("2027 N\nbogus\n").calendar);
    CHECK_FALSE(lay("2027 N\noverlay 2031 X n\n").calendar);
    CHECK_FALSE(built_in().covers(2027));
}

TEST_CASE("names, days, overlays and errors of one file are limited", "[overlay]") {
    const std::string fits(longest_text, 'a');
    CHECK(lay("2027 N\noff 2027-01-01 " + fits + "\n").errors == Errors{});
    CHECK(lay("2027 N\noff 2027-01-01 " + fits + "a\n").errors == Errors{"K013 " + fits + "a"});
    std::string overlays;
    for (std::size_t i = 0; i < most_overlays; ++i) overlays += "overlay 2026 o" + std::to_string(i) + " n\n";
    CHECK(lay(overlays).errors == Errors{});
    CHECK(lay(overlays + "overlay 2026 more n\n").errors == Errors{"K015 overlay 2026 more n"});
    std::string days;
    for (int year = 1900; year <= 2199; ++year) {
        const auto y = std::to_string(year);
        days += y + " N\noff " + y + "-01-01.." + y + "-12-31 X\n";
    }
    const auto too_many = lay(days).errors;
    REQUIRE(too_many.size() == 1);
    CHECK(too_many.front().substr(0, 4) == "K014");
    std::string bad;
    for (std::size_t i = 0; i < most_errors + 10; ++i) bad += "bogus\n";
    CHECK(lay(bad).errors.size() == most_errors);
}
