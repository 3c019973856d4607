#pragma once
// One evaluation under way. Internal to this stage: its member functions are spread over the stage's sources by meaning.
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/calendar.hpp"
#include "cases/case.hpp"
#include "eval/state.hpp"
#include "eval/trace.hpp"
#include "program/program.hpp"

namespace guicheng::eval {

inline constexpr std::uint8_t no_gap = 0xff;

/// A value of a condition. Texts: an index into Case::texts, or below zero -1 - index into Program::texts.
struct Value {
    std::int64_t v = 0;
    bool known = false;
};
constexpr Value known(std::int64_t v) {
    return {v, true};
}

/// Days that can be reckoned with, far beyond any that a record may name.
inline constexpr std::int64_t far_day = std::numeric_limits<std::int32_t>::max() / 4;
constexpr bool within_days(std::int64_t day) {
    return day >= -far_day && day <= far_day;
}

/// The whole numbers that a 个数, a number of working days or a day reckoned in working days may be.
struct Spread {
    std::int64_t low = 0, high = 0;
    bool endless = false;     ///< no upper end
    bool bottomless = false;  ///< no lower end
};

/// A parameter with a closed list that is not set, and which of its values is tried.
struct OpenReading {
    std::uint16_t parameter = 0;
    std::int64_t values = 0;
    Value tried;
};

/// When and for which attempt conditions are read.
struct At {
    bool dated = false;
    base::Moment moment;
    std::uint32_t attempt = no_index;    ///< the attempt being judged; none at the end of the case
    std::uint16_t step = program::none;  ///< at the end: the step not taken whose 时限 is looked at
};

/// The act that an expression's scope names.
struct Subject {
    std::uint32_t act = no_index;
    std::uint32_t attempt = no_index;
};

/// What was missing, to be taken back where the answer turns out not to depend on it.
struct GapMark {
    std::uint8_t first = no_gap;
    std::size_t size = 0;
};

/// Of the cell: -1 where not known.
struct Figures {
    std::int64_t needed = -1, found = -1, base = -1;
};

/// From where a posting is looked at: the act that waits for it, or the end of the case.
struct View {
    bool waited = false;
    bool dated = false;
    base::Day day;  ///< of that act; at the end as_of
};

/// The day from which a deadline runs, as far as it is known: no earlier than `low`, no later than `high`.
struct Origin {
    Tri exists = Tri::no;  ///< unknown: perhaps it is only not recorded
    bool has_low = false, has_high = false;
    base::Day low{}, high{};
    std::uint32_t act = no_index;  ///< of one start: the act that gives it
    bool exact() const { return exists == Tri::yes && has_low && has_high && low == high; }
};

/// A threshold with its parameter put in.
struct Bound {
    base::Comparison op = base::Comparison::greater_equal;
    std::optional<base::Fraction> share;
    std::int64_t number = 0;
};

/// The number of a base, or -1.
constexpr std::int64_t base_number(model::Denominator denominator, const Counts& c) {
    switch (denominator) {
        case model::Denominator::none: return -1;
        case model::Denominator::entitled:
        case model::Denominator::whole: return c.entitled;
        case model::Denominator::present: return c.present;
        case model::Denominator::cast:
            return c.yes < 0 || c.no < 0 || c.abstain < 0 || c.spoiled < 0 ? -1 : c.yes + c.no + c.abstain + c.spoiled;
        case model::Denominator::valid_ballots: return c.yes < 0 || c.no < 0 || c.abstain < 0 ? -1 : c.yes + c.no + c.abstain;
        case model::Denominator::registered: return c.registered;
    }
    return -1;
}

/// How a requirement was judged, and which of its parts were looked at.
struct Judged {
    verdict::Result result = verdict::Result::satisfied;
    verdict::Why why = verdict::Why::none;
    Tri applies = Tri::yes;
    std::int16_t exception = -1;
    bool condition_read = true;
    bool test_made = false;
    bool exceptions_read = false;
    bool charged = false;
};

class Run {
public:
    Run(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar, Scratch& scratch, Trace* trace)
        : program_(program), model_(*program.procedure), case_(file), calendar_(calendar), s_(scratch), trace_(trace) {}

