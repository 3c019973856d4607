// Which block a line belongs to by its column, and the line or the colon that is out of place: the third part of YamlSurface. To yaml-cpp
// such a slip is a mistake of a later line.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "formats/codes.hpp"
#include "formats/yaml_surface.hpp"

namespace guicheng::formats {

namespace {

constexpr std::size_t longest_word = 24;  // characters of a key

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
std::string spaces(long count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0L)), ' ');
}

/// What people write between a key and its value, or between two entries, in place of the sign that YAML asks for.
std::size_t stand_in(std::string_view rest, std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs)
        if (rest.starts_with(sign)) return sign.size();
    return 0;
}
std::size_t colon_stand_in(std::string_view rest) {
    return stand_in(rest,
                    {"=", "\uFF1D", ";", "\uFF1B", "\u2236", "\uFE55", "\uFE13", "->", "\u2192", ",", "\uFF0C", "\u3001", "|", "\u2014"});
}
std::size_t comma_stand_in(std::string_view rest) {
    return stand_in(rest, {",", "\uFF0C", ";", "\uFF1B", "\u3001", "\u3002"});
}

/// Where the last character before `at` begins.
std::size_t before(std::string_view text, std::size_t at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

}  // namespace

/// A line at the column continues an open block, or begins one where a value is still owed.
bool YamlSurface::fits(long column, bool is_dash) const {
    if (blocks_.empty()) return true;
    const std::size_t kept = blocks_kept(column, is_dash);
    if (kept == 0) return false;
    const Block& top = blocks_[kept - 1];
    if (top.column == column && top.is_list == is_dash) return true;
    return value_open_ && kept == blocks_.size() && (top.column < column || (is_dash && !top.is_list));
}

/// The column of an entry's line: its own, or, where no block has it, the one that was meant. Of two lines that don't fit each other the
/// one is named that the lines around leave alone.
long YamlSurface::placed(std::size_t at, long column, const Line& line, bool is_dash) {
    const bool doubtful = std::ranges::any_of(blocks_, [](const Block& block) { return block.doubtful; });
    if (!lost_ && !doubtful && !fits(column, is_dash) && !last_line_was_meant(column, is_dash) &&
        !first_line_was_meant(column, line, is_dash) && !(is_dash && block_was_item(column, line))) {
        const long meant = nearest_column(column, is_dash);
        if (meant < 0) {
            lost_ = true;  // left to yaml-cpp
        } else {
            item_moved_ = is_dash && report_whole_item(line, at, column, meant);
            if (!item_moved_) report_column(line.begin, at, meant);
            column = meant;
        }
    }
    const std::size_t kept = std::min(blocks_kept(column, is_dash), blocks_.size());
    last_ = {line.begin, at, is_dash, {blocks_.begin() + static_cast<std::ptrdiff_t>(kept), blocks_.end()}};
    value_open_ = false;
    return column;
}

/// The line before ended blocks to which this line belongs: it stands too far to the left.
bool YamlSurface::last_line_was_meant(long column, bool is_dash) {
    const auto closed = std::move(last_.closed);
    last_.closed.clear();
    const auto mine = [&](const Block& block) { return block.column == column && block.is_list == is_dash; };
    if (std::ranges::none_of(closed, mine)) return false;
    const auto meant = std::find_if(closed.rbegin(), closed.rend(), [&](const Block& block) { return block.is_list == last_.is_dash; });
    if (meant == closed.rend()) return false;
    report_column(last_.begin, last_.at, meant->column);
    blocks_.insert(blocks_.end(), closed.begin(), closed.end());
    return true;
}

