#pragma once
// Exact numbers. No floating point takes part in any verdict.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guicheng::base {

/// A share such as 2/3; den > 0, in lowest terms as read_… and the parser make it.
struct Fraction {
    std::int64_t num = 0;
    std::int64_t den = 1;
    friend constexpr bool operator==(const Fraction&, const Fraction&) = default;
};

/// How a found number stands to a bound. 以上/不少于 are greater_equal, 超过/过 greater, 不满 less,
/// 以下/以内/不超过 less_equal (Civil Code art. 1259).
enum class Comparison : std::uint8_t { less, less_equal, equal, not_equal, greater_equal, greater };

constexpr bool holds(Comparison op, std::int64_t a, std::int64_t b) {
    switch (op) {
        case Comparison::less: return a < b;
        case Comparison::less_equal: return a <= b;
        case Comparison::equal: return a == b;
        case Comparison::not_equal: return a != b;
        case Comparison::greater_equal: return a >= b;
        case Comparison::greater: return a > b;
    }
    return false;
}

__extension__ using Wide = __int128;

/// Whether found/base stands to the share as op says, by cross multiplication; base >= 0.
constexpr bool share_holds(Comparison op, std::int64_t found, std::int64_t base, Fraction share) {
    const Wide left = static_cast<Wide>(found) * share.den;
    const Wide right = static_cast<Wide>(base) * share.num;
    switch (op) {
        case Comparison::less: return left < right;
        case Comparison::less_equal: return left <= right;
        case Comparison::equal: return left == right;
        case Comparison::not_equal: return left != right;
        case Comparison::greater_equal: return left >= right;
        case Comparison::greater: return left > right;
    }
    return false;
}

/// The smallest whole number that passes found/base >= share (greater_equal) or > share (greater):
/// of 45, two thirds or more asks 30, more than half asks 23. For equal (unanimity) it is base*share, rounded up.
constexpr std::int64_t smallest_passing(Comparison op, std::int64_t base, Fraction share) {
    const Wide product = static_cast<Wide>(base) * share.num;
    if (const auto narrow = static_cast<std::int64_t>(product); narrow == product) {  // nearly always, and far quicker to divide
        const bool up = op == Comparison::greater || narrow % share.den != 0;
        return narrow / share.den + (up ? 1 : 0);
    }
    const bool up = op == Comparison::greater || product % share.den != 0;
    return static_cast<std::int64_t>(product / share.den + (up ? 1 : 0));
}

/// Money in fen, a hundredth of a yuan. Reads "186000", "186000.5", "186000.00", "186,000.00" (Western groups of three);
/// nothing for more than two decimals (unless zeros), signs, exponents or overflow.
std::optional<std::int64_t> read_money(std::string_view text);
/// 186000.00 without grouping.
std::string money_text(std::int64_t fen);

/// A decimal integer with an optional '-'; nothing on overflow or any other character.
std::optional<std::int64_t> read_integer(std::string_view text);

}  // namespace guicheng::base
