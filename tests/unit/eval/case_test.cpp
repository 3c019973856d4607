// What the case comes to: what it rests on, its result, its outcome, what is next, the duties opened (judging, section 11).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const std::string ten = "名册: { 大会: 10 }\n";
const std::string vote = "会议 大会 { 到会 应到 过半数；赞成 到会 过半数 }";
const std::string carried = "到会: 8, 赞成: 6, 反对: 1, 弃权: 1";
const std::string lost = "到会: 8, 赞成: 4, 反对: 3, 弃权: 1";
const std::string no_quorum = "到会: 5, 赞成: 5, 反对: 0, 弃权: 0";

std::string act(const std::string& step, int day, const std::string& more = {}) {
    return "{ 步骤: " + step + ", 日期: 2024-03-" + std::to_string(100 + day).substr(1) + (more.empty() ? "" : ", " + more) + " }";
}

/// The attempts that the result rests on: "一1 二1"
std::string counting(const verdict::Verdict& v) {
    std::string out;
    for (const auto& step : v.steps)
        for (const auto& attempt : step.attempts)
            if (attempt.counts) out += (out.empty() ? "" : " ") + step.name + std::to_string(attempt.number);
    return out;
}

std::string case_outcome(const verdict::Verdict& v) {
    return std::string(verdict::name(v.outcome));
}

const verdict::NextStep& next(const verdict::Verdict& v, std::string_view step) {
    for (const auto& item : v.next)
        if (item.step == step) return item;
    throw std::invalid_argument("not next: " + std::string(step));
}

}  // namespace

TEST_CASE("适用 false, unknown, true", "[eval][case]") {
    const Rule rule("适用 当 涉密 依据 a.1\n步骤 一 { 要求 查: 紧急 否则 通报 }\n步骤 二 { }");
    const auto at = [&](const std::string& fields) { return rule.judge(act("一", 1), "事项: { 紧急: 否" + fields + " }"); };
    const auto none = at(", 涉密: 否");
    CHECK(status(none) == "not_applicable");
    CHECK(none.next.empty());
    CHECK(none.duties.empty());
    REQUIRE(none.applies);
    CHECK(none.applies->requirement.empty());
    CHECK(none.applies->result == verdict::Result::not_applicable);
    CHECK(none.applies->why == verdict::Why::condition_false);
    const auto open = at("");
    CHECK(status(open) == "undetermined");
    CHECK(missing(*open.applies) == "matter_field 涉密");
    CHECK(open.duties.size() == 1);
    const auto applies = at(", 涉密: 是");
    CHECK(status(applies) == "flawed");
    CHECK(applies.applies->result == verdict::Result::satisfied);
    CHECK(applies.applies->citations == std::vector<std::string>{"a.1"});
    CHECK(next_steps(applies) == "二");
    CHECK_FALSE(Rule("步骤 一 { }").judge("").applies);
}

TEST_CASE("适用 unknown does not hide what is void", "[eval][case]") {
    const Rule rule("适用 当 涉密\n步骤 一 { " + vote + " }");
    CHECK(status(rule.judge(act("一", 1, no_quorum), ten)) == "void");
    CHECK(status(rule.judge(act("一", 1, carried), ten)) == "undetermined");
    CHECK(status(rule.judge("", ten)) == "undetermined");
}

TEST_CASE("the case rests on the furthest steps reached and on what these rested on", "[eval][case]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }\n步骤 三 { 须经 一 }\n步骤 别 { }");
    CHECK(counting(rule.judge(act("一", 1))) == "一1");
    CHECK(counting(rule.judge(act("一", 1) + ", " + act("二", 2))) == "一1 二1");
    CHECK(counting(rule.judge(act("一", 1) + ", " + act("二", 2) + ", " + act("三", 2) + ", " + act("别", 3))) == "一1 二1 三1 别1");
    // A later attempt of a step that was passed already is nothing that anything rests on.
    CHECK(counting(rule.judge(act("一", 1) + ", " + act("二", 2) + ", " + act("一", 3))) == "一1 二1");
    CHECK(counting(rule.judge(act("一", 1) + ", " + act("一", 2) + ", " + act("二", 3))) == "一2 二1");
}

