#pragma once
// 分级: who decides about which amount.
#include "model/draft.hpp"

namespace guicheng::model {

/// Reads the tiers; complains of bands that overlap or that no value reaches, and of values that no band has.
void check_tiers(Draft& d, const syntax::Statement& procedure);

}  // namespace guicheng::model
