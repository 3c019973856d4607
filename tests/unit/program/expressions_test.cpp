// Conditions as flat nodes: operands by index, values and texts in side tables.
#include "compiling.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;
using model::ExprKind;

namespace {

const std::string fields =
    "事项 { 急 是否；金额 金额；人数 整数；产业 选项 { 农 工 商 }；说明 文本；签约日 日期；负责人 人员 }\n参数 线 整数\n认定 必要 { 结论 "
    "是否 }\n"
    "事件 来信 { 记载 { 件数 整数；署名 是否 } }\n步骤 前步 { 记载 { 评分 整数 } }\n";

struct Demand {
    explicit Demand(const std::string& condition)
        : p(compiled(fields + "步骤 甲步 { 要求 查: " + condition + " }")), root(p.nodes[row(p, "甲步.查").demand]) {}
    const program::Node& left() const { return p.nodes[root.left]; }
    const program::Node& right() const { return p.nodes[root.right]; }
    const program::Node& part(std::uint32_t i) const { return p.nodes[static_cast<std::size_t>(p.numbers[root.list.begin + i])]; }
    const std::string& text(std::int64_t index) const { return p.texts[static_cast<std::size_t>(index)]; }

    program::Program p;
    program::Node root;
};

}  // namespace

TEST_CASE("a name is the slot of its field, parameter or finding", "[program]") {
    const Demand field("急");
    CHECK(field.root.kind == ExprKind::matter);
    CHECK(field.p.procedure->fields[field.root.slot].name == "急");
    const Demand finding("必要");
    CHECK(finding.root.kind == ExprKind::finding);
    CHECK(finding.p.procedure->findings[finding.root.slot].name == "必要");
    const Demand parameter("人数 不少于 线");
    CHECK(parameter.root.kind == ExprKind::compare);
    CHECK(parameter.root.op == base::Comparison::greater_equal);
    CHECK(parameter.right().kind == ExprKind::parameter);
    CHECK(parameter.p.procedure->parameters[parameter.right().slot].field.name == "线");
    CHECK(parameter.root.list.empty());
}

TEST_CASE("values stand in the node: fen, choices by place, dates by day", "[program]") {
    CHECK(Demand("金额 不少于 1万元").right().value == 1'000'000);
    CHECK(Demand("产业 是 工").right().value == 1);
    CHECK(Demand("签约日 早于 2024-03-01").right().value == base::to_day({2024, 3, 1}).number);
    CHECK(Demand("人数 * 2 - 1 等于 9").left().kind == ExprKind::subtract);
    const Demand shifted("签约日 + 10个工作日 早于 2024-03-01");
    CHECK(shifted.left().kind == ExprKind::add_period);
    const auto& period = shifted.p.nodes[shifted.left().right];
    CHECK(period.value == 10);
    CHECK(period.unit == calendar::Unit::working_days);
}

TEST_CASE("texts are kept once, and found by index; then come the names of the actors", "[program]") {
    const Demand d("说明 是 \"甲\" 或 说明 是 \"乙\" 或 说明 是 \"甲\"");
    std::vector<std::int64_t> found;
    for (std::uint32_t i = 0; i < d.root.list.size(); ++i) found.push_back(d.p.nodes[d.part(i).right].value);
    REQUIRE(found.size() == 3);
    CHECK(d.text(found[0]) == "甲");
    CHECK(d.text(found[1]) == "乙");
    CHECK(found[2] == found[0]);
    REQUIRE(d.p.texts.size() == d.p.actor_texts + d.p.procedure->actors.size());
    for (std::size_t i = 0; i < d.p.procedure->actors.size(); ++i) CHECK(d.p.texts[d.p.actor_texts + i] == d.p.procedure->actors[i].name);
}

TEST_CASE("parts and members are runs of one table", "[program]") {
    const Demand all("急 且 必要 且 人数 超过 3");
    CHECK(all.root.kind == ExprKind::conjunction);
    REQUIRE(all.root.list.size() == 3);
    CHECK(all.part(0).kind == ExprKind::matter);
    CHECK(all.part(1).kind == ExprKind::finding);
    CHECK(all.part(2).kind == ExprKind::compare);
    const Demand member("产业 属于 { 商 农 }");
    CHECK(member.root.kind == ExprKind::member);
    REQUIRE(member.root.list.size() == 2);
    CHECK(member.p.numbers[member.root.list.begin] == 2);
    CHECK(member.p.numbers[member.root.list.begin + 1] == 0);
    const Demand texts("说明 属于 { 某甲 某乙 }");
    REQUIRE(texts.root.list.size() == 2);
    CHECK(texts.text(texts.p.numbers[texts.root.list.begin + 1]) == "某乙");
}

TEST_CASE("attributes and recorded fields say whose they are", "[program]") {
    const Demand own("本次.日期 晚于 前步.日期");
    CHECK(own.left().scope == model::Scope::current);
    CHECK(own.left().attribute == model::Attribute::date);
    CHECK(own.right().scope == model::Scope::step);
    CHECK(own.p.procedure->steps[own.right().step].name == "前步");
    const Demand recorded("前步.评分 不少于 60");
    CHECK(recorded.left().kind == ExprKind::record_field);
    CHECK(recorded.left().slot == 0);
    const Demand some("有 来信 ( 当 署名 )");
    CHECK(some.root.kind == ExprKind::exists);
    CHECK(some.p.procedure->events[some.root.event].name == "来信");
    CHECK(some.root.step == program::none);
    CHECK(some.left().scope == model::Scope::bound0);
    CHECK(some.left().slot == 1);
    const Demand steps("个数 前步 等于 2");
    CHECK(steps.left().kind == ExprKind::count);
    CHECK(steps.p.procedure->steps[steps.left().step].name == "前步");
    CHECK(steps.left().left == program::none);
}
