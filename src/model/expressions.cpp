#include "model/expressions.hpp"

#include <limits>

namespace guicheng::model {

using base::Comparison;

namespace {

bool ordered(Type type) {
    switch (type) {
        case Type::integer:
        case Type::money:
        case Type::date:
        case Type::days:
        case Type::working_days: return true;
        case Type::boolean:
        case Type::choice:
        case Type::list:
        case Type::text:
        case Type::person:
        case Type::share:
        case Type::period:
        case Type::outcome: return false;
    }
    return false;
}

bool comparable(Type type) {
    return type != Type::list && type != Type::share && type != Type::period;
}

bool is_order(Comparison op) {
    return op != Comparison::equal && op != Comparison::not_equal;
}

std::string quantity_type(const syntax::Quantity& quantity) {
    switch (quantity.bounds.empty() ? syntax::QuantityKind::integer : quantity.bounds.front().kind) {
        case syntax::QuantityKind::integer: return Draft::type_word(Type::integer);
        case syntax::QuantityKind::money: return Draft::type_word(Type::money);
        case syntax::QuantityKind::date: return Draft::type_word(Type::date);
        case syntax::QuantityKind::share: return Draft::type_word(Type::share);
        case syntax::QuantityKind::period: return Draft::type_word(Type::period);
    }
    return {};
}

bool textual(Type type) {
    return type == Type::text || type == Type::person;
}

}  // namespace

ExprId Expressions::add(Expr e) {
    if (!d_.fits(d_.p.expressions.size(), {}, e.span, "M036")) return {};
    d_.p.expressions.push_back(std::move(e));
    return id_at<ExprId>(d_.p.expressions.size() - 1);
}

ExprId Expressions::negated(ExprId inner, base::Span span) {
    if (!inner) return {};
    Expr e;
    e.kind = ExprKind::negate;
    e.left = inner;
    e.span = span;
    return add(std::move(e));
}

ExprId Expressions::joined(ExprKind kind, std::vector<ExprId> parts, base::Span span) {
    if (parts.size() == 1) return parts.front();
    Expr e;
    e.kind = kind;
    e.parts = std::move(parts);
    e.span = span;
    return add(std::move(e));
}

Expressions::Hint Expressions::hint_of(ExprId id) const {
    const Expr& e = made(id);
    return {e.type, e.choices, e.attribute, e.kind == ExprKind::attribute};
}

ExprId Expressions::boolean(ExprId id, base::Span span) {
    if (!id) return {};
    if (made(id).type == Type::boolean) return id;
    d_.error("T003", span).arg("type", type_text(id)).arg("text", d_.source_text(span));
    return {};
}

ExprId Expressions::condition(syntax::ExprIndex index) {
    if (index == syntax::no_expr || index >= d_.file.expressions.size()) return {};
    return boolean(any(index), tree(index).span);
}

ExprId Expressions::set_by_step(syntax::ExprIndex index) {
    const auto id = operand(index, nullptr);
    if (!id) return {};
    const auto& e = made(id);
    if (e.kind == ExprKind::record_field && e.scope == Scope::step && (e.type == Type::share || e.type == Type::integer)) return id;
    d_.error("M050", tree(index).span).arg("text", d_.source_text(tree(index).span));
    return {};
}

ExprId Expressions::day(syntax::ExprIndex index) {
    const auto id = operand(index, nullptr);
    if (!id || made(id).type == Type::date) return id;
    d_.error("M037", tree(index).span).arg("text", d_.source_text(tree(index).span)).arg("type", type_text(id));
    return {};
}

ExprId Expressions::any(syntax::ExprIndex index) {
    if (index >= d_.file.expressions.size()) return {};
    const auto& e = tree(index);
    if (depth_ >= deepest_expression) {
        if (depth_ == deepest_expression) d_.error("M035", e.span).arg("max", std::to_string(deepest_expression));
        return {};
    }
    ++depth_;
    ExprId out;
    switch (e.kind) {
        case syntax::ExprKind::negate: out = negated(condition(e.left), e.span); break;
        case syntax::ExprKind::all:
        case syntax::ExprKind::any: out = junction(e); break;
        case syntax::ExprKind::compare: out = compare(e); break;
        case syntax::ExprKind::between: out = between(e); break;
        case syntax::ExprKind::bounded: out = bounded(e); break;
        case syntax::ExprKind::member: out = member(e); break;
        case syntax::ExprKind::contains: out = contains(e); break;
        case syntax::ExprKind::recorded: out = recorded(e); break;
        case syntax::ExprKind::done: out = done(e); break;
        case syntax::ExprKind::exists:
        case syntax::ExprKind::every:
        case syntax::ExprKind::count: out = quantified(e); break;
        case syntax::ExprKind::name: out = bare_name(e.name, e.span); break;
        case syntax::ExprKind::attribute:
        case syntax::ExprKind::quantity:
        case syntax::ExprKind::text:
        case syntax::ExprKind::add:
        case syntax::ExprKind::subtract:
        case syntax::ExprKind::multiply:
        case syntax::ExprKind::days_between:
        case syntax::ExprKind::working_days_between: out = operand(index, nullptr); break;
    }
    --depth_;
    return out;
}

ExprId Expressions::junction(const syntax::Expr& e) {
    std::vector<ExprId> parts;
    bool whole = true;
    for (const auto part : e.parts) {
        const auto id = condition(part);
        if (id)
            parts.push_back(id);
        else
            whole = false;
    }
    if (!whole || parts.empty()) return {};
    return joined(e.kind == syntax::ExprKind::all ? ExprKind::conjunction : ExprKind::disjunction, std::move(parts), e.span);
}

ExprId Expressions::compare(const syntax::Expr& e) {
    ExprId left;
    ExprId right;
    // A bare name that is no field may be a value of the type on the other side: that side goes first.
    if (is_open_name(e.left) && !is_open_name(e.right)) {
        right = operand(e.right, nullptr);
        if (!right) return {};
        const auto hint = hint_of(right);
        left = operand(e.left, &hint);
    } else {
        left = operand(e.left, nullptr);
        if (!left) return {};
        const auto hint = hint_of(left);
        right = operand(e.right, &hint);
    }
    if (!left || !right) return {};
    const auto a = made(left).type;
    const auto b = made(right).type;
    const bool same_choices =
        made(left).choices == made(right).choices ||
        (made(left).kind != ExprKind::literal && made(right).kind != ExprKind::literal && a == Type::choice && made(left).choices &&
         made(right).choices && d_.p.choice_sets[made(left).choices.index()].names == d_.p.choice_sets[made(right).choices.index()].names);
    if (!(a == b || (textual(a) && textual(b))) || (a == Type::choice && !same_choices)) {
        d_.error("T001", e.span).arg("left", type_text(left)).arg("right", type_text(right));
        return {};
    }
    if (!comparable(a)) {
        d_.error("T010", e.span).arg("type", type_text(left));
        return {};
    }
    if (is_order(e.op) && !ordered(a)) {
        d_.error("T002", e.span).arg("type", type_text(left));
        return {};
    }
    Expr out;
    out.kind = ExprKind::compare;
    out.op = e.op;
    out.left = left;
    out.right = right;
    out.span = e.span;
    return add(std::move(out));
}

/// Not before the one and not after the other: both ends included (Civil Code art. 1259 on 以内).
ExprId Expressions::between(const syntax::Expr& e) {
    syntax::Expr end;
    end.kind = syntax::ExprKind::compare;
    end.span = e.span;
    end.left = e.left;
    end.right = e.right;
    end.op = Comparison::greater_equal;
    const auto low = compare(end);
    if (!low) return {};
    end.right = e.parts.front();
    end.op = Comparison::less_equal;
    const auto high = compare(end);
    if (!high) return {};
    const auto& from = made(made(low).right);
    const auto& to = made(made(high).right);
    if (from.kind == ExprKind::literal && to.kind == ExprKind::literal && from.value > to.value) {
        d_.error("M009", e.span).arg("text", d_.source_text(e.span));
        return {};
    }
    return joined(ExprKind::conjunction, {low, high}, e.span);
}

ExprId Expressions::compare_bound(ExprId left, const syntax::Bound& bound) {
    const auto hint = hint_of(left);
    syntax::Quantity plain;
    plain.bounds = {bound};
    plain.bounds.front().op.reset();
    plain.span = bound.span;
    const auto right = quantity(plain, &hint);
    if (!right) return {};
    if (made(right).type != made(left).type) {
        d_.error("T005", bound.span).arg("left", type_text(left)).arg("right", type_text(right)).arg("text", d_.source_text(bound.span));
        return {};
    }
    if (!bound.op) {
        d_.error("T007", bound.span).arg("text", d_.source_text(bound.span));
        return {};
    }
    Expr out;
    out.kind = ExprKind::compare;
    out.op = *bound.op;
    out.left = left;
    out.right = right;
    out.span = bound.span;
    return add(std::move(out));
}

/// Whether any value lies within the bounds; an error M009 where none does.
bool Expressions::possible(const syntax::Quantity& quantity) {
    // In 128 bits, so that one less than the least number is a number.
    base::Wide low = std::numeric_limits<std::int64_t>::min();
    base::Wide high = std::numeric_limits<std::int64_t>::max();
    if (quantity.bounds.size() < 2) return true;
    for (const auto& bound : quantity.bounds) {
        if (!bound.op || bound.kind != quantity.bounds.front().kind || bound.unit != quantity.bounds.front().unit ||
            bound.kind == syntax::QuantityKind::share)
            return true;
        switch (*bound.op) {
            case Comparison::less: high = std::min(high, base::Wide{bound.value} - 1); break;
            case Comparison::less_equal: high = std::min(high, base::Wide{bound.value}); break;
            case Comparison::equal:
                low = std::max(low, base::Wide{bound.value});
                high = std::min(high, base::Wide{bound.value});
                break;
            case Comparison::not_equal: break;
            case Comparison::greater_equal: low = std::max(low, base::Wide{bound.value}); break;
            case Comparison::greater: low = std::max(low, base::Wide{bound.value} + 1); break;
        }
    }
    if (low <= high) return true;
    d_.error("M009", quantity.span).arg("text", d_.source_text(quantity.span));
    return false;
}

ExprId Expressions::bounded(const syntax::Expr& e) {
    if (is_open_name(e.left) && tree(e.left).kind == syntax::ExprKind::name) return unknown_operand(tree(e.left).name, nullptr);
    const auto left = operand(e.left, nullptr);
    if (!left) return {};
    if (e.quantity.soft) {
        d_.error("T011", e.quantity.span).arg("text", d_.source_text(e.quantity.span));
        return {};
    }
    if (!ordered(made(left).type)) {
        d_.error("T005", e.quantity.span)
            .arg("left", type_text(left))
            .arg("right", quantity_type(e.quantity))
            .arg("text", d_.source_text(e.quantity.span));
        return {};
    }
    std::vector<ExprId> parts;
    for (const auto& bound : e.quantity.bounds) {
        const auto part = compare_bound(left, bound);
        if (!part) return {};
        parts.push_back(part);
    }
    if (parts.empty() || !possible(e.quantity)) return {};
    return joined(ExprKind::conjunction, std::move(parts), e.span);
}

ExprId Expressions::member(const syntax::Expr& e) {
    const auto left = operand(e.left, nullptr);
    if (!left) return {};
    const auto hint = hint_of(left);
    if (!comparable(hint.type) || ordered(hint.type) || hint.type == Type::boolean) {
        d_.error("T006", e.span).arg("type", type_text(left));
        return {};
    }
    Expr out;
    out.kind = ExprKind::member;
    out.left = left;
    out.choices = hint.choices;
    out.span = e.span;
    const bool by_text = textual(hint.type);
    for (const auto& name : e.names) {
        if (by_text && !(hint.is_attribute && hint.attribute == Attribute::actor)) {
            out.texts.push_back(name.text);
            continue;
        }
        const auto value = value_of(name, hint);
        if (!value) return {};
        if (by_text)
            out.texts.push_back(name.text);
        else
            out.values.push_back(*value);
    }
    const auto id = add(std::move(out));
    return e.negated ? negated(id, e.span) : id;
}

ExprId Expressions::contains(const syntax::Expr& e) {
    const auto left = operand(e.left, nullptr);
    if (!left) return {};
    const auto hint = hint_of(left);
    if (hint.type != Type::list) {
        d_.error("T006", e.span).arg("type", type_text(left));
        return {};
    }
    Expr out;
    out.kind = ExprKind::contains;
    out.left = left;
    out.choices = hint.choices;
    out.span = e.span;
    if (hint.choices) {
        std::uint64_t mask = 0;
        for (const auto& name : e.names) {
            const auto value = value_of(name, hint);
            if (!value) return {};
            mask |= std::uint64_t{1} << static_cast<unsigned>(*value);
        }
        out.value = static_cast<std::int64_t>(mask);
    } else if (hint.is_attribute) {
        out.value = static_cast<std::int64_t>(d_.content_mask(e.names));
    } else {
        for (const auto& name : e.names) out.texts.push_back(name.text);
    }
    const auto id = add(std::move(out));
    return e.negated ? negated(id, e.span) : id;
}

ExprId Expressions::recorded(const syntax::Expr& e) {
    const auto left = operand(e.left, nullptr);
    if (!left) return {};
    switch (made(left).kind) {
        case ExprKind::matter:
        case ExprKind::parameter:
        case ExprKind::finding:
        case ExprKind::attribute:
        case ExprKind::record_field: break;
        case ExprKind::literal:
        case ExprKind::period:
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
        case ExprKind::every:
        case ExprKind::count: d_.error("T013", e.span).arg("text", d_.source_text(e.span)); return {};
    }
    Expr out;
    out.kind = ExprKind::recorded;
    out.left = left;
    out.span = e.span;
    return add(std::move(out));
}

ExprId Expressions::done(const syntax::Expr& e) {
    const auto& name = e.left != syntax::no_expr && e.left < d_.file.expressions.size() && e.name.text.empty() ? tree(e.left).name : e.name;
    const auto step = d_.use_step(name);
    if (!step) return {};
    Expr out;
    out.kind = ExprKind::done;
    out.step = *step;
    out.span = e.span;
    return add(std::move(out));
}

ExprId Expressions::quantified(const syntax::Expr& e) {
    Bound bound;
    if (const auto step = d_.steps.use(e.name.text)) {
        bound.step = *step;
    } else if (const auto event = d_.events.use(e.name.text)) {
        bound.event = *event;
    } else {
        std::vector<std::string_view> candidates;
        d_.offer(d_.steps, candidates);
        d_.offer(d_.events, candidates);
        d_.unknown("N005", e.name, candidates);
        return {};
    }
    if (bounds_.size() >= 2) {
        d_.error("T012", e.span);
        return {};
    }
    Expr out;
    out.kind = e.kind == syntax::ExprKind::exists  ? ExprKind::exists
               : e.kind == syntax::ExprKind::every ? ExprKind::every
                                                   : ExprKind::count;
    out.type = e.kind == syntax::ExprKind::count ? Type::integer : Type::boolean;
    out.step = bound.step;
    out.event = bound.event;
    out.span = e.span;
    if (e.left != syntax::no_expr) {
        bounds_.push_back(bound);
        out.left = condition(e.left);
        bounds_.pop_back();
        if (!out.left) return {};
    }
    return add(std::move(out));
}

}  // namespace guicheng::model
