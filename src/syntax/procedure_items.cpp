// Statements of a procedure and of a finding.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::procedure_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::full_title:
        case Keyword::version: s.text = text(c); return;
        case Keyword::level: s.name = name(c); return;
        case Keyword::source: s.names = names(c, false); return;
        case Keyword::in_force:
        case Keyword::repealed: s.date = date(c); return;
        case Keyword::counting: {
            const auto profile = c.keyword(Position::profile);
            if (!profile) unknown_profile(c);
            s.name = Name{std::string(c.word()), c.here(), false};
            take(c, *profile);
            return;
        }
        case Keyword::actors:
        case Keyword::bodies:
            s.names = names(c, false);
            if (c.is(TokenKind::open_brace)) s.block = block(brace(c, "P069"), Level::body, s);
            return;
        case Keyword::matter: s.fields = fields(c); return;
        case Keyword::parameter:
            s.name = name(c);
            s.type = type(c);
            return;
        case Keyword::finding:
            s.name = name(c);
            s.block = block(brace(c, "P069"), Level::finding, s);
            if (!s.type && !quiet_ && !sink_.has_errors()) give_up("P074", s.head_span);
            return;
        case Keyword::event:
            s.name = name(c);
            if (c.is(TokenKind::open_brace)) s.block = block(brace(c, "P069"), Level::event, s);
            return;
        case Keyword::applies: {
            const auto begin = c.here();
            expect(c, Keyword::when);
            s.expr = condition(c);
            s.condition = Condition{s.expr, {}, base::join(begin, c.previous())};
            while (c.spells(Keyword::cite) || c.spells(Keyword::reading) ||
                   (c.is(TokenKind::comma) && (c.spells(Keyword::cite, 1) || c.spells(Keyword::reading, 1)))) {
                if (c.is(TokenKind::comma)) c.advance();
                grounds(c, s.condition->grounds);
            }
            s.modifiers.grounds = s.condition->grounds;
            return;
        }
        case Keyword::may:
            s.modality = Keyword::may;
            if (!c.spells(Keyword::step)) unexpected(c, {Keyword::step}, "P029");
            s.head_span = c.here();
            s.head = take(c, Keyword::step);
            step_head(c, s);
            return;
        case Keyword::step: step_head(c, s); return;
        case Keyword::assert_:
            expect(c, Keyword::reach);
            s.name = reference(c);
            expect(c, Keyword::must_pass);
            s.second_name = reference(c);
            return;
        case Keyword::require: require(c, s); return;
        case Keyword::separate: separate(c, s); return;
        case Keyword::tiers: tiers(c, s); return;
        default: give_up("P022", s.head_span);
    }
}

void Shaper::step_head(Cursor& c, Statement& s) {
    s.name = name(c);
    const auto read_grounds = [&](Grounds& g) {
        while (c.spells(Keyword::cite) || c.spells(Keyword::reading) ||
               (c.is(TokenKind::comma) && (c.spells(Keyword::cite, 1) || c.spells(Keyword::reading, 1)))) {
            if (c.is(TokenKind::comma)) c.advance();
            grounds(c, g);
        }
    };
    read_grounds(s.modifiers.grounds);
    if (c.is(TokenKind::comma) && c.spells(Keyword::when, 1)) c.advance();
    if (c.spells(Keyword::when)) {
        const auto begin = c.here();
        take(c, Keyword::when);
        Condition w;
        w.expr = condition(c);
        w.span = base::join(begin, c.previous());
        read_grounds(w.grounds);
        s.condition = std::move(w);
    }
    const auto& group = brace(c, "P069");
    const bool outer = quiet_;
    s.block = block(group, Level::step, s);
    quiet_ = outer;
}

void Shaper::finding_item(Cursor& c, Statement& s, Statement& owner) {
    switch (s.head) {
        case Keyword::by: s.names = names(c, true); return;
        case Keyword::conclusion:
            s.type = type(c);
            owner.type = s.type;
            return;
        case Keyword::if_none:
            expect(c, Keyword::taken_as);
            if (auto q = quantity(c)) {
                s.when_none_quantity = q;
                owner.when_none_quantity = std::move(q);
                return;
            }
            if (const auto k = c.keyword(Position::value); k && !declared_.contains(c.token()->text)) mark(c.here(), *k);
            s.when_none = name(c);
            owner.when_none = s.when_none;
            return;
        default: give_up("P022", s.head_span);
    }
}

}  // namespace guicheng::syntax
