#pragma once
// A time limit of the checked procedure as a sentence.
#include <string>

#include "report/words.hpp"

namespace guicheng::report {

/// From where it runs and for how long, or by which day; and what stops it. `length` is the period in words.
std::string deadline_text(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement,
                          const std::string& length);

/// The same for a box of a picture: 自“受理”起10个工作日内.
std::string short_deadline_text(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement,
                                const std::string& length);

}  // namespace guicheng::report
