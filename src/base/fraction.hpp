#pragma once
// Shares in lowest terms and as text.
#include <numeric>
#include <string>

#include "base/number.hpp"

namespace guicheng::base {

/// num/den in lowest terms. INVARIANT: num >= 0, den > 0.
constexpr Fraction lowest_terms(std::int64_t num, std::int64_t den) {
    const auto common = std::gcd(num, den);
    return {num / common, den / common};
}

/// 2/3
inline std::string fraction_text(Fraction share) {
    return std::to_string(share.num) + "/" + std::to_string(share.den);
}

}  // namespace guicheng::base
