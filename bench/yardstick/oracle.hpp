#pragma once
// The sixteen rules a third time, slowly and straight from their wording: the answers of generated cases.
#include "yardstick/village.hpp"

namespace guicheng::bench {

Answer oracle(const Village& village);

}  // namespace guicheng::bench