/// The block has one line, and the lines after it agree on another column.
bool YamlSurface::first_line_was_meant(long column, const Line& line, bool is_dash) {
    if (blocks_.size() < 2 || blocks_kept(column, is_dash) + 1 < blocks_.size()) return false;
    Block& block = blocks_.back();
    const Block& around = blocks_[blocks_.size() - 2];
    if (block.entries != 1 || block.is_list != is_dash || column <= around.column || column_after(line) != column) return false;
    const std::size_t begin = block.first_at - static_cast<std::size_t>(block.column);  // of its line, where only blanks stand before it
    std::size_t blank = block.first_at;
    while (blank > 0 && is_blank(text_[blank - 1])) --blank;
    if (blank == 0 || text_[blank - 1] == '\n') {
        report_column(blank, block.first_at, column);
    } else {
        const long past_dash = static_cast<long>(blank - begin);
        if (blank < begin || past_dash >= column) return false;
        report_mended(codes::misplaced_line, word_at(block.first_at), span_of(blank, block.first_at), spaces(column - past_dash));
    }
    block.column = column;
    return true;
}

/// A dash beside the keys of a map: they are the first item, whose own dash was forgotten.
bool YamlSurface::block_was_item(long column, const Line& line) {
    const std::size_t kept_blocks = blocks_kept(column, true);
    if (kept_blocks < 2) return false;
    Block& block = blocks_[kept_blocks - 1];
    std::size_t begin = block.first_at;
    while (begin > 0 && text_[begin - 1] == ' ') --begin;
    const bool starts_line = begin == 0 || text_[begin - 1] == '\n';
    if (block.is_list || block.column != column || !starts_line || line.begin - begin > longest_mend) return false;
    std::string moved;
    for (std::size_t next = begin; next < line.begin;) {
        const Line other = line_from(next);
        const std::size_t indented = skip_blanks(other.begin, other.end);
        const std::size_t kept = std::min(indented, other.begin + static_cast<std::size_t>(column));
        moved += text_.substr(other.begin, kept - other.begin);
        moved += next == begin ? "- " : indented == other.end ? "" : "  ";
        moved += text_.substr(kept, other.next - kept);
        next = other.next;
    }
    report_mended(codes::no_dash, word_at(block.first_at), span_of(begin, line.begin), std::move(moved));
    block.is_list = true;
    return true;
}

/// Of the open blocks of the kind the one whose column is nearest, of two the inner one; -1 where there is none.
long YamlSurface::nearest_column(long column, bool is_dash) const {
    long nearest = -1;
    const auto distance = [&](long other) { return other < column ? column - other : other - column; };
    for (const Block& block : blocks_)
        if (block.is_list == is_dash && (nearest < 0 || distance(block.column) <= distance(nearest))) nearest = block.column;
    return nearest;
}

/// The indentation of the next line that says something; -1 where there is none.
long YamlSurface::column_after(const Line& line) const {
    for (std::size_t next = line.next; next < text_.size();) {
        const Line other = line_from(next);
        next = other.next;
        std::size_t at = other.begin;
        while (at < other.end && text_[at] == ' ') ++at;
        if (at < other.end && text_[at] != '#') return static_cast<long>(at - other.begin);
    }
    return -1;
}

/// The key or the dash that begins at `at`: what a caret stands under.
base::Span YamlSurface::word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && !is_blank_or_end(end) && text_[end] != ':') ++end;
    return span_of(at, std::max(end, std::min(at + 1, text_.size())));
}

void YamlSurface::report_column(std::size_t begin, std::size_t at, long column) {
    // Indented with tabs or wide blanks: named already, and mended so that it fits.
    const auto named = std::ranges::find_if(findings_, [&](const Finding& it) {
        return it.span.begin == begin && it.span.end == at && (it.code == codes::tab_indent || it.code == codes::wide_space);
    });
    if (named != findings_.end()) {
        named->replacement = spaces(column);
    } else {
        report_mended(codes::misplaced_line, word_at(at), span_of(begin, at), spaces(column));
    }
}

