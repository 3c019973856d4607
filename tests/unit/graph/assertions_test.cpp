// 断言: held or refuted, with a route that avoids the step.
#include "graph/assertions.hpp"

#include <random>

#include "graph/analyse.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

/// "" where the assertion holds, else the route.
std::string route(const std::string& steps) {
    const auto c = checking::check_in(steps);
    INFO(steps);
    REQUIRE(checking::errors(c).empty());
    const auto found = graph::refuted(c.one(), graph::build(c.one()));
    if (found.empty()) return "";
    std::string out;
    for (const auto id : found[0].route) out += (out.empty() ? "" : " ") + c.one().step(id).name;
    return out + (found[0].skipped ? " (skipped)" : "");
}

const std::string chain = "步骤 提议 { 由 党支部 }\n步骤 商议 { 须经 提议 }\n步骤 审议 { 须经 商议 }\n";

}  // namespace

TEST_CASE("a chain passes each of its steps", "[graph][assert]") {
    CHECK(route(chain + "步骤 公开 { 须经 审议 }\n断言 到达 公开 必经 提议").empty());
    CHECK(route(chain + "步骤 公开 { 须经 审议 }\n断言 到达 公开 必经 审议").empty());
    CHECK(route(chain + "步骤 公开 { 须经 审议 }\n断言 到达 公开 必经 公开").empty());
    CHECK(route(chain + "步骤 公开 { 须经 商议 }\n断言 到达 公开 必经 审议") == "提议 商议 公开");
    CHECK(route(chain + "断言 到达 提议 必经 审议") == "提议");
}

TEST_CASE("of 或 each branch must pass it, of 且 one is enough", "[graph][assert]") {
    CHECK(route(chain + "步骤 公开 { 须经 审议 或 商议 }\n断言 到达 公开 必经 商议").empty());
    CHECK(route(chain + "步骤 公开 { 须经 审议 或 商议 }\n断言 到达 公开 必经 审议") == "提议 商议 公开");
    CHECK(route(chain + "步骤 旁步 { 由 党支部 }\n步骤 公开 { 须经 旁步 且 审议 }\n断言 到达 公开 必经 审议").empty());
    CHECK(route(chain + "步骤 旁步 { 由 党支部 }\n步骤 公开 { 须经 (旁步 且 审议) 或 (旁步 且 提议) }\n断言 到达 公开 必经 审议") ==
          "提议 旁步 公开");
    CHECK(route(chain + "步骤 旁步 { 由 党支部 }\n步骤 公开 { 须经 (旁步 且 审议) 或 (旁步 且 提议) }\n断言 到达 公开 必经 旁步").empty());
}

TEST_CASE("a conditional step may be skipped and passes on what it asks for", "[graph][assert]") {
    const std::string skipping = "步骤 提议 { 由 党支部 }\n步骤 评估 当 涉密 { 须经 提议 }\n";
    CHECK(route(skipping + "步骤 公开 { 须经 评估 }\n断言 到达 公开 必经 评估") == "提议 公开 (skipped)");
    CHECK(route(skipping + "步骤 公开 { 须经 评估 }\n断言 到达 公开 必经 提议").empty());
}

TEST_CASE("a condition that is implied word for word makes the step certain", "[graph][assert]") {
    const std::string skipping = "步骤 提议 { 由 党支部 }\n步骤 评估 当 涉密 { 须经 提议 }\n";
    CHECK(route(skipping + "步骤 公开 当 涉密 { 须经 评估 }\n断言 到达 公开 必经 评估").empty());
    CHECK(route(skipping + "步骤 公开 当 金额 1元以上 且 涉密 { 须经 评估 }\n断言 到达 公开 必经 评估").empty());
    CHECK(route("适用 当 涉密\n" + skipping + "步骤 公开 { 须经 评估 }\n断言 到达 公开 必经 评估").empty());
    CHECK(route(skipping + "步骤 公开 当 涉密 或 金额 1元以上 { 须经 评估 }\n断言 到达 公开 必经 评估") == "提议 公开 (skipped)");
    CHECK(route(skipping + "步骤 公开 当 非 涉密 { 须经 评估 }\n断言 到达 公开 必经 评估") == "提议 公开 (skipped)");
    // The condition of a step in between says nothing of the end.
    CHECK(route(skipping + "步骤 中步 当 涉密 { 须经 评估 }\n步骤 公开 { 须经 中步 }\n断言 到达 公开 必经 评估") ==
          "提议 中步 公开 (skipped)");
}

