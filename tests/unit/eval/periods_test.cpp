// Days counted: papers, postings that still hang, deadlines, years that no arrangement covers (judging, sections 6 and 7).
// March 2024: the 1st is a Friday; no day off but the weekends until Qingming (4 to 6 April; the 7th is worked).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

TEST_CASE("papers come so many days ahead: one below, equal, one above", "[eval][periods]") {
    const auto ahead = [](const std::string& period, const std::string& delivered, const std::string& more = {}) {
        const Rule rule("步骤 会 { 材料 提前 " + period + " 送达" + more + " }");
        return rule.judge("{ 步骤: 会, 日期: 2024-03-11" + (delivered.empty() ? "" : ", 材料: " + delivered) + " }");
    };
    CHECK(result(ahead("3日", "2024-03-09"), "会.材料") == "violated");
    CHECK(result(ahead("3日", "2024-03-08"), "会.材料") == "satisfied");
    CHECK(result(ahead("3日", "2024-03-07"), "会.材料") == "satisfied");
    CHECK(figures(ahead("3日", "2024-03-09"), "会.材料") == "3/2/-");
    CHECK(result(ahead("3日", "2024-03-08", " 计期 净日"), "会.材料") == "violated");
    CHECK(result(ahead("3日", "2024-03-07", " 计期 净日"), "会.材料") == "satisfied");
    CHECK(result(ahead("3个工作日", "2024-03-07"), "会.材料") == "violated");
    CHECK(result(ahead("3个工作日", "2024-03-06"), "会.材料") == "satisfied");
    CHECK(result(ahead("1个月", "2024-02-12"), "会.材料") == "violated");
    CHECK(result(ahead("1个月", "2024-02-11"), "会.材料") == "satisfied");
    CHECK(result(ahead("1个月", "2024-02-10"), "会.材料") == "satisfied");
    CHECK(status(ahead("3日", "2024-03-09"), "会") == "flawed");
    CHECK(missing(ahead("3日", ""), "会.材料") == "materials 会 1");
    const Rule rule("步骤 会 { 材料 提前 3日 送达 }");
    CHECK(missing(rule.judge("{ 步骤: 会 }"), "会.材料") == "act_date 会 1; materials 会 1");
}

namespace {

/// A posting of some length, and what comes after it.
verdict::Verdict posted(const std::string& length, const std::string& posting, const std::string& after = {}, const std::string& rest = {},
                        std::string_view as_of = {}, const calendar::Calendar& calendar = calendar::built_in()) {
    const Rule rule("参数 公示期 期限\n步骤 示 { 公示 " + length + " }\n步骤 决 { 须经 示 }");
    return rule.judge("{ 步骤: 示, " + posting + " }" + (after.empty() ? "" : ", { 步骤: 决, 日期: " + after + " }"), rest, as_of,
                      calendar);
}

std::string length_of(const verdict::Verdict& v) {
    return result(v, "示.公示.期限");
}

}  // namespace

TEST_CASE("a posting's days end with the day before the act that waits: one below, equal, one above", "[eval][periods]") {
    const std::string hangs = "起: 2024-03-01, 止: 2024-03-31";
    CHECK(length_of(posted("不少于 5日", hangs, "2024-03-06")) == "violated");
    CHECK(length_of(posted("不少于 5日", hangs, "2024-03-07")) == "satisfied");
    CHECK(length_of(posted("不少于 5日", hangs, "2024-03-08")) == "satisfied");
    CHECK(figures(posted("不少于 5日", hangs, "2024-03-06"), "示.公示.期限") == "5/4/-");
    CHECK(length_of(posted("超过 5日", hangs, "2024-03-07")) == "violated");
    CHECK(length_of(posted("超过 5日", hangs, "2024-03-08")) == "satisfied");
    CHECK(length_of(posted("不少于 5个工作日", hangs, "2024-03-08")) == "violated");
    CHECK(length_of(posted("不少于 5个工作日", hangs, "2024-03-09")) == "satisfied");
    CHECK(length_of(posted("不少于 1个月", "起: 2024-03-01, 止: 2024-05-31", "2024-04-01")) == "violated");
    CHECK(length_of(posted("不少于 1个月", "起: 2024-03-01, 止: 2024-05-31", "2024-04-02")) == "satisfied");
    CHECK(length_of(posted("不少于 5日 计期 首日计入", hangs, "2024-03-05")) == "violated");
    CHECK(length_of(posted("不少于 5日 计期 首日计入", hangs, "2024-03-06")) == "satisfied");
}

