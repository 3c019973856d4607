#include "model/formula.hpp"

#include <algorithm>
#include <string_view>

#include "base/number.hpp"
#include "model/words.hpp"

namespace guicheng::model {

namespace {

std::string_view sign(base::Comparison op) {
    switch (op) {
        case base::Comparison::less: return " < ";
        case base::Comparison::less_equal: return " <= ";
        case base::Comparison::equal: return " = ";
        case base::Comparison::not_equal: return " != ";
        case base::Comparison::greater_equal: return " >= ";
        case base::Comparison::greater: return " > ";
    }
    return "";
}

/// One of the values that stand for names: of a choice, or of the forms that the language itself knows.
std::string named(const Procedure& p, const Expr& like, std::int64_t value) {
    if (like.choices) {
        const auto& names = p.choice_sets[like.choices.index()].names;
        return value >= 0 && static_cast<std::size_t>(value) < names.size() ? names[static_cast<std::size_t>(value)] : std::string{};
    }
    if (like.attribute == Attribute::form) return std::string(form_key(static_cast<Form>(value)));
    if (like.attribute == Attribute::ballot_form) return std::string(ballot_key(static_cast<BallotForm>(value)));
    return std::to_string(value);
}

std::string literal(const Procedure& p, const Expr& e) {
    switch (e.type) {
        case Type::boolean: return e.value != 0 ? "true" : "false";
        case Type::money: return base::money_text(e.value);
        case Type::date: return base::iso(base::Day{static_cast<std::int32_t>(e.value)});
        case Type::choice: return named(p, e, e.value);
        case Type::text:
        case Type::person: return '"' + e.text + '"';
        case Type::outcome: return e.value == 1 ? "carried" : e.value == 2 ? "lost" : "open";
        case Type::integer:
        case Type::list:
        case Type::share:
        case Type::period:
        case Type::days:
        case Type::working_days: break;
    }
    return std::to_string(e.value);
}

class Formula {
public:
    explicit Formula(const Procedure& p) : p_(p) {}

    std::string write(ExprId id, int depth) const {
        const auto& e = p_.expr(id);
        switch (e.kind) {
            case ExprKind::literal: return literal(p_, e);
            case ExprKind::period: return std::to_string(e.value) + ' ' + std::string(unit_key(e.unit));
            case ExprKind::matter: return p_.fields[e.field.index()].name;
            case ExprKind::parameter: return p_.parameters[e.parameter.index()].field.name;
            case ExprKind::finding: return p_.findings[e.finding.index()].name;
            case ExprKind::attribute: return owner(e, depth) + std::string(attribute_key(e.attribute));
            case ExprKind::record_field: return owner(e, depth) + e.text;
            case ExprKind::done: return "done " + p_.step(e.step).name;
            case ExprKind::recorded: return "recorded " + write(e.left, depth);
            case ExprKind::negate: return "not " + part(e.left, depth);
            case ExprKind::conjunction: return chain(e, " and ", depth);
            case ExprKind::disjunction: return chain(e, " or ", depth);
            case ExprKind::compare: return pair(e, sign(e.op), depth);
            case ExprKind::member: return part(e.left, depth) + " in " + set(e);
            case ExprKind::contains: return part(e.left, depth) + " includes " + set(e);
            case ExprKind::add:
            case ExprKind::add_period: return pair(e, " + ", depth);
            case ExprKind::subtract:
            case ExprKind::subtract_period: return pair(e, " - ", depth);
            case ExprKind::multiply: return pair(e, " * ", depth);
            case ExprKind::days_between: return pair(e, " days ", depth);
            case ExprKind::working_days_between: return pair(e, " working_days ", depth);
            case ExprKind::exists: return over("exists ", e, depth);
            case ExprKind::every: return over("every ", e, depth);
            case ExprKind::count: return over("count ", e, depth);
        }
        return {};
    }

private:
    std::string owner(const Expr& e, int depth) const {
        switch (e.scope) {
            case Scope::none: return {};
            case Scope::current: return "this.";
            case Scope::step: return p_.step(e.step).name + '.';
            case Scope::bound0: return depth > 1 ? "outer." : "";
            case Scope::bound1: return {};
        }
        return {};
    }

    /// In brackets where it has parts of its own.
    std::string part(ExprId id, int depth) const {
        const auto kind = p_.expr(id).kind;
        const bool plain = kind == ExprKind::literal || kind == ExprKind::period || kind == ExprKind::matter ||
                           kind == ExprKind::parameter || kind == ExprKind::finding || kind == ExprKind::attribute ||
                           kind == ExprKind::record_field;
        const auto text = write(id, depth);
        return plain ? text : '(' + text + ')';
    }

    std::string pair(const Expr& e, std::string_view between, int depth) const {
        return part(e.left, depth) + std::string(between) + part(e.right, depth);
    }

    std::string chain(const Expr& e, std::string_view between, int depth) const {
        std::string out;
        for (const auto each : e.parts) {
            if (!out.empty()) out += between;
            out += part(each, depth);
        }
        return out;
    }

    std::string set(const Expr& e) const {
        std::string out;
        for (const auto& name : asked_names(p_, e)) out += (out.empty() ? "" : " ") + name;
        return '{' + out + '}';
    }

    std::string over(std::string_view quantifier, const Expr& e, int depth) const {
        const auto& name = e.step ? p_.step(e.step).name : p_.events[e.event.index()].name;
        auto out = std::string(quantifier) + name;
        if (e.left) out += " (" + write(e.left, depth + 1) + ')';
        return out;
    }

    const Procedure& p_;
};

}  // namespace

std::vector<std::string> asked_names(const Procedure& p, const Expr& e) {
    auto names = e.texts;
    const auto& left = p.expr(e.left);
    if (e.kind == ExprKind::member && !e.values.empty()) {
        names.clear();
        for (const auto value : e.values) names.push_back(named(p, left, value));
    }
    if (e.kind == ExprKind::contains && names.empty()) {
        const auto set = e.choices ? e.choices : left.choices;
        const auto& all = set ? p.choice_sets[set.index()].names : p.content_names;
        for (std::size_t i = 0; i < all.size() && i < 64; ++i)
            if ((static_cast<std::uint64_t>(e.value) >> i & 1U) != 0) names.push_back(all[i]);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string formula(const Procedure& procedure, ExprId id, int depth) {
    return Formula(procedure).write(id, depth);
}

}  // namespace guicheng::model