TEST_CASE("an order that an exception lifts is no certainty", "[graph][assert]") {
    CHECK(route(chain + "步骤 公开 { 须经 审议 除外 涉密 }\n断言 到达 公开 必经 审议") == "公开");
    CHECK(route(chain + "步骤 公开 { 须经 审议 不论结果 }\n断言 到达 公开 必经 审议").empty());
}

TEST_CASE("a refuted assertion is an error that shows the route", "[graph][assert]") {
    const auto c = checking::check_in(chain + "步骤 公开 { 须经 商议 }\n断言 到达 公开 必经 审议");
    diag::Sink sink;
    graph::analyse(c.one(), sink);
    REQUIRE(sink.error_count() == 1);
    const auto& d = sink.entries().back();
    CHECK(d.code == "G006");
    CHECK(std::string(c.text->slice(d.span)) == "断言 到达 公开 必经 审议");
    CHECK(d.arguments[2].second == "提议 → 商议 → 公开");
}

TEST_CASE("random trees: the answer is that of trying every set of steps", "[graph][assert]") {
    // Small rules of unconditional steps: the assertion fails exactly where some set of steps that can be taken holds X
    // and not Y.
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        constexpr int count = 6;
        std::string text;
        const auto term = [&](int below) { return "第" + std::to_string(random() % static_cast<unsigned>(below)) + "步"; };
        for (int i = 0; i < count; ++i) {
            text += "步骤 第" + std::to_string(i) + "步 { 由 党支部";
            if (i > 0 && random() % 5 != 0) {
                const char* inner = random() % 2 == 0 ? " 且 " : " 或 ";
                text += "；须经 (" + term(i) + inner + term(i) + ")" + (random() % 2 == 0 ? " 且 " : " 或 ") + term(i);
            }
            text += " }\n";
        }
        for (int y = 0; y < count; ++y) text += "断言 到达 第5步 必经 第" + std::to_string(y) + "步\n";
        const auto c = checking::check_in(text);
        REQUIRE(checking::errors(c).empty());
        const auto& p = c.one();

        const auto met = [&](const auto& self, const model::Prerequisite& t, unsigned set) -> bool {
            if (t.kind == model::Prerequisite::Kind::leaf) return (set >> t.step.index() & 1U) != 0;
            const bool all = t.kind == model::Prerequisite::Kind::all;
            for (const auto& part : t.parts)
                if (self(self, part, set) != all) return !all;
            return all;
        };
        std::vector<bool> expected(count, false);
        for (unsigned set = 0; set < 1U << count; ++set) {
            bool closed = (set >> 5 & 1U) != 0;
            for (int i = 0; i < count && closed; ++i)
                if ((set >> i & 1U) != 0 && p.steps[static_cast<std::size_t>(i)].prerequisite)
                    closed = met(met, *p.steps[static_cast<std::size_t>(i)].prerequisite, set);
            for (int y = 0; y < count; ++y)
                if (closed && (set >> y & 1U) == 0) expected[static_cast<std::size_t>(y)] = true;
        }
        std::vector<bool> found(count, false);
        for (const auto& r : graph::refuted(p, graph::build(p))) {
            found[r.assertion.through.index()] = true;
            unsigned set = 0;
            for (const auto id : r.route) set |= 1U << id.index();
            CHECK((set >> 5 & 1U) == 1);
            CHECK((set >> r.assertion.through.index() & 1U) == 0);
            for (const auto id : r.route)
                if (p.step(id).prerequisite) CHECK(met(met, *p.step(id).prerequisite, set));
        }
        INFO(text);
        CHECK(found == expected);
    }
}

TEST_CASE("many assertions over many steps are decided together", "[graph][assert]") {
    std::string text = "步骤 第0步 { 由 党支部 依据 t.1 }\n";
    for (int i = 1; i < 5'000; ++i) text += "步骤 第" + std::to_string(i) + "步 { 须经 第" + std::to_string(i - 1) + "步 依据 t.1 }\n";
    for (int i = 0; i < 5'000; ++i) text += "断言 到达 第4999步 必经 第" + std::to_string(i) + "步\n";
    const auto c = checking::check_in(text);
    REQUIRE(checking::errors(c).empty());
    CHECK(graph::refuted(c.one(), graph::build(c.one())).empty());
}
