// Section 6 of the page: time limits. The last day is found by walking day by day.
#include <algorithm>
#include <set>
#include <tuple>

#include "differential/judge.hpp"
#include "model/formula.hpp"

namespace guicheng::differential {

using base::Day;
using calendar::Period;
using calendar::Profile;
using calendar::Unit;
using cases::Act;
using verdict::MissingKind;

namespace {

using Days = std::set<std::int32_t>;

std::optional<Day> day_of(const Act& act) {
    if (!act.dated) return std::nullopt;
    return act.has_end ? act.end.day : act.start.day;
}

Day before_first(Day begin, Profile profile) {
    return profile == Profile::first_day_counted ? begin - 1 : begin;
}

std::int32_t among(const Days& taken, Day after, Day through) {
    return static_cast<std::int32_t>(
        std::count_if(taken.begin(), taken.end(), [&](auto d) { return d > after.number && d <= through.number; }));
}

/// The n-th counted day that is not taken out, or the corresponding day moved by what was taken out before it.
calendar::DayResult last_counted(const calendar::Calendar& calendar, Day begin, Period period, Profile profile, const Days& taken) {
    const auto before = before_first(begin, profile);
    if (period.unit != Unit::days && period.unit != Unit::working_days) {
        const auto plain = calendar::end_of_period(calendar, begin, period, profile).day;
        auto day = plain;
        while (day < plain + among(taken, before, day)) day = plain + among(taken, before, day);
        return {day, 0};
    }
    calendar::DayResult out{before, 0};
    for (int n = 0; n < period.amount;) {
        out.day = out.day + 1;
        if (taken.count(out.day.number) != 0) continue;
        const auto kind = calendar.kind(out.day);
        const bool unknown = period.unit == Unit::working_days && kind == calendar::DayKind::unknown;
        if (unknown && out.missing_year == 0) out.missing_year = base::to_civil(out.day).year;
        if (period.unit == Unit::days || unknown || calendar::is_working(kind)) ++n;
    }
    return out;
}

/// Civil Code art. 203.
calendar::DayResult rolled(const calendar::Calendar& calendar, calendar::DayResult last, Period period, Profile profile) {
    if (profile == Profile::no_roll || period.unit == Unit::working_days || !last.known()) return last;
    while (calendar.kind(last.day) == calendar::DayKind::weekend || calendar.kind(last.day) == calendar::DayKind::holiday)
        last.day = last.day + 1;
    if (calendar.kind(last.day) == calendar::DayKind::unknown) last.missing_year = base::to_civil(last.day).year;
    return last;
}

}  // namespace

Begin Judge::begin(const model::Start& start, const Reading& r) const {
    Begin out;
    if (start.kind == model::Start::Kind::day) {
        const auto v = value(start.day, r);
        out.exists = Tri::yes;
        out.missing = v.missing;
        if (v.known) out.low = out.high = Day{static_cast<std::int32_t>(v.v)};
        return out;
    }
    const bool incomplete = c_.record_incomplete && !made(Fault::incomplete_ignored);
    if (start.kind == model::Start::Kind::step) {
        const auto* t = standing(start.step);
        if (t == nullptr) {
            if (incomplete) out = {Tri::unknown, {}, {}, {{MissingKind::record_incomplete, "", 0}}, {}};
            return out;
        }
        out.exists = Tri::yes;
        out.records = {{static_cast<std::int32_t>(t->act->record), "", ""}};
        out.low = out.high = made(Fault::deadline_from_the_start) ? t->day() : day_of(*t->act);
        if (!t->act->dated) out.missing = {{MissingKind::act_date, step(t->step).name, t->number}};
        return out;
    }
    const bool first = (start.kind == model::Start::Kind::first_event) != made(Fault::latest_taken_for_first);
    bool undated = false;
    const Act* found = nullptr;
    for (const auto* act : events_) {
        if (act->event != start.event) continue;
        out.exists = Tri::yes;
        undated = undated || !act->dated;
        if (!act->dated) continue;
        const bool better = found == nullptr || (first ? *day_of(*act) < *day_of(*found) : *day_of(*act) >= *day_of(*found));
        if (better) found = act;
    }
    if (incomplete) out.missing.push_back({MissingKind::record_incomplete, "", 0});
    if (undated) out.missing.push_back({MissingKind::act_date, p_.events[start.event.index()].name, 0});
    if (out.exists == Tri::no && incomplete) out.exists = Tri::unknown;
    if (found == nullptr) return out;
    out.records = {{static_cast<std::int32_t>(found->record), "", ""}};
    const bool open = undated || incomplete;
    if (!open || !first) out.low = day_of(*found);
    if (!open || first) out.high = day_of(*found);
    return out;
}

/// 较晚者 asks for all and is the last of them; 较早者 asks for one and is the first of them.
Begin Judge::begin(const model::Requirement& q, const Reading& r) const {
    std::vector<Begin> parts;
    Begin out;
    for (const auto& start : q.starts) {
        parts.push_back(begin(start, r));
        add(out.missing, parts.back().missing);
        for (const auto& e : parts.back().records)
            if (std::find(out.records.begin(), out.records.end(), e) == out.records.end()) out.records.push_back(e);
    }
    const bool later = q.starts.size() == 1 || (q.among == model::Among::later) != made(Fault::earlier_taken_for_later);
    const auto any = [&](Tri exists) {
        return std::any_of(parts.begin(), parts.end(), [&](const Begin& b) { return b.exists == exists; });
    };
    if (later) {
        out.exists = any(Tri::no) ? Tri::no : any(Tri::unknown) ? Tri::unknown : Tri::yes;
        bool bounded = true;
        for (const auto& b : parts) {
            if (b.low) out.low = std::max(out.low.value_or(*b.low), *b.low);
            bounded = bounded && b.high;
            if (b.high) out.high = std::max(out.high.value_or(*b.high), *b.high);
        }
        if (!bounded) out.high.reset();
        return out;
    }
    out.exists = any(Tri::yes) ? Tri::yes : any(Tri::unknown) ? Tri::unknown : Tri::no;
    bool bounded = true;
    for (const auto& b : parts) {
        if (b.exists == Tri::no) continue;
        bounded = bounded && b.low;
        if (b.low) out.low = std::min(out.low.value_or(*b.low), *b.low);
        if (b.high && b.exists == Tri::yes) out.high = std::min(out.high.value_or(*b.high), *b.high);
    }
    if (!bounded) out.low.reset();
    return out;
}

void Judge::halts_between(const model::Stop& stop, Day now, Halts& out) const {
    bool undated = false;
    for (const auto id : {stop.event, stop.until}) {
        const auto missing = verdict::Missing{MissingKind::act_date, p_.events[id.index()].name, 0};
        for (const auto* act : events_) {
            if (act->event != id || act->dated) continue;
            undated = true;
            add(out.missing, {missing});
        }
    }
    out.doubtful = out.doubtful || undated;
    if (undated || (c_.record_incomplete && !made(Fault::incomplete_ignored))) return;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (events_[i]->event != stop.event) continue;
        Halt halt{events_[i]->start.day, now, true, static_cast<std::int32_t>(events_[i]->record), p_.events[stop.event.index()].name};
        for (std::size_t k = i + 1; k < events_.size() && halt.open; ++k) {
            if (events_[k]->event != stop.until) continue;
            halt.to = events_[k]->start.day;
            halt.open = false;
            halt.end = events_[k];
        }
        out.sure.push_back(halt);
    }
}

