// Conditions and their operands. A chain of 非, of 且, of + is a loop: only brackets deepen the recursion, and these
// are limited.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

ExprIndex Shaper::add(Expr e) {
    file_.expressions.push_back(std::move(e));
    return static_cast<ExprIndex>(file_.expressions.size() - 1);
}

ExprIndex Shaper::condition(Cursor& c) {
    if (c.at_end()) give_up("P050", c.here());
    const auto first = unary(c);
    std::optional<Keyword> joint;
    base::Span joint_span;
    Expr e;
    e.parts.push_back(first);
    for (auto k = c.keyword(Position::condition); k == Keyword::and_ || k == Keyword::or_; k = c.keyword(Position::condition)) {
        if (joint && *joint != *k) {
            mixed_joints(c, file_.expressions[first].span, file_.expressions[e.parts.back()].span, joint_span, false);
        }
        joint = k;
        joint_span = c.here();
        const auto word = std::string(c.word());
        take(c, *k);
        if (c.at_end()) give_up("P050", joint_span);
        no_bound_after_joint(c, word, e.parts.back());
        e.parts.push_back(unary(c));
    }
    condition_end_ = c.previous().end;
    if (!joint) return first;
    e.kind = *joint == Keyword::and_ ? ExprKind::all : ExprKind::any;
    e.span = base::join(file_.expressions[e.parts.front()].span, file_.expressions[e.parts.back()].span);
    return add(std::move(e));
}

bool Shaper::relation_follows(const Cursor& c) const {
    if (c.is(TokenKind::plus) || c.is(TokenKind::times) || c.word() == "-") return true;
    if (c.keyword(Position::relation) || c.keyword(Position::compare_before)) return true;
    return !c.word().empty() && scan_quantity(c.word()).has_value();
}

ExprIndex Shaper::unary(Cursor& c) {
    std::vector<base::Span> negations;
    while (c.keyword(Position::condition) == Keyword::not_) {
        negations.push_back(c.here());
        take(c, Keyword::not_);
        if (c.at_end()) give_up("P050", negations.back());
    }
    if (negations.size() > 1 && !quiet_) {
        const base::Span both{negations[0].begin, negations[1].end};
        sink_.warning("P114", concrete_.source, both).arg("word", shown(both));
    }
    no_denial(c);
    ExprIndex e = no_expr;
    if (c.is(TokenKind::open_paren)) {
        e = inside(c, false);
        if (relation_follows(c)) e = comparison(c, operand_after(c, e));
    } else {
        e = comparison(c, operand(c));
    }
    for (; !negations.empty(); negations.pop_back()) {
        Expr not_expr;
        not_expr.kind = ExprKind::negate;
        not_expr.left = e;
        not_expr.span = base::join(negations.back(), file_.expressions[e].span);
        e = add(std::move(not_expr));
    }
    return e;
}

/// The condition in a pair of round brackets, after 当 where the quantifier wants it.
ExprIndex Shaper::inside(Cursor& c, bool needs_when) {
    const auto& group = c.item();
    Line line;
    for (const auto& i : group.items) line.push_back(&i);
    Cursor inner(concrete_.tokens, line, concrete_.tokens[group.token].span);
    if (needs_when) expect(inner, Keyword::when);
    if (inner.at_end()) give_up("P050", c.here());
    const auto e = condition(inner);
    if (!inner.at_end()) unexpected(inner, could_follow(inner), "P028");
    c.advance();
    return e;
}

ExprIndex Shaper::comparison(Cursor& c, ExprIndex left) {
    const auto left_span = file_.expressions[left].span;
    Expr e;
    e.left = left;
    const auto done = [&]() {
        e.span = base::join(left_span, c.previous());
        return add(std::move(e));
    };
    if (c.at_end()) return left;
    if (const auto k = c.keyword(Position::relation)) {
        const auto here = c.here();
        switch (*k) {
            case Keyword::is:
            case Keyword::is_not:
            case Keyword::earlier_than:
            case Keyword::later_than:
            case Keyword::not_earlier_than:
            case Keyword::not_later_than:
            case Keyword::no_later_than:
                take(c, *k);
                if (c.at_end()) give_up("P050", here);
                no_bound_after(c, *k, here, left_span);
                e.kind = ExprKind::compare;
                e.op = *comparison_of(*k);
                e.right = operand(c);
                return done();
            case Keyword::is_within: return between(c, left);
            case Keyword::one_of:
            case Keyword::not_one_of:
                take(c, *k);
                e.kind = ExprKind::member;
                e.negated = *k == Keyword::not_one_of;
                e.names = set_of_names(c);
                return done();
            case Keyword::includes:
                take(c, *k);
                e.kind = ExprKind::contains;
                if (c.is(TokenKind::open_brace)) {
                    e.names = set_of_names(c);
                } else {
                    e.names.push_back(name(c));
                }
                return done();
            case Keyword::is_recorded:
                take(c, *k);
                e.kind = ExprKind::recorded;
                return done();
            case Keyword::is_done:
                if (file_.expressions[left].kind != ExprKind::name) give_up("P066", left_span);
                take(c, *k);
                e.kind = ExprKind::done;
                e.name = file_.expressions[left].name;
                return done();
            default: return left;
        }
    }
    // 金额 为 1万元以上.
    if (habitual(c.word()) == Keyword::is && !declared_.contains(std::string(c.word())) && c.peek(1) != nullptr) {
        const auto here = c.here();
        c.advance();
        no_bound_after(c, Keyword::is, here, left_span);
        c.go_to(c.at() - 1);
    }
    const auto start = c.at();
    if (auto q = quantity(c)) {
        const bool goes_on = c.is(TokenKind::plus) || c.is(TokenKind::times) || c.word() == "-";
        if (!goes_on) {
            for (const auto& b : q->bounds) {
                if (b.op || q->soft) continue;
                no_bound_behind(c, q->span);
                error("P039", q->span).arg("number", shown(q->span)).arg("left", shown(left_span));
                throw GivenUp{};
            }
            e.kind = ExprKind::bounded;
            e.quantity = std::move(*q);
            return done();
        }
        c.go_to(start);
    }
    if (const auto k = c.keyword(Position::compare_before)) {
        const auto here = c.here();
        take(c, *k);
        if (c.at_end()) give_up("P055", here);
        e.kind = ExprKind::compare;
        e.op = *comparison_of(*k);
        e.right = operand(c);
        return done();
    }
    return left;
}

