// Random procedures and cases: the compiled evaluator and the plain one give the same bytes.
#include "differential/generated.hpp"
#include "differential/compare.hpp"
#include "differential/coverage.hpp"
#include "support/catch.hpp"

using namespace guicheng;

namespace {

constexpr std::uint64_t rules = 1200;
constexpr std::uint64_t cases_of_each = 40;

}  // namespace

TEST_CASE("both evaluators give the same verdict on generated procedures and cases", "[differential]") {
    differential::Coverage coverage;
    std::size_t differences = 0;
    for (std::uint64_t seed = 1; seed <= rules && differences < 3; ++seed) {
        const auto rule = differential::make_rule(seed);
        coverage.add(*rule.model);
        for (std::uint64_t each = 0; each < cases_of_each && differences < 3; ++each) {
            const auto record = differential::make_record(rule, seed * 1000 + each);
            const auto under_test = eval::explain(*rule.program, record.file, calendar::built_in(), std::nullopt);
            const auto reference = differential::judge_plainly(*rule.model, record.file, calendar::built_in(), std::nullopt);
            coverage.add(under_test);
            if (under_test == reference) continue;
            ++differences;
            UNSCOPED_INFO("rule " << seed << ", case " << each << "\n"
                                  << rule.plan.text << record.text << "\n"
                                  << differential::difference(report::to_json(under_test), report::to_json(reference)));
        }
    }
    CHECK(differences == 0);
    if (differences == 0) {
        std::puts(coverage.table().c_str());
        for (const auto& name : coverage.below(100)) UNSCOPED_INFO("occurred fewer than 100 times: " << name);
        CHECK(coverage.below(100).empty());
    }
}
