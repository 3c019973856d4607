#pragma once
#include <cstddef>

namespace guicheng::support {

/// How often this program has asked for memory so far.
std::size_t allocations();

}  // namespace guicheng::support
