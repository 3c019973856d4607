// Section 6 of the page: the persons who act, and who signs after whom.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::RequirementKind;
using verdict::MissingKind;

std::vector<std::string> Judge::acted_by(const cases::Act& act) const {
    std::vector<std::string> out;
    for (auto i = act.persons_begin; i < act.persons_end; ++i) out.push_back(c_.text(c_.people[i]));
    if (made(Fault::first_person_alone) && out.size() > 1) out.resize(1);
    return out;
}

std::vector<std::string> Judge::named(const Value& v) const {
    return v.persons ? v.texts : std::vector<std::string>{v.text};
}

Test Judge::separation(const model::Requirement& q, const Tried& t) const {
    Test out;
    const auto mine = acted_by(*t.act);
    bool unknown = false;
    for (const auto id : q.apart) {
        const auto* other = standing(id);
        if (other == nullptr) continue;
        for (const auto* one : {&t, other}) {
            if (one->act->has_persons) continue;
            unknown = unknown || !made(Fault::unrecorded_person_nobody);
            add(out.missing, {{MissingKind::persons, step(one->step).name, one->number}});
        }
        const auto theirs = acted_by(*other->act);
        for (const auto& name : mine)
            if (std::find(theirs.begin(), theirs.end(), name) != theirs.end())
                out.causes.push_back({verdict::CauseKind::same_person, step(id).name, other->number, "", name});
    }
    out.is = !out.causes.empty() ? Test::Is::no : unknown ? Test::Is::unknown : Test::Is::yes;
    return out;
}

namespace {

struct Signed {
    const cases::Signature* signature = nullptr;
    std::size_t place = 0;  ///< in the list
};

Tri in_turn(const Signed& first, const Signed& second) {
    if (!first.signature->dated || !second.signature->dated) return Tri::unknown;
    if (first.signature->day != second.signature->day) return tri(first.signature->day < second.signature->day);
    return tri(first.place < second.place);
}

Tri by_others(const Signed& first, const Signed& second) {
    const auto nobody = cases::Signature::nobody;
    if (first.signature->person == nobody || second.signature->person == nobody) return Tri::unknown;
    return tri(first.signature->person != second.signature->person);
}

}  // namespace

Test Judge::signed_off(const model::Requirement& q, const Tried& t) const {
    Test out;
    const auto& act = *t.act;
    if (!act.has_signatures) {
        out.is = Test::Is::unknown;
        out.missing = {{MissingKind::signatures, step(t.step).name, t.number}};
        return out;
    }
    std::vector<Signed> chain;
    for (const auto office : q.chain) {
        Signed found;
        for (std::size_t i = act.signatures_begin; i < act.signatures_end; ++i) {
            const auto& one = c_.signatures[i];
            const bool first_counts = made(Fault::first_signature_counts) && found.signature != nullptr;
            if (one.office == office && !first_counts) found = {&one, i};
        }
        chain.push_back(found);
    }
    std::vector<Tri> all;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        std::vector<Tri> own;
        const auto* mine = chain[i].signature;
        if (q.kind == RequirementKind::signatures) own.push_back(tri(mine != nullptr));
        if (q.kind == RequirementKind::seals && mine != nullptr)
            own.push_back(mine->seal == cases::Seal::yes ? Tri::yes : mine->seal == cases::Seal::no ? Tri::no : Tri::unknown);
        for (std::size_t j = 0; j < i; ++j) {
            if (mine == nullptr || chain[j].signature == nullptr) continue;
            if (made(Fault::neighbours_in_turn_alone) && j + 1 != i) continue;
            if (q.kind == RequirementKind::sign_order) own.push_back(in_turn(chain[j], chain[i]));
            if (q.kind == RequirementKind::signers) own.push_back(by_others(chain[j], chain[i]));
        }
        verdict::Signature shown;
        shown.office = p_.actors[q.chain[i].index()].name;
        shown.given = mine != nullptr;
        shown.at_fault = std::find(own.begin(), own.end(), Tri::no) != own.end();
        if (mine != nullptr) {
            if (mine->person != cases::Signature::nobody) shown.person = c_.text(mine->person);
            if (mine->dated) shown.day = mine->day;
            if (mine->seal != cases::Seal::unknown)
                shown.seal = mine->seal == cases::Seal::yes ? verdict::Answer::yes : verdict::Answer::no;
        }
        out.signatures.push_back(shown);
        all.insert(all.end(), own.begin(), own.end());
    }
    const auto worst = std::min_element(all.begin(), all.end());
    const auto is = worst == all.end() ? Tri::yes : *worst;  // no, unknown, yes
    out.is = is == Tri::no ? Test::Is::no : is == Tri::yes ? Test::Is::yes : Test::Is::unknown;
    if (is == Tri::unknown) out.missing = {{MissingKind::signatures, step(t.step).name, t.number}};
    if (is == Tri::yes) out.signatures.clear();
    return out;
}

}  // namespace guicheng::differential
