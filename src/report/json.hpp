#pragma once
// The verdict as JSON under docs/schema/verdict.schema.json: one fixed order of keys, the same value gives the same bytes.
#include <string>

#include "verdict/verdict.hpp"

namespace guicheng::report {

enum class Layout : std::uint8_t {
    compact,  ///< one line, no blanks; the form for NDJSON
    pretty    ///< two blanks a level, a line break at the end
};

/// Names stand as the author wrote them, keys and enumerators in English snake_case; what is absent is left out. Bytes that are no
/// UTF-8 become U+FFFD, so that the result is always valid JSON.
std::string to_json(const verdict::Verdict& verdict, Layout layout = Layout::pretty);
/// Appends to `out`, for writers of many verdicts.
void append_json(std::string& out, const verdict::Verdict& verdict, Layout layout);

/// 2024-03-01, or 2024-03-01T14:30 where the hour is known.
std::string moment_text(const base::Moment& moment);

}  // namespace guicheng::report
