#include "base/json_string.hpp"

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace guicheng::base {

namespace {

void append_unit(std::string& out, std::uint32_t unit) {
    static constexpr char digits[] = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> static_cast<unsigned>(shift) & 0xFU];
}

/// What a terminal would obey stays a text that every reader of JSON reads as the same character.
void append_escape(std::string& out, char32_t code) {
    const auto value = static_cast<std::uint32_t>(code);
    if (value <= 0xFFFF) return append_unit(out, value);
    append_unit(out, 0xD800 + ((value - 0x10000) >> 10U));
    append_unit(out, 0xDC00 + ((value - 0x10000) & 0x3FFU));
}

/// What does not stand as it is.
void append_special(std::string& out, const utf8::Decoded& item) {
    if (!item.valid) {
        utf8::append(out, utf8::replacement);
    } else if (item.code == '"' || item.code == '\\') {
        out += '\\';
        out += static_cast<char>(item.code);
    } else if (item.code == '\n') {
        out += "\\n";
    } else if (item.code == '\t') {
        out += "\\t";
    } else if (item.code == '\r') {
        out += "\\r";
    } else {
        append_escape(out, item.code);
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    // Nearly all of a text stands as it is: it is appended run by run.
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
            ++at;
            continue;
        }
        const auto item = utf8::decode(text, at);
        if (item.valid && item.code > 0x7F && !is_invisible(item.code)) {
            at += item.length;
            continue;
        }
        out.append(text.substr(from, at - from));
        at += item.length;
        from = at;
        append_special(out, item);
    }
    out.append(text.substr(from));
    out += '"';
}

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace guicheng::base
