// Demands: what must, must not, should or may be so. The word stands with the verb, as a regulation writes it.
#include <algorithm>

#include "report/expression_printer.hpp"
#include "report/expression_text.hpp"

namespace guicheng::report {

using model::Expr;
using model::ExprId;
using model::ExprKind;

namespace {

bool forbids(Modal modal) {
    return modal == Modal::must_not || modal == Modal::should_not;
}

}  // namespace

std::string ExpressionPrinter::demand(ExprId id, Modal modal, bool top) {
    if (!id || depth_ >= 100) return words_.say("expr.deep");
    ++depth_;
    auto text = demand_of(expr(id), modal, top);
    --depth_;
    return text;
}

std::string ExpressionPrinter::demand_of(const Expr& expr, Modal modal, bool top) {
    const auto word = modal_word(words_, modal);
    switch (expr.kind) {
        case ExprKind::negate: return modal == Modal::may ? general(expr, modal) : demand(expr.left, opposite(modal), top);
        case ExprKind::conjunction:
        case ExprKind::disjunction: return demand_chain(expr, modal, top);
        case ExprKind::compare: {
            if (const auto asked = asks_truth(expr)) {
                const auto said = words_.say("compared.truth", {{"value", truth_word(*asked != forbids(modal))}});
                return demand_predicate(expr.left, demanded(words_, forbids(modal) ? opposite(modal) : modal, said));
            }
            const auto& left = this->expr(expr.left);
            const bool equality = expr.op == base::Comparison::equal || expr.op == base::Comparison::not_equal;
            if (!equality)
                return demand_predicate(expr.left, demanded(words_, modal, compared_as(left.type), expr.op, operand(expr.right)));
            const bool flip = expr.op == base::Comparison::not_equal && modal != Modal::may;
            const auto said = compared(expr, flip ? base::Comparison::equal : expr.op);
            return demand_predicate(expr.left, demanded(words_, flip ? opposite(modal) : modal, said));
        }
        case ExprKind::member:
            return demand_predicate(expr.left,
                                    demanded(words_, modal, words_.say("compared.member", {{"list", words_.quoted_list(members(expr))}})));
        case ExprKind::contains: {
            const auto names = contained(expr);
            return words_.say(forbids(modal) && names.size() > 1 ? "demand.contains_all" : "demand.contains",
                              {{"left", operand(expr.left)}, {"modal", word}, {"list", words_.quoted_list(names)}});
        }
        case ExprKind::exists:
            return words_.say(modal == Modal::may ? "demand.exists" : before("demand.exists"), {{"modal", word}, {"what", what(expr)}});
        case ExprKind::done: return words_.say("demand.done", {{"modal", word}, {"name", step_name(expr.step)}});
        case ExprKind::recorded: return demand_recorded(expr, modal);
        case ExprKind::every: return forbids(modal) || !expr.left ? general(expr, modal) : demand_every(expr, modal, top);
        case ExprKind::matter:
        case ExprKind::parameter:
        case ExprKind::finding:
        case ExprKind::attribute:
        case ExprKind::record_field: {
            const auto said = words_.say("compared.truth", {{"value", truth_word(!forbids(modal))}});
            const auto rest = demanded(words_, forbids(modal) ? opposite(modal) : modal, said);
            return words_.say("demand.subject", {{"left", operand_of(expr)}, {"rest", rest}});
        }
        case ExprKind::literal:
        case ExprKind::period:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::count: return general(expr, modal);
    }
    return {};
}

std::string ExpressionPrinter::general(const Expr& expr, Modal modal) {
    return words_.say("demand.general", {{"modal", modal_word(words_, modal)}, {"condition", condition_of(expr, true)}});
}

std::string ExpressionPrinter::demand_predicate(ExprId left, const std::string& rest) {
    return words_.say("demand.subject", {{"left", operand(left)}, {"rest", rest}});
}

std::string ExpressionPrinter::demand_recorded(const Expr& expr, Modal modal) {
    const auto& of = this->expr(expr.left);
    const auto word = modal_word(words_, modal);
    const bool own = of.scope == model::Scope::current && (of.kind == ExprKind::attribute || of.kind == ExprKind::record_field);
    if (!own) return words_.say("demand.recorded", {{"left", operand(expr.left)}, {"modal", word}});
    const bool minutes = of.kind == ExprKind::attribute && of.attribute == model::Attribute::minutes;
    if (minutes) return words_.say("demand.minutes", {{"act", current_act()}, {"modal", word}});
    return words_.say("demand.records", {{"act", current_act()}, {"modal", word}, {"attribute", attribute_of(of)}});
}

/// "Not A, or B" is read as it is meant: if A, then B.
bool ExpressionPrinter::implication(const Expr& expr) const {
    return expr.kind == ExprKind::disjunction && expr.parts.size() == 2 && expr.parts.front() &&
           this->expr(expr.parts.front()).kind == ExprKind::negate &&
           (!expr.parts.back() || this->expr(expr.parts.back()).kind != ExprKind::negate);
}

std::string ExpressionPrinter::demand_chain(const Expr& expr, Modal modal, bool top) {
    if (expr.parts.empty()) return words_.say("expr.deep");
    const bool any = expr.kind == ExprKind::disjunction;
    const auto chain = chain_of(expr, true);
    if (!forbids(modal) && modal != Modal::may && implication(expr)) {
        const auto given = condition(this->expr(expr.parts.front()).left);
        return words_.say("demand.implies", {{"left", given}, {"right", demand(expr.parts.back(), modal, top)}});
    }
    if (const auto how = shape(chain); how != Shape::none) {
        if (auto text = demand_shape(chain, how, any, modal); !text.empty()) return text;
    }
    if (top && (any || forbids(modal) || expr.parts.size() > 2)) return demand_list(chain, any, modal);
    if (any || forbids(modal) || modal == Modal::may) return general(expr, modal);
    std::vector<std::string> texts;
    for (const auto part : expr.parts) {
        auto text = demand(part, modal, false);
        texts.push_back(compound(bare(part, true)) ? group(text) : std::move(text));
    }
    return words_.join(texts, "expr.and");
}

std::string ExpressionPrinter::demand_shape(const Chain& chain, Shape how, bool any, Modal modal) {
    const auto list = words_.join(subjects(chain, how));
    const auto word = modal_word(words_, modal);
    const auto& first = chain.parts.front();
    if (how == Shape::values) {
        const auto* const key = forbids(modal) ? (any ? "demand.all_are_truth" : "demand.not_all_are_truth")
                                               : (any ? "demand.any_is_truth" : "demand.all_are_truth");
        return words_.say(key, {{"list", list}, {"modal", word}, {"value", truth_word(first.truth)}});
    }
    if (!first.truth || forbids(modal)) return {};
    if (how == Shape::contains) {
        return words_.say(any ? "demand.contains_any" : "demand.contains",
                          {{"left", operand(expr(first.id).left)}, {"modal", word}, {"list", list}});
    }
    return any ? words_.say(before("demand.any_exists"), {{"list", list}, {"modal", word}}) : std::string{};
}

std::string ExpressionPrinter::demand_list(const Chain& chain, bool any, Modal modal) {
    std::vector<std::string> texts;
    for (const auto& part : chain.parts) {
        const bool conditional = !any && !forbids(modal) && part.truth && part.id && implication(expr(part.id));
        texts.push_back(conditional ? demand(part.id, modal, false) : condition(part.id, part.truth));
    }
    const auto* const key =
        forbids(modal) ? (any ? "demand.list.none" : "demand.list.not_all") : (any ? "demand.list.any" : "demand.list.all");
    return words_.say(key, {{"modal", modal_word(words_, modal)}, {"items", items(texts)}});
}

/// Whether the demand begins with its 须, so that 都 may stand before it.
bool ExpressionPrinter::opens_with_modal(const Expr& expr) const {
    if (expr.kind == ExprKind::exists || expr.kind == ExprKind::done) return true;
    const bool conjunction = expr.kind == ExprKind::conjunction && expr.parts.size() > 2;
    const bool disjunction = expr.kind == ExprKind::disjunction && !implication(expr);
    return (conjunction || disjunction) && shape(chain_of(expr, true)) == Shape::none;
}

std::string ExpressionPrinter::demand_every(const Expr& expr, Modal modal, bool top) {
    const auto each_one = each(expr);
    const bool opens = top && opens_with_modal(this->expr(expr.left));
    quantifiers_.push_back(&expr);
    const auto inner = demand(expr.left, modal, top);
    quantifiers_.pop_back();
    return words_.say(opens ? "demand.every_one" : "demand.every", {{"each", each_one}, {"left", inner}});
}

std::string demand_text(const Words& words, const model::Procedure& procedure, ExprId id, Modal modal, model::StepId current) {
    return ExpressionPrinter(words, procedure, current).demand(id, modal, true);
}

}  // namespace guicheng::report
