#include "cases/quantities.hpp"

#include <algorithm>
#include <limits>

#include "base/fraction.hpp"
#include "base/utf8.hpp"
#include "cases/keys.hpp"

namespace guicheng::cases {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// digits[.decimals] times a power of ten, exact: nothing where decimals would be left over or 64 bits don't hold it.
std::optional<std::int64_t> scaled(std::string_view text, std::int32_t power) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::int64_t value = 0;
    bool digits = false, point = false;
    for (const char c : text) {
        if (c == '.' && digits && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (point && power == 0) {
            if (c != '0') return std::nullopt;
            continue;
        }
        if (value > (most - 9) / 10) return std::nullopt;
        value = value * 10 + (c - '0');
        digits = true;
        if (point) --power;
    }
    if (!digits || text.back() == '.') return std::nullopt;
    for (; power > 0; --power) {
        if (value > most / 10) return std::nullopt;
        value *= 10;
    }
    return value;
}

/// Arabic digits, or a Chinese numeral up to 999: 十五, 二十, 一百二十.
std::optional<std::int64_t> small_number(std::string_view text) {
    if (const auto value = read_digits(text)) return value;
    std::int64_t sum = 0, digit = -1;
    std::int64_t last_scale = 1000;
    if (text.empty()) return std::nullopt;
    for (const auto item : base::utf8::code_points(text)) {
        const int value = spelling::numeral(item.code);
        if (value < 0) return std::nullopt;
        if (value >= 10) {
            if (value >= last_scale || digit == 0) return std::nullopt;
            sum += (digit < 0 ? 1 : digit) * value;
            digit = -1;
            last_scale = value;
        } else if (digit > 0 || (digit == 0 && value == 0)) {
            return std::nullopt;
        } else {
            digit = value;
        }
    }
    return sum + std::max<std::int64_t>(digit, 0);
}

std::optional<base::Fraction> share_of(std::optional<std::int64_t> num, std::optional<std::int64_t> den) {
    constexpr std::int64_t most = 1'000'000'000;
    if (!num || !den || *den <= 0 || *num < 0 || *num > most || *den > most) return std::nullopt;
    return base::lowest_terms(*num, *den);
}

/// n/(100*10^decimals): "60", "66.7".
std::optional<base::Fraction> hundredths(std::string_view text) {
    const auto point = text.find('.');
    if (point == std::string_view::npos) return share_of(small_number(text), 100);
    const auto decimals = text.size() - point - 1;
    if (decimals == 0 || decimals > 4) return std::nullopt;
    std::int64_t den = 100;
    for (std::size_t i = 0; i < decimals; ++i) den *= 10;
    return share_of(scaled(text, static_cast<std::int32_t>(decimals)), den);
}

}  // namespace

std::optional<std::int64_t> read_count(std::string_view text) {
    text = trimmed(text);
    for (const auto head : spelling::heads())
        if (text.ends_with(head)) return base::read_integer(trimmed(text.substr(0, text.size() - head.size())));
    return base::read_integer(text);
}

std::optional<std::int64_t> read_amount(std::string_view text) {
    // A JSON number with two decimals or none: nearly every amount.
    if (text.size() > 3 && text.size() <= 17 && text[text.size() - 3] == '.') {
        const auto whole = read_digits(text.substr(0, text.size() - 3));
        const auto rest = read_digits(text.substr(text.size() - 2));
        if (whole && rest) return *whole * 100 + *rest;
    }
    text = trimmed(text);
    for (const auto& unit : spelling::money())
        if (text.ends_with(unit.word)) {
            const auto number = trimmed(text.substr(0, text.size() - unit.word.size()));
            if (unit.number == 2) return base::read_money(number);
            return scaled(number, unit.number);
        }
    return base::read_money(text);
}

std::optional<base::Fraction> read_share(std::string_view text) {
    text = trimmed(text);
    if (text == spelling::half) return base::Fraction{1, 2};
    if (text.ends_with('%')) return hundredths(trimmed(text.substr(0, text.size() - 1)));
    if (text.starts_with(spelling::per_cent)) return hundredths(text.substr(spelling::per_cent.size()));
    if (const auto at = text.find(spelling::parts_of); at != std::string_view::npos)
        return share_of(small_number(text.substr(at + spelling::parts_of.size())), small_number(text.substr(0, at)));
    if (const auto at = text.find('/'); at != std::string_view::npos)
        return share_of(read_digits(trimmed(text.substr(0, at))), read_digits(trimmed(text.substr(at + 1))));
    return std::nullopt;
}

std::optional<calendar::Period> read_period(std::string_view text) {
    text = trimmed(text);
    for (const auto& unit : spelling::periods()) {
        if (!text.ends_with(unit.word)) continue;
        const auto amount = small_number(trimmed(text.substr(0, text.size() - unit.word.size())));
        if (!amount || *amount > 100'000) return std::nullopt;
        return calendar::Period{static_cast<std::int32_t>(*amount), static_cast<calendar::Unit>(unit.number)};
    }
    return std::nullopt;
}

std::optional<base::Moment> read_date(std::string_view text) {
    if (const auto day = read_iso_day(text); day != no_day) return base::Moment{base::Day{day}, -1};
    return base::read_moment(text);
}

bool looks_like_date(std::string_view text) {
    text = trimmed(text);
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits != 4 || text.size() < 6) return false;
    // Year, month and day: a month alone is no day that could be missing.
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
        numbers += digit(i) && !digit(i + 1) ? 1 : 0;
    }
    return numbers >= 3 && !std::ranges::all_of(text.substr(4), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool has_wrong_hour(std::string_view text) {
    text = trimmed(text);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        if (text[at] != ' ' && text[at] != 'T') continue;
        const std::string_view hour = trimmed(text.substr(at + 1));
        const bool hour_like =
            !hour.empty() && digit(hour.front()) && std::ranges::all_of(hour, [&](char c) { return digit(c) || c == ':'; });
        if (hour_like && read_date(trimmed(text.substr(0, at)))) return true;
    }
    return false;
}

}  // namespace guicheng::cases
