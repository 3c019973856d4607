// The comparisons by which a demand was met or not, with their figures (judging, section 12). Nothing here decides anything.
#include <algorithm>

#include "eval/run.hpp"
#include "model/formula.hpp"
#include "model/words.hpp"
#include "verdict/names.hpp"

namespace guicheng::eval {

using model::ExprKind;
using model::Type;
using verdict::Compared;
using verdict::Relation;
using verdict::Side;
using verdict::Term;

namespace {

/// Of one requirement.
constexpr std::size_t most_comparisons = 24;
/// Of one 有 or 每个.
constexpr std::size_t most_acts = 3;

bool is_arithmetic(ExprKind kind) {
    return kind == ExprKind::add || kind == ExprKind::subtract || kind == ExprKind::multiply || kind == ExprKind::add_period ||
           kind == ExprKind::subtract_period || kind == ExprKind::days_between || kind == ExprKind::working_days_between;
}

bool is_sum(ExprKind kind) {
    return kind == ExprKind::add || kind == ExprKind::subtract || kind == ExprKind::add_period || kind == ExprKind::subtract_period;
}

/// Whether an operand stands in brackets: all but a product in a sum or to the left of a product, and a sum to the left of a sum.
bool bracketed(ExprKind around, ExprKind inner, bool left) {
    if (!is_arithmetic(inner)) return false;
    if (inner == ExprKind::multiply && is_sum(around)) return false;
    if (inner == ExprKind::multiply && around == ExprKind::multiply && left) return false;
    return !(is_sum(inner) && is_sum(around) && left);
}

const char* sign_of(ExprKind kind) {
    if (kind == ExprKind::add || kind == ExprKind::add_period) return "+";
    if (kind == ExprKind::subtract || kind == ExprKind::subtract_period) return "-";
    if (kind == ExprKind::multiply) return "*";
    return kind == ExprKind::days_between ? "days" : "working_days";
}

Term sign(std::string_view text) {
    Term out;
    out.sign = text;
    return out;
}

Relation relation_of(base::Comparison op) {
    switch (op) {
        case base::Comparison::less: return Relation::less;
        case base::Comparison::less_equal: return Relation::less_equal;
        case base::Comparison::equal: return Relation::equal;
        case base::Comparison::not_equal: return Relation::not_equal;
        case base::Comparison::greater_equal: return Relation::greater_equal;
        case base::Comparison::greater: return Relation::greater;
    }
    return Relation::equal;
}

verdict::Answer answer_of(Tri truth) {
    return truth == Tri::yes ? verdict::Answer::yes : truth == Tri::no ? verdict::Answer::no : verdict::Answer::unknown;
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : " ") + name;
    return out;
}

}  // namespace

void Run::collect_compared(const Row& row, verdict::Finding& finding) {
    auto demand = row.demand;
    if (row.kind == model::RequirementKind::choice) {
        if (finding.situation < 0 || static_cast<std::uint32_t>(finding.situation) >= row.situations.size()) return;
        demand = program_.situations[row.situations.begin + static_cast<std::uint32_t>(finding.situation)].demand;
    }
    if (demand == program::none) return;
    switch (finding.result) {
        case Result::satisfied:
        case Result::violated:
        case Result::excused:
        case Result::pending:
        case Result::undetermined: break;
        case Result::unregulated:
        case Result::not_applicable:
        case Result::not_reached: return;
    }
    const auto before = mark();
    compare_parts(demand, condition(demand), {}, finding);
    restore(before);
}

/// The parts that made it what it is: of a chain those that are as the whole is.
void Run::compare_parts(program::ExprIndex expression, Tri truth, const std::vector<Term>& within, verdict::Finding& finding) {
    if (finding.compared.size() >= most_comparisons) return;
    const auto& node = program_.nodes[expression];
    switch (node.kind) {
        case ExprKind::negate: compare_parts(node.left, negated(truth), within, finding); return;
        case ExprKind::conjunction:
        case ExprKind::disjunction:
            for (auto i = node.list.begin; i < node.list.end; ++i) {
                const auto part = static_cast<program::ExprIndex>(program_.numbers[i]);
                if (condition(part) == truth) compare_parts(part, truth, within, finding);
            }
            return;
        case ExprKind::exists:
        case ExprKind::every: compare_acts(expression, truth, within, finding); return;
        case ExprKind::literal:
        case ExprKind::period:
        case ExprKind::matter:
        case ExprKind::parameter:
        case ExprKind::finding:
        case ExprKind::attribute:
        case ExprKind::record_field:
        case ExprKind::done:
        case ExprKind::recorded:
        case ExprKind::compare:
        case ExprKind::member:
        case ExprKind::contains:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::count: finding.compared.push_back(comparison_of(expression, truth, within)); return;
    }
}

