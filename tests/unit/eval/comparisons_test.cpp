// Which comparisons a finding shows, with which figures, and how they are told (judging, section 12).
#include "report/finding_text.hpp"
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

std::string side(const verdict::Side& side) {
    std::string out;
    for (const auto& term : side.terms) {
        out += term.sign;
        if (!term.sign.empty()) continue;
        if (!term.name.empty()) out += term.name + (term.of.empty() ? "" : "." + term.of) + ':';
        out += term.value.empty() ? "?" : term.value;
    }
    if (side.terms.size() > 1) out += "->" + (side.value.empty() ? "?" : side.value);
    return side.terms.empty() ? side.value : out;
}

/// "#3 #4 left relation right holds", one a line.
std::string lines(const verdict::Finding& finding) {
    std::string out;
    for (const auto& line : finding.compared) {
        for (const auto& act : line.within) out += '#' + std::to_string(act.record) + ' ';
        out += side(line.left) + ' ' + std::string(verdict::name(line.relation)) + ' ' + side(line.right) + ' ' +
               std::string(verdict::name(line.holds)) + '\n';
    }
    return out;
}

const std::string events =
    "事件 罢免 { 记载 { 联名 整数；选民 整数；来人 人员；期 日期 } }\n事件 答复 { 记载 { 额 金额；来人 人员；渠道 清单 { 报纸 网站 } } "
    "}\n参数 "
    "线 整数\n参数 期 期限\n";

verdict::Verdict of(const std::string& demand, const std::string& acts, const std::string& rest = {}) {
    const Rule rule(events + "步骤 办 { }\n要求 甲: " + demand);
    return rule.judge(acts, rest + "结案: 2024-12-31\n");
}

std::string shown(const std::string& demand, const std::string& acts, const std::string& rest = {}) {
    return lines(finding(of(demand, acts, rest), "甲", 0));
}

std::string told(const std::string& demand, const std::string& acts, const std::string& rest = {},
                 report::Language language = report::Language::zh) {
    const Rule rule(events + "步骤 办 { }\n要求 甲: " + demand);
    const auto v = rule.judge(acts, rest + "结案: 2024-12-31\n");
    report::ExplainOptions options;
    options.procedure = nullptr;
    return report::finding_item(report::Words(language), calendar::built_in(), finding(v, "甲", 0), report::Subject::whole, options)
        .sentence;
}

std::string recall(int petitioners, int voters) {
    return "{ 事: 罢免, 日期: 2024-03-01, 联名: " + std::to_string(petitioners) + ", 选民: " + std::to_string(voters) + " }";
}

}  // namespace

TEST_CASE("the act that breaks a demand on each act is named with its figures", "[eval][compared]") {
    const std::string demand = "每个 罢免 (联名 * 5 不少于 选民)";
    const std::string condition = "(联名 * 5) >= 选民";
    CHECK(shown(demand, recall(195, 980)) ==
          "罢免.held:0/1 every " + condition + " no\n#0 罢免.联名:195*5->975 greater_equal 罢免.选民:980 no\n");
    CHECK(shown(demand, recall(196, 980)) == "罢免.held:1/1 every " + condition + " yes\n");
    CHECK(shown(demand, recall(197, 980) + ", " + recall(195, 980)) ==
          "罢免.held:1/2 every " + condition + " no\n#1 罢免.联名:195*5->975 greater_equal 罢免.选民:980 no\n");
    CHECK(shown(demand, "{ 步骤: 办, 日期: 2024-03-01 }") == "罢免.held:0/0 every " + condition + " yes\n");
    CHECK(told(demand, recall(195, 980)) ==
          "记录不符合该项要求：“罢免”1条，不符合。经过第1条“罢免”：“联名”（195）×5＝975，少于“选民”（980）。");
    CHECK(told(demand, recall(195, 980), {}, report::Language::en) ==
          "The record does not meet this requirement: the record of “罢免” does not satisfy it. Record 1 (“罢免”): “联名” (195) × 5 = 975, "
          "less than “选民” (980).");
    CHECK(told(demand, recall(196, 980) + ", " + recall(200, 980)) == "记录符合该项要求：“罢免”2条，全部符合。");
}

