#pragma once
// The same answers for programs: one object, one key a line, days as 2024-03-01, numbers as numbers.
#include "report/calendar_text.hpp"

namespace guicheng::report {

RulerSpan span_of(const DayAnswer& answer);
RulerSpan span_of(const CountAnswer& answer);

std::string calendar_json(const DayAnswer& answer, const calendar::Calendar& calendar, const CalendarForm& form);
std::string calendar_json(const CountAnswer& answer, const calendar::Calendar& calendar, const CalendarForm& form);
std::string calendar_json(std::int32_t year, const calendar::Calendar& calendar, const CalendarForm& form);
std::string calendar_years_json(const calendar::Calendar& calendar);

}  // namespace guicheng::report
