// Sections 4, 7 and 9 of the page: acts are judged one after another.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using cases::Act;
using cases::ActKind;
using model::RequirementKind;
using verdict::CauseKind;
using verdict::MissingKind;
using verdict::Outcome;
using verdict::Result;
using verdict::Status;

Tried* Judge::standing(model::StepId id) const {
    Tried* out = nullptr;
    for (auto& t : attempts_) {
        if (t.step != id || t.skipped) continue;
        if (t.returned && !made(Fault::return_forgotten)) continue;
        if (t.withdrawn && !made(Fault::withdrawal_forgotten)) continue;
        if (t.status == Status::void_) {
            if (made(Fault::void_replaces)) out = nullptr;
            continue;
        }
        out = &t;
    }
    return out;
}

std::vector<Tried*> Judge::serving(model::StepId id) const {
    std::vector<Tried*> out;
    for (auto& t : attempts_)
        if (t.step == id && !t.skipped && (!t.returned || made(Fault::return_forgotten))) out.push_back(&t);
    return out;
}

void Judge::judge_act(const Act& act) {
    switch (act.kind) {
        case ActKind::step: judge_attempt(act); break;
        case ActKind::event: events_.push_back(&act); break;
        case ActKind::finding: findings_.push_back(&act); break;
        case ActKind::suspension:
            suspended_ = !made(Fault::suspension_ignored);
            pauses_.push_back({&act, nullptr, true});
            break;
        case ActKind::resumption:
            suspended_ = false;
            pauses_.push_back({&act, nullptr, false});
            break;
        case ActKind::withdrawal:
            if (auto* t = standing(act.step)) t->withdrawn = true;
            break;
        case ActKind::unknown_event: break;
    }
}

