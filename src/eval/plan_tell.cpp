// What may be done now, by when, and what can no longer be done in time (judging, section 14).
#include <algorithm>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;
using verdict::PlannedDay;

PlannedDay Planner::told(Reach reach) {
    return {reach.known() ? std::optional(reach.day) : std::nullopt, reach.missing_year};
}

void Planner::look() {
    if (out_.closed || out_.ended || run_.s_.result.applies == Tri::no) return;
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto step = static_cast<std::uint16_t>(i);
        if (!to_be_taken(step)) continue;
        const auto& last_days = asks(step).due;
        tell_lost(step, last_days);
        if (out_.suspended)
            tell_suspended(step, last_days);
        else if (may_be_taken(step))
            tell_step(step, last_days);
        else
            tell_waiting(step, last_days);
    }
}

void Planner::tell_step(std::uint16_t step, std::vector<verdict::PlannedDue> due) {
    auto& out = out_.steps.emplace_back();
    out.step = run_.step_name(step);
    out.actors = run_.who_may(step);
    out.optional = program_.steps[step].optional;
    out.condition_unknown = program_.steps[step].condition != program::none && run_.step_condition_now(step) == Tri::unknown;
    out.due = std::move(due);
    out.openings = openings(step);
    if (!as_of_) return;
    const auto day = ready_[step];
    out.earliest = told(day);
    if (!run_.s_.steps[step].return_open) {
        for (const auto& [node, found, choice, way] : leaves(step)) {
            if (found.stand != Stand::fine || found.met == no_index || !program_.steps[node->step].posting) continue;
            const auto start = run_.act_of(found.met).start.day;
            for (const auto& length : lengths_of_attempt(found.met)) {
                const auto end = complete_of(length, found.met);
                if (end.known() && end.day < *as_of_ && !taken_down(found.met, end)) continue;
                auto& posting = out.postings.emplace_back();
                posting.step = run_.step_name(node->step);
                posting.start = start;
                posting.complete = told(end);
                if (taken_down(found.met, end)) posting.taken_down = run_.act_of(found.met).end.day;
                posting.ask = ask(length.requirement, length.period);
            }
        }
    }
    for (const auto& length : asks(step).lengths) {
        const auto& row = program_.rows[length.requirement];
        if (row.has_in_force && day.day < row.in_force_from) continue;
        auto end = complete(length, day.day);
        end.open = end.open || !day.known();
        out.lengths.push_back({told(end), ask(length.requirement, length.period)});
    }
    for (const auto& papers : asks(step).papers) {
        const auto& row = program_.rows[papers.requirement];
        if (row.has_in_force && day.day < row.in_force_from) continue;
        const auto by = day.known() ? deliver_by(papers, day) : Reach{day.day, day.missing_year, true};
        const auto today = later(day, delivered_on(papers, *as_of_, day.day));
        out.materials.push_back({told(by), told(today), ask(papers.requirement, papers.period)});
    }
}

/// Nothing may be done, but a clock that no 扣除 stops goes on.
void Planner::tell_suspended(std::uint16_t step, std::vector<verdict::PlannedDue> due) {
    if (due.empty()) return;
    auto& out = out_.waiting.emplace_back();
    out.step = run_.step_name(step);
    out.optional = program_.steps[step].optional;
    out.due = std::move(due);
    verdict::Cause cause;
    cause.kind = verdict::CauseKind::suspended;
    out.causes.push_back({std::move(cause)});
}

void Planner::tell_waiting(std::uint16_t step, std::vector<verdict::PlannedDue> due) {
    auto& out = out_.waiting.emplace_back();
    out.step = run_.step_name(step);
    out.optional = program_.steps[step].optional;
    if (as_of_) out.earliest = told(ready_[step]);
    for (auto& each : due) {
        if (!as_of_ || !each.day.day || ready_[step].day > *each.day.day) continue;
        const auto chance = last_chance(step, *each.day.day).day;
        if (chance && *chance < *each.day.day) each.begin_by = chance;
    }
    out.openings = openings(step);
    out.due = std::move(due);
    out.causes = waits(step);
}

