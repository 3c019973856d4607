#pragma once
// The value that every front end shows: what was decided of a case, why, on which clause and with which arithmetic.
// Immutable once made; complete in itself (names, not slots). Serialised by report, read back from its own JSON here.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "calendar/calendar.hpp"
#include "model/procedure.hpp"

namespace guicheng::verdict {

/// Of one requirement. 符合 · 违反 · 有理由 · 待定 · 无法判定 · 未规定 · 不适用; not_reached is an approval threshold that was not
/// reached: it settles the outcome and is no breach.
enum class Result : std::uint8_t { satisfied, violated, excused, pending, undetermined, unregulated, not_applicable, not_reached };

/// Of an attempt: 有效 · 有瑕疵 · 无效 · 待定 · 无法判定; withdrawn 撤回.
enum class Status : std::uint8_t { valid, flawed, void_, pending, undetermined };

/// 通过 · 未通过 · 未定; none where the step decides nothing.
enum class Outcome : std::uint8_t { none, carried, lost, open };

/// Of the case: 有效 · 有瑕疵 · 无效 · 进行中 · 无法判定 · 不适用.
enum class CaseStatus : std::uint8_t { valid, flawed, void_, in_progress, undetermined, not_applicable };

/// Why a requirement is not_applicable.
enum class Why : std::uint8_t { none, condition_false, exception_true, not_in_force, no_act, skipped };

enum class MissingKind : std::uint8_t {
    matter_field,
    parameter,
    finding,
    conclusion,
    roll,
    act_date,
    act_count,
    act_field,
    ballot_form,
    actor,
    contents,
    minutes,
    materials,
    end_date,
    calendar_year,
    record_incomplete,
    overflow,
    step_undetermined,
    proxy_rule,
    remote_rule,
    form,
    step_not_taken,  ///< nothing stands: the step has not been taken (in this round)
    step_void,       ///< … its latest attempt is void
    step_withdrawn,  ///< … it was withdrawn
    persons,
    signatures,
    delegated_amount
};

/// One thing that is not recorded (or not settled) and on which the result turns.
struct Missing {
    MissingKind kind = MissingKind::matter_field;
    std::string
        name;  ///< field, parameter, finding, body, step or recorded field by name; the attribute's key for counts (present, yes, …)
    std::int32_t number = 0;  ///< calendar year; or attempt number of the act (0: none)
    std::string of{};         ///< of a count or a roll: the class of members whose it is
    friend bool operator==(const Missing&, const Missing&) = default;
};

/// What stopped a counted span: the days after `from` through `to`.
struct Stop {
    base::Day from;
    std::optional<base::Day> to;  ///< absent: it goes on
    std::int32_t record = -1;     ///< position in 经过 of the act that stopped it
    std::string name;             ///< its event; of a suspension: empty
    std::int32_t days = 0;        ///< that it took out and no stop before it, working days where these are counted
    /// Of a stop that another act ended: that act's position in 经过, and its event (of a suspension: empty).
    std::int32_t until_record = -1;
    std::string until{};
    friend bool operator==(const Stop&, const Stop&) = default;
};

/// One of several days from which a period may run.
struct StartDay {
    std::string name;              ///< step or event; of a day written in the rule: its expression in signs
    std::string of{};              ///< of an event: first, last
    std::optional<base::Day> day;  ///< absent: there is none
    std::int32_t record = -1;      ///< position in 经过 of the act that gives it
    bool taken = false;            ///< the period runs from this day
    friend bool operator==(const StartDay&, const StartDay&) = default;
};

/// How long a notice hung without being taken down.
struct PostedRun {
    base::Day from, through;
    std::int64_t found = 0;  ///< what it comes to in the unit counted, at least
    friend bool operator==(const PostedRun&, const PostedRun&) = default;
};

/// A counted span of days: report draws the ruler from it and the calendar.
struct Counting {
    base::Day from;
    base::Day through;
    calendar::Unit unit = calendar::Unit::days;
    calendar::Profile profile = calendar::Profile::civil_code;
    std::optional<base::Day> last_day{};  ///< of a deadline or a posting: the day on which it is due or complete
    bool rolled = false;                  ///< the last day was moved off a day off
    std::optional<base::Day> ends{};      ///< where it was moved: the last day before that
    std::vector<StartDay> starts{};       ///< where there are several, in the order of the text
    std::vector<Stop> stops{};            ///< in the order of their days; those alone that took out some day
    std::vector<PostedRun> runs{};        ///< of a posting that was taken down and hung again; the span is the longest of them …
    bool in_total = false;                ///< … or, where their days are added, reaches from the first to the last
    /// Of a count within a condition that is not known for want of a year: at least, at most. (Elsewhere Numbers says it.)
    std::optional<std::int64_t> least{}, most{};
    friend bool operator==(const Counting&, const Counting&) = default;
};

/// Why a record is named that the finding does not rest on.
enum class Disregarded : std::uint8_t {
    none,
    not_competent  ///< a 认定 by somebody who may not make it
};

/// What the finding rests on: an act by its position in the record, or a value by name. Of a record that is disregarded: also the name of
/// the finding it was to be, `of` by and who made it.
struct Evidence {
    std::int32_t record = -1;  ///< position in 经过 (from 0), -1 for a value
    std::string name;          ///< of a value: field, parameter, finding; the step or event where `of` says what of it
    std::string value;         ///< as recorded, in canonical writing
    /// What of the step or event: an attribute's key or a recorded field; `count`: how many; `held`: how many of how many satisfy; `days`,
    /// `working_days`: between two days (no name); `day_after`, `day_before`: a day plus or less a period (no name).
    std::string of{};
    std::string where{};  ///< of count and held: the condition under which they count, in signs (model/formula.hpp); empty: none
    std::optional<Counting> counting{};  ///< of days, working_days, day_after, day_before: how they were counted
    Disregarded disregarded = Disregarded::none;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class Answer : std::uint8_t { no, unknown, yes };

/// How the two sides of a comparison stand to each other, or what is asked of the left one alone.
enum class Relation : std::uint8_t {
    less,
    less_equal,
    equal,
    not_equal,
    greater_equal,
    greater,
    one_of,    ///< 属于: the right side's value names them
    contains,  ///< 包括: likewise
    is_true,   ///< a yes-or-no that stands alone
    recorded,  ///< 已记载
    done,      ///< 已办
    exists,    ///< 有: the left side holds how many of how many satisfy, the right side the condition in signs
    every      ///< 每个: likewise
};

/// One piece of a side, in the order of the text: a sign that joins, or a value.
struct Term {
    std::string sign{};                  ///< + - * ( ) days working_days; else empty
    std::int32_t record = -1;            ///< of an act's value: its position in 经过
    std::string name{};                  ///< as in Evidence; empty for a number written in the rule
    std::string of{};                    ///< as in Evidence; `unknown`: of how many acts it is not known
    std::string value{};                 ///< in canonical writing; empty: not known
    std::string where{};                 ///< of count: as in Evidence
    std::optional<Counting> counting{};  ///< of a sign between days: as in Evidence
    friend bool operator==(const Term&, const Term&) = default;
};

struct Side {
    std::vector<Term> terms{};
    std::string value{};  ///< what the terms come to; empty: not known
    friend bool operator==(const Side&, const Side&) = default;
};

/// One comparison that a condition made, with its figures.
struct Compared {
    std::vector<Term> within{};  ///< the acts of the 有 and 每个 around it (record, name), the outer first; empty: it stands in none
    Relation relation = Relation::equal;
    Answer holds = Answer::yes;
    model::Type type = model::Type::boolean;  ///< of what is compared
    Side left{}, right{};
    friend bool operator==(const Compared&, const Compared&) = default;
};

enum class Measure : std::uint8_t { none, persons, votes, days, working_days, months, years, weeks, money, integer, date };

/// A count of a vote that the record gives.
struct KnownCount {
    std::string of;  ///< its key: yes, no, present, entitled, …
    std::int64_t n = 0;
    friend bool operator==(const KnownCount&, const KnownCount&) = default;
};

/// What the record allows of a count that it does not give, and the counts from which that follows.
struct CountBounds {
    std::string of;  ///< its key; cast, valid_ballots: of the votes together
    std::int64_t low = 0;
    std::optional<std::int64_t> high;
    std::vector<KnownCount> low_from, high_from;
    friend bool operator==(const CountBounds&, const CountBounds&) = default;
};

/// needed/found/base of the test, as far as it has them. A count known only within bounds has found < found_high.
struct Numbers {
    Measure measure = Measure::none;
    std::string of{};  ///< the class of members that alone is counted; empty: all
    base::Comparison op = base::Comparison::greater_equal;
    std::optional<std::int64_t> needed;  ///< the smallest (or largest) number that passes
    std::optional<std::int64_t> found;
    std::optional<std::int64_t> found_high;
    std::optional<std::int64_t> base;  ///< the denominator's number
    model::Denominator denominator = model::Denominator::none;
    std::optional<base::Fraction> share;
    std::vector<CountBounds> bounds{};  ///< of a vote: of found and of base, where not known
    /// Of attendance and approval: the fewest persons whose other conduct turns the answer round (come or stay away, vote for or not).
    std::optional<std::int64_t> margin{};
    friend bool operator==(const Numbers&, const Numbers&) = default;
};

/// One of several ways in which a threshold may be reached.
struct Way {
    Answer holds = Answer::yes;
    Numbers numbers;
    friend bool operator==(const Way&, const Way&) = default;
};

enum class CauseKind : std::uint8_t {
    not_attempted,  ///< the step had not been attempted before
    too_late,       ///< it was attempted, but was not done before this act
    void_,          ///< the attempt it rests on is void
    lost,           ///< … was lost
    undetermined,   ///< … is undetermined
    undated,        ///< … bears no date
    condition,      ///< whether the step is skipped is unknown
    suspended,      ///< the case was suspended
    charged,        ///< the same fact is already charged by another finding (of `step`, requirement `requirement`)
    withdrawn,
    returned,    ///< after a return the earlier attempt no longer serves
    incomplete,  ///< the record is incomplete
    same_person  ///< `person` took the step too
};

struct Cause {
    CauseKind kind = CauseKind::void_;
    std::string step;
    std::int32_t attempt = 0;  ///< its number, from 1; 0: none
    std::string requirement;   ///< of charged
    std::string person{};      ///< of same_person
    friend bool operator==(const Cause&, const Cause&) = default;
};

/// What one office of a chain of signatures has to show.
struct Signature {
    std::string office;
    bool given = false;            ///< it has signed
    std::string person{};          ///< empty: not recorded
    std::optional<base::Day> day;  ///< absent: not recorded
    Answer seal = Answer::unknown;
    bool at_fault = false;  ///< it breaks the requirement
    friend bool operator==(const Signature&, const Signature&) = default;
};

struct Finding {
    std::string requirement;  ///< id
    model::RequirementKind kind = model::RequirementKind::free_form;
    model::Modality modality = model::Modality::must;
    Result result = Result::satisfied;
    Why why = Why::none;
    std::int32_t exception = -1;  ///< the exception that lifted it, from 0
    model::Effect effect = model::Effect::none;
    bool effect_written = false;
    std::vector<std::string> citations;  ///< of the requirement and of the parts that decided (condition, exception taken)
    std::vector<std::string> interpretations;
    std::optional<Numbers> numbers;
    std::vector<Way>
        ways;  ///< of attendance or approval with 或: all, in the order of the text; `numbers` are those of the one that decides
    std::optional<Counting> counting;
    std::vector<std::string> lacking;  ///< contents or minutes items not included
    std::vector<std::string> persons;  ///< roll, tally, proxy, remote: whom it concerns
    std::vector<Missing> missing;
    std::vector<Evidence> evidence;
    std::vector<Compared> compared;       ///< of free_form and choice: what decided, with the figures
    std::vector<Signature> signatures{};  ///< of a chain that is not met, in its order
    std::vector<Cause> causes;
    std::int32_t situation = -1;  ///< of choice: the situation that held, from 0; = number of situations: none held
    /// Violated (or undetermined) only because of something charged elsewhere.
    bool inherited() const {
        return kind == model::RequirementKind::inherited || (!causes.empty() && causes.front().kind == CauseKind::charged);
    }
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The counted vote of an attempt after unlawful votes were taken out; unknown counts are absent.
struct VoteCount {
    std::optional<std::int64_t> entitled, present, yes, no, abstain, other;
    friend bool operator==(const VoteCount&, const VoteCount&) = default;
};

struct Attempt {
    std::int32_t number = 1;  ///< within its step, in the order of time
    std::int32_t record = 0;  ///< position in 经过
    std::optional<base::Moment> start;
    std::optional<base::Moment> end;
    Status status = Status::valid;
    Outcome outcome = Outcome::none;
    bool withdrawn = false;
    bool serving = false;  ///< the standing attempt at the end
    bool counts = false;   ///< the case's result rests on it
    std::optional<VoteCount> vote;
    std::vector<Finding> findings;  ///< in the order of Step::requirements
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

enum class StepState : std::uint8_t { done, attempted, owed, not_yet, skipped, optional, undetermined, closed_off };

struct StepVerdict {
    std::string name;
    StepState state = StepState::not_yet;
    std::vector<Attempt> attempts;
    std::vector<Finding> findings;  ///< about the step as a whole: owed, and a deadline that no attempt has met
    friend bool operator==(const StepVerdict&, const StepVerdict&) = default;
};

/// A duty that a breach set off.
struct OpenedDuty {
    std::string requirement;
    model::Sanction sanction = model::Sanction::none;
    std::string subject;
    std::optional<base::Day> due;
    friend bool operator==(const OpenedDuty&, const OpenedDuty&) = default;
};

enum class NoteKind : std::uint8_t {
    after_as_of,
    superseded,
    unknown_event,
    not_competent  ///< an event by somebody whom the rule does not list for it
};
struct Note {
    NoteKind kind = NoteKind::after_as_of;
    std::int32_t record = 0;
    std::string name;
    friend bool operator==(const Note&, const Note&) = default;
};

/// A step that may be taken now.
struct NextStep {
    std::string step;
    std::vector<std::string> actors;
    std::optional<base::Day> earliest;
    std::optional<base::Day> due;
    friend bool operator==(const NextStep&, const NextStep&) = default;
};

struct YearIdentity {
    std::int32_t year = 0;
    std::string notice;
    std::string identity;
    friend bool operator==(const YearIdentity&, const YearIdentity&) = default;
};

enum class AsOfSource : std::uint8_t { given, case_file, closed, last_record };

struct Verdict {
    std::string engine;
    std::string procedure;
    std::string full_title;
    std::string version;
    std::string procedure_identity;
    std::string case_id;
    std::string case_identity;
    std::string standing_identity;    ///< of the standing file; empty: none
    std::vector<YearIdentity> years;  ///< calendar years consulted, ascending
    std::optional<base::Day> as_of;   ///< none: no record has a date
    AsOfSource as_of_source = AsOfSource::given;
    std::optional<base::Day> closed;

    CaseStatus status = CaseStatus::valid;
    Outcome outcome = Outcome::none;
    std::optional<Finding> applies;  ///< of 适用, where the procedure has one
    std::vector<StepVerdict> steps;  ///< in the order of the text
    std::vector<Finding> findings;   ///< of the procedure's own requirements
    std::vector<OpenedDuty> duties;
    std::vector<NextStep> next;  ///< of a live case
    std::vector<Note> notes;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

}  // namespace guicheng::verdict
