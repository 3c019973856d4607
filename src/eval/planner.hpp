#pragma once
// Looks forward and back from where a run ended. Internal to this stage; its members are spread over plan*.cpp by meaning.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "eval/plan.hpp"
#include "eval/run.hpp"
#include "eval/within.hpp"

namespace guicheng::eval {

class Planner {
public:
    /// After run.verdict(), which it leaves as it was. Moves nothing out of it.
    Planner(Run& run, verdict::Plan& out);

    void look();
    /// Of the procedure's own findings.
    void tell_owed(const std::vector<verdict::Finding>& findings);
    void wish(WishedDay wished);

    /// What is before it asks nothing more, or an open return leads to it.
    bool may_be_taken(std::uint16_t step) const;
    /// The first day of such a step, its papers delivered on as_of; nothing where that cannot be counted.
    std::optional<base::Day> first_day(std::uint16_t step) const;

private:
    using Row = program::Row;

    /// How a step named in 须经 stands at the end.
    enum class Stand : std::uint8_t {
        fine,     ///< nothing more is to be done; of a posting that hangs: but wait
        passed,   ///< skipped: its own 须经 is read in its place
        wanting,  ///< it must be taken, or taken again
        running,  ///< begun and not done
        open      ///< cannot be said
    };
    struct Leaf {
        Stand stand = Stand::fine;
        std::uint32_t met = no_index;
        verdict::CauseKind cause = verdict::CauseKind::not_attempted;
    };
    /// A day as far as it is known. Looking forward it is no earlier than `day`, looking back no later.
    struct Reach {
        base::Day day{};
        std::int32_t missing_year = 0;
        bool open = false;  ///< something else than a year is missing
        bool known() const { return missing_year == 0 && !open; }
    };
    struct Length {
        std::uint16_t requirement = 0;
        std::optional<calendar::Period> period;
    };
    /// What a 要求 says of the day of the step's own act.
    struct Window {
        std::uint16_t requirement = 0;
        std::optional<base::Day> from, through;
    };

    // plan.cpp: how things stand
    Leaf stand(const program::Prerequisite& node);
    bool fine(std::uint32_t node);
    std::uint32_t fine_part(const program::Prerequisite& node);
    bool to_be_taken(std::uint16_t step) const;
    struct Met {
        const program::Prerequisite* node;
        Leaf found;
        std::int32_t choice = 0, way = 0;  ///< as in WaitedFor
    };
    std::vector<Met> leaves(std::uint16_t step);
    std::vector<verdict::WaitedFor> waits(std::uint16_t step);

    // plan_asks.cpp: what the requirements ask of days
    /// More than n days is n + 1 of them; more than a week, month or year is one and a day.
    struct Least {
        calendar::Period period;
        bool day_more = false;
    };
    /// Of the length of a posting.
    static bool counts_by_days(const Row& row, const calendar::Period& period) {
        return in_days(period.unit) && !Run::rolls_postings(row, period.unit);
    }
    static Least least(const Row& row, calendar::Period period, bool by_days);
    template <class Each>
    void for_each_row(std::uint16_t step, Each each) const {
        const auto range = program_.steps[step].requirements;
        for (auto i = range.begin; i < range.end; ++i) each(program_.step_requirements[i], program_.rows[program_.step_requirements[i]]);
    }
    bool asked(const Row& row);
    std::optional<calendar::Period> period_at(const Row& row, At at);
    /// What a step asks, as things stand at the end.
    struct Asks {
        std::vector<Length> lengths, papers;
        std::vector<Window> windows;
        std::vector<verdict::PlannedDue> due;
        std::optional<base::Day> first;  ///< of the windows
    };
    const Asks& asks(std::uint16_t step);
    std::vector<Length> lengths_of_attempt(std::uint32_t attempt);
    void bounds(program::ExprIndex expression, Window& out);
    std::vector<Window> windows(std::uint16_t step);
    std::optional<verdict::PlannedDue> due_day(const Row& row);
    std::vector<verdict::PlannedDue> last_days(std::uint16_t step, const std::vector<Window>& windows);
    std::vector<verdict::PlannedOpening> openings(std::uint16_t step);
    verdict::Ask ask(std::uint16_t requirement, const std::optional<calendar::Period>& period);

    // plan_forward.cpp
    static Reach later(Reach a, const Reach& b);
    static Reach sooner(const Reach& a, const Reach& b);
    Reach complete(const Length& length, base::Day start) const;
    Reach complete_of(const Length& length, std::uint32_t attempt) const;
    bool taken_down(std::uint32_t attempt, Reach end) const;
    Reach after_attempt(std::uint32_t attempt, base::Day from);
    Reach after_postings(const std::vector<Length>& lengths, base::Day start, Reach from) const;
    Reach reach(std::uint32_t node, base::Day from);
    void look_forward(base::Day from, bool with_delivery);
    Reach delivered_on(const Length& papers, base::Day delivery, base::Day from) const;
    /// Of a rule of very many steps not all are counted.
    struct Chance {
        bool counted = false;
        std::optional<base::Day> day;
    };
    Chance last_chance(std::uint16_t step, base::Day day);

