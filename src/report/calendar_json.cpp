#include "report/calendar_json.hpp"

#include "base/json_string.hpp"

namespace guicheng::report {

namespace {

using calendar::Calendar;
using calendar::DayKind;

class Object {
public:
    Object& text(std::string_view key, std::string_view value) { return raw(key, base::json_string(value)); }
    Object& day(std::string_view key, base::Day value) { return text(key, base::iso(value)); }
    Object& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
    Object& truth(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
    Object& raw(std::string_view key, std::string_view value) {
        members_.push_back(base::json_string(key) + ": " + std::string(value));
        return *this;
    }
    std::string in_line() const { return "{" + joined(", ") + "}"; }
    std::string document() const { return "{\n  " + joined(",\n  ") + "\n}\n"; }

private:
    std::string joined(std::string_view between) const {
        std::string out;
        for (const auto& member : members_) {
            if (!out.empty()) out += between;
            out += member;
        }
        return out;
    }
    std::vector<std::string> members_;
};

/// One item a line, each `indent` deep.
std::string array(const std::vector<std::string>& items) {
    if (items.empty()) return "[]";
    std::string out = "[";
    for (std::size_t i = 0; i < items.size(); ++i) out += (i == 0 ? "\n    " : ",\n    ") + items[i];
    return out + "\n  ]";
}

std::string_view name(DayKind kind) {
    switch (kind) {
        case DayKind::working: return "working";
        case DayKind::make_up: return "make_up";
        case DayKind::weekend: return "weekend";
        case DayKind::holiday: return "holiday";
        case DayKind::unknown: return "unknown";
    }
    return {};
}

std::string_view name(RulerDay::Part part) {
    switch (part) {
        case RulerDay::Part::first: return "first";
        case RulerDay::Part::last: return "last";
        case RulerDay::Part::stopped: return "stopped";
        case RulerDay::Part::down: return "down";
        case RulerDay::Part::every: return "every";
        case RulerDay::Part::kind: return "kind";
        case RulerDay::Part::ends: return "ends";
        case RulerDay::Part::moved: return "moved";
        case RulerDay::Part::due: return "due";
        case RulerDay::Part::late: return "late";
    }
    return {};
}

void add_reason(Object& object, const calendar::DayReason& reason) {
    object.text("kind", name(reason.kind));
    if (!reason.name.empty()) object.text("name", reason.name);
    if (!reason.notice.empty()) object.text("notice", reason.notice);
    if (!reason.overlay.empty()) object.text("overlay", reason.overlay);
}

void add_ruler(Object& object, const Calendar& calendar, const RulerSpan& span, std::int32_t limit) {
    std::vector<std::string> items;
    for (const auto& day : ruler_days(calendar, span, limit)) {
        Object item;
        item.day("day", day.day).number("weekday", base::weekday(day.day) + 1).text("why", name(day.part));
        if (day.number > 0) item.number("number", day.number);
        add_reason(item, day.reason);
        items.push_back(item.in_line());
    }
    object.raw("ruler", array(items));
    if (const auto left_out = span.through - span.from + 1 - limit; left_out > 0) object.number("ruler_left_out", left_out);
}

std::string overlays_of(const calendar::Year& year) {
    std::string out = "[";
    for (const auto& overlay : year.overlays) {
        if (out.size() > 1) out += ", ";
        out += Object().text("name", overlay.name).text("notice", overlay.notice).in_line();
    }
    return out + "]";
}

std::string heading_of(const Calendar& calendar, const calendar::Year& year) {
    Object object;
    object.number("year", year.year).text("notice", year.notice);
    if (!year.overlays.empty()) object.raw("overlays", overlays_of(year));
    return object.text("identity", calendar.year_identity(year.year)).in_line();
}

/// The covered years between two days: what the answer rests on.
void add_years(Object& object, const Calendar& calendar, base::Day from, base::Day through) {
    std::vector<std::string> items;
    for (const auto& year : calendar.years()) {
        if (year.year >= base::to_civil(from).year && year.year <= base::to_civil(through).year)
            items.push_back(heading_of(calendar, year));
    }
    object.raw("years", array(items));
}

std::string holidays_of(const std::vector<calendar::Holiday>& holidays) {
    std::vector<std::string> items;
    for (const auto& holiday : holidays) items.push_back(Object().day("day", holiday.day).text("name", holiday.name).in_line());
    return array(items);
}

std::string days_of(const std::vector<base::Day>& days) {
    std::string out = "[";
    for (const auto day : days) out += (out.size() > 1 ? ", " : "") + base::json_string(base::iso(day));
    return out + "]";
}

std::string texts_of(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const auto& text : texts) out += (out.size() > 1 ? ", " : "") + base::json_string(text);
    return out + "]";
}

}  // namespace

std::string calendar_json(const DayAnswer& answer, const Calendar& calendar, const CalendarForm& form) {
    const auto span = span_of(answer);
    Object object;
    object.day(answer.back ? "event" : "from", answer.from);
    object.raw("period", Object().number("amount", answer.period.amount).text("unit", verdict::name(answer.period.unit)).in_line());
    object.text("profile", verdict::name(answer.profile));
    if (!answer.back) object.truth("first_counted", answer.first_counted).truth("rolls", answer.rolls);
    object.truth("decided", answer.day.known());
    if (answer.day.known()) {
        object.day("day", answer.day.day);
        if (span.due) object.day("moved_from", *span.ends);
    } else {
        object.number("missing_year", answer.day.missing_year).day(answer.back ? "latest" : "earliest", answer.day.day);
    }
    add_years(object, calendar, span.from, span.through);
    if (form.ruler) add_ruler(object, calendar, span, form.ruler_limit);
    return object.document();
}

std::string calendar_json(const CountAnswer& answer, const Calendar& calendar, const CalendarForm& form) {
    const auto& count = answer.working_days;
    Object object;
    object.day("from", answer.from).day("to", answer.to).truth("first_counted", answer.first_counted).truth("decided", count.exact());
    if (count.exact()) {
        object.number("working_days", count.low);
    } else {
        object.number("missing_year", answer.missing_year).number("at_least", count.low).number("at_most", count.high);
    }
    object.number("days", answer.days);
    add_years(object, calendar, answer.from, answer.to);
    if (form.ruler) add_ruler(object, calendar, span_of(answer), form.ruler_limit);
    return object.document();
}

std::string calendar_json(std::int32_t number, const Calendar& calendar, const CalendarForm& form) {
    const auto* const year = calendar.year(number);
    Object object;
    object.number("year", number).truth("decided", year != nullptr);
    if (year == nullptr) return object.number("missing_year", number).document();
    object.text("notice", year->notice).raw("amended_by", texts_of(year->amended_by));
    object.raw("holidays", holidays_of(year->holidays)).raw("make_up_days", days_of(year->make_up_days));
    std::vector<std::string> others;
    for (const auto& other : year->other_notices) others.push_back(Object().day("day", other.day).text("notice", other.notice).in_line());
    object.raw("other_notices", array(others));
    std::vector<std::string> overlays;
    for (const auto& overlay : year->overlays) {
        overlays.push_back(Object()
                               .text("name", overlay.name)
                               .text("notice", overlay.notice)
                               .raw("holidays", holidays_of(overlay.holidays))
                               .raw("make_up_days", days_of(overlay.make_up_days))
                               .in_line());
    }
    object.raw("overlays", array(overlays));
    const auto before = base::to_day({number, 1, 1}) - 1;
    const auto last = base::to_day({number, 12, 31});
    object.number("working_days", calendar.working_days(before, last).low).text("identity", calendar.year_identity(number));
    if (form.ruler)
        add_ruler(object, calendar, {before + 1, last, calendar::Unit::working_days, true, true, std::nullopt}, form.ruler_limit);
    return object.document();
}

std::string calendar_years_json(const Calendar& calendar) {
    std::vector<std::string> items;
    for (const auto& year : calendar.years()) items.push_back(heading_of(calendar, year));
    return Object().raw("years", array(items)).document();
}

}  // namespace guicheng::report
