#include "report/counting_text.hpp"

#include "report/finding_text.hpp"
#include "samples.hpp"
#include "support/catch.hpp"
#include "support_text.hpp"

using namespace guicheng;
using report::Language;
using test::contains;
using test::day;

namespace {

verdict::Counting span(base::Day from, base::Day through, calendar::Unit unit, calendar::Profile profile = calendar::Profile::civil_code) {
    return {from, through, unit, profile, std::nullopt, false};
}

std::string details(Language language, const verdict::Counting& counting) {
    const report::Words words(language);
    return words.join(report::counting_details(words, calendar::built_in(), counting, false), "detail_join");
}

std::size_t numbered(const std::vector<std::string>& lines) {
    std::size_t count = 0;
    for (const auto& line : lines) {
        if (contains(line, "第")) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("working days over Mid-Autumn and National Day name what is left out and what is worked", "[report][counting]") {
    const auto counting = span(day(2024, 9, 14), day(2024, 10, 12), calendar::Unit::working_days);
    CHECK(details(Language::zh, counting) ==
          "按民法典计期，起始日不计；扣除中秋节、国庆节放假与周末；计入调休上班的9月29日、10月12日；放假安排依国办发明电〔2023〕7号");
    CHECK(contains(details(Language::en, counting), "less weekends and the days off for Mid-Autumn Festival, National Day"));
    CHECK(contains(details(Language::en, counting), "make-up working days 29 September, 12 October"));
}

TEST_CASE("a span without days off names none", "[report][counting]") {
    CHECK(details(Language::zh, span(day(2024, 3, 4), day(2024, 3, 8), calendar::Unit::working_days)) == "按民法典计期，起始日不计");
    CHECK(details(Language::zh, span(day(2024, 3, 8), day(2024, 3, 11), calendar::Unit::working_days)) ==
          "按民法典计期，起始日不计；扣除周末");
    CHECK(details(Language::zh, span(day(2024, 9, 14), day(2024, 10, 12), calendar::Unit::days)) == "按民法典计期，起始日不计");
}

TEST_CASE("a year without an arrangement is named", "[report][counting]") {
    CHECK(
        contains(details(Language::zh, span(day(2030, 3, 4), day(2030, 3, 8), calendar::Unit::working_days)), "2030年的放假安排没有收录"));
}

TEST_CASE("the ruler counts as many days as the calendar does", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto& calendar = calendar::built_in();
    for (int first = 1; first <= 30; first += 3) {
        for (int length = 0; length <= 40; length += 7) {
            const auto from = day(2024, 9, first);
            const auto counting = span(from, from + length, calendar::Unit::working_days);
            const auto lines = report::ruler(words, calendar, counting, true, 400);
            CHECK(lines.size() == static_cast<std::size_t>(length + 1));
            const auto expected = calendar.working_days(from, from + length);
            REQUIRE(expected.exact());
            CHECK(numbered(lines) == static_cast<std::size_t>(expected.low));
        }
    }
}

TEST_CASE("the ruler says why each day is counted or not", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto lines =
        report::ruler(words, calendar::built_in(), span(day(2024, 9, 13), day(2024, 9, 18), calendar::Unit::working_days), true, 400);
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == "2024-09-13 周五 不计 起始日");
    CHECK(lines[1] == "2024-09-14 周六 第1日 调休上班（国办发明电〔2023〕7号）");
    CHECK(lines[2] == "2024-09-15 周日 不计 中秋节放假（国办发明电〔2023〕7号）");
    CHECK(lines[5] == "2024-09-18 周三 第2日 工作日");
}

TEST_CASE("the profile decides which ends of the ruler count", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto& calendar = calendar::built_in();
    const auto days = [&](calendar::Profile profile) {
        return numbered(report::ruler(words, calendar, span(day(2024, 3, 1), day(2024, 3, 5), calendar::Unit::days, profile), true, 400));
    };
    CHECK(days(calendar::Profile::civil_code) == 4);
    CHECK(days(calendar::Profile::no_roll) == 4);
    CHECK(days(calendar::Profile::first_day_counted) == 5);
    CHECK(days(calendar::Profile::clear_days) == 3);
}

TEST_CASE("what a statute says of its days stands before how they are counted", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto details = [&](calendar::Profile profile, bool of_materials) {
        return report::counting_details(words, calendar::built_in(),
                                        span(day(2024, 3, 4), day(2024, 3, 6), calendar::Unit::working_days, profile), of_materials);
    };
    CHECK(details(calendar::Profile::licence_law, false) ==
          std::vector<std::string>{"按行政许可法第八十二条，“日”为工作日", "按民法典计期，起始日不计"});
    CHECK(details(calendar::Profile::penalty_law, true) ==
          std::vector<std::string>{"按行政处罚法第八十五条，二日、三日、五日、七日为工作日", "按民法典计期，送达之日不计、办理之日计入"});
    CHECK(details(calendar::Profile::roll_all, false).size() == 2);
    CHECK(details(calendar::Profile::no_roll, false) == std::vector<std::string>{"起始日不计，末日不顺延"});
}

TEST_CASE("stops stand with the counting and on the ruler", "[report][counting]") {
    const report::Words words(Language::zh);
    auto counting = span(day(2024, 3, 1), day(2024, 3, 8), calendar::Unit::days);
    counting.stops = {{day(2024, 3, 4), day(2024, 3, 6), 1, "补正", 2}, {day(2024, 3, 7), std::nullopt, 2, "", 1}};
    const auto details = report::counting_details(words, calendar::built_in(), counting, false);
    CHECK(details.back() == "扣除2024-03-04至2024-03-06“补正”（2日）、扣除2024-03-07起尚未结束的案件暂缓（已1日）");
    const auto lines = report::ruler(words, calendar::built_in(), counting, true, 400);
    CHECK(numbered(lines) == 4);
    CHECK(lines.at(4) == "2024-03-05 周二 不计 停止计算：补正");
    CHECK(lines.at(7) == "2024-03-08 周五 不计 停止计算：案件暂缓");
}

TEST_CASE("runs that are added stand on the ruler with the days between them", "[report][counting]") {
    const report::Words words(Language::zh);
    auto counting = span(day(2024, 3, 1), day(2024, 3, 12), calendar::Unit::working_days);
    counting.runs = {{day(2024, 3, 1), day(2024, 3, 5), 2}, {day(2024, 3, 8), day(2024, 3, 12), 2}};
    counting.in_total = true;
    const auto lines = report::ruler(words, calendar::built_in(), counting, false, 400);
    REQUIRE(lines.size() == 12);
    CHECK(lines.at(0) == "2024-03-01 周五 不计 起始日");
    CHECK(lines.at(4) == "2024-03-05 周二 第2日 工作日");
    CHECK(lines.at(5) == "2024-03-06 周三 不计 撤下");
    CHECK(lines.at(6) == "2024-03-07 周四 不计 撤下");
    CHECK(lines.at(7) == "2024-03-08 周五 不计 起始日");
    CHECK(lines.at(11) == "2024-03-12 周二 第4日 工作日");
    CHECK(report::runs_sentence(words, counting, verdict::Measure::working_days) ==
          "前后张贴2段，各段相加：2024-03-01至2024-03-05（2个工作日）、2024-03-08至2024-03-12（2个工作日）");
    // Between the runs lie no days that could have been left out.
    counting.runs = {{day(2024, 3, 4), day(2024, 3, 8), 4}, {day(2024, 3, 11), day(2024, 3, 12), 1}};
    CHECK(report::counting_details(words, calendar::built_in(), counting, false) == std::vector<std::string>{"按民法典计期，起始日不计"});
}

TEST_CASE("of runs that are not added the one that counts is named", "[report][counting]") {
    auto counting = span(day(2024, 3, 8), day(2024, 3, 18), calendar::Unit::days);
    CHECK(report::runs_sentence(report::Words(Language::zh), counting, verdict::Measure::days).empty());
    counting.runs = {{day(2024, 3, 1), day(2024, 3, 5), 4}, {day(2024, 3, 8), day(2024, 3, 18), 10}};
    CHECK(report::runs_sentence(report::Words(Language::zh), counting, verdict::Measure::days) ==
          "前后张贴2段，各段不相加：2024-03-01至2024-03-05（4日）、2024-03-08至2024-03-18（10日）；计算的是自2024-03-08起的一段");
    CHECK(contains(report::runs_sentence(report::Words(Language::en), counting, verdict::Measure::days),
                   "the run from 2024-03-08 is counted"));
    CHECK(numbered(report::ruler(report::Words(Language::zh), calendar::built_in(), counting, false, 400)) == 10);
}

TEST_CASE("a long ruler is cut and says so", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto lines = report::ruler(words, calendar::built_in(), span(day(1900, 1, 1), day(2199, 12, 31), calendar::Unit::days), true, 10);
    REQUIRE(lines.size() == 11);
    CHECK(lines.back() == "以下109563日从略");
}

TEST_CASE("a last day that was moved is explained", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto& calendar = calendar::built_in();
    auto counting = span(day(2024, 9, 16), day(2024, 10, 13), calendar::Unit::days);
    counting.last_day = day(2024, 10, 8);
    counting.rolled = true;
    counting.ends = day(2024, 10, 1);
    CHECK(report::rolled_sentence(words, calendar, counting, false) ==
          "期限末日2024-10-01逢国庆节放假，依民法典第二百零三条顺延至2024-10-08");
    CHECK(report::rolled_sentence(words, calendar, counting, true) == "期满日2024-10-01逢国庆节放假，按逢休顺延移至2024-10-08");
    counting.last_day = day(2024, 3, 11);
    counting.ends = day(2024, 3, 9);
    CHECK(report::rolled_sentence(words, calendar, counting, false) == "期限末日2024-03-09逢周末，依民法典第二百零三条顺延至2024-03-11");
    CHECK(report::rolled_sentence(words, calendar, counting, true) == "期满日2024-03-09逢周末，按逢休顺延移至2024-03-11");
    counting.ends.reset();
    CHECK(report::rolled_sentence(words, calendar, counting, false) == "期限末日逢休息日，依民法典第二百零三条顺延至2024-03-11");
    counting.rolled = false;
    CHECK(report::rolled_sentence(words, calendar, counting, false).empty());
}

TEST_CASE("a roll is explained also where the limit is met", "[report][counting]") {
    const report::Words words(Language::zh);
    for (const auto kind : {model::RequirementKind::deadline, model::RequirementKind::posting_length}) {
        auto made = test::finding("步骤.期限", kind, verdict::Result::satisfied);
        made.counting = span(day(2024, 3, 1), day(2024, 3, 11), calendar::Unit::days);
        made.counting->last_day = day(2024, 3, 11);
        made.counting->rolled = true;
        made.counting->ends = day(2024, 3, 9);
        const auto item = report::finding_item(words, calendar::built_in(), made, report::Subject::attempt, {});
        CHECK(contains(item.sentence, "2024-03-09逢周末"));
        CHECK(contains(item.sentence, "至2024-03-11"));
    }
}

TEST_CASE("more than a length is told as that, and for the day on which it is exceeded", "[report][counting]") {
    const auto told = [](base::Comparison op, calendar::Unit unit, std::int64_t found, base::Day complete, Language language) {
        auto made = test::finding("步骤.期限", model::RequirementKind::posting_length, verdict::Result::violated);
        made.numbers.emplace();
        made.numbers->op = op;
        made.numbers->measure = unit == calendar::Unit::days ? verdict::Measure::days : verdict::Measure::working_days;
        made.numbers->needed = 5;
        made.numbers->found = found;
        made.counting = span(day(2024, 9, 20), day(2024, 9, 25), unit);
        made.counting->last_day = complete;
        return report::finding_item(report::Words(language), calendar::built_in(), made, report::Subject::attempt, {}).sentence;
    };
    using base::Comparison;
    using calendar::Unit;
    const auto more = told(Comparison::greater, Unit::days, 5, day(2024, 9, 26), Language::zh);
    CHECK(contains(more, "要求超过5日，少1日。须公示至2024-09-26（含当日）"));
    CHECK(contains(told(Comparison::greater, Unit::days, 4, day(2024, 9, 25), Language::zh), "要求超过5日，少2日"));
    CHECK(contains(told(Comparison::greater, Unit::days, 5, day(2024, 9, 25), Language::en), "more than 5 days required, 1 day short"));
    CHECK(contains(told(Comparison::greater_equal, Unit::days, 4, day(2024, 9, 25), Language::zh),
                   "要求不少于5日，少1日。须公示至2024-09-25（含当日）"));
    CHECK(contains(told(Comparison::less, Unit::days, 5, day(2024, 9, 25), Language::zh), "要求不满5日，多1日"));
    CHECK(contains(told(Comparison::less_equal, Unit::days, 6, day(2024, 9, 25), Language::zh), "要求不超过5日，多1日"));
}

TEST_CASE("a posting whose completion moved says in a word through which day it must hang", "[report][counting]") {
    auto made = test::finding("步骤.期限", model::RequirementKind::posting_length, verdict::Result::violated);
    made.numbers.emplace();
    made.numbers->op = base::Comparison::greater_equal;
    made.numbers->measure = verdict::Measure::days;
    made.numbers->needed = made.numbers->found = 8;
    made.counting = span(day(2024, 3, 1), day(2024, 3, 9), calendar::Unit::days, calendar::Profile::roll_all);
    made.counting->last_day = day(2024, 3, 11);
    made.counting->rolled = true;
    const report::Words words(Language::zh);
    CHECK(contains(report::short_figures(words, made, report::Subject::attempt), "期满日逢休，须挂满2024-03-11"));
    made.numbers->op = base::Comparison::greater;
    made.counting->last_day = day(2024, 3, 12);
    CHECK(contains(report::short_figures(words, made, report::Subject::attempt), "期满日逢休，须挂满2024-03-12"));
    CHECK(contains(report::finding_item(words, calendar::built_in(), made, report::Subject::attempt, {}).sentence,
                   "须公示至2024-03-12（含当日）。期满日逢休息日，按逢休顺延移至2024-03-11"));
    made.counting->rolled = false;
    CHECK_FALSE(contains(report::short_figures(words, made, report::Subject::attempt), "挂满"));
}

TEST_CASE("days late of a time limit in working days are said to be calendar days", "[report][counting]") {
    auto made = test::finding("步骤.时限", model::RequirementKind::deadline, verdict::Result::violated);
    made.counting = span(day(2024, 3, 1), day(2024, 3, 12), calendar::Unit::working_days);
    made.counting->last_day = day(2024, 3, 8);
    const report::Words words(Language::zh);
    CHECK(contains(report::short_figures(words, made, report::Subject::attempt), "迟4日（按日历日计）"));
    made.counting->unit = calendar::Unit::days;
    CHECK_FALSE(contains(report::short_figures(words, made, report::Subject::attempt), "日历日"));
}

TEST_CASE("on the ruler of a time limit the last day is the day on which it ends, moved days are not counted, what follows is late",
          "[report][counting]") {
    const report::Words words(Language::zh);
    auto counting = span(day(2024, 3, 1), day(2024, 3, 12), calendar::Unit::days);
    counting.last_day = day(2024, 3, 11);
    counting.rolled = true;
    counting.ends = day(2024, 3, 9);
    const auto lines = report::ruler(words, calendar::built_in(), counting, true, 400);
    REQUIRE(lines.size() == 12);
    CHECK(lines[7] == "2024-03-08 周五 第7日 计入");
    CHECK(lines[8] == "2024-03-09 周六 第8日 期满，周末");
    CHECK(lines[9] == "2024-03-10 周日 顺延 周末");
    CHECK(lines[10] == "2024-03-11 周一 顺延至 工作日");
    CHECK(lines[11] == "2024-03-12 周二 逾期 第1日");
}

TEST_CASE("on the ruler of a posting every day counts on", "[report][counting]") {
    const report::Words words(Language::zh);
    auto counting = span(day(2024, 3, 1), day(2024, 3, 12), calendar::Unit::days, calendar::Profile::roll_all);
    counting.last_day = day(2024, 3, 11);
    counting.rolled = true;
    counting.ends = day(2024, 3, 9);
    auto lines = report::ruler(words, calendar::built_in(), counting, false, 400);
    CHECK(lines[8] == "2024-03-09 周六 第8日 期满，周末");
    CHECK(lines[9] == "2024-03-10 周日 第9日 顺延，周末");
    CHECK(lines[10] == "2024-03-11 周一 第10日 顺延至，工作日");
    CHECK(lines[11] == "2024-03-12 周二 第11日 计入");
    counting.rolled = false;
    counting.ends.reset();
    lines = report::ruler(words, calendar::built_in(), counting, false, 400);
    CHECK(lines[9] == "2024-03-10 周日 第9日 计入");
    CHECK(lines[10] == "2024-03-11 周一 第10日 期满");
    CHECK(lines[11] == "2024-03-12 周二 第11日 计入");
}

TEST_CASE("each stop and what ended it is named", "[report][counting]") {
    auto counting = span(day(2024, 3, 1), day(2024, 3, 20), calendar::Unit::days);
    counting.stops = {{day(2024, 3, 4), day(2024, 3, 6), 1, "停办", 2, 2, "复办"},
                      {day(2024, 3, 8), day(2024, 3, 9), 3, "停办", 1, 4, "复办"},
                      {day(2024, 3, 11), day(2024, 3, 12), 5, "", 1, 6, ""}};
    CHECK(contains(details(Language::zh, counting),
                   "扣除2024-03-04“停办”至2024-03-06“复办”（2日）、扣除2024-03-08“停办”至2024-03-09“复办”（1日）、"
                   "扣除2024-03-11暂缓至2024-03-12恢复（1日）"));
    CHECK(contains(details(Language::en, counting), "less “停办” on 2024-03-08 through “复办” on 2024-03-09 (1 day)"));
}

TEST_CASE("of several starts it is said which was taken, with the days of all", "[report][counting]") {
    const report::Words zh(Language::zh);
    const report::Words en(Language::en);
    auto counting = span(day(2024, 3, 5), day(2024, 3, 20), calendar::Unit::days);
    CHECK(report::starts_text(zh, counting).empty());
    counting.starts = {{"听证", {}, day(2024, 3, 1), 1, false}, {"补正", "last", day(2024, 3, 5), 2, true}};
    CHECK(report::starts_text(zh, counting) == "“听证”（2024-03-01）、末次“补正”（2024-03-05）取较晚者");
    CHECK(report::starts_text(en, counting) == "the later of “听证” (2024-03-01), the last “补正” (2024-03-05)");
    counting.starts[0].day = day(2024, 3, 9);
    CHECK(report::starts_text(zh, counting) == "“听证”（2024-03-09）、末次“补正”（2024-03-05）取较早者");
    counting.starts[0].day.reset();
    CHECK(report::starts_text(zh, counting) == "“听证”（没有）、末次“补正”（2024-03-05）取较早者");
    counting.starts[0].day = day(2024, 3, 5);
    CHECK(report::starts_text(zh, counting) == "“听证”（2024-03-05）、末次“补正”（2024-03-05）为同一日");
}

TEST_CASE("what had to be done by a named day says by how many days it was late", "[report][counting]") {
    const report::Words words(Language::zh);
    const auto told = [&](int found, verdict::Result result) {
        auto made = test::finding("步骤.时限", model::RequirementKind::deadline, result);
        verdict::Numbers numbers;
        numbers.measure = verdict::Measure::date;
        numbers.op = base::Comparison::less_equal;
        numbers.needed = day(2024, 3, 10).number;
        numbers.found = day(2024, 3, found).number;
        made.numbers = numbers;
        return report::figures(words, calendar::built_in(), made, report::Subject::attempt);
    };
    CHECK(told(10, verdict::Result::satisfied) == "至迟2024-03-10办理，实际2024-03-10办理");
    CHECK(told(11, verdict::Result::violated) == "至迟2024-03-10办理，实际2024-03-11办理，迟1日（按日历日计）");
    CHECK(told(12, verdict::Result::violated) == "至迟2024-03-10办理，实际2024-03-12办理，迟2日（按日历日计）");
}
