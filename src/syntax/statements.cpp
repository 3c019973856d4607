// Blocks to statements, and each statement by its head.
#include <algorithm>

#include "syntax/shape.hpp"

namespace guicheng::syntax {
namespace {

Position heads(Level level) {
    switch (level) {
        case Level::file: return Position::file_item;
        case Level::procedure: return Position::procedure_item;
        case Level::step: return Position::step_item;
        case Level::meeting: return Position::meeting_item;
        case Level::finding: return Position::finding_item;
        case Level::event: return Position::event_item;
        case Level::fields: case Level::situations: return Position::particle;
    }
    return Position::particle;
}

/// The statement whose block holds a head that stands elsewhere.
std::optional<Keyword> home_of(std::string_view word) {
    if (find_keyword(word, Position::procedure_item)) return Keyword::procedure;
    if (find_keyword(word, Position::step_item)) return Keyword::step;
    if (find_keyword(word, Position::meeting_item)) return Keyword::meeting;
    if (find_keyword(word, Position::finding_item)) return Keyword::finding;
    if (find_keyword(word, Position::event_item)) return Keyword::event;
    return std::nullopt;
}

}  // namespace

Shaper::Shaper(Concrete& concrete, const Limits& limits, diag::Sink& sink) : concrete_(concrete), limits_(limits), sink_(sink) {
    file_.source = concrete.source;
    collect_declared(concrete.items);
}

File Shaper::run() {
    if (declared_.size() > limits_.names) {
        error("P004", {0, 0}).arg("limit", std::to_string(limits_.names)).arg("found", std::to_string(declared_.size()));
        return std::move(file_);
    }
    Statement nobody;
    file_.procedures = statements(concrete_.items, Level::file, nobody, {0, 0});
    std::stable_sort(concrete_.marks.begin(), concrete_.marks.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    return std::move(file_);
}

bool Shaper::continues(const Token& token, const Token* next, Level level) const {
    if (token.kind == TokenKind::chain_arrow || token.kind == TokenKind::choice_arrow || token.kind == TokenKind::open_brace) return true;
    if (token.kind != TokenKind::word) return false;
    // A field may have any name: 依据 文本 declares one.
    if (level == Level::fields && next != nullptr && next->kind == TokenKind::word && find_keyword(next->text, Position::type)) return false;
    const auto k = find_keyword(token.text, Position::modifier | Position::condition);
    if (!k) return false;
    if (*k == Keyword::and_ || *k == Keyword::or_) return true;
    if (*k == Keyword::counting && level == Level::procedure) return false;
    return overlaps(entry(*k).positions, Position::modifier);
}

std::vector<Line> Shaper::lines_of(const std::vector<Item>& items, Level level) {
    std::vector<Line> lines;
    bool fresh = true;
    std::uint32_t indent = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& t = concrete_.tokens[items[i].token];
        if (t.kind == TokenKind::semicolon || t.kind == TokenKind::stop) {
            fresh = true;
            continue;
        }
        const auto* next = i + 1 < items.size() ? &concrete_.tokens[items[i + 1].token] : nullptr;
        const bool first = t.first_on_line;
        if (first && !lines.empty() && continues(t, next, level)) {
            if (t.indent <= indent && t.kind != TokenKind::open_brace) {
                const auto line = std::string(indent + 4, ' ');
                const auto& head = concrete_.tokens[lines.back().front()->token];
                error("P027", t.span)
                    .arg("word", shown(t.span))
                    .arg("statement", shown(head.span))
                    .related(concrete_.source, head.span, "P027.statement", {{"statement", shown(head.span)}})
                    .fix({concrete_.source->line_begin(t.span.begin), t.span.begin}, line);
            }
            lines.back().push_back(&items[i]);
            fresh = false;
            continue;
        }
        if (first || fresh || lines.empty()) {
            lines.emplace_back();
            indent = t.indent;
            fresh = false;
        }
        lines.back().push_back(&items[i]);
    }
    return lines;
}

std::vector<Statement> Shaper::statements(const std::vector<Item>& items, Level level, Statement& owner, base::Span before) {
    std::vector<Statement> out;
    for (const auto& line : lines_of(items, level)) {
        Cursor c(concrete_.tokens, line, before);
        Statement s;
        s.span = base::join(c.span_of(*line.front()), c.span_of(*line.back()));
        const bool outer = quiet_;
        quiet_ = quiet(line);
        try {
            statement(c, level, s, owner);
            out.push_back(std::move(s));
        } catch (const GivenUp&) {
            // What stands in the block of a statement that was given up is read all the same.
            skip_blocks(c, level);
        }
        quiet_ = outer;
    }
    return out;
}

std::vector<Statement> Shaper::block(const Item& group, Level level, Statement& owner) {
    return statements(group.items, level, owner, concrete_.tokens[group.token].span);
}

void Shaper::skip_blocks(Cursor& c, Level level) {
    for (; !c.at_end(); c.advance()) {
        if (!c.is(TokenKind::open_brace)) continue;
        Statement nobody;
        const auto items_quiet = quiet_;
        quiet_ = false;
        // Of a misspelt head only these blocks are certain.
        if (level == Level::file) block(c.item(), Level::procedure, nobody);
        if (level == Level::procedure && looks_like_step(c.item())) block(c.item(), Level::step, nobody);
        if (level == Level::step && looks_like_meeting(c.item())) block(c.item(), Level::meeting, nobody);
        quiet_ = items_quiet;
    }
}

bool Shaper::looks_like_step(const Item& group) const { return looks_like(group, Position::step_item); }
bool Shaper::looks_like_meeting(const Item& group) const { return looks_like(group, Position::meeting_item); }

/// Whether every first word of a line is a head of this kind.
bool Shaper::looks_like(const Item& group, Position positions) const {
    bool any = false;
    for (const auto& i : group.items) {
        const auto& t = concrete_.tokens[i.token];
        if (!t.first_on_line && &i != &group.items.front()) continue;
        if (t.kind != TokenKind::word) return false;
        const bool head_word = find_keyword(t.text, positions).has_value();
        if (!head_word && !find_keyword(t.text, Position::modifier | Position::condition)) return false;
        any = any || head_word;
    }
    return any;
}

Keyword Shaper::head(Cursor& c, Level level) {
    const auto& t = *c.token();
    if (const auto k = c.keyword(heads(level))) return take(c, *k);
    if (t.kind == TokenKind::word) {
        if (find_keyword(t.text, Position::modifier)) {
            error("P072", t.span).arg("word", t.text);
            throw GivenUp{};
        }
        if (const auto home = home_of(t.text)) {
            error("P023", t.span).arg("word", t.text).arg("home", std::string(spelling(*home, t.text)));
            throw GivenUp{};
        }
        explain(t, keywords_in(heads(level)), true);
        // 过半数 at the head of a line, 且 without a statement before: words of the language, none of them a head.
        error("P022", t.span).arg("word", t.text);
        throw GivenUp{};
    }
    if (t.kind == TokenKind::comma || t.kind == TokenKind::enumeration || t.kind == TokenKind::colon) {
        error("P056", t.span).arg("mark", shown(t.span)).fix(t.span, "");
        throw GivenUp{};
    }
    error("P022", c.here()).arg("word", shown(t.span));
    throw GivenUp{};
}

/// What is left of a line after its statement.
void Shaper::finish(Cursor& c, Level level) {
    if (c.at_end()) return;
    const auto& t = *c.token();
    if (t.kind == TokenKind::comma || t.kind == TokenKind::enumeration || t.kind == TokenKind::colon) {
        const bool listed = t.kind == TokenKind::comma && c.is(TokenKind::word, 1);
        if (listed) c.advance();
        if (listed && !c.keyword(heads(level))) explain(*c.token(), keywords_in(Position::modifier), false);
        if (listed) c.go_to(c.at() - 1);
        error("P056", t.span).arg("mark", shown(t.span)).fix(t.span, listed && c.keyword(heads(level), 1) ? "\uFF1B" : "");
        throw GivenUp{};
    }
    if (t.kind == TokenKind::word && level != Level::fields) {
        if (c.keyword(heads(level))) {
            error("P073", c.here()).arg("word", t.text).fix({c.previous().end, c.previous().end}, "\uFF1B");
            throw GivenUp{};
        }
    }
    if (t.kind == TokenKind::word) explain(t, keywords_in(Position::modifier), false);
    error("P028", c.here()).arg("word", shown(t.span));
    throw GivenUp{};
}

void Shaper::statement(Cursor& c, Level level, Statement& s, Statement& owner) {
    s.head_span = c.here();
    s.head = head(c, level);
    switch (level) {
        case Level::file:
            s.name = name(c);
            s.block = block(brace(c, "P069"), Level::procedure, s);
            break;
        case Level::procedure: procedure_item(c, s); break;
        case Level::step: step_item(c, s); break;
        case Level::meeting: meeting_item(c, s); break;
        case Level::finding: finding_item(c, s, owner); break;
        case Level::event:
            if (s.head == Keyword::by) {
                s.names = names(c, true);
            } else {
                s.fields = fields(c);
            }
            break;
        case Level::fields: case Level::situations: break;
    }
    modifiers(c, s.modifiers, level);
    finish(c, level);
}

void Shaper::procedure_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::full_title: case Keyword::version: s.text = text(c); return;
        case Keyword::level: s.name = name(c); return;
        case Keyword::source: s.names = names(c, false); return;
        case Keyword::in_force: case Keyword::repealed: s.date = date(c); return;
        case Keyword::counting: {
            const auto profile = c.keyword(Position::profile);
            if (!profile) unexpected(c, keywords_in(Position::profile), "P052");
            s.name = Name{std::string(c.word()), c.here(), false};
            take(c, *profile);
            return;
        }
        case Keyword::actors: case Keyword::bodies: s.names = names(c, false); return;
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
            expect(c, Keyword::ahead);
            amount(c, s, QuantityKind::period, false);
            expect(c, Keyword::delivered);
            return;
        case Keyword::time_limit:
            label(c, s);
            modality(c, s);
            expect(c, Keyword::from);
            s.name = reference(c);
            expect(c, Keyword::onward);
            amount(c, s, QuantityKind::period, false);
            accept(c, Keyword::within);
            return;
        case Keyword::minutes:
            label(c, s);
            modality(c, s);
            expect(c, Keyword::includes);
            s.names = set_of_names(c);
            return;
        case Keyword::record: s.fields = fields(c); return;
        case Keyword::require: require(c, s); return;
        case Keyword::lost: lost(c, s); return;
        default: give_up("P022", s.head_span);
    }
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
    modality(c, s);
    if (!s.label && !s.modality && c.is(TokenKind::word) && !scan_quantity(c.word()) && !c.keyword(Position::compare_before) && c.peek(1) != nullptr) {
        // 公示 甲 不少于 15日: a label without its colon.
        const auto next = c.word(1);
        const bool rest_fits = !next.empty() && (scan_quantity(next) || find_keyword(next, Position::modality) || spells(next, Keyword::contents));
        const bool word_fits = split(c.word()).has_value() || habitual(c.word()).has_value() || simplified(c.word()) != c.word();
        auto near = keywords_in(Position::modality | Position::compare_before);
        near.push_back(Keyword::contents);
        if (word_fits || !rest_fits) unexpected(c, near, "P034");
        explain(*c.token(), near, false);
        missing_colon(c);
    }
    if (c.at_end() || at_modifier(c)) give_up("P075", c.previous());
    amount(c, s, QuantityKind::period, true);
}

