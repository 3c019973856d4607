#include "cases/identity.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string_view>
#include <tuple>

#include "base/fraction.hpp"
#include "base/sha256.hpp"

namespace guicheng::cases {
namespace {

using model::Type;

/// Positions of things in the order of their names.
std::vector<std::size_t> by_name(const auto& things, auto name_of) {
    std::vector<std::size_t> order(things.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) -> std::string_view { return name_of(things[i]); });
    return order;
}

class Writer {
public:
    Writer(const Case& bound, const model::Procedure& procedure) : case_(bound), procedure_(procedure) {}
    std::string digest();

private:
    void put(std::string_view text) { hasher_.field(text); }
    void put(std::int64_t number) { hasher_.field(std::to_string(number)); }
    void put(const base::Moment& moment) {
        put(base::iso(moment.day));
        put(std::int64_t{moment.minute});
    }
    /// Only what is given is written, under its key.
    void count(std::string_view key, std::int32_t number) {
        if (number == unknown_count) return;
        put(key);
        put(std::int64_t{number});
    }
    void text(std::string_view key, std::uint32_t index) {
        if (index == Act::no_text) return;
        put(key);
        put(case_.text(index));
    }
    void names(std::string_view key, std::uint64_t mask, const std::vector<std::string>& of) {
        put(key);
        put(std::int64_t{std::popcount(mask)});
        std::vector<std::string_view> chosen;
        for (std::size_t i = 0; i < of.size() && i < 64; ++i)
            if ((mask >> i & 1U) != 0) chosen.emplace_back(of[i]);
        std::ranges::sort(chosen);
        for (const auto name : chosen) put(name);
    }
    void value(const model::Field& field, const Value& value);
    void fields(const std::vector<model::Field>& fields, const Value* values);
    void roll(const model::Actor& actor, const Roll& roll);
    void offices();
    void put(const Office& office);
    void roll_entry(const model::Actor& actor, const RollEntry& entry);
    void act(const Act& act);
    void kind(const Act& act);
    void ballots(const Act& act);
    void runs(const Act& act);
    void tallies(const Act& act);
    void persons(const Act& act);
    void signatures(const Act& act);

