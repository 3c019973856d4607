#include "model/bodies.hpp"

#include <algorithm>

#include "model/quantities.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

/// 3人以上5人以下 is a lower bound and an upper one, each with figures and an id of its own.
void body_size(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    for (const auto& t : read_size(d, s)) {
        auto r = requirements.start(RequirementKind::body_size, s.span, s.label, body);
        const bool upper = t.op == base::Comparison::less_equal || t.op == base::Comparison::less;
        if (upper) r.id += "." + std::string(syntax::zh(Keyword::at_most));
        r.modality = modality_of(s.modality);
        r.threshold = t;
        requirements.modify(r, s.modifiers, s.head);
        requirements.finish(std::move(r), true);
    }
}

void composition(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    if (!s.name) return;
    const auto counted = class_of(d, body, *s.name);
    if (!counted) return;
    auto r = requirements.start(RequirementKind::composition, s.span, s.label, body);
    if (!s.label) r.id += "." + s.name->text;
    r.modality = modality_of(s.modality);
    if (const auto t = read_threshold(d, s, RequirementKind::composition)) r.threshold = *t;
    r.threshold.member_class = *counted;
    requirements.modify(r, s.modifiers, s.head);
    requirements.finish(std::move(r), true);
}

void term(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    auto r = requirements.start(RequirementKind::term, s.span, s.label, body);
    r.modality = modality_of(s.modality);
    if (const auto length = read_length(d, s, LengthUse::limit, r.soft)) r.length = *length;
    if (r.length.period.unit == calendar::Unit::working_days) d.error("M047", s.span).arg("statement", d.word(s.head));
    requirements.modify(r, s.modifiers, s.head);
    requirements.finish(std::move(r), true);
}

}  // namespace

std::optional<std::uint16_t> class_of(const Draft& d, ActorId body, const syntax::Name& name) {
    const auto& classes = d.p.actors[body.index()].classes;
    const auto found = std::find(classes.begin(), classes.end(), name.text);
    if (found != classes.end()) return static_cast<std::uint16_t>(found - classes.begin());
    d.unknown("N036", name, {classes.begin(), classes.end()}).arg("body", d.p.actors[body.index()].name);
    return std::nullopt;
}

void check_body(Draft& d, Requirements& requirements, ActorId body) {
    const auto found = d.bodies.find(body);
    if (found == d.bodies.end()) return;
    for (const auto& s : found->second->block) {
        switch (s.head) {  // NOLINT(clang-diagnostic-switch-enum): what else stands there declares
            case Keyword::body_size: body_size(d, requirements, body, s); break;
            case Keyword::composition: composition(d, requirements, body, s); break;
            case Keyword::term: term(d, requirements, body, s); break;
            default: break;
        }
    }
}

}  // namespace guicheng::model
