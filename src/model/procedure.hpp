#pragma once
// The checked procedure: ids instead of names, types instead of words, every default written out.
// In: syntax trees and the clause catalogue. Out: a Procedure that exists only when there is no error.
// Holds after it: every id is in range, every expression is well typed, 须经 has no cycle, requirement ids are unique.
// Not its job: evaluation tables (program), graph findings (graph).
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/number.hpp"
#include "base/source.hpp"
#include "calendar/calendar.hpp"

namespace guicheng::model {

using FieldId = base::Id<struct FieldTag>;              // index into Procedure::fields
using ParameterId = base::Id<struct ParameterTag>;      // Procedure::parameters
using ActorId = base::Id<struct ActorTag>;              // Procedure::actors (bodies that vote are actors too)
using FindingId = base::Id<struct FindingTag>;          // Procedure::findings
using EventId = base::Id<struct EventTag>;              // Procedure::events
using StepId = base::Id<struct StepTag>;                // Procedure::steps
using ChoiceSetId = base::Id<struct ChoiceSetTag>;      // Procedure::choice_sets
using RequirementId = base::Id<struct RequirementTag>;  // Procedure::requirements
using ExprId = base::Id<struct ExprTag>;                // Procedure::expressions

// ---------------------------------------------------------------- types and fields

enum class Type : std::uint8_t {
    boolean,
    integer,
    money,
    date,
    choice,
    list,
    text,
    person,
    share,
    period,
    outcome,
    days,         ///< a number of calendar days (between two dates)
    working_days  ///< a number of working days
};

struct ChoiceSet {
    std::vector<std::string> names;
};

/// A typed field of the matter, of an act's 记载, or of a parameter.
struct Field {
    std::string name;
    Type type = Type::boolean;
    ChoiceSetId choices;  ///< of choice; of list where it is a list of choices (else a list of texts)
    base::Span span;
};

/// Where a clause is cited and what an interpretation note says; belongs to the part that carries it.
struct Ground {
    std::vector<std::string> citations;        ///< clause ids
    std::vector<std::string> interpretations;  ///< 释义 texts
};

// ---------------------------------------------------------------- expressions

/// Three-valued, total. Operands are ids of earlier entries (an expression's parts precede it).
enum class ExprKind : std::uint8_t {
    literal,       ///< value (boolean 0/1, integer, fen, day number, choice index, outcome); text for Type::text/person
    period,        ///< a period literal: value = amount, unit
    matter,        ///< field
    parameter,     ///< parameter
    finding,       ///< the conclusion of the finding that stands at this time
    attribute,     ///< attribute of the act that `scope` names
    record_field,  ///< field `field` (index into that act kind's own fields) of the act that `scope` names
    done,          ///< step `step` has a standing attempt that is valid or flawed and not lost
    recorded,      ///< left is known (boolean, never unknown)
    negate,        ///< not left
    conjunction,   ///< all of parts
    disjunction,   ///< any of parts
    compare,       ///< left op right, both of one comparable type
    member,        ///< left is one of `values` (choices), or of `texts`
    contains,      ///< list left contains all: value = mask of choice bits or of content_names bits; texts for a list of texts
    add,
    subtract,
    multiply,    ///< integers, money, days; money * integer
    add_period,  ///< date left + period right (period literal or parameter)
    subtract_period,
    days_between,          ///< calendar days from left to right (right - left)
    working_days_between,  ///< working days d with left < d <= right; negative never: 0 where right <= left
    exists,
    every,
    count  ///< over acts of kind `step` or `event` recorded so far, restricted by left (exists, count) or each satisfying left (every)
};

/// Whose attribute is read.
enum class Scope : std::uint8_t {
    none,
    current,  ///< the attempt being judged (本次)
    step,     ///< the standing attempt of `step`
    bound0,   ///< the act of the outer quantifier
    bound1    ///< the act of the inner quantifier
};

enum class Attribute : std::uint8_t {
    date,
    start,
    end,
    actor,
    entitled,
    present,
    yes,
    no,
    abstain,
    other,
    spoiled,
    registered,
    ballot_form,
    materials,
    contents,
    minutes,
    form,
    place,
    outcome,
    declared,
    reason,
    persons
};

struct Expr {
    ExprKind kind = ExprKind::literal;
    Type type = Type::boolean;
    base::Comparison op = base::Comparison::equal;
    Scope scope = Scope::none;
    Attribute attribute = Attribute::date;
    calendar::Unit unit = calendar::Unit::days;
    ChoiceSetId choices;  ///< of type choice / list of choices
    std::int64_t value = 0;
    std::string text;
    FieldId field;
    ParameterId parameter;
    FindingId finding;
    StepId step;
    EventId event;
    ExprId left;
    ExprId right;
    std::vector<ExprId> parts;
    std::vector<std::int64_t> values;
    std::vector<std::string> texts;
    base::Span span;
};

// ---------------------------------------------------------------- requirements

enum class RequirementKind : std::uint8_t {
    order,
    inherited,
    actor,
    form,
    owed,
    attendance,
    approval,
    tally,
    roll,
    declared,
    ballot_form,
    proxy,
    remote,
    body_size,    ///< 人数 of the body
    composition,  ///< 组成: how many of its members are of a class
    term,         ///< 任期 of its members
    separation,   ///< 分离: none of its persons is one of those of another step
    signatures,   ///< 签批: each office of the chain has signed
    sign_order,   ///< … one after another
    signers,      ///< … 互不相同: each by a person of its own
    seals,        ///< … 盖章: each with its seal
    materials,
    posting_length,
    posting_contents,
    minutes,
    deadline,
    free_form,  ///< a condition
    choice      ///< 分情形
};

enum class Modality : std::uint8_t { must, must_not, should, may };

enum class Effect : std::uint8_t { none, void_, not_accepted, curable };
/// 无效, 不予受理 and 不得实施 strike the act; the others leave it standing.
constexpr bool strikes(Effect effect) {
    return effect == Effect::void_ || effect == Effect::not_accepted;
}

/// What a breach sets off beside its effect on the act.
enum class Sanction : std::uint8_t { none, accountability, return_to, correction, start, notice_of_criticism };

struct Consequence {
    Effect effect = Effect::none;
    bool written = false;  ///< the text says it; else the default of the kind
    Sanction sanction = Sanction::none;
    std::string subject;                     ///< of accountability: whom; of start: what
    StepId step;                             ///< of return_to
    std::optional<calendar::Period> period;  ///< of correction
    Ground ground;
};

struct Condition {
    ExprId expr;
    Ground ground;
    base::Span span;
};

enum class Denominator : std::uint8_t { none, entitled, present, whole, cast, valid_ballots, registered };

inline constexpr std::uint16_t no_class = 0xFFFF;

/// found/base op share, or found op number (denominator none), or by a parameter.
struct Threshold {
    std::uint16_t member_class = no_class;  ///< who alone is counted, above and below: index into Actor::classes of the body
    Denominator denominator = Denominator::none;
    base::Comparison op = base::Comparison::greater_equal;
    std::optional<base::Fraction> share;
    std::optional<std::int64_t> number;
    ParameterId parameter;  ///< of type share or integer, in place of the two
    ExprId value;           ///< likewise: a record_field of a step, of type share or integer
};

struct Length {
    base::Comparison op = base::Comparison::greater_equal;
    calendar::Period period;
    ParameterId parameter;  ///< of type period, in place of `period`
};

/// Of a posting's length: it does not say where the posting must hang.
inline constexpr std::uint16_t any_medium = 0xFFFF;

/// Steps of one 分离, offices of one 签批: each is held against each.
inline constexpr std::size_t most_apart = 64;

/// From where a deadline runs.
struct Start {
    enum class Kind : std::uint8_t {
        step,         ///< the day on which `step` was done
        first_event,  ///< the first act of `event`
        last_event,   ///< the latest: the period begins anew with each
        day           ///< what `day` says
    } kind = Kind::step;
    StepId step;
    EventId event;
    ExprId day;  ///< of type date
};
/// Which of several starts counts.
enum class Among : std::uint8_t { later, earlier };

/// What stops a deadline's clock.
struct Stop {
    enum class Kind : std::uint8_t {
        event,      ///< while an act of `event` lasts
        between,    ///< from each act of `event` to the next of `until`
        suspension  ///< while the case is suspended
    } kind = Kind::event;
    EventId event;
    EventId until;
};

struct Situation {
    ExprId condition;  ///< none: 其余
    ExprId demand;     ///< none: 未规定
};

/// One statement of the text (or one that another implies). Which members hold depends on `kind`.
struct Requirement {
    std::string id;
    RequirementKind kind = RequirementKind::free_form;
    Modality modality = Modality::must;
    StepId step;   ///< none: the procedure's own
    ActorId body;  ///< of meeting requirements
    Consequence consequence;
    Ground ground;
    std::optional<Condition> condition;  ///< 当
    std::vector<Condition> exceptions;   ///< 除外
    calendar::Profile profile = calendar::Profile::civil_code;
    std::optional<base::Day> in_force_from;  ///< 自 … 施行: not applicable to acts before this day
    bool soft = false;                       ///< 左右

