// Time limits between steps that are still to be taken for a wish (judging, section 14): they leave the later step a last day and the
// earlier one a first.
#include <algorithm>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;
using model::RequirementKind;

/// The latest day from which a time limit can run if every step is taken on its last day; nothing where that has no end, or it may never
/// run.
std::optional<Day> Planner::latest_origin(const Row& row) {
    const bool later = row.starts.size() == 1 || row.among == model::Among::later;
    std::optional<Day> latest;
    for (auto i = row.starts.begin; i < row.starts.end; ++i) {
        const auto& start = program_.starts[i];
        std::optional<Day> day;
        if (start.kind == model::Start::Kind::step && to_be_taken(start.step)) {
            const auto& asked_for = wanted(start.step);
            if (taken(start.step) && asked_for.latest.known() && !program_.steps[start.step].posting) day = asked_for.latest.day;
        } else {
            const auto before = run_.mark();
            const auto from = run_.origin_of(start);
            run_.restore(before);
            if (from.exact()) day = from.low;
        }
        if (!day && later) return std::nullopt;
        if (day) latest = !latest ? *day : later ? std::max(*latest, *day) : std::min(*latest, *day);
    }
    return latest;
}

/// The wished step has its day; whether its time limits let it be taken then is asked of the steps from which they run.
bool Planner::lower_caps(std::uint16_t wished) {
    bool lowered = false;
    for (const auto step : by_rank_) {
        const auto& asked_for = wanted(step);
        if (step == wished || !taken(step)) continue;
        for_each_row(step, [&](std::uint16_t requirement, const Row& row) {
            if (row.kind != RequirementKind::deadline || row.by_day != program::none || row.modality == model::Modality::must_not) return;
            if (run_.origin_quietly(row).exists == Tri::yes || !asked(row)) return;  // it runs already, or is not asked
            const auto from = latest_origin(row);
            const auto period = period_at(row, run_.at_);
            if (!from || !period) return;
            const auto last = calendar::last_day_within(calendar_, *from, *period, row.profile);
            if (!last.known() || last.day >= asked_for.latest.day || (row.has_in_force && last.day < row.in_force_from)) return;
            if (caps_[step] && caps_[step]->day <= last.day) return;
            caps_[step] = Cap{last.day, requirement};
            lowered = true;
        });
    }
    return lowered;
}

/// The steps, still to be taken for the wish, from which the time limit will run; empty where another start lets it run long enough, or
/// where nothing says that it will run at all.
std::vector<std::uint16_t> Planner::starts_to_hold(const Row& row, Day needed) {
    std::vector<std::uint16_t> out;
    const bool later = row.starts.size() > 1 && row.among == model::Among::later;
    for (auto i = row.starts.begin; i < row.starts.end; ++i) {
        const auto& start = program_.starts[i];
        const bool step = start.kind == model::Start::Kind::step;
        if (step && taken(start.step)) {
            if (!program_.steps[start.step].posting) {
                out.push_back(start.step);
            } else if (later) {
                return {};  // it runs from the end of a posting, which may hang until then
            }
            continue;
        }
        const auto before = run_.mark();
        const auto from = run_.origin_of(start);
        run_.restore(before);
        if (later && (!from.exact() || from.low >= needed)) return {};
        if (!later && from.exists == Tri::yes) return {};  // it runs already
    }
    if (!later || out.size() < 2) return out;
    // One of several is enough: the one that may be taken last.
    const auto last = std::max_element(out.begin(), out.end(),
                                       [&](std::uint16_t a, std::uint16_t b) { return wanted(a).latest.day < wanted(b).latest.day; });
    return {*last};
}

void Planner::hold(std::uint16_t step, Reach day, const verdict::WaitedLimit& limit, std::vector<std::uint16_t>& held) {
    auto& asked_for = wanted(step);
    if (asked_for.not_before && asked_for.not_before->day >= day.day) return;
    asked_for.not_before = day;
    asked_for.not_before_for = limit;
    asked_for.not_before_for->day = told(day);
    if (day.known()) held.push_back(step);
}

/// What the time limits of a step that is not taken before some day ask of the steps from which they will run.
void Planner::hold_back_starts(std::uint16_t step, std::vector<std::uint16_t>& held) {
    const auto day = wanted(step).not_before->day;
    for_each_row(step, [&](std::uint16_t requirement, const Row& row) {
        if (row.kind != RequirementKind::deadline || row.by_day != program::none || row.modality == model::Modality::must_not) return;
        if ((row.has_in_force && day < row.in_force_from) || !asked(row)) return;
        const auto period = period_at(row, run_.at_);
        if (!period) return;
        const auto first = calendar::earliest_limit_start(calendar_, day, *period, row.profile);
        const verdict::WaitedLimit limit{{}, run_.step_name(step), ask(requirement, period)};
        for (const auto start : starts_to_hold(row, first.day))
            if (start != step) hold(start, {first.day, first.missing_year}, limit, held);
    });
}

/// The days only fall from one step to the next, so that this ends where time limits run in a circle.
void Planner::hold_back(std::uint16_t wished, Day day) {
    firm_[wished].not_before = Reach{day};
    std::vector<std::uint16_t> held{wished};
    while (!held.empty()) {
        const auto step = held.back();
        held.pop_back();
        hold_back_starts(step, held);
    }
}

}  // namespace guicheng::eval
