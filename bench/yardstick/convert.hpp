#pragma once
// The yardstick's own lines ({id, matter, roster, events} and {id, valid, violations}) read, and a decision written as a
// line of this project's case form. Both sides of the comparison then read those bytes.
#include <optional>
#include <string>
#include <string_view>

#include "yardstick/village.hpp"

namespace guicheng::bench {

/// Throws std::runtime_error where the line is not of that form.
Village read_yardstick(std::string_view line);
Answer read_answer(std::string_view line);

/// Appends one line, with its line break. The case is closed on the day of its last event.
void write_case(const Village& village, std::string& out);

}  // namespace guicheng::bench
