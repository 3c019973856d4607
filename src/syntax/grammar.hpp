#pragma once
// Text to tokens. Only grammar.cpp sees PEGTL.
#include "syntax/concrete.hpp"

namespace guicheng::syntax {

/// All tokens of a well-formed UTF-8 text; characters that may not stand where they stand are reported and left out.
std::vector<Token> tokenize(const base::SourcePtr& source, diag::Sink& sink);

}  // namespace guicheng::syntax
