#pragma once
// A version's identity: everything that a verdict can show or that can change one, and nothing else.
#include <string>

#include "model/procedure.hpp"

namespace guicheng::model {

/// What is hashed: names and ids in their own order, requirements by id, steps by name; no comments, spacing, spelling
/// or declaration order. Not `source` and not `identity` itself.
std::string canonical_text(const Procedure& procedure);
/// SHA-256 (hex) of canonical_text.
std::string identity_of(const Procedure& procedure);

}  // namespace guicheng::model
