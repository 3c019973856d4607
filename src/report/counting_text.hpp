#pragma once
// How days were counted, said to a person: from when to when, what was left out and why, which notice fixes the holidays.
#include <string>
#include <vector>

#include "report/words.hpp"

namespace guicheng::report {

/// What stands in brackets behind a count: the profile, the holidays and weekends left out, the make-up days counted in, the notices.
std::vector<std::string> counting_details(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                                          bool of_materials);

/// Why the last day was moved; `needed` is the length of the period in its own unit where it is known.
std::string rolled_sentence(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                            std::optional<std::int64_t> needed);

/// One line per day of the span: counted as which, or skipped and why. At most `limit` lines and one that says how many are left out.
std::vector<std::string> ruler(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                               std::int32_t limit);

}  // namespace guicheng::report
