// Section 11 of the page: the case as a whole.
#include <algorithm>
#include <map>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::RequirementKind;
using verdict::CaseStatus;
using verdict::CauseKind;
using verdict::Finding;
using verdict::Outcome;
using verdict::Result;
using verdict::Status;
using verdict::StepState;

Judge::Judge(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar, std::optional<base::Day> as_of,
             Fault fault)
    : p_(p), c_(c), calendar_(calendar), fault_(fault) {
    settle_as_of(as_of);
    take_notes();
    for (const auto* act : in_order()) judge_act(*act);
}

namespace {

model::StepId step_at(std::size_t i) {
    return model::StepId{static_cast<std::uint16_t>(i)};
}

bool charged_elsewhere(const Finding& f) {
    return !f.causes.empty() && f.causes.front().kind == CauseKind::charged;
}

}  // namespace

void Judge::mark_what_counts() {
    std::map<std::size_t, Tried*> reached;
    for (std::size_t i = 0; i < p_.steps.size(); ++i) {
        if (auto* t = standing(step_at(i))) {
            reached[i] = t;
            continue;
        }
        const auto those = serving(step_at(i));
        if (step(step_at(i)).optional || those.empty() || those.back()->withdrawn || those.back()->status != Status::void_) continue;
        reached[i] = those.back();
    }
    std::vector<Tried*> open;
    for (const auto& [i, t] : reached) {
        const auto at = i;
        const bool further = std::any_of(reached.begin(), reached.end(),
                                         [&](const auto& other) { return rests_on_step(step_at(other.first), step_at(at)); });
        if (!further) open.push_back(t);
    }
    while (!open.empty()) {
        auto* t = open.back();
        open.pop_back();
        if (t->counts) continue;
        t->counts = true;
        open.insert(open.end(), t->rests_on.begin(), t->rests_on.end());
    }
}

verdict::Attempt Judge::shown(const Tried& t) const {
    verdict::Attempt out;
    out.number = t.number;
    out.record = static_cast<std::int32_t>(t.act->record);
    if (t.act->dated) out.start = t.act->start;
    if (t.act->has_end) out.end = t.act->end;
    out.findings = findings_at_end(t);
    out.status = t.skipped ? Status::valid : status_of(out.findings);
    out.outcome = t.outcome;
    out.withdrawn = t.withdrawn;
    out.serving = standing(t.step) == &t;
    out.counts = t.counts;
    const auto& n = t.tally.all;
    if (step(t.step).body && !t.skipped) out.vote = verdict::VoteCount{n.entitled, n.present, n.yes, n.no, n.abstain, n.other};
    return out;
}

StepState Judge::state(model::StepId id, const std::vector<Finding>& findings) const {
    if (skipped_at_end(id)) return StepState::skipped;
    if (const auto* t = standing(id)) {
        switch (status_seen(*t, at_the_end())) {
            case Status::valid:
            case Status::flawed: return StepState::done;
            case Status::pending:
            case Status::undetermined: return StepState::undetermined;
            case Status::void_: return StepState::attempted;
        }
    }
    if (!serving(id).empty()) return StepState::attempted;
    const bool owed = std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.result == Result::pending || f.result == Result::undetermined || (f.result == Result::violated && !charged_elsewhere(f));
    });
    if (owed) return StepState::owed;
    if (ended_) return StepState::closed_off;
    return step(id).optional ? StepState::optional : StepState::not_yet;
}

std::optional<Finding> Judge::applies() const {
    if (!p_.applies) return std::nullopt;
    const auto r = at_the_end();
    const auto t = truth_of(p_.applies, r);
    Finding out;
    out.citations = p_.applies->ground.citations;
    out.interpretations = p_.applies->ground.interpretations;
    out.result = t.is == Tri::yes ? Result::satisfied : t.is == Tri::no ? Result::not_applicable : Result::undetermined;
    if (t.is == Tri::no) out.why = verdict::Why::condition_false;
    out.missing = t.missing;
    name_values(p_.applies->expr, r, out.evidence);
    return out;
}

