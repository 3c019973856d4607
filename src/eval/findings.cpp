// One requirement of one attempt: applicability, test, exceptions, result (judging, section 5).
#include <algorithm>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::Modality;
using model::RequirementKind;
using verdict::MissingKind;
using verdict::Result;
using verdict::Status;
using verdict::Why;

/// In force on the day looked at, and 当. Not in force is looked at first.
Tri Run::applicable(const Row& row, bool& in_force) {
    in_force = true;
    Tri since = Tri::yes;
    if (row.has_in_force) {
        if (!at_.dated) {
            since = Tri::unknown;
            if (at_.attempt != no_index)
                gap_of_act(MissingKind::act_date, {s_.attempts[at_.attempt].act, at_.attempt});
            else
                gap(MissingKind::act_date, row.step == program::none ? std::string_view{} : std::string_view(step_name(row.step)));
        } else if (at_.moment.day < row.in_force_from) {
            in_force = false;
            return Tri::no;
        }
    }
    if (row.condition == program::none) return since;
    const auto met = holds(row.condition);
    return met == Tri::no || since == Tri::yes ? met : Tri::unknown;
}

/// The first exception that is true; unknown if none is and one is unknown.
Tri Run::lifted(const Row& row, std::int16_t& exception) {
    if (trace_ == nullptr && plainly_lifted(row) == Tri::no) return Tri::no;
    const auto before = mark();
    bool unknown = false;
    for (auto i = row.exceptions.begin; i < row.exceptions.end; ++i) {
        const auto met = holds(static_cast<program::ExprIndex>(program_.numbers[i]));
        if (met == Tri::yes) {
            restore(before);
            exception = static_cast<std::int16_t>(i - row.exceptions.begin);
            return Tri::yes;
        }
        unknown = unknown || met == Tri::unknown;
    }
    return unknown ? Tri::unknown : Tri::no;
}

Tri Run::demand(const Row& row) {
    if (trace_ == nullptr && !row.dates.empty())
        if (const auto found = all_dates_hold(row); found != Tri::unknown) return found;
    const auto met = holds(row.demand);
    return row.modality == Modality::must_not ? negated(met) : met;
}

/// 分情形, read from the top.
Test Run::situation(const Row& row) {
    auto* finding = made();
    const auto total = row.situations.size();
    for (auto i = row.situations.begin; i < row.situations.end; ++i) {
        const auto& situation = program_.situations[i];
        const auto met_here = situation.condition == program::none ? Tri::yes : condition(situation.condition);
        if (met_here == Tri::unknown) return Test::unknown;
        if (met_here == Tri::no) continue;
        if (finding != nullptr) finding->situation = static_cast<std::int32_t>(i - row.situations.begin);
        if (situation.demand == program::none) return Test::unregulated;
        const auto met = condition(situation.demand);
        return test(row.modality == Modality::must_not ? negated(met) : met);
    }
    if (finding != nullptr) finding->situation = static_cast<std::int32_t>(total);
    return Test::unregulated;
}

Test Run::run_test(const Row& row) {
    switch (row.kind) {
        case RequirementKind::free_form: return test(demand(row));
        case RequirementKind::choice: return choice(row);
        case RequirementKind::deadline: return deadline(row);
        case RequirementKind::order: return order_test(at_.attempt);
        case RequirementKind::inherited: return inherited_test(at_.attempt);
        case RequirementKind::attendance:
        case RequirementKind::approval: return threshold(row);
        case RequirementKind::materials: return materials(row);
        case RequirementKind::actor:
        case RequirementKind::form:
        case RequirementKind::ballot_form:
        case RequirementKind::tally:
        case RequirementKind::roll:
        case RequirementKind::declared:
        case RequirementKind::proxy:
        case RequirementKind::remote:
        case RequirementKind::posting_contents:
        case RequirementKind::minutes: return record_test(row);
        case RequirementKind::body_size:
        case RequirementKind::composition: return membership(row);
        case RequirementKind::term: return term(row);
        case RequirementKind::separation: return separation(row);
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals: return signed_off(row);
        case RequirementKind::posting_length:          // waits: lengths.cpp
        case RequirementKind::owed: return Test::yes;  // judged at the end: owed.cpp
    }
    return Test::yes;
}

Result Run::decide(const Row& row, Tri applies, Tri lifted, Test test, bool excused) {
    if (test == Test::yes) return Result::satisfied;
    if (lifted == Tri::yes) return Result::not_applicable;
    if (test == Test::waiting) return Result::pending;
    if (applies == Tri::unknown || test == Test::unknown || lifted == Tri::unknown) return Result::undetermined;
    if (test == Test::unregulated) return Result::unregulated;
    if (row.kind == RequirementKind::approval) return Result::not_reached;
    return excused ? Result::excused : Result::violated;
}

/// 原则上 with a reason that was on record by the day on which the requirement is judged.
bool Run::excused(const Row& row, std::uint32_t attempt, bool dated, base::Day day) const {
    if (!row.soft_reason || attempt == no_index) return false;
    const auto& act = act_of(attempt);
    if (act.reason == cases::Act::no_text) return false;
    if (!dated || (!act.has_reason_day && !act.dated)) return true;
    return (act.has_reason_day ? act.reason_day : act.start.day) <= day;
}

void Run::begin(std::uint16_t requirement) {
    first_gap_ = no_gap;
    figures_ = {};
    if (trace_) begin_trace(requirement);
}

