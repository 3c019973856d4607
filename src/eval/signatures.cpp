// 签批: each office of the chain, one after another, by persons of their own, with their seals (judging, section 6).
#include <array>

#include "eval/run.hpp"

namespace guicheng::eval {

using cases::Act;
using cases::Signature;
using model::RequirementKind;
using verdict::MissingKind;

namespace {

/// Of several signatures of one office the last takes the place of those before it.
const Signature* signature_of(const cases::Case& c, const Act& act, std::uint16_t office) {
    for (auto i = act.signatures_end; i-- > act.signatures_begin;)
        if (c.signatures[i].office && c.signatures[i].office.value == office) return &c.signatures[i];
    return nullptr;
}

/// Whether `later` was signed after `earlier`; on one day the list tells.
Tri signed_after(const Signature& earlier, const Signature& later) {
    if (!earlier.dated || !later.dated) return Tri::unknown;
    return tri(earlier.day < later.day || (earlier.day == later.day && &earlier < &later));
}

/// Whether two offices signed by different persons.
Tri signed_apart(const Signature& one, const Signature& other) {
    if (one.person == Signature::nobody || other.person == Signature::nobody) return Tri::unknown;
    return tri(one.person != other.person);
}

/// How one signature stands to those of the offices before it in the chain.
Tri keeps(RequirementKind kind, const Signature* earlier, const Signature* own) {
    if (kind == RequirementKind::signatures || own == nullptr || earlier == nullptr) return Tri::yes;
    if (kind == RequirementKind::sign_order) return signed_after(*earlier, *own);
    return kind == RequirementKind::signers ? signed_apart(*earlier, *own) : Tri::yes;
}

/// What one signature is by itself.
Tri stands(RequirementKind kind, const Signature* own) {
    if (kind == RequirementKind::signatures) return tri(own != nullptr);
    if (kind != RequirementKind::seals || own == nullptr) return Tri::yes;
    return own->seal == cases::Seal::unknown ? Tri::unknown : tri(own->seal == cases::Seal::yes);
}

verdict::Answer seal_of(const Signature& signature) {
    switch (signature.seal) {
        case cases::Seal::no: return verdict::Answer::no;
        case cases::Seal::yes: return verdict::Answer::yes;
        case cases::Seal::unknown: break;
    }
    return verdict::Answer::unknown;
}

}  // namespace

Test Run::signed_off(const Row& row) {
    const Subject who{s_.attempts[at_.attempt].act, at_.attempt};
    const auto& act = case_.acts[who.act];
    std::array<const Signature*, model::most_apart> signatures{};
    for (std::uint32_t i = 0; i < row.others.size(); ++i)
        signatures[i] = signature_of(case_, act, static_cast<std::uint16_t>(program_.numbers[row.others.begin + i]));
    auto all = act.has_signatures ? Tri::yes : Tri::unknown;
    const auto note = [&](Tri found) {
        if (found == Tri::no || all == Tri::yes) all = found;
    };
    for (std::uint32_t i = 0; act.has_signatures && i < row.others.size(); ++i) {
        const auto* own = signatures[i];
        auto kept = stands(row.kind, own);
        note(kept);
        for (std::uint32_t before = 0; before < i; ++before) {
            const auto found = keeps(row.kind, signatures[before], own);
            note(found);
            if (found == Tri::no) kept = Tri::no;
        }
        auto* finding = made();
        if (finding == nullptr) continue;
        auto& shown = finding->signatures.emplace_back();
        shown.office = model_.actors[static_cast<std::size_t>(program_.numbers[row.others.begin + i])].name;
        shown.given = own != nullptr;
        shown.at_fault = kept == Tri::no;
        if (own == nullptr) continue;
        if (own->person != Signature::nobody) shown.person = case_.text(own->person);
        if (own->dated) shown.day = own->day;
        shown.seal = seal_of(*own);
    }
    if (all == Tri::yes && made() != nullptr) made()->signatures.clear();
    if (all == Tri::unknown) gap_of_act(MissingKind::signatures, who);
    return test(all);
}

}  // namespace guicheng::eval