TEST_CASE("a void attempt counts where nothing stands, unless it was withdrawn or the step is optional", "[eval][case]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一\n" + vote + " }\n可以 步骤 三 { " + vote + " }");
    const auto opened = act("一", 1) + ", ";
    CHECK(counting(rule.judge(opened + act("二", 2, no_quorum), ten)) == "一1 二1");
    CHECK(status(rule.judge(opened + act("二", 2, no_quorum), ten)) == "void");
    CHECK(counting(rule.judge(opened + act("二", 2, no_quorum) + ", " + act("二", 3, carried), ten)) == "一1 二2");
    CHECK(status(rule.judge(opened + act("二", 2, no_quorum) + ", " + act("二", 3, carried), ten)) == "valid");
    CHECK(counting(rule.judge(opened + act("二", 2, carried) + ", { 事: 撤回, 步骤: 二, 日期: 2024-03-03 }", ten)) == "一1");
    CHECK(counting(rule.judge(opened + act("三", 2, no_quorum), ten)) == "一1");
    CHECK(status(rule.judge(opened + act("三", 2, no_quorum), ten)) == "in_progress");
    CHECK(counting(rule.judge(opened + act("三", 2, carried), ten)) == "一1 三1");
}

TEST_CASE("the result is the worst of what counts", "[eval][case]") {
    // Each of four independent steps is good, or bad in its own way.
    const Rule rule(
        "步骤 无 { 要求 查: 涉密 否则 无效 }\n步骤 疑 { 要求 查: 本次.地点 是 \"村部\" }\n步骤 疵 { 要求 查: 紧急 }\n步骤 进 { }");
    const auto at = [&](bool void_, bool undetermined, bool flawed, bool waiting) {
        const std::string place = undetermined ? "" : "地点: 村部";
        auto acts = act("无", 1) + ", " + act("疑", 1, place) + ", " + act("疵", 1);
        if (!waiting) acts += ", " + act("进", 1);
        return status(rule.judge(acts, "事项: { 涉密: " + std::string(void_ ? "否" : "是") + ", 紧急: " + (flawed ? "否" : "是") + " }"));
    };
    for (int bits = 0; bits < 16; ++bits) {
        const bool void_ = bits & 8, undetermined = bits & 4, flawed = bits & 2, waiting = bits & 1;
        const std::string expected = void_ ? "void" : undetermined ? "undetermined" : flawed ? "flawed" : waiting ? "in_progress" : "valid";
        INFO(bits);
        CHECK(at(void_, undetermined, flawed, waiting) == expected);
    }
}

TEST_CASE("findings of the procedure weigh by their effect", "[eval][case]") {
    const auto at = [](const std::string& requirement, const std::string& rest) {
        return status(Rule("步骤 一 { }\n要求 查: " + requirement).judge(act("一", 1), rest));
    };
    const std::string no = "事项: { 涉密: 否 }", yes = "事项: { 涉密: 是 }";
    CHECK(at("涉密", yes) == "valid");
    CHECK(at("涉密", no) == "flawed");
    CHECK(at("涉密 否则 无效", no) == "void");
    CHECK(at("涉密 否则 不予受理", no) == "void");
    CHECK(at("涉密 否则 可补正", no) == "flawed");
    CHECK(at("涉密", "") == "undetermined");
    CHECK(at("分情形 {\n涉密 => 未规定\n}", yes) == "undetermined");
    CHECK(status(Rule("步骤 一 { }\n步骤 二 { 须经 一 }\n要求 查: 涉密 否则 无效").judge(act("一", 1), no)) == "in_progress");
}

TEST_CASE("a suspended case is under way until it is closed", "[eval][case]") {
    const Rule rule("步骤 一 { }");
    const auto acts = act("一", 1) + ", { 事: 暂缓, 日期: 2024-03-02 }";
    CHECK(status(rule.judge(acts)) == "in_progress");
    CHECK(status(rule.judge(acts, "结案: 2024-03-03")) == "valid");
    CHECK(status(rule.judge(acts + ", { 事: 恢复, 日期: 2024-03-03 }")) == "valid");
}

