#pragma once
// Reads a verdict back from its own JSON: from_json(to_json(v)) == v.
#include <optional>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::verdict {

/// Nothing, and at least one diagnostic (V001 not of the expected form, V002 unknown key, V003 key missing, or the JSON reader's own),
/// where the text is not the JSON of a verdict. Keys may stand in any order.
std::optional<Verdict> from_json(const base::SourcePtr& source, diag::Sink& sink);

/// The day or moment as to_json writes them: 2024-03-01, 2024-03-01T14:30. Nothing for any other text.
std::optional<base::Day> day_from_text(std::string_view text);
std::optional<base::Moment> moment_from_text(std::string_view text);

/// A share as to_json writes it: 2/3.
std::optional<base::Fraction> share_from_text(std::string_view text);

}  // namespace guicheng::verdict
