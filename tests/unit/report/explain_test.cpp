#include "report/explain.hpp"

#include "golden.hpp"
#include "report/finding_text.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using model::RequirementKind;
using report::Language;
using test::contains;
using test::day;
using verdict::Result;

namespace {

std::string tell(const verdict::Verdict& value, Language language, const report::ExplainOptions& options = {}) {
    return report::explain(value, calendar::built_in(), language, options);
}

/// Figures of a quorum of two thirds of 45.
std::string quorum(Language language, std::int64_t came, Result result) {
    auto made = test::finding("id", RequirementKind::attendance, result);
    verdict::Numbers numbers;
    numbers.measure = verdict::Measure::persons;
    numbers.op = base::Comparison::greater_equal;
    numbers.share = base::Fraction{2, 3};
    numbers.denominator = model::Denominator::entitled;
    numbers.base = 45;
    numbers.needed = 30;
    numbers.found = came;
    made.numbers = numbers;
    return report::figures(report::Words(language), calendar::built_in(), made, report::Subject::attempt);
}

}  // namespace

TEST_CASE("the arithmetic of a quorum is shown below, at and above the threshold", "[report][explain]") {
    CHECK(quorum(Language::zh, 29, Result::violated) == "应到45人，三分之二以上须到30人，实到29人，少1人");
    CHECK(quorum(Language::zh, 30, Result::satisfied) == "应到45人，三分之二以上须到30人，实到30人");
    CHECK(quorum(Language::zh, 31, Result::satisfied) == "应到45人，三分之二以上须到30人，实到31人");
    CHECK(quorum(Language::en, 29, Result::violated) ==
          "45 persons entitled, 2/3 or more asks for 30 persons present, 29 persons came, 1 person short");
}

TEST_CASE("a strict bound is said by the number that passes", "[report][explain]") {
    auto made = test::finding("id", RequirementKind::attendance, Result::violated);
    verdict::Numbers numbers;
    numbers.measure = verdict::Measure::persons;
    numbers.op = base::Comparison::greater;
    numbers.needed = 4;
    numbers.found = 3;
    made.numbers = numbers;
    const report::Words words(Language::zh);
    CHECK(report::figures(words, calendar::built_in(), made, report::Subject::attempt) == "须到不少于4人，实到3人，少1人");
    made.numbers->op = base::Comparison::less;
    made.numbers->found = 6;
    CHECK(report::figures(words, calendar::built_in(), made, report::Subject::attempt) == "须到不超过4人，实到6人，多2人");
}

TEST_CASE("a count known within bounds is said with both", "[report][explain]") {
    const auto text = tell(test::undecided_case(), Language::zh);
    CHECK(contains(text, "实到26至45人"));
    CHECK_FALSE(contains(text, "实到26至45人，少"));
}

TEST_CASE("a posting that is short of working days shows the whole count", "[report][explain]") {
    const auto counted = calendar::posted_days(calendar::built_in(), day(2024, 9, 14), day(2024, 10, 12), calendar::Unit::working_days,
                                               calendar::Profile::civil_code);
    REQUIRE(counted.exact());
    REQUIRE(counted.low == 15);
    const auto text = tell(test::void_case(), Language::zh);
    CHECK(contains(text,
                   "公示自2024-09-14起至2024-10-12止，共15个工作日（按民法典计期，起始日不计；扣除中秋节、国庆节放假与周末；"
                   "计入调休上班的9月29日、10月12日；放假安排依国办发明电〔2023〕7号），要求不少于20个工作日，少5个工作日"));
    CHECK(contains(text, "须公示至2024-10-18（含当日）"));
}

TEST_CASE("a consequence says whether it was written or is the default", "[report][explain]") {
    const auto text = tell(test::void_case(), Language::zh);
    CHECK(contains(text, "来源没有写明后果，按默认规则：无效。"));
    CHECK(contains(text, "来源写明的后果：可补正，有瑕疵。"));
}

TEST_CASE("an inherited fault names its cause and carries no consequence of its own", "[report][explain]") {
    const auto text = tell(test::void_case(), Language::zh);
    const auto at = text.find("〔决议公开.承袭〕");
    REQUIRE(at != std::string::npos);
    const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at));
    CHECK(contains(line, "所依据的“决议”第1次办理无效"));
    CHECK_FALSE(contains(line, "默认"));
}

TEST_CASE("the last sentence names the ground of its own, not the one inherited", "[report][explain]") {
    const auto text = tell(test::void_case(), Language::zh);
    CHECK(contains(
        text, "截至2024-10-20，本案程序无效。主要原因：“决议”第1次办理，到会人数不足，应到45人，三分之二以上须到30人，实到29人，少1人。"));
    CHECK(contains(text, "违反5项，无法判定0项，待定0项"));
}

TEST_CASE("a finding charged elsewhere is not counted twice", "[report][explain]") {
    const auto text = tell(test::undecided_case(), Language::zh);
    CHECK(contains(text, "同一事实已在“决议.材料”中评判，不重复计算"));
    CHECK(contains(text, "违反1项，无法判定3项，待定0项"));
}

TEST_CASE("met requirements are told in one line, or left out on request", "[report][explain]") {
    const auto full = tell(test::void_case(), Language::zh);
    const auto brief = tell(test::void_case(), Language::zh, {false, false, 400, nullptr});
    CHECK(contains(full, "【符合】赞成票数达到要求：到会29人，过半数须赞成15票，实得赞成23票。"));
    CHECK_FALSE(contains(brief, "【符合】赞成票数"));
    CHECK_FALSE(contains(brief, "【不适用】"));
    CHECK(contains(brief, "【违反】到会人数不足"));
}

