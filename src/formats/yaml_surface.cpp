#include "formats/yaml_surface.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "formats/codes.hpp"
#include "formats/text.hpp"

namespace guicheng::formats {

namespace {

constexpr std::string_view wide_colon = "\uFF1A";
constexpr std::string_view wide_dash = "\uFF0D";
constexpr std::string_view wide_hash = "\uFF03";
constexpr std::size_t longest_word = 24;  // characters of a key that is told from a mistake

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

/// Characters that no key written by mistake would hold.
bool YamlSurface::ends_word(char32_t code) {
    constexpr std::u32string_view signs =
        U" \t\r\n,;\"'{}[]()#\u3000\u00A0\uFF0C\uFF1B\u3002\uFF01\uFF1F\u201C\u201D\u300C\u300D\uFF08\uFF09"
        U"\uFF5B\uFF5D\uFF3B\uFF3D";
    return signs.find(code) != signs.npos;
}

std::vector<Finding> YamlSurface::scan() {
    while (at_ < text_.size() && findings_.size() < most_reported) scan_line();
    std::sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.span.begin, a.span.end, a.code) < std::tie(b.span.begin, b.span.end, b.code);
    });
    return std::move(findings_);
}

void YamlSurface::report(std::string_view code, std::size_t begin, std::size_t end, std::optional<std::string> replacement, bool certain) {
    if (findings_.size() >= most_reported) return;
    const base::Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    findings_.push_back({code, span, std::move(replacement), certain, shown(text_.substr(begin, end - begin))});
}

void YamlSurface::report_mended(std::string_view code, base::Span place, base::Span mended, std::string replacement) {
    if (findings_.size() >= most_reported) return;
    const auto found = shown(text_.substr(place.begin, place.end - place.begin));
    findings_.push_back({code, place, std::move(replacement), true, found, mended});
}

/// A three-byte sign; a blank is added where the ASCII twin needs one after it.
void YamlSurface::report_wide(std::string_view code, std::size_t at, std::string_view ascii, bool certain) {
    const bool needs_blank = (ascii == ":" || ascii == ",") && !is_blank_or_end(at + 3) && wide_space(at + 3) == 0;
    report(code, at, at + 3, std::string(ascii) + (needs_blank ? " " : ""), certain);
}

void YamlSurface::report_mark(Mark mark, bool certain) {
    if (!certain) {
        report(codes::doubtful_colon, mark.at, mark.at + (mark.wide ? 3 : 1), ": ", false);
    } else if (mark.wide) {
        report_wide(codes::wide_colon, mark.at, ":");
    } else if (!wide_space(mark.at + 1)) {  // else the blank is the mistake, and is named
        report(codes::glued_colon, mark.at, mark.at + 1, ": ");
    }
}

bool YamlSurface::is_blank_or_end(std::size_t at) const {
    return at >= text_.size() || is_blank(text_[at]) || text_[at] == '\n' || text_[at] == '\r';
}

/// The length of a blank that YAML does not take for one: U+3000, U+00A0.
std::size_t YamlSurface::wide_space(std::size_t at) const {
    if (starts(at, "\u3000")) return 3;
    return starts(at, "\u00A0") ? 2 : 0;
}

std::size_t YamlSurface::skip_blanks(std::size_t at, std::size_t end) const {
    while (at < end && is_blank(text_[at])) ++at;
    return at;
}

/// Where plain text of one line ends: before a comment and the blanks at the end.
std::size_t YamlSurface::plain_end(std::size_t at, std::size_t end) const {
    std::size_t hash = at;
    while ((hash = find('#', hash, end)) != text_.npos) {
        if (hash > at && is_blank(text_[hash - 1])) {
            end = hash;
            break;
        }
        ++hash;
    }
    while (end > at && is_blank(text_[end - 1])) --end;
    return end;
}

