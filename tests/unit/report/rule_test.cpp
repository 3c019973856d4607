#include "golden.hpp"
#include "report/explain.hpp"
#include "report/expression_text.hpp"
#include "report/rule_words.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using report::Language;
using test::contains;

namespace {

const model::Requirement& requirement(const model::Procedure& procedure, const std::string& id) {
    for (const auto& each : procedure.requirements) {
        if (each.id == id) return each;
    }
    FAIL("no requirement " << id);
    return procedure.requirements.front();
}

std::string said(const std::string& id, Language language = Language::zh) {
    const auto procedure = test::full_procedure();
    return report::requirement_text(report::Words(language), procedure, requirement(procedure, id));
}

std::string bound(base::Comparison op, base::Fraction share) {
    auto procedure = test::full_procedure();
    auto changed = requirement(procedure, "决议.村民代表会议.到会");
    changed.threshold.op = op;
    changed.threshold.share = share;
    return report::requirement_text(report::Words(Language::zh), procedure, changed);
}

}  // namespace

TEST_CASE("a threshold is told with the exact test that is made", "[report][rule]") {
    using base::Comparison;
    CHECK(bound(Comparison::greater, {1, 2}) == "“村民代表会议”的到会人数须超过应到人数的半数，即到会人数的两倍多于应到人数");
    CHECK(contains(bound(Comparison::greater_equal, {1, 2}), "须达到应到人数的半数以上，即到会人数的两倍不少于应到人数"));
    CHECK(contains(bound(Comparison::greater_equal, {2, 3}), "须达到应到人数的三分之二以上，即到会人数的三倍不少于应到人数的两倍"));
    CHECK(contains(bound(Comparison::less_equal, {1, 5}), "不得超过应到人数的五分之一，即到会人数的五倍不多于应到人数"));
    CHECK(contains(bound(Comparison::greater_equal, {61, 100}), "百分之六十一以上，即到会人数的一百倍不少于应到人数的六十一倍"));
    CHECK(contains(bound(Comparison::greater_equal, {1, 1}), "的到会人数须达到应到人数的全数"));
    CHECK(
        said("决议.村民代表会议.赞成") ==
        "“村民代表会议”表决时，赞成票数须超过到会人数的半数，即赞成票数的两倍多于到会人数；没有达到的，表决未通过，会议本身的效力不受影响");
    CHECK(contains(said("决议.村民代表会议.赞成", Language::en), "twice the votes in favour is more than the number present"));
}

TEST_CASE("a number of persons and a share that an office sets are bounds in the words of counts and of shares", "[report][rule]") {
    auto procedure = test::full_procedure();
    auto changed = requirement(procedure, "决议.村民代表会议.到会");
    changed.threshold.share.reset();
    changed.threshold.denominator = model::Denominator::none;
    changed.threshold.number = 9;
    const report::Words words(Language::zh);
    CHECK(report::requirement_text(words, procedure, changed) == "“村民代表会议”的到会人数不得少于9人");
    changed.threshold.op = base::Comparison::greater;
    CHECK(report::requirement_text(words, procedure, changed) == "“村民代表会议”的到会人数须超过9人");
    changed.threshold.op = base::Comparison::greater_equal;
    changed.threshold.number.reset();
    changed.threshold.parameter.value = 0;
    changed.threshold.denominator = model::Denominator::entitled;
    CHECK(report::requirement_text(words, procedure, changed) == "“村民代表会议”的到会人数占应到人数的比例不得低于参数“公示期限”");
}

TEST_CASE("conditions become sentences", "[report][rule]") {
    const auto text = report::explain_rule(test::full_procedure(), Language::zh);
    CHECK(contains(text, "“类别”不是“日常事务”的，适用本规程"));
    CHECK(contains(
        text, "除外情形（1），有下列之一即可：（一）“涉密”为“是”；（二）“突发”为“是”，且“风险不可控”的认定结论为“否”。依据：jx.2.6.2。"));
    CHECK(contains(text, "“金额”不低于200000.00元的，办理本步骤。依据：xj.2.1.6。"));
    CHECK(contains(text, "本次会议的材料送达日期不得晚于“方案公示”的结束日期"));
    CHECK(contains(text, "（1）“意见”的条数超过3的，“听证”须已有效办理（表决未通过的不算）；（2）其余情形，来源没有规定"));
}

