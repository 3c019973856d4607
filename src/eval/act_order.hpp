#pragma once
// As of when a case is looked at, which of its acts are seen, and in which order they are judged (judging, sections 1 and 3).
#include <optional>
#include <vector>

#include "cases/case.hpp"
#include "program/program.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::eval {

struct AsOf {
    std::optional<base::Day> day;   ///< none: nothing in the case is dated
    verdict::AsOfSource source = verdict::AsOfSource::given;
};

/// The day given, else the case's own, else the day on which it was closed if no record is later, else its last recorded day.
AsOf as_of_day(const cases::Case& file, std::optional<base::Day> given);
/// The last day that an act bears (its end or start); nothing where it bears none.
std::optional<base::Day> last_day_of(const cases::Act& act);
/// The same over a last recorded day that is already known.
AsOf as_of_day(const cases::Case& file, std::optional<base::Day> given, std::optional<base::Day> last_record);

bool is_closed(const cases::Case& file, std::optional<base::Day> as_of);

/// Whether the act has a place in the order: not superseded, and of a kind that the rule knows.
bool is_judged(const cases::Act& act);
/// … and does not begin after as_of.
bool is_seen(const cases::Act& act, std::optional<base::Day> as_of);

/// Sorts acts (indices into the case) into the order of judging. `timed` is working memory.
void order_acts(const program::Program& program, const cases::Case& file, std::vector<std::uint32_t>& acts,
                std::vector<std::uint32_t>& timed);

}  // namespace guicheng::eval
