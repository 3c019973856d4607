// Whether there is a way to a wished day where 须经 leaves a choice (judging, section 14): the parts of each 或 are tried one after
// another.
#include <algorithm>
#include <set>

#include "eval/planner.hpp"

namespace guicheng::eval {

namespace {

/// More ways than these are not tried; then the parts are only told side by side.
constexpr int most_ways = 64;

}  // namespace

/// The parts of an 或 by which the wish may still be met: where one asks nothing more, that, and those before it, which take its place once
/// they are done; else all. A part of which it cannot be said how it stands takes no other's place.
std::vector<std::uint32_t> Planner::options(const program::Prerequisite& node) {
    const auto fine = fine_part(node);
    std::vector<std::uint32_t> out;
    if (fine != no_index && !is_dead(fine)) out.push_back(fine);
    for (auto i = node.parts.begin; i < node.parts.end; ++i) {
        const auto part = static_cast<std::uint32_t>(program_.numbers[i]);
        if (part == fine) break;
        if (is_dead(part)) continue;
        const auto leaves = fine == no_index ? std::vector<std::uint32_t>{} : wanting(part);
        const bool certain = std::none_of(leaves.begin(), leaves.end(),
                                          [&](std::uint32_t leaf) { return stand(program_.prerequisites[leaf]).stand == Stand::open; });
        if (certain) out.push_back(part);
    }
    return out;
}

std::uint32_t Planner::chosen_part(std::uint32_t node) {
    auto known = std::find_if(choices_.begin(), choices_.end(), [&](const Choice& choice) { return choice.node == node; });
    if (known == choices_.end()) known = choices_.insert(choices_.end(), {node, 0});
    return options(program_.prerequisites[node])[known->part];
}

/// False where all have been tried. What was met after the choice that changes may not be met again.
bool Planner::next_choice() {
    const auto last = [&](const Choice& choice) { return choice.part + 1 == options(program_.prerequisites[choice.node]).size(); };
    while (!choices_.empty() && last(choices_.back())) choices_.pop_back();
    if (!choices_.empty()) ++choices_.back().part;
    return !choices_.empty();
}

/// A last day before as_of, before the step's own first day or before the day until which a time limit holds it back.
bool Planner::stands_in_the_way(std::uint16_t step, const Demand& asked_for) {
    if (!asked_for.set || !asked_for.task) return false;
    const auto& latest = asked_for.latest;
    if (latest.day < *as_of_) return true;  // where it is not known it is no later
    if (!latest.known()) return false;
    const auto first = openings(step);
    return (asked_for.not_before && asked_for.not_before->known() && asked_for.not_before->day > latest.day) ||
           std::any_of(first.begin(), first.end(), [&](const verdict::PlannedOpening& each) { return each.day > latest.day; });
}

bool Planner::nothing_blocks() {
    const auto& tasks = out_.wish->tasks;
    if (std::any_of(tasks.begin(), tasks.end(), [](const verdict::WishTask& task) { return task.blocks; })) return false;
    return std::none_of(by_rank_.begin(), by_rank_.end(), [&](std::uint16_t step) { return stands_in_the_way(step, firm_[step]); });
}

Planner::Ways Planner::find_ways(std::uint16_t step, base::Day day) {
    dead_.clear();
    choices_.clear();
    choosing_ = true;
    std::set<std::uint32_t> met, open;
    const auto budget = budget_;  // what is told afterwards does not have less for it
    int tried = 0;
    bool found = false, counted = true, more = true;
    for (; more && counted && tried < most_ways; ++tried) {
        const auto fit = look_back(step, day);
        counted = fit != Fit::not_counted;
        hold_back(step, day);
        const bool fits = fit == Fit::fits && nothing_blocks();
        found = found || fits;
        for (const auto& choice : choices_) {
            const auto part = chosen_part(choice.node);
            met.insert(part);
            if (fits) open.insert(part);
        }
        more = next_choice();
    }
    choosing_ = false;
    budget_ = budget;
    if (more || !counted) return Ways::not_counted;
    if (!found) return Ways::none;
    if (met.empty()) return Ways::some;
    dead_.assign(program_.prerequisites.size(), 0);
    for (const auto part : met) dead_[part] = open.contains(part) ? 0 : 1;
    return Ways::some;
}

}  // namespace guicheng::eval
