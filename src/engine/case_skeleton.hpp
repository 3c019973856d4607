#pragma once
// A case file to fill in, made from what a procedure asks.
#include <string>
#include <string_view>

#include "guicheng/types.hpp"
#include "model/procedure.hpp"

namespace guicheng::engine {

/// Every field, roll and step of the procedure, with what may be written where. Keys in the language's spelling.
std::string case_skeleton(const model::Procedure& procedure, std::string_view id, Language language);

}  // namespace guicheng::engine
