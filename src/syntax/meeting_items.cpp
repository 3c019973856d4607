// Statements of a meeting: who came, who agreed, how it was voted.
#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::meeting_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::present:
        case Keyword::in_favour: share_of(c, s); return;
        case Keyword::ballot_form: s.names = keyword_names(c, Position::ballot); return;
        case Keyword::proxies:
        case Keyword::remote_voting: {
            const auto k = c.keyword(Position::modality);
            if (k != Keyword::may && k != Keyword::must_not) unexpected(c, {Keyword::may, Keyword::must_not}, "P078");
            s.modality = take(c, *k);
            if (s.head != Keyword::proxies) return;
            if (c.is(TokenKind::comma) && c.spells(Keyword::each_person, 1)) c.advance();
            if (!accept(c, Keyword::each_person)) return;
            const auto begin = c.here();
            s.quantity = quantity(c);
            if (!s.quantity || s.quantity->bounds.size() != 1 || s.quantity->bounds[0].kind != QuantityKind::integer ||
                !s.quantity->bounds[0].op) {
                if (!s.quantity) unexpected(c, {Keyword::at_most}, "P034");
                error("P079", begin).arg("number", shown(s.quantity->span));
                throw GivenUp{};
            }
            return;
        }
        default: give_up("P022", s.head_span);
    }
}

/// Of whom: a word before a denominator or a bound is a class if one is called so, or nearly so; else it was to be a label.
bool Shaper::names_class(const Cursor& c) const {
    const auto* token = c.token();
    const bool bounded = c.keyword(Position::denominator, 1) || c.keyword(Position::compare_before, 1) || scan_quantity(c.word(1));
    if (token == nullptr || !bounded) return false;
    if (token->kind == TokenKind::name) return true;
    if (token->kind != TokenKind::word || c.keyword(Position::denominator | Position::compare_before | Position::modality) ||
        scan_quantity(c.word()))
        return false;
    const std::vector<std::string_view> known(classes_.begin(), classes_.end());
    return base::closest_index(token->text, known, base::utf8::count(token->text) / 3).has_value();
}

void Shaper::share_of(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
    way(c, s);
    while (c.spells(Keyword::or_)) {
        Statement other;
        other.head = s.head;
        other.head_span = s.head_span;
        const auto begin = c.here();
        take(c, Keyword::or_);
        way(c, other);
        other.span = base::join(begin, c.previous());
        s.ways.push_back(std::move(other));
    }
    if (c.spells(Keyword::and_)) give_up("P120", c.here());
}

/// [class] [denominator] bound
void Shaper::way(Cursor& c, Statement& s) {
    if (names_class(c)) s.member_class = reference(c);
    const auto k = c.keyword(Position::denominator);
    if (k) s.denominator = take(c, *k);
    no_counting_word(c, k.has_value());
    if (c.at_end() || at_modifier(c)) give_up("P080", c.previous());
    if (!k && c.is(TokenKind::word) && !scan_quantity(c.word()) && !c.keyword(Position::compare_before) && !c.spells(Keyword::must_not)) {
        auto near = keywords_in(Position::denominator);
        const auto next = c.word(1);
        const bool label_fits =
            !s.label && !s.modality && !next.empty() && (find_keyword(next, Position::denominator) || scan_quantity(next));
        // 村民到会 ends as a keyword and is a label all the same; 应到全体 is none.
        const auto pieces = label_fits ? split(c.word(), parts_of_anything) : std::nullopt;
        if (pieces && !is_any_keyword(pieces->substr(0, pieces->find(' ')))) missing_colon(c);
        explain(*c.token(), near, false);
        if (label_fits) missing_colon(c);
        for (const auto more : keywords_in(Position::modality | Position::compare_before)) near.push_back(more);
        unexpected(c, near, "P054");
    }
    amount(c, s, QuantityKind::integer, true);
    if (!k && s.quantity && s.quantity->bounds[0].kind == QuantityKind::share) {
        error("P081", s.quantity->span)
            .arg("share", shown(s.quantity->span))
            .arg("head", shown(s.head_span))
            .arg("one", std::string(spelling(Keyword::entitled, shown(s.head_span))))
            .arg("other", std::string(spelling(s.head == Keyword::present ? Keyword::whole : Keyword::present, shown(s.head_span))));
        throw GivenUp{};
    }
}

}  // namespace guicheng::syntax
