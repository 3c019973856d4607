// Sections 6 and 7 of the page: papers delivered ahead, and how long a posting hung.
#include <algorithm>
#include <set>
#include <span>

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

bool counted_by_days(Unit unit) {
    return unit == Unit::days || unit == Unit::working_days;
}

Test::Is as_test(Tri t) {
    return t == Tri::yes ? Test::Is::yes : t == Tri::no ? Test::Is::no : Test::Is::unknown;
}

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
        if (act.dated && act.has_materials && period)
            found = calendar::days_before(calendar_, act.materials, act.start.day, period->unit, q.profile);
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

namespace {

/// Runs of days on which the notice hung, each day once, through the last day that one can see.
using Days = std::set<Day>;

bool asked_of(const model::Requirement& q, const cases::PostingRun& run) {
    return q.medium == model::any_medium || run.medium == q.medium;
}

/// What one run of days comes to.
struct Piece {
    Day full;  ///< before any roll
    Day from, through;
    calendar::Count found;
    calendar::DayResult complete;
    bool rolled = false;
    Tri at_least = Tri::no, more = Tri::no;
};

}  // namespace

/// Where the record says no more than 起 and 止 that is the one run; else runs of days without a gap.
std::vector<std::pair<Day, Day>> Judge::hung(const model::Requirement& q, const cases::Act& act, Day seen) const {
    if (act.runs_begin == act.runs_end) return {{act.start.day, act.has_end ? std::min(act.end.day, seen) : seen}};
    if (made(Fault::gaps_counted)) return {{act.start.day, act.has_end ? std::min(act.end.day, seen) : seen}};
    Days days;
    std::optional<Day> first;
    std::set<Day> begins;
    for (auto i = act.runs_begin; i < act.runs_end; ++i) {
        const auto& run = c_.runs[i];
        if (!asked_of(q, run) && !made(Fault::medium_ignored)) continue;
        if (made(Fault::first_run_alone) && first) continue;
        first = std::min(first.value_or(run.start), run.start);
        begins.insert(run.start);
        for (auto day = run.start; day <= seen && (!run.has_end || day <= run.end); day = day + 1) days.insert(day);
    }
    if (days.empty() && first) return {{*first, seen}};
    std::vector<std::pair<Day, Day>> out;
    for (const auto day : days) {
        const bool goes_on = !out.empty() && day == out.back().second + 1 && !(made(Fault::adjoining_runs_apart) && begins.contains(day));
        if (goes_on)
            out.back().second = day;
        else
            out.emplace_back(day, day);
    }
    return out;
}

