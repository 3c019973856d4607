#include "eval/judge.hpp"

#include <algorithm>
#include <limits>

#include "eval/act_order.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

AsOf see(const program::Program& program, const cases::Case& file, std::optional<base::Day> given, Scratch& scratch) {
    auto& order = scratch.order;
    order.resize(file.acts.size());
    constexpr auto undated = std::numeric_limits<std::int32_t>::min();
    auto last = undated;   // not an optional: one that is written in parts and read as a whole makes the processor wait
    bool in_order = true;  // as nearly all records are written
    std::uint64_t before = 0;
    std::uint32_t* end = order.data();
    for (std::uint32_t i = 0; i < file.acts.size(); ++i) {
        const auto& act = file.acts[i];
        if (act.dated) last = std::max(last, act.has_end ? std::max(act.start.day.number, act.end.day.number) : act.start.day.number);
        if (!is_judged(act)) continue;
        const auto place = place_of(program, act);
        in_order = in_order && before <= place && act.start.minute < 0;
        before = place;
        *end++ = i;
    }
    order.resize(static_cast<std::size_t>(end - order.data()));
    const auto as_of = as_of_day(file, given, last != undated ? std::optional(base::Day{last}) : std::nullopt);
    // No record lies after the day of the closing or of the last record; after a day that somebody names some may.
    const bool named = as_of.source == verdict::AsOfSource::given || as_of.source == verdict::AsOfSource::case_file;
    if (named) std::erase_if(order, [&](std::uint32_t act) { return !is_seen(file.acts[act], as_of.day); });
    if (!in_order) order_acts(program, file, order, scratch.ordering);
    return as_of;
}

const Answer& judge(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                    std::optional<base::Day> as_of, Scratch& scratch) {
    const auto seen = see(program, file, as_of, scratch);
    Run run(program, file, calendar, scratch, nullptr);
    run.start();
    for (const auto act : scratch.order) run.fold(act);
    run.finish(seen.day, seen.source);
    return scratch.result;
}

verdict::Verdict explain(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                         std::optional<base::Day> as_of, Scratch& scratch) {
    const auto seen = see(program, file, as_of, scratch);
    Trace trace;
    trace.steps.resize(program.steps.size());
    Run run(program, file, calendar, scratch, &trace);
    run.start();
    for (const auto act : scratch.order) run.fold(act);
    run.finish(seen.day, seen.source);
    return run.verdict();
}

verdict::Verdict explain(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                         std::optional<base::Day> as_of) {
    Scratch scratch;
    return explain(program, file, calendar, as_of, scratch);
}

}  // namespace guicheng::eval
