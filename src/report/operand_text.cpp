// Values in a condition: fields, attributes of acts, amounts, sums, counts.
#include "model/words.hpp"
#include "report/expression_printer.hpp"

namespace guicheng::report {

namespace {

using base::Comparison;
using model::Attribute;
using model::Expr;
using model::ExprId;
using model::ExprKind;
using model::Scope;
using model::Type;

/// Values told by name: two of them are the same or not.
bool is_named(Type type) {
    return type == Type::boolean || type == Type::choice || type == Type::text || type == Type::person || type == Type::outcome ||
           type == Type::list;
}

}  // namespace

bool is_value(ExprKind kind) {
    return kind == ExprKind::matter || kind == ExprKind::parameter || kind == ExprKind::finding || kind == ExprKind::attribute ||
           kind == ExprKind::record_field;
}

std::string ExpressionPrinter::operand(ExprId id) {
    if (!id || depth_ >= 100) return words_.say("expr.deep");
    ++depth_;
    auto text = operand_of(expr(id));
    --depth_;
    return text;
}

std::string ExpressionPrinter::operand_of(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::literal: return literal(expr);
        case ExprKind::period: return words_.amount(measure_of(expr.unit), expr.value);
        case ExprKind::matter: return words_.quoted(procedure_.fields[expr.field.index()].name);
        case ExprKind::parameter: return words_.say("expr.parameter", {{"name", procedure_.parameters[expr.parameter.index()].field.name}});
        case ExprKind::finding: return words_.say("expr.finding", {{"name", procedure_.findings[expr.finding.index()].name}});
        case ExprKind::attribute:
        case ExprKind::record_field: return of_act(expr, attribute_of(expr));
        case ExprKind::add: return pair(expr, "expr.add");
        case ExprKind::subtract: return pair(expr, "expr.subtract");
        case ExprKind::multiply: return pair(expr, "expr.multiply");
        case ExprKind::add_period: return pair(expr, "expr.add_period");
        case ExprKind::subtract_period: return pair(expr, "expr.subtract_period");
        case ExprKind::days_between: return pair(expr, "expr.days_between");
        case ExprKind::working_days_between: return pair(expr, "expr.working_days_between");
        case ExprKind::count: return words_.say(before(expr.event ? "expr.count.event" : "expr.count.step"), {{"what", what(expr)}});
        case ExprKind::done:
        case ExprKind::recorded:
        case ExprKind::negate:
        case ExprKind::conjunction:
        case ExprKind::disjunction:
        case ExprKind::compare:
        case ExprKind::member:
        case ExprKind::contains:
        case ExprKind::exists:
        case ExprKind::every: return group(condition_of(expr, true));
    }
    return {};
}

std::string ExpressionPrinter::literal(const Expr& expr) const {
    switch (expr.type) {
        case Type::boolean: return truth_word(expr.value != 0);
        case Type::money: return words_.amount(verdict::Measure::money, expr.value);
        case Type::date: return base::iso({static_cast<std::int32_t>(expr.value)});
        case Type::choice: return words_.quoted(choice(expr.choices, expr.attribute, expr.value));
        case Type::text:
        case Type::person: return words_.quoted(expr.text);
        case Type::outcome: return words_.of("outcome", static_cast<verdict::Outcome>(expr.value));
        case Type::days: return words_.amount(verdict::Measure::days, expr.value);
        case Type::working_days: return words_.amount(verdict::Measure::working_days, expr.value);
        case Type::integer:
        case Type::list:
        case Type::share:
        case Type::period: return std::to_string(expr.value);
    }
    return {};
}

/// Choices of the matter have names of their own; the forms of acts and ballots are the language's.
std::string ExpressionPrinter::choice(model::ChoiceSetId set, Attribute attribute, std::int64_t value) const {
    if (set) {
        const auto& names = procedure_.choice_sets[set.index()].names;
        return value >= 0 && static_cast<std::size_t>(value) < names.size() ? names[static_cast<std::size_t>(value)] : std::string{};
    }
    if (attribute == Attribute::form) return words_.form(static_cast<model::Form>(value));
    if (attribute == Attribute::ballot_form) return words_.ballot_form(static_cast<model::BallotForm>(value));
    return std::to_string(value);
}

std::string ExpressionPrinter::record_field_name(const Expr& expr) const {
    const std::vector<model::Field>* fields = nullptr;
    auto step = expr.step;
    auto event = expr.event;
    const bool bound = expr.scope == Scope::bound0 || expr.scope == Scope::bound1;
    if (bound && !step && !event) {
        const std::size_t level = expr.scope == Scope::bound0 ? 0 : 1;
        if (level < quantifiers_.size()) {
            step = quantifiers_[level]->step;
            event = quantifiers_[level]->event;
        }
    }
    if (expr.scope == Scope::current && !step) step = current_;
    if (step) fields = &procedure_.step(step).fields;
    if (event) fields = &procedure_.events[event.index()].fields;
    return fields != nullptr && expr.field.index() < fields->size() ? (*fields)[expr.field.index()].name : words_.say("expr.unknown_field");
}

