// The bare answer and the whole verdict come from the same code, run without and with a recorder. Without one it takes short cuts; they
// must not be seen.
#include <algorithm>
#include <string>
#include <vector>

#include "differential/compare.hpp"
#include "differential/generated.hpp"
#include "support/catch.hpp"

using namespace guicheng;

namespace {

using verdict::Result;

bool is_kept(Result result) {
    return result != Result::satisfied && result != Result::not_applicable;
}

std::string line(std::int64_t record, const std::string& requirement, Result result, int missing, std::int64_t needed, std::int64_t found) {
    std::string text = std::to_string(record) + ' ' + requirement + ' ' + std::to_string(static_cast<int>(result));
    if (result == Result::undetermined) text += " missing " + std::to_string(missing);
    return text + ' ' + std::to_string(needed) + ' ' + std::to_string(found);
}

bool has_figures(model::RequirementKind kind) {
    return kind == model::RequirementKind::attendance || kind == model::RequirementKind::approval;
}

void add_findings(std::vector<std::string>& out, std::int64_t record, const std::vector<verdict::Finding>& findings) {
    for (const auto& finding : findings) {
        if (!is_kept(finding.result)) continue;
        const bool shown = has_figures(finding.kind) && finding.numbers;
        const int missing = finding.missing.empty() ? 0 : static_cast<int>(finding.missing.front().kind);
        out.push_back(line(record, finding.requirement, finding.result, missing, shown ? finding.numbers->needed.value_or(-1) : -1,
                           shown ? finding.numbers->found.value_or(-1) : -1));
    }
}

std::string attempt_line(std::int64_t record, verdict::Status status, verdict::Outcome outcome, bool counts) {
    return std::to_string(record) + " status " + std::to_string(static_cast<int>(status)) + " outcome " +
           std::to_string(static_cast<int>(outcome)) + (counts ? " counts" : "");
}

std::string joined(verdict::CaseStatus status, verdict::Outcome outcome, std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::string text = std::to_string(static_cast<int>(status)) + ' ' + std::to_string(static_cast<int>(outcome)) + '\n';
    for (const auto& one : lines) text += one + '\n';
    return text;
}

std::string told(const verdict::Verdict& verdict) {
    std::vector<std::string> lines;
    for (const auto& step : verdict.steps) {
        for (const auto& attempt : step.attempts) {
            lines.push_back(attempt_line(attempt.record, attempt.status, attempt.outcome, attempt.counts));
            add_findings(lines, attempt.record, attempt.findings);
        }
        add_findings(lines, -1, step.findings);
    }
    add_findings(lines, -1, verdict.findings);
    return joined(verdict.status, verdict.outcome, std::move(lines));
}

std::string told(const eval::Answer& answer, const program::Program& program, const cases::Case& file) {
    std::vector<std::string> lines;
    const auto record_of = [&](std::uint32_t attempt) {
        return attempt == eval::no_index ? std::int64_t{-1} : std::int64_t{file.acts[(*answer.attempts)[attempt].act].record};
    };
    for (std::uint32_t i = 0; i < answer.attempts->size(); ++i) {
        const auto& attempt = (*answer.attempts)[i];
        lines.push_back(attempt_line(record_of(i), attempt.status, attempt.outcome, attempt.counts));
    }
    for (const auto& cell : *answer.cells) {
        const auto& requirement = program.procedure->requirements[cell.requirement];
        const bool shown = has_figures(requirement.kind);
        lines.push_back(
            line(record_of(cell.attempt), requirement.id, cell.result, cell.missing, shown ? cell.needed : -1, shown ? cell.found : -1));
    }
    return joined(answer.status, answer.outcome, std::move(lines));
}

}  // namespace

namespace {

/// The forms that the bare answer reads without the general walk.
struct ShortCuts {
    std::size_t dates = 0, lifts = 0, conditions = 0, shares = 0, lengths = 0;
    void add(const program::Program& program) {
        for (const auto& row : program.rows) {
            dates += row.dates.empty() ? 0 : 1;
            lifts += row.lifts.empty() ? 0 : 1;
            conditions += row.condition != program::none && row.when.field != program::none ? 1 : 0;
            shares += row.plain_share ? 1 : 0;
            lengths += row.glanceable && row.kind == model::RequirementKind::posting_length ? 1 : 0;
        }
    }
};

}  // namespace

TEST_CASE("the bare answer says what the whole verdict says, on generated procedures and cases", "[differential]") {
    eval::Scratch scratch;
    std::size_t differences = 0, kept = 0;
    ShortCuts reached;
    for (std::uint64_t seed = 5001; seed <= 5600 && differences < 3; ++seed) {
        const auto rule = differential::make_rule(seed);
        reached.add(*rule.program);
        for (std::uint64_t each = 0; each < 30 && differences < 3; ++each) {
            const auto record = differential::make_record(rule, seed * 1000 + each);
            const auto& answer = eval::judge(*rule.program, record.file, calendar::built_in(), std::nullopt, scratch);
            kept += answer.cells->size();
            const auto bare = told(answer, *rule.program, record.file);
            const auto whole = told(eval::explain(*rule.program, record.file, calendar::built_in(), std::nullopt));
            if (bare == whole) continue;
            ++differences;
            UNSCOPED_INFO("rule " << seed << ", case " << each << "\n"
                                  << rule.plan.text << record.text << "\n"
                                  << differential::difference(bare, whole));
        }
    }
    CHECK(differences == 0);
    CHECK(kept > 10'000);
    INFO(reached.dates << ' ' << reached.lifts << ' ' << reached.conditions << ' ' << reached.shares << ' ' << reached.lengths);
    CHECK(std::min({reached.dates, reached.lifts, reached.conditions, reached.shares, reached.lengths}) > 50);
}
