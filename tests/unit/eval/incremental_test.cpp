// A case judged while its acts arrive gives at every moment what judging its acts at once gives.
#include "eval/incremental.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "report/json.hpp"
#include "rich_cases.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

/// Everything that the hot path says, with acts named by their records.
std::string text_of(const eval::Answer& answer, const cases::Case& file) {
    std::string out;
    const auto add = [&](auto... numbers) { ((out += std::to_string(static_cast<std::int64_t>(numbers)) + ' '), ...); };
    add(answer.status, answer.outcome, answer.as_of_source, answer.closed, answer.applies, answer.as_of ? answer.as_of->number : -1);
    for (const auto& attempt : *answer.attempts) {
        out += "\nattempt ";
        add(file.acts[attempt.act].record, attempt.number, attempt.step, attempt.faults, attempt.status, attempt.outcome, attempt.skipped,
            attempt.withdrawn, attempt.counts);
    }
    for (const auto& cell : *answer.cells) {
        out += "\ncell ";
        add(cell.attempt, cell.requirement, cell.result, cell.missing, cell.charged, cell.needed, cell.found, cell.base);
    }
    return out;
}

/// The case as if only these acts had been recorded.
cases::Case part_of(const cases::Case& file, std::vector<std::uint32_t> acts) {
    auto part = file;
    part.acts.clear();
    std::sort(acts.begin(), acts.end());
    for (const auto act : acts) part.acts.push_back(file.acts[act]);
    return part;
}

/// A case, what was added of it so far, and what both ways of judging it say.
struct Growing {
    explicit Growing(const cases::Case& whole) : file(whole), growing(rich_rule().program(), calendar::built_in(), file) {}

    void add(std::uint32_t act) {
        growing.add(act);
        added.push_back(act);
    }
    void agree(std::optional<base::Day> day) {
        const auto part = part_of(file, added);
        eval::Scratch scratch;
        const auto& answer = eval::judge(rich_rule().program(), part, calendar::built_in(), day, scratch);
        CHECK(text_of(growing.judge(day), file) == text_of(answer, part));
    }
    void agree_in_bytes(std::optional<base::Day> day) {
        const auto whole = eval::explain(rich_rule().program(), part_of(file, added), calendar::built_in(), day);
        CHECK(report::to_json(growing.explain(day)) == report::to_json(whole));
    }

    cases::Case file;
    eval::Incremental growing;
    std::vector<std::uint32_t> added;
};

std::vector<cases::Case> files() {
    std::vector<cases::Case> out;
    for (const auto& text : rich_cases()) out.push_back(rich_rule().read(text));
    return out;
}

const std::optional<base::Day> no_day;

}  // namespace

TEST_CASE("every prefix of a record", "[eval][incremental]") {
    for (const auto& file : files()) {
        Growing growing(file);
        growing.agree(no_day);
        for (std::uint32_t act = 0; act < file.acts.size(); ++act) {
            growing.add(act);
            growing.agree(no_day);
            growing.agree_in_bytes(no_day);
        }
    }
}

TEST_CASE("200 random orders of arrival, looked at on random days in between", "[eval][incremental]") {
    std::mt19937 random(20240301);
    const auto all = files();
    for (int round = 0; round < 200; ++round) {
        const auto& file = all[static_cast<std::size_t>(round) % all.size()];
        std::vector<std::uint32_t> order(file.acts.size());
        std::iota(order.begin(), order.end(), 0U);
        std::shuffle(order.begin(), order.end(), random);
        Growing growing(file);
        for (const auto act : order) {
            growing.add(act);
            if (random() % 3 != 0) continue;
            const auto day = test::day("2024-02-28") + static_cast<std::int32_t>(random() % 100);
            growing.agree(random() % 2 ? std::optional(day) : no_day);
        }
        INFO("round " << round);
        growing.agree(no_day);
        eval::Scratch scratch;
        const auto& at_once = eval::judge(rich_rule().program(), file, calendar::built_in(), no_day, scratch);
        CHECK(text_of(growing.growing.judge(no_day), file) == text_of(at_once, file));
        CHECK(report::to_json(growing.growing.explain(no_day)) ==
              report::to_json(eval::explain(rich_rule().program(), file, calendar::built_in(), no_day)));
    }
}

TEST_CASE("a look back at an earlier day leaves what was folded as it is", "[eval][incremental]") {
    for (const auto& file : files()) {
        Growing growing(file);
        for (std::uint32_t act = 0; act < file.acts.size(); ++act) growing.add(act);
        for (auto day = test::day("2024-05-31"); test::day("2024-02-28") < day; day = day - 3) {
            growing.agree(day);
            growing.agree(no_day);
        }
    }
}

TEST_CASE("an act added twice is there once", "[eval][incremental]") {
    const auto file = files().front();
    Growing growing(file);
    for (std::uint32_t act = 0; act < file.acts.size(); ++act) {
        growing.add(act);
        growing.growing.add(act);
    }
    growing.agree(no_day);
}

TEST_CASE("a record that is corrected later, and a matter that becomes known later", "[eval][incremental]") {
    for (const auto& file : files()) {
        Growing growing(file);
        for (std::uint32_t act = 0; act < file.acts.size(); ++act) {
            growing.add(act);
            growing.agree(no_day);
            growing.file.acts[act / 2].superseded = true;
            growing.growing.changed();
            growing.agree(no_day);
        }
        growing.file.matter.front().known = !growing.file.matter.front().known;
        growing.growing.changed();
        growing.agree(no_day);
        growing.agree_in_bytes(test::day("2024-03-20"));
    }
}

TEST_CASE("a case whose acts are appended while it is judged", "[eval][incremental]") {
    for (const auto& file : files()) {
        Growing growing(part_of(file, {}));
        for (const auto& act : file.acts) {
            growing.file.acts.push_back(act);
            growing.add(static_cast<std::uint32_t>(growing.file.acts.size() - 1));
            growing.agree(no_day);
        }
        growing.agree_in_bytes(no_day);
    }
}

TEST_CASE("the hot path and the whole verdict decide the same", "[eval][incremental]") {
    eval::Scratch scratch;
    for (const auto& file : files()) {
        for (auto day = test::day("2024-02-28"); day < test::day("2024-06-05"); day = day + 1) {
            const auto verdict = eval::explain(rich_rule().program(), file, calendar::built_in(), day);
            const auto& answer = eval::judge(rich_rule().program(), file, calendar::built_in(), day, scratch);
            REQUIRE(answer.status == verdict.status);
            REQUIRE(answer.outcome == verdict.outcome);
            std::size_t attempts = 0, kept = 0;
            const auto count = [&](const std::vector<verdict::Finding>& findings) {
                kept += static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [](const verdict::Finding& f) {
                    return f.result != verdict::Result::satisfied && f.result != verdict::Result::not_applicable;
                }));
            };
            for (const auto& step : verdict.steps) {
                attempts += step.attempts.size();
                count(step.findings);
                for (const auto& attempt : step.attempts) count(attempt.findings);
            }
            count(verdict.findings);
            REQUIRE(answer.attempts->size() == attempts);
            REQUIRE(answer.cells->size() == kept);
        }
    }
}