TEST_CASE("an outcome that does not matter is said not to", "[report][rule]") {
    auto procedure = test::full_procedure();
    CHECK(contains(report::explain_rule(procedure, Language::zh), "须先有效办理“商议”（表决未通过的不算）"));
    procedure.steps[3].prerequisite->whatever_outcome = true;
    CHECK(contains(report::explain_rule(procedure, Language::zh),
                   "须先有效办理“商议”（不论结果）（除注明不论结果的以外，表决未通过的不算）"));
}

TEST_CASE("a time limit is an upper bound whatever its word of comparison", "[report][rule]") {
    auto procedure = test::full_procedure();
    auto changed = requirement(procedure, "决议.时限");
    for (const auto op : {base::Comparison::greater_equal, base::Comparison::less_equal}) {
        changed.length.op = op;
        CHECK(report::requirement_text(report::Words(Language::zh), procedure, changed) == "本步骤须在“方案公示”办结之日起1个月内办理");
    }
}

TEST_CASE("a time limit says from where it runs, by which day it ends and what stops it", "[report][rule]") {
    using Start = model::Start;
    auto procedure = test::full_procedure();
    procedure.events.resize(2);
    procedure.events[0].name = "补正";
    procedure.events[1].name = "复办";
    auto changed = requirement(procedure, "决议.时限");
    const auto posting = changed.starts.at(0).step;
    const auto zh = [&] { return report::requirement_text(report::Words(Language::zh), procedure, changed); };
    const Start latest{Start::Kind::last_event, {}, model::EventId{0}, {}};
    changed.starts = {latest};
    CHECK(zh() == "自最近一次“补正”之日起，期限1个月，本步骤须在期限内办理");
    changed.starts = {{Start::Kind::step, posting, {}, {}}, latest};
    CHECK(zh() == "自“方案公示”办结之日、最近一次“补正”之日中较晚的一日起，期限1个月，本步骤须在期限内办理");
    changed.among = model::Among::earlier;
    changed.stops = {{model::Stop::Kind::between, model::EventId{0}, model::EventId{1}}, {model::Stop::Kind::suspension, {}, {}}};
    CHECK(report::requirement_text(report::Words(Language::en), procedure, changed) ==
          "counted from the earlier of the day on which “方案公示” was done, the day of the latest “补正”, for a period of 1 month: the "
          "step must "
          "be taken within it, without counting the time from “补正” to “复办”, the time during which the case is suspended");
}

TEST_CASE("what the text leaves unsaid is written out", "[report][rule]") {
    const auto text = report::explain_rule(test::full_procedure(), Language::zh);
    CHECK(contains(text, "违反的，来源没有写明后果，按默认规则：本次办理无效。"));
    CHECK(contains(text, "违反的，来源写明：本次办理有瑕疵，可以补正，不影响效力"));
    CHECK(contains(text, "并引起：村务监督委员会限期改正，期限10日"));
    CHECK(contains(text, "结论为“是”或者“否”；没有认定的，视为“否”"));
    CHECK(contains(text, "退回“商议”重新办理"));
    CHECK(contains(text, "自2020-01-01起施行"));
    CHECK(contains(text, "本项计期：不顺延"));
}

