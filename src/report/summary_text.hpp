#pragma once
// The last sentence of a report: the case's status, the one ground that matters most, and how many requirements fail.
#include "report/words.hpp"

namespace guicheng::report {

std::string summary_text(const Words& words, const verdict::Verdict& verdict);

}  // namespace guicheng::report
