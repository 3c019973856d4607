// Every name that a verdict can hold is held by some verdict made here.
#include <map>
#include <set>

#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

struct Sample {
    std::string names;  ///< the names that it is there for: "result excused", apart by commas
    std::string rule;
    std::string acts;
    std::string rest = {};
    std::string as_of = {};
    bool bare_calendar = false;
};

const std::string ten = "名册: { 大会: 10 }\n";
const std::string vote = "会议 大会 { 到会 应到 过半数；赞成 到会 过半数 }";
const std::string held = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }";
const std::string lost = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 4, 反对: 3, 弃权: 1 }";
const std::string no_quorum = "{ 步骤: 一, 日期: 2024-03-01, 到会: 5, 赞成: 5, 反对: 0, 弃权: 0 }";
const std::string first = "{ 步骤: 一, 日期: 2024-03-01 }";
const std::string second = ", { 步骤: 二, 日期: 2024-03-05 }";
const std::string dates_compared = "步骤 一 { }\n步骤 二 { 要求 一.日期 早于 本次.日期 }";
const std::string voted = "步骤 一 { " + vote + " }\n步骤 二 { 须经 一 }";

/// A step 一 with one requirement, done on 2024-03-01.
Sample of_condition(std::string names, const std::string& condition, const std::string& rest = {}, const std::string& fields = {}) {
    return {std::move(names), "步骤 一 { 要求 " + condition + " }", "{ 步骤: 一, 日期: 2024-03-01" + fields + " }", rest};
}

