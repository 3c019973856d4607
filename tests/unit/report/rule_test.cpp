#include "golden.hpp"
#include "report/expression_text.hpp"
#include "report/explain.hpp"
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
    CHECK(contains(bound(Comparison::greater, {1, 2}), "过半数，即：到会人数的两倍大于应到人数"));
    CHECK(contains(bound(Comparison::greater_equal, {1, 2}), "半数以上，即：到会人数的两倍不小于应到人数"));
    CHECK(contains(bound(Comparison::greater_equal, {2, 3}), "三分之二以上，即：到会人数的3倍不小于应到人数的两倍"));
    CHECK(contains(bound(Comparison::equal, {1, 1}), "全数，即：到会人数等于应到人数"));
    CHECK(contains(said("决议.村民代表会议.赞成"), "过半数，即：赞成票数的两倍大于到会人数"));
    CHECK(contains(said("决议.村民代表会议.赞成", Language::en), "twice the votes in favour is greater than the number present"));
}

TEST_CASE("conditions become sentences", "[report][rule]") {
    const auto text = report::explain_rule(test::full_procedure(), Language::zh);
    CHECK(contains(text, "“类别”不是“日常事务”的，适用本规程"));
    CHECK(contains(text, "除外（1）：“涉密”为“是”，或者（“突发”为“是”，且“风险不可控”的认定结论为“否”）。依据：jx.2.6.2。"));
    CHECK(contains(text, "只在下述条件下办理：“金额”不小于200000.00元；否则跳过。依据：xj.2.1.6。"));
    CHECK(contains(text, "不得出现：本次办理的材料送达日期晚于“方案公示”的结束日期"));
    CHECK(contains(text, "此前“意见”的个数大于3的：“听证”已有效办理且没有被否决"));
}

TEST_CASE("an outcome that does not matter is said not to", "[report][rule]") {
    auto procedure = test::full_procedure();
    CHECK(contains(report::explain_rule(procedure, Language::zh), "须先有效办理：“商议”；被否决的不算"));
    procedure.steps[3].prerequisite->whatever_outcome = true;
    CHECK(contains(report::explain_rule(procedure, Language::zh), "须先有效办理：“商议”（不论结果）；除注明不论结果的以外，被否决的不算"));
}

TEST_CASE("a time limit is an upper bound whatever its word of comparison", "[report][rule]") {
    auto procedure = test::full_procedure();
    auto changed = requirement(procedure, "决议.时限");
    for (const auto op : {base::Comparison::greater_equal, base::Comparison::less_equal}) {
        changed.length.op = op;
        CHECK(report::requirement_text(report::Words(Language::zh), procedure, changed) ==
              "自“方案公示”办结之日起，期限1个月，本步骤必须在期限内办理");
    }
}

TEST_CASE("what the text leaves unsaid is written out", "[report][rule]") {
    const auto text = report::explain_rule(test::full_procedure(), Language::zh);
    CHECK(contains(text, "违反的，来源没有写明后果，按缺省规则：无效"));
    CHECK(contains(text, "违反的，来源写明：可补正，有瑕疵"));
    CHECK(contains(text, "并引起：村务监督委员会限期改正，期限10日"));
    CHECK(contains(text, "没有认定的，视为否"));
    CHECK(contains(text, "未通过的，退回“商议”"));
    CHECK(contains(text, "自2020-01-01起施行"));
    CHECK(contains(text, "本项计期：不顺延"));
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
