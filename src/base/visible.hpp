#pragma once
// Text that came from a file, as it may be shown: nothing in it steers a terminal or turns the line round.
#include <string>
#include <string_view>

namespace guicheng::base {

/// Controls, bidi and other format characters, zero-width ones: what a reader does not see and a terminal or browser obeys.
bool is_invisible(char32_t code);

/// The text with each of them as <U+202E>. Line breaks and tabs are left; a malformed byte becomes U+FFFD.
std::string visible(std::string_view text);

/// The same for a text that is one line, such as the name of a file: line breaks and tabs, too, become <U+000A>.
std::string visible_line(std::string_view text);

}  // namespace guicheng::base
