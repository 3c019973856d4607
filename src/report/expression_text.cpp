// Conditions: what is so, or is not.
#include "report/expression_text.hpp"

#include <algorithm>

#include "report/expression_printer.hpp"

namespace guicheng::report {

using model::Expr;
using model::ExprId;
using model::ExprKind;

std::string ExpressionPrinter::condition(ExprId id, bool truth) {
    // Deeper trees are cut: no sentence of that depth can be read.
    if (!id || depth_ >= 100) return words_.say("expr.deep");
    ++depth_;
    auto text = condition_of(expr(id), truth);
    --depth_;
    return text;
}

std::string ExpressionPrinter::condition_of(const Expr& expr, bool truth) {
    switch (expr.kind) {
        case ExprKind::done: return words_.say(truth ? "expr.done" : "expr.not_done", {{"name", step_name(expr.step)}});
        case ExprKind::recorded: return recorded(expr, truth);
        case ExprKind::negate: return condition(expr.left, !truth);
        case ExprKind::conjunction:
        case ExprKind::disjunction: return chain_text(chain_of(expr, truth));
        case ExprKind::compare: {
            if (const auto asked = asks_truth(expr)) {
                return words_.say("expr.is_truth", {{"left", operand(expr.left)}, {"value", truth_word(*asked == truth)}});
            }
            const auto said = compared(expr, truth ? expr.op : negated(expr.op));
            return words_.say("expr.is", {{"left", operand(expr.left)}, {"predicate", said}});
        }
        case ExprKind::member: {
            const auto names = words_.quoted_list(members(expr));
            return words_.say(truth ? "expr.member" : "expr.not_member", {{"left", operand(expr.left)}, {"list", names}});
        }
        case ExprKind::contains: {
            const auto names = contained(expr);
            const auto* const key = truth ? "expr.contains" : names.size() > 1 ? "expr.not_contains_all" : "expr.not_contains";
            return words_.say(key, {{"left", operand(expr.left)}, {"list", words_.quoted_list(names)}});
        }
        case ExprKind::exists: return words_.say(truth ? "expr.exists" : "expr.not_exists", {{"what", what(expr)}});
        case ExprKind::every: return quantified_condition(expr, truth);
        case ExprKind::matter:
        case ExprKind::parameter:
        case ExprKind::finding:
        case ExprKind::attribute:
        case ExprKind::record_field: return words_.say("expr.is_truth", {{"left", operand_of(expr)}, {"value", truth_word(truth)}});
        case ExprKind::literal:
        case ExprKind::period:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::count: return truth ? operand_of(expr) : words_.say("expr.negate", {{"left", group(operand_of(expr))}});
    }
    return {};
}

std::string ExpressionPrinter::recorded(const Expr& expr, bool truth) {
    const auto& of = this->expr(expr.left);
    if (of.kind == ExprKind::attribute && of.attribute == model::Attribute::minutes && of.scope == model::Scope::current) {
        return words_.say(truth ? "expr.has_minutes" : "expr.has_no_minutes", {{"act", current_act()}});
    }
    return words_.say(truth ? "expr.recorded" : "expr.not_recorded", {{"left", operand(expr.left)}});
}

std::string ExpressionPrinter::quantified_condition(const Expr& expr, bool truth) {
    const auto each_one = each(expr);
    if (!expr.left) return words_.say("expr.deep");
    quantifiers_.push_back(&expr);
    const auto inner = group(condition(expr.left));
    quantifiers_.pop_back();
    return words_.say(truth ? "expr.every" : "expr.not_every", {{"each", each_one}, {"left", inner}});
}

ExpressionPrinter::Part ExpressionPrinter::bare(ExprId id, bool truth) const {
    while (id && expr(id).kind == ExprKind::negate) {
        id = expr(id).left;
        truth = !truth;
    }
    return {id, truth};
}

/// "Not all of" is "any of … not", "not any of" is "all of … not": true in three values as in two.
ExpressionPrinter::Chain ExpressionPrinter::chain_of(const Expr& expr, bool truth) const {
    Chain chain;
    chain.any = (expr.kind == ExprKind::disjunction) == truth;
    for (const auto part : expr.parts) chain.parts.push_back(bare(part, truth));
    return chain;
}

bool ExpressionPrinter::same_value(ExprId left, ExprId right) const {
    const auto& a = expr(left);
    const auto& b = expr(right);
    return is_value(a.kind) && a.kind == b.kind && a.scope == b.scope && a.field == b.field && a.parameter == b.parameter &&
           a.finding == b.finding && a.step == b.step && a.event == b.event && a.attribute == b.attribute;
}

ExpressionPrinter::Shape ExpressionPrinter::shape(const Chain& chain) const {
    const auto& first = chain.parts.front();
    if (!first.id) return Shape::none;
    const auto all = [&](auto fits) {
        return chain.parts.size() > 1 && std::all_of(chain.parts.begin(), chain.parts.end(), [&](const Part& part) {
                   return part.id && part.truth == first.truth && fits(expr(part.id));
               });
    };
    if (all([](const Expr& part) { return is_value(part.kind); })) return Shape::values;
    if (all([](const Expr& part) { return part.kind == ExprKind::exists; })) {
        return chain.any == first.truth ? Shape::exists : Shape::none;
    }
    const auto same_list = [&](const Expr& part) {
        return part.kind == ExprKind::contains && same_value(part.left, expr(first.id).left) && (!chain.any || contained(part).size() == 1);
    };
    return first.truth && expr(first.id).kind == ExprKind::contains && all(same_list) ? Shape::contains : Shape::none;
}

std::vector<std::string> ExpressionPrinter::subjects(const Chain& chain, Shape shape) {
    std::vector<std::string> said;
    for (const auto& part : chain.parts) {
        const auto& each = expr(part.id);
        if (shape == Shape::values) said.push_back(operand(part.id));
        if (shape == Shape::exists) said.push_back(what(each));
        if (shape == Shape::contains) {
            for (const auto& name : contained(each)) said.push_back(words_.quoted(name));
        }
    }
    return said;
}

std::string ExpressionPrinter::chain_text(const Chain& chain) {
    if (chain.parts.empty()) return words_.say("expr.deep");
    const auto& first = chain.parts.front();
    const auto how = shape(chain);
    if (how == Shape::none) return joined(chain);
    const auto list = words_.join(subjects(chain, how));
    switch (how) {
        case Shape::none: break;
        case Shape::values:
            return words_.say(chain.any ? "expr.any_is_truth" : "expr.all_are_truth", {{"list", list}, {"value", truth_word(first.truth)}});
        case Shape::contains:
            return words_.say(chain.any ? "expr.contains_any" : "expr.contains", {{"left", operand(expr(first.id).left)}, {"list", list}});
        case Shape::exists: return words_.say(chain.any ? "expr.any_exists" : "expr.none_exists", {{"list", list}});
    }
    return {};
}

bool ExpressionPrinter::compound(const Part& part) const {
    if (!part.id) return false;
    const auto& inner = expr(part.id);
    if (inner.kind == ExprKind::every) return true;
    const bool chain = inner.kind == ExprKind::conjunction || inner.kind == ExprKind::disjunction;
    return chain && !inner.parts.empty() && shape(chain_of(inner, part.truth)) == Shape::none;
}

std::string ExpressionPrinter::bracketed(const Part& part) {
    auto text = condition(part.id, part.truth);
    return compound(part) ? group(text) : text;
}

std::string ExpressionPrinter::joined(const Chain& chain) {
    std::vector<std::string> texts;
    for (const auto& part : chain.parts) texts.push_back(bracketed(part));
    return words_.join(texts, chain.any ? "expr.or" : "expr.and");
}

/// （一）…；（二）…
std::string ExpressionPrinter::items(const std::vector<std::string>& texts) const {
    std::vector<std::string> numbered;
    for (const auto& text : texts) {
        numbered.push_back(words_.say("expr.item", {{"n", words_.mark(numbered.size() + 1)}, {"item", text}}));
    }
    return words_.join(numbered, "detail_join");
}

std::optional<ExpressionPrinter::List> ExpressionPrinter::list(ExprId id) {
    if (!id) return std::nullopt;
    const auto top = bare(id, true);
    if (!top.id || (expr(top.id).kind != ExprKind::conjunction && expr(top.id).kind != ExprKind::disjunction)) return std::nullopt;
    const auto chain = chain_of(expr(top.id), top.truth);
    if (chain.parts.empty() || shape(chain) != Shape::none) return std::nullopt;
    const bool nested = std::any_of(chain.parts.begin(), chain.parts.end(), [&](const Part& part) { return compound(part); });
    if (chain.parts.size() < 3 && !nested) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto& part : chain.parts) texts.push_back(condition(part.id, part.truth));
    return List{chain.any, items(texts)};
}

std::string expression_text(const Words& words, const model::Procedure& procedure, ExprId id, model::StepId current) {
    return ExpressionPrinter(words, procedure, current).condition(id);
}

std::string operand_text(const Words& words, const model::Procedure& procedure, ExprId id, model::StepId current) {
    return ExpressionPrinter(words, procedure, current).operand(id);
}

std::string conditional_sentence(const Words& words, const model::Procedure& procedure, ExprId id, std::string_view key,
                                 model::StepId current, std::initializer_list<messages::Value> more) {
    ExpressionPrinter printer(words, procedure, current);
    std::vector<messages::Value> values(more);
    if (auto list = printer.list(id)) {
        values.emplace_back("condition", std::move(list->items));
        return words.say(std::string(key) + (list->any ? ".any" : ".all"), values);
    }
    values.emplace_back("condition", printer.condition(id));
    return words.say(key, values);
}

}  // namespace guicheng::report
