#pragma once
// Words that papers have around conditions, bounds and lengths, for which the language has others or none.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guicheng::syntax {

enum class Saying : std::uint8_t {
    but,           ///< 但 before an exception
    excepted,      ///< 的除外, 除外 at the end of a word
    passed,        ///< 通过
    before_step,   ///< 须经, 经 glued to a step
    after_step,    ///< 通过后, 后 glued to it
    bound_itself,  ///< 本数: what a remark in brackets says of a bound
    excluded,      ///< 不含
    included,      ///< 含
    currency,      ///< 人民币
    whole_yuan,    ///< 元整
    half_unknown,  ///< 个半月, 半天: halves that have no fixed length
    half_month,    ///< 半个月
    half_year,     ///< 年半
    denial,        ///< 没有, 不
};
/// The longer ones first.
std::span<const std::string_view> sayings(Saying which);
bool is_saying(std::string_view word, Saying which);

/// The word with numerals as they stand on cheques made plain: 一万 of 壹万.
std::string plain_numerals(std::string_view word);

/// What half a month is usually taken for, and a label for a second bound: 人数, 下限, 上限.
inline constexpr std::string_view half_month_in_days = "15\u65E5", day_sign = "\u65E5";
std::string_view label_of_number();
std::string_view label_of_least();
std::string_view label_of_most();

}  // namespace guicheng::syntax
