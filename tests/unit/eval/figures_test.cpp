// What a finding shows beside its result: figures, countings, values in canonical writing (judging, section 12).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

/// "measure op needed/found(-found_high)/base denominator share"
std::string shown(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    const auto& f = finding(v, id, number);
    if (!f.numbers) return "none";
    const auto& n = *f.numbers;
    auto out = std::string(verdict::name(n.measure)) + ' ' + std::string(verdict::name(n.op)) + ' ' + figures(f);
    if (n.found_high) out += " up to " + std::to_string(*n.found_high);
    if (n.denominator != model::Denominator::none) out += ' ' + std::string(verdict::name(n.denominator));
    if (n.share) out += ' ' + std::to_string(n.share->num) + '/' + std::to_string(n.share->den);
    return out;
}

/// "from through last_day rolled"
std::string counted(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    const auto& f = finding(v, id, number);
    if (!f.counting) return "none";
    const auto& c = *f.counting;
    return base::iso(c.from) + ' ' + base::iso(c.through) + ' ' + (c.last_day ? base::iso(*c.last_day) : "-") + (c.rolled ? " rolled" : "");
}

verdict::Verdict met(const std::string& threshold, const std::string& counts, const std::string& rest = "名册: { 大会: 10 }") {
    const Rule rule("参数 线 比例\n步骤 会 { 会议 大会 {\n" + threshold + "\n} }");
    return rule.judge("{ 步骤: 会, 日期: 2024-03-01, " + counts + " }", rest);
}

}  // namespace

TEST_CASE("a threshold shows its measure, its comparison, its base and its share", "[eval][figures]") {
    CHECK(shown(met("到会 应到 三分之二以上", "到会: 6"), "会.大会.到会") == "persons greater_equal 7/6/10 entitled 2/3");
    CHECK(shown(met("到会 超过 3人", "到会: 6"), "会.大会.到会") == "persons greater 4/6/-");
    CHECK(shown(met("赞成 到会 过半数", "到会: 8, 赞成: 5"), "会.大会.赞成") == "votes greater 5/5/8 present 1/2");
    CHECK(shown(met("赞成 到会 一致", "到会: 8, 赞成: 5"), "会.大会.赞成") == "votes equal 8/5/8 present 1/1");
    CHECK(shown(met("赞成 到会 60%以上", "到会: 8, 赞成: 5"), "会.大会.赞成") == "votes greater_equal 5/5/8 present 3/5");
    CHECK(shown(met("到会 应到 不少于 线", "到会: 6", "名册: { 大会: 10 }\n参数: { 线: 四分之三 }"), "会.大会.到会") ==
          "persons greater_equal 8/6/10 entitled 3/4");
    CHECK(shown(met("到会 应到 不少于 线", "到会: 6"), "会.大会.到会") == "persons greater_equal -/6/10 entitled");
}

TEST_CASE("figures are given where the test was made, whatever it gave", "[eval][figures]") {
    const std::string counts = "到会: 6";
    const auto with = [&](const std::string& more, const std::string& fields) {
        return shown(met("到会 应到 过半数 " + more, counts, "名册: { 大会: 10 }\n事项: { " + fields + " }"), "会.大会.到会");
    };
    const std::string figures = "persons greater 6/6/10 entitled 1/2";
    CHECK(with("当 紧急", "紧急: 是") == figures);
    CHECK(with("当 紧急", "") == figures);
    CHECK(with("当 紧急", "紧急: 否") == "none");
    CHECK(with("除外 紧急", "紧急: 是") == figures);
    CHECK(with("自 2024-03-02 施行", "") == "none");
    CHECK(shown(met("到会 可以 应到 过半数", counts), "会.大会.到会") == "none");
}

TEST_CASE("a skipped attempt shows nothing but its record", "[eval][figures]") {
    const Rule rule("步骤 会 当 涉密 { 会议 大会 { 到会 应到 过半数 } }");
    const auto v = rule.judge("{ 步骤: 会, 日期: 2024-03-01, 到会: 6 }", "名册: { 大会: 10 }\n事项: { 涉密: 否 }");
    CHECK(shown(v, "会.大会.到会") == "none");
    REQUIRE(finding(v, "会.大会.到会").evidence.size() == 1);
    CHECK(finding(v, "会.大会.到会").evidence.front().record == 0);
}

TEST_CASE("papers: days counted from the delivery through the act, in the unit of the rule", "[eval][figures]") {
    const auto with = [](const std::string& period, const std::string& act, const std::string& rest = {},
                         const calendar::Calendar& calendar = calendar::built_in()) {
        const Rule rule("参数 期 期限\n步骤 会 { 材料 提前 " + period + " 送达 }");
        return rule.judge("{ 步骤: 会" + act + " }", rest, {}, calendar);
    };
    const std::string act = ", 日期: 2024-03-11, 材料: 2024-03-07";
    CHECK(shown(with("3日", act), "会.材料") == "days greater_equal 3/4/-");
    CHECK(counted(with("3日", act), "会.材料") == "2024-03-07 2024-03-11 -");
    CHECK(shown(with("3个工作日", act), "会.材料") == "working_days greater_equal 3/2/-");
    CHECK(shown(with("1周", act), "会.材料").substr(0, 5) == "weeks");
    CHECK(shown(with("1年", act), "会.材料").substr(0, 5) == "years");
    CHECK(shown(with("3日", ", 日期: 2024-03-11"), "会.材料") == "days greater_equal 3/-/-");
    CHECK(counted(with("3日", ", 日期: 2024-03-11"), "会.材料") == "none");
    CHECK(shown(with("期", act), "会.材料") == "none greater_equal -/-/-");
    CHECK(counted(with("期", act), "会.材料") == "none");
    // In a year without an arrangement each weekday may be off, each day of a weekend worked.
    CHECK(shown(with("3个工作日", act, {}, calendar::Calendar({})), "会.材料") == "working_days greater_equal 3/0/- up to 4");
}

