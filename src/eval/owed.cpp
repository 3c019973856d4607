// The end of a case: what is still owed, what waits, what was never done (judging, section 10).
#include "eval/run.hpp"

namespace guicheng::eval {

using model::RequirementKind;
using verdict::CauseKind;
using verdict::MissingKind;
using verdict::StepState;
using verdict::Why;

namespace {

StepState state_of_standing(verdict::Status status) {
    switch (status) {
        case verdict::Status::valid:
        case verdict::Status::flawed: return StepState::done;
        case verdict::Status::pending:
        case verdict::Status::undetermined: return StepState::undetermined;
        case verdict::Status::void_: return StepState::attempted;
    }
    return StepState::attempted;
}

}  // namespace

void Run::owed() {
    may_still_be_met_ = false;
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto& state = s_.steps[i];
        const bool plainly_stands = state.standing != no_index && state.serving != no_index && program_.steps[i].condition == program::none;
        if (trace_ != nullptr || !plainly_stands) owed_by_step(static_cast<std::uint16_t>(i));
    }
    if (program_.own_requirements.empty()) return;
    may_still_be_met_ = !s_.result.closed && !is_complete();
    for (const auto requirement : program_.own_requirements)
        if (trace_ != nullptr || glance(program_.rows[requirement]) == Glance::look_closer) judge_requirement(requirement, no_index);
    may_still_be_met_ = false;
}

void Run::owed_by_step(std::uint16_t id) {
    const auto& step = program_.steps[id];
    const auto& state = s_.steps[id];
    const auto condition_now = step.condition == program::none ? Tri::yes : step_condition_now(id);
    const bool skipped = condition_now == Tri::no;
    // Of a step that stands nothing is owed: its rows would all be satisfied or not applicable.
    const bool stands = state.standing != no_index && state.serving != no_index;
    bool owes = false;
    if (!step.optional && (trace_ != nullptr || !stands)) {
        const bool open = !s_.ended && enabled(id);
        for (auto i = step.requirements.begin; i < step.requirements.end; ++i) {
            const auto requirement = program_.step_requirements[i];
            const auto& row = program_.rows[requirement];
            if (row.kind == RequirementKind::deadline) {
                if (state.standing != no_index || skipped || !open) continue;
                owes |= open_deadline(requirement);
            } else if (row.kind == RequirementKind::owed) {
                owes |= owed_finding(requirement, id, condition_now, open);
            }
        }
    }
    s_.states[id] = state_of(id, skipped, owes);
}

Tri Run::step_condition_now(std::uint16_t step) {
    const auto before = mark();
    const auto now = holds(program_.steps[step].condition);
    restore(before);
    return now;
}

/// A 时限 of a step of which nothing stands, listed where that from which it runs is there. True where it is still owed.
bool Run::open_deadline(std::uint16_t requirement) {
    const auto& row = program_.rows[requirement];
    at_.step = row.step;
    if (row.by_day == program::none && origin_quietly(row).exists != Tri::yes) {
        at_.step = program::none;
        return false;
    }
    if (row.condition != program::none) {
        const auto before = mark();
        const auto met = holds(row.condition);
        restore(before);
        if (met == Tri::no) {
            at_.step = program::none;
            return false;
        }
    }
    const auto result = judge_requirement(requirement, no_index);
    at_.step = program::none;
    return result == Result::pending || result == Result::violated || result == Result::undetermined;
}

/// Names the void or withdrawn attempt of a step that is still owed.
void Run::attempted_in_vain(std::uint16_t step) {
    const auto serving = s_.steps[step].serving;
    if (serving == no_index) return;
    const auto& attempt = s_.attempts[serving];
    cause(attempt.withdrawn ? CauseKind::withdrawn : CauseKind::void_, step, attempt.number);
}

/// 办理, the first of section 10's rows that holds. True where the step is still owed.
bool Run::owed_finding(std::uint16_t requirement, std::uint16_t id, Tri condition_now, bool open) {
    const auto& state = s_.steps[id];
    const bool closed = s_.result.closed;
    begin(requirement);
    Judged judged;
    if (condition_now == Tri::no) {
        judged.result = Result::not_applicable;
        judged.why = Why::skipped;
    } else if (state.standing != no_index) {
        judged.result = Result::satisfied;
    } else if (state.serving != no_index) {
        judged.result = closed ? Result::violated : Result::pending;
        judged.charged = closed;
        if (closed)
            cause(CauseKind::charged, id, s_.attempts[state.serving].number);
        else
            attempted_in_vain(id);
    } else if (state.attempted) {
        return false;
    } else if (state.charged_by != no_index) {
        judged.result = Result::violated;
        judged.charged = true;
        const auto& by = s_.attempts[state.charged_by];
        cause(CauseKind::charged, by.step, by.number);
        if (auto* finding = made()) finding->causes.back().requirement = model_.requirements[program_.steps[by.step].order].id;
    } else if (!open) {
        return false;
    } else if (case_.record_incomplete) {
        gap(MissingKind::record_incomplete, "");
        judged.result = Result::undetermined;
    } else if (condition_now == Tri::unknown) {
        judged.result = closed ? Result::undetermined : Result::pending;
        condition(program_.steps[id].condition);
    } else {
        judged.result = closed ? Result::violated : Result::pending;
    }
    settle(requirement, no_index, judged);
    return judged.result == Result::pending || judged.result == Result::undetermined ||
           (judged.result == Result::violated && !judged.charged);
}

StepState Run::state_of(std::uint16_t id, bool skipped, bool owes) {
    const auto& state = s_.steps[id];
    if (skipped) return StepState::skipped;
    if (state.standing != no_index) return state_of_standing(s_.attempts[state.standing].status);
    if (state.serving != no_index) return StepState::attempted;
    if (owes) return StepState::owed;
    if (s_.ended) return StepState::closed_off;
    return program_.steps[id].optional ? StepState::optional : StepState::not_yet;
}

/// Each step that nothing follows has been taken, unless it is optional or skipped.
bool Run::is_complete() {
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto& step = program_.steps[i];
        if (!step.successors.empty() || step.optional || s_.states[i] == StepState::skipped) continue;
        if (s_.steps[i].standing == no_index) return false;
    }
    return true;
}

}  // namespace guicheng::eval
