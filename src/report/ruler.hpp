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
    std::optional<base::Day> ends;           ///< the last day of a period, before it was moved
    std::optional<base::Day> due{};          ///< the day to which it was moved
    bool for_acting = true;                  ///< what lies behind the last day is late; else (a posting) it counts on
    std::vector<verdict::Stop> stops{};      ///< that took days out
    std::vector<verdict::PostedRun> runs{};  ///< whose days are added; none: the whole span is one run
};
/// `for_acting`: it is of a time limit, not of a posting.
RulerSpan span_of(const verdict::Counting& counting, bool for_acting);

struct RulerDay {
    enum class Part : std::uint8_t {
        first,    ///< the day from which is counted, itself not counted
        last,     ///< the day up to which is counted, itself not counted
        every,    ///< counted as any day is, worked or not
        stopped,  ///< taken out by a stop
        down,     ///< the notice did not hang
        kind,     ///< counted or not as it is worked or not
        ends,     ///< the last day of the period
        moved,    ///< a day off behind the period's end, over which the end moves
        due,      ///< the day to which the end moved
        late      ///< behind the last day
    };
    base::Day day;
    Part part = Part::every;
    std::int32_t number = 0;  ///< counted as which, of late: late by how many; 0: not counted
    calendar::DayReason reason;
    std::string stop;         ///< of stopped: the event; empty where the case was suspended
    bool by_calendar = true;  ///< any day counts, worked or not
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
