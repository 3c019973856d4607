#pragma once
// Which calendar years a verdict rests on.
#include <vector>

#include "calendar/calendar.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::verdict {

/// How the days within the finding's conditions were counted: those of its comparisons, then those of its evidence.
std::vector<const Counting*> countings_in_conditions(const Finding& finding);

/// The covered years that the verdict's countings consulted, ascending: of a counting in working days the years from its first day to the
/// later of the day counted through and its last day, also of those within conditions; of a deadline in another unit that rolls, the year
/// of its last day.
std::vector<YearIdentity> years_consulted(const Verdict& verdict, const calendar::Calendar& calendar);

}  // namespace guicheng::verdict
