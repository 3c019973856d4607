// A generated case judged while its acts arrive: at every prefix the same as the acts so far judged at once.
#include "differential/generated.hpp"
#include "eval/incremental.hpp"
#include "report/json.hpp"
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;

TEST_CASE("every prefix of a generated case gives what judging it at once gives", "[differential][incremental]") {
    std::size_t prefixes = 0, in_runs = 0, in_media = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const auto rule = differential::make_rule(seed);
        for (std::uint64_t each = 0; each < 6; ++each) {
            const auto record = differential::make_record(rule, seed * 1000 + each);
            eval::Incremental growing(*rule.program, calendar::built_in(), record.file);
            auto part = record.file;
            part.acts.clear();
            for (std::uint32_t act = 0; act < record.file.acts.size(); ++act) {
                const auto& added = record.file.acts[act];
                growing.add(act);
                part.acts.push_back(added);
                INFO("rule " << seed << ", case " << each << ", " << part.acts.size() << " acts\n" << rule.plan.text << record.text);
                REQUIRE(report::to_json(growing.explain(std::nullopt)) ==
                        report::to_json(eval::explain(*rule.program, part, calendar::built_in(), std::nullopt)));
                ++prefixes;
                in_runs += added.runs_end - added.runs_begin > 1 ? 1 : 0;
                for (auto i = added.runs_begin; i < added.runs_end; ++i)
                    in_media += record.file.runs[i].medium != cases::PostingRun::unnamed ? 1 : 0;
            }
        }
    }
    CHECK(prefixes > 3000);
    CHECK(in_runs > 100);
    CHECK(in_media > 100);
}

TEST_CASE("a notice put up, taken down and put up again, word by word", "[differential][incremental]") {
    const support::Rule rule(
        "步骤 示 { 公示 栏上: 媒介 栏 不少于 5日；公示 网上: 媒介 网 累计 不少于 6个工作日 }\n步骤 办 { 须经 示；时限 自 示 起 40日 内 }");
    const auto told = [&](const std::string& runs, const std::string& rest) {
        return rule.read(support::Rule::file_of("{ 步骤: 示, 张贴: [ " + runs + " ] }" + rest));
    };
    const std::string board = "{ 媒介: 栏, 起: 2024-03-01", site = "{ 媒介: 网, 起: 2024-03-02";
    const std::string down = ", 止: 2024-03-04 }", again = ", { 媒介: 栏, 起: 2024-03-06", site_again = ", { 媒介: 网, 起: 2024-03-10";
    const std::vector<std::string> stages{
        board + " }",
        board + down,
        board + down + ", " + site + " }",
        board + down + ", " + site + " }" + again + " }",
        board + down + ", " + site + ", 止: 2024-03-08 }" + again + " }",
        board + down + ", " + site + ", 止: 2024-03-08 }" + again + ", 止: 2024-03-12 }" + site_again + " }"};
    auto growing_file = told(stages.front(), "");
    eval::Incremental growing(rule.program(), calendar::built_in(), growing_file);
    growing.add(0);
    const auto agree = [&] {
        for (auto day = test::day("2024-02-29"); day < test::day("2024-04-20"); day = day + 1) {
            INFO(base::iso(day));
            CHECK(report::to_json(growing.explain(day)) ==
                  report::to_json(eval::explain(rule.program(), growing_file, calendar::built_in(), day)));
        }
    };
    for (const auto& stage : stages) {
        growing_file = told(stage, "");
        growing.changed();
        agree();
    }
    growing_file = told(stages.back(), ", { 步骤: 办, 日期: 2024-03-15 }");
    growing.changed();
    growing.add(1);
    agree();
}
