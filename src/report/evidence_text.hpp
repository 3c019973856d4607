#pragma once
// What a finding rests on, in words: the records, the values by name, how many of how many.
#include "report/explain.hpp"
#include "report/words.hpp"

namespace guicheng::report {

/// One sentence without a stop; empty where there is none. The procedure tells the types of the values.
std::string evidence_text(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure);

/// What was recorded and is left out of account, one sentence without a stop for each record.
std::vector<std::string> disregarded_texts(const Words& words, const verdict::Finding& finding);

}  // namespace guicheng::report
