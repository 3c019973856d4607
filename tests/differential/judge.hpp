#pragma once
// The plain evaluator's own state and its questions, one source file for each section of the page.
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "differential/reference.hpp"

namespace guicheng::differential {

using Missing = std::vector<verdict::Missing>;

/// Adds what is not there yet.
void add(Missing& to, const Missing& more);

enum class Tri : std::uint8_t { no, unknown, yes };
constexpr Tri tri(bool b) {
    return b ? Tri::yes : Tri::no;
}
constexpr Tri turned(Tri t) {
    return t == Tri::unknown ? t : tri(t == Tri::no);
}

struct Truth {
    Tri is = Tri::yes;
    Missing missing;
};

/// What an expression gives. Texts stand as texts, days as day numbers.
struct Value {
    bool known = false;
    std::int64_t v = 0;
    std::string text;
    std::vector<std::string> texts;
    bool persons = false;  ///< of an act: `texts` are all of them, `text` is how they are written
    Missing missing;
    /// Of a 个数 that is not known, and of days for want of a year: the numbers that it may be; without `low` or `high` there is no such
    /// end.
    std::optional<std::int64_t> low, high;
};

/// Section 6, counts of a meeting; nothing where a count is unknown.
struct Counts {
    std::optional<std::int64_t> entitled, present, yes, no, abstain, other, spoiled, registered;
};

struct Tally {
    Counts all;   ///< with the doubtful ballots
    Counts none;  ///< without them
    bool doubtful_remote = false, doubtful_proxy = false;
    std::vector<std::string> strangers, remote_out, proxy_out, doubles;
    std::vector<cases::Ballot> kept, certain;  ///< the ballots left, with and without the doubtful ones
};

/// Section 6: the day from which a time limit runs, as far as it is known.
struct Begin {
    Tri exists = Tri::no;
    std::optional<base::Day> low, high;  ///< no earlier, no later
    Missing missing;
    std::vector<verdict::Evidence> records;
    bool exact() const { return exists == Tri::yes && low && high && *low == *high; }
};

/// One stop of a clock, and whether it goes on.
struct Halt {
    base::Day from, to;
    bool open = false;
    std::int32_t record = 0;
    std::string name;
    const cases::Act* end = nullptr;  ///< the act that ended it, where it is another
};
struct Halts {
    std::vector<Halt> sure;  ///< in the order of their days
    bool doubtful = false;
    Missing missing;
};

/// The figures of a period, as far as they are known.
verdict::Numbers figures(base::Comparison op, std::optional<calendar::Period> period, std::optional<calendar::Count> found);

/// The smallest number that passes, of upper bounds the largest.
std::optional<std::int64_t> needed(base::Comparison op, std::optional<std::int64_t> base, std::optional<base::Fraction> share,
                                   std::optional<std::int64_t> number);

/// What a requirement's own test says.
struct Test {
    enum class Is : std::uint8_t { yes, no, unknown, waiting, unregulated, no_act } is = Is::yes;
    Missing missing;
    std::optional<verdict::Numbers> numbers;
    std::vector<verdict::Way> ways;
    std::optional<verdict::Counting> counting;
    std::vector<std::string> lacking, persons;
    std::vector<verdict::Signature> signatures;
    std::vector<verdict::Cause> causes;
    std::vector<verdict::Evidence> records;  ///< of the acts that the test looked at
    int situation = -1;
    std::optional<base::Day> judged_on;  ///< the day by which a reason must be on record
};

struct Tried;

/// The act that a quantifier is at.
struct Bound {
    const cases::Act* act = nullptr;
    const Tried* attempt = nullptr;
};

/// From where a condition is read.
struct Reading {
    std::optional<base::Moment> at;                 ///< t
    bool at_end = false;                            ///< looked at as of as_of, when everything has been judged
    const Tried* current = nullptr;                 ///< 本次
    std::optional<model::StepId> not_taken;         ///< the step whose 时限 is looked at though it was not taken
    std::map<std::uint16_t, std::int64_t> assumed;  ///< the value tried of a parameter with a closed list that is not set
    bool counts_as_recorded = false;                ///< in the statements on proxies and remote voting, which settle the counts
    std::vector<Bound> bounds;
    std::optional<base::Day> day() const { return at ? std::optional(at->day) : std::nullopt; }
};

/// Sections 5 and 12: what is read of a requirement before its test.
struct Frame {
    Truth in_force, condition, applies;
    std::vector<Truth> exceptions;
    std::vector<verdict::Evidence> condition_evidence, test_evidence, exception_evidence;
};

/// One attempt.
struct Tried {
    const cases::Act* act = nullptr;
    model::StepId step;
    std::int32_t number = 1;
    bool skipped = false, withdrawn = false, returned = false;
    Tally tally;
    std::vector<verdict::Finding> findings;
    std::vector<model::RequirementId> requirements;        ///< of the findings
    std::vector<std::optional<Frame>> frames;              ///< of the findings that wait for section 7
    std::vector<std::optional<calendar::Period>> lengths;  ///< … and their period, read at the posting's own t
    verdict::Status status = verdict::Status::valid;       ///< without what waits
    verdict::Outcome outcome = verdict::Outcome::none;
    std::vector<Tried*> rests_on;
    bool counts = false;
    std::optional<base::Day> day() const { return act->dated ? std::optional(act->start.day) : std::nullopt; }
};

/// Section 6: what the tree of 须经 says.
struct Way {
    Tri order = Tri::yes, inherited = Tri::yes;
    Missing order_missing, inherited_missing;
    std::vector<verdict::Cause> order_causes, inherited_causes;
    std::vector<Tried*> met;
    int rank() const;
};

class Judge {
public:
    Judge(const model::Procedure& p, const cases::Case& c, const calendar::Calendar& calendar, std::optional<base::Day> as_of, Fault fault);
    verdict::Verdict run();

private:
    bool made(Fault f) const { return fault_ == f; }
    const model::Requirement& requirement(model::RequirementId id) const { return p_.requirement(id); }
    const model::Step& step(model::StepId id) const { return p_.step(id); }