TEST_CASE("a posting taken down early counts to its end only", "[eval][periods]") {
    CHECK(length_of(posted("不少于 5日", "起: 2024-03-01, 止: 2024-03-05", "2024-03-20")) == "violated");
    CHECK(length_of(posted("不少于 5日", "起: 2024-03-01, 止: 2024-03-06", "2024-03-20")) == "satisfied");
}

TEST_CASE("a posting that hangs waits, until its days suffice or it ends or the case is closed", "[eval][periods]") {
    const std::string open = "起: 2024-03-01", ends = "起: 2024-03-01, 止: 2024-03-05";
    CHECK(length_of(posted("不少于 5日", open, {}, {}, "2024-03-05")) == "pending");
    CHECK(length_of(posted("不少于 5日", open, {}, {}, "2024-03-06")) == "satisfied");
    CHECK(length_of(posted("不少于 5日", ends, {}, {}, "2024-03-04")) == "pending");
    CHECK(length_of(posted("不少于 5日", ends, {}, {}, "2024-03-05")) == "violated");
    CHECK(length_of(posted("不少于 5日", open, {}, "结案: 2024-03-05")) == "violated");
    CHECK(length_of(posted("不少于 5日", open, {}, "结案: 2024-03-06")) == "satisfied");
    CHECK(length_of(posted("不少于 5日", open, {}, "结案: 2024-03-05", "2024-03-10")) == "violated");
    const auto waiting = posted("不少于 5日", open, {}, {}, "2024-03-05");
    CHECK(status(waiting, "示") == "valid");
    CHECK(status(posted("不少于 5日，否则 无效", open, {}, {}, "2024-03-05"), "示") == "pending");
    CHECK(state(posted("不少于 5日，否则 无效", open, {}, {}, "2024-03-05"), "示") == "undetermined");
}

TEST_CASE("an upper bound is broken once exceeded and kept once the posting has ended", "[eval][periods]") {
    const std::string open = "起: 2024-03-01";
    CHECK(length_of(posted("不超过 5日", open, {}, {}, "2024-03-06")) == "pending");
    CHECK(length_of(posted("不超过 5日", open, {}, {}, "2024-03-07")) == "violated");
    CHECK(length_of(posted("不超过 5日", "起: 2024-03-01, 止: 2024-03-06", {}, {}, "2024-03-06")) == "satisfied");
    CHECK(length_of(posted("不超过 5日", "起: 2024-03-01, 止: 2024-03-07", {}, {}, "2024-03-07")) == "violated");
    CHECK(length_of(posted("不超过 5日", open, "2024-03-07")) == "satisfied");
    CHECK(length_of(posted("不超过 5日", open, "2024-03-08")) == "violated");
}

TEST_CASE("an act that strikes a posting too short is seen by the act that waits", "[eval][periods]") {
    const std::string open = "起: 2024-03-01";
    const auto early = posted("不少于 5日，否则 无效", open, "2024-03-06");
    CHECK(status(early, "示") == "void");
    CHECK(causes(early, "决.承袭") == "void 示 1");
    CHECK(state(early, "示") == "attempted");
    CHECK(status(posted("不少于 5日，否则 无效", open, "2024-03-07"), "决") == "valid");
    // What follows does not heal: the posting is seen by the latest act that rests on it.
    const Rule rule("步骤 示 { 公示 不少于 5日，否则 无效 }\n步骤 决 { 须经 示 }");
    const auto again = rule.judge("{ 步骤: 示, 起: 2024-03-01 }, { 步骤: 决, 日期: 2024-03-03 }, { 步骤: 决, 日期: 2024-03-20 }");
    CHECK(status(again, "决", 1) == "void");
    CHECK(status(again, "决", 2) == "valid");
    CHECK(status(again, "示") == "valid");
}

TEST_CASE("what lifts a posting's length is read on the day of the posting", "[eval][periods]") {
    const Rule rule("认定 危急 { 由 甲方；结论 是否；未作 视为 否 }\n步骤 示 { 公示 不少于 5日 除外 危急 }\n步骤 决 { 须经 示 }");
    const auto found_on = [&](const std::string& day) {
        return rule.judge("{ 认定: 危急, 日期: " + day +
                          ", 由: 甲方, 结论: 是 }, { 步骤: 示, 起: 2024-03-02 }, { 步骤: 决, 日期: 2024-03-04 }");
    };
    CHECK(length_of(found_on("2024-03-02")) == "not_applicable");
    CHECK(length_of(found_on("2024-03-03")) == "violated");
}

