// Steps and findings as tables: who, which body, what a lost vote sets off, where the requirements stand.
#include "compiling.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;

TEST_CASE("every table has an entry for every part of the model, at the same index", "[program]") {
    const auto p =
        compiled("事项 { 急 是否 }\n认定 必要 { 结论 是否 }\n步骤 甲步 当 急 { 由 甲方 }\n步骤 乙步 { 须经 甲步\n要求 必要 }\n要求 急");
    const auto& m = *p.procedure;
    CHECK(p.steps.size() == m.steps.size());
    CHECK(p.rows.size() == m.requirements.size());
    CHECK(p.nodes.size() == m.expressions.size());
    CHECK(p.findings.size() == m.findings.size());
    REQUIRE(p.own_requirements.size() == 1);
    CHECK(m.requirements[p.own_requirements.front()].id == "要求");
    for (std::size_t i = 0; i < m.steps.size(); ++i) {
        const auto range = p.steps[i].requirements;
        REQUIRE(range.size() == m.steps[i].requirements.size());
        for (std::uint32_t k = 0; k < range.size(); ++k) {
            CHECK(p.step_requirements[range.begin + k] == m.steps[i].requirements[k].value);
            CHECK(p.rows[p.step_requirements[range.begin + k]].step == i);
        }
    }
}

TEST_CASE("who takes a step and which body meets", "[program]") {
    const auto p = compiled("步骤 甲步 { 由 乙方、甲方 }\n步骤 乙步 { 会议 理事会 { 到会 应到 过半数 } }\n步骤 丙步 { }");
    CHECK(actors_in(p, step(p, "甲步").actors) == "乙方 甲方");
    CHECK(step(p, "甲步").body == program::none);
    CHECK(step(p, "乙步").actors.empty());
    CHECK(p.procedure->actors[step(p, "乙步").body].name == "理事会");
    CHECK(row(p, "乙步.理事会.到会").body == step(p, "乙步").body);
    CHECK(step(p, "丙步").body == program::none);
}

TEST_CASE("conditions of steps, and whether there are any", "[program]") {
    const auto p = compiled("事项 { 急 是否 }\n步骤 甲步 当 急 { }\n步骤 乙步 { }");
    REQUIRE(step(p, "甲步").condition != program::none);
    CHECK(p.nodes[step(p, "甲步").condition].kind == model::ExprKind::matter);
    CHECK(step(p, "乙步").condition == program::none);
    CHECK(p.conditional_steps);
    CHECK_FALSE(compiled("步骤 乙步 { }").conditional_steps);
    CHECK(p.applies == program::none);
    CHECK(compiled("事项 { 急 是否 }\n适用 当 急\n步骤 甲步 { }").applies != program::none);
}

TEST_CASE("optional steps, postings, votes and what a lost one sets off", "[program]") {
    const std::string vote = "会议 大会 { 赞成 到会 过半数 }\n";
    const auto p = compiled("可以 步骤 甲步 { }\n步骤 乙步 { 公示 不少于 5日 }\n步骤 丙步 { " + vote +
                            "未通过 则 退回 乙步 }\n步骤 丁步 { " + vote + "未通过 则 终止 }\n步骤 戊步 { " + vote +
                            "未通过 则 暂缓 }\n步骤 己步 { " + vote + "}\n步骤 庚步 { 会议 大会 { 到会 应到 过半数 } }");
    CHECK(step(p, "甲步").optional);
    CHECK_FALSE(step(p, "乙步").optional);
    CHECK(step(p, "乙步").posting);
    CHECK_FALSE(step(p, "丙步").posting);
    CHECK(step(p, "丙步").lost_vote == model::LostVote::return_to);
    CHECK(p.procedure->steps[step(p, "丙步").return_to].name == "乙步");
    CHECK(step(p, "丁步").lost_vote == model::LostVote::end);
    CHECK(step(p, "丁步").return_to == program::none);
    CHECK(step(p, "戊步").lost_vote == model::LostVote::suspend);
    CHECK(step(p, "己步").lost_vote == model::LostVote::nothing);
    CHECK(step(p, "己步").approves);
    CHECK_FALSE(step(p, "庚步").approves);
}

TEST_CASE("a step knows its requirements of the kinds that are looked up", "[program]") {
    const auto p = compiled("步骤 甲步 { 会议 大会 { 委托表决 不得；远程表决 可以 } }\n可以 步骤 乙步 { }");
    const auto id = [&](std::uint16_t requirement) {
        return requirement == program::none ? "-" : p.procedure->requirements[requirement].id;
    };
    CHECK(id(step(p, "甲步").order) == "甲步.顺序");
    CHECK(id(step(p, "甲步").owed) == "甲步.办理");
    CHECK(id(step(p, "甲步").proxy) == "甲步.大会.委托表决");
    CHECK(id(step(p, "甲步").remote) == "甲步.大会.远程表决");
    CHECK(id(step(p, "乙步").order) == "乙步.顺序");
    CHECK(id(step(p, "乙步").owed) == "-");
    CHECK(id(step(p, "乙步").proxy) == "-");
    CHECK(id(step(p, "乙步").remote) == "-");
}

TEST_CASE("findings: competent bodies, and what holds where none was made", "[program]") {
    const auto p = compiled(
        "认定 必要 { 由 甲方、乙方；结论 是否；未作 视为 是 }\n认定 合规 { 由 甲方；结论 是否；未作 视为 否 }\n认定 危急 { 由 乙方；结论 "
        "是否 }\n步骤 甲步 { }");
    const auto& necessary = p.findings[place_of(p.procedure->findings, "必要")];
    CHECK(actors_in(p, necessary.actors) == "甲方 乙方");
    CHECK(necessary.has_none_value);
    CHECK(necessary.none_value == 1);
    const auto& lawful = p.findings[place_of(p.procedure->findings, "合规")];
    CHECK(lawful.has_none_value);
    CHECK(lawful.none_value == 0);
    CHECK_FALSE(p.findings[place_of(p.procedure->findings, "危急")].has_none_value);
}
