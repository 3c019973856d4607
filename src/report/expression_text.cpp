#include "report/expression_text.hpp"

#include <utility>

namespace guicheng::report {

namespace {

using base::Comparison;
using model::Attribute;
using model::Expr;
using model::ExprId;
using model::ExprKind;
using model::Procedure;
using model::Scope;
using model::Type;

/// Deeper trees are cut: no sentence of that depth can be read.
constexpr int deepest = 100;

/// attribute.entitled …: the enumerators in the order of model::Attribute.
std::string_view attribute_name(Attribute attribute) {
    switch (attribute) {
        case Attribute::date: return "date";
        case Attribute::start: return "start";
        case Attribute::end: return "end";
        case Attribute::actor: return "actor";
        case Attribute::entitled: return "entitled";
        case Attribute::present: return "present";
        case Attribute::yes: return "yes";
        case Attribute::no: return "no";
        case Attribute::abstain: return "abstain";
        case Attribute::other: return "other";
        case Attribute::spoiled: return "spoiled";
        case Attribute::registered: return "registered";
        case Attribute::ballot_form: return "ballot_form";
        case Attribute::materials: return "materials";
        case Attribute::contents: return "contents";
        case Attribute::minutes: return "minutes";
        case Attribute::form: return "form";
        case Attribute::place: return "place";
        case Attribute::outcome: return "outcome";
        case Attribute::declared: return "declared";
        case Attribute::reason: return "reason";
    }
    return {};
}

class ExpressionPrinter {
public:
    ExpressionPrinter(const Words& words, const Procedure& procedure, model::StepId current, bool demand)
        : words_(words), procedure_(procedure), current_(current), demand_(demand) {}

    /// As a statement that is true or false.
    std::string condition(ExprId id) {
        if (!id || depth_ >= deepest) return words_.say("expr.deep");
        ++depth_;
        auto text = condition_of(procedure_.expr(id));
        --depth_;
        return text;
    }

private:
    std::string condition_of(const Expr& expr) {
        switch (expr.kind) {
            case ExprKind::done: return words_.say("expr.done", {{"name", step_name(expr.step)}});
            case ExprKind::recorded: return words_.say("expr.recorded", {{"left", operand(expr.left)}});
            case ExprKind::negate: return negation(expr);
            case ExprKind::conjunction: return conjunction(expr);
            case ExprKind::disjunction: return disjunction(expr);
            case ExprKind::compare: return comparison(expr);
            case ExprKind::member: return words_.say("expr.member", {{"left", operand(expr.left)}, {"list", members(expr)}});
            case ExprKind::contains: return words_.say("expr.contains", {{"left", operand(expr.left)}, {"list", contained(expr)}});
            case ExprKind::exists: return quantified(expr, "expr.exists");
            case ExprKind::every: return quantified(expr, "expr.every");
            case ExprKind::literal: return operand_of(expr);
            case ExprKind::matter:
            case ExprKind::parameter:
            case ExprKind::finding:
            case ExprKind::attribute:
            case ExprKind::record_field: return words_.say("expr.is_true", {{"left", operand_of(expr)}});
            case ExprKind::period:
            case ExprKind::add:
            case ExprKind::subtract:
            case ExprKind::multiply:
            case ExprKind::add_period:
            case ExprKind::subtract_period:
            case ExprKind::days_between:
            case ExprKind::working_days_between:
            case ExprKind::count: return operand_of(expr);
        }
        return {};
    }

    /// As a value.
    std::string operand(ExprId id) {
        if (!id || depth_ >= deepest) return words_.say("expr.deep");
        ++depth_;
        auto text = operand_of(procedure_.expr(id));
        --depth_;
        return text;
    }

    std::string operand_of(const Expr& expr) {
        switch (expr.kind) {
            case ExprKind::literal: return literal(expr);
            case ExprKind::period: return words_.amount(measure_of(expr.unit), expr.value);
            case ExprKind::matter: return words_.quoted(procedure_.fields[expr.field.index()].name);
            case ExprKind::parameter:
                return words_.say("expr.parameter", {{"name", procedure_.parameters[expr.parameter.index()].field.name}});
            case ExprKind::finding: return words_.say("expr.finding", {{"name", procedure_.findings[expr.finding.index()].name}});
            case ExprKind::attribute: return of_act(expr, words_.say("attribute." + std::string(attribute_name(expr.attribute))));
            case ExprKind::record_field: return of_act(expr, words_.quoted(record_field_name(expr)));
            case ExprKind::add: return pair(expr, "expr.add");
            case ExprKind::subtract: return pair(expr, "expr.subtract");
            case ExprKind::multiply: return pair(expr, "expr.multiply");
            case ExprKind::add_period: return pair(expr, "expr.add_period");
            case ExprKind::subtract_period: return pair(expr, "expr.subtract_period");
            case ExprKind::days_between: return pair(expr, "expr.days_between");
            case ExprKind::working_days_between: return pair(expr, "expr.working_days_between");
            case ExprKind::count: return quantified(expr, "expr.count");
            case ExprKind::done:
            case ExprKind::recorded:
            case ExprKind::negate:
            case ExprKind::conjunction:
            case ExprKind::disjunction:
            case ExprKind::compare:
            case ExprKind::member:
            case ExprKind::contains:
            case ExprKind::exists:
            case ExprKind::every: return group(condition_of(expr));
        }
        return {};
    }

