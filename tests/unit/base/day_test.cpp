#include "base/day.hpp"

#include "support/catch.hpp"
#include "support/days.hpp"

using namespace guicheng::base;
using guicheng::test::day;

namespace {

int naive_month_length(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Moment moment(std::string_view date, int minute) {
    return {day(date), static_cast<std::int16_t>(minute)};
}

}  // namespace

TEST_CASE("every day that a record may name has the next number, the next weekday and its own date", "[day]") {
    std::int32_t number = -25567;  // 1900-01-01, a Monday
    int weekday_wanted = 0;
    std::size_t wrong = 0;
    for (int year = first_year; year <= last_year; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int d = 1; d <= naive_month_length(year, month); ++d) {
                const CivilDate date{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(d)};
                const bool right =
                    is_valid(date) && to_day(date).number == number && to_civil({number}) == date && weekday({number}) == weekday_wanted;
                wrong += right ? 0 : 1;
                ++number;
                weekday_wanted = (weekday_wanted + 1) % 7;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(to_day({1970, 1, 1}).number == 0);
}

TEST_CASE("dates that do not exist are no dates", "[day]") {
    CHECK_FALSE(is_valid({2023, 2, 29}));
    CHECK(is_valid({2024, 2, 29}));
    CHECK_FALSE(is_valid({1900, 2, 29}));
    CHECK(is_valid({2000, 2, 29}));
    CHECK_FALSE(is_valid({2100, 2, 29}));
    CHECK_FALSE(is_valid({2024, 4, 31}));
    CHECK_FALSE(is_valid({2024, 0, 1}));
    CHECK_FALSE(is_valid({2024, 13, 1}));
    CHECK_FALSE(is_valid({2024, 1, 0}));
    CHECK_FALSE(is_valid({2024, 1, 32}));
}

TEST_CASE("the years that a record may name end at 1900 and 2199", "[day]") {
    CHECK_FALSE(read_moment("1899-12-31"));
    CHECK(read_moment("1900-01-01"));
    CHECK(read_moment("2199-12-31"));
    CHECK_FALSE(read_moment("2200-01-01"));
    CHECK_FALSE(read_moment("9999-12-31"));
    CHECK_FALSE(read_moment("0000-01-01"));
}

TEST_CASE("each way of writing a date gives the same day", "[day]") {
    for (const auto* text : {"2024-03-01", "2024-3-1", "2024/3/1", "2024/03/01", "2024.3.1", "2024年3月1日", "2024年03月01日"}) {
        CAPTURE(text);
        const auto read = read_moment(text);
        REQUIRE(read);
        CHECK(read->day == to_day({2024, 3, 1}));
        CHECK(read->minute == -1);
    }
}

TEST_CASE("an hour may follow the date in any of the usual forms", "[day]") {
    for (const auto* text : {"2024-03-01T14:30", "2024-03-01 14:30", "2024-03-01 14:30:00", "2024-03-01T14:30:59", "2024/3/1 14:30",
                             "2024.3.1 14:30", "2024年3月1日14时30分", "2024年3月1日 14时30分", "2024年3月1日14:30", "2024-03-01 14时30分",
                             "2024-03-01T14:30:00.123", "2024-03-01T14:30+08:00", "2024-03-01T06:30Z", "2024-03-01T06:30:00.000Z",
                             "2024-03-01T14:30:00+0800", "2024-03-01 14:30:00+08", "2024-03-01T01:30-05:00"}) {
        CAPTURE(text);
        const auto read = read_moment(text);
        REQUIRE(read);
        CHECK(*read == moment("2024-03-01", 14 * 60 + 30));
    }
    CHECK(*read_moment("2024年3月1日9时") == moment("2024-03-01", 9 * 60));
    CHECK(*read_moment("2024-03-01 9:05") == moment("2024-03-01", 9 * 60 + 5));
    CHECK(*read_moment("2024-03-01T00:00") == moment("2024-03-01", 0));
    CHECK(*read_moment("2024-03-01T23:59") == moment("2024-03-01", 1439));
}

TEST_CASE("an offset moves the moment to the day it has at +08:00", "[day]") {
    CHECK(*read_moment("2024-02-29T15:59Z") == moment("2024-02-29", 1439));
    CHECK(*read_moment("2024-02-29T16:00Z") == moment("2024-03-01", 0));
    CHECK(*read_moment("2024-03-01T00:30+14:00") == moment("2024-02-29", 18 * 60 + 30));
    CHECK(*read_moment("2024-03-01T00:00+09:30") == moment("2024-02-29", 22 * 60 + 30));
    CHECK(*read_moment("2023-12-31T23:59-12:00") == moment("2024-01-01", 19 * 60 + 59));
    CHECK_FALSE(read_moment("2199-12-31T16:00Z"));
    CHECK_FALSE(read_moment("1900-01-01T00:00+08:01"));
}

TEST_CASE("what is no date is not read as one", "[day]") {
    for (const auto* text : {"",
                             "2024",
                             "2024-03",
                             "2024-03-01 ",
                             " 2024-03-01",
                             "2024-03/01",
                             "2024-3-001",
                             "24-03-01",
                             "20240301",
                             "12024-03-01",
                             "2024-02-30",
                             "2024-00-10",
                             "2024年3月1",
                             "2024年3-1日",
                             "2024-03-01T",
                             "2024-03-01T24:00",
                             "2024-03-01T14",
                             "2024-03-01T14:60",
                             "2024-03-01T14:3",
                             "2024-03-01T14:30:60",
                             "2024-03-01T14:30:00.",
                             "2024-03-01T14:30+15:00",
                             "2024-03-01T14:30+08:60",
                             "2024-03-01T14:30+8",
                             "2024-03-01T14:30x",
                             "2024-03-01Z",
                             "2024-03-0114:30",
                             "2024-03-01 14时60分",
                             "2024-03-01 14时30",
                             "2024-03-01 24时",
                             "-2024-03-01",
                             "2024-+3-01",
                             "二〇二四年三月一日",
                             "2024-03-01\n"}) {
        CAPTURE(text);
        CHECK_FALSE(read_moment(text));
    }
    CHECK_FALSE(read_moment(std::string_view("2024-03-01\0", 11)));
    CHECK_FALSE(read_moment("99999999999999999999-03-01"));
}

TEST_CASE("a day is written in ISO form, also outside the years of records", "[day]") {
    CHECK(iso(to_day({2024, 3, 1})) == "2024-03-01");
    CHECK(iso(to_day({2199, 12, 31})) == "2199-12-31");
    CHECK(iso(to_day({987, 6, 5})) == "0987-06-05");
    CHECK(iso(to_day({12345, 6, 7})) == "12345-06-07");
}
