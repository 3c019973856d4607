#pragma once
// What was most likely meant by a value that can't be read as it stands: 十六 for 16, 18.6万 for 18.6万元, 下午3点 for 15:00. Only ever
// offered, never taken. In: the value as recorded. Out: text that reads, or nothing.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace guicheng::cases {

/// Without quotes and stops around it that were typed in Chinese, and with full-width digits and signs as ASCII.
std::string tidied(std::string_view written);
/// The text within one pair of quotes that YAML and JSON take for text: “校服”; else nothing.
std::optional<std::string_view> quoted_within(std::string_view written);

/// The name without a comma or stop at its end; nothing where it has none.
std::optional<std::string_view> unstopped(std::string_view written);

std::optional<std::string> meant_count(std::string_view written);
std::optional<std::string> meant_amount(std::string_view written);
std::optional<std::string> meant_share(std::string_view written);
std::optional<std::string> meant_period(std::string_view written);
/// 不紧急 under the key 紧急 is 否.
std::optional<std::string> meant_truth(std::string_view key, std::string_view written);

/// What a text that is no date was meant to say.
struct MeantDate {
    enum class Kind : std::uint8_t {
        day,    ///< a day, perhaps with an hour, in another writing
        hour,   ///< a day with an hour in words
        range,  ///< two days
        none
    };
    Kind kind = Kind::none;
    std::string text;  ///< of a day, or of a range's first; empty where the words do not say which hour
    std::string range_end;
};
MeantDate meant_date(std::string_view written);

/// What a value was meant to be that earned the code under the key.
std::optional<std::string> meant_value(std::string_view code, std::string_view key, std::string_view written);

/// The items of a list written as one text: 张三、李四 and 【张三，李四】. Nothing where it is no list: one item without brackets, figures.
/// `blanks`: they part items, too. `names`: of persons, which hold no figures.
std::vector<std::string> meant_items(std::string_view written, bool blanks, bool names);
/// Whether the text stands in brackets that YAML and JSON take for text.
bool in_text_brackets(std::string_view written);

}  // namespace guicheng::cases
