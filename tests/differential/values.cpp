// Section 8 of the page, part one: what fields, parameters, findings and attributes are worth.
#include <algorithm>

#include "differential/judge.hpp"
#include "verdict/names.hpp"

namespace guicheng::differential {

using cases::Act;
using cases::ActKind;
using model::Attribute;
using model::Type;
using verdict::MissingKind;

namespace {

Value unknown(verdict::Missing what) {
    Value out;
    out.missing = {std::move(what)};
    return out;
}

Value number(std::int64_t v) {
    Value out;
    out.known = true;
    out.v = v;
    return out;
}

Value words(std::string text) {
    auto out = number(0);
    out.text = std::move(text);
    return out;
}

}  // namespace

Value Judge::typed(const model::Field& field, const cases::Value& v, verdict::Missing missing) const {
    if (!v.known) return unknown(std::move(missing));
    auto out = number(v.v);
    if (field.type == Type::text || field.type == Type::person) out.text = c_.text(static_cast<std::uint32_t>(v.v));
    if (field.type == Type::list && !field.choices)
        for (const auto index : c_.text_lists[static_cast<std::size_t>(v.v)]) out.texts.push_back(c_.text(index));
    return out;
}

/// The latest value whose day is not after t; one without a day from the beginning.
const cases::ParameterValue* Judge::parameter_entry(model::ParameterId id, const Reading& r) const {
    const cases::ParameterValue* best = nullptr;
    for (const auto& entry : c_.parameters) {
        if (entry.parameter != id || !entry.value.known) continue;
        if (entry.has_from && (!r.day() || *r.day() < entry.from) && !made(Fault::later_value_before_its_day)) continue;
        if (best != nullptr && made(Fault::first_value_kept)) continue;
        const bool later = best == nullptr || !best->has_from || (entry.has_from && entry.from >= best->from);
        if (later) best = &entry;
    }
    return best;
}

Value Judge::parameter(model::ParameterId id, const Reading& r) const {
    const auto& field = p_.parameters[id.index()].field;
    const auto* entry = parameter_entry(id, r);
    if (const auto tried = r.assumed.find(id.value); entry == nullptr && tried != r.assumed.end()) return number(tried->second);
    return typed(field, entry == nullptr ? cases::Value{} : entry->value, {MissingKind::parameter, field.name, 0});
}

/// A competent body, or one that is not recorded.
bool Judge::may_find(const model::Finding& f, const Act& act) const {
    const bool recorded = act.actor || act.actor_text != Act::no_text;
    const bool competent = act.actor && std::find(f.actors.begin(), f.actors.end(), act.actor) != f.actors.end();
    return !recorded || competent || made(Fault::any_body_finds);
}

/// The latest act of that name by one that may make it.
const Act* Judge::standing_finding(model::FindingId id) const {
    const Act* out = nullptr;
    for (const auto* act : findings_) {
        if (act->finding != id || !may_find(p_.findings[id.index()], *act)) continue;
        if (out != nullptr && made(Fault::later_finding_ignored)) continue;
        out = act;
    }
    return out;
}

Value Judge::finding(model::FindingId id, const Reading&) const {
    const auto& f = p_.findings[id.index()];
    const auto* act = standing_finding(id);
    if (act == nullptr) {
        if (f.when_none && (!c_.record_incomplete || made(Fault::incomplete_ignored))) return number(*f.when_none);
        return unknown({MissingKind::finding, f.name, 0});
    }
    if (!act->actor && act->actor_text == Act::no_text) return unknown({MissingKind::actor, f.name, 0});
    if (!act->dated) return unknown({MissingKind::act_date, f.name, 0});
    return typed(f.conclusion, c_.record_fields[act->fields_begin], {MissingKind::conclusion, f.name, 0});
}

std::string Judge::act_name(const Act& act) const {
    switch (act.kind) {
        case ActKind::step:
        case ActKind::withdrawal: return step(act.step).name;
        case ActKind::event: return p_.events[act.event.index()].name;
        case ActKind::finding: return p_.findings[act.finding.index()].name;
        case ActKind::suspension:
        case ActKind::resumption: return {};
        case ActKind::unknown_event: return act.name == Act::no_text ? std::string() : c_.text(act.name);
    }
    return {};
}

/// Whose attribute is meant; false where there is no such act.
std::pair<bool, Bound> Judge::act_of(const model::Expr& e, const Reading& r) const {
    switch (e.scope) {
        case model::Scope::none: return {false, {}};
        case model::Scope::current:
            if (r.current == nullptr) return {false, {}};
            return {true, {r.current->act, r.current}};
        case model::Scope::step: {
            const auto* t = standing(e.step);
            if (t == nullptr) return {false, {}};
            return {true, {t->act, t}};
        }
        case model::Scope::bound0: return {true, r.bounds.at(0)};
        case model::Scope::bound1: return {true, r.bounds.at(1)};
    }
    return {false, {}};
}

/// Nothing stands, or 本次 is a step that was not taken: the step is missing.
Value Judge::no_act(const model::Expr& e, const Reading& r) const {
    if (e.scope == model::Scope::current && !r.not_taken) return {};
    const auto meant = e.scope == model::Scope::current ? *r.not_taken : e.step;
    const auto tries = serving(meant);
    const auto kind = tries.empty()             ? MissingKind::step_not_taken
                      : tries.back()->withdrawn ? MissingKind::step_withdrawn
                                                : MissingKind::step_void;
    return unknown({kind, step(meant).name, 0});
}

Value Judge::attribute(const model::Expr& e, const Reading& r) const {
    const auto [found, b] = act_of(e, r);
    if (!found) return no_act(e, r);
    return attribute_of(e.attribute, b, r);
}

Value Judge::record_field(const model::Expr& e, const Reading& r) const {
    const auto [found, b] = act_of(e, r);
    if (!found) return no_act(e, r);
    const auto& fields = b.act->kind == ActKind::step ? step(b.act->step).fields : p_.events[b.act->event.index()].fields;
    const auto& field = fields[e.field.index()];
    return typed(field, c_.record_fields[b.act->fields_begin + e.field.index()],
                 {MissingKind::act_field, field.name, b.attempt != nullptr ? b.attempt->number : 0});
}

Value Judge::attribute_of(Attribute attribute, const Bound& b, const Reading& r) const {
    const auto& act = *b.act;
    const auto attempt = b.attempt != nullptr ? b.attempt->number : 0;
    const auto lacking = [&](MissingKind kind) { return unknown({kind, act_name(act), attempt}); };
    const auto count = [&](const char* key, std::int32_t recorded, std::optional<std::int64_t> Counts::* member) {
        std::optional<std::int64_t> n;
        if (recorded != cases::unknown_count) n = recorded;
        if (b.attempt != nullptr && !b.attempt->skipped && step(b.attempt->step).body && !r.counts_as_recorded)
            n = b.attempt->tally.all.*member;
        return n ? number(*n) : unknown({MissingKind::act_count, key, attempt});
    };
    const auto text = [&](const char* key, std::uint32_t index) {
        return index == Act::no_text ? unknown({MissingKind::act_field, key, attempt}) : words(c_.text(index));
    };
    switch (attribute) {
        case Attribute::date:
        case Attribute::start: return act.dated ? number(act.start.day.number) : lacking(MissingKind::act_date);
        case Attribute::end: return act.has_end ? number(act.end.day.number) : lacking(MissingKind::end_date);
        case Attribute::actor:
            if (act.actor) return words(p_.actors[act.actor.index()].name);
            return act.actor_text == Act::no_text ? lacking(MissingKind::actor) : words(c_.text(act.actor_text));
        case Attribute::entitled: return count("entitled", act.entitled, &Counts::entitled);
        case Attribute::present: return count("present", act.present, &Counts::present);
        case Attribute::yes: return count("yes", act.yes, &Counts::yes);
        case Attribute::no: return count("no", act.no, &Counts::no);
        case Attribute::abstain: return count("abstain", act.abstain, &Counts::abstain);
        case Attribute::other: return count("other", act.other, &Counts::other);
        case Attribute::spoiled: return count("spoiled", act.spoiled, &Counts::spoiled);
        case Attribute::registered: return count("registered", act.registered, &Counts::registered);
        case Attribute::ballot_form:
            return act.ballot_form == model::BallotForm::none ? lacking(MissingKind::ballot_form)
                                                              : number(static_cast<std::int64_t>(act.ballot_form));
        case Attribute::form:
            return act.form == model::Form::none ? lacking(MissingKind::form) : number(static_cast<std::int64_t>(act.form));
        case Attribute::materials: return act.has_materials ? number(act.materials.number) : lacking(MissingKind::materials);
        case Attribute::contents:
            return act.has_contents ? number(static_cast<std::int64_t>(act.contents)) : lacking(MissingKind::contents);
        case Attribute::minutes: return act.has_minutes ? number(static_cast<std::int64_t>(act.minutes)) : lacking(MissingKind::minutes);
        case Attribute::persons: {
            if (!act.has_persons) return lacking(MissingKind::persons);
            auto out = words({});
            out.persons = true;
            out.texts = acted_by(act);
            for (const auto& name : out.texts) out.text += (out.text.empty() ? "" : " ") + name;
            return out;
        }
        case Attribute::place: return text("place", act.place);
        case Attribute::reason: return text("reason", act.reason);
        case Attribute::declared:
            return act.declared == cases::Declared::none ? unknown({MissingKind::act_field, "declared", attempt})
                                                         : number(static_cast<std::int64_t>(act.declared));
        case Attribute::outcome: {
            auto outcome = verdict::Outcome::none;
            if (b.attempt != nullptr) outcome = b.attempt == r.current ? outcome_of(*b.attempt) : b.attempt->outcome;
            return outcome == verdict::Outcome::none ? unknown({MissingKind::act_field, "outcome", attempt})
                                                     : number(static_cast<std::int64_t>(outcome));
        }
    }
    return {};
}

}  // namespace guicheng::differential
