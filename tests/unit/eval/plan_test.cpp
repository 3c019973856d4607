// What may be done next, and what a wished day asks of the steps before it (judging, section 14).
#include "eval/plan.hpp"

#include "support/catch.hpp"
#include "support/judge_text.hpp"

namespace {

using namespace guicheng;
using support::Rule;
using test::day;
using verdict::WishStatus;

verdict::Outlook plan(const Rule& rule, const std::string& acts, std::string_view as_of, const char* step = nullptr,
                      std::string_view on = {}) {
    std::optional<eval::WishedDay> wish;
    for (std::size_t i = 0; step != nullptr && i < rule.procedure().steps.size(); ++i)
        if (rule.procedure().steps[i].name == step) wish = eval::WishedDay{static_cast<std::uint16_t>(i), day(on)};
    return eval::plan(rule.program(), rule.read(Rule::file_of(acts)), calendar::built_in(), day(as_of), wish);
}

std::string iso(const verdict::PlannedDay& day) {
    if (day.day) return base::iso(*day.day);
    return day.missing_year != 0 ? "year " + std::to_string(day.missing_year) : "open";
}
std::string iso(const std::optional<base::Day>& day) {
    return day ? base::iso(*day) : "-";
}

/// "take_step 甲 2024-03-01; …", with ! where the day is past and ? on one of several ways.
std::string tasks(const verdict::Wish& wish) {
    std::string out;
    for (const auto& task : wish.tasks)
        out += (out.empty() ? "" : "; ") + std::string(verdict::name(task.kind)) + ' ' + task.step + ' ' + iso(task.latest) +
               (task.past ? "!" : "") + (task.alternative ? "?" : "");
    return out;
}

const Rule& posted() {
    static const Rule rule("步骤 甲 { }\n步骤 乙 { 须经 甲\n公示 不少于 5日 }\n步骤 丙 { 须经 乙 }");
    return rule;
}

}  // namespace

TEST_CASE("a step may be taken at once, those after it wait for it", "[plan]") {
    const auto found = plan(posted(), "", "2024-03-01").plan;
    REQUIRE(found.steps.size() == 1);
    CHECK(found.steps[0].step == "甲");
    CHECK(iso(found.steps[0].earliest) == "2024-03-01");
    REQUIRE(found.waiting.size() == 2);
    CHECK(found.waiting[0].step == "乙");
    CHECK(found.waiting[0].causes.at(0).cause.step == "甲");
    // Begun on 1 March it is complete on the 6th.
    CHECK(iso(found.waiting[1].earliest) == "2024-03-07");
}

TEST_CASE("of ways of which one is enough each is named", "[plan]") {
    const auto waits = [](const std::string& before, const std::string& acts) {
        const Rule rule("步骤 甲 { }\n步骤 乙 { }\n步骤 丙 { }\n可以 步骤 丁 { 须经 乙 或 丙 }\n步骤 末 { 须经 " + before + " }");
        const auto found = plan(rule, acts, "2024-03-01").plan;
        std::string out;
        for (const auto& step : found.waiting)
            for (const auto& each : step.causes)
                if (step.step == "末") out += each.cause.step + std::to_string(each.choice) + '.' + std::to_string(each.way) + ' ';
        return out;
    };
    CHECK(waits("甲 或 乙", "") == "甲1.1 乙1.2 ");
    CHECK(waits("甲 且 (乙 或 丙)", "") == "甲0.0 乙1.1 丙1.2 ");
    CHECK(waits("(甲 且 乙) 或 丙", "") == "甲1.1 乙1.1 丙1.2 ");
    CHECK(waits("(甲 或 乙) 且 (乙 或 丙)", "") == "甲1.1 乙1.2 乙2.1 丙2.2 ");
    CHECK(waits("甲 且 (甲 或 乙)", "") == "甲0.0 ");
    CHECK(waits("(甲 且 (乙 或 丙)) 或 丁", "") == "甲1.1 乙1.1 丁1.2 ");
    CHECK(waits("(甲 或 乙) 且 丙", "{ 步骤: 乙, 日期: 2024-03-01 }") == "丙0.0 ");
}

