// Depth, rank and rounds of the steps.
#include "graph/step_graph.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

checking::Checked rule(const std::string& steps) {
    auto c = checking::check_in(steps);
    INFO(steps);
    REQUIRE(checking::errors(c).empty());
    return c;
}

std::string names(const model::Procedure& p, const std::vector<model::StepId>& steps) {
    std::string out;
    for (const auto id : steps) out += (out.empty() ? "" : " ") + p.step(id).name;
    return out;
}

const std::string diamond =
    "步骤 末步 { 须经 左步 且 右步 }\n步骤 左步 { 须经 首步 }\n步骤 右步 { 须经 左步 或 首步 }\n步骤 首步 { 由 党支部 "
    "}\n步骤 旁步 { 由 党支部 }";

}  // namespace

TEST_CASE("a step is one deeper than the deepest it names; equal depths stand in the order of the text", "[graph]") {
    const auto c = rule(diamond);
    const auto g = graph::build(c.one());
    CHECK(g.depths == std::vector<std::uint16_t>{3, 1, 2, 0, 0});
    CHECK(names(c.one(), g.order) == "首步 旁步 左步 右步 末步");
    CHECK(g.ranks == std::vector<std::uint16_t>{4, 2, 3, 0, 1});
}

TEST_CASE("each neighbour is named once, whatever the tree repeats", "[graph]") {
    const auto c = rule(
        "步骤 一步 { 由 党支部 }\n步骤 二步 { 由 党支部 }\n步骤 三步 { 须经 (一步 且 二步) 或 (二步 且 一步) 或 一步 "
        "}");
    const auto g = graph::build(c.one());
    CHECK(names(c.one(), g.needs[2]) == "一步 二步");
    CHECK(names(c.one(), g.serves[0]) == "三步");
    CHECK(g.edges.size() == 5);
    for (const auto& edge : g.edges) CHECK(edge.kind == graph::EdgeKind::any);
}

TEST_CASE("steps that a return can repeat share a round", "[graph]") {
    const auto c = rule(
        "步骤 一步 { 由 党支部 }\n步骤 二步 { 须经 一步 }\n步骤 三步 { 须经 二步；会议 大会 { 赞成 到会 过半数 "
        "}；未通过 则 退回 二步 }\n"
        "步骤 四步 { 须经 三步 }");
    const auto g = graph::build(c.one());
    CHECK(g.rounds[1] == g.rounds[2]);
    CHECK(g.rounds[0] != g.rounds[1]);
    CHECK(g.rounds[3] != g.rounds[2]);
    CHECK(g.edges.back().kind == graph::EdgeKind::back);
}

TEST_CASE("what a step rests on is found at any depth, more than 64 questions at once", "[graph]") {
    std::string text = "步骤 第0步 { 由 党支部 }\n";
    for (int i = 1; i < 100; ++i) text += "步骤 第" + std::to_string(i) + "步 { 须经 第" + std::to_string(i - 1) + "步 }\n";
    const auto c = rule(text);
    const auto g = graph::build(c.one());
    std::vector<graph::Pair> pairs;
    for (std::uint16_t i = 0; i < 100; ++i) pairs.push_back({{50}, {i}});
    const auto answers = graph::rest_on(g, pairs);
    for (std::uint16_t i = 0; i < 100; ++i) {
        INFO(i);
        CHECK(answers[i] == (i < 50));
    }
}

TEST_CASE("a procedure without steps has an empty graph", "[graph]") {
    const auto g = graph::build(model::Procedure{});
    CHECK(g.order.empty());
    CHECK(g.edges.empty());
}
