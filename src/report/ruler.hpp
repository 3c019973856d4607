#pragma once
// A counted span day by day: counted as which, or not, and what says so. The text and the JSON of it come from one walk.
#include <optional>
#include <string>
#include <vector>

#include "report/words.hpp"

namespace guicheng::report {

struct RulerSpan {
    base::Day from;
    base::Day through;
    calendar::Unit unit = calendar::Unit::days;
    bool first_counted = false;
    bool last_counted = true;
    std::optional<base::Day> ends;       ///< where the last day was moved: the day that it was before
    std::vector<verdict::Stop> stops{};  ///< that took days out
};
RulerSpan span_of(const verdict::Counting& counting);

struct RulerDay {
    enum class Part : std::uint8_t {
        first,    ///< the day from which is counted, itself not counted
        last,     ///< the day up to which is counted, itself not counted
        every,    ///< counted as any day is, worked or not
        stopped,  ///< taken out by a stop
        kind,     ///< counted or not as it is worked or not
        moved,    ///< a day off behind the period's end, over which the end moves
        due       ///< the day to which the end moved
    };
    base::Day day;
    Part part = Part::every;
    std::int32_t number = 0;  ///< counted as which; 0: not counted
    calendar::DayReason reason;
    std::string stop;  ///< of stopped: the event; empty where the case was suspended
};

/// At most `limit` days; how many are left out follows from the span.
std::vector<RulerDay> ruler_days(const calendar::Calendar& calendar, const RulerSpan& span, std::int32_t limit);
/// One line a day, and one that says how many are left out.
std::vector<std::string> ruler_lines(const Words& words, const calendar::Calendar& calendar, const RulerSpan& span, std::int32_t limit);
/// Why the day is worked or not, with the notice that says so: National Day (notice).
std::string day_reason(const Words& words, const calendar::DayReason& reason);
/// The number of the notice that says so, and whose overlay it belongs to.
std::string notice_text(const Words& words, const calendar::DayReason& reason);

}  // namespace guicheng::report