TEST_CASE("what a breach of the procedure's own requirement strikes is the case, of a step's the act", "[report][rule]") {
    auto procedure = test::full_procedure();
    for (auto& each : procedure.requirements) {
        if (each.id == "限额") each.consequence.effect = model::Effect::void_;
    }
    const auto text = report::explain_rule(procedure, Language::zh);
    CHECK(contains(text, "〔限额〕\n      违反的，来源没有写明后果，按默认规则：本案程序无效。"));
    const auto owed = text.find(".办理〕\n");
    REQUIRE(owed != std::string::npos);
    CHECK(contains(text.substr(owed, 300), "按默认规则：本案程序有瑕疵，可以补正，不影响效力。"));
    CHECK(contains(
        text, "是否通过以计票为准，宣告不能改变。〔决议.村民代表会议.宣告〕\n      违反的，来源没有写明后果，按默认规则：本次办理无效。"));
}

TEST_CASE("a lost vote says what is no longer asked", "[report][rule]") {
    auto procedure = test::full_procedure();
    auto& step = procedure.steps[4];
    REQUIRE(step.name == "决议");
    const auto told = [&] { return report::explain_rule(procedure, Language::zh); };
    const std::string freed = "表决未通过的，以本步骤通过为前提的步骤不再要求办理；";
    CHECK(contains(told(), freed + "要继续办理的，退回“商议”重新办理，“商议”和以后各步骤原先的办理不再作数。"));
    step.lost_vote = model::LostVote::nothing;
    CHECK(contains(told(), freed + "以后怎样办，规程没有写。"));
    step.lost_vote = model::LostVote::end;
    CHECK(contains(told(), "表决未通过的，程序终止，其余步骤不再办理。"));
    step.lost_vote = model::LostVote::suspend;
    CHECK(contains(told(), "表决未通过的，程序暂缓，恢复以前不得办理任何步骤。"));
    CHECK(contains(report::explain_rule(procedure, Language::en), "no step is to be taken until it is resumed"));
}

TEST_CASE("what is not recorded is said to be neither answer", "[report][rule]") {
    const auto text = report::explain_rule(test::full_procedure(), Language::zh);
    CHECK(contains(text, "条件不具备的，跳过；所依据的事实没有记载的，不跳过，已经办理的照常评判，到结案时没有办理的，无法判定。"));
    CHECK(contains(text, "该项要求已经做到的，仍为符合；没有做到的，无法判定。"));
    CHECK(contains(text, "因而不能断定的，是否适用无法判定。"));
    auto procedure = test::full_procedure();
    procedure.findings[0].when_none.reset();
    CHECK(contains(report::explain_rule(procedure, Language::zh), "没有认定的，视为不明。"));
}

TEST_CASE("several that may act are any of them", "[report][rule]") {
    auto procedure = test::full_procedure();
    procedure.events[0].actors = {procedure.findings[0].actors[0], procedure.steps[0].actors[0]};
    const auto text = report::explain_rule(procedure, Language::zh);
    CHECK(contains(text, "“意见”：由村务监督委员会、党支部中的任何一个作出，记载“日期”（日期）。"));
    CHECK(contains(text, "“类别”（选一项：发展规划、集体资产处置、日常事务）"));
    CHECK(contains(text, "办理“决议公开”之前必须经过“方案公示”。"));
}

