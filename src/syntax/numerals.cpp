#include <algorithm>
#include <limits>

#include "base/fraction.hpp"
#include "syntax/quantities.hpp"

namespace guicheng::syntax {
namespace {

constexpr std::int64_t largest = 1'000'000'000'000'000;  // a thousand million million: every unit still fits 64 bits in fen
constexpr std::int64_t ten_thousand = 10'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

const signs::Numeral* numeral_at(std::string_view text) {
    for (const auto& n : signs::numerals())
        if (text.starts_with(n.sign)) return &n;
    return nullptr;
}

/// Digits with groups of three, a decimal fraction, and then 十 百 千 万 亿.
std::optional<Number> arabic(std::string_view text) {
    Number n;
    std::size_t at = 0;
    bool large = false;
    const auto take = [&] {
        if (n.value < largest) {
            n.value = n.value * 10 + (text[at] - '0');
        } else {
            large = true;
        }
        ++at;
    };
    while (at < text.size() && (is_digit(text[at]) || (text[at] == ',' && at > 0 && at + 1 < text.size() && is_digit(text[at + 1])))) {
        if (text[at] == ',') {
            ++at;
        } else {
            take();
        }
    }
    if (at == 0) return std::nullopt;
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
        ++at;
        while (at < text.size() && is_digit(text[at])) {
            if (n.scale < 12) {
                ++n.scale;
                take();
            } else {
                large = large || text[at] != '0';
                ++at;
            }
        }
    }
    for (const auto* sign = numeral_at(text.substr(at)); sign != nullptr && sign->value >= 10; sign = numeral_at(text.substr(at))) {
        // 百分之 begins a share, not a multiple: 1百分之… is no number.
        if (text.substr(at + sign->sign.size()).starts_with(signs::share_infix)) break;
        if (n.value > largest / sign->value) large = true;
        n.value = large ? n.value : n.value * sign->value;
        at += sign->sign.size();
    }
    while (n.scale > 0 && n.value % 10 == 0) n.value /= 10, --n.scale;
    n.too_large = large || n.value > largest;
    n.length = at;
    return n;
}

/// 一万二千, 两百, 十五, 一千零五十, 二〇二四. A run that follows no rule of writing numbers is none (三百五).
std::optional<Number> chinese(std::string_view text) {
    std::vector<std::int64_t> run;
    std::size_t at = 0;
    for (const auto* sign = numeral_at(text); sign != nullptr && run.size() < 32; sign = numeral_at(text.substr(at))) {
        if (sign->value >= 100 && text.substr(at + sign->sign.size()).starts_with(signs::share_infix) && !run.empty()) return std::nullopt;
        run.push_back(sign->value);
        at += sign->sign.size();
    }
    if (run.empty()) return std::nullopt;
    Number n;
    n.length = at;
    if (run.size() >= 4 && std::all_of(run.begin(), run.end(), [](auto v) { return v < 10; })) {
        if (run.size() > 15) return std::nullopt;
        for (const auto v : run) n.value = n.value * 10 + v;
        return n;
    }
    std::int64_t total = 0, section = 0, digit = -1, last = std::numeric_limits<std::int64_t>::max();
    bool zero = false;
    for (const auto v : run) {
        if (v == 0) {
            if (digit >= 0 || (zero && run.size() > 1)) return std::nullopt;
            zero = true;
        } else if (v < 10) {
            if (digit >= 0) return std::nullopt;
            digit = v;
        } else if (v < ten_thousand) {
            if (digit < 0 && !(v == 10 && section == 0)) return std::nullopt;
            if (v >= last) return std::nullopt;
            section += (digit < 0 ? 1 : digit) * v;
            digit = -1, last = v, zero = false;
        } else {
            section += digit < 0 ? 0 : digit;
            digit = -1, zero = false, last = std::numeric_limits<std::int64_t>::max();
            if (section == 0 && !(v > ten_thousand && total > 0)) return std::nullopt;
            if (v > ten_thousand) {
                if (total + section > largest / v) return std::nullopt;
                total = (total + section) * v;
            } else {
                total += section * v;
            }
            section = 0;
        }
    }
    if (digit >= 0) {
        // 三百五 is said for 350 and read as 305 by some: write 三百五十 or 三百零五.
        const bool after_ten_or_nothing = last == 10 || (section == 0 && total == 0) || zero;
        if (!after_ten_or_nothing) return std::nullopt;
        section += digit;
    } else if (zero && run.size() > 1) {
        return std::nullopt;
    }
    n.value = total + section;
    n.too_large = n.value > largest;
    return n;
}

std::optional<Number> whole_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    auto n = is_digit(text[0]) ? arabic(text) : chinese(text);
    if (!n || is_digit(text[0]) || !text.substr(n->length).starts_with(signs::point)) return n;
    // 六十六点七
    auto at = n->length + signs::point.size();
    std::uint8_t scale = 0;
    for (const auto* sign = numeral_at(text.substr(at)); sign != nullptr && sign->value < 10 && scale < 6;
         sign = numeral_at(text.substr(at))) {
        n->value = n->value * 10 + sign->value;
        at += sign->sign.size();
        ++scale;
    }
    if (scale == 0) return n;
    n->scale = scale;
    n->length = at;
    return n;
}

std::int64_t power_of_ten(std::uint8_t scale) {
    std::int64_t p = 1;
    while (scale-- > 0) p *= 10;
    return p;
}

Number share_of(Number numerator, Number denominator, std::size_t length) {
    Number out;
    out.length = length;
    out.too_large = numerator.too_large || denominator.too_large || denominator.scale != 0;
    out.zero_denominator = denominator.value == 0;
    if (out.too_large || out.zero_denominator) {
        out.share = base::Fraction{0, 1};
        return out;
    }
    const auto p = power_of_ten(numerator.scale);
    if (denominator.value > largest / p) {
        out.too_large = true;
        out.share = base::Fraction{0, 1};
        return out;
    }
    out.share = base::lowest_terms(numerator.value, denominator.value * p);
    return out;
}

Number plain(std::int64_t value) {
    Number n;
    n.value = value;
    return n;
}

}  // namespace

std::optional<Number> scan_number(std::string_view text) {
    if (text.starts_with(signs::one_half)) {
        Number n;
        n.share = base::Fraction{1, 2};
        n.length = signs::one_half.size();
        return n;
    }
    // 百分之六十, 千分之五: the denominator is a bare sign.
    if (const auto* sign = numeral_at(text); sign != nullptr && sign->value >= 100) {
        auto rest = text.substr(sign->sign.size());
        if (!rest.starts_with(signs::share_infix)) return std::nullopt;
        rest.remove_prefix(signs::share_infix.size());
        const auto numerator = whole_number(rest);
        if (!numerator) return std::nullopt;
        return share_of(*numerator, plain(sign->value), sign->sign.size() + signs::share_infix.size() + numerator->length);
    }
    const auto first = whole_number(text);
    if (!first) return std::nullopt;
    auto rest = text.substr(first->length);
    if (rest.starts_with('%')) return share_of(*first, plain(100), first->length + 1);
    const bool slash = rest.starts_with('/');
    if (!slash && !rest.starts_with(signs::share_infix)) return first;
    const auto mark = slash ? std::size_t{1} : signs::share_infix.size();
    rest.remove_prefix(mark);
    const auto second = whole_number(rest);
    if (!second) return slash ? std::nullopt : first;
    const auto length = first->length + mark + second->length;
    return slash ? share_of(*first, *second, length) : share_of(*second, *first, length);
}

}  // namespace guicheng::syntax
