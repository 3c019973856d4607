#include "report/calendar_text.hpp"

#include <algorithm>

#include "report/calendar_json.hpp"
#include "report/counting_text.hpp"

namespace guicheng::report {

namespace {

using calendar::Calendar;
using calendar::Profile;
using calendar::Unit;

std::string with_weekday(const Words& words, base::Day day) {
    return words.say("calendar.day", {{"day", base::iso(day)}, {"weekday", words.say("weekday." + std::to_string(base::weekday(day)))}});
}

/// The answer's lines: the first at the margin, the rest below it.
class Lines {
public:
    explicit Lines(std::string first) : out_(std::move(first)) { out_ += '\n'; }
    void add(std::string_view line, std::size_t level = 1) {
        if (line.empty()) return;
        line = line.substr(0, line.find_last_not_of(' ') + 1);
        out_.append(level * 2, ' ').append(line) += '\n';
    }
    void add_ruler(const Words& words, const Calendar& calendar, const RulerSpan& span, std::int32_t limit) {
        add(words.say("label_value", {{"label", words.say("ruler.title")}, {"value", ""}}));
        for (const auto& line : ruler_lines(words, calendar, span, limit)) add(line, 2);
    }
    std::string text() && { return std::move(out_); }

private:
    std::string out_;
};

std::string undecided(const Words& words, std::int32_t year) {
    return words.say("calendar.undecided", {{"year", std::to_string(year)}});
}

/// What has been arranged for a later year was for an earlier one before it.
std::string way_out(const Words& words, const Calendar& calendar, std::int32_t year) {
    const auto& covered = calendar.years();
    const bool past = !covered.empty() && year < covered.back().year;
    return words.say(past ? "calendar.way_out.past" : "calendar.way_out", {{"year", std::to_string(year)}});
}

verdict::Counting counting_of(base::Day from, base::Day through, Unit unit, Profile profile) {
    verdict::Counting counting;
    counting.from = from;
    counting.through = through;
    counting.unit = unit;
    counting.profile = profile;
    return counting;
}

/// `how`, where given, says which ends are counted in place of the profile.
std::string details_of(const Words& words, const Calendar& calendar, const verdict::Counting& counting, bool moves_not, std::string how) {
    auto details = counting_details(words, calendar, counting, false);
    if (!how.empty()) details.front() = std::move(how);
    if (moves_not) details.insert(details.begin() + 1, words.say("calendar.moves_not"));
    return words.sentence(words.join(details, "detail_join"));
}

Profile shown_profile(const DayAnswer& answer) {
    if (answer.back) return answer.profile;
    if (answer.first_counted) return Profile::first_day_counted;
    return answer.rolls ? answer.profile : Profile::no_roll;
}

/// Of months and years: which day of the last month is the last (Civil Code art. 202).
std::string corresponding_day(const Words& words, const DayAnswer& answer) {
    if (answer.period.unit != Unit::months && answer.period.unit != Unit::years) return {};
    const auto months = answer.period.amount * (answer.period.unit == Unit::years ? 12 : 1);
    const auto target = calendar::add_months(answer.from, answer.back ? -months : months);
    const bool lacking = base::to_civil(target).day != base::to_civil(answer.from).day;
    if (!lacking) return words.sentence(words.say(answer.first_counted ? "calendar.before_corresponding" : "calendar.corresponding"));
    return words.sentence(
        words.say("calendar.month_end", {{"day", std::to_string(base::to_civil(answer.from).day)}, {"last", base::iso(target)}}));
}

/// Of a notice on a day off: the working day before it, since an office posts on working days.
std::string notice_day_off(const Words& words, const Calendar& calendar, base::Day day) {
    const auto reason = calendar.reason(day);
    if (is_working(reason.kind) || reason.kind == calendar::DayKind::unknown) return {};
    const auto before = calendar.nth_working_day_before(day, 1);
    if (!before.known()) return {};
    return words.sentence(
        words.say("calendar.notice_day_off", {{"reason", day_reason(words, reason)}, {"before", with_weekday(words, before.day)}}));
}

}  // namespace

RulerSpan span_of(const DayAnswer& answer) {
    RulerSpan span;
    span.from = answer.back ? answer.day.day : answer.from;
    span.through = answer.back ? answer.from : answer.day.day;
    span.unit = answer.period.unit;
    span.first_counted = answer.first_counted;
    span.last_counted = !answer.back || answer.profile != Profile::clear_days;
    if (!answer.back) span.ends = answer.unmoved;
    if (!answer.back && answer.unmoved < answer.day.day) span.due = answer.day.day;
    return span;
}

RulerSpan span_of(const CountAnswer& answer) {
    return {answer.from, answer.to, Unit::working_days, answer.first_counted, true, std::nullopt};
}

std::string calendar_text(const DayAnswer& answer, const Calendar& calendar, const CalendarForm& form) {
    if (form.json) return calendar_json(answer, calendar, form);
    const Words words(form.language);
    const auto span = span_of(answer);
    const bool known = answer.day.known();
    Lines lines(known ? with_weekday(words, answer.day.day) : undecided(words, answer.day.missing_year));
    const auto amount = words.amount(answer.period);
    if (!known) {
        lines.add(words.sentence(words.say(answer.back ? "calendar.latest_possible" : "calendar.earliest_possible",
                                           {{"day", with_weekday(words, answer.day.day)}})));
        lines.add(words.sentence(way_out(words, calendar, answer.day.missing_year)));
    }
    const auto head = answer.back ? "calendar.back" : answer.first_counted ? "calendar.add_counted" : "calendar.add";
    lines.add(words.sentence(words.say(head, {{"from", base::iso(answer.from)}, {"period", amount}})));
    auto counting = counting_of(span.from, span.due ? *span.ends : span.through, answer.period.unit, shown_profile(answer));
    const auto how = answer.back && answer.profile == Profile::civil_code ? words.say("calendar.elapsed") : std::string();
    lines.add(details_of(words, calendar, counting, answer.first_counted && !answer.rolls, how));
    lines.add(corresponding_day(words, answer));
    if (span.due && known) {
        counting.last_day = answer.day.day;
        counting.rolled = true;
        counting.ends = span.ends;
        lines.add(words.sentence(rolled_sentence(words, calendar, counting, false)));
    }
    if (answer.back && known) lines.add(notice_day_off(words, calendar, answer.day.day));
    if (form.ruler) lines.add_ruler(words, calendar, span, form.ruler_limit);
    return std::move(lines).text();
}

std::string calendar_text(const CountAnswer& answer, const Calendar& calendar, const CalendarForm& form) {
    if (form.json) return calendar_json(answer, calendar, form);
    const Words words(form.language);
    const auto& count = answer.working_days;
    Lines lines(count.exact() ? words.amount(verdict::Measure::working_days, count.low) : undecided(words, answer.missing_year));
    if (!count.exact()) {
        lines.add(words.sentence(words.say("calendar.between", {{"low", words.amount(verdict::Measure::working_days, count.low)},
                                                                {"high", words.amount(verdict::Measure::working_days, count.high)}})));
        lines.add(words.sentence(way_out(words, calendar, answer.missing_year)));
    }
    lines.add(words.sentence(words.say(
        answer.first_counted ? "calendar.count_counted" : "calendar.count",
        {{"from", base::iso(answer.from)}, {"to", base::iso(answer.to)}, {"days", words.amount(verdict::Measure::days, answer.days)}})));
    const auto profile = answer.first_counted ? Profile::first_day_counted : Profile::no_roll;
    auto details = counting_details(words, calendar, counting_of(answer.from, answer.to, Unit::working_days, profile), false);
    details.erase(details.begin());  // the sentence above says which ends are counted
    if (!details.empty()) lines.add(words.sentence(words.join(details, "detail_join")));
    if (form.ruler) lines.add_ruler(words, calendar, span_of(answer), form.ruler_limit);
    return std::move(lines).text();
}

namespace {

/// Days next to each other that say the same, as one line: Spring Festival 2024-02-10 to 2024-02-17, 8 days.
void add_blocks(Lines& lines, const Words& words, const std::vector<calendar::Holiday>& holidays) {
    for (std::size_t i = 0; i < holidays.size();) {
        std::size_t end = i + 1;
        while (end < holidays.size() && holidays[end].name == holidays[i].name && holidays[end].day - holidays[end - 1].day == 1) ++end;
        const auto days = words.amount(verdict::Measure::days, static_cast<std::int64_t>(end - i));
        lines.add(words.say(end - i == 1 ? "calendar.block_one" : "calendar.block", {{"name", words.holiday(holidays[i].name)},
                                                                                     {"first", with_weekday(words, holidays[i].day)},
                                                                                     {"last", with_weekday(words, holidays[end - 1].day)},
                                                                                     {"days", days}}),
                  2);
        i = end;
    }
}

void add_layer(Lines& lines, const Words& words, const std::vector<calendar::Holiday>& holidays, const std::vector<base::Day>& worked) {
    if (!holidays.empty()) lines.add(words.say("calendar.off"));
    add_blocks(lines, words, holidays);
    if (!worked.empty()) lines.add(words.say("calendar.work"));
    for (const auto day : worked) lines.add(with_weekday(words, day), 2);
}

std::vector<std::string> amendments(const calendar::Year& year) {
    auto notices = year.amended_by;
    for (const auto& other : year.other_notices) {
        if (std::find(notices.begin(), notices.end(), other.notice) == notices.end()) notices.push_back(other.notice);
    }
    return notices;
}

std::string covered_years(const Words& words, const Calendar& calendar) {
    std::vector<std::string> runs;
    const auto& years = calendar.years();
    for (std::size_t i = 0; i < years.size();) {
        std::size_t end = i + 1;
        while (end < years.size() && years[end].year == years[end - 1].year + 1) ++end;
        const auto first = std::to_string(years[i].year);
        runs.push_back(end - i == 1 ? first
                                    : words.say("calendar.years_run", {{"first", first}, {"last", std::to_string(years[end - 1].year)}}));
        i = end;
    }
    return runs.empty() ? words.say("calendar.no_years") : words.join(runs);
}

}  // namespace

std::string calendar_text(std::int32_t number, const Calendar& calendar, const CalendarForm& form) {
    if (form.json) return calendar_json(number, calendar, form);
    const Words words(form.language);
    const auto* const year = calendar.year(number);
    if (year == nullptr) {
        Lines lines(undecided(words, number));
        lines.add(words.sentence(words.say("calendar.covered", {{"years", covered_years(words, calendar)}})));
        lines.add(words.sentence(way_out(words, calendar, number)));
        return std::move(lines).text();
    }
    Lines lines(words.say("calendar.year", {{"year", std::to_string(number)}, {"notice", year->notice}}));
    if (const auto more = amendments(*year); !more.empty()) lines.add(words.say("calendar.amended", {{"notices", words.join(more)}}));
    add_layer(lines, words, year->holidays, year->make_up_days);
    for (const auto& overlay : year->overlays) {
        lines.add(words.say("calendar.overlay", {{"name", overlay.name}, {"notice", overlay.notice}}));
        add_layer(lines, words, overlay.holidays, overlay.make_up_days);
    }
    const auto before = base::to_day({number, 1, 1}) - 1;
    const auto last = base::to_day({number, 12, 31});
    const auto working = calendar.working_days(before, last).low;
    lines.add(words.say("calendar.totals", {{"working", words.amount(verdict::Measure::working_days, working)},
                                            {"off", words.amount(verdict::Measure::days, last - before - working)}}));
    if (form.ruler) lines.add_ruler(words, calendar, {before + 1, last, Unit::working_days, true, true, std::nullopt}, form.ruler_limit);
    lines.add(words.say("calendar.identity", {{"identity", calendar.year_identity(number)}}));
    return std::move(lines).text();
}

std::string calendar_years_text(const Calendar& calendar, const CalendarForm& form) {
    if (form.json) return calendar_years_json(calendar);
    const Words words(form.language);
    Lines lines(words.say("calendar.covered", {{"years", covered_years(words, calendar)}}));
    for (const auto& year : calendar.years()) {
        lines.add(words.say("calendar.year", {{"year", std::to_string(year.year)}, {"notice", year.notice}}));
        for (const auto& overlay : year.overlays) {
            lines.add(words.say("calendar.overlay", {{"name", overlay.name}, {"notice", overlay.notice}}), 2);
        }
    }
    return std::move(lines).text();
}

}  // namespace guicheng::report