TEST_CASE("a year that no arrangement covers does not matter while a posting hangs", "[eval][periods]") {
    const calendar::Calendar bare({});
    CHECK(length_of(posted("不少于 5个工作日", "起: 2024-03-01", {}, {}, "2024-03-11", bare)) == "pending");
    CHECK(length_of(posted("不少于 5个工作日", "起: 2024-03-01, 止: 2024-03-11", {}, {}, "2024-03-11", bare)) == "undetermined");
    CHECK(length_of(posted("不少于 5个工作日", "起: 2024-03-01", {}, "结案: 2024-03-11", {}, bare)) == "undetermined");
}

TEST_CASE("an undated posting cannot be measured, a parameter must be set", "[eval][periods]") {
    CHECK(missing(posted("不少于 5日", "内容: []", {}, {}, "2024-03-10"), "示.公示.期限") == "act_date 示 1");
    CHECK(missing(posted("不少于 公示期", "起: 2024-03-01", "2024-03-10"), "示.公示.期限") == "parameter 公示期");
    CHECK(length_of(posted("不少于 公示期", "起: 2024-03-01", "2024-03-10", "参数: { 公示期: 8日 }")) == "satisfied");
    CHECK(length_of(posted("不少于 公示期", "起: 2024-03-01", "2024-03-10", "参数: { 公示期: 9日 }")) == "violated");
}

TEST_CASE("a year that no arrangement covers matters only where its days can change the answer", "[eval][periods]") {
    const calendar::Calendar bare({});
    const std::string hangs = "起: 2024-03-01";
    const auto open = posted("不少于 5个工作日", hangs, "2024-03-12", {}, {}, bare);
    CHECK(length_of(open) == "undetermined");
    CHECK(missing(open, "示.公示.期限") == "calendar_year 2024");
    CHECK(length_of(posted("不少于 5个工作日", hangs, "2024-03-06", {}, {}, bare)) == "violated");
    CHECK(length_of(posted("不少于 5日", hangs, "2024-03-07", {}, {}, bare)) == "satisfied");
    const Rule papers("步骤 会 { 材料 提前 3个工作日 送达 }");
    CHECK(missing(papers.judge("{ 步骤: 会, 日期: 2024-03-11, 材料: 2024-03-06 }", {}, {}, bare), "会.材料") == "calendar_year 2024");
    CHECK(result(papers.judge("{ 步骤: 会, 日期: 2024-03-11, 材料: 2024-03-09 }", {}, {}, bare), "会.材料") == "violated");
}

namespace {

verdict::Verdict answered(const std::string& period, const std::string& from, const std::string& to, const std::string& rest = {},
                          std::string_view as_of = {}, const calendar::Calendar& calendar = calendar::built_in()) {
    const Rule rule("步骤 收 { }\n步骤 复 { 须经 收\n时限 自 收 起 " + period + " }");
    const auto text = [](const char* step, const std::string& when) {
        return when.empty() ? std::string() : "{ 步骤: " + std::string(step) + ", " + when + " }, ";
    };
    auto acts = text("收", from) + text("复", to);
    if (!acts.empty()) acts.resize(acts.size() - 2);
    return rule.judge(acts, rest, as_of, calendar);
}

}  // namespace