/// The first colon that ends a key for YAML, too; npos where there is none.
std::size_t YamlSurface::true_colon(std::size_t at, std::size_t end) const {
    for (std::size_t colon = find(':', at, end); colon != text_.npos; colon = find(':', colon + 1, end))
        if (is_blank_or_end(colon + 1)) return colon;
    return std::string_view::npos;
}

/// A short word, blanks at most after it, and a colon that was meant as one: full-width, or glued to what follows.
std::optional<YamlSurface::Mark> YamlSurface::meant_colon(std::size_t at, std::size_t end) const {
    std::size_t characters = 0;
    bool word_over = false;
    const std::size_t begin = at;
    while (at < end && characters <= longest_word) {
        if (starts(at, wide_colon)) return at > begin ? std::optional(Mark{at, true}) : std::nullopt;
        if (text_[at] == ':') {
            const char first = text_[begin];
            const char next = at + 1 < end ? text_[at + 1] : '/';
            const bool apart = word_over && wide_space(at + 1) != 0;
            const bool glued =
                at > begin && (!word_over || apart) && !(first >= '0' && first <= '9') && next != '/' && next != '\\' && next != ':';
            return glued ? std::optional(Mark{at, false}) : std::nullopt;
        }
        const auto decoded = base::utf8::decode(text_, at);
        const bool blank = is_blank(text_[at]) || wide_space(at) != 0;
        if (blank && at > begin) {
            word_over = true;
        } else if (word_over || ends_word(decoded.code)) {
            return std::nullopt;
        }
        at += decoded.length;
        ++characters;
    }
    return std::nullopt;
}

/// Blanks that YAML takes for text, at the edge of plain text: nobody means them.
void YamlSurface::check_edges(std::size_t begin, std::size_t end) {
    std::size_t first = begin;
    while (first < end && wide_space(first)) first += wide_space(first);
    if (first > begin) report(codes::wide_space, begin, first, begin > 0 && is_blank(text_[begin - 1]) ? "" : " ");
    std::size_t last = end;
    while (last > first) {
        if (last - first >= 3 && starts(last - 3, "\u3000")) {
            last -= 3;
        } else if (last - first >= 2 && starts(last - 2, "\u00A0")) {
            last -= 2;
        } else {
            break;
        }
    }
    if (last < end) report(codes::wide_space, last, end, "");
}

YamlSurface::Line YamlSurface::line_from(std::size_t begin) const {
    const std::size_t found = text_.find('\n', begin);
    const std::size_t next = found == text_.npos ? text_.size() : found + 1;
    std::size_t end = found == text_.npos ? next : found;
    if (end > begin && text_[end - 1] == '\r') --end;
    return {begin, end, next};
}

void YamlSurface::scan_line() {
    const Line line = line_from(at_);
    at_ = line.next;
    std::size_t first = line.begin;
    while (first < line.end && text_[first] == ' ') ++first;
    if (skip_blanks(first, line.end) == line.end) return;
    const long spaces = static_cast<long>(first - line.begin);
    if (text_[skip_blanks(first, line.end)] == '#') {
        open_text_ = none;
        return;
    }
    if (spaces == 0 && scan_document_sign(line)) return;
    if (ended_) {
        report(codes::several_documents, first, line.end, std::nullopt);
        return stop();
    }
    if (open_text_ != none && spaces > open_text_ && !is_entry_in_text(first, line)) {
        // A comment ends plain text; the next line is structure again.
        const std::size_t end = plain_end(first, line.end);
        if (skip_blanks(end, line.end) < line.end) open_text_ = none;
        return;
    }
    open_text_ = none;
    long column = 0;
    const std::size_t at = scan_indentation(line, column);
    if (at == line.end || text_[at] == '#') return;
    content_seen_ = true;
    scan_content(at, column, line);
}

