// Statements of a step.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::step_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::by: s.names = names(c, true); return;
        case Keyword::after:
            s.prerequisite = prerequisite(c);
            if (c.spells(Keyword::when) || (c.is(TokenKind::comma) && c.spells(Keyword::when, 1))) {
                if (c.is(TokenKind::comma)) c.advance();
                give_up("P053", c.here());
            }
            return;
        case Keyword::form: s.names = keyword_names(c, Position::act_form); return;
        case Keyword::meeting:
            s.name = reference(c);
            s.block = block(brace(c, "P069"), Level::meeting, s);
            return;
        case Keyword::posting: posting(c, s); return;
        case Keyword::materials:
            label(c, s);
            modality(c, s);
            no_earlier_word(c);
            expect(c, Keyword::ahead);
            amount(c, s, QuantityKind::period, false);
            expect(c, Keyword::delivered);
            return;
        case Keyword::time_limit: time_limit(c, s); return;
        case Keyword::minutes:
            label(c, s);
            modality(c, s);
            expect(c, Keyword::includes);
            s.names = set_of_names(c);
            return;
        case Keyword::record: s.fields = fields(c); return;
        case Keyword::require: require(c, s); return;
        case Keyword::sign_off: sign_off(c, s); return;
        case Keyword::lost: lost(c, s); return;
        default: give_up("P022", s.head_span);
    }
}

/// 材料 3日前 送达, as people say it, for 材料 提前 3日 送达.
void Shaper::no_earlier_word(Cursor& c) {
    const auto word = c.word();
    const auto length = quantity_prefix(word);
    if (length == 0 || !is_before(word.substr(length))) return;
    const auto meant = std::string(zh(Keyword::ahead)) + " " + std::string(word.substr(0, length));
    error("P026", c.here()).arg("word", std::string(word)).arg("meant", meant).fix(c.here(), meant);
    throw GivenUp{};
}

void Shaper::posting(Cursor& c, Statement& s) {
    label(c, s);
    if (accept(c, Keyword::contents)) {
        s.aspect = Keyword::contents;
        modality(c, s);
        expect(c, Keyword::includes);
        s.names = set_of_names(c);
        return;
    }
    if (accept(c, Keyword::medium)) {
        if (c.at_end() || at_modifier(c)) give_up("P030", c.previous());
        // 公示 媒介 不少于 3个月: what follows goes on with the statement and names nothing.
        const bool goes_on =
            c.is(TokenKind::word) &&
            (scan_quantity(c.word()) || c.keyword(Position::compare_before | Position::modality) || c.spells(Keyword::in_total));
        if (goes_on) give_up("P030", c.here());
        s.medium = name(c);
    }
    const auto total = c.here();
    if (accept(c, Keyword::in_total)) s.in_total = total;
    modality(c, s);
    no_length_word(c);
    if (!s.label && !s.medium && !s.in_total && !s.modality && c.is(TokenKind::word) && !c.spells(Keyword::must_not) &&
        !scan_quantity(c.word()) && !c.keyword(Position::compare_before) && c.peek(1) != nullptr) {
        // 公示 甲 不少于 15日: a label without its colon.
        const auto next = c.word(1);
        const bool rest_fits =
            !next.empty() && (scan_quantity(next) || find_keyword(next, Position::modality) || spells(next, Keyword::contents));
        const bool word_fits =
            split(c.word(), parts_of_anything).has_value() || habitual(c.word()).has_value() || simplified(c.word()) != c.word();
        auto near = keywords_in(Position::modality | Position::compare_before);
        near.push_back(Keyword::contents);
        if (word_fits || !rest_fits) unexpected(c, near, "P034");
        explain(*c.token(), near, false);
        missing_colon(c);
    }
    if (c.at_end() || at_modifier(c)) give_up("P075", c.previous());
    no_length_word(c);
    amount(c, s, QuantityKind::period, true);
}

void Shaper::missing_colon(Cursor& c) {
    error("P076", c.here()).arg("label", shown(c.here())).suggest({c.here().end, c.here().end}, "\uFF1A");
    throw GivenUp{};
}

void Shaper::lost(Cursor& c, Statement& s) {
    expect(c, Keyword::then);
    const auto k = c.keyword(Position::lost_then);
    if (!k) unexpected(c, keywords_in(Position::lost_then), "P077");
    s.aspect = take(c, *k);
    if (*k == Keyword::return_to) s.name = reference(c);
}

/// 要求 若 涉密 则 突发: what is required first, then when.
void Shaper::condition_before_demand(Cursor& c, const Statement& s) {
    if (!c.spells(Keyword::when) && habitual(c.word()) != Keyword::when) return;
    for (std::size_t at = 2; c.peek(at + 1) != nullptr; ++at) {
        if (!c.spells(Keyword::then, at) && !c.is(TokenKind::comma, at)) continue;
        const auto first = at + (c.is(TokenKind::comma, at) && c.spells(Keyword::then, at + 1) ? 2 : 1);
        if (c.peek(first) == nullptr) return;
        auto end = first;
        while (c.peek(end + 1) != nullptr) ++end;
        const std::string when(spelling(Keyword::when, zh(Keyword::when)));
        const base::Span whole{c.here().begin, c.span_of(*c.peek(end)).end};
        const auto meant = shown({c.span_of(*c.peek(first)).begin, whole.end}) + " " + when + " " +
                           shown({c.span_of(*c.peek(1)).begin, c.span_of(*c.peek(at - 1)).end});
        error("P096", c.here()).arg("word", when).arg("form", shown(s.head_span) + " " + meant).suggest(whole, meant);
        throw GivenUp{};
    }
}

void Shaper::require(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
    condition_before_demand(c, s);
    if (c.spells(Keyword::cases) && c.is(TokenKind::open_brace, 1)) {
        take(c, Keyword::cases);
        situations(c, s);
        return;
    }
    if (c.at_end() || at_modifier(c)) give_up("P050", c.previous());
    const auto* first = c.token();
    s.expr = condition(c);
    const bool one_word = first->kind == TokenKind::word && c.previous() == first->span;
    if (!one_word || c.at_end() || at_modifier(c) || s.label || s.modality) return;
    // 要求 及时 金额 不少于 3: a label without its colon, unless the next word is no operand.
    if (c.is(TokenKind::word) && !c.keyword(heads(Level::step)) && c.peek(1) != nullptr) {
        explain(*c.token(), could_follow(c), false);
        c.go_to(c.at() - 1);
        missing_colon(c);
    }
}

}  // namespace guicheng::syntax
