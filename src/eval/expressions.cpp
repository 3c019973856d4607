// Conditions: three-valued logic and comparisons (judging, sections 2 and 8).
#include <optional>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::ExprKind;
using model::Type;
using verdict::MissingKind;

namespace {

bool bounded(const Spread& s) {
    return !s.endless && !s.bottomless;
}

/// Every a below every b.
bool below(const Spread& a, const Spread& b) {
    return !a.endless && !b.bottomless && a.high < b.low;
}

/// What is bounded where it is not known.
bool may_be_bounded(ExprKind kind) {
    return kind == ExprKind::count || kind == ExprKind::working_days_between || kind == ExprKind::add_period ||
           kind == ExprKind::subtract_period;
}

/// Every a against every b.
Tri compared(base::Comparison op, const Spread& a, const Spread& b) {
    switch (op) {
        case base::Comparison::greater_equal:
            if (!a.bottomless && !b.endless && a.low >= b.high) return Tri::yes;
            return below(a, b) ? Tri::no : Tri::unknown;
        case base::Comparison::greater:
            if (below(b, a)) return Tri::yes;
            return !a.endless && !b.bottomless && a.high <= b.low ? Tri::no : Tri::unknown;
        case base::Comparison::less: return negated(compared(base::Comparison::greater_equal, a, b));
        case base::Comparison::less_equal: return negated(compared(base::Comparison::greater, a, b));
        case base::Comparison::equal: {
            const bool one = bounded(a) && bounded(b) && a.low == a.high && b.low == b.high && a.low == b.low;
            return below(a, b) || below(b, a) ? Tri::no : one ? Tri::yes : Tri::unknown;
        }
        case base::Comparison::not_equal: return negated(compared(base::Comparison::equal, a, b));
    }
    return Tri::unknown;
}

}  // namespace

Tri Run::condition(program::ExprIndex expression) {
    const auto found = value(expression);
    return found.known ? tri(found.v != 0) : Tri::unknown;
}

Value Run::value(program::ExprIndex expression) {
    const auto& node = program_.nodes[expression];
    switch (node.kind) {
        case ExprKind::literal: return known(node.type == Type::text || node.type == Type::person ? -1 - node.value : node.value);
        case ExprKind::period: return known(node.value);
        case ExprKind::matter: return matter(node.slot);
        case ExprKind::parameter: return parameter(node.slot);
        case ExprKind::finding: return finding(node.slot);
        case ExprKind::attribute: return attribute(node);
        case ExprKind::record_field: return recorded_field(node);
        case ExprKind::done: return step_done(node.step);
        case ExprKind::recorded: return recorded(node);
        case ExprKind::negate: return opposite(node);
        case ExprKind::conjunction: return all_or_any(node, false);
        case ExprKind::disjunction: return all_or_any(node, true);
        case ExprKind::compare: return compare(node);
        case ExprKind::member: return member(node);
        case ExprKind::contains: return contains(node);
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply: return arithmetic(node);
        case ExprKind::add_period:
        case ExprKind::subtract_period: return shift_date(node);
        case ExprKind::days_between:
        case ExprKind::working_days_between: return days_between(node);
        case ExprKind::exists:
        case ExprKind::every:
        case ExprKind::count: return quantified(node);
    }
    return {};
}

Value Run::recorded(const Node& node) {
    const auto before = mark();
    const auto found = value(node.left);
    restore(before);
    return known(found.known ? 1 : 0);
}

Value Run::opposite(const Node& node) {
    const auto found = value(node.left);
    return found.known ? known(found.v == 0 ? 1 : 0) : found;
}

/// One part may decide the whole: then nothing is missing.
Value Run::all_or_any(const Node& node, bool any) {
    const auto before = mark();
    bool unknown = false;
    for (auto i = node.list.begin; i < node.list.end; ++i) {
        const auto part = condition(static_cast<program::ExprIndex>(program_.numbers[i]));
        if (part == Tri::unknown) {
            unknown = true;
        } else if ((part == Tri::yes) == any) {
            restore(before);
            return known(any ? 1 : 0);
        }
    }
    return unknown ? Value{} : known(any ? 0 : 1);
}

std::string_view Run::text(std::int64_t v) const {
    return v < 0 ? std::string_view(program_.texts[static_cast<std::size_t>(-1 - v)])
                 : std::string_view(case_.texts[static_cast<std::size_t>(v)]);
}

Value Run::compare(const Node& node) {
    const auto before = mark();
    const auto left = value(node.left);
    const auto among_left = spread_;
    const auto right = value(node.right);
    if (!left.known || !right.known) return compare_bounds(node, left, among_left, right, before);
    const auto type = program_.nodes[node.left].type;
    if (type == Type::text || type == Type::person) {
        return known((node.op == base::Comparison::not_equal) != shares_text(left.v, right.v) ? 1 : 0);
    }
    return known(base::holds(node.op, left.v, right.v) ? 1 : 0);
}

