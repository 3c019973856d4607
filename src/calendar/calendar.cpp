#include "calendar/calendar.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "base/sha256.hpp"

namespace guicheng::calendar {

using base::Day;

namespace {

Day first_day_of(std::int32_t year) {
    return base::to_day({year, 1, 1});
}
Day last_day_of(std::int32_t year) {
    return base::to_day({year, 12, 31});
}

Day to_day_number(std::int64_t number) {
    constexpr std::int64_t far = std::numeric_limits<std::int32_t>::max() / 4;
    return {static_cast<std::int32_t>(std::clamp(number, -far, far))};
}

std::string content_identity(const Year& year) {
    base::Hasher hasher;
    hasher.field("guicheng calendar year").field(std::to_string(year.year)).field(year.notice);
    hasher.field(std::to_string(year.amended_by.size()));
    for (const auto& notice : year.amended_by) hasher.field(notice);
    hasher.field(std::to_string(year.holidays.size()));
    for (const auto& holiday : year.holidays) hasher.field(base::iso(holiday.day)).field(holiday.name);
    hasher.field(std::to_string(year.make_up_days.size()));
    for (const auto day : year.make_up_days) hasher.field(base::iso(day));
    // What few years have stands last and only where it is, each part under its own word.
    for (const auto& other : year.other_notices) hasher.field("notice of a day").field(base::iso(other.day)).field(other.notice);
    for (const auto& overlay : year.overlays) {
        hasher.field("overlay").field(overlay.name).field(overlay.notice);
        for (const auto& holiday : overlay.holidays) hasher.field("off").field(base::iso(holiday.day)).field(holiday.name);
        for (const auto day : overlay.make_up_days) hasher.field("work").field(base::iso(day));
    }
    return hasher.hex();
}

/// Sorted by day, each day once (of several the first given), and only days of the year.
void normalise(std::vector<Holiday>& holidays, std::int32_t year) {
    std::map<Day, std::string> names;
    for (auto& holiday : holidays) {
        if (base::to_civil(holiday.day).year == year) names.try_emplace(holiday.day, std::move(holiday.name));
    }
    holidays.clear();
    for (auto& [day, name] : names) holidays.push_back({day, std::move(name)});
}

void normalise(std::vector<Day>& days, std::int32_t year) {
    std::erase_if(days, [year](Day day) { return base::to_civil(day).year != year; });
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

void normalise(Year& year) {
    normalise(year.holidays, year.year);
    normalise(year.make_up_days, year.year);
    std::sort(year.other_notices.begin(), year.other_notices.end(),
              [](const Attribution& a, const Attribution& b) { return std::tie(a.day, a.notice) < std::tie(b.day, b.notice); });
    for (auto& overlay : year.overlays) {
        normalise(overlay.holidays, year.year);
        normalise(overlay.make_up_days, year.year);
    }
}

/// The item of that day in a list sorted by day; null where there is none.
template <class Item>
const Item* item_of(const std::vector<Item>& sorted, Day day) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), day, [](const Item& item, Day wanted) { return item.day < wanted; });
    return at != sorted.end() && at->day == day ? &*at : nullptr;
}

bool holds(const std::vector<Day>& sorted, Day day) {
    return std::binary_search(sorted.begin(), sorted.end(), day);
}

}  // namespace

// One entry for each day from 1 January of the first covered year to 31 December of the last. Outside, every day is
// unknown, so the sums go on there by arithmetic and no walk is ever needed.
struct Calendar::Tables {
    std::vector<Year> years;              // sorted by year
    std::vector<std::string> identities;  // beside years
    std::int32_t first = 0;               // day number of the table's first day
    std::vector<DayKind> kinds;
    std::vector<std::int32_t> sure;      // sure[i]: days among the first i that are working days
    std::vector<std::int32_t> possible;  // the same, unknown days included

    std::int64_t size() const { return static_cast<std::int64_t>(kinds.size()); }
    std::int64_t last() const { return first + size() - 1; }

    std::int64_t sure_through(std::int64_t day) const {
        return sure[static_cast<std::size_t>(std::clamp<std::int64_t>(day - first + 1, 0, size()))];
    }
    /// Days that may be working days up to and with `day`, counted from the table's first day; negative before it.
    std::int64_t possible_through(std::int64_t day) const {
        if (day < first) return day - first + 1;
        if (day > last()) return possible.back() + (day - last());
        return possible[static_cast<std::size_t>(day - first + 1)];
    }
    /// The earliest day whose possible_through reaches `count`.
    std::int64_t first_reaching(std::int64_t count) const {
        if (count <= 0) return first - 1 + count;
        if (count > possible.back()) return last() + (count - possible.back());
        const auto at = std::lower_bound(possible.begin(), possible.end(), count);
        return first - 1 + (at - possible.begin());
    }
    /// Whether every day of (after, through] is covered.
    bool all_known(std::int64_t after, std::int64_t through) const {
        return possible_through(through) - possible_through(after) == sure_through(through) - sure_through(after);
    }
    const Year* find(std::int32_t year) const {
        const auto at =
            std::lower_bound(years.begin(), years.end(), year, [](const Year& y, std::int32_t wanted) { return y.year < wanted; });
        return at != years.end() && at->year == year ? &*at : nullptr;
    }

