#pragma once
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace guicheng::test {

/// Chinese characters and Chinese punctuation.
inline bool has_chinese(std::string_view text) {
    for (const auto& item : base::utf8::code_points(text)) {
        if ((item.code >= 0x3000 && item.code <= 0x9FFF) || (item.code >= 0xFF00 && item.code <= 0xFFEF)) return true;
    }
    return false;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace guicheng::test