TEST_CASE("the outcome is that of the last attempt that counts and has one", "[eval][case]") {
    const Rule rule("步骤 一 { " + vote + " }\n步骤 二 { 须经 一 不论结果\n" + vote + " }\n步骤 三 { 须经 二 不论结果 }");
    CHECK(case_outcome(rule.judge("", ten)) == "none");
    CHECK(case_outcome(rule.judge(act("一", 1, carried), ten)) == "carried");
    CHECK(case_outcome(rule.judge(act("一", 1, carried) + ", " + act("二", 2, lost), ten)) == "lost");
    CHECK(case_outcome(rule.judge(act("一", 1, carried) + ", " + act("二", 2, lost) + ", " + act("三", 3), ten)) == "lost");
    CHECK(case_outcome(rule.judge(act("一", 1, carried) + ", " + act("二", 2, no_quorum), ten)) == "carried");
    // Of an attempt that is undetermined nothing is taken; a flawed one may have its outcome open.
    CHECK(case_outcome(rule.judge(act("一", 1, carried) + ", " + act("二", 2, "到会: 8"), ten)) == "carried");
    CHECK(case_outcome(rule.judge(act("一", 1, "到会: 8, 其他: 1, 废票: 2"), ten)) == "open");
}

TEST_CASE("every state of a step", "[eval][case]") {
    const Rule rule("步骤 一 { }\n步骤 二 { " + vote +
                    " }\n步骤 三 { }\n步骤 四 { 须经 三 }\n步骤 五 当 涉密 { }\n可以 步骤 六 { }\n步骤 七 { " + vote + " }");
    const auto acts = act("一", 1) + ", " + act("二", 1, no_quorum) + ", " + act("七", 1, "到会: 8");
    const auto v = rule.judge(acts, ten + "事项: { 涉密: 否 }");
    CHECK(state(v, "一") == "done");
    CHECK(state(v, "二") == "attempted");
    CHECK(state(v, "三") == "owed");
    CHECK(state(v, "四") == "not_yet");
    CHECK(state(v, "五") == "skipped");
    CHECK(state(v, "六") == "optional");
    CHECK(state(v, "七") == "undetermined");
    const auto ended = Rule("步骤 一 { " + vote + "\n未通过 则 终止 }\n步骤 二 { }").judge(act("一", 1, lost), ten);
    CHECK(state(ended, "二") == "closed_off");
}

TEST_CASE("next: the steps that may be taken now, by whom", "[eval][case]") {
    const Rule rule(
        "步骤 一 { 由 甲方、乙方 }\n步骤 二 { 须经 一\n会议 大会 { 到会 应到 过半数 } }\n步骤 三 { 须经 二 }\n可以 步骤 四 { }\n步骤 五 当 "
        "涉密 { }");
    const auto v = rule.judge("", ten + "事项: { 涉密: 否 }");
    CHECK(next_steps(v) == "一 四");
    CHECK(next(v, "一").actors == std::vector<std::string>{"甲方", "乙方"});
    CHECK_FALSE(next(v, "一").earliest);
    const auto later = rule.judge(act("一", 1, "由: 甲方"), ten);
    CHECK(next_steps(later) == "二 四 五");
    CHECK(next(later, "二").actors == std::vector<std::string>{"大会"});
    CHECK(next(later, "二").earliest == test::day("2024-03-01"));
    CHECK_FALSE(next(later, "二").due);
    CHECK(next_steps(rule.judge(act("一", 1, "由: 甲方"), ten + "结案: 2024-03-02")).empty());
    CHECK(next_steps(rule.judge(act("一", 1, "由: 甲方") + ", { 事: 暂缓, 日期: 2024-03-02 }", ten)).empty());
    // A step whose only attempts are void may be taken again.
    CHECK(next_steps(rule.judge(act("一", 1, "由: 路人"), ten)) == "一 四 五");
}

namespace {

/// The earliest day of what follows a posting that begins on Friday 2024-03-01; "-" where it is left out.
std::string earliest(const std::string& length, std::string_view as_of, const std::string& rest = {},
                     const calendar::Calendar& calendar = calendar::built_in()) {
    const Rule rule("步骤 示 { 公示 " + length + " }\n步骤 决 { 须经 示 }");
    const auto v = rule.judge("{ 步骤: 示, 起: 2024-03-01 }", rest, as_of, calendar);
    if (next_steps(v).empty()) return "not next";
    const auto& day = next(v, "决").earliest;
    return day ? base::iso(*day) : "-";
}

}  // namespace

