// Sections 6 and 7 of the page: papers delivered ahead, and how long a posting hung.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using base::Comparison;
using base::Day;
using calendar::Period;
using calendar::Unit;
using verdict::MissingKind;

namespace {

verdict::Measure measure_of(Unit unit) {
    switch (unit) {
        case Unit::days: return verdict::Measure::days;
        case Unit::working_days: return verdict::Measure::working_days;
        case Unit::months: return verdict::Measure::months;
        case Unit::years: return verdict::Measure::years;
        case Unit::weeks: return verdict::Measure::weeks;
    }
    return verdict::Measure::none;
}

}  // namespace

/// The figures of a period, as far as they are known.
verdict::Numbers figures(Comparison op, std::optional<Period> period, std::optional<calendar::Count> found) {
    verdict::Numbers n;
    n.op = op;
    if (!period) return n;
    n.measure = measure_of(period->unit);
    n.needed = period->amount;
    if (found) n.found = found->low;
    if (found && !found->exact()) n.found_high = found->high;
    return n;
}

namespace {

/// What every number between the two ends says; unknown where they differ.
template <class Passes>
Tri all_say(calendar::Count count, Passes passes) {
    const bool first = passes(count.low);
    for (auto n = count.low; n <= count.high; ++n)
        if (passes(n) != first) return Tri::unknown;
    return tri(first);
}

bool counted_by_days(Unit unit) { return unit == Unit::days || unit == Unit::working_days; }

Test::Is as_test(Tri t) { return t == Tri::yes ? Test::Is::yes : t == Tri::no ? Test::Is::no : Test::Is::unknown; }

}  // namespace

Test Judge::materials(const model::Requirement& q, const Tried& t, const Reading& r) const {
    const auto& act = *t.act;
    const auto period = this->period(q.length, q.profile, r);
    Test out;
    if (!act.dated) out.missing.push_back({MissingKind::act_date, step(t.step).name, t.number});
    if (!act.has_materials) out.missing.push_back({MissingKind::materials, step(t.step).name, t.number});
    if (!period) out.missing.push_back({MissingKind::parameter, p_.parameters[q.length.parameter.index()].field.name, 0});
    if (!out.missing.empty()) {
        std::optional<calendar::Count> found;
        if (act.dated && act.has_materials && period) found = calendar::days_before(calendar_, act.materials, act.start.day, period->unit, q.profile);
        out.is = Test::Is::unknown;
        out.numbers = figures(q.length.op, period, found);
        return out;
    }
    const auto delivered = act.materials;
    const auto start = act.start.day;
    auto found = calendar::days_before(calendar_, delivered, start, period->unit, q.profile);
    if (made(Fault::notice_a_day_longer)) found = {found.low + 1, found.high + 1};
    out.numbers = figures(q.length.op, period, found);
    out.counting = verdict::Counting{delivered, start, period->unit, q.profile, std::nullopt, false};
    if (counted_by_days(period->unit)) {
        if (made(Fault::uncovered_year_guessed)) found.high = found.low;
        out.is = as_test(all_say(found, [&](std::int32_t n) { return base::holds(q.length.op, n, period->amount); }));
        const auto through = q.profile == calendar::Profile::clear_days ? start - 1 : start;
        if (out.is == Test::Is::unknown) out.missing = {{MissingKind::calendar_year, "", calendar_.first_uncovered(delivered, through)}};
        return out;
    }
    // The latest day less the day of delivery stands to nothing as the time given stands to the time asked.
    const auto latest = calendar::latest_notice_day(calendar_, start, *period, q.profile).day;
    out.is = as_test(tri(base::holds(q.length.op, latest.number, delivered.number)));
    return out;
}

