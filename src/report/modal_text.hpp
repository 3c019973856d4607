#pragma once
// How strongly a statement is made, and quantities compared in the words that fit what is counted: 不得低于10000元, 不得少于15日.
#include <string>
#include <string_view>

#include "report/words.hpp"

namespace guicheng::report {

enum class Modal : std::uint8_t { must, must_not, should, should_not, may };

Modal modal_of(model::Modality modality);
/// 须 and 不得, 原则上应当 and 原则上不得. INVARIANT: not may, which has none.
Modal opposite(Modal modal);
std::string modal_word(const Words& words, Modal modal);

/// What is compared decides the words: money and shares (低于), numbers and lengths of time (少于), days of the calendar (早于).
enum class Compared : std::uint8_t { amount, number, date };
Compared compared_as(model::Type type);

/// "低于{right}": what is said of the left side.
std::string predicate(const Words& words, Compared compared, base::Comparison op, const std::string& right);
/// "须超过{right}", "不得少于{right}": Chinese says an inclusive bound by what it forbids, English by what passes.
std::string demanded(const Words& words, Modal modal, Compared compared, base::Comparison op, const std::string& right);
/// "须{predicate}"
std::string demanded(const Words& words, Modal modal, const std::string& predicate);
base::Comparison negated(base::Comparison op);

}  // namespace guicheng::report