Test Judge::posting_length(const model::Requirement& q, const Tried& t, std::optional<Period> period, const Tried* waits,
                           std::optional<Day> waiting_day) const {
    const auto& act = *t.act;
    if (made(Fault::waiting_act_forgotten)) waiting_day.reset();
    Test out;
    out.judged_on = waiting_day ? waiting_day : waits != nullptr ? waits->day() : as_of_;
    if (!act.dated) out.missing.push_back({MissingKind::act_date, step(t.step).name, t.number});
    const auto runs = std::span(c_.runs).subspan(act.runs_begin, act.runs_end - act.runs_begin);
    const bool place_known = !runs.empty() && std::none_of(runs.begin(), runs.end(), [&](const auto& run) {
        return run.medium == cases::PostingRun::unnamed && !made(Fault::unnamed_medium_elsewhere);
    });
    if (q.medium != model::any_medium && !place_known && !made(Fault::medium_ignored))
        out.missing.push_back({MissingKind::act_field, "medium", t.number});
    if (!period) out.missing.push_back({MissingKind::parameter, p_.parameters[q.length.parameter.index()].field.name, 0});

    std::optional<Day> seen;
    if (waiting_day) {
        seen = made(Fault::waiting_day_counted) ? *waiting_day : *waiting_day - 1;
    } else {
        seen = as_of_;
        if (closed_) seen = std::min(seen.value_or(c_.closed->day), c_.closed->day);
    }
    out.numbers = figures(q.length.op, period, std::nullopt);
    if (!out.missing.empty() || !seen) {
        out.is = Test::Is::unknown;
        return out;
    }
    auto profile = q.profile;
    if (made(Fault::first_day_counted)) profile = calendar::Profile::first_day_counted;
    const auto op = q.length.op;
    const auto unit = period->unit;
    const bool in_total = q.in_total && !made(Fault::total_taken_for_longest);
    const bool at_least = op == Comparison::greater_equal || op == Comparison::greater;
    const bool rolls = profile == calendar::Profile::roll_all && at_least && unit != Unit::working_days && !in_total &&
                       !made(Fault::cautious_posting_not_rolled);
    const bool by_days = counted_by_days(unit) && !rolls;

    std::vector<Piece> pieces;
    for (const auto& [from, through] : hung(q, act, *seen)) {
        Piece piece;
        piece.from = from;
        piece.through = through;
        piece.found = calendar::posted_days(calendar_, from, through, unit, profile);
        const auto full = calendar::end_of_period(calendar_, from, *period, profile);
        piece.complete = rolls ? calendar::posting_complete_on(calendar_, from, *period, profile) : full;
        if (made(Fault::posting_rolled)) piece.complete = calendar::last_day_within(calendar_, from, *period, profile);
        piece.rolled = rolls && piece.complete.known() && piece.complete.day != full.day;
        piece.full = full.day;
        pieces.push_back(piece);
    }
    const auto uncovered = [&](const Piece& piece) {
        const auto after = profile == calendar::Profile::first_day_counted ? piece.from - 1 : piece.from;
        return rolls ? piece.complete.missing_year : calendar_.first_uncovered(after, piece.through);
    };
    std::int32_t missing_year = 0;
    for (const auto& piece : pieces)
        if (missing_year == 0) missing_year = uncovered(piece);
    std::vector<verdict::PostedRun> each;
    if (pieces.size() > 1)
        for (const auto& piece : pieces) each.push_back({piece.from, piece.through, piece.found.low});
    const bool added = (in_total || made(Fault::runs_added)) && pieces.size() > 1;
    if (added) {
        Piece sum = pieces.front();
        sum.through = pieces.back().through;
        sum.found = {};
        std::optional<std::int32_t> left = period->amount + (op == Comparison::greater && !made(Fault::length_turns_when_complete) ? 1 : 0);
        for (const auto& piece : pieces) {
            sum.found.low += piece.found.low;
            sum.found.high += piece.found.high;
            // The sum is full within the first run that holds what is left of it; until then as if this one went on.
            if (left == 0) continue;
            if (left)
                sum.complete = calendar::end_of_period(calendar_, piece.from, {*left, unit}, profile);
            else
                sum.complete.missing_year = 1;
            if (left && piece.found.low >= *left)
                left = 0;
            else if (left && piece.found.exact())
                left = *left - piece.found.low;
            else
                left.reset();
        }
        pieces = {sum};
    }
    for (auto& piece : pieces) {
        if (made(Fault::uncovered_year_guessed)) piece.found.high = piece.found.low;
        if (by_days) {
            piece.at_least = all_say(piece.found, [&](std::int32_t n) { return n >= period->amount; });
            piece.more = all_say(piece.found, [&](std::int32_t n) { return n > period->amount; });
        } else {
            // What hung through the earliest day that it can be has not surely hung through the day itself.
            const bool sure = piece.complete.known() || made(Fault::uncovered_year_guessed);
            piece.at_least = piece.through < piece.complete.day ? Tri::no : sure ? Tri::yes : Tri::unknown;
            piece.more = piece.through <= piece.complete.day ? Tri::no : sure ? Tri::yes : Tri::unknown;
        }
        if (made(Fault::posting_rolled) && unit == Unit::days) piece.at_least = tri(piece.through >= piece.complete.day);
    }
    // The longest run is as long as one of them is, and no longer than each.
    Tri reached = tri(period->amount <= 0), exceeded = Tri::no;
    const Piece* shown = nullptr;
    for (const auto& piece : pieces) {
        reached = std::max(reached, piece.at_least);
        exceeded = std::max(exceeded, piece.more);
        const bool longer = shown == nullptr || piece.at_least > shown->at_least ||
                            (piece.at_least == shown->at_least && piece.found.low > shown->found.low);
        if (longer) shown = &piece;
    }
    out.numbers = figures(op, period, shown != nullptr ? shown->found : calendar::Count{});
    if (shown != nullptr) {
        out.counting = verdict::Counting{shown->from, shown->through, unit, q.profile, std::nullopt, shown->rolled};
        if (shown->rolled) out.counting->ends = shown->full;
        if (shown->complete.known()) out.counting->last_day = shown->complete.day;
        // What is to be exceeded, or not to be reached, turns a day later or a day before it is complete.
        if (op == Comparison::greater && !added && out.counting->last_day && !made(Fault::length_turns_when_complete)) {
            auto more = *period;
            ++more.amount;
            const auto next = calendar::end_of_period(calendar_, shown->from, more, profile);
            out.counting->last_day = !by_days       ? std::optional(*out.counting->last_day + 1)
                                     : next.known() ? std::optional(next.day)
                                                    : std::nullopt;
        }
        if (op == Comparison::less && out.counting->last_day) out.counting->last_day = *out.counting->last_day - 1;
        out.counting->runs = each;
        out.counting->in_total = in_total && !each.empty();
    }

    bool down = act.has_end && as_of_ && act.end.day <= *as_of_;
    if (std::any_of(runs.begin(), runs.end(), [&](const auto& run) { return asked_of(q, run); })) {
        down = std::all_of(runs.begin(), runs.end(),
                           [&](const auto& run) { return !asked_of(q, run) || (run.has_end && as_of_ && run.end <= *as_of_); });
    }
    const bool over = waiting_day || down || closed_;
    const auto no_more = std::min(reached, turned(exceeded));  // exactly as long as is asked
    Tri answer = Tri::unknown;
    switch (op) {
        case Comparison::greater_equal: answer = reached; break;
        case Comparison::greater: answer = exceeded; break;
        case Comparison::less_equal: answer = turned(exceeded); break;
        case Comparison::less: answer = turned(reached); break;
        case Comparison::equal: answer = no_more; break;
        case Comparison::not_equal: answer = turned(no_more); break;
    }
    if (over) {
        out.is = as_test(answer);
        if (answer == Tri::unknown) out.missing.push_back({MissingKind::calendar_year, "", missing_year});
        return out;
    }
    // Days can only be added: a lower bound once reached stays so, whatever is exceeded stays exceeded.
    const bool settled = at_least ? answer == Tri::yes : op == Comparison::less ? reached == Tri::yes : exceeded == Tri::yes;
    out.is = !settled ? Test::Is::waiting : at_least || op == Comparison::not_equal ? Test::Is::yes : Test::Is::no;
    return out;
}

