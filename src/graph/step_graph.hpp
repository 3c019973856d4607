#pragma once
// The order of the steps as a graph: who asks for whom, how deep each stands, where a lost vote leads back.
// In: a checked procedure. Out: plain tables. Cannot fail, since a checked procedure has no cycle in 须经.
// Not its job: drawing (report), judging (eval).
#include <cstdint>
#include <vector>

#include "model/procedure.hpp"

namespace guicheng::graph {

enum class EdgeKind : std::uint8_t {
    all,  ///< `to` asks for `from` and for everything beside it
    any,  ///< `to` asks for `from` or for another
    back  ///< a lost vote of `from` leads back to `to`
};

struct Edge {
    model::StepId from;
    model::StepId to;
    EdgeKind kind = EdgeKind::all;
};

/// Everything is indexed by StepId.
struct StepGraph {
    std::vector<Edge> edges;                         ///< 须经 by the step that asks, in the order of the text; then those that lead back
    std::vector<std::uint16_t> depths;               ///< 0 without 须经, else one more than the deepest step it names
    std::vector<std::uint16_t> ranks;                ///< 0 … n-1, each once: by depth, then by the order of the text
    std::vector<model::StepId> order;                ///< the steps by rank
    std::vector<std::vector<model::StepId>> needs;   ///< named by its 须经, each once
    std::vector<std::vector<model::StepId>> serves;  ///< that name it in their 须经, each once
    std::vector<std::uint16_t> rounds;               ///< steps that a return can repeat together have one number, the others one each
};

StepGraph build(const model::Procedure& procedure);

struct Pair {
    model::StepId later;
    model::StepId earlier;
};
/// For each pair whether `earlier` is among what `later` rests on, at any depth. O(pairs / 64 * size of the graph).
std::vector<bool> rest_on(const StepGraph& graph, const std::vector<Pair>& pairs);

}  // namespace guicheng::graph
