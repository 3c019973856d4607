#pragma once
// The days of the arrangement file, read by a reader that shares nothing with the library: lines cut by hand, civil dates counted by hand,
// one day after the other.
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace guicheng::test {

/// A date that counts itself: year, month, day, and the day of the week (0 = Monday).
struct Plain {
    int year = 2007, month = 1, day = 1;
    int week = 0;  // 1 January 2007 was a Monday

    static int length(int year, int month) {
        if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    void next() {
        week = (week + 1) % 7;
        if (++day <= length(year, month)) return;
        day = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
    std::string text() const {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(year) + "-" + two(month) + "-" + two(day);
    }
};

/// What the file says of each day that it names: '-' off, '+' worked.
inline std::map<std::string, char> named_days() {
    std::map<std::string, char> found;
    std::ifstream file(GUICHENG_SOURCE_DIR "/src/calendar/data/arrangements-cn.txt");
    if (!file) throw std::runtime_error("the data file cannot be read");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind, days;
        words >> kind >> days;
        if (kind == "work") found[days] = '+';
        if (kind != "off") continue;
        const auto dots = days.find("..");
        const auto last = dots == std::string::npos ? days : days.substr(dots + 2);
        // Texts of dates stand in the order of the days, so a block is every date between its ends.
        Plain date;
        while (date.text() < days.substr(0, 10)) date.next();
        for (; date.text() <= last; date.next()) found[date.text()] = '-';
    }
    return found;
}

struct PlainDay {
    std::string text;
    bool works = false;
    bool named = false;
};

/// Every day from 2007 to 2026.
inline const std::vector<PlainDay>& plain_days() {
    static const std::vector<PlainDay> days = [] {
        const auto named = named_days();
        std::vector<PlainDay> out;
        for (Plain date; date.year <= 2026; date.next()) {
            const auto at = named.find(date.text());
            const bool works = at != named.end() ? at->second == '+' : date.week < 5;
            out.push_back({date.text(), works, at != named.end()});
        }
        return out;
    }();
    return days;
}

}  // namespace guicheng::test
