// Braces that were forgotten at the head of a block, told by what stands deeper below it.
#include "syntax/brackets.hpp"

namespace guicheng::syntax {

/// Whether the line that begins with this token is one that the block of the head holds.
bool Brackets::belongs(std::uint32_t token, Keyword head) const {
    const auto& t = tokens_[token];
    if (t.kind != Kind::word) return false;
    const auto is = [&](Position p) { return find_keyword(t.text, p).has_value(); };
    switch (head) {  // NOLINT(clang-diagnostic-switch-enum): only these have a block
        case Keyword::procedure: return is(Position::procedure_item);
        case Keyword::step: return is(Position::step_item);
        case Keyword::meeting: return is(Position::meeting_item);
        case Keyword::finding: return is(Position::finding_item);
        case Keyword::event: return is(Position::event_item);
        case Keyword::matter:
        case Keyword::record:
            return token + 1 < tokens_.size() && tokens_[token + 1].kind == Kind::word &&
                   find_keyword(tokens_[token + 1].text, Position::type).has_value();
        default: return false;
    }
}

/// The head of a block that begins a line, if this token is one.
std::optional<Keyword> Brackets::block_head(std::uint32_t token) const {
    const auto& t = tokens_[token];
    if (t.kind != Kind::word || !t.first_on_line) return std::nullopt;
    auto k = find_keyword(t.text, Position::file_item | Position::procedure_item | Position::step_item);
    if (k == Keyword::may && token + 1 < tokens_.size()) k = find_keyword(tokens_[token + 1].text, Position::procedure_item);
    const bool has_block = k == Keyword::procedure || k == Keyword::step || k == Keyword::meeting || k == Keyword::finding ||
                           k == Keyword::event || k == Keyword::matter || k == Keyword::record;
    return has_block ? k : std::nullopt;
}

/// The last token of a head's line (and of the lines that go on with it) where neither it nor the next line opens a
/// block, though what follows stands deeper and belongs into one.
std::optional<std::uint32_t> Brackets::lacks_brace(std::uint32_t head, Keyword keyword) const {
    for (auto i = head + 1; i < tokens_.size(); ++i) {
        const auto kind = tokens_[i].kind;
        if (kind == Kind::open_brace || kind == Kind::close_brace || kind == Kind::semicolon || kind == Kind::stop) return std::nullopt;
        if (silent(kind) || !tokens_[i].first_on_line) continue;
        const bool more = kind == Kind::word && find_keyword(tokens_[i].text, Position::modifier | Position::condition);
        if (more && !belongs(i, keyword)) continue;
        if (tokens_[i].indent <= tokens_[head].indent || !belongs(i, keyword)) return std::nullopt;
        return last_before(i);
    }
    return std::nullopt;
}

/// 规程 甲, and on the next line, deeper, 步骤 …: the brace between them was forgotten.
void Brackets::add_missing_opens() {
    Insertions missing;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
        const auto keyword = block_head(i);
        if (!keyword) continue;
        const auto last = lacks_brace(i, *keyword);
        if (!last) continue;
        const auto end = tokens_[*last].span.end;
        error("P069", *last).fix({end, end}, " {");
        missing.push_back({*last + 1, {{Kind::open_brace, {end, end}, "{", false, tokens_[i].indent}}});
    }
    put_before(std::move(missing));
}

/// Puts tokens in, each before the one that it names; in order of place.
void Brackets::put_before(Insertions insertions) {
    if (insertions.empty()) return;
    std::vector<Token> whole;
    whole.reserve(tokens_.size() + 3 * insertions.size());
    auto next = insertions.begin();
    for (std::uint32_t i = 0; i <= tokens_.size(); ++i) {
        for (; next != insertions.end() && next->before == i; ++next)
            std::move(next->tokens.begin(), next->tokens.end(), std::back_inserter(whole));
        if (i < tokens_.size()) whole.push_back(std::move(tokens_[i]));
    }
    tokens_ = std::move(whole);
}

}  // namespace guicheng::syntax
