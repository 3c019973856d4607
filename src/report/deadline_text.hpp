#pragma once
// A time limit of the checked procedure as a sentence.
#include <string>

#include "report/words.hpp"

namespace guicheng::report {

/// From where it runs and for how long, or by which day; and what stops it. `length` is the period in words.
std::string deadline_text(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement,
                          const std::string& length);

}  // namespace guicheng::report
