// The public way to ask the calendar: typed answers, calendars of the caller's own, and mistakes that say the way out.
#include "guicheng/desk/calendar.hpp"

#include <functional>

#include "guicheng/guicheng.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

using namespace guicheng;
using Unit = Period::Unit;

namespace {

std::string first_code(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.messages().empty() ? "(no message)" : error.messages().front().code;
    }
    return "(no error)";
}

desk::CalendarOptions in(Language language, bool ruler = false) {
    desk::CalendarOptions options;
    options.language = language;
    options.ruler = ruler;
    return options;
}

const char* const region = "overlay 2026 Region N1\noff 2026-03-20 Eid\n";

/// Answers that between them use every sentence of the calendar.
std::string answers(Language language) {
    std::string out;
    const auto say = [&](const desk::CalendarAnswer& answer) { out += answer.text + "\n"; };
    const auto plain = in(language);
    const auto shown = in(language, true);
    auto extended = shown;
    extended.calendar = Calendar::read_text("region.txt", region);
    say(desk::calendar_add({2024, 9, 13}, {20, Unit::working_days}, {}, shown));
    say(desk::calendar_add({2024, 9, 28}, {3, Unit::days}, {}, shown));
    say(desk::calendar_add({2024, 9, 28}, {3, Unit::days}, {CountingProfile::civil_code, true, false}, plain));
    say(desk::calendar_add({2024, 2, 29}, {1, Unit::years}, {CountingProfile::no_roll, false, true}, plain));
    say(desk::calendar_add({2024, 3, 15}, {1, Unit::months}, {CountingProfile::first_day_counted, false, true}, plain));
    say(desk::calendar_add({2024, 3, 15}, {2, Unit::weeks}, {}, plain));
    say(desk::calendar_add({2026, 12, 20}, {30, Unit::days}, {}, plain));
    say(desk::calendar_add({2026, 3, 18}, {2, Unit::working_days}, {}, extended));
    say(desk::calendar_back({2024, 10, 8}, {2, Unit::working_days}, CountingProfile::clear_days, shown));
    say(desk::calendar_back({2024, 10, 12}, {5, Unit::working_days}, CountingProfile::civil_code, plain));
    say(desk::calendar_back({2027, 1, 5}, {1, Unit::working_days}, CountingProfile::civil_code, plain));
    say(desk::calendar_count({2024, 9, 30}, {2024, 10, 8}, true, shown));
    say(desk::calendar_count({2026, 12, 1}, {2027, 1, 5}, false, plain));
    say(desk::calendar_show(2019, plain));
    extended.ruler = false;
    say(desk::calendar_show(2026, extended));
    say(desk::calendar_show(2027, plain));
    say(desk::calendar_years(plain));
    return out;
}

}  // namespace

TEST_CASE("answers carry the day, the count, and whether they are decided", "[desk]") {
    const auto zh = in(Language::zh);
    CHECK(desk::calendar_add({2024, 9, 13}, {20, Unit::working_days}, {}, zh).day == Date{2024, 10, 17});
    CHECK(desk::calendar_add({2024, 9, 13}, {20, Unit::working_days}, {CountingProfile::civil_code, true, true}, zh).day ==
          Date{2024, 10, 16});
    CHECK(desk::calendar_add({2024, 9, 1}, {30, Unit::days}, {}, zh).day == Date{2024, 10, 8});
    CHECK(desk::calendar_add({2024, 9, 1}, {30, Unit::days}, {CountingProfile::civil_code, false, false}, zh).day == Date{2024, 10, 1});
    CHECK(desk::calendar_add({2024, 9, 1}, {30, Unit::days}, {CountingProfile::no_roll, false, true}, zh).day == Date{2024, 10, 1});
    CHECK(desk::calendar_add({2024, 4, 13}, {15, Unit::days}, {}, zh).day == Date{2024, 4, 28});
    CHECK(desk::calendar_back({2024, 10, 12}, {5, Unit::working_days}, CountingProfile::clear_days, zh).day == Date{2024, 9, 29});
    const auto count = desk::calendar_count({2024, 9, 13}, {2024, 10, 17}, false, zh);
    CHECK((count.decided && count.at_least == 20 && count.at_most == 20));
    const auto open = desk::calendar_count({2026, 12, 1}, {2027, 1, 5}, false, zh);
    CHECK((!open.decided && open.missing_year == 2027 && open.at_least == 22 && open.at_most == 27));
    CHECK(desk::calendar_show(2027, zh).missing_year == 2027);
}

