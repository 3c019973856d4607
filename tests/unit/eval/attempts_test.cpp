// Attempts, what stands, lost votes, returns, withdrawal, suspension, the end (judging, sections 4 and 9).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const std::string ten = "名册: { 大会: 10 }";

/// An act on a day of March 2024, with whatever else it says.
std::string act(const std::string& step, int day, const std::string& more = {}) {
    return "{ 步骤: " + step + ", 日期: 2024-03-" + std::to_string(100 + day).substr(1) + (more.empty() ? "" : ", " + more) + " }";
}
std::string event(const std::string& word, int day, const std::string& step = {}) {
    return "{ 事: " + word + ", 日期: 2024-03-" + std::to_string(100 + day).substr(1) + (step.empty() ? "" : ", 步骤: " + step) + " }";
}
template <class... More>
std::string list(std::string first, More... more) {
    ((first += ", " + std::string(more)), ...);
    return first;
}

const std::string carried = "到会: 8, 赞成: 6, 反对: 1, 弃权: 1";
const std::string lost = "到会: 8, 赞成: 4, 反对: 3, 弃权: 1";
const std::string no_quorum = "到会: 5, 赞成: 2, 反对: 2, 弃权: 1";

const std::string vote = "会议 大会 { 到会 应到 过半数；赞成 到会 过半数 }";

/// 拟 -> 议 -> 行, and 别 apart; what a lost 议 sets off.
Rule with(const std::string& lost_vote) {
    return Rule("步骤 拟 { }\n步骤 别 { }\n步骤 议 { 须经 拟\n" + vote + "\n" + lost_vote + "\n}\n步骤 行 { 须经 议 }");
}

/// The attempts that serve at the end: "拟1 议2"
std::string serving(const verdict::Verdict& v) {
    std::string out;
    for (const auto& step : v.steps)
        for (const auto& attempt : step.attempts)
            if (attempt.serving) out += (out.empty() ? "" : " ") + step.name + std::to_string(attempt.number);
    return out;
}

}  // namespace

TEST_CASE("attempts are numbered within their step in the order of judging", "[eval][attempts]") {
    const Rule rule("步骤 甲步 { }\n步骤 乙步 { }");
    const auto v = rule.judge(list(act("甲步", 3), act("乙步", 2), act("甲步", 1)));
    CHECK(attempt_of(v, "甲步", 1).record == 2);
    CHECK(attempt_of(v, "甲步", 2).record == 0);
    CHECK(attempt_of(v, "甲步", 2).number == 2);
    CHECK(attempt_of(v, "乙步", 1).number == 1);
    CHECK(serving(v) == "甲步2 乙步1");
}

TEST_CASE("a skipped attempt is valid, decides nothing and never stands", "[eval][attempts]") {
    const Rule rule("步骤 办 当 涉密 { 由 甲方\n要求 查: 紧急 否则 无效 }\n步骤 后 { 须经 办 }");
    const auto v = rule.judge(list(act("办", 1, "由: 路人, 宣告: 通过"), act("后", 2)), "事项: { 涉密: 否, 紧急: 否 }");
    CHECK(status(v, "办") == "valid");
    CHECK(outcome(v, "办") == "none");
    CHECK(serving(v) == "后1");
    CHECK(state(v, "办") == "skipped");
    for (const auto& f : attempt_of(v, "办").findings) {
        CHECK(f.result == verdict::Result::not_applicable);
        CHECK(f.why == verdict::Why::skipped);
    }
    CHECK(attempt_of(v, "办").findings.size() == 2);
    CHECK(status(v, "后") == "valid");
    const auto judged = rule.judge(act("办", 1, "由: 路人"), "事项: { 涉密: 是, 紧急: 否 }");
    CHECK(status(judged, "办") == "void");
    const auto unknown = rule.judge(act("办", 1, "由: 路人"), "事项: { 紧急: 否 }");
    CHECK(status(unknown, "办") == "void");
    CHECK(result(unknown, "办.主体") == "violated");
}

TEST_CASE("a skipped meeting has no vote and its loss opens nothing", "[eval][attempts]") {
    const Rule rule("步骤 议 当 涉密 { " + vote + "\n未通过 则 终止 }");
    const auto v = rule.judge(act("议", 1, lost), ten + "\n事项: { 涉密: 否 }");
    CHECK_FALSE(attempt_of(v, "议").vote);
    CHECK(outcome(v, "议") == "none");
    CHECK(state(rule.judge(act("议", 1, lost), ten + "\n事项: { 涉密: 是 }"), "议") == "done");
}