/// 金额 是 1万元以上: the bound says by itself how the two compare.
void Shaper::no_bound_after(Cursor& c, Keyword relation, base::Span word, base::Span left) {
    const auto start = c.at();
    const auto q = quantity(c);
    if (!q || q->bounds[0].op == std::nullopt || (relation != Keyword::is && relation != Keyword::is_not)) {
        c.go_to(start);
        return;
    }
    auto e = error("P065", q->span);
    e.arg("number", shown(q->span));
    if (relation == Keyword::is)
        e.suggest({word.begin, q->span.begin}, "");
    else
        e.suggest({left.begin, q->span.begin}, std::string(spelling(Keyword::not_, shown(word))) + " " + shown(left) + " ");
    throw GivenUp{};
}

/// 金额 1万元以上 且 不满 5万元: the second bound needs what it bounds as well.
void Shaper::no_bound_after_joint(Cursor& c, std::string_view joint, ExprIndex before) {
    const auto start = c.at();
    const auto q = quantity(c);
    if (!q || !q->bounds[0].op) {
        c.go_to(start);
        return;
    }
    const auto& last = file_.expressions[before];
    auto e = error("P104", q->span);
    e.arg("joint", std::string(joint)).arg("number", shown(q->span));
    const auto kind_of = [&]() -> std::optional<QuantityKind> {
        if (last.kind == ExprKind::bounded) return last.quantity.bounds[0].kind;
        if (last.kind == ExprKind::compare && file_.expressions[last.right].kind == ExprKind::quantity)
            return file_.expressions[last.right].quantity.bounds[0].kind;
        return std::nullopt;
    };
    if (kind_of() == q->bounds[0].kind) {
        const auto left = shown(file_.expressions[last.left].span) + " ";
        e.suggest({q->span.begin, q->span.begin}, left);
    }
    throw GivenUp{};
}

/// left 在 … 至 … 之间; 至 parts the two ends here, so that a number of days between two dates stands in brackets.
ExprIndex Shaper::between(Cursor& c, ExprIndex left) {
    const auto here = c.here();
    take(c, Keyword::is_within);
    if (c.at_end()) give_up("P050", c.previous());
    no_bound_after(c, Keyword::is, here, file_.expressions[left].span);
    Expr e;
    e.kind = ExprKind::between;
    e.left = left;
    e.right = sum_after(c, term_after(c, factor(c)));
    expect(c, Keyword::to);
    if (c.at_end()) give_up("P050", c.previous());
    e.parts.push_back(sum_after(c, term_after(c, factor(c))));
    expect(c, Keyword::inclusive);
    e.span = base::join(file_.expressions[left].span, c.previous());
    return add(std::move(e));
}

ExprIndex Shaper::days_between(Cursor& c, ExprIndex left) {
    take(c, Keyword::to);
    Expr e;
    e.left = left;
    e.right = term_after(c, factor(c));
    e.kind = c.spells(Keyword::working_day_count) ? ExprKind::working_days_between : ExprKind::days_between;
    if (!accept(c, Keyword::working_day_count)) expect(c, Keyword::day_count);
    e.span = base::join(file_.expressions[left].span, c.previous());
    return add(std::move(e));
}

ExprIndex Shaper::operand(Cursor& c) {
    return operand_after(c, factor(c));
}

ExprIndex Shaper::operand_after(Cursor& c, ExprIndex left) {
    left = sum_after(c, term_after(c, left));
    while (c.spells(Keyword::to)) left = sum_after(c, days_between(c, left));
    return left;
}

