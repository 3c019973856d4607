#include "base/number.hpp"

#include <charconv>
#include <limits>

namespace guicheng::base {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Adds one digit at the right; false where the value would not fit.
bool push_digit(std::int64_t& value, char digit) {
    return !__builtin_mul_overflow(value, std::int64_t{10}, &value) && !__builtin_add_overflow(value, std::int64_t{digit - '0'}, &value);
}

/// Whether the whole part is digits alone or Western groups: one to three digits, then groups of exactly three.
bool is_grouped_well(std::string_view whole) {
    if (whole.empty()) return false;
    const bool grouped = whole.find(',') != std::string_view::npos;
    std::size_t in_group = 0;
    bool first = true;
    for (const char c : whole) {
        if (is_digit(c)) {
            ++in_group;
            continue;
        }
        if (c != ',' || in_group == 0 || in_group > 3 || (!first && in_group != 3)) return false;
        in_group = 0;
        first = false;
    }
    return !grouped || in_group == 3;
}

}  // namespace

std::optional<std::int64_t> read_money(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    if (!is_grouped_well(whole)) return std::nullopt;

    std::int64_t fen = 0;
    for (const char c : whole) {
        if (c != ',' && !push_digit(fen, c)) return std::nullopt;
    }
    std::string_view decimals;
    if (point != std::string_view::npos) {
        decimals = text.substr(point + 1);
        if (decimals.empty()) return std::nullopt;
    }
    for (std::size_t i = 0; i < decimals.size(); ++i) {
        if (!is_digit(decimals[i]) || (i >= 2 && decimals[i] != '0')) return std::nullopt;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        if (!push_digit(fen, i < decimals.size() ? decimals[i] : '0')) return std::nullopt;
    }
    return fen;
}

std::string money_text(std::int64_t fen) {
    // Unsigned, since the lowest number has no positive twin.
    const auto amount = fen < 0 ? 0 - static_cast<std::uint64_t>(fen) : static_cast<std::uint64_t>(fen);
    std::string text = fen < 0 ? "-" : "";
    text += std::to_string(amount / 100);
    text += '.';
    text += static_cast<char>('0' + amount / 10 % 10);
    text += static_cast<char>('0' + amount % 10);
    return text;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

}  // namespace guicheng::base
