// The village decision over 100,000 distinct cases: this project beside the same checks written by hand, in one run.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "allocations.hpp"
#include "report/json.hpp"
#include "yardstick/answers.hpp"
#include "yardstick/engine.hpp"
#include "yardstick/handwritten.hpp"

namespace guicheng::bench {

namespace {

constexpr std::uint64_t seed = 2024;
constexpr std::size_t case_count = 100'000;

std::filesystem::path rules() {
    return std::filesystem::path(GUICHENG_SOURCE_DIR) / "bench/yardstick/village-decision.guicheng";
}

/// Cases in the order of the file, a few hundred at a time, so that what was made ready for them is still in the cache when it is timed.
constexpr std::size_t batch = 250;
static_assert(case_count % batch == 0);

/// Of this process, so that whatever else the machine does counts as little as can be.
double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// One iteration is a pass over every case; `prepare` gets a batch ready and is not timed.
void over_batches(benchmark::State& state, const std::function<void(std::size_t)>& prepare, const std::function<void(std::size_t)>& run) {
    for (auto _ : state) {
        double taken = 0;
        for (std::size_t from = 0; from < case_count; from += batch) {
            prepare(from);
            const double begin = cpu_seconds();
            run(from);
            taken += cpu_seconds() - begin;
        }
        state.SetIterationTime(taken);
    }
}

/// One iteration is a pass over every line.
void over_lines(benchmark::State& state, const Workload& cases, const std::function<void(std::size_t)>& run_batch) {
    over_batches(state, [](std::size_t) {}, run_batch);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(cases.size));
}

struct Sides {
    explicit Sides(const Workload& workload) : cases(workload), engine(rules()) {}
    const Workload& cases;
    Engine engine;
    handwritten::Reader reader;
    handwritten::Decision decision;
    std::vector<formats::Tape> tapes = std::vector<formats::Tape>(batch);
    std::vector<cases::Case> bound = std::vector<cases::Case>(batch);
    std::vector<handwritten::Decision> decisions = std::vector<handwritten::Decision>(batch);
    std::string json;
};

void each(std::size_t from, const auto& run) {
    for (std::size_t i = from; i < from + batch; ++i) run(i, i - from);
}

const char* const hand_line = "by hand: line to answer";
const char* const hand_ready = "by hand: answer from ready structs";
const char* const line_answer = "guicheng: line to answer";
const char* const one_line_answer = "guicheng: line to answer, one at a time";
const char* const line_tape = "guicheng: line to tape";
const char* const tape_case = "guicheng: tape to bound case";
const char* const case_answer = "guicheng: answer from bound cases";
const char* const line_verdict = "guicheng: line to verdict as JSON";

void add_benchmarks(Sides& sides) {
    const auto& cases = sides.cases;
    const auto add = [](const char* name, auto body) {
        benchmark::RegisterBenchmark(name, std::move(body))->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    add(hand_line, [&](benchmark::State& state) {
        over_lines(state, cases, [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t) {
                sides.reader.read(cases.line(i), cases.room(i), sides.decision);
                benchmark::DoNotOptimize(handwritten::judge(sides.decision));
            });
        });
    });
    add(line_answer, [&](benchmark::State& state) {
        over_lines(state, cases, [&](std::size_t from) {
            sides.engine.answer_all(
                batch, [&](std::size_t i) { return cases.line(from + i); },
                [](std::size_t, Answer answer) { benchmark::DoNotOptimize(answer); });
        });
    });
    add(one_line_answer, [&](benchmark::State& state) {
        over_lines(state, cases, [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t) { benchmark::DoNotOptimize(sides.engine.answer(cases.line(i))); });
        });
    });
    add(hand_ready, [&](benchmark::State& state) {
        const auto prepare = [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t at) { sides.reader.read(cases.line(i), cases.room(i), sides.decisions[at]); });
        };
        over_batches(state, prepare, [&](std::size_t) {
            for (const auto& decision : sides.decisions) benchmark::DoNotOptimize(handwritten::judge(decision));
        });
    });
    add(case_answer, [&](benchmark::State& state) {
        const auto prepare = [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t at) { sides.engine.bind(cases.line(i), sides.bound[at]); });
        };
        over_batches(state, prepare, [&](std::size_t) {
            for (const auto& records : sides.bound) benchmark::DoNotOptimize(sides.engine.judge(records));
        });
    });
    add(line_tape, [&](benchmark::State& state) {
        over_batches(
            state, [](std::size_t) {},
            [&](std::size_t from) { each(from, [&](std::size_t i, std::size_t) { sides.engine.read(cases.line(i), sides.tapes[0]); }); });
    });
    add(tape_case, [&](benchmark::State& state) {
        const auto prepare = [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t at) { sides.engine.read(cases.line(i), sides.tapes[at]); });
        };
        over_batches(state, prepare, [&](std::size_t) {
            for (const auto& tape : sides.tapes) sides.engine.bind(tape, sides.bound[0]);
        });
    });
    add(line_verdict, [&](benchmark::State& state) {
        over_lines(state, cases, [&](std::size_t from) {
            each(from, [&](std::size_t i, std::size_t) {
                sides.engine.bind(cases.line(i), sides.bound[0]);
                sides.json.clear();
                report::append_json(sides.json, sides.engine.explain(sides.bound[0]), report::Layout::compact);
                benchmark::DoNotOptimize(sides.json.data());
            });
        });
    });
}

