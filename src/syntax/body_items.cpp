// Statements about a body: of how many members it consists, of which classes, and for how long.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::body_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::classes: s.names = names(c, false); return;
        case Keyword::body_size:
            modality(c, s);
            amount(c, s, QuantityKind::integer, true);
            return;
        case Keyword::composition:
            label(c, s);
            modality(c, s);
            s.name = reference(c);
            if (const auto k = c.keyword(Position::denominator)) s.denominator = take(c, *k);
            amount(c, s, QuantityKind::integer, true);
            return;
        case Keyword::term:
            modality(c, s);
            amount(c, s, QuantityKind::period, false);
            return;
        default: give_up("P022", s.head_span);
    }
}

}  // namespace guicheng::syntax
