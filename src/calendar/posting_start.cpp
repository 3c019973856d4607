// From a day back to where a period that ends there may begin.
#include "calendar/calendar.hpp"

namespace guicheng::calendar {

using base::Day;

// posting_complete_on never falls as the start moves on, so the last start that still is in time is found by halving. Where a year is
// not covered it gives the earliest day on which the posting can be complete: what that day misses is missed for certain.
DayResult latest_posting_start(const Calendar& calendar, Day before, Period period, Profile profile) {
    const auto in_time = [&](Day start) { return posting_complete_on(calendar, start, period, profile).day < before; };
    constexpr std::int32_t furthest = 1 << 28;
    std::int32_t back = 1;
    while (back < furthest && !in_time(before - back)) back *= 2;
    auto good = before - back;
    auto bad = before;
    while (bad - good > 1) {
        const auto middle = good + (bad - good) / 2;
        (in_time(middle) ? good : bad) = middle;
    }
    return {good, posting_complete_on(calendar, good, period, profile).missing_year};
}

// last_day_within does not fall either.
DayResult earliest_limit_start(const Calendar& calendar, Day last, Period period, Profile profile) {
    const auto reaches = [&](Day start) { return last_day_within(calendar, start, period, profile).day >= last; };
    constexpr std::int32_t furthest = 1 << 28;
    std::int32_t back = 1;
    while (back < furthest && reaches(last - back)) back *= 2;
    auto bad = last - back;
    auto good = last;
    while (good - bad > 1) {
        const auto middle = bad + (good - bad) / 2;
        (reaches(middle) ? good : bad) = middle;
    }
    return {good, last_day_within(calendar, bad, period, profile).missing_year};
}

}  // namespace guicheng::calendar