TEST_CASE("clauses are told by the title of their source where the catalogue is at hand", "[report][rule]") {
    const auto read = [](model::Clauses& clauses, const std::string& text) {
        diag::Sink sink;
        return model::read_clauses(std::make_shared<base::SourceText>("sources.yaml", text), clauses, sink);
    };
    model::Clauses clauses;
    const std::string item = "\n    要旨: \"甲\"\n    gist: \"a\"\n    可查: 是\n";
    REQUIRE(read(
        clauses,
        "来源:\n  编号: law.a\n  名称: \"中华人民共和国甲法（条号）\"\n  简称: \"甲法\"\n条款:\n  - 编号: law.a.26\n    节: \"第26条\"" +
            item + "  - 编号: law.a.30\n    节: \"第30条\"" + item));
    REQUIRE(read(clauses, "来源:\n  编号: b\n  名称: \"乙镇意见\"\n条款:\n  - 编号: b.1\n    节: \"二(一)\"" + item));
    const report::Words words(Language::zh, &clauses);
    CHECK(words.citations({"law.a.26", "law.a.30", "b.1"}) == "《甲法》第26条（law.a.26）、第30条（law.a.30）、《乙镇意见》二(一)（b.1）");
    CHECK(words.citations({"law.a.26", "c.7", "law.a.30"}) == "《甲法》第26条（law.a.26）、c.7、《甲法》第30条（law.a.30）");
    CHECK(report::Words(Language::en, &clauses).citations({"b.1"}) == "“乙镇意见” 二(一) (b.1)");
    CHECK(report::Words(Language::zh).citations({"law.a.26", "b.1"}) == "law.a.26、b.1");
    auto procedure = test::full_procedure();
    procedure.applies->ground.citations = {"law.a.30"};
    CHECK(contains(report::explain_rule(procedure, Language::zh, &clauses), "适用本规程。依据：《甲法》第30条（law.a.30）。"));
}

TEST_CASE("every requirement of a procedure is told, in both languages", "[report][rule]") {
    const auto procedure = test::full_procedure();
    const auto zh = report::explain_rule(procedure, Language::zh);
    const auto en = report::explain_rule(procedure, Language::en);
    for (const auto& each : procedure.requirements) {
        CAPTURE(each.id);
        CHECK(contains(zh, "〔" + each.id + "〕"));
        CHECK(contains(en, "(" + each.id + ")"));
    }
    for (const auto& text : {zh, en}) {
        CHECK(text.find_first_of("{}") == std::string::npos);
        CHECK_FALSE(contains(text, "report."));
    }
}

TEST_CASE("every kind of expression and every type can be said", "[report][rule]") {
    auto procedure = test::full_procedure();
    model::Expr number;
    number.type = model::Type::integer;
    number.value = 3;
    procedure.expressions.push_back(number);
    const auto operand = static_cast<std::uint16_t>(procedure.expressions.size() - 1);
    for (int kind = 0; kind <= static_cast<int>(model::ExprKind::count); ++kind) {
        for (int type = 0; type <= static_cast<int>(model::Type::working_days); ++type) {
            model::Expr expr;
            expr.kind = static_cast<model::ExprKind>(kind);
            expr.type = static_cast<model::Type>(type);
            expr.field.value = 0;
            expr.parameter.value = 0;
            expr.finding.value = 0;
            expr.step.value = 4;
            expr.left.value = operand;
            expr.right.value = operand;
            expr.parts = {expr.left, expr.right};
            expr.text = "x";
            expr.texts = {"x"};
            procedure.expressions.push_back(expr);
            model::ExprId id;
            id.value = static_cast<std::uint16_t>(procedure.expressions.size() - 1);
            for (const auto language : {Language::zh, Language::en}) {
                const auto text = report::expression_text(report::Words(language), procedure, id);
                CAPTURE(kind, type, text);
                CHECK_FALSE(text.empty());
                CHECK(text.find_first_of("{}") == std::string::npos);
            }
        }
    }
}

TEST_CASE("an expression nested beyond reading is cut, not followed to the end", "[report][rule]") {
    auto procedure = test::full_procedure();
    for (int i = 0; i < 20'000; ++i) {
        model::Expr expr;
        expr.kind = model::ExprKind::negate;
        expr.left.value = static_cast<std::uint16_t>(procedure.expressions.size() - 1);
        procedure.expressions.push_back(expr);
    }
    model::ExprId id;
    id.value = static_cast<std::uint16_t>(procedure.expressions.size() - 1);
    CHECK(contains(report::expression_text(report::Words(Language::zh), procedure, id), "……"));
}

TEST_CASE("the rule reads as it was agreed", "[report][rule][golden]") {
    test::check_golden("rule.zh.txt", report::explain_rule(test::full_procedure(), Language::zh));
    test::check_golden("rule.en.txt", report::explain_rule(test::full_procedure(), Language::en));
}
