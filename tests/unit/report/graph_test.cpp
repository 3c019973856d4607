#include "report/graph_text.hpp"

#include "golden.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using report::Language;
using test::contains;

TEST_CASE("steps are boxes with body and thresholds, joins are drawn", "[report][graph]") {
    const auto dot = report::to_dot(test::full_procedure(), Language::zh);
    CHECK(contains(dot,
                   "s4 [label=\"决议\\n村民代表会议\\n到会 应到人数的三分之二以上\\n赞成 到会人数的过半数\\n时限 自“方案公示”起1个月内\""));
    CHECK(contains(dot, "shape=diamond"));
    CHECK(contains(dot, "shape=circle"));
    CHECK(contains(dot, "s2_j1 -> s2;"));
    CHECK(contains(dot, "s0 -> s2_j1;"));
    CHECK(contains(dot, "s1 -> s2_j1;"));
    CHECK(contains(dot, "s3 -> s4;"));
}

TEST_CASE("optional and conditional steps are dashed, returns are red and dashed", "[report][graph]") {
    const auto dot = report::to_dot(test::full_procedure(), Language::zh);
    const auto line = [&](const std::string& start) {
        const auto at = dot.find(start);
        REQUIRE(at != std::string::npos);
        return dot.substr(at, dot.find('\n', at) - at);
    };
    CHECK(contains(line("s1 [label"), "dashed"));
    CHECK(contains(line("s2 [label"), "dashed"));
    CHECK_FALSE(contains(line("s0 [label"), "dashed"));
    CHECK(contains(line("s4 -> s2"), "style=dashed"));
    CHECK(contains(line("s4 -> s2"), "#b3261e"));
}

TEST_CASE("with a verdict each box says and shows its state", "[report][graph]") {
    const auto value = test::void_case();
    const auto dot = report::to_dot(test::full_procedure(), Language::zh, &value);
    CHECK(contains(dot, "✗ 已办，但不成立"));
    CHECK(contains(dot, "✓ 已办"));
    CHECK(contains(dot, "✗ 已办，有瑕疵\\n违反：公示.期限、公示.内容"));
    CHECK(contains(dot, "#f4c7c3"));
    CHECK(contains(dot, "#d8efd9"));
    CHECK(contains(dot, "#ffefb8"));
}

TEST_CASE("a step that is owed waits; one that was missed is marked so", "[report][graph]") {
    auto value = test::void_case();
    for (auto& step : value.steps) {
        step.state = verdict::StepState::owed;
        step.findings.clear();
    }
    const auto drawn = [&] { return report::to_dot(test::full_procedure(), Language::zh, &value); };
    CHECK(contains(drawn(), "… 应办未办"));
    CHECK_FALSE(contains(drawn(), "✗ 应办未办"));
    value.steps.front().findings.push_back(test::finding("步骤.办理", model::RequirementKind::owed, verdict::Result::violated));
    CHECK(contains(drawn(), "✗ 应办未办"));
}

TEST_CASE("a time limit stands on its step, with a verdict its last day and by how much it was missed", "[report][graph]") {
    auto value = test::undecided_case();
    const auto procedure = test::full_procedure();
    const auto box = [&](std::size_t step, const verdict::Verdict* of) {
        const auto dot = report::to_dot(procedure, Language::zh, of);
        const auto at = dot.find("  s" + std::to_string(step) + " [label");
        return dot.substr(at, dot.find('\n', at) - at);
    };
    std::size_t limited = procedure.steps.size();
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        for (const auto id : procedure.steps[i].requirements)
            if (procedure.requirement(id).kind == model::RequirementKind::deadline) limited = std::min(limited, i);
    REQUIRE(limited < procedure.steps.size());
    CHECK(contains(box(limited, nullptr), "时限 "));
    CHECK_FALSE(contains(box(limited, nullptr), "最后一日"));
    CHECK(contains(report::to_dot(procedure, Language::zh, &value), "最后一日 2024-10-08，迟5日"));
    CHECK(contains(report::to_mermaid(procedure, Language::zh, &value), "最后一日 2024-10-08，迟5日"));
}

TEST_CASE("what the procedure as a whole asks and did not get stands in the caption", "[report][graph]") {
    auto value = test::void_case();
    value.findings.push_back(test::finding("归档", model::RequirementKind::free_form, verdict::Result::violated));
    value.findings.push_back(test::finding("台账", model::RequirementKind::free_form, verdict::Result::undetermined));
    for (const auto& text :
         {report::to_dot(test::full_procedure(), Language::zh, &value), report::to_mermaid(test::full_procedure(), Language::zh, &value)}) {
        CHECK(contains(text, "违反：归档"));
        CHECK(contains(text, "无法判定：台账"));
    }
}

TEST_CASE("names cannot break out of a label", "[report][graph]") {
    auto procedure = test::full_procedure();
    procedure.steps[0].name = "a\"]; x -> y; \\ [\"<script>\n`#&";
    const auto dot = report::to_dot(procedure, Language::en);
    CHECK(contains(dot, "label=\"a\\\"]; x -> y; \\\\ [\\\"<script> `#&"));
    const auto mermaid = report::to_mermaid(procedure, Language::en);
    CHECK(contains(mermaid, "s0[\"a#quot;]; x -#gt; y; #92; [#quot;#lt;script#gt; #96;#35;#amp;"));
}

TEST_CASE("pictures are written as they were agreed", "[report][graph][golden]") {
    const auto value = test::void_case();
    test::check_golden("procedure.zh.dot", report::to_dot(test::full_procedure(), Language::zh));
    test::check_golden("void_case.en.dot", report::to_dot(test::full_procedure(), Language::en, &value));
    test::check_golden("procedure.zh.mmd", report::to_mermaid(test::full_procedure(), Language::zh));
    test::check_golden("void_case.zh.mmd", report::to_mermaid(test::full_procedure(), Language::zh, &value));
}