    // order.cpp: sections 1 and 3
    void settle_as_of(std::optional<base::Day> given);
    void take_notes();
    int depth(model::StepId step) const;
    std::set<std::size_t> predecessors(model::StepId step, bool whatever_outcome_too = true) const;
    bool rests_on_step(model::StepId step, model::StepId on, bool whatever_outcome_too = true) const;
    std::vector<const cases::Act*> in_order() const;

    // conditions.cpp and values.cpp: section 8
    Truth truth(model::ExprId id, const Reading& r) const;
    Truth settled(model::ExprId id, const Reading& r) const;
    void open_readings(model::ExprId id, const Reading& r, std::map<std::uint16_t, std::int64_t>& out) const;
    std::vector<Reading> each_reading(const std::map<std::uint16_t, std::int64_t>& open, const Reading& r) const;
    Truth compared_counts(const model::Expr& e, const Value& a, const Value& b) const;
    Truth truth_of(const std::optional<model::Condition>& condition, const Reading& r) const;
    Truth junction(const model::Expr& e, const Reading& r) const;
    Truth comparison(const model::Expr& e, const Reading& r) const;
    Truth containment(const model::Expr& e, const Reading& r) const;
    Truth done(model::StepId step, const Reading& r) const;
    Truth exists_or_every(const model::Expr& e, const Reading& r) const;
    Value counted(const model::Expr& e, const Reading& r) const;
    std::vector<Bound> acts_of(const model::Expr& e) const;
    Value value(model::ExprId id, const Reading& r) const;
    Value typed(const model::Field& field, const cases::Value& v, verdict::Missing missing) const;
    Value parameter(model::ParameterId id, const Reading& r) const;
    const cases::ParameterValue* parameter_entry(model::ParameterId id, const Reading& r) const;
    Value finding(model::FindingId id, const Reading& r) const;
    const cases::Act* standing_finding(model::FindingId id) const;
    bool may_find(const model::Finding& f, const cases::Act& act) const;
    std::pair<bool, Bound> act_of(const model::Expr& e, const Reading& r) const;
    std::string act_name(const cases::Act& act) const;
    Value no_act(const model::Expr& e, const Reading& r) const;
    Value attribute(const model::Expr& e, const Reading& r) const;
    Value attribute_of(model::Attribute attribute, const Bound& b, const Reading& r) const;
    Value record_field(const model::Expr& e, const Reading& r) const;
    Value arithmetic(const model::Expr& e, const Reading& r) const;
    Value shifted(const model::Expr& e, const Reading& r) const;
    Value days_between(const model::Expr& e, const Reading& r) const;
    std::optional<calendar::Period> period(const model::Length& length, calendar::Profile profile, const Reading& r) const;

    // evidence.cpp: sections 11 and 12
    void name_values(model::ExprId id, const Reading& r, std::vector<verdict::Evidence>& out, bool in_quantifier = false) const;
    void name_act_value(const model::Expr& e, const Reading& r, std::vector<verdict::Evidence>& out) const;
    void name_acts(const model::Expr& e, const Reading& r, std::vector<verdict::Evidence>& out) const;
    void name_parameter(model::ParameterId id, const Reading& r, std::vector<verdict::Evidence>& out) const;
    void name_finding(model::FindingId id, const Reading& r, std::vector<verdict::Evidence>& out) const;
    void name_standing_finding(const model::Finding& f, const cases::Act* act, std::vector<verdict::Evidence>& out) const;
    std::string written(const model::Field& field, const cases::Value& v) const;