CaseStatus Judge::case_status(const verdict::Verdict& v) const {
    if (v.applies && v.applies->result == Result::not_applicable) return CaseStatus::not_applicable;
    std::vector<CaseStatus> order{CaseStatus::void_, CaseStatus::undetermined, CaseStatus::flawed, CaseStatus::in_progress,
                                  CaseStatus::valid};
    if (made(Fault::worst_of_turned)) std::swap(order[1], order[2]);
    std::vector<CaseStatus> all;
    for (const auto& s : v.steps) {
        for (const auto& a : s.attempts) {
            if (!a.counts) continue;
            switch (a.status) {
                case Status::valid: break;
                case Status::flawed: all.push_back(CaseStatus::flawed); break;
                case Status::void_: all.push_back(CaseStatus::void_); break;
                case Status::pending: all.push_back(CaseStatus::in_progress); break;
                case Status::undetermined: all.push_back(CaseStatus::undetermined); break;
            }
        }
    }
    const auto take = [&](const std::vector<Finding>& findings) {
        for (const auto& f : findings) {
            if (f.result == Result::violated && !charged_elsewhere(f))
                all.push_back(model::strikes(f.effect) ? CaseStatus::void_ : CaseStatus::flawed);
            if (f.result == Result::undetermined || f.result == Result::unregulated) all.push_back(CaseStatus::undetermined);
            if (f.result == Result::pending) all.push_back(CaseStatus::in_progress);
        }
    };
    for (const auto& s : v.steps) take(s.findings);
    take(v.findings);
    if (suspended_ && !closed_) all.push_back(CaseStatus::in_progress);
    if (v.applies && v.applies->result == Result::undetermined) all.push_back(CaseStatus::undetermined);
    for (const auto status : order)
        if (std::find(all.begin(), all.end(), status) != all.end()) return status;
    return CaseStatus::valid;
}

/// That of the last attempt that counts, is valid or flawed and decided something.
Outcome Judge::case_outcome() const {
    auto out = Outcome::none;
    for (const auto& t : attempts_) {
        if (!t.counts || t.outcome == Outcome::none) continue;
        const auto status = status_seen(t, at_the_end());
        if (status == Status::valid || status == Status::flawed) out = t.outcome;
    }
    return out;
}

std::vector<verdict::NextStep> Judge::next() {
    std::vector<verdict::NextStep> out;
    const auto r = at_the_end();
    if (closed_ || ended_ || suspended_) return out;
    for (std::size_t i = 0; i < p_.steps.size(); ++i) {
        const auto id = step_at(i);
        const auto& s = step(id);
        const bool returned_to = std::find(open_returns_.begin(), open_returns_.end(), id) != open_returns_.end();
        if (skipped_at_end(id)) continue;
        if (!returned_to && (standing(id) != nullptr || !enabled(id, r))) continue;
        auto relied = returned_to || !s.prerequisite ? std::optional<std::vector<const Tried*>>(std::in_place) : relied_on(*s.prerequisite);
        if (!relied) continue;
        verdict::NextStep n;
        n.step = s.name;
        n.actors = who_may(id, r);
        n.earliest = first_day(id, *relied);
        for (const auto requirement_id : s.requirements) {
            const auto& q = requirement(requirement_id);
            if (q.kind != RequirementKind::deadline || q.modality == model::Modality::may) continue;
            if (truth_of(q.condition, r).is == Tri::no) continue;
            if (const auto last = due(q, r)) n.due = std::min(n.due.value_or(*last), *last);
        }
        out.push_back(std::move(n));
    }
    return out;
}

