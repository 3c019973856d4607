// 顺序 and 承袭: each row of the table of judging, section 6.
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

/// 一 is a vote that 二 rests on; its body has ten members.
const Rule& vote_then_act() {
    static const Rule rule(
        "步骤 一 { 会议 大会 { 到会 应到 过半数；赞成 到会 过半数 } }\n"
        "步骤 二 { 须经 一 }\n步骤 三 { 须经 二 }");
    return rule;
}

const std::string ten = "名册: { 大会: 10 }";
const std::string good = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }";
const std::string lost = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8, 赞成: 4, 反对: 3, 弃权: 1 }";
const std::string without_quorum = "{ 步骤: 一, 日期: 2024-03-01, 到会: 5, 赞成: 5, 反对: 0, 弃权: 0 }";
const std::string uncounted = "{ 步骤: 一, 日期: 2024-03-01, 到会: 8 }";
const std::string second = ", { 步骤: 二, 日期: 2024-03-05 }";

struct Row {
    std::string order, inherited, cause;
};

Row row(const verdict::Verdict& v, std::string_view step = "二", std::size_t number = 1) {
    const auto id = std::string(step);
    const auto& order = finding(v, id + ".顺序", number);
    const auto& inherited = finding(v, id + ".承袭", number);
    return {std::string(verdict::name(order.result)), std::string(verdict::name(inherited.result)), causes(order) + causes(inherited)};
}

void check(const Row& found, const Row& expected) {
    CHECK(found.order == expected.order);
    CHECK(found.inherited == expected.inherited);
    CHECK(found.cause == expected.cause);
}

}  // namespace

TEST_CASE("what a step in 须经 gives, row by row", "[eval][prerequisites]") {
    const auto& rule = vote_then_act();
    SECTION("fine") {
        check(row(rule.judge(good + second, ten)), {"satisfied", "satisfied", ""});
    }
    SECTION("not attempted") {
        check(row(rule.judge("{ 步骤: 二, 日期: 2024-03-05 }", ten)), {"violated", "satisfied", "not_attempted 一"});
    }
    SECTION("not attempted, and the record is incomplete") {
        const auto v = rule.judge("{ 步骤: 二, 日期: 2024-03-05 }", ten + "\n记录: 不全");
        check(row(v), {"undetermined", "satisfied", "incomplete 一"});
        CHECK(missing(v, "二.顺序") == "record_incomplete");
    }
    SECTION("void") {
        check(row(rule.judge(without_quorum + second, ten)), {"satisfied", "violated", "void 一 1"});
    }
    SECTION("withdrawn") {
        const auto v = rule.judge(good + ", { 事: 撤回, 步骤: 一, 日期: 2024-03-02 }" + second, ten);
        check(row(v), {"satisfied", "violated", "withdrawn 一 1"});
        CHECK(attempt_of(v, "一").withdrawn);
    }
    SECTION("lost") {
        check(row(rule.judge(lost + second, ten)), {"satisfied", "violated", "lost 一 1"});
    }
    SECTION("outcome open") {
        const auto v = rule.judge(uncounted + second, ten);
        check(row(v), {"satisfied", "undetermined", "undetermined 一 1"});
        CHECK(missing(v, "二.承袭") == "step_undetermined 一");
    }
    SECTION("undetermined") {
        check(row(rule.judge("{ 步骤: 一, 日期: 2024-03-01, 赞成: 6 }" + second)), {"satisfied", "undetermined", "undetermined 一 1"});
    }
    SECTION("undated") {
        const auto v = rule.judge("{ 步骤: 一, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }" + second, ten);
        check(row(v), {"undetermined", "satisfied", "undated 一 1"});
        CHECK(missing(v, "二.顺序") == "act_date 一 1");
    }
    SECTION("too late: still under way") {
        const auto v = rule.judge("{ 步骤: 一, 起: 2024-03-01, 止: 2024-03-06, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }" + second, ten);
        check(row(v), {"violated", "satisfied", "too_late 一 1"});
    }
}