    Threshold threshold;                     // attendance, approval, body_size, composition (its class is what is counted)
    std::vector<Threshold> other_ways;       // attendance, approval: 或, any of which is enough
    std::vector<StepId> apart;               // separation: the other steps
    std::vector<ActorId> chain;              // signatures, sign_order, signers, seals: who signs, in this order
    std::uint64_t content_mask = 0;          // posting_contents, minutes: what must be included, bits of Procedure::content_names
    std::vector<std::uint16_t> forms;        // ballot_form: allowed BallotForm values; form: allowed Form values
    Length length;                           // materials, posting_length, deadline, term
    std::uint16_t medium = any_medium;       // posting_length: index into Procedure::media
    bool in_total = false;                   // posting_length: the days of all runs together, else one unbroken run
    std::vector<Start> starts;               // deadline: from where it runs; none: it ends on …
    ExprId by_day;                           // … this day
    Among among = Among::later;              // deadline: which of several starts counts
    std::vector<Stop> stops;                 // deadline
    bool allowed = true;                     // proxy, remote: 可以 or 不得
    std::optional<std::int64_t> per_holder;  // proxy: at most so many ballots for others per holder
    ExprId demand;                           // free_form
    std::vector<Situation> situations;       // choice
    base::Span span;
};

// ---------------------------------------------------------------- steps

/// 须经 as a tree; a leaf names a step.
struct Prerequisite {
    enum class Kind : std::uint8_t { leaf, all, any } kind = Kind::leaf;
    StepId step;
    bool whatever_outcome = false;  ///< 不论结果
    std::vector<Prerequisite> parts;
    base::Span span;
};

enum class LostVote : std::uint8_t { nothing, return_to, end, suspend };

/// How an act was done; what the office wrote under 形式. none: not recorded.
enum class Form : std::uint8_t { none, meeting, circulation, countersign, posting, written, other };
enum class BallotForm : std::uint8_t { none, secret, named, show_of_hands, open, written_ballot, acclamation };

/// One band of a 分级: who decides where its condition holds; the first that holds counts.
struct Band {
    ExprId when;  ///< of the field of the tiers; none: 其余
    std::vector<ActorId> actors;
    Ground ground;
};

/// 分级: who decides, by an amount.
struct Tiers {
    std::string name;
    FieldId field;
    std::vector<Band> bands;
    Ground ground;
    base::Span span;
};
inline constexpr std::uint16_t no_tiers = 0xFFFF;

struct Step {
    std::string name;
    bool optional = false;               ///< 可以
    std::optional<Condition> condition;  ///< 当: false skips the step
    std::vector<ActorId> actors;         ///< 由: any of them; empty: anyone; of tiers: of any band
    std::uint16_t tiers = no_tiers;      ///< 由 names tiers: index into Procedure::tiers
    std::optional<Prerequisite> prerequisite;
    ActorId body;               ///< of the meeting, none where the step is no meeting
    bool posting = false;       ///< has a 公示 statement: in order once begun
    std::vector<Field> fields;  ///< 记载
    LostVote lost_vote = LostVote::nothing;
    StepId return_to;
    Ground lost_ground;
    std::vector<RequirementId>
        requirements;  ///< in the order they are judged and shown: order, inherited, actor, form, then the text's order
    base::Span span;
};

struct Actor {
    std::string name;
    bool meets = false;  ///< declared as 会议体
    base::Span span{};
    std::vector<std::string> classes{};  ///< 类别 of its members, at most 64
};

struct Finding {
    std::string name;
    std::vector<ActorId> actors;  ///< competent bodies
    Field conclusion;
    std::optional<std::int64_t> when_none;  ///< 未作 视为: the value where no finding stands
    Ground ground;
    base::Span span;
};

struct Event {
    std::string name;
    std::vector<ActorId> actors;
    std::vector<Field> fields;
    Ground ground;
    base::Span span;
};

struct Parameter {
    Field field;
    Ground ground;
};

struct PathAssertion {
    StepId reach;
    StepId through;
    base::Span span;
};

struct Source {
    std::string name;
};

struct Procedure {
    std::string name;
    std::string full_title;
    std::string version;
    std::string level;
    std::optional<base::Day> in_force_from;
    std::optional<base::Day> in_force_until;  ///< the last day in force
    std::vector<std::string> sources;
    calendar::Profile profile = calendar::Profile::civil_code;