TEST_CASE("next: not before the day after a posting is complete", "[eval][case]") {
    CHECK(earliest("不少于 5日", "2024-03-03") == "2024-03-07");
    CHECK(earliest("不少于 5日", "2024-03-07") == "2024-03-07");
    CHECK(earliest("不少于 5日", "2024-03-08") == "2024-03-08");
    CHECK(earliest("超过 5日", "2024-03-03") == "2024-03-08");
    CHECK(earliest("不少于 5个工作日", "2024-03-03") == "2024-03-09");
    CHECK(earliest("超过 5个工作日", "2024-03-03") == "2024-03-12");
    CHECK(earliest("不少于 1个月", "2024-03-03") == "2024-04-02");
    CHECK(earliest("超过 1个月", "2024-03-03") == "2024-04-03");
    CHECK(earliest("不超过 5日", "2024-03-03") == "2024-03-03");
    CHECK(earliest("原则上 不少于 5日", "2024-03-03") == "2024-03-07");
    CHECK(earliest("不少于 5日 除外 紧急", "2024-03-03", "事项: { 紧急: 是 }") == "2024-03-03");
    CHECK(earliest("不少于 5日 除外 紧急", "2024-03-03", "事项: { 紧急: 否 }") == "2024-03-07");
    CHECK(earliest("不少于 5日 当 紧急", "2024-03-03", "事项: { 紧急: 否 }") == "2024-03-03");
    CHECK(earliest("不少于 5个工作日", "2024-03-03", {}, calendar::Calendar({})) == "-");
    // A posting whose shortness strikes is not yet there to rely on.
    CHECK(earliest("不少于 5日，否则 无效", "2024-03-05") == "not next");
    CHECK(earliest("不少于 5日，否则 无效", "2024-03-06") == "2024-03-07");
}

TEST_CASE("next: papers that must be there beforehand, and a first day of the step's own", "[eval][case]") {
    const auto first_day = [](const std::string& asks, std::string_view as_of, const std::string& rest = {}) {
        const Rule rule("参数 期 期限\n步骤 一 { }\n步骤 会 { 须经 一\n" + asks + " }");
        const auto v = rule.judge("{ 步骤: 一, 日期: 2024-03-01 }", rest, as_of);
        const auto& day = next(v, "会").earliest;
        return day ? base::iso(*day) : "-";
    };
    CHECK(first_day("", "2024-03-04") == "2024-03-04");
    CHECK(first_day("材料 提前 3日 送达", "2024-03-04") == "2024-03-07");
    CHECK(first_day("材料 提前 3个工作日 送达", "2024-03-07") == "2024-03-12");  // a Thursday
    CHECK(first_day("材料 提前 3日 送达 当 紧急", "2024-03-04", "事项: { 紧急: 否 }") == "2024-03-04");
    CHECK(first_day("材料 提前 3日 送达 除外 紧急", "2024-03-04", "事项: { 紧急: 是 }") == "2024-03-04");
    CHECK(first_day("材料 提前 不少于 期 送达", "2024-03-04") == "-");
    CHECK(first_day("要求 签后: 本次.日期 晚于 签约日", "2024-03-04", "事项: { 签约日: 2024-03-04 }") == "2024-03-05");
    CHECK(first_day("要求 签后: 本次.日期 晚于 签约日", "2024-03-06", "事项: { 签约日: 2024-03-04 }") == "2024-03-06");
}

TEST_CASE("next: what an open return takes back is to be done again first", "[eval][case]") {
    const Rule rule(
        "步骤 零 { }\n步骤 一 { 须经 零 }\n步骤 二 { 须经 一 }\n步骤 会 { 须经 零\n会议 大会 { 赞成 到会 过半数 }\n未通过 则 退回 零 }");
    const std::string acts = "{ 步骤: 零, 日期: 2024-03-01 }, { 步骤: 一, 日期: 2024-03-02 }";
    const std::string lost = ", { 步骤: 会, 日期: 2024-03-04, 到会: 8, 赞成: 4, 反对: 4, 弃权: 0 }";
    CHECK(next_steps(rule.judge(acts)) == "二 会");
    CHECK(next_steps(rule.judge(acts + lost)) == "零");
}