TEST_CASE("不论结果 asks for a valid vote, whatever came of it", "[eval][prerequisites]") {
    const std::string vote = "步骤 一 { 会议 大会 { 到会 应到 过半数；赞成 到会 过半数 }\n记录 包括 { 发言 } }\n步骤 二 { 须经 一";
    const Rule rule(vote + " 不论结果 }"), plain(vote + " }");
    const std::string minutes = ", 记录: [发言] }", no_minutes = ", 记录: [] }";
    const auto with = [](std::string act, const std::string& end) { return act.replace(act.size() - 2, 2, end); };
    check(row(rule.judge(with(lost, minutes) + second, ten)), {"satisfied", "satisfied", ""});
    // An approval that cannot be decided leaves the attempt undetermined, unless a fault makes it flawed: then only its outcome is open.
    check(row(rule.judge(with(uncounted, minutes) + second, ten)), {"satisfied", "undetermined", "undetermined 一 1"});
    check(row(rule.judge(with(uncounted, no_minutes) + second, ten)), {"satisfied", "satisfied", ""});
    check(row(plain.judge(with(uncounted, no_minutes) + second, ten)), {"satisfied", "undetermined", "undetermined 一 1"});
    check(row(rule.judge(without_quorum + second, ten)), {"satisfied", "violated", "void 一 1"});
}

TEST_CASE("what a step needs must end before it begins", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }");
    const auto ends = [&](const std::string& end, const std::string& start) {
        return result(rule.judge("{ 步骤: 一, 起: 2024-03-01, 止: " + end + " }, { 步骤: 二, 日期: " + start + " }"), "二.顺序");
    };
    CHECK(ends("2024-03-04", "2024-03-05") == "satisfied");
    CHECK(ends("2024-03-05", "2024-03-05") == "satisfied");
    CHECK(ends("2024-03-06", "2024-03-05") == "violated");
    CHECK(ends("2024-03-05 09:59", "2024-03-05 10:00") == "satisfied");
    CHECK(ends("2024-03-05 10:00", "2024-03-05 10:00") == "satisfied");
    CHECK(ends("2024-03-05 10:01", "2024-03-05 10:00") == "violated");
    CHECK(ends("2024-03-05 10:01", "2024-03-05") == "satisfied");
    CHECK(result(rule.judge("{ 步骤: 一, 起: 2024-03-01 }, { 步骤: 二, 日期: 2024-03-05 }"), "二.顺序") == "violated");
}

TEST_CASE("a posting is in order once begun", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { 公示 不少于 3日 }\n步骤 二 { 须经 一 }");
    const auto v = rule.judge("{ 步骤: 一, 起: 2024-03-01, 止: 2024-03-31 }, { 步骤: 二, 日期: 2024-03-10 }");
    check(row(v), {"satisfied", "satisfied", ""});
    CHECK(result(v, "一.公示.期限") == "satisfied");
}

TEST_CASE("an undated attempt cannot be put in order", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }");
    const auto v = rule.judge("{ 步骤: 一, 日期: 2024-03-01 }, { 步骤: 二 }");
    check(row(v), {"undetermined", "satisfied", ""});
    CHECK(missing(v, "二.顺序") == "act_date 二 1");
    CHECK(listed(rule.judge("{ 步骤: 一 }"), "一.顺序") == nullptr);
}

TEST_CASE("a skipped step hands on what it asks for itself", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 当 涉密 { 须经 一 }\n步骤 三 { 须经 二 }\n步骤 四 当 涉密 { }\n步骤 五 { 须经 四 }");
    const std::string third = "{ 步骤: 三, 日期: 2024-03-05 }";
    const std::string first = "{ 步骤: 一, 日期: 2024-03-01 }, ";
    const std::string no = "事项: { 涉密: 否 }", yes = "事项: { 涉密: 是 }";
    check(row(rule.judge(first + third, no), "三"), {"satisfied", "satisfied", ""});
    check(row(rule.judge(third, no), "三"), {"violated", "satisfied", "not_attempted 一"});
    check(row(rule.judge(first + third, yes), "三"), {"violated", "satisfied", "not_attempted 二"});
    const auto unknown = rule.judge(first + third);
    check(row(unknown, "三"), {"undetermined", "satisfied", "condition 二"});
    CHECK(missing(unknown, "三.顺序") == "matter_field 涉密");
    check(row(rule.judge(first + "{ 步骤: 二, 日期: 2024-03-03 }, " + third), "三"), {"satisfied", "satisfied", ""});
    check(row(rule.judge("{ 步骤: 五, 日期: 2024-03-05 }", no), "五"), {"satisfied", "satisfied", ""});
}

