#pragma once
// Civil days and moments. No clock, no time zone of the machine: a day is a number, a moment is a day with,
// where the record has one, its minute. Records are read at +08:00 unless they say otherwise.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guicheng::base {

/// A civil day as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
struct Day {
    std::int32_t number = 0;
    friend constexpr auto operator<=>(Day, Day) = default;
};

constexpr Day operator+(Day day, std::int32_t days) {
    return {day.number + days};
}
constexpr Day operator-(Day day, std::int32_t days) {
    return {day.number - days};
}
constexpr std::int32_t operator-(Day a, Day b) {
    return a.number - b.number;
}

/// Year, month 1–12 and day of month 1–31 of a civil day.
struct CivilDate {
    std::int32_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// The days a record may name: 1900-01-01 to 2199-12-31. Anything else is a slip of the pen.
inline constexpr std::int32_t first_year = 1900;
inline constexpr std::int32_t last_year = 2199;

/// Whether the date exists and lies within the years that a record may name.
bool is_valid(CivilDate date);
/// INVARIANT: is_valid(date).
Day to_day(CivilDate date);
CivilDate to_civil(Day day);
/// 0 = Monday … 6 = Sunday.
constexpr int weekday(Day day) {
    return static_cast<int>(((day.number % 7) + 10) % 7);
}

/// The day of a record and, where it has one, the minute of that day (0–1439).
struct Moment {
    Day day;
    std::int16_t minute = -1;  ///< -1: the record gives no hour
    friend constexpr bool operator==(const Moment&, const Moment&) = default;
};

/// Reads 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, each with an optional hour (T14:30, 14:30, 14:30:00,
/// 14时30分) and, after an ISO hour, an offset (Z, +08:00), which is converted to +08:00.
/// Nothing where the text is no date or the date does not exist.
std::optional<Moment> read_moment(std::string_view text);

/// 2024-03-01
std::string iso(Day day);

}  // namespace guicheng::base
