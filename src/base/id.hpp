#pragma once
// Index types: a step's number can't be passed for a body's.
#include <compare>
#include <cstdint>
#include <limits>

namespace guicheng::base {

template <class Tag>
struct Id {
    static constexpr std::uint16_t none_value = std::numeric_limits<std::uint16_t>::max();
    std::uint16_t value = none_value;
    constexpr explicit operator bool() const { return value != none_value; }
    constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace guicheng::base