/// A dash out of place whose item fits itself: all its lines are moved together.
bool YamlSurface::report_whole_item(const Line& line, std::size_t at, long column, long meant) {
    std::size_t content = at + 1;
    while (content < line.end && is_blank(text_[content])) ++content;
    const long inner = column + static_cast<long>(content - at);
    if (column_after(line) != inner) return false;
    std::string moved = spaces(meant) + std::string(text_.substr(at, line.next - at));
    std::size_t end = line.next;
    while (end < text_.size()) {
        const Line other = line_from(end);
        std::size_t first = other.begin;
        while (first < other.end && text_[first] == ' ') ++first;
        const long indent = static_cast<long>(first - other.begin);
        if (first < other.end && indent < inner) break;
        if (first < other.end) moved += spaces(indent + meant - column);
        moved += text_.substr(first, other.next - first);
        end = other.next;
        if (moved.size() > longest_mend) return false;
    }
    while (end > at && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end, moved.pop_back();
    report_mended(codes::misplaced_line, span_of(at, at + 1), span_of(line.begin, end), std::move(moved));
    return true;
}

/// Where plain text may go on, a line that begins with a key: to YAML a colon in a text, which is none.
bool YamlSurface::is_entry_in_text(std::size_t at, const Line& line) const {
    const bool dash = at + 1 < line.end && text_[at] == '-' && is_blank(text_[at + 1]);
    // Behind an item of plain text a dash is no text: - 张三, and deeper - 李四.
    if (dash && !lost_ && !blocks_.empty() && blocks_.back().is_list && blocks_.back().column == open_text_) return true;
    if (dash) at = skip_blanks(at + 1, line.end);
    const std::size_t colon = true_colon(at, plain_end(at, line.end));
    if (colon == text_.npos || colon == at || colon - at > 4 * longest_word) return false;
    return !is_digit(text_[at]) && is_word(at, colon);
}

/// Signs that a list's items are begun with elsewhere: 1. — • （一）. The length of one, where an item is due.
std::size_t YamlSurface::list_sign(std::size_t at, long column, const Line& line) const {
    const bool in_list = std::ranges::any_of(blocks_, [&](const Block& block) { return block.is_list && block.column == column; });
    const bool first = value_open_ && !blocks_.empty() && blocks_.back().column < column;
    if (!in_list && !first) return 0;
    const std::string_view rest = text_.substr(at, line.end - at);
    std::size_t length =
        stand_in(rest, {"\u2014\u2014", "\u2014", "\u2013", "\u2015", "\u2022", "\u00B7", "\u25CF", "\u25CB", "\u25A0", "\u25C6"});
    if (length == 0 && rest.size() > 1 && (rest[0] == '*' || rest[0] == '+') && is_blank(rest[1])) length = 1;
    if (length == 0) length = number_sign(rest);
    // Text may begin so; a list of records doesn't.
    const bool entry = length != 0 && true_colon(at + length, plain_end(at, line.end)) != text_.npos;
    return in_list || entry ? length : 0;
}

/// 1.  2、 （三） 四、
std::size_t YamlSurface::number_sign(std::string_view rest) {
    const std::size_t open = stand_in(rest, {"\uFF08", "("});
    std::size_t at = open;
    constexpr std::u32string_view numerals = U"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
    std::size_t digits = 0;
    for (const auto& item : base::utf8::code_points(rest.substr(at))) {
        const bool digit = (item.code >= U'0' && item.code <= U'9') || numerals.find(item.code) != numerals.npos;
        if (!digit || ++digits > 3) break;
        at += item.length;
    }
    if (at == open) return 0;
    const std::size_t close =
        open != 0 ? stand_in(rest.substr(at), {"\uFF09", ")"}) : stand_in(rest.substr(at), {". ", "\u3001", "\uFF0E", ") ", "\uFF09"});
    if (close == 0) return 0;
    return at + close - (rest[at + close - 1] == ' ' ? 1 : 0);
}

/// Whether the text is one word, as a key is.
bool YamlSurface::is_word(std::size_t begin, std::size_t end) const {
    std::size_t characters = 0;
    while (end > begin && is_blank(text_[end - 1])) --end;
    for (const auto& item : base::utf8::code_points(text_.substr(begin, end - begin)))
        if (ends_word(item.code) || ++characters > longest_word) return false;
    return characters != 0;
}

/// "日期 2024-03-01", "日期=2024-03-01", "名册": the word before the first blank, sign or figure was meant as the key.
void YamlSurface::report_no_colon(std::size_t begin, std::size_t end) {
    std::size_t word = begin;
    const bool figures_end = static_cast<unsigned char>(text_[begin]) >= 0x80;
    while (word < end && !is_blank(text_[word]) && colon_stand_in(text_.substr(word)) == 0 && !wide_space(word) &&
           !(figures_end && is_digit(text_[word])))
        ++word;
    if (word == begin || !is_word(begin, word)) return report(codes::no_colon, begin, end, std::nullopt);
    std::size_t value = word;
    const auto skip_all = [&] {
        while (value < end && (is_blank(text_[value]) || wide_space(value))) value += std::max<std::size_t>(1, wide_space(value));
    };
    skip_all();
    const std::size_t sign = colon_stand_in(text_.substr(value, end - value));
    const base::Span place = sign != 0 ? span_of(value, value + sign) : span_of(begin, word);
    value += sign;
    skip_all();
    report_mended(codes::no_colon, place, span_of(begin, value),
                  std::string(text_.substr(begin, word - begin)) + (value < end ? ": " : ":"));
}

/// A second "key: " in the text of a value: the next entry, or text that needs quotes.
void YamlSurface::check_second_colon(std::size_t at, long column, const Line& line) {
    const std::size_t end = plain_end(at, line.end);
    const std::size_t colon = true_colon(at, end);
    if (colon == text_.npos) return;
    std::size_t word = colon;
    while (word > at && !is_blank(text_[before(text_, word)]) && comma_stand_in(text_.substr(before(text_, word))) == 0)
        word = before(text_, word);
    std::size_t value_end = word;
    while (value_end > at) {
        const std::size_t last = before(text_, value_end);
        if (!is_blank(text_[last]) && comma_stand_in(text_.substr(last)) == 0) break;
        value_end = last;
    }
    const base::Span place = span_of(colon, colon + 1);
    open_text_ = none;
    if (value_end > at && is_word(word, colon))
        return report_mended(codes::second_colon, place, span_of(value_end, word), "\n" + spaces(column));
    const std::string_view text = text_.substr(at, end - at);
    if (text.find_first_of("\"\\") != text.npos) return report(codes::second_colon, place.begin, place.end, std::nullopt);
    report_mended(codes::second_colon, place, span_of(at, end), "\"" + std::string(text) + "\"");
}

/// Inside braces: an entry without a colon, two entries without a comma.
void YamlSurface::check_unparted(const Flow& flow, const Piece& piece) {
    const auto blank = [&](std::size_t i) { return is_blank(text_[i]) || text_[i] == '\n' || text_[i] == '\r'; };
    if (flow.colons == 0) {
        const bool alone = pieces_.size() == flow.first_piece + 1;
        const std::string_view text = text_.substr(piece.begin, piece.end - piece.begin);
        if (alone && text.find_first_of(" =\t") != text.npos && text.find('\n') == text.npos) report_no_colon(piece.begin, piece.end);
        return;
    }
    if (piece.colons == 0 || piece.colons >= flow.colons) return;
    // Between two colons stand a value and the next key.
    std::size_t word = piece.end;
    while (word > piece.begin && !blank(before(text_, word)) && comma_stand_in(text_.substr(before(text_, word))) == 0)
        word = before(text_, word);
    std::size_t value_end = word;
    while (value_end > piece.begin) {
        const std::size_t last = before(text_, value_end);
        if (!blank(last) && comma_stand_in(text_.substr(last)) == 0) break;
        value_end = last;
    }
    if (value_end == piece.begin || word == piece.end) return;
    std::size_t sign = value_end;
    while (sign < word && blank(sign)) ++sign;
    const base::Span place = sign < word ? span_of(sign, sign + comma_stand_in(text_.substr(sign))) : span_of(word, piece.end);
    report_mended(codes::unparted, place, span_of(value_end, word), ", ");
}

}  // namespace guicheng::formats
