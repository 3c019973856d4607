#include "report/counting_text.hpp"

#include <algorithm>

#include "report/ruler.hpp"

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
    std::vector<std::string> notices;
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

/// What they say of their own stands before what they take from the Civil Code.
bool builds_on_civil_code(Profile profile) {
    switch (profile) {
        case Profile::licence_law:
        case Profile::penalty_law:
        case Profile::compulsion_law:
        case Profile::review_law:
        case Profile::roll_all: return true;
        case Profile::civil_code:
        case Profile::no_roll:
        case Profile::first_day_counted:
        case Profile::clear_days: return false;
    }
    return false;
}

void look_through(Skipped& skipped, const Words& words, const calendar::Calendar& calendar, base::Day from, base::Day through) {
    for (auto day = from; day <= through; day = day + 1) {
        const auto reason = calendar.reason(day);
        if (!reason.notice.empty()) add_once(skipped.notices, notice_text(words, reason));
        switch (reason.kind) {
            case DayKind::working: break;
            case DayKind::make_up: skipped.make_up.push_back(words.month_day(day)); break;
            case DayKind::weekend: skipped.weekends = true; break;
            case DayKind::holiday: add_once(skipped.holidays, words.holiday(reason.name)); break;
            case DayKind::unknown: {
                const auto year = base::to_civil(day).year;
                if (skipped.unknown_years.empty() || skipped.unknown_years.back() != year) skipped.unknown_years.push_back(year);
                break;
            }
        }
    }
}

std::string cut_list(const Words& words, std::vector<std::string> items) {
    const auto all = items.size();
    if (all <= listed) return words.join(items);
    items.resize(listed);
    return words.say("and_more", {{"list", words.join(items)}, {"n", std::to_string(all)}});
}

void add_working_day_details(std::vector<std::string>& details, const Words& words, const calendar::Calendar& calendar,
                             const verdict::Counting& counting) {
    Skipped skipped;
    // Of runs that are added the days between them say nothing.
    const auto before_first = first_counted(counting) - counting.from;
    if (counting.in_total)
        for (const auto& run : counting.runs) look_through(skipped, words, calendar, run.from + before_first, run.through);
    else
        look_through(skipped, words, calendar, first_counted(counting), last_counted(counting));
    const auto holidays = cut_list(words, skipped.holidays);
    if (!holidays.empty() && skipped.weekends) details.push_back(words.say("detail.less_both", {{"holidays", holidays}}));
    if (!holidays.empty() && !skipped.weekends) details.push_back(words.say("detail.less_holidays", {{"holidays", holidays}}));
    if (holidays.empty() && skipped.weekends) details.push_back(words.say("detail.less_weekends"));
    if (!skipped.make_up.empty()) details.push_back(words.say("detail.make_up", {{"days", cut_list(words, skipped.make_up)}}));
    std::vector<std::string> years;
    for (const auto year : skipped.unknown_years) years.push_back(std::to_string(year));
    if (!years.empty()) details.push_back(words.say("detail.uncovered", {{"years", cut_list(words, years)}}));
    if (!skipped.notices.empty()) details.push_back(words.say("detail.notices", {{"notices", cut_list(words, skipped.notices)}}));
}

std::string stop_name(const Words& words, const verdict::Stop& stop) {
    return stop.name.empty() ? words.say("detail.suspension") : words.quoted(stop.name);
}

std::string stop_detail(const Words& words, const verdict::Counting& counting, const verdict::Stop& stop) {
    const auto measure = counting.unit == Unit::working_days ? verdict::Measure::working_days : verdict::Measure::days;
    const auto days = words.amount(measure, stop.days);
    if (!stop.to) return words.say("detail.stop.open", {{"from", base::iso(stop.from)}, {"name", stop_name(words, stop)}, {"n", days}});
    if (stop.until_record >= 0)
        return words.say(stop.name.empty() ? "detail.stop.suspension" : "detail.stop.between", {{"from", base::iso(stop.from)},
                                                                                                {"to", base::iso(*stop.to)},
                                                                                                {"name", stop_name(words, stop)},
                                                                                                {"until", words.quoted(stop.until)},
                                                                                                {"n", days}});
    return words.say("detail.stop",
                     {{"from", base::iso(stop.from)}, {"to", base::iso(*stop.to)}, {"name", stop_name(words, stop)}, {"n", days}});
}

}  // namespace

