#include "cases/meant.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/utf8.hpp"
#include "cases/keys.hpp"
#include "cases/quantities.hpp"
#include "syntax/keywords.hpp"

namespace guicheng::cases {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr Pair quotes[] = {{"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\u300C", "\u300D"}, {"\u300E", "\u300F"}, {"\u201D", "\u201C"},
                           {"\u201D", "\u201D"}, {"\u201C", "\u201C"}, {"\u300A", "\u300B"}, {"'", "'"},           {"\"", "\""}};
constexpr Pair brackets[] = {{"\u3010", "\u3011"}, {"\uFF08", "\uFF09"}, {"(", ")"},           {"\u3014", "\u3015"}, {"\uFF3B", "\uFF3D"},
                             {"\uFF5B", "\uFF5D"}, {"\u300C", "\u300D"}, {"\u300A", "\u300B"}, {"\u3016", "\u3017"}, {"<", ">"}};

constexpr std::string_view stops[] = {"\u3002", "\uFF0C", "\uFF1B", "\u3001", ",", ";"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    const auto cut_front = [&](std::string_view blank) {
        if (!text.starts_with(blank)) return false;
        text.remove_prefix(blank.size());
        return true;
    };
    const auto cut_back = [&](std::string_view blank) {
        if (!text.ends_with(blank)) return false;
        text.remove_suffix(blank.size());
        return true;
    };
    while (cut_front(" ") || cut_front("\t") || cut_front("\u3000") || cut_front("\n")) {
    }
    while (cut_back(" ") || cut_back("\t") || cut_back("\u3000") || cut_back("\n")) {
    }
    return text;
}

std::optional<std::string_view> within(std::string_view text, std::span<const Pair> pairs) {
    for (const auto& [open, close] : pairs)
        if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close))
            return trimmed(text.substr(open.size(), text.size() - open.size() - close.size()));
    return std::nullopt;
}

/// The first of the words that the text begins with is taken off.
bool take(std::string_view& text, std::span<const std::string_view> words) {
    for (const std::string_view word : words)
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    return false;
}
bool take_back(std::string_view& text, std::span<const std::string_view> words) {
    for (const std::string_view word : words)
        if (text.size() > word.size() && text.ends_with(word)) {
            text.remove_suffix(word.size());
            text = trimmed(text);
            return true;
        }
    return false;
}

/// A whole number in figures, in words or in both: 十六, 18万6千. Digits alone in words are read one by one: 二〇二四.
std::optional<std::int64_t> number_in_words(std::string_view text) {
    constexpr std::int64_t most = 1'000'000'000'000;
    std::int64_t total = 0, section = 0, digit = -1, last_scale = std::numeric_limits<std::int64_t>::max();
    bool scales = false;
    std::size_t digits = 0;
    if (text.empty() || text.size() > 60) return std::nullopt;
    for (const auto& item : base::utf8::code_points(text)) {
        const std::int64_t value =
            item.code >= U'0' && item.code <= U'9' ? static_cast<std::int64_t>(item.code - U'0') : spelling::any_numeral(item.code);
        if (value < 0 || total > most || section > most || digit > most) return std::nullopt;
        if (value < 10) {
            if (scales && digit > 0 && item.length > 1) return std::nullopt;
            digit = std::max<std::int64_t>(digit, 0) * 10 + value;
            ++digits;
        } else if (value < 10'000) {
            if (value >= last_scale) return std::nullopt;
            section += (digit < 0 ? 1 : digit) * value;
            digit = -1;
            last_scale = value;
            scales = true;
        } else {
            total = (total + section + std::max<std::int64_t>(digit, 0)) * value;
            if (total == 0) return std::nullopt;
            section = 0;
            digit = -1;
            last_scale = std::numeric_limits<std::int64_t>::max();
            scales = true;
        }
    }
    if (!scales && digits > 1 && !is_digit(text.front()) && digits != 4) return std::nullopt;
    return total + section + std::max<std::int64_t>(digit, 0);
}

/// The figures, with at most one point, that the text begins with; or the words of a number.
std::string_view leading_number(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
    if (at != 0) return text.substr(0, at);
    for (const auto& item : base::utf8::code_points(text)) {
        if (spelling::any_numeral(item.code) < 0) break;
        at = item.offset + item.length;
    }
    return text.substr(0, at);
}

