#include "samples.hpp"

namespace guicheng::test {

namespace {

using base::Comparison;
using model::Effect;
using model::Expr;
using model::ExprId;
using model::ExprKind;
using model::Requirement;
using model::RequirementKind;
using model::StepId;
using model::Type;

/// Builds a procedure the way a checker would, without one.
class Builder {
public:
    model::Procedure made;

    ExprId add(Expr expr) {
        made.expressions.push_back(std::move(expr));
        return id<ExprId>(made.expressions.size() - 1);
    }
    ExprId matter(std::uint16_t field, Type type, std::uint16_t choices = ExprId::none_value) {
        Expr expr;
        expr.kind = ExprKind::matter;
        expr.type = type;
        expr.field.value = field;
        expr.choices.value = choices;
        return add(expr);
    }
    ExprId literal(Type type, std::int64_t value, std::uint16_t choices = ExprId::none_value) {
        Expr expr;
        expr.type = type;
        expr.value = value;
        expr.choices.value = choices;
        return add(expr);
    }
    ExprId compare(ExprId left, Comparison op, ExprId right) {
        Expr expr;
        expr.kind = ExprKind::compare;
        expr.op = op;
        expr.left = left;
        expr.right = right;
        return add(expr);
    }
    ExprId joined(ExprKind kind, std::vector<ExprId> parts) {
        Expr expr;
        expr.kind = kind;
        expr.parts = std::move(parts);
        return add(expr);
    }
    ExprId unary(ExprKind kind, ExprId left) {
        Expr expr;
        expr.kind = kind;
        expr.left = left;
        return add(expr);
    }
    ExprId attribute(model::Attribute attribute, Type type, model::Scope scope, StepId step = {}) {
        Expr expr;
        expr.kind = ExprKind::attribute;
        expr.type = type;
        expr.attribute = attribute;
        expr.scope = scope;
        expr.step = step;
        return add(expr);
    }

    StepId step(std::string name) {
        made.steps.emplace_back();
        made.steps.back().name = std::move(name);
        return id<StepId>(made.steps.size() - 1);
    }
    /// The last step's next requirement.
    Requirement& require(std::string name, RequirementKind kind, Effect effect) {
        Requirement requirement;
        requirement.step = id<StepId>(made.steps.size() - 1);
        requirement.id = made.steps.back().name + "." + name;
        requirement.kind = kind;
        requirement.body = made.steps.back().body;
        requirement.consequence.effect = effect;
        made.requirements.push_back(requirement);
        made.steps.back().requirements.push_back(id<model::RequirementId>(made.requirements.size() - 1));
        return made.requirements.back();
    }
    void rests_on(std::initializer_list<StepId> steps, model::Prerequisite::Kind kind) {
        model::Prerequisite tree;
        tree.kind = kind;
        for (const auto each : steps) tree.parts.emplace_back().step = each;
        made.steps.back().prerequisite = steps.size() == 1 ? tree.parts.front() : tree;
        require("顺序", RequirementKind::order, Effect::void_);
        require("承袭", RequirementKind::inherited, Effect::none);
    }