TEST_CASE("within two quantifiers the outer act and its figure are named", "[eval][compared]") {
    const std::string demand = "每个 罢免 (有 答复 (当 答复.来人 是 罢免.来人 且 日期 晚于 罢免.期))";
    const auto act = [](const std::string& who, const std::string& day) { return "{ 事: 答复, 日期: " + day + ", 来人: " + who + " }"; };
    const std::string outer = "{ 事: 罢免, 日期: 2024-03-01, 来人: 甲某, 期: 2024-04-01 }, ";
    const std::string counts = "罢免.held:0/1 every exists 答复 ((来人 = outer.来人) and (date > outer.期)) no\n";
    CHECK(shown(demand, outer + act("甲某", "2024-04-01")) == counts +
                                                                  "#0 答复.held:0/1 exists (来人 = outer.来人) and (date > outer.期) "
                                                                  "no\n#0 #1 答复.date:2024-04-01 greater 罢免.期:2024-04-01 no\n");
    // The one that came nearest stands first, whatever the order of the record.
    CHECK(shown(demand, outer + act("乙某", "2024-03-30") + ", " + act("甲某", "2024-03-31")) ==
          counts +
              "#0 答复.held:0/2 exists (来人 = outer.来人) and (date > outer.期) no\n"
              "#0 #2 答复.date:2024-03-31 greater 罢免.期:2024-04-01 no\n"
              "#0 #1 答复.来人:乙某 equal 罢免.来人:甲某 no\n#0 #1 答复.date:2024-03-30 greater 罢免.期:2024-04-01 no\n");
    CHECK(shown(demand, outer + act("甲某", "2024-04-02")).find("罢免.held:1/1") == 0);
    CHECK(told(demand, outer + act("甲某", "2024-04-01")) ==
          "记录不符合该项要求：“罢免”1条，不符合。经过第1条“罢免”：“答复”1条，不符合。其中经过第2条“答复”：日期（2024-04-01）不晚于"
          "第1条“罢免”的“期”（2024-04-01）。");
    CHECK(told(demand, "{ 事: 罢免, 日期: 2024-03-01, 来人: 甲某, 期: 2024-04-01 }") ==
          "记录不符合该项要求：“罢免”1条，不符合。经过第1条“罢免”：没有“答复”的记录。");
}

TEST_CASE("three acts are shown and how many there are", "[eval][compared]") {
    std::string acts;
    for (int i = 0; i < 5; ++i) acts += (i ? ", " : "") + recall(10 + i, 100);
    const auto all = shown("每个 罢免 (联名 不少于 50)", acts);
    CHECK(std::count(all.begin(), all.end(), '\n') == 4);
    CHECK(all.find("#2 罢免.联名:12 greater_equal 50 no") != std::string::npos);
    CHECK(all.find("#3 ") == std::string::npos);
    CHECK(told("每个 罢免 (联名 不少于 50)", acts).find("“罢免”5条，没有一条符合（以下列前3条）。") != std::string::npos);
    CHECK(told("每个 罢免 (联名 不少于 12)", acts).find("“罢免”5条，其中2条不符合。经过第1条“罢免”：“联名”（10）少于12。") !=
          std::string::npos);
    CHECK(told("有 罢免 (当 联名 不少于 50)", acts).find("“罢免”5条，没有一条符合（以下列最接近的3条）。") != std::string::npos);
}

