// One requirement: applicability, test, exceptions, reason, result, and what they make of the attempt (judging, sections 4 and 5).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

/// 'y', 'n' or anything else for not recorded.
std::string flag(const char* name, char value) {
    return value == 'y' ? std::string(name) + ": 是, " : value == 'n' ? std::string(name) + ": 否, " : std::string();
}

/// The matter: is it secret, is it urgent, does it belong to farming.
std::string matter(char secret, char urgent = '?', char farming = '?') {
    const auto industry = farming == 'y' ? "产业: 农, " : farming == 'n' ? "产业: 工, " : "";
    auto fields = flag("涉密", secret) + flag("紧急", urgent) + industry;
    if (!fields.empty()) fields.resize(fields.size() - 2);
    return "事项: { " + fields + " }";
}

const std::string done = "{ 步骤: 办, 日期: 2024-03-01 }";

/// One requirement 查 of a step 办.
verdict::Verdict judged(const std::string& requirement, const std::string& rest, const std::string& act = done) {
    const Rule rule("步骤 办 { 要求 查: " + requirement + " }");
    return rule.judge(act, rest);
}

std::string why(const verdict::Verdict& v, std::string_view id) {
    const auto& f = finding(v, id);
    return std::string(verdict::name(f.result)) + ' ' + std::string(verdict::name(f.why));
}

}  // namespace

TEST_CASE("当 and the demand: every pair of true, false and unknown", "[eval][findings]") {
    const auto at = [](char secret, char urgent) { return judged("涉密 当 紧急", matter(secret, urgent)); };
    for (const char secret : {'y', 'n', '?'}) CHECK(why(at(secret, 'n'), "办.查") == "not_applicable condition_false");
    CHECK(why(at('y', 'y'), "办.查") == "satisfied none");
    CHECK(why(at('n', 'y'), "办.查") == "violated none");
    CHECK(why(at('?', 'y'), "办.查") == "undetermined none");
    CHECK(missing(at('?', 'y'), "办.查") == "matter_field 涉密");
    // What is met is met, whether it had to be or not.
    CHECK(result(at('y', '?'), "办.查") == "satisfied");
    CHECK(missing(at('n', '?'), "办.查") == "matter_field 紧急");
    CHECK(missing(at('?', '?'), "办.查") == "matter_field 紧急; matter_field 涉密");
}

TEST_CASE("a requirement in force from a day: the day before, the day, the day after, undated", "[eval][findings]") {
    const auto on = [](const std::string& when, const std::string& more = {}) {
        return judged("涉密 自 2024-03-02 施行" + more, matter('n', 'n'), "{ 步骤: 办" + when + " }");
    };
    CHECK(why(on(", 日期: 2024-03-01"), "办.查") == "not_applicable not_in_force");
    CHECK(why(on(", 日期: 2024-03-02"), "办.查") == "violated none");
    CHECK(why(on(", 日期: 2024-03-03"), "办.查") == "violated none");
    CHECK(missing(on(""), "办.查") == "act_date 办 1");
    // Not in force is looked at first, then the condition.
    CHECK(why(on(", 日期: 2024-03-01", " 当 紧急"), "办.查") == "not_applicable not_in_force");
    CHECK(why(on(", 日期: 2024-03-02", " 当 紧急"), "办.查") == "not_applicable condition_false");
    CHECK(why(on("", " 当 紧急"), "办.查") == "not_applicable condition_false");
}

TEST_CASE("what is allowed is never broken", "[eval][findings]") {
    for (const char secret : {'y', 'n', '?'}) CHECK(result(judged("可以 涉密", matter(secret)), "办.查") == "satisfied");
    CHECK(why(judged("可以 涉密 当 紧急", matter('n', 'n')), "办.查") == "not_applicable condition_false");
    CHECK(result(judged("可以 涉密 当 紧急", matter('n')), "办.查") == "satisfied");
}

TEST_CASE("an exception lifts what is not met: true, false, unknown", "[eval][findings]") {
    const auto at = [](char secret, char urgent, char farming) {
        return judged("涉密 当 紧急 除外 产业 是 农", matter(secret, urgent, farming));
    };
    for (const char farming : {'y', 'n', '?'}) CHECK(why(at('y', 'y', farming), "办.查") == "satisfied none");
    CHECK(why(at('n', 'y', 'y'), "办.查") == "not_applicable exception_true");
    CHECK(finding(at('n', 'y', 'y'), "办.查").exception == 0);
    CHECK(why(at('n', 'y', 'n'), "办.查") == "violated none");
    CHECK(finding(at('n', 'y', 'n'), "办.查").exception == -1);
    CHECK(missing(at('n', 'y', '?'), "办.查") == "matter_field 产业");
    CHECK(why(at('?', 'y', 'y'), "办.查") == "not_applicable exception_true");
    CHECK(missing(at('?', 'y', 'n'), "办.查") == "matter_field 涉密");
    CHECK(missing(at('?', 'y', '?'), "办.查") == "matter_field 涉密; matter_field 产业");
    CHECK(why(at('n', '?', 'y'), "办.查") == "not_applicable exception_true");
    CHECK(missing(at('?', '?', '?'), "办.查") == "matter_field 紧急; matter_field 涉密; matter_field 产业");
}

