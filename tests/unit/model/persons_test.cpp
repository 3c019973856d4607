// Persons across steps: separation of duties, chains of signatures, tiers.
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check_in;
using checking::errors;
using checking::requirement;

TEST_CASE("分离 asks the same of each step that it names", "[model][persons]") {
    const auto c = check_in("分离 审查 批准 验收\n分离 又: 审查 批准 否则 可补正\n步骤 审查 { }\n步骤 批准 { }\n步骤 验收 { }");
    REQUIRE(errors(c).empty());
    const auto* r = requirement(c.one(), "批准.分离");
    REQUIRE(r != nullptr);
    CHECK(r->apart == std::vector{model::StepId{0}, model::StepId{2}});
    CHECK(r->consequence.effect == model::Effect::void_);
    REQUIRE(requirement(c.one(), "审查.又") != nullptr);
    CHECK(requirement(c.one(), "审查.又")->consequence.effect == model::Effect::curable);
    CHECK(requirement(c.one(), "验收.又") == nullptr);
}

TEST_CASE("分离 names two steps or more, each once", "[model][persons]") {
    CHECK(errors(check_in("分离 审查\n步骤 审查 { }")) == "M065");
    CHECK(errors(check_in("分离 审查 审查\n步骤 审查 { }")) == "N007");
    CHECK(errors(check_in("分离 审查 批准\n步骤 审查 { }")) == "N001");
    CHECK(errors(check_in("分离 审查 批准\n分离 批准 审查\n步骤 审查 { }\n步骤 批准 { }")) == "M001 M001");
}

TEST_CASE("签批 is up to four requirements", "[model][persons]") {
    const auto c = check_in(
        "步骤 报账 { 签批 党支部 -> 村委会，盖章，互不相同 }\n步骤 付款 { 签批 村委会 }\n步骤 记账 { 签批 会计: 党支部 -> 村委会 }");
    REQUIRE(errors(c).empty());
    CHECK(checking::ids(c.one(), 0) == std::vector<std::string>{"报账.顺序", "报账.承袭", "报账.签批", "报账.签批.顺序",
                                                                "报账.签批.互不相同", "报账.签批.盖章", "报账.办理"});
    CHECK(checking::ids(c.one(), 1) == std::vector<std::string>{"付款.顺序", "付款.承袭", "付款.签批", "付款.办理"});
    CHECK(checking::ids(c.one(), 2) == std::vector<std::string>{"记账.顺序", "记账.承袭", "记账.会计", "记账.会计.顺序", "记账.办理"});
    CHECK(requirement(c.one(), "报账.签批.顺序")->chain == std::vector{model::ActorId{0}, model::ActorId{1}});
    CHECK(requirement(c.one(), "报账.签批.盖章")->consequence.effect == model::Effect::curable);
    CHECK(errors(check_in("步骤 报账 { 签批 党支部 -> 党支部 }")) == "N007");
    CHECK(errors(check_in("步骤 报账 { 签批 党支部、村委会 }")) == "P132");
    CHECK(errors(check_in("步骤 报账 { 签批 党支部 -> 出纳 }")) == "N002");
}

TEST_CASE("the bands of tiers meet, and the check says from where to where they do not", "[model][tiers]") {
    const auto bands = [](const std::string& text) { return check_in("分级 审批 按 金额 { " + text + " }\n步骤 批 { 由 审批 }"); };
    const auto good = bands("不满 1万元 => 党支部；1万元以上 不满 20万元 => 党支部、村委会；20万元以上 => 大会");
    REQUIRE(errors(good).empty());
    CHECK(good.argument("M069", "values") == "(none)");
    CHECK(good.one().steps[0].actors.size() == 3);
    REQUIRE(good.one().tiers.size() == 1);
    CHECK(good.one().tiers[0].bands.size() == 3);

    const auto overlap = bands("1万元以下 => 党支部；1万元以上 => 村委会");
    CHECK(errors(overlap) == "M068");
    CHECK(overlap.argument("M068", "values") == "10000元以上不满10000.01元");
    const auto gap = bands("不满 1万元 => 党支部；20万元以上 => 大会");
    CHECK(errors(gap).empty());
    CHECK(gap.argument("M069", "values") == "10000元以上不满200000元");
    CHECK(bands("不满 1万元 => 党支部").argument("M069", "values") == "10000元以上");
    CHECK(bands("超过 1万元 => 党支部").argument("M069", "values") == "不满10000.01元");
    CHECK(bands("不满 1万元 => 党支部；其余 => 大会").argument("M069", "values") == "(none)");
    CHECK(errors(bands("不满 0元 => 党支部；其余 => 大会")) == "M067");
    CHECK(errors(bands("党支部 => 党支部")) == "P133");
    CHECK(errors(bands("")) == "P134");
}

TEST_CASE("tiers go by an amount or an integer of the matter, and have a name of their own", "[model][tiers]") {
    CHECK(errors(check_in("分级 审批 按 签约日 { 其余 => 党支部 }")) == "M066");
    CHECK(errors(check_in("分级 审批 按 总价 { 其余 => 党支部 }")) == "N047");
    CHECK(errors(check_in("分级 党支部 按 金额 { 其余 => 党支部 }")) == "N007");
    CHECK(errors(check_in("分级 审批 按 金额 { 其余 => 出纳 }")) == "N002");
    const auto open = check_in("参数 小额限 金额\n分级 审批 按 金额 { 不满 小额限 => 党支部；不超过 小额限 => 大会 }\n步骤 批 { 由 审批 }");
    CHECK(errors(open).empty());
    CHECK(open.argument("M069", "values") == "(none)");
    CHECK(open.one().identity !=
          check_in("参数 小额限 金额\n分级 审批 按 金额 { 不满 小额限 => 党支部；不超过 小额限 => 村委会 }\n步骤 批 { 由 审批 }")
              .one()
              .identity);
}