TEST_CASE("of very many ways the one that the verdict takes is named", "[plan]") {
    const auto causes = [](int ways) {
        std::string steps;
        std::string before;
        for (int i = 0; i < ways; ++i) {
            const auto name = "步" + std::to_string(i);
            steps += "步骤 " + name + " { }\n";
            before += (i == 0 ? "" : " 或 ") + name;
        }
        const Rule rule(steps + "步骤 末 { 须经 " + before + " }");
        return plan(rule, "", "2024-03-01").plan.waiting.at(0).causes;
    };
    CHECK(causes(15).size() == 15);
    CHECK(causes(16).size() == 16);
    CHECK(causes(17).size() == 1);
    CHECK(causes(17).at(0).choice == 0);
}

TEST_CASE("more than a length is asked as that", "[plan]") {
    const Rule rule("步骤 甲 { 公示 超过 5日 }\n步骤 乙 { 公示 不少于 5日 }\n步骤 丙 { 时限 自 甲 起 5日 内 }");
    const auto found = plan(rule, "", "2024-03-01").plan;
    REQUIRE(found.steps.size() >= 2);
    CHECK(found.steps[0].lengths.at(0).ask.exceeds);
    CHECK(iso(found.steps[0].lengths.at(0).complete) == "2024-03-07");
    CHECK_FALSE(found.steps[1].lengths.at(0).ask.exceeds);
    CHECK(iso(found.steps[1].lengths.at(0).complete) == "2024-03-06");
}

TEST_CASE("a posting that hangs is waited for until the day after it is complete", "[plan]") {
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }, { 步骤: 乙, 起: 2024-03-04 }";
    const auto found = plan(posted(), acts, "2024-03-05").plan;
    REQUIRE(found.steps.size() == 1);
    CHECK(found.steps[0].step == "丙");
    CHECK(iso(found.steps[0].earliest) == "2024-03-10");
    REQUIRE(found.steps[0].postings.size() == 1);
    CHECK(iso(found.steps[0].postings[0].complete) == "2024-03-09");
    // What the plan calls the first lawful day is one, and the day before is none.
    CHECK(support::result(posted().judge(acts + ", { 步骤: 丙, 日期: 2024-03-10 }"), "乙.公示期") != "violated");
    const auto soon = posted().judge(acts + ", { 步骤: 丙, 日期: 2024-03-09 }");
    const auto late = posted().judge(acts + ", { 步骤: 丙, 日期: 2024-03-10 }");
    CHECK(support::status(late) == "valid");
    CHECK(support::status(soon) != "valid");
}

TEST_CASE("a wish is counted back through postings and can be met on its last day, not a day later", "[plan]") {
    const auto last = plan(posted(), "", "2024-03-01", "丙", "2024-03-07").plan.wish.value();
    CHECK(last.status == WishStatus::possible);
    CHECK(tasks(last) == "take_step 甲 2024-03-01; begin_posting 乙 2024-03-01; take_step 丙 2024-03-07");
    const auto late = plan(posted(), "", "2024-03-01", "丙", "2024-03-06").plan.wish.value();
    CHECK(late.status == WishStatus::impossible);
    CHECK(tasks(late) == "take_step 甲 2024-02-29!; begin_posting 乙 2024-02-29!; take_step 丙 2024-03-06");
    CHECK(late.tasks.at(1).blocks);
    CHECK(iso(late.since) == "2024-03-01");
    CHECK(iso(late.earliest) == "2024-03-07");
}

TEST_CASE("a posting already begun must be kept up, and begun too late makes the wish impossible", "[plan]") {
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }, { 步骤: 乙, 起: 2024-03-04 }";
    CHECK(tasks(*plan(posted(), acts, "2024-03-05", "丙", "2024-03-10").plan.wish) == "keep_posted 乙 2024-03-09; take_step 丙 2024-03-10");
    const auto late = plan(posted(), acts, "2024-03-05", "丙", "2024-03-09").plan.wish.value();
    CHECK(late.status == WishStatus::impossible);
    CHECK(iso(late.since) == "-");
    CHECK(iso(late.earliest) == "2024-03-10");
}