TEST_CASE("of a chain the parts that settled it are shown", "[eval][compared]") {
    const std::string act = "{ 步骤: 办, 日期: 2024-03-01 }";
    const std::string fields = "事项: { 人数: 12, 金额: 1万元, 涉密: 否, 产业: 工 }\n参数: { 线: 12 }\n";
    CHECK(shown("人数 超过 线 且 金额 不少于 1万元", act, fields) == "人数:12 greater 线:12 no\n");
    CHECK(shown("人数 超过 线 或 金额 超过 1万元", act, fields) == "人数:12 greater 线:12 no\n金额:10000.00 greater 10000.00 no\n");
    CHECK(shown("人数 不少于 线 或 金额 超过 1万元", act, fields) == "人数:12 greater_equal 线:12 yes\n");
    CHECK(shown("不得 (人数 不少于 线 且 非 涉密)", act, fields) == "人数:12 greater_equal 线:12 yes\n涉密:false is_true  no\n");
    CHECK(shown("产业 属于 { 商 农 }", act, fields) == "产业:工 one_of 农 商 no\n");
    CHECK(shown("产业 是 农", act, fields) == "产业:工 equal 农 no\n");
    CHECK(shown("说明 已记载", act, fields) == "说明:? recorded  no\n");
    CHECK(shown("办 已办 且 涉密", act, fields) == "涉密:false is_true  no\n");
    CHECK(shown("非 办 已办", act, fields) == "办.done:true done  yes\n");
    CHECK(shown("(人数 + 1) * 2 少于 人数 - (线 - 1)", act, fields) == "(人数:12+1)*2->26 less 人数:12-(线:12-1)->1 no\n");
    CHECK(told("(人数 + 1) * 2 少于 人数 - (线 - 1)", act, fields) ==
          "记录不符合该项要求：(“人数”（12）＋1)×2＝26，不少于“人数”（12）－(“线”（12）－1)＝1。");
    CHECK(told("金额 超过 1万元", act, fields) == "记录不符合该项要求：“金额”（10000.00元）不超过10000.00元。");
    CHECK(told("不得 产业 是 工", act, fields) == "出现了禁止的情形：“产业”是“工”。");
    CHECK(told("紧急", act, fields) == "记录是否符合该项要求，无法判定：“紧急”不明。尚缺：事项“紧急”的记载。");
    CHECK(told("产业 是 农", act, fields) == "记录不符合该项要求：“产业”（工）不是“农”。");
    CHECK(told("人数 不少于 线", act, fields) == "记录符合该项要求：“人数”（12）不少于“线”（12）。");
}

TEST_CASE("days between and dates moved by a period show how they come about", "[eval][compared]") {
    const std::string act = "{ 步骤: 办, 日期: 2024-03-11 }";
    const std::string fields = "事项: { 签约日: 2024-03-01 }\n参数: { 期: 10日 }\n";
    CHECK(shown("签约日 至 办.日期 日数 少于 10日", act, fields) == "签约日:2024-03-01days办.date:2024-03-11->10 less 10 no\n");
    CHECK(shown("办.日期 早于 签约日 + 10日", act, fields) == "办.date:2024-03-11 less 签约日:2024-03-01+10 days->2024-03-11 no\n");
    CHECK(told("签约日 至 办.日期 日数 少于 10日", act, fields) ==
          "记录不符合该项要求：“签约日”（2024-03-01）至“办”的日期（2024-03-11）＝10日，不少于10日。计日：自2024-03-01起至2024-03-"
          "11止（按民法典计期，起始日不计）。");
    CHECK(told("办.日期 早于 签约日 + 10日", act, fields) ==
          "记录不符合该项要求：“办”的日期（2024-03-11）不早于“签约日”（2024-03-01）＋10日＝2024-03-11。推算：自2024-03-01起算，至2024-03-"
          "11（起始日不计，末日不顺延）。");
}

namespace {

/// "of|sign from through last_day least..most unit profile", of the evidence, then of the comparisons.
std::string counted(const verdict::Finding& finding) {
    std::string out;
    const auto add = [&](const std::string& what, const std::optional<verdict::Counting>& counting) {
        if (!counting) return;
        out += what + ' ' + base::iso(counting->from) + ' ' + base::iso(counting->through);
        if (counting->last_day) out += " last " + base::iso(*counting->last_day);
        if (counting->least) out += ' ' + std::to_string(*counting->least) + ".." + std::to_string(*counting->most);
        out += ' ' + std::string(verdict::name(counting->unit)) + ' ' + std::string(verdict::name(counting->profile)) + '\n';
    };
    for (const auto& item : finding.evidence) add(item.of, item.counting);
    for (const auto& line : finding.compared)
        for (const auto* side : {&line.left, &line.right})
            for (const auto& term : side->terms) add(term.sign, term.counting);
    return out;
}

}  // namespace

