#include "program/step_order.hpp"

#include <algorithm>
#include <numeric>

namespace guicheng::program {

namespace {

/// The steps named in a 须经, each once, ascending.
std::vector<std::uint16_t> named_steps(const Program& program, Range nodes) {
    std::vector<std::uint16_t> out;
    for (auto i = nodes.begin; i < nodes.end; ++i) {
        const auto& node = program.prerequisites[i];
        if (node.kind == model::Prerequisite::Kind::leaf) out.push_back(node.step);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void link(Program& program) {
    const auto count = program.steps.size();
    std::vector<std::uint32_t> followers(count, 0);
    for (auto& step : program.steps) {
        const auto named = named_steps(program, step.prerequisite);
        step.predecessors.begin = static_cast<std::uint32_t>(program.neighbours.size());
        program.neighbours.insert(program.neighbours.end(), named.begin(), named.end());
        step.predecessors.end = static_cast<std::uint32_t>(program.neighbours.size());
        for (const auto p : named) ++followers[p];
    }
    auto at = static_cast<std::uint32_t>(program.neighbours.size());
    for (std::size_t i = 0; i < count; ++i) {
        program.steps[i].successors = {at, at};
        at += followers[i];
    }
    program.neighbours.resize(at);
    for (std::size_t i = 0; i < count; ++i) {
        const auto named = program.steps[i].predecessors;
        for (auto k = named.begin; k < named.end; ++k) {
            auto& before = program.steps[program.neighbours[k]].successors;
            program.neighbours[before.end++] = static_cast<std::uint16_t>(i);
        }
    }
}

/// A step's rank is known once those of all that it names are; no recursion, since a chain may be as long as the file.
void rank(Program& program) {
    const auto count = program.steps.size();
    std::vector<std::uint32_t> waiting(count);
    std::vector<std::uint16_t> ready;
    for (std::size_t i = 0; i < count; ++i) {
        waiting[i] = program.steps[i].predecessors.size();
        if (waiting[i] == 0) ready.push_back(static_cast<std::uint16_t>(i));
    }
    while (!ready.empty()) {
        const auto step = ready.back();
        ready.pop_back();
        const auto after = program.steps[step].successors;
        for (auto k = after.begin; k < after.end; ++k) {
            const auto next = program.neighbours[k];
            auto& row = program.steps[next];
            row.rank = std::max(row.rank, static_cast<std::uint16_t>(program.steps[step].rank + 1));
            if (--waiting[next] == 0) ready.push_back(next);
        }
    }
}

/// One number in place of rank and text, so that acts can be ordered by one comparison.
void number_places(Program& program) {
    std::vector<std::uint16_t> steps(program.steps.size());
    std::iota(steps.begin(), steps.end(), std::uint16_t{0});
    std::stable_sort(steps.begin(), steps.end(),
                     [&](std::uint16_t a, std::uint16_t b) { return program.steps[a].rank < program.steps[b].rank; });
    std::uint32_t place = 0;
    for (const auto step : steps) program.steps[step].place = ++place;
}

}  // namespace

void order_steps(Program& program) {
    link(program);
    rank(program);
    number_places(program);
}

}  // namespace guicheng::program
