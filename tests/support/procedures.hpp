#pragma once
// Checked procedures built by hand, for tests of the stages that take one.
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "model/procedure.hpp"

namespace guicheng::support {

inline model::Field field(std::string name, model::Type type, model::ChoiceSetId choices = {}) {
    model::Field made;
    made.name = std::move(name);
    made.type = type;
    made.choices = choices;
    return made;
}

inline model::Step step(std::string name, std::vector<model::Field> fields = {}) {
    model::Step made;
    made.name = std::move(name);
    made.fields = std::move(fields);
    return made;
}

/// Six steps, bodies, a finding, an event, parameters of several types: enough to record anything that a case file can
/// hold.
inline model::Procedure village() {
    using model::Type;
    model::Procedure p;
    p.name = "四议两公开";
    p.version = "2014.12";
    p.actors = {{"党支部", false, {}}, {"两委联席会议", true, {}}, {"党员大会", true, {}}, {"村民代表会议", true, {}}};
    p.actors[3].classes = {"党员", "妇女"};
    p.choice_sets = {{{"发展规划", "集体资产处置", "土地承包", "日常事务"}}, {{"甲案", "乙案", "不详"}}};
    const model::ChoiceSetId kinds{0}, plans{1};
    p.fields = {field("类别", Type::choice, kinds), field("金额", Type::money),       field("涉密", Type::boolean),
                field("户数", Type::integer),       field("立项", Type::date),        field("标的", Type::text),
                field("负责人", Type::person),      field("涉及", Type::list, kinds), field("地块", Type::list),
                field("方案", Type::choice, plans)};
    p.parameters = {{field("公示期", Type::period), {}},
                    {field("通过比例", Type::share), {}},
                    {field("限额", Type::money), {}},
                    {field("公示地点", Type::list), {}}};
    model::Finding lawful;
    lawful.name = "合法";
    lawful.conclusion = field("结论", Type::boolean);
    p.findings = {lawful};
    model::Event objection;
    objection.name = "异议";
    objection.fields = {field("提出人", Type::person), field("件数", Type::integer), field("成立", Type::boolean)};
    p.events = {objection};
    p.steps = {step("提议"),
               step("商议"),
               step("审议"),
               step("方案公示"),
               step("决议", {field("结论", Type::choice, plans), field("金额", Type::money)}),
               step("决议公开")};
    p.steps[1].body = model::ActorId{1};
    p.steps[4].body = model::ActorId{3};
    p.steps[3].posting = true;
    p.steps[5].posting = true;
    for (const char* id : {"提议.办理", "决议.顺序", "决议.村民代表会议.到会", "决议.村民代表会议.赞成"}) {
        model::Requirement made;
        made.id = id;
        p.requirements.push_back(made);
    }
    p.content_names = {"主要内容", "理由", "依据"};
    p.media = {"公开栏", "网站"};
    return p;
}

/// Known beside village(): what a second method asks of the same matter.
inline model::Procedure purchase() {
    model::Procedure p;
    p.name = "采购";
    p.actors = {{"采购小组", true, {}}};
    p.fields = {field("限价", model::Type::money)};
    p.steps = {step("询价", {field("家数", model::Type::integer)})};
    return p;
}

}  // namespace guicheng::support
