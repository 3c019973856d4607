#pragma once
// 断言 到达 X 必经 Y: whether every way to X leads through Y.
#include <vector>

#include "graph/step_graph.hpp"
#include "model/procedure.hpp"

namespace guicheng::graph {

struct Refutation {
    model::PathAssertion assertion;
    std::vector<model::StepId> route;  ///< the steps of one way to X that avoids Y, in an order in which they can be taken; X last
    bool skipped = false;              ///< Y stands on the way but is skipped there, since its 当 need not hold
};

/// The assertions that do not hold, in the order of the text. Y is passed for certain if it is among the union of what
/// 且 asks for, or among the intersection of the branches of 或; a step with 当 passes on what it asks for itself and
/// counts only where its condition is part of X's own or of 适用; a 须经 with 除外 is no certainty.
std::vector<Refutation> refuted(const model::Procedure& procedure, const StepGraph& graph);

}  // namespace guicheng::graph
