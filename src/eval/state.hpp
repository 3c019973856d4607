#pragma once
// What an evaluation keeps: two flat arrays (attempts, cells) and the standing of each step. All of it is reused from case to case;
// after the first cases nothing is allocated.
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/day.hpp"
#include "calendar/calendar.hpp"
#include "verdict/verdict.hpp"

namespace guicheng::eval {

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// Three-valued truth.
enum class Tri : std::uint8_t { no, yes, unknown };
constexpr Tri tri(bool value) {
    return value ? Tri::yes : Tri::no;
}
constexpr Tri negated(Tri t) {
    return t == Tri::unknown ? t : tri(t == Tri::no);
}

/// What the test of a requirement gave.
enum class Test : std::uint8_t { no, yes, unknown, waiting, unregulated, no_act };
constexpr Test test(Tri t) {
    return static_cast<Test>(t);
}
constexpr Test test(bool value) {
    return value ? Test::yes : Test::no;
}

/// What the findings of an attempt contribute to its status (judging, section 4.4).
enum Fault : std::uint8_t { fault_void = 1, fault_undetermined = 2, fault_pending = 4, fault_flaw = 8, fault_unknown = 16 };

/// One record of a step.
struct Attempt {
    std::uint32_t act = 0;  ///< index into Case::acts
    std::uint32_t number = 1;
    std::uint32_t previous = no_index;                 ///< the attempt of the same step before it
    std::uint32_t under = no_index;                    ///< what stood before it stood
    std::uint32_t waiter = no_index;                   ///< the latest attempt of another step that rests on this one
    std::uint32_t rests_begin = 0, rests_end = 0;      ///< into Scratch::rests
    std::uint32_t lengths_begin = 0, lengths_end = 0;  ///< into Scratch::lengths
    std::uint32_t count = no_index;                    ///< into Scratch::counts, of a meeting
    std::uint16_t step = 0;
    std::uint8_t faults = 0;                          ///< without the lengths of postings, which wait
    verdict::Status status = verdict::Status::valid;  ///< as it is at the end, with the lengths
    verdict::Outcome outcome = verdict::Outcome::none;
    bool skipped = false;
    bool withdrawn = false;
    bool counts = false;  ///< set at the end
};

/// One requirement that is not simply satisfied or not applicable. Of a step as a whole or of the procedure: attempt is no_index.
struct Cell {
    std::int64_t needed = 0, found = 0, base = 0;  ///< -1: not known
    std::uint32_t attempt = no_index;
    std::uint16_t requirement = 0;
    verdict::Result result = verdict::Result::satisfied;
    std::uint8_t missing = 0;  ///< of undetermined: the first MissingKind
    bool charged = false;      ///< violated only by what another finding charges
};
static_assert(sizeof(Cell) <= 40);

/// The length of a posting waits for the act that rests on it; its condition and exceptions were read when it was posted.
struct PostedLength {
    std::uint32_t attempt = no_index;
    std::uint16_t requirement = 0;
    Tri applies = Tri::yes;
    Tri lifted = Tri::no;
    std::int16_t exception = -1;                   ///< the first that is true
    std::uint8_t gap_applies = 0, gap_lifted = 0;  ///< what is missing first, where unknown
};

/// The counted vote of a meeting; unknown counts are -1.
struct Counts {
    std::int64_t entitled = -1, present = -1, yes = -1, no = -1, abstain = -1, other = -1, spoiled = -1, registered = -1;
};

/// What stopped the clock of a deadline: the days after `after` through `through` are not counted.
struct ClockStop {
    base::Day after, through;
    bool open = false;  ///< it goes on
    std::int32_t record = -1;
    std::uint16_t event = 0;         ///< 0xffff: the case was suspended
    std::int32_t until_record = -1;  ///< of the act that ended it
    std::uint16_t until = 0xffff;    ///< its event
};

/// An act that suspended the case, or ended that.
struct Suspension {
    std::uint32_t act = no_index;
    std::uint32_t attempt = no_index;  ///< of a lost vote that suspended it
    bool resumes = false;
};

/// Of an act that does not say when.
inline constexpr base::Day no_day{std::numeric_limits<std::int32_t>::min()};

struct Standing {
    std::uint32_t latest = no_index;       ///< the latest attempt
    base::Day days[2] = {no_day, no_day};  ///< of the latest attempt: 日期 or 起, and 止
    std::uint32_t standing = no_index;
    std::uint32_t serving = no_index;     ///< the latest serving attempt, skipped ones aside
    std::uint32_t attempts = 0;           ///< all, skipped ones too
    std::uint32_t charged_by = no_index;  ///< the first attempt whose 顺序 was violated because this step had not been attempted
    bool attempted = false;               ///< ever, skipped ones aside
    bool return_open = false;
};

/// The answer of the hot path; the arrays are valid until the scratch is used again.
struct Answer {
    verdict::CaseStatus status = verdict::CaseStatus::valid;
    verdict::Outcome outcome = verdict::Outcome::none;
    verdict::AsOfSource as_of_source = verdict::AsOfSource::given;
    bool closed = false;
    Tri applies = Tri::yes;
    std::optional<base::Day> as_of;
    const std::vector<Attempt>* attempts = nullptr;  ///< in the order of judging
    const std::vector<Cell>* cells = nullptr;        ///< by attempts, then of steps and of the procedure
};

/// An act and the number by which it is ordered.
struct PlacedAct {
    std::uint64_t place = 0;
    std::uint32_t act = 0;
    friend constexpr bool operator<(const PlacedAct& a, const PlacedAct& b) {
        return a.place != b.place ? a.place < b.place : a.act < b.act;
    }
};

/// What ordering needs beside its result.
struct ActOrder {
    std::vector<PlacedAct> placed;
    std::vector<PlacedAct> timed;  ///< acts of one day that bear an hour
};

/// Working memory; one per thread.
struct Scratch {
    std::vector<std::uint32_t> order;  ///< acts in the order of judging
    ActOrder ordering;
    std::vector<Attempt> attempts;
    std::vector<Cell> cells;
    std::vector<std::uint32_t> rests;  ///< attempts
    std::vector<PostedLength> lengths;
    std::vector<Counts> counts;
    std::vector<Standing> steps;
    std::vector<verdict::StepState> states;  ///< of the steps, at the end; without a trace of those not taken alone
    std::vector<std::uint32_t> events;       ///< latest act judged of each event
    std::vector<std::uint32_t> findings;     ///< … of each finding
    std::vector<std::uint32_t> earlier;      ///< by act: the act of the same event or finding judged before it