/// Prints as ever and keeps the shortest time of each benchmark: what else the machine does only ever adds.
class Keep : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const auto& run : runs) {
            if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
            const double ns = run.GetAdjustedRealTime() * 1e6 / case_count;  // of a pass, in ms
            auto& best = best_.try_emplace(run.run_name.function_name, ns).first->second;
            best = std::min(best, ns);
        }
        ConsoleReporter::ReportRuns(runs);
    }
    std::optional<double> ns(const char* name) const {
        const auto found = best_.find(name);
        return found == best_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, double> best_;
};

void print_figures(const Keep& kept) {
    fmt::print("\n{:50} {:>12}\n", "shortest pass", "ns a case");
    for (const auto* name : {hand_line, line_answer, one_line_answer, line_tape, tape_case, case_answer, hand_ready, line_verdict})
        if (const auto ns = kept.ns(name)) fmt::print("{:50} {:12.1f}\n", name, *ns);
    const auto ratio = [&](const char* what, const char* ours, const char* by_hand) {
        const auto a = kept.ns(ours), b = kept.ns(by_hand);
        if (a && b) fmt::print("{:50} {:12.2f}\n", what, *a / *b);
    };
    fmt::print("\n{:50} {:>12}\n", "guicheng / by hand", "ratio");
    ratio("line to answer", line_answer, hand_line);
    ratio("line to answer, one at a time", one_line_answer, hand_line);
    ratio("answer from what was read", case_answer, hand_ready);
    ratio("line to verdict as JSON / line to answer by hand", line_verdict, hand_line);
}

/// Whether both sides answer as wanted; says where not.
bool agree(const Workload& cases, const char* what) {
    const auto found = differences(cases, rules());
    const auto violated = std::ranges::count_if(cases.answers, [](Answer answer) { return answer != 0; });
    fmt::print("{}: {} cases, {:.1f} % with a violation, {:.1f} bytes a case, {} differ\n", what, cases.count(),
               100.0 * static_cast<double>(violated) / static_cast<double>(cases.count()),
               static_cast<double>(cases.size) / static_cast<double>(cases.count()), found.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 10); ++i) fmt::print("  {}\n", found[i]);
    return found.empty();
}

/// After one pass over the cases a second one asks for no memory; in blocks they are answered as one by one.
bool allocates_nothing(const Workload& cases) {
    Engine engine(rules());
    std::size_t wrong = 0;
    const auto pass = [&] {
        engine.answer_all(
            cases.count(), [&](std::size_t i) { return cases.line(i); },
            [&](std::size_t i, Answer answer) { wrong += answer != cases.answers[i] || engine.answer(cases.line(i)) != answer ? 1 : 0; });
    };
    pass();
    const auto before = allocations();
    pass();
    const auto made = allocations() - before;
    fmt::print("allocations in a second pass over {} cases: {}; in blocks {} differ\n", cases.count(), made, wrong);
    return made == 0 && wrong == 0;
}

std::optional<std::string> option(int& argc, char** argv, std::string_view name) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view given = argv[i];
        if (!given.starts_with(name)) continue;
        std::string value(given.substr(name.size()));
        std::rotate(argv + i, argv + i + 1, argv + argc);
        --argc;
        return value;
    }
    return std::nullopt;
}

int run(int argc, char** argv) {
    const bool check_only = option(argc, argv, "--check").has_value();
    const auto case_file = option(argc, argv, "--cases=");
    const auto answer_file = option(argc, argv, "--answers=");
    if (case_file.has_value() != answer_file.has_value()) {
        fmt::print(stderr, "--cases= and --answers= go together\n");
        return 3;
    }
    if (case_file) return agree(converted(*case_file, *answer_file), "given") ? 0 : 1;

    const Workload cases = generated(seed, case_count);
    if (!agree(cases, "generated") || !allocates_nothing(cases)) return 1;
    if (check_only) return 0;

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 3;
    Sides sides(cases);
    add_benchmarks(sides);
    Keep kept;
    benchmark::RunSpecifiedBenchmarks(&kept);
    print_figures(kept);
    return 0;
}

}  // namespace

}  // namespace guicheng::bench

int main(int argc, char** argv) {
    try {
        return guicheng::bench::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 3;
    }
}