ExprIndex Shaper::sum_after(Cursor& c, ExprIndex left) {
    for (;;) {
        const bool plus = c.is(TokenKind::plus);
        if (!plus && c.word() != "-") return left;
        const auto sign = c.here();
        c.advance();
        if (c.at_end()) give_up("P050", sign);
        Expr e;
        e.kind = plus ? ExprKind::add : ExprKind::subtract;
        e.left = left;
        e.right = term_after(c, factor(c));
        e.span = base::join(file_.expressions[left].span, c.previous());
        left = add(std::move(e));
    }
}

ExprIndex Shaper::term_after(Cursor& c, ExprIndex left) {
    while (c.is(TokenKind::times)) {
        const auto sign = c.here();
        c.advance();
        if (c.at_end()) give_up("P050", sign);
        Expr e;
        e.kind = ExprKind::multiply;
        e.left = left;
        e.right = factor(c);
        e.span = base::join(file_.expressions[left].span, c.previous());
        left = add(std::move(e));
    }
    return left;
}

ExprIndex Shaper::factor(Cursor& c) {
    if (c.at_end()) give_up("P050", c.previous());
    if (c.is(TokenKind::open_paren)) return inside(c, false);
    if (c.is(TokenKind::text)) {
        Expr e;
        e.kind = ExprKind::text;
        e.span = c.here();
        e.text = text(c);
        return add(std::move(e));
    }
    if (const auto k = c.keyword(Position::condition)) {
        if (*k == Keyword::some || *k == Keyword::every || *k == Keyword::count) return quantifier(c, *k);
        if (*k == Keyword::not_ || *k == Keyword::and_ || *k == Keyword::or_) give_up("P050", c.here());
    }
    if (at_modifier(c)) give_up("P050", c.previous());
    if (auto q = quantity(c)) {
        if (q->bounds.size() != 1 || q->bounds[0].op || q->soft) {
            error("P065", q->span).arg("number", shown(q->span));
            throw GivenUp{};
        }
        Expr e;
        e.kind = ExprKind::quantity;
        e.span = q->span;
        e.quantity = std::move(*q);
        return add(std::move(e));
    }
    return named(c);
}

ExprIndex Shaper::quantifier(Cursor& c, Keyword keyword) {
    const auto begin = c.here();
    take(c, keyword);
    Expr e;
    e.kind = keyword == Keyword::some ? ExprKind::exists : keyword == Keyword::every ? ExprKind::every : ExprKind::count;
    e.name = reference(c);
    if (c.is(TokenKind::open_paren)) {
        ++in_quantifier_;
        const struct Leave {
            std::size_t& depth;
            ~Leave() { --depth; }
        } leave{in_quantifier_};
        e.left = inside(c, keyword != Keyword::every);
    } else if (keyword == Keyword::every) {
        give_up("P067", c.previous());
    }
    e.span = base::join(begin, c.previous());
    return add(std::move(e));
}

/// A name, or a name and an attribute apart by a point.
ExprIndex Shaper::named(Cursor& c) {
    Expr e;
    e.span = c.here();
    if (!c.is(TokenKind::word)) {
        e.name = name(c);
        // 「意见」.日期: the point begins the next word.
        const auto word = c.word();
        if (!word.starts_with('.') || word.size() < 2 || c.token()->span.begin != e.span.end) return add(std::move(e));
        e.kind = ExprKind::attribute;
        e.member = Name{std::string(word.substr(1)), raw_span(*c.token(), 1, word.size()), false};
        if (const auto k = find_keyword(e.member.text, Position::attribute)) mark(e.member.span, *k);
        e.span.end = c.here().end;
        c.advance();
        return add(std::move(e));
    }
    const auto& token = *c.token();
    const auto point = token.text.find('.');
    if (point == std::string::npos || point == 0 || point + 1 == token.text.size()) {
        const bool known = declared_.contains(token.text);
        if (!known) explain_number(token);
        if (!known && !find_keyword(token.text, Position::attribute | Position::value)) explain_split(token, parts_of_operand);
        e.name = name(c);
        if (known) return add(std::move(e));
        if (const auto k = find_keyword(token.text, Position::value))
            mark(e.span, *k);
        else if (in_quantifier_ > 0)
            if (const auto attribute = find_keyword(token.text, Position::attribute)) mark(e.span, *attribute);
        return add(std::move(e));
    }
    e.kind = ExprKind::attribute;
    const auto whole = std::string_view(token.text);
    e.name = Name{std::string(whole.substr(0, point)), raw_span(token, 0, point), false};
    e.member = Name{std::string(whole.substr(point + 1)), raw_span(token, point + 1, whole.size()), false};
    if (spells(e.name.text, Keyword::this_)) {
        e.current = true;
        mark(e.name.span, Keyword::this_);
    } else if (!declared_.contains(e.name.text)) {
        explain_split(token, parts_of_operand);
    }
    if (const auto k = find_keyword(e.member.text, Position::attribute)) mark(e.member.span, *k);
    c.advance();
    return add(std::move(e));
}

}  // namespace guicheng::syntax
