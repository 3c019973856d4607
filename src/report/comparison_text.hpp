#pragma once
// What decided a demand, with its figures: which acts broke it, and by which numbers.
#include <string>
#include <vector>

#include "report/words.hpp"

namespace guicheng::report {

/// The first goes on from the headline; the others are sentences of their own. Empty where nothing was compared.
std::vector<std::string> comparison_sentences(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure);

/// The comparisons of the act that stands first, or of the whole where none does: the figures for one sentence.
std::string comparison_reason(const Words& words, const verdict::Finding& finding);

/// What a 有, 每个 or 个数 counts: the step or event by name, in brackets the condition under which it counts. `where` is that condition
/// in signs, as the verdict has it; where the procedure is at hand it is told in words.
std::string counted_text(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure, const std::string& name,
                         const std::string& where);

/// Whether the sentences say already how many of them there are.
bool counts_told(const verdict::Finding& finding, const verdict::Evidence& evidence);

}  // namespace guicheng::report