TEST_CASE("a void attempt replaces nothing", "[eval][attempts]") {
    const auto rule = with("");
    const auto v = rule.judge(list(act("拟", 1), act("议", 2, carried), act("议", 3, no_quorum), act("行", 4)), ten);
    CHECK(status(v, "议", 2) == "void");
    CHECK(serving(v) == "拟1 议1 行1");
    CHECK(status(v, "行") == "valid");
    const auto first = rule.judge(list(act("拟", 1), act("议", 2, no_quorum), act("议", 3, carried), act("行", 4)), ten);
    CHECK(serving(first) == "拟1 议2 行1");
    CHECK(status(first, "行") == "valid");
}

TEST_CASE("the outcome of a vote: lost, open, carried, none", "[eval][attempts]") {
    const Rule two("步骤 议 { 会议 大会 { 赞成 甲线: 到会 过半数\n赞成 乙线: 应到 过半数 当 涉密\n} }");
    const auto at = [&](const std::string& counts, const std::string& secret) {
        return outcome(two.judge(act("议", 1, counts), ten + "\n事项: { " + (secret.empty() ? "" : "涉密: " + secret) + " }"), "议");
    };
    CHECK(at("到会: 8, 赞成: 6", "是") == "carried");
    CHECK(at("到会: 8, 赞成: 5", "是") == "lost");
    CHECK(at("到会: 8, 赞成: 5", "否") == "carried");
    CHECK(at("到会: 8, 赞成: 5", "") == "open");
    CHECK(at("到会: 8, 赞成: 4", "") == "lost");
    const Rule maybe("步骤 议 { 会议 大会 {\n赞成 到会 过半数 当 涉密\n} }");
    CHECK(outcome(maybe.judge(act("议", 1, lost), ten + "\n事项: { 涉密: 否 }"), "议") == "none");
    CHECK(outcome(maybe.judge(act("议", 1, lost + ", 宣告: 通过"), ten + "\n事项: { 涉密: 否 }"), "议") == "none");
}

TEST_CASE("where nothing is counted the outcome is what was declared", "[eval][attempts]") {
    const Rule rule("步骤 审 { 由 甲方 }");
    const auto said = [&](const std::string& what) { return outcome(rule.judge(act("审", 1, "由: 甲方" + what)), "审"); };
    CHECK(said("") == "none");
    CHECK(said(", 宣告: 通过") == "carried");
    CHECK(said(", 宣告: 未通过") == "lost");
}

TEST_CASE("本次.结果 is what the findings before it give", "[eval][attempts]") {
    const Rule rule("步骤 议 { " + vote + "\n要求 成: 本次.结果 是 通过 }");
    CHECK(result(rule.judge(act("议", 1, carried), ten), "议.成") == "satisfied");
    CHECK(result(rule.judge(act("议", 1, lost), ten), "议.成") == "violated");
    CHECK(result(rule.judge(act("议", 1, "到会: 8"), ten), "议.成") == "violated");
    CHECK(outcome(rule.judge(act("议", 1, "到会: 8"), ten), "议") == "open");
}

TEST_CASE("a lost vote returns the case; only the next attempt there takes the earlier ones out", "[eval][attempts]") {
    const auto rule = with("未通过 则 退回 拟");
    const auto held = list(act("拟", 1), act("议", 2, lost));
    const auto waiting = rule.judge(held, ten);
    CHECK(serving(waiting) == "拟1 议1");
    CHECK(outcome(waiting, "议") == "lost");
    CHECK(next_steps(waiting) == "拟 别");
    const auto apart = rule.judge(list(held, act("别", 3)), ten);
    CHECK(serving(apart) == "拟1 别1 议1");
    CHECK(next_steps(apart) == "拟");
    const auto again = rule.judge(list(held, act("拟", 3)), ten);
    CHECK(serving(again) == "拟2");
    CHECK(next_steps(again) == "别 议");
    const auto voted = rule.judge(list(held, act("别", 3), act("拟", 3), act("议", 4, carried), act("行", 5)), ten);
    CHECK(serving(voted) == "拟2 别1 议2 行1");
    CHECK(status(voted) == "valid");
    CHECK(result(voted, "议.顺序", 2) == "satisfied");
}

TEST_CASE("a step that rests on the place of return takes the return too, and finds nothing there", "[eval][attempts]") {
    const auto rule = with("未通过 则 退回 拟");
    const auto straight = rule.judge(list(act("拟", 1), act("议", 2, lost), act("议", 3, carried)), ten);
    CHECK(causes(straight, "议.顺序", 2) == "returned 拟");
    CHECK(status(straight, "议", 2) == "void");
    CHECK(serving(straight).empty());
    // At any depth.
    const auto deeper = rule.judge(list(act("拟", 1), act("议", 2, lost), act("行", 3)), ten);
    CHECK(causes(deeper, "行.顺序") == "returned 议");
}