    void start();
    void fold(std::uint32_t act);
    /// Does not change what was folded; may be followed by more folding.
    void finish(std::optional<base::Day> as_of, verdict::AsOfSource source);
    /// After finish, of a run with a trace: moves out of it.
    verdict::Verdict verdict();

private:
    friend class Planner;  // reads what the run came to

    using Row = program::Row;
    using Node = program::Node;
    using Step = program::Step;
    using Result = verdict::Result;

    // fold.cpp
    void chain(std::uint32_t act, std::uint32_t& latest);
    void suspend(std::uint32_t act, std::uint32_t attempt);
    void resume(std::uint32_t act);
    void fold_step(std::uint32_t act);
    template <class Each>
    void for_each_requirement(const Step& step, Each each);
    bool is_listed(const Row& row, const Step& step) const;
    bool plainly_met(const Row& row, const Step& step, const cases::Act& act) const;
    bool says_nothing(const program::Step& step, const cases::Act& act) const;
    void judge_attempt(std::uint32_t attempt);
    void judge_all(const program::Step& step, const cases::Act& act, std::uint32_t attempt);
    void judge_silent(const program::Step& step, std::uint32_t attempt);
    void note_result(const Row& row, Result result, std::uint32_t attempt);
    verdict::Outcome outcome_so_far(std::uint32_t attempt) const;
    void stand(std::uint32_t attempt);
    void withdraw(std::uint16_t step);
    void open_return(std::uint16_t target);
    void take_returns(std::uint16_t step);
    void return_from(std::uint16_t target);
    bool rests_on(std::uint16_t step, std::uint16_t target);

    // glance.cpp
    enum class Glance : std::uint8_t { met, not_applicable, look_closer };
    Glance glance(const Row& row);
    bool something_was_done(const Row& row) const;
    bool plainly_demanded(const Row& row) const;
    bool plainly_by(const Row& row, const cases::Act& act) const;
    bool plainly_reached(const Row& row, const Counts& counts) const;
    Tri plainly_lifted(const Row& row) const;
    Glance await_length(const Row& row);
    Tri all_dates_hold(const Row& row) const;
    Tri matter_holds(const program::MatterCheck& check) const;
    Tri dates_hold(const program::DateCheck& check) const;

    // findings.cpp
    void begin(std::uint16_t requirement);
    static bool asks_test_first(const Row& row);
    Result judge_requirement(std::uint16_t requirement, std::uint32_t attempt, bool glanced = false);
    Result conclude(std::uint16_t requirement, std::uint32_t attempt, Judged judged, Test test);
    void skip_requirement(std::uint16_t requirement, std::uint32_t attempt);
    Result settle(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged);
    void keep_cell(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged);
    Tri applicable(const Row& row, bool& in_force);
    Tri lifted(const Row& row, std::int16_t& exception);
    Test run_test(const Row& row);
    Tri demand(const Row& row);
    Test situation(const Row& row);
    bool excused(const Row& row, std::uint32_t attempt, bool dated, base::Day day) const;
    static Result decide(const Row& row, Tri applies, Tri lifted, Test test, bool excused);
    static std::uint8_t fault_of(const Row& row, Result result);
    static verdict::Status status_of(std::uint8_t faults);

    // readings.cpp
    /// A condition as a whole: 当, 除外, 适用, what 要求 demands.
    Tri holds(program::ExprIndex root);
    Test choice(const Row& row);
    void open_readings(program::ExprIndex root);
    template <class Answer, class Read>
    std::optional<Answer> each_reading(Answer unknown, Read read);
    const Value* assumed(std::uint16_t parameter) const;

    // expressions.cpp
    Tri condition(program::ExprIndex expression);
    Value value(program::ExprIndex expression);
    Value recorded(const Node& node);
    Value opposite(const Node& node);
    Value all_or_any(const Node& node, bool any);
    Value compare(const Node& node);
    Value compare_bounds(const Node& node, Value left, const std::optional<Spread>& among_left, Value right, GapMark before);
    Value member(const Node& node);
    Value contains(const Node& node);
    Value quantified(const Node& node);
    Value quantified_value(model::ExprKind kind, std::int64_t held, std::int64_t unknown, bool failed, GapMark before);
    std::string_view text(std::int64_t v) const;

