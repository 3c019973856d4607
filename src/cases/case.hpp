#pragma once
// A case bound to one procedure's slots: what the evaluators read. Values that are not given are unknown, never false.
// In: a tape and a procedure. Out: a Case, or diagnostics for malformed records. Not its job: judging what people did.
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/source.hpp"
#include "cases/kept.hpp"
#include "model/procedure.hpp"

namespace guicheng::cases {

/// A count, or unknown.
inline constexpr std::int32_t unknown_count = -1;
/// A value of a field: see model::Type. A boolean is 0 or 1, money fen, a date its day number, an outcome 1 carried, 2 lost,
/// 3 open. Text and person values are indices into Case::texts; a list of choices is a bit set;
/// a list of texts is an index into Case::text_lists; a share is an index into Case::shares; a period into Case::periods.
struct Value {
    std::int64_t v = 0;
    bool known = false;
    friend constexpr bool operator==(const Value&, const Value&) = default;
};

enum class ActKind : std::uint8_t {
    step,          ///< offered as `step`
    event,         ///< of a declared 事件
    finding,       ///< 认定
    suspension,    ///< 暂缓
    resumption,    ///< 恢复
    withdrawal,    ///< 撤回 of the standing attempt of `step`
    unknown_event  ///< 事 of a name the rule does not know: evidence only
};

enum class Vote : std::uint8_t { none, yes, no, abstain, spoiled };
enum class Way : std::uint8_t { in_person, remote };
enum class Declared : std::uint8_t { none, carried, lost };
enum class Seal : std::uint8_t { no, yes, unknown };

/// One ballot of a named list.
struct Ballot {
    std::uint32_t person = 0;          ///< index into Case::texts
    std::uint32_t holder = no_holder;  ///< 代: who cast it for the person; no_holder: the person
    Vote vote = Vote::none;
    Way way = Way::in_person;
    static constexpr std::uint32_t no_holder = std::numeric_limits<std::uint32_t>::max();
    friend constexpr bool operator==(const Ballot&, const Ballot&) = default;
};

/// One signature of a chain (签批).
struct Signature {
    model::ActorId office;               ///< none: one that the rule does not know
    std::uint32_t office_text = nobody;  ///< as recorded, index into Case::texts
    std::uint32_t person = nobody;       ///< index into Case::texts; nobody: not recorded
    bool dated = false;
    base::Day day;
    Seal seal = Seal::unknown;
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    friend bool operator==(const Signature&, const Signature&) = default;
};

/// How long a notice hung without being taken down, in one place or nobody said where.
struct PostingRun {
    base::Day start;
    base::Day end;         ///< where has_end
    bool has_end = false;  ///< else it hangs still
    std::uint16_t medium = unnamed;
    std::uint32_t name = std::numeric_limits<std::uint32_t>::max();  ///< of the medium as recorded, index into Case::texts
    static constexpr std::uint16_t unnamed = 0xFFFF;                 ///< the record does not say where
    static constexpr std::uint16_t other = 0xFFFE;                   ///< none that the rule names; else index into Procedure::media
    friend bool operator==(const PostingRun&, const PostingRun&) = default;
};

/// One record of 经过. Counts are unknown_count where not given.
struct Act {
    Act() {}  // not defaulted: else a new act is filled with noughts before its members are set, which a reader of many feels
    ActKind kind = ActKind::unknown_event;
    model::StepId step;
    model::EventId event;
    model::FindingId finding;
    bool dated = false;
    bool has_end = false;
    bool not_competent = false;  ///< an event by somebody whom the rule does not list for it: evidence only (then kind is unknown_event)
    bool superseded = false;     ///< replaced by a record that corrects it (更正): shown, not judged
    base::Moment start;          ///< 日期 or 起
    base::Moment end;            ///< 止; equal to start, with has_end, where the act has only a 日期 and is no posting; an act
                                 ///< with 起 alone, and a posting without 止, is still running: no has_end
    model::ActorId actor;        ///< none: not recorded, or a name that the rule does not know (then actor_text)
    std::uint32_t actor_text = no_text;  ///< index into Case::texts of the name as recorded
    model::Form form = model::Form::none;
    model::BallotForm ballot_form = model::BallotForm::none;
    Declared declared = Declared::none;
    std::int32_t entitled = unknown_count, present = unknown_count, yes = unknown_count, no = unknown_count, abstain = unknown_count,
                 other = unknown_count, spoiled = unknown_count, registered = unknown_count;
    bool has_materials = false;
    base::Day materials;  ///< 材料: the day on which the papers were delivered
    bool has_contents = false, has_minutes = false;
    std::uint64_t contents = 0;  ///< bit i: Procedure::content_names[i]; items that no rule text names are left out
    std::uint64_t minutes = 0;
    std::uint32_t ballots_begin = 0, ballots_end = 0;  ///< into Case::ballots
    bool has_ballots = false;
    std::uint32_t attendees_begin = 0,
                  attendees_end = 0;  ///< into Case::people: 到会 given as names, as recorded (then `present` is not given)
    bool has_attendees = false;
    std::uint32_t tallies_begin = 0, tallies_end = 0;  ///< 分计, into Case::tallies, in the order of the body's classes
    std::uint32_t persons_begin = 0, persons_end = 0;  ///< into Case::people: 人, each once
    bool has_persons = false;
    std::uint32_t signatures_begin = 0, signatures_end = 0;  ///< into Case::signatures
    bool has_signatures = false;
    std::uint32_t runs_begin = 0, runs_end = 0;  ///< 张贴, into Case::runs; none: 起 and 止 are all that is said
    std::uint32_t place = no_text;
    std::uint32_t reason = no_text;
    bool has_reason_day = false;
    base::Day reason_day;            ///< where 理由 has a day of its own
    std::uint32_t fields_begin = 0;  ///< into Case::record_fields: one Value per declared field of its step/event/finding (the conclusion)
    std::uint32_t record = 0;        ///< position in 经过, from 0
    std::uint32_t name = no_text;    ///< of an unknown_event: the name that was recorded
    std::uint32_t superseded_by = no_record;  ///< position of the record that replaces it, where superseded
    base::Span span;
    static constexpr std::uint32_t no_record = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t no_text = std::numeric_limits<std::uint32_t>::max();
};

/// One entry of a roll: a member by name, or a number of members whom nobody names.
struct RollEntry {
    std::uint32_t person = nobody;  ///< index into Case::texts
    std::int32_t number = 1;        ///< of a member: 1
    bool has_from = false, has_until = false;
    base::Day from, until;                           ///< both included, where given
    std::uint64_t classes = 0;                       ///< of a member, bit i: Actor::classes[i]
    std::uint32_t counts_begin = 0, counts_end = 0;  ///< of a number: how many are of which class, into Case::class_counts
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    bool holds_on(base::Day day) const { return (!has_from || from <= day) && (!has_until || day <= until); }
    friend bool operator==(const RollEntry&, const RollEntry&) = default;
};

/// How many of a number are of a class.
struct ClassCount {
    std::uint16_t which = 0;  ///< index into Actor::classes
    std::int32_t number = 0;
    friend bool operator==(const ClassCount&, const ClassCount&) = default;
};

/// 分计: what the record says of one class of a meeting's members.
struct ClassTally {
    std::uint16_t which = 0;  ///< index into Actor::classes of the body
    std::int32_t entitled = unknown_count, present = unknown_count, yes = unknown_count, no = unknown_count, abstain = unknown_count,
                 other = unknown_count, spoiled = unknown_count, registered = unknown_count;
    friend bool operator==(const ClassTally&, const ClassTally&) = default;
};

/// A body's roll, by number or by names. Of a plain number there are no entries.
struct Roll {
    bool given() const { return number != unknown_count || by_name || entries_begin != entries_end; }
    std::int32_t number = unknown_count;  ///< where no entry is dated: of all its members
    bool by_name = false;
    bool dated = false;                                ///< some entry has a 自 or 至: who belongs depends on the day
    std::uint32_t entries_begin = 0, entries_end = 0;  ///< into Case::roll_entries
};

/// Who held an office from when until when (任职).
struct Office {
    model::ActorId office;
    std::uint32_t person = 0;  ///< index into Case::texts
    bool has_from = false, has_until = false;
    base::Day from, until;  ///< both included, where given
    bool holds_on(base::Day day) const { return (!has_from || from <= day) && (!has_until || day <= until); }
    friend bool operator==(const Office&, const Office&) = default;
};

/// What the holder of an office gave another person to do in its place (授权).
struct Delegation {
    Office given;  ///< the office that gave it, to whom, on which days
    bool every_step = true;
    std::uint32_t steps_begin = 0, steps_end = 0;  ///< 事, into Case::delegated_steps; those of the rule
    bool has_limit = false;
    std::int64_t limit = 0;  ///< 至多, in fen
};

/// A parameter's value from a day on (no day: always), set by an authority.
struct ParameterValue {
    model::ParameterId parameter;
    bool has_from = false;
    base::Day from;
    Value value;
    std::uint32_t authority = Act::no_text;
};

struct Case {
    std::string id;
    bool record_incomplete = false;       ///< 记录: 不全
    std::optional<base::Moment> closed;   ///< 结案
    std::optional<base::Day> as_of;       ///< 截至
    std::vector<Value> matter;            ///< one per Procedure::fields
    std::vector<Roll> rolls;              ///< one per Procedure::actors
    std::vector<RollEntry> roll_entries;  ///< of one roll together
    std::vector<ClassCount> class_counts;
    std::vector<ClassTally> tallies;      ///< of one act together
    std::vector<Office> offices;          ///< by office, then person, then their days
    std::vector<Delegation> delegations;  ///< likewise
    std::vector<model::StepId> delegated_steps;
    std::vector<ParameterValue> parameters;  ///< by parameter, then by day (undated first)
    std::vector<Act> acts;                   ///< in the order of the record
    std::vector<Value> record_fields;
    std::vector<Ballot> ballots;
    std::vector<Signature> signatures;  ///< of one act together, as recorded
    std::vector<PostingRun> runs;       ///< of one act together, in the order of their starts
    std::vector<std::uint32_t> people;  ///< indices into texts
    Kept<std::string> texts;            ///< names and texts, each once
    Kept<std::vector<std::uint32_t>> text_lists;
    std::vector<base::Fraction> shares;
    std::vector<calendar::Period> periods;
    base::SourcePtr source;         ///< null where read from NDJSON
    std::string standing_identity;  ///< SHA-256 (hex) of the standing file's bytes; empty: there is none
    std::string identity;           ///< SHA-256 (hex) of the case's content; made on demand by the reader that keeps it

    void clear();  ///< keeps capacity
    const std::string& text(std::uint32_t index) const { return texts[index]; }
};

}  // namespace guicheng::cases
