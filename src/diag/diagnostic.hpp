#pragma once
// What is said about a user's text: collected, never thrown. A code is stable and documented (docs/diagnostics.md);
// its sentences stand in the message catalogue under the code's own key.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.hpp"

namespace guicheng::diag {

enum class Severity : std::uint8_t { error, warning, note };

/// A named value for a placeholder of the catalogue's sentence: {"name", "村民代表会"}.
using Argument = std::pair<std::string, std::string>;

/// A value that is itself a sentence of the catalogue, in the language of who reads it.
std::string translated(std::string_view key);

/// Whether a text offered may be put in place unasked. certain: the words have one reading only (blanks, punctuation,
/// look-alike characters, another spelling of the same word). suggestion: it was probably meant, but a person must say
/// so; names, thresholds and what belongs to what are never anything else.
enum class FixKind : std::uint8_t { certain, suggestion };

/// Text that, put in place of span, mends the mistake.
struct Fix {
    base::Span span;
    std::string text;
    FixKind kind = FixKind::certain;
};

/// A second place that explains the first: its sentence is the catalogue's key.
struct Related {
    base::SourcePtr source;
    base::Span span;
    std::string key;
    std::vector<Argument> arguments;
};

struct Diagnostic {
    std::string code;  ///< "P001": letter of the stage (P parse, N names, T types, G graph, C case, L library) and number
    Severity severity = Severity::error;
    base::SourcePtr source;  ///< null where there is no text (a missing file)
    base::Span span;
    std::vector<Argument> arguments;
    std::vector<Related> related;
    std::optional<Fix> fix;
};

/// Collects. add() returns the new entry so that the caller can chain arguments and a fix.
class Sink {
public:
    class Entry {
    public:
        explicit Entry(Diagnostic& d) : d_(d) {}
        Entry& arg(std::string name, std::string value);
        /// A text of more than eight kilobytes is not kept.
        Entry& fix(base::Span span, std::string text, FixKind kind = FixKind::certain);
        Entry& suggest(base::Span span, std::string text) { return fix(span, std::move(text), FixKind::suggestion); }
        Entry& related(base::SourcePtr source, base::Span span, std::string key, std::vector<Argument> arguments = {});

    private:
        Diagnostic& d_;
    };
    Entry error(std::string_view code, base::SourcePtr source, base::Span span);
    Entry warning(std::string_view code, base::SourcePtr source, base::Span span);

    bool has_errors() const { return errors_ != 0; }
    std::size_t error_count() const { return errors_; }
    std::size_t warning_count() const { return entries_.size() - errors_; }
    /// Sorted by file, place, code.
    std::vector<Diagnostic> sorted() const;
    const std::vector<Diagnostic>& entries() const { return entries_; }
    void append(const Sink& other);
    void add(Diagnostic diagnostic);
    /// There is more to say than was kept.
    void leave_rest() { rest_left_ = true; }
    bool rest_left() const { return rest_left_; }

private:
    std::vector<Diagnostic> entries_;
    std::size_t errors_ = 0;
    bool rest_left_ = false;
};

}  // namespace guicheng::diag
