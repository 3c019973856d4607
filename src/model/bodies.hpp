#pragma once
// What the text says of a body itself: its size, its composition, its members' term.
#include "model/requirements.hpp"

namespace guicheng::model {

/// Makes the requirements on the body for the step that it takes or meets in; none where the text says no more than its name.
void check_body(Draft& draft, Requirements& requirements, ActorId body);

}  // namespace guicheng::model
