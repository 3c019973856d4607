#pragma once
// Diagnostics as people read them and as tools do.
#include <cstddef>
#include <span>
#include <string>

#include "diag/diagnostic.hpp"
#include "messages/catalogue.hpp"

namespace guicheng::diag {

struct RenderOptions {
    messages::Language language = messages::Language::zh;
    bool colour = false;      ///< terminal escape codes
    std::size_t limit = 100;  ///< how many are shown; the rest is counted
};

/// The sentence alone, its placeholders filled; long values are cut.
std::string sentence(const Diagnostic& diagnostic, messages::Language language);

/// One diagnostic: sentence, place, source lines with carets, help, related places, the fix. Ends with a line break.
std::string render(const Diagnostic& diagnostic, const RenderOptions& options);

/// All of them in the order given, a blank line between, then the count of those not shown. Empty for none.
std::string render_all(std::span<const Diagnostic> diagnostics, const RenderOptions& options);

/// A JSON array, one object a diagnostic, keys in a fixed order: code, severity, message, help, file, begin and end
/// (offset in bytes, line, column in characters), related, fix. All of them, whatever the limit.
std::string render_json(std::span<const Diagnostic> diagnostics, messages::Language language);

}  // namespace guicheng::diag
