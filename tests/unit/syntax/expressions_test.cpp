#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using syntax::ExprKind;

namespace {

std::string spell(const syntax::File& f, syntax::ExprIndex i);

std::string list(const std::vector<syntax::Name>& names) {
    std::string out;
    for (const auto& n : names) out += " " + n.text;
    return out;
}

std::string op(base::Comparison c) {
    switch (c) {
        case base::Comparison::less: return "<";
        case base::Comparison::less_equal: return "<=";
        case base::Comparison::equal: return "=";
        case base::Comparison::not_equal: return "!=";
        case base::Comparison::greater_equal: return ">=";
        case base::Comparison::greater: return ">";
    }
    return "?";
}

std::string pair(const syntax::File& f, const std::string& word, const syntax::Expr& e) {
    return "(" + word + " " + spell(f, e.left) + " " + spell(f, e.right) + ")";
}

std::string spell(const syntax::File& f, syntax::ExprIndex i) {
    if (i == syntax::no_expr) return "-";
    const auto& e = f.expressions.at(i);
    switch (e.kind) {
        case ExprKind::name: return e.name.text;
        case ExprKind::attribute: return (e.current ? "this" : e.name.text) + "." + e.member.text;
        case ExprKind::quantity: return std::to_string(e.quantity.bounds.at(0).value);
        case ExprKind::text: return "\"" + e.text.text + "\"";
        case ExprKind::negate: return "(not " + spell(f, e.left) + ")";
        case ExprKind::all:
        case ExprKind::any: {
            std::string out = e.kind == ExprKind::all ? "(and" : "(or";
            for (const auto p : e.parts) out += " " + spell(f, p);
            return out + ")";
        }
        case ExprKind::compare: return pair(f, op(e.op), e);
        case ExprKind::between: return "(between " + spell(f, e.left) + " " + spell(f, e.right) + " " + spell(f, e.parts.at(0)) + ")";
        case ExprKind::bounded: {
            std::string out = "(" + spell(f, e.left);
            for (const auto& b : e.quantity.bounds) out += " " + (b.op ? op(*b.op) : std::string("~")) + std::to_string(b.value);
            return out + ")";
        }
        case ExprKind::member: return "(" + std::string(e.negated ? "not-in " : "in ") + spell(f, e.left) + list(e.names) + ")";
        case ExprKind::contains: return "(has " + spell(f, e.left) + list(e.names) + ")";
        case ExprKind::recorded: return "(recorded " + spell(f, e.left) + ")";
        case ExprKind::done: return "(done " + e.name.text + ")";
        case ExprKind::exists: return "(some " + e.name.text + " " + spell(f, e.left) + ")";
        case ExprKind::every: return "(every " + e.name.text + " " + spell(f, e.left) + ")";
        case ExprKind::count: return "(count " + e.name.text + " " + spell(f, e.left) + ")";
        case ExprKind::add: return pair(f, "+", e);
        case ExprKind::subtract: return pair(f, "-", e);
        case ExprKind::multiply: return pair(f, "*", e);
        case ExprKind::days_between: return pair(f, "days", e);
        case ExprKind::working_days_between: return pair(f, "working-days", e);
    }
    return "?";
}

std::string read(const std::string& condition) {
    const auto r = parsing::parse_step_item("要求 " + condition);
    if (!r.file) return r.codes();
    for (std::size_t i = 0; i < r.file->expressions.size(); ++i) {
        const auto& e = r.file->expressions[i];
        for (const auto child : {e.left, e.right}) CHECK((child == syntax::no_expr || child < i));
        for (const auto part : e.parts) CHECK(part < i);
    }
    return spell(*r.file, parsing::only(r).expr);
}

}  // namespace

TEST_CASE("conditions join with 且 or 或, and brackets group") {
    CHECK(read("甲") == "甲");
    CHECK(read("甲 且 乙 且 丙") == "(and 甲 乙 丙)");
    CHECK(read("甲 或 乙") == "(or 甲 乙)");
    CHECK(read("甲 或 (乙 且 丙)") == "(or 甲 (and 乙 丙))");
    CHECK(read("非 甲 且 非 非 乙") == "(and (not 甲) (not (not 乙)))");
    CHECK(read("非 (甲 或 乙)") == "(not (or 甲 乙))");
    CHECK(read("甲 且 乙 或 丙") == "P043");
}

