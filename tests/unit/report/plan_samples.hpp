#pragma once
// A hand-made plan that says everything that a plan can say.
#include "verdict/plan.hpp"

namespace guicheng::test {

/// Steps under way, waiting and lost, a wish that can be met, with every kind of task.
verdict::Outlook full_plan();
/// The same with a wish that ended like this.
verdict::Outlook plan_with_wish(verdict::WishStatus status);
/// Closed: nothing is to be done.
verdict::Outlook closed_plan();

}  // namespace guicheng::test