/// "---", "..." and directives. True where the whole line is dealt with.
bool YamlSurface::scan_document_sign(const Line& line) {
    const std::size_t at = line.begin;
    if (starts(at, "...") && is_blank_or_end(at + 3)) {
        ended_ = content_seen_ || sign_seen_;
        open_text_ = none;
        return true;
    }
    if (starts(at, "---") && is_blank_or_end(at + 3)) {
        if (content_seen_ || sign_seen_) {
            report(codes::several_documents, at, at + 3, std::nullopt);
            stop();
            return true;
        }
        sign_seen_ = true;
        const std::size_t rest = skip_blanks(at + 3, line.end);
        if (rest < line.end && text_[rest] != '#') {
            content_seen_ = true;
            scan_content(rest, static_cast<long>(rest - at), line);
        }
        return true;
    }
    if (text_[at] == '%' && !content_seen_ && !sign_seen_) {
        report(codes::tag, at, line.end, std::nullopt);
        return true;
    }
    return false;
}

/// Past the indentation; its width counts tabs and full-width blanks as two.
std::size_t YamlSurface::scan_indentation(const Line& line, long& column) {
    std::size_t at = line.begin;
    bool tab = false;
    bool wide = false;
    while (at < line.end) {
        if (text_[at] == ' ') {
            ++at, ++column;
        } else if (text_[at] == '\t') {
            ++at, column += 2, tab = true;
        } else if (const std::size_t length = wide_space(at)) {
            at += length, column += 2, wide = true;
        } else {
            break;
        }
    }
    if (tab || wide) {
        const bool nothing_else = at == line.end;
        report(tab ? codes::tab_indent : codes::wide_space, line.begin, at,
               nothing_else ? "" : std::string(static_cast<std::size_t>(column), ' '));
    }
    return at;
}

void YamlSurface::open_map(long column, std::size_t at) {
    close_blocks(column, false);
    if (blocks_.empty() || blocks_.back().column != column) blocks_.push_back({column, false, false, false, 0, at});
    ++blocks_.back().entries;
}

void YamlSurface::open_list(long column, std::size_t at) {
    close_blocks(column, true);
    if (blocks_.empty() || blocks_.back().column != column || !blocks_.back().is_list) {
        const bool recovered = !blocks_.empty() && blocks_.back().recovered;
        blocks_.push_back({column, true, recovered, false, 0, at});
    }
    ++blocks_.back().entries;
}

/// How many blocks a line at the column leaves open. A list may stand at the column of the key that it belongs to; a key at that column
/// ends the list.
std::size_t YamlSurface::blocks_kept(long column, bool for_list) const {
    std::size_t kept = blocks_.size();
    while (kept != 0) {
        const Block& top = blocks_[kept - 1];
        if (top.column < column || (top.column == column && (for_list || !top.is_list))) break;
        --kept;
    }
    return kept;
}

void YamlSurface::close_blocks(long column, bool for_list) {
    blocks_.resize(blocks_kept(column, for_list), Block{0, false});
}

void YamlSurface::scan_content(std::size_t at, long column, const Line& line) {
    first_ = at;
    while (scan_dash(at, column, line)) {
        if (blocks_.size() > nesting_) {
            report(codes::nesting_limit, at, at + 1, std::nullopt);
            return stop();
        }
        value_open_ = at == line.end || text_[at] == '#';
        if (value_open_) return;
    }
    if (starts(at, wide_hash)) return report_wide(codes::wide_sign, at, "#");
    scan_entry(at, column, line);
    if (blocks_.size() > nesting_) {
        report(codes::nesting_limit, at, at + 1, std::nullopt);
        stop();
    }
}