TEST_CASE("a way by which the day cannot be met is none; where there is none the wish cannot be met", "[plan]") {
    const Rule rule("步骤 甲 { }\n步骤 乙 { 公示 不少于 5日 }\n步骤 丙 { 须经 甲 或 乙 }");
    CHECK(tasks(*plan(rule, "", "2024-03-01", "丙", "2024-03-06").plan.wish) == "take_step 甲 2024-03-06; take_step 丙 2024-03-06");
    // 乙 takes too long, and 甲 would have to come before its own first day.
    const Rule none(
        "步骤 甲 { 要求 期间: 本次.日期 不早于 2024-03-05 }\n步骤 乙 { 须经 甲；公示 不少于 5日 }\n步骤 丁 { }\n"
        "步骤 戊 { 须经 丁；公示 不少于 5日 }\n步骤 丙 { 须经 乙 或 戊；时限 自 丁 起 3日 内 }");
    CHECK(plan(none, "", "2024-03-01", "丙", "2024-03-07").plan.wish->status == WishStatus::impossible);
    CHECK(plan(none, "", "2024-03-01", "丙", "2024-03-10").plan.wish->status == WishStatus::impossible);
    CHECK(plan(none, "", "2024-03-01", "丙", "2024-03-11").plan.wish->status == WishStatus::possible);
    // Another way that comes first takes the place of a posting that hangs and is not long enough.
    const Rule instead("步骤 甲 { }\n步骤 乙 { 公示 不少于 5日 }\n步骤 丙 { 须经 甲 或 乙 }");
    const auto both = plan(instead, "{ 步骤: 乙, 起: 2024-03-01 }", "2024-03-02", "丙", "2024-03-04").plan.wish.value();
    CHECK(both.status == WishStatus::possible);
    CHECK(tasks(both) == "take_step 甲 2024-03-04; take_step 丙 2024-03-04");
}

TEST_CASE("either branch will do: both are shown until one is taken", "[plan]") {
    const Rule rule("步骤 甲 { }\n步骤 乙 { 公示 不少于 5日 }\n步骤 丙 { 须经 甲 或 乙 }");
    const auto both = plan(rule, "", "2024-03-01", "丙", "2024-03-07").plan.wish.value();
    CHECK(both.status == WishStatus::possible);
    CHECK(tasks(both) == "begin_posting 乙 2024-03-01?; take_step 甲 2024-03-07?; take_step 丙 2024-03-07");
    CHECK(both.tasks.at(0).others == std::vector<std::string>{"甲"});
    CHECK(both.tasks.at(1).others == std::vector<std::string>{"乙"});
    CHECK(tasks(*plan(rule, "{ 步骤: 甲, 日期: 2024-03-01 }", "2024-03-01", "丙", "2024-03-04").plan.wish) == "take_step 丙 2024-03-04");
}

TEST_CASE("what every way asks is no alternative; what comes before a way is one", "[plan]") {
    const Rule rule(
        "步骤 始 { }\n步骤 甲 { 须经 始 }\n步骤 乙 { 公示 不少于 5日 }\n步骤 丙 { }\n步骤 丁 { 须经 (甲 且 丙) 或 (乙 且 丙) }");
    const auto wish = plan(rule, "", "2024-03-01", "丁", "2024-03-20").plan.wish.value();
    std::string said;
    for (const auto& task : wish.tasks) {
        said += task.step + ":";
        for (const auto& other : task.others) said += " " + other;
        said += task.alternative ? "?; " : "; ";
    }
    CHECK(said == "乙: 甲?; 始: 乙?; 丙:; 甲: 乙?; 丁:; ");
    const Rule same("步骤 甲 { }\n步骤 乙 { 须经 甲 或 甲 }");
    CHECK(tasks(*plan(same, "", "2024-03-01", "乙", "2024-03-04").plan.wish) == "take_step 甲 2024-03-04; take_step 乙 2024-03-04");
}

TEST_CASE("papers have a last day; one that is past leaves the wish to what was delivered", "[plan]") {
    const Rule rule("步骤 甲 { 材料 提前 3日 送达 }");
    CHECK(plan(rule, "", "2024-03-01", "甲", "2024-03-04").plan.wish->status == WishStatus::possible);
    const auto short_ = plan(rule, "", "2024-03-01", "甲", "2024-03-03").plan.wish.value();
    CHECK(short_.status == WishStatus::conditional);
    CHECK(tasks(short_) == "deliver 甲 2024-02-29!; take_step 甲 2024-03-03");
    CHECK(iso(short_.earliest) == "2024-03-04");
    const auto papers = plan(rule, "", "2024-03-01").plan.steps.at(0).materials.at(0);
    CHECK(iso(papers.deliver_by) == "2024-02-27");
    CHECK(iso(papers.if_today) == "2024-03-04");
}