TEST_CASE("periods are read as people write them, and only from 1 to 100,000 units", "[desk]") {
    for (const char* text : {"20个工作日", "二十个工作日", "20工作日", "20wd", "20 working_days"}) {
        CAPTURE(text);
        CHECK(Period::read(text) == Period{20, Unit::working_days});
    }
    CHECK(Period::read("30日") == Period{30, Unit::days});
    CHECK(Period::read("２０日") == Period{20, Unit::days});
    CHECK(Period::read("２wd") == Period{2, Unit::working_days});
    CHECK(Period::read("半年") == Period{6, Unit::months});
    CHECK(Period::read("30天") == Period{30, Unit::days});
    CHECK(Period::read("3个月") == Period{3, Unit::months});
    CHECK(Period::read("1y") == Period{1, Unit::years});
    CHECK(Period::read("2w") == Period{2, Unit::weeks});
    CHECK(Period::read("1d") == Period{1, Unit::days});
    CHECK(Period::read("100000d") == Period{100'000, Unit::days});
    for (const char* text :
         {"", "0d", "100001d", "d", "20", "-3d", "3.5d", "０日", "半月", "１半年", "20wds", "99999999999999999999d", "3月", "日"}) {
        CAPTURE(text);
        CHECK_FALSE(Period::read(text));
    }
}

TEST_CASE("the arrangement of a year before those on file has been published", "[desk]") {
    const auto zh = in(Language::zh);
    CHECK(desk::calendar_show(2006, zh).text.find("把2006年公布过的放假安排写进安排文件") != std::string::npos);
    CHECK(desk::calendar_show(2027, zh).text.find("2027年的放假安排公布以后") != std::string::npos);
}

TEST_CASE("a question that makes no sense is told so", "[desk]") {
    const auto zh = in(Language::zh);
    CHECK(first_code([&] { desk::calendar_add({2024, 2, 30}, {1, Unit::days}, {}, zh); }) == "K020");
    CHECK(first_code([&] { desk::calendar_add({2024, 2, 29}, {0, Unit::days}, {}, zh); }) == "K021");
    CHECK(first_code([&] { desk::calendar_count({2024, 3, 2}, {2024, 3, 1}, false, zh); }) == "K022");
    CHECK(first_code([&] { desk::calendar_count({2024, 3, 1}, {2024, 3, 1}, false, zh); }) == "(no error)");
    CHECK(first_code([&] { desk::calendar_show(1899, zh); }) == "K023");
    CHECK(first_code([&] { desk::calendar_show(2200, zh); }) == "K023");
    CHECK(first_code([&] { desk::calendar_show(2199, zh); }) == "(no error)");
    const desk::AddOptions stays{CountingProfile::no_roll, false, false};
    CHECK(first_code([&] { desk::calendar_add({2199, 12, 30}, {1, Unit::days}, stays, zh); }) == "(no error)");
    CHECK(first_code([&] { desk::calendar_add({2199, 12, 30}, {2, Unit::days}, stays, zh); }) == "K024");
    CHECK(first_code([&] { desk::calendar_back({1900, 1, 2}, {2, Unit::days}, CountingProfile::civil_code, zh); }) == "K024");
    CHECK(first_code([&] { desk::calendar_add({2024, 3, 1}, {100'000, Unit::years}, {}, zh); }) == "K024");
    CHECK(first_code([&] { desk::calendar_add({2024, 3, 1}, {1, Unit::days}, {CountingProfile::clear_days, false, true}, zh); }) == "K025");
    CHECK(first_code([&] { desk::calendar_back({2024, 3, 1}, {1, Unit::days}, CountingProfile::no_roll, zh); }) == "K026");
}

TEST_CASE("a calendar of the caller's own is read whole or not at all", "[desk]") {
    const auto calendar = Calendar::read_text("region.txt", region);
    CHECK(calendar.years() == Calendar::built_in().years());
    CHECK(calendar.year_identity(2026) != Calendar::built_in().year_identity(2026));
    CHECK(calendar.year_identity(2025) == Calendar::built_in().year_identity(2025));
    auto options = in(Language::zh);
    options.calendar = calendar.extended_by_text("2027.txt", "2027 N\n");
    CHECK(options.calendar.years().back() == 2027);
    CHECK(desk::calendar_add({2026, 3, 19}, {1, Unit::working_days}, {}, options).day == Date{2026, 3, 23});
    CHECK(first_code([] { Calendar::read_text("x.txt", "2027 N\nbogus\n"); }) == "K001");
    CHECK(first_code([] { Calendar::read_file("no/such/file.txt"); }) == "L001");
    CHECK(first_code([] { Calendar::read_text("x.txt", std::string((std::size_t{1} << 20) + 1, '#')); }) == "L004");
    CHECK(first_code([] { Calendar::read_text("x.txt", std::string(std::size_t{1} << 20, '#')); }) == "(no error)");
}

TEST_CASE("answers read as they were found right, in both languages", "[desk][golden]") {
    const auto folder = support::source_dir() / "tests/golden/calendar";
    const auto zh = answers(Language::zh);
    CHECK(support::golden(folder / "answers.zh.txt", zh) == zh);
    const auto en = answers(Language::en);
    CHECK(support::golden(folder / "answers.en.txt", en) == en);
}
