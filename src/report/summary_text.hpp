#pragma once
// The last sentence of a report: the case's status, the one ground that matters most, what is missing and who can supply it, and how
// many requirements fail.
#include "report/words.hpp"

namespace guicheng::report {

/// The procedure, where given, tells who finds, does or records what is missing.
std::string summary_text(const Words& words, const verdict::Verdict& verdict, const model::Procedure* procedure);

}  // namespace guicheng::report
