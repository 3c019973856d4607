// Periods and their ends. Articles are those of the Civil Code, chapter 10, where nothing else is named.
#include <algorithm>
#include <initializer_list>
#include <limits>

#include "calendar/calendar.hpp"

namespace guicheng::calendar {

using base::Day;

namespace {

// Far beyond any date that a record may name, and far from the ends of the type: a period that runs past it never ends.
constexpr std::int64_t far = std::numeric_limits<std::int32_t>::max() / 4;

Day clamped(std::int64_t number) {
    return {static_cast<std::int32_t>(std::clamp(number, -far, far))};
}

std::int32_t days_between(Day from, Day to) {
    const std::int64_t days = static_cast<std::int64_t>(to.number) - from.number;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(days, 0, std::numeric_limits<std::int32_t>::max()));
}

/// Adds months; `clamped_to_end` tells whether the month lacks the corresponding day.
struct Corresponding {
    Day day;
    bool clamped_to_end;
};

Corresponding corresponding_day(Day day, std::int64_t months) {
    const auto date = base::to_civil(day);
    const std::int64_t month_number = static_cast<std::int64_t>(date.year) * 12 + (date.month - 1) + months;
    constexpr std::int64_t far_months = far / 31;
    if (month_number > far_months || month_number < -far_months) return {clamped(month_number > 0 ? far : -far), false};
    const auto year = static_cast<std::int32_t>((month_number >= 0 ? month_number : month_number - 11) / 12);
    const auto month = static_cast<std::uint8_t>(month_number - static_cast<std::int64_t>(year) * 12 + 1);
    const auto first = base::to_day({year, month, 1});
    const auto next_first = month == 12 ? base::to_day({year + 1, 1, 1}) : base::to_day({year, static_cast<std::uint8_t>(month + 1), 1});
    const auto length = next_first - first;
    if (date.day > length) return {next_first - 1, true};
    return {first + (date.day - 1), false};
}

std::int64_t months_of(Period period) {
    return static_cast<std::int64_t>(period.amount) * (period.unit == Unit::years ? 12 : 1);
}

/// The greatest n for which `fits(n)`, fits being true up to some n; `guess` is at most a step too low.
template <class Fits>
Count greatest(std::int32_t guess, Fits fits) {
    std::int32_t n = guess + 1;
    while (n > 0 && !fits(n)) --n;
    n = std::max(n, 0);
    return {n, n};
}

std::int32_t whole_units(Day from, Day to, Unit unit) {
    const auto a = base::to_civil(from);
    const auto b = base::to_civil(to);
    const std::int32_t months = (b.year - a.year) * 12 + (b.month - a.month);
    return std::max(0, unit == Unit::years ? months / 12 : months);
}

}  // namespace

Day add_months(Day day, std::int32_t months) {
    return corresponding_day(day, months).day;
}

Period under(Profile profile, Period period) {
    if (period.unit != Unit::days) return period;
    const auto one_of = [&](std::initializer_list<std::int32_t> amounts) {
        return std::find(amounts.begin(), amounts.end(), period.amount) != amounts.end();
    };
    bool working = false;
    switch (profile) {
        case Profile::civil_code:
        case Profile::no_roll:
        case Profile::first_day_counted:
        case Profile::clear_days:
        case Profile::roll_all: break;
        case Profile::licence_law: working = true; break;
        case Profile::penalty_law: working = one_of({2, 3, 5, 7}); break;
        case Profile::compulsion_law: working = period.amount <= 10; break;
        case Profile::review_law: working = one_of({3, 5, 7, 10}); break;
    }
    return {period.amount, working ? Unit::working_days : Unit::days};
}

// The first day is not counted (art. 201), or is, as the profile says.
DayResult end_of_period(const Calendar& calendar, Day start, Period period, Profile profile) {
    if (period.amount <= 0) return {start, 0};
    const bool counted = profile == Profile::first_day_counted;
    const std::int64_t before_first = static_cast<std::int64_t>(start.number) - (counted ? 1 : 0);
    switch (period.unit) {
        case Unit::days: return {clamped(before_first + period.amount), 0};
        case Unit::weeks: return {clamped(before_first + std::int64_t{7} * period.amount), 0};
        case Unit::working_days: return calendar.nth_working_day_after(clamped(before_first), period.amount);
        case Unit::months:
        case Unit::years: {
            // Art. 202: the corresponding day, else the month's last. With the first day counted the period is full on
            // the day before the corresponding one.
            const auto found = corresponding_day(start, months_of(period));
            return {counted && !found.clamped_to_end ? found.day - 1 : found.day, 0};
        }
    }
    return {start, 0};
}

