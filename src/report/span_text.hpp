#pragma once
// How the days within conditions were counted, said to a person.
#include <string>
#include <vector>

#include "report/words.hpp"

namespace guicheng::report {

struct ConditionSpan {
    enum class Kind : std::uint8_t { between, after, before };  ///< two days; a day plus a period; a day less a period
    Kind kind = Kind::between;
    const verdict::Counting* counting = nullptr;  ///< of the finding
};

/// Each once: those of its comparisons, and with `of_evidence` those of its conditions and exceptions too.
std::vector<ConditionSpan> spans_in_conditions(const verdict::Finding& finding, bool of_evidence);

/// From when to when, with what stands in brackets behind a count; where a year is not covered as far as is certain.
std::string span_sentence(const Words& words, const calendar::Calendar& calendar, const ConditionSpan& span);

}  // namespace guicheng::report
