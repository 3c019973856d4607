#include "model/persons.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

bool few_enough(const Draft& d, const Statement& s) {
    if (s.names.size() <= most_apart) return true;
    d.error("M010", s.span).arg("limit", d.word(s.head)).arg("max", std::to_string(most_apart));
    return false;
}

bool each_once(const Draft& d, const Statement& s) {
    for (std::size_t i = 0; i < s.names.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (s.names[i].text == s.names[j].text) {
                d.twice(s.names[i].text, s.names[i].span, s.names[j].span);
                return false;
            }
    return true;
}

}  // namespace

void check_separations(Draft& d, const Statement& procedure) {
    for (const auto& s : procedure.block) {
        if (s.head != Keyword::separate || !few_enough(d, s) || !each_once(d, s)) continue;
        if (s.names.size() < 2) d.error("M065", s.span).arg("word", d.word(s.head));
        for (const auto& name : s.names)
            if (const auto step = d.use_step(name)) d.separations[*step].push_back(&s);
    }
}

void separate_step(Draft& d, Requirements& requirements, StepId step) {
    const auto found = d.separations.find(step);
    if (found == d.separations.end()) return;
    for (const auto* s : found->second) {
        auto r = requirements.start(RequirementKind::separation, s->span, s->label);
        for (const auto& name : s->names)
            if (const auto* entry = d.steps.find(name.text); entry != nullptr && entry->id != step) r.apart.push_back(entry->id);
        requirements.modify(r, s->modifiers, s->head);
        requirements.finish(std::move(r), true);
    }
}

/// Each office signs, one after another; by persons of their own and with their seals where the text says so. Each of these may be
/// broken alone, and has an id of its own.
void check_sign_off(Draft& d, Requirements& requirements, const Statement& s) {
    if (!few_enough(d, s)) return;
    const auto chain = d.use_actors(s.names);
    const auto ask = [&](RequirementKind kind, std::optional<Keyword> part) {
        auto r = requirements.start(kind, s.span, s.label);
        if (s.label && part) r.id += "." + std::string(syntax::zh(*part));
        r.chain = chain;
        requirements.modify(r, s.modifiers, s.head);
        requirements.finish(std::move(r), true);
    };
    ask(RequirementKind::signatures, std::nullopt);
    if (chain.size() > 1) ask(RequirementKind::sign_order, Keyword::order);
    if (s.all_different) ask(RequirementKind::signers, Keyword::all_different);
    if (s.sealed) ask(RequirementKind::seals, Keyword::sealed);
}

}  // namespace guicheng::model
