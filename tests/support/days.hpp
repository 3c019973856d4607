#pragma once
// Days in tests are written as people write them.
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace guicheng::base {

inline std::ostream& operator<<(std::ostream& out, Day day) {
    return out << iso(day);
}

}  // namespace guicheng::base

namespace guicheng::test {

/// day("2024-02-29"); a slip in a test is an exception.
inline base::Day day(std::string_view text) {
    const auto moment = base::read_moment(text);
    if (!moment) throw std::invalid_argument("no such day: " + std::string(text));
    return moment->day;
}

}  // namespace guicheng::test
