// 分计: the counts of a meeting by classes of its members.
#include "cases/identity.hpp"
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

std::string codes(const std::string& tallies, const std::string& step = "决议") {
    INFO(tallies);
    return read(support::village(), "经过: [{ 步骤: " + step + ", 日期: 2024-03-01, 分计: " + tallies + " }]").codes();
}

}  // namespace

TEST_CASE("counts by classes stand with the act, in the order of the classes", "[cases]") {
    const auto made =
        good(support::village(),
             "经过: [{ 步骤: 决议, 日期: 2024-03-01, 分计: { 妇女: { 到会: 9, 赞成: 无 }, 党员: { 应到: 12, 到会: 10, 赞成: 7, "
             "反对: 1, 弃权: 1, 其他: 1, 废票: 1, 登记: 12 } } }]");
    const auto& act = made.acts.at(0);
    REQUIRE(act.tallies_end - act.tallies_begin == 2);
    CHECK(made.tallies[act.tallies_begin] == ClassTally{0, 12, 10, 7, 1, 1, 1, 1, 12});
    const auto& women = made.tallies[act.tallies_begin + 1];
    CHECK(women.which == 1);
    CHECK(women.present == 9);
    CHECK(women.yes == 0);
    CHECK(women.entitled == unknown_count);
    CHECK(women.no == unknown_count);
}

TEST_CASE("counts by classes: the order of writing is no part of the case's identity, a figure is", "[cases]") {
    const auto identity_of = [](const std::string& tallies) {
        const auto made = good(support::village(), "经过: [{ 步骤: 决议, 日期: 2024-03-01, 分计: " + tallies + " }]");
        return identity(made, support::village());
    };
    CHECK(identity_of("{ 党员: { 到会: 3 }, 妇女: { 到会: 2 } }") == identity_of("{ 妇女: { 到会: 2 }, 党员: { 到会: 3 } }"));
    CHECK(identity_of("{ 党员: { 到会: 3 } }") != identity_of("{ 党员: { 到会: 4 } }"));
    CHECK(identity_of("{ 党员: { 到会: 3 } }") != identity_of("{ 妇女: { 到会: 3 } }"));
}

TEST_CASE("a slip in counts by classes is one error", "[cases]") {
    CHECK(codes("{ 党员: { 到会: 3 } }").empty());
    CHECK(codes("{ members: { present: 3 } }") == "C073");
    CHECK(codes("{ 党圆: { 到会: 3 } }") == "C073");
    CHECK(codes("{ 党员: { 到回: 3 } }") == "C002");
    CHECK(codes("{ 党员: { 到会: 3, present: 3 } }") == "C003");
    CHECK(codes("{ 党员: { 到会: 三分之二 } }") == "C011");
    CHECK(codes("{ 党员: 3 }") == "C020");
    CHECK(codes("3") == "C020");
    CHECK(codes("{ 党员: { 到会: 3 } }", "提议") == "C080");  // no meeting
    CHECK(codes("{ 党员: { 到会: 3 } }", "商议") == "C080");  // a body without classes
    CHECK(codes("不详").empty());
}
