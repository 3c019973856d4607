#pragma once
// A case judged by a compiled procedure, as docs/judging.en.md says.
// In: a program, a case bound to its procedure, a calendar, the day as of which to look. Out: the result, or the whole verdict.
// Pure: reads no clock and no environment; the same inputs give the same bytes.
#include <optional>

#include "base/day.hpp"
#include "calendar/calendar.hpp"
#include "cases/case.hpp"
#include "eval/state.hpp"
#include "program/program.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::eval {

/// The hot path: status, attempts and the requirements that are not simply satisfied. No allocation once the scratch has grown.
/// The reference stays valid until the scratch is used again.
const Answer& judge(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                    std::optional<base::Day> as_of, Scratch& scratch);

/// The whole verdict with every finding: the same code run with a recorder. `engine` is left empty for the caller.
verdict::Verdict explain(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                         std::optional<base::Day> as_of, Scratch& scratch);
verdict::Verdict explain(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                         std::optional<base::Day> as_of);

}  // namespace guicheng::eval