TEST_CASE("of several exceptions the first that is true is named", "[eval][findings]") {
    const std::string two = "涉密 除外 紧急 除外 产业 是 农";
    CHECK(finding(judged(two, matter('n', 'y', 'y')), "办.查").exception == 0);
    CHECK(finding(judged(two, matter('n', 'n', 'y')), "办.查").exception == 1);
    CHECK(finding(judged(two, matter('n', '?', 'y')), "办.查").exception == 1);
    CHECK(missing(judged(two, matter('n', 'n', '?')), "办.查") == "matter_field 产业");
    CHECK(result(judged(two, matter('n', 'n', 'n')), "办.查") == "violated");
}

TEST_CASE("不得 turns a condition round", "[eval][findings]") {
    CHECK(result(judged("不得 涉密", matter('y')), "办.查") == "violated");
    CHECK(result(judged("不得 涉密", matter('n')), "办.查") == "satisfied");
    CHECK(missing(judged("不得 涉密", matter('?')), "办.查") == "matter_field 涉密");
}

TEST_CASE("分情形 is read from the top; what no situation regulates is unregulated", "[eval][findings]") {
    const std::string choice = "分情形 {\n产业 是 农 => 涉密\n产业 是 工 => 未规定\n其余 => 紧急\n}";
    const auto at = [&](const std::string& industry, char secret, char urgent) {
        return judged(choice, "事项: { " + flag("涉密", secret) + flag("紧急", urgent) + "产业: " + industry + " }");
    };
    CHECK(result(at("农", 'y', 'n'), "办.查") == "satisfied");
    CHECK(finding(at("农", 'y', 'n'), "办.查").situation == 0);
    CHECK(result(at("农", 'n', 'y'), "办.查") == "violated");
    CHECK(missing(at("农", '?', 'y'), "办.查") == "matter_field 涉密");
    CHECK(result(at("工", 'y', 'y'), "办.查") == "unregulated");
    CHECK(finding(at("工", 'y', 'y'), "办.查").situation == 1);
    CHECK(result(at("商", 'n', 'y'), "办.查") == "satisfied");
    CHECK(finding(at("商", 'n', 'y'), "办.查").situation == 2);
    // A situation that is unknown leaves everything after it open.
    CHECK(missing(judged(choice, matter('y', 'y')), "办.查") == "matter_field 产业");
    const std::string open = "分情形 {\n紧急 => 涉密\n产业 是 农 => 涉密\n}";
    CHECK(result(judged(open, matter('y', '?', 'y')), "办.查") == "undetermined");
    CHECK(result(judged(open, matter('y', 'n', 'n')), "办.查") == "unregulated");
    CHECK(finding(judged(open, matter('y', 'n', 'n')), "办.查").situation == 2);
}

TEST_CASE("unregulated comes after unknown and after what an exception lifts", "[eval][findings]") {
    const std::string none = "分情形 {\n涉密 => 未规定\n} 当 紧急 除外 产业 是 农";
    CHECK(result(judged(none, matter('y', 'y', 'n')), "办.查") == "unregulated");
    CHECK(why(judged(none, matter('y', 'y', 'y')), "办.查") == "not_applicable exception_true");
    CHECK(missing(judged(none, matter('y', 'y', '?')), "办.查") == "matter_field 产业");
    CHECK(missing(judged(none, matter('y', '?', 'n')), "办.查") == "matter_field 紧急");
}

TEST_CASE("分情形 under 不得 turns the demand that was chosen round", "[eval][findings]") {
    // The language has no such statement yet; the checked procedure allows it.
    const Rule rule("步骤 办 { 要求 查: 分情形 {\n产业 是 农 => 涉密\n其余 => 未规定\n} }");
    auto barred = rule.procedure();
    for (auto& r : barred.requirements)
        if (r.kind == model::RequirementKind::choice) r.modality = model::Modality::must_not;
    const auto at = [&](char secret, char farming) {
        const auto file = rule.read(Rule::file_of(done, matter(secret, '?', farming)));
        return result(eval::explain(program::compile(barred), file, calendar::built_in(), std::nullopt), "办.查");
    };
    CHECK(at('y', 'y') == "violated");
    CHECK(at('n', 'y') == "satisfied");
    CHECK(at('?', 'y') == "undetermined");
    CHECK(at('y', 'n') == "unregulated");
}

