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

std::string sentence(const Related& related, messages::Language language);
/// Its help, filled in the same way; empty where its code has none.
std::string help(const Diagnostic& diagnostic, messages::Language language);

/// Of several suggestions on one line only the first stays: each is a guess that supposes the rest of the line right.
void keep_one_guess_a_line(std::span<Diagnostic> diagnostics);

/// One diagnostic: sentence, place, source lines with carets, help, related places, the fix. Ends with a line break.
std::string render(const Diagnostic& diagnostic, const RenderOptions& options);

/// All of them in the order given, a blank line between, then the count of those not shown. Empty for none.
std::string render_all(std::span<const Diagnostic> diagnostics, const RenderOptions& options);

/// A JSON array, one object a diagnostic, keys in a fixed order: code, severity, message, help, file, begin and end
/// (offset in bytes, line, column in characters), related, fix (kind: certain or suggestion; begin, end, text). Of more
/// than the limit the rest is counted in one last object {"rest": number, "message"}.
std::string render_json(std::span<const Diagnostic> diagnostics, const RenderOptions& options);

}  // namespace guicheng::diag
