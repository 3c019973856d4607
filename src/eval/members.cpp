// The body itself: how many belong, of which class, and since when (judging, section 6).
#include "eval/members.hpp"

#include "eval/run.hpp"

namespace guicheng::eval {

using cases::Act;
using cases::RollEntry;
using model::RequirementKind;
using verdict::Measure;
using verdict::MissingKind;

const RollEntry* number_on(const cases::Case& c, const cases::Roll& roll, const Act& act) {
    const RollEntry* found = nullptr;
    for (auto i = roll.entries_begin; i < roll.entries_end; ++i) {
        const auto& entry = c.roll_entries[i];
        if (entry.person != RollEntry::nobody || (roll.dated && !entry.holds_on(act.start.day))) continue;
        if (found == nullptr || (entry.has_from && (!found->has_from || found->from < entry.from))) found = &entry;
    }
    return found;
}

namespace {

base::Day last_day_of_term(base::Day from, calendar::Period period) {
    switch (period.unit) {
        case calendar::Unit::years: return calendar::add_months(from, 12 * period.amount);
        case calendar::Unit::months: return calendar::add_months(from, period.amount);
        case calendar::Unit::weeks: return from + 7 * period.amount;
        case calendar::Unit::days:
        case calendar::Unit::working_days: return from + period.amount;
    }
    return from;
}

}  // namespace

/// The number of members that the case's roll gives for the day of the act; unknown where it does not reach to that day.
std::int64_t Run::kept_roll(const Act& act, std::uint16_t body) const {
    if (body >= case_.rolls.size()) return cases::unknown_count;
    const auto& roll = case_.rolls[body];
    if (!roll.dated || !act.dated) return roll.number;
    if (!roll.by_name) {
        const auto* number = number_on(case_, roll, act);
        return number != nullptr ? number->number : cases::unknown_count;
    }
    std::int64_t members = 0;
    each_member(case_, roll, act, [&](const RollEntry&) { ++members; });
    return members > 0 ? members : cases::unknown_count;
}

/// How many members are of a class; unknown where the roll does not say. Names without a class are of none, unless no name has one.
std::int64_t Run::of_class(const Act& act, std::uint16_t body, std::uint16_t member_class) const {
    const auto kept = kept_roll(act, body);
    if (kept < 0) return cases::unknown_count;
    const auto& roll = case_.rolls[body];
    if (roll.by_name) {
        std::int64_t members = 0;
        std::uint64_t classes = 0;
        each_member(case_, roll, act, [&](const RollEntry& member) {
            members += static_cast<std::int64_t>(member.classes >> member_class & 1U);
            classes |= member.classes;
        });
        return classes == 0 && kept > 0 ? cases::unknown_count : members;
    }
    const auto* number = number_on(case_, roll, act);
    for (auto i = number != nullptr ? number->counts_begin : 0; number != nullptr && i < number->counts_end; ++i)
        if (case_.class_counts[i].which == member_class) return case_.class_counts[i].number;
    return cases::unknown_count;
}

/// What the roll of this body lacks for this act: its day, the roll itself, or who is of the class.
void Run::gap_of_roll(const Act& act, std::uint16_t body, std::uint16_t member_class) {
    if (body < case_.rolls.size() && case_.rolls[body].dated && !act.dated) {
        gap_of_act(MissingKind::act_date, {s_.attempts[at_.attempt].act, at_.attempt});
        return;
    }
    gap(MissingKind::roll, model_.actors[body].name);
    if (trace_ != nullptr && member_class != model::no_class && kept_roll(act, body) >= 0)
        trace_->missing.back().of = class_name(body, member_class);
}

/// 人数 and 组成.
Test Run::membership(const Row& row) {
    const auto& act = act_of(at_.attempt);
    const auto members = roll_of(act, row.body);
    const bool composed = row.kind == RequirementKind::composition;
    const auto found = composed ? of_class(act, row.body, row.member_class) : members;
    Bound bound;
    const bool bound_known = bound_of(row, bound);
    show_threshold(row, bound, bound_known, found, bound.share ? members : -1);
    if (auto* finding = made()) finding->numbers->of.clear();  // the headline says of whom
    if (!bound_known) return Test::unknown;
    if (found < 0 || (bound.share && members < 0)) {
        gap_of_roll(act, row.body, row.member_class);
        return Test::unknown;
    }
    return test(bound.share ? base::share_holds(bound.op, found, members, *bound.share) : base::holds(bound.op, found, bound.number));
}

/// 任期: a term ends on the day that corresponds to its first (Civil Code art. 202) and moves off no day off.
Test Run::term(const Row& row) {
    const auto& act = act_of(at_.attempt);
    const auto period = period_of(row);
    if (auto* finding = made()) finding->numbers.reset();  // every member has a term of his own
    if (!period) return Test::unknown;
    if (!act.dated || kept_roll(act, row.body) < 0 || !case_.rolls[row.body].by_name) {
        if (act.dated)
            gap(MissingKind::roll, model_.actors[row.body].name);
        else
            gap_of_act(MissingKind::act_date, {s_.attempts[at_.attempt].act, at_.attempt});
        return Test::unknown;
    }
    bool unknown = false;
    auto* finding = made();
    bool over = false;
    each_member(case_, case_.rolls[row.body], act, [&](const RollEntry& member) {
        unknown = unknown || !member.has_from;
        if (!member.has_from || act.start.day <= last_day_of_term(member.from, *period)) return;
        over = true;
        if (finding != nullptr) finding->persons.push_back(case_.text(member.person));
    });
    if (over) return Test::no;
    if (unknown) gap(MissingKind::roll, model_.actors[row.body].name);
    return unknown ? Test::unknown : Test::yes;
}

}  // namespace guicheng::eval