TEST_CASE("a posting shows the day on which it is complete, a deadline its last day and whether it moved", "[eval][figures]") {
    const Rule posting("步骤 示 { 公示 不少于 8日 }");
    const auto v = posting.judge("{ 步骤: 示, 起: 2024-03-01 }", {}, "2024-03-06");
    CHECK(shown(v, "示.公示.期限") == "days greater_equal 8/5/-");
    CHECK(counted(v, "示.公示.期限") == "2024-03-01 2024-03-06 2024-03-09");
    const auto deadline = [](const std::string& period) {
        const Rule rule("步骤 收 { }\n步骤 复 { 时限 自 收 起 " + period + " }");
        return rule.judge("{ 步骤: 收, 日期: 2024-03-01 }, { 步骤: 复, 日期: 2024-03-04 }");
    };
    CHECK(shown(deadline("8日 内"), "复.时限") == "days less_equal 8/3/-");
    CHECK(counted(deadline("8日 内"), "复.时限") == "2024-03-01 2024-03-04 2024-03-11 rolled");
    CHECK(counted(deadline("8日 内 计期 不顺延"), "复.时限") == "2024-03-01 2024-03-04 2024-03-09");
    CHECK(counted(deadline("5个工作日 内"), "复.时限") == "2024-03-01 2024-03-04 2024-03-08");
    const Rule none("步骤 收 { }\n步骤 复 { 时限 自 收 起 8日 内 }");
    const auto no_act = none.judge("{ 步骤: 复, 日期: 2024-03-04 }");
    CHECK(shown(no_act, "复.时限") == "none");
    CHECK(counted(no_act, "复.时限") == "none");
}

TEST_CASE("values in canonical writing", "[eval][figures]") {
    const Rule rule(
        "规程 样例 {\n版本 \"1\"\n主体 甲方\n事项 {\n急 是否\n人数 整数\n金额 金额\n签约日 日期\n产业 选项 { 农 工 }\n涉及 清单 { 山 水 田 "
        "}\n地块 清单\n"
        "说明 文本\n负责人 人员\n}\n参数 线 比例\n参数 期 期限\n认定 必要 { 由 甲方；结论 是否 }\n认定 危急 { 由 甲方；结论 是否；未作 "
        "视为 否 }\n"
        "步骤 办 { 要求 查: 急 已记载 且 人数 已记载 且 金额 已记载 且 签约日 已记载 且 产业 已记载 且 涉及 已记载 且 地块 已记载 且 说明 "
        "已记载 "
        "且 负责人 已记载 且 线 已记载 且 期 已记载 且 必要 已记载 且 危急 已记载\n} }");
    const auto v = rule.judge("{ 认定: 必要, 日期: 2024-02-01, 由: 甲方, 结论: 是 }, { 步骤: 办, 日期: 2024-03-01 }",
                              "事项: { 急: 否, 人数: 12, 金额: 1.5万元, 签约日: 2024-03-01, 产业: 工, 涉及: [田, 山], 地块: [东塘, 西塘], "
                              "说明: 甲乙, 负责人: 张三 }\n"
                              "参数: { 线: 60%, 期: 15日 }");
    std::string out;
    for (const auto& item : finding(v, "办.查").evidence)
        out += item.name.empty() ? '#' + std::to_string(item.record) + '\n' : item.name + '=' + item.value + '\n';
    CHECK(out ==
          "#1\n急=false\n人数=12\n金额=15000.00\n签约日=2024-03-01\n产业=工\n涉及=山 田\n地块=东塘 "
          "西塘\n说明=甲乙\n负责人=张三\n线=3/5\n期=15 days\n"
          "必要=true\n#0\n危急=false\n");
}

TEST_CASE("a meeting's vote is shown for each attempt that was not skipped, and for no other step", "[eval][figures]") {
    const Rule rule("步骤 会 { 会议 大会 { 到会 应到 过半数 } }\n步骤 办 { }");
    const auto v = rule.judge(
        "{ 步骤: 会, 日期: 2024-03-01, 到会: 6, 赞成: 4 }, { 步骤: 会, 日期: 2024-03-02 }, { 步骤: 办, 日期: 2024-03-03, 赞成: 4 }");
    CHECK(attempt_of(v, "会", 1).vote == verdict::VoteCount{{}, 6, 4, {}, {}, {}});
    CHECK(attempt_of(v, "会", 2).vote == verdict::VoteCount{});
    CHECK_FALSE(attempt_of(v, "办").vote);
}

TEST_CASE("the heading of a verdict names the procedure and the case", "[eval][figures]") {
    const Rule rule("步骤 办 { }");
    const auto v = rule.judge("{ 步骤: 办, 日期: 2024-03-01 }", "案件: 某案\n");
    CHECK(v.procedure == "样例");
    CHECK(v.version == "1");
    CHECK(v.case_id == "某案");
    CHECK(v.procedure_identity == rule.procedure().identity);
    CHECK(v.engine.empty());
}