    std::vector<std::uint32_t> places;  ///< by act of an event or finding: its place among those judged
    std::uint32_t last_place = 0;
    std::vector<Suspension> suspensions;
    std::vector<ClockStop> stops;  ///< of one deadline
    std::vector<calendar::Pause> pauses;

    // A reading of 须经: the steps passed through, memoised by the number of the reading.
    struct Passed {
        std::uint64_t condition_reading = 0;  ///< `condition` holds for this reading
        std::uint64_t computed = 0;           ///< `order` and `inherited` hold for this reading
        std::uint64_t visited = 0;            ///< by this visit
        Tri condition = Tri::yes;
        Tri order = Tri::yes, inherited = Tri::yes;
    };
    std::vector<Passed> passed;
    std::vector<std::uint32_t> stack;
    std::vector<std::uint16_t> step_stack;
    std::vector<std::uint8_t> marks;  ///< of steps
    std::uint64_t reading = 0, visit = 0;

    // Ballots by name.
    std::vector<std::uint32_t> people;   ///< by person: position in `voters` plus 1
    std::vector<std::uint32_t> holders;  ///< by person: ballots cast for others and kept
    /// Alike ballots of one person; a second, different one makes them mixed.
    struct Votes {
        std::uint32_t number = 0;
        std::uint8_t vote = 0;
        bool mixed = false;
    };
    struct Voter {
        std::uint32_t person = 0;
        bool stranger = false;
        std::uint64_t classes = 0;  ///< by the roll
        Votes recorded, kept, firm;
    };
    std::vector<Voter> voters;
    std::vector<std::uint32_t> strangers, several, remote_out, proxy_out;  ///< persons named in the findings of one vote

    Answer result;
    std::size_t folded_cells = 0;  ///< cells of the fold; what follows belongs to the end

    // The case as a whole.
    std::uint32_t open_returns = 0;
    bool suspended = false;
    bool ended = false;
};

}  // namespace guicheng::eval
