#pragma once
// Mistakes that the plain evaluator can be told to make, one at a time. A net of generated cases that lets one of them through
// would let the same mistake through in the evaluator under test.
#include <cstdint>
#include <string_view>

namespace guicheng::differential {

enum class Fault : std::uint8_t {
    none,
    at_least_read_as_more_than,
    more_than_read_as_at_least,
    roll_taken_for_those_present,
    abstentions_not_cast,
    spoiled_votes_valid,
    minutes_before_roll,
    strangers_counted,
    double_ballots_counted_twice,
    doubtful_ballots_taken_out,
    one_proxy_too_many,
    missing_count_not_computed,
    bounds_not_tried,
    tally_not_checked,
    first_day_counted,
    waiting_day_counted,
    waiting_act_forgotten,
    deadline_not_rolled,
    posting_rolled,
    uncovered_year_guessed,
    deadline_from_the_start,
    notice_a_day_longer,
    or_read_as_and,
    unknown_read_as_false,
    unknown_exception_lifts,
    met_but_undetermined,
    late_reason_accepted,
    later_finding_ignored,
    any_body_finds,
    later_value_before_its_day,
    first_value_kept,
    inheritance_lost,
    too_late_forgiven,
    posting_must_have_ended,
    hours_ignored,
    flawed_is_void,
    lost_vote_serves,
    skipped_step_blocks,
    return_forgotten,
    withdrawal_forgotten,
    void_replaces,
    suspension_ignored,
    optional_step_owed,
    closing_ignored,
    superseded_record_seen,
    record_after_as_of_seen,
    incomplete_ignored,
    ranks_ignored,
    worst_of_turned,
    other_situations_forgotten,
    not_in_force_judged,
    readings_not_tried,
    statute_days_plain,
    cautious_posting_not_rolled,
    latest_taken_for_first,
    earlier_taken_for_later,
    stops_ignored,
    stop_day_taken_out,
    standing_clock_runs,
    overlaps_taken_twice,
    named_day_rolled,
    every_part_shown,
    nearest_act_not_first,
    fourth_act_shown,
    product_in_no_brackets,
    first_day_taken_for_all,
    gaps_counted,
    medium_ignored,
    first_run_alone,
    adjoining_runs_apart,
    unnamed_medium_elsewhere,
    total_taken_for_longest,
    runs_added,
    roll_days_ignored,
    class_ignored,
    term_a_day_shorter,
    last_  ///< their number
};

inline constexpr std::size_t fault_count = static_cast<std::size_t>(Fault::last_);

/// As written above.
std::string_view fault_name(Fault fault);

}  // namespace guicheng::differential
