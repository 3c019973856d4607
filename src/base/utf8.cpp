#include "base/utf8.hpp"

#include <algorithm>
#include <span>

#include "base/width_table.hpp"

namespace guicheng::base::utf8 {

namespace {

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/// What the first byte says: the length, and the narrowed range of the second byte that shuts out overlong forms,
/// surrogates and what lies past U+10FFFF. Length 0: no first byte.
struct Lead {
    std::uint8_t length;
    unsigned char low, high;
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

bool contains(std::span<const WidthRange> ranges, char32_t code) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), code, [](char32_t c, const WidthRange& range) { return c < range.first; });
    return after != ranges.begin() && code <= std::prev(after)->last;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto first = byte(0);
    if (first < 0x80) return {first, 1, true};
    const auto lead = lead_of(first);
    if (lead.length == 0 || text.size() - at < lead.length) return {};
    if (byte(1) < lead.low || byte(1) > lead.high) return {};
    char32_t code = first & (0xFFU >> (lead.length + 1U));
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (!is_continuation(byte(i))) return {};
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    return {code, lead.length, true};
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text, at);
        if (!decoded.valid) return at;
        at += decoded.length;
    }
    return std::nullopt;
}

std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); ++n) at += decode(text, at).length;
    return n;
}

void append(std::string& out, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    const auto push = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        push(code);
    } else if (code < 0x800) {
        push(0xC0 | (code >> 6U));
        push(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        push(0xE0 | (code >> 12U));
        push(0x80 | ((code >> 6U) & 0x3FU));
        push(0x80 | (code & 0x3FU));
    } else {
        push(0xF0 | (code >> 18U));
        push(0x80 | ((code >> 12U) & 0x3FU));
        push(0x80 | ((code >> 6U) & 0x3FU));
        push(0x80 | (code & 0x3FU));
    }
}

std::string encode(char32_t code) {
    std::string out;
    append(out, code);
    return out;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string codes;
    codes.reserve(text.size());
    for (const auto item : code_points(text)) codes += item.code;
    return codes;
}

int width(char32_t code) {
    if (code >= 0x20 && code < 0x7F) return 1;
    if (contains(zero_width, code)) return 0;  // first: some marks lie inside wide ranges
    return contains(wide, code) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (const auto item : code_points(text)) columns += static_cast<std::size_t>(width(item.code));
    return columns;
}

std::string_view wide_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
    const std::string_view head = text.substr(0, 2048);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    // Every blank, sign and line break has its zero on the same side; of Chinese only few characters have one (U+4E00). Text that is
    // mostly Chinese has few zeros, but is no UTF-8.
    const std::size_t most = std::max(even, odd);
    if (most < 4 || std::min(even, odd) * 4 > most) return "";
    return most * 8 >= head.size() || first_invalid(text) ? "UTF-16" : "";
}

}  // namespace guicheng::base::utf8
