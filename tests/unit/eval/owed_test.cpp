// What is still owed at the end: steps, deadlines without an attempt, the procedure's own requirements (judging, section 10).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const std::string vote = "会议 大会 { 到会 应到 过半数；赞成 到会 过半数 }";
const std::string ten = "名册: { 大会: 10 }\n";
const std::string closed = "结案: 2024-03-20";
const std::string first = "{ 步骤: 一, 日期: 2024-03-01 }";
const std::string second = "{ 步骤: 二, 日期: 2024-03-05 }";
const std::string carried = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }";
const std::string lost = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 4, 反对: 3, 弃权: 1 }";
const std::string no_quorum = "{ 步骤: 一, 日期: 2024-03-01, 到会: 5, 赞成: 5, 反对: 0, 弃权: 0 }";
const std::string uncounted = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8 }";

/// "result state" of a step's 办理.
std::string owes(const verdict::Verdict& v, const std::string& step) {
    return result(v, step + ".办理", 0) + ' ' + state(v, step);
}

const Rule& chain() {
    static const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }");
    return rule;
}
const Rule& voted() {
    static const Rule rule("步骤 一 { " + vote + " }\n步骤 二 { 须经 一 }");
    return rule;
}

}  // namespace

TEST_CASE("a step that may be taken is owed: pending while the case lives, broken once it is closed", "[eval][owed]") {
    CHECK(owes(chain().judge(first), "二") == "pending owed");
    CHECK(owes(chain().judge(first, closed, "2024-03-19"), "二") == "pending owed");
    CHECK(owes(chain().judge(first, closed, "2024-03-20"), "二") == "violated owed");
    CHECK(status(chain().judge(first, closed)) == "flawed");
    CHECK(status(chain().judge(first)) == "in_progress");
    CHECK(owes(chain().judge(first + ", " + second), "二") == "satisfied done");
    CHECK(owes(chain().judge("", closed), "一") == "violated owed");
}

TEST_CASE("a step that may not be taken yet is not owed", "[eval][owed]") {
    CHECK(owes(chain().judge(""), "二") == "- not_yet");
    CHECK(owes(chain().judge("", closed), "二") == "- not_yet");
    CHECK(owes(voted().judge(lost, ten), "二") == "- not_yet");
    CHECK(owes(voted().judge(no_quorum, ten), "二") == "- not_yet");
    CHECK(owes(voted().judge(uncounted, ten), "二") == "- not_yet");
    CHECK(owes(voted().judge(carried, ten), "二") == "pending owed");
    const Rule whatever("步骤 一 { " + vote + " }\n步骤 二 { 须经 一 不论结果 }");
    CHECK(owes(whatever.judge(lost, ten), "二") == "pending owed");
    CHECK(owes(chain().judge("{ 步骤: 一 }", "截至: 2024-03-05"), "二") == "- not_yet");
    // Under way at the end of the day: not done yet.
    const std::string lasting = "{ 步骤: 一, 起: 2024-03-01, 止: 2024-03-05 }";
    CHECK(owes(chain().judge(lasting, {}, "2024-03-04"), "二") == "- not_yet");
    CHECK(owes(chain().judge(lasting, {}, "2024-03-05"), "二") == "pending owed");
}

TEST_CASE("a step whose 当 is false is skipped, one whose 当 is unknown waits for it until the case is closed", "[eval][owed]") {
    const Rule rule("步骤 一 当 涉密 { }");
    CHECK(owes(rule.judge("", "事项: { 涉密: 否 }\n" + closed), "一") == "not_applicable skipped");
    CHECK(finding(rule.judge("", "事项: { 涉密: 否 }"), "一.办理", 0).why == verdict::Why::skipped);
    CHECK(owes(rule.judge("", "事项: { 涉密: 是 }\n" + closed), "一") == "violated owed");
    CHECK(owes(rule.judge(""), "一") == "pending owed");
    const auto open = rule.judge("", closed);
    CHECK(owes(open, "一") == "undetermined owed");
    CHECK(missing(open, "一.办理", 0) == "matter_field 涉密");
    CHECK(status(open) == "undetermined");
}

