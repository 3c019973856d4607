#pragma once
// A text as a JSON string.
#include <string>
#include <string_view>

namespace guicheng::base {

/// Appends the text in quotation marks, escaped, also what is not seen and a terminal obeys; bytes that are no UTF-8 become
/// U+FFFD, so that the result is always valid JSON.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

}  // namespace guicheng::base
