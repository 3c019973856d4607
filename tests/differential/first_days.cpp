// Section 14 of the page, as far as section 11 needs it: the first day of a step that may be taken.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using base::Comparison;
using base::Day;
using model::Modality;
using model::RequirementKind;
using verdict::Result;

namespace {

bool asks_at_least(const model::Requirement& q) {
    const bool least = q.length.op == Comparison::greater_equal || q.length.op == Comparison::greater;
    return least && q.modality != Modality::may && q.modality != Modality::must_not;
}

}  // namespace

bool Judge::taken_back(model::StepId id) const {
    return std::any_of(open_returns_.begin(), open_returns_.end(), [&](model::StepId x) { return id == x || rests_on_step(id, x, false); });
}

/// The attempts on which the act would rest; nothing where something must be done first.
std::optional<std::vector<const Tried*>> Judge::relied_on(const model::Prerequisite& p) {
    const auto r = at_the_end();
    std::vector<const Tried*> out;
    switch (p.kind) {
        case model::Prerequisite::Kind::leaf: break;
        case model::Prerequisite::Kind::all:
            for (const auto& part : p.parts) {
                const auto some = relied_on(part);
                if (!some) return std::nullopt;
                out.insert(out.end(), some->begin(), some->end());
            }
            return out;
        case model::Prerequisite::Kind::any:
            for (const auto& part : p.parts)
                if (auto some = relied_on(part)) return some;
            return std::nullopt;
    }
    const auto& s = step(p.step);
    if (skipped_at_end(p.step)) return s.prerequisite ? relied_on(*s.prerequisite) : out;
    if (taken_back(p.step)) return std::nullopt;
    const auto* t = standing(p.step);
    if (leaf(p, r).rank() != 0) {
        const bool hangs = t != nullptr && s.posting && status_seen(*t, r) == verdict::Status::pending && leaf(p, r).order == Tri::yes;
        return hangs ? std::optional(std::vector<const Tried*>{t}) : std::nullopt;
    }
    if (t == nullptr) return out;
    if (as_of_) {
        // Hung longer than it may, it is void for whoever would rest on it.
        for (const auto& f : findings_seen(*t, nullptr, as_of_)) {
            if (f.kind != RequirementKind::posting_length || f.result != Result::violated) continue;
            const auto q =
                std::find_if(p_.requirements.begin(), p_.requirements.end(), [&](const auto& x) { return x.id == f.requirement; });
            const bool floor = q->length.op == Comparison::greater_equal || q->length.op == Comparison::greater;
            if (!floor && model::strikes(f.effect)) return std::nullopt;
        }
    }
    return std::vector<const Tried*>{t};
}

/// Not one that is lifted as things stand; one that comes into force later is read as of that day.
bool Judge::asked(const model::Requirement& q) const {
    auto r = at_the_end();
    if (q.in_force_from && r.at) r.at->day = std::max(r.at->day, *q.in_force_from);
    const auto f = frame(q, nullptr, r);
    return q.modality != Modality::may && f.applies.is != Tri::no &&
           std::none_of(f.exceptions.begin(), f.exceptions.end(), [](const Truth& e) { return e.is == Tri::yes; });
}

/// The day after each length that the posting still has to reach; nothing where one is not known.
std::optional<Day> Judge::ready_after(const Tried& t, Day day) const {
    std::optional<Day> out = day;
    const auto seen = findings_at_end(t);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const auto& q = requirement(t.requirements[i]);
        if (q.kind != RequirementKind::posting_length || !asks_at_least(q) || seen[i].result == Result::not_applicable) continue;
        const auto& lifts = t.frames[i]->exceptions;
        if (std::any_of(lifts.begin(), lifts.end(), [](const Truth& e) { return e.is == Tri::yes; })) continue;
        if (q.modality == Modality::should && reason_in_time(t, as_of_)) continue;
        const auto complete = completing_day(q, t, at_the_end());
        if (complete && t.act->has_end && t.act->end.day < *complete) continue;  // taken down: as long as it will be
        if (!complete) return std::nullopt;
        out = std::max(*out, *complete + 1);
    }
    return out;
}

/// Comparisons of the act's own day with a day that is known.
void Judge::own_bound(model::ExprId id, std::optional<Day>& from) const {
    const auto& e = p_.expr(id);
    if (e.kind == model::ExprKind::conjunction)
        for (const auto part : e.parts) own_bound(part, from);
    if (e.kind != model::ExprKind::compare) return;
    const auto own = [&](model::ExprId side) {
        const auto& x = p_.expr(side);
        return x.kind == model::ExprKind::attribute && x.scope == model::Scope::current &&
               (x.attribute == model::Attribute::date || x.attribute == model::Attribute::start);
    };
    if (own(e.left) == own(e.right)) return;
    const bool left = own(e.left);
    const auto other = value(left ? e.right : e.left, at_the_end());
    if (!other.known) return;
    const Day day{static_cast<std::int32_t>(other.v)};
    const auto no_sooner = [&](Day d) { from = std::max(from.value_or(d), d); };
    if (e.op == Comparison::equal || e.op == (left ? Comparison::greater_equal : Comparison::less_equal)) no_sooner(day);
    if (e.op == (left ? Comparison::greater : Comparison::less)) no_sooner(day + 1);
}

std::optional<Day> Judge::own_first_day(const model::Step& s) const {
    std::optional<Day> from;
    for (const auto id : s.requirements) {
        const auto& q = requirement(id);
        if (q.kind != RequirementKind::free_form || q.modality == Modality::must_not || !asked(q)) continue;
        if (q.in_force_from && *as_of_ < *q.in_force_from) continue;
        own_bound(q.demand, from);
    }
    return from;
}

/// By when papers must be there for an act of that day.
calendar::DayResult Judge::delivered_for(const model::Requirement& q, Day act) const {
    if (q.in_force_from && act < *q.in_force_from) return {act, 0};
    auto period = *this->period(q.length, q.profile, at_the_end());
    const bool more = q.length.op == Comparison::greater;
    const bool by_days = period.unit == calendar::Unit::days || period.unit == calendar::Unit::working_days;
    if (more && by_days) ++period.amount;
    auto day = calendar::latest_notice_day(calendar_, act, period, q.profile);
    if (more && !by_days) day.day = day.day - 1;
    return day;
}

std::optional<Day> Judge::first_day(model::StepId id, const std::vector<const Tried*>& relied) const {
    if (!as_of_) return std::nullopt;
    auto day = *as_of_;
    bool known = true;
    for (const auto* t : relied) {
        const auto after = ready_after(*t, *as_of_);
        known = known && after;
        if (after) day = std::max(day, *after);
    }
    const auto& s = step(id);
    day = std::max(day, own_first_day(s).value_or(day));
    auto first = day;
    for (const auto requirement_id : s.requirements) {
        const auto& q = requirement(requirement_id);
        if (q.kind != RequirementKind::materials || !asks_at_least(q) || !asked(q)) continue;
        known = known && period(q.length, q.profile, at_the_end());
        if (!known) return std::nullopt;
        auto act = day;
        while (delivered_for(q, act).day < *as_of_) act = act + 1;
        known = delivered_for(q, act).known();
        first = std::max(first, act);
    }
    return known ? std::optional(first) : std::nullopt;
}

}  // namespace guicheng::differential
