#pragma once
// What the declarations of a procedure share.
#include <optional>

#include "model/draft.hpp"

namespace guicheng::model {

/// The type that a type's word names; nothing for any other word.
std::optional<Type> type_of(syntax::Keyword word);

/// 依据 and 释义 are all that a declaration takes: any other modifier is an error M021.
void keep_grounds_only(Draft& draft, const syntax::Modifiers& modifiers, syntax::Keyword statement);

}  // namespace guicheng::model
