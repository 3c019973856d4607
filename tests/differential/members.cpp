// Section 6 of the page: the body itself on the day of an act.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using cases::RollEntry;
using model::RequirementKind;
using verdict::MissingKind;

/// The entries that hold on the act's day: all members by name, or the one number that began last. Nothing: the roll does not say.
std::vector<RollEntry> Judge::on_roll(const Tried& t, model::ActorId body) const {
    const auto& roll = c_.rolls[body.index()];
    if (roll.dated && !t.act->dated) return {};
    std::vector<RollEntry> out;
    for (auto i = roll.entries_begin; i < roll.entries_end; ++i) {
        const auto& entry = c_.roll_entries[i];
        const auto day = t.act->start.day;
        const bool holds = !roll.dated || made(Fault::roll_days_ignored) ||
                           ((!entry.has_from || day >= entry.from) && (!entry.has_until || day <= entry.until));
        if (holds) out.push_back(entry);
    }
    if (roll.by_name || out.empty()) return out;
    const auto begins_earlier = [](const RollEntry& a, const RollEntry& b) {
        return a.has_from != b.has_from ? b.has_from : a.has_from && a.from < b.from;
    };
    return {*std::max_element(out.begin(), out.end(), begins_earlier)};
}

std::optional<std::int64_t> Judge::kept_roll(const Tried& t, model::ActorId body) const {
    const auto& roll = c_.rolls[body.index()];
    if (!roll.dated) return roll.number == cases::unknown_count ? std::nullopt : std::optional<std::int64_t>(roll.number);
    std::int64_t members = 0;
    for (const auto& entry : on_roll(t, body)) members += entry.number;
    return members > 0 || (!roll.by_name && !on_roll(t, body).empty()) ? std::optional(members) : std::nullopt;
}

/// How many of the roll are of a class. Names none of which has a class tell nothing.
std::optional<std::int64_t> Judge::class_roll(const Tried& t, model::ActorId body, std::uint16_t which) const {
    if (!kept_roll(t, body)) return std::nullopt;
    const auto entries = on_roll(t, body);
    if (!c_.rolls[body.index()].by_name) {
        for (const auto& entry : entries)
            for (auto i = entry.counts_begin; i < entry.counts_end; ++i)
                if (c_.class_counts[i].which == which) return c_.class_counts[i].number;
        return std::nullopt;
    }
    const bool classed = std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return entry.classes != 0; });
    if (!classed && !entries.empty()) return std::nullopt;
    return std::count_if(entries.begin(), entries.end(), [&](const auto& entry) { return (entry.classes >> which & 1U) != 0; });
}

Test Judge::membership(const model::Requirement& q, const Tried& t, const Reading& r) const {
    const auto members = roll_of(t, q.body);
    auto found = members;
    if (q.kind == RequirementKind::composition) {
        found = made(Fault::class_ignored) ? kept_roll(t, q.body) : class_roll(t, q.body, q.threshold.member_class);
    }
    std::optional<base::Fraction> share = q.threshold.share;
    std::optional<std::int64_t> number = q.threshold.number;
    Test out;
    if (q.threshold.parameter) {
        if (const auto* entry = parameter_entry(q.threshold.parameter, r)) {
            if (p_.parameters[q.threshold.parameter.index()].field.type == model::Type::share)
                share = c_.shares[static_cast<std::size_t>(entry->value.v)];
            else
                number = entry->value.v;
        }
    }
    auto& figures = out.numbers.emplace();
    figures.measure = verdict::Measure::persons;
    figures.op = q.threshold.op;
    figures.denominator = q.threshold.denominator;
    figures.share = share;
    if (share) figures.base = members;
    figures.needed = needed(q.threshold.op, figures.base, share, number);
    figures.found = found;
    out.is = Test::Is::unknown;
    if (!share && !number) {
        out.missing = {{MissingKind::parameter, p_.parameters[q.threshold.parameter.index()].field.name, 0}};
    } else if (!found || (share && !members)) {
        out.missing = {roll_missing(t, q.body, q.threshold.member_class)};
    } else {
        const bool right =
            share ? base::share_holds(q.threshold.op, *found, *members, *share) : base::holds(q.threshold.op, *found, *number);
        out.is = right ? Test::Is::yes : Test::Is::no;
    }
    return out;
}

verdict::Missing Judge::roll_missing(const Tried& t, model::ActorId body, std::uint16_t which) const {
    if (c_.rolls[body.index()].dated && !t.act->dated) return {MissingKind::act_date, step(t.step).name, t.number};
    verdict::Missing out{MissingKind::roll, p_.actors[body.index()].name, 0};
    if (which != model::no_class && kept_roll(t, body)) out.of = p_.actors[body.index()].classes[which];
    return out;
}

Test Judge::term(const model::Requirement& q, const Tried& t, const Reading& r) const {
    Test out;
    out.is = Test::Is::unknown;
    const auto length = period(q.length, q.profile, r);
    if (!length) {
        out.missing = {{MissingKind::parameter, p_.parameters[q.length.parameter.index()].field.name, 0}};
        return out;
    }
    if (!t.act->dated) {
        out.missing = {{MissingKind::act_date, step(t.step).name, t.number}};
        return out;
    }
    const auto& roll = c_.rolls[q.body.index()];
    if (!roll.by_name || !kept_roll(t, q.body)) {
        out.missing = {{MissingKind::roll, p_.actors[q.body.index()].name, 0}};
        return out;
    }
    bool unsaid = false;
    for (const auto& member : on_roll(t, q.body)) {
        if (!member.has_from) {
            unsaid = true;
            continue;
        }
        const auto months = length->unit == calendar::Unit::years    ? 12 * length->amount
                            : length->unit == calendar::Unit::months ? length->amount
                                                                     : 0;
        const auto days = length->unit == calendar::Unit::weeks ? 7 * length->amount : months != 0 ? 0 : length->amount;
        auto last = calendar::add_months(member.from, months) + days;
        if (made(Fault::term_a_day_shorter)) last = last + -1;
        if (t.act->start.day > last) out.persons.push_back(c_.text(member.person));
    }
    if (!out.persons.empty())
        out.is = Test::Is::no;
    else if (unsaid)
        out.missing = {{MissingKind::roll, p_.actors[q.body.index()].name, 0}};
    else
        out.is = Test::Is::yes;
    return out;
}

}  // namespace guicheng::differential
