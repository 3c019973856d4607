#pragma once
// What both readers ask of a text before they read it, and the full-width signs that people type for ASCII ones.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "formats/tape.hpp"

namespace guicheng::formats {

/// 3 where the text begins with a UTF-8 byte order mark.
std::size_t bom_length(std::string_view text);
/// Reports a text that is longer than the limit (F014).
bool check_size(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink);
/// Reports a text that is UTF-16 or UTF-32 (F029).
bool check_encoding(const base::SourcePtr& source, diag::Sink& sink);
/// Reports malformed UTF-8 (F011), and F029.
bool check_utf8(const base::SourcePtr& source, diag::Sink& sink);
void report_invalid_utf8(const base::SourcePtr& source, std::uint32_t at, diag::Sink& sink);
/// U+0007
std::string code_point_name(char32_t code);

struct WideSign {
    std::string_view code;   ///< the diagnostic's
    std::string_view ascii;  ///< what was meant
    std::size_t length;      ///< bytes
};
/// The full-width sign with an ASCII twin that the text begins with.
std::optional<WideSign> wide_sign_at(std::string_view text);

}  // namespace guicheng::formats
