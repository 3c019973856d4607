// What the case comes to (judging, section 11). Does not change what was folded.
#include <algorithm>

#include "eval/act_order.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

using verdict::CaseStatus;
using verdict::Outcome;
using verdict::Result;
using verdict::Status;

namespace {

/// From the best to the worst.
constexpr int weight(CaseStatus status) {
    switch (status) {
        case CaseStatus::valid: return 0;
        case CaseStatus::in_progress: return 1;
        case CaseStatus::flawed: return 2;
        case CaseStatus::undetermined: return 3;
        case CaseStatus::void_: return 4;
        case CaseStatus::not_applicable: return 5;
    }
    return 0;
}

constexpr CaseStatus of_attempt(Status status) {
    switch (status) {
        case Status::valid: return CaseStatus::valid;
        case Status::flawed: return CaseStatus::flawed;
        case Status::void_: return CaseStatus::void_;
        case Status::pending: return CaseStatus::in_progress;
        case Status::undetermined: return CaseStatus::undetermined;
    }
    return CaseStatus::valid;
}

/// Of a step as a whole or of the procedure.
CaseStatus of_cell(const Cell& cell, const program::Row& row) {
    switch (cell.result) {
        case Result::violated:
            if (cell.charged) return CaseStatus::valid;
            return row.strikes ? CaseStatus::void_ : CaseStatus::flawed;
        case Result::undetermined:
        case Result::unregulated: return CaseStatus::undetermined;
        case Result::pending: return CaseStatus::in_progress;
        case Result::satisfied:
        case Result::excused:
        case Result::not_applicable:
        case Result::not_reached: return CaseStatus::valid;
    }
    return CaseStatus::valid;
}

}  // namespace

void Run::finish(std::optional<base::Day> as_of, verdict::AsOfSource source) {
    if (s_.cells.size() != s_.folded_cells) s_.cells.resize(s_.folded_cells);
    s_.states.assign(program_.steps.size(), verdict::StepState::not_yet);
    auto& result = s_.result;
    result.as_of = as_of;
    result.as_of_source = source;
    result.closed = is_closed(case_, as_of);
    result.attempts = &s_.attempts;
    result.cells = &s_.cells;
    at_ = {as_of.has_value(), {as_of.value_or(base::Day{}), -1}, no_index};
    result.applies = applies();
    final_statuses();
    owed();
    mark_counting();
    sum_up();
}

Tri Run::applies() {
    if (program_.applies == program::none) return Tri::yes;
    first_gap_ = no_gap;
    if (trace_) trace_->missing.clear();
    const auto met = holds(program_.applies);
    if (trace_) trace_applies(met);
    return met;
}

/// The latest serving attempt of a step where none stands, if it is void and was not withdrawn.
std::uint32_t Run::void_attempt(std::uint16_t step) const {
    const auto& state = s_.steps[step];
    if (state.serving == no_index || program_.steps[step].optional) return no_index;
    return s_.attempts[state.serving].withdrawn ? no_index : state.serving;
}

/// The case rests on the furthest steps reached and, step by step, on what those rested on.
void Run::mark_counting() {
    constexpr std::uint8_t followed = 1;
    for (auto& attempt : s_.attempts) attempt.counts = false;
    if (program_.prerequisites.empty()) return mark_reached();
    s_.marks.assign(program_.steps.size(), 0);
    s_.step_stack.clear();
    s_.stack.clear();
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto standing = s_.steps[i].standing;
        const auto reached = standing != no_index ? standing : void_attempt(static_cast<std::uint16_t>(i));
        if (reached == no_index) continue;
        s_.stack.push_back(reached);
        if (!program_.steps[i].predecessors.empty()) mark_predecessors(static_cast<std::uint16_t>(i));
    }
    std::erase_if(s_.stack, [&](std::uint32_t attempt) { return s_.marks[s_.attempts[attempt].step] == followed; });
    while (!s_.stack.empty()) {
        auto& attempt = s_.attempts[s_.stack.back()];
        s_.stack.pop_back();
        if (attempt.counts) continue;
        attempt.counts = true;
        for (auto i = attempt.rests_begin; i < attempt.rests_end; ++i) s_.stack.push_back(s_.rests[i]);
    }
}

/// Where no step rests on another every step that was reached is a furthest one.
void Run::mark_reached() {
    for (std::size_t i = 0; i < program_.steps.size(); ++i) {
        const auto standing = s_.steps[i].standing;
        const auto reached = standing != no_index ? standing : void_attempt(static_cast<std::uint16_t>(i));
        if (reached != no_index) s_.attempts[reached].counts = true;
    }
}

void Run::mark_predecessors(std::uint16_t step) {
    s_.step_stack.push_back(step);
    while (!s_.step_stack.empty()) {
        const auto before = program_.steps[s_.step_stack.back()].predecessors;
        s_.step_stack.pop_back();
        for (auto i = before.begin; i < before.end; ++i) {
            const auto next = program_.neighbours[i];
            if (s_.marks[next]) continue;
            s_.marks[next] = 1;
            s_.step_stack.push_back(next);
        }
    }
}

void Run::sum_up() {
    auto& result = s_.result;
    auto status = CaseStatus::valid;
    const auto worsen = [&](CaseStatus other) { status = weight(other) > weight(status) ? other : status; };
    result.outcome = Outcome::none;
    for (const auto& attempt : s_.attempts) {
        if (!attempt.counts) continue;
        worsen(of_attempt(attempt.status));
        const bool valid = attempt.status == Status::valid || attempt.status == Status::flawed;
        if (valid && attempt.outcome != Outcome::none) result.outcome = attempt.outcome;
    }
    for (auto i = s_.folded_cells; i < s_.cells.size(); ++i)
        if (s_.cells[i].attempt == no_index) worsen(of_cell(s_.cells[i], program_.rows[s_.cells[i].requirement]));
    if (s_.suspended && !result.closed) worsen(CaseStatus::in_progress);
    if (result.applies == Tri::unknown) worsen(CaseStatus::undetermined);
    if (result.applies == Tri::no) status = CaseStatus::not_applicable;
    result.status = status;
}

}  // namespace guicheng::eval
