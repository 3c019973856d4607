#pragma once
#include <string>

#include "model/procedure.hpp"

namespace guicheng::cases {

/// The JSON Schema (2020-12) of the case files of a procedure, both spellings of every key. An editor that reads it
/// offers the rule's own names and marks a slip while it is typed; what only the binder can see (dates that don't
/// exist, a name twice, a key in both spellings) it lets pass.
std::string case_schema(const model::Procedure& procedure);

}  // namespace guicheng::cases
