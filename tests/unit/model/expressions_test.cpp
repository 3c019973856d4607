// The type checker: what may be compared with what, and what a name means.
#include "model/write.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check_in;
using checking::errors;

namespace {

const std::string around =
    "参数 期 期限 依据 t.1\n参数 门槛 比例 依据 t.1\n"
    "认定 必要 { 由 党支部；结论 是否 } 依据 t.1\n"
    "事件 走访 { 记载 { 满意 是否；花费 金额 } } 依据 t.1\n事件 投诉 依据 t.1\n"
    "步骤 提议 { 由 党支部；记载 { 人次 整数；方案 选项 { 一案 二案 } } }\n";

checking::Checked in_step(const std::string& condition) {
    return check_in(around + "步骤 表决 {\n须经 提议\n要求 待查: " + condition + "\n}");
}

/// The demand as it was understood.
std::string meaning(const std::string& condition) {
    const auto c = in_step(condition);
    const auto wrong = errors(c);
    if (!wrong.empty()) return wrong;
    const auto& p = c.one();
    return model::Writer(p).expr(checking::requirement(p, "表决.待查")->demand);
}

}  // namespace

TEST_CASE("like is compared with like", "[model][types]") {
    CHECK(meaning("金额 20万元以上") == "(>= (matter \"金额\") fen:20000000)");
    CHECK(meaning("人数 超过 3人") == "(> (matter \"人数\") 3)");
    CHECK(meaning("签约日 早于 2024-03-01") == "(< (matter \"签约日\") 2024-03-01)");
    CHECK(meaning("类别 是 乙") == "(= (matter \"类别\") \"乙\")");
    CHECK(meaning("类别 不属于 { 甲 丙 }") == "(not (in (matter \"类别\") {\"丙\" \"甲\"}))");
    CHECK(meaning("涉密 是 否") == "(= (matter \"涉密\") false)");
    CHECK(meaning("说明 是 \"甲\"") == "(= (matter \"说明\") \"甲\")");
    CHECK(meaning("去向 包括 { 西 }") == "(includes (matter \"去向\") {\"西\"})");
    CHECK(meaning("提议.结果 是 未定") == "(= (attribute step:\"提议\" outcome) open)");
    CHECK(meaning("提议.方案 是 二案") == "(= (record step:\"提议\" \"方案\") \"二案\")");
    CHECK(meaning("本次.表决方式 属于 { 举手 无记名 }") == "(in (attribute current ballot_form) {secret show_of_hands})");
    CHECK(meaning("本次.形式 不是 传阅") == "(!= (attribute current form) circulation)");
    CHECK(meaning("本次.由 是 村委会") == "(= (attribute current by) \"村委会\")");
}

TEST_CASE("the value may stand first", "[model][types]") {
    CHECK(meaning("乙 是 类别") == "(= \"乙\" (matter \"类别\"))");
    CHECK(meaning("通过 是 提议.结果") == "(= carried (attribute step:\"提议\" outcome))");
}

