// The length of a posting is known only from where one looks: from the act that waits for it, or from the end (judging, section 7).
#include <utility>

#include "eval/run.hpp"

namespace guicheng::eval {

using model::Modality;
using verdict::Result;
using verdict::Status;
using verdict::Why;

/// At the time of the posting only what its condition and its exceptions say is read.
Result Run::posted_length(std::uint16_t requirement, std::uint32_t attempt) {
    const auto& row = program_.rows[requirement];
    Judged judged;
    bool in_force = true;
    judged.applies = applicable(row, in_force);
    judged.condition_read = in_force;
    if (judged.applies == Tri::no) {
        judged.why = in_force ? Why::condition_false : Why::not_in_force;
        judged.result = Result::not_applicable;
        return settle(requirement, attempt, judged);
    }
    if (row.modality == Modality::may) return settle(requirement, attempt, judged);

    PostedLength posted;
    posted.attempt = attempt;
    posted.requirement = requirement;
    posted.applies = judged.applies;
    posted.gap_applies = first_gap_;
    const auto before = mark();
    first_gap_ = no_gap;
    posted.lifted = lifted(row, posted.exception);
    posted.gap_lifted = first_gap_;
    s_.lengths.push_back(posted);
    s_.attempts[attempt].lengths_end = static_cast<std::uint32_t>(s_.lengths.size());
    if (trace_) trace_length(row, attempt, before.size);
    return Result::satisfied;
}

/// What the requirement gives for this view. The figures and the trace's finding are filled where they are asked for.
Judged Run::length_judged(std::uint32_t length, std::uint32_t attempt, View view) {
    const auto& posted = s_.lengths[length];
    const auto& row = program_.rows[posted.requirement];
    Judged judged;
    judged.applies = posted.applies;
    judged.test_made = true;
    const auto before = mark();
    first_gap_ = no_gap;
    const auto found = length_test(row, s_.attempts[attempt], view);
    const auto test_gap = first_gap_;
    if (found != Test::unknown) restore(before);
    first_gap_ = posted.gap_applies != no_gap ? posted.gap_applies : found == Test::unknown ? test_gap : posted.gap_lifted;
    judged.exceptions_read = found != Test::yes && !row.exceptions.empty();
    judged.exception = judged.exceptions_read ? posted.exception : std::int16_t{-1};
    const bool reason = found == Test::no && excused(row, attempt, view.dated, view.day);
    judged.result = decide(row, posted.applies, posted.lifted, found, reason);
    if (judged.result == Result::not_applicable) judged.why = Why::exception_true;
    return judged;
}

/// Whether the posting, as it is seen then, hung longer than it may, which makes it void. An attempt that rests on it may have seen it
/// before.
bool Run::outgrown(std::uint32_t attempt, View view) {
    const auto& posting = s_.attempts[attempt];
    const auto before = mark();
    auto* const finding = trace_ ? std::exchange(trace_->finding, nullptr) : nullptr;
    const auto figures = figures_;
    bool found = false;
    for (auto i = posting.lengths_begin; i < posting.lengths_end; ++i) {
        const auto& row = program_.rows[s_.lengths[i].requirement];
        const bool floor = row.op == base::Comparison::greater_equal || row.op == base::Comparison::greater;
        found = found || (!floor && row.strikes && length_judged(i, attempt, view).result == Result::violated);
    }
    if (trace_) trace_->finding = finding;
    figures_ = figures;
    restore(before);
    return found;
}

Status Run::status_at(std::uint32_t attempt, View view) {
    const auto& posting = s_.attempts[attempt];
    auto faults = posting.faults;
    if (posting.lengths_begin == posting.lengths_end) return status_of(faults);
    auto* const finding = trace_ ? trace_->finding : nullptr;
    const auto figures = figures_;
    const auto before = mark();
    if (trace_) trace_->finding = nullptr;
    for (auto i = posting.lengths_begin; i < posting.lengths_end; ++i) {
        if (trace_ == nullptr && plainly_hung(program_.rows[s_.lengths[i].requirement], posting, view)) continue;
        const auto judged = length_judged(i, attempt, view);
        faults |= fault_of(program_.rows[s_.lengths[i].requirement], judged.result);
    }
    if (trace_) trace_->finding = finding;
    figures_ = figures;
    restore(before);
    return status_of(faults);
}

/// As the attempt being judged sees it, or as it is at the end.
Status Run::status_now(std::uint32_t attempt) {
    if (at_.attempt == no_index) return status_at(attempt, final_view(attempt));
    return status_at(attempt, {true, at_.dated, at_.moment.day});
}

View Run::final_view(std::uint32_t attempt) const {
    const auto waiter = s_.attempts[attempt].waiter;
    if (waiter == no_index) return {false, s_.result.as_of.has_value(), s_.result.as_of.value_or(base::Day{})};
    const auto& act = act_of(waiter);
    return {true, act.dated, act.start.day};
}

/// At the end every length is settled, and with it the status of its posting.
void Run::final_statuses() {
    for (std::uint32_t i = 0; i < s_.lengths.size();) {
        const auto index = s_.lengths[i].attempt;  // whose lengths lie together
        auto faults = s_.attempts[index].faults;
        for (const auto end = s_.attempts[index].lengths_end; i < end; ++i) {
            const auto requirement = s_.lengths[i].requirement;
            if (trace_ == nullptr && plainly_hung(program_.rows[requirement], s_.attempts[index], final_view(index))) continue;
            begin(requirement);
            const auto judged = length_judged(i, index, final_view(index));
            faults |= fault_of(program_.rows[requirement], judged.result);
            settle_length(i, index, judged);
        }
        s_.attempts[index].status = status_of(faults);
    }
}

}  // namespace guicheng::eval
