// What is said of a procedure before there is a case.
#include "graph/analyse.hpp"
#include "messages/catalogue.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

std::vector<diag::Diagnostic> analysed(const std::string& steps) {
    const auto c = checking::check_in(steps);
    INFO(steps);
    REQUIRE(checking::errors(c).empty());
    diag::Sink sink;
    graph::analyse(c.one(), sink);
    return sink.sorted();
}

std::string codes(const std::string& steps) {
    std::string out;
    for (const auto& d : analysed(steps)) out += (out.empty() ? "" : " ") + d.code;
    return out;
}

const std::string first = "步骤 首步 { 由 党支部 }\n";

std::string with_condition(const std::string& condition) {
    return first + "步骤 次步 当 " + condition + " { 须经 首步 }";
}

}  // namespace

TEST_CASE("a step whose condition cannot hold is never taken", "[graph][analyse]") {
    for (const auto* never :
         {"金额 20万元以上 且 金额 不满20万元", "涉密 且 非 涉密", "类别 是 甲 且 类别 是 乙", "类别 不属于 { 甲 乙 丙 }",
          "类别 不是 甲 且 类别 不是 乙 且 类别 不是 丙", "人数 超过 3 且 人数 少于 4", "非 (涉密 或 类别 是 甲) 且 类别 是 甲",
          "签约日 早于 2024-01-01 且 签约日 晚于 2024-01-01", "类别 属于 { 甲 乙 } 且 类别 是 丙", "涉密 是 是 且 涉密 是 否"}) {
        INFO(never);
        CHECK(codes(with_condition(never)) == "G001");
    }
}

TEST_CASE("a condition that may hold is left alone, at the edge too", "[graph][analyse]") {
    for (const auto* may :
         {"金额 20万元以上 且 金额 20万元以下", "涉密 或 非 涉密", "类别 不是 甲 且 类别 不是 乙", "人数 超过 3 且 人数 少于 5",
          "类别 属于 { 甲 乙 } 且 类别 不是 甲", "说明 是 \"甲\" 且 说明 是 \"乙\"", "首步.日期 早于 签约日 且 首步.日期 晚于 签约日"}) {
        INFO(may);
        CHECK(codes(with_condition(may)).empty());
    }
}

TEST_CASE("a step that contradicts what the procedure applies to is never taken, and both places are shown", "[graph][analyse]") {
    const auto found = analysed("适用 当 类别 不是 甲 且 金额 1万元以上\n" + with_condition("类别 是 甲"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "G001");
    CHECK(found[0].related.size() == 1);
    CHECK(codes("适用 当 金额 1万元以上\n" + with_condition("金额 不超过 1万元")).empty());
    CHECK(codes("适用 当 金额 1万元以上\n" + with_condition("金额 不满1万元")) == "G001");
}

TEST_CASE("a step that nothing leads to or from stands alone", "[graph][analyse]") {
    CHECK(codes(first + "步骤 次步 { 须经 首步 }\n步骤 孤步 { 由 党支部 }") == "G002");
    CHECK(codes("步骤 孤步 { 由 党支部 }").empty());
    CHECK(codes(first + "步骤 次步 { 须经 首步 }\n步骤 又步 { 须经 首步 }").empty());
}

TEST_CASE("an optional step that another cannot do without is pointed out", "[graph][analyse]") {
    CHECK(codes(first + "可以 步骤 听证 { 须经 首步 }\n步骤 决定 { 须经 听证 }") == "G003");
    CHECK(codes(first + "可以 步骤 听证 { 须经 首步 }\n步骤 决定 { 须经 听证 或 首步 }").empty());
    CHECK(codes(first + "可以 步骤 听证 { 须经 首步 }\n可以 步骤 复核 { 须经 听证 }").empty());
}

TEST_CASE("a return leads to something the step rests on", "[graph][analyse]") {
    const auto back_to = [](const std::string& to) {
        return codes(first + "步骤 旁步 { 须经 首步 }\n步骤 表决 { 须经 首步；会议 大会 { 赞成 到会 过半数 }；未通过 则 退回 " + to +
                     " }\n步骤 末步 { 须经 表决 且 旁步 }");
    };
    CHECK(back_to("首步").empty());
    CHECK(back_to("表决").empty());
    CHECK(back_to("末步") == "G004");
    CHECK(back_to("旁步") == "G005");
}

TEST_CASE("every finding gives its sentence's placeholders a value", "[graph][analyse]") {
    std::size_t kinds = 0;
    for (const auto& steps :
         {with_condition("涉密 且 非 涉密"), first + "步骤 次步 { 须经 首步 }\n步骤 孤步 { 由 党支部 }",
          first + "可以 步骤 听证 { 须经 首步 }\n步骤 决定 { 须经 听证 }",
          first + "步骤 表决 { 须经 首步；会议 大会 { 赞成 到会 过半数 }；未通过 则 退回 末步 }\n步骤 末步 { 须经 表决 }",
          first + "步骤 次步 { 须经 首步 }\n步骤 末步 { 须经 首步 }\n断言 到达 末步 必经 次步"}) {
        for (const auto& d : analysed(steps)) {
            ++kinds;
            for (const auto language : {messages::Language::zh, messages::Language::en}) {
                const auto sentence = messages::format(messages::find(d.code, language), d.arguments);
                INFO(sentence);
                CHECK(sentence.find('{') == std::string::npos);
                for (const auto& r : d.related)
                    CHECK(messages::format(messages::find(r.key, language), r.arguments).find('{') == std::string::npos);
            }
        }
    }
    CHECK(kinds == 5);
}
