// Blocks to statements, and each statement by its head.
#include <algorithm>
#include <tuple>

#include "syntax/shape.hpp"

namespace guicheng::syntax {

Position heads(Level level) {
    switch (level) {
        case Level::file: return Position::file_item;
        case Level::procedure: return Position::procedure_item;
        case Level::step: return Position::step_item;
        case Level::meeting: return Position::meeting_item;
        case Level::finding: return Position::finding_item;
        case Level::event: return Position::event_item;
        case Level::body: return Position::body_item;
        case Level::fields:
        case Level::situations: return Position::particle;
    }
    return Position::particle;
}

namespace {

/// The statement whose block holds a head that stands elsewhere.
std::optional<Keyword> home_of(std::string_view word) {
    if (find_keyword(word, Position::procedure_item)) return Keyword::procedure;
    if (find_keyword(word, Position::step_item)) return Keyword::step;
    if (find_keyword(word, Position::meeting_item)) return Keyword::meeting;
    if (find_keyword(word, Position::finding_item)) return Keyword::finding;
    if (find_keyword(word, Position::event_item)) return Keyword::event;
    if (find_keyword(word, Position::body_item)) return Keyword::bodies;
    return std::nullopt;
}

}  // namespace

Shaper::Shaper(Concrete& concrete, const Limits& limits, diag::Sink& sink) : concrete_(concrete), limits_(limits), sink_(sink) {
    file_.source = concrete.source;
    const auto first =
        std::find_if(concrete.tokens.begin(), concrete.tokens.end(), [](const Token& t) { return t.kind == TokenKind::word; });
    english_ = first != concrete.tokens.end() && first->text == en(Keyword::procedure);
    collect_declared(concrete.items);
}

File Shaper::run() {
    if (declared_.size() > limits_.names) {
        error("P004", {0, 0}).arg("limit", std::to_string(limits_.names)).arg("found", std::to_string(declared_.size()));
        return std::move(file_);
    }
    Statement nobody;
    file_.procedures = statements(concrete_.items, Level::file, nobody, {0, 0});
    std::sort(concrete_.marks.begin(), concrete_.marks.end(), [](const Mark& a, const Mark& b) {
        return std::tie(a.span.begin, a.span.end, a.keyword) < std::tie(b.span.begin, b.span.end, b.keyword);
    });
    return std::move(file_);
}

bool Shaper::continues(const Token& token, const Token* next, Level level) const {
    if (token.kind == TokenKind::chain_arrow || token.kind == TokenKind::choice_arrow || token.kind == TokenKind::open_brace) return true;
    if (token.kind != TokenKind::word) return false;
    // A field may have any name: 依据 文本 declares one.
    if (level == Level::fields && next != nullptr && next->kind == TokenKind::word && find_keyword(next->text, Position::type))
        return false;
    auto k = find_keyword(token.text, Position::modifier | Position::condition);
    if (!k && !declared_.contains(token.text) && !find_keyword(token.text, heads(level))) {
        // 并且, 不然: the line goes on with another word for it.
        k = habitual(token.text);
        if (k && !(*k == Keyword::and_ || *k == Keyword::or_ || (overlaps(entry(*k).positions, Position::modifier) && *k != Keyword::when)))
            return false;
    }
    if (!k) return false;
    if (*k == Keyword::and_ || *k == Keyword::or_) return true;
    if (*k == Keyword::counting && level == Level::procedure) return false;
    return overlaps(entry(*k).positions, Position::modifier);
}

/// Whether a line that begins with 当 or 除外 has the head of a statement behind its condition.
bool Shaper::holds_head(const std::vector<Item>& items, std::size_t at, Level level) const {
    const auto& first = concrete_.tokens[items[at].token];
    const auto k = find_keyword(first.text, Position::modifier);
    if (first.kind != TokenKind::word || (k != Keyword::when && k != Keyword::except)) return false;
    for (auto i = at + 2; i < items.size(); ++i) {
        const auto& t = concrete_.tokens[items[i].token];
        if (t.first_on_line) return false;
        if (t.kind == TokenKind::word && find_keyword(t.text, heads(level)) && !declared_.contains(t.text)) return true;
    }
    return false;
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
        if (first && !lines.empty() && continues(t, next, level) && !(t.indent <= indent && holds_head(items, i, level))) {
            const auto& begun = concrete_.tokens[lines.back().front()->token];
            const bool statement = level == Level::fields || level == Level::situations || find_keyword(begun.text, heads(level));
            if (t.indent <= indent && t.kind != TokenKind::open_brace && statement) {
                const auto line = std::string(indent + 4, ' ');
                const auto& head = concrete_.tokens[lines.back().front()->token];
                error("P027", t.span)
                    .arg("word", shown(t.span))
                    .arg("statement", shown(head.span))
                    .related(concrete_.source, head.span, "P027.statement", {{"statement", shown(head.span)}})
                    .suggest({concrete_.source->line_begin(t.span.begin), t.span.begin}, line);
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
        const auto outer_level = level_;
        const auto outer_head = head_;
        quiet_ = quiet(line);
        level_ = level;
        try {
            statement(c, level, s, owner);
            out.push_back(std::move(s));
        } catch (const GivenUp&) {
            // What stands in the block of a statement that was given up is read all the same.
            skip_blocks(c, level);
        }
        quiet_ = outer;
        level_ = outer_level;
        head_ = outer_head;
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

bool Shaper::looks_like_step(const Item& group) const {
    return looks_like(group, Position::step_item);
}
bool Shaper::looks_like_meeting(const Item& group) const {
    return looks_like(group, Position::meeting_item);
}

/// Whether at least half of the lines begin with a head of this kind.
bool Shaper::looks_like(const Item& group, Position positions) const {
    std::size_t lines = 0, found = 0;
    for (const auto& i : group.items) {
        const auto& t = concrete_.tokens[i.token];
        if (!t.first_on_line && &i != &group.items.front()) continue;
        if (find_keyword(t.text, Position::modifier | Position::condition)) continue;
        ++lines;
        if (t.kind == TokenKind::word && find_keyword(t.text, positions)) ++found;
    }
    return found > 0 && 2 * found >= lines;
}

/// 当 涉密 时 公示 不少于 10日: the requirement first, then its condition.
void Shaper::condition_first(Cursor& c, Level level) {
    const auto k = c.keyword(Position::modifier);
    if (k != Keyword::when && k != Keyword::except) return;
    for (std::size_t at = 2; c.peek(at) != nullptr; ++at) {
        if (!c.keyword(heads(level), at) || declared_.contains(std::string(c.word(at)))) continue;
        auto last = at - 1;
        while (last > 1 && (c.is(TokenKind::comma, last) || ends_condition(c.word(last)))) --last;
        std::size_t end = at;
        while (c.peek(end + 1) != nullptr) ++end;
        const auto requirement = shown({c.span_of(*c.peek(at)).begin, c.span_of(*c.peek(end)).end});
        const auto condition = shown({c.here().begin, c.span_of(*c.peek(last)).end});
        const base::Span whole{c.here().begin, c.span_of(*c.peek(end)).end};
        auto meant = requirement;
        meant.append(" ").append(condition);
        error("P096", c.here()).arg("word", std::string(c.word())).arg("form", meant).suggest(whole, meant);
        throw GivenUp{};
    }
}

Keyword Shaper::head(Cursor& c, Level level) {
    skip_line_number(c);
    const auto& t = *c.token();
    if (const auto k = c.keyword(heads(level))) {
        const auto* after = c.token(2);
        // 到会 到会 过半数 has its own answer: the total is another.
        const bool total = overlaps(entry(*k).positions, Position::denominator);
        if (!total && c.spells(*k, 1) && c.word() == c.word(1) && after != nullptr &&
            (after->kind == TokenKind::word || after->kind == TokenKind::name)) {
            word_twice(*c.token(1));
            throw GivenUp{};
        }
        return take(c, *k);
    }
    if (t.kind == TokenKind::word) {
        if (find_keyword(t.text, Position::modifier)) {
            condition_first(c, level);
            error("P072", t.span).arg("word", t.text);
            throw GivenUp{};
        }
        modality_first(c, level);
        if (const auto home = home_of(t.text)) {
            error("P023", t.span).arg("word", t.text).arg("home", std::string(spelling(*home, t.text)));
            throw GivenUp{};
        }
        exception_first(c, level);
        if (level == Level::step) after_said(c);
        explain(t, keywords_in(heads(level)), true);
        // 过半数 at the head of a line, 且 without a statement before: words of the language, none of them a head.
        no_head(c, level);
    }
    if (t.kind == TokenKind::comma || t.kind == TokenKind::enumeration || t.kind == TokenKind::colon) {
        error("P056", t.span).arg("mark", shown(t.span)).fix(t.span, "");
        throw GivenUp{};
    }
    no_head(c, level);
}

void Shaper::no_head(Cursor& c, Level level) {
    std::string words;
    for (const auto k : keywords_in(heads(level)))
        words += (words.empty() ? "" : english_ ? ", " : "\u3001") + std::string(english_ ? en(k) : zh(k));
    auto e = error("P022", c.token()->span);
    e.arg("word", shown(c.token()->span)).arg("words", words);
    // 应到 过半数 lacks the word for those who came.
    const auto next = c.word(1);
    if (level == Level::meeting && c.keyword(Position::denominator) && !next.empty() && scan_quantity(next))
        e.suggest({c.here().begin, c.here().begin}, std::string(spelling(Keyword::present, c.word())) + " ");
    throw GivenUp{};
}

/// What is left of a line after its statement.
void Shaper::finish(Cursor& c, Level level) {
    if (c.at_end()) return;
    const auto& t = *c.token();
    no_exception_around(c);
    if (t.kind == TokenKind::comma || t.kind == TokenKind::enumeration || t.kind == TokenKind::colon) {
        const bool listed = t.kind == TokenKind::comma && c.is(TokenKind::word, 1);
        if (listed) c.advance();
        if (listed && !c.keyword(heads(level))) explain(*c.token(), keywords_in(Position::modifier), false);
        if (listed) c.go_to(c.at() - 1);
        const bool next = listed && c.keyword(heads(level), 1);
        // 公示 不少于 7日，内容 包括 { … }: two statements of one head.
        if (listed && head_ == Keyword::posting && c.spells(Keyword::contents, 1)) {
            error("P056", t.span)
                .arg("mark", shown(t.span))
                .suggest(t.span, "\uFF1B" + std::string(spelling(Keyword::posting, c.word(1))) + " ");
            throw GivenUp{};
        }
        // With something unknown behind it the mark may have been meant for another.
        const bool certain = next || c.peek(1) == nullptr;
        error("P056", t.span)
            .arg("mark", shown(t.span))
            .fix(t.span, next ? "\uFF1B" : "", certain ? diag::FixKind::certain : diag::FixKind::suggestion);
        throw GivenUp{};
    }
    if (t.kind == TokenKind::word && level != Level::fields) {
        if (c.keyword(heads(level))) {
            error("P073", c.here()).arg("word", t.text).fix({c.previous().end, c.previous().end}, "\uFF1B");
            throw GivenUp{};
        }
    }
    no_currency(c, true);
    exception_glued(c);
    if (t.kind == TokenKind::word) explain(t, could_follow(c), false);
    if (const auto joint = c.keyword(Position::condition); joint == Keyword::and_ || joint == Keyword::or_) {
        error("P098", c.here()).arg("word", t.text);
        throw GivenUp{};
    }
    auto e = error("P028", c.here());
    e.arg("word", shown(t.span));
    // 由 供水站（两委推选）: said beside the rule.
    const auto behind = concrete_.source->text().substr(c.here().end);
    const bool last = c.peek(1) == nullptr && behind.substr(0, behind.find('\n')).find_first_not_of(" \t\r") == behind.npos;
    if (t.kind == TokenKind::open_paren && last && !c.item().items.empty()) {
        const auto& inside = c.item().items;
        e.suggest(c.here(),
                  " # " + shown({concrete_.tokens[inside.front().token].span.begin, concrete_.tokens[inside.back().close].span.end}));
    }
    throw GivenUp{};
}

void Shaper::statement(Cursor& c, Level level, Statement& s, Statement& owner) {
    s.head = head(c, level);
    s.head_span = c.previous();
    head_ = s.head;
    switch (level) {
        case Level::file:
            s.name = name(c);
            s.block = block(brace(c, "P069"), Level::procedure, s);
            break;
        case Level::procedure: procedure_item(c, s); break;
        case Level::step: step_item(c, s); break;
        case Level::meeting: meeting_item(c, s); break;
        case Level::finding: finding_item(c, s, owner); break;
        case Level::body: body_item(c, s); break;
        case Level::event:
            if (s.head == Keyword::by) {
                s.names = names(c, true);
            } else {
                s.fields = fields(c);
            }
            break;
        case Level::fields:
        case Level::situations: break;
    }
    modifiers(c, s.modifiers);
    finish(c, level);
}

}  // namespace guicheng::syntax
