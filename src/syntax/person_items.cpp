// Statements about the persons who act: who may not be the same, and who signs after whom.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::separate(Cursor& c, Statement& s) {
    label(c, s);
    s.names = names(c, true);
}

/// 签批 甲 -> 乙 -> 丙，互不相同，盖章
void Shaper::sign_off(Cursor& c, Statement& s) {
    label(c, s);
    s.names.push_back(reference(c));
    while (c.is(TokenKind::chain_arrow)) {
        c.advance();
        s.names.push_back(reference(c));
    }
    if (c.is(TokenKind::enumeration) && c.is(TokenKind::word, 1)) {
        error("P132", c.here()).fix(c.here(), " -> ");
        throw GivenUp{};
    }
    const auto also = [&](Keyword word, std::optional<base::Span>& where) {
        const bool comma = c.is(TokenKind::comma);
        if (where || !c.spells(word, comma ? 1 : 0)) return false;
        if (comma) c.advance();
        where = c.here();
        take(c, word);
        return true;
    };
    while (also(Keyword::all_different, s.all_different) || also(Keyword::sealed, s.sealed)) {
    }
}

}  // namespace guicheng::syntax
