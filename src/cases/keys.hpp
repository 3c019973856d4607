#pragma once
// Every fixed word of a case file, in both spellings, in one table: the keys and the words that some of them ask for.
// The only place of this stage where they are written out. Names of steps, bodies, fields and choices are the rule's
// own.
#include <cstdint>
#include <span>
#include <string_view>

#include "cases/name_table.hpp"

namespace guicheng::cases {

enum class Key : std::uint8_t {
    // of the case
    case_,
    procedure,
    version,
    as_of,
    closed,
    record,
    matter,
    rolls,
    parameters,
    acts,
    expected,
    remark,
    // of an act; remark too
    step,
    event,
    finding,
    conclusion,
    date,
    start,
    end,
    by,
    form,
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
    place,
    declared,
    reason,
    ballots,
    runs,
    id,
    corrects,
    // of what stands inside these; contents and date too
    who,
    vote,
    way,
    by_proxy,
    medium,
    number,
    value,
    from,
    authority,
    name,
    until,
    classes,
    of_which,
    counts_of,
    persons,
    signatures,
    office,
    seal,
    offices,
    delegations,
    given_to,
    steps,
    at_most,
    standing,
    // of what is expected
    status,
    outcome,
    violated,
    because
};
/// The keys of one map that were met.
class KeySet {
public:
    /// False where it was there already.
    bool add(Key key) {
        auto& word = words_[static_cast<unsigned>(key) / 64];
        const auto bit = std::uint64_t{1} << (static_cast<unsigned>(key) % 64);
        const bool fresh = (word & bit) == 0;
        word |= bit;
        return fresh;
    }
    bool has(Key key) const { return (words_[static_cast<unsigned>(key) / 64] >> (static_cast<unsigned>(key) % 64) & 1U) != 0; }

private:
    std::uint64_t words_[2] = {0, 0};
};

/// … and whether there was one that nobody knows, which may be one that is missed.
struct KeysMet : KeySet {
    bool misspelt = false;
};

/// The map in which a key stands.
enum class Where : std::uint8_t {
    top,
    act,
    reason,
    ballot,
    run,
    roll,
    tally,
    signature,
    office,
    delegation,
    standing,
    parameter,
    expected,
    expected_step
};

struct KeyWord {
    Where where;
    Key key;
    std::string_view zh, en;
};
std::span<const KeyWord> key_words();
/// Both spellings of the keys of one kind of map; the number is the Key.
const NameTable& key_table(Where where);
/// The key's Chinese spelling, for diagnostics.
std::string_view key_name(Key key);

/// The lists of fixed words that a value may be taken from. Numbers: the enumerator named beside each.
enum class Words : std::uint8_t {
    nothing,       ///< a value of unknown kind: 1; a recorded absence: 2
    boolean,       ///< 0, 1
    completeness,  ///< 0 complete, 1 incomplete
    form,          ///< model::Form
    ballot_form,   ///< model::BallotForm
    declared,      ///< Declared
    vote,          ///< Vote
    way,           ///< Way
    act,           ///< ActKind: suspension, resumption, withdrawal
    status,        ///< ExpectedStatus
    state,         ///< ExpectedState
    outcome        ///< 1 carried, 2 lost, 3 open
};
struct Word {
    Words list;
    std::uint8_t number;
    bool chief;  ///< the spelling to show; the others are accepted
    std::string_view zh, en;
};
std::span<const Word> words();
const NameTable& word_table(Words list);
/// Whether the table is one of the fixed words above, each in two spellings.
bool is_fixed(const NameTable& table);
/// The word that people mean by another that is none of the list, where it is known; else empty.
std::string_view meant_word(Words list, std::string_view written);
/// The same for a key: 出席 for 到会, and 到会人数, which says no more than 到会.
std::string_view meant_key(Where where, std::string_view written);

/// Words of quantities: "20个工作日", "18.6万元", "三分之二", "60%".
namespace spelling {
struct Scale {
    std::string_view word;
    std::int32_t number;  ///< money: the power of ten of fen in one; period: calendar::Unit
};
std::span<const Scale> money();
std::span<const Scale> periods();
/// Words that may follow a count of persons or votes.
std::span<const std::string_view> heads();
/// Words that people put behind a count of other things; only offered without them.
std::span<const std::string_view> counters();
/// The value of a digit word (0 to 9, ten, hundred), or -1.
int numeral(char32_t character);
/// The same for what is only offered: capital numerals, and thousand, ten thousand, hundred million. -1 where it is none.
std::int64_t any_numeral(char32_t character);
/// Signs and words around an amount that say no more than it does: ￥186000, 186000元整.
std::span<const std::string_view> money_before();
std::span<const std::string_view> money_after();
std::span<const std::string_view> yuan_words();
/// The hours of the day, 0 to 23, that a word tells of.
struct DayPart {
    std::string_view word;
    int first, last;
};
std::span<const DayPart> day_parts();
/// What parts a date, and ends it: year, month, day.
std::span<const std::string_view> date_signs(int part);
std::span<const std::string_view> hour_signs();
/// Words between two days: from one to the other.
std::span<const std::string_view> day_ranges();
extern const std::string_view parts_of;   ///< 分之
extern const std::string_view per_cent;   ///< 百分之
extern const std::string_view half;       ///< 半数
extern const std::string_view separator;  ///< 、 between the items of a list written as one text
extern const std::string_view minute;
extern const std::string_view half_hour;
extern const std::string_view quarter;
extern const std::string_view tenths;  ///< 成
extern const std::string_view one_half;
extern const std::string_view ten_thousand;
extern const std::string_view hundred_million;
extern const std::string_view yuan;
/// Words that deny the one behind them.
std::span<const std::string_view> negations();
}  // namespace spelling

}  // namespace guicheng::cases