void Shaper::missing_colon(Cursor& c) {
    error("P076", c.here()).arg("label", shown(c.here())).fix({c.here().end, c.here().end}, "\uFF1A");
    throw GivenUp{};
}

void Shaper::lost(Cursor& c, Statement& s) {
    expect(c, Keyword::then);
    const auto k = c.keyword(Position::lost_then);
    if (!k) unexpected(c, keywords_in(Position::lost_then), "P077");
    s.aspect = take(c, *k);
    if (*k == Keyword::return_to) s.name = reference(c);
}

void Shaper::meeting_item(Cursor& c, Statement& s) {
    switch (s.head) {
        case Keyword::present: case Keyword::in_favour: share_of(c, s); return;
        case Keyword::ballot_form: s.names = keyword_names(c, Position::ballot); return;
        case Keyword::proxies: case Keyword::remote_voting: {
            const auto k = c.keyword(Position::modality);
            if (k != Keyword::may && k != Keyword::must_not) unexpected(c, {Keyword::may, Keyword::must_not}, "P078");
            s.modality = take(c, *k);
            if (s.head != Keyword::proxies) return;
            if (c.is(TokenKind::comma) && c.spells(Keyword::each_person, 1)) c.advance();
            if (!accept(c, Keyword::each_person)) return;
            const auto begin = c.here();
            s.quantity = quantity(c);
            if (!s.quantity || s.quantity->bounds.size() != 1 || s.quantity->bounds[0].kind != QuantityKind::integer || !s.quantity->bounds[0].op) {
                if (!s.quantity) unexpected(c, {Keyword::at_most}, "P034");
                error("P079", begin).arg("number", shown(s.quantity->span));
                throw GivenUp{};
            }
            return;
        }
        default: give_up("P022", s.head_span);
    }
}

