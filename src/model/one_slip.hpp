#pragma once
// One slip of the pen, one error: what follows from a mistake that was said already is left out.
#include "model/draft.hpp"

namespace guicheng::model {

/// The complaints about one procedure, without those that repeat one about the same name, or that follow from names run together
/// where they are declared.
diag::Sink without_follow_ons(const Draft& draft, const diag::Sink& said);

}  // namespace guicheng::model
