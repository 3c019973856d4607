#pragma once
// yaml-cpp's events made into a tape: the one file pair that sees yaml-cpp.
#include <cstddef>

#include "formats/tape.hpp"

namespace guicheng::formats {

/// Reads the text from `begin` on (past a byte order mark). INVARIANT: valid UTF-8 without control characters, and the
/// surface scan found no error. Reports at most one mistake; returns whether there was none.
bool read_yaml_events(const base::SourcePtr& source, std::size_t begin, const Limits& limits, Tape& tape, diag::Sink& sink);

}  // namespace guicheng::formats
