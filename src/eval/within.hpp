#pragma once
// Counts of days that are known within bounds.
#include <cstdint>

#include "base/number.hpp"
#include "calendar/calendar.hpp"
#include "eval/state.hpp"

namespace guicheng::eval {

constexpr bool in_days(calendar::Unit unit) {
    return unit == calendar::Unit::days || unit == calendar::Unit::working_days;
}

/// A count known within bounds passes only if every number within them does.
constexpr Tri holds_within(base::Comparison op, calendar::Count count, std::int64_t needed) {
    if (op == base::Comparison::equal || op == base::Comparison::not_equal) {
        const bool possible = count.low <= needed && needed <= count.high;
        if (possible && !count.exact()) return Tri::unknown;
        return tri(possible == (op == base::Comparison::equal));
    }
    const bool low = base::holds(op, count.low, needed);
    return low == base::holds(op, count.high, needed) ? tri(low) : Tri::unknown;
}

}  // namespace guicheng::eval
