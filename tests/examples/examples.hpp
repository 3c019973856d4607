#pragma once
// The shipped rules and the example cases.
#include <filesystem>
#include <string>
#include <vector>

#include "guicheng/desk/tests.hpp"
#include "guicheng/guicheng.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace guicheng::test {

inline const Library& village_rules() {
    static const Library library = Library::load({support::source_dir() / "rules"});
    return library;
}

inline std::filesystem::path cases_of(const std::string& rule) {
    return support::source_dir() / "examples" / "cases" / rule;
}

/// The one verdict of a case that names one procedure.
inline Verdict judge(const std::filesystem::path& file, const EvaluateOptions& options = {}) {
    const std::vector<Verdict> verdicts = evaluate(village_rules(), Case::read_file(file), options);
    REQUIRE(verdicts.size() == 1);
    return verdicts.front();
}

/// Every finding of a verdict, those of withdrawn and repeated attempts too.
inline std::vector<Finding> all_findings(const Verdict& verdict) {
    std::vector<Finding> found = verdict.findings();
    for (const StepVerdict& step : verdict.steps()) {
        found.insert(found.end(), step.findings.begin(), step.findings.end());
        for (const Attempt& attempt : step.attempts) found.insert(found.end(), attempt.findings.begin(), attempt.findings.end());
    }
    return found;
}

inline std::vector<Result> results_of(const Verdict& verdict, const std::string& requirement) {
    std::vector<Result> results;
    for (const Finding& finding : all_findings(verdict)) {
        if (finding.requirement == requirement) results.push_back(finding.result);
    }
    return results;
}

}  // namespace guicheng::test
