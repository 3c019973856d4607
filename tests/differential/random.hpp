#pragma once
// Numbers from a seed, the same on every machine.
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace guicheng::differential {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// Other numbers, to be drawn without shifting these.
    Random fork() const { return Random(state_ ^ 0xD1B54A32D192ED03ULL); }
    /// low … high, both included.
    int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    const T& of(const std::vector<T>& items) {
        return items[next() % items.size()];
    }
    std::string of(std::initializer_list<const char*> items) { return *(items.begin() + next() % items.size()); }

private:
    std::uint64_t state_;
};

}  // namespace guicheng::differential
