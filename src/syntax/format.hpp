#pragma once
// The canonical layout, and the change from one spelling of the keywords to the other.
// Line breaks and comments are the author's, and so are runs of two and more blanks inside a line (columns);
// indentation, single blanks and blank lines are the formatter's. Names, numerals, texts and comments are never
// touched. On text in canonical layout zh -> en -> zh gives the same bytes.
#include <cstdint>
#include <optional>
#include <string>

#include "syntax/concrete.hpp"

namespace guicheng::syntax {

enum class Keywords : std::uint8_t { keep, zh, en };

struct FormatOptions {
    Keywords keywords = Keywords::keep;
};

/// INVARIANT: the concrete form is of a text without errors and went through the second hop (parse_concrete).
std::string format(const Concrete& concrete, const FormatOptions& options);

/// Nothing where the text has errors (they are in the sink): a text that is not understood is not rearranged.
std::optional<std::string> format(const base::SourcePtr& source, const FormatOptions& options, diag::Sink& sink);

}  // namespace guicheng::syntax