void Judge::halts_of_suspension(Day now, Halts& out) const {
    bool undated = false;
    for (const auto& pause : pauses_) {
        if (pause.act->dated) continue;
        undated = true;
        if (pause.attempt != nullptr)
            add(out.missing, {{MissingKind::act_date, step(pause.attempt->step).name, pause.attempt->number}});
        else
            add(out.missing, {{MissingKind::act_date, pause.begins ? "suspension" : "resumption", 0}});
    }
    out.doubtful = out.doubtful || undated;
    if (undated || (c_.record_incomplete && !made(Fault::incomplete_ignored))) return;
    std::optional<Halt> halt;
    for (const auto& pause : pauses_) {
        if (pause.begins && !halt) halt = Halt{pause.act->start.day, now, true, static_cast<std::int32_t>(pause.act->record), ""};
        if (pause.begins || !halt) continue;
        halt->to = pause.act->start.day;
        halt->open = false;
        halt->end = pause.act;
        out.sure.push_back(*halt);
        halt.reset();
    }
    if (halt) out.sure.push_back(*halt);
}

Halts Judge::halts(const model::Requirement& q, Day now) const {
    Halts out;
    if (made(Fault::stops_ignored)) return out;
    if (!q.stops.empty() && c_.record_incomplete && !made(Fault::incomplete_ignored)) {
        out.doubtful = true;
        out.missing.push_back({MissingKind::record_incomplete, "", 0});
    }
    for (const auto& stop : q.stops) {
        if (stop.kind == model::Stop::Kind::between) halts_between(stop, now, out);
        if (stop.kind == model::Stop::Kind::suspension) halts_of_suspension(now, out);
        if (stop.kind != model::Stop::Kind::event) continue;
        for (const auto* act : events_) {
            if (act->event != stop.event) continue;
            const auto& name = p_.events[stop.event.index()].name;
            if (!act->dated) {
                out.doubtful = true;
                add(out.missing, {{MissingKind::act_date, name, 0}});
                continue;
            }
            const bool open = !act->has_end || act->end.day > now;
            out.sure.push_back({act->start.day, open ? now : act->end.day, open, static_cast<std::int32_t>(act->record), name});
        }
    }
    std::sort(out.sure.begin(), out.sure.end(), [](const Halt& a, const Halt& b) {
        return std::tuple(a.from.number, a.to.number, a.record) < std::tuple(b.from.number, b.to.number, b.record);
    });
    return out;
}