    // operands.cpp
    Value matter(std::uint16_t field);
    Value parameter(std::uint16_t parameter);
    Value finding(std::uint16_t finding);
    std::uint32_t standing_finding(std::uint16_t finding) const;
    bool may_stand(std::uint16_t finding, const cases::Act& act) const;
    Value step_done(std::uint16_t step);
    Value arithmetic(const Node& node);
    /// A date plus or less a period.
    struct Shift {
        std::int64_t from = 0, amount = 0;
        calendar::Unit unit = calendar::Unit::days;
        bool back = false;
    };
    std::optional<Shift> shift_of(const Node& node);
    Value shift_date(const Node& node);
    Value shifted(const Shift& shift);
    Value days_between(const Node& node);
    Value overflow();

    // attributes.cpp
    Subject subject(const Node& node);
    Value attribute(const Node& node);
    Value recorded_field(const Node& node);
    Value outcome_value(const cases::Act& act, Subject who);
    Value counted(std::int64_t count, std::string_view key, Subject who);
    Value textual(std::uint32_t text, std::string_view key, Subject who);
    Value known_or_gap(bool is_known, std::int64_t v, verdict::MissingKind kind, Subject who);
    void gap_of_no_act(const Node& node);
    Counts counts_of(Subject who) const;
    std::string_view act_name(const cases::Act& act) const;
    void gap_of_act(verdict::MissingKind kind, Subject who);

    // prerequisites.cpp
    /// What one step named in 须经 gives.
    struct Leaf {
        Tri order = Tri::yes;
        Tri inherited = Tri::yes;
        std::uint8_t cause = no_gap;   ///< a verdict::CauseKind
        std::uint32_t met = no_index;  ///< the attempt met
        bool pass = false;             ///< skipped: its own 须经 is read in its place
    };
    struct Columns {
        Tri order = Tri::yes;
        Tri inherited = Tri::yes;
    };
    Leaf leaf(const program::Prerequisite& node);
    Leaf leaf_unskipped(const program::Prerequisite& node);
    Tri step_condition(std::uint16_t step);
    Columns read(std::uint16_t step);
    bool push_skipped(std::uint16_t step);
    Columns columns(std::uint32_t node);
    std::uint32_t chosen(const program::Prerequisite& node);
    template <class Visit>
    void visit_leaves(std::uint16_t step, Visit visit);
    void read_prerequisites(std::uint32_t attempt);
    Test order_test(std::uint32_t attempt);
    void order_cause(std::uint16_t step, const Leaf& found);
    Test inherited_test(std::uint32_t attempt);
    void charge_passed_over(std::uint32_t attempt);
    bool enabled(std::uint16_t step);
    void cause(verdict::CauseKind kind, std::uint16_t step, std::uint32_t number);

    // counting.cpp
    void count_vote(std::uint32_t attempt);
    Counts stated(const cases::Act& act) const;
    std::int64_t roll_of(const cases::Act& act, std::uint16_t body) const;
    static void complete(Counts& counts);
    Scratch::Voter& voter(std::uint32_t person);
    void forget_voters();
    void mark_strangers(const cases::Act& act, std::uint16_t body);
    void count_attendees(const cases::Act& act, std::uint16_t body, Counts& counts);
    void count_ballots(const cases::Act& act, const Step& step, Counts& counts);
    bool rule_holds(std::uint16_t requirement);
    void take_out_ballots(const cases::Act& act, const Step& step);
    static void add_once(std::vector<std::uint32_t>& list, std::uint32_t person);
    /// Of persons who came, by their names.
    struct ByName {
        std::int64_t came = 0, out = 0, yes = 0, no = 0, abstain = 0, spoiled = 0;
        void into(Counts& counts) const;
    };
    template <class Counted>
    ByName by_name(Scratch::Votes Scratch::Voter::* ballots, Counted counted) const;
    void votes_left(const cases::Act& act, Counts& counts, Scratch::Votes Scratch::Voter::* ballots);
    Counts class_counts(const cases::Act& act, const Row& row, Scratch::Votes Scratch::Voter::* ballots) const;
    const cases::ClassTally* tally_of(const cases::Act& act, std::uint16_t member_class) const;
    std::string_view class_name(std::uint16_t body, std::uint16_t member_class) const { return model_.actors[body].classes[member_class]; }

    // members.cpp
    std::int64_t kept_roll(const cases::Act& act, std::uint16_t body) const;
    std::int64_t of_class(const cases::Act& act, std::uint16_t body, std::uint16_t member_class) const;
    void gap_of_roll(const cases::Act& act, std::uint16_t body, std::uint16_t member_class);
    Test membership(const Row& row);
    Test term(const Row& row);