TEST_CASE("what a condition counts says from when to when, in the evidence and with the sign", "[eval][compared]") {
    const std::string act = "{ 步骤: 办, 日期: 2024-10-12 }";
    const auto at = [&](const std::string& demand, const std::string& day) {
        return counted(finding(of(demand, act, "事项: { 签约日: " + day + " }\n"), "甲", 0));
    };
    CHECK(at("签约日 至 办.日期 工作日数 不少于 20个工作日", "2024-09-13") ==
          "working_days 2024-09-13 2024-10-12 working_days civil_code\nworking_days 2024-09-13 2024-10-12 working_days civil_code\n");
    CHECK(at("签约日 至 办.日期 工作日数 不少于 20个工作日", "2024-10-12").empty());
    CHECK(at("签约日 至 办.日期 工作日数 不少于 20个工作日", "2024-10-13").empty());
    const std::string after = " 2024-09-13 2024-10-17 last 2024-10-17 working_days no_roll\n";
    CHECK(at("办.日期 不早于 签约日 + 20个工作日", "2024-09-13") == "day_after" + after + "+" + after);
    const std::string before = " 2024-09-30 2024-10-11 working_days first_day_counted\n";
    CHECK(at("签约日 - 5个工作日 早于 办.日期", "2024-10-12") == "day_before" + before + "-" + before);
    const std::string months = " 2024-01-31 2024-02-29 last 2024-02-29 months no_roll\n";
    CHECK(at("办.日期 不早于 签约日 + 1个月", "2024-01-31") == "day_after" + months + "+" + months);
    CHECK(at("签约日 已记载 当 签约日 至 办.日期 工作日数 不少于 20个工作日", "2024-09-13") ==
          "working_days 2024-09-13 2024-10-12 working_days civil_code\n");
    CHECK(told("签约日 已记载 当 签约日 至 办.日期 工作日数 不少于 20个工作日", act, "事项: { 签约日: 2024-10-10 }\n") ==
          "该要求不适用：所附的条件不具备。计日：自2024-10-10起至2024-10-12止（按民法典计期，起始日不计；"
          "计入调休上班的10月12日；放假安排依国办发明电〔2023〕7号）。");
}

TEST_CASE("what a condition counts into a year not covered says what is certain, and which year it is", "[eval][compared]") {
    const std::string act = "{ 步骤: 办, 日期: 2031-01-06 }";
    const std::string fields = "事项: { 签约日: 2026-12-28 }\n";
    const auto v = of("签约日 至 办.日期 工作日数 不超过 1个工作日", act, "事项: { 签约日: 2030-12-30 }\n");
    CHECK(counted(finding(v, "甲", 0)) ==
          "working_days 2030-12-30 2031-01-06 0..7 working_days civil_code\n"
          "working_days 2030-12-30 2031-01-06 0..7 working_days civil_code\n");
    CHECK(finding(v, "甲", 0).missing.at(0).number == 2030);
    CHECK(told("办.日期 早于 签约日 + 5个工作日", "{ 步骤: 办, 日期: 2027-01-01 }", fields) ==
          "记录符合该项要求：“办”的日期（2027-01-01）早于“签约日”（2026-12-28）＋5个工作日。推算：自2026-12-28起算，不会早于2027-01-02"
          "（起始日不计，末日不顺延；2027年的放假安排没有收录）。");
    CHECK(told("办.日期 早于 签约日 + 5个工作日", "{ 步骤: 办, 日期: 2027-01-02 }", fields) ==
          "记录是否符合该项要求，无法判定：无法确定“办”的日期（2027-01-02）早于“签约日”（2026-12-28）＋5个工作日。"
          "推算：自2026-12-28起算，不会早于2027-01-02（起始日不计，末日不顺延；2027年的放假安排没有收录）。"
          "尚缺：2027年的放假安排（没有收录）。");
    CHECK(told("签约日 - 1个工作日 早于 办.日期", "{ 步骤: 办, 日期: 2027-01-04 }", "事项: { 签约日: 2027-01-04 }\n") ==
          "记录符合该项要求：“签约日”（2027-01-04）－1个工作日早于“办”的日期（2027-01-04）。"
          "推算：自2027-01-04往前数，当日不计，不会晚于2027-01-03（2027年的放假安排没有收录）。");
}

TEST_CASE("the acts that a 每个 names say how their own days were counted", "[eval][compared]") {
    CHECK(counted(finding(
              of("每个 罢免 (日期 至 办.日期 工作日数 不超过 7个工作日)", "{ 事: 罢免, 日期: 2024-09-20 }, { 步骤: 办, 日期: 2024-10-12 }"),
              "甲", 0)) == "working_days 2024-09-20 2024-10-12 working_days civil_code\n");
}

