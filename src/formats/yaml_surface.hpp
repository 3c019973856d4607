#pragma once
// The look of a YAML text before yaml-cpp reads it: full-width signs, tabs and glued colons where syntax is meant, a
// nesting that would exhaust the parser, brackets and quotes that never close. In: valid UTF-8 without control
// characters. Out: findings in the order of the text. It follows lines, quotes, brackets, comments and block scalars
// closely enough to know where a sign is text; what it doesn't understand is left to yaml-cpp.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/tape.hpp"

namespace guicheng::formats {

/// yaml-cpp holds the tokens of one outermost bracket pair in memory until it closes.
inline constexpr std::size_t most_flow_signs = 1'000'000;

struct Finding {
    std::string_view code;
    base::Span span;
    std::optional<std::string> replacement;  ///< text that mends it
    bool certain = true;                     ///< an error; else a warning: the text may be meant as it stands
    std::string found;                       ///< what the message shows
};

class YamlSurface {
public:
    YamlSurface(std::string_view text, std::size_t begin, std::size_t nesting)
        : text_(text), at_(begin), start_(begin), nesting_(nesting) {}
    std::vector<Finding> scan();

private:
    /// An open block collection.
    struct Block {
        long column;
        bool is_list;
        bool recovered = false;  ///< its last key was told from a mistake: what stands below is a map, too
        bool doubtful = false;   ///< its keys may be lines of a text
    };
    /// A colon that was meant to end a key.
    struct Mark {
        std::size_t at;
        bool wide;
    };
    /// A run of plain text inside brackets; colons: how many colons its entry had before it.
    struct Piece {
        std::size_t begin, end;
        std::size_t colons;
    };
    struct Flow {
        std::size_t open;
        bool is_map;
        std::size_t colons = 0;
        std::size_t first_piece = 0;
    };
    /// The line from at_, without its end.
    struct Line {
        std::size_t begin, end, next;
    };

    // Lines and block structure (yaml_surface.cpp)
    Line line_from(std::size_t begin) const;
    void scan_line();
    bool scan_document_sign(const Line& line);
    std::size_t scan_indentation(const Line& line, long& column);
    void scan_content(std::size_t at, long column, const Line& line);
    bool scan_dash(std::size_t& at, long& column, const Line& line);
    bool is_glued_dash(std::size_t at, long column, const Line& line) const;
    void scan_entry(std::size_t at, long column, const Line& line);
    void scan_bare(std::size_t at, long column, const Line& line, bool sibling);
    void scan_value(std::size_t at, long column, const Line& line);
    void scan_plain(std::size_t at, const Line& line);
    void scan_block_scalar(const Line& line, long parent);
    void scan_after_node(std::size_t at, long column, bool key_may_follow);
    void open_map(long column);
    void open_list(long column);
    void close_blocks(long column, bool for_list);
    long parent_column() const { return blocks_.empty() ? -1 : blocks_.back().column; }
    /// Of the lines that plain text from `line` would swallow: whether one is a true entry at `column`, and whether all
    /// look like entries.
    struct Run {
        bool true_entry = false;
        bool all_marked = true;
        std::size_t lines = 1;
    };
    Run look_ahead(const Line& line, long column) const;

    // Brackets and quotes (yaml_flow.cpp)
    std::size_t scan_flow(std::size_t at, bool recovered);
    std::size_t scan_flow_token(std::size_t at, std::vector<Flow>& open);
    std::size_t scan_flow_plain(std::size_t at, Flow& flow);
    void end_entry(Flow& flow);
    void check_map_entry(const Flow& flow);
    void check_map_piece(const Flow& flow, const Piece& piece);
    void check_list_piece(const Piece& piece);
    std::size_t scan_quoted(std::size_t at);
    bool opens_wide(std::size_t at, std::size_t end) const;
    bool closes_wide(std::size_t at) const;

    // Words and signs (both)
    bool starts(std::size_t at, std::string_view sign) const { return text_.substr(at).starts_with(sign); }
    /// Where `sign` next stands before `end`; npos where it doesn't. Never looks further: the text may be long and the
    /// sign absent.
    template <class Sign>
    std::size_t find(Sign sign, std::size_t at, std::size_t end) const {
        return text_.substr(0, end).find(sign, at);
    }
    bool is_blank_or_end(std::size_t at) const;
    std::size_t wide_space(std::size_t at) const;
    std::size_t skip_blanks(std::size_t at, std::size_t end) const;
    std::size_t plain_end(std::size_t at, std::size_t end) const;
    std::size_t true_colon(std::size_t at, std::size_t end) const;
    std::optional<Mark> meant_colon(std::size_t at, std::size_t end) const;
    void check_edges(std::size_t begin, std::size_t end);
    void report(std::string_view code, std::size_t begin, std::size_t end, std::optional<std::string> replacement, bool certain = true);
    void report_wide(std::string_view code, std::size_t at, std::string_view ascii, bool certain = true);
    void report_mark(Mark mark, bool certain);
    void report_flow_mark(Mark mark, bool certain);
    void check_split_number(const Flow& flow);
    void stop() { at_ = text_.size(); }

    std::string_view text_;
    std::size_t at_;
    std::size_t start_;
    std::size_t nesting_;
    std::vector<Finding> findings_;
    std::vector<Block> blocks_;
    std::vector<Piece> pieces_;
    long open_text_ = none;  ///< column of the collection whose plain text may go on
    bool content_seen_ = false;
    bool sign_seen_ = false;
    bool ended_ = false;
    static constexpr long none = -2;
};

}  // namespace guicheng::formats