/// A choice of which one way asks nothing but what is waited for in any case is none.
std::vector<verdict::WaitedFor> Planner::waits(std::uint16_t step) {
    using Causes = std::vector<verdict::Cause>;
    Causes in_any_case;
    struct Numbered {
        std::int32_t number = 0;
        Causes causes;
    };
    std::vector<std::vector<Numbered>> choices;
    const auto add = [](Causes& to, verdict::Cause cause) {
        if (std::find(to.begin(), to.end(), cause) == to.end()) to.push_back(std::move(cause));
    };
    for (const auto& [node, found, choice, number] : leaves(step)) {
        if (choices.size() < static_cast<std::size_t>(choice)) choices.resize(static_cast<std::size_t>(choice));
        if (found.stand == Stand::fine) continue;
        verdict::Cause cause;
        cause.kind = found.cause;
        cause.step = run_.step_name(node->step);
        cause.attempt = run_.number_of(found.met);
        if (choice == 0) {
            add(in_any_case, std::move(cause));
            continue;
        }
        auto& ways = choices[static_cast<std::size_t>(choice) - 1];
        const auto same = std::find_if(ways.begin(), ways.end(), [&](const Numbered& way) { return way.number == number; });
        add((same != ways.end() ? *same : ways.emplace_back(Numbered{number, {}})).causes, std::move(cause));
    }
    std::vector<verdict::WaitedFor> out;
    for (auto& cause : in_any_case) out.push_back({cause});
    std::int32_t told = 0;
    for (auto& ways : choices) {
        const auto asked = [&](const verdict::Cause& cause) {
            return std::find(in_any_case.begin(), in_any_case.end(), cause) != in_any_case.end();
        };
        const auto needless = [&](const Numbered& way) { return std::all_of(way.causes.begin(), way.causes.end(), asked); };
        if (ways.empty() || std::any_of(ways.begin(), ways.end(), needless)) continue;
        std::vector<Causes> different;
        for (auto& way : ways)
            if (std::find(different.begin(), different.end(), way.causes) == different.end()) different.push_back(std::move(way.causes));
        const bool one = different.size() == 1;
        if (!one) ++told;
        std::int32_t number = 0;
        for (auto& way : different) {
            ++number;
            for (auto& cause : way) out.push_back({std::move(cause), one ? 0 : told, one ? 0 : number});
        }
    }
    return out;
}

/// A last day that has passed, or that what must come before no longer lets the step meet.
void Planner::tell_lost(std::uint16_t step, const std::vector<verdict::PlannedDue>& due) {
    if (!as_of_) return;
    for (const auto& each : due) {
        if (!each.day.day) continue;
        const auto last = *each.day.day;
        // In a case that is suspended the days on which the steps before it can be taken are not known.
        if (!each.overdue && (out_.suspended || ready_[step].day <= last)) continue;
        auto& out = out_.lost.emplace_back();
        out.step = run_.step_name(step);
        out.optional = program_.steps[step].optional;
        if (each.overdue) {
            out.since = last + 1;
        } else if (const auto chance = last_chance(step, last); chance.counted) {
            if (chance.day) out.since = *chance.day + 1;
            out.ever = !chance.day;
        }
        if (!out_.suspended) out.earliest = told(ready_[step]);
        out.due = each;
    }
}

void Planner::tell_owed(const std::vector<verdict::Finding>& findings) {
    if (out_.closed || out_.ended) return;
    for (const auto& finding : findings) {
        const bool owed = finding.result == verdict::Result::pending || finding.result == verdict::Result::violated ||
                          finding.result == verdict::Result::undetermined;
        if (owed) out_.owed.push_back({finding.requirement, finding.citations, finding.result});
    }
}

}  // namespace guicheng::eval
