#pragma once
// Tokens to brackets within brackets, with the likeliest repair where one is missing or too many.
#include "syntax/concrete.hpp"

namespace guicheng::syntax {

/// The items of the text; repaired brackets are marked doubtful. Empty where it nests deeper than the limit (reported).
std::vector<Item> nest(const base::SourcePtr& source, std::vector<Token>& tokens, const Limits& limits, Reading reading, diag::Sink& sink);

}  // namespace guicheng::syntax
