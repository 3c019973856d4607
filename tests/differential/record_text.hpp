#pragma once
// Random cases of a generated rule, as JSON: what an office may really have recorded, boundaries and mistakes included.
#include <string>

#include "differential/rule_text.hpp"

namespace guicheng::differential {

std::string random_record(const RulePlan& plan, Random& random);

}  // namespace guicheng::differential
