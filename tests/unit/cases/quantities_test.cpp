#include "cases/quantities.hpp"

#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::cases;

TEST_CASE("money is exact, with and without a unit", "[cases]") {
    CHECK(read_amount("186000.00") == 18'600'000);
    CHECK(read_amount("186000") == 18'600'000);
    CHECK(read_amount("0.01") == 1);
    CHECK(read_amount("186,000.5") == 18'600'050);
    CHECK(read_amount("18.6万元") == 18'600'000);
    CHECK(read_amount("18.6 万元") == 18'600'000);
    CHECK(read_amount("1.23456789亿元") == 12'345'678'900);
    CHECK(read_amount("100元") == 10'000);
    CHECK(read_amount("100 yuan") == 10'000);
    CHECK(read_amount("0.000001万元") == 1);
    CHECK(read_amount("18.6000000万元") == 18'600'000);
}

TEST_CASE("money finer than a fen, too large or no number is refused", "[cases]") {
    for (const char* text : {"", ".", "1.", ".5万元", "0.0000001万元", "1.001", "1e6", "-5", "-5万元", "万元", "十万元", "1.2.3万元",
                             "99999999999999999999", "99999999999999亿元", "12a.00", "1..00"})
        CHECK_FALSE(read_amount(text));
    CHECK(read_amount("92233720368547758.07") == std::numeric_limits<std::int64_t>::max());
    CHECK_FALSE(read_amount("92233720368547758.08"));
}

TEST_CASE("shares are read as fractions in lowest terms", "[cases]") {
    CHECK(read_share("2/3") == base::Fraction{2, 3});
    CHECK(read_share("4/6") == base::Fraction{2, 3});
    CHECK(read_share("三分之二") == base::Fraction{2, 3});
    CHECK(read_share("百分之六十") == base::Fraction{3, 5});
    CHECK(read_share("60%") == base::Fraction{3, 5});
    CHECK(read_share("66.7%") == base::Fraction{667, 1000});
    CHECK(read_share("半数") == base::Fraction{1, 2});
    CHECK(read_share("1/1") == base::Fraction{1, 1});
    for (const char* text : {"", "2/0", "0.6", "-1/2", "大多数", "分之二", "三分之", "%", "1/2/3", "66.66667%", "1.%"})
        CHECK_FALSE(read_share(text));
}

TEST_CASE("periods carry their unit", "[cases]") {
    using calendar::Unit;
    CHECK(read_period("7日") == calendar::Period{7, Unit::days});
    CHECK(read_period("20个工作日") == calendar::Period{20, Unit::working_days});
    CHECK(read_period("二十个工作日") == calendar::Period{20, Unit::working_days});
    CHECK(read_period("20 working_days") == calendar::Period{20, Unit::working_days});
    CHECK(read_period("3个月") == calendar::Period{3, Unit::months});
    CHECK(read_period("十五天") == calendar::Period{15, Unit::days});
    CHECK(read_period("一百二十日") == calendar::Period{120, Unit::days});
    CHECK(read_period("2 years") == calendar::Period{2, Unit::years});
    for (const char* text : {"", "7", "3月", "日", "-7日", "十十日", "二三日", "1.5年", "999999999日"}) CHECK_FALSE(read_period(text));
}

TEST_CASE("counts may carry the word for persons or votes", "[cases]") {
    CHECK(read_count("57") == 57);
    CHECK(read_count("57人") == 57);
    CHECK(read_count("57 票") == 57);
    CHECK(read_count("-3") == -3);
    for (const char* text : {"", "人", "三十", "1.0", "5户"}) CHECK_FALSE(read_count(text));
}

TEST_CASE("the fast date reader agrees with the careful one on every day of its years", "[cases]") {
    for (base::Day day = base::to_day({base::first_year, 1, 1}); day <= base::to_day({base::last_year, 12, 31}); day = day + 1) {
        const auto read = read_date(base::iso(day));
        REQUIRE(read);
        REQUIRE(read->day == day);
    }
}

TEST_CASE("days that don't exist are no dates, and are told from what was meant as none", "[cases]") {
    for (const char* text :
         {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-01-32", "1899-12-31", "2200-01-01"}) {
        CHECK_FALSE(read_date(text));
        CHECK(looks_like_date(text));
    }
    for (const char* text : {"", "三月初", "2024", "昨天", "20a4-01-01"}) {
        CHECK_FALSE(read_date(text));
        CHECK_FALSE(looks_like_date(text));
    }
    CHECK(read_date("2024-02-29"));
    CHECK(read_date("2024-03-01 14:30")->minute == 870);
    CHECK(read_date("2024年3月1日")->day == base::to_day({2024, 3, 1}));
}
