#pragma once
// How often the program has asked for memory: allocations.cpp replaces the global operator new.
#include <cstdint>

namespace guicheng::bench {

std::uint64_t allocations();

}  // namespace guicheng::bench
