#pragma once
// Words that are quantities: dates, shares, amounts of money, periods, counts, with the comparison before or after.
// Only words here; which statement may hold which quantity is decided where the statement is read.
#include <optional>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "syntax/keywords.hpp"
#include "syntax/tree.hpp"

namespace guicheng::syntax {

/// A number as written: value / 10^scale, or a share.
struct Number {
    std::int64_t value = 0;
    std::uint8_t scale = 0;
    std::optional<base::Fraction> share;
    bool too_large = false;
    bool zero_denominator = false;
    std::size_t length = 0;  ///< bytes of the text that it takes
};

/// The longest number at the start of the text: 186,000 · 1.5万 · 一万二千 · 两百 · 三分之二 · 2/3 · 60% · 百分之六十.
std::optional<Number> scan_number(std::string_view text);

/// A part of a quantity.
struct Lexeme {
    enum class Kind : std::uint8_t { before, number, share, unit, after, date, wrong_date, bare_month, half_year } kind = Kind::number;
    Keyword keyword = Keyword::days;  ///< before, share, unit, after
    Number number;
    base::Day date;
    std::size_t begin = 0;  ///< bytes within the word
    std::size_t end = 0;
};

/// The parts of a word, where the whole of it consists of such parts and, unless it is one keyword alone, holds a
/// number.
std::optional<std::vector<Lexeme>> scan_quantity(std::string_view word);

/// The bytes at the start of the text that make a whole quantity (the most that do); 0 for none.
std::size_t quantity_prefix(std::string_view text);

}  // namespace guicheng::syntax