/// Without a recorder a requirement that is met leaves nothing behind, and neither does one that does not apply: where the test costs no
/// more than the conditions it comes first. An approval carries the vote only if it applies.
bool Run::asks_test_first(const Row& row) {
    if (row.plain) return true;
    switch (row.kind) {
        case RequirementKind::approval:
        case RequirementKind::free_form:
        case RequirementKind::choice:
        case RequirementKind::deadline:
        case RequirementKind::posting_length:
        case RequirementKind::owed: return false;
        case RequirementKind::order:
        case RequirementKind::inherited:
        case RequirementKind::actor:
        case RequirementKind::form:
        case RequirementKind::attendance:
        case RequirementKind::tally:
        case RequirementKind::roll:
        case RequirementKind::declared:
        case RequirementKind::ballot_form:
        case RequirementKind::materials:
        case RequirementKind::posting_contents:
        case RequirementKind::minutes:
        case RequirementKind::proxy:
        case RequirementKind::remote:
        case RequirementKind::body_size:
        case RequirementKind::composition:
        case RequirementKind::term:
        case RequirementKind::separation:
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals: return true;
    }
    return false;
}

/// A requirement judged at the time of at_: of an attempt, or at the end of the case. `glanced`: a glance did not find it met.
Result Run::judge_requirement(std::uint16_t requirement, std::uint32_t attempt, bool glanced) {
    const auto& row = program_.rows[requirement];
    begin(requirement);
    if (row.kind == RequirementKind::posting_length) return posted_length(requirement, attempt);
    if (trace_ == nullptr && !glanced && asks_test_first(row)) {
        if (run_test(row) == Test::yes) return Result::satisfied;
        begin(requirement);
    }
    Judged judged;
    if (!row.plain) {
        bool in_force = true;
        judged.applies = applicable(row, in_force);
        judged.condition_read = in_force;
        if (judged.applies == Tri::no) {
            judged.why = in_force ? Why::condition_false : Why::not_in_force;
            judged.result = Result::not_applicable;
            return settle(requirement, attempt, judged);
        }
        if (row.modality == Modality::may) return settle(requirement, attempt, judged);
    }
    const auto before = mark();
    judged.test_made = true;
    judged.condition_read = true;
    auto made_test = run_test(row);
    if (may_still_be_met_ && row.modality != Modality::must_not && (made_test == Test::no || made_test == Test::unknown))
        made_test = Test::waiting;
    if (made_test != Test::unknown) restore(before);
    if (made_test == Test::no_act) {
        judged.why = Why::no_act;
        judged.result = Result::not_applicable;
        return settle(requirement, attempt, judged);
    }
    return conclude(requirement, attempt, judged, made_test);
}

Result Run::conclude(std::uint16_t requirement, std::uint32_t attempt, Judged judged, Test made_test) {
    const auto& row = program_.rows[requirement];
    auto lifts = Tri::no;
    if (made_test != Test::yes && !row.exceptions.empty()) {
        judged.exceptions_read = true;
        lifts = lifted(row, judged.exception);
    }
    const bool reason = made_test == Test::no && excused(row, attempt, at_.dated, at_.moment.day);
    judged.result = decide(row, judged.applies, lifts, made_test, reason);
    if (judged.result == Result::not_applicable) judged.why = Why::exception_true;
    return settle(requirement, attempt, judged);
}

void Run::skip_requirement(std::uint16_t requirement, std::uint32_t attempt) {
    begin(requirement);
    Judged judged;
    judged.result = Result::not_applicable;
    judged.why = Why::skipped;
    judged.condition_read = false;
    settle(requirement, attempt, judged);
}

/// Only what is not simply satisfied or not applicable is kept.
void Run::keep_cell(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged) {
    if (judged.result == Result::satisfied || judged.result == Result::not_applicable) return;
    auto& cell = s_.cells.emplace_back();
    cell.requirement = requirement;
    cell.attempt = attempt;
    cell.result = judged.result;
    cell.charged = judged.charged;
    cell.missing = judged.result == Result::undetermined && first_gap_ != no_gap ? first_gap_ : 0;
    cell.needed = figures_.needed;
    cell.found = figures_.found;
    cell.base = figures_.base;
}

Result Run::settle(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged) {
    keep_cell(requirement, attempt, judged);
    if (attempt != no_index) s_.attempts[attempt].faults |= fault_of(program_.rows[requirement], judged.result);
    if (trace_) end_trace(requirement, attempt, judged);
    return judged.result;
}

std::uint8_t Run::fault_of(const Row& row, Result result) {
    const bool strikes = row.strikes || row.kind == RequirementKind::inherited;
    switch (result) {
        case Result::violated: return strikes ? fault_void : fault_flaw;
        case Result::undetermined:
        case Result::unregulated: return strikes ? fault_undetermined : fault_unknown;
        case Result::pending: return strikes ? fault_pending : 0;
        case Result::satisfied:
        case Result::excused:
        case Result::not_applicable:
        case Result::not_reached: return 0;
    }
    return 0;
}

Status Run::status_of(std::uint8_t faults) {
    if (faults & fault_void) return Status::void_;
    if (faults & fault_undetermined) return Status::undetermined;
    if (faults & fault_pending) return Status::pending;
    if (faults & fault_flaw) return Status::flawed;
    return faults & fault_unknown ? Status::undetermined : Status::valid;
}

}  // namespace guicheng::eval
