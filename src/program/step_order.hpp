#pragma once
// What 须经 says about the order of steps, as tables.
#include "program/program.hpp"

namespace guicheng::program {

/// Fills predecessors, successors, rank and place of every step from its prerequisite nodes.
void order_steps(Program& program);

}  // namespace guicheng::program
