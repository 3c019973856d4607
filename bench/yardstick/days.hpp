#pragma once
// Days of the year 2024 by their number, for the generator, the converter and the oracle. Plain on purpose: the oracle looks
// each day up by itself.
#include <string>
#include <string_view>

namespace guicheng::bench {

inline constexpr int days_of_2024 = 366;

/// 1 for 2024-01-01. Throws std::runtime_error for anything that is no day of 2024.
int day_of_year(std::string_view iso);
std::string day_text(int day);
/// By the State Council's arrangement for 2024 (国办发明电〔2023〕7号).
bool is_working_day(int day);

}  // namespace guicheng::bench
