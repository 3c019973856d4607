// From a wished day back to the last day for everything that must come before it (judging, section 14).
#include <algorithm>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;
using verdict::TaskKind;

/// The last day for papers of a step taken on the day of `event`.
Planner::Reach Planner::deliver_by(const Length& papers, Reach event) const {
    const auto& row = program_.rows[papers.requirement];
    if (row.has_in_force && event.day < row.in_force_from) return event;
    if (!papers.period) return {event.day, event.missing_year, true};
    const auto asked = least(row, *papers.period, in_days(papers.period->unit));
    const auto last = calendar::latest_notice_day(calendar_, event.day, asked.period, row.profile);
    return {asked.day_more ? last.day - 1 : last.day, event.missing_year != 0 ? event.missing_year : last.missing_year, event.open};
}

/// The last day to begin a step on which another rests on the day of `before`. A step may be taken on the same day; a posting must have
/// hung long enough by the end of the day before.
Planner::Reach Planner::latest_start(std::uint16_t step, Reach before) {
    auto latest = before;
    for (const auto& length : asks(step).lengths) {
        if (!length.period) {
            latest.open = true;
            continue;
        }
        const auto& row = program_.rows[length.requirement];
        const auto asked = least(row, *length.period, counts_by_days(row, *length.period));
        const auto limit = asked.day_more ? before.day - 1 : before.day;
        auto start = calendar::latest_posting_start(calendar_, limit, asked.period, row.profile);
        if (row.has_in_force && start.day < row.in_force_from)
            start = {std::min(before.day, row.in_force_from - 1), 0};  // begun before it holds
        latest.day = std::min(latest.day, start.day);
        if (latest.missing_year == 0) latest.missing_year = start.missing_year;
    }
    return latest;
}

/// The strictest of all that ask for the step holds.
void Planner::demand(std::uint16_t step, Reach latest, bool task, const Way& way) {
    auto& known = way.alternative ? ways_[step] : firm_[step];
    if (!known.set) {
        known.latest = latest;
        known.set = true;
        known.task = task;
        known.way = way;
        return;
    }
    if (known.latest.missing_year == 0) known.latest.missing_year = latest.missing_year;
    known.latest.open = known.latest.open || latest.open;
    known.latest.day = std::min(known.latest.day, latest.day);
    known.task = known.task || task;
    for (const auto& other : way.others)
        if (std::find(known.way.others.begin(), known.way.others.end(), other) == known.way.others.end()) known.way.others.push_back(other);
}

/// A posting that has begun, for each length that asks something of it; several steps may rest on it.
void Planner::keep_posted(std::uint16_t step, Reach end, Reach before, const Way& way, verdict::Ask asked) {
    auto& tasks = out_.wish->tasks;
    const auto same = [&](const verdict::WishTask& task) {
        return task.kind == TaskKind::keep_posted && task.step == run_.step_name(step) && task.ask->requirement == asked.requirement;
    };
    auto task = std::find_if(tasks.begin(), tasks.end(), same);
    const bool blocks = end.day >= before.day;
    if (task != tasks.end()) {
        task->blocks = task->blocks || blocks;
        task->alternative = task->alternative && way.alternative;
        if (!task->alternative) task->others.clear();
        return;
    }
    auto& made = tasks.emplace_back();
    made.kind = TaskKind::keep_posted;
    made.step = run_.step_name(step);
    made.latest = told(end);
    made.blocks = blocks;
    made.alternative = way.alternative;
    made.others = way.others;
    made.ask = std::move(asked);
}

/// The leaves of a part of 须经 that still ask for a step, each step once, those passed through read in their place.
std::vector<std::uint32_t> Planner::wanting(std::uint32_t part) {
    std::vector<std::uint32_t> out;
    ++visit_;
    std::vector<std::uint32_t> stack{part};
    while (!stack.empty()) {
        const auto index = stack.back();
        const auto& node = program_.prerequisites[index];
        stack.pop_back();
        if (node.kind != model::Prerequisite::Kind::leaf) {
            for (auto i = node.parts.end; i-- > node.parts.begin;) stack.push_back(static_cast<std::uint32_t>(program_.numbers[i]));
            continue;
        }
        if (seen_[node.step] == visit_) continue;
        seen_[node.step] = visit_;
        const auto found = stand(node).stand;
        const auto before = program_.steps[node.step].prerequisite;
        if (found == Stand::passed && !before.empty()) stack.push_back(before.begin);
        if (found != Stand::passed && found != Stand::fine) out.push_back(index);
    }
    return out;
}

/// Each part by which the wish can still be met is a way; what all of them ask for is asked for in any case.
void Planner::demand_any(const program::Prerequisite& node, Reach latest, const Way& way) {
    constexpr std::size_t most_named = 8;
    const auto parts = options(node);
    if (parts.size() == 1) {
        demand_node(parts.front(), latest, way);
        return;
    }
    std::vector<std::vector<std::uint32_t>> leaves;
    std::size_t named = 0;
    for (std::size_t i = 0; i < parts.size() && named <= most_named; ++i) named += leaves.emplace_back(wanting(parts[i])).size();
    const bool naming = named <= most_named;
    const auto step_of = [&](std::uint32_t leaf) { return program_.prerequisites[leaf].step; };
    const auto asks_for = [&](const std::vector<std::uint32_t>& part, std::uint16_t step) {
        return std::any_of(part.begin(), part.end(), [&](std::uint32_t leaf) { return step_of(leaf) == step; });
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Way here{true, naming ? way.others : std::vector<std::string>{}};
        for (const auto& part : leaves)
            for (const auto leaf : part)
                if (naming && !asks_for(leaves[i], step_of(leaf)) &&
                    std::find(here.others.begin(), here.others.end(), run_.step_name(step_of(leaf))) == here.others.end())
                    here.others.push_back(run_.step_name(step_of(leaf)));
        demand_node(parts[i], latest, here);
    }
    if (!naming) return;
    for (const auto leaf : leaves.front())
        if (std::all_of(leaves.begin(), leaves.end(), [&](const auto& part) { return asks_for(part, step_of(leaf)); }))
            demand_node(leaf, latest, way);
}

