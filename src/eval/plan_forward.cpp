// Forward from a day: when each step can be taken at the earliest (judging, section 14).
#include <algorithm>

#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;

/// As Run::complete_on counts it: the day through whose end the posting must hang.
Planner::Reach Planner::complete(const Length& length, Day start) const {
    const auto& row = program_.rows[length.requirement];
    if (row.has_in_force && start < row.in_force_from) return {start - 1};
    if (!length.period) return {start, 0, true};
    const auto asked = least(row, *length.period, counts_by_days(row, *length.period));
    const auto end = calendar::posting_complete_on(calendar_, start, asked.period, row.profile);
    return {asked.day_more ? end.day + 1 : end.day, end.missing_year};
}

/// Of a posting that has begun. Of one that was recorded run by run it is open where no run holds the length yet.
Planner::Reach Planner::complete_of(const Length& length, std::uint32_t attempt) const {
    const auto& act = run_.act_of(attempt);
    const auto& row = program_.rows[length.requirement];
    const bool one_run = act.runs_begin == act.runs_end && row.medium == model::any_medium;
    if (one_run || !length.period || (row.has_in_force && act.start.day < row.in_force_from)) return complete(length, act.start.day);
    const auto end = run_.completed_by(row, *length.period, act);
    return end.known() ? Reach{end.day} : Reach{act.start.day, 0, true};
}

Planner::Reach Planner::later(Reach a, const Reach& b) {
    a.day = std::max(a.day, b.day);
    if (a.missing_year == 0) a.missing_year = b.missing_year;
    a.open = a.open || b.open;
    return a;
}

/// Of two ways the sooner, where that can be said.
Planner::Reach Planner::sooner(const Reach& a, const Reach& b) {
    if (a.known() && a.day <= b.day) return a;
    if (b.known() && b.day <= a.day) return b;
    auto both = later(a, b);
    both.day = std::min(a.day, b.day);
    return both;
}

bool Planner::taken_down(std::uint32_t attempt, Reach end) const {
    const auto& act = run_.act_of(attempt);
    return act.has_end && end.known() && act.end.day < end.day;
}

/// From when a step may rest on a posting that has begun. One that was taken down too soon is as long as it will be.
Planner::Reach Planner::after_attempt(std::uint32_t attempt, Day from) {
    Reach after{from};
    for (const auto& length : lengths_of_attempt(attempt)) {
        auto end = complete_of(length, attempt);
        if (taken_down(attempt, end)) continue;
        end.day = end.day + 1;
        after = later(after, end);
    }
    return after;
}

Planner::Reach Planner::after_postings(const std::vector<Length>& lengths, Day start, Reach from) const {
    for (const auto& length : lengths) {
        auto end = complete(length, start);
        end.day = end.day + 1;
        from = later(from, end);
    }
    return from;
}

/// From which day on a part of 须经 lets the step be taken, if everything is done as soon as it may be.
Planner::Reach Planner::reach(std::uint32_t index, Day from) {
    const auto& node = program_.prerequisites[index];
    const auto part = [&](std::uint32_t i) { return reach(static_cast<std::uint32_t>(program_.numbers[i]), from); };
    switch (node.kind) {
        case model::Prerequisite::Kind::leaf: break;
        case model::Prerequisite::Kind::all: {
            Reach all{from};
            for (auto i = node.parts.begin; i < node.parts.end; ++i) all = later(all, part(i));
            return all;
        }
        case model::Prerequisite::Kind::any: {
            if (const auto taken = fine_part(node); taken != no_index) return reach(taken, from);
            auto first = part(node.parts.begin);
            for (auto i = node.parts.begin + 1; i < node.parts.end; ++i) first = sooner(first, part(i));
            return first;
        }
    }
    const auto found = stand(node);
    switch (found.stand) {
        case Stand::fine: {
            if (found.met == no_index || !program_.steps[node.step].posting) return {from};
            return after_attempt(found.met, from);
        }
        case Stand::passed: return program_.steps[node.step].prerequisite.empty() ? Reach{from} : ready_[node.step];
        case Stand::wanting: return after_postings(asks(node.step).lengths, acts_[node.step].day, acts_[node.step]);
        case Stand::running: return {from};
        case Stand::open: break;
    }
    return {from, 0, true};
}

/// Fills ready_ and acts_ as if today were `from`.
void Planner::look_forward(Day from, bool with_delivery) {
    ready_.assign(program_.steps.size(), {from});
    acts_ = ready_;
    for (const auto step : by_rank_) {
        const auto nodes = program_.steps[step].prerequisite;
        if (!nodes.empty() && !run_.s_.steps[step].return_open) ready_[step] = reach(nodes.begin, from);
        if (const auto first = asks(step).first; first && to_be_taken(step)) ready_[step].day = std::max(ready_[step].day, *first);
        acts_[step] = ready_[step];
        if (!with_delivery || !to_be_taken(step)) continue;
        for (const auto& papers : asks(step).papers) acts_[step] = later(acts_[step], delivered_on(papers, from, ready_[step].day));
    }
}

/// The first day, not before `from`, for which papers delivered on `delivery` are in time.
Planner::Reach Planner::delivered_on(const Length& papers, Day delivery, Day from) const {
    if (!papers.period) return {from, 0, true};
    const auto in_time = [&](Day day) { return deliver_by(papers, {day}).day >= delivery; };
    constexpr std::int32_t furthest = 1 << 26;
    std::int32_t ahead = 0;
    while (ahead < furthest && !in_time(from + ahead)) ahead = ahead == 0 ? 1 : ahead * 2;
    auto bad = from + ahead / 2;
    auto good = from + ahead;
    while (good - bad > 1) {
        const auto middle = bad + (good - bad) / 2;
        (in_time(middle) ? good : bad) = middle;
    }
    return {good, deliver_by(papers, {good}).missing_year};
}

/// The last day on which all could still have been begun so that the step may be taken on `day`; nothing where none is early enough.
Planner::Chance Planner::last_chance(std::uint16_t step, Day day) {
    constexpr std::int64_t looks = 36;  // twice the bits of `furthest`
    const auto cost = looks * static_cast<std::int64_t>(program_.steps.size());
    if (budget_ < cost) return {};
    budget_ -= cost;
    const auto kept_ready = ready_;
    const auto kept_acts = acts_;
    const auto in_time = [&](Day from) {
        look_forward(from, false);
        return ready_[step].day <= day;
    };
    constexpr std::int32_t furthest = 200 * 366;
    std::int32_t back = 1;
    while (back < furthest && !in_time(day - back)) back *= 2;
    std::optional<Day> last;
    if (in_time(day - back)) {
        auto good = day - back;
        auto bad = day + 1;
        while (bad - good > 1) {
            const auto middle = good + (bad - good) / 2;
            (in_time(middle) ? good : bad) = middle;
        }
        last = good;
    }
    ready_ = kept_ready;
    acts_ = kept_acts;
    return {true, last};
}

}  // namespace guicheng::eval
