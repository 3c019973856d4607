#pragma once
// A plain evaluator, written straight from docs/judging.en.md: it walks the checked model, looks at every act again whenever it
// needs one, and counts by trying. It shares with the evaluator under test only days, the calendar, the model and the verdict.
#include <optional>

#include "calendar/calendar.hpp"
#include "cases/case.hpp"
#include "differential/faults.hpp"
#include "model/procedure.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::differential {

/// The verdict on `c` under `p`, as of the day given, else the case's own. `engine` is left empty.
verdict::Verdict judge_plainly(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar,
                               std::optional<base::Day> as_of);

/// The same with one mistake planted.
verdict::Verdict judge_with_fault(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar,
                                  std::optional<base::Day> as_of, Fault fault);

}  // namespace guicheng::differential
