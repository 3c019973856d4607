#include "plan_samples.hpp"

#include "samples.hpp"

namespace guicheng::test {

using verdict::Ask;
using verdict::PlannedDay;
using verdict::TaskKind;
using verdict::WishStatus;

namespace {

PlannedDay on(int month, int day_of_month) {
    return {day(2024, month, day_of_month), 0};
}
constexpr PlannedDay without_year{std::nullopt, 2027};
constexpr PlannedDay open{};

Ask ask(std::string requirement, std::optional<calendar::Period> period = std::nullopt, std::vector<std::string> citations = {}) {
    return {std::move(requirement), std::move(citations), period, calendar::Profile::civil_code, false, false};
}
Ask in_principle(Ask ask) {
    ask.in_principle = true;
    return ask;
}
Ask conditional(Ask ask) {
    ask.conditional = true;
    return ask;
}

const calendar::Period twenty{20, calendar::Unit::working_days};
const calendar::Period ten{10, calendar::Unit::days};

verdict::PlannedDue due(PlannedDay day, Ask ask) {
    verdict::PlannedDue made;
    made.day = day;
    made.ask = std::move(ask);
    return made;
}

verdict::Cause cause(verdict::CauseKind kind, std::string step) {
    verdict::Cause made;
    made.kind = kind;
    made.step = std::move(step);
    return made;
}

verdict::Outlook head() {
    verdict::Outlook made;
    auto& v = made.verdict;
    v.procedure = "集体资产处置";
    v.version = "1";
    v.case_id = "李家湾, 2024; 第\\3号";
    v.as_of = day(2024, 3, 20);
    v.status = verdict::CaseStatus::in_progress;
    return made;
}

void add_steps(verdict::Plan& plan) {
    auto& resolution = plan.steps.emplace_back();
    resolution.step = "决议";
    resolution.actors = {"村民会议", "村民代表会议"};
    resolution.earliest = on(4, 12);
    resolution.postings.push_back({"方案公示", day(2024, 3, 13), on(4, 11), {}, in_principle(ask("方案公示.期限", twenty, {"jx.2.6.3"}))});
    resolution.postings.push_back({"通知公示", day(2024, 3, 13), without_year, {}, ask("通知公示.期限", twenty)});
    resolution.postings.push_back({"初次公示", day(2024, 3, 1), on(3, 28), day(2024, 3, 8), ask("初次公示.期限", twenty)});
    resolution.postings.push_back({"另行公示", day(2024, 3, 1), open, {}, ask("另行公示.期限")});
    resolution.materials.push_back({on(4, 2), on(4, 12), conditional(ask("决议.材料", ten))});
    resolution.materials.push_back({open, open, ask("决议.附件")});
    resolution.openings.push_back({day(2024, 4, 1), ask("决议.期间")});
    resolution.due.push_back(due(on(4, 30), ask("决议.时限", ten)));
    auto stopped = due(open, ask("决议.审查时限", ten));
    stopped.stopped = true;
    resolution.due.push_back(stopped);
    resolution.due.push_back(due(open, ask("决议.另一时限", ten)));
    resolution.due.push_back(due(without_year, ask("决议.又一时限", ten)));

    auto& notice = plan.steps.emplace_back();
    notice.step = "公告";
    notice.optional = true;
    notice.condition_unknown = true;
    notice.earliest = on(3, 20);
    notice.lengths.push_back({on(4, 18), ask("公告.期限", twenty)});
    notice.lengths.push_back({without_year, in_principle(ask("公告.另一期限", twenty))});
    notice.lengths.push_back({open, ask("公告.又一期限")});
}

void add_waiting(verdict::Plan& plan) {
    auto& waiting = plan.waiting.emplace_back();
    waiting.step = "结果公开";
    waiting.earliest = on(4, 12);
    for (const auto kind :
         {verdict::CauseKind::not_attempted, verdict::CauseKind::not_attempted, verdict::CauseKind::returned, verdict::CauseKind::withdrawn,
          verdict::CauseKind::void_, verdict::CauseKind::lost, verdict::CauseKind::too_late, verdict::CauseKind::undetermined,
          verdict::CauseKind::undated, verdict::CauseKind::incomplete, verdict::CauseKind::condition})
        waiting.causes.push_back({cause(kind, std::string(1, static_cast<char>('A' + waiting.causes.size())))});
    auto last = due(on(5, 31), ask("结果公开.时限"));
    last.begin_by = day(2024, 4, 25);
    waiting.due.push_back(last);
    auto& open_day = plan.waiting.emplace_back();
    open_day.step = "归档";
    open_day.earliest = without_year;
    open_day.causes.push_back({cause(verdict::CauseKind::not_attempted, "结果公开")});
}

void add_lost(verdict::Plan& plan) {
    auto& overdue = plan.lost.emplace_back();
    overdue.step = "答复";
    overdue.since = day(2024, 3, 16);
    overdue.earliest = on(3, 20);
    overdue.due = due(on(3, 15), ask("答复.时限", ten));
    overdue.due.overdue = true;
    auto& hopeless = plan.lost.emplace_back();
    hopeless.step = "复核";
    hopeless.ever = true;
    hopeless.earliest = without_year;
    hopeless.due = due(on(3, 25), ask("复核.时限"));
    plan.owed.push_back({"一档", {"xj.2.1.22"}, verdict::Result::pending});
    plan.owed.push_back({"监督", {}, verdict::Result::violated});
    plan.owed.push_back({"说明", {}, verdict::Result::undetermined});
}

verdict::WishTask task(TaskKind kind, std::string step, PlannedDay latest) {
    verdict::WishTask made;
    made.kind = kind;
    made.step = std::move(step);
    made.latest = latest;
    return made;
}

void add_tasks(verdict::Wish& wish) {
    auto posting = task(TaskKind::begin_posting, "公示", on(4, 18));
    posting.actors = {"村民委员会"};
    posting.ask = in_principle(ask("公示.期限", twenty));
    posting.alternative = true;
    wish.tasks.push_back(posting);
    posting.step = "张榜";
    posting.others = {"公示", "听证"};
    wish.tasks.push_back(posting);
    auto papers = task(TaskKind::deliver, "决议", on(3, 10));
    papers.ask = ask("决议.材料", ten);
    papers.past = papers.blocks = true;
    wish.tasks.push_back(papers);
    auto kept = task(TaskKind::keep_posted, "方案公示", on(4, 11));
    kept.ask = ask("方案公示.期限", twenty);
    wish.tasks.push_back(kept);
    kept.step = "后一公示";
    kept.blocks = true;
    wish.tasks.push_back(kept);
    auto step = task(TaskKind::take_step, "审议", on(5, 10));
    step.actors = {"党员大会"};
    step.limit = ask("审议.时限", ten);
    step.late = true;
    step.opening = verdict::PlannedOpening{day(2024, 4, 1), ask("审议.期间")};
    step.not_before = verdict::WaitedLimit{on(5, 1), "决议", ask("决议.时限", ten)};
    wish.tasks.push_back(step);
    step.step = "复议";
    step.not_before->day = without_year;
    step.latest = open;
    step.ask = ask("审议.期限");
    step.limit.reset();
    step.opening.reset();
    step.late = false;
    wish.tasks.push_back(step);
    wish.tasks.push_back(task(TaskKind::take_step, "决议", on(5, 20)));
}

}  // namespace

verdict::Outlook plan_with_wish(WishStatus status) {
    auto made = head();
    auto& wish = made.plan.wish.emplace();
    wish.step = "决议";
    wish.day = day(2024, 5, 20);
    wish.status = status;
    if (status == WishStatus::impossible) wish.since = day(2024, 3, 12);
    if (status == WishStatus::late) wish.due = due(on(5, 17), ask("决议.时限", ten));
    wish.earliest = on(5, 28);
    add_tasks(wish);
    return made;
}

verdict::Outlook full_plan() {
    auto made = plan_with_wish(WishStatus::possible);
    add_steps(made.plan);
    add_waiting(made.plan);
    add_lost(made.plan);
    verdict::OpenedDuty duty;
    duty.requirement = "商议.顺序";
    duty.sanction = model::Sanction::correction;
    duty.due = day(2024, 3, 29);
    made.verdict.duties.push_back(duty);
    duty.due = day(2024, 3, 19);
    made.verdict.duties.push_back(duty);
    return made;
}

verdict::Outlook closed_plan() {
    auto made = head();
    made.plan.closed = true;
    return made;
}

}  // namespace guicheng::test