    template <class Id>
    static Id id(std::size_t index) {
        Id made_id;
        made_id.value = static_cast<std::uint16_t>(index);
        return made_id;
    }
};

model::Threshold share(model::Denominator denominator, Comparison op, base::Fraction fraction) {
    model::Threshold threshold;
    threshold.denominator = denominator;
    threshold.op = op;
    threshold.share = fraction;
    return threshold;
}

void add_vocabulary(Builder& b) {
    auto& p = b.made;
    p.name = "四议两公开";
    p.full_title = "四议两公开工作法";
    p.version = "2014.12";
    p.level = "乡镇";
    p.in_force_from = day(2014, 12, 1);
    p.sources = {"新集镇意见", "兼溪镇办法"};
    p.identity = "0f3c6a52d1";
    p.actors = {{"党支部", false, {}}, {"村务监督委员会", false, {}}, {"两委联席会议", true, {}}, {"村民代表会议", true, {}}};
    p.choice_sets = {{{"发展规划", "集体资产处置", "日常事务"}}};
    model::Field kind{"类别", Type::choice, Builder::id<model::ChoiceSetId>(0), {}};
    p.fields = {kind, {"金额", Type::money, {}, {}}, {"涉密", Type::boolean, {}, {}}, {"突发", Type::boolean, {}, {}}};
    p.field_grounds.resize(p.fields.size());
    p.parameters = {{{"公示期限", Type::period, {}, {}}, {{"jx.2.6.9"}, {}}}};
    model::Finding risk;
    risk.name = "风险不可控";
    risk.actors = {Builder::id<model::ActorId>(1)};
    risk.conclusion = {"结论", Type::boolean, {}, {}};
    risk.when_none = 0;
    risk.ground = {{"xj.2.1.11"}, {}};
    p.findings = {risk};
    model::Event reply;
    reply.name = "意见";
    reply.fields = {{"日期", Type::date, {}, {}}};
    p.events = {reply};
    p.content_names = {"主要内容", "理由", "依据"};
    const auto ordinary = b.compare(b.matter(0, Type::choice, 0), Comparison::not_equal, b.literal(Type::choice, 2, 0));
    p.applies = model::Condition{ordinary, {{"xj.2.1.10"}, {}}, {}};
}

void add_posting(Builder& b, StepId after) {
    b.step("方案公示");
    b.made.steps.back().posting = true;
    b.rests_on({after}, model::Prerequisite::Kind::leaf);
    auto& length = b.require("公示.期限", RequirementKind::posting_length, Effect::curable);
    length.modality = model::Modality::should;
    length.length.period = {20, calendar::Unit::working_days};
    length.ground = {{"jx.2.6.3"}, {"“左右”以外的日数按足数计算"}};
    const auto secret = b.matter(2, Type::boolean);
    const auto sudden = b.matter(3, Type::boolean);
    Expr finding;
    finding.kind = ExprKind::finding;
    finding.finding = Builder::id<model::FindingId>(0);
    const auto risk = b.add(finding);
    const auto both = b.joined(ExprKind::conjunction, {sudden, b.unary(ExprKind::negate, risk)});
    length.exceptions = {{b.joined(ExprKind::disjunction, {secret, both}), {{"jx.2.6.2"}, {}}, {}}};
    auto& contents = b.require("公示.内容", RequirementKind::posting_contents, Effect::curable);
    contents.content_mask = 7;
    contents.ground = {{"jx.2.6.4"}, {}};
}

void add_decision(Builder& b, StepId talk, StepId posting) {
    b.step("决议");
    b.made.steps.back().body = Builder::id<model::ActorId>(3);
    b.made.steps.back().lost_vote = model::LostVote::return_to;
    b.made.steps.back().return_to = talk;
    b.made.steps.back().fields = {{"合同编号", Type::text, {}, {}}};
    b.rests_on({posting}, model::Prerequisite::Kind::leaf);
    b.require("主体", RequirementKind::actor, Effect::void_);
    b.require("形式", RequirementKind::form, Effect::void_).forms = {1};
    auto& present = b.require("村民代表会议.到会", RequirementKind::attendance, Effect::void_);
    present.threshold = share(model::Denominator::entitled, Comparison::greater_equal, {2, 3});
    auto& yes = b.require("村民代表会议.赞成", RequirementKind::approval, Effect::none);
    yes.threshold = share(model::Denominator::present, Comparison::greater, {1, 2});
    b.require("村民代表会议.票数", RequirementKind::tally, Effect::curable);
    b.require("村民代表会议.名册", RequirementKind::roll, Effect::curable);
    b.require("村民代表会议.宣告", RequirementKind::declared, Effect::void_);
    auto& ballot = b.require("村民代表会议.表决方式", RequirementKind::ballot_form, Effect::void_);
    ballot.forms = {1, 2};
    const auto disposal = b.compare(b.matter(0, Type::choice, 0), Comparison::equal, b.literal(Type::choice, 1, 0));
    ballot.condition = model::Condition{disposal, {}, {}};
    b.require("村民代表会议.委托表决", RequirementKind::proxy, Effect::curable).per_holder = 1;
    b.require("村民代表会议.远程表决", RequirementKind::remote, Effect::curable).allowed = false;
    auto& papers = b.require("材料", RequirementKind::materials, Effect::curable);
    papers.length.period = {1, calendar::Unit::working_days};
    papers.consequence.written = true;
    auto& minutes = b.require("记录", RequirementKind::minutes, Effect::curable);
    minutes.content_mask = 3;
    minutes.consequence.sanction = model::Sanction::correction;
    minutes.consequence.period = calendar::Period{10, calendar::Unit::days};
    minutes.consequence.subject = "村务监督委员会";
    minutes.in_force_from = day(2020, 1, 1);
    auto& limit = b.require("时限", RequirementKind::deadline, Effect::curable);
    limit.length = {Comparison::less_equal, {1, calendar::Unit::months}, {}};
    limit.starts = {{model::Start::Kind::step, posting, {}, {}}};
    limit.profile = calendar::Profile::no_roll;
    auto& order = b.require("先送后议", RequirementKind::free_form, Effect::curable);
    order.modality = model::Modality::must_not;
    order.demand = b.compare(b.attribute(model::Attribute::materials, Type::date, model::Scope::current), Comparison::greater,
                             b.attribute(model::Attribute::end, Type::date, model::Scope::step, posting));
    b.require("办理", RequirementKind::owed, Effect::curable);
}

}  // namespace

model::Procedure full_procedure() {
    Builder b;
    add_vocabulary(b);
    const auto proposal = b.step("提议");
    b.made.steps.back().actors = {Builder::id<model::ActorId>(0), Builder::id<model::ActorId>(1)};
    b.require("主体", RequirementKind::actor, Effect::void_);
    b.require("办理", RequirementKind::owed, Effect::curable);

    const auto hearing = b.step("听证");
    b.made.steps.back().optional = true;
    b.rests_on({proposal}, model::Prerequisite::Kind::leaf);

    const auto talk = b.step("商议");
    const auto dear = b.compare(b.matter(1, Type::money), Comparison::greater_equal, b.literal(Type::money, 20'000'000));
    b.made.steps.back().condition = model::Condition{dear, {{"xj.2.1.6"}, {}}, {}};
    b.made.steps.back().body = Builder::id<model::ActorId>(2);
    b.rests_on({proposal, hearing}, model::Prerequisite::Kind::any);
    b.require("两委联席会议.到会", RequirementKind::attendance, Effect::void_).threshold =
        share(model::Denominator::entitled, Comparison::greater, {1, 2});

    add_posting(b, talk);
    const auto posting = Builder::id<StepId>(b.made.steps.size() - 1);
    add_decision(b, talk, posting);
    const auto decision = Builder::id<StepId>(b.made.steps.size() - 1);

    const auto publication = b.step("决议公开");
    b.rests_on({decision, proposal}, model::Prerequisite::Kind::all);
    auto& days = b.require("公示.期限", RequirementKind::posting_length, Effect::curable);
    days.length = {Comparison::greater_equal, {15, calendar::Unit::days}, {}};

    Requirement limit;
    limit.id = "限额";
    limit.kind = RequirementKind::free_form;
    limit.consequence.effect = Effect::curable;
    limit.demand = dear;
    Requirement kinds;
    kinds.id = "分类";
    kinds.kind = RequirementKind::choice;
    kinds.consequence.effect = Effect::curable;
    Expr count;
    count.kind = ExprKind::count;
    count.type = Type::integer;
    count.event = Builder::id<model::EventId>(0);
    const auto many = b.compare(b.add(count), Comparison::greater, b.literal(Type::integer, 3));
    Expr done;
    done.kind = ExprKind::done;
    done.step = hearing;
    kinds.situations = {{many, b.add(done)}, {{}, {}}};
    for (auto* each : {&limit, &kinds}) {
        b.made.requirements.push_back(*each);
        b.made.own_requirements.push_back(Builder::id<model::RequirementId>(b.made.requirements.size() - 1));
    }
    b.made.assertions = {{publication, posting, {}}};
    return b.made;
}

}  // namespace guicheng::test
