// Attributes and recorded fields of acts (judging, section 8).
#include "eval/run.hpp"

namespace guicheng::eval {

using model::Attribute;
using model::Scope;
using verdict::MissingKind;

Subject Run::subject(const Node& node) {
    switch (node.scope) {
        case Scope::none: return {};
        case Scope::current: return at_.attempt == no_index ? Subject{} : Subject{s_.attempts[at_.attempt].act, at_.attempt};
        case Scope::step: {
            const auto standing = s_.steps[node.step].standing;
            return standing == no_index ? Subject{} : Subject{s_.attempts[standing].act, standing};
        }
        case Scope::bound0: return bound_[0];
        case Scope::bound1: return bound_[1];
    }
    return {};
}

std::string_view Run::act_name(const cases::Act& act) const {
    if (act.step) return model_.steps[act.step.index()].name;
    if (act.event) return model_.events[act.event.index()].name;
    if (act.finding) return model_.findings[act.finding.index()].name;
    return act.name != cases::Act::no_text ? std::string_view(case_.text(act.name)) : std::string_view{};
}

void Run::gap_of_act(MissingKind kind, Subject who) {
    gap(kind, act_name(case_.acts[who.act]), number_of(who.attempt));
}

/// Nothing stands of the step that is meant: it is what is missing.
void Run::gap_of_no_act(const Node& node) {
    const auto step = node.scope == Scope::current ? at_.step : node.step;
    if (step == program::none) return gap(MissingKind::step_not_taken, {});
    const auto serving = s_.steps[step].serving;
    auto kind = MissingKind::step_not_taken;
    if (serving != no_index) kind = s_.attempts[serving].withdrawn ? MissingKind::step_withdrawn : MissingKind::step_void;
    gap(kind, step_name(step));
}

Value Run::counted(std::int64_t count, std::string_view key, Subject who) {
    if (count >= 0) return known(count);
    gap(MissingKind::act_count, key, number_of(who.attempt));
    return {};
}

Value Run::textual(std::uint32_t text, std::string_view key, Subject who) {
    if (text != cases::Act::no_text) return known(text);
    gap(MissingKind::act_field, key, number_of(who.attempt));
    return {};
}

Value Run::known_or_gap(bool is_known, std::int64_t v, MissingKind kind, Subject who) {
    if (is_known) return known(v);
    gap_of_act(kind, who);
    return {};
}

/// The counted vote of a meeting; of any other act what it states.
Counts Run::counts_of(Subject who) const {
    if (who.attempt != no_index && s_.attempts[who.attempt].count != no_index) return s_.counts[s_.attempts[who.attempt].count];
    return stated(case_.acts[who.act]);
}

Value Run::attribute(const Node& node) {
    const auto who = subject(node);
    if (who.act == no_index) {
        gap_of_no_act(node);
        return {};
    }
    const auto& act = case_.acts[who.act];
    switch (node.attribute) {
        case Attribute::date:
        case Attribute::start: return known_or_gap(act.dated, act.start.day.number, MissingKind::act_date, who);
        case Attribute::end: return known_or_gap(act.has_end, act.end.day.number, MissingKind::end_date, who);
        case Attribute::actor:
            if (act.actor) return known(-1 - static_cast<std::int64_t>(program_.actor_texts + act.actor.index()));
            return known_or_gap(act.actor_text != cases::Act::no_text, act.actor_text, MissingKind::actor, who);
        case Attribute::entitled: return counted(counts_of(who).entitled, "entitled", who);
        case Attribute::present: return counted(counts_of(who).present, "present", who);
        case Attribute::yes: return counted(counts_of(who).yes, "yes", who);
        case Attribute::no: return counted(counts_of(who).no, "no", who);
        case Attribute::abstain: return counted(counts_of(who).abstain, "abstain", who);
        case Attribute::other: return counted(counts_of(who).other, "other", who);
        case Attribute::spoiled: return counted(counts_of(who).spoiled, "spoiled", who);
        case Attribute::registered: return counted(counts_of(who).registered, "registered", who);
        case Attribute::ballot_form:
            return known_or_gap(act.ballot_form != model::BallotForm::none, static_cast<std::int64_t>(act.ballot_form),
                                MissingKind::ballot_form, who);
        case Attribute::materials: return known_or_gap(act.has_materials, act.materials.number, MissingKind::materials, who);
        case Attribute::contents:
            return known_or_gap(act.has_contents, static_cast<std::int64_t>(act.contents), MissingKind::contents, who);
        case Attribute::minutes: return known_or_gap(act.has_minutes, static_cast<std::int64_t>(act.minutes), MissingKind::minutes, who);
        case Attribute::form:
            return known_or_gap(act.form != model::Form::none, static_cast<std::int64_t>(act.form), MissingKind::form, who);
        case Attribute::place: return textual(act.place, "place", who);
        case Attribute::reason: return textual(act.reason, "reason", who);
        case Attribute::persons: return persons(who);
        case Attribute::outcome: return outcome_value(act, who);
        case Attribute::declared:
            if (act.declared != cases::Declared::none) return known(static_cast<std::int64_t>(act.declared));
            gap(MissingKind::act_field, "declared", number_of(who.attempt));
            return {};
    }
    return {};
}

/// Of the attempt being judged: what the findings before this one give.
Value Run::outcome_value(const cases::Act& act, Subject who) {
    auto outcome = verdict::Outcome::none;
    if (who.attempt == no_index)
        outcome = static_cast<verdict::Outcome>(act.declared);
    else
        outcome = who.attempt == at_.attempt ? outcome_so_far(who.attempt) : s_.attempts[who.attempt].outcome;
    if (outcome != verdict::Outcome::none) return known(static_cast<std::int64_t>(outcome));
    gap(MissingKind::act_field, "outcome", number_of(who.attempt));
    return {};
}

Value Run::recorded_field(const Node& node) {
    const auto who = subject(node);
    if (who.act == no_index) {
        gap_of_no_act(node);
        return {};
    }
    const auto& act = case_.acts[who.act];
    const std::size_t place = static_cast<std::size_t>(act.fields_begin) + node.slot;
    if (place < case_.record_fields.size() && case_.record_fields[place].known) return known(case_.record_fields[place].v);
    const auto& fields = act.step ? model_.steps[act.step.index()].fields : model_.events[act.event.index()].fields;
    gap(MissingKind::act_field, fields[node.slot].name, number_of(who.attempt));
    return {};
}

}  // namespace guicheng::eval