TEST_CASE("next: due on the earliest last day of its deadlines", "[eval][case]") {
    const auto due = [](const std::string& deadlines, const std::string& rest = {}) {
        const Rule rule("步骤 一 { }\n步骤 前 { }\n步骤 二 { " + deadlines + " }");
        const auto day = next(rule.judge(act("一", 1), rest), "二").due;
        return day ? base::iso(*day) : "-";
    };
    CHECK(due("时限 自 一 起 5日 内") == "2024-03-06");
    CHECK(due("时限 自 一 起 8日 内") == "2024-03-11");
    CHECK(due("时限 自 前 起 5日 内") == "-");
    CHECK(due("时限 长: 自 一 起 10日 内；时限 短: 自 一 起 5日 内") == "2024-03-06");
    CHECK(due("时限 长: 自 一 起 10日 内；时限 短: 可以 自 一 起 5日 内") == "2024-03-11");
    CHECK(due("时限 自 一 起 5日 内 当 紧急", "事项: { 紧急: 否 }") == "-");
    CHECK(due("时限 自 一 起 5日 内 当 紧急") == "2024-03-06");
}

TEST_CASE("breaches open the duties that their consequences name", "[eval][case]") {
    const Rule rule(
        "步骤 一 {\n要求 甲: 涉密 否则 追责 甲方\n要求 乙: 涉密 否则 限期改正 8日\n要求 丙: 涉密 否则 退回 二\n要求 丁: 涉密 否则 通报\n"
        "要求 戊: 涉密 否则 启动 调查\n要求 己: 涉密 否则 无效\n要求 庚: 涉密 否则 限期改正\n}\n步骤 二 { }\n要求 辛: 不得 紧急 否则 "
        "限期改正 8日");
    const auto opened = [&](const std::string& secret, const std::string& urgent, const std::string& acts) {
        std::string out;
        for (const auto& duty : rule.judge(acts, "事项: { 涉密: " + secret + ", 紧急: " + urgent + " }").duties)
            out += duty.requirement + ' ' + std::string(verdict::name(duty.sanction)) + (duty.subject.empty() ? "" : " " + duty.subject) +
                   (duty.due ? " " + base::iso(*duty.due) : "") + "\n";
        return out;
    };
    CHECK(opened("否", "是", act("一", 1)) ==
          "一.甲 accountability 甲方\n一.乙 correction 2024-03-11\n一.丙 return_to 二\n一.丁 notice_of_criticism\n一.戊 start 调查\n一.庚 "
          "correction\n辛 correction\n");
    CHECK(opened("是", "否", act("一", 1)).empty());
    // Without a day from which it runs nothing is due.
    CHECK(opened("否", "否", "{ 步骤: 一 }").find("一.乙 correction\n") != std::string::npos);
}

TEST_CASE("order rests on the records of what the attempt rests on, a deadline on the act from which it runs", "[eval][case]") {
    const Rule rule("步骤 一 { }\n步骤 前 { }\n步骤 二 { 须经 一\n时限 自 前 起 5日 内 }");
    const auto v = rule.judge(act("前", 1) + ", " + act("一", 1) + ", " + act("二", 2));
    const auto records = [&](std::string_view id) {
        std::string out;
        for (const auto& item : finding(v, id).evidence) out += std::to_string(item.record);
        return out;
    };
    CHECK(records("二.顺序") == "21");
    CHECK(records("二.承袭") == "21");
    CHECK(records("二.时限") == "20");
}

TEST_CASE("the calendar years that the verdict rests on are named", "[eval][case]") {
    const auto years = [](const std::string& period, const std::string& from, const std::string& to) {
        const Rule rule("步骤 一 { }\n步骤 二 { 时限 自 一 起 " + period + " }");
        std::string out;
        for (const auto& year : rule.judge("{ 步骤: 一, 日期: " + from + " }, { 步骤: 二, 日期: " + to + " }").years)
            out += (out.empty() ? "" : " ") + std::to_string(year.year);
        return out;
    };
    CHECK(years("5个工作日 内", "2023-12-28", "2023-12-29") == "2023 2024");
    CHECK(years("5个工作日 内", "2024-03-01", "2024-03-04") == "2024");
    CHECK(years("5日 内", "2023-12-28", "2023-12-29") == "2024");
    CHECK(years("5日 内 计期 不顺延", "2023-12-28", "2023-12-29").empty());
}
