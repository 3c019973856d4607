#pragma once
// Hand-made procedures and verdicts, one for each thing that a report must be able to say.
#include "calendar/calendar.hpp"
#include "model/procedure.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::test {

base::Day day(std::int32_t year, int month, int day_of_month);
/// A finding with its kind, result and id; the rest as in a fresh one.
verdict::Finding finding(std::string id, model::RequirementKind kind, verdict::Result result);

/// A village decision: too few came, the posting before it was short of working days.
verdict::Verdict void_case();
/// The same procedure under way: a posting still hangs.
verdict::Verdict running_case();
/// Numbers and facts are missing, a year is not covered, a vote is lost, duties are open.
verdict::Verdict undecided_case();

/// A procedure with every kind of statement.
model::Procedure full_procedure();

}  // namespace guicheng::test