TEST_CASE("an optional step is never owed", "[eval][owed]") {
    const Rule rule("可以 步骤 一 { 时限 自 二 起 5日 内 }\n步骤 二 { }");
    const auto v = rule.judge("{ 步骤: 二, 日期: 2024-03-01 }", closed);
    CHECK(owes(v, "一") == "- optional");
    CHECK(result(v, "一.时限", 0) == "-");
    CHECK(status(v) == "valid");
}

TEST_CASE("attempts that are void or withdrawn leave a step open; in a closed case they are charged", "[eval][owed]") {
    CHECK(owes(voted().judge(no_quorum, ten), "一") == "pending attempted");
    const auto v = voted().judge(no_quorum, ten + closed);
    CHECK(owes(v, "一") == "violated attempted");
    CHECK(causes(v, "一.办理", 0) == "charged 一 1");
    CHECK(finding(v, "一.办理", 0).inherited());
    CHECK(status(v) == "void");
    const std::string withdrawn = carried + ", { 事: 撤回, 步骤: 一, 日期: 2024-03-02 }";
    CHECK(owes(voted().judge(withdrawn, ten), "一") == "pending attempted");
    CHECK(causes(voted().judge(withdrawn, ten + closed), "一.办理", 0) == "charged 一 1");
    CHECK(owes(voted().judge(uncounted, ten + closed), "一") == "satisfied undetermined");
}

TEST_CASE("a step passed over is charged once, to the attempt that passed it over", "[eval][owed]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }\n步骤 三 { 须经 一 }");
    const auto v = rule.judge(second + ", { 步骤: 三, 日期: 2024-03-06 }");
    CHECK(owes(v, "一") == "violated not_yet");
    CHECK(causes(v, "一.办理", 0) == "charged 二 1 二.顺序");
    CHECK(status(v) == "void");
    // Also where nothing else could be said of the step: the case is ended, or the record incomplete.
    CHECK(owes(rule.judge(second + ", { 步骤: 一, 日期: 2024-03-06 }"), "一") == "satisfied done");
    const Rule lifted("步骤 一 { }\n步骤 二 { 须经 一 除外 紧急 }");
    CHECK(owes(lifted.judge(second, "事项: { 紧急: 是 }"), "一") == "pending owed");
    CHECK(owes(chain().judge(second, "记录: 不全"), "一") == "undetermined owed");
}

TEST_CASE("after a return nothing is owed of the steps that were taken before it", "[eval][owed]") {
    const Rule rule("步骤 拟 { }\n步骤 一 { 须经 拟\n" + vote + "\n未通过 则 退回 拟 }");
    const std::string drafted = "{ 步骤: 拟, 日期: 2024-02-28 }, ";
    CHECK(owes(rule.judge(drafted + lost, ten), "一") == "satisfied done");
    const auto v = rule.judge(drafted + lost + ", { 步骤: 拟, 日期: 2024-03-05 }", ten + closed);
    CHECK(owes(v, "一") == "- not_yet");
    CHECK(status(v) == "valid");
}

TEST_CASE("a case that was ended owes nothing more", "[eval][owed]") {
    const Rule rule("步骤 一 { " + vote + "\n未通过 则 终止 }\n步骤 二 { }\n可以 步骤 三 { }");
    const auto v = rule.judge(lost, ten + closed);
    CHECK(owes(v, "二") == "- closed_off");
    CHECK(owes(v, "三") == "- closed_off");
    CHECK(status(v) == "valid");
    CHECK(owes(rule.judge(carried, ten + closed), "二") == "violated owed");
}

