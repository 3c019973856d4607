#include "report/ruler.hpp"

#include <algorithm>

namespace guicheng::report {

namespace {

using calendar::DayKind;
using Part = RulerDay::Part;

std::string named(const Words& words, std::string said, const calendar::DayReason& reason) {
    if (reason.notice.empty()) return said;
    return words.say("ruler.under", {{"reason", std::move(said)}, {"notice", notice_text(words, reason)}});
}

std::string counted(const Words& words, std::int32_t number) {
    return words.say("ruler.counted", {{"n", std::to_string(number)}});
}

std::string mark(const Words& words, const RulerDay& day) {
    switch (day.part) {
        case Part::first:
        case Part::last:
        case Part::stopped:
        case Part::down: return words.say("ruler.skipped");
        case Part::every: return counted(words, day.number);
        case Part::kind:
            if (day.reason.kind == DayKind::unknown) return words.say("ruler.unknown");
            return day.number > 0 ? counted(words, day.number) : words.say("ruler.skipped");
        case Part::ends: return counted(words, day.number);
        case Part::moved: return day.number > 0 ? counted(words, day.number) : words.say("ruler.moved");
        case Part::due: return day.number > 0 ? counted(words, day.number) : words.say("ruler.due");
        case Part::late: return words.say("ruler.late");
    }
    return {};
}

/// A counted day that is more than that says so first.
std::string also(const Words& words, std::string_view what, std::string reason) {
    return words.join({words.say(what), std::move(reason)}, "clause");
}

std::string why(const Words& words, const RulerDay& day) {
    switch (day.part) {
        case Part::first: return words.say("ruler.start");
        case Part::last: return words.say("ruler.end");
        case Part::stopped: return words.say("ruler.stopped", {{"name", day.stop.empty() ? words.say("detail.suspension") : day.stop}});
        case Part::down: return words.say("ruler.down");
        case Part::every: return words.say("ruler.plain");
        case Part::ends: {
            // Where every day counts, only a day off is worth a word.
            const bool plain = is_working(day.reason.kind) && day.by_calendar;
            return plain ? words.say("ruler.ends") : also(words, "ruler.ends", day_reason(words, day.reason));
        }
        case Part::moved:
        case Part::due: {
            const auto* const what = day.part == Part::moved ? "ruler.moved" : "ruler.due";
            return day.number > 0 ? also(words, what, day_reason(words, day.reason)) : day_reason(words, day.reason);
        }
        case Part::late: return counted(words, day.number);
        case Part::kind: return day_reason(words, day.reason);
    }
    return {};
}

}  // namespace

RulerSpan span_of(const verdict::Counting& counting, bool for_acting) {
    RulerSpan span;
    span.from = counting.from;
    span.through = counting.through;
    span.unit = counting.unit;
    span.first_counted = counting.profile == calendar::Profile::first_day_counted;
    span.stops = counting.stops;
    span.for_acting = for_acting;
    span.ends = counting.rolled ? counting.ends : counting.last_day;
    if (counting.rolled && counting.ends) span.due = counting.last_day;
    if (counting.in_total) span.runs = counting.runs;
    span.last_counted = counting.profile != calendar::Profile::clear_days;
    return span;
}

std::vector<RulerDay> ruler_days(const calendar::Calendar& calendar, const RulerSpan& span, std::int32_t limit) {
    std::vector<RulerDay> days;
    std::int32_t counted = 0;
    const auto last = span.due ? span.due : span.ends;
    for (auto day = span.from; day <= span.through && day - span.from < limit; day = day + 1) {
        RulerDay found{day, Part::every, 0, calendar.reason(day), {}, span.unit != calendar::Unit::working_days};
        const auto stopped = std::find_if(span.stops.begin(), span.stops.end(),
                                          [&](const auto& stop) { return day > stop.from && (!stop.to || day <= *stop.to); });
        // Of runs that are added each has a first day of its own.
        const auto run = std::find_if(span.runs.begin(), span.runs.end(), [&](const auto& of) { return day <= of.through; });
        const auto from = span.runs.empty() ? span.from : run == span.runs.end() ? day + 1 : run->from;
        if (day < from) {
            found.part = Part::down;
        } else if (day == from && !span.first_counted) {
            found.part = Part::first;
        } else if (day == span.through && !span.last_counted) {
            found.part = Part::last;
        } else if (stopped != span.stops.end()) {
            found.part = Part::stopped;
            found.stop = stopped->name;
        } else if (last && span.for_acting && day > *last) {
            found.part = Part::late;
            found.number = day - *last;
        } else if (span.for_acting && span.due && span.ends && day > *span.ends) {
            found.part = day == *span.due ? Part::due : Part::moved;
        } else if (span.unit != calendar::Unit::working_days) {
            found.number = ++counted;
        } else {
            found.part = Part::kind;
            if (is_working(found.reason.kind)) found.number = ++counted;
        }
        if (found.number > 0 && found.part != Part::late) {
            if (span.ends && day == *span.ends) found.part = Part::ends;
            if (span.due && span.ends && day > *span.ends && day <= *span.due) found.part = day == *span.due ? Part::due : Part::moved;
        }
        days.push_back(found);
    }
    return days;
}

std::vector<std::string> ruler_lines(const Words& words, const calendar::Calendar& calendar, const RulerSpan& span, std::int32_t limit) {
    std::vector<std::string> lines;
    for (const auto& day : ruler_days(calendar, span, limit)) {
        lines.push_back(words.say("ruler.line", {{"day", base::iso(day.day)},
                                                 {"weekday", words.say("weekday." + std::to_string(base::weekday(day.day)))},
                                                 {"mark", mark(words, day)},
                                                 {"reason", why(words, day)}}));
    }
    if (const auto left_out = span.through - span.from + 1 - limit; left_out > 0) {
        lines.push_back(words.say("ruler.more", {{"n", std::to_string(left_out)}}));
    }
    return lines;
}

std::string notice_text(const Words& words, const calendar::DayReason& reason) {
    if (reason.overlay.empty()) return std::string(reason.notice);
    return words.say("overlay_notice", {{"overlay", std::string(reason.overlay)}, {"notice", std::string(reason.notice)}});
}

std::string day_reason(const Words& words, const calendar::DayReason& reason) {
    switch (reason.kind) {
        case DayKind::working: return words.say("ruler.working");
        case DayKind::make_up: return named(words, words.say("ruler.make_up"), reason);
        case DayKind::weekend: return words.say("ruler.weekend");
        case DayKind::holiday: return named(words, words.say("ruler.holiday", {{"holiday", words.holiday(reason.name)}}), reason);
        case DayKind::unknown: return words.say("ruler.no_arrangement");
    }
    return {};
}

}  // namespace guicheng::report
