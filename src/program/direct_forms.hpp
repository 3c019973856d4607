#pragma once
// Direct forms of the conditions that most rules are made of, so that no expression has to be walked for them.
#include "program/program.hpp"

namespace guicheng::program {

/// Finds the `every` expressions that do no more than compare dates of the acts they speak of, and the requirements that ask for nothing
/// else (Node::dates, Row::dates); the conditions on one field of the matter (Row::when); the requirements that a glance may settle.
void find_direct_forms(Program& program);

}  // namespace guicheng::program
