#include "program/direct_forms.hpp"

#include <limits>
#include <optional>

namespace guicheng::program {

namespace {

using model::Attribute;
using model::ExprKind;
using model::Scope;

class DateChecks {
public:
    explicit DateChecks(Program& program) : program_(program) {}

    /// The check that an `every` over a step comes to, if it is one.
    void add(Node& node) {
        DateCheck check;
        check.steps[0] = node.step;
        const Node* demand = &program_.nodes[node.left];
        if (is_every_step(*demand)) {
            check.steps[1] = demand->step;
            demand = &program_.nodes[demand->left];
        }
        outer_ = check.steps[0];
        inner_ = check.steps[1];
        const auto begin = program_.date_gaps.size();
        if (!gaps(*demand) || program_.date_checks.size() >= none) {
            program_.date_gaps.resize(begin);
            return;
        }
        check.gaps = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(program_.date_gaps.size())};
        node.dates = static_cast<std::uint16_t>(program_.date_checks.size());
        program_.date_checks.push_back(check);
    }

    static bool is_every_step(const Node& node) { return node.kind == ExprKind::every && node.step != none && node.left != none; }

private:
    /// One comparison, or several that must all hold.
    bool gaps(const Node& demand) {
        if (demand.kind != ExprKind::conjunction) return gap(demand);
        for (auto i = demand.list.begin; i < demand.list.end; ++i)
            if (!gap(program_.nodes[static_cast<std::size_t>(program_.numbers[i])])) return false;
        return true;
    }

    bool gap(const Node& node) {
        if (node.kind != ExprKind::compare) return false;
        const auto& left = program_.nodes[node.left];
        const auto& right = program_.nodes[node.right];
        const bool counted = left.kind == ExprKind::days_between;
        if (counted && right.kind != ExprKind::literal) return false;
        const auto from = date(counted ? program_.nodes[left.left] : right);
        const auto to = date(counted ? program_.nodes[left.right] : left);
        if (!from || !to) return false;
        DateGap made{*from, *to, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
        if (!bound(made, node.op, counted ? right.value : 0)) return false;
        program_.date_gaps.push_back(made);
        return true;
    }

    /// The interval in which a number stands to `days` as op says; none where it is not one, or at the ends of the type.
    static bool bound(DateGap& gap, base::Comparison op, std::int64_t days) {
        if (days == gap.low || days == gap.high) return false;
        switch (op) {
            case base::Comparison::less: gap.high = days - 1; return true;
            case base::Comparison::less_equal: gap.high = days; return true;
            case base::Comparison::equal: gap.low = gap.high = days; return true;
            case base::Comparison::greater_equal: gap.low = days; return true;
            case base::Comparison::greater: gap.low = days + 1; return true;
            case base::Comparison::not_equal: return false;
        }
        return false;
    }

    std::optional<ActDate> date(const Node& node) const {
        if (node.kind != ExprKind::attribute) return std::nullopt;
        const auto step = node.scope == Scope::bound0 ? outer_ : node.scope == Scope::bound1 ? inner_ : none;
        if (step == none) return std::nullopt;
        if (node.attribute == Attribute::end) return ActDate{step, true};
        if (node.attribute == Attribute::date || node.attribute == Attribute::start) return ActDate{step, false};
        return std::nullopt;
    }

    Program& program_;
    std::uint16_t outer_ = none, inner_ = none;  ///< the steps of the check being made
};

/// A demand that is one check of dates, or several that must all hold.
Range dates_of(Program& program, const Row& row) {
    const auto begin = static_cast<std::uint32_t>(program.date_checks.size());
    if (row.demand == none || row.modality == model::Modality::must_not) return {begin, begin};
    const auto& node = program.nodes[row.demand];
    const bool several = node.kind == ExprKind::conjunction;
    bool direct = true;
    const auto add = [&](const Node& part) {
        direct = direct && part.dates != none;
        if (direct) program.date_checks.push_back(DateCheck(program.date_checks[part.dates]));
    };
    if (!several) add(node);
    for (auto i = node.list.begin; several && i < node.list.end; ++i) add(program.nodes[static_cast<std::size_t>(program.numbers[i])]);
    if (!direct) program.date_checks.resize(begin);
    return {begin, static_cast<std::uint32_t>(program.date_checks.size())};
}

bool is_plain_number(model::Type type) {
    using model::Type;
    return type == Type::choice || type == Type::money || type == Type::integer || type == Type::boolean || type == Type::date;
}

/// The choices that a list names; nothing where one has no bit.
std::optional<std::uint64_t> choices_of(const Program& program, const Node& member) {
    std::uint64_t choices = 0;
    for (auto i = member.list.begin; i < member.list.end; ++i) {
        if (program.numbers[i] < 0 || program.numbers[i] > 63) return std::nullopt;
        choices |= std::uint64_t{1} << program.numbers[i];
    }
    return choices;
}

MatterCheck matter_check(const Program& program, ExprIndex condition) {
    MatterCheck check;
    const auto* node = &program.nodes[condition];
    if (node->kind == ExprKind::matter && node->type == model::Type::boolean) {
        check.op = base::Comparison::not_equal;
        check.field = node->slot;
        return check;
    }
    const bool negated = node->kind == ExprKind::negate;
    if (negated) node = &program.nodes[node->left];
    if (node->left == none) return check;
    const auto& field = program.nodes[node->left];
    if (field.kind != ExprKind::matter || !is_plain_number(field.type)) return check;
    if (node->kind == ExprKind::member && field.type == model::Type::choice) {
        const auto choices = choices_of(program, *node);
        if (!choices) return check;
        check.by_choice = true;
        check.choices = negated ? ~*choices : *choices;
        check.field = field.slot;
    } else if (node->kind == ExprKind::compare && !negated && program.nodes[node->right].kind == ExprKind::literal) {
        check.op = node->op;
        check.number = program.nodes[node->right].value;
        check.field = field.slot;
    }
    return check;
}

/// Each exception, and of one with 或 each part.
Range lifts_of(Program& program, const Row& row) {
    const auto begin = static_cast<std::uint32_t>(program.matter_checks.size());
    bool simple = true;
    const auto add = [&](std::int64_t expression) {
        program.matter_checks.push_back(matter_check(program, static_cast<ExprIndex>(expression)));
        simple = simple && program.matter_checks.back().field != none;
    };
    for (auto i = row.exceptions.begin; i < row.exceptions.end; ++i) {
        const auto& node = program.nodes[static_cast<std::size_t>(program.numbers[i])];
        if (node.kind != ExprKind::disjunction) add(program.numbers[i]);
        for (auto k = node.list.begin; node.kind == ExprKind::disjunction && k < node.list.end; ++k) add(program.numbers[k]);
    }
    if (!simple) program.matter_checks.resize(begin);
    return {begin, static_cast<std::uint32_t>(program.matter_checks.size())};
}

}  // namespace

void find_direct_forms(Program& program) {
    DateChecks checks(program);
    for (auto& node : program.nodes)
        if (DateChecks::is_every_step(node)) checks.add(node);
    for (auto& row : program.rows) {
        row.dates = dates_of(program, row);
        row.lifts = lifts_of(program, row);
        if (row.condition != none) row.when = matter_check(program, row.condition);
        const bool conditions_direct = row.condition == none || row.when.field != none;
        row.glanceable = conditions_direct && !row.has_in_force && row.modality != model::Modality::may;
    }
}

}  // namespace guicheng::program