Test Judge::by_day(const model::Requirement& q, const Tried* t, const Reading& r) const {
    Test out;
    out.is = Test::Is::unknown;
    const auto last = value(q.by_day, r);
    const auto act_day = t != nullptr ? t->day() : as_of_;
    if (t != nullptr && !act_day) out.missing.push_back({MissingKind::act_date, step(t->step).name, t->number});
    add(out.missing, last.missing);
    verdict::Numbers n;
    n.measure = verdict::Measure::date;
    n.op = base::Comparison::less_equal;
    if (last.known) n.needed = last.v;
    if (act_day) n.found = act_day->number;
    out.numbers = n;
    if (!last.known || !act_day) return out;
    const auto to = Day{static_cast<std::int32_t>(last.v)};
    const bool in_time = *act_day <= (made(Fault::named_day_rolled) ? calendar_.roll_forward(to).day : to);
    out.is = !in_time ? Test::Is::no : t != nullptr ? Test::Is::yes : Test::Is::waiting;
    out.missing.clear();
    return out;
}

Test Judge::deadline(const model::Requirement& q, const Tried* t, const Reading& r) const {
    if (q.by_day) return by_day(q, t, r);
    Test out;
    out.is = Test::Is::unknown;
    const auto act_day = t != nullptr ? t->day() : as_of_;
    if (t != nullptr && !act_day) out.missing.push_back({MissingKind::act_date, step(t->step).name, t->number});
    const auto from = begin(q, r);
    out.records = from.records;
    if (from.exists == Tri::no && out.missing.empty()) out.is = Test::Is::no_act;
    if (from.exists == Tri::no) return out;
    add(out.missing, from.missing);
    if (from.exists == Tri::unknown) return out;
    const auto period = this->period(q.length, q.profile, r);
    out.numbers = figures(q.length.op, period, std::nullopt);
    if (!period) out.missing.push_back({MissingKind::parameter, p_.parameters[q.length.parameter.index()].field.name, 0});
    if (!act_day || !period) return out;
    const auto in_time = t != nullptr ? Test::Is::yes : Test::Is::waiting;
    if (!from.exact()) {
        if (!q.stops.empty()) return out;
        if (from.low && *act_day <= calendar::last_day_within(calendar_, *from.low, *period, q.profile).day) out.is = in_time;
        if (!from.high || out.is == in_time) return out;
        const auto last = calendar::last_day_within(calendar_, *from.high, *period, q.profile);
        if (last.known() && *act_day > last.day) out.is = Test::Is::no;
        return out;
    }

    const auto stops = halts(q, *act_day);
    Days taken;
    for (const auto& s : stops.sure)
        for (auto d = s.from.number + (made(Fault::stop_day_taken_out) ? 0 : 1); d <= s.to.number; ++d) taken.insert(d);
    const auto full = last_counted(calendar_, *from.low, *period, q.profile, taken);
    const auto last = made(Fault::deadline_not_rolled) ? full : rolled(calendar_, full, *period, q.profile);
    const bool stands = t == nullptr && !made(Fault::standing_clock_runs) &&
                        std::any_of(stops.sure.begin(), stops.sure.end(), [&](const Halt& s) { return s.open && s.from < full.day; });

    verdict::Counting counting{*from.low, *act_day, period->unit, q.profile, std::nullopt, false};
    if (last.known() && !stops.doubtful && !stands) {
        counting.last_day = last.day;
        counting.rolled = last.day != full.day;
        if (counting.rolled) counting.ends = full.day;
    }
    counting.starts = start_days(q, *from.low, r);
    const auto before = before_first(*from.low, q.profile);
    Days gone;
    calendar::Count worked;
    for (const auto& s : stops.sure) {
        if (s.from >= full.day) continue;
        verdict::Stop shown{s.from, s.open ? std::nullopt : std::optional(s.to), s.record, s.name, 0};
        if (s.end != nullptr) shown.until_record = static_cast<std::int32_t>(s.end->record);
        if (s.end != nullptr && s.end->event) shown.until = p_.events[s.end->event.index()].name;
        bool any = false;
        for (auto d = Day{std::max(s.from, before).number + 1}; d <= s.to; d = d + 1) {
            if (!gone.insert(d.number).second && !made(Fault::overlaps_taken_twice)) continue;
            any = true;
            const auto kind = calendar_.kind(d);
            const bool counts = period->unit != Unit::working_days || calendar::is_working(kind);
            shown.days += counts ? 1 : 0;
            worked.low += counts ? 1 : 0;
            worked.high += counts || kind == calendar::DayKind::unknown ? 1 : 0;
        }
        if (any) counting.stops.push_back(std::move(shown));
    }
    auto through = *act_day;
    const bool by_days = period->unit == Unit::days || period->unit == Unit::working_days;
    if (!by_days) through = through - static_cast<std::int32_t>(gone.size());
    auto found = calendar::posted_days(calendar_, *from.low, through, period->unit, q.profile);
    if (by_days) found = {std::max(0, found.low - worked.low), std::max(0, found.high - worked.high)};
    out.numbers = figures(q.length.op, period, found);
    out.counting = std::move(counting);

    if (*act_day <= last.day || stands)
        out.is = in_time;
    else if ((last.known() || made(Fault::uncovered_year_guessed)) && !stops.doubtful)
        out.is = Test::Is::no;
    add(out.missing, stops.missing);
    if (!last.known()) out.missing.push_back({MissingKind::calendar_year, "", last.missing_year});
    return out;
}

