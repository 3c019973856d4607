#pragma once
// Characters that are typed for others: the ASCII twins that the language accepts, and look-alikes that it does not.
#include <optional>
#include <string_view>

namespace guicheng::syntax {

/// The ASCII character that a full-width digit, letter or percent sign stands for; the character itself otherwise.
char32_t twin(char32_t code);

/// What was probably meant by a character that is not accepted: "/" for U+FF0F.
std::optional<std::string_view> look_alike(char32_t code);

/// Controls, bidi marks and zero-width characters: may stand nowhere, not even in texts and comments.
bool is_invisible(char32_t code);

/// The comparison word's symbol in ASCII, for ≥ and its kin.
std::optional<std::string_view> comparison_symbol(char32_t code);

}  // namespace guicheng::syntax