TEST_CASE("a time limit is due on its last day and overdue a day later", "[plan]") {
    const Rule rule("步骤 甲 { }\n步骤 乙 { 须经 甲\n时限 自 甲 起 4日 内 }");
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }";
    const auto due = plan(rule, acts, "2024-03-05");
    CHECK(iso(due.plan.steps.at(0).due.at(0).day) == "2024-03-05");
    CHECK_FALSE(due.plan.steps[0].due[0].overdue);
    CHECK(due.plan.lost.empty());
    CHECK(verdict::prospect(due) == verdict::Prospect::fine);
    const auto late = plan(rule, acts, "2024-03-06");
    CHECK(late.plan.steps.at(0).due.at(0).overdue);
    CHECK(iso(late.plan.lost.at(0).since) == "2024-03-06");
    CHECK(verdict::prospect(late) == verdict::Prospect::found);
}

TEST_CASE("a day that a posting can no longer reach is lost before it has passed", "[plan]") {
    const Rule rule("步骤 甲 { 公示 不少于 5日 }\n步骤 乙 { 须经 甲\n时限 不迟于 2024-03-08 }");
    CHECK(plan(rule, "", "2024-03-02").plan.lost.empty());
    const auto lost = plan(rule, "", "2024-03-03").plan.lost;
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].step == "乙");
    CHECK(iso(lost[0].since) == "2024-03-03");
    CHECK(iso(lost[0].earliest) == "2024-03-09");
}

TEST_CASE("a year that is not covered is named and no day is given", "[plan]") {
    const Rule rule("步骤 甲 { 公示 不少于 20个工作日 }\n步骤 乙 { 须经 甲 }");
    const auto found = plan(rule, "", "2026-12-20", "乙", "2027-02-01");
    CHECK(found.plan.wish->status == WishStatus::undetermined);
    CHECK(iso(found.plan.wish->earliest) == "year 2027");
    CHECK(iso(found.plan.wish->tasks.at(1).latest) == "year 2027");
    CHECK(verdict::prospect(found) == verdict::Prospect::undetermined);
}

TEST_CASE("in a case that is closed nothing is next and a wish comes too late", "[plan]") {
    const auto file = posted().read(Rule::file_of("{ 步骤: 甲, 日期: 2024-03-01 }", "结案: 2024-03-02"));
    const auto found = eval::plan(posted().program(), file, calendar::built_in(), day("2024-03-05"), eval::WishedDay{2, day("2024-04-01")});
    CHECK(found.plan.closed);
    CHECK(found.plan.steps.empty());
    CHECK(found.plan.wish->status == WishStatus::over);
}

TEST_CASE("the verdict of a plan is that of the judge", "[plan]") {
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }, { 步骤: 乙, 起: 2024-03-04 }";
    CHECK(plan(posted(), acts, "2024-03-05", "丙", "2024-03-10").verdict == posted().judge(acts, {}, "2024-03-05"));
}

// ---------------------------------------------------------------- time limits

namespace {

/// "2024-03-05", with ! where overdue, "stopped", or what iso() says.
std::string due(const verdict::PlannedDue& due) {
    return due.stopped ? "stopped" : iso(due.day) + (due.overdue ? "!" : "");
}

/// What the plan says of a step's last days, wherever it lists the step.
std::string dues(const verdict::Plan& plan, const std::string& step) {
    std::string out;
    const auto add = [&](const std::vector<verdict::PlannedDue>& all) {
        for (const auto& each : all) out += (out.empty() ? "" : " ") + due(each);
    };
    for (const auto& each : plan.steps)
        if (each.step == step) add(each.due);
    for (const auto& each : plan.waiting)
        if (each.step == step) add(each.due);
    return out;
}

}  // namespace

