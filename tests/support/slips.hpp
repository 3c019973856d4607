#pragma once
// The slips of tests/golden/diag/bad: a rule file with one mistake, and in its first lines what is expected of it.
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "support/files.hpp"

namespace guicheng::support {

struct Slip {
    std::string file;
    std::string code;    ///< # expect: P021
    std::string covers;  ///< # covers: the exact wrong words; \u200B stands for the character
    bool clean_fix = false;
    std::string text;
};

inline std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) != "\\u" || i + 6 > text.size()) {
            out += text[i];
            continue;
        }
        unsigned code = 0;
        std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16);
        if (code < 0x800) {
            out += static_cast<char>(0xC0U | (code >> 6U));
        } else {
            out += static_cast<char>(0xE0U | (code >> 12U));
            out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        }
        out += static_cast<char>(0x80U | (code & 0x3FU));
        i += 5;
    }
    return out;
}

inline Slip read_slip(const std::filesystem::path& path) {
    Slip slip;
    slip.file = path.filename().string();
    slip.text = read_file(path);
    const auto value = [&](std::string_view key) -> std::optional<std::string> {
        const auto at = slip.text.find(key);
        if (at == std::string::npos) return std::nullopt;
        const auto begin = at + key.size();
        return slip.text.substr(begin, slip.text.find('\n', begin) - begin);
    };
    slip.code = value("# expect: ").value_or("");
    slip.covers = unescaped(value("# covers: ").value_or(""));
    slip.clean_fix = value("# fix: ").value_or("") == "clean";
    return slip;
}

inline std::string with_fix(std::string text, const diag::Fix& fix) {
    return text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
}

}  // namespace guicheng::support
