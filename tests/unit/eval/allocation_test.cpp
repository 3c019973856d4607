// The promise of the hot path: once its working memory has grown nothing is allocated, whatever the case holds.
#include "rich_cases.hpp"
#include "support/allocations.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;

TEST_CASE("judging allocates nothing once the working memory has grown", "[eval][allocation]") {
    const auto& rule = rich_rule();
    std::vector<cases::Case> files;
    for (const auto& text : rich_cases()) files.push_back(rule.read(text));
    const std::optional<base::Day> days[] = {std::nullopt, test::day("2024-03-04"), test::day("2024-03-28"), test::day("2024-06-30")};
    eval::Scratch scratch;
    const auto judge_all = [&] {
        std::size_t cells = 0;
        for (const auto& file : files)
            for (const auto& day : days) cells += eval::judge(rule.program(), file, calendar::built_in(), day, scratch).cells->size();
        return cells;
    };
    REQUIRE(judge_all() > 0);
    const auto before = allocations();
    const auto cells = judge_all();
    const auto after = allocations();
    CHECK(after == before);
    CHECK(cells > 0);
    CHECK(before > 0);
}

TEST_CASE("a judgement after another case is the same as a first one", "[eval][allocation]") {
    const auto& rule = rich_rule();
    std::vector<cases::Case> files;
    for (const auto& text : rich_cases()) files.push_back(rule.read(text));
    eval::Scratch used;
    for (const auto& first : files)
        for (const auto& second : files) {
            eval::explain(rule.program(), first, calendar::built_in(), std::nullopt, used);
            CHECK(eval::explain(rule.program(), second, calendar::built_in(), std::nullopt, used) ==
                  eval::explain(rule.program(), second, calendar::built_in(), std::nullopt));
        }
}