void Shaper::share_of(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
    const auto k = c.keyword(Position::denominator);
    if (k) s.denominator = take(c, *k);
    if (c.at_end() || at_modifier(c)) give_up("P080", c.previous());
    if (!k && c.is(TokenKind::word) && !scan_quantity(c.word()) && !c.keyword(Position::compare_before) && !c.spells(Keyword::must_not)) {
        auto near = keywords_in(Position::denominator);
        explain(*c.token(), near, false);
        const auto next = c.word(1);
        if (!s.label && !s.modality && !next.empty() && (find_keyword(next, Position::denominator) || scan_quantity(next))) missing_colon(c);
        for (const auto more : keywords_in(Position::modality | Position::compare_before)) near.push_back(more);
        unexpected(c, near, "P054");
    }
    amount(c, s, QuantityKind::integer, true);
    if (!k && s.quantity && s.quantity->bounds[0].kind == QuantityKind::share) {
        error("P081", s.quantity->span).arg("share", shown(s.quantity->span)).arg("head", shown(s.head_span));
        throw GivenUp{};
    }
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

void Shaper::require(Cursor& c, Statement& s) {
    label(c, s);
    modality(c, s);
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
        explain(*c.token(), keywords_in(Position::relation | Position::modifier | Position::compare_before), false);
        c.go_to(c.at() - 1);
        missing_colon(c);
    }
}

void Shaper::situations(Cursor& c, Statement& s) {
    const auto& group = c.item();
    c.advance();
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
                situation.condition = condition(inner);
            }
            if (!inner.is(TokenKind::choice_arrow)) unexpected(inner, {}, "P082");
            inner.advance();
            if (!accept(inner, Keyword::unregulated)) situation.demand = condition(inner);
            finish(inner, Level::situations);
            s.situations.push_back(situation);
        } catch (const GivenUp&) {
            // Reported; the next situation goes on.
        }
        quiet_ = outer;
    }
    if (s.situations.empty()) give_up("P083", c.previous());
}

}  // namespace guicheng::syntax
