// Days counted: papers delivered and postings (judging, sections 6 and 7).
#include <algorithm>

#include "eval/run.hpp"

namespace guicheng::eval {

using base::Comparison;
using base::Day;
using calendar::Unit;
using verdict::Measure;
using verdict::MissingKind;

namespace {

constexpr Measure measure_of(Unit unit) {
    switch (unit) {
        case Unit::days: return Measure::days;
        case Unit::working_days: return Measure::working_days;
        case Unit::months: return Measure::months;
        case Unit::years: return Measure::years;
        case Unit::weeks: return Measure::weeks;
    }
    return Measure::none;
}

constexpr bool in_days(Unit unit) {
    return unit == Unit::days || unit == Unit::working_days;
}

/// A count known within bounds passes only if every number within them does.
constexpr Tri holds_within(Comparison op, calendar::Count count, std::int64_t needed) {
    if (op == Comparison::equal || op == Comparison::not_equal) {
        const bool possible = count.low <= needed && needed <= count.high;
        if (possible && !count.exact()) return Tri::unknown;
        return tri(possible == (op == Comparison::equal));
    }
    const bool low = base::holds(op, count.low, needed);
    return low == base::holds(op, count.high, needed) ? tri(low) : Tri::unknown;
}

}  // namespace

/// The period of the rule, or of its parameter; nothing (and what is missing) where that is not set.
std::optional<calendar::Period> Run::period_of(const Row& row) {
    std::optional<calendar::Period> period = row.period;
    if (row.parameter != program::none) {
        const auto set = parameter(row.parameter);
        if (set.known)
            period = calendar::under(row.profile, case_.periods[static_cast<std::size_t>(set.v)]);
        else
            period.reset();
    }
    if (period) figures_.needed = period->amount;
    if (auto* finding = made()) {
        auto& numbers = finding->numbers.emplace();
        numbers.op = row.op;
        if (period) {
            numbers.measure = measure_of(period->unit);
            numbers.needed = period->amount;
        }
    }
    return period;
}

void Run::show_counting(const Row& row, calendar::Period period, calendar::Count count, Day from, Day through,
                        std::optional<Day> last_day, std::optional<Day> ends) {
    figures_.found = count.low;
    auto* finding = made();
    if (finding == nullptr) return;
    finding->numbers->found = count.low;
    if (!count.exact()) finding->numbers->found_high = count.high;
    finding->counting = verdict::Counting{from, through, period.unit, row.profile, last_day, ends.has_value(), ends};
}

/// In days of a period that the rule itself gives.
bool Run::plainly_delivered(const Row& row, const cases::Act& act) const {
    if (!act.dated || !act.has_materials || row.parameter != program::none || !in_days(row.period.unit)) return false;
    const auto count = calendar::days_before(calendar_, act.materials, act.start.day, row.period.unit, row.profile);
    return holds_within(row.op, count, row.period.amount) == Tri::yes;
}

Test Run::materials(const Row& row) {
    const auto& act = act_of(at_.attempt);
    const Subject who{s_.attempts[at_.attempt].act, at_.attempt};
    if (!act.dated) gap_of_act(MissingKind::act_date, who);
    if (!act.has_materials) gap_of_act(MissingKind::materials, who);
    const auto period = period_of(row);
    if (!act.dated || !act.has_materials || !period) return Test::unknown;
    const auto event = act.start.day;
    const auto count = calendar::days_before(calendar_, act.materials, event, period->unit, row.profile);
    show_counting(row, *period, count, act.materials, event, std::nullopt, std::nullopt);
    if (!in_days(period->unit)) {
        const auto latest = calendar::latest_notice_day(calendar_, event, *period, row.profile).day;
        return test(base::holds(row.op, latest.number, act.materials.number));
    }
    const auto found = holds_within(row.op, count, period->amount);
    if (found == Tri::unknown) gap(MissingKind::calendar_year, "", calendar_.first_uncovered(act.materials, event));
    return test(found);
}

/// Only a lower bound is longer for it: a posting that may hang at most so long is not allowed more.
bool Run::rolls_postings(const Row& row, Unit unit) {
    const bool at_least = row.op == Comparison::greater_equal || row.op == Comparison::greater;
    return row.profile == calendar::Profile::roll_all && unit != Unit::working_days && at_least;
}

/// The last day on which the posting hung: the earliest of its end and what the view allows.
Day Run::hung_through(const cases::Act& act, View view) const {
    auto through = view.waited ? view.day - 1 : view.day;
    if (!view.waited && s_.result.closed) through = std::min(through, case_.closed->day);
    return act.has_end ? std::min(through, act.end.day) : through;
}

/// Of a length in days that the rule itself gives, and that is to be reached or exceeded: once it is, it stays so.
bool Run::plainly_hung(const Row& row, const Attempt& posting, View view) const {
    const auto& act = case_.acts[posting.act];
    const bool at_least = row.op == Comparison::greater_equal || row.op == Comparison::greater;
    if (!at_least || row.parameter != program::none || !in_days(row.period.unit) || rolls_postings(row, row.period.unit)) return false;
    if (!act.dated || !view.dated) return false;
    const auto count = calendar::posted_days(calendar_, act.start.day, hung_through(act, view), row.period.unit, row.profile);
    return holds_within(row.op, count, row.period.amount) == Tri::yes;
}

/// The days on which a posting hung.
Test Run::length_test(const Row& row, const Attempt& posting, View view) {
    const auto& act = case_.acts[posting.act];
    const auto index = static_cast<std::uint32_t>(&posting - s_.attempts.data());
    if (!act.dated || !view.dated) gap_of_act(MissingKind::act_date, {posting.act, index});
    const auto moment = at_;
    at_ = {act.dated, act.start, index};  // a parameter is read as of the posting
    const auto period = period_of(row);
    at_ = moment;
    if (!act.dated || !view.dated || !period) return Test::unknown;

    const auto through = hung_through(act, view);
    const bool closed = !view.waited && s_.result.closed;
    const bool ended = act.has_end && act.end.day <= view.day;

    const auto count = calendar::posted_days(calendar_, act.start.day, through, period->unit, row.profile);
    const bool rolls = rolls_postings(row, period->unit);
    const bool by_count = in_days(period->unit) && !rolls;
    auto plain = calendar::DayResult{};
    if (!by_count || trace_ != nullptr) plain = calendar::end_of_period(calendar_, act.start.day, *period, row.profile);
    const auto complete = rolls ? calendar::posting_complete_on(calendar_, act.start.day, *period, row.profile) : plain;
    show_counting(row, *period, count, act.start.day, through, complete.known() ? std::optional(complete.day) : std::nullopt,
                  complete.known() && complete.day != plain.day ? std::optional(plain.day) : std::nullopt);
    auto found = by_count ? holds_within(row.op, count, period->amount) : tri(base::holds(row.op, through.number, complete.day.number));
    if (rolls && found == Tri::yes && !complete.known()) found = Tri::unknown;
    const bool exceeded = by_count ? count.low > period->amount : through > complete.day;
    const auto answer = view.waited || closed || ended ? test(found) : while_hanging(row.op, found, exceeded);
    if (answer == Test::unknown) {
        const auto after = row.profile == calendar::Profile::first_day_counted ? act.start.day - 1 : act.start.day;
        gap(MissingKind::calendar_year, "", by_count ? calendar_.first_uncovered(after, through) : complete.missing_year);
    }
    return answer;
}

/// While the posting hangs and nothing waits, days can only be added.
Test Run::while_hanging(Comparison op, Tri found, bool exceeded) {
    switch (op) {
        case Comparison::greater_equal:
        case Comparison::greater: return found == Tri::yes ? Test::yes : Test::waiting;
        case Comparison::less_equal:
        case Comparison::less: return found == Tri::no ? Test::no : Test::waiting;
        case Comparison::equal: return exceeded ? Test::no : Test::waiting;
        case Comparison::not_equal: return exceeded ? Test::yes : Test::waiting;
    }
    return Test::waiting;
}

}  // namespace guicheng::eval