/// How many comparisons would be shown; a quantifier counts as one.
std::size_t Run::parts_to_compare(program::ExprIndex expression, Tri truth) {
    const auto& node = program_.nodes[expression];
    if (node.kind == ExprKind::negate) return parts_to_compare(node.left, negated(truth));
    if (node.kind != ExprKind::conjunction && node.kind != ExprKind::disjunction) return 1;
    std::size_t out = 0;
    for (auto i = node.list.begin; i < node.list.end; ++i) {
        const auto part = static_cast<program::ExprIndex>(program_.numbers[i]);
        if (condition(part) == truth) out += parts_to_compare(part, truth);
    }
    return out;
}

/// How many acts satisfy; then, unless the demand is met, the first acts for which the condition is as the whole is. Of 有 those with the
/// fewest comparisons stand first: they came nearest.
void Run::compare_acts(program::ExprIndex expression, Tri truth, const std::vector<Term>& within, verdict::Finding& finding) {
    const auto& node = program_.nodes[expression];
    const bool steps = node.step != program::none;
    const auto& name = steps ? model_.steps[node.step].name : model_.events[node.event].name;
    std::vector<std::uint32_t> items;
    for (auto at = steps ? s_.steps[node.step].latest : s_.events[node.event]; at != no_index;
         at = steps ? s_.attempts[at].previous : s_.earlier[at])
        items.push_back(at);
    std::reverse(items.begin(), items.end());

    const auto level = static_cast<std::size_t>(depth_ < 2 ? depth_ : 1);
    const auto saved = bound_[level];
    const auto go_to = [&](std::uint32_t item) { bound_[level] = steps ? Subject{s_.attempts[item].act, item} : Subject{item, no_index}; };
    ++depth_;
    std::size_t held = 0;
    std::size_t unknown = 0;
    std::vector<std::pair<std::size_t, std::size_t>> same;  // how many comparisons, and its place among the acts
    const bool shows_acts = finding.result != Result::satisfied && node.left != program::none;
    for (std::size_t i = 0; i < items.size(); ++i) {
        go_to(items[i]);
        const auto found = node.left == program::none ? Tri::yes : condition(node.left);
        held += found == Tri::yes ? 1U : 0U;
        unknown += found == Tri::unknown ? 1U : 0U;
        if (!shows_acts || found != truth) continue;
        if (node.kind == ExprKind::every && same.size() >= most_acts) continue;
        same.emplace_back(node.kind == ExprKind::every ? 0 : parts_to_compare(node.left, found), i);
    }
    std::sort(same.begin(), same.end());

    Compared out;
    out.within = within;
    out.relation = node.kind == ExprKind::every ? Relation::every : Relation::exists;
    out.holds = answer_of(truth);
    out.left.value = std::to_string(held) + '/' + std::to_string(items.size());
    out.left.terms.push_back({{}, -1, name, "held", out.left.value});
    if (unknown > 0) out.left.terms.push_back({{}, -1, name, "unknown", std::to_string(unknown)});
    if (node.left != program::none) out.right.value = model::formula(model_, model::ExprId{node.left}, depth_);
    finding.compared.push_back(std::move(out));

    for (std::size_t i = 0; i < same.size() && i < most_acts; ++i) {
        go_to(items[same[i].second]);
        auto inside = within;
        inside.push_back({{}, static_cast<std::int32_t>(case_.acts[bound_[level].act].record), name, {}, {}});
        compare_parts(node.left, truth, inside, finding);
    }
    --depth_;
    bound_[level] = saved;
}

