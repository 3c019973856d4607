#pragma once
// The compiled form of a procedure: flat, immutable tables that evaluation reads without strings, trees or allocation.
// In: a checked procedure. Out: a Program, shared without locks by any number of evaluations.
// Holds after it: indices are those of the procedure (requirement, expression, step …); every range lies within its table.
// Not its job: deciding anything.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/number.hpp"
#include "calendar/calendar.hpp"
#include "model/procedure.hpp"

namespace guicheng::program {

inline constexpr std::uint16_t none = base::Id<struct AnyTag>::none_value;

/// A run of entries of a side table.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    constexpr bool empty() const { return begin == end; }
    constexpr std::uint32_t size() const { return end - begin; }
};

/// One expression; its index is the procedure's ExprId.
struct Node {
    model::ExprKind kind = model::ExprKind::literal;
    model::Type type = model::Type::boolean;
    base::Comparison op = base::Comparison::equal;
    model::Scope scope = model::Scope::none;
    model::Attribute attribute = model::Attribute::date;
    calendar::Unit unit = calendar::Unit::days;
    std::uint16_t left = none;
    std::uint16_t right = none;
    std::uint16_t slot = none;  ///< field, parameter or finding
    std::uint16_t step = none;
    std::uint16_t event = none;
    std::uint16_t dates = none;  ///< of `every`: the same as a check of dates, index into Program::date_checks
    Range list;                  ///< into Program::numbers: parts, values, or texts (indices into Program::texts)
    std::int64_t value = 0;      ///< of a text or a person: index into Program::texts
};

/// 当 or one 除外 as an expression.
using ExprIndex = std::uint16_t;

/// A condition on one field of the matter against fixed values, as most 当 are.
struct MatterCheck {
    std::uint16_t field = none;  ///< none: the condition is of another form
    bool by_choice = false;      ///< `choices` tells, not `op` and `number`
    base::Comparison op = base::Comparison::equal;
    std::int64_t number = 0;
    std::uint64_t choices = 0;  ///< bit i: holds where the field is choice i
};

/// A date of the one act of a step.
struct ActDate {
    std::uint16_t step = none;
    bool end = false;  ///< 止; else 起 or 日期
};

/// low <= to - from <= high, in days, is what a comparison of two days, or of the days between them with a number, comes to. No day of a
/// record is beyond reckoning, so the difference needs no look at the years.
struct DateGap {
    ActDate from, to;
    std::int64_t low = 0, high = 0;
};

/// 每个 A (每个 B (gap and gap …)), or with one step alone. Most requirements of order are of this form, and most steps are taken once:
/// then the dates of two acts are compared and no expression is walked.
struct DateCheck {
    std::uint16_t steps[2] = {none, none};  ///< outer, inner
    Range gaps;                             ///< into Program::date_gaps
};

struct Situation {
    ExprIndex condition = none;  ///< none: 其余
    ExprIndex demand = none;     ///< none: 未规定
};

/// From where a deadline runs; a day is an expression.
struct Start {
    model::Start::Kind kind = model::Start::Kind::step;
    std::uint16_t step = none;
    std::uint16_t event = none;
    ExprIndex day = none;
};

struct Stop {
    model::Stop::Kind kind = model::Stop::Kind::event;
    std::uint16_t event = none;
    std::uint16_t until = none;
};