std::optional<std::string> if_whole(std::optional<std::int64_t> number) {
    if (!number) return std::nullopt;
    return std::to_string(*number);
}

// ---- dates

struct Rest {
    std::string_view text;

    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        if (n != 0) {
            if (n < least || n > most) return std::nullopt;
            const auto value = read_digits(text.substr(0, n));
            text.remove_prefix(n);
            return static_cast<int>(*value);
        }
        for (const auto& item : base::utf8::code_points(text)) {
            if (spelling::any_numeral(item.code) < 0 || spelling::any_numeral(item.code) > 10) break;
            n = item.offset + item.length;
        }
        const auto value = number_in_words(text.substr(0, n));
        if (!value || *value > 9999 || (least == 4 && *value < 1000)) return std::nullopt;
        text.remove_prefix(n);
        return static_cast<int>(*value);
    }
    void blanks() { text = trimmed(text); }
    bool sign(int part) {
        blanks();
        const bool taken = take(text, spelling::date_signs(part));
        blanks();
        return taken;
    }
};

std::optional<base::Day> take_day(Rest& rest) {
    std::size_t figures = 0;
    while (figures < rest.text.size() && is_digit(rest.text[figures])) ++figures;
    base::CivilDate date{};
    if (figures == 8) {  // 20240301
        const auto all = *read_digits(rest.text.substr(0, 8));
        date = {static_cast<std::int32_t>(all / 10'000), static_cast<std::uint8_t>(all / 100 % 100), static_cast<std::uint8_t>(all % 100)};
        rest.text.remove_prefix(8);
    } else {
        const auto year = rest.number(4, 4);
        if (!year || !(rest.sign(0) || rest.text.empty())) return std::nullopt;
        const auto month = rest.number(1, 2);
        if (!month || !rest.sign(1)) return std::nullopt;
        const auto day = rest.number(1, 2);
        if (!day || *month > 12 || *day > 31) return std::nullopt;
        date = {*year, static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
        take(rest.text, spelling::date_signs(2));
    }
    if (!base::is_valid(date)) return std::nullopt;
    return base::to_day(date);
}

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "下午3点半" to "15:30"; nothing where it is no hour, an empty text where the words don't say which.
std::optional<std::string> hour_in_words(std::string_view text) {
    Rest rest{trimmed(text)};
    const spelling::DayPart* part = nullptr;
    const auto day_part = [&] {
        for (const auto& each : spelling::day_parts())
            if (rest.text.starts_with(each.word)) {
                part = &each;
                rest.text.remove_prefix(each.word.size());
                return;
            }
    };
    day_part();
    rest.blanks();
    if (part && rest.text.empty()) return std::string();
    auto hour = rest.number(1, 2);
    if (!hour || *hour > 23) return std::nullopt;
    const bool sign = take(rest.text, spelling::hour_signs());
    int minutes = 0;
    if (rest.text == spelling::half_hour) {
        minutes = 30;
        rest.text = {};
    } else if (rest.text == spelling::quarter) {
        minutes = 15;
        rest.text = {};
    } else if (sign && !rest.text.empty()) {
        if (const auto number = rest.number(1, 2)) minutes = *number;
        if (rest.text.starts_with(spelling::minute)) rest.text.remove_prefix(spelling::minute.size());
    }
    rest.blanks();
    if (!part) day_part();  // 3pm
    if (!rest.text.empty() || minutes > 59 || (!sign && !part)) return std::nullopt;
    if (part) {
        const auto within_part = [&](int h) { return part->first <= h && h <= part->last; };
        if (!within_part(*hour) && *hour < 12) *hour += 12;
        if (!within_part(*hour)) return std::string();  // 晚上12点 may be midnight or a slip
    }
    return two_digits(*hour) + ":" + two_digits(minutes);
}

/// A remark behind a date: its weekday, a comment.
bool is_remark(std::string_view text) {
    if (text.starts_with("//") || text.starts_with("#")) return true;
    const auto inner = within(text, brackets);
    return inner && std::ranges::none_of(*inner, is_digit) && inner->size() <= 30;
}

}  // namespace

std::optional<std::string_view> quoted_within(std::string_view written) {
    return within(trimmed(written), quotes);
}

std::optional<std::string_view> unstopped(std::string_view written) {
    return take_back(written, stops) ? std::optional(written) : std::nullopt;
}

std::string tidied(std::string_view written) {
    written = trimmed(written);
    take_back(written, stops);
    if (const auto inner = within(written, quotes)) written = *inner;
    take_back(written, stops);
    std::string out;
    for (const auto& item : base::utf8::code_points(written)) {
        const bool wide = item.code >= 0xFF01 && item.code <= 0xFF5E;
        const bool stop = item.code == 0x3002;  // typed for a decimal point
        base::utf8::append(out, wide ? item.code - 0xFEE0 : stop ? U'.' : item.code);
    }
    return out;
}

std::optional<std::string> meant_count(std::string_view written) {
    const std::string text = tidied(written);
    if (const auto read = read_count(text); read && *read >= 0) return text != written ? std::optional(text) : std::nullopt;
    std::string_view rest = text;
    if (rest.ends_with(".0")) rest.remove_suffix(2);
    const std::string_view number = leading_number(rest);
    if (number.empty() || number.find('.') != number.npos) return std::nullopt;
    const std::string_view unit = trimmed(rest.substr(number.size()));
    const auto known = [&] {
        if (unit.empty() || syntax::habitual_unit(unit) == syntax::Keyword::persons) return true;
        const auto heads = spelling::heads();
        return std::ranges::find(heads, unit) != heads.end() || std::ranges::find(spelling::counters(), unit) != spelling::counters().end();
    };
    return known() ? if_whole(number_in_words(number)) : std::nullopt;
}

std::optional<std::string> meant_amount(std::string_view written) {
    std::string tidy = tidied(written);
    std::erase(tidy, ' ');
    if (tidy.ends_with('w') || tidy.ends_with('W')) tidy.replace(tidy.size() - 1, 1, spelling::ten_thousand);
    const auto reads = [](std::string_view text) { return read_amount(text).has_value(); };
    if (tidy != written && reads(tidy)) return tidy;
    std::string_view text = tidy;
    while (take(text, spelling::money_before())) text = trimmed(text);
    while (take_back(text, spelling::money_after())) {
    }
    if (text != tidy && reads(text)) return std::string(text);
    const std::string_view number = leading_number(text);
    const std::string_view unit = text.substr(number.size());
    const bool large = unit == spelling::ten_thousand || unit == spelling::hundred_million;
    if (std::string whole = std::string(text) + std::string(spelling::yuan); large && reads(whole)) return whole;
    if (!unit.empty() && syntax::habitual_unit(unit) == syntax::Keyword::yuan && reads(number)) return std::string(number);
    take_back(text, spelling::yuan_words());
    return if_whole(number_in_words(text));
}

std::optional<std::string> meant_share(std::string_view written) {
    std::string tidy = tidied(written);
    const auto reads = [](const std::string& text) { return read_share(text).has_value(); };
    if (tidy != written && reads(tidy)) return tidy;
    if (tidy == spelling::one_half) return "1/2";
    const std::string_view text = tidy;
    if (text.ends_with(spelling::tenths)) {
        const auto tenths = number_in_words(text.substr(0, text.size() - spelling::tenths.size()));
        if (tenths && *tenths <= 10) return std::to_string(*tenths * 10) + "%";
        return std::nullopt;
    }
    if (text.starts_with("0.") && text.size() >= 3 && text.size() <= 6 && std::ranges::all_of(text.substr(2), is_digit)) {
        std::string digits(text.substr(2));
        if (digits.size() == 1) digits += '0';
        std::string whole = digits.substr(0, 2) + (digits.size() > 2 ? "." + digits.substr(2) : "") + "%";
        if (whole.starts_with('0')) whole.erase(0, 1);
        return reads(whole) ? std::optional(whole) : std::nullopt;
    }
    if (const auto number = read_digits(text); number && *number > 1 && *number <= 100) return std::string(text) + "%";
    return std::nullopt;
}

std::optional<std::string> meant_period(std::string_view written) {
    std::string tidy = tidied(written);
    if (tidy != written && read_period(tidy)) return tidy;
    if (read_period(tidy + "s")) return tidy + "s";  // 7 day
    const std::string_view number = leading_number(tidy);
    const auto unit = syntax::habitual_unit(trimmed(std::string_view(tidy).substr(number.size())));
    // 3月份 is a month of the year.
    if (number.empty() || !unit || *unit == syntax::Keyword::months) return std::nullopt;
    std::string text = std::string(number) + std::string(syntax::zh(*unit));
    return read_period(text) ? std::optional(text) : std::nullopt;
}

std::optional<std::string> meant_truth(std::string_view key, std::string_view written) {
    std::string tidy = tidied(written);
    const auto& table = word_table(Words::boolean);
    const bool known = table.find(tidy) != NameTable::none;
    if (known) return tidy;
    if (const auto word = meant_word(Words::boolean, tidy); !word.empty()) return std::string(word);
    const auto chief = [](std::uint8_t number) {
        for (const Word& word : words())
            if (word.list == Words::boolean && word.number == number && word.chief) return std::string(word.zh);
        return std::string();
    };
    if (tidy == key) return chief(1);
    for (const std::string_view negation : spelling::negations())
        if (tidy == std::string(negation) + std::string(key)) return chief(0);
    return std::nullopt;
}

MeantDate meant_date(std::string_view written) {
    using Kind = MeantDate::Kind;
    const std::string tidy = tidied(written);
    if (tidy != written && read_date(tidy)) return {Kind::day, tidy, {}};
    Rest rest{tidy};
    const auto day = take_day(rest);
    if (!day) return {};
    rest.blanks();
    if (rest.text.empty() || is_remark(rest.text)) return {Kind::day, base::iso(*day), {}};
    std::string_view second = rest.text;
    if (take(second, spelling::day_ranges())) {
        Rest other{trimmed(second)};
        if (const auto last = take_day(other); last && trimmed(other.text).empty()) return {Kind::range, base::iso(*day), base::iso(*last)};
        return {};
    }
    if (const auto hour = hour_in_words(rest.text)) return {Kind::hour, hour->empty() ? *hour : base::iso(*day) + " " + *hour, {}};
    return {};
}

std::optional<std::string> meant_value(std::string_view code, std::string_view key, std::string_view written) {
    if (code == "C010") return meant_truth(key, written);
    if (code == "C011") return meant_count(written);
    if (code == "C012") return meant_amount(written);
    if (code == "C015") return meant_share(written);
    if (code == "C016") return meant_period(written);
    if (code == "C013" || code == "C056")
        if (const auto date = meant_date(written); !date.text.empty()) return date.text;
    return std::nullopt;
}

bool in_text_brackets(std::string_view written) {
    return within(trimmed(written), brackets).has_value();
}

std::vector<std::string> meant_items(std::string_view written, bool blanks, bool names) {
    constexpr std::size_t longest = 60;  // bytes of a name
    std::string_view text = trimmed(written);
    const auto inner = within(text, brackets);
    if (inner) text = *inner;
    std::vector<std::string> out;
    std::string item;
    bool whole = true;
    std::size_t depth = 0;
    const auto end = [&] {
        const std::string_view name = trimmed(item);
        whole = whole && !name.empty() && name.size() <= longest && !(names && std::ranges::any_of(name, is_digit));
        out.emplace_back(quoted_within(name).value_or(name));
        item.clear();
    };
    for (const auto& point : base::utf8::code_points(text)) {
        constexpr std::u32string_view signs = U"\u3001\uFF0C,\uFF1B;";
        if (point.code == U'\uFF08' || point.code == U'(') ++depth;
        if ((point.code == U'\uFF09' || point.code == U')') && depth > 0) --depth;
        const bool parts = depth == 0 && (signs.find(point.code) != signs.npos ||
                                          (blanks && (point.code == U' ' || point.code == U'\u3000') && !trimmed(item).empty()));
        if (parts)
            end();
        else
            item += text.substr(point.offset, point.length);
    }
    if (!(blanks && trimmed(item).empty())) end();
    if (!whole || (out.size() < 2 && !inner)) out.clear();
    return out;
}

}  // namespace guicheng::cases