std::vector<Sample> samples() {
    return {
        {"result satisfied, status valid, outcome carried, case valid, state done, why none, as_of last_record", "步骤 一 { " + vote + " }",
         held, ten},
        {"result not_reached, outcome lost, cause lost", voted, lost + second, ten},
        {"result violated, status void, case void, cause void, state attempted", voted, no_quorum + second, ten},
        {"result undetermined, status undetermined, case undetermined, outcome open, cause undetermined, missing act_count, missing "
         "step_undetermined, "
         "state undetermined",
         voted, "{ 步骤: 一, 日期: 2024-03-01, 到会: 8 }" + second, ten},
        {"missing roll", "步骤 一 { " + vote + " }", held},
        of_condition("status flawed, case flawed, outcome none", "涉密", "事项: { 涉密: 否 }"),
        of_condition("result excused", "原则上 涉密", "事项: { 涉密: 否 }", ", 理由: 天气"),
        of_condition("result unregulated", "分情形 {\n涉密 => 未规定\n}", "事项: { 涉密: 是 }"),
        of_condition("result not_applicable, why condition_false", "涉密 当 紧急", "事项: { 紧急: 否 }"),
        of_condition("why exception_true", "涉密 除外 紧急", "事项: { 涉密: 否, 紧急: 是 }"),
        of_condition("why not_in_force", "涉密 自 2024-03-02 施行"),
        of_condition("missing matter_field", "涉密"),
        of_condition("missing act_field", "本次.地点 是 \"村部\""),
        of_condition("missing form", "本次.形式 是 书面"),
        of_condition("missing overflow", "人数 * 人数 * 人数 不少于 0", "事项: { 人数: 1000000000 }"),
        {"missing end_date", "步骤 一 { 要求 本次.止 晚于 本次.起 }", "{ 步骤: 一, 起: 2024-03-01 }"},
        {"missing parameter", "参数 线 整数\n步骤 一 { 要求 人数 超过 线 }", first, "事项: { 人数: 1 }"},
        {"missing finding", "认定 必要 { 由 甲方；结论 是否 }\n步骤 一 { 要求 必要 }", first},
        {"missing conclusion", "认定 必要 { 由 甲方；结论 是否 }\n步骤 一 { 要求 必要 }",
         "{ 认定: 必要, 由: 甲方, 日期: 2024-03-01 }, " + first},
        {"missing actor", "步骤 一 { 由 甲方 }", first},
        {"missing ballot_form", "步骤 一 { 会议 大会 { 表决方式 无记名 } }", first},
        {"missing contents, missing minutes", "步骤 一 { 公示 内容 包括 { 理由书 }\n记录 包括 { 发言 } }", first},
        {"missing materials", "步骤 一 { 材料 提前 3日 送达 }", first},
        {"missing calendar_year", "步骤 一 { 材料 提前 3个工作日 送达 }", "{ 步骤: 一, 日期: 2024-03-11, 材料: 2024-03-06 }", {}, {}, true},
        {"missing remote_rule, missing proxy_rule", "步骤 一 { " + vote + " }",
         "{ 步骤: 一, 日期: 2024-03-01, 票: [ { 谁: 甲, 投: 赞成, 方式: 远程 }, { 谁: 乙, 投: 赞成, 代: 丙 } ] }",
         "名册: { 大会: [甲, 乙, 丙] }"},
        {"status pending, result pending, case in_progress", "步骤 一 { 公示 不少于 5日，否则 无效 }", "{ 步骤: 一, 起: 2024-03-01 }"},
        {"missing step_not_taken", dates_compared, second.substr(2)},
        {"missing step_void", "步骤 一 { 由 甲方 }\n步骤 二 { 要求 一.日期 早于 本次.日期 }",
         "{ 步骤: 一, 日期: 2024-03-01, 由: 乙方 }" + second},
        {"missing step_withdrawn", dates_compared, first + ", { 事: 撤回, 步骤: 一, 日期: 2024-03-02 }" + second},
        {"note not_competent", "事件 听取意见 { 由 甲方 }\n步骤 一 { }", "{ 事: 听取意见, 日期: 2024-03-01, 由: 乙方 }, " + first},
        {"case not_applicable", "适用 当 涉密\n步骤 一 { }", first, "事项: { 涉密: 否 }"},
        {"why skipped, state skipped", "步骤 一 当 涉密 { }\n步骤 二 { }", first, "事项: { 涉密: 否 }"},
        {"why no_act", "步骤 一 { 时限 自 二 起 5日 内 }\n步骤 二 { }", first},
        {"cause not_attempted, cause charged", "步骤 一 { }\n步骤 二 { 须经 一 }", second.substr(2)},
        {"cause too_late", "步骤 一 { }\n步骤 二 { 须经 一 }", "{ 步骤: 一, 起: 2024-03-01, 止: 2024-03-06 }" + second},
        {"cause undated, missing act_date", "步骤 一 { }\n步骤 二 { 须经 一 }", "{ 步骤: 一 }" + second},
        {"cause condition", "步骤 一 当 涉密 { }\n步骤 二 { 须经 一 }", second.substr(2)},
        {"cause suspended", "步骤 一 { }", "{ 事: 暂缓, 日期: 2024-02-01 }, " + first},
        {"cause withdrawn", "步骤 一 { }\n步骤 二 { 须经 一 }", first + ", { 事: 撤回, 步骤: 一, 日期: 2024-03-02 }" + second},
        {"cause returned", "步骤 零 { }\n步骤 一 { 须经 零\n" + vote + "\n未通过 则 退回 零 }\n步骤 二 { 须经 一 }",
         "{ 步骤: 零, 日期: 2024-02-01 }, " + lost + second, ten},
        {"cause incomplete, missing record_incomplete", "步骤 一 { }\n步骤 二 { 须经 一 }", second.substr(2), "记录: 不全"},
        {"cause same_person", "步骤 一 { }\n步骤 二 { }\n分离 一 二",
         "{ 步骤: 一, 日期: 2024-03-01, 人: 甲 }, { 步骤: 二, 日期: 2024-03-05, 人: [乙, 甲] }"},
        {"missing persons", "步骤 一 { }\n步骤 二 { }\n分离 一 二", first + second},
        {"missing signatures", "步骤 一 { 签批 甲方 -> 乙方 }", first},
        {"missing delegated_amount", "规程 样例 {\n版本 \"1\"\n主体 甲方\n步骤 一 { 由 甲方 }\n}",
         "{ 步骤: 一, 日期: 2024-03-01, 由: 甲方, 人: 丁 }",
         "任职: [ { 职务: 甲方, 人: 丙 } ]\n授权: [ { 由: 甲方, 给: 丁, 至多: 5万元 } ]\n"},
        {"state owed, state not_yet, state optional", "步骤 一 { }\n步骤 二 { 须经 一 }\n可以 步骤 三 { }", ""},
        {"state closed_off", "步骤 一 { " + vote + "\n未通过 则 终止 }\n步骤 二 { }", lost, ten},
        {"note unknown_event, note superseded, note after_as_of, as_of given",
         "步骤 一 { }",
         "{ 事: 茶话会, 日期: 2024-03-01 }, { 步骤: 一, 编号: a, 日期: 2024-03-01 }, { 步骤: 一, 更正: a, 日期: 2024-03-02 }, { 步骤: 一, "
         "日期: 2024-03-09 }",
         {},
         "2024-03-05"},
        {"as_of case_file", "步骤 一 { }", first, "截至: 2024-03-02"},
        {"as_of closed", "步骤 一 { }", first, "结案: 2024-03-02"},
    };
}

