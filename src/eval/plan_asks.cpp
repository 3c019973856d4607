// What the requirements of a step ask of the day on which it is taken (judging, section 14).
#include <algorithm>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Comparison;
using base::Day;
using calendar::Period;
using model::ExprKind;
using model::Modality;
using model::RequirementKind;

/// Whether the requirement may ask something of an act that is still to come: not 可以, not one whose 当 is false or whose 除外 is true as
/// things stand. One that comes into force later is read as of that day; whether it holds for an act is asked of the act's day.
bool Planner::asked(const Row& row) {
    if (row.modality == Modality::may) return false;
    const auto before = run_.mark();
    const auto moment = run_.at_;
    if (row.has_in_force && run_.at_.dated) run_.at_.moment.day = std::max(run_.at_.moment.day, row.in_force_from);
    bool in_force = true;
    std::int16_t exception = -1;
    const bool asks = run_.applicable(row, in_force) != Tri::no && run_.lifted(row, exception) != Tri::yes;
    run_.at_ = moment;
    run_.restore(before);
    return asks;
}

std::optional<Period> Planner::period_at(const Row& row, At at) {
    const auto before = run_.mark();
    const auto moment = run_.at_;
    run_.at_ = at;
    auto period = run_.period_of(row);
    run_.at_ = moment;
    run_.restore(before);
    return period;
}

namespace {

/// A least length or a least time ahead.
bool is_floor(const program::Row& row) {
    const bool at_least = row.op == Comparison::greater_equal || row.op == Comparison::greater;
    return at_least && row.modality != Modality::must_not && row.modality != Modality::may;
}

}  // namespace

Planner::Least Planner::least(const Row& row, Period period, bool by_days) {
    const bool over = row.op == Comparison::greater;
    if (over && by_days) ++period.amount;
    return {period, over && !by_days};
}

const Planner::Asks& Planner::asks(std::uint16_t step) {
    auto& kept = asks_[step];
    if (kept) return *kept;
    auto& made = kept.emplace();
    for_each_row(step, [&](std::uint16_t requirement, const Row& row) {
        const bool length = row.kind == RequirementKind::posting_length;
        if ((!length && row.kind != RequirementKind::materials) || !is_floor(row) || !asked(row)) return;
        (length ? made.lengths : made.papers).push_back({requirement, period_at(row, run_.at_)});
    });
    made.windows = windows(step);
    for (const auto& window : made.windows)
        if (window.from) made.first = made.first ? std::max(*made.first, *window.from) : *window.from;
    made.due = last_days(step, made.windows);
    return made;
}

/// A length whose 当 or 除外 spoke when the posting began is none. A reason on record lets go of one that holds in principle.
std::vector<Planner::Length> Planner::lengths_of_attempt(std::uint32_t attempt) {
    std::vector<Length> out;
    const auto& posting = run_.s_.attempts[attempt];
    const auto& act = run_.case_.acts[posting.act];
    for (auto i = posting.lengths_begin; i < posting.lengths_end; ++i) {
        const auto& length = run_.s_.lengths[i];
        const auto& row = program_.rows[length.requirement];
        if (!is_floor(row) || length.applies == Tri::no || length.lifted == Tri::yes) continue;
        if (as_of_ && run_.excused(row, attempt, true, *as_of_)) continue;
        out.push_back({length.requirement, period_at(row, {act.dated, act.start, no_index, program::none})});
    }
    return out;
}

// ---------------------------------------------------------------- days between which a step may be taken

/// What a demand says of the day of the attempt itself: comparisons with a day that is known, alone or joined by 且.
void Planner::bounds(program::ExprIndex expression, Window& out) {
    const auto& node = program_.nodes[expression];
    if (node.kind == ExprKind::conjunction) {
        for (auto i = node.list.begin; i < node.list.end; ++i) bounds(static_cast<program::ExprIndex>(program_.numbers[i]), out);
        return;
    }
    if (node.kind != ExprKind::compare) return;
    const auto own_day = [&](program::ExprIndex side) {
        const auto& operand = program_.nodes[side];
        return operand.kind == ExprKind::attribute && operand.scope == model::Scope::current &&
               (operand.attribute == model::Attribute::date || operand.attribute == model::Attribute::start);
    };
    const bool turned = own_day(node.right);
    if (turned == own_day(node.left)) return;
    const auto before = run_.mark();
    const auto other = run_.value(turned ? node.left : node.right);
    run_.restore(before);
    if (!other.known) return;
    const Day day{static_cast<std::int32_t>(other.v)};
    const auto from = [&](Day bound) { out.from = out.from ? std::max(*out.from, bound) : bound; };
    const auto through = [&](Day bound) { out.through = out.through ? std::min(*out.through, bound) : bound; };
    switch (node.op) {
        case Comparison::greater_equal: turned ? through(day) : from(day); break;
        case Comparison::greater: turned ? through(day - 1) : from(day + 1); break;
        case Comparison::less_equal: turned ? from(day) : through(day); break;
        case Comparison::less: turned ? from(day + 1) : through(day - 1); break;
        case Comparison::equal:
            from(day);
            through(day);
            break;
        case Comparison::not_equal: break;
    }
}

