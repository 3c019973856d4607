#pragma once
// JSON's grammar over the starts of its tokens. One walker serves read_json and JsonLineReader, so that both make the
// same tape.
#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/json_index.hpp"
#include "formats/tape.hpp"

namespace guicheng::formats {

enum class JsonFault : std::uint8_t {
    none,
    empty,
    value_expected,
    key_expected,
    colon_expected,
    comma_expected,
    trailing_comma,
    after_document,
    unclosed_container,
    nesting,
    bad_number,
    bad_word,
    bad_escape,
    lone_surrogate,
};

struct JsonOutcome {
    JsonFault fault = JsonFault::none;
    std::uint32_t at = 0;    ///< where the fault is
    std::uint32_t open = 0;  ///< token index of the innermost open container (unclosed_container)
};

class JsonWalker {
public:
    explicit JsonWalker(std::size_t nesting) : nesting_(nesting) {}
    /// Fills the tape over the tokens that it holds; what is left over is cut off.
    /// `places`: whether tokens get their spans.
    JsonOutcome walk(std::string_view text, JsonStarts index, bool places, Tape& tape);

private:
    template <bool Places>
    JsonOutcome run(std::string_view text, JsonStarts index, Tape& tape, std::size_t& made);
    std::size_t nesting_;
    std::vector<std::uint32_t> open_ = std::vector<std::uint32_t>(64);  ///< indexes of the open containers' begin tokens
};

}  // namespace guicheng::formats