    const Case& case_;
    const model::Procedure& procedure_;
    base::Hasher hasher_;
};

void Writer::value(const model::Field& field, const Value& value) {
    if (!value.known) return;
    put(field.name);
    const auto at = static_cast<std::size_t>(value.v);
    switch (field.type) {
        case Type::choice: put(procedure_.choice_sets[field.choices.index()].names[at]); return;
        case Type::list:
            if (field.choices) {
                names("list", static_cast<std::uint64_t>(value.v), procedure_.choice_sets[field.choices.index()].names);
                return;
            }
            put(static_cast<std::int64_t>(case_.text_lists[at].size()));
            for (const auto item : case_.text_lists[at]) put(case_.text(item));
            return;
        case Type::text:
        case Type::person: put(case_.texts[at]); return;
        case Type::share: put(base::fraction_text(case_.shares[at])); return;
        case Type::period:
            put(std::int64_t{case_.periods[at].amount});
            put(static_cast<std::int64_t>(case_.periods[at].unit));
            return;
        case Type::boolean:
        case Type::integer:
        case Type::money:
        case Type::date:
        case Type::outcome:
        case Type::days:
        case Type::working_days: put(value.v); return;
    }
}

void Writer::fields(const std::vector<model::Field>& fields, const Value* values) {
    for (const auto i : by_name(fields, [](const auto& field) -> std::string_view { return field.name; })) value(fields[i], values[i]);
}

void Writer::roll(const model::Actor& actor, const Roll& roll) {
    if (roll.number == unknown_count && roll.entries_begin == roll.entries_end) return;
    put(actor.name);
    put(std::int64_t{roll.number});
    // The order of a roll says nothing.
    std::vector<const RollEntry*> entries;
    for (auto i = roll.entries_begin; i < roll.entries_end; ++i) entries.push_back(&case_.roll_entries[i]);
    const auto rank = [&](const RollEntry* it) {
        return std::tuple(it->person == RollEntry::nobody ? std::string_view{} : std::string_view(case_.text(it->person)), it->has_from,
                          it->from.number);
    };
    std::ranges::sort(entries, {}, rank);
    put(static_cast<std::int64_t>(entries.size()));
    for (const auto* entry : entries) roll_entry(actor, *entry);
}

void Writer::roll_entry(const model::Actor& actor, const RollEntry& entry) {
    if (entry.person != RollEntry::nobody)
        put(case_.text(entry.person));
    else
        put(std::int64_t{entry.number});
    put(entry.has_from ? base::iso(entry.from) : std::string{});
    put(entry.has_until ? base::iso(entry.until) : std::string{});
    names("classes", entry.classes, actor.classes);
    std::vector<std::pair<std::string_view, std::int32_t>> counts;
    for (auto i = entry.counts_begin; i < entry.counts_end; ++i)
        counts.emplace_back(actor.classes[case_.class_counts[i].which], case_.class_counts[i].number);
    std::ranges::sort(counts);
    put(static_cast<std::int64_t>(counts.size()));
    for (const auto& [name, number] : counts) count(name, number);
}

void Writer::put(const Office& office) {
    put(procedure_.actors[office.office.index()].name);
    put(case_.text(office.person));
    put(office.has_from ? base::iso(office.from) : std::string{});
    put(office.has_until ? base::iso(office.until) : std::string{});
}

/// The order of either list says nothing.
void Writer::offices() {
    const auto rank = [&](const Office& it) {
        return std::tuple(std::string_view(procedure_.actors[it.office.index()].name), std::string_view(case_.text(it.person)), it.has_from,
                          it.from.number, it.has_until, it.until.number);
    };
    auto held = case_.offices;
    std::ranges::sort(held, {}, rank);
    if (!held.empty()) put("offices");
    for (const auto& office : held) put(office);
    std::vector<std::size_t> order(case_.delegations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto steps = [&](const Delegation& it) {
        std::vector<std::string_view> names;
        for (auto i = it.steps_begin; i < it.steps_end; ++i) names.emplace_back(procedure_.step(case_.delegated_steps[i]).name);
        std::ranges::sort(names);
        return names;
    };
    std::ranges::sort(order, {}, [&](std::size_t i) {
        const auto& it = case_.delegations[i];
        return std::tuple(rank(it.given), it.has_limit, it.limit, it.every_step, steps(it));
    });
    if (!order.empty()) put("delegations");
    for (const auto i : order) {
        const auto& delegation = case_.delegations[i];
        put(delegation.given);
        put(std::int64_t{delegation.every_step});
        for (const auto name : steps(delegation)) put(name);
        put("limit");
        if (delegation.has_limit) put(delegation.limit);
    }
}

void Writer::kind(const Act& act) {
    put(static_cast<std::int64_t>(act.kind));
    if (act.step) put(procedure_.step(act.step).name);
    const Value* values = case_.record_fields.data() + act.fields_begin;
    switch (act.kind) {
        case ActKind::step: fields(procedure_.step(act.step).fields, values); return;
        case ActKind::event:
            put(procedure_.events[act.event.index()].name);
            fields(procedure_.events[act.event.index()].fields, values);
            return;
        case ActKind::finding:
            put(procedure_.findings[act.finding.index()].name);
            value(procedure_.findings[act.finding.index()].conclusion, *values);
            return;
        case ActKind::unknown_event:
            text("name", act.name);
            if (act.not_competent) fields(procedure_.events[act.event.index()].fields, values);
            return;
        case ActKind::suspension:
        case ActKind::resumption:
        case ActKind::withdrawal: return;
    }
}

void Writer::ballots(const Act& act) {
    put("ballots");
    put(std::int64_t{act.ballots_end} - act.ballots_begin);
    for (std::uint32_t i = act.ballots_begin; i < act.ballots_end; ++i) {
        const Ballot& ballot = case_.ballots[i];
        put(case_.text(ballot.person));
        put(static_cast<std::int64_t>(ballot.vote));
        put(static_cast<std::int64_t>(ballot.way));
        put(ballot.holder == Ballot::no_holder ? std::string_view{} : std::string_view(case_.text(ballot.holder)));
    }
}

void Writer::runs(const Act& act) {
    put("runs");
    put(std::int64_t{act.runs_end} - act.runs_begin);
    for (std::uint32_t i = act.runs_begin; i < act.runs_end; ++i) {
        const PostingRun& run = case_.runs[i];
        put(base::iso(run.start));
        put(run.has_end ? base::iso(run.end) : std::string{});
        put(run.medium == PostingRun::unnamed ? std::string_view{} : std::string_view(case_.text(run.name)));
    }
}

void Writer::tallies(const Act& act) {
    const auto& classes = procedure_.actors[procedure_.step(act.step).body.index()].classes;
    std::vector<const ClassTally*> by_class;
    for (auto i = act.tallies_begin; i < act.tallies_end; ++i) by_class.push_back(&case_.tallies[i]);
    // The order of the classes in the rule says nothing.
    std::ranges::sort(by_class, {}, [&](const ClassTally* it) -> std::string_view { return classes[it->which]; });
    put("tallies");
    put(static_cast<std::int64_t>(by_class.size()));
    for (const auto* it : by_class) {
        put(classes[it->which]);
        for (const auto n : {it->entitled, it->present, it->yes, it->no, it->abstain, it->other, it->spoiled, it->registered})
            put(std::int64_t{n});
    }
}

/// In which order several persons are named says nothing.
void Writer::persons(const Act& act) {
    put("persons");
    std::vector<std::string_view> names;
    for (std::uint32_t i = act.persons_begin; i < act.persons_end; ++i) names.emplace_back(case_.text(case_.people[i]));
    std::ranges::sort(names);
    put(static_cast<std::int64_t>(names.size()));
    for (const auto name : names) put(name);
}

void Writer::signatures(const Act& act) {
    put("signatures");
    put(std::int64_t{act.signatures_end} - act.signatures_begin);
    for (std::uint32_t i = act.signatures_begin; i < act.signatures_end; ++i) {
        const Signature& one = case_.signatures[i];
        put(case_.text(one.office_text));
        put(one.person == Signature::nobody ? std::string_view{} : std::string_view(case_.text(one.person)));
        put(one.dated ? base::iso(one.day) : std::string{});
        put(static_cast<std::int64_t>(one.seal));
    }
}

void Writer::act(const Act& act) {
    put("act");
    kind(act);
    if (act.superseded) count("superseded", static_cast<std::int32_t>(act.superseded_by));
    if (act.dated) put(act.start);
    put(std::int64_t{act.has_end});
    if (act.has_end) put(act.end);
    if (act.actor) put(procedure_.actors[act.actor.index()].name);
    text("by", act.actor_text);
    put(static_cast<std::int64_t>(act.form));
    put(static_cast<std::int64_t>(act.ballot_form));
    put(static_cast<std::int64_t>(act.declared));
    count("entitled", act.entitled);
    count("present", act.present);
    count("yes", act.yes);
    count("no", act.no);
    count("abstain", act.abstain);
    count("other", act.other);
    count("spoiled", act.spoiled);
    count("registered", act.registered);
    if (act.has_materials) {
        put("materials");
        put(base::iso(act.materials));
    }
    if (act.has_contents) names("contents", act.contents, procedure_.content_names);
    if (act.has_minutes) names("minutes", act.minutes, procedure_.content_names);
    if (act.has_ballots) ballots(act);
    if (act.runs_begin != act.runs_end) runs(act);
    if (act.has_persons) persons(act);
    if (act.has_signatures) signatures(act);
    if (act.has_attendees) {
        put("attendees");
        put(std::int64_t{act.attendees_end} - act.attendees_begin);
        for (std::uint32_t i = act.attendees_begin; i < act.attendees_end; ++i) put(case_.text(case_.people[i]));
    }
    if (act.tallies_begin != act.tallies_end) tallies(act);
    text("place", act.place);
    text("reason", act.reason);
    if (act.has_reason_day) {
        put("reason_day");
        put(base::iso(act.reason_day));
    }
}

std::string Writer::digest() {
    put("guicheng case 1");
    put(case_.id);
    put(std::int64_t{case_.record_incomplete});
    put("closed");
    if (case_.closed) put(*case_.closed);
    put("as_of");
    if (case_.as_of) put(base::iso(*case_.as_of));
    put("matter");
    fields(procedure_.fields, case_.matter.data());
    put("rolls");
    for (const auto i : by_name(procedure_.actors, [](const auto& actor) -> std::string_view { return actor.name; }))
        roll(procedure_.actors[i], case_.rolls[i]);
    offices();
    put("parameters");
    const auto index_of = [](const ParameterValue& set) { return set.parameter.index(); };
    for (const auto i : by_name(procedure_.parameters, [](const auto& it) -> std::string_view { return it.field.name; }))
        for (const auto& set : std::ranges::equal_range(case_.parameters, i, {}, index_of)) {
            value(procedure_.parameters[i].field, set.value);
            put(set.has_from ? base::iso(set.from) : std::string{});
            text("authority", set.authority);
        }
    put("acts");
    for (const auto& act_of_case : case_.acts) act(act_of_case);
    return hasher_.hex();
}

}  // namespace

std::string identity(const Case& bound, const model::Procedure& procedure) {
    return Writer(bound, procedure).digest();
}

}  // namespace guicheng::cases