void Planner::demand_node(std::uint32_t index, Reach latest, const Way& way) {
    const auto& node = program_.prerequisites[index];
    switch (node.kind) {
        case model::Prerequisite::Kind::leaf: break;
        case model::Prerequisite::Kind::all:
            for (auto i = node.parts.begin; i < node.parts.end; ++i)
                demand_node(static_cast<std::uint32_t>(program_.numbers[i]), latest, way);
            return;
        case model::Prerequisite::Kind::any:
            if (const auto taken = fine_part(node); taken != no_index && !choosing_ && !is_dead(taken))
                demand_node(taken, latest, way);
            else if (choosing_)
                demand_node(chosen_part(index), latest, way);
            else
                demand_any(node, latest, way);
            return;
    }
    const auto found = stand(node);
    switch (found.stand) {
        case Stand::passed: demand(node.step, latest, false, way); break;
        case Stand::wanting: demand(node.step, latest_start(node.step, latest), true, way); break;
        case Stand::running: demand(node.step, latest, true, way); break;
        case Stand::fine: {
            if (found.met == no_index || !program_.steps[node.step].posting) break;
            for (const auto& length : lengths_of_attempt(found.met)) {
                const auto end = complete_of(length, found.met);
                if ((end.known() && end.day < *as_of_) || taken_down(found.met, end)) continue;
                keep_posted(node.step, end, latest, way, ask(length.requirement, length.period));
            }
            break;
        }
        case Stand::open: break;
    }
}

/// Each step after all those that ask for it, so that what it asks in turn is asked once; again while a last day that was found bounds
/// another. Where every round bounds them further no days are early enough: a time limit is shorter than what must be waited for within it.
Planner::Fit Planner::look_back(std::uint16_t step, Day day) {
    const auto steps = program_.steps.size();
    caps_.assign(steps, std::nullopt);
    for (std::size_t round = 0; round <= steps; ++round) {
        look_back_once(step, day);
        if (!lower_caps(step)) return Fit::fits;
        budget_ -= static_cast<std::int64_t>(steps);
        if (budget_ < 0) return Fit::not_counted;
    }
    const auto before = caps_;
    look_back_once(step, day);
    lower_caps(step);
    const auto shrinking = caps_;
    caps_.assign(steps, std::nullopt);
    look_back_once(step, day);
    for (const auto each : by_rank_)
        if (shrinking[each] && (!before[each] || shrinking[each]->day < before[each]->day)) wanted(each).late = true;
    return Fit::torn;
}

void Planner::look_back_once(std::uint16_t step, Day day) {
    out_.wish->tasks.clear();
    firm_.assign(program_.steps.size(), {});
    ways_.assign(program_.steps.size(), {});
    demand(step, {day}, true, {});
    for (auto i = by_rank_.rbegin(); i != by_rank_.rend(); ++i) {
        if (*i != step) keep_own_last_day(*i, firm_[*i]);
        keep_own_last_day(*i, ways_[*i]);
        drop_needless_way(*i);
        look_back_from(*i, firm_[*i]);
        look_back_from(*i, ways_[*i]);
    }
}

/// What every way asks may be enough for the one.
void Planner::drop_needless_way(std::uint16_t step) {
    const auto& firm = firm_[step];
    auto& way = ways_[step];
    if (firm.set && way.set && firm.latest.known() && way.latest.known() && firm.latest.day <= way.latest.day) way = {};
}

void Planner::look_back_from(std::uint16_t step, const Demand& asked_for) {
    const auto nodes = program_.steps[step].prerequisite;
    if (!asked_for.set || nodes.empty() || run_.s_.steps[step].return_open) return;
    if (asked_for.task && run_.s_.steps[step].standing != no_index && !again_[step]) return;  // begun: what came before it came
    demand_node(nodes.begin, asked_for.latest, asked_for.way);
}

/// A last day of the step's own that can still be kept comes before what others leave it.
void Planner::keep_own_last_day(std::uint16_t step, Demand& asked_for) {
    if (!asked_for.set || !asked_for.task || !to_be_taken(step)) return;
    for (const auto& each : asks(step).due) {
        if (!each.day.day) continue;
        if (each.overdue || *each.day.day < ready_[step].day) {
            asked_for.late = true;
            continue;
        }
        if (*each.day.day >= asked_for.latest.day) continue;
        asked_for.latest.day = *each.day.day;
        asked_for.limit = each.ask;
    }
    const auto& cap = caps_[step];
    if (!cap || cap->day >= asked_for.latest.day) return;
    asked_for.latest.day = cap->day;
    const auto& row = program_.rows[cap->requirement];
    asked_for.limit = ask(cap->requirement, period_at(row, run_.at_));
}

}  // namespace guicheng::eval
