#include "report/counting_text.hpp"

#include <algorithm>

namespace guicheng::report {

namespace {

using calendar::DayKind;
using calendar::Profile;
using calendar::Unit;

/// Longer spans than this are not walked day by day for their details: ten years.
constexpr std::int32_t walkable_days = 3660;
/// Lists of days and names longer than this are cut.
constexpr std::size_t listed = 10;

struct Skipped {
    std::vector<std::string> holidays;
    std::vector<std::string> make_up;
    std::vector<std::int32_t> unknown_years;
    bool weekends = false;
};

void add_once(std::vector<std::string>& list, std::string item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

base::Day first_counted(const verdict::Counting& counting) {
    return counting.profile == Profile::first_day_counted ? counting.from : counting.from + 1;
}

base::Day last_counted(const verdict::Counting& counting) {
    return counting.profile == Profile::clear_days ? counting.through - 1 : counting.through;
}

Skipped look_through(const Words& words, const calendar::Calendar& calendar, base::Day from, base::Day through) {
    Skipped skipped;
    for (auto day = from; day <= through; day = day + 1) {
        switch (calendar.kind(day)) {
            case DayKind::working: break;
            case DayKind::make_up: skipped.make_up.push_back(words.month_day(day)); break;
            case DayKind::weekend: skipped.weekends = true; break;
            case DayKind::holiday: add_once(skipped.holidays, words.holiday(calendar.holiday_name(day))); break;
            case DayKind::unknown: {
                const auto year = base::to_civil(day).year;
                if (skipped.unknown_years.empty() || skipped.unknown_years.back() != year) skipped.unknown_years.push_back(year);
                break;
            }
        }
    }
    return skipped;
}

std::string cut_list(const Words& words, std::vector<std::string> items) {
    const auto all = items.size();
    if (all <= listed) return words.join(items);
    items.resize(listed);
    return words.say("and_more", {{"list", words.join(items)}, {"n", std::to_string(all)}});
}

std::string notices(const Words& words, const calendar::Calendar& calendar, base::Day from, base::Day through) {
    std::vector<std::string> numbers;
    for (auto year = base::to_civil(from).year; year <= base::to_civil(through).year; ++year) {
        const auto* const arrangement = calendar.year(year);
        if (arrangement == nullptr) continue;
        if (!arrangement->notice.empty()) add_once(numbers, arrangement->notice);
        for (const auto& amendment : arrangement->amended_by) add_once(numbers, amendment);
    }
    return numbers.empty() ? std::string{} : words.say("detail.notices", {{"notices", cut_list(words, numbers)}});
}

void add_working_day_details(std::vector<std::string>& details, const Words& words, const calendar::Calendar& calendar, base::Day from,
                             base::Day through) {
    const auto skipped = look_through(words, calendar, from, through);
    const auto holidays = cut_list(words, skipped.holidays);
    if (!holidays.empty() && skipped.weekends) details.push_back(words.say("detail.less_both", {{"holidays", holidays}}));
    if (!holidays.empty() && !skipped.weekends) details.push_back(words.say("detail.less_holidays", {{"holidays", holidays}}));
    if (holidays.empty() && skipped.weekends) details.push_back(words.say("detail.less_weekends"));
    if (!skipped.make_up.empty()) details.push_back(words.say("detail.make_up", {{"days", cut_list(words, skipped.make_up)}}));
    std::vector<std::string> years;
    for (const auto year : skipped.unknown_years) years.push_back(std::to_string(year));
    if (!years.empty()) details.push_back(words.say("detail.uncovered", {{"years", cut_list(words, years)}}));
    if (!holidays.empty() || !skipped.make_up.empty()) {
        auto named = notices(words, calendar, from, through);
        if (!named.empty()) details.push_back(std::move(named));
    }
}

/// The last day before it was moved, where the period's length tells it.
std::optional<base::Day> unrolled(const verdict::Counting& counting, std::optional<std::int64_t> needed) {
    constexpr std::int64_t longest = 400 * 366;
    if (!needed || *needed < 0 || *needed > longest) return std::nullopt;
    const auto amount = static_cast<std::int32_t>(*needed);
    const auto start = first_counted(counting) - 1;
    switch (counting.unit) {
        case Unit::days: return start + amount;
        case Unit::weeks: return amount > longest / 7 ? std::nullopt : std::optional(start + amount * 7);
        case Unit::months: return amount > 4800 ? std::nullopt : std::optional(calendar::add_months(start, amount));
        case Unit::years: return amount > 400 ? std::nullopt : std::optional(calendar::add_months(start, amount * 12));
        case Unit::working_days: return std::nullopt;
    }
    return std::nullopt;
}

struct RulerDay {
    std::string mark;
    std::string reason;
};

class RulerWalk {
public:
    RulerWalk(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting)
        : words_(words), calendar_(calendar), counting_(counting) {}

    RulerDay next(base::Day day) {
        if (day == counting_.from && counting_.profile != Profile::first_day_counted) return skip(words_.say("ruler.start"));
        if (day == counting_.through && counting_.profile == Profile::clear_days) return skip(words_.say("ruler.end"));
        const auto kind = calendar_.kind(day);
        if (counting_.unit != Unit::working_days) return count(words_.say("ruler.plain"));
        if (kind == DayKind::unknown) return {words_.say("ruler.unknown"), words_.say("ruler.no_arrangement")};
        return is_working(kind) ? count(reason(day, kind)) : skip(reason(day, kind));
    }

private:
    RulerDay skip(std::string why) const { return {words_.say("ruler.skipped"), std::move(why)}; }
    RulerDay count(std::string why) { return {words_.say("ruler.counted", {{"n", std::to_string(++counted_)}}), std::move(why)}; }
    std::string reason(base::Day day, DayKind kind) const {
        switch (kind) {
            case DayKind::working: return words_.say("ruler.working");
            case DayKind::make_up: return words_.say("ruler.make_up");
            case DayKind::weekend: return words_.say("ruler.weekend");
            case DayKind::holiday: return words_.say("ruler.holiday", {{"holiday", words_.holiday(calendar_.holiday_name(day))}});
            case DayKind::unknown: return words_.say("ruler.no_arrangement");
        }
        return {};
    }

    const Words& words_;
    const calendar::Calendar& calendar_;
    const verdict::Counting& counting_;
    std::int32_t counted_ = 0;
};

}  // namespace

std::vector<std::string> counting_details(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                                          bool of_materials) {
    std::vector<std::string> details;
    auto profile = "detail." + std::string(verdict::name(counting.profile));
    if (of_materials && Words::has(profile + ".materials")) profile += ".materials";
    details.push_back(words.say(profile));
    const auto from = first_counted(counting);
    const auto through = last_counted(counting);
    if (counting.unit == Unit::working_days && through - from >= 0 && through - from <= walkable_days) {
        add_working_day_details(details, words, calendar, from, through);
    }
    return details;
}

std::string rolled_sentence(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                            std::optional<std::int64_t> needed) {
    if (!counting.rolled || !counting.last_day) return {};
    const auto last_day = base::iso(*counting.last_day);
    const auto day = unrolled(counting, needed);
    if (day && *day < *counting.last_day) {
        const auto kind = calendar.kind(*day);
        if (kind == DayKind::weekend) return words.say("rolled.weekend", {{"day", base::iso(*day)}, {"last_day", last_day}});
        if (kind == DayKind::holiday) {
            return words.say("rolled.holiday",
                             {{"day", base::iso(*day)}, {"holiday", words.holiday(calendar.holiday_name(*day))}, {"last_day", last_day}});
        }
    }
    return words.say("rolled.other", {{"last_day", last_day}});
}

std::vector<std::string> ruler(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                               std::int32_t limit) {
    std::vector<std::string> lines;
    RulerWalk walk(words, calendar, counting);
    for (auto day = counting.from; day <= counting.through; day = day + 1) {
        if (day - counting.from >= limit) {
            lines.push_back(words.say("ruler.more", {{"n", std::to_string(counting.through - day + 1)}}));
            break;
        }
        const auto [mark, reason] = walk.next(day);
        lines.push_back(words.say("ruler.line", {{"day", base::iso(day)},
                                                 {"weekday", words.say("weekday." + std::to_string(base::weekday(day)))},
                                                 {"mark", mark},
                                                 {"reason", reason}}));
    }
    return lines;
}

}  // namespace guicheng::report