TEST_CASE("what is taken whatever the outcome belongs to the round that was lost and takes no return", "[eval][attempts]") {
    const Rule rule("步骤 拟 { }\n步骤 议 { 须经 拟\n" + vote + "\n未通过 则 退回 拟 }\n步骤 告 { 须经 议 不论结果 }\n步骤 档 { 须经 告 }");
    const auto told = list(act("拟", 1), act("议", 2, lost), act("告", 3), act("档", 4));
    const auto v = rule.judge(told, ten);
    CHECK(serving(v) == "拟1 议1 告1 档1");
    CHECK(status(v, "告") == "valid");
    CHECK(status(v, "档") == "valid");
    CHECK(next_steps(v) == "拟");
    // The next draft then takes the whole round with it.
    CHECK(serving(rule.judge(list(told, act("拟", 5)), ten)) == "拟2");
}

TEST_CASE("a return is set off by valid and flawed attempts only, and once", "[eval][attempts]") {
    const auto rule = with("未通过 则 退回 拟");
    CHECK(next_steps(rule.judge(list(act("拟", 1), act("别", 1), act("议", 2, no_quorum)), ten)) == "议");
    CHECK(next_steps(rule.judge(list(act("拟", 1), act("别", 1), act("议", 2, lost + ", 其他: 1")), ten)) == "拟");
    // Without a roll the quorum cannot be told.
    CHECK(next_steps(rule.judge(list(act("拟", 1), act("别", 1), act("议", 2, lost)), "")) == "");
    const auto twice =
        rule.judge(list(act("拟", 1), act("议", 2, lost), act("拟", 3), act("议", 4, lost), act("拟", 5), act("议", 6, carried)), ten);
    CHECK(serving(twice) == "拟3 议3");
}

TEST_CASE("a lost vote may end the case, or suspend it", "[eval][attempts]") {
    const auto held = list(act("拟", 1), act("议", 2, lost));
    const auto ended = with("未通过 则 终止").judge(held, ten);
    CHECK(next_steps(ended).empty());
    CHECK(state(ended, "行") == "closed_off");
    CHECK(status(ended) == "valid");
    const auto suspended = with("未通过 则 暂缓").judge(held, ten);
    CHECK(next_steps(suspended).empty());
    CHECK(status(suspended) == "in_progress");
    CHECK(causes(with("未通过 则 暂缓").judge(list(held, act("别", 3)), ten), "别.顺序") == "suspended");
    const auto resumed = with("未通过 则 暂缓").judge(list(held, event("恢复", 3), act("别", 4)), ten);
    CHECK(status(resumed, "别") == "valid");
    CHECK(state(with("未通过 则 终止").judge(list(act("拟", 1), act("议", 2, carried)), ten), "行") == "owed");
}

TEST_CASE("a withdrawn attempt gives way to what stood before it", "[eval][attempts]") {
    const auto rule = with("");
    const auto held = list(act("拟", 1), act("议", 2, carried), act("议", 3, lost), event("撤回", 4, "议"));
    const auto v = rule.judge(held, ten);
    CHECK(attempt_of(v, "议", 2).withdrawn);
    CHECK_FALSE(attempt_of(v, "议", 1).withdrawn);
    CHECK(serving(v) == "拟1 议1");
    const auto both = rule.judge(list(held, event("撤回", 5, "议")), ten);
    CHECK(serving(both) == "拟1");
    CHECK(state(both, "议") == "attempted");
    // A void attempt never stood: what is withdrawn is the one that does.
    const auto past_void = rule.judge(list(act("拟", 1), act("议", 2, carried), act("议", 3, no_quorum), event("撤回", 4, "议")), ten);
    CHECK(attempt_of(past_void, "议", 1).withdrawn);
    CHECK_FALSE(attempt_of(past_void, "议", 2).withdrawn);
    CHECK(status(rule.judge(list(event("撤回", 1, "拟"), act("拟", 2)), ten), "拟") == "valid");
}

TEST_CASE("an attempt withdrawn after others rested on it leaves those as they were judged", "[eval][attempts]") {
    const auto rule = with("");
    const auto v = rule.judge(list(act("拟", 1), act("议", 2, carried), act("行", 3), event("撤回", 4, "议")), ten);
    CHECK(status(v, "行") == "valid");
    CHECK(serving(v) == "拟1 行1");
}

TEST_CASE("a posting's length is seen as each act that rests on it sees it", "[eval][attempts]") {
    const Rule rule("步骤 示 { 公示 不少于 5日，否则 无效 }\n步骤 甲步 { 须经 示 }\n步骤 乙步 { 须经 示\n要求 已成: 示 已办 }");
    const auto v = rule.judge(list("{ 步骤: 示, 起: 2024-03-01 }", act("甲步", 3), act("乙步", 20)));
    CHECK(status(v, "甲步") == "void");
    CHECK(status(v, "乙步") == "valid");
    CHECK(result(v, "乙步.已成") == "satisfied");
    CHECK(status(v, "示") == "valid");
    const auto early = rule.judge(list("{ 步骤: 示, 起: 2024-03-01 }", act("乙步", 6)));
    CHECK(result(early, "乙步.已成") == "violated");
}
