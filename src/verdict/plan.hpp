#pragma once
// What may be done now in a live case, by when, and what a wished day asks of the steps before it. Complete in itself, as a verdict is.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "calendar/calendar.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::verdict {

/// A day that was counted. Not known where it would rest on a year that the calendar does not cover (`missing_year`), or on something
/// that the case or the rule does not say (neither is set).
struct PlannedDay {
    std::optional<base::Day> day;
    std::int32_t missing_year = 0;
    friend bool operator==(const PlannedDay&, const PlannedDay&) = default;
};

/// The requirement that asks for something, as far as a plan shows it.
struct Ask {
    std::string requirement;  ///< id
    std::vector<std::string> citations;
    std::optional<calendar::Period> period;  ///< none where it is a parameter that is not set, or a day
    calendar::Profile profile = calendar::Profile::civil_code;
    bool exceeds = false;       ///< more than the period is asked, not the period itself
    bool in_principle = false;  ///< 原则上: a reason on record lets go of it
    bool conditional = false;   ///< it has a 当 that cannot be said to be true yet
    friend bool operator==(const Ask&, const Ask&) = default;
};

/// A posting already begun, whose length a step must wait for.
struct PlannedPosting {
    std::string step;
    base::Day start;
    PlannedDay complete;                  ///< it must hang through the end of this day
    std::optional<base::Day> taken_down;  ///< it ended on this day, too soon: waiting does not make it longer
    Ask ask;
};

/// How long a posting that may begin now must hang.
struct PlannedLength {
    PlannedDay complete;  ///< begun on the earliest day, through the end of this one
    Ask ask;
};

/// Papers that must be delivered before a step.
struct PlannedMaterials {
    PlannedDay deliver_by;  ///< the last day for it, where the step is taken on the day planned
    PlannedDay if_today;    ///< delivered on as_of: the first day for the step
    Ask ask;
};

/// A last day for a step: that of a 时限 that runs, or the end of the days between which a 要求 lets it be taken.
struct PlannedDue {
    PlannedDay day;
    bool overdue = false;               ///< as_of is after it
    bool stopped = false;               ///< its clock stands still: the day is fixed only when it runs on
    std::optional<base::Day> begin_by;  ///< of a step that waits: the last day on which all before it can still be begun in time
    Ask ask;
    friend bool operator==(const PlannedDue&, const PlannedDue&) = default;
};

/// A day before which a 要求 does not let a step be taken; it is after as_of.
struct PlannedOpening {
    base::Day day;
    Ask ask;
    friend bool operator==(const PlannedOpening&, const PlannedOpening&) = default;
};

/// A step that may be taken, now or as soon as the postings before it are long enough.
struct PlannedStep {
    std::string step;
    std::vector<std::string> actors;
    bool optional = false;
    bool condition_unknown = false;  ///< whether the step is to be taken at all is not known
    PlannedDay earliest;
    std::vector<PlannedPosting> postings;
    std::vector<PlannedLength> lengths;
    std::vector<PlannedMaterials> materials;
    std::vector<PlannedOpening> openings;
    std::vector<PlannedDue> due;
};

/// What a step waits for: in any case, or on one of several ways.
struct WaitedFor {
    Cause cause;
    std::int32_t choice = 0;  ///< from 1: one way of each choice is enough; 0: waited for in any case
    std::int32_t way = 0;     ///< from 1 within its choice
    friend bool operator==(const WaitedFor&, const WaitedFor&) = default;
};

/// A step that must wait for others.
struct WaitingStep {
    std::string step;
    bool optional = false;
    PlannedDay earliest;            ///< if everything before it is done as soon as it may be
    std::vector<WaitedFor> causes;  ///< each once; those of a choice by its ways
    std::vector<PlannedOpening> openings;
    std::vector<PlannedDue> due;
};

