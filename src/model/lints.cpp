// What is no error but probably not meant.
#include "model/draft.hpp"

namespace guicheng::model {

using syntax::Keyword;

namespace {

bool is_boolean_field(const Procedure& p, ExprId id) {
    if (!id) return false;
    const auto& e = p.expr(id);
    return e.type == Type::boolean && (e.kind == ExprKind::matter || e.kind == ExprKind::record_field);
}

/// Whether the condition is one yes-or-no field, its negation, or its comparison with a value.
const Expr* lone_field(const Procedure& p, ExprId id) {
    if (!id) return nullptr;
    const auto* e = &p.expr(id);
    while (e->kind == ExprKind::negate) e = &p.expr(e->left);
    if (e->kind == ExprKind::compare && is_boolean_field(p, e->left) && p.expr(e->right).kind == ExprKind::literal) e = &p.expr(e->left);
    const bool field = e->type == Type::boolean && (e->kind == ExprKind::matter || e->kind == ExprKind::record_field);
    return field ? e : nullptr;
}

/// A box to tick decides nothing that can be checked: what was done should be a step, an event, a date or a list.
void warn_of_ticked_boxes(const Draft& d) {
    for (const auto& r : d.p.requirements) {
        if (r.kind != RequirementKind::free_form) continue;
        const auto* field = lone_field(d.p, r.demand);
        if (field == nullptr) continue;
        const auto& name = field->kind == ExprKind::matter ? d.p.fields[field->field.index()].name : field->text;
        d.warning("M008", d.p.expr(r.demand).span).arg("id", r.id).arg("field", name);
    }
}

constexpr std::size_t most_ids_shown = 8;

void warn_of_uncited(const Draft& d) {
    for (const auto& group : d.uncited) {
        std::string list;
        for (std::size_t i = 0; i < group.ids.size() && i < most_ids_shown; ++i) list += (i == 0 ? "" : " ") + group.ids[i];
        if (group.ids.size() > most_ids_shown) list += " …";
        d.warning("M003", group.span).arg("ids", list).arg("count", std::to_string(group.ids.size()));
    }
}

template <class Id>
void warn_of_unused(const Draft& d, const Table<Id>& table, Keyword kind) {
    for (const auto& [name, entry] : table.entries())
        if (!entry.used) d.warning("N008", entry.span).arg("name", name).arg("kind", d.word(kind));
}

}  // namespace

void lint(Draft& d) {
    warn_of_ticked_boxes(d);
    warn_of_thresholds(d);
    warn_of_uncited(d);
    warn_of_unused(d, d.fields, Keyword::matter);
    warn_of_unused(d, d.parameters, Keyword::parameter);
    warn_of_unused(d, d.findings, Keyword::finding);
    warn_of_unused(d, d.actors, Keyword::actors);
    if (d.p.steps.empty()) d.warning("M032", d.p.span).arg("name", d.p.name);
    if (d.cites_unchecked) d.warning("M026", d.p.span).arg("name", d.p.name);
}

}  // namespace guicheng::model
