// 时限: from where it runs, what stopped its clock, and whether the act came in time (judging, section 6).
#include <algorithm>
#include <cassert>

#include "eval/run.hpp"
#include "model/formula.hpp"

namespace guicheng::eval {

using base::Day;
using calendar::Unit;
using verdict::Measure;
using verdict::MissingKind;

namespace {

Day day_of(const cases::Act& act) {
    return act.has_end ? act.end.day : act.start.day;
}

Origin on(Day day) {
    return {Tri::yes, true, true, day, day};
}

/// 较晚者: all must be there, and it is no earlier than any of them. 较早者: one must, and it is no later than any that is.
void join(Origin& all, const Origin& next, bool first, model::Among among) {
    if (first) {
        all = next;
        return;
    }
    const bool later = among == model::Among::later;
    const auto worse = later ? Tri::no : Tri::yes;
    if (later) {
        if (next.has_low && (!all.has_low || next.low > all.low)) all.low = next.low;
        all.has_low = all.has_low || next.has_low;
        all.has_high = all.has_high && next.has_high;
        all.high = std::max(all.high, next.high);
    } else if (all.exists == Tri::no || next.exists == Tri::no) {
        if (all.exists == Tri::no) all = next;
        return;
    } else {
        // What may not be there at all bounds the earlier of them from below only.
        const bool ends = next.exists == Tri::yes && next.has_high;
        all.has_low = all.has_low && next.has_low;
        all.low = std::min(all.low, next.low);
        const bool ended = all.exists == Tri::yes && all.has_high;
        if (ends && (!ended || next.high < all.high)) all.high = next.high;
        all.has_high = ended || ends;
    }
    if (all.exists == worse || next.exists == worse)
        all.exists = worse;
    else if (next.exists == Tri::unknown)
        all.exists = Tri::unknown;
}

}  // namespace

/// The first or the latest act of an event among those judged before. What is not dated, or perhaps not recorded, leaves one side open.
Origin Run::origin_of_event(std::uint16_t event, bool latest) {
    Origin out;
    bool open = case_.record_incomplete;
    bool undated = false;
    if (open) gap(MissingKind::record_incomplete, "");
    for (auto index = s_.events[event]; index != no_index; index = s_.earlier[index]) {
        const auto& act = case_.acts[index];
        out.exists = Tri::yes;
        if (!act.dated) {
            undated = true;
            continue;
        }
        const auto day = day_of(act);
        // Of several on one day the first, or the latest, in the order of judging.
        if (out.act == no_index || (latest ? day > out.low : day <= out.low)) {
            out.low = out.high = day;
            out.act = index;
        }
    }
    if (undated) gap(MissingKind::act_date, model_.events[event].name);
    open = open || undated;
    out.has_low = out.act != no_index && (latest || !open);
    out.has_high = out.act != no_index && (!latest || !open);
    if (out.exists == Tri::no && case_.record_incomplete) out.exists = Tri::unknown;
    return out;
}

Origin Run::origin_of(const program::Start& start) {
    switch (start.kind) {
        case model::Start::Kind::first_event: return origin_of_event(start.event, false);
        case model::Start::Kind::last_event: return origin_of_event(start.event, true);
        case model::Start::Kind::day: {
            const auto found = value(start.day);
            return found.known ? on(Day{static_cast<std::int32_t>(found.v)}) : Origin{Tri::yes};
        }
        case model::Start::Kind::step: break;
    }
    const auto standing = s_.steps[start.step].standing;
    if (standing == no_index) {
        if (!case_.record_incomplete) return {};
        gap(MissingKind::record_incomplete, "");
        return {Tri::unknown};
    }
    const auto& act = act_of(standing);
    Origin out{Tri::yes};
    if (act.has_end || act.dated)
        out = on(day_of(act));
    else
        gap_of_act(MissingKind::act_date, {s_.attempts[standing].act, standing});
    out.act = s_.attempts[standing].act;
    return out;
}

/// From where the deadline runs, as far as it is known. Adds what is missing.
Origin Run::origin(const Row& row) {
    Origin all;
    for (auto i = row.starts.begin; i < row.starts.end; ++i) join(all, origin_of(program_.starts[i]), i == row.starts.begin, row.among);
    return all;
}

/// Nothing is missing where the answer does not turn on it.
Origin Run::origin_quietly(const Row& row) {
    const auto before = mark();
    const auto found = origin(row);
    restore(before);
    return found;
}

// ---------------------------------------------------------------- stops

/// The acts of an event, each for as long as it lasts.
bool Run::stops_of_event(const program::Stop& stop, Day now) {
    bool doubtful = false;
    for (auto index = s_.events[stop.event]; index != no_index; index = s_.earlier[index]) {
        const auto& act = case_.acts[index];
        if (!act.dated) {
            doubtful = true;
            continue;
        }
        const bool over = act.has_end && act.end.day <= now;
        s_.stops.push_back({act.start.day, over ? act.end.day : now, !over, static_cast<std::int32_t>(act.record), stop.event});
    }
    if (doubtful) gap(MissingKind::act_date, model_.events[stop.event].name);
    return doubtful;
}

/// From each act of the one event to the next of the other. An undated act of either may begin or end any of them.
bool Run::stops_between(const program::Stop& stop, Day now) {
    const auto undated = [&](std::uint16_t event) {
        auto index = s_.events[event];
        while (index != no_index && case_.acts[index].dated) index = s_.earlier[index];
        if (index != no_index) gap(MissingKind::act_date, model_.events[event].name);
        return index != no_index;
    };
    const bool begins = undated(stop.event);
    const bool ends = undated(stop.until);
    if (begins || ends || case_.record_incomplete) return true;
    auto end = s_.events[stop.until];
    auto next = no_index;
    for (auto index = s_.events[stop.event]; index != no_index; index = s_.earlier[index]) {
        for (; end != no_index && s_.places[end] > s_.places[index]; end = s_.earlier[end]) next = end;
        const auto& act = case_.acts[index];
        const bool over = next != no_index;
        s_.stops.push_back({act.start.day, over ? case_.acts[next].start.day : now, !over, static_cast<std::int32_t>(act.record),
                            stop.event, over ? static_cast<std::int32_t>(case_.acts[next].record) : -1, stop.until});
    }
    return false;
}

/// While the case was suspended, whatever suspended it.
bool Run::stops_of_suspension(Day now) {
    bool doubtful = case_.record_incomplete;
    for (const auto& suspension : s_.suspensions) {
        const auto& act = case_.acts[suspension.act];
        if (act.dated) continue;
        doubtful = true;
        if (suspension.attempt != no_index)
            gap_of_act(MissingKind::act_date, {suspension.act, suspension.attempt});
        else
            gap(MissingKind::act_date, act.kind == cases::ActKind::resumption ? "resumption" : "suspension");
    }
    if (doubtful) return true;
    for (std::size_t i = 0; i < s_.suspensions.size(); ++i) {
        const auto& begins = s_.suspensions[i];
        if (begins.resumes) continue;
        const auto& act = case_.acts[begins.act];
        const auto end = std::find_if(s_.suspensions.begin() + static_cast<std::ptrdiff_t>(i), s_.suspensions.end(),
                                      [](const Suspension& s) { return s.resumes; });
        const bool over = end != s_.suspensions.end();
        s_.stops.push_back({act.start.day, over ? case_.acts[end->act].start.day : now, !over, static_cast<std::int32_t>(act.record),
                            program::none, over ? static_cast<std::int32_t>(case_.acts[end->act].record) : -1, program::none});
    }
    return false;
}

/// Fills s_.stops and s_.pauses with what surely stopped the clock by `now`, in the order of the days. True where something else may have.
bool Run::collect_stops(const Row& row, Day now) {
    s_.stops.clear();
    s_.pauses.clear();
    bool doubtful = false;
    if (!row.stops.empty() && case_.record_incomplete) {
        gap(MissingKind::record_incomplete, "");
        doubtful = true;
    }
    for (auto i = row.stops.begin; i < row.stops.end; ++i) {
        const auto& stop = program_.stops[i];
        switch (stop.kind) {
            case model::Stop::Kind::event: doubtful |= stops_of_event(stop, now); break;
            case model::Stop::Kind::between: doubtful |= stops_between(stop, now); break;
            case model::Stop::Kind::suspension: doubtful |= stops_of_suspension(now); break;
        }
    }
    std::sort(s_.stops.begin(), s_.stops.end(), [](const ClockStop& a, const ClockStop& b) {
        if (a.after != b.after) return a.after < b.after;
        return a.through != b.through ? a.through < b.through : a.record < b.record;
    });
    for (const auto& stop : s_.stops) s_.pauses.push_back({stop.after, stop.through});
    return doubtful;
}

/// Whether a stop that goes on began before the last day: then that day is not known yet.
bool Run::clock_stands(Day end) const {
    return std::any_of(s_.stops.begin(), s_.stops.end(), [&](const ClockStop& stop) { return stop.open && stop.after < end; });
}

// ---------------------------------------------------------------- the test

/// 时限 of the attempt being judged, or (at the end) of a step that was not taken: then as_of stands for its start, and the answer
/// waits until the last day has passed.
Test Run::deadline(const Row& row) {
    const bool attempted = at_.attempt != no_index;
    const bool undated = attempted && !at_.dated;  // whether what it runs from came before it cannot be said
    if (!attempted && at_.step != program::none) attempted_in_vain(at_.step);
    if (undated) gap_of_act(MissingKind::act_date, {s_.attempts[at_.attempt].act, at_.attempt});
    if (row.by_day != program::none) return by_day(row);
    const auto before = mark();
    const auto from = origin(row);
    if (from.exists == Tri::no) {
        restore(before);
        return undated ? Test::unknown : Test::no_act;
    }
    if (from.exists == Tri::unknown) return attempted ? Test::unknown : Test::no_act;
    const auto period = period_of(row);
    if (!at_.dated || !period) return Test::unknown;
    if (!from.exact()) return within_bounds(row, *period, from);

    const auto now = at_.moment.day;
    const bool doubtful = collect_stops(row, now);
    const auto end = calendar::end_of_period(calendar_, from.low, *period, row.profile, s_.pauses);
    const auto last = calendar::last_day_within(calendar_, from.low, *period, row.profile, s_.pauses);
    const bool stands = !attempted && clock_stands(end.day);
    show_deadline(row, *period, from.low, end, last, doubtful || stands);
    if (now <= last.day || stands) return attempted ? Test::yes : Test::waiting;
    if (last.known() && !doubtful) return Test::no;
    if (!last.known()) gap(MissingKind::calendar_year, "", last.missing_year);
    return Test::unknown;
}

/// The period began no earlier than one day, no later than another: that may be enough. Stops are not looked at here.
Test Run::within_bounds(const Row& row, calendar::Period period, const Origin& from) {
    const bool attempted = at_.attempt != no_index;
    const auto now = at_.moment.day;
    if (row.stops.empty() && from.exists == Tri::yes) {
        if (from.has_low && now <= calendar::last_day_within(calendar_, from.low, period, row.profile).day)
            return attempted ? Test::yes : Test::waiting;
        if (from.has_high) {
            const auto last = calendar::last_day_within(calendar_, from.high, period, row.profile);
            if (last.known() && now > last.day) return Test::no;
        }
    }
    return Test::unknown;
}

Test Run::by_day(const Row& row) {
    const bool attempted = at_.attempt != no_index;
    const auto last = value(row.by_day);
    if (last.known) figures_.needed = last.v;
    if (at_.dated) figures_.found = at_.moment.day.number;
    if (auto* finding = made()) {
        auto& numbers = finding->numbers.emplace();
        numbers.measure = Measure::date;
        numbers.op = base::Comparison::less_equal;
        if (last.known) numbers.needed = last.v;
        if (at_.dated) numbers.found = at_.moment.day.number;
    }
    if (!last.known || !at_.dated) return Test::unknown;
    if (at_.moment.day.number <= last.v) return attempted ? Test::yes : Test::waiting;
    return Test::no;
}

/// The last day for a step not yet taken, where it is known.
std::optional<Day> Run::due_by(const Row& row) {
    if (row.by_day != program::none) {
        const auto last = value(row.by_day);
        return last.known ? std::optional(Day{static_cast<std::int32_t>(last.v)}) : std::nullopt;
    }
    const auto from = origin(row);
    if (!from.exact()) return std::nullopt;
    const auto period = period_of(row);
    if (!period || !at_.dated) return std::nullopt;
    if (collect_stops(row, at_.moment.day)) return std::nullopt;
    const auto end = calendar::end_of_period(calendar_, from.low, *period, row.profile, s_.pauses);
    const auto last = calendar::last_day_within(calendar_, from.low, *period, row.profile, s_.pauses);
    return last.known() && !clock_stands(end.day) ? std::optional(last.day) : std::nullopt;
}

/// What the stops took out is not counted among the days found.
void Run::show_deadline(const Row& row, calendar::Period period, Day from, calendar::DayResult end, calendar::DayResult last, bool open) {
    const auto through = at_.moment.day;
    calendar::Count count;
    std::vector<verdict::Stop> stops;
    if (trace_) {
        const bool working = period.unit == Unit::working_days;
        const auto days = working || period.unit == Unit::days;
        calendar::Count taken;
        auto taken_through = calendar::counted_after(from, row.profile);
        for (const auto& stop : s_.stops) {
            const auto after = std::max(stop.after, taken_through);
            if (stop.after >= end.day || stop.through <= after) continue;
            taken_through = stop.through;
            const auto whole = stop.through - after;
            const auto out = working ? calendar_.working_days(after, stop.through) : calendar::Count{whole, whole};
            taken = {taken.low + out.low, taken.high + out.high};
            auto& shown = stops.emplace_back();
            shown.from = stop.after;
            if (!stop.open) shown.to = stop.through;
            shown.record = stop.record;
            if (stop.event != program::none) shown.name = model_.events[stop.event].name;
            shown.days = out.low;
            shown.until_record = stop.until_record;
            if (stop.until_record >= 0 && stop.until != program::none) shown.until = model_.events[stop.until].name;
        }
        count = calendar::posted_days(calendar_, from, days ? through : through - taken.low, period.unit, row.profile);
        if (days) count = {std::max(0, count.low - taken.low), std::max(0, count.high - taken.high)};
    }
    const bool known = last.known() && !open;
    show_counting(row, period, count, from, through, known ? std::optional(last.day) : std::nullopt,
                  known && last.day != end.day ? std::optional(end.day) : std::nullopt);
    if (auto* finding = made()) {
        assert(finding->counting);
        finding->counting->stops = std::move(stops);
        finding->counting->starts = start_days(row, from);
    }
}

/// The days among which the earlier or the later was taken.
std::vector<verdict::StartDay> Run::start_days(const Row& row, Day from) {
    std::vector<verdict::StartDay> out;
    if (row.starts.size() < 2) return out;
    const auto before = mark();
    for (auto i = row.starts.begin; i < row.starts.end; ++i) {
        const auto& start = program_.starts[i];
        const auto found = origin_of(start);
        auto& shown = out.emplace_back();
        switch (start.kind) {
            case model::Start::Kind::step: shown.name = step_name(start.step); break;
            case model::Start::Kind::first_event:
            case model::Start::Kind::last_event:
                shown.name = model_.events[start.event].name;
                shown.of = start.kind == model::Start::Kind::first_event ? "first" : "last";
                break;
            case model::Start::Kind::day: shown.name = model::formula(model_, model::ExprId{start.day}, 0); break;
        }
        if (found.exact()) shown.day = found.low;
        if (found.act != no_index) shown.record = static_cast<std::int32_t>(case_.acts[found.act].record);
        shown.taken = shown.day == from;
    }
    restore(before);
    return out;
}

}  // namespace guicheng::eval