class Names {
public:
    explicit Names(const verdict::Verdict& v) {
        add("case", v.status);
        add("outcome", v.outcome);
        add("as_of", v.as_of_source);
        findings(v.findings);
        for (const auto& note : v.notes) add("note", note.kind);
        for (const auto& step : v.steps) {
            add("state", step.state);
            findings(step.findings);
            for (const auto& attempt : step.attempts) {
                add("status", attempt.status);
                add("outcome", attempt.outcome);
                findings(attempt.findings);
            }
        }
    }
    std::set<std::string> all;

private:
    template <class Enum>
    void add(const std::string& group, Enum value) {
        all.insert(group + ' ' + std::string(verdict::name(value)));
    }
    void findings(const std::vector<verdict::Finding>& list) {
        for (const auto& f : list) {
            add("result", f.result);
            add("why", f.why);
            for (const auto& cause : f.causes) add("cause", cause.kind);
            for (const auto& gap : f.missing) add("missing", gap.kind);
        }
    }
};

std::vector<std::string> split(const std::string& names) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < names.size();) {
        const auto end = std::min(names.find(", ", at), names.size());
        out.push_back(names.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

template <class Enum>
void expect_all(const std::set<std::string>& seen, const std::string& group) {
    for (std::uint8_t i = 0;; ++i) {
        const auto name = verdict::name(static_cast<Enum>(i));
        if (name.empty()) return;
        INFO(group << ' ' << name);
        CHECK(seen.count(group + ' ' + std::string(name)) == 1);
    }
}

}  // namespace

TEST_CASE("each result, status, outcome, reason, cause, gap, state and note occurs", "[eval][occurrence]") {
    static const calendar::Calendar bare({});
    std::set<std::string> shown;
    for (const auto& sample : samples()) {
        const auto v = Rule(sample.rule).judge(sample.acts, sample.rest, sample.as_of, sample.bare_calendar ? bare : calendar::built_in());
        const Names names(v);
        for (const auto& name : split(sample.names)) {
            INFO(name << " in " << sample.rule);
            CHECK(names.all.count(name) == 1);
            shown.insert(name);
        }
    }
    using namespace verdict;
    expect_all<Result>(shown, "result");
    expect_all<Status>(shown, "status");
    expect_all<Outcome>(shown, "outcome");
    expect_all<CaseStatus>(shown, "case");
    expect_all<Why>(shown, "why");
    expect_all<CauseKind>(shown, "cause");
    expect_all<MissingKind>(shown, "missing");
    expect_all<StepState>(shown, "state");
    expect_all<NoteKind>(shown, "note");
    expect_all<AsOfSource>(shown, "as_of");
}