TEST_CASE("unlike is refused with both types in the author's words", "[model][types]") {
    for (const auto& [condition, code] : std::vector<std::pair<std::string, std::string>>{
             {"金额 是 是", "T001"},
             {"金额 晚于 签约日", "T001"},
             {"人数 不少于 金额", "T001"},
             {"类别 是 提议.方案", "T001"},
             {"涉密 早于 必要", "T002"},
             {"类别 早于 乙", "T002"},
             {"说明 晚于 \"甲\"", "T002"},
             {"金额", "T003"},
             {"类别 且 涉密", "T003"},
             {"金额 + 人数 不少于 3", "T004"},
             {"签约日 + 3 早于 2024-01-01", "T004"},
             {"金额 * 金额 超过 3元", "T004"},
             {"提议.日期 + 提议.日期 早于 签约日", "T004"},
             {"金额 20以上", "T005"},
             {"人数 20元以上", "T005"},
             {"类别 3以上", "T005"},
             {"金额 属于 { 甲 }", "T006"},
             {"涉密 包括 甲", "T006"},
             {"期 是 期", "T010"},
             {"人数 不少于 三分之二", "T010"},
             {"去向 是 去向", "T010"},
             {"人数 3左右", "T011"},
             {"3 已记载", "T013"},
             {"提议 已办 已记载", "P028"},
             {"提议.日期 至 签约日 日数 超过 3个工作日", "T016"},
             {"提议.日期 至 签约日 工作日数 超过 3日", "T016"},
             {"提议.日期 至 签约日 日数 超过 1年", "T016"},
             {"金额 至 签约日 日数 超过 3日", "T018"},
             {"没有的 3以上", "N003"},
             {"类别 是 丁", "N004"},
             {"提议.结果 是 甲", "N004"},
             {"去向 包括 { 北 }", "N004"},
             {"本次.由 是 老年协会", "N004"},
             {"有 会谈", "N005"},
             {"提议.天气 已记载", "N006"},
             {"走访.日期 已记载", "T009"},
         }) {
        INFO(condition);
        CHECK(errors(in_step(condition)) == code);
    }
    const auto c = in_step("金额 晚于 签约日");
    CHECK(c.argument("T001", "left") == diag::translated("type.money"));
    CHECK(c.argument("T001", "right") == diag::translated("type.date"));
    // The type of what was written, not its text again.
    CHECK(in_step("涉密 1万元以上").argument("T005", "right") == diag::translated("type.money"));
    CHECK(in_step("涉密 3日以上").argument("T005", "right") == diag::translated("type.period"));
}

TEST_CASE("arithmetic has the operations of section 3", "[model][types]") {
    CHECK(meaning("人数 * 2 + 1 超过 7") == "(> (+ (* (matter \"人数\") 2) 1) 7)");
    CHECK(meaning("2 * 金额 - 1元 超过 3元") == "(> (- (* (matter \"金额\") 2) fen:100) fen:300)");
    CHECK(meaning("签约日 + 15日 晚于 提议.日期") == "(> (later_by (matter \"签约日\") (period 15 days)) (attribute step:\"提议\" date))");
    CHECK(meaning("签约日 - 期 晚于 提议.日期") ==
          "(> (earlier_by (matter \"签约日\") (parameter \"期\")) (attribute step:\"提议\" date))");
    CHECK(meaning("提议.日期 至 签约日 日数 超过 2周") == "(> (days (attribute step:\"提议\" date) (matter \"签约日\")) 14)");
    CHECK(meaning("提议.日期 至 签约日 日数 + 3日 超过 10日") == "(> (+ (days (attribute step:\"提议\" date) (matter \"签约日\")) 3) 10)");
}

TEST_CASE("two bounds both hold, and hold nothing where they are crossed", "[model][types]") {
    CHECK(meaning("人数 3以上5以下") == "(and (>= (matter \"人数\") 3) (<= (matter \"人数\") 5))");
    CHECK(meaning("人数 3以上3以下") == "(and (>= (matter \"人数\") 3) (<= (matter \"人数\") 3))");
    CHECK(errors(in_step("人数 4以上3以下")) == "M009");
    CHECK(errors(in_step("人数 超过1不满2")) == "M009");
    CHECK(meaning("人数 超过1不满3") == "(and (> (matter \"人数\") 1) (< (matter \"人数\") 3))");
}

TEST_CASE("between holds for both ends, and holds nothing where they are crossed", "[model][types]") {
    CHECK(meaning("人数 在 3 至 5 之间") == "(and (>= (matter \"人数\") 3) (<= (matter \"人数\") 5))");
    CHECK(meaning("人数 在 3人 至 3人 之间") == "(and (>= (matter \"人数\") 3) (<= (matter \"人数\") 3))");
    CHECK(meaning("金额 在 1万元 至 2万元 之间") == "(and (>= (matter \"金额\") fen:1000000) (<= (matter \"金额\") fen:2000000))");
    CHECK(meaning("签约日 在 2024-03-01 至 2024-03-31 之间") ==
          "(and (>= (matter \"签约日\") 2024-03-01) (<= (matter \"签约日\") 2024-03-31))");
    CHECK(meaning("签约日 不迟于 2024-03-01") == meaning("签约日 不晚于 2024-03-01"));
    CHECK(errors(in_step("人数 在 4 至 3 之间")) == "M009");
    CHECK(errors(in_step("签约日 在 2024-03-31 至 2024-03-01 之间")) == "M009");
    CHECK(errors(in_step("签约日 在 3 至 2024-03-01 之间")) == "T001");
    CHECK(errors(in_step("签约日 在 2024-03-01 至 3 之间")) == "T001");
    CHECK(errors(in_step("类别 在 甲 至 乙 之间")) == "T002");
}