std::vector<verdict::OpenedDuty> Judge::duties(const verdict::Verdict& v) const {
    std::vector<verdict::OpenedDuty> out;
    const auto take = [&](const std::vector<Finding>& findings, std::optional<base::Day> from) {
        for (const auto& f : findings) {
            if (f.result != Result::violated) continue;
            const auto q =
                std::find_if(p_.requirements.begin(), p_.requirements.end(), [&](const auto& x) { return x.id == f.requirement; });
            const auto& set_off = q->consequence;
            if (set_off.sanction == model::Sanction::none) continue;
            verdict::OpenedDuty duty;
            duty.requirement = f.requirement;
            duty.sanction = set_off.sanction;
            duty.subject = set_off.sanction == model::Sanction::return_to ? step(set_off.step).name : set_off.subject;
            if (set_off.period && from) {
                const auto last = calendar::last_day_within(calendar_, *from, *set_off.period, q->profile);
                if (last.known()) duty.due = last.day;
            }
            out.push_back(std::move(duty));
        }
    };
    for (const auto& s : v.steps) {
        for (const auto& a : s.attempts) take(a.findings, a.start ? std::optional(a.start->day) : std::nullopt);
        take(s.findings, std::nullopt);
    }
    take(v.findings, std::nullopt);
    return out;
}

std::vector<verdict::YearIdentity> Judge::years(const verdict::Verdict& v) const {
    std::set<std::int32_t> named;
    const auto year = [](base::Day day) { return base::to_civil(day).year; };
    const auto working = [&](const std::optional<verdict::Counting>& n) {
        if (!n || n->unit != calendar::Unit::working_days) return;
        for (auto y = year(n->from); y <= year(std::max(n->through, n->last_day.value_or(n->through))); ++y) named.insert(y);
    };
    const auto take = [&](const std::vector<Finding>& findings) {
        for (const auto& f : findings) {
            for (const auto& e : f.evidence) working(e.counting);
            for (const auto& line : f.compared) {
                for (const auto& term : line.left.terms) working(term.counting);
                for (const auto& term : line.right.terms) working(term.counting);
            }
            working(f.counting);
            if (!f.counting || f.counting->unit == calendar::Unit::working_days) continue;
            const auto& n = *f.counting;
            if (n.last_day && ((f.kind == RequirementKind::deadline && n.profile != calendar::Profile::no_roll) ||
                               (f.kind == RequirementKind::posting_length && n.profile == calendar::Profile::roll_all))) {
                named.insert(year(*n.last_day));
            }
        }
    };
    for (const auto& s : v.steps) {
        for (const auto& a : s.attempts) take(a.findings);
        take(s.findings);
    }
    take(v.findings);
    std::vector<verdict::YearIdentity> out;
    for (const auto y : named)
        if (const auto* data = calendar_.year(y)) out.push_back({y, data->notice, calendar_.year_identity(y)});
    return out;
}

verdict::Verdict Judge::run() {
    verdict::Verdict v;
    v.procedure = p_.name;
    v.full_title = p_.full_title;
    v.version = p_.version;
    v.procedure_identity = p_.identity;
    v.case_id = c_.id;
    v.case_identity = c_.identity;
    v.standing_identity = c_.standing_identity;
    v.as_of = as_of_;
    v.as_of_source = as_of_source_;
    if (closed_) v.closed = c_.closed->day;
    v.notes = notes_;
    v.applies = applies();
    mark_what_counts();
    for (std::size_t i = 0; i < p_.steps.size(); ++i) {
        verdict::StepVerdict s;
        s.name = p_.steps[i].name;
        for (const auto& t : attempts_)
            if (t.step == step_at(i)) s.attempts.push_back(shown(t));
        s.findings = step_findings(step_at(i));
        s.state = state(step_at(i), s.findings);
        v.steps.push_back(std::move(s));
    }
    v.findings = own_findings();
    v.status = case_status(v);
    v.outcome = case_outcome();
    if (v.status != CaseStatus::not_applicable) {
        v.duties = duties(v);
        v.next = next();
    }
    v.years = years(v);
    return v;
}

verdict::Verdict judge_plainly(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar,
                               std::optional<base::Day> as_of) {
    return judge_with_fault(p, c, calendar, as_of, Fault::none);
}

verdict::Verdict judge_with_fault(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar,
                                  std::optional<base::Day> as_of, Fault fault) {
    return Judge(p, c, calendar, as_of, fault).run();
}

}  // namespace guicheng::differential
