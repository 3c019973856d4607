// Inside brackets and quotes: the second half of YamlSurface.
#include <algorithm>

#include "formats/codes.hpp"
#include "formats/yaml_surface.hpp"

namespace guicheng::formats {

namespace {

constexpr std::string_view wide_colon = "\uFF1A";
constexpr std::string_view wide_comma = "\uFF0C";
constexpr std::string_view listing_comma = "\u3001";
constexpr std::string_view wide_open_map = "\uFF5B";
constexpr std::string_view wide_close_map = "\uFF5D";
constexpr std::string_view wide_open_list = "\uFF3B";
constexpr std::string_view wide_close_list = "\uFF3D";

constexpr std::size_t longest_number = 120;  // bytes

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_space(char c) {
    return is_blank(c) || c == '\n' || c == '\r';
}
bool is_flow_sign(char c) {
    return c == ',' || c == '{' || c == '}' || c == '[' || c == ']';
}

}  // namespace

/// Past the closing quote. Text that is never closed ends the scan.
std::size_t YamlSurface::scan_quoted(std::size_t at) {
    const char quote = text_[at];
    std::size_t next = at + 1;
    while (next < text_.size()) {
        const char c = text_[next];
        if (c == quote) {
            if (quote == '\'' && next + 1 < text_.size() && text_[next + 1] == '\'') {
                next += 2;
                continue;
            }
            return next + 1;
        }
        next += quote == '"' && c == '\\' ? 2 : 1;
    }
    const Line line = line_from(at);
    const std::size_t end = skip_back(std::min(text_.find_first_of(",}]", at + 1), plain_end(at + 1, line.end)), at + 1);
    if (end > at + 1)
        report_mended(codes::quote_open, span_of(at, at + 1), span_of(at + 1, end),
                      std::string(text_.substr(at + 1, end - at - 1)) + quote);
    else
        report(codes::quote_open, at, at + 1, std::nullopt);
    return text_.size();
}

/// Whether a full-width bracket opens syntax: a brace always; a square bracket unless it closes again before more text
/// (a document's number).
bool YamlSurface::opens_wide(std::size_t at, std::size_t end) const {
    if (starts(at, wide_open_map)) return true;
    if (!starts(at, wide_open_list)) return false;
    // What a number's brackets hold is short.
    const std::size_t wide = find(wide_close_list, at, std::min(end, at + longest_number));
    if (wide == text_.npos) return true;
    const std::size_t next = skip_blanks(wide + wide_close_list.size(), end);
    return next >= end || text_[next] == '#' || text_[next] == ',' || text_[next] == '}' || text_[next] == ']' ||
           starts(next, wide_comma) || starts(next, wide_close_map);
}

/// Whether a full-width closing bracket may end syntax: nothing but a sign or the line's end follows.
bool YamlSurface::closes_wide(std::size_t at) const {
    if (!starts(at, wide_close_map) && !starts(at, wide_close_list)) return false;
    std::size_t next = at + 3;
    while (next < text_.size() && is_blank(text_[next])) ++next;
    return next >= text_.size() || is_space(text_[next]) || is_flow_sign(text_[next]) || text_[next] == '#' || starts(next, wide_comma) ||
           starts(next, wide_close_map) || starts(next, wide_close_list);
}

/// Past the bracket that closes the one at `at`. Brackets that never close are one mistake, at the innermost open one:
/// what was found behind it may be text of other lines.
std::size_t YamlSurface::scan_flow(std::size_t at, bool recovered) {
    const std::size_t found = findings_.size();
    pieces_.clear();
    std::vector<Flow> open;
    std::size_t signs = 0;
    std::size_t next = at;
    if (recovered) {
        const bool map = starts(at, wide_open_map);
        report_wide(codes::wide_bracket, at, map ? "{" : "[");
        open.push_back({at, map});
        next = at + 3;
    }
    do {
        next = scan_flow_token(next, open);
        if (open.size() + blocks_.size() > nesting_) {
            report(codes::nesting_limit, open.back().open, open.back().open + 1, std::nullopt);
            return text_.size();
        }
        if (++signs > most_flow_signs) {
            report(codes::flow_limit, at, at + 1, std::nullopt);
            return text_.size();
        }
        if (findings_.size() >= most_reported) return text_.size();
    } while (!open.empty() && next < text_.size());
    if (open.empty()) return next;
    const bool quote_is_open = !findings_.empty() && findings_.back().code == codes::quote_open;
    if (quote_is_open) return text_.size();
    findings_.resize(found, Finding{});
    const Flow& flow = open.back();
    const std::size_t first = flow.open + (static_cast<unsigned char>(text_[flow.open]) >= 0x80 ? 3 : 1);
    const std::size_t end = plain_end(first, line_from(flow.open).end);
    const std::string_view inner = text_.substr(first, end - first);
    if (inner.empty() || inner.ends_with(',') || inner.find_first_of("{}[]\"'") != inner.npos)
        report(codes::bracket_open, flow.open, first, std::nullopt);
    else
        report_open_bracket(flow, end);
    return text_.size();
}

/// A bracket that most likely was to close at `end`, where another sign may stand for it.
void YamlSurface::report_open_bracket(const Flow& flow, std::size_t end) {
    const std::size_t length = static_cast<unsigned char>(text_[flow.open]) >= 0x80 ? 3 : 1;
    std::size_t kept = end;
    for (const std::string_view other : {")", "\uFF09", "\u3011", "\u3015", "\uFF3D", "\uFF5D"})
        if (text_.substr(0, end).ends_with(other)) kept = skip_back(end - other.size(), flow.open);
    report_mended(codes::bracket_open, span_of(flow.open, flow.open + length), span_of(kept, end), flow.is_map ? " }" : "]");
}

/// Whether the entry at hand has its colon, and nothing behind it.
bool YamlSurface::value_due(const Flow& flow) const {
    const bool key_alone = pieces_.size() == flow.first_piece || pieces_.back().colons < flow.colons;
    return flow.is_map && flow.colons == 1 && key_alone;
}

std::size_t YamlSurface::skip_back(std::size_t at, std::size_t begin) const {
    while (at > begin && is_blank(text_[at - 1])) --at;
    return at;
}

/// Where a list in round brackets ends whose commas part entries to YAML: (张三, 李四); 0 where none begins at `at`.
std::size_t YamlSurface::round_list_end(std::size_t at) const {
    const bool wide = starts(at, "\uFF08");
    if (!wide && text_[at] != '(') return 0;
    std::size_t end = std::min(text_.size(), at + longest_mend);
    end = std::min(end, find('\n', at, end));
    const std::size_t close = std::min(find(')', at, end), find("\uFF09", at, end));
    if (close == text_.npos) return 0;
    const std::string_view inner = text_.substr(at, close - at);
    const bool plain = inner.find_first_of("{}[]\"':#") == inner.npos;
    return plain && inner.find(',') != inner.npos ? close : 0;
}

/// One sign, quoted text or run of plain text.
std::size_t YamlSurface::scan_flow_token(std::size_t at, std::vector<Flow>& open) {
    const char c = text_[at];
    if (is_space(c)) return at + 1;
    if (c == '#' && at > 0 && is_space(text_[at - 1])) return std::min(text_.find('\n', at), text_.size());
    if (c == '{' || c == '[') {
        open.push_back({at, c == '{', 0, pieces_.size()});
        return at + 1;
    }
    Flow& flow = open.back();
    if (c == '}' || c == ']') {
        end_entry(flow);
        if (flow.pairs != 0 && c == ']' && at - flow.open <= longest_mend) {
            const std::string inner(text_.substr(flow.open + 1, at - flow.open - 1));
            report_mended(codes::wide_bracket, span_of(flow.open, flow.open + 1), span_of(flow.open, at + 1), "{" + inner + "}");
        } else if ((c == '}') != flow.is_map) {
            if (open.size() > 1 && open[open.size() - 2].is_map != flow.is_map) {
                // It closes the brackets around: those at hand were left open.
                report_open_bracket(flow, skip_back(at, flow.open));
                open.pop_back();
                return scan_flow_token(at, open);
            }
            report(codes::flow_misfit, at, at + 1, flow.is_map ? "}" : "]");
        }
        open.pop_back();
        return at + 1;
    }
    if (c == ',') {
        const bool doubled = flow.is_map && flow.colons == 0 && pieces_.size() == flow.first_piece && text_[last_sign_] == ',';
        if (doubled) report(codes::flow_misfit, at, at + 1, "");
        end_entry(flow);
        last_sign_ = at;
        return at + 1;
    }
    if (const std::size_t close = value_due(flow) ? round_list_end(at) : 0) {
        const std::size_t sign = c == '(' ? 1 : 3;
        const std::size_t close_sign = text_[close] == ')' ? 1 : 3;
        const std::string inner(text_.substr(at + sign, close - at - sign));
        report_mended(codes::wide_bracket, span_of(at, at + sign), span_of(at, close + close_sign), "[" + inner + "]");
        return close + close_sign;
    }
    last_sign_ = at;
    if (c == '"' || c == '\'') {
        const std::size_t next = scan_quoted(at);
        const std::size_t colon = next < text_.size() ? skip_blanks(next, text_.size()) : text_.size();
        if (flow.is_map && flow.colons == 0 && starts(colon, wide_colon)) {
            report_wide(codes::wide_colon, colon, ":");
            ++flow.colons;
            return colon + wide_colon.size();
        }
        if (colon < text_.size() && text_[colon] == ':') {
            ++flow.colons;
            return colon + 1;
        }
        return next;
    }
    if (c == ':' && (is_blank_or_end(at + 1) || is_flow_sign(text_[at + 1]))) {
        ++flow.colons;
        return at + 1;
    }
    if (c == '&' || c == '*' || c == '!') {
        std::size_t end = at + 1;
        while (end < text_.size() && !is_space(text_[end]) && !is_flow_sign(text_[end])) ++end;
        report(c == '!' ? codes::tag : codes::anchor, at, end, std::nullopt);
        return end;
    }
    if (const std::size_t length = wide_space(at)) {
        std::size_t end = at + length;
        while (wide_space(end)) end += wide_space(end);
        report(codes::wide_space, at, end, " ");
        return end;
    }
    if (starts(at, wide_comma)) {
        report_wide(codes::wide_comma, at, ",");
        end_entry(flow);
        return at + 3;
    }
    if ((starts(at, wide_open_map) || starts(at, wide_open_list)) && opens_wide(at, line_from(at).end)) {
        const bool map = starts(at, wide_open_map);
        report_wide(codes::wide_bracket, at, map ? "{" : "[");
        open.push_back({at, map, 0, pieces_.size()});
        return at + 3;
    }
    if (closes_wide(at)) {
        report_wide(codes::wide_bracket, at, starts(at, wide_close_map) ? "}" : "]");
        end_entry(flow);
        open.pop_back();
        return at + 3;
    }
    return scan_flow_plain(at, flow);
}

std::size_t YamlSurface::scan_flow_plain(std::size_t at, Flow& flow) {
    std::size_t next = at;
    bool opened = false;  // a bracket that the same text opens is its own to close
    while (next < text_.size()) {
        const char c = text_[next];
        opened = opened || starts(next, wide_open_map) || starts(next, wide_open_list);
        if (is_flow_sign(c) || c == '\n' || c == '\r') break;
        if (c == ':' && (is_blank_or_end(next + 1) || is_flow_sign(text_[next + 1]))) break;
        if (c == '#' && is_blank(text_[next - 1])) break;
        if (next > at && !opened && closes_wide(next)) break;
        ++next;
    }
    std::size_t end = next;
    while (end > at && is_blank(text_[end - 1])) --end;
    check_edges(at, end);
    pieces_.push_back({at, end, flow.colons});
    return std::max(next, at + 1);
}

/// A colon meant to end a key; where a blank that is none to YAML follows it, the blank is the mistake.
void YamlSurface::report_flow_mark(Mark mark, bool certain) {
    std::size_t end = mark.at + 1;
    while (!mark.wide && wide_space(end) != 0) end += wide_space(end);
    if (mark.wide || end == mark.at + 1) return report_mark(mark, certain);
    report(codes::wide_space, mark.at + 1, end, " ", certain);
}

/// "30,000.00": to YAML the comma parts two entries, and what follows it is a key without a value.
void YamlSurface::check_split_number(const Flow& flow) {
    const auto digit = [this](std::size_t at) { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; };
    if (flow.colons != 0 || pieces_.size() != flow.first_piece + 1) return;
    const std::size_t at = pieces_.back().begin;
    if (at < 2 || text_[at - 1] != ',' || !digit(at - 2)) return;
    if (!digit(at) || !digit(at + 1) || !digit(at + 2) || digit(at + 3)) return;
    report(codes::split_number, at - 1, at, "");
}

void YamlSurface::end_entry(Flow& flow) {
    if (flow.is_map) {
        check_split_number(flow);
        check_map_entry(flow);
    } else {
        for (std::size_t i = flow.first_piece; i < pieces_.size(); ++i) check_list_piece(pieces_[i]);
        flow.pairs += flow.colons != 0 ? 1 : 0;
    }
    pieces_.resize(flow.first_piece, Piece{});
    flow.colons = 0;
}

/// In a list of words a full-width comma within a word is a comma meant to part two: one name more or less may decide a
/// vote.
void YamlSurface::check_list_piece(const Piece& piece) {
    for (std::size_t at = find(wide_comma, piece.begin, piece.end); at != text_.npos; at = find(wide_comma, at + 3, piece.end))
        report_wide(codes::wide_comma, at, ",");
    for (std::size_t at = find(listing_comma, piece.begin, piece.end); at != text_.npos; at = find(listing_comma, at + 3, piece.end))
        report(codes::doubtful_list, at, at + 3, ", ", false);
}

void YamlSurface::check_map_entry(const Flow& flow) {
    for (std::size_t i = flow.first_piece; i < pieces_.size(); ++i) {
        const std::size_t found = findings_.size();
        check_map_piece(flow, pieces_[i]);
        if (findings_.size() == found) check_unparted(flow, pieces_[i]);
    }
}

/// One entry is "key: value". A piece of it before its first colon is a key; between two colons it is a value and the
/// next key; after the last it is a value, in which ", word:" in full-width signs is doubtful unless it stands twice or
/// looks like no sentence.
void YamlSurface::check_map_piece(const Flow& flow, const Piece& piece) {
    struct Pair {
        std::size_t comma;
        Mark mark;
    };
    std::vector<Pair> pairs;
    std::size_t last_comma = text_.npos;
    for (std::size_t at = find(wide_comma, piece.begin, piece.end); at != text_.npos; at = find(wide_comma, at + 3, piece.end)) {
        last_comma = at;
        std::size_t word = at + 3;
        while (word < piece.end && (is_blank(text_[word]) || wide_space(word))) word += std::max<std::size_t>(1, wide_space(word));
        if (const auto mark = meant_colon(word, piece.end)) pairs.push_back({at, *mark});
    }
    const bool is_key = piece.colons == 0;
    const bool key_follows = piece.colons < flow.colons;
    if (is_key) {
        const auto mark = meant_colon(piece.begin, piece.end);
        if (!mark || (key_follows && !mark->wide)) return;
        report_flow_mark(*mark, true);
    }
    // Chinese text has no blank after its comma, and a figure after the colon is a date or a count.
    const bool figures = std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        std::size_t value = pair.mark.at + (pair.mark.wide ? 3 : 1);
        while (value < piece.end && wide_space(value) != 0) value += wide_space(value);
        const bool digit = value < piece.end && text_[value] >= '0' && text_[value] <= '9';
        return digit || is_blank(text_[pair.comma + 3]) || wide_space(pair.comma + 3);
    });
    const bool certain = is_key || key_follows || pairs.size() > 1 || figures;
    const bool comma_before_key = key_follows && last_comma != text_.npos && (pairs.empty() || pairs.back().comma != last_comma);
    for (const Pair& pair : pairs) {
        if (!certain) {
            report(codes::doubtful_comma, pair.comma, pair.comma + 3, ", ", false);
            report_mark(pair.mark, false);
            continue;
        }
        report_wide(codes::wide_comma, pair.comma, ",");
        report_flow_mark(pair.mark, true);
    }
    if (comma_before_key) report_wide(codes::wide_comma, last_comma, ",");
}

}  // namespace guicheng::formats
