#pragma once
// Amounts as people write them in a record, read exactly: "186000.00", "18.6万元", "20个工作日", "三分之二", "60%",
// "2024-03-01".
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
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

/// A count of up to nine digits, the writing of nearly all; else -1.
inline std::int32_t read_plain_count(std::string_view text) {
    if (text.size() - 1 > 8) return -1;  // empty too
    std::uint32_t value = 0;
    for (const char c : text) {
        const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0';
        if (digit > 9) return -1;
        value = value * 10 + digit;
    }
    return static_cast<std::int32_t>(value);
}

/// A whole number, with 人, 名 or 票 behind it if they were written; may be negative (the caller says so).
std::optional<std::int64_t> read_count(std::string_view text);
/// Fen. "186000.00" and, with a unit, "18.6万元".
std::optional<std::int64_t> read_amount(std::string_view text);
std::optional<base::Fraction> read_share(std::string_view text);
std::optional<calendar::Period> read_period(std::string_view text);
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
/// YYYY-MM-DD, eight bytes at once; no_day where it is anything else or does not exist.
inline std::int32_t read_iso_day(std::string_view text);

/// As base::read_moment; the writing that nearly all records use is read at once.
std::optional<base::Moment> read_date(std::string_view text);
/// Whether a text that read_date refused was meant as a date: then the day does not exist.
bool looks_like_date(std::string_view text);
/// Whether such a text is a day that exists, with an hour that doesn't.
bool has_wrong_hour(std::string_view text);

namespace detail {

inline constexpr std::array<std::int16_t, 13> before_month = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
/// The number of the first day of each year that a record may name, and of the year after.
inline constexpr auto year_starts = [] {
    std::array<std::int32_t, base::last_year - base::first_year + 2> starts{};
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(starts.size()); ++i) {
        const std::int32_t before = base::first_year + i - 1;
        starts[static_cast<std::size_t>(i)] = before * 365 + before / 4 - before / 100 + before / 400 - 719162;
    }
    return starts;
}();

template <class Word>
std::uint64_t load(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

}  // namespace detail

inline std::int32_t read_iso_day(std::string_view text) {
    static_assert(std::endian::native == std::endian::little);
    if (text.size() != 10) return no_day;
    // Digits become their values, the two hyphens nought.
    const std::uint64_t date = detail::load<std::uint64_t>(text.data()) ^ 0x2D30302D30303030ULL;
    const std::uint64_t tail = detail::load<std::uint16_t>(text.data() + 8) ^ 0x3030ULL;
    const auto above_nine = [](std::uint64_t bytes) { return ((bytes + 0x7676767676767676ULL) | bytes) & 0x8080808080808080ULL; };
    if ((above_nine(date) | above_nine(tail) | (date & 0xFF0000FF00000000ULL)) != 0) return no_day;
    // Each pair of digits at once: tens in the lower byte.
    const std::uint64_t pairs = (date * 10 + (date >> 8)) & 0x00FFFFFFFFFFFFFFULL;
    const auto pair = [pairs](int at) { return static_cast<std::uint32_t>(pairs >> (8 * at)) & 0xFFU; };
    const std::uint32_t year = pair(0) * 100 + pair(2) - base::first_year;
    const std::uint32_t month = pair(5) - 1;
    const auto day = static_cast<std::int32_t>((tail & 0xFFU) * 10 + (tail >> 8));
    if (year >= detail::year_starts.size() - 1 || month > 11) return no_day;
    const std::int32_t start = detail::year_starts[year];
    const std::int32_t leap = detail::year_starts[year + 1] - start - 365;
    const std::int32_t before = detail::before_month[month];
    const std::int32_t length = detail::before_month[month + 1] - before + (month == 1 ? leap : 0);
    if (day < 1 || day > length) return no_day;
    return start + before + (month > 1 ? leap : 0) + day - 1;
}

}  // namespace guicheng::cases