TEST_CASE("原则上 is excused by a reason on record in time", "[eval][findings]") {
    const auto with = [](const std::string& reason, const std::string& modality = "原则上 ",
                         const std::string& when = ", 日期: 2024-03-02") {
        return result(judged(modality + "涉密", matter('n'), "{ 步骤: 办" + when + reason + " }"), "办.查");
    };
    CHECK(with("") == "violated");
    CHECK(with(", 理由: 天气") == "excused");
    CHECK(with(", 理由: { 内容: 天气, 日期: 2024-03-01 }") == "excused");
    CHECK(with(", 理由: { 内容: 天气, 日期: 2024-03-02 }") == "excused");
    CHECK(with(", 理由: { 内容: 天气, 日期: 2024-03-03 }") == "violated");
    CHECK(with(", 理由: { 内容: 天气, 日期: 2024-03-03 }", "原则上 ", "") == "excused");
    CHECK(with(", 理由: 天气", "") == "violated");
    CHECK(result(judged("原则上 涉密", matter('?'), "{ 步骤: 办, 日期: 2024-03-02, 理由: 天气 }"), "办.查") == "undetermined");
    const Rule about("步骤 办 { 材料 提前 3日左右 送达 }");
    CHECK(result(about.judge("{ 步骤: 办, 日期: 2024-03-04, 材料: 2024-03-02, 理由: 天气 }"), "办.材料") == "excused");
    CHECK(result(about.judge("{ 步骤: 办, 日期: 2024-03-04, 材料: 2024-03-02 }"), "办.材料") == "violated");
    CHECK(result(about.judge("{ 步骤: 办, 日期: 2024-03-04, 材料: 2024-03-01 }"), "办.材料") == "satisfied");
}

TEST_CASE("the reason for a short posting is in time until the act that waits, else until as_of", "[eval][findings]") {
    const Rule rule("步骤 示 { 公示 原则上 不少于 5日 }\n步骤 决 { 须经 示 }");
    const auto with = [&](const std::string& day, const std::string& next, std::string_view as_of = {}) {
        return result(rule.judge("{ 步骤: 示, 起: 2024-03-01, 止: 2024-03-03, 理由: { 内容: 天气, 日期: " + day + " } }" + next, {}, as_of),
                      "示.公示.期限");
    };
    const std::string decided = ", { 步骤: 决, 日期: 2024-03-04 }";
    CHECK(with("2024-03-04", decided) == "excused");
    CHECK(with("2024-03-05", decided) == "violated");
    CHECK(with("2024-03-05", "", "2024-03-05") == "excused");
    CHECK(with("2024-03-06", "", "2024-03-05") == "violated");
}

TEST_CASE("the status of an attempt is the first that holds", "[eval][findings]") {
    const Rule rule("步骤 示 {\n要求 重: 涉密 否则 无效\n要求 轻: 紧急\n要求 次: 产业 是 农\n公示 不少于 5日，否则 无效\n}");
    const auto at = [&](char secret, char urgent, char farming, int through = 6) {
        return status(rule.judge("{ 步骤: 示, 起: 2024-03-01 }", matter(secret, urgent, farming), "2024-03-0" + std::to_string(through)),
                      "示");
    };
    CHECK(at('y', 'y', 'y') == "valid");
    CHECK(at('n', 'n', '?', 5) == "void");
    CHECK(at('?', 'n', 'n', 5) == "undetermined");
    CHECK(at('y', 'n', '?', 5) == "pending");
    CHECK(at('y', 'n', '?') == "flawed");
    CHECK(at('y', 'y', '?') == "undetermined");
    CHECK(at('y', 'y', 'n') == "flawed");
}

TEST_CASE("what a breach does to the act follows its consequence", "[eval][findings]") {
    const auto at = [](const std::string& consequence, char secret = 'n') {
        return status(judged("涉密" + consequence, matter(secret)), "办");
    };
    CHECK(at("") == "flawed");
    CHECK(at(" 否则 无效") == "void");
    CHECK(at(" 否则 不得实施") == "void");
    CHECK(at(" 否则 不予受理") == "void");
    CHECK(at(" 否则 可补正") == "flawed");
    CHECK(at(" 否则 通报") == "flawed");
    CHECK(at(" 否则 追责") == "flawed");
    CHECK(at("", '?') == "undetermined");
    CHECK(at(" 否则 无效", '?') == "undetermined");
    const auto unregulated = [](const std::string& consequence, const std::string& more = {}) {
        const Rule rule("步骤 办 { 要求 查: 分情形 {\n涉密 => 未规定\n}" + consequence + "\n" + more + "}");
        return status(rule.judge(done, matter('y', 'n')), "办");
    };
    CHECK(unregulated("") == "undetermined");
    CHECK(unregulated("", "要求 次: 紧急\n") == "flawed");
    CHECK(unregulated(" 否则 无效", "要求 次: 紧急\n") == "undetermined");
}

