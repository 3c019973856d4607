#include "eval/judge.hpp"

#include "eval/act_order.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

namespace {

AsOf see(const program::Program& program, const cases::Case& file, std::optional<base::Day> given, Scratch& scratch) {
    const auto as_of = as_of_day(file, given);
    scratch.order.clear();
    for (std::uint32_t i = 0; i < file.acts.size(); ++i)
        if (is_seen(file.acts[i], as_of.day)) scratch.order.push_back(i);
    order_acts(program, file, scratch.order, scratch.timed);
    return as_of;
}

}  // namespace

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
