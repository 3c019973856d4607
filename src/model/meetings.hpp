#pragma once
// 会议: who meets, how many must come, how many must agree, and in which form.
#include "model/requirements.hpp"

namespace guicheng::model {

/// Checks the meeting of a step and makes its requirements: those written in the order of the text, then 票数, 名册,
/// 宣告.
void check_meeting(Draft& draft, Requirements& requirements, StepId step, const syntax::Statement& meeting);

}  // namespace guicheng::model
