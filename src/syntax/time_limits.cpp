// 时限: from where it runs, by which day, and what stops it.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::time_limit(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
    if (accept(c, Keyword::no_later_than)) {
        s.aspect = Keyword::no_later_than;
        if (c.at_end() || at_modifier(c)) give_up("P050", c.previous());
        s.expr = operand(c);
        return;
    }
    expect(c, Keyword::from);
    s.starts.push_back(start(c));
    while (c.is(TokenKind::enumeration) || c.spells(Keyword::together_with)) {
        if (!accept(c, Keyword::together_with)) c.advance();
        s.starts.push_back(start(c));
    }
    const bool several = s.starts.size() > 1;
    if (!several && (c.spells(Keyword::later_of) || c.spells(Keyword::earlier_of))) unexpected(c, {Keyword::together_with}, "P029");
    if (accept(c, Keyword::later_of))
        s.aspect = Keyword::later_of;
    else if (accept(c, Keyword::earlier_of))
        s.aspect = Keyword::earlier_of;
    else if (several)
        unexpected(c, {Keyword::later_of, Keyword::earlier_of}, "P029");
    expect(c, Keyword::onward);
    amount(c, s, QuantityKind::period, false);
    accept(c, Keyword::within);
}

/// 首次 and 末次 are keywords only before a name: a step may be called either.
StartTerm Shaper::start(Cursor& c) {
    StartTerm term;
    for (const auto which : {Keyword::at_first, Keyword::at_last}) {
        if (!c.spells(which) || c.spells(Keyword::onward, 1)) continue;
        if (c.is(TokenKind::word, 1) || c.is(TokenKind::name, 1)) term.which = take(c, which);
        break;
    }
    term.name = reference(c);
    if (term.which) return term;
    Expr e;
    e.name = term.name;
    e.span = term.name.span;
    term.expr = add(std::move(e));
    return term;
}

/// Names apart by 、 or blanks, each alone or as 甲 至 乙; 暂缓 is a keyword here.
std::vector<StopTerm> Shaper::stops(Cursor& c) {
    std::vector<StopTerm> out;
    for (bool more = true; more;) {
        StopTerm stop;
        stop.span = c.here();
        if (!accept(c, Keyword::suspend)) {
            stop.event = reference(c);
            if (accept(c, Keyword::to)) stop.until = reference(c);
        }
        stop.span = base::join(stop.span, c.previous());
        out.push_back(std::move(stop));
        more = c.is(TokenKind::enumeration);
        if (more)
            c.advance();
        else
            more = !c.at_end() && !at_modifier(c) && (c.is(TokenKind::word) || c.is(TokenKind::name));
    }
    return out;
}

}  // namespace guicheng::syntax
