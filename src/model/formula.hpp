#pragma once
// A condition in signs and names, for verdicts: 听取人数 >= 最少听取人数. It is the same in both spellings of the language and in every
// layout.
#include <string>
#include <vector>

#include "model/procedure.hpp"

namespace guicheng::model {

/// `depth`: how many 有, 每个 and 个数 stand around it; within two, what belongs to the outer act is marked with outer.
std::string formula(const Procedure& procedure, ExprId id, int depth);

/// The names that a 属于 or 包括 asks for, in the order of their bytes.
std::vector<std::string> asked_names(const Procedure& procedure, const Expr& expr);

}  // namespace guicheng::model