/// One requirement; its index is the procedure's RequirementId.
struct Row {
    model::RequirementKind kind = model::RequirementKind::free_form;
    model::Modality modality = model::Modality::must;
    bool strikes = false;
    bool plain = false;  ///< no day in force, no 当, no 除外, not 可以: only the test counts
    bool has_in_force = false;
    bool glanceable = false;  ///< in force always, not 可以, and without 当 or with one that `when` is: a glance may tell that it is met
    bool allowed = true;
    bool has_share = false;
    bool plain_share = false;  ///< a share that the rule itself gives, to be reached or exceeded
    bool has_number = false;
    bool has_per_holder = false;
    bool soft_reason = false;  ///< 原则上: a reason on record excuses
    bool sets_off = false;
    calendar::Profile profile = calendar::Profile::civil_code;
    model::Denominator denominator = model::Denominator::none;
    base::Comparison op = base::Comparison::greater_equal;  ///< of the threshold, or of the length
    calendar::Period period;
    std::uint16_t medium = model::any_medium;      ///< of a posting's length: index into Procedure::media
    bool in_total = false;                         ///< … the days of all runs together
    std::uint16_t member_class = model::no_class;  ///< who alone is counted: index into Actor::classes of the body
    model::Among among = model::Among::later;
    Range others;  ///< into Program::numbers: of a separation the other steps, of signatures the offices in their order
    Range starts;  ///< into Program::starts
    Range stops;   ///< into Program::stops
    std::uint16_t step = none;
    std::uint16_t body = none;
    ExprIndex by_day = none;         ///< of a deadline that ends on a day
    std::uint16_t parameter = none;  ///< of the threshold, or of the length
    ExprIndex value = none;          ///< of the threshold: what a step recorded
    std::uint16_t forms = 0;         ///< bit i: the BallotForm or Form value i is allowed
    ExprIndex condition = none;
    ExprIndex demand = none;
    MatterCheck when;  ///< the same as `condition`, where it is of this form
    Range dates;       ///< into Program::date_checks: checks that together are the whole demand; empty: it is of another form
    Range exceptions;  ///< into Program::numbers: expressions
    Range lifts;       ///< into Program::matter_checks: none of the exceptions is true if none of these is; empty: it is not so simple
    Range situations;  ///< into Program::situations
    Range ways;  ///< of 到会 or 赞成 with 或, into Program::ways: each way in the rule's order, this one first; empty: there is but one
    base::Day in_force_from;
    base::Fraction share;
    std::int64_t number = 0;
    std::int64_t per_holder = 0;
    std::uint64_t content_mask = 0;
};

/// A node of a step's 须经; the nodes of one step lie together, its root first.
struct Prerequisite {
    model::Prerequisite::Kind kind = model::Prerequisite::Kind::leaf;
    bool whatever_outcome = false;
    std::uint16_t step = none;
    Range parts;  ///< into Program::numbers: nodes
};

struct Step {
    Range requirements;           ///< into Program::step_requirements
    Range telling;                ///< … the ones among them that an act may break whose record is silent (says_nothing() in the evaluation)
    Range prerequisite;           ///< into Program::prerequisites
    Range actors;                 ///< into Program::step_actors
    std::uint16_t amount = none;  ///< field with which the limit of a delegation is compared
    Range bands;                  ///< into Program::bands; empty: the actors are any of them
    Range predecessors;           ///< into Program::neighbours: the steps that it names, each once
    Range successors;             ///< … that name it
    std::uint16_t rank = 0;
    std::uint32_t place = 0;  ///< among the acts of one day: by rank, then by the text; from 1
    std::uint16_t body = none;
    std::uint16_t return_to = none;
    ExprIndex condition = none;
    model::LostVote lost_vote = model::LostVote::nothing;
    bool optional = false;
    bool posting = false;
    bool approves = false;       ///< has a 赞成 requirement: its outcome is counted, not declared
    std::uint16_t order = none;  ///< its requirements of these kinds
    std::uint16_t proxy = none;
    std::uint16_t remote = none;
    std::uint16_t owed = none;
};

/// One band of tiers; the first that holds counts.
struct Band {
    ExprIndex when = none;  ///< none: 其余
    Range actors;           ///< into Program::step_actors
};

struct Finding {
    Range actors;  ///< into Program::step_actors: competent bodies; empty: any
    bool has_none_value = false;
    std::int64_t none_value = 0;
};

struct Program {
    std::shared_ptr<const model::Procedure> procedure;
    std::vector<Node> nodes;
    std::vector<Row> rows;
    std::vector<Step> steps;
    std::vector<Finding> findings;
    std::vector<Prerequisite> prerequisites;
    std::vector<Situation> situations;
    std::vector<Row> ways;  ///< a requirement's row, each with another threshold
    std::vector<Band> bands;
    std::vector<Start> starts;
    std::vector<Stop> stops;
    std::vector<MatterCheck> matter_checks;
    std::vector<DateCheck> date_checks;
    std::vector<DateGap> date_gaps;
    std::vector<std::uint16_t> step_requirements;
    std::vector<std::uint16_t> step_actors;
    std::vector<std::uint16_t> neighbours;
    std::vector<std::uint16_t> own_requirements;
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;  ///< texts of conditions, then the names of the actors
    std::size_t actor_texts = 0;     ///< texts[actor_texts + i] names actor i
    ExprIndex applies = none;
    bool conditional_steps = false;  ///< some step has a 当
};

/// INVARIANT: the procedure passed the checker (ids in range, 须经 without a cycle).
Program compile(std::shared_ptr<const model::Procedure> procedure);
/// The same over a copy.
Program compile(const model::Procedure& procedure);

}  // namespace guicheng::program
