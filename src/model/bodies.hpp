#pragma once
// What the text says of a body itself: its size, its composition, its members' term.
#include "model/requirements.hpp"

namespace guicheng::model {

/// The place of a class among those of the body; nothing after an error.
std::optional<std::uint16_t> class_of(const Draft& draft, ActorId body, const syntax::Name& name);
/// Makes the requirements on the body for the step that it takes or meets in; none where the text says no more than its name.
void check_body(Draft& draft, Requirements& requirements, ActorId body);

}  // namespace guicheng::model
