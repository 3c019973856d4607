#pragma once
// A condition of the checked procedure as a sentence.
#include <string>

#include "report/words.hpp"

namespace guicheng::report {

/// The condition without a stop. `current` is the step whose attempt 本次 names; none for the procedure's own requirements.
std::string expression_text(const Words& words, const model::Procedure& procedure, model::ExprId id, model::StepId current = {});
/// The same for what is demanded: "not A, or B" reads "if A, then B".
std::string demand_text(const Words& words, const model::Procedure& procedure, model::ExprId id, model::StepId current = {});

}  // namespace guicheng::report