TEST_CASE("within a quantifier a bare attribute is the quantified act's", "[model][types]") {
    CHECK(meaning("有 走访（当 日期 早于 签约日 且 满意）") ==
          "(exists \"走访\" (and (< (attribute outer date) (matter \"签约日\")) (record outer \"满意\")))");
    CHECK(meaning("每个 投诉（有 走访（当 日期 晚于 投诉.日期））") ==
          "(every \"投诉\" (exists \"走访\" (> (attribute inner date) (attribute outer date))))");
    CHECK(meaning("个数 走访（当 花费 不满100元） 超过 3") == "(> (count \"走访\" (< (record outer \"花费\") fen:10000)) 3)");
    CHECK(meaning("有 走访（当 每个 投诉（满意））") == "(exists \"走访\" (every \"投诉\" (record outer \"满意\")))");
    // The act of the quantifier goes before the standing attempt of the same step.
    CHECK(meaning("有 提议（当 提议.日期 早于 签约日）") == "(exists \"提议\" (< (attribute outer date) (matter \"签约日\")))");
    // Outside one a bare attribute is nothing.
    CHECK(errors(in_step("日期 早于 签约日")) == "N003");
}

TEST_CASE("quantifiers nest twice and not thrice", "[model][types]") {
    CHECK(errors(in_step("有 走访（当 有 投诉）")).empty());
    CHECK(errors(in_step("有 走访（当 有 投诉（当 有 提议））")) == "T012");
}

TEST_CASE("this act is known in a step's requirements and exceptions only", "[model][types]") {
    CHECK(errors(in_step("本次.日期 已记载")).empty());
    CHECK(errors(check_in("步骤 甲步 { 由 党支部 除外 本次.日期 已记载 }")).empty());
    CHECK(errors(check_in("步骤 甲步 当 本次.日期 已记载 { 由 党支部 }")) == "T008");
    CHECK(errors(check_in("适用 当 本次.日期 已记载")) == "T008");
    CHECK(errors(check_in("要求 甲: 本次.日期 已记载")) == "T008");
}

TEST_CASE("a name in quotes is a name, whatever it spells", "[model][types]") {
    const auto c = check_in(
        "步骤 甲步 {\n记载 { 日期 文本 }\n要求 一: 本次.日期 早于 2024-01-01\n要求 二: 有 甲步（当 「日期」 是 "
        "\"甲\"）\n}");
    CHECK(errors(c).empty());
}

TEST_CASE("what a 包括 names becomes one shared set of at most 64", "[model][types]") {
    std::string sixty_four;
    for (int i = 0; i < 64; ++i) sixty_four += " 项" + std::to_string(i) + "甲";
    const auto full = check_in("步骤 甲步 { 公示 内容 必须 包括 {" + sixty_four + " }；要求 甲: 本次.内容 包括 项3甲 }");
    CHECK(errors(full).empty());
    CHECK(full.one().content_names.size() == 64);
    CHECK(errors(check_in("步骤 甲步 { 公示 内容 必须 包括 {" + sixty_four + " }；要求 甲: 本次.内容 包括 新项 }")) == "M010");
    CHECK(errors(check_in("步骤 甲步 { 由 党支部 }\n认定 必要 { 由 党支部；结论 清单 {" + sixty_four + " } } 依据 t.1")).empty());
    CHECK(errors(check_in("步骤 甲步 { 由 党支部 }\n认定 必要 { 由 党支部；结论 清单 {" + sixty_four + " 又一 } } 依据 t.1")) == "M010");
}

TEST_CASE("every expression's parts stand before it", "[model][types]") {
    const auto c = in_step("(金额 1元以上 或 非 涉密) 且 有 走访（当 花费 + 1元 超过 2元）");
    REQUIRE(errors(c).empty());
    const auto& all = c.one().expressions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].left) CHECK(all[i].left.index() < i);
        if (all[i].right) CHECK(all[i].right.index() < i);
        for (const auto part : all[i].parts) CHECK(part.index() < i);
    }
}
