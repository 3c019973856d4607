// Rolls with days, classes and numbers that change.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string codes(const std::string& roll) {
    INFO(roll);
    return read(support::village(), "名册: { 村民代表会议: " + roll + " }").codes();
}

}  // namespace

TEST_CASE("a member has days and classes, a number has days and how many are of which class", "[cases]") {
    const auto made = good(support::village(),
                           "名册: { 村民代表会议: [{ 姓名: 张桂兰, 自: 2023-01-01, 至: 2024-03-31, 类别: [党员, 妇女] }, 李有才],"
                           " 党员大会: [{ 人数: 57, 自: 2023-01-01 }, { 人数: 58, 自: 2024-03-01 }] }");
    const auto& named = made.rolls[3];
    REQUIRE(named.entries_end - named.entries_begin == 2);
    CHECK((named.by_name && named.dated));
    CHECK(named.number == unknown_count);
    const auto& first = made.roll_entries[named.entries_begin];
    CHECK(made.text(first.person) == "张桂兰");
    CHECK(first.classes == 3);
    CHECK(first.holds_on(base::to_day({2023, 1, 1})));
    CHECK(first.holds_on(base::to_day({2024, 3, 31})));
    CHECK_FALSE(first.holds_on(base::to_day({2022, 12, 31})));
    CHECK_FALSE(first.holds_on(base::to_day({2024, 4, 1})));
    CHECK(made.roll_entries[named.entries_begin + 1].holds_on(base::to_day({1999, 1, 1})));
    const auto& numbered = made.rolls[2];
    CHECK_FALSE(numbered.by_name);
    CHECK(numbered.dated);
    CHECK(made.roll_entries[numbered.entries_begin + 1].number == 58);
}

TEST_CASE("classes without days leave the number known", "[cases]") {
    const auto made = good(support::village(), "名册: { 村民代表会议: { 人数: 45, 其中: { 妇女: 15 } } }");
    CHECK(made.rolls[3].number == 45);
    REQUIRE(made.class_counts.size() == 1);
    CHECK(made.class_counts[0] == ClassCount{1, 15});
}

TEST_CASE("who left and came back stands twice, on different days", "[cases]") {
    const auto made =
        good(support::village(), "名册: { 村民代表会议: [{ 姓名: 张桂兰, 至: 2023-06-30 }, { 姓名: 张桂兰, 自: 2023-07-01 }] }");
    CHECK(made.rolls[3].entries_end - made.rolls[3].entries_begin == 2);
    CHECK(codes("[{ 姓名: 张桂兰, 至: 2023-06-30 }, { 姓名: 张桂兰, 自: 2023-06-30 }]") == "C037");
    CHECK(codes("[{ 姓名: 张桂兰 }, { 姓名: 张桂兰, 自: 2023-06-30 }]") == "C037");
}

TEST_CASE("a slip in a roll is one error", "[cases]") {
    CHECK(codes("[{ 自: 2023-01-01 }]") == "C071");
    CHECK(codes("[{ 姓名: 张桂兰, 人数: 3 }]") == "C071");
    CHECK(codes("[张桂兰, { 人数: 57 }]") == "C072");
    CHECK(codes("[{ 姓名: 张桂兰, 类别: 党圆 }]") == "C073");
    CHECK(codes("[{ 姓名: 张桂兰, 其中: { 党员: 3 } }]") == "C074");
    CHECK(codes("[{ 人数: 3, 类别: 党员 }]") == "C074");
    CHECK(codes("[{ 人数: 3, 自: 2023-01-01 }, { 人数: 4, 自: 2023-01-01 }]") == "C075");
    CHECK(codes("[{ 姓名: 张桂兰, 自: 2024-01-01, 至: 2023-01-01 }]") == "C030");
    CHECK(codes("[{ 姓名: 张桂兰, 自: 2024-01-01, 自: 2024-01-02 }]") == "F007");
}
