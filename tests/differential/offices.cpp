// Section 6 of the page: whether the person who acted held the office that day, or was given it.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using verdict::MissingKind;

Test Judge::holder(const model::Requirement& q, const Tried& t) const {
    Test out;
    const auto& act = *t.act;
    const auto persons = acted_by(act);
    const auto of_office = [&](const cases::Office& it) { return it.office == act.actor; };
    if (!act.actor || persons.empty() || std::none_of(c_.offices.begin(), c_.offices.end(), of_office)) return out;

    const auto acted = [&](const cases::Office& it) {
        return of_office(it) && std::find(persons.begin(), persons.end(), c_.text(it.person)) != persons.end();
    };
    const auto on_the_day = [&](const cases::Office& it) {
        if (!it.has_from && !it.has_until) return Tri::yes;
        if (!t.day()) return Tri::unknown;
        const bool begun = !it.has_from || *t.day() >= it.from;
        const bool over = it.has_until && *t.day() > it.until;
        return tri(begun && (!over || made(Fault::office_kept_for_ever)));
    };
    bool day = false, amount_missing = false;
    std::vector<Tri> ways;
    for (const auto& it : c_.offices) {
        if (!acted(it)) continue;
        ways.push_back(on_the_day(it));
        day = day || ways.back() == Tri::unknown;
    }

    std::vector<model::FieldId> amounts;
    for (std::size_t i = 0; i < p_.fields.size(); ++i)
        if (p_.fields[i].type == model::Type::money) amounts.emplace_back(static_cast<std::uint16_t>(i));
    if (amounts.size() != 1) amounts.clear();
    const auto tiers = step(q.step).tiers;
    if (tiers != model::no_tiers && p_.fields[p_.tiers[tiers].field.index()].type == model::Type::money) amounts = {p_.tiers[tiers].field};
    for (const auto& it : c_.delegations) {
        if (!acted(it.given)) continue;
        bool named = it.every_step;
        for (auto i = it.steps_begin; i < it.steps_end; ++i) named = named || c_.delegated_steps[i] == q.step;
        auto within = Tri::yes;
        if (it.has_limit && !made(Fault::limit_forgotten)) {
            const auto value = amounts.empty() ? cases::Value{} : c_.matter[amounts.front().index()];
            within = value.known ? tri(value.v <= it.limit) : Tri::unknown;
        }
        const auto then = on_the_day(it.given);
        const auto covered = std::min({tri(named || made(Fault::any_step_delegated)), within, then});
        ways.push_back(covered);
        day = day || (covered == Tri::unknown && then == Tri::unknown);
        amount_missing = amount_missing || (covered == Tri::unknown && within == Tri::unknown);
    }

    const auto best = ways.empty() ? Tri::no : *std::max_element(ways.begin(), ways.end());
    out.is = best == Tri::yes ? Test::Is::yes : best == Tri::no ? Test::Is::no : Test::Is::unknown;
    if (best == Tri::no) out.persons = persons;
    if (best != Tri::unknown) return out;
    if (day) out.missing.push_back({MissingKind::act_date, step(t.step).name, t.number});
    if (amount_missing && !amounts.empty()) out.missing.push_back({MissingKind::matter_field, p_.fields[amounts.front().index()].name, 0});
    if (amount_missing && amounts.empty()) out.missing.push_back({MissingKind::delegated_amount, p_.actors[act.actor.index()].name, 0});
    return out;
}

}  // namespace guicheng::differential