TEST_CASE("the ruler is shown on request alone", "[report][explain]") {
    CHECK_FALSE(contains(tell(test::void_case(), Language::zh), "2024-10-09 周三"));
    CHECK(contains(tell(test::void_case(), Language::zh, {true, true, 400, nullptr}), "2024-10-09 周三"));
}

TEST_CASE("line breaks in names don't break the layout", "[report][explain]") {
    auto value = test::void_case();
    value.case_id = "一\n二";
    CHECK(contains(tell(value, Language::zh), "一 二"));
}

TEST_CASE("what records say steers no terminal", "[report][explain]") {
    auto value = test::void_case();
    value.case_id = "\x1b[31m红\u202E\tx";
    const auto text = tell(value, Language::zh);
    CHECK(contains(text, "<U+001B>[31m红<U+202E> x"));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK_FALSE(contains(text, "\u202E"));
}

TEST_CASE("a condition is quoted where the procedure is at hand", "[report][explain]") {
    const auto procedure = test::full_procedure();
    verdict::Verdict value = test::void_case();
    auto own = test::finding("限额", RequirementKind::free_form, Result::violated);
    value.findings = {own};
    CHECK(contains(tell(value, Language::zh, {true, false, 400, &procedure}), "规程规定：“金额”不得低于200000.00元。"));
    CHECK_FALSE(contains(tell(value, Language::zh), "规程规定："));
}

TEST_CASE("what the source leaves open says which situation was met, or that none was", "[report][explain]") {
    auto procedure = test::full_procedure();
    model::Requirement* kinds = nullptr;
    for (auto& each : procedure.requirements)
        if (each.id == "分类") kinds = &each;
    REQUIRE(kinds != nullptr);
    kinds->situations.front().demand = {};
    auto open = test::finding("分类", RequirementKind::choice, Result::unregulated);
    const auto told = [&](std::int32_t situation, bool with_rule) {
        open.situation = situation;
        verdict::Verdict value = test::void_case();
        value.findings = {open};
        return tell(value, Language::zh, {true, false, 400, with_rule ? &procedure : nullptr});
    };
    CHECK(contains(told(0, true), "属于第1种情形（"));
    CHECK(contains(told(0, true), "），规程写明来源没有规定。"));
    CHECK(contains(told(1, true), "属于第2种情形（其余情形），规程写明来源没有规定。"));
    CHECK(contains(told(2, true), "列举的情形均不具备。"));
    CHECK_FALSE(contains(told(1, true), "均不具备"));
    CHECK_FALSE(contains(told(0, true), "均不具备"));
    // Without the rule the number of its situations is not known.
    CHECK_FALSE(contains(told(0, false), "均不具备"));
}

TEST_CASE("a step taken while the case was suspended is said to be that, here and in the last sentence", "[report][explain]") {
    verdict::Verdict value = test::void_case();
    auto order = test::finding("决议.顺序", RequirementKind::order, Result::violated);
    order.effect = model::Effect::void_;
    order.causes = {{verdict::CauseKind::suspended, {}, 0, {}}};
    for (auto& step : value.steps) {
        step.findings.clear();
        step.attempts.clear();
    }
    value.findings.clear();
    value.steps.front().findings = {order};
    const auto text = tell(value, Language::zh);
    CHECK(contains(text, "【违反】案件暂缓期间不得办理，却办理了。〔决议.顺序〕"));
    CHECK(contains(text.substr(text.find("主要原因")), "案件暂缓期间不得办理，却办理了。"));
    CHECK_FALSE(contains(text, "须先办的步骤没有先办"));

    value.steps.front().findings.front().causes.push_back({verdict::CauseKind::not_attempted, "公示", 0, {}});
    CHECK(contains(tell(value, Language::zh), "须先办的步骤没有先办。案件当时处于暂缓之中"));
}

TEST_CASE("the texts read as they were agreed", "[report][explain][golden]") {
    test::check_golden("void_case.zh.txt", tell(test::void_case(), Language::zh));
    test::check_golden("void_case.en.txt", tell(test::void_case(), Language::en));
    test::check_golden("running_case.zh.txt", tell(test::running_case(), Language::zh, {true, true, 400, nullptr}));
    test::check_golden("running_case.en.txt", tell(test::running_case(), Language::en));
    test::check_golden("undecided_case.zh.txt", tell(test::undecided_case(), Language::zh));
    test::check_golden("undecided_case.en.txt", tell(test::undecided_case(), Language::en));
}

TEST_CASE("the figures of the last sentence leave out how they were counted", "[report][explain]") {
    const report::Words words(Language::zh);
    const auto told = [&](model::RequirementKind kind, verdict::Measure measure, std::int64_t needed, std::int64_t found) {
        auto made = test::finding("步骤.要求", kind, verdict::Result::violated);
        verdict::Numbers numbers;
        numbers.measure = measure;
        numbers.needed = needed;
        numbers.found = found;
        made.numbers = numbers;
        verdict::Counting counting;
        counting.from = test::day(2024, 3, 1);
        counting.through = test::day(2024, 3, 13);
        counting.last_day = test::day(2024, 3, 11);
        made.counting = counting;
        return report::short_figures(words, made, report::Subject::attempt);
    };
    using Kind = model::RequirementKind;
    CHECK(told(Kind::deadline, verdict::Measure::days, 10, 12) == "时限最后一日为2024-03-11，迟2日");
    CHECK(told(Kind::posting_length, verdict::Measure::working_days, 10, 8) == "实为8个工作日，要求不少于10个工作日，少2个工作日");
    CHECK(told(Kind::materials, verdict::Measure::days, 3, 2) == "实为2日，要求不少于3日，少1日");
    CHECK(
        report::short_figures(words, test::finding("步骤.顺序", Kind::order, verdict::Result::violated), report::Subject::attempt).empty());
}
