#pragma once
// Walks along the items of one statement.
#include <string_view>
#include <vector>

#include "syntax/concrete.hpp"

namespace guicheng::syntax {

using Line = std::vector<const Item*>;

class Cursor {
public:
    Cursor(const std::vector<Token>& tokens, const Line& line, base::Span before) : tokens_(tokens), line_(line), before_(before) {}

    bool at_end() const { return at_ >= line_.size(); }
    std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    void advance() { ++at_; }

    const Item& item() const { return *line_[at_]; }
    const Item* peek(std::size_t ahead = 0) const { return at_ + ahead < line_.size() ? line_[at_ + ahead] : nullptr; }
    const Token* token(std::size_t ahead = 0) const {
        const auto* i = peek(ahead);
        return i == nullptr ? nullptr : &tokens_[i->token];
    }
    bool is(TokenKind kind, std::size_t ahead = 0) const {
        const auto* t = token(ahead);
        return t != nullptr && t->kind == kind;
    }
    /// The text of a word (never of a quoted name); empty for anything else.
    std::string_view word(std::size_t ahead = 0) const {
        const auto* t = token(ahead);
        return t != nullptr && t->kind == TokenKind::word ? std::string_view(t->text) : std::string_view{};
    }
    std::optional<Keyword> keyword(Position positions, std::size_t ahead = 0) const {
        const auto w = word(ahead);
        return w.empty() ? std::nullopt : find_keyword(w, positions);
    }
    bool spells(Keyword k, std::size_t ahead = 0) const {
        const auto w = word(ahead);
        return !w.empty() && syntax::spells(w, k);
    }

    base::Span span_of(const Item& i) const { return {tokens_[i.token].span.begin, tokens_[i.close].span.end}; }
    /// Where something is missing: the item before, or what opened this line.
    base::Span previous() const { return at_ > 0 ? span_of(*line_[at_ - 1]) : before_; }
    base::Span here() const { return at_end() ? previous() : span_of(item()); }

private:
    const std::vector<Token>& tokens_;
    const Line& line_;
    base::Span before_;
    std::size_t at_ = 0;
};

}  // namespace guicheng::syntax