TEST_CASE("what is not known shows which figure is missing", "[eval][compared]") {
    const std::string demand = "每个 罢免 (联名 不少于 线)";
    CHECK(shown(demand, recall(10, 100)) ==
          "罢免.held:0/1罢免.unknown:1->0/1 every 联名 >= 线 unknown\n#0 罢免.联名:10 greater_equal 线:? unknown\n");
    CHECK(shown(demand, "{ 事: 罢免, 日期: 2024-03-01 }, " + recall(20, 100), "参数: { 线: 20 }\n") ==
          "罢免.held:1/2罢免.unknown:1->1/2 every 联名 >= 线 unknown\n#0 罢免.联名:? greater_equal 线:20 unknown\n");
    CHECK(told(demand, "{ 事: 罢免, 日期: 2024-03-01 }, " + recall(20, 100), "参数: { 线: 20 }\n")
              .find("“罢免”2条，其中1条无法确定。经过第1条“罢免”：无法确定“联名”（不明）不少于“线”（20）。") != std::string::npos);
    CHECK(told("有 罢免 (当 联名 不少于 50)", recall(20, 100), "记录: 不全\n").find("“罢免”（联名 >= 50）记有1条，而记录不全。") !=
          std::string::npos);
}

TEST_CASE("counts say under which condition they count", "[eval][compared]") {
    const std::string acts = "{ 事: 答复, 日期: 2024-03-01, 渠道: [报纸] }, { 事: 答复, 日期: 2024-03-02, 渠道: [网站, 报纸] }";
    const auto v = of("有 答复 且 有 答复 (当 渠道 包括 网站) 且 涉密", acts, "事项: { 涉密: 否 }\n");
    std::string out;
    for (const auto& item : finding(v, "甲", 0).evidence)
        if (!item.of.empty()) out += item.name + ' ' + item.of + ' ' + item.value + ' ' + item.where + '\n';
    CHECK(out == "答复 count 2 \n答复 count 1 渠道 includes {网站}\n");
    CHECK(shown("个数 答复 不超过 1", acts) == "答复.count:2 less_equal 1 no\n");
    CHECK(finding(of("个数 答复 (当 渠道 包括 网站) 不超过 0", acts), "甲", 0).compared.at(0).left.terms.at(0).where ==
          "渠道 includes {网站}");
    CHECK(told("个数 答复 (当 渠道 包括 网站) 不超过 0", acts) == "记录不符合该项要求：“答复”（渠道 includes {网站}）的条数（1）超过0。");
    CHECK(told("每个 答复 (渠道 包括 网站)", "{ 事: 答复, 日期: 2024-03-01, 渠道: [] }") ==
          "记录不符合该项要求：“答复”1条，不符合。经过第1条“答复”：“渠道”（空）不包括“网站”。");
    CHECK(told("个数 答复 不超过 1", acts) == "记录不符合该项要求：“答复”的条数（2）超过1。");
}

TEST_CASE("nothing is compared where the test is not made or its result needs no ground", "[eval][compared]") {
    const std::string act = "{ 步骤: 办, 日期: 2024-03-01 }";
    const std::string fields = "事项: { 人数: 12, 涉密: 否, 紧急: 是 }\n";
    CHECK(shown("人数 超过 12 当 涉密", act, fields).empty());
    CHECK(shown("人数 超过 12 除外 紧急", act, fields).empty());
    CHECK(shown("可以 人数 超过 12", act, fields).empty());
    CHECK(shown("人数 超过 12 当 紧急", act, fields) == "人数:12 greater 12 no\n");
}

TEST_CASE("of 分情形 the demand of the situation that was met with is shown", "[eval][compared]") {
    const std::string demand = "分情形 {\n产业 是 农 => 人数 不少于 3\n产业 是 工 => 人数 不少于 5\n其余 => 未规定\n}";
    const std::string act = "{ 步骤: 办, 日期: 2024-03-01 }";
    CHECK(shown(demand, act, "事项: { 产业: 工, 人数: 4 }\n") == "人数:4 greater_equal 5 no\n");
    CHECK(shown(demand, act, "事项: { 产业: 农, 人数: 3 }\n") == "人数:3 greater_equal 3 yes\n");
    CHECK(shown(demand, act, "事项: { 产业: 商, 人数: 3 }\n").empty());
    CHECK(shown(demand, act, "事项: { 人数: 3 }\n").empty());
}

TEST_CASE("a demand with a hundred parts shows twenty-four", "[eval][compared]") {
    std::string demand = "人数 超过 0";
    for (int i = 1; i < 100; ++i) demand += " 或 人数 超过 " + std::to_string(i);
    const auto all = shown(demand, "{ 步骤: 办, 日期: 2024-03-01 }", "事项: { 人数: 0 }\n");
    CHECK(std::count(all.begin(), all.end(), '\n') == 24);
}
