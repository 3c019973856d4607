#include "graph/conditions.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "model/write.hpp"

namespace guicheng::graph {

using base::Comparison;
using model::Expr;
using model::ExprId;
using model::ExprKind;
using model::Procedure;
using model::Type;

namespace {

/// A set of more names is not looked into.
constexpr std::int64_t most_choices = 1'000;

/// What one field may still be: a range, and for choices and yes-or-no the values not excluded.
struct Room {
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    std::set<std::int64_t> out;  ///< excluded one by one

    void narrow(Comparison op, std::int64_t value) {
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        switch (op) {
            case Comparison::less:
                if (value == least)
                    high = least, low = most;
                else
                    high = std::min(high, value - 1);
                break;
            case Comparison::less_equal: high = std::min(high, value); break;
            case Comparison::equal:
                low = std::max(low, value);
                high = std::min(high, value);
                break;
            case Comparison::not_equal: out.insert(value); break;
            case Comparison::greater_equal: low = std::max(low, value); break;
            case Comparison::greater:
                if (value == most)
                    high = least, low = most;
                else
                    low = std::max(low, value + 1);
                break;
        }
    }
    bool empty() const {
        if (low > high) return true;
        // As many exclusions as values, and all of them within: nothing is left. Width in 128 bits cannot overflow.
        const auto width = static_cast<base::Wide>(high) - low + 1;
        const auto inside = std::distance(out.lower_bound(low), out.upper_bound(high));
        return width <= static_cast<base::Wide>(inside);
    }
};

Comparison turned(Comparison op) {
    switch (op) {
        case Comparison::less: return Comparison::greater_equal;
        case Comparison::less_equal: return Comparison::greater;
        case Comparison::equal: return Comparison::not_equal;
        case Comparison::not_equal: return Comparison::equal;
        case Comparison::greater_equal: return Comparison::less;
        case Comparison::greater: return Comparison::less_equal;
    }
    return op;
}

class Rooms {
public:
    explicit Rooms(const Procedure& p) : p_(p) {}

    void take(ExprId id, bool negated) {
        const Expr& e = p_.expr(id);
        if (e.kind == ExprKind::negate) return take(e.left, !negated);
        // Of a matter field read bare: yes.
        if (e.kind == ExprKind::matter && e.type == Type::boolean) return room(e).narrow(Comparison::equal, negated ? 0 : 1);
        if (e.kind == ExprKind::compare) return comparison(e, negated);
        if (e.kind == ExprKind::member) membership(e, negated);
        const bool both = (e.kind == ExprKind::conjunction && !negated) || (e.kind == ExprKind::disjunction && negated);
        if (both)
            for (const auto part : e.parts) take(part, negated);
    }

    bool any_empty() const {
        return std::any_of(rooms_.begin(), rooms_.end(), [](const auto& entry) { return entry.second.empty(); });
    }

private:
    Room& room(const Expr& field) {
        const auto [it, fresh] = rooms_.try_emplace(field.field.index());
        if (fresh && field.type == Type::boolean) it->second.low = 0, it->second.high = 1;
        if (fresh && field.type == Type::choice) {
            it->second.low = 0;
            it->second.high = static_cast<std::int64_t>(p_.choice_sets[field.choices.index()].names.size()) - 1;
        }
        return it->second;
    }

    static bool discrete(Type type) { return type != Type::text && type != Type::person && type != Type::list; }

    void comparison(const Expr& e, bool negated) {
        const Expr* left = &p_.expr(e.left);
        const Expr* right = &p_.expr(e.right);
        auto op = negated ? turned(e.op) : e.op;
        if (left->kind == ExprKind::literal && right->kind == ExprKind::matter) {
            std::swap(left, right);
            if (op == Comparison::less)
                op = Comparison::greater;
            else if (op == Comparison::greater)
                op = Comparison::less;
            else if (op == Comparison::less_equal)
                op = Comparison::greater_equal;
            else if (op == Comparison::greater_equal)
                op = Comparison::less_equal;
        }
        if (left->kind != ExprKind::matter || right->kind != ExprKind::literal || !discrete(left->type)) return;
        room(*left).narrow(op, right->value);
    }

    void membership(const Expr& e, bool negated) {
        const Expr& left = p_.expr(e.left);
        if (left.kind != ExprKind::matter || left.type != Type::choice) return;
        auto& of_field = room(left);
        if (negated) {
            of_field.out.insert(e.values.begin(), e.values.end());
            return;
        }
        const auto count = static_cast<std::int64_t>(p_.choice_sets[left.choices.index()].names.size());
        if (count > most_choices) return;
        const std::set<std::int64_t> in(e.values.begin(), e.values.end());
        for (std::int64_t value = 0; value < count; ++value)
            if (!in.contains(value)) of_field.out.insert(value);
    }

    const Procedure& p_;
    std::map<std::size_t, Room> rooms_;
};

}  // namespace

std::vector<ExprId> conjuncts(const Procedure& p, const std::vector<ExprId>& conditions) {
    std::vector<ExprId> out;
    std::vector<ExprId> open(conditions.rbegin(), conditions.rend());
    while (!open.empty()) {
        const auto id = open.back();
        open.pop_back();
        if (!id) continue;
        const auto& e = p.expr(id);
        if (e.kind == ExprKind::conjunction)
            open.insert(open.end(), e.parts.rbegin(), e.parts.rend());
        else
            out.push_back(id);
    }
    return out;
}

bool contradict(const Procedure& p, const std::vector<ExprId>& parts) {
    Rooms rooms(p);
    for (const auto id : parts) rooms.take(id, false);
    return rooms.any_empty();
}

std::vector<std::uint32_t> Parts::of(ExprId condition) {
    const model::Writer writer(p_);
    auto parts = conjuncts(p_, {condition});
    if (parts.size() > 64) parts = {condition};
    std::vector<std::uint32_t> out;
    for (const auto part : parts)
        out.push_back(numbers_.try_emplace(writer.expr(part), static_cast<std::uint32_t>(numbers_.size())).first->second);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace guicheng::graph
