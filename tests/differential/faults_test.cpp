// A net is as good as what it catches: each planted mistake must change some verdict of the generated cases. The mistakes sit in the plain
// evaluator; since the comparison is one of equal bytes, the same mistake in the evaluator under test would be seen by the same cases.
#include <cstdio>
#include <vector>

#include "differential/faults.hpp"
#include "differential/generated.hpp"
#include "differential/reference.hpp"
#include "eval/judge.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using differential::Fault;

namespace {

constexpr std::uint64_t rules = 3000;
constexpr std::uint64_t cases_of_each = 40;

}  // namespace

TEST_CASE("each planted mistake is caught by some generated case", "[differential]") {
    std::vector<Fault> at_large;
    for (std::size_t i = 1; i < differential::fault_count; ++i) at_large.push_back(static_cast<Fault>(i));
    REQUIRE(at_large.size() >= 40);
    for (std::uint64_t seed = 1; seed <= rules && !at_large.empty(); ++seed) {
        const auto rule = differential::make_rule(seed);
        for (std::uint64_t each = 0; each < cases_of_each && !at_large.empty(); ++each) {
            const auto record = differential::make_record(rule, seed * 1000 + each);
            const auto right = eval::explain(*rule.program, record.file, calendar::built_in(), std::nullopt);
            std::erase_if(at_large, [&](Fault fault) {
                if (differential::judge_with_fault(*rule.model, record.file, calendar::built_in(), std::nullopt, fault) == right)
                    return false;
                const auto name = differential::fault_name(fault);
                std::printf("%-34.*s caught by rule %llu, case %llu\n", static_cast<int>(name.size()), name.data(),
                            static_cast<unsigned long long>(seed), static_cast<unsigned long long>(each));
                return true;
            });
        }
    }
    for (const auto fault : at_large) UNSCOPED_INFO("not caught: " << differential::fault_name(fault));
    CHECK(at_large.empty());
}