/// What is bounded is one of several numbers or days: where all of them compare alike, that is the answer.
Value Run::compare_bounds(const Node& node, Value left, const std::optional<Spread>& among_left, Value right, GapMark before) {
    const auto spread = [&](program::ExprIndex index, Value v, const std::optional<Spread>& among) -> std::optional<Spread> {
        if (v.known) return Spread{v.v, v.v};
        return may_be_bounded(program_.nodes[index].kind) ? among : std::nullopt;
    };
    const auto a = spread(node.left, left, among_left);
    const auto b = spread(node.right, right, spread_);
    if (!a || !b) return {};
    const auto answer = compared(node.op, *a, *b);
    if (answer == Tri::unknown) return {};
    restore(before);
    return known(answer == Tri::yes ? 1 : 0);
}

Value Run::member(const Node& node) {
    const auto left = value(node.left);
    if (!left.known) return {};
    const auto type = program_.nodes[node.left].type;
    const bool textual = type == Type::text || type == Type::person;
    for (auto i = node.list.begin; i < node.list.end; ++i) {
        const auto candidate = program_.numbers[i];
        if (textual ? shares_text(left.v, -1 - candidate) : left.v == candidate) return known(1);
    }
    return known(0);
}

/// A list of names is a set of bits; a list of texts an index into the case's lists.
Value Run::contains(const Node& node) {
    const auto left = value(node.left);
    if (!left.known) return {};
    if (node.list.empty()) {
        const auto wanted = static_cast<std::uint64_t>(node.value);
        return known((static_cast<std::uint64_t>(left.v) & wanted) == wanted ? 1 : 0);
    }
    const auto& list = case_.text_lists[static_cast<std::size_t>(left.v)];
    for (auto i = node.list.begin; i < node.list.end; ++i) {
        const std::string_view wanted = program_.texts[static_cast<std::size_t>(program_.numbers[i])];
        bool found = false;
        for (const auto item : list) found = found || case_.texts[item] == wanted;
        if (!found) return known(0);
    }
    return known(1);
}

/// 有, 每个, 个数 over the acts judged before, in the order of judging. The acts wait on the working stack, above what an outer quantifier
/// has there.
Value Run::quantified(const Node& node) {
    if (node.dates != program::none && trace_ == nullptr && depth_ == 0) {
        const auto found = dates_hold(program_.date_checks[node.dates]);
        if (found != Tri::unknown) return known(found == Tri::yes ? 1 : 0);
    }
    const bool steps = node.step != program::none;
    const auto latest = steps ? s_.steps[node.step].latest : s_.events[node.event];
    const auto earlier = [&](std::uint32_t at) { return steps ? s_.attempts[at].previous : s_.earlier[at]; };
    const auto before = mark();
    const auto level = static_cast<std::size_t>(depth_ < 2 ? depth_ : 1);
    const auto saved = bound_[level];
    ++depth_;
    std::int64_t held = 0;
    std::int64_t unknown = 0;
    bool failed = false;
    /// False where the rest cannot change the answer.
    const auto look_at = [&](std::uint32_t item) {
        bound_[level] = steps ? Subject{s_.attempts[item].act, item} : Subject{item, no_index};
        const auto found = node.left == program::none ? Tri::yes : condition(node.left);
        held += found == Tri::yes ? 1 : 0;
        unknown += found == Tri::unknown ? 1 : 0;
        failed = failed || found == Tri::no;
        return !((node.kind == ExprKind::exists && held > 0) || (node.kind == ExprKind::every && failed));
    };
    if (latest != no_index && earlier(latest) == no_index) {
        look_at(latest);  // one act, as nearly always
    } else {
        const auto base = s_.stack.size();
        for (auto at = latest; at != no_index; at = earlier(at)) s_.stack.push_back(at);
        for (auto i = s_.stack.size(); i-- > base;)
            if (!look_at(s_.stack[i])) break;
        s_.stack.resize(base);
    }
    --depth_;
    bound_[level] = saved;
    if (node.kind == ExprKind::every && !failed && unknown == 0 && !case_.record_incomplete) return known(1);
    return quantified_value(node.kind, held, unknown, failed, before);
}

/// Under 记录不全 an act that is not in the record may still have been done.
Value Run::quantified_value(ExprKind kind, std::int64_t held, std::int64_t unknown, bool failed, GapMark before) {
    if (kind == ExprKind::exists && held > 0) {
        restore(before);
        return known(1);
    }
    if (kind == ExprKind::every && failed) {
        restore(before);
        return known(0);
    }
    if (kind == ExprKind::count) spread_ = Spread{held, held + unknown, case_.record_incomplete};
    if (kind == ExprKind::count && case_.record_incomplete)
        restore(before);
    else if (unknown > 0)
        return {};
    if (case_.record_incomplete) {
        gap(MissingKind::record_incomplete, "");
        return {};
    }
    if (kind == ExprKind::count) return known(held);
    return known(kind == ExprKind::every ? 1 : 0);
}

}  // namespace guicheng::eval