    // competence.cpp
    std::vector<std::string> who_may(std::uint16_t step);
    Test actor_test(const Row& row, const cases::Act& act, Subject who);
    Test holder_test(const Row& row, const cases::Act& act, Subject who);
    Tri in_office(const cases::Office& office, const cases::Act& act, bool& day_asked) const;
    Tri covers(const cases::Delegation& delegation, const Row& row, const cases::Act& act, bool& day_asked, bool& amount_asked) const;
    Test by_office(const Row& row, const cases::Act& act, Subject who);
    bool among(program::Range actors, const cases::Act& act) const;
    Test band_test(program::Range bands, const cases::Act& act, Subject who);

    // persons.cpp
    static constexpr std::int64_t persons_of_act = std::int64_t{1} << 40;
    Value persons(Subject who);
    template <class Each>
    void each_text(std::int64_t v, Each each) const;
    bool shares_text(std::int64_t a, std::int64_t b) const;
    std::string persons_text(std::int64_t v) const;
    Test separation(const Row& row);
    void collect_persons(const Row& row, std::vector<verdict::Evidence>& out);

    // signatures.cpp
    Test signed_off(const Row& row);

    // thresholds.cpp
    Test threshold(const Row& row);
    Test reached(const Row& row);
    Test reached(const Row& row, const Counts& counts, const Counts& firm);
    bool bound_of(const Row& row, Bound& bound);
    void show_margin(Tri answer);
    Tri threshold_answer(const Row& row, const Bound& bound, const Counts& counts);
    void show_threshold(const Row& row, const Bound& bound, bool bound_known, std::int64_t found, std::int64_t base);
    void show_bounds(const Row& row, bool of_share, const Counts& counts) const;
    void threshold_gaps(const Row& row, const Bound& bound, const Counts& counts);

    // meeting.cpp
    Test record_test(const Row& row);
    static std::uint64_t items_at_fault(const Row& row, std::uint64_t listed);
    Test items(const Row& row, bool recorded, std::uint64_t listed, verdict::MissingKind kind);
    Test tally(const cases::Act& act, std::uint16_t body);
    Test roll(const cases::Act& act, std::uint16_t body);
    Test declared(const cases::Act& act);
    void open_approval_gaps();
    bool class_tallies_agree(const cases::Act& act, std::uint16_t body);
    bool class_tally_agrees(const cases::Act& act, std::uint16_t body, const cases::ClassTally& tally);
    void show_numbers(verdict::Measure measure, base::Comparison op, std::int64_t needed, std::int64_t found, std::string_view of = {});
    void show_persons(const std::vector<std::uint32_t>& list);

    // periods.cpp
    std::optional<calendar::Period> period_of(const Row& row);
    void show_counting(const Row& row, calendar::Period period, calendar::Count count, base::Day from, base::Day through,
                       std::optional<base::Day> last_day, std::optional<base::Day> ends);
    Test materials(const Row& row);
    bool plainly_delivered(const Row& row, const cases::Act& act) const;

    // postings.cpp
    /// An unbroken run of a posting, seen through some day.
    struct Hung {
        base::Day from, through;
        calendar::Count count;
        Tri reaches = Tri::no, exceeds = Tri::no;  ///< the length that is asked for
        calendar::DayResult complete{};            ///< the day through which it must hang to reach it
        std::optional<base::Day> ends;             ///< where the completing day was moved: the day before that
    };
    /// All of them: the figures are those of the longest, or of the sum.
    struct HungInAll {
        Hung shown;
        Tri reaches = Tri::no, exceeds = Tri::no;
        std::uint32_t runs = 0;
        std::int32_t left = 0;           ///< of a sum: of the period, after the runs so far
        std::int32_t left_doubtful = 0;  ///< … for want of this year
    };
    static bool rolls_postings(const Row& row, calendar::Unit unit);
    base::Day seen_through(View view) const;
    bool plainly_hung(const Row& row, const Attempt& posting, View view) const;
    template <class Each>
    void each_run(const Row& row, const cases::Act& act, Each each) const;
    bool medium_unknown(const Row& row, const cases::Act& act) const;
    bool taken_down(const Row& row, const cases::Act& act, base::Day by) const;
    Hung hung(const Row& row, calendar::Period period, base::Day from, base::Day through) const;
    static void hung_again(HungInAll& all, const Hung& run);
    void hung_more(const Row& row, calendar::Period period, HungInAll& all, const Hung& run) const;
    HungInAll hung_in_all(const Row& row, calendar::Period period, const cases::Act& act, base::Day seen) const;
    std::optional<base::Day> turning_day(const Row& row, calendar::Period period, const Hung& run) const;
    void show_runs(const Row& row, calendar::Period period, const cases::Act& act, base::Day seen, const HungInAll& all);
    std::int32_t uncovered_year(const Row& row, calendar::Period period, const cases::Act& act, base::Day seen) const;
    Test length_test(const Row& row, const Attempt& posting, View view);
    static Test while_hanging(base::Comparison op, Tri found, bool exceeded);
    calendar::DayResult completed_by(const Row& row, calendar::Period period, const cases::Act& act) const;

