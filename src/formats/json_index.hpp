#pragma once
// Where the tokens of a JSON text begin. simdjson finds them 64 bytes at a time; where it refuses the text, a plain
// scan finds them up to the first byte that no token can hold, so that the mistake has a place.
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace guicheng::formats {

/// The starts of brackets, colons, commas, strings and other scalars, in order. starts[count] is readable and is the
/// text's length: a token ends before the next start.
struct JsonStarts {
    const std::uint32_t* starts = nullptr;
    std::uint32_t count = 0;
};

class JsonIndex {
public:
    JsonIndex();
    ~JsonIndex();
    JsonIndex(const JsonIndex&) = delete;
    JsonIndex& operator=(const JsonIndex&) = delete;
    /// True: the text is UTF-8, its strings are closed and hold no control characters; starts() is complete. It reads
    /// no byte past the text and allocates only for a text longer than every one before.
    bool build(std::string_view text);
    JsonStarts starts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

enum class LexicalFault : std::uint8_t { none, invalid_utf8, unclosed_string, control_in_string };

/// The plain scan: starts up to the first fault (the last entry of starts is `at`).
struct PlainIndex {
    std::vector<std::uint32_t> starts;
    LexicalFault fault = LexicalFault::none;
    std::uint32_t at = 0;   ///< where the fault is shown
    std::uint32_t end = 0;  ///< what lies before it was scanned
    JsonStarts view() const { return {starts.data(), static_cast<std::uint32_t>(starts.size() - 1)}; }
};
PlainIndex plain_index(std::string_view text);

}  // namespace guicheng::formats
