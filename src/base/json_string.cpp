#include "base/json_string.hpp"

#include "base/utf8.hpp"

namespace guicheng::base {

void append_json_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const auto& item : utf8::code_points(text)) {
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
        } else if (item.code < 0x20 || item.code == 0x7F) {
            out += "\\u00";
            out += digits[(item.code >> 4U) & 0xFU];
            out += digits[item.code & 0xFU];
        } else {
            out.append(text.substr(item.offset, item.length));
        }
    }
    out += '"';
}

std::string json_string(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace guicheng::base