TEST_CASE("a deadline: one day before, on, one day after its last day", "[eval][periods]") {
    const auto on = [](const std::string& day) { return answered("5日 内", "日期: 2024-03-01", "日期: " + day); };
    CHECK(result(on("2024-03-05"), "复.时限") == "satisfied");
    CHECK(result(on("2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(on("2024-03-07"), "复.时限") == "violated");
    CHECK(figures(on("2024-03-07"), "复.时限") == "5/6/-");
    CHECK(finding(on("2024-03-07"), "复.时限").counting->last_day == test::day("2024-03-06"));
    CHECK_FALSE(finding(on("2024-03-07"), "复.时限").counting->rolled);
}

TEST_CASE("a deadline that ends on a day off rolls to the next working day, unless its profile says not", "[eval][periods]") {
    const auto on = [](const std::string& period, const std::string& day) { return answered(period, "日期: 2024-03-01", "日期: " + day); };
    // The 8th day after Friday 1 March is a Saturday.
    CHECK(result(on("8日 内", "2024-03-11"), "复.时限") == "satisfied");
    CHECK(result(on("8日 内", "2024-03-12"), "复.时限") == "violated");
    CHECK(finding(on("8日 内", "2024-03-12"), "复.时限").counting->rolled);
    CHECK(result(on("8日 内 计期 不顺延", "2024-03-09"), "复.时限") == "satisfied");
    CHECK(result(on("8日 内 计期 不顺延", "2024-03-10"), "复.时限") == "violated");
    CHECK(result(on("5个工作日 内", "2024-03-08"), "复.时限") == "satisfied");
    CHECK(result(on("5个工作日 内", "2024-03-09"), "复.时限") == "violated");
}

TEST_CASE("a deadline runs from the end of a lasting act, from its start where it has none", "[eval][periods]") {
    CHECK(result(answered("5日 内", "起: 2024-03-01, 止: 2024-03-05", "日期: 2024-03-11"), "复.时限") == "satisfied");
    CHECK(result(answered("5日 内", "起: 2024-03-01, 止: 2024-03-05", "日期: 2024-03-12"), "复.时限") == "violated");
    CHECK(result(answered("5日 内", "起: 2024-03-01", "日期: 2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(answered("5日 内", "起: 2024-03-01", "日期: 2024-03-07"), "复.时限") == "violated");
}

TEST_CASE("a deadline without its first act does not run; without its days it cannot be told", "[eval][periods]") {
    const auto none = answered("5日 内", "", "日期: 2024-03-07");
    CHECK(result(none, "复.时限") == "not_applicable");
    CHECK(finding(none, "复.时限").why == verdict::Why::no_act);
    CHECK(missing(answered("5日 内", "", "日期: 2024-03-07", "记录: 不全"), "复.时限") == "record_incomplete");
    CHECK(missing(answered("5日 内", "由: 甲方", "日期: 2024-03-07"), "复.时限") == "act_date 收 1");
    // An undated act is judged before all dated ones; whether it was one is another matter.
    CHECK(missing(answered("5日 内", "日期: 2024-03-01", "由: 甲方"), "复.时限") == "act_date 复 1");
    CHECK(missing(answered("5日 内", "日期: 2024-03-01", "由: 甲方", "记录: 不全"), "复.时限") == "act_date 复 1; record_incomplete");
    CHECK(missing(answered("5日 内", "由: 甲方", "由: 甲方"), "复.时限") == "act_date 复 1; act_date 收 1");
}

TEST_CASE("an uncovered year leaves a deadline open only from its earliest possible day on", "[eval][periods]") {
    const calendar::Calendar bare({});
    const auto on = [&](const std::string& day) { return answered("5个工作日 内", "日期: 2024-03-01", "日期: " + day, {}, {}, bare); };
    CHECK(result(on("2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(on("2024-03-20"), "复.时限") == "undetermined");
    CHECK(missing(on("2024-03-20"), "复.时限") == "calendar_year 2024");
}

TEST_CASE("a deadline without an attempt waits through its last day and is broken after", "[eval][periods]") {
    const auto at = [](std::string_view as_of, const std::string& rest = {}) {
        return answered("5日 内", "日期: 2024-03-01", "", rest, as_of);
    };
    CHECK(result(at("2024-03-05"), "复.时限", 0) == "pending");
    CHECK(result(at("2024-03-06"), "复.时限", 0) == "pending");
    CHECK(result(at("2024-03-07"), "复.时限", 0) == "violated");
    CHECK(state(at("2024-03-07"), "复") == "owed");
    CHECK(status(at("2024-03-07")) == "flawed");
    CHECK(status(at("2024-03-06")) == "in_progress");
    const calendar::Calendar bare({});
    CHECK(result(answered("5个工作日 内", "日期: 2024-03-01", "", {}, "2024-03-20", bare), "复.时限", 0) == "undetermined");
    CHECK(result(answered("5个工作日 内", "日期: 2024-03-01", "", "结案: 2024-03-20", {}, bare), "复.时限", 0) == "undetermined");
}

TEST_CASE("a statute's days are working days where it says so: one below, equal, one above", "[eval][periods]") {
    // Friday 1 March: the fifth working day is Friday the 8th, the fifth day Wednesday the 6th.
    const auto on = [](const std::string& period, const std::string& day) { return answered(period, "日期: 2024-03-01", "日期: " + day); };
    CHECK(result(on("5日 内 计期 行政处罚法", "2024-03-07"), "复.时限") == "satisfied");
    CHECK(result(on("5日 内 计期 行政处罚法", "2024-03-08"), "复.时限") == "satisfied");
    CHECK(result(on("5日 内 计期 行政处罚法", "2024-03-09"), "复.时限") == "violated");
    CHECK(finding(on("5日 内 计期 行政处罚法", "2024-03-09"), "复.时限").counting->unit == calendar::Unit::working_days);
    CHECK(result(on("6日 内 计期 行政处罚法", "2024-03-07"), "复.时限") == "satisfied");
    CHECK(result(on("6日 内 计期 行政处罚法", "2024-03-08"), "复.时限") == "violated");
    CHECK(result(on("11日 内 计期 行政强制法", "2024-03-12"), "复.时限") == "satisfied");
    CHECK(result(on("11日 内 计期 行政强制法", "2024-03-13"), "复.时限") == "violated");
    CHECK(result(on("10日 内 计期 行政强制法", "2024-03-15"), "复.时限") == "satisfied");
    CHECK(result(on("10日 内 计期 行政强制法", "2024-03-16"), "复.时限") == "violated");
    CHECK(result(on("10日 内 计期 行政复议法", "2024-03-15"), "复.时限") == "satisfied");
    CHECK(result(on("9日 内 计期 行政复议法", "2024-03-12"), "复.时限") == "violated");
    CHECK(result(on("20日 内 计期 行政许可法", "2024-03-29"), "复.时限") == "satisfied");
    CHECK(result(on("20日 内 计期 行政许可法", "2024-03-30"), "复.时限") == "violated");
}

TEST_CASE("a parameter's days count as the profile of the requirement says", "[eval][periods]") {
    const std::string hangs = "起: 2024-03-01, 止: 2024-03-31";
    const auto set = [&](const std::string& profile, const std::string& vote) {
        return posted("不少于 公示期 计期 " + profile, hangs, vote, "参数: { 公示期: 5日 }");
    };
    CHECK(length_of(set("民法典", "2024-03-06")) == "violated");
    CHECK(length_of(set("民法典", "2024-03-07")) == "satisfied");
    CHECK(length_of(set("行政许可法", "2024-03-08")) == "violated");
    CHECK(length_of(set("行政许可法", "2024-03-09")) == "satisfied");
    CHECK(figures(set("行政许可法", "2024-03-08"), "示.公示.期限") == "5/4/-");
}

TEST_CASE("by the cautious reading a posting hangs through the working day after a day off", "[eval][periods]") {
    // Posted on Friday 1 March: the eighth day is Saturday the 9th, so it must hang through Monday the 11th.
    const std::string hangs = "起: 2024-03-01, 止: 2024-03-31";
    CHECK(length_of(posted("不少于 8日 计期 逢休顺延", hangs, "2024-03-10")) == "violated");
    CHECK(length_of(posted("不少于 8日 计期 逢休顺延", hangs, "2024-03-11")) == "violated");
    CHECK(length_of(posted("不少于 8日 计期 逢休顺延", hangs, "2024-03-12")) == "satisfied");
    CHECK(length_of(posted("不少于 8日", hangs, "2024-03-10")) == "satisfied");
    CHECK(figures(posted("不少于 8日 计期 逢休顺延", hangs, "2024-03-11"), "示.公示.期限") == "8/9/-");
    const auto counting = *finding(posted("不少于 8日 计期 逢休顺延", hangs, "2024-03-11"), "示.公示.期限").counting;
    CHECK(counting.last_day == test::day("2024-03-11"));
    CHECK(counting.rolled);
    CHECK(length_of(posted("不少于 7日 计期 逢休顺延", hangs, "2024-03-08")) == "violated");
    CHECK(length_of(posted("不少于 7日 计期 逢休顺延", hangs, "2024-03-09")) == "satisfied");
    CHECK(length_of(posted("超过 8日 计期 逢休顺延", hangs, "2024-03-12")) == "violated");
    CHECK(length_of(posted("超过 8日 计期 逢休顺延", hangs, "2024-03-13")) == "satisfied");
    CHECK(length_of(posted("不少于 5个工作日 计期 逢休顺延", hangs, "2024-03-08")) == "violated");
    CHECK(length_of(posted("不少于 5个工作日 计期 逢休顺延", hangs, "2024-03-09")) == "satisfied");
    CHECK(length_of(posted("不超过 8日 计期 逢休顺延", hangs, "2024-03-10")) == "satisfied");
    CHECK(length_of(posted("不超过 8日 计期 逢休顺延", hangs, "2024-03-11")) == "violated");
    // No arrangement covers 2027, so how far Friday 1 January 2027 moves is not known.
    const std::string year_end = "起: 2026-12-20, 止: 2027-02-28";
    CHECK(length_of(posted("不少于 12日 计期 逢休顺延", year_end, "2027-01-01")) == "violated");
    CHECK(length_of(posted("不少于 12日 计期 逢休顺延", year_end, "2027-01-02")) == "undetermined");
    CHECK(missing(posted("不少于 12日 计期 逢休顺延", year_end, "2027-02-01"), "示.公示.期限") == "calendar_year 2027");
}
