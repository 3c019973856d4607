// Lines of the form `condition => …`: what is asked in which situation, who decides about which amount.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

template <class Left, class Right>
void Shaper::arrow_lines(const Item& group, Statement& s, Left left, Right right) {
    for (const auto& line : lines_of(group.items, Level::situations)) {
        Cursor inner(concrete_.tokens, line, concrete_.tokens[group.token].span);
        const bool outer = quiet_;
        quiet_ = outer || quiet(line);
        try {
            Situation situation;
            situation.span = base::join(inner.here(), inner.span_of(*line.back()));
            if (inner.spells(Keyword::otherwise_case) && inner.is(TokenKind::choice_arrow, 1)) {
                take(inner, Keyword::otherwise_case);
            } else {
                situation.condition = left(inner);
            }
            if (!inner.is(TokenKind::choice_arrow)) unexpected(inner, {}, "P082");
            inner.advance();
            right(inner, situation);
            finish(inner, Level::situations);
            s.situations.push_back(std::move(situation));
        } catch (const GivenUp&) {
            // Reported; the next line goes on.
        }
        quiet_ = outer;
    }
}

void Shaper::situations(Cursor& c, Statement& s) {
    const auto& group = c.item();
    c.advance();
    arrow_lines(
        group, s, [&](Cursor& inner) { return condition(inner); },
        [&](Cursor& inner, Situation& situation) {
            if (!accept(inner, Keyword::unregulated)) situation.demand = condition(inner);
        });
    if (s.situations.empty()) give_up("P083", c.previous());
}

/// 分级 采购审批 按 金额 { 不满 1万元 => 分管领导；1万元以上 => 党委会 }
void Shaper::tiers(Cursor& c, Statement& s) {
    s.name = name(c);
    expect(c, Keyword::according_to);
    s.second_name = reference(c);
    const auto& group = brace(c, "P069");
    // A band compares the field that stands in the head.
    const auto bound = [&](Cursor& inner) {
        Expr field;
        field.name = *s.second_name;
        field.span = inner.here();
        const auto left = add(std::move(field));
        const auto made = comparison(inner, left);
        if (made == left) give_up("P133", inner.here());
        return made;
    };
    arrow_lines(group, s, bound, [&](Cursor& inner, Situation& situation) {
        situation.names = names(inner, true);
        while (inner.spells(Keyword::cite) || inner.spells(Keyword::reading)) grounds(inner, situation.grounds);
    });
    if (group.items.empty()) give_up("P134", c.previous());
}

}  // namespace guicheng::syntax
