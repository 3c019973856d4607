#pragma once
// Amounts as people write them in a record, read exactly: "186000.00", "18.6万元", "20个工作日", "三分之二", "60%", "2024-03-01".
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/day.hpp"
#include "base/number.hpp"
#include "calendar/calendar.hpp"

namespace guicheng::cases {

/// The most persons, votes or days that a record may name; more is a slip of the pen.
inline constexpr std::int64_t largest_count = 2'000'000'000;

/// Digits alone, at most 18 of them; nothing else.
inline std::optional<std::int64_t> read_digits(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// A whole number, with 人, 名 or 票 behind it if they were written; may be negative (the caller says so).
std::optional<std::int64_t> read_count(std::string_view text);
/// Fen. "186000.00" and, with a unit, "18.6万元".
std::optional<std::int64_t> read_amount(std::string_view text);
std::optional<base::Fraction> read_share(std::string_view text);
std::optional<calendar::Period> read_period(std::string_view text);
/// As base::read_moment; the writing that nearly all records use is read at once.
std::optional<base::Moment> read_date(std::string_view text);
/// Whether a text that read_date refused was meant as a date: then the day does not exist.
bool looks_like_date(std::string_view text);

}  // namespace guicheng::cases