TEST_CASE("a clock that stands still leaves the last day open; resumed, it is later by what was taken out", "[plan]") {
    const Rule rule("事件 通知补正\n事件 补正\n步骤 受理 { }\n步骤 审批 { 须经 受理\n时限 自 受理 起 4日 内 扣除 通知补正 至 补正 }");
    const std::string begun = "{ 步骤: 受理, 日期: 2024-03-04 }";
    const std::string stopped = begun + ", { 事: 通知补正, 日期: 2024-03-06 }";
    CHECK(dues(plan(rule, begun, "2024-03-07").plan, "审批") == "2024-03-08");
    const auto standing = plan(rule, stopped, "2024-03-20");
    CHECK(dues(standing.plan, "审批") == "stopped");
    CHECK(standing.plan.lost.empty());
    CHECK(verdict::prospect(standing) == verdict::Prospect::fine);
    CHECK(dues(plan(rule, stopped + ", { 事: 补正, 日期: 2024-03-08 }", "2024-03-10").plan, "审批") == "2024-03-11");
    // An undated stop leaves it open too, but nobody is said to stand still.
    CHECK(dues(plan(rule, begun + ", { 事: 补正, 日期: 2024-03-08 }, { 事: 通知补正 }", "2024-03-10").plan, "审批") == "open");
}

TEST_CASE("a time limit runs from the later, the earlier, the first or the latest start that is there", "[plan]") {
    const Rule rule(
        "事件 补正\n步骤 甲 { }\n步骤 乙 { }\n步骤 晚 { 时限 自 甲 与 乙 中较晚者 起 4日 内 }\n步骤 早 { 时限 自 甲 与 乙 中较早者 起 4日 "
        "内 }\n"
        "步骤 首 { 时限 自 首次 补正 起 4日 内 }\n步骤 末 { 时限 自 末次 补正 起 4日 内 }\n步骤 日 { 时限 自 签约日 起 4日 内 }");
    const auto one = plan(rule, "{ 步骤: 甲, 日期: 2024-03-04 }", "2024-03-05").plan;
    CHECK(dues(one, "晚") == "");
    CHECK(dues(one, "早") == "2024-03-08");
    CHECK(dues(one, "首") == "");
    CHECK(dues(one, "日") == "open");
    const std::string acts =
        "{ 步骤: 甲, 日期: 2024-03-04 }, { 步骤: 乙, 日期: 2024-03-05 }, { 事: 补正, 日期: 2024-03-06 }, { 事: 补正, 日期: 2024-03-07 }";
    const auto both = plan(rule, acts, "2024-03-08").plan;
    CHECK(dues(both, "晚") == "2024-03-11");  // the 9th is a Saturday
    CHECK(dues(both, "早") == "2024-03-08");
    CHECK(dues(both, "首") == "2024-03-11");
    CHECK(dues(both, "末") == "2024-03-11");
}

TEST_CASE("a demand on the day of the step itself opens and ends the days on which it may be taken", "[plan]") {
    const Rule rule("步骤 甲 { 要求 期间: 本次.日期 在 2024-03-11 至 2024-03-15 之间 }\n步骤 乙 { 须经 甲 }");
    const auto before = plan(rule, "", "2024-03-08", "甲", "2024-03-10");
    CHECK(iso(before.plan.steps.at(0).earliest) == "2024-03-11");
    CHECK(iso(before.plan.steps[0].openings.at(0).day) == "2024-03-11");
    CHECK(dues(before.plan, "甲") == "2024-03-15");
    CHECK(before.plan.wish->status == WishStatus::impossible);
    CHECK(iso(before.plan.wish->opening.value().day) == "2024-03-11");
    CHECK(plan(rule, "", "2024-03-08", "甲", "2024-03-11").plan.wish->status == WishStatus::possible);
    CHECK(plan(rule, "", "2024-03-08", "甲", "2024-03-15").plan.wish->status == WishStatus::possible);
    const auto late = plan(rule, "", "2024-03-08", "甲", "2024-03-16").plan.wish.value();
    CHECK(late.status == WishStatus::late);
    CHECK(due(late.due.value()) == "2024-03-15");
    CHECK(iso(plan(rule, "", "2024-03-08", "乙", "2024-03-20").plan.wish->tasks.at(0).latest) == "2024-03-15");
    CHECK(plan(rule, "", "2024-03-15").plan.lost.empty());
    CHECK(iso(plan(rule, "", "2024-03-16").plan.lost.at(0).since) == "2024-03-16");
}

