#include "base/day.hpp"

#include <array>
#include <charconv>

namespace guicheng::base {

namespace {

bool is_leap(std::int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int month_length(std::int32_t year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

// Records are read at +08:00, the one legal time of the country.
constexpr int home_offset = 8 * 60;
constexpr int minutes_a_day = 24 * 60;

/// Walks over a text from left to right; every take_… leaves the place alone where it fails.
class Cursor {
public:
    explicit Cursor(std::string_view rest) : rest_(rest) {}
    bool at_end() const { return rest_.empty(); }

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    /// A number of at least `least` and at most `most` digits; a further digit makes it none.
    std::optional<int> take_number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
        if (n < least || n > most) return std::nullopt;
        int value = 0;
        std::from_chars(rest_.data(), rest_.data() + n, value);
        rest_.remove_prefix(n);
        return value;
    }

    bool skip_blanks() {
        const auto before = rest_.size();
        while (take(" ")) {
        }
        return rest_.size() != before;
    }

private:
    std::string_view rest_;
};

// The marks of a date and an hour written in Chinese, by code point: year, month, day, hour, minute.
constexpr std::string_view mark_year = "\u5e74";
constexpr std::string_view mark_month = "\u6708";
constexpr std::string_view mark_day = "\u65e5";
constexpr std::string_view mark_hour = "\u65f6";
constexpr std::string_view mark_minute = "\u5206";

struct Separators {
    std::string_view after_year, after_month, after_day;
};
constexpr std::array<Separators, 4> layouts{{{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {mark_year, mark_month, mark_day}}};

std::optional<CivilDate> take_date(Cursor& cursor) {
    const auto year = cursor.take_number(4, 4);
    if (!year) return std::nullopt;
    for (const auto& layout : layouts) {
        if (!cursor.take(layout.after_year)) continue;
        const auto month = cursor.take_number(1, 2);
        if (!month || !cursor.take(layout.after_month)) return std::nullopt;
        const auto day = cursor.take_number(1, 2);
        if (!day || !cursor.take(layout.after_day)) return std::nullopt;
        const CivilDate date{*year, static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
        if (!is_valid(date)) return std::nullopt;
        return date;
    }
    return std::nullopt;
}

/// Minutes east of Greenwich: Z, +08:00, +0800, +08. Without one it is the home offset.
std::optional<int> take_offset(Cursor& cursor) {
    if (cursor.at_end()) return home_offset;
    if (cursor.take("Z")) return 0;
    const bool west = cursor.take("-");
    if (!west && !cursor.take("+")) return std::nullopt;
    int hours = 0;
    int minutes = 0;
    if (const auto both = cursor.take_number(4, 4)) {
        hours = *both / 100;
        minutes = *both % 100;
    } else {
        const auto h = cursor.take_number(2, 2);
        if (!h) return std::nullopt;
        hours = *h;
        if (cursor.take(":")) {
            const auto m = cursor.take_number(2, 2);
            if (!m) return std::nullopt;
            minutes = *m;
        }
    }
    if (hours > 14 || minutes > 59) return std::nullopt;
    const int offset = hours * 60 + minutes;
    return west ? -offset : offset;
}

/// The minutes after midnight at +08:00, before 0 or past a day where an offset moves the day.
std::optional<int> take_hour(Cursor& cursor) {
    const auto hour = cursor.take_number(1, 2);
    if (!hour || *hour > 23) return std::nullopt;
    if (cursor.take(mark_hour)) {
        if (cursor.at_end()) return *hour * 60;
        const auto minute = cursor.take_number(1, 2);
        if (!minute || *minute > 59 || !cursor.take(mark_minute)) return std::nullopt;
        return *hour * 60 + *minute;
    }
    if (!cursor.take(":")) return std::nullopt;
    const auto minute = cursor.take_number(2, 2);
    if (!minute || *minute > 59) return std::nullopt;
    if (cursor.take(":")) {
        const auto second = cursor.take_number(2, 2);
        if (!second || *second > 59) return std::nullopt;
        // Event logs write fractions of a second; no rule asks for them.
        if (cursor.take(".") && !cursor.take_number(1, 9)) return std::nullopt;
    }
    const auto offset = take_offset(cursor);
    if (!offset) return std::nullopt;
    return *hour * 60 + *minute - *offset + home_offset;
}

}  // namespace

bool is_valid(CivilDate date) {
    return date.year >= first_year && date.year <= last_year && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= month_length(date.year, date.month);
}

// Both conversions count in eras of 400 years (146,097 days) that begin on 1 March, so that the leap day comes last.
Day to_day(CivilDate date) {
    const std::int64_t year = static_cast<std::int64_t>(date.year) - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {static_cast<std::int32_t>(era * 146097 + day_of_era - 719468)};
}

CivilDate to_civil(Day day) {
    const std::int64_t shifted = static_cast<std::int64_t>(day.number) + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int64_t day_of_era = shifted - era * 146097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
    const std::int64_t day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day_of_month)};
}

std::optional<Moment> read_moment(std::string_view text) {
    Cursor cursor(text);
    const auto date = take_date(cursor);
    if (!date) return std::nullopt;
    Moment moment{to_day(*date), -1};
    if (cursor.at_end()) return moment;

    // 2024-03-01T14:30 and 2024-03-01 14:30; after the Chinese mark of the day the hour may follow at once.
    const bool chinese = text.find(mark_day) != std::string_view::npos;
    if (!cursor.take("T") && !cursor.skip_blanks() && !chinese) return std::nullopt;
    const auto minutes = take_hour(cursor);
    if (!minutes || !cursor.at_end()) return std::nullopt;

    const int days = *minutes < 0 ? -1 : *minutes / minutes_a_day;
    moment.day = moment.day + days;
    moment.minute = static_cast<std::int16_t>(*minutes - days * minutes_a_day);
    if (!is_valid(to_civil(moment.day))) return std::nullopt;
    return moment;
}

std::string iso(Day day) {
    const auto date = to_civil(day);
    const auto padded = [](std::int64_t value, std::size_t width) {
        auto digits = std::to_string(value < 0 ? -value : value);
        if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
        return value < 0 ? "-" + digits : digits;
    };
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace guicheng::base
