#pragma once
// A condition of the checked procedure as a sentence, and what is demanded as a demand.
#include <string>
#include <string_view>
#include <vector>

#include "report/modal_text.hpp"
#include "report/words.hpp"

namespace guicheng::report {

/// The condition on one line without a stop. `current` is the step whose attempt 本次 names; none for the procedure's own requirements.
std::string expression_text(const Words& words, const model::Procedure& procedure, model::ExprId id, model::StepId current = {});

/// What must, must not, should or may be so: "本次办理须记载“媒体”", "不得有…".
std::string demand_text(const Words& words, const model::Procedure& procedure, model::ExprId id, Modal modal, model::StepId current = {});

/// The sentence of `key` about a condition. A long chain is a list: the sentence is then that of key.any or key.all, and {condition} the
/// listed items.
std::string conditional_sentence(const Words& words, const model::Procedure& procedure, model::ExprId id, std::string_view key,
                                 model::StepId current = {}, std::initializer_list<messages::Value> more = {});

/// A value: what stands on one side of a comparison.
std::string operand_text(const Words& words, const model::Procedure& procedure, model::ExprId id, model::StepId current = {});

}  // namespace guicheng::report
