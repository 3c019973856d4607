// What belongs to a statement: 当, 除外, 否则, 依据, 释义, 计期, 扣除, 自 … 施行.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

bool Shaper::at_modifier(const Cursor& c) const {
    return c.keyword(Position::modifier).has_value() || (c.is(TokenKind::comma) && c.keyword(Position::modifier, 1).has_value());
}

void Shaper::grounds(Cursor& c, Grounds& g) {
    if (accept(c, Keyword::cite)) {
        if (c.at_end() || at_modifier(c)) give_up("P030", c.previous());
        g.citations.push_back(name(c));
        while (!c.at_end() && !at_modifier(c)) {
            if (c.is(TokenKind::enumeration)) c.advance();
            if (c.is(TokenKind::comma) && (c.is(TokenKind::word, 1) || c.is(TokenKind::name, 1))) wrong_comma(c);
            if (!c.is(TokenKind::word) && !c.is(TokenKind::name) && !c.is(TokenKind::title)) return;
            exception_behind(c);
            // A word that a person would read as the next part is not a clause.
            explain_split(*c.token(), parts_of_citation);
            g.citations.push_back(name(c));
        }
        return;
    }
    take(c, Keyword::reading);
    g.interpretations.push_back(text(c));
}

Consequence Shaper::consequence(Cursor& c) {
    Consequence out;
    out.span = c.here();
    const auto word = c.keyword(Position::consequence);
    if (!word) unexpected(c, keywords_in(Position::consequence), "P051");
    out.word = take(c, *word);
    const bool named = !c.at_end() && !at_modifier(c) && (c.is(TokenKind::word) || c.is(TokenKind::name));
    switch (out.word) {
        case Keyword::correction: out.period = quantity(c); break;
        case Keyword::accountability:
            if (named) out.target = name(c);
            break;
        case Keyword::return_to: out.target = reference(c); break;
        case Keyword::launch: out.target = name(c); break;
        default: break;
    }
    out.span = base::join(out.span, c.previous());
    return out;
}

void Shaper::modifiers(Cursor& c, Modifiers& m) {
    if (!at_modifier(c)) return;
    m.span = c.here();
    // 依据 and 释义 belong to the part last read; each part is the last of its list.
    enum class Part { own, when, except, or_else } part = Part::own;
    const auto nearest = [&]() -> Grounds& {
        switch (part) {
            case Part::own: return m.grounds;
            case Part::when: return m.conditions.back().grounds;
            case Part::except: return m.exceptions.back().grounds;
            case Part::or_else: return m.consequences.back().grounds;
        }
        return m.grounds;
    };
    const auto read_condition = [&](Keyword word) {
        const auto begin = c.here();
        take(c, word);
        if (c.spells(Keyword::when)) {
            error("P088", c.here()).arg("word", shown(begin)).arg("when", shown(c.here())).fix({begin.end, c.here().end}, "");
            throw GivenUp{};
        }
        Condition out;
        out.expr = condition(c);
        out.span = base::join(begin, c.previous());
        return out;
    };
    while (at_modifier(c)) {
        if (c.is(TokenKind::comma)) c.advance();
        const auto word = *c.keyword(Position::modifier);
        switch (word) {
            case Keyword::when:
                if (!m.conditions.empty()) {
                    error("P058", c.here()).related(concrete_.source, m.conditions.front().span, "P058.first");
                    throw GivenUp{};
                }
                m.conditions.push_back(read_condition(word));
                part = Part::when;
                break;
            case Keyword::except:
                m.exceptions.push_back(read_condition(word));
                part = Part::except;
                break;
            case Keyword::or_else:
                take(c, word);
                m.consequences.push_back(consequence(c));
                part = Part::or_else;
                break;
            case Keyword::cite:
            case Keyword::reading: grounds(c, nearest()); break;
            case Keyword::counting: {
                take(c, word);
                const auto profile = c.keyword(Position::profile);
                if (!profile) unknown_profile(c);
                m.profile = Name{std::string(c.word()), c.here(), false};
                take(c, *profile);
                break;
            }
            case Keyword::deduct:
                take(c, word);
                m.stops = stops(c);
                break;
            case Keyword::from:
                take(c, word);
                m.in_force_from = date(c);
                expect(c, Keyword::in_force);
                break;
            default: give_up("P028", c.here());
        }
    }
    m.span = base::join(m.span, c.previous());
}

}  // namespace guicheng::syntax
