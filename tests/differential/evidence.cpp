// Sections 11 and 12 of the page: the values that a condition or a test names, as they are written in a verdict.
#include <algorithm>

#include "base/fraction.hpp"
#include "differential/judge.hpp"
#include "model/formula.hpp"
#include "model/words.hpp"
#include "verdict/names.hpp"

namespace guicheng::differential {

using cases::Act;
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
    once(out, {-1, field.name, written(field, entry->value), ""});
}

void Judge::name_finding(model::FindingId id, const Reading& r, std::vector<verdict::Evidence>& out) const {
    const auto& f = p_.findings[id.index()];
    const auto* act = standing_finding(id);
    if (finding(id, r).known) name_standing_finding(f, act, out);
    std::vector<const Act*> passed_over;
    for (const auto* each : findings_) {
        if (each == act) passed_over.clear();
        if (each != act && each->finding == id && !may_find(f, *each)) passed_over.push_back(each);
    }
    if (passed_over.size() > 20) passed_over.erase(passed_over.begin(), passed_over.end() - 20);
    for (const auto* each : passed_over) {
        const auto who = each->actor ? p_.actors[each->actor.index()].name : c_.text(each->actor_text);
        once(out, {static_cast<std::int32_t>(each->record), f.name, who, "by", "", {}, verdict::Disregarded::not_competent});
    }
}

void Judge::name_standing_finding(const model::Finding& f, const Act* act, std::vector<verdict::Evidence>& out) const {
    const auto value = act == nullptr ? cases::Value{*f.when_none, true} : c_.record_fields[act->fields_begin];
    once(out, {-1, f.name, written(f.conclusion, value), ""});
    if (act != nullptr) once(out, {static_cast<std::int32_t>(act->record), "", "", ""});
}

/// What 本次 or a step's standing attempt says, and of the latter the record.
void Judge::name_act_value(const model::Expr& e, const Reading& r, std::vector<verdict::Evidence>& out) const {
    if (e.scope != model::Scope::current && e.scope != model::Scope::step) return;
    const auto found = e.kind == ExprKind::attribute ? attribute(e, r) : record_field(e, r);
    if (!found.known) return;
    const auto& act = *act_of(e, r).second.act;
    const auto& s = step(act.step);
    if (e.kind == ExprKind::record_field) {
        const auto& field = s.fields[e.field.index()];
        once(out, {-1, s.name, written(field, c_.record_fields[act.fields_begin + e.field.index()]), field.name});
    } else {
        std::string value = std::to_string(found.v);
        switch (e.type) {
            case Type::date: value = base::iso({static_cast<std::int32_t>(found.v)}); break;
            case Type::outcome: value = verdict::name(static_cast<verdict::Outcome>(found.v)); break;
            default: break;
        }
        if (e.attribute == model::Attribute::ballot_form) value = model::ballot_key(static_cast<model::BallotForm>(found.v));
        if (e.attribute == model::Attribute::form) value = model::form_key(static_cast<model::Form>(found.v));
        const bool worded = e.attribute == model::Attribute::actor || e.attribute == model::Attribute::place ||
                            e.attribute == model::Attribute::reason || e.attribute == model::Attribute::persons;
        if (worded) value = found.text;
        if (e.attribute == model::Attribute::contents || e.attribute == model::Attribute::minutes) {
            value.clear();
            for (std::size_t i = 0; i < p_.content_names.size(); ++i)
                if ((static_cast<std::uint64_t>(found.v) >> i & 1U) != 0) value += (value.empty() ? "" : " ") + p_.content_names[i];
        }
        once(out, {-1, s.name, value, std::string(model::attribute_key(e.attribute))});
    }
    if (e.scope == model::Scope::step) once(out, {static_cast<std::int32_t>(act.record), "", "", ""});
}

/// Of 有 and 个数 how many satisfy, and which; of 每个 how many of how many, and which do not: twenty at most.
void Judge::name_acts(const model::Expr& e, const Reading& r, std::vector<verdict::Evidence>& out) const {
    const auto& name = e.step ? step(e.step).name : p_.events[e.event.index()].name;
    const bool every = e.kind == ExprKind::every;
    bool certain = !c_.record_incomplete || made(Fault::incomplete_ignored);
    std::size_t held = 0;
    std::vector<const Act*> shown;
    const auto all = acts_of(e);
    for (const auto& b : all) {
        auto inner = r;
        inner.bounds.push_back(b);
        const auto is = e.left ? truth(e.left, inner).is : Tri::yes;
        certain = certain && is != Tri::unknown;
        if (is == Tri::yes) ++held;
        if (is == (every ? Tri::no : Tri::yes)) shown.push_back(b.act);
    }
    const auto where = e.left ? model::formula(p_, e.left, 1) : std::string();
    if (certain && !every) once(out, {-1, name, std::to_string(held), "count", where});
    if (certain && every && !all.empty()) once(out, {-1, name, std::to_string(held) + "/" + std::to_string(all.size()), "held", where});
    for (std::size_t i = 0; i < shown.size() && i < 20; ++i) once(out, {static_cast<std::int32_t>(shown[i]->record), "", "", ""});
}

void Judge::name_values(model::ExprId id, const Reading& r, std::vector<verdict::Evidence>& out, bool in_quantifier) const {
    if (!id) return;
    const auto& e = p_.expr(id);
    if (e.kind == ExprKind::matter && c_.matter[e.field.index()].known) {
        const auto& field = p_.fields[e.field.index()];
        once(out, {-1, field.name, written(field, c_.matter[e.field.index()]), ""});
    }
    if (e.kind == ExprKind::parameter) name_parameter(e.parameter, r, out);
    if (e.kind == ExprKind::finding) name_finding(e.finding, r, out);
    if (e.kind == ExprKind::attribute || e.kind == ExprKind::record_field) name_act_value(e, r, out);
    if (e.kind == ExprKind::done)
        if (const auto* t = standing(e.step)) once(out, {static_cast<std::int32_t>(t->act->record), "", "", ""});
    if (!in_quantifier && (e.kind == ExprKind::days_between || e.kind == ExprKind::working_days_between)) {
        const auto counted = days_counted(e, r);
        const auto v = days_between(e, r);
        if (v.known || counted)
            once(out,
                 {-1, "", v.known ? std::to_string(v.v) : "", e.kind == ExprKind::days_between ? "days" : "working_days", "", counted});
    }
    if (!in_quantifier && (e.kind == ExprKind::add_period || e.kind == ExprKind::subtract_period)) {
        if (const auto counted = days_counted(e, r); counted) {
            const auto day = shifted(e, r);
            const auto written = day.known ? base::iso({static_cast<std::int32_t>(day.v)}) : std::string();
            once(out, {-1, "", written, e.kind == ExprKind::add_period ? "day_after" : "day_before", "", counted});
        }
    }
    const bool quantifier = e.kind == ExprKind::exists || e.kind == ExprKind::every || e.kind == ExprKind::count;
    if (quantifier && !in_quantifier) name_acts(e, r, out);
    const bool inside = in_quantifier || quantifier;
    for (const auto part : e.parts) name_values(part, r, out, inside);
    name_values(e.left, r, out, inside);
    name_values(e.right, r, out, inside);
}

}  // namespace guicheng::differential
