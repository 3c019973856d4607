#pragma once
// Random rule files that pass the check: every construct of the language, small enough to be read when two evaluators differ.
#include <string>
#include <vector>

#include "differential/random.hpp"

namespace guicheng::differential {

/// What the generator of records must know of a step.
struct StepPlan {
    std::string name;
    bool meeting = false;
    std::string body;
    bool posting = false;
    std::vector<std::string> actors;
    bool sets = false;   ///< records what a later threshold asks for
    bool signs = false;  ///< has a chain of signatures
};

struct RulePlan {
    std::string text;
    std::vector<StepPlan> steps;
    std::string start_of_counting;  ///< ISO day around which this rule's cases play
};

RulePlan random_rule(Random& random);

}  // namespace guicheng::differential
