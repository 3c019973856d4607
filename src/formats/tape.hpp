#pragma once
// One flat stream of keys and scalars behind every reader: YAML and JSON both become a Tape.
// In: bytes. Out: tokens in document order with their places, or diagnostics. Not its job: what a key means.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"

namespace guicheng::formats {

enum class TokenKind : std::uint8_t { map_begin, map_end, list_begin, list_end, key, scalar };

/// How a scalar was written. A plain YAML scalar has no type of its own: the binder reads it as the field's type asks
/// (否, no, false are one and the same to a yes/no field, and text to a text field).
enum class ScalarStyle : std::uint8_t { plain, quoted, number, boolean, null };

struct Token {
    TokenKind kind = TokenKind::scalar;
    ScalarStyle style = ScalarStyle::plain;
    std::uint16_t reserved = 0;
    std::uint32_t skip = 0;  ///< of map_begin/list_begin: index of the matching end
    base::Span span;         ///< in the source text; 0,0 where the reader keeps no places (NDJSON fast path)
    std::string_view text;   ///< key or scalar, unescaped; a number as it is written
};

/// Tokens of one document. text views point into the source or into the tape's own buffer: they live as long as the tape.
/// Movable; reusable (clear() keeps capacity) so that a million lines allocate nothing.
class Tape {
public:
    std::vector<Token> tokens;
    std::string buffer;  ///< unescaped text; reserved to full size before views are taken
    void clear() {
        tokens.clear();
        buffer.clear();
    }
};

struct Limits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t nesting = 64;
    std::size_t json_line = std::size_t{16} << 20;
};

/// YAML 1.2-like subset by yaml-cpp. Found and named at their own place, with the corrected line as a fix where there is one:
/// full-width ：，｛｝［］ and U+3000 used as syntax, keys glued to their values (日期:2024-03-01), tabs as indentation, a key twice,
/// aliases and anchors (limit 0), several documents. Line breaks CRLF and a BOM are accepted. Returns false on error.
bool read_yaml(const base::SourcePtr& source, const Limits& limits, Tape& tape, diag::Sink& sink);

/// The text at `span` is one plain text to YAML, where a map was wanted: names each line of it that was meant as an entry, with the
/// corrected line. False where no line looks like one.
bool name_meant_entries(const base::SourcePtr& source, base::Span span, const Limits& limits, diag::Sink& sink);

/// JSON by simdjson. A key twice, comments, trailing commas and anything after the document are errors. Returns false on error.
bool read_json(const base::SourcePtr& source, const Limits& limits, Tape& tape, diag::Sink& sink);

/// One line of NDJSON into a reused tape; `line` must stay alive as long as the tape's views. Keys given twice are left for the binder
/// to find. On a malformed line false and nothing more: the caller calls read_json on it for the diagnostics.
class JsonLineReader {
public:
    JsonLineReader();
    ~JsonLineReader();
    JsonLineReader(const JsonLineReader&) = delete;
    JsonLineReader& operator=(const JsonLineReader&) = delete;
    bool read(std::string_view line, Tape& tape);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace guicheng::formats
