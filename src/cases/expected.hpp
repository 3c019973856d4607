#pragma once
// What a case file says should come out (预期): it makes the file a test. Read apart from the case, which ignores it.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "cases/binder.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"
#include "model/procedure.hpp"

namespace guicheng::cases {

/// Of a case (all but pending) or of a step's attempt (all but in_progress and not_applicable). none: nothing is said.
enum class ExpectedStatus : std::uint8_t { none, valid, flawed, void_, in_progress, undetermined, not_applicable, pending };
enum class ExpectedOutcome : std::uint8_t { none, carried, lost, open };
/// How far a step has come, where it is the step and not an attempt that something is said of.
enum class ExpectedState : std::uint8_t { none, done, attempted, owed, not_yet, skipped, optional, closed_off };

struct ExpectedStep {
    model::StepId step;
    ExpectedStatus status = ExpectedStatus::none;  ///< 状态 by a word for an attempt …
    ExpectedState state = ExpectedState::none;     ///< … or by one for a step; 无法判定 is the former
    ExpectedOutcome outcome = ExpectedOutcome::none;
    /// The requirements that decide the status (因), by id, sorted; nothing where the file doesn't say.
    std::optional<std::vector<std::string>> because;
    base::Span span;
};

struct Expected {
    ExpectedStatus status = ExpectedStatus::none;
    ExpectedOutcome outcome = ExpectedOutcome::none;
    /// Exactly the requirements that are violated in their own right (违反), sorted; an empty list says: none.
    std::optional<std::vector<std::string>> violated;
    /// Of these the ones that other procedures of the case have, too, and that are written without saying whose: it is enough where one of
    /// the procedures finds them violated. Sorted.
    std::vector<std::string> violated_anywhere;
    std::vector<ExpectedStep> steps;
    base::Span span;
};

/// Nothing where the file has no 预期, or where it is malformed (then with an error in the sink). `beside`: the other
/// procedures that bind the case; what is said of their steps and requirements is left out. Where there are others, a
/// name may say whose it is: PROCEDURE/STEP, PROCEDURE/REQUIREMENT.
std::optional<Expected> read_expected(const formats::Tape& tape, const base::SourcePtr& source, const model::Procedure& procedure,
                                      diag::Sink& sink, Beside beside = {});

}  // namespace guicheng::cases