Count posted_days(const Calendar& calendar, Day start, Day through, Unit unit, Profile profile) {
    if (through < start) return {};
    const auto after = profile == Profile::first_day_counted ? start - 1 : start;
    switch (unit) {
        case Unit::days: {
            const auto days = days_between(after, through);
            return {days, days};
        }
        case Unit::weeks: {
            const auto weeks = days_between(after, through) / 7;
            return {weeks, weeks};
        }
        case Unit::working_days: return calendar.working_days(after, through);
        case Unit::months:
        case Unit::years:
            return greatest(whole_units(start, through, unit),
                            [&](std::int32_t n) { return end_of_period(calendar, start, {n, unit}, profile).day <= through; });
    }
    return {};
}

DayResult posting_complete_on(const Calendar& calendar, Day start, Period period, Profile profile) {
    const auto end = end_of_period(calendar, start, period, profile);
    if (profile != Profile::roll_all || period.unit == Unit::working_days || !end.known()) return end;
    return calendar.roll_forward(end.day);
}

Day counted_after(Day start, Profile profile) {
    return profile == Profile::first_day_counted ? start - 1 : start;
}

DayResult end_of_period(const Calendar& calendar, Day start, Period period, Profile profile, std::span<const Pause> pauses) {
    const auto plain = end_of_period(calendar, start, period, profile);
    const bool working = period.unit == Unit::working_days;
    const auto first = counted_after(start, profile);
    auto end = plain;
    auto taken_through = first;
    std::int64_t taken = 0;
    std::int64_t open = 0;  // days of the pauses of which no arrangement says whether they are worked
    for (const auto& pause : pauses) {
        if (pause.after >= end.day) break;
        const auto after = std::max(pause.after, taken_through);
        if (pause.through <= after) continue;
        taken_through = pause.through;
        if (!working) {
            taken += static_cast<std::int64_t>(pause.through.number) - after.number;
            end.day = clamped(plain.day.number + taken);
            continue;
        }
        // Days not known count as worked on both sides, so that the end is the earliest that it can be.
        const auto count = calendar.working_days(after, pause.through);
        taken += count.high;
        open += count.high - count.low;
        end = calendar.nth_working_day_after(first, static_cast<std::int32_t>(std::min(period.amount + taken, far)));
    }
    if (end.known() || open == 0) return end;
    const auto way = calendar.working_days(first, end.day);
    if (way.high - way.low == open) end.missing_year = 0;
    return end;
}

DayResult last_day_within(const Calendar& calendar, Day from, Period period, Profile profile) {
    return last_day_within(calendar, from, period, profile, {});
}

DayResult last_day_within(const Calendar& calendar, Day from, Period period, Profile profile, std::span<const Pause> pauses) {
    const auto end = end_of_period(calendar, from, period, profile, pauses);
    // Art. 203 moves the last day of a period; a period of working days cannot end on a day off.
    if (profile == Profile::no_roll || period.unit == Unit::working_days || !end.known()) return end;
    return calendar.roll_forward(end.day);
}

Count days_before(const Calendar& calendar, Day notice, Day event, Unit unit, Profile profile) {
    if (event <= notice) return {};
    const auto through = profile == Profile::clear_days ? event - 1 : event;
    switch (unit) {
        case Unit::days: {
            const auto days = days_between(notice, through);
            return {days, days};
        }
        case Unit::weeks: {
            const auto weeks = days_between(notice, through) / 7;
            return {weeks, weeks};
        }
        case Unit::working_days: return calendar.working_days(notice, through);
        case Unit::months:
        case Unit::years:
            return greatest(whole_units(notice, event, unit),
                            [&](std::int32_t n) { return notice <= latest_notice_day(calendar, event, {n, unit}, profile).day; });
    }
    return {};
}

DayResult latest_notice_day(const Calendar& calendar, Day event, Period period, Profile profile) {
    if (period.amount <= 0) return {event, 0};
    const bool clear = profile == Profile::clear_days;
    const std::int64_t last_counted = static_cast<std::int64_t>(event.number) - (clear ? 1 : 0);
    // Counting back nothing rolls: the day found may be a day off.
    switch (period.unit) {
        case Unit::days: return {clamped(last_counted - period.amount), 0};
        case Unit::weeks: return {clamped(last_counted - std::int64_t{7} * period.amount), 0};
        case Unit::working_days: {
            const auto first_counted = calendar.nth_working_day_before(clamped(last_counted + 1), period.amount);
            return {first_counted.day - 1, first_counted.missing_year};
        }
        case Unit::months:
        case Unit::years: {
            const auto found = corresponding_day(event, -months_of(period));
            return {clear ? found.day - 1 : found.day, 0};
        }
    }
    return {event, 0};
}

}  // namespace guicheng::calendar
