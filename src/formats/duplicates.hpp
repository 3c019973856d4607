#pragma once
// A key twice in one map: neither value may silently win.
#include "formats/tape.hpp"

namespace guicheng::formats {

/// Reports each repeated key with the place of its first use (F007). INVARIANT: the tape's skips and spans are set.
/// Returns whether there was none.
bool check_duplicates(const base::SourcePtr& source, const Tape& tape, diag::Sink& sink);

}  // namespace guicheng::formats
