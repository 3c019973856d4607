#pragma once
// Working-day arithmetic for people with a date in hand, with the counting shown.
#include <optional>
#include <string>

#include "guicheng/calendar.hpp"

namespace guicheng::desk {

struct CalendarOptions {
    Calendar calendar = Calendar::built_in();
    Language language = Language::zh;
    bool json = false;
    bool ruler = false;  ///< every day of the span: counted or skipped, and why
};

/// An answer said in the language and form asked for. `decided` is false where it would rest on days of a year that the calendar does not
/// cover: then `missing_year` names the year, `day` is the earliest day it can be (counting back the latest), and the count lies between
/// the two.
struct CalendarAnswer {
    std::string text;
    bool decided = true;
    int missing_year = 0;
    std::optional<Date> day;
    long long at_least = 0;
    long long at_most = 0;
};

/// How calendar_add counts: the profile, the first day counted or not, the last day moved off a day off or not.
struct AddOptions {
    CountingProfile profile = CountingProfile::civil_code;
    bool count_first = false;  ///< the day itself is day 1
    bool roll = true;          ///< false: the last day stays where it is
};

/// The last day of a period that begins with a day. All five throw Error where a date does not exist or lies outside 1900 to 2199, and
/// where the call makes no sense; the message says the way out.
CalendarAnswer calendar_add(Date from, Period period, const AddOptions& how, const CalendarOptions& options);
/// The latest day on which notice of `period` before an event may be given; the profile is civil_code (the event's own day is counted) or
/// clear_days (neither end is).
CalendarAnswer calendar_back(Date event, Period period, CountingProfile profile, const CalendarOptions& options);
/// The working days after `from` up to and with `to`; with count_first also `from` itself.
CalendarAnswer calendar_count(Date from, Date to, bool count_first, const CalendarOptions& options);
/// The arrangement of one year.
CalendarAnswer calendar_show(int year, const CalendarOptions& options);
/// Which years are covered.
CalendarAnswer calendar_years(const CalendarOptions& options);

}  // namespace guicheng::desk
