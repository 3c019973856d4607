// The n-th working day and the count between two days, by the tables and by the loop that people write first: look at each day.
#include <benchmark/benchmark.h>

#include "calendar/calendar.hpp"

namespace guicheng::bench {

namespace {

using base::Day;
using calendar::Calendar;

const Day start = base::to_day({2007, 1, 4});

Day nth_by_loop(const Calendar& calendar, Day from, std::int64_t n) {
    Day day = from;
    while (n > 0) {
        day = day + 1;
        if (is_working(calendar.kind(day))) --n;
    }
    return day;
}

std::int64_t count_by_loop(const Calendar& calendar, Day after, Day through) {
    std::int64_t n = 0;
    for (Day day = after + 1; day <= through; day = day + 1) n += is_working(calendar.kind(day)) ? 1 : 0;
    return n;
}

/// Begins move from day to day, so that no answer is remembered.
template <class Ask>
void ask(benchmark::State& state, Ask ask_one) {
    std::int32_t shift = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(ask_one(start + shift, static_cast<std::int32_t>(state.range(0))));
        shift = (shift + 1) % 365;
    }
}

void nth_working_day(benchmark::State& state) {
    ask(state, [](Day from, std::int32_t n) { return calendar::built_in().nth_working_day_after(from, n).day.number; });
}
void nth_working_day_naive(benchmark::State& state) {
    ask(state, [](Day from, std::int32_t n) { return nth_by_loop(calendar::built_in(), from, n).number; });
}
void working_days_between(benchmark::State& state) {
    ask(state, [](Day from, std::int32_t n) { return calendar::built_in().working_days(from, from + n).low; });
}
void working_days_between_naive(benchmark::State& state) {
    ask(state, [](Day from, std::int32_t n) { return count_by_loop(calendar::built_in(), from, from + n); });
}

}  // namespace

BENCHMARK(nth_working_day)->Arg(5)->Arg(20)->Arg(250)->Arg(4000);
BENCHMARK(nth_working_day_naive)->Arg(5)->Arg(20)->Arg(250)->Arg(4000);
BENCHMARK(working_days_between)->Arg(5)->Arg(30)->Arg(365)->Arg(6000);
BENCHMARK(working_days_between_naive)->Arg(5)->Arg(30)->Arg(365)->Arg(6000);

}  // namespace guicheng::bench

BENCHMARK_MAIN();
