#include "base/number.hpp"

#include <limits>

#include "base/fraction.hpp"
#include "support/catch.hpp"

using namespace guicheng::base;

namespace {

constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

struct Term {
    const char* name;
    Comparison op;
    Fraction share;
    std::int64_t needed[4];  // of 9, 10, 30, 31
};

}  // namespace

TEST_CASE("each fraction word asks for its least number, and one fewer does not pass", "[number]") {
    const Term terms[] = {
        {"more than half", Comparison::greater, {1, 2}, {5, 6, 16, 16}},
        {"half or more", Comparison::greater_equal, {1, 2}, {5, 5, 15, 16}},
        {"two thirds or more", Comparison::greater_equal, {2, 3}, {6, 7, 20, 21}},
        {"more than two thirds", Comparison::greater, {2, 3}, {7, 7, 21, 21}},
        {"four fifths or more", Comparison::greater_equal, {4, 5}, {8, 8, 24, 25}},
        {"one fifth or more", Comparison::greater_equal, {1, 5}, {2, 2, 6, 7}},
        {"one third or more", Comparison::greater_equal, {1, 3}, {3, 4, 10, 11}},
        {"one tenth or more", Comparison::greater_equal, {1, 10}, {1, 1, 3, 4}},
        {"unanimous", Comparison::equal, {1, 1}, {9, 10, 30, 31}},
    };
    const std::int64_t bases[4] = {9, 10, 30, 31};
    for (const auto& term : terms) {
        for (std::size_t i = 0; i < 4; ++i) {
            CAPTURE(term.name, bases[i]);
            const auto needed = smallest_passing(term.op, bases[i], term.share);
            CHECK(needed == term.needed[i]);
            CHECK_FALSE(share_holds(term.op, needed - 1, bases[i], term.share));
            CHECK(share_holds(term.op, needed, bases[i], term.share));
            CHECK(share_holds(term.op, needed + 1, bases[i], term.share) == (term.op != Comparison::equal));
        }
    }
}

TEST_CASE("the least passing number is the first that a count from zero finds", "[number]") {
    for (const auto op : {Comparison::greater, Comparison::greater_equal}) {
        for (std::int64_t den = 1; den <= 12; ++den) {
            for (std::int64_t num = 0; num <= den; ++num) {
                for (std::int64_t base = 0; base <= 40; ++base) {
                    std::int64_t first = 0;
                    while (!share_holds(op, first, base, {num, den})) ++first;
                    if (smallest_passing(op, base, {num, den}) != first) {
                        FAIL(num << "/" << den << " of " << base << " is not " << first);
                    }
                }
            }
        }
    }
    SUCCEED();
}

TEST_CASE("shares of the greatest numbers do not overflow", "[number]") {
    CHECK(share_holds(Comparison::equal, greatest, greatest, {1, 1}));
    CHECK(share_holds(Comparison::less, greatest - 1, greatest, {greatest, greatest}));
    CHECK(share_holds(Comparison::greater, greatest, greatest, {greatest - 1, greatest}));
    CHECK(smallest_passing(Comparison::greater_equal, greatest, {2, 3}) == 6148914691236517205);
}

TEST_CASE("comparison words include or exclude the number itself", "[number]") {
    const auto three = [](Comparison op) { return std::vector<bool>{holds(op, 9, 10), holds(op, 10, 10), holds(op, 11, 10)}; };
    CHECK(three(Comparison::less) == std::vector{true, false, false});
    CHECK(three(Comparison::less_equal) == std::vector{true, true, false});
    CHECK(three(Comparison::equal) == std::vector{false, true, false});
    CHECK(three(Comparison::not_equal) == std::vector{true, false, true});
    CHECK(three(Comparison::greater_equal) == std::vector{false, true, true});
    CHECK(three(Comparison::greater) == std::vector{false, false, true});
}

TEST_CASE("money is read exactly, to the fen", "[number]") {
    CHECK(read_money("186000") == 18600000);
    CHECK(read_money("186000.5") == 18600050);
    CHECK(read_money("186000.05") == 18600005);
    CHECK(read_money("186000.00") == 18600000);
    CHECK(read_money("186,000.00") == 18600000);
    CHECK(read_money("1,186,000") == 118600000);
    CHECK(read_money("0.1") == 10);
    CHECK(read_money("0") == 0);
    CHECK(read_money("12.3400") == 1234);
    CHECK(read_money("12.000000000000000000000000") == 1200);
}

TEST_CASE("what is no amount of money is not read as one", "[number]") {
    for (const auto* text :
         {"",         ".",    ".5",   "5.",     "1.234",    "1.2301",   "-1",    "+1",   "1e3",  "1 000", "1,00", "1,0000",
          "1000,000", ",100", "100,", "1,,000", "1,000,00", "1.000,00", "1.0,0", "0x10", "12元", "１２",  "1.2.3"}) {
        CAPTURE(text);
        CHECK_FALSE(read_money(text));
    }
}

TEST_CASE("money beyond the range is refused, the greatest amount is not", "[number]") {
    CHECK(read_money("92233720368547758.07") == greatest);
    CHECK_FALSE(read_money("92233720368547758.08"));
    CHECK_FALSE(read_money("92233720368547759"));
    CHECK_FALSE(read_money("9223372036854775807"));
    CHECK_FALSE(read_money(std::string(1000, '9')));
    CHECK(read_money(std::string(1000, '0') + "7") == 700);
}

TEST_CASE("money is written with two decimals and reads back", "[number]") {
    CHECK(money_text(18600000) == "186000.00");
    CHECK(money_text(5) == "0.05");
    CHECK(money_text(0) == "0.00");
    CHECK(money_text(-105) == "-1.05");
    CHECK(money_text(greatest) == "92233720368547758.07");
    CHECK(money_text(least) == "-92233720368547758.08");
    for (const std::int64_t fen : {std::int64_t{1}, std::int64_t{99}, std::int64_t{100}, std::int64_t{123456789}, greatest}) {
        CHECK(read_money(money_text(fen)) == fen);
    }
}

TEST_CASE("an integer is digits with at most a minus before them", "[number]") {
    CHECK(read_integer("0") == 0);
    CHECK(read_integer("-7") == -7);
    CHECK(read_integer("007") == 7);
    CHECK(read_integer("9223372036854775807") == greatest);
    CHECK(read_integer("-9223372036854775808") == least);
    for (const auto* text :
         {"", "-", "+7", " 7", "7 ", "7.0", "1,000", "--7", "0x7", "7a", "9223372036854775808", "-9223372036854775809", "７"}) {
        CAPTURE(text);
        CHECK_FALSE(read_integer(text));
    }
}

TEST_CASE("shares are brought to lowest terms", "[number]") {
    CHECK(lowest_terms(60, 100) == Fraction{3, 5});
    CHECK(lowest_terms(0, 7) == Fraction{0, 1});
    CHECK(lowest_terms(3, 1) == Fraction{3, 1});
    CHECK(lowest_terms(greatest, greatest) == Fraction{1, 1});
    CHECK(fraction_text({2, 3}) == "2/3");
}
