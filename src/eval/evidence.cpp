// The fields, parameters and findings that a condition names and that are known, with their values in canonical writing.
#include <algorithm>
#include <string>

#include "base/fraction.hpp"
#include "base/number.hpp"
#include "eval/run.hpp"
#include "model/formula.hpp"
#include "model/words.hpp"
#include "verdict/names.hpp"

namespace guicheng::eval {

using model::ExprKind;
using model::Type;
using verdict::Evidence;

namespace {

/// Of one 有, 每个, 个数 or 认定.
constexpr std::size_t most_records = 20;

void add_evidence(std::vector<Evidence>& out, Evidence evidence) {
    if (std::find(out.begin(), out.end(), evidence) == out.end()) out.push_back(std::move(evidence));
}

}  // namespace

std::string Run::list_text(const model::Field& field, std::int64_t v) const {
    std::string out;
    const auto add = [&](std::string_view name) {
        if (!out.empty()) out += ' ';
        out += name;
    };
    if (field.choices) {
        const auto& names = model_.choice_sets[field.choices.index()].names;
        for (std::size_t i = 0; i < names.size() && i < 64; ++i)
            if ((static_cast<std::uint64_t>(v) >> i & 1U) != 0) add(names[i]);
    } else {
        for (const auto item : case_.text_lists[static_cast<std::size_t>(v)]) add(case_.texts[item]);
    }
    return out;
}

std::string Run::value_text(const model::Field& field, std::int64_t v) const {
    switch (field.type) {
        case Type::boolean: return v != 0 ? "true" : "false";
        case Type::integer:
        case Type::days:
        case Type::working_days: return std::to_string(v);
        case Type::money: return base::money_text(v);
        case Type::date: return base::iso({static_cast<std::int32_t>(v)});
        case Type::choice: return model_.choice_sets[field.choices.index()].names[static_cast<std::size_t>(v)];
        case Type::list: return list_text(field, v);
        case Type::text:
        case Type::person: return std::string(text(v));
        case Type::share: {
            const auto share = case_.shares[static_cast<std::size_t>(v)];
            const auto lowest = base::lowest_terms(share.num, share.den);
            return base::fraction_text(lowest);
        }
        case Type::period: {
            const auto period = case_.periods[static_cast<std::size_t>(v)];
            return std::to_string(period.amount) + ' ' + std::string(verdict::name(period.unit));
        }
        case Type::outcome: return std::string(verdict::name(static_cast<verdict::Outcome>(v)));
    }
    return {};
}

void Run::collect_value(const model::Field& field, const std::string& name, Value value, std::vector<Evidence>& out) const {
    if (value.known) add_evidence(out, {-1, name, value_text(field, value.v), {}});
}

void Run::collect_parameter(std::uint16_t parameter_id, std::vector<Evidence>& out) {
    const auto before = mark();
    const auto& field = model_.parameters[parameter_id].field;
    collect_value(field, field.name, parameter(parameter_id), out);
    restore(before);
}

void Run::collect_finding(std::uint16_t id, std::vector<Evidence>& out) {
    const auto before = mark();
    const auto found = finding(id);
    restore(before);
    if (found.known) {
        const auto& declared = model_.findings[id];
        collect_value(declared.conclusion, declared.name, found, out);
        const auto act = standing_finding(id);
        if (act != no_index) collect_record(act, out);
    }
    collect_passed_over(id, out);
}

/// Later than the one that stands, and made by somebody who may not make it: the latest of them.
void Run::collect_passed_over(std::uint16_t id, std::vector<Evidence>& out) const {
    std::vector<std::uint32_t> passed;
    for (auto at = s_.findings[id]; at != no_index && !may_stand(id, case_.acts[at]) && passed.size() < most_records; at = s_.earlier[at])
        passed.push_back(at);
    for (auto i = passed.size(); i-- > 0;) {
        const auto& act = case_.acts[passed[i]];
        const auto& who = act.actor ? model_.actors[act.actor.index()].name : case_.text(act.actor_text);
        add_evidence(out, {static_cast<std::int32_t>(act.record),
                           model_.findings[id].name,
                           who,
                           std::string(model::attribute_key(model::Attribute::actor)),
                           {},
                           {},
                           verdict::Disregarded::not_competent});
    }
}

std::string Run::items_text(std::uint64_t mask) const {
    std::string out;
    for (std::size_t i = 0; i < model_.content_names.size() && i < 64; ++i) {
        if ((mask >> i & 1U) == 0) continue;
        if (!out.empty()) out += ' ';
        out += model_.content_names[i];
    }
    return out;
}

std::string Run::attribute_text(model::Attribute attribute, std::int64_t v) const {
    using model::Attribute;
    switch (attribute) {
        case Attribute::date:
        case Attribute::start:
        case Attribute::end:
        case Attribute::materials: return base::iso({static_cast<std::int32_t>(v)});
        case Attribute::actor:
        case Attribute::place:
        case Attribute::reason: return std::string(text(v));
        case Attribute::persons: return persons_text(v);
        case Attribute::entitled:
        case Attribute::present:
        case Attribute::yes:
        case Attribute::no:
        case Attribute::abstain:
        case Attribute::other:
        case Attribute::spoiled:
        case Attribute::registered: return std::to_string(v);
        case Attribute::ballot_form: return std::string(model::ballot_key(static_cast<model::BallotForm>(v)));
        case Attribute::form: return std::string(model::form_key(static_cast<model::Form>(v)));
        case Attribute::contents:
        case Attribute::minutes: return items_text(static_cast<std::uint64_t>(v));
        case Attribute::outcome:
        case Attribute::declared: return std::string(verdict::name(static_cast<verdict::Outcome>(v)));
    }
    return {};
}

void Run::collect_record(std::uint32_t act, std::vector<Evidence>& out) const {
    add_evidence(out, {static_cast<std::int32_t>(case_.acts[act].record), {}, {}, {}});
}

/// What 本次 or a step's standing attempt says, and for the latter its record.
void Run::collect_act_value(const Node& node, std::vector<Evidence>& out) {
    const auto before = mark();
    const auto who = subject(node);
    const bool own_field = node.kind == ExprKind::record_field;
    const auto found = own_field ? recorded_field(node) : attribute(node);
    restore(before);
    if (!found.known) return;
    const auto& step = model_.steps[case_.acts[who.act].step.index()];
    if (own_field) {
        const auto& field = step.fields[node.slot];
        add_evidence(out, {-1, step.name, value_text(field, found.v), field.name});
    } else {
        add_evidence(out, {-1, step.name, attribute_text(node.attribute, found.v), std::string(model::attribute_key(node.attribute))});
    }
    if (node.scope == model::Scope::step) collect_record(who.act, out);
}

/// Of 有 and 个数 how many acts satisfy the condition and which; of 每个 how many of how many, and which do not.
void Run::collect_acts(const Node& node, std::vector<Evidence>& out) {
    const bool steps = node.step != program::none;
    std::vector<std::uint32_t> items;
    for (auto at = steps ? s_.steps[node.step].latest : s_.events[node.event]; at != no_index;
         at = steps ? s_.attempts[at].previous : s_.earlier[at])
        items.push_back(at);
    std::reverse(items.begin(), items.end());

    const auto before = mark();
    const auto saved = bound_[0];
    ++depth_;
    std::int64_t held = 0;
    bool unknown = case_.record_incomplete;
    std::vector<std::uint32_t> shown;
    for (const auto item : items) {
        bound_[0] = steps ? Subject{s_.attempts[item].act, item} : Subject{item, no_index};
        const auto found = node.left == program::none ? Tri::yes : condition(node.left);
        held += found == Tri::yes ? 1 : 0;
        unknown = unknown || found == Tri::unknown;
        if (found == (node.kind == ExprKind::every ? Tri::no : Tri::yes) && shown.size() < most_records) shown.push_back(bound_[0].act);
    }
    --depth_;
    bound_[0] = saved;
    restore(before);

    const auto& name = steps ? model_.steps[node.step].name : model_.events[node.event].name;
    const auto where = node.left == program::none ? std::string{} : model::formula(model_, model::ExprId{node.left}, 1);
    if (!unknown && node.kind != ExprKind::every) add_evidence(out, {-1, name, std::to_string(held), "count", where});
    if (!unknown && node.kind == ExprKind::every && !items.empty())
        add_evidence(out, {-1, name, std::to_string(held) + '/' + std::to_string(items.size()), "held", where});
    for (const auto act : shown) collect_record(act, out);
}

/// How many days lie between two, or which day it is that a period leads to, and how that was counted.
void Run::collect_days(program::ExprIndex expression, std::vector<Evidence>& out) {
    auto counting = counting_of(expression);
    const auto kind = program_.nodes[expression].kind;
    const bool shifted = kind == ExprKind::add_period || kind == ExprKind::subtract_period;
    const auto before = mark();
    auto value = written(expression);
    restore(before);
    if (!counting && (shifted || value.empty())) return;
    const auto* const of =
        shifted ? (kind == ExprKind::add_period ? "day_after" : "day_before") : (kind == ExprKind::days_between ? "days" : "working_days");
    add_evidence(out, {-1, {}, std::move(value), of, {}, std::move(counting)});
}

/// Left to right, each once. Within a quantifier only what does not depend on the act that it is at.
void Run::collect(program::ExprIndex expression, std::vector<Evidence>& out, bool in_quantifier) {
    const auto& node = program_.nodes[expression];
    switch (node.kind) {
        case ExprKind::matter: {
            const auto before = mark();
            const auto& field = model_.fields[node.slot];
            collect_value(field, field.name, matter(node.slot), out);
            restore(before);
            break;
        }
        case ExprKind::parameter: collect_parameter(node.slot, out); break;
        case ExprKind::finding: collect_finding(node.slot, out); break;
        case ExprKind::attribute:
        case ExprKind::record_field:
            if (node.scope == model::Scope::current || node.scope == model::Scope::step) collect_act_value(node, out);
            break;
        case ExprKind::done:
            if (s_.steps[node.step].standing != no_index) collect_record(s_.attempts[s_.steps[node.step].standing].act, out);
            break;
        case ExprKind::exists:
        case ExprKind::every:
        case ExprKind::count:
            if (!in_quantifier) collect_acts(node, out);
            in_quantifier = true;
            break;
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
            if (!in_quantifier) collect_days(expression, out);
            break;
        case ExprKind::conjunction:
        case ExprKind::disjunction:
            for (auto i = node.list.begin; i < node.list.end; ++i)
                collect(static_cast<program::ExprIndex>(program_.numbers[i]), out, in_quantifier);
            break;
        case ExprKind::literal:
        case ExprKind::period:
        case ExprKind::recorded:
        case ExprKind::negate:
        case ExprKind::compare:
        case ExprKind::member:
        case ExprKind::contains:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply: break;
    }
    if (node.left != program::none) collect(node.left, out, in_quantifier);
    if (node.right != program::none) collect(node.right, out, in_quantifier);
}

}  // namespace guicheng::eval