Compared Run::comparison_of(program::ExprIndex expression, Tri truth, const std::vector<Term>& within) {
    const auto& node = program_.nodes[expression];
    Compared out;
    out.within = within;
    out.holds = answer_of(truth);
    auto left = node.left;
    if (node.kind == ExprKind::compare) {
        out.relation = relation_of(node.op);
        out.right = side_of(node.right);
    } else if (node.kind == ExprKind::member || node.kind == ExprKind::contains) {
        out.relation = node.kind == ExprKind::member ? Relation::one_of : Relation::contains;
        out.right.value = joined(model::asked_names(model_, model_.expr(model::ExprId{expression})));
    } else if (node.kind == ExprKind::recorded) {
        out.relation = Relation::recorded;
    } else if (node.kind == ExprKind::done) {
        out.relation = Relation::done;
        out.left.value = truth == Tri::yes ? "true" : truth == Tri::no ? "false" : "";
        out.left.terms.push_back({{}, -1, model_.steps[node.step].name, "done", out.left.value});
        return out;
    } else {
        out.relation = Relation::is_true;
        left = expression;
    }
    out.type = program_.nodes[left].type;
    out.left = side_of(left);
    return out;
}

Side Run::side_of(program::ExprIndex expression) {
    Side out;
    add_terms(expression, out.terms);
    out.value = written(expression);
    return out;
}

void Run::add_terms(program::ExprIndex expression, std::vector<Term>& out) {
    const auto& node = program_.nodes[expression];
    if (!is_arithmetic(node.kind)) {
        out.push_back(term_of(expression));
        return;
    }
    const auto operand = [&](program::ExprIndex inner, bool left) {
        const bool brackets = bracketed(node.kind, program_.nodes[inner].kind, left);
        if (brackets) out.push_back(sign("("));
        add_terms(inner, out);
        if (brackets) out.push_back(sign(")"));
    };
    operand(node.left, true);
    out.push_back(sign(sign_of(node.kind)));
    out.back().counting = counting_of(expression);
    operand(node.right, false);
}

Term Run::term_of(program::ExprIndex expression) {
    const auto& node = program_.nodes[expression];
    Term out;
    out.value = written(expression);
    switch (node.kind) {
        case ExprKind::literal:
        case ExprKind::period: break;
        case ExprKind::matter: out.name = model_.fields[node.slot].name; break;
        case ExprKind::parameter: out.name = model_.parameters[node.slot].field.name; break;
        case ExprKind::finding: out.name = model_.findings[node.slot].name; break;
        case ExprKind::attribute:
        case ExprKind::record_field: {
            out.of = node.kind == ExprKind::attribute ? std::string(model::attribute_key(node.attribute))
                                                      : model_.expr(model::ExprId{expression}).text;
            if (const auto who = subject(node); who.act != no_index) {
                out.record = static_cast<std::int32_t>(case_.acts[who.act].record);
                out.name = act_name(case_.acts[who.act]);
            } else {
                const auto step = node.scope == model::Scope::current ? at_.step : node.step;
                if (step != program::none) out.name = step_name(step);
            }
            break;
        }
        case ExprKind::count:
            out.name = node.step != program::none ? model_.steps[node.step].name : model_.events[node.event].name;
            out.of = "count";
            if (node.left != program::none) out.where = model::formula(model_, model::ExprId{node.left}, depth_ + 1);
            break;
        case ExprKind::done:
        case ExprKind::recorded:
        case ExprKind::negate:
        case ExprKind::conjunction:
        case ExprKind::disjunction:
        case ExprKind::compare:
        case ExprKind::member:
        case ExprKind::contains:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::exists:
        case ExprKind::every: out.name = model::formula(model_, model::ExprId{expression}, depth_); break;
    }
    return out;
}

/// The value of an expression in canonical writing; empty where it is not known.
std::string Run::written(program::ExprIndex expression) {
    const auto& node = program_.nodes[expression];
    if (node.kind == ExprKind::period) return std::to_string(node.value) + ' ' + std::string(verdict::name(node.unit));
    const auto found = value(expression);
    if (!found.known) return {};
    const auto& expr = model_.expr(model::ExprId{expression});
    const bool own_names =
        node.kind == ExprKind::attribute || (node.kind == ExprKind::literal && node.type == Type::choice && !expr.choices);
    if (own_names) return attribute_text(node.attribute, found.v);
    model::Field like;
    like.type = node.type;
    like.choices = expr.choices;
    return value_text(like, found.v);
}

}  // namespace guicheng::eval
