#pragma once
// As of when a case is looked at, which of its acts are seen, and in which order they are judged (judging, sections 1 and 3).
#include <optional>
#include <vector>

#include "cases/case.hpp"
#include "eval/state.hpp"
#include "program/program.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::eval {

struct AsOf {
    std::optional<base::Day> day;  ///< none: nothing in the case is dated
    verdict::AsOfSource source = verdict::AsOfSource::given;
};

/// The last day that an act bears (its end or start); nothing where it bears none.
inline std::optional<base::Day> last_day_of(const cases::Act& act) {
    if (!act.dated) return std::nullopt;
    return act.has_end && act.start.day < act.end.day ? act.end.day : act.start.day;
}
/// The day given, else the case's own, else the day on which it was closed if no record is later, else its last recorded day.
AsOf as_of_day(const cases::Case& file, std::optional<base::Day> given, std::optional<base::Day> last_record);

bool is_closed(const cases::Case& file, std::optional<base::Day> as_of);

/// Whether the act has a place in the order: not superseded, and of a kind that the rule knows.
inline bool is_judged(const cases::Act& act) {
    return !act.superseded && act.kind != cases::ActKind::unknown_event;
}
/// … and does not begin after as_of.
inline bool is_seen(const cases::Act& act, std::optional<base::Day> as_of) {
    return is_judged(act) && !(act.dated && as_of && act.start.day > *as_of);
}

/// One number by which acts are ordered: undated ones come first; then by day; within a day what is no step, then steps by rank and by the
/// text. Acts alike in all of this keep the order of the record.
inline std::uint64_t place_of(const program::Program& program, const cases::Act& act) {
    if (!act.dated) return 0;
    const auto day = static_cast<std::uint32_t>(act.start.day.number) ^ 0x80000000U;  // ascends as the signed number does
    const std::uint64_t within = act.kind == cases::ActKind::step ? program.steps[act.step.index()].place : 0;
    return std::uint64_t{1} << 63 | std::uint64_t{day} << 31 | within;
}

/// As of when the case is looked at; puts the acts that are seen into scratch.order, in the order of judging.
AsOf see(const program::Program& program, const cases::Case& file, std::optional<base::Day> given, Scratch& scratch);

/// Sorts acts (indices into the case) into the order of judging. `order` is working memory.
void order_acts(const program::Program& program, const cases::Case& file, std::vector<std::uint32_t>& acts, ActOrder& order);

}  // namespace guicheng::eval
