// 时限: from where it runs, by which day, and what stops it.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::time_limit(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
    if (c.spells(Keyword::not_later_than)) {
        // 不晚于 compares two days; the word of a limit says the same.
        const std::string meant(spelling(Keyword::no_later_than, c.word()));
        error("P026", c.here()).arg("word", shown(c.here())).arg("meant", meant).fix(c.here(), meant);
        throw GivenUp{};
    }
    if (accept(c, Keyword::no_later_than)) {
        s.aspect = Keyword::no_later_than;
        if (c.at_end() || at_modifier(c)) give_up("P050", c.previous());
        s.expr = operand(c);
        return;
    }
    if (declared_.contains(std::string(c.word())) && is_after(c.word(1))) {
        // 时限 表决 后 7日 内.
        const base::Span whole{c.here().begin, c.span_of(*c.peek(1)).end};
        const auto meant = std::string(zh(Keyword::from)) + " " + shown(c.here()) + " " + std::string(zh(Keyword::onward));
        error("P026", whole).arg("word", shown(whole)).arg("meant", meant).suggest(whole, meant);
        throw GivenUp{};
    }
    if (!accept(c, Keyword::from)) unexpected(c, {Keyword::from, Keyword::no_later_than}, "P029");
    s.starts.push_back(start(c));
    while (c.is(TokenKind::enumeration) || c.spells(Keyword::together_with) || joint_follows(c)) {
        if (!accept(c, Keyword::together_with)) c.advance();
        if (c.spells(Keyword::later_of) || c.spells(Keyword::earlier_of)) give_up("P030", c.here());
        s.starts.push_back(start(c));
    }
    const bool several = s.starts.size() > 1;
    if (!several && (c.spells(Keyword::later_of) || c.spells(Keyword::earlier_of))) {
        error("P110", c.here()).arg("word", std::string(c.word())).suggest({c.previous().end, c.here().end}, "");
        throw GivenUp{};
    }
    if (accept(c, Keyword::later_of))
        s.aspect = Keyword::later_of;
    else if (accept(c, Keyword::earlier_of))
        s.aspect = Keyword::earlier_of;
    else if (several)
        later_or_earlier(c);
    if (is_after(c.word())) {
        const std::string meant(zh(Keyword::onward));
        error("P026", c.here()).arg("word", shown(c.here())).arg("meant", meant).suggest(c.here(), meant);
        throw GivenUp{};
    }
    expect(c, Keyword::onward);
    amount(c, s, QuantityKind::period, false);
    if (habitual(c.word()) == Keyword::within) {
        const std::string meant(zh(Keyword::within));
        error("P026", c.here()).arg("word", shown(c.here())).arg("meant", meant).fix(c.here(), meant);
        throw GivenUp{};
    }
    accept(c, Keyword::within);
}

/// 自 甲 和 乙 中较晚者 起: the word between the two is another.
bool Shaper::joint_follows(Cursor& c) {
    const auto word = c.word();
    if (!joins_names(word) || declared_.contains(std::string(word)) || c.peek(1) == nullptr) return false;
    const std::string meant(spelling(Keyword::together_with, word));
    error("P026", c.here()).arg("word", std::string(word)).arg("meant", meant).fix(c.here(), meant);
    throw GivenUp{};
}

void Shaper::later_or_earlier(Cursor& c) {
    if (!c.at_end()) explain(*c.token(), {Keyword::later_of, Keyword::earlier_of}, false);
    const auto place = c.previous().end;
    const std::string later(english_ ? en(Keyword::later_of) : zh(Keyword::later_of));
    const std::string earlier(english_ ? en(Keyword::earlier_of) : zh(Keyword::earlier_of));
    error("P093", {place, place}).arg("later", later).arg("earlier", earlier).suggest({place, place}, " " + later);
    throw GivenUp{};
}

/// 自 第一次 甲 起; 自 2024-03-01 起.
void Shaper::no_other_start(Cursor& c) {
    const auto word = c.word();
    if (word.empty() || declared_.contains(std::string(word))) return;
    const auto habit = habitual(word);
    if ((habit == Keyword::at_first || habit == Keyword::at_last) && (c.is(TokenKind::word, 1) || c.is(TokenKind::name, 1)) &&
        !c.spells(Keyword::onward, 1)) {
        const std::string meant(zh(*habit));
        error("P026", c.here()).arg("word", std::string(word)).arg("meant", meant).fix(c.here(), meant);
        throw GivenUp{};
    }
    const auto lexemes = scan_quantity(word);
    if (!lexemes || lexemes->size() != 1) return;
    const auto kind = lexemes->front().kind;
    if (kind != Lexeme::Kind::date && kind != Lexeme::Kind::wrong_date) return;
    error("P094", c.here()).arg("date", shown(c.here()));
    throw GivenUp{};
}

/// 首次 and 末次 are keywords only before a name: a step may be called either.
StartTerm Shaper::start(Cursor& c) {
    StartTerm term;
    for (const auto which : {Keyword::at_first, Keyword::at_last}) {
        if (!c.spells(which) || c.spells(Keyword::onward, 1)) continue;
        if (c.is(TokenKind::word, 1) || c.is(TokenKind::name, 1)) {
            term.which_span = c.here();
            term.which = take(c, which);
        }
        break;
    }
    no_other_start(c);
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
