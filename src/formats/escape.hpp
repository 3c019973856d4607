#pragma once
// JSON's escapes.
#include <cstddef>
#include <string>
#include <string_view>

namespace guicheng::formats {

enum class EscapeFault : unsigned char { none, unknown_escape, lone_surrogate };

struct Unescaped {
    EscapeFault fault = EscapeFault::none;
    std::size_t at = 0;  ///< the faulty backslash
};

/// Appends the text between a JSON string's quotes with its escapes resolved; never longer than `raw`.
Unescaped append_unescaped(std::string_view raw, std::string& out);

}  // namespace guicheng::formats