/// Where a period may run from several days: each, and whether it is the one that was taken.
std::vector<verdict::StartDay> Judge::start_days(const model::Requirement& q, Day from, const Reading& r) const {
    std::vector<verdict::StartDay> out;
    for (const auto& start : q.starts) {
        if (q.starts.size() == 1) break;
        const auto b = begin(start, r);
        verdict::StartDay shown;
        if (start.kind == model::Start::Kind::step) {
            shown.name = step(start.step).name;
        } else if (start.kind == model::Start::Kind::day) {
            shown.name = model::formula(p_, start.day, 0);
        } else {
            shown.name = p_.events[start.event.index()].name;
            shown.of = start.kind == model::Start::Kind::first_event ? "first" : "last";
        }
        if (b.exact()) shown.day = b.low;
        if (!b.records.empty()) shown.record = b.records.front().record;
        shown.taken = shown.day && (*shown.day == from || made(Fault::first_day_taken_for_all));
        out.push_back(std::move(shown));
    }
    return out;
}

/// The last day for a step not yet taken, where it is known.
std::optional<Day> Judge::due(const model::Requirement& q, const Reading& r) const {
    if (q.by_day) {
        const auto last = value(q.by_day, r);
        return last.known ? std::optional(Day{static_cast<std::int32_t>(last.v)}) : std::nullopt;
    }
    const auto counting = deadline(q, nullptr, r).counting;
    return counting ? counting->last_day : std::nullopt;
}

}  // namespace guicheng::differential