TEST_CASE("every comparison of the day says which days it leaves", "[plan]") {
    const auto days = [](const std::string& demand) {
        const Rule rule("步骤 甲 { 要求 期间: " + demand + " }");
        const auto found = plan(rule, "", "2024-03-01").plan;
        return iso(found.steps.at(0).earliest) + ' ' + dues(found, "甲");
    };
    CHECK(days("本次.日期 不早于 2024-03-11") == "2024-03-11 ");
    CHECK(days("本次.日期 晚于 2024-03-11") == "2024-03-12 ");
    CHECK(days("本次.日期 不迟于 2024-03-11") == "2024-03-01 2024-03-11");
    CHECK(days("本次.日期 早于 2024-03-11") == "2024-03-01 2024-03-10");
    CHECK(days("本次.日期 是 2024-03-11") == "2024-03-11 2024-03-11");
    CHECK(days("本次.日期 不是 2024-03-11") == "2024-03-01 ");
    CHECK(days("本次.日期 不迟于 签约日") == "2024-03-01 ");
}

// ---------------------------------------------------------------- time limits between steps, for a wish

TEST_CASE("a time limit that will run from a step holds it back, and leaves the later step a last day", "[plan]") {
    const Rule rule("步骤 甲 { }\n步骤 乙 { 须经 甲\n时限 自 甲 起 4日 内 }\n步骤 丙 { 须经 乙 }");
    const auto own = plan(rule, "", "2024-03-01", "乙", "2024-03-20").plan.wish.value();
    REQUIRE(own.tasks.size() == 2);
    CHECK(iso(own.tasks[0].latest) == "2024-03-20");
    // From the 16th it ends on the 20th, from the 15th on Tuesday the 19th.
    CHECK(iso(own.tasks[0].not_before.value().day) == "2024-03-16");
    CHECK(own.tasks[0].not_before->step == "乙");
    // With a step between no day is too soon: the time limit is the one of 乙, which may be taken at once.
    const auto through = plan(rule, "", "2024-03-01", "丙", "2024-03-20").plan.wish.value();
    CHECK_FALSE(through.tasks.at(0).not_before);
    CHECK(plan(rule, "{ 步骤: 甲, 日期: 2024-03-01 }", "2024-03-01", "乙", "2024-03-05").plan.wish->status == WishStatus::possible);
    CHECK(plan(rule, "{ 步骤: 甲, 日期: 2024-03-01 }", "2024-03-01", "乙", "2024-03-06").plan.wish->status == WishStatus::late);
}

TEST_CASE("a running time limit of a step between bounds it and what comes before it", "[plan]") {
    const Rule rule(
        "步骤 甲 { }\n步骤 乙 { 须经 甲\n公示 不少于 3日 }\n步骤 丙 { 须经 乙\n时限 自 甲 起 10日 内 计期 不顺延 }\n步骤 丁 { 须经 丙 }");
    const auto wish = plan(rule, "{ 步骤: 甲, 日期: 2024-03-01 }", "2024-03-01", "丁", "2024-03-29").plan.wish.value();
    CHECK(tasks(wish) == "begin_posting 乙 2024-03-07; take_step 丙 2024-03-11; take_step 丁 2024-03-29");
    CHECK(wish.tasks.at(1).limit.has_value());
    const auto overdue = plan(rule, "{ 步骤: 甲, 日期: 2024-03-01 }", "2024-03-08", "丁", "2024-03-29").plan.wish.value();
    CHECK(tasks(overdue) == "begin_posting 乙 2024-03-25; take_step 丙 2024-03-29; take_step 丁 2024-03-29");
    CHECK(overdue.tasks.at(1).late);
}

TEST_CASE("a time limit shorter than what must be waited for within it cannot be kept on any day", "[plan]") {
    const std::string head = "步骤 甲 { }\n步骤 乙 { 须经 甲\n公示 不少于 10日 }\n步骤 丙 { 须经 乙\n时限 自 甲 起 ";
    const auto wished = [&](const std::string& days) {
        const Rule rule(head + days + "日 内 计期 不顺延 }\n步骤 丁 { 须经 丙 }");
        return plan(rule, "", "2024-03-01", "丁", "2024-05-31").plan.wish.value();
    };
    CHECK(wished("11").status == WishStatus::possible);
    const auto torn = wished("10");
    CHECK(torn.status == WishStatus::impossible);
    CHECK(torn.tasks.at(2).late);
}