/// A step that can no longer be taken by its last day.
struct LostStep {
    std::string step;
    bool optional = false;
    std::optional<base::Day> since;  ///< none where no day would have been early enough, or it was not counted
    bool ever = false;               ///< no day would have been early enough
    PlannedDay earliest;             ///< the first day on which it can still be taken, late
    PlannedDue due;
};

/// A requirement of the procedure's own that is not met yet: pending, violated or undetermined.
struct PlannedOwed {
    std::string requirement;
    std::vector<std::string> citations;
    Result result = Result::pending;
};

enum class WishStatus : std::uint8_t {
    done,         ///< the step stands
    skipped,      ///< it is not to be taken
    over,         ///< the case is closed or ended
    suspended,    ///< nothing may be done before the case is resumed
    possible,     ///< everything before it can still be done in time
    conditional,  ///< only if papers had been delivered by a day that is past
    late,         ///< it can be taken on that day, but its own last day is before it
    impossible,
    undetermined
};

enum class TaskKind : std::uint8_t { begin_posting, take_step, deliver, keep_posted };

/// A time limit of `step` would have passed before that step's day if this one were taken before `day`.
struct WaitedLimit {
    PlannedDay day;
    std::string step;
    Ask ask;
    friend bool operator==(const WaitedLimit&, const WaitedLimit&) = default;
};

/// What must be done for a wished day, and the last day for it.
struct WishTask {
    TaskKind kind = TaskKind::take_step;
    std::string step;
    std::vector<std::string> actors;
    PlannedDay latest;                ///< keep_posted: the day through which it must hang
    bool past = false;                ///< that day is before as_of
    bool blocks = false;              ///< it alone makes the wish impossible, unless there is another way or papers were delivered in time
    bool alternative = false;         ///< on one of several ways, of which one is enough
    std::vector<std::string> others;  ///< … the steps that the other ways ask for, where they are few enough to name
    std::optional<Ask> ask;
    bool late = false;                      ///< its own last day is past, or can no longer be kept
    std::optional<PlannedOpening> opening;  ///< it may not be taken before this day
    std::optional<Ask> limit;               ///< what sets the last day, where it is a last day of the step's own
    std::optional<WaitedLimit> not_before;  ///< a time limit that runs from this step must still run on the day of another
    friend bool operator==(const WishTask&, const WishTask&) = default;
};

struct Wish {
    std::string step;
    base::Day day;
    WishStatus status = WishStatus::possible;
    std::vector<WishTask> tasks;            ///< in the order in which they fall due, the wished step last
    std::optional<base::Day> since;         ///< impossible: since this day
    std::optional<PlannedOpening> opening;  ///< impossible: the step may not be taken before this day
    std::optional<PlannedDue> due;          ///< late: its last day
    PlannedDay earliest;                    ///< the first day on which the step can be taken
    friend bool operator==(const Wish&, const Wish&) = default;
};

struct Plan {
    std::vector<PlannedStep> steps;  ///< in the order of the text, as all that follows
    std::vector<WaitingStep> waiting;
    std::vector<LostStep> lost;
    std::vector<PlannedOwed> owed;
    std::optional<Wish> wish;
    bool closed = false, ended = false, suspended = false;
    bool record_incomplete = false;  ///< 记录不全: what is not recorded may have been done
};

/// What a plan comes to: something may be done or nothing is owed; something is overdue, can no longer be done in time, or the wish
/// cannot be met; it cannot be said.
enum class Prospect : std::uint8_t { fine, found, undetermined };

/// One case looked at under one procedure.
struct Outlook {
    Verdict verdict;
    Plan plan;
};
Prospect prospect(const Outlook& outlook);

/// … under each procedure that binds it; the worst of found, undetermined, fine counts.
struct Outlooks {
    std::string engine;
    Prospect prospect = Prospect::fine;
    std::vector<Outlook> procedures;
};
Prospect prospect(const std::vector<Outlook>& procedures);

std::string_view name(Prospect prospect);
std::string_view name(WishStatus status);
std::string_view name(TaskKind kind);

}  // namespace guicheng::verdict
