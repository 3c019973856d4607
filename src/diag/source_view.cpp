#include "diag/source_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace guicheng::diag {
namespace {

namespace utf8 = base::utf8;

constexpr std::size_t context_before = 160;  // bytes
constexpr std::size_t context_after = 240;
constexpr std::string_view ellipsis = "...";

std::string shown(const utf8::CodePoints::Item& item, std::string_view text) {
    if (!item.valid) return fmt::format("<byte {:02X}>", static_cast<unsigned char>(text[item.offset]));
    if (item.code == U'\t') return "    ";
    if (base::is_invisible(item.code)) return fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(item.code));
    return std::string(text.substr(item.offset, item.length));
}

std::size_t aligned_down(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

/// The line with marks under [begin, end), which are offsets within the line.
ShownLine mark(std::string_view line, std::size_t begin, std::size_t end, std::uint32_t number) {
    ShownLine out;
    out.number = number;
    std::size_t first = 0;
    std::size_t last = line.size();
    if (begin > context_before) first = aligned_down(line, begin - context_before);
    if (last - begin > context_after) last = aligned_down(line, begin + context_after);
    if (first > 0) {
        out.text += ellipsis;
        out.marks.append(ellipsis.size(), ' ');
    }
    bool marked = false;
    for (const auto& item : utf8::code_points(line.substr(first, last - first))) {
        const auto at = first + item.offset;
        const auto piece = shown({at, item.code, item.length, item.valid}, line);
        const bool in = at < end && at + item.length > begin && begin < end;
        out.text += piece;
        // A combining mark fills no column of its own but a span of nothing else must still be seen.
        out.marks.append(utf8::display_width(piece), in ? '^' : ' ');
        marked = marked || (in && utf8::display_width(piece) > 0);
        if (!marked && begin == end && at == begin) {
            out.marks.back() = '^';
            out.marks.resize(out.marks.size() - utf8::display_width(piece) + 1);
            out.marks.back() = '^';
            marked = true;
        }
    }
    if (last < line.size()) out.text += ellipsis;
    if (!marked) {
        if (begin < line.size())
            out.marks.resize(utf8::display_width(made_visible(line.substr(first, begin - first))) + (first > 0 ? ellipsis.size() : 0), ' ');
        out.marks += '^';
    }
    out.marks.erase(out.marks.find_last_not_of(' ') + 1);
    return out;
}

}  // namespace

std::string made_visible(std::string_view text) {
    std::string out;
    for (const auto& item : utf8::code_points(text)) out += shown(item, text);
    return out;
}

std::string in_one_line(std::string_view text) {
    const bool long_text = text.size() > context_before + context_after;
    if (long_text) text = text.substr(0, aligned_down(text, context_before + context_after));
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
        const auto next = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, next - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (at > 0) out += " | ";
        out += made_visible(line);
        at = next + 1;
    }
    return long_text ? out.append(ellipsis) : out;
}

std::vector<ShownLine> shown_lines(const base::SourceText& source, base::Span span) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    const auto begin = std::min(span.begin, size);
    const auto end = std::clamp(span.end, begin, size);
    const auto first_line = source.line_at(begin);
    const auto first_begin = source.line_begin(begin);
    const auto number = source.place(begin).line;
    std::vector<ShownLine> out;
    out.push_back(mark(first_line, begin - first_begin, std::min<std::size_t>(end - first_begin, first_line.size()), number));
    if (end <= begin) return out;
    const auto last_begin = source.line_begin(end - 1);
    if (last_begin == first_begin) return out;
    const auto last_line = source.line_at(end - 1);
    const auto indent = std::min(last_line.find_first_not_of(" \t"), last_line.size());
    const auto last_end = std::min<std::size_t>(end - last_begin, last_line.size());
    out.push_back(mark(last_line, std::min(indent, last_end), last_end, source.place(end - 1).line));
    return out;
}

std::vector<std::string> lines_with(const base::SourceText& source, base::Span span, std::string_view replacement) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    const auto begin = std::min(span.begin, size);
    const auto end = std::clamp(span.end, begin, size);
    const auto line_begin = source.line_begin(begin);
    const auto last_line = source.line_at(end);
    const auto line_end = source.line_begin(end) + static_cast<std::uint32_t>(last_line.size());
    auto before = source.slice({line_begin, begin});
    std::string text;
    if (before.size() > context_before) {
        before = before.substr(aligned_down(before, before.size() - context_before));
        text += ellipsis;
    }
    auto after = end < line_end ? source.slice({end, line_end}) : std::string_view{};
    const bool long_replacement = replacement.size() > context_before + context_after;
    if (long_replacement) replacement = replacement.substr(0, aligned_down(replacement, context_before + context_after));
    text.append(before).append(replacement);
    if (long_replacement) text.append(ellipsis);
    if (after.size() > context_after) {
        text.append(after.substr(0, aligned_down(after, context_after))).append(ellipsis);
    } else {
        text.append(after);
    }
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto next = std::min(text.find('\n', at), text.size());
        auto line = std::string_view(text).substr(at, next - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(made_visible(line));
        at = next + 1;
    }
    return lines;
}

}  // namespace guicheng::diag