void Judge::take_return(model::StepId id) {
    for (std::size_t i = 0; i < open_returns_.size();) {
        const auto to = open_returns_[i];
        if (id != to && !rests_on_step(id, to, false)) {
            ++i;
            continue;
        }
        for (auto& t : attempts_)
            if (t.step == to || rests_on_step(t.step, to)) t.returned = true;
        open_returns_.erase(open_returns_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void Judge::skip(Tried& t) const {
    const auto& s = step(t.step);
    t.skipped = true;
    for (const auto id : s.requirements) {
        const auto& q = requirement(id);
        if (q.kind == RequirementKind::owed) continue;
        if (q.kind == RequirementKind::order && !s.prerequisite && !suspended_) continue;
        if (q.kind == RequirementKind::inherited && !s.prerequisite) continue;
        auto f = bare(q);
        f.result = Result::not_applicable;
        f.why = verdict::Why::skipped;
        if (q.condition) {
            const auto& more = q.condition->ground;
            f.citations.insert(f.citations.end(), more.citations.begin(), more.citations.end());
            f.interpretations.insert(f.interpretations.end(), more.interpretations.begin(), more.interpretations.end());
        }
        f.evidence.push_back({static_cast<std::int32_t>(t.act->record), "", "", ""});
        t.findings.push_back(std::move(f));
    }
}

void Judge::judge_attempt(const Act& act) {
    take_return(act.step);
    const auto& s = step(act.step);
    Tried t;
    t.act = &act;
    t.step = act.step;
    for (const auto& earlier : attempts_) t.number += earlier.step == act.step ? 1 : 0;
    Reading r;
    if (act.dated) r.at = act.start;
    if (truth_of(s.condition, r).is == Tri::no) {
        skip(t);
        attempts_.push_back(std::move(t));
        return;
    }
    r.current = &t;
    if (s.body) t.tally = tally(t);

    Way way;
    if (suspended_) {
        way.order = Tri::no;
        way.order_causes = {{CauseKind::suspended, "", 0, ""}};
    } else if (s.prerequisite && !act.dated) {
        way.order = Tri::unknown;
        way.order_missing = {{MissingKind::act_date, s.name, t.number}};
    } else if (s.prerequisite) {
        way = this->way(*s.prerequisite, r);
    }
    t.rests_on = way.met;

    for (const auto id : s.requirements) {
        const auto& q = requirement(id);
        if (q.kind == RequirementKind::owed) continue;
        if (q.kind == RequirementKind::order && !s.prerequisite && !suspended_) continue;
        if (q.kind == RequirementKind::inherited && !s.prerequisite) continue;
        const auto f = frame(q, &t, r);
        const bool waits = q.kind == RequirementKind::posting_length;
        auto tested = test(q, t, way, r);
        if (!tested.judged_on) tested.judged_on = t.day();
        t.findings.push_back(conclude(q, f, tested, &t));
        t.findings.back().compared = comparisons(q, t.findings.back(), r);
        t.requirements.push_back(id);
        t.frames.push_back(waits ? std::optional(f) : std::nullopt);
        t.lengths.push_back(waits ? period(q.length, q.profile, r) : std::nullopt);
    }
    std::vector<verdict::Finding> settled;
    for (const auto& f : t.findings)
        if (f.kind != RequirementKind::posting_length) settled.push_back(f);
    t.status = status_of(settled);
    t.outcome = outcome_of(t);
    attempts_.push_back(std::move(t));
    after_loss(attempts_.back());
}

void Judge::after_loss(const Tried& t) {
    if (t.outcome != Outcome::lost || (t.status != Status::valid && t.status != Status::flawed)) return;
    const auto& s = step(t.step);
    switch (s.lost_vote) {
        case model::LostVote::nothing: break;
        case model::LostVote::return_to:
            if (std::find(open_returns_.begin(), open_returns_.end(), s.return_to) == open_returns_.end())
                open_returns_.push_back(s.return_to);
            break;
        case model::LostVote::end: ended_ = true; break;
        case model::LostVote::suspend:
            suspended_ = !made(Fault::suspension_ignored);
            pauses_.push_back({t.act, &t, true});
            break;
    }
}

/// Of the findings made so far.
Outcome Judge::outcome_of(const Tried& t) const {
    bool decides = false;
    for (const auto id : step(t.step).requirements) decides = decides || requirement(id).kind == RequirementKind::approval;
    if (t.skipped) return Outcome::none;
    if (!decides) return static_cast<Outcome>(t.act->declared);
    const auto any = [&](Result result) {
        return std::any_of(t.findings.begin(), t.findings.end(),
                           [&](const auto& f) { return f.kind == RequirementKind::approval && f.result == result; });
    };
    if (any(Result::not_reached)) return Outcome::lost;
    if (any(Result::undetermined)) return Outcome::open;
    return any(Result::satisfied) ? Outcome::carried : Outcome::none;
}

Status Judge::status_of(const std::vector<verdict::Finding>& findings) const {
    const auto any = [&](auto test) { return std::any_of(findings.begin(), findings.end(), test); };
    const auto strikes = [](const verdict::Finding& f) { return model::strikes(f.effect) || f.kind == RequirementKind::inherited; };
    const auto open = [](const verdict::Finding& f) { return f.result == Result::undetermined || f.result == Result::unregulated; };
    if (any([&](const auto& f) { return strikes(f) && f.result == Result::violated; })) return Status::void_;
    if (any([&](const auto& f) { return strikes(f) && open(f); })) return Status::undetermined;
    if (any([&](const auto& f) { return strikes(f) && f.result == Result::pending; })) return Status::pending;
    if (any([&](const auto& f) { return f.result == Result::violated; })) return Status::flawed;
    if (any(open)) return Status::undetermined;
    return Status::valid;
}

/// The attempt's findings with those of section 7, as seen by the act that waits.
std::vector<verdict::Finding> Judge::findings_seen(const Tried& t, const Tried* waits, std::optional<base::Day> waiting_day) const {
    auto out = t.findings;
    if (t.skipped) return out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!t.frames[i]) continue;
        const auto& q = requirement(t.requirements[i]);
        out[i] = conclude(q, *t.frames[i], posting_length(q, t, t.lengths[i], waits, waiting_day), &t);
    }
    return out;
}

/// The act that waits is the latest attempt of another step that rests on this one.
std::vector<verdict::Finding> Judge::findings_at_end(const Tried& t) const {
    const Tried* waits = nullptr;
    for (const auto& other : attempts_)
        if (std::find(other.rests_on.begin(), other.rests_on.end(), &t) != other.rests_on.end()) waits = &other;
    return findings_seen(t, waits, waits != nullptr ? waits->day() : std::nullopt);
}

Status Judge::status_seen(const Tried& t, const Reading& r) const {
    if (t.skipped) return Status::valid;
    return status_of(r.at_end ? findings_at_end(t) : findings_seen(t, nullptr, r.day()));
}

}  // namespace guicheng::differential
