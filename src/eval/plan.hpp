#pragma once
// What may be done now, by when, and what a wished day asks (docs/judging.en.md, section 14).
// In: what judge.hpp takes, and perhaps a wish. Out: the verdict and the plan that follows from it. Pure, as judge.hpp is.
#include <cstdint>
#include <optional>

#include "eval/judge.hpp"
#include "verdict/plan.hpp"

namespace guicheng::eval {

/// A step (its index in the procedure) and the day on which it is wished for.
struct WishedDay {
    std::uint16_t step = 0;
    base::Day day;
};

/// The verdict is that of explain(); its `engine` is left empty for the caller.
verdict::Outlook plan(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                      std::optional<base::Day> as_of, std::optional<WishedDay> wish = std::nullopt);

}  // namespace guicheng::eval