    void mark(const Year& year) {
        const auto kind = [&](Day day) -> DayKind& { return kinds[static_cast<std::size_t>(day.number - first)]; };
        const auto end = last_day_of(year.year);
        for (auto day = first_day_of(year.year); day <= end; day = day + 1) {
            kind(day) = base::weekday(day) < 5 ? DayKind::working : DayKind::weekend;
        }
        for (const auto& holiday : year.holidays) kind(holiday.day) = DayKind::holiday;
        // A day listed as worked is worked, whatever else is listed.
        for (const auto day : year.make_up_days) {
            kind(day) = base::weekday(day) < 5 ? DayKind::working : DayKind::make_up;
        }
        for (const auto& overlay : year.overlays) {
            for (const auto& holiday : overlay.holidays) kind(holiday.day) = DayKind::holiday;
            for (const auto day : overlay.make_up_days) kind(day) = DayKind::make_up;
        }
    }

    explicit Tables(std::vector<Year> given) {
        std::map<std::int32_t, Year> by_year;
        for (auto& year : given) {
            if (year.year < base::first_year || year.year > base::last_year) continue;
            normalise(year);
            const auto number = year.year;
            by_year.insert_or_assign(number, std::move(year));
        }
        for (auto& [number, year] : by_year) years.push_back(std::move(year));
        if (!years.empty()) {
            first = first_day_of(years.front().year).number;
            kinds.assign(static_cast<std::size_t>(last_day_of(years.back().year).number - first) + 1, DayKind::unknown);
        }
        for (const auto& year : years) {
            mark(year);
            identities.push_back(content_identity(year));
        }
        sure.assign(1, 0);
        possible.assign(1, 0);
        for (const auto kind : kinds) {
            sure.push_back(sure.back() + (is_working(kind) ? 1 : 0));
            possible.push_back(possible.back() + (is_working(kind) || kind == DayKind::unknown ? 1 : 0));
        }
    }
};

Calendar::Calendar(std::vector<Year> years) : tables_(std::make_shared<const Tables>(std::move(years))) {}

DayKind Calendar::kind(Day day) const {
    const std::int64_t at = static_cast<std::int64_t>(day.number) - tables_->first;
    if (at < 0 || at >= tables_->size()) return DayKind::unknown;
    return tables_->kinds[static_cast<std::size_t>(at)];
}

const Year* Calendar::year(std::int32_t year) const {
    return tables_->find(year);
}
bool Calendar::covers(std::int32_t year) const {
    return tables_->find(year) != nullptr;
}

const std::vector<Year>& Calendar::years() const {
    return tables_->years;
}

std::string_view Calendar::holiday_name(Day day) const {
    return reason(day).name;
}

DayReason Calendar::reason(Day day) const {
    DayReason found{kind(day), {}, {}, {}};
    if (found.kind != DayKind::holiday && found.kind != DayKind::make_up) return found;
    const auto& from = *year(base::to_civil(day).year);
    for (auto overlay = from.overlays.rbegin(); overlay != from.overlays.rend(); ++overlay) {
        const auto* const holiday = item_of(overlay->holidays, day);
        if (holiday == nullptr && !holds(overlay->make_up_days, day)) continue;
        if (found.kind == DayKind::holiday) found.name = holiday->name;
        found.notice = overlay->notice;
        found.overlay = overlay->name;
        return found;
    }
    if (found.kind == DayKind::holiday) found.name = item_of(from.holidays, day)->name;
    const auto* const other = item_of(from.other_notices, day);
    found.notice = other != nullptr ? other->notice : from.notice;
    return found;
}

std::string Calendar::year_identity(std::int32_t year) const {
    const auto* found = tables_->find(year);
    if (found == nullptr) return {};
    return tables_->identities[static_cast<std::size_t>(found - tables_->years.data())];
}

Count Calendar::working_days(Day after, Day through) const {
    if (through <= after) return {};
    const auto narrow = [](std::int64_t n) {
        return static_cast<std::int32_t>(std::min<std::int64_t>(n, std::numeric_limits<std::int32_t>::max()));
    };
    return {narrow(tables_->sure_through(through.number) - tables_->sure_through(after.number)),
            narrow(tables_->possible_through(through.number) - tables_->possible_through(after.number))};
}

std::int32_t Calendar::first_uncovered(Day after, Day through) const {
    if (through <= after || tables_->all_known(after.number, through.number)) return 0;
    auto year = base::to_civil(after + 1).year;
    while (covers(year)) ++year;
    return year;
}

DayResult Calendar::nth_working_day_after(Day from, std::int32_t n) const {
    if (n <= 0) return {from, 0};
    // Every unknown day taken as worked gives the earliest day it can be; it is the true one if no day on the way is
    // unknown.
    const auto found = to_day_number(tables_->first_reaching(tables_->possible_through(from.number) + n));
    return {found, first_uncovered(from, found)};
}

DayResult Calendar::nth_working_day_before(Day from, std::int32_t n) const {
    if (n <= 0) return {from, 0};
    const std::int64_t yesterday = static_cast<std::int64_t>(from.number) - 1;
    const auto found = to_day_number(tables_->first_reaching(tables_->possible_through(yesterday) - n + 1));
    if (tables_->all_known(static_cast<std::int64_t>(found.number) - 1, yesterday)) return {found, 0};
    auto year = base::to_civil(to_day_number(yesterday)).year;
    while (covers(year)) --year;
    return {found, year};
}

DayResult Calendar::roll_forward(Day day) const {
    const auto found = kind(day);
    if (is_working(found)) return {day, 0};
    if (found == DayKind::unknown) return {day, base::to_civil(day).year};
    return nth_working_day_after(day, 1);
}

}  // namespace guicheng::calendar
