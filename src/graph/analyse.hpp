#pragma once
// What can be said of a procedure before there is any case: steps that can never be taken, returns that lead nowhere,
// assertions (断言) that do not hold. In: a checked procedure. Out: diagnostics G….
#include "diag/diagnostic.hpp"
#include "graph/step_graph.hpp"
#include "model/procedure.hpp"

namespace guicheng::graph {

/// A refuted assertion is an error and shows a route that avoids the step; the rest are warnings.
void analyse(const model::Procedure& procedure, const StepGraph& graph, diag::Sink& sink);
inline void analyse(const model::Procedure& procedure, diag::Sink& sink) {
    analyse(procedure, build(procedure), sink);
}

}  // namespace guicheng::graph