std::string ExpressionPrinter::attribute_of(const Expr& expr) const {
    if (expr.kind == ExprKind::record_field) return words_.quoted(record_field_name(expr));
    return words_.say("attribute." + std::string(model::attribute_key(expr.attribute)));
}

std::string ExpressionPrinter::current_act() const {
    const bool meets = current_ && procedure_.step(current_).body;
    return words_.say(meets ? "expr.this_meeting" : "expr.this_act");
}

std::string ExpressionPrinter::of_act(const Expr& expr, const std::string& attribute) const {
    switch (expr.scope) {
        case Scope::none: return attribute;
        case Scope::current: return words_.say("expr.of_current", {{"act", current_act()}, {"attribute", attribute}});
        case Scope::step: return words_.say("expr.of_step", {{"step", step_name(expr.step)}, {"attribute", attribute}});
        // Within one quantifier "its" is plain; within two the outer act must be told from the inner.
        case Scope::bound0:
            if (quantifiers_.size() < 2) return words_.say("expr.of_bound", {{"attribute", attribute}});
            return words_.say("expr.of_outer", {{"name", name_of(*quantifiers_.front())}, {"attribute", attribute}});
        case Scope::bound1: return words_.say("expr.of_bound", {{"attribute", attribute}});
    }
    return attribute;
}

std::optional<bool> ExpressionPrinter::asks_truth(const Expr& expr) const {
    if (expr.kind != ExprKind::compare) return std::nullopt;
    const auto& left = this->expr(expr.left);
    const auto& right = this->expr(expr.right);
    const bool equality = expr.op == Comparison::equal || expr.op == Comparison::not_equal;
    if (!equality || left.type != Type::boolean || right.kind != ExprKind::literal || right.type != Type::boolean) return std::nullopt;
    return (right.value != 0) == (expr.op == Comparison::equal);
}

std::string ExpressionPrinter::compared(const Expr& expr, Comparison op) {
    const auto& left = this->expr(expr.left);
    const auto beside = this->expr(expr.right).kind;
    const bool literal = beside == ExprKind::literal;
    const auto right = operand(expr.right);
    if (op == Comparison::equal || op == Comparison::not_equal) {
        std::string key;
        // Two values on record are the same or not; a parameter or a sum is a number that the left side is or is not.
        if (is_value(beside) && beside != ExprKind::parameter) key = "compared.same.";
        if (is_named(left.type)) key = literal ? "compared.name." : "compared.same.";
        if (left.type == Type::date && !literal) key = "compared.day.";
        if (!key.empty()) return words_.say(key + std::string(verdict::name(op)), {{"right", right}});
    }
    return predicate(words_, compared_as(left.type), op, right);
}

std::vector<std::string> ExpressionPrinter::members(const Expr& expr) const {
    auto names = expr.texts;
    const auto& left = this->expr(expr.left);
    const auto set = expr.choices ? expr.choices : left.choices;
    for (const auto value : expr.values) names.push_back(choice(set, left.attribute, value));
    return names;
}

std::vector<std::string> ExpressionPrinter::contained(const Expr& expr) const {
    auto names = expr.texts;
    if (!names.empty()) return names;
    const auto& left = this->expr(expr.left);
    const auto set = expr.choices ? expr.choices : left.choices;
    const auto& known = set ? procedure_.choice_sets[set.index()].names : procedure_.content_names;
    const auto mask = static_cast<std::uint64_t>(expr.value);
    for (std::size_t i = 0; i < known.size() && i < 64; ++i) {
        if ((mask >> i & 1U) != 0) names.push_back(known[i]);
    }
    return names;
}

std::string ExpressionPrinter::pair(const Expr& expr, std::string_view key) {
    const auto left = factor(expr.left, expr.kind);
    const auto right = factor(expr.right, expr.kind);
    return words_.say(key, {{"left", left}, {"right", right}});
}

/// A sum inside a product, and what is subtracted, is put in brackets.
std::string ExpressionPrinter::factor(ExprId id, ExprKind around) {
    auto text = operand(id);
    const auto kind = expr(id).kind;
    const bool sum = kind == ExprKind::add || kind == ExprKind::subtract;
    return sum && (around == ExprKind::multiply || around == ExprKind::subtract) ? group(text) : text;
}

std::string ExpressionPrinter::name_of(const Expr& quantifier) const {
    return quantifier.event ? procedure_.events[quantifier.event.index()].name : step_name(quantifier.step);
}

std::string ExpressionPrinter::what(const Expr& quantifier) {
    auto name = words_.quoted(name_of(quantifier));
    if (!quantifier.left) return name;
    quantifiers_.push_back(&quantifier);
    const auto inner = condition(quantifier.left);
    quantifiers_.pop_back();
    return words_.say("expr.where", {{"what", std::move(name)}, {"inner", inner}});
}

std::string ExpressionPrinter::each(const Expr& quantifier) const {
    const std::string key = quantifier.event ? "expr.each.event" : "expr.each.step";
    return words_.say(before(key), {{"name", name_of(quantifier)}});
}

}  // namespace guicheng::report
