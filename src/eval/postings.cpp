// How long a notice hung: one unbroken run, or the days of all of them (judging, section 7).
#include <algorithm>
#include <limits>

#include "eval/run.hpp"
#include "eval/within.hpp"

namespace guicheng::eval {

using base::Comparison;
using base::Day;
using calendar::Unit;
using verdict::MissingKind;

namespace {

/// Of a notice that hangs still; later than any day of a record, and not at the end of the numbers.
constexpr Day forever{std::numeric_limits<std::int32_t>::max() / 4};

constexpr Tri both(Tri a, Tri b) {
    if (a == Tri::no || b == Tri::no) return Tri::no;
    return a == Tri::unknown || b == Tri::unknown ? Tri::unknown : Tri::yes;
}
constexpr Tri either(Tri a, Tri b) {
    return negated(both(negated(a), negated(b)));
}

/// What a comparison says of the greatest of several lengths: whether it reaches what is asked and whether it exceeds it.
constexpr Tri compared(Comparison op, Tri reaches, Tri exceeds) {
    switch (op) {
        case Comparison::greater_equal: return reaches;
        case Comparison::greater: return exceeds;
        case Comparison::less_equal: return negated(exceeds);
        case Comparison::less: return negated(reaches);
        case Comparison::equal: return both(reaches, negated(exceeds));
        case Comparison::not_equal: return negated(both(reaches, negated(exceeds)));
    }
    return Tri::unknown;
}

/// A run that surely reaches the length counts before one that perhaps does, and the longer before the shorter.
constexpr bool counts_before(Tri reaches, calendar::Count count, Tri than, calendar::Count than_count) {
    constexpr auto rank = [](Tri t) { return t == Tri::yes ? 2 : t == Tri::unknown ? 1 : 0; };
    return rank(reaches) != rank(than) ? rank(reaches) > rank(than) : count.low > than_count.low;
}

}  // namespace

/// Only a lower bound is longer for it: a posting that may hang at most so long is not allowed more. What several runs come to has no one
/// last day that could roll.
bool Run::rolls_postings(const Row& row, Unit unit) {
    const bool at_least = row.op == Comparison::greater_equal || row.op == Comparison::greater;
    return row.profile == calendar::Profile::roll_all && unit != Unit::working_days && at_least && !row.in_total;
}

/// The last day on which the posting may have hung as one sees it.
Day Run::seen_through(View view) const {
    const auto through = view.waited ? view.day - 1 : view.day;
    return !view.waited && s_.result.closed ? std::min(through, case_.closed->day) : through;
}

/// Of a length in days that the rule itself gives, and that is to be reached or exceeded: once it is, it stays so.
bool Run::plainly_hung(const Row& row, const Attempt& posting, View view) const {
    const auto& act = case_.acts[posting.act];
    const bool at_least = row.op == Comparison::greater_equal || row.op == Comparison::greater;
    if (!at_least || row.parameter != program::none || !in_days(row.period.unit) || rolls_postings(row, row.period.unit)) return false;
    if (!act.dated || !view.dated || act.runs_begin != act.runs_end || row.medium != model::any_medium) return false;
    const auto through = act.has_end ? std::min(seen_through(view), act.end.day) : seen_through(view);
    const auto count = calendar::posted_days(calendar_, act.start.day, through, row.period.unit, row.profile);
    return holds_within(row.op, count, row.period.amount) == Tri::yes;
}

/// each(from, end) for every unbroken run in the medium that is asked for, in order; runs that adjoin or overlap are one. `end` is forever
/// while it hangs. Without 张贴 the act itself is the one run.
template <class Each>
void Run::each_run(const Row& row, const cases::Act& act, Each each) const {
    if (act.runs_begin == act.runs_end) {
        each(act.start.day, act.has_end ? act.end.day : forever);
        return;
    }
    bool begun = false;
    Day from, end;
    for (auto i = act.runs_begin; i < act.runs_end; ++i) {
        const auto& run = case_.runs[i];
        if (row.medium != model::any_medium && run.medium != row.medium) continue;
        const auto through = run.has_end ? run.end : forever;
        if (begun && run.start <= end + 1) {
            end = std::max(end, through);
            continue;
        }
        if (begun) each(from, end);
        begun = true;
        from = run.start;
        end = through;
    }
    if (begun) each(from, end);
}

/// Whether the record leaves open what hung in the medium that is asked for.
bool Run::medium_unknown(const Row& row, const cases::Act& act) const {
    if (row.medium == model::any_medium) return false;
    const auto runs = case_.runs.begin();
    return act.runs_begin == act.runs_end || std::any_of(runs + act.runs_begin, runs + act.runs_end, [](const cases::PostingRun& run) {
               return run.medium == cases::PostingRun::unnamed;
           });
}

/// In the medium that is asked for, or of the whole act where it never hung there.
bool Run::taken_down(const Row& row, const cases::Act& act, Day by) const {
    bool hung = false, hangs = false;
    each_run(row, act, [&](Day, Day end) {
        hung = true;
        hangs = hangs || end > by;
    });
    return hung ? !hangs : act.has_end && act.end.day <= by;
}

/// One run from `from` through the earlier of its end and the day through which one sees.
Run::Hung Run::hung(const Row& row, calendar::Period period, Day from, Day through) const {
    Hung run;
    run.from = from;
    run.through = through;
    run.count = calendar::posted_days(calendar_, from, through, period.unit, row.profile);
    const bool rolls = rolls_postings(row, period.unit);
    const bool by_count = in_days(period.unit) && !rolls;
    auto plain = calendar::DayResult{};
    if (!by_count || trace_ != nullptr) plain = calendar::end_of_period(calendar_, from, period, row.profile);
    run.complete = rolls ? calendar::posting_complete_on(calendar_, from, period, row.profile) : plain;
    if (run.complete.known() && run.complete.day != plain.day) run.ends = plain.day;
    if (by_count) {
        run.reaches = holds_within(Comparison::greater_equal, run.count, period.amount);
        run.exceeds = holds_within(Comparison::greater, run.count, period.amount);
    } else {
        const auto unless_later = [&](bool found) { return found && !run.complete.known() ? Tri::unknown : tri(found); };
        run.reaches = unless_later(through >= run.complete.day);
        run.exceeds = unless_later(through > run.complete.day);
    }
    return run;
}

/// Put beside the runs before it: any of them may reach the length; of one that does the figures are shown.
void Run::hung_again(HungInAll& all, const Hung& run) {
    if (all.runs == 0 || counts_before(run.reaches, run.count, all.shown.reaches, all.shown.count)) all.shown = run;
    all.reaches = either(all.reaches, run.reaches);
    all.exceeds = either(all.exceeds, run.exceeds);
}

/// Added to the runs before it.
void Run::hung_more(const Row& row, calendar::Period period, HungInAll& all, const Hung& run) const {
    if (all.runs == 0) {
        all.shown = run;
        all.left = period.amount + (row.op == Comparison::greater ? 1 : 0);
    } else {
        all.shown.through = run.through;
        all.shown.count.low += run.count.low;
        all.shown.count.high += run.count.high;
    }
    if (all.left > 0) {
        all.shown.complete = calendar::end_of_period(calendar_, run.from, {all.left, period.unit}, row.profile);
        if (all.left_doubtful) all.shown.complete.missing_year = all.left_doubtful;
        if (!run.count.exact() && run.count.low < all.left && all.left_doubtful == 0)
            all.left_doubtful = calendar_.first_uncovered(calendar::counted_after(run.from, row.profile), run.through);
        all.left -= std::min(all.left, run.count.low);
    }
    all.reaches = holds_within(Comparison::greater_equal, all.shown.count, period.amount);
    all.exceeds = holds_within(Comparison::greater, all.shown.count, period.amount);
}

/// What the runs come to through the day on which one looks. None: it never hung where it should.
Run::HungInAll Run::hung_in_all(const Row& row, calendar::Period period, const cases::Act& act, Day seen) const {
    HungInAll all;
    all.reaches = tri(period.amount <= 0);
    each_run(row, act, [&](Day from, Day end) {
        if (all.runs > 0 && from > seen) return;
        const auto run = hung(row, period, from, std::min(end, seen));
        if (row.in_total)
            hung_more(row, period, all, run);
        else
            hung_again(all, run);
        ++all.runs;
    });
    return all;
}

/// The day on which the answer turns: the first through which it hangs long enough, of an upper bound the last through which it may. Of a
/// sum that is to be exceeded `hung_more` has looked for it already.
std::optional<Day> Run::turning_day(const Row& row, calendar::Period period, const Hung& run) const {
    auto day = run.complete;
    const bool over = row.op == Comparison::greater;
    if (over && !row.in_total && in_days(period.unit) && !rolls_postings(row, period.unit)) {
        ++period.amount;
        day = calendar::end_of_period(calendar_, run.from, period, row.profile);
    } else if (over && !row.in_total) {
        day.day = day.day + 1;
    } else if (row.op == Comparison::less) {
        day.day = day.day - 1;
    }
    return day.known() ? std::optional(day.day) : std::nullopt;
}

void Run::show_runs(const Row& row, calendar::Period period, const cases::Act& act, Day seen, const HungInAll& all) {
    figures_.found = all.shown.count.low;
    auto* finding = made();
    if (all.runs == 0) {
        if (finding != nullptr) finding->numbers->found = 0;
        return;
    }
    show_counting(row, period, all.shown.count, all.shown.from, all.shown.through, turning_day(row, period, all.shown), all.shown.ends);
    if (finding == nullptr || all.runs == 1) return;
    finding->counting->in_total = row.in_total;
    each_run(row, act, [&](Day from, Day end) {
        if (from > seen && !finding->counting->runs.empty()) return;
        const auto run = hung(row, period, from, std::min(end, seen));
        finding->counting->runs.push_back({run.from, run.through, run.count.low});
    });
}

/// The first year that is not covered and on which a run turns.
std::int32_t Run::uncovered_year(const Row& row, calendar::Period period, const cases::Act& act, Day seen) const {
    std::int32_t year = 0;
    const bool by_count = in_days(period.unit) && !rolls_postings(row, period.unit);
    each_run(row, act, [&](Day from, Day end) {
        if (year != 0) return;
        const auto through = std::min(end, seen);
        year = by_count ? calendar_.first_uncovered(calendar::counted_after(from, row.profile), through)
                        : hung(row, period, from, through).complete.missing_year;
    });
    return year;
}

/// The days on which a posting hung.
Test Run::length_test(const Row& row, const Attempt& posting, View view) {
    const auto& act = case_.acts[posting.act];
    const auto index = static_cast<std::uint32_t>(&posting - s_.attempts.data());
    const bool no_place = medium_unknown(row, act);
    if (!act.dated || !view.dated) gap_of_act(MissingKind::act_date, {posting.act, index});
    if (no_place) gap(MissingKind::act_field, "medium", number_of(index));
    const auto moment = at_;
    at_ = {act.dated, act.start, index};  // a parameter is read as of the posting
    const auto period = period_of(row);
    at_ = moment;
    if (!act.dated || !view.dated || no_place || !period) return Test::unknown;

    const auto seen = seen_through(view);
    const bool closed = !view.waited && s_.result.closed;
    const auto all = hung_in_all(row, *period, act, seen);
    show_runs(row, *period, act, seen, all);
    const auto found = compared(row.op, all.reaches, all.exceeds);
    const bool over = view.waited || closed || taken_down(row, act, view.day);
    const auto answer = over ? test(found) : while_hanging(row.op, found, all.exceeds == Tri::yes);
    if (answer == Test::unknown) gap(MissingKind::calendar_year, "", uncovered_year(row, *period, act, seen));
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

/// The day through which it must hang to be long enough: of the first run that hangs through it. Without 张贴 also where it was taken
/// down before. Unknown: no run does, or it cannot be known which.
calendar::DayResult Run::completed_by(const Row& row, calendar::Period period, const cases::Act& act) const {
    constexpr calendar::DayResult nobody_knows{{}, 1};
    if (medium_unknown(row, act)) return nobody_knows;
    const bool over = row.op == Comparison::greater;
    const bool by_days = in_days(period.unit) && !rolls_postings(row, period.unit);
    if (over && by_days) ++period.amount;
    const auto complete_from = [&](Day from) {
        auto complete = calendar::posting_complete_on(calendar_, from, period, row.profile);
        if (over && !by_days) complete.day = complete.day + 1;
        return complete;
    };
    if (act.runs_begin == act.runs_end) return complete_from(act.start.day);
    auto found = nobody_knows;
    bool settled = false;
    each_run(row, act, [&](Day from, Day end) {
        if (settled) return;
        auto complete = row.in_total ? calendar::end_of_period(calendar_, from, period, row.profile) : complete_from(from);
        if (complete.day <= end) {
            found = complete;
            settled = true;
        } else if (row.in_total) {
            const auto count = calendar::posted_days(calendar_, from, end, period.unit, row.profile);
            period.amount -= std::min(period.amount - 1, count.low);
            settled = !count.exact();
        }
    });
    return found;
}

}  // namespace guicheng::eval
