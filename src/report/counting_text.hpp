#pragma once
// How days were counted, said to a person: from when to when, what was left out and why, which notice fixes the holidays.
#include <string>
#include <vector>

#include "report/words.hpp"

namespace guicheng::report {

/// What stands in brackets behind a count: the profile, the holidays and weekends left out, the make-up days counted in, the notices.
std::vector<std::string> counting_details(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                                          bool of_materials);

/// Why the last day was moved, and to which; empty where it was not.
std::string rolled_sentence(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting, bool of_posting);

/// Which of several days the period runs from; empty where there is one.
std::string starts_text(const Words& words, const verdict::Counting& counting);

/// Of a posting that was taken down and hung again: its runs, and whether one of them counts or all together; else empty.
std::string runs_sentence(const Words& words, const verdict::Counting& counting, verdict::Measure measure);

/// One line per day of the span: counted as which, or skipped and why. At most `limit` lines and one that says how many are left out.
/// `for_acting`: what lies behind the last day is late.
std::vector<std::string> ruler(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting, bool for_acting,
                               std::int32_t limit);

}  // namespace guicheng::report