TEST_CASE("citations are those of the parts that decided", "[eval][findings]") {
    const std::string all =
        "涉密 依据 a.1 释义 \"一\" 当 紧急 依据 a.2 释义 \"二\" 除外 产业 是 农 依据 a.3 除外 产业 是 工 依据 a.4 否则 通报 依据 a.5";
    const auto cited = [&](char secret, char urgent, char farming) {
        std::string out;
        const auto v = judged(all, matter(secret, urgent, farming));
        for (const auto& clause : finding(v, "办.查").citations) out += clause + ' ';
        for (const auto& text : finding(v, "办.查").interpretations) out += text;
        return out;
    };
    CHECK(cited('y', 'y', 'y') == "a.1 一");
    CHECK(cited('y', '?', 'y') == "a.1 a.2 一二");
    CHECK(cited('n', 'n', 'y') == "a.1 a.2 一二");
    CHECK(cited('n', 'y', 'y') == "a.1 a.2 a.3 一二");
    CHECK(cited('n', 'y', 'n') == "a.1 a.2 a.4 一二");
    const auto broken = judged("涉密 依据 a.1 当 紧急 依据 a.2 否则 通报 依据 a.5", matter('n', 'y'));
    CHECK(finding(broken, "办.查").citations == std::vector<std::string>{"a.1", "a.2", "a.5"});
}

TEST_CASE("a 认定 by somebody who may not make it is named and left out of account", "[eval][findings]") {
    const Rule rule("认定 安全 { 由 甲方；结论 是否 }\n步骤 办 { 要求 查: 安全 }");
    const auto by = [](const std::string& who, int day, const char* conclusion) {
        return "{ 认定: 安全, 日期: 2024-02-0" + std::to_string(day) + ", 由: " + who + ", 结论: " + conclusion + " }, ";
    };
    const auto seen = [&](const std::string& acts) {
        const auto v = rule.judge(acts + done);
        std::string out = result(v, "办.查");
        for (const auto& item : finding(v, "办.查").evidence) {
            out += ' ' + (item.record < 0 ? item.name + '=' + item.value : std::to_string(item.record));
            if (item.disregarded != verdict::Disregarded::none)
                out += '(' + item.name + ' ' + item.of + ' ' + item.value + ' ' + std::string(verdict::name(item.disregarded)) + ')';
        }
        return out;
    };
    CHECK(seen(by("甲方", 1, "是")) == "satisfied 1 安全=true 0");
    CHECK(seen(by("乙方", 1, "是")) == "undetermined 1 0(安全 by 乙方 not_competent)");
    CHECK(seen(by("甲方", 1, "否") + by("过路人", 2, "是")) == "violated 2 安全=false 0 1(安全 by 过路人 not_competent)");
    // One that came before the one that stands would have been replaced by it anyhow.
    CHECK(seen(by("乙方", 1, "否") + by("甲方", 2, "是")) == "satisfied 2 安全=true 1");
    std::string many;
    for (int i = 0; i < 21; ++i) many += by("乙方", 1, "是");
    CHECK(finding(rule.judge(many + done), "办.查").evidence.size() == 21);  // its own record and the latest twenty
    CHECK(finding(rule.judge(many + done), "办.查").evidence[1].record == 1);
}

TEST_CASE("evidence: the record, then what the condition, the test and the exceptions name and is known", "[eval][findings]") {
    const auto seen = [](const verdict::Verdict& v) {
        std::string out;
        for (const auto& item : finding(v, "办.查").evidence)
            out += (out.empty() ? "" : " ") + (item.name.empty() ? std::to_string(item.record) : item.name + '=' + item.value);
        return out;
    };
    const std::string all = "涉密 且 金额 不少于 1万元 当 紧急 或 涉密 除外 产业 是 农";
    const auto at = [&](const std::string& fields) { return seen(judged(all, "事项: { " + fields + " }")); };
    CHECK(at("涉密: 是, 紧急: 否, 金额: 2万元, 产业: 农") == "0 紧急=false 涉密=true 金额=20000.00");
    CHECK(at("涉密: 是, 紧急: 否, 金额: 5000元, 产业: 工") == "0 紧急=false 涉密=true 金额=5000.00 产业=工");
    CHECK(at("涉密: 否, 紧急: 否, 金额: 5000元, 产业: 工") == "0 紧急=false 涉密=false");
    CHECK(at("涉密: 是, 金额: 5000元") == "0 涉密=true 金额=5000.00");
    CHECK(seen(judged("涉密 自 2024-03-02 施行 当 紧急", matter('n', 'y'))) == "0");
}