/// A dash and the blanks after it, also where the blank is missing or full-width. Moves on to the item's content.
bool YamlSurface::scan_dash(std::size_t& at, long& column, const Line& line) {
    std::size_t past = at + 1;
    if (const std::size_t length = at == first_ ? list_sign(at, column, line) : 0) {
        at = scan_list_sign(at, length, column, line);
        return true;
    } else if (starts(at, wide_dash) && (is_blank_or_end(at + 3) || wide_space(at + 3))) {
        report_wide(codes::wide_sign, at, "-");
        past = at + 3;
    } else if (at >= line.end || text_[at] != '-') {
        return false;
    } else if (is_glued_dash(at, column, line)) {
        report(codes::glued_dash, at, at + 1, "- ");
    } else if (!is_blank_or_end(at + 1) && !wide_space(at + 1)) {
        return false;
    }
    const long own = column;
    if (at == first_) column = placed(at, column, line, true);
    open_list(column, at);
    if (item_moved_) column = own;
    item_moved_ = false;
    std::size_t next = past;
    bool tab = false;
    bool wide = false;
    while (next < line.end && (is_blank(text_[next]) || wide_space(next))) {
        tab = tab || text_[next] == '\t';
        wide = wide || wide_space(next) != 0;
        next += std::max<std::size_t>(1, wide_space(next));
    }
    // A tab after a dash moves the item's own column to where nobody sees it.
    const bool content = next < line.end && text_[next] != '#';
    if (wide) {
        report(codes::wide_space, past, next, content ? " " : "");
    } else if (tab && content) {
        report(codes::tab_indent, past, next, " ");
    }
    column += std::max<long>(2, static_cast<long>(next - at));
    at = next;
    return true;
}

/// Another sign in place of a dash: what follows it is moved to where the item's other lines stand.
std::size_t YamlSurface::scan_list_sign(std::size_t at, std::size_t length, long& column, const Line& line) {
    column = placed(at, column, line, true);
    open_list(column, at);
    const std::size_t content = skip_blanks(at + length, line.end);
    const long inner = std::max(column + 2, column_after(line));
    report_mended(codes::list_sign, span_of(at, at + length), span_of(at, content),
                  "-" + std::string(static_cast<std::size_t>(inner - column - 1), ' '));
    column = inner;
    return content;
}

/// "-word" among the items of a list, or before a key.
bool YamlSurface::is_glued_dash(std::size_t at, long column, const Line& line) const {
    const auto next = static_cast<unsigned char>(at + 1 < line.end ? text_[at + 1] : ' ');
    if (next == '{') return true;  // text that begins so is not meant
    const bool word =
        next >= 0x80 || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '"' || next == '\'' || next == '[';
    if (!word || wide_space(at + 1)) return false;
    if (true_colon(at, plain_end(at, line.end)) != text_.npos) return true;
    return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& b) { return b.is_list && b.column == column; });
}

/// A line's content without its dashes: a key with its value, or something that stands for itself.
void YamlSurface::scan_entry(std::size_t at, long column, const Line& line) {
    const char c = text_[at];
    if (c == '"' || c == '\'') return scan_after_node(scan_quoted(at), column, at);
    if (c == '{' || c == '[' || c == '|' || c == '>' || c == '&' || c == '*' || c == '!' || opens_wide(at, line.end)) {
        if (!blocks_.empty() && blocks_.back().column >= column) close_blocks(column, false);
        return scan_value(at, parent_column(), line);
    }
    if ((c == '?' || c == ':') && is_blank_or_end(at + 1)) {
        lost_ = true;
        open_map(column, at);
        return scan_value(at + 1, column, line);
    }
    if (scan_round_map(at, line)) {
        value_open_ = false;
        return;
    }
    const std::size_t end = plain_end(at, line.end);
    const std::size_t colon = true_colon(at, end);
    if (colon != text_.npos && at == first_) column = placed(at, column, line, false);
    const bool item = at == first_ && !blocks_.empty() && blocks_.back().is_list && blocks_.back().column == column;
    if (colon == text_.npos && item && !lost_ && !meant_colon(at, end)) {
        report_mended(codes::no_dash, span_of(at, end), span_of(at, end), "- " + std::string(text_.substr(at, end - at)));
        ++blocks_.back().entries;
        open_text_ = column;
        return;
    }
    close_blocks(column, false);
    const bool sibling = !blocks_.empty() && blocks_.back().column == column && !blocks_.back().is_list;
    if (colon == text_.npos) return scan_bare(at, column, line, sibling);
    if (const auto mark = meant_colon(at, colon); mark && mark->wide) report_mark(*mark, true);
    std::size_t key_end = colon;
    while (key_end > at && is_blank(text_[key_end - 1])) --key_end;
    check_edges(at, key_end);
    open_map(column, at);
    blocks_.back().recovered = false;
    scan_value(colon + 1, column, line);
}