TEST_CASE("且 takes the worst of each column and names every step that is not fine", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 会议 大会 { 到会 应到 过半数 } }\n步骤 三 { }\n步骤 四 { 须经 一 且 二 且 三 }");
    const auto v = rule.judge("{ 步骤: 二, 日期: 2024-03-01, 到会: 5 }, { 步骤: 四, 日期: 2024-03-05 }", ten);
    CHECK(causes(v, "四.顺序") == "not_attempted 一; not_attempted 三");
    CHECK(causes(v, "四.承袭") == "void 二 1");
    CHECK(status(v, "四") == "void");
}

TEST_CASE("或 takes the least bad part, and of equals the first", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 会议 大会 { 到会 应到 过半数 } }\n步骤 三 { }\n步骤 四 { 须经 一 或 二 或 三 }");
    const std::string fourth = "{ 步骤: 四, 日期: 2024-03-05 }";
    const std::string void_second = "{ 步骤: 二, 日期: 2024-03-01, 到会: 5 }, ";
    const std::string unknown_second = "{ 步骤: 二, 日期: 2024-03-01 }, ";
    CHECK(causes(rule.judge(fourth, ten), "四.顺序") == "not_attempted 一");
    CHECK(causes(rule.judge(void_second + fourth, ten), "四.承袭") == "void 二 1");
    CHECK(result(rule.judge(unknown_second + fourth, ten), "四.承袭") == "undetermined");
    CHECK(result(rule.judge(void_second + fourth, ten), "四.顺序") == "satisfied");
    const auto fine = rule.judge(void_second + "{ 步骤: 三, 日期: 2024-03-02 }, " + fourth, ten);
    CHECK(result(fine, "四.承袭") == "satisfied");
    // It rests on the part chosen only.
    CHECK(attempt_of(fine, "三").counts);
    CHECK_FALSE(attempt_of(fine, "二").counts);
}

TEST_CASE("undecided and void travel along the chain", "[eval][prerequisites]") {
    const auto& rule = vote_then_act();
    const auto v = rule.judge(without_quorum + second + ", { 步骤: 三, 日期: 2024-03-06 }", ten);
    CHECK(causes(v, "三.承袭") == "void 二 1");
    CHECK(status(v, "三") == "void");
    const auto u = rule.judge(uncounted + second + ", { 步骤: 三, 日期: 2024-03-06 }", ten);
    CHECK(causes(u, "三.承袭") == "undetermined 二 1");
    CHECK(status(u, "三") == "undetermined");
}

TEST_CASE("while the case is suspended every attempt is out of order, and nothing else is looked at", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }");
    const std::string pause = "{ 事: 暂缓, 日期: 2024-03-02 }";
    const auto v = rule.judge(pause + ", { 步骤: 一, 日期: 2024-03-03 }, { 步骤: 二, 日期: 2024-03-04 }");
    CHECK(causes(v, "一.顺序") == "suspended");
    CHECK(causes(v, "二.顺序") == "suspended");
    CHECK(result(v, "二.承袭") == "satisfied");
    CHECK(status(v, "一") == "void");
    const auto resumed = rule.judge(pause + ", { 事: 恢复, 日期: 2024-03-03 }, { 步骤: 一, 日期: 2024-03-03 }");
    CHECK(status(resumed, "一") == "valid");
    CHECK(result(resumed, "一.顺序") == "-");
}

TEST_CASE("an exception lifts order, and what it lifts of order it lifts of inheritance", "[eval][prerequisites]") {
    const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 除外 紧急 }");
    const std::string alone = "{ 步骤: 二, 日期: 2024-03-05 }";
    const auto lifted = rule.judge(alone, "事项: { 紧急: 是 }");
    CHECK(result(lifted, "二.顺序") == "not_applicable");
    CHECK(status(lifted, "二") == "valid");
    CHECK(result(rule.judge(alone, "事项: { 紧急: 否 }"), "二.顺序") == "violated");
    const auto open = rule.judge(alone);
    CHECK(result(open, "二.顺序") == "undetermined");
    CHECK(missing(open, "二.顺序") == "matter_field 紧急");
}
