// Who names whom in 须经, and the rank of each step.
#include "compiling.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;

TEST_CASE("a step without 须经 has rank 0, any other one more than the highest that it names", "[program]") {
    const auto p = compiled(
        "步骤 丁步 { 须经 丙步 且 甲步 }\n步骤 丙步 { 须经 乙步 或 甲步 }\n步骤 乙步 { 须经 甲步 }\n步骤 甲步 { }\n步骤 戊步 { 须经 甲步 "
        "不论结果 }");
    CHECK(step(p, "甲步").rank == 0);
    CHECK(step(p, "乙步").rank == 1);
    CHECK(step(p, "丙步").rank == 2);
    CHECK(step(p, "丁步").rank == 3);
    CHECK(step(p, "戊步").rank == 1);
}

TEST_CASE("predecessors are the steps named, each once, however deep; successors those that name", "[program]") {
    const auto p =
        compiled("步骤 甲步 { }\n步骤 乙步 { }\n步骤 丙步 { 须经 乙步 且 ( 甲步 或 ( 乙步 且 甲步 ) ) }\n步骤 丁步 { 须经 丙步 且 甲步 }");
    CHECK(steps_in(p, step(p, "甲步").predecessors).empty());
    CHECK(steps_in(p, step(p, "丙步").predecessors) == "甲步 乙步");
    CHECK(steps_in(p, step(p, "丁步").predecessors) == "甲步 丙步");
    CHECK(steps_in(p, step(p, "甲步").successors) == "丙步 丁步");
    CHECK(steps_in(p, step(p, "乙步").successors) == "丙步");
    CHECK(steps_in(p, step(p, "丁步").successors).empty());
}

TEST_CASE("a chain of two thousand steps, written backwards", "[program]") {
    constexpr int length = 2000;
    std::string text;
    for (int i = length - 1; i > 0; --i) text += "步骤 第" + std::to_string(i) + "步 { 须经 第" + std::to_string(i - 1) + "步 }\n";
    const auto p = compiled(text + "步骤 第0步 { }");
    REQUIRE(p.steps.size() == length);
    for (std::size_t i = 0; i < length; ++i) CHECK(p.steps[i].rank == length - 1 - i);
}

TEST_CASE("the nodes of 须经 lie together, its root first, its parts by index", "[program]") {
    const auto p = compiled("步骤 甲步 { }\n步骤 乙步 { }\n步骤 丙步 { 须经 甲步 且 ( 乙步 不论结果 或 甲步 ) }\n步骤 丁步 { }");
    const auto nodes = step(p, "丙步").prerequisite;
    REQUIRE(nodes.size() == 5);
    const auto& root = p.prerequisites[nodes.begin];
    CHECK(root.kind == model::Prerequisite::Kind::all);
    REQUIRE(root.parts.size() == 2);
    const auto part = [&](const program::Prerequisite& of, std::uint32_t i) -> const program::Prerequisite& {
        const auto index = static_cast<std::uint32_t>(p.numbers[of.parts.begin + i]);
        CHECK(index >= nodes.begin);
        CHECK(index < nodes.end);
        return p.prerequisites[index];
    };
    CHECK(part(root, 0).kind == model::Prerequisite::Kind::leaf);
    CHECK(p.procedure->steps[part(root, 0).step].name == "甲步");
    CHECK_FALSE(part(root, 0).whatever_outcome);
    const auto& either = part(root, 1);
    CHECK(either.kind == model::Prerequisite::Kind::any);
    CHECK(p.procedure->steps[part(either, 0).step].name == "乙步");
    CHECK(part(either, 0).whatever_outcome);
    CHECK(p.procedure->steps[part(either, 1).step].name == "甲步");
    CHECK(step(p, "丁步").prerequisite.empty());
}