Test Judge::posting_length(const model::Requirement& q, const Tried& t, std::optional<Period> period, const Tried* waits,
                           std::optional<Day> waiting_day) const {
    const auto& act = *t.act;
    if (made(Fault::waiting_act_forgotten)) waiting_day.reset();
    Test out;
    out.judged_on = waiting_day ? waiting_day : waits != nullptr ? waits->day() : as_of_;
    if (!act.dated) out.missing.push_back({MissingKind::act_date, step(t.step).name, t.number});
    if (!period) out.missing.push_back({MissingKind::parameter, p_.parameters[q.length.parameter.index()].field.name, 0});

    std::optional<Day> through;
    const auto no_later = [&](std::optional<Day> day) {
        if (day) through = std::min(through.value_or(*day), *day);
    };
    if (act.has_end) no_later(act.end.day);
    if (waiting_day) {
        no_later(made(Fault::waiting_day_counted) ? *waiting_day : *waiting_day - 1);
    } else {
        no_later(as_of_);
        if (closed_) no_later(c_.closed->day);
    }
    auto profile = q.profile;
    if (made(Fault::first_day_counted)) profile = calendar::Profile::first_day_counted;
    std::optional<calendar::Count> found;
    if (act.dated && period && through) found = calendar::posted_days(calendar_, act.start.day, *through, period->unit, profile);
    out.numbers = figures(q.length.op, period, found);
    if (!act.dated || !period || !through) {
        out.is = Test::Is::unknown;
        return out;
    }
    const auto op = q.length.op;
    const bool at_least = op == Comparison::greater_equal || op == Comparison::greater;
    const auto full = calendar::end_of_period(calendar_, act.start.day, *period, profile);
    const bool rolls = profile == calendar::Profile::roll_all && at_least && period->unit != Unit::working_days && !made(Fault::cautious_posting_not_rolled);
    auto complete = rolls ? calendar::posting_complete_on(calendar_, act.start.day, *period, profile) : full;
    if (made(Fault::posting_rolled)) complete = calendar::last_day_within(calendar_, act.start.day, *period, profile);
    out.counting = verdict::Counting{act.start.day, *through, period->unit, q.profile, std::nullopt, false};
    if (complete.known()) out.counting->last_day = complete.day;
    out.counting->rolled = rolls && complete.known() && complete.day != full.day;
    if (out.counting->rolled) out.counting->ends = full.day;

    const bool over = waiting_day || (act.has_end && as_of_ && act.end.day <= *as_of_) || closed_;
    // Once this many days have passed no more can help: an upper bound is broken, = is missed and ≠ is met.
    const auto exceeds = op == Comparison::less ? Comparison::greater_equal : Comparison::greater;
    const auto asks = over || at_least ? op : exceeds;
    Tri answer = Tri::unknown;
    if (counted_by_days(period->unit) && !rolls) {
        if (made(Fault::uncovered_year_guessed)) found->high = found->low;
        answer = all_say(*found, [&](std::int32_t n) { return base::holds(asks, n, period->amount); });
    } else {
        answer = tri(base::holds(asks, through->number, complete.day.number));
        // What hung through the earliest day that it can be has not surely hung through the day itself.
        if (answer == Tri::yes && !complete.known() && !made(Fault::uncovered_year_guessed)) answer = Tri::unknown;
    }
    if (made(Fault::posting_rolled) && period->unit == Unit::days && at_least) answer = tri(*through >= complete.day);
    if (answer == Tri::unknown && !over) {
        out.is = Test::Is::waiting;
    } else if (answer == Tri::unknown) {
        const auto after = profile == calendar::Profile::first_day_counted ? act.start.day - 1 : act.start.day;
        out.is = Test::Is::unknown;
        out.missing.push_back({MissingKind::calendar_year, "", rolls ? complete.missing_year : calendar_.first_uncovered(after, *through)});
    } else if (over) {
        out.is = as_test(answer);
    } else if (at_least) {
        out.is = answer == Tri::yes ? Test::Is::yes : Test::Is::waiting;
    } else if (answer == Tri::yes) {
        out.is = op == Comparison::not_equal ? Test::Is::yes : Test::Is::no;
    } else {
        out.is = Test::Is::waiting;
    }
    return out;
}

/// The day on which a posting has hung long enough: for "more than" one day or working day more, or the day after.
std::optional<Day> Judge::completing_day(const model::Requirement& q, const Tried& t, const Reading&) const {
    Reading own;
    if (t.act->dated) own.at = t.act->start;
    auto period = this->period(q.length, q.profile, own);
    if (!t.act->dated || !period) return std::nullopt;
    const bool more = q.length.op == Comparison::greater;
    const bool by_days = period->unit == Unit::working_days || (period->unit == Unit::days && q.profile != calendar::Profile::roll_all);
    if (more && by_days) ++period->amount;
    const auto day = calendar::posting_complete_on(calendar_, t.act->start.day, *period, q.profile);
    if (!day.known()) return std::nullopt;
    return more && !by_days ? day.day + 1 : day.day;
}

}  // namespace guicheng::differential