// ---------------------------------------------------------------- the rest

TEST_CASE("a step that waits says by when what comes before it must begin", "[plan]") {
    const Rule rule("步骤 甲 { 公示 不少于 5日 }\n步骤 乙 { 须经 甲\n时限 不迟于 2024-03-08 }");
    const auto waiting = plan(rule, "", "2024-03-01").plan.waiting;
    CHECK(iso(waiting.at(0).due.at(0).begin_by) == "2024-03-02");
    CHECK(iso(plan(rule, "", "2024-03-02").plan.waiting.at(0).due.at(0).begin_by) == "2024-03-02");
    CHECK(iso(plan(rule, "", "2024-03-03").plan.waiting.at(0).due.at(0).begin_by) == "-");
}

TEST_CASE("a posting taken down too soon is not waited for", "[plan]") {
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }, { 步骤: 乙, 起: 2024-03-04, 止: ";
    const auto soon = plan(posted(), acts + "2024-03-08 }", "2024-03-08").plan.steps.at(0);
    CHECK(iso(soon.earliest) == "2024-03-08");
    CHECK(iso(soon.postings.at(0).taken_down) == "2024-03-08");
    const auto enough = plan(posted(), acts + "2024-03-09 }", "2024-03-09").plan.steps.at(0);
    CHECK(iso(enough.earliest) == "2024-03-10");
    CHECK(iso(enough.postings.at(0).taken_down) == "-");
}

TEST_CASE("a length holds for a posting that begins once it is in force", "[plan]") {
    const Rule rule("步骤 甲 { 公示 不少于 5日 自 2024-04-01 施行 }\n步骤 乙 { 须经 甲 }");
    // Begun on 31 March it need not hang at all; begun on 1 April, through the 6th.
    const auto before = plan(rule, "", "2024-03-20", "乙", "2024-04-06").plan.wish.value();
    CHECK(tasks(before) == "begin_posting 甲 2024-03-31; take_step 乙 2024-04-06");
    CHECK_FALSE(before.tasks.at(0).ask);
    const auto from = plan(rule, "", "2024-03-20", "乙", "2024-04-07").plan.wish.value();
    CHECK(tasks(from) == "begin_posting 甲 2024-04-01; take_step 乙 2024-04-07");
    CHECK(from.tasks.at(0).ask);
    CHECK(iso(plan(rule, "", "2024-03-31").plan.waiting.at(0).earliest) == "2024-03-31");
    CHECK(iso(plan(rule, "", "2024-04-01").plan.waiting.at(0).earliest) == "2024-04-07");
}

TEST_CASE("while the case is suspended nothing may be taken, but a clock that nothing stops is told", "[plan]") {
    const Rule rule(
        "步骤 甲 { }\n步骤 乙 { 须经 甲\n时限 走: 自 甲 起 10日 内 计期 不顺延\n时限 停: 自 甲 起 10日 内 扣除 暂缓 }\n步骤 丙 { 须经 甲 "
        "}");
    const std::string acts = "{ 步骤: 甲, 日期: 2024-03-01 }, { 事: 暂缓, 日期: 2024-03-04 }";
    const auto found = plan(rule, acts, "2024-03-11");
    CHECK(found.plan.suspended);
    CHECK(found.plan.steps.empty());
    REQUIRE(found.plan.waiting.size() == 1);
    CHECK(dues(found.plan, "乙") == "2024-03-11 stopped");
    CHECK(found.plan.lost.empty());
    CHECK(plan(rule, acts, "2024-03-12").plan.lost.size() == 1);
}

TEST_CASE("requirements of the procedure's own that are not met yet are told until the case is closed", "[plan]") {
    const Rule rule("事件 建档\n步骤 甲 { }\n要求 一档: 有 建档");
    const auto open = plan(rule, "", "2024-03-01").plan.owed;
    REQUIRE(open.size() == 1);
    CHECK(open[0].requirement == "一档");
    CHECK(open[0].result == verdict::Result::pending);
    CHECK(plan(rule, "{ 事: 建档, 日期: 2024-03-01 }", "2024-03-01").plan.owed.empty());
}
