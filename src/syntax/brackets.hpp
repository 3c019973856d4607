#pragma once
// The brackets of a text and what must be done so that each has its partner. Two readings of a text whose brackets do not match:
// by how many there are (nest.cpp), and by how its lines stand (layout.cpp).
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "syntax/concrete.hpp"

namespace guicheng::syntax {

inline bool opens(TokenKind k) {
    return k == TokenKind::open_brace || k == TokenKind::open_paren;
}
inline bool closes(TokenKind k) {
    return k == TokenKind::close_brace || k == TokenKind::close_paren;
}
inline bool silent(TokenKind k) {
    return k == TokenKind::newline || k == TokenKind::comment;
}

class Brackets {
public:
    Brackets(const base::SourcePtr& source, std::vector<Token>& tokens, diag::Sink& sink);

    bool nests_deeper_than(std::size_t limit) const;
    void repair_by_count();
    void repair_by_layout();
    std::vector<Item> build() const;

private:
    using Kind = TokenKind;

    // nest.cpp
    void drop_doubled_opens();
    diag::Sink::Entry error(std::string_view code, std::uint32_t token);
    std::uint32_t last_before(std::uint32_t token) const;
    void report_unclosed_brace(std::uint32_t open, std::uint32_t before);
    void report_unclosed_paren(std::uint32_t open);
    void wrong_bracket(std::uint32_t close, std::string_view meant);
    std::uint32_t likely_end(std::uint32_t open) const;
    void find_unclosed(long missing);
    void find_extra(long surplus);
    void pair_up(long braces, long rounds);

    // layout.cpp
    struct Open;
    void close_ended(std::vector<Open>& open, std::uint32_t first, std::uint32_t end);
    std::optional<std::uint32_t> read_line(std::vector<Open>& open, std::uint32_t first, std::uint32_t end, bool report);
    bool closes_earlier(const Open& top, std::uint32_t close, std::uint32_t first, std::uint32_t end, bool only_closers) const;
    bool mistyped(TokenKind close, std::uint32_t first, std::uint32_t end);
    bool has_loose_closer(std::uint32_t first, std::uint32_t end) const;
    void put_in(std::uint32_t at, Token token);
    bool insert_open_above(std::uint32_t close, std::vector<Open>& open);
    bool drop_doubled(std::uint32_t close, std::uint32_t first);
    bool insert_open(std::uint32_t close, std::uint32_t first);
    void report_unclosed(const Open& open, std::uint32_t before);
    void report_stray(std::uint32_t close, std::uint32_t first);
    std::uint32_t next_line(std::uint32_t end) const;
    bool takes_names(std::uint32_t token) const;

    struct Insertion {
        std::uint32_t before;  ///< which token
        std::vector<Token> tokens;
    };
    using Insertions = std::vector<Insertion>;

    // missing_opens.cpp
    void add_missing_opens();
    std::optional<std::uint32_t> lacks_brace(std::uint32_t head, Keyword keyword) const;
    std::optional<Keyword> block_head(std::uint32_t token) const;
    bool belongs(std::uint32_t token, Keyword head) const;
    void put_before(Insertions insertions);

    // missing_heads.cpp
    struct Row;
    void add_missing_heads();
    std::vector<Row> rows() const;
    std::optional<Keyword> around(const std::vector<Row>& rows, std::size_t row, std::uint32_t indent) const;
    std::optional<Keyword> head_of(const std::vector<Row>& rows, std::size_t first, std::size_t last, std::optional<Keyword> around) const;
    std::optional<std::string> missing_name(Keyword head) const;
    void report_missing_head(const std::vector<Row>& rows, std::size_t first, std::size_t close, std::optional<Keyword> block,
                             Insertions& heads);

    const base::SourcePtr& source_;
    std::vector<Token>& tokens_;
    diag::Sink& sink_;
    std::map<std::uint32_t, std::size_t> close_before_;
    std::set<std::uint32_t> skip_;
    std::size_t insertions_ = 0;
    std::uint32_t last_stray_ = UINT32_MAX;
    std::uint32_t counted_ = UINT32_MAX;  ///< the line whose brackets these are
    std::map<Kind, long> surplus_;
    diag::Sink beyond_;  ///< takes what is past the limit
};

}  // namespace guicheng::syntax