    // deadlines.cpp
    Origin origin_of_event(std::uint16_t event, bool latest);
    Origin origin_of(const program::Start& start);
    Origin origin(const Row& row);
    Origin origin_quietly(const Row& row);
    bool stops_of_event(const program::Stop& stop, base::Day now);
    bool stops_between(const program::Stop& stop, base::Day now);
    bool stops_of_suspension(base::Day now);
    bool collect_stops(const Row& row, base::Day now);
    bool clock_stands(base::Day end) const;
    Test deadline(const Row& row);
    Test within_bounds(const Row& row, calendar::Period period, const Origin& from);
    Test by_day(const Row& row);
    void show_deadline(const Row& row, calendar::Period period, base::Day from, calendar::DayResult end, calendar::DayResult last,
                       bool open);
    std::vector<verdict::StartDay> start_days(const Row& row, base::Day from);
    std::optional<base::Day> due_by(const Row& row);

    // lengths.cpp
    Result posted_length(std::uint16_t requirement, std::uint32_t attempt);
    Judged length_judged(std::uint32_t length, std::uint32_t attempt, View view);
    bool outgrown(std::uint32_t attempt, View view);
    verdict::Status status_at(std::uint32_t attempt, View view);
    verdict::Status status_now(std::uint32_t attempt);
    View final_view(std::uint32_t attempt) const;
    void final_statuses();

    // owed.cpp
    void owed();
    void owed_by_step(std::uint16_t step);
    Tri step_condition_now(std::uint16_t step);
    bool open_deadline(std::uint16_t requirement);
    void attempted_in_vain(std::uint16_t step);
    bool owed_finding(std::uint16_t requirement, std::uint16_t step, Tri condition_now, bool open);
    verdict::StepState state_of(std::uint16_t step, bool skipped, bool owes);
    bool is_complete();

    // finish.cpp
    Tri applies();
    std::uint32_t void_attempt(std::uint16_t step) const;
    void mark_counting();
    void mark_reached();
    void mark_predecessors(std::uint16_t step);
    void sum_up();

    // recorder.cpp
    void begin_trace(std::uint16_t requirement);
    void end_trace(std::uint16_t requirement, std::uint32_t attempt, const Judged& judged);
    void fill(verdict::Finding& finding, std::uint16_t requirement, const Judged& judged) const;
    void add_grounds(verdict::Finding& finding, std::uint16_t requirement, const Judged& judged) const;
    void add_records(std::vector<verdict::Evidence>& out, const Row& row, std::uint32_t attempt, bool test_made);
    void collect_test(const Row& row, std::vector<verdict::Evidence>& out);
    void trace_length(const Row& row, std::uint32_t attempt, std::size_t condition_gaps);
    void settle_length(std::uint32_t length, std::uint32_t attempt, const Judged& judged);
    void trace_applies(Tri holds);

