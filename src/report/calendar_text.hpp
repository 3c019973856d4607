#pragma once
// Answers of working-day arithmetic, for people and for programs.
#include <optional>
#include <string>

#include "report/ruler.hpp"

namespace guicheng::report {

/// The last day of a period after a day, or the latest day for a notice before an event.
struct DayAnswer {
    bool back = false;
    base::Day from;  ///< the day that was given: where counting begins, or the event
    calendar::Period period;
    calendar::Profile profile = calendar::Profile::civil_code;
    bool first_counted = false;
    bool rolls = true;
    calendar::DayResult day;
    base::Day unmoved;  ///< the last day before it was moved
};

struct CountAnswer {
    base::Day from;
    base::Day to;
    bool first_counted = false;
    calendar::Count working_days;
    std::int32_t days = 0;
    std::int32_t missing_year = 0;
};

struct CalendarForm {
    Language language = Language::zh;
    bool json = false;
    bool ruler = false;
    std::int32_t ruler_limit = 3660;
};

/// As text: what was asked first, then how it was counted. As JSON: one object, keys in a fixed order, one a line.
std::string calendar_text(const DayAnswer& answer, const calendar::Calendar& calendar, const CalendarForm& form);
std::string calendar_text(const CountAnswer& answer, const calendar::Calendar& calendar, const CalendarForm& form);
/// The arrangement of a covered year; of one that is not covered, that it is not, and which are.
std::string calendar_text(std::int32_t year, const calendar::Calendar& calendar, const CalendarForm& form);
/// Which years are covered, each with its notice.
std::string calendar_years_text(const calendar::Calendar& calendar, const CalendarForm& form);

}  // namespace guicheng::report
