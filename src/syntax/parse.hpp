#pragma once
// From source text to a tree. In: a text. Out: the tree with every node's span, or nothing where a tree could not be
// made. Holds after it: where the sink got no error, each statement has the shape that section 2 of the language page
// gives it.
#include <cstddef>
#include <optional>

#include "diag/diagnostic.hpp"
#include "syntax/tree.hpp"

namespace guicheng::syntax {

/// Past one of these a file is refused with an ordinary error that carries the limit's name.
struct Limits {
    std::size_t file_bytes = std::size_t{4} * 1024 * 1024;
    std::size_t nesting = 64;    ///< braces and parentheses together
    std::size_t names = 65'535;  ///< names that one file declares
};

/// Reads a file; several mistakes are reported in one run. Returns nothing where the sink got an error of this text, so
/// that a tree in hand is always whole. Malformed UTF-8, over-long and over-nested texts are errors like any other.
std::optional<File> parse(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink);
inline std::optional<File> parse(const base::SourcePtr& source, diag::Sink& sink) {
    return parse(source, Limits{}, sink);
}

}  // namespace guicheng::syntax
