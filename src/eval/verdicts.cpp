// The whole verdict from what was recorded.
#include <algorithm>

#include "eval/act_order.hpp"
#include "eval/planner.hpp"
#include "eval/run.hpp"
#include "verdict/years.hpp"

namespace guicheng::eval {

using verdict::NoteKind;

namespace {

std::optional<std::int64_t> number(std::int64_t count) {
    return count < 0 ? std::nullopt : std::optional(count);
}

}  // namespace

verdict::Verdict Run::verdict() {
    verdict::Verdict out;
    out.procedure = model_.name;
    out.full_title = model_.full_title;
    out.version = model_.version;
    out.procedure_identity = model_.identity;
    out.case_id = case_.id;
    out.case_identity = case_.identity;
    out.standing_identity = case_.standing_identity;
    out.as_of = s_.result.as_of;
    out.as_of_source = s_.result.as_of_source;
    if (s_.result.closed) out.closed = case_.closed->day;
    out.status = s_.result.status;
    out.outcome = s_.result.outcome;
    out.applies = std::move(trace_->applies);
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        auto& step = out.steps.emplace_back();
        step.name = model_.steps[i].name;
        step.state = s_.states[i];
        step.findings = std::move(trace_->steps[i]);
    }
    for (std::uint32_t i = 0; i < s_.attempts.size(); ++i) out.steps[s_.attempts[i].step].attempts.push_back(attempt_verdict(i));
    out.findings = std::move(trace_->own);
    if (s_.result.applies != Tri::no) {
        duties(out);
        next_steps(out);
    }
    notes(out);
    out.years = verdict::years_consulted(out, calendar_);
    return out;
}

verdict::Attempt Run::attempt_verdict(std::uint32_t index) {
    const auto& attempt = s_.attempts[index];
    const auto& act = case_.acts[attempt.act];
    verdict::Attempt out;
    out.number = static_cast<std::int32_t>(attempt.number);
    out.record = static_cast<std::int32_t>(act.record);
    if (act.dated) out.start = act.start;
    if (act.has_end) out.end = act.end;
    out.status = attempt.status;
    out.outcome = attempt.outcome;
    out.withdrawn = attempt.withdrawn;
    out.serving = s_.steps[attempt.step].standing == index;
    out.counts = attempt.counts;
    if (attempt.count != no_index) {
        const auto& c = s_.counts[attempt.count];
        out.vote =
            verdict::VoteCount{number(c.entitled), number(c.present), number(c.yes), number(c.no), number(c.abstain), number(c.other)};
    }
    out.findings = std::move(trace_->attempts[index]);
    return out;
}

/// What the breaches set off, in the order of the verdict.
void Run::duties(verdict::Verdict& out) const {
    const auto add = [&](const verdict::Finding& finding, const std::optional<base::Moment>& start) {
        if (finding.result != verdict::Result::violated) return;
        const auto found = std::find_if(model_.requirements.begin(), model_.requirements.end(),
                                        [&](const model::Requirement& r) { return r.id == finding.requirement; });
        if (found == model_.requirements.end() || found->consequence.sanction == model::Sanction::none) return;
        const auto& consequence = found->consequence;
        auto& duty = out.duties.emplace_back();
        duty.requirement = finding.requirement;
        duty.sanction = consequence.sanction;
        duty.subject = consequence.sanction == model::Sanction::return_to && consequence.step ? step_name(consequence.step.value)
                                                                                              : consequence.subject;
        if (!consequence.period || !start) return;
        const auto last = calendar::last_day_within(calendar_, start->day, *consequence.period, found->profile);
        if (last.known()) duty.due = last.day;
    };
    for (const auto& step : out.steps) {
        for (const auto& attempt : step.attempts)
            for (const auto& finding : attempt.findings) add(finding, attempt.start);
        for (const auto& finding : step.findings) add(finding, std::nullopt);
    }
    for (const auto& finding : out.findings) add(finding, std::nullopt);
}

void Run::next_steps(verdict::Verdict& out) {
    if (s_.result.closed || s_.ended || s_.suspended) return;
    verdict::Plan not_told;
    std::optional<Planner> planner;  // only where a step is open
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto id = static_cast<std::uint16_t>(i);
        const auto& state = s_.steps[i];
        if (s_.states[i] == verdict::StepState::skipped) continue;
        if (!state.return_open && (state.standing != no_index || !enabled(id))) continue;
        if (!planner) planner.emplace(*this, not_told);
        if (!planner->may_be_taken(id)) continue;
        verdict::NextStep next;
        next.step = model_.steps[i].name;
        next.actors = who_may(id);
        next.earliest = planner->first_day(id);
        next.due = due(id);
        out.next.push_back(std::move(next));
    }
}

std::optional<base::Day> Run::due(std::uint16_t step) {
    std::optional<base::Day> first;
    for (auto i = program_.steps[step].requirements.begin; i < program_.steps[step].requirements.end; ++i) {
        const auto& row = program_.rows[program_.step_requirements[i]];
        if (row.kind != model::RequirementKind::deadline || row.modality == model::Modality::may) continue;
        if (row.condition != program::none && holds(row.condition) == Tri::no) continue;
        const auto last = due_by(row);
        if (last && (!first || *last < *first)) first = last;
    }
    return first;
}

void Run::notes(verdict::Verdict& out) const {
    for (const auto& act : case_.acts) {
        if (is_seen(act, s_.result.as_of)) continue;
        auto kind = act.not_competent ? NoteKind::not_competent : NoteKind::unknown_event;
        if (act.superseded)
            kind = NoteKind::superseded;
        else if (act.dated && s_.result.as_of && act.start.day > *s_.result.as_of)
            kind = NoteKind::after_as_of;
        out.notes.push_back({kind, static_cast<std::int32_t>(act.record), std::string(act_name(act))});
    }
}

}  // namespace guicheng::eval
