// One act after another: attempts, what stands, returns, suspensions (judging, sections 4 and 9). Knows no as_of.
#include "eval/run.hpp"

namespace guicheng::eval {

using cases::ActKind;
using verdict::Outcome;
using verdict::Result;
using verdict::Status;

void Run::start() {
    s_.attempts.clear();
    s_.cells.clear();
    s_.rests.clear();
    s_.lengths.clear();
    s_.counts.clear();
    s_.steps.assign(program_.steps.size(), Standing{});
    s_.events.assign(model_.events.size(), no_index);
    s_.findings.assign(model_.findings.size(), no_index);
    if (s_.passed.size() < program_.steps.size()) s_.passed.resize(program_.steps.size());
    s_.folded_cells = 0;
    s_.open_returns = 0;
    s_.suspended = s_.ended = false;
    s_.suspensions.clear();
    s_.last_place = 0;
}

void Run::fold(std::uint32_t act) {
    const auto& record = case_.acts[act];
    switch (record.kind) {
        case ActKind::step: fold_step(act); break;
        case ActKind::event: chain(act, s_.events[record.event.index()]); break;
        case ActKind::finding: chain(act, s_.findings[record.finding.index()]); break;
        case ActKind::suspension: suspend(act, no_index); break;
        case ActKind::resumption: resume(act); break;
        case ActKind::withdrawal: withdraw(record.step.value); break;
        case ActKind::unknown_event: break;
    }
    s_.folded_cells = s_.cells.size();
}

void Run::chain(std::uint32_t act, std::uint32_t& latest) {
    if (s_.earlier.size() < case_.acts.size()) s_.earlier.resize(case_.acts.size());
    if (s_.places.size() < case_.acts.size()) s_.places.resize(case_.acts.size());
    s_.earlier[act] = latest;
    s_.places[act] = ++s_.last_place;
    latest = act;
}

void Run::suspend(std::uint32_t act, std::uint32_t attempt) {
    if (!s_.suspended || !case_.acts[act].dated) s_.suspensions.push_back({act, attempt, false});
    s_.suspended = true;
}

/// An undated one is kept wherever it stands: it may have ended any suspension.
void Run::resume(std::uint32_t act) {
    if (s_.suspended || !case_.acts[act].dated) s_.suspensions.push_back({act, no_index, true});
    s_.suspended = false;
}

void Run::fold_step(std::uint32_t act) {
    const auto& record = case_.acts[act];
    const auto step = record.step.value;
    const auto& row = program_.steps[step];
    if (s_.open_returns > 0) take_returns(step);

    auto& state = s_.steps[step];
    const auto index = static_cast<std::uint32_t>(s_.attempts.size());
    {
        auto& attempt = s_.attempts.emplace_back();
        attempt.act = act;
        attempt.step = step;
        attempt.number = ++state.attempts;
        attempt.previous = state.latest;
        attempt.rests_begin = attempt.rests_end = static_cast<std::uint32_t>(s_.rests.size());
        attempt.lengths_begin = attempt.lengths_end = static_cast<std::uint32_t>(s_.lengths.size());
    }
    if (trace_) trace_->attempts.emplace_back();

    // One by one: put together beside it and copied as a whole, it would be read before it is written.
    at_.dated = record.dated;
    at_.moment.day = record.start.day;
    at_.moment.minute = record.start.minute;
    at_.attempt = index;
    at_.step = program::none;
    if (row.condition != program::none && holds(row.condition) == Tri::no) {
        s_.attempts[index].skipped = true;
        for_each_requirement(row, [&](std::uint16_t requirement) { skip_requirement(requirement, index); });
    } else {
        judge_attempt(index);
    }
    state.latest = index;
    state.days[0] = record.dated ? record.start.day : no_day;
    state.days[1] = record.has_end ? record.end.day : no_day;
}

template <class Each>
void Run::for_each_requirement(const program::Step& step, Each each) {
    for (auto i = step.requirements.begin; i < step.requirements.end; ++i) {
        const auto requirement = program_.step_requirements[i];
        if (is_listed(program_.rows[requirement], step)) each(requirement);
    }
}

/// 办理 is judged at the end; 顺序 and 承袭 are listed where there is something to read.
bool Run::is_listed(const Row& row, const program::Step& step) const {
    if (row.kind == model::RequirementKind::owed) return false;
    if (row.kind == model::RequirementKind::inherited) return !step.prerequisite.empty();
    if (row.kind == model::RequirementKind::order) return !step.prerequisite.empty() || s_.suspended;
    return true;
}

/// Without a recorder what is met leaves nothing behind. Of most acts these requirements are met because the record is silent on them; it
/// costs next to nothing to see that before they are judged in full.
bool Run::plainly_met(const Row& row, const program::Step& step, const cases::Act& act) const {
    switch (row.kind) {
        case model::RequirementKind::owed: return true;  // judged at the end
        case model::RequirementKind::order: return !s_.suspended && columns_.order == Tri::yes && (at_.dated || step.prerequisite.empty());
        case model::RequirementKind::inherited: return columns_.inherited == Tri::yes;
        case model::RequirementKind::form: return act.form == model::Form::none;
        case model::RequirementKind::declared: return act.declared == cases::Declared::none;
        case model::RequirementKind::roll: return act.entitled < 0 && s_.strangers.empty() && act.tallies_begin == act.tallies_end;
        case model::RequirementKind::proxy: return s_.proxy_out.empty();
        case model::RequirementKind::remote: return s_.remote_out.empty();
        case model::RequirementKind::actor:
        case model::RequirementKind::attendance:
        case model::RequirementKind::approval:
        case model::RequirementKind::tally:
        case model::RequirementKind::ballot_form:
        case model::RequirementKind::body_size:
        case model::RequirementKind::composition:
        case model::RequirementKind::term:
        case model::RequirementKind::separation:
        case model::RequirementKind::signatures:
        case model::RequirementKind::sign_order:
        case model::RequirementKind::signers:
        case model::RequirementKind::seals:
        case model::RequirementKind::materials:
        case model::RequirementKind::posting_length:
        case model::RequirementKind::posting_contents:
        case model::RequirementKind::minutes:
        case model::RequirementKind::deadline:
        case model::RequirementKind::free_form:
        case model::RequirementKind::choice: return false;
    }
    return false;
}

/// Nothing in the record of the act, and nothing before it, can break a requirement that is not among Step::telling.
bool Run::says_nothing(const program::Step& step, const cases::Act& act) const {
    if (act.form != model::Form::none || act.declared != cases::Declared::none || act.entitled >= 0) return false;
    if (act.has_ballots || act.has_attendees || act.tallies_begin != act.tallies_end) return false;
    if (step.actors.empty() && (act.actor || act.actor_text != cases::Act::no_text)) return false;
    if (s_.suspended || columns_.order != Tri::yes || columns_.inherited != Tri::yes) return false;
    return at_.dated || step.prerequisite.empty();
}

Outcome Run::outcome_so_far(std::uint32_t index) const {
    const auto& attempt = s_.attempts[index];
    if (program_.steps[attempt.step].approves) {
        if (approval_lost_) return Outcome::lost;
        if (approval_open_) return Outcome::open;
        return approval_carried_ ? Outcome::carried : Outcome::none;
    }
    switch (case_.acts[attempt.act].declared) {
        case cases::Declared::none: return Outcome::none;
        case cases::Declared::carried: return Outcome::carried;
        case cases::Declared::lost: return Outcome::lost;
    }
    return Outcome::none;
}

void Run::judge_all(const program::Step& step, const cases::Act& act, std::uint32_t index) {
    for (auto i = step.requirements.begin; i < step.requirements.end; ++i) {
        const auto requirement = program_.step_requirements[i];
        const auto& row = program_.rows[requirement];
        if (trace_ == nullptr && plainly_met(row, step, act)) continue;
        if (is_listed(row, step)) note_result(row, judge_requirement(requirement, index), index);
    }
}

void Run::judge_attempt(std::uint32_t index) {
    const auto& row = program_.steps[s_.attempts[index].step];
    approval_lost_ = approval_open_ = approval_carried_ = false;
    columns_ = {};
    if (!row.prerequisite.empty()) read_prerequisites(index);
    if (row.body != program::none) count_vote(index);
    const auto& act = act_of(index);
    if (trace_ == nullptr && says_nothing(row, act))
        judge_silent(row, index);
    else
        judge_all(row, act, index);
    auto& attempt = s_.attempts[index];
    attempt.status = attempt.faults == 0 ? Status::valid : status_of(attempt.faults);
    attempt.outcome = outcome_so_far(index);
    stand(index);
}

/// What a finding means beyond itself: the approval thresholds make the outcome; a step passed over is charged once, here.
void Run::note_result(const Row& row, Result result, std::uint32_t index) {
    if (row.kind == model::RequirementKind::approval) {
        approval_lost_ = approval_lost_ || result == Result::not_reached;
        if (result == Result::undetermined && !approval_open_) open_gap_ = first_gap_;
        approval_open_ = approval_open_ || result == Result::undetermined;
        approval_carried_ = approval_carried_ || result == Result::satisfied;
    } else if (row.kind == model::RequirementKind::order && result == Result::violated) {
        charge_passed_over(index);
    }
}

/// A void attempt replaces nothing. A lost vote, validly held, sets off what the step writes under 未通过.
void Run::stand(std::uint32_t index) {
    auto& attempt = s_.attempts[index];
    auto& state = s_.steps[attempt.step];
    state.attempted = true;
    state.serving = index;
    if (attempt.status == Status::void_) return;
    attempt.under = state.standing;
    state.standing = index;
    const bool valid = attempt.status == Status::valid || attempt.status == Status::flawed;
    if (!valid || attempt.outcome != Outcome::lost) return;
    const auto& step = program_.steps[attempt.step];
    switch (step.lost_vote) {
        case model::LostVote::nothing: break;
        case model::LostVote::return_to: open_return(step.return_to); break;
        case model::LostVote::end: s_.ended = true; break;
        case model::LostVote::suspend: suspend(attempt.act, index); break;
    }
}

/// What stood before it stands again.
void Run::withdraw(std::uint16_t step) {
    auto& state = s_.steps[step];
    if (state.standing == no_index) return;
    auto& attempt = s_.attempts[state.standing];
    attempt.withdrawn = true;
    state.standing = attempt.under;
}

void Run::open_return(std::uint16_t target) {
    auto& state = s_.steps[target];
    if (state.return_open) return;
    state.return_open = true;
    ++s_.open_returns;
}

void Run::take_returns(std::uint16_t step) {
    for (std::size_t target = 0; target < s_.steps.size() && s_.open_returns > 0; ++target) {
        if (!s_.steps[target].return_open) continue;
        const auto id = static_cast<std::uint16_t>(target);
        if (rests_on(step, id)) return_from(id);
    }
}

/// Whether the step is the target or rests on it through 须经, at any depth. What is taken 不论结果 needs no new round: it belongs to the
/// lost one.
bool Run::rests_on(std::uint16_t step, std::uint16_t target) {
    s_.marks.assign(program_.steps.size(), 0);
    s_.step_stack.assign(1, step);
    while (!s_.step_stack.empty()) {
        const auto at = s_.step_stack.back();
        s_.step_stack.pop_back();
        if (at == target) return true;
        const auto before = program_.steps[at].prerequisite;
        for (auto i = before.begin; i < before.end; ++i) {
            const auto& node = program_.prerequisites[i];
            if (node.kind != model::Prerequisite::Kind::leaf || node.whatever_outcome) continue;
            const auto next = node.step;
            if (s_.marks[next]) continue;
            s_.marks[next] = 1;
            s_.step_stack.push_back(next);
        }
    }
    return false;
}

/// Earlier attempts of the target and of every step that rests on it no longer serve.
void Run::return_from(std::uint16_t target) {
    s_.steps[target].return_open = false;
    --s_.open_returns;
    s_.marks.assign(program_.steps.size(), 0);
    s_.marks[target] = 1;
    s_.step_stack.assign(1, target);
    while (!s_.step_stack.empty()) {
        const auto at = s_.step_stack.back();
        s_.step_stack.pop_back();
        s_.steps[at].standing = s_.steps[at].serving = no_index;
        const auto after = program_.steps[at].successors;
        for (auto i = after.begin; i < after.end; ++i) {
            const auto next = program_.neighbours[i];
            if (s_.marks[next]) continue;
            s_.marks[next] = 1;
            s_.step_stack.push_back(next);
        }
    }
}

}  // namespace guicheng::eval
