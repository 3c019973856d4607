#pragma once
// A procedure as a picture, written for Graphviz or Mermaid. Nothing is run here: who wants an image hands the text to `dot`.
#include <string>

#include "report/words.hpp"

namespace guicheng::report {

/// Steps as boxes with their body and thresholds, 须经 as edges with drawn joins of 且 and 或, conditional and optional steps dashed,
/// returns after a lost vote as red dashed edges, assertions listed below. With a verdict the boxes take the colour of their state, and
/// the state is written out, so that a print in grey says as much.
std::string to_dot(const model::Procedure& procedure, Language language, const verdict::Verdict* verdict = nullptr);
std::string to_mermaid(const model::Procedure& procedure, Language language, const verdict::Verdict* verdict = nullptr);

}  // namespace guicheng::report
