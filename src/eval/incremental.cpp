#include "eval/incremental.hpp"

#include <algorithm>

#include "eval/act_order.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

Incremental::Incremental(const program::Program& program, const calendar::Calendar& calendar, const cases::Case& file)
    : program_(program), calendar_(calendar), case_(file) {}

void Incremental::add(std::uint32_t act) {
    if (added_.size() <= act) added_.resize(act + std::size_t{1}, false);
    if (added_[act]) return;
    added_[act] = true;
    const auto& record = case_.acts[act];
    if (!is_judged(record)) return;
    if (in_order_ && !acts_.empty()) {
        const auto& last = case_.acts[acts_.back()];
        in_order_ = record.dated && (!last.dated || last.start.day < record.start.day);
    }
    acts_.push_back(act);
}

void Incremental::changed() {
    std::erase_if(acts_, [&](std::uint32_t act) { return !is_judged(case_.acts[act]); });
    started_ = false;
}

/// What was folded stays folded as far as the order did not change before it.
void Incremental::bring_in_order() {
    if (in_order_) return;
    sorted_ = acts_;
    order_acts(program_, case_, sorted_, folding_.ordering);
    const auto same = std::mismatch(acts_.begin(), acts_.end(), sorted_.begin()).first - acts_.begin();
    if (static_cast<std::size_t>(same) < folded_) started_ = false;
    acts_.swap(sorted_);
    in_order_ = true;
}

void Incremental::fold_through(std::size_t count) {
    Run run(program_, case_, calendar_, folding_, nullptr);
    if (!started_) {
        run.start();
        started_ = true;
        folded_ = 0;
    }
    folding_.cells.resize(folding_.folded_cells);  // what an earlier look added
    for (; folded_ < count; ++folded_) run.fold(acts_[folded_]);
}

std::optional<base::Day> Incremental::last_record() const {
    std::optional<base::Day> last;
    for (std::size_t act = 0; act < added_.size(); ++act) {
        if (!added_[act]) continue;
        const auto day = last_day_of(case_.acts[act]);
        if (day && (!last || *last < *day)) last = day;
    }
    return last;
}

const Answer& Incremental::judge(std::optional<base::Day> given) {
    bring_in_order();
    const auto as_of = as_of_day(case_, given, last_record());
    const auto end = std::find_if(acts_.begin(), acts_.end(), [&](std::uint32_t act) { return !is_seen(case_.acts[act], as_of.day); });
    const auto count = static_cast<std::size_t>(end - acts_.begin());
    if (!started_ || count >= folded_) {
        fold_through(count);
        Run(program_, case_, calendar_, folding_, nullptr).finish(as_of.day, as_of.source);
        return folding_.result;
    }
    Run run(program_, case_, calendar_, looking_, nullptr);
    run.start();
    for (std::size_t i = 0; i < count; ++i) run.fold(acts_[i]);
    run.finish(as_of.day, as_of.source);
    return looking_.result;
}

verdict::Verdict Incremental::explain(std::optional<base::Day> as_of) {
    cases::Case part = case_;
    std::uint32_t index = 0;
    std::erase_if(part.acts, [&](const cases::Act&) {
        const auto act = index++;
        return act >= added_.size() || !added_[act];
    });
    return eval::explain(program_, part, calendar_, as_of);
}

}  // namespace guicheng::eval