/// The day on which a posting has hung long enough: for "more than" one day or working day more, or the day after. Of several runs that of
/// the first that hangs so long; a sum is full within the run that holds what the earlier ones left.
std::optional<Day> Judge::completing_day(const model::Requirement& q, const Tried& t, const Reading&) const {
    const auto& act = *t.act;
    Reading own;
    if (act.dated) own.at = act.start;
    auto period = this->period(q.length, q.profile, own);
    if (!act.dated || !period) return std::nullopt;
    const bool more = q.length.op == Comparison::greater;
    const bool rolls = q.profile == calendar::Profile::roll_all && !q.in_total;
    const bool by_days = period->unit == Unit::working_days || (period->unit == Unit::days && !rolls);
    if (more && by_days) ++period->amount;
    const auto full = [&](Day from) {
        auto day = q.in_total ? calendar::end_of_period(calendar_, from, *period, q.profile)
                              : calendar::posting_complete_on(calendar_, from, *period, q.profile);
        if (more && !by_days) day.day = day.day + 1;
        return day;
    };
    const auto known = [](calendar::DayResult day) { return day.known() ? std::optional(day.day) : std::nullopt; };
    const auto runs = std::span(c_.runs).subspan(act.runs_begin, act.runs_end - act.runs_begin);
    const auto no_place = [](const auto& run) { return run.medium == cases::PostingRun::unnamed; };
    if (q.medium != model::any_medium && (runs.empty() || std::any_of(runs.begin(), runs.end(), no_place))) return std::nullopt;
    if (runs.empty()) return known(full(act.start.day));
    // Seen from a day after which nothing in the record changes any more; what hangs then hangs on.
    Day last = act.start.day;
    bool hangs = false;
    for (const auto& run : runs) {
        if (!asked_of(q, run)) continue;
        last = std::max({last, run.start, run.has_end ? run.end : run.start});
        hangs = hangs || !run.has_end;
    }
    const auto pieces = hung(q, act, last);
    for (const auto& [from, through] : pieces) {
        const auto day = full(from);
        const bool on = hangs && through == last;
        if (on || day.day <= through) return known(day);
        if (!q.in_total) continue;
        const auto found = calendar::posted_days(calendar_, from, through, period->unit, q.profile);
        if (!found.exact()) return std::nullopt;
        period->amount -= found.low;
    }
    return std::nullopt;
}

}  // namespace guicheng::differential
