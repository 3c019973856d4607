// Who held which office, and what was delegated to whom.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string codes(const std::string& text) {
    INFO(text);
    return read(support::village(), text).codes();
}

}  // namespace

TEST_CASE("an office is held from a day to a day; those of other rules are passed over", "[cases]") {
    const auto made = good(
        support::village(),
        "任职: [{ 职务: 镇长, 人: 李四 }, { 职务: 党支部, 人: 张桂兰, 自: 2023-01-01, 至: 2024-06-30 }, { 职务: 党支部, 人: 李有才 }]");
    REQUIRE(made.offices.size() == 2);
    const auto& first = made.offices[0];
    CHECK(made.text(first.person) == "张桂兰");
    CHECK((first.holds_on(base::to_day({2023, 1, 1})) && first.holds_on(base::to_day({2024, 6, 30}))));
    CHECK_FALSE(first.holds_on(base::to_day({2024, 7, 1})));
    CHECK(made.offices[1].holds_on(base::to_day({1999, 1, 1})));
}

TEST_CASE("a delegation says by whom, to whom, for which steps, up to which amount", "[cases]") {
    const auto made = good(support::village(),
                           "授权: [{ 由: 党支部, 给: 王五, 事: [决议, 拨款], 至多: 5万元, 自: 2024-01-01 }, { 由: 党支部, 给: 赵六 }]");
    REQUIRE(made.delegations.size() == 2);
    const auto& first = made.delegations[0];
    CHECK_FALSE(first.every_step);
    CHECK(first.steps_end - first.steps_begin == 1);  // the other is a step of another rule
    CHECK(first.limit == 5'000'000);
    CHECK((first.given.has_from && !first.given.has_until));
    CHECK((made.delegations[1].every_step && !made.delegations[1].has_limit));
}

TEST_CASE("the order of offices and delegations says nothing", "[cases]") {
    const auto one =
        good(support::village(),
             "任职: [{ 职务: 党支部, 人: 甲某 }, { 职务: 党支部, 人: 乙某 }]\n授权: [{ 由: 党支部, 给: 丙某 }, { 由: 党支部, 给: 丁某 }]");
    const auto other =
        good(support::village(),
             "授权: [{ 由: 党支部, 给: 丁某 }, { 由: 党支部, 给: 丙某 }]\n任职: [{ 职务: 党支部, 人: 乙某 }, { 职务: 党支部, 人: 甲某 }]");
    CHECK(one.identity == other.identity);
    CHECK(one.identity != good(support::village(), "任职: [{ 职务: 党支部, 人: 甲某 }]").identity);
}

TEST_CASE("a slip in an office or a delegation is one error", "[cases]") {
    CHECK(codes("任职: 张桂兰") == "C019");
    CHECK(codes("任职: [张桂兰]") == "C020");
    CHECK(codes("任职: [{ 职务: 党支部 }]") == "C095");
    CHECK(codes("任职: [{ 人: 张桂兰 }]") == "C095");
    CHECK(codes("任职: [{ 职务: 党支部, 人: 张桂兰, 自: 2024-02-01, 至: 2024-01-31 }]") == "C030");
    CHECK(codes("任职: [{ 职务: 党支步, 人: 张桂兰 }]") == "C101");
    CHECK(codes("任职: [{ 职物: 党支部, 人: 张桂兰 }]") == "C002");
    CHECK(codes("授权: [{ 由: 党支部, 给予: 王五 }]") == "C002");
    CHECK(codes("授权: [{ 由: 党支部, 事: [决议] }]") == "C095");
    CHECK(codes("授权: [{ 由: 党支部, 给: 王五, 至多: 很多 }]") != "");
    CHECK(codes("授权: [{ 由: 党支部, 给: 王五, 事: [方案公事] }]") == "C107");
    std::string many;
    for (int i = 0; i < 65; ++i) many += std::string(i > 0 ? ", " : "") + "{ 职务: 党支部, 人: 张桂兰 }";
    CHECK(codes("任职: [" + many + "]") == "C094");
}
