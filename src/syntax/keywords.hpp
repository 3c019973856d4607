#pragma once
// The words of the language: each keyword has one Chinese and one English spelling and the places in which it counts.
// A keyword is a word in its place, not a reserved word: look a word up together with the place where it stands.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.hpp"

namespace guicheng::syntax {

enum class Keyword : std::uint8_t {
    // heads of statements: the procedure's
    procedure,
    full_title,
    version,
    in_force,
    repealed,
    level,
    source,
    counting,
    actors,
    bodies,
    matter,
    parameter,
    finding,
    event,
    applies,
    step,
    assert_,
    require,
    // … a step's
    by,
    after,
    form,
    meeting,
    posting,
    materials,
    time_limit,
    minutes,
    record,
    lost,
    // … a meeting's
    present,
    in_favour,
    ballot_form,
    proxies,
    remote_voting,
    classes,
    body_size,
    composition,
    term,
    separate,
    sign_off,
    all_different,
    sealed,
    by_person,
    tiers,
    according_to,
    // … a finding's
    conclusion,
    if_none,
    // words at a fixed position within a statement
    reach,
    must_pass,
    whatever_outcome,
    contents,
    includes,
    medium,
    in_total,
    ahead,
    delivered,
    from,
    onward,
    within,
    at_first,
    at_last,
    together_with,
    later_of,
    earlier_of,
    then,
    return_to,
    end,
    suspend,
    each_person,
    taken_as,
    cases,
    otherwise_case,
    unregulated,
    // modifiers
    when,
    except,
    or_else,
    cite,
    reading,
    deduct,
    // modality
    must,
    must_not,
    should,
    may,
    // conditions
    and_,
    or_,
    not_,
    some,
    every,
    count,
    this_,
    is,
    is_not,
    one_of,
    not_one_of,
    earlier_than,
    later_than,
    not_earlier_than,
    not_later_than,
    no_later_than,
    is_within,
    inclusive,
    is_recorded,
    is_done,
    to,
    day_count,
    working_day_count,
    // types
    type_choice,
    type_list,
    type_money,
    type_integer,
    type_date,
    type_boolean,
    type_text,
    type_person,
    type_share,
    type_period,
    // denominators (with present above)
    entitled,
    whole,
    cast,
    valid_ballots,
    registered,
    // attributes of an act (with by, present, in_favour, ballot_form, materials, contents, minutes, form, entitled,
    // registered above)
    date,
    start,
    finish,
    against,
    abstaining,
    other,
    spoiled,
    place,
    outcome,
    declared,
    reason,
    // consequences (with return_to above)
    void_,
    not_accepted,
    barred,
    curable,
    criticism,
    correction,
    accountability,
    launch,
    // profiles of counting
    civil_code,
    no_roll,
    first_day_counts,
    clear_days,
    licence_law,
    penalty_law,
    compulsion_law,
    review_law,
    roll_all,
    // forms of an act (with meeting, other above) and of a ballot
    circulation,
    countersign,
    put_up,
    written,
    secret,
    by_name,
    show_of_hands,
    open,
    written_ballot,
    acclamation,
    // values
    yes,
    no,
    carried,
    undecided,
    // comparisons before a number
    no_fewer_than,
    no_lower_than,
    must_not_be_fewer_than,
    at_least,
    reaching,
    exceeding,
    more_than,
    higher_than,
    over,
    not_exceeding,
    no_more_than,
    no_higher_than,
    at_most,
    maximum,
    must_not_exceed,
    under,
    short_of,
    fewer_than,
    lower_than,
    equal_to,
    exactly,
    // comparisons after a number
    or_more,
    beyond,
    or_less,
    inside,
    or_so,
    // shares that are words
    majority,
    more_than_half,
    half,
    unanimous,
    all_votes,
    // units
    yuan,
    jiao,
    fen,
    days,
    calendar_days,
    working_days,
    workdays,
    weeks,
    months,
    years,
    persons,
    members,
    votes,
    times,
    households,
    items,
    pieces,
    points,
    units,
    // words of requirement ids that no statement spells
    order,
    inherited,
    carried_out,
    tally,
    roll
};

/// Where a word may count as a keyword. A keyword may count in several places.
enum class Position : std::uint32_t {
    procedure_item = 1U << 0U,  ///< head of a statement of a procedure
    step_item = 1U << 1U,
    meeting_item = 1U << 2U,
    finding_item = 1U << 3U,
    event_item = 1U << 4U,
    file_item = 1U << 5U,  ///< 规程
    modifier = 1U << 6U,
    modality = 1U << 7U,
    particle = 1U << 8U,   ///< at a fixed position of its statement: 则, 起, 内, 送达 …
    condition = 1U << 9U,  ///< opens or joins parts of a condition: 且 或 非 有 每个 个数 本次
    relation = 1U << 10U,  ///< between or after operands: 是, 属于, 早于, 已办 …
    type = 1U << 11U,
    denominator = 1U << 12U,
    attribute = 1U << 13U,  ///< after "."; bare within a quantifier
    consequence = 1U << 14U,
    profile = 1U << 15U,
    act_form = 1U << 16U,
    ballot = 1U << 17U,
    value = 1U << 18U,  ///< 是 否 通过 未通过 未定 as an operand
    compare_before = 1U << 19U,
    compare_after = 1U << 20U,
    share = 1U << 21U,  ///< 过半数 半数 一致 …
    unit = 1U << 22U,
    id_word = 1U << 23U,    ///< kind words of requirement ids
    lost_then = 1U << 24U,  ///< 退回 终止 暂缓 after 未通过 则
    body_item = 1U << 25U
};

constexpr Position operator|(Position a, Position b) {
    return static_cast<Position>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr bool overlaps(Position a, Position b) {
    return (static_cast<std::uint32_t>(a) & static_cast<std::uint32_t>(b)) != 0;
}

struct KeywordEntry {
    Keyword keyword;
    std::string_view zh;
    std::string_view en;
    Position positions;
};

/// The whole table, in the order of the enumeration.
std::span<const KeywordEntry> keywords();
const KeywordEntry& entry(Keyword keyword);
inline std::string_view zh(Keyword keyword) {
    return entry(keyword).zh;
}
inline std::string_view en(Keyword keyword) {
    return entry(keyword).en;
}

/// The keyword that the word spells (in either language) in one of these positions, if any.
std::optional<Keyword> find_keyword(std::string_view word, Position positions);
/// Whether the word spells this keyword.
bool spells(std::string_view word, Keyword keyword);
/// Whether the word spells any keyword in any position.
bool is_any_keyword(std::string_view word);
/// All spellings (zh and en) that count in these positions, for suggestions.
std::vector<std::string_view> spellings(Position positions);

/// The comparison that a comparison word, a relation of order or 是/不是 stands for; nothing for other keywords.
/// 早于 less, 晚于 greater, 不早于 greater_equal, 不晚于 and 不迟于 less_equal.
std::optional<base::Comparison> comparison_of(Keyword keyword);

/// Signs of numbers and dates.
namespace signs {
inline constexpr std::string_view share_infix = "分之", point = "点", half = "半", one_half = "一半";
inline constexpr std::string_view year = "年", month = "月", day = "日", day_number = "号";
struct Numeral {
    std::string_view sign;
    std::int64_t value;  ///< 0–9, or 10, 100, 1000, 10'000, 100'000'000
};
std::span<const Numeral> numerals();
}  // namespace signs

/// What people write for a keyword out of habit: 应当 for 必须, 并且 for 且.
std::optional<Keyword> habitual(std::string_view word);
/// What people write for a unit: 工作天 for 个工作日.
std::optional<Keyword> habitual_unit(std::string_view word);
/// Whether one of the two denies what the other says: 紧急 and 不紧急. Then neither is a misspelling of the other.
bool crosses_negation(std::string_view word, std::string_view candidate);
/// The word without each of its negations: 紧急 of 不紧急, 质量合格 of 质量不合格; nothing of a word that has none.
std::vector<std::string> without_negation(std::string_view word);
/// Whether people put the word between two names, where the language has 、.
bool joins_names(std::string_view word);
/// Whether it is what people put behind a length that runs backwards: 3日前.
bool is_before(std::string_view word);
/// 除 … 外, said around a condition.
bool opens_exception(std::string_view word);
bool closes_exception(std::string_view word);
/// 涉密 of 除涉密外; empty where the word is no such thing.
std::string_view inside_exception(std::string_view word);
/// 紧急 of 紧急的, 紧急时, 紧急的情况下; the same where it ends with none of these.
std::string_view case_of(std::string_view condition);
/// 后, 通过后 behind the step that something must follow, and 经, 在 before it.
bool comes_after(std::string_view word);
bool leads_to_after(std::string_view word);
/// 人数, 的, 总数的 between 应到 and the share of it.
bool counts_people(std::string_view word);
/// 时间, 期限 before a length.
bool names_length(std::string_view word);
/// 人民币 beside an amount.
bool names_currency(std::string_view word);
/// 时, 的, 的情况下 behind a condition.
bool ends_condition(std::string_view word);
/// 后, 以后, 之后: behind the day from which something runs.
bool is_after(std::string_view word);
/// The word with the traditional characters that could stand in a keyword made simplified; the same word where it has
/// none.
std::string simplified(std::string_view word);

}  // namespace guicheng::syntax