    // comparisons.cpp: section 12
    std::vector<verdict::Compared> comparisons(const model::Requirement& q, const verdict::Finding& f, const Reading& r) const;
    std::vector<std::pair<model::ExprId, Tri>> telling_parts(model::ExprId id, Tri is, const Reading& r) const;
    void compare(model::ExprId whole, Tri is, const Reading& r, bool with_acts, const std::vector<verdict::Term>& within,
                 std::vector<verdict::Compared>& out) const;
    void compare_acts(model::ExprId id, Tri is, const Reading& r, bool with_acts, const std::vector<verdict::Term>& within,
                      std::vector<verdict::Compared>& out) const;
    verdict::Side side(model::ExprId id, const Reading& r) const;
    void pieces(model::ExprId id, const Reading& r, std::vector<verdict::Term>& out) const;
    verdict::Term value_piece(model::ExprId id, const Reading& r) const;
    std::string canonical(model::ExprId id, const Reading& r) const;
    std::optional<verdict::Counting> days_counted(const model::Expr& e, const Reading& r) const;

    // counts.cpp and thresholds.cpp: section 6
    Tally tally(const Tried& t) const;
    std::optional<std::int64_t> roll_of(const Tried& t, model::ActorId body) const;
    std::vector<cases::RollEntry> on_roll(const Tried& t, model::ActorId body) const;
    std::optional<std::int64_t> kept_roll(const Tried& t, model::ActorId body) const;
    verdict::Missing roll_missing(const Tried& t, model::ActorId body, std::uint16_t which = model::no_class) const;
    std::optional<std::int64_t> class_roll(const Tried& t, model::ActorId body, std::uint16_t which) const;

    // classes.cpp: section 6, the counts of one class
    const cases::ClassTally* class_tally(const Tried& t, std::uint16_t which) const;
    std::vector<std::uint32_t> of_class(const Tried& t, std::uint16_t which, const std::vector<std::uint32_t>& persons) const;
    Tally tally_of_class(const Tried& t, std::uint16_t which) const;
    std::optional<verdict::Numbers> class_contradiction(const Tried& t, const cases::ClassTally& stated, bool& contradicts) const;
    std::optional<verdict::Numbers> class_roll_differs(const Tried& t) const;
    std::vector<std::string> acted_by(const cases::Act& act) const;
    std::vector<std::string> named(const Value& v) const;
    Test separation(const model::Requirement& q, const Tried& t) const;
    Test holder(const model::Requirement& q, const Tried& t) const;
    std::vector<std::string> who_may(model::StepId id, const Reading& r) const;
    Test by_band(const model::Requirement& q, const Tried& t, const Reading& r) const;
    Test signed_off(const model::Requirement& q, const Tried& t) const;
    Test membership(const model::Requirement& q, const Tried& t, const Reading& r) const;
    Test term(const model::Requirement& q, const Tried& t, const Reading& r) const;
    const model::Requirement* statement(const Tried& t, model::RequirementKind kind) const;
    Test threshold(const model::Requirement& q, const Tried& t, const Reading& r) const;
    Test one_way(const model::Requirement& q, const model::Threshold& wanted, const Tried& t, const Reading& r) const;
    Truth threshold_with(const model::Requirement& q, const model::Threshold& wanted, const Tried& t, const Counts& n,
                         std::optional<base::Fraction> share, std::optional<std::int64_t> number) const;
    Test tally_test(const Tried& t) const;
    Test roll_test(const Tried& t) const;
    Test declared_test(const Tried& t) const;

    // periods.cpp: sections 6 and 7
    Test materials(const model::Requirement& q, const Tried& t, const Reading& r) const;
    std::vector<std::pair<base::Day, base::Day>> hung(const model::Requirement& q, const cases::Act& act, base::Day seen) const;
    Test posting_length(const model::Requirement& q, const Tried& t, std::optional<calendar::Period> period, const Tried* waits,
                        std::optional<base::Day> waiting_day) const;
    std::optional<base::Day> completing_day(const model::Requirement& q, const Tried& t, const Reading& r) const;

    // deadlines.cpp: section 6
    Begin begin(const model::Start& start, const Reading& r) const;
    Begin begin(const model::Requirement& q, const Reading& r) const;
    std::vector<verdict::StartDay> start_days(const model::Requirement& q, base::Day from, const Reading& r) const;
    Halts halts(const model::Requirement& q, base::Day now) const;
    void halts_between(const model::Stop& stop, base::Day now, Halts& out) const;
    void halts_of_suspension(base::Day now, Halts& out) const;
    Test deadline(const model::Requirement& q, const Tried* t, const Reading& r) const;
    Test by_day(const model::Requirement& q, const Tried* t, const Reading& r) const;
    std::optional<base::Day> due(const model::Requirement& q, const Reading& r) const;