    // evidence.cpp
    void collect(program::ExprIndex expression, std::vector<verdict::Evidence>& out, bool in_quantifier = false);
    void collect_act_value(const Node& node, std::vector<verdict::Evidence>& out);
    void collect_acts(const Node& node, std::vector<verdict::Evidence>& out);
    void collect_days(program::ExprIndex expression, std::vector<verdict::Evidence>& out);
    void collect_record(std::uint32_t act, std::vector<verdict::Evidence>& out) const;
    std::string attribute_text(model::Attribute attribute, std::int64_t v) const;
    std::string items_text(std::uint64_t mask) const;
    void collect_parameter(std::uint16_t parameter, std::vector<verdict::Evidence>& out);
    void collect_finding(std::uint16_t finding, std::vector<verdict::Evidence>& out);
    void collect_passed_over(std::uint16_t finding, std::vector<verdict::Evidence>& out) const;
    void collect_value(const model::Field& field, const std::string& name, Value value, std::vector<verdict::Evidence>& out) const;
    std::string value_text(const model::Field& field, std::int64_t v) const;
    std::string list_text(const model::Field& field, std::int64_t v) const;

    // spans.cpp
    std::optional<verdict::Counting> counting_of(program::ExprIndex expression);
    std::optional<verdict::Counting> counting_between(program::ExprIndex expression);
    std::optional<verdict::Counting> counting_shifted(program::ExprIndex expression);

    // comparisons.cpp
    void collect_compared(const Row& row, verdict::Finding& finding);
    void compare_parts(program::ExprIndex expression, Tri truth, const std::vector<verdict::Term>& within, verdict::Finding& finding);
    std::size_t parts_to_compare(program::ExprIndex expression, Tri truth);
    void compare_acts(program::ExprIndex expression, Tri truth, const std::vector<verdict::Term>& within, verdict::Finding& finding);
    verdict::Compared comparison_of(program::ExprIndex expression, Tri truth, const std::vector<verdict::Term>& within);
    verdict::Side side_of(program::ExprIndex expression);
    void add_terms(program::ExprIndex expression, std::vector<verdict::Term>& out);
    verdict::Term term_of(program::ExprIndex expression);
    std::string written(program::ExprIndex expression);

    // verdicts.cpp
    verdict::Attempt attempt_verdict(std::uint32_t attempt);
    void duties(verdict::Verdict& out) const;
    void next_steps(verdict::Verdict& out);
    std::optional<base::Day> due(std::uint16_t step);
    void notes(verdict::Verdict& out) const;

    // What is missing, in the order in which it is met; on the hot path only the first.
    GapMark mark() const { return {first_gap_, trace_ ? trace_->missing.size() : 0}; }
    void restore(GapMark m) {
        first_gap_ = m.first;
        if (trace_) trace_->missing.resize(m.size);
    }
    void gap(verdict::MissingKind kind, std::string_view name, std::int32_t number = 0) {
        if (first_gap_ == no_gap) first_gap_ = static_cast<std::uint8_t>(kind);
        if (trace_) [[unlikely]]
            record_gap(kind, name, number);
    }
    void record_gap(verdict::MissingKind kind, std::string_view name, std::int32_t number);  // kept out of the hot path's code

    std::int32_t number_of(std::uint32_t attempt) const {
        return attempt == no_index ? 0 : static_cast<std::int32_t>(s_.attempts[attempt].number);
    }
    const cases::Act& act_of(std::uint32_t attempt) const { return case_.acts[s_.attempts[attempt].act]; }
    const std::string& step_name(std::uint16_t step) const { return model_.steps[step].name; }
    /// The finding being made, where one is recorded.
    verdict::Finding* made() const { return trace_ ? trace_->finding : nullptr; }

    const program::Program& program_;
    const model::Procedure& model_;
    const cases::Case& case_;
    const calendar::Calendar& calendar_;
    Scratch& s_;
    Trace* trace_;

    At at_;
    Subject bound_[2];  // the acts of the quantifiers around a condition
    int depth_ = 0;
    std::uint8_t first_gap_ = no_gap;
    std::optional<Spread> spread_;         // of what was read last, where it is not known but bounded
    std::array<OpenReading, 6> readings_;  // tried now; none are while their number is 0
    std::size_t reading_count_ = 0;
    Figures figures_;
    bool may_still_be_met_ = false;  // a requirement of the procedure's own in a live case

    // Of the attempt being judged.
    Columns columns_;
    Counts firm_;  // without doubtful ballots
    bool doubtful_remote_ = false, doubtful_proxy_ = false;
    bool approval_lost_ = false, approval_open_ = false, approval_carried_ = false;
    std::uint8_t open_gap_ = no_gap;  // what the first undetermined approval threshold misses
};

}  // namespace guicheng::eval
