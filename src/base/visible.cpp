#include "base/visible.hpp"

#include "base/utf8.hpp"

namespace guicheng::base {

namespace {

/// <U+001B>
void append_code(std::string& out, char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "<U+";
    for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
        if (shift == 20 && code <= 0xFFFFF) continue;
        out += digits[(code >> shift) & 0xFU];
    }
    out += '>';
}

}  // namespace

bool is_invisible(char32_t code) {
    if (code > 0x206F && code < 0xFEFF) return false;  // Chinese, as nearly everything beyond ASCII
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x61C || code == 0x180E ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const auto& item : utf8::code_points(text)) {
        if (is_invisible(item.code) && item.code != '\n' && item.code != '\r' && item.code != '\t') {
            append_code(out, item.code);
        } else {
            utf8::append(out, item.code);
        }
    }
    return out;
}

std::string visible_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const auto& item : utf8::code_points(text)) {
        if (is_invisible(item.code)) {
            append_code(out, item.code);
        } else {
            utf8::append(out, item.code);
        }
    }
    return out;
}

}  // namespace guicheng::base
