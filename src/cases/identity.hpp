#pragma once
#include <string>

#include "cases/case.hpp"
#include "model/procedure.hpp"

namespace guicheng::cases {

/// SHA-256 (hex) over the content of a bound case in one canonical writing: names in place of slots, in an order of
/// their own. The same for YAML and JSON, for both spellings of the keys and for any order of keys; another with every
/// value that can change a verdict.
std::string identity(const Case& bound, const model::Procedure& procedure);

}  // namespace guicheng::cases
