#pragma once
// What is asked of the persons who act: separation of duties, chains of signatures.
#include "model/requirements.hpp"

namespace guicheng::model {

/// 分离 of the procedure, kept by step.
void check_separations(Draft& d, const syntax::Statement& procedure);
/// What each 分离 that names the step asks of it.
void separate_step(Draft& d, Requirements& requirements, StepId step);
/// 签批 of a step.
void check_sign_off(Draft& d, Requirements& requirements, const syntax::Statement& s);

}  // namespace guicheng::model
