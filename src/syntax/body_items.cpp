// Statements about a body: of how many members it consists, of which classes, and for how long.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

/// 3 至 5人: the two ends belong to it, as with 以上 and 以下 (Civil Code art. 1259).
bool Shaper::size_between(Cursor& c, Statement& s) {
    const auto start = c.at();
    auto low = quantity(c);
    if (!low || low->bounds.size() != 1 || low->bounds.front().op || !c.spells(Keyword::to)) {
        c.go_to(start);
        return false;
    }
    take(c, Keyword::to);
    const auto high = quantity(c);
    if (!high) {
        error("P034", c.previous()).arg("word", shown(c.previous()));
        throw GivenUp{};
    }
    low->span = base::join(low->span, high->span);
    const auto& top = high->bounds.front();
    if (high->bounds.size() != 1 || top.op || low->bounds.front().kind != top.kind || low->bounds.front().value > top.value)
        give_up("P049", low->span);
    low->bounds.push_back(top);
    low->bounds.front().op = base::Comparison::greater_equal;
    low->bounds.back().op = base::Comparison::less_equal;
    s.quantity = std::move(low);
    return true;
}

void Shaper::body_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::classes: s.names = names(c, false); return;
        case Keyword::body_size:
            modality(c, s);
            if (!size_between(c, s)) amount(c, s, QuantityKind::integer, true);
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