    std::vector<Actor> actors;
    std::vector<ChoiceSet> choice_sets;
    std::vector<Field> fields;
    std::vector<Ground> field_grounds;
    std::vector<Parameter> parameters;
    std::vector<Finding> findings;
    std::vector<Event> events;
    std::vector<Tiers> tiers;
    std::vector<Step> steps;                      ///< in the order of the text
    std::vector<Requirement> requirements;        ///< all, in the order of the text
    std::vector<RequirementId> own_requirements;  ///< of the procedure itself
    std::vector<Expr> expressions;
    std::optional<Condition> applies;  ///< 适用
    std::vector<PathAssertion> assertions;
    /// Every item that a 公示 内容, a 记录 or a condition on 内容/记录 names, at most 64; a set of them is a mask of bits.
    std::vector<std::string> content_names;
    std::vector<std::string> media;  ///< every 媒介 that a 公示 names

    base::SourcePtr source;
    base::Span span;       ///< of its name
    std::string identity;  ///< SHA-256 (hex) over everything a verdict can show or that can change one

    const Expr& expr(ExprId id) const { return expressions[id.index()]; }
    const Requirement& requirement(RequirementId id) const { return requirements[id.index()]; }
    const Step& step(StepId id) const { return steps[id.index()]; }
};

}  // namespace guicheng::model
