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
/// No longer text is shown anew in a corrected form, nor looked through for one.
inline constexpr std::size_t longest_mend = 4096;

struct Finding {
    std::string_view code;
    base::Span span;
    std::optional<std::string> replacement;  ///< text that mends it
    bool certain = true;                     ///< an error; else a warning: the text may be meant as it stands
    std::string found;                       ///< what the message shows
    std::optional<base::Span> mended = {};   ///< what the replacement stands for, where that isn't the span; then a person must say so
};

class YamlSurface {
public:
    /// `entries_meant`: the text stands where a map is wanted, so every line is an entry, however it is written.
    YamlSurface(std::string_view text, std::size_t begin, std::size_t nesting, bool entries_meant = false)
        : text_(text), at_(begin), start_(begin), nesting_(nesting), entries_meant_(entries_meant) {}
    std::vector<Finding> scan();

private:
    /// An open block collection.
    struct Block {
        long column;
        bool is_list;
        bool recovered = false;    ///< its last key was told from a mistake: what stands below is a map, too
        bool doubtful = false;     ///< its keys may be lines of a text
        std::size_t entries = 0;   ///< so far
        std::size_t first_at = 0;  ///< where its first entry stands
    };
    /// The line of an entry that came before, as far as the next line may show that it stands in the wrong column.
    struct Entry {
        std::size_t begin = 0, at = 0;  ///< of its line; past its indentation
        bool is_dash = false;
        std::vector<Block> closed;  ///< the blocks that it closed
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
        std::size_t pairs = 0;  ///< of a list: its entries that have a colon
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
    bool scan_round_map(std::size_t at, const Line& line);
    void scan_block_scalar(const Line& line, long parent);
    void scan_after_node(std::size_t at, long column, std::optional<std::size_t> key_at);
    void open_map(long column, std::size_t at);
    void open_list(long column, std::size_t at);
    void close_blocks(long column, bool for_list);
    std::size_t blocks_kept(long column, bool for_list) const;

    // The column of a line, and what was meant where none fits (yaml_columns.cpp)
    long placed(std::size_t at, long column, const Line& line, bool is_dash);
    bool fits(long column, bool is_dash) const;
    bool last_line_was_meant(long column, bool is_dash);
    bool first_line_was_meant(long column, const Line& line, bool is_dash);
    bool block_was_item(long column, const Line& line);
    long nearest_column(long column, bool is_dash) const;
    long column_after(const Line& line) const;
    void report_column(std::size_t begin, std::size_t at, long column);
    bool report_whole_item(const Line& line, std::size_t at, long column, long meant);
    bool is_entry_in_text(std::size_t at, const Line& line) const;
    base::Span word_at(std::size_t at) const;
    bool is_word(std::size_t begin, std::size_t end) const;
    static bool ends_word(char32_t code);
    static std::size_t number_sign(std::string_view rest);
    std::size_t scan_list_sign(std::size_t at, std::size_t length, long& column, const Line& line);
    std::size_t list_sign(std::size_t at, long column, const Line& line) const;
    void report_no_colon(std::size_t begin, std::size_t end);
    void check_second_colon(std::size_t at, long column, const Line& line);
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
    void report_open_bracket(const Flow& flow, std::size_t end);
    bool value_due(const Flow& flow) const;
    std::size_t round_list_end(std::size_t at) const;
    std::size_t skip_back(std::size_t at, std::size_t begin) const;
    void check_map_entry(const Flow& flow);
    void check_map_piece(const Flow& flow, const Piece& piece);
    void check_list_piece(const Piece& piece);
    void check_unparted(const Flow& flow, const Piece& piece);
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
    void report_mended(std::string_view code, base::Span place, base::Span mended, std::string replacement);
    void report_wide(std::string_view code, std::size_t at, std::string_view ascii, bool certain = true);
    void report_mark(Mark mark, bool certain);
    void report_flow_mark(Mark mark, bool certain);
    void check_split_number(const Flow& flow);
    void stop() { at_ = text_.size(); }
    static base::Span span_of(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t start_;
    std::size_t nesting_;
    bool entries_meant_;
    std::vector<Finding> findings_;
    std::vector<Block> blocks_;
    std::vector<Piece> pieces_;
    long open_text_ = none;  ///< column of the collection whose plain text may go on
    bool content_seen_ = false;
    std::size_t last_sign_ = 0;  ///< inside brackets: where the last thing that is no blank began
    bool sign_seen_ = false;
    bool ended_ = false;
    bool value_open_ = true;   ///< the last entry has no value yet: a block may stand below it
    bool lost_ = false;        ///< a construct was met that is left to yaml-cpp: columns say nothing any more
    std::size_t first_ = 0;    ///< where the content of the line at hand begins
    bool item_moved_ = false;  ///< the item at hand stands in the wrong column as a whole: its lines fit each other
    Entry last_;
    static constexpr long none = -2;
};

}  // namespace guicheng::formats
