// Sections 11 and 12 of the page: the values that a condition or a test names, as they are written in a verdict.
#include <algorithm>

#include "base/fraction.hpp"
#include "differential/judge.hpp"
#include "verdict/names.hpp"

namespace guicheng::differential {

using model::ExprKind;
using model::Type;

namespace {

void once(std::vector<verdict::Evidence>& out, verdict::Evidence e) {
    if (std::find(out.begin(), out.end(), e) == out.end()) out.push_back(std::move(e));
}

}  // namespace

std::string Judge::written(const model::Field& field, const cases::Value& v) const {
    const auto index = static_cast<std::size_t>(v.v);
    switch (field.type) {
        case Type::boolean: return v.v != 0 ? "true" : "false";
        case Type::integer:
        case Type::days:
        case Type::working_days: return std::to_string(v.v);
        case Type::money: return base::money_text(v.v);
        case Type::date: return base::iso({static_cast<std::int32_t>(v.v)});
        case Type::choice: return p_.choice_sets[field.choices.index()].names[index];
        case Type::list: {
            std::vector<std::string> names;
            if (field.choices) {
                const auto& all = p_.choice_sets[field.choices.index()].names;
                for (std::size_t i = 0; i < all.size(); ++i)
                    if ((static_cast<std::uint64_t>(v.v) >> i & 1U) != 0) names.push_back(all[i]);
            } else {
                for (const auto text : c_.text_lists[index]) names.push_back(c_.text(text));
            }
            std::string out;
            for (const auto& name : names) out += (out.empty() ? "" : " ") + name;
            return out;
        }
        case Type::text:
        case Type::person: return c_.text(static_cast<std::uint32_t>(v.v));
        case Type::share: return base::fraction_text(c_.shares[index]);
        case Type::period: return std::to_string(c_.periods[index].amount) + " " + std::string(verdict::name(c_.periods[index].unit));
        case Type::outcome: return std::string(verdict::name(static_cast<verdict::Outcome>(v.v)));
    }
    return {};
}

void Judge::name_parameter(model::ParameterId id, const Reading& r, std::vector<verdict::Evidence>& out) const {
    if (!id) return;
    const auto* entry = parameter_entry(id, r);
    if (entry == nullptr) return;
    const auto& field = p_.parameters[id.index()].field;
    once(out, {-1, field.name, written(field, entry->value)});
}

void Judge::name_finding(model::FindingId id, const Reading& r, std::vector<verdict::Evidence>& out) const {
    if (!finding(id, r).known) return;
    const auto& f = p_.findings[id.index()];
    const auto* act = standing_finding(id);
    const auto value = act == nullptr ? cases::Value{*f.when_none, true} : c_.record_fields[act->fields_begin];
    once(out, {-1, f.name, written(f.conclusion, value)});
    if (act != nullptr) once(out, {static_cast<std::int32_t>(act->record), "", ""});
}

void Judge::name_values(model::ExprId id, const Reading& r, std::vector<verdict::Evidence>& out) const {
    if (!id) return;
    const auto& e = p_.expr(id);
    if (e.kind == ExprKind::matter && c_.matter[e.field.index()].known) {
        const auto& field = p_.fields[e.field.index()];
        once(out, {-1, field.name, written(field, c_.matter[e.field.index()])});
    }
    if (e.kind == ExprKind::parameter) name_parameter(e.parameter, r, out);
    if (e.kind == ExprKind::finding) name_finding(e.finding, r, out);
    name_values(e.left, r, out);
    name_values(e.right, r, out);
    for (const auto part : e.parts) name_values(part, r, out);
}

}  // namespace guicheng::differential