/// A line without a colon that YAML knows. Where a key must stand, or the lines around show that one was meant, the
/// colon that was meant is named and the line counts as an entry; else it is plain text.
void YamlSurface::scan_bare(std::size_t at, long column, const Line& line, bool sibling) {
    const std::size_t end = plain_end(at, line.end);
    const auto mark = meant_colon(at, end);
    const bool doubtful = sibling && blocks_.back().doubtful;
    bool certain = mark && ((sibling && !doubtful) || blocks_.empty() || blocks_.back().recovered || entries_meant_);
    bool warned = mark && doubtful;
    bool no_colon = !mark && ((sibling && !doubtful) || (entries_meant_ && !is_word(at, end)));
    if (!certain && !warned && !no_colon) {
        const Run run = look_ahead(line, column);
        certain = mark && run.true_entry;
        no_colon = !mark && run.true_entry && column > parent_column();
        warned = mark && !certain && run.all_marked && run.lines > 1;
    }
    if (no_colon) {
        // To YAML the text goes on in the next line, and the colon there is the mistake.
        report_no_colon(at, end);
        open_map(column, at);
        value_open_ = true;  // whether a value was meant is not known
        return;
    }
    if (!certain && !warned) {
        value_open_ = false;
        open_text_ = parent_column();
        return scan_plain(at, line);
    }
    if (certain && at == first_) column = placed(at, column, line, false);
    report_mark(*mark, certain);
    check_edges(at, mark->at);
    open_map(column, at);
    const std::size_t value = mark->at + (mark->wide ? 3 : 1);
    blocks_.back().doubtful = warned;
    blocks_.back().recovered = certain && skip_blanks(value, end) >= end;
    scan_value(value, column, line);
}

YamlSurface::Run YamlSurface::look_ahead(const Line& line, long column) const {
    constexpr std::size_t farthest = 200;
    Run run;
    const long parent = parent_column();
    std::size_t next = line.next;
    for (std::size_t lines = 0; lines < farthest && next < text_.size(); ++lines) {
        const Line other = line_from(next);
        next = other.next;
        std::size_t at = other.begin;
        while (at < other.end && text_[at] == ' ') ++at;
        if (at == other.end || text_[at] == '#') continue;
        const long indent = static_cast<long>(at - other.begin);
        if (indent <= parent) break;
        if (indent != column) continue;
        const std::size_t end = plain_end(at, other.end);
        if (true_colon(at, end) != text_.npos) run.true_entry = true;
        if (!meant_colon(at, end)) run.all_marked = false;
        ++run.lines;
    }
    return run;
}

/// What follows a key's colon, or stands alone; `column` is that of the collection around it.
void YamlSurface::scan_value(std::size_t at, long column, const Line& line) {
    const std::size_t begin = skip_blanks(at, line.end);
    std::size_t first = begin;
    while (first < line.end && (wide_space(first) || (first > begin && is_blank(text_[first]))))
        first += std::max<std::size_t>(1, wide_space(first));
    if (first > begin) {
        const bool blank_needed = first < line.end && begin == at;
        report(codes::wide_space, begin, first, blank_needed ? " " : "");
    }
    value_open_ = first == line.end || text_[first] == '#';
    if (value_open_) return;
    switch (text_[first]) {
        case '"':
        case '\'': return scan_after_node(scan_quoted(first), column, std::nullopt);
        case '{':
        case '[': return scan_after_node(scan_flow(first, false), column, std::nullopt);
        case '|':
        case '>': return scan_block_scalar(line, column);
        case '&':
        case '*': return report(codes::anchor, first, plain_end(first, line.end), std::nullopt);
        case '!': return report(codes::tag, first, plain_end(first, line.end), std::nullopt);
        default: break;
    }
    if (opens_wide(first, line.end)) return scan_after_node(scan_flow(first, true), column, std::nullopt);
    if (scan_round_map(first, line)) return;
    open_text_ = column;
    scan_plain(first, line);
    check_second_colon(first, column, line);
}