TEST_CASE("under an incomplete record nobody can tell whether a step was taken", "[eval][owed]") {
    const auto v = chain().judge("", "记录: 不全\n" + closed);
    CHECK(owes(v, "一") == "undetermined owed");
    CHECK(missing(v, "一.办理", 0) == "record_incomplete");
    CHECK(owes(v, "二") == "- not_yet");
    CHECK(status(v) == "undetermined");
    CHECK(owes(chain().judge(first, "记录: 不全"), "一") == "satisfied done");
}

namespace {

/// A deadline of a step that was not taken; 2024-03-06 is its last day.
verdict::Verdict waiting(const std::string& deadline, const std::string& rest, std::string_view as_of, const std::string& act = first,
                         const std::string& more = {}) {
    const Rule rule("步骤 一 { }\n步骤 前 { }\n步骤 二 { " + more + "时限 自 一 起 5日 内" + deadline + " }");
    return rule.judge(act, rest, as_of);
}
std::string late(const std::string& deadline, const std::string& rest = {}, std::string_view as_of = "2024-03-07") {
    return result(waiting(deadline, rest, as_of), "二.时限", 0);
}

}  // namespace

TEST_CASE("a deadline is listed with a step only where the step could be taken and its day runs", "[eval][owed]") {
    CHECK(late("") == "violated");
    CHECK(result(waiting("", {}, "2024-03-07", "{ 步骤: 前, 日期: 2024-03-01 }"), "二.时限", 0) == "-");
    CHECK(result(waiting("", {}, "2024-03-07", first, "须经 前\n"), "二.时限", 0) == "-");
    CHECK(result(waiting("", {}, "2024-03-07", first + ", { 步骤: 二, 日期: 2024-03-02 }"), "二.时限", 0) == "-");
    const Rule skipped("步骤 一 { }\n步骤 二 当 涉密 { 时限 自 一 起 5日 内 }");
    CHECK(result(skipped.judge(first, "事项: { 涉密: 否 }", "2024-03-07"), "二.时限", 0) == "-");
    CHECK(result(skipped.judge(first, {}, "2024-03-07"), "二.时限", 0) == "violated");
}

TEST_CASE("a deadline is owed until an effective attempt meets it", "[eval][owed]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一\n由 甲方\n时限 自 一 起 5日 内 }");
    const auto by = [](const std::string& who, int day) {
        return ", { 步骤: 二, 日期: 2024-03-0" + std::to_string(day) + ", 由: " + who + " }";
    };
    const auto at_end = [&](const std::string& acts, std::string_view as_of) {
        const auto v = rule.judge(first + acts, {}, as_of);
        std::string out = result(v, "二.时限", 0);
        if (const auto* f = listed(v, "二.时限", 0))
            for (const auto& cause : f->causes) out += ' ' + std::string(verdict::name(cause.kind)) + std::to_string(cause.attempt);
        return out;
    };
    CHECK(at_end("", "2024-03-06") == "pending");
    CHECK(at_end(by("乙方", 3), "2024-03-05") == "pending void1");
    CHECK(at_end(by("乙方", 3), "2024-03-06") == "pending void1");
    CHECK(at_end(by("乙方", 3), "2024-03-07") == "violated void1");
    CHECK(at_end(by("乙方", 3) + by("乙方", 4), "2024-03-07") == "violated void2");
    CHECK(at_end(by("甲方", 3) + ", { 事: 撤回, 步骤: 二, 日期: 2024-03-04 }", "2024-03-06") == "pending withdrawn1");
    CHECK(at_end(by("甲方", 3) + ", { 事: 撤回, 步骤: 二, 日期: 2024-03-04 }", "2024-03-07") == "violated withdrawn1");
    CHECK(at_end(by("甲方", 3), "2024-03-07") == "-");
    CHECK(at_end(by("乙方", 3) + by("甲方", 6), "2024-03-08") == "-");
    CHECK(result(rule.judge(first + by("乙方", 3) + by("甲方", 6)), "二.时限", 2) == "satisfied");
    CHECK(result(rule.judge(first + by("乙方", 3) + by("甲方", 7)), "二.时限", 2) == "violated");
}