std::vector<std::string> counting_details(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting,
                                          bool of_materials) {
    std::vector<std::string> details;
    if (builds_on_civil_code(counting.profile)) details.push_back(words.say("detail." + std::string(verdict::name(counting.profile))));
    auto profile = "detail." + std::string(verdict::name(details.empty() ? counting.profile : Profile::civil_code));
    if (of_materials && Words::has(profile + ".materials")) profile += ".materials";
    details.push_back(words.say(profile));
    std::vector<std::string> stops;
    for (const auto& stop : counting.stops) stops.push_back(stop_detail(words, counting, stop));
    if (!stops.empty()) details.push_back(cut_list(words, std::move(stops)));
    const auto from = first_counted(counting);
    const auto through = last_counted(counting);
    if (counting.unit == Unit::working_days && through - from >= 0 && through - from <= walkable_days) {
        add_working_day_details(details, words, calendar, counting);
    }
    return details;
}

std::string rolled_sentence(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting, bool of_posting) {
    if (!counting.rolled || !counting.last_day) return {};
    const auto last_day = base::iso(*counting.last_day);
    const std::string key = of_posting ? "rolled.posting." : "rolled.";
    if (counting.ends) {
        const auto day = base::iso(*counting.ends);
        const auto kind = calendar.kind(*counting.ends);
        if (kind == DayKind::weekend) return words.say(key + "weekend", {{"day", day}, {"last_day", last_day}});
        if (kind == DayKind::holiday) {
            const auto holiday = words.holiday(calendar.holiday_name(*counting.ends));
            return words.say(key + "holiday", {{"day", day}, {"holiday", holiday}, {"last_day", last_day}});
        }
    }
    return words.say(key + "other", {{"last_day", last_day}});
}

std::string runs_sentence(const Words& words, const verdict::Counting& counting, verdict::Measure measure) {
    if (counting.runs.empty()) return {};
    std::vector<std::string> items;
    for (const auto& run : counting.runs) {
        const auto text =
            words.say("run", {{"from", base::iso(run.from)}, {"through", base::iso(run.through)}, {"n", words.amount(measure, run.found)}});
        items.push_back(text);
    }
    return words.say(counting.in_total ? "runs.in_total" : "runs.longest",
                     {{"n", std::to_string(items.size())}, {"list", cut_list(words, items)}, {"from", base::iso(counting.from)}});
}

std::string starts_text(const Words& words, const verdict::Counting& counting) {
    std::vector<std::string> items;
    bool earlier = false;
    bool later = false;
    for (const auto& start : counting.starts) {
        const auto* const key = start.of == "first" ? "start.first" : start.of == "last" ? "start.last" : "start";
        const auto name = words.say(key, {{"name", start.name}});
        items.push_back(start.day ? words.say("compared.valued", {{"name", name}, {"value", base::iso(*start.day)}})
                                  : words.say("start.none", {{"name", name}}));
        // What was left aside tells which of them the rule takes.
        earlier = earlier || (start.day && *start.day < counting.from);
        later = later || !start.day || *start.day > counting.from;
    }
    if (items.empty()) return {};
    const auto* const key = earlier ? "starts.later" : later ? "starts.earlier" : "starts.same";
    return words.say(key, {{"list", words.join(items)}});
}

std::vector<std::string> ruler(const Words& words, const calendar::Calendar& calendar, const verdict::Counting& counting, bool for_acting,
                               std::int32_t limit) {
    return ruler_lines(words, calendar, span_of(counting, for_acting), limit);
}

}  // namespace guicheng::report