TEST_CASE("operands compare with quantities, names, texts and sets") {
    CHECK(read("金额 20万元以上") == "(金额 >=20000000)");
    CHECK(read("金额 1万元以上不满20万元") == "(金额 >=1000000 <20000000)");
    CHECK(read("类别 是 资产") == "(= 类别 资产)");
    CHECK(read("类别 不是 资产") == "(!= 类别 资产)");
    CHECK(read("类别 属于 { 甲 乙 }") == "(in 类别 甲 乙)");
    CHECK(read("类别 不属于 { 甲、乙 }") == "(not-in 类别 甲 乙)");
    CHECK(read("地点 是 \"村委会\"") == "(= 地点 \"村委会\")");
    CHECK(read("本次.内容 包括 理由") == "(has this.内容 理由)");
    CHECK(read("本次.内容 包括 { 理由 依据 }") == "(has this.内容 理由 依据)");
    CHECK(read("金额 不超过 上限") == "(<= 金额 上限)");
    CHECK(read("人数 是 3") == "(= 人数 3)");
}

TEST_CASE("dates come before and after, and days between them are counted") {
    CHECK(read("本次.日期 早于 2024-03-01") == "(< this.日期 19783)");
    CHECK(read("本次.日期 不晚于 受理.日期 + 7日") == "(<= this.日期 (+ 受理.日期 7))");
    CHECK(read("受理.日期 至 答复.日期 工作日数 不超过 7") == "((working-days 受理.日期 答复.日期) <=7)");
    CHECK(read("(受理.日期 至 答复.日期 日数) 不超过 7") == "((days 受理.日期 答复.日期) <=7)");
    CHECK(read("受理.日期 至 答复.日期") == "P029");
}

TEST_CASE("a date may lie between two others, each a sum") {
    CHECK(read("本次.日期 不迟于 2024-03-01") == "(<= this.日期 19783)");
    CHECK(read("本次.日期 在 2024-03-01 至 受理.日期 + 7日 之间") == "(between this.日期 19783 (+ 受理.日期 7))");
    CHECK(read("this.date is_within 2024-03-01 to 受理.date + 7 days inclusive") == "(between this.date 19783 (+ 受理.date 7))");
    CHECK(read("人数 + 1 在 乙 * 2 至 9 之间 且 丙") == "(and (between (+ 人数 1) (* 乙 2) 9) 丙)");
    CHECK(read("人数 在 (受理.日期 至 答复.日期 日数) 至 9 之间") == "(between 人数 (days 受理.日期 答复.日期) 9)");
    CHECK(read("人数 在 3 之间") == "P029");
    CHECK(read("人数 在 3 至 5") == "P029");
    CHECK(read("人数 在") == "P050");
    CHECK(read("人数 在 3 至") == "P050");
}

TEST_CASE("arithmetic binds times before plus, and brackets change it") {
    CHECK(read("甲 + 乙 * 2 不少于 3") == "((+ 甲 (* 乙 2)) >=3)");
    CHECK(read("(甲 + 乙) * 2 不少于 3") == "((* (+ 甲 乙) 2) >=3)");
    CHECK(read("甲 - 乙 - 丙 超过 0") == "((- (- 甲 乙) 丙) >0)");
    CHECK(read("甲 不少于 3 + 乙") == "(>= 甲 (+ 3 乙))");
}

TEST_CASE("quantifiers read their acts") {
    CHECK(read("有 意见") == "(some 意见 -)");
    CHECK(read("有 意见 (当 提出人 是 甲)") == "(some 意见 (= 提出人 甲))");
    CHECK(read("每个 意见 (有 答复 (当 日期 不早于 2024-03-01))") == "(every 意见 (some 答复 (>= 日期 19783)))");
    CHECK(read("个数 意见 不少于 3") == "((count 意见 -) >=3)");
    CHECK(read("个数 意见 (当 采纳) 不少于 3") == "((count 意见 采纳) >=3)");
    CHECK(read("审议 已办 且 本次.理由 已记载") == "(and (done 审议) (recorded this.理由))");
    CHECK(read("每个 意见") == "P067");
    CHECK(read("有 意见 (采纳)") == "P029");
}

TEST_CASE("in a condition the keyword wins and 「」 makes a name of it") {
    CHECK(read("「有」 是 甲") == "(= 有 甲)");
    CHECK(read("「本次」.日期 早于 2024-03-01") == "(< 本次.日期 19783)");
    CHECK(read("`一致` 是 甲") == "(= 一致 甲)");
}

TEST_CASE("a condition that lacks a part is refused where the part is missing") {
    for (const auto* text : {"甲 且", "甲 或", "非", "甲 是", "且 甲", "甲 +", "甲 当", "()"}) {
        INFO(text);
        CHECK(read(text) == "P050");
    }
    CHECK(read("金额 不少于") == "P055");
    CHECK(read("金额 是 20万元以上") == "P065");
    CHECK(read("甲.乙 已办") == "P066");
}
