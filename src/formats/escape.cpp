#include "formats/escape.hpp"

#include <cstdint>
#include <optional>

#include "base/utf8.hpp"

namespace guicheng::formats {

namespace {

std::optional<std::uint32_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
    return std::nullopt;
}

/// The unit of a \uXXXX that begins at `at`.
std::optional<std::uint32_t> unit_at(std::string_view raw, std::size_t at) {
    if (raw.size() < at + 6 || raw[at] != '\\' || raw[at + 1] != 'u') return std::nullopt;
    std::uint32_t unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const auto digit = hex_digit(raw[i]);
        if (!digit) return std::nullopt;
        unit = unit * 16 + *digit;
    }
    return unit;
}

char simple_escape(char c) {
    switch (c) {
        case '"': return '"';
        case '\\': return '\\';
        case '/': return '/';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return '\0';
    }
}

}  // namespace

Unescaped append_unescaped(std::string_view raw, std::string& out) {
    std::size_t at = 0;
    while (at < raw.size()) {
        const std::size_t slash = raw.find('\\', at);
        out.append(raw.substr(at, slash == raw.npos ? raw.npos : slash - at));
        if (slash == raw.npos) break;
        const char next = slash + 1 < raw.size() ? raw[slash + 1] : '\0';
        if (const char plain = simple_escape(next)) {
            out.push_back(plain);
            at = slash + 2;
            continue;
        }
        auto unit = unit_at(raw, slash);
        if (!unit) return {EscapeFault::unknown_escape, slash};
        at = slash + 6;
        if (*unit >= 0xDC00 && *unit <= 0xDFFF) return {EscapeFault::lone_surrogate, slash};
        if (*unit >= 0xD800 && *unit <= 0xDBFF) {
            const auto low = unit_at(raw, at);
            if (!low || *low < 0xDC00 || *low > 0xDFFF) return {EscapeFault::lone_surrogate, slash};
            unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
            at += 6;
        }
        base::utf8::append(out, static_cast<char32_t>(*unit));
    }
    return {};
}

}  // namespace guicheng::formats