TEST_CASE("当, 除外 and the day in force of a deadline without an attempt", "[eval][owed]") {
    CHECK(late(" 当 紧急", "事项: { 紧急: 否 }") == "-");
    CHECK(late(" 当 紧急", "事项: { 紧急: 是 }") == "violated");
    CHECK(late(" 当 紧急", {}, "2024-03-06") == "pending");
    CHECK(missing(waiting(" 当 紧急", {}, "2024-03-07"), "二.时限", 0) == "matter_field 紧急");
    CHECK(late(" 除外 紧急", "事项: { 紧急: 是 }") == "not_applicable");
    CHECK(late(" 除外 紧急", "事项: { 紧急: 否 }") == "violated");
    CHECK(late(" 除外 紧急", {}) == "undetermined");
    CHECK(late(" 自 2024-03-08 施行") == "not_applicable");
    CHECK(late(" 自 2024-03-07 施行") == "violated");
    CHECK(late(" 当 本次.地点 已记载") == "-");
    CHECK(missing(waiting(" 当 本次.登记 不少于 1", {}, "2024-03-07"), "二.时限", 0) == "step_not_taken 二");
}

namespace {

verdict::Verdict own(const std::string& requirement, const std::string& rest, const std::string& acts = first,
                     const std::string& steps = "步骤 一 { }\n步骤 二 { 须经 一 }") {
    const Rule rule(steps + "\n要求 查: " + requirement);
    return rule.judge(acts, rest);
}
std::string own_result(const std::string& requirement, const std::string& rest, const std::string& acts = first) {
    return result(own(requirement, rest, acts), "查", 0);
}

}  // namespace

TEST_CASE("the procedure's own requirements wait while they may still be met", "[eval][owed]") {
    const std::string yes = "事项: { 涉密: 是 }\n", no = "事项: { 涉密: 否 }\n", complete = first + ", " + second;
    CHECK(own_result("涉密", yes) == "satisfied");
    CHECK(own_result("涉密", no) == "pending");
    CHECK(own_result("涉密", "") == "pending");
    for (const auto& [rest, acts] : {std::pair(closed, first), std::pair(std::string(), complete)}) {
        CHECK(own_result("涉密", yes + rest, acts) == "satisfied");
        CHECK(own_result("涉密", no + rest, acts) == "violated");
        CHECK(own_result("涉密", rest, acts) == "undetermined");
    }
    // What must not be cannot be mended by waiting.
    CHECK(own_result("不得 涉密", yes) == "violated");
    CHECK(own_result("不得 涉密", no) == "satisfied");
    CHECK(own_result("不得 涉密", "") == "undetermined");
    CHECK(own_result("原则上 涉密", no) == "pending");
    CHECK(own_result("涉密 当 紧急", "事项: { 涉密: 否, 紧急: 否 }") == "not_applicable");
    CHECK(own_result("涉密 除外 紧急", "事项: { 涉密: 否, 紧急: 是 }") == "not_applicable");
    CHECK(own_result("涉密 当 紧急", no) == "pending");
}

TEST_CASE("a case is complete when each step that nothing follows stands, optional and skipped ones aside", "[eval][owed]") {
    const auto with = [](const std::string& steps, const std::string& acts) {
        return result(own("涉密", "事项: { 涉密: 否, 紧急: 否 }", acts, steps), "查", 0);
    };
    const std::string two = "步骤 一 { }\n步骤 二 { }";
    CHECK(with(two, first) == "pending");
    CHECK(with(two, first + ", " + second) == "violated");
    CHECK(with("步骤 一 { }\n可以 步骤 二 { }", first) == "violated");
    CHECK(with("步骤 一 { }\n步骤 二 当 紧急 { }", first) == "violated");
    CHECK(with("步骤 一 { }\n步骤 二 { 要求 重: 紧急 否则 无效 }", first + ", " + second) == "pending");
}