    // prerequisites.cpp: section 6
    Way way(const model::Prerequisite& p, const Reading& r);
    Way leaf(const model::Prerequisite& p, const Reading& r);
    Way leaf_rows(const model::Prerequisite& p, const Reading& r);
    bool done_before(const Tried& t, const Reading& r) const;
    bool enabled(model::StepId step, const Reading& r);

    // findings.cpp: sections 5, 11 and 12
    Truth in_force(const model::Requirement& q, const Tried* t, const Reading& r) const;
    Frame frame(const model::Requirement& q, const Tried* t, const Reading& r) const;
    Test test(const model::Requirement& q, const Tried& t, const Way& way, const Reading& r) const;
    Test list_test(const model::Requirement& q, bool given, std::uint64_t items, verdict::MissingKind kind, const Tried& t) const;
    Test demand(const model::Requirement& q, const Reading& r) const;
    Test choice(const model::Requirement& q, const Reading& r) const;
    Test situation(const model::Requirement& q, const Reading& r) const;
    verdict::Finding conclude(const model::Requirement& q, const Frame& f, const Test& t, const Tried* attempt) const;
    verdict::Finding bare(const model::Requirement& q) const;
    bool reason_in_time(const Tried& t, std::optional<base::Day> judged_on) const;

    // attempts.cpp: sections 4, 7 and 9
    void judge_act(const cases::Act& act);
    void judge_attempt(const cases::Act& act);
    void take_return(model::StepId step);
    void skip(Tried& t) const;
    void after_loss(const Tried& t);
    verdict::Outcome outcome_of(const Tried& t) const;
    verdict::Status status_of(const std::vector<verdict::Finding>& findings) const;
    std::vector<verdict::Finding> findings_seen(const Tried& t, const Tried* waits, std::optional<base::Day> waiting_day) const;
    std::vector<verdict::Finding> findings_at_end(const Tried& t) const;
    verdict::Status status_seen(const Tried& t, const Reading& r) const;
    Tried* standing(model::StepId step) const;
    std::vector<Tried*> serving(model::StepId step) const;  ///< those that serve, skipped ones aside

    // ending.cpp and result.cpp: sections 10 and 11
    Reading at_the_end() const;
    std::vector<verdict::Cause> attempted_in_vain(model::StepId id) const;
    std::optional<verdict::Finding> owed(model::StepId id, const model::Requirement& q);
    std::vector<verdict::Finding> step_findings(model::StepId id);
    std::vector<verdict::Finding> own_findings();
    bool complete() const;
    bool skipped_at_end(model::StepId id) const;
    void mark_what_counts();
    verdict::Attempt shown(const Tried& t) const;
    verdict::StepState state(model::StepId id, const std::vector<verdict::Finding>& findings) const;
    std::optional<verdict::Finding> applies() const;
    verdict::CaseStatus case_status(const verdict::Verdict& v) const;
    verdict::Outcome case_outcome() const;
    std::vector<verdict::NextStep> next();

    // first_days.cpp: section 14, of a step that may be taken
    std::optional<std::vector<const Tried*>> relied_on(const model::Prerequisite& p);
    bool taken_back(model::StepId id) const;
    bool asked(const model::Requirement& q) const;
    std::optional<base::Day> ready_after(const Tried& t, base::Day day) const;
    std::optional<base::Day> own_first_day(const model::Step& s) const;
    void own_bound(model::ExprId id, std::optional<base::Day>& from) const;
    calendar::DayResult delivered_for(const model::Requirement& q, base::Day act) const;
    std::optional<base::Day> first_day(model::StepId id, const std::vector<const Tried*>& relied) const;
    std::vector<verdict::OpenedDuty> duties(const verdict::Verdict& v) const;
    std::vector<verdict::YearIdentity> years(const verdict::Verdict& v) const;

    const model::Procedure& p_;
    const cases::Case& c_;
    const calendar::Calendar& calendar_;
    Fault fault_;

    std::optional<base::Day> as_of_;
    verdict::AsOfSource as_of_source_ = verdict::AsOfSource::given;
    bool closed_ = false;
    std::vector<const cases::Act*> seen_;
    std::vector<verdict::Note> notes_;

    mutable std::deque<Tried> attempts_;                ///< in the order in which they were judged
    std::vector<const cases::Act*> findings_, events_;  ///< … those judged so far
    struct Pause {
        const cases::Act* act;
        const Tried* attempt;  ///< of a lost vote
        bool begins;
    };
    std::vector<Pause> pauses_;  ///< what suspended the case and what ended that
    std::vector<model::StepId> open_returns_;
    bool suspended_ = false, ended_ = false;
};

}  // namespace guicheng::differential
