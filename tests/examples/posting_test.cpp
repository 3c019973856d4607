// "No posting on record" means three different things in a live, a closed and an incomplete record.
#include <algorithm>
#include <string>

#include "examples.hpp"

namespace guicheng::test {

namespace {

/// What the verdict says of whether the step was taken that was owed.
void check_owed(const Verdict& verdict, const std::string& step, CaseStatus status, Result result, bool violated) {
    const std::string owed = step + ".办理";
    CHECK(verdict.status() == status);
    CHECK(results_of(verdict, owed) == std::vector<Result>{result});
    const auto ids = verdict.violated();
    CHECK((std::find(ids.begin(), ids.end(), owed) != ids.end()) == violated);
}

/// The record with a resolution on that day, within the days that the case looks at.
std::string with_resolution(const std::string& name, const std::string& day) {
    std::string text = support::read_file(cases_of("four-deliberations") / name);
    const std::string head = "经过:\n";
    const auto at = text.find(head);
    REQUIRE(at != std::string::npos);
    return text.insert(at + head.size(), "  - { 步骤: 决议, 日期: " + day + ", 由: 村民代表会议, 到会: 38, 赞成: 34, 反对: 2, 弃权: 2 }\n");
}

Verdict judge_text(const std::string& text) {
    const auto verdicts = evaluate(village_rules(), Case::from_yaml("case.yaml", text));
    REQUIRE(verdicts.size() == 1);
    return verdicts.front();
}

}  // namespace

TEST_CASE("a posting that is not on record is pending in a live case and violated in a closed one", "[examples]") {
    const auto check = [](const std::string& rule, const std::string& step) {
        check_owed(judge(cases_of(rule) / "no-posting-live.yaml"), step, CaseStatus::in_progress, Result::pending, false);
        check_owed(judge(cases_of(rule) / "no-posting-closed.yaml"), step, CaseStatus::flawed, Result::violated, true);
    };
    SECTION("four deliberations") {
        check("four-deliberations", "方案公示");
    }
    SECTION("six-step method") {
        check("six-step-method", "议案公告");
    }
}

TEST_CASE("a posting that an incomplete record does not show is undetermined, never violated", "[examples]") {
    const auto check = [](const std::string& rule, const std::string& step) {
        const Verdict verdict = judge(cases_of(rule) / "no-posting-incomplete.yaml");
        check_owed(verdict, step, CaseStatus::undetermined, Result::undetermined, false);
        CHECK(verdict.violated().empty());
    };
    SECTION("four deliberations") {
        check("four-deliberations", "方案公示");
    }
    SECTION("six-step method") {
        check("six-step-method", "议案公告");
    }
}

TEST_CASE("a resolution without a posting before it is out of order, and undetermined where the record is incomplete", "[examples]") {
    CHECK(results_of(judge_text(with_resolution("no-posting-live.yaml", "2024-06-14")), "决议.顺序") ==
          std::vector<Result>{Result::violated});
    const Verdict incomplete = judge_text(with_resolution("no-posting-incomplete.yaml", "2024-06-18"));
    CHECK(results_of(incomplete, "决议.顺序") == std::vector<Result>{Result::undetermined});
    CHECK(incomplete.violated().empty());
}

}  // namespace guicheng::test
