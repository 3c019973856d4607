#pragma once
// A file's text and places in it. Offsets are bytes; lines and columns are made only for display.
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace guicheng::base {

/// A half-open range of bytes of one source text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend constexpr bool operator==(const Span&, const Span&) = default;
};

constexpr Span join(Span a, Span b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

/// 1-based line; 1-based column in characters (code points).
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// A named text (a file's path as the user gave it, or a name for text from memory). Immutable, shared.
class SourceText {
public:
    SourceText(std::string name, std::string text);
    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::string_view slice(Span span) const;
    Place place(std::uint32_t offset) const;
    /// The whole line (without its end) that holds the offset.
    std::string_view line_at(std::uint32_t offset) const;
    std::uint32_t line_begin(std::uint32_t offset) const;

private:
    struct Milestone {
        std::uint32_t offset;
        std::uint32_t characters;  ///< from the text's start
    };
    /// Characters from the text's start, by a walk from the last milestone.
    std::uint32_t characters_before(std::uint32_t offset) const;

    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
    mutable std::once_flag measured_;
    mutable std::vector<Milestone> milestones_;  ///< made at the first place on a long line
};

using SourcePtr = std::shared_ptr<const SourceText>;

}  // namespace guicheng::base