    // plan_tell.cpp
    static verdict::PlannedDay told(Reach reach);
    void tell_step(std::uint16_t step, std::vector<verdict::PlannedDue> due);
    void tell_suspended(std::uint16_t step, std::vector<verdict::PlannedDue> due);
    void tell_waiting(std::uint16_t step, std::vector<verdict::PlannedDue> due);
    void tell_lost(std::uint16_t step, const std::vector<verdict::PlannedDue>& due);

    // plan_back.cpp: from a wished day back
    /// A time limit that will run from another step leaves a step no later day than this, however late that other is taken.
    struct Cap {
        base::Day day;
        std::uint16_t requirement = 0;
    };
    /// 或 without a part that asks nothing more: each part is a way.
    struct Way {
        bool alternative = false;
        std::vector<std::string> others;  ///< the steps that the other ways ask for; none where there are too many to name
    };
    struct Demand {
        Reach latest;
        Way way;
        bool set = false;
        bool task = false;  ///< not only passed through
        bool late = false;  ///< a last day of its own cannot be kept
        std::optional<verdict::Ask> limit;
        std::optional<Reach> not_before;  ///< asked by a time limit of a later step
        std::optional<verdict::WaitedLimit> not_before_for;
    };
    Reach deliver_by(const Length& papers, Reach event) const;
    Reach latest_start(std::uint16_t step, Reach before);
    void demand(std::uint16_t step, Reach latest, bool task, const Way& way);
    Demand& wanted(std::uint16_t step) { return firm_[step].set ? firm_[step] : ways_[step]; }
    bool taken(std::uint16_t step) { return wanted(step).set && wanted(step).task && to_be_taken(step); }
    void drop_needless_way(std::uint16_t step);
    void look_back_from(std::uint16_t step, const Demand& asked_for);
    void keep_posted(std::uint16_t step, Reach end, Reach before, const Way& way, verdict::Ask asked);
    void demand_node(std::uint32_t node, Reach latest, const Way& way);
    void demand_any(const program::Prerequisite& node, Reach latest, const Way& way);
    std::vector<std::uint32_t> wanting(std::uint32_t node);
    enum class Fit : std::uint8_t { fits, torn, not_counted };
    Fit look_back(std::uint16_t step, base::Day day);
    void look_back_once(std::uint16_t step, base::Day day);
    void keep_own_last_day(std::uint16_t step, Demand& asked_for);

    // plan_choices.cpp: which parts of 或 leave a way
    /// Of an 或 met looking back, the part that is tried.
    struct Choice {
        std::uint32_t node = 0;
        std::uint32_t part = 0;
    };
    enum class Ways : std::uint8_t { some, none, not_counted };
    Ways find_ways(std::uint16_t step, base::Day day);
    std::uint32_t chosen_part(std::uint32_t node);
    bool next_choice();
    bool nothing_blocks();
    bool stands_in_the_way(std::uint16_t step, const Demand& asked_for);
    bool is_dead(std::uint32_t part) const { return !dead_.empty() && dead_[part] != 0; }
    std::vector<std::uint32_t> options(const program::Prerequisite& node);

    // plan_limits.cpp: time limits between steps still to be taken
    bool lower_caps(std::uint16_t wished);
    std::optional<base::Day> latest_origin(const Row& row);
    void hold_back(std::uint16_t wished, base::Day day);
    void hold_back_starts(std::uint16_t step, std::vector<std::uint16_t>& held);
    std::vector<std::uint16_t> starts_to_hold(const Row& row, base::Day needed);
    void hold(std::uint16_t step, Reach day, const verdict::WaitedLimit& limit, std::vector<std::uint16_t>& held);

    // plan_wish.cpp: what is told
    void judge_days(std::uint16_t step, Fit fit, Ways ways);
    void tell_task(std::uint16_t step, const Demand& asked_for);
    void tell_deliveries(std::uint16_t step, const Demand& asked_for);
    void sort_tasks();
    verdict::WishStatus wish_status(std::uint16_t step, base::Day day);

    Run& run_;
    const program::Program& program_;
    const calendar::Calendar& calendar_;
    verdict::Plan& out_;
    std::optional<base::Day> as_of_;
    std::vector<std::uint16_t> by_rank_;
    std::vector<char> again_;  ///< of a round that an open return takes back
    std::vector<std::optional<Asks>> asks_;
    std::vector<std::uint32_t> seen_;  ///< by leaves(): when each step was last passed through
    std::uint32_t visit_ = 0;
    std::int64_t budget_;       ///< steps that may still be looked at again for what is told besides
    std::vector<char> fine_;    ///< its 须经 asks nothing more
    std::vector<Reach> ready_;  ///< the first day on which its 须经 lets it be taken
    std::vector<Reach> acts_;   ///< … and papers delivered on the first day too
    std::vector<Demand> firm_;  ///< what every way asks of each step
    std::vector<Demand> ways_;  ///< … one of several ways asks, of which one is enough
    std::vector<std::optional<Cap>> caps_;
    bool choosing_ = false;
    std::vector<Choice> choices_;  ///< in the order in which they were met
    std::vector<char> dead_;       ///< by part of an 或: no way by it meets the wish
};

}  // namespace guicheng::eval
