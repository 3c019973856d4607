#pragma once
// The checked procedure as text for people and golden tests, in the order of the rule's text.
#include <string>

#include "model/procedure.hpp"

namespace guicheng::model {

/// Stable: the same checked model gives the same bytes. Spans are left out.
std::string dump(const Procedure& procedure);

}  // namespace guicheng::model