    std::string literal(const Expr& expr) const {
        switch (expr.type) {
            case Type::boolean: return words_.say(expr.value != 0 ? "expr.true" : "expr.false");
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

    std::string choice_name(model::ChoiceSetId set, std::int64_t index) const {
        const auto& names = procedure_.choice_sets[set.index()].names;
        return index >= 0 && static_cast<std::size_t>(index) < names.size() ? names[static_cast<std::size_t>(index)] : std::string{};
    }

    /// Choices of the matter have names of their own; the forms of acts and ballots are the language's.
    std::string choice(model::ChoiceSetId set, Attribute attribute, std::int64_t value) const {
        if (set) return choice_name(set, value);
        if (attribute == Attribute::form) return words_.form(static_cast<model::Form>(value));
        if (attribute == Attribute::ballot_form) return words_.ballot_form(static_cast<model::BallotForm>(value));
        return std::to_string(value);
    }

    std::string step_name(model::StepId id) const { return id ? procedure_.step(id).name : std::string{}; }

    std::string record_field_name(const Expr& expr) const {
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
        return fields != nullptr && expr.field.index() < fields->size() ? (*fields)[expr.field.index()].name
                                                                        : words_.say("expr.unknown_field");
    }

    std::string of_act(const Expr& expr, const std::string& attribute) const {
        switch (expr.scope) {
            case Scope::none: return attribute;
            case Scope::current: return words_.say("expr.of_current", {{"attribute", attribute}});
            case Scope::step: return words_.say("expr.of_step", {{"step", step_name(expr.step)}, {"attribute", attribute}});
            // Within one quantifier "its" is plain; within two the outer act must be told from the inner.
            case Scope::bound0:
                if (quantifiers_.size() < 2) return words_.say("expr.of_bound", {{"attribute", attribute}});
                return words_.say("expr.of_outer", {{"name", name_of(*quantifiers_.front())}, {"attribute", attribute}});
            case Scope::bound1: return words_.say("expr.of_bound", {{"attribute", attribute}});
        }
        return attribute;
    }

    std::string group(const std::string& inner) const { return words_.say("expr.group", {{"inner", inner}}); }

    static bool is_value(ExprKind kind) {
        return kind == ExprKind::matter || kind == ExprKind::parameter || kind == ExprKind::finding || kind == ExprKind::attribute ||
               kind == ExprKind::record_field;
    }

    std::string negation(const Expr& expr) {
        const auto& inner = procedure_.expr(expr.left);
        if (is_value(inner.kind)) return words_.say("expr.is_false", {{"left", operand(expr.left)}});
        if (inner.kind == ExprKind::exists) return quantified(inner, "expr.not_exists");
        return words_.say("expr.negate", {{"left", group(condition(expr.left))}});
    }

    /// A demand of three parts and more is a list, and needs no brackets.
    std::string conjunction(const Expr& expr) {
        if (!demand_ || expr.parts.size() < 3) return parts(expr, "expr.and");
        std::vector<std::string> items;
        for (const auto part : expr.parts) {
            auto text = condition(part);
            items.push_back(procedure_.expr(part).kind == ExprKind::every ? group(text) : std::move(text));
        }
        return words_.join(items, "expr.and_list");
    }

    /// A demand "not A, or B" is read as it is meant: if A, then B. Not in a condition, where "if … then" would stand within an "if".
    std::string disjunction(const Expr& expr) {
        const auto& first = procedure_.expr(expr.parts.front());
        if (!demand_ || expr.parts.size() != 2 || first.kind != ExprKind::negate) return parts(expr, "expr.or");
        const auto& last = procedure_.expr(expr.parts.back());
        if (last.kind == ExprKind::conjunction || last.kind == ExprKind::disjunction) return parts(expr, "expr.or");
        const auto left = bare_condition(first.left);
        return words_.say("expr.implies", {{"left", left}, {"right", condition(expr.parts.back())}});
    }

    /// A part of a demand that is itself no demand.
    std::string bare_condition(ExprId id) {
        const bool before = std::exchange(demand_, false);
        auto text = condition(id);
        demand_ = before;
        return text;
    }

    std::string parts(const Expr& expr, std::string_view key) {
        std::vector<std::string> items;
        for (const auto part : expr.parts) {
            const auto kind = procedure_.expr(part).kind;
            auto text = condition(part);
            const bool compound = kind == ExprKind::conjunction || kind == ExprKind::disjunction || kind == ExprKind::every;
            items.push_back(compound ? group(text) : std::move(text));
        }
        return words_.join(items, key);
    }

    std::string comparison(const Expr& expr) {
        const auto& left = procedure_.expr(expr.left);
        const auto& right = procedure_.expr(expr.right);
        const bool equality = expr.op == Comparison::equal || expr.op == Comparison::not_equal;
        if (equality && left.type == Type::boolean && right.kind == ExprKind::literal && right.type == Type::boolean) {
            const bool truth = (right.value != 0) == (expr.op == Comparison::equal);
            return words_.say(truth ? "expr.is_true" : "expr.is_false", {{"left", operand(expr.left)}});
        }
        const auto values = {messages::Value{"left", operand(expr.left)}, messages::Value{"right", operand(expr.right)}};
        return words_.say(comparison_key(expr.op, left.type), values);
    }

    static std::string comparison_key(Comparison op, Type type) {
        const bool named = type == Type::boolean || type == Type::choice || type == Type::text || type == Type::person ||
                           type == Type::outcome || type == Type::list;
        const bool date = type == Type::date;
        switch (op) {
            case Comparison::equal: return named || date ? "expr.is" : "expr.equal";
            case Comparison::not_equal: return named || date ? "expr.is_not" : "expr.not_equal";
            case Comparison::less: return date ? "expr.before" : "expr.less";
            case Comparison::less_equal: return date ? "expr.not_after" : "expr.less_equal";
            case Comparison::greater_equal: return date ? "expr.not_before" : "expr.greater_equal";
            case Comparison::greater: return date ? "expr.after" : "expr.greater";
        }
        return "expr.equal";
    }

    std::string members(const Expr& expr) const {
        auto names = expr.texts;
        const auto& left = procedure_.expr(expr.left);
        const auto set = expr.choices ? expr.choices : left.choices;
        for (const auto value : expr.values) names.push_back(choice(set, left.attribute, value));
        return words_.quoted_list(names);
    }

    std::string contained(const Expr& expr) const {
        auto names = expr.texts;
        const auto& left = procedure_.expr(expr.left);
        const auto set = expr.choices ? expr.choices : left.choices;
        const auto& known = set ? procedure_.choice_sets[set.index()].names : procedure_.content_names;
        const auto mask = static_cast<std::uint64_t>(expr.value);
        if (names.empty()) {
            for (std::size_t i = 0; i < known.size() && i < 64; ++i) {
                if ((mask >> i & 1U) != 0) names.push_back(known[i]);
            }
        }
        return words_.quoted_list(names);
    }

    std::string pair(const Expr& expr, std::string_view key) {
        const auto left = factor(expr.left, expr.kind);
        const auto right = factor(expr.right, expr.kind);
        return words_.say(key, {{"left", left}, {"right", right}});
    }

    /// A sum inside a product, and what is subtracted, is put in brackets.
    std::string factor(ExprId id, ExprKind around) {
        auto text = operand(id);
        const auto kind = procedure_.expr(id).kind;
        const bool sum = kind == ExprKind::add || kind == ExprKind::subtract;
        return sum && (around == ExprKind::multiply || around == ExprKind::subtract) ? group(text) : text;
    }

    std::string name_of(const Expr& quantifier) const {
        return quantifier.event ? procedure_.events[quantifier.event.index()].name : step_name(quantifier.step);
    }

    std::string quantified(const Expr& expr, std::string key) {
        const auto name = name_of(expr);
        if (!expr.left) return words_.say(key, {{"name", name}, {"left", ""}});
        quantifiers_.push_back(&expr);
        if (expr.kind == ExprKind::every && demand_) {
            const auto demanded = condition(expr.left);
            quantifiers_.pop_back();
            return words_.say("expr.every_demand", {{"name", name}, {"left", demanded}});
        }
        const auto inner = group(bare_condition(expr.left));
        quantifiers_.pop_back();
        if (expr.kind != ExprKind::every) key += "_where";
        return words_.say(key, {{"name", name}, {"left", inner}});
    }

    const Words& words_;
    const Procedure& procedure_;
    model::StepId current_;
    bool demand_;
    std::vector<const Expr*> quantifiers_;
    int depth_ = 0;
};

}  // namespace

std::string expression_text(const Words& words, const Procedure& procedure, ExprId id, model::StepId current) {
    return ExpressionPrinter(words, procedure, current, false).condition(id);
}

std::string demand_text(const Words& words, const Procedure& procedure, ExprId id, model::StepId current) {
    return ExpressionPrinter(words, procedure, current, true).condition(id);
}

}  // namespace guicheng::report