/// （ 步骤: 提议, 日期: 2024-03-01 ）: to YAML text with colons in it, which is none.
bool YamlSurface::scan_round_map(std::size_t at, const Line& line) {
    const std::size_t open = starts(at, "\uFF08") ? 3 : text_[at] == '(' ? 1 : 0;
    if (open == 0 || line.end - at > longest_mend) return false;
    const std::size_t end = plain_end(at, line.end);
    const std::string_view text = text_.substr(at, end - at);
    const std::size_t close = text.ends_with("\uFF09") ? 3 : text.ends_with(')') ? 1 : 0;
    const bool wide = entries_meant_ && find(wide_colon, at, end) != text_.npos;
    if (close == 0 || (!wide && true_colon(at, end) == text_.npos)) return false;
    std::string inner(text.substr(open, text.size() - open - close));
    for (const auto& [sign, ascii] : {std::pair<std::string_view, std::string_view>{wide_colon, ": "}, {"\uFF0C", ", "}})
        for (auto found = inner.find(sign); wide && found != inner.npos; found = inner.find(sign)) inner.replace(found, sign.size(), ascii);
    report_mended(codes::wide_bracket, span_of(at, at + open), span_of(at, end), "{" + inner + "}");
    return true;
}

/// Plain text up to the line's end.
void YamlSurface::scan_plain(std::size_t at, const Line& line) {
    const std::size_t end = plain_end(at, line.end);
    if (skip_blanks(end, line.end) < line.end) open_text_ = none;
    // A comment after a full-width blank is no comment to YAML.
    for (std::size_t hash = find('#', at, end); hash != text_.npos; hash = find('#', hash + 1, end)) {
        const std::size_t length = hash >= at + 3 && wide_space(hash - 3) == 3 ? 3 : hash >= at + 2 && wide_space(hash - 2) == 2 ? 2 : 0;
        if (length) return report(codes::wide_space, hash - length, hash, " ");
    }
    check_edges(at, end);
}

/// Skips the lines of a | or > text: all that are blank or indented deeper than the collection around it.
void YamlSurface::scan_block_scalar(const Line& line, long parent) {
    std::size_t next = line.next;
    while (next < text_.size()) {
        const Line other = line_from(next);
        std::size_t at = other.begin;
        while (at < other.end && text_[at] == ' ') ++at;
        const bool blank = skip_blanks(at, other.end) == other.end;
        if (!blank && static_cast<long>(at - other.begin) <= parent) break;
        next = other.next;
    }
    at_ = next;
}

/// After quoted text or brackets, which may have ended lines further down. Where a key may stand, the text began at `key_at`.
void YamlSurface::scan_after_node(std::size_t at, long column, std::optional<std::size_t> key_at) {
    value_open_ = false;
    if (at >= text_.size()) return stop();
    const Line line = line_from(at);
    at_ = line.next;
    const std::size_t next = skip_blanks(at, line.end);
    if (next >= line.end) return;
    if (text_[next] == '}' || text_[next] == ']')
        return report_mended(codes::flow_misfit, span_of(next, next + 1), span_of(next, next + 1), "");
    const bool wide = starts(next, wide_colon);
    if (!key_at || (!wide && text_[next] != ':')) return;
    if (*key_at == first_) column = placed(*key_at, column, line, false);
    if (wide || !is_blank_or_end(next + 1)) report_mark({next, wide}, true);
    open_map(column, *key_at);
    blocks_.back().recovered = false;
    scan_value(next + (wide ? 3 : 1), column, line);
}

}  // namespace guicheng::formats