std::vector<Planner::Window> Planner::windows(std::uint16_t step) {
    std::vector<Window> out;
    for_each_row(step, [&](std::uint16_t requirement, const Row& row) {
        if (row.kind != RequirementKind::free_form || row.modality == Modality::must_not || !asked(row)) return;
        Window window;
        window.requirement = requirement;
        bounds(row.demand, window);
        if (!window.from && !window.through) return;
        if (row.has_in_force && window.through) window.through = std::max(*window.through, row.in_force_from - 1);
        if (row.has_in_force && as_of_ && *as_of_ < row.in_force_from) window.from.reset();
        out.push_back(window);
    });
    return out;
}

// ---------------------------------------------------------------- last days

/// Nothing where the time limit does not run.
std::optional<verdict::PlannedDue> Planner::due_day(const Row& row) {
    verdict::PlannedDue due;
    if (row.by_day != program::none) {
        due.day.day = run_.due_by(row);
        return due;
    }
    for (auto i = row.starts.begin; i < row.starts.end; ++i) {
        const auto& start = program_.starts[i];
        if (start.kind == model::Start::Kind::step && again_[start.step]) return std::nullopt;  // it will run from the next round
    }
    const auto from = run_.origin_quietly(row);
    if (from.exists != Tri::yes) return std::nullopt;
    due.day.day = run_.due_by(row);
    const auto period = period_at(row, run_.at_);
    if (due.day.day || !from.exact() || !period || !as_of_) return due;
    const bool doubtful = run_.collect_stops(row, *as_of_);
    const auto end = calendar::end_of_period(calendar_, from.low, *period, row.profile, run_.s_.pauses);
    due.stopped = !doubtful && run_.clock_stands(end.day);
    if (!doubtful && !due.stopped)
        due.day.missing_year = calendar::last_day_within(calendar_, from.low, *period, row.profile, run_.s_.pauses).missing_year;
    return due;
}

std::vector<verdict::PlannedDue> Planner::last_days(std::uint16_t step, const std::vector<Window>& windows) {
    std::vector<verdict::PlannedDue> out;
    const auto add = [&](verdict::PlannedDue due, std::uint16_t requirement, const std::optional<Period>& period) {
        const auto& row = program_.rows[requirement];
        if (row.has_in_force && due.day.day) due.day.day = std::max(*due.day.day, row.in_force_from - 1);
        due.overdue = due.day.day && as_of_ && *due.day.day < *as_of_;
        due.ask = ask(requirement, period);
        out.push_back(std::move(due));
    };
    for_each_row(step, [&](std::uint16_t requirement, const Row& row) {
        if (row.kind != RequirementKind::deadline || row.modality == Modality::must_not || !asked(row)) return;
        const auto before = run_.mark();
        if (auto day = due_day(row))
            add(std::move(*day), requirement, row.by_day == program::none ? period_at(row, run_.at_) : std::nullopt);
        run_.restore(before);
    });
    for (const auto& window : windows) {
        if (!window.through) continue;
        verdict::PlannedDue day;
        day.day.day = window.through;
        add(std::move(day), window.requirement, std::nullopt);
    }
    return out;
}

/// Those that have not come yet.
std::vector<verdict::PlannedOpening> Planner::openings(std::uint16_t step) {
    std::vector<verdict::PlannedOpening> out;
    for (const auto& window : asks(step).windows)
        if (window.from && as_of_ && *window.from > *as_of_) out.push_back({*window.from, ask(window.requirement, std::nullopt)});
    return out;
}

verdict::Ask Planner::ask(std::uint16_t requirement, const std::optional<Period>& period) {
    const auto& written = run_.model_.requirements[requirement];
    const auto& row = program_.rows[requirement];
    const auto condition = row.condition;
    const bool exceeds = period && row.kind != RequirementKind::deadline && row.op == Comparison::greater;
    const auto before = run_.mark();
    const bool conditional = condition != program::none && run_.holds(condition) == Tri::unknown;
    run_.restore(before);
    return {written.id, written.ground.citations, period, written.profile, exceeds, written.modality == Modality::should, conditional};
}

}  // namespace guicheng::eval
