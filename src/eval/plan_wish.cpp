// What a wished day asks, and whether it can be met (judging, section 14).
#include <algorithm>
#include <numeric>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;
using verdict::TaskKind;
using verdict::WishStatus;

void Planner::tell_task(std::uint16_t step, const Demand& asked_for) {
    if (!asked_for.set || !asked_for.task) return;
    auto& task = out_.wish->tasks.emplace_back();
    const auto& lengths = asks(step).lengths;
    task.kind = program_.steps[step].posting ? TaskKind::begin_posting : TaskKind::take_step;
    task.step = run_.step_name(step);
    task.actors = run_.who_may(step);
    task.latest = told(asked_for.latest);
    task.past = asked_for.latest.day < *as_of_;
    for (auto& opening : openings(step))
        if (!task.opening || opening.day > task.opening->day) task.opening = std::move(opening);
    task.blocks = stands_in_the_way(step, asked_for);
    task.late = asked_for.late;
    task.alternative = asked_for.way.alternative;
    task.others = asked_for.way.others;
    task.limit = asked_for.limit;
    task.not_before = asked_for.not_before_for;
    for (const auto& length : lengths) {
        const auto& row = program_.rows[length.requirement];
        if (task.ask || (row.has_in_force && asked_for.latest.day < row.in_force_from)) continue;
        task.ask = ask(length.requirement, length.period);
    }
}

void Planner::tell_deliveries(std::uint16_t step, const Demand& asked_for) {
    if (!asked_for.set || !asked_for.task) return;
    for (const auto& papers : asks(step).papers) {
        const auto& row = program_.rows[papers.requirement];
        if (row.has_in_force && asked_for.latest.day < row.in_force_from) continue;
        const auto by = deliver_by(papers, asked_for.latest);
        auto& task = out_.wish->tasks.emplace_back();
        task.kind = TaskKind::deliver;
        task.step = run_.step_name(step);
        task.latest = told(by);
        task.past = by.day < *as_of_;
        task.blocks = task.past;
        task.alternative = asked_for.way.alternative;
        task.others = asked_for.way.others;
        task.ask = ask(papers.requirement, papers.period);
    }
}

/// Before any day is counted; `possible` where days decide.
WishStatus Planner::wish_status(std::uint16_t step, Day day) {
    if (run_.s_.result.applies == Tri::no || run_.s_.states[step] == verdict::StepState::skipped) return WishStatus::skipped;
    if (!to_be_taken(step)) return WishStatus::done;
    if (out_.closed || out_.ended) return WishStatus::over;
    if (out_.suspended) return WishStatus::suspended;
    if (!as_of_) return WishStatus::undetermined;
    if (ready_[step].day > day) return WishStatus::impossible;
    return ready_[step].known() ? WishStatus::possible : WishStatus::undetermined;
}

/// A wish that the order of the steps leaves possible may break a time limit of the step, or those between the steps before it.
void Planner::judge_days(std::uint16_t step, Fit fit, Ways ways) {
    auto& out = *out_.wish;
    for (const auto& each : asks(step).due) {
        if (!each.day.day || *each.day.day >= out.day) continue;
        out.status = WishStatus::late;
        if (!out.due || *each.day.day < *out.due->day.day) out.due = each;
    }
    // Papers may have been delivered before; what was late before is said of the step.
    const auto torn = [](const verdict::WishTask& task) { return task.blocks && !task.alternative && task.kind != TaskKind::deliver; };
    const bool none =
        ways == Ways::none || (ways == Ways::not_counted && (fit == Fit::torn || std::any_of(out.tasks.begin(), out.tasks.end(), torn)));
    if (none) out.status = WishStatus::impossible;
}

/// By their days; what is not known comes after what is. Those of one day keep their order: the wished step, of the highest rank of all,
/// stays last.
void Planner::sort_tasks() {
    auto& tasks = out_.wish->tasks;
    std::vector<std::size_t> places(tasks.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        const auto& first = tasks[a].latest.day;
        const auto& second = tasks[b].latest.day;
        if (first.has_value() != second.has_value()) return first.has_value();
        return first != second ? first < second : a < b;
    });
    std::vector<verdict::WishTask> sorted;
    sorted.reserve(tasks.size());
    for (const auto place : places) sorted.push_back(std::move(tasks[place]));
    tasks = std::move(sorted);
}

void Planner::wish(WishedDay wished) {
    auto& out = out_.wish.emplace();
    out.step = run_.step_name(wished.step);
    out.day = wished.day;
    // Papers may have been delivered before: the record says so only together with the step, so that alone makes no day impossible.
    if (as_of_) look_forward(*as_of_, false);
    out.status = wish_status(wished.step, wished.day);
    const bool counted =
        out.status == WishStatus::possible || out.status == WishStatus::impossible || (out.status == WishStatus::undetermined && as_of_);
    if (!counted) return;
    out.earliest = told(ready_[wished.step]);
    const auto ways = find_ways(wished.step, wished.day);
    // The look forward keeps to a part of an 或 that asks nothing more, though another may be there sooner.
    if (out.status == WishStatus::impossible && ways == Ways::some && !dead_.empty()) out.status = WishStatus::possible;
    const auto fit = look_back(wished.step, wished.day);
    hold_back(wished.step, wished.day);
    for (const auto step : by_rank_) {
        for (const auto* asked_for : {&firm_[step], &ways_[step]}) {
            tell_deliveries(step, *asked_for);
            tell_task(step, *asked_for);
        }
    }
    sort_tasks();
    if (out.status == WishStatus::impossible) {
        for (auto& opening : openings(wished.step))
            if (opening.day > wished.day && (!out.opening || opening.day > out.opening->day)) out.opening = std::move(opening);
        if (out.opening) return;
        if (const auto chance = last_chance(wished.step, wished.day).day) out.since = *chance + 1;
        return;
    }
    if (out.status != WishStatus::possible) return;
    judge_days(wished.step, fit, ways);
    if (fit == Fit::not_counted && out.status == WishStatus::possible) out.status = WishStatus::undetermined;
    if (out.status != WishStatus::possible) return;
    look_forward(*as_of_, true);
    const auto papers_today = acts_[wished.step];
    for (const auto& task : out.tasks) {
        if (task.kind != TaskKind::deliver || task.alternative) continue;
        if (!task.past && task.latest.day) continue;
        if (out.status != WishStatus::undetermined) out.status = task.past ? WishStatus::conditional : WishStatus::undetermined;
        out.earliest = told(papers_today);
    }
}

}  // namespace guicheng::eval
