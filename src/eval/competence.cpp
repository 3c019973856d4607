// Who may act: the bodies that are named, by the amount where tiers are (judging, section 6).
#include <algorithm>

#include "eval/run.hpp"

namespace guicheng::eval {

using cases::Act;
using verdict::MissingKind;

bool Run::among(program::Range actors, const Act& act) const {
    for (auto i = actors.begin; act.actor && i < actors.end; ++i)
        if (program_.step_actors[i] == act.actor.value) return true;
    return false;
}

/// Whose office it is, and whether the person who acted held it that day or was given it.
Test Run::actor_test(const Row& row, const Act& act, Subject who) {
    const auto by = by_office(row, act, who);
    return by == Test::yes ? holder_test(row, act, who) : by;
}

/// A meeting that names nobody is its own body's, and who is not recorded is taken to be that body.
Test Run::by_office(const Row& row, const Act& act, Subject who) {
    const auto& step = program_.steps[row.step];
    if (!step.bands.empty()) return band_test(step.bands, act, who);
    const bool own_body = step.actors.empty();
    if (!act.actor && act.actor_text == Act::no_text) {
        if (own_body) return Test::yes;
        gap_of_act(MissingKind::actor, who);
        return Test::unknown;
    }
    if (own_body) return test(act.actor && act.actor.value == step.body);
    return test(among(step.actors, act));
}

/// 分级: of the first band that holds. One that cannot be told matters only where the answer would be another.
Test Run::band_test(program::Range bands, const Act& act, Subject who) {
    const auto before = mark();
    bool may = false, may_not = false, unsure = false, decided = false;
    auto found = bands.end;
    for (auto i = bands.begin; i < bands.end && !decided; ++i) {
        const auto& band = program_.bands[i];
        const auto holds = band.when == program::none ? Tri::yes : condition(band.when);
        if (holds == Tri::no) continue;
        (among(band.actors, act) ? may : may_not) = true;
        unsure = unsure || holds == Tri::unknown;
        decided = holds == Tri::yes;
        found = i;
    }
    if (!unsure)
        if (auto* finding = made()) finding->situation = static_cast<std::int32_t>(found - bands.begin);
    if (!decided && !unsure) return Test::unregulated;
    if (!act.actor && act.actor_text == Act::no_text) {
        restore(before);
        gap_of_act(MissingKind::actor, who);
        return Test::unknown;
    }
    if (!decided || (may && may_not)) return Test::unknown;
    return test(may);
}

/// Whether he held it that day; on an act without a day only an office without days tells.
Tri Run::in_office(const cases::Office& office, const Act& act, bool& day_asked) const {
    if (act.dated) return tri(office.holds_on(act.start.day));
    if (!office.has_from && !office.has_until) return Tri::yes;
    day_asked = true;
    return Tri::unknown;
}

/// What was given is never more than the giver has: that the office may act at all was asked before.
Tri Run::covers(const cases::Delegation& delegation, const Row& row, const Act& act, bool& day_asked, bool& amount_asked) const {
    bool named = delegation.every_step;
    for (auto i = delegation.steps_begin; i < delegation.steps_end; ++i) named = named || case_.delegated_steps[i].value == row.step;
    if (!named) return Tri::no;
    auto within = Tri::yes;
    if (delegation.has_limit) {
        const auto amount = program_.steps[row.step].amount;
        const bool known = amount != program::none && case_.matter[amount].known;
        within = known ? tri(case_.matter[amount].v <= delegation.limit) : Tri::unknown;
    }
    if (within == Tri::no) return Tri::no;
    bool day_missing = false;
    const auto then = in_office(delegation.given, act, day_missing);
    if (then == Tri::no) return Tri::no;
    day_asked = day_asked || day_missing;
    amount_asked = amount_asked || within == Tri::unknown;
    return within == Tri::yes ? then : Tri::unknown;
}

/// Where it is on record who held the office, one of the persons who acted held it that day, or it was given to one of them.
Test Run::holder_test(const Row& row, const Act& act, Subject who) {
    if (case_.offices.empty() || !act.actor || act.persons_begin == act.persons_end) return Test::yes;
    const auto first = std::lower_bound(case_.offices.begin(), case_.offices.end(), act.actor.value,
                                        [](const cases::Office& it, std::uint16_t office) { return it.office.value < office; });
    if (first == case_.offices.end() || first->office != act.actor) return Test::yes;
    bool day_asked = false, amount_asked = false, unknown = false;
    for (auto i = act.persons_begin; i < act.persons_end; ++i) {
        const auto key = std::pair(act.actor.value, case_.people[i]);
        const auto before = [](const cases::Office& it, const auto& of) { return std::pair(it.office.value, it.person) < of; };
        for (auto it = std::lower_bound(first, case_.offices.end(), key, before);
             it != case_.offices.end() && it->office == act.actor && it->person == key.second; ++it) {
            const auto held = in_office(*it, act, day_asked);
            if (held == Tri::yes) return Test::yes;
            unknown = unknown || held == Tri::unknown;
        }
        const auto given_before = [&](const cases::Delegation& it, const auto& of) { return before(it.given, of); };
        for (auto it = std::lower_bound(case_.delegations.begin(), case_.delegations.end(), key, given_before);
             it != case_.delegations.end() && it->given.office == act.actor && it->given.person == key.second; ++it) {
            const auto given = covers(*it, row, act, day_asked, amount_asked);
            if (given == Tri::yes) return Test::yes;
            unknown = unknown || given == Tri::unknown;
        }
    }
    if (unknown) {
        if (day_asked) gap_of_act(MissingKind::act_date, who);
        const auto amount = program_.steps[row.step].amount;
        if (amount_asked && amount != program::none) gap(MissingKind::matter_field, model_.fields[amount].name);
        if (amount_asked && amount == program::none) gap(MissingKind::delegated_amount, model_.actors[act.actor.index()].name);
        return Test::unknown;
    }
    if (auto* finding = made())
        for (auto i = act.persons_begin; i < act.persons_end; ++i) finding->persons.push_back(case_.text(case_.people[i]));
    return Test::no;
}

/// By whom a step may be taken; of tiers the bodies of the first band that holds and of those before it that may.
std::vector<std::string> Run::who_may(std::uint16_t id) {
    const auto& step = program_.steps[id];
    std::vector<std::string> out;
    const auto add = [&](program::Range actors) {
        for (auto i = actors.begin; i < actors.end; ++i) {
            const auto& name = model_.actors[program_.step_actors[i]].name;
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        }
    };
    const auto before = mark();
    for (auto i = step.bands.begin; i < step.bands.end; ++i) {
        const auto& band = program_.bands[i];
        const auto holds = band.when == program::none ? Tri::yes : condition(band.when);
        if (holds != Tri::no) add(band.actors);
        if (holds == Tri::yes) break;
    }
    restore(before);
    if (step.bands.empty()) add(step.actors);
    if (step.actors.empty() && step.body != program::none) out.push_back(model_.actors[step.body].name);
    return out;
}

}  // namespace guicheng::eval
