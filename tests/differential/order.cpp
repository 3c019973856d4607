// Sections 1 and 3 of the page: what is seen, as of when, and in which order.
#include <algorithm>
#include <tuple>

#include "differential/judge.hpp"

namespace guicheng::differential {

using cases::Act;
using cases::ActKind;
using model::Prerequisite;

void Judge::settle_as_of(std::optional<base::Day> given) {
    std::optional<base::Day> last;
    for (const auto& act : c_.acts) {
        if (act.dated) last = std::max(last.value_or(act.start.day), act.start.day);
        if (act.has_end) last = std::max(last.value_or(act.end.day), act.end.day);
    }
    if (given) {
        as_of_ = given;
        as_of_source_ = verdict::AsOfSource::given;
    } else if (c_.as_of) {
        as_of_ = c_.as_of;
        as_of_source_ = verdict::AsOfSource::case_file;
    } else if (c_.closed && (!last || *last <= c_.closed->day)) {
        as_of_ = c_.closed->day;
        as_of_source_ = verdict::AsOfSource::closed;
    } else {
        as_of_ = last;
        as_of_source_ = verdict::AsOfSource::last_record;
    }
    closed_ = c_.closed && (!as_of_ || c_.closed->day <= *as_of_) && !made(Fault::closing_ignored);
}

void Judge::take_notes() {
    for (const auto& act : c_.acts) {
        const bool late = act.dated && as_of_ && act.start.day > *as_of_;
        std::optional<verdict::NoteKind> kind;
        if (act.superseded)
            kind = verdict::NoteKind::superseded;
        else if (late)
            kind = verdict::NoteKind::after_as_of;
        else if (act.kind == ActKind::unknown_event)
            kind = act.not_competent ? verdict::NoteKind::not_competent : verdict::NoteKind::unknown_event;
        if (kind) notes_.push_back({*kind, static_cast<std::int32_t>(act.record), act_name(act)});
        if (act.superseded && !made(Fault::superseded_record_seen)) continue;
        if (late && !made(Fault::record_after_as_of_seen)) continue;
        if (act.kind != ActKind::unknown_event) seen_.push_back(&act);
    }
}

namespace {

void leaves(const Prerequisite& p, bool whatever_outcome_too, std::set<std::size_t>& out) {
    if (p.kind == Prerequisite::Kind::leaf && (whatever_outcome_too || !p.whatever_outcome)) out.insert(p.step.index());
    for (const auto& part : p.parts) leaves(part, whatever_outcome_too, out);
}

}  // namespace

/// The steps that this one names in its 须经.
std::set<std::size_t> Judge::predecessors(model::StepId id, bool whatever_outcome_too) const {
    std::set<std::size_t> out;
    if (step(id).prerequisite) leaves(*step(id).prerequisite, whatever_outcome_too, out);
    return out;
}

int Judge::depth(model::StepId id) const {
    int out = 0;
    for (const auto named : predecessors(id)) out = std::max(out, 1 + depth(model::StepId{static_cast<std::uint16_t>(named)}));
    return out;
}

/// Through 须经, at any depth.
bool Judge::rests_on_step(model::StepId id, model::StepId on, bool whatever_outcome_too) const {
    for (const auto named : predecessors(id, whatever_outcome_too)) {
        const model::StepId before{static_cast<std::uint16_t>(named)};
        if (before == on || rests_on_step(before, on, whatever_outcome_too)) return true;
    }
    return false;
}

std::vector<const Act*> Judge::in_order() const {
    std::vector<const Act*> out, dated;
    for (const auto* act : seen_) (act->dated ? dated : out).push_back(act);
    std::set<base::Day> days;
    for (const auto* act : dated) days.insert(act->start.day);
    for (const auto day : days) {
        // The base order of the day: what is no step, then steps by rank, by the text, by the record.
        std::vector<const Act*> today;
        for (const auto* act : dated)
            if (act->start.day == day && act->kind != ActKind::step) today.push_back(act);
        const auto first_step = static_cast<std::ptrdiff_t>(today.size());
        for (const auto* act : dated)
            if (act->start.day == day && act->kind == ActKind::step) today.push_back(act);
        const auto key = [&](const Act* act) { return std::tuple(depth(act->step), act->step.index(), act->record); };
        if (!made(Fault::ranks_ignored))
            std::sort(today.begin() + first_step, today.end(), [&](const Act* a, const Act* b) { return key(a) < key(b); });
        // Those with an hour are arranged among the places that they hold.
        std::vector<const Act*> timed;
        for (const auto* act : today)
            if (act->start.minute >= 0) timed.push_back(act);
        const auto place = [&](const Act* act) { return std::find(today.begin(), today.end(), act) - today.begin(); };
        std::sort(timed.begin(), timed.end(),
                  [&](const Act* a, const Act* b) { return std::pair(a->start.minute, place(a)) < std::pair(b->start.minute, place(b)); });
        std::size_t next = 0;
        for (auto& act : today)
            if (act->start.minute >= 0 && !made(Fault::hours_ignored)) act = timed[next++];
        out.insert(out.end(), today.begin(), today.end());
    }
    return out;
}

}  // namespace guicheng::differential
