#include "yardstick/days.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace guicheng::bench {

namespace {

constexpr std::array month_lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

struct Block {
    std::string_view first, last;
};
constexpr std::array days_off{Block{"2024-01-01", "2024-01-01"}, Block{"2024-02-10", "2024-02-17"}, Block{"2024-04-04", "2024-04-06"},
                              Block{"2024-05-01", "2024-05-05"}, Block{"2024-06-08", "2024-06-10"}, Block{"2024-09-15", "2024-09-17"},
                              Block{"2024-10-01", "2024-10-07"}};
constexpr std::array<std::string_view, 8> weekends_worked{"2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28",
                                                          "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"};

}  // namespace

int day_of_year(std::string_view iso) {
    int year = 0, month = 0, day = 0;
    if (std::sscanf(std::string(iso).c_str(), "%d-%d-%d", &year, &month, &day) != 3 || year != 2024 || month < 1 || month > 12 || day < 1 ||
        day > month_lengths[static_cast<std::size_t>(month - 1)])
        throw std::runtime_error("no day of 2024: " + std::string(iso));
    for (int before = 0; before < month - 1; ++before) day += month_lengths[static_cast<std::size_t>(before)];
    return day;
}

std::string day_text(int day) {
    std::size_t month = 0;
    for (; day > month_lengths[month]; ++month) day -= month_lengths[month];
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "2024-%02d-%02d", static_cast<int>(month) + 1, day);
    return text.data();
}

bool is_working_day(int day) {
    const std::string date = day_text(day);
    if (std::ranges::find(weekends_worked, date) != weekends_worked.end()) return true;
    for (const auto& block : days_off)
        if (block.first <= date && date <= block.last) return false;
    return (day - 1) % 7 < 5;  // 2024-01-01 was a Monday
}

}  // namespace guicheng::bench
