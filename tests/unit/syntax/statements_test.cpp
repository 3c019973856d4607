// Each statement of section 2 of the language page and the members of the tree that it fills.
#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using base::Comparison;
using syntax::Keyword;
using syntax::Prerequisite;
using syntax::QuantityUnit;

namespace {

std::string texts(const std::vector<syntax::Name>& names) {
    std::string out;
    for (const auto& n : names) out += (out.empty() ? "" : " ") + n.text;
    return out;
}

}  // namespace

TEST_CASE("headers hold texts, dates and names") {
    const auto r =
        parsing::parse_item("全称 \"全称\"\n版本 “2”\n施行 2024-03-01\n废止 2025-03-01\n级别 县\n来源 甲、《乙》 「丙 丁」\n计期 净日");
    INFO(r.shown());
    REQUIRE(r.file);
    const auto& block = r.file->procedures[0].block;
    REQUIRE(block.size() == 7);
    CHECK(block[0].text->text == "全称");
    CHECK(block[1].text->text == "2");
    CHECK(block[2].date->value == base::to_day({2024, 3, 1}).number);
    CHECK(block[3].head == Keyword::repealed);
    CHECK(block[4].name->text == "县");
    CHECK(texts(block[5].names) == "甲 乙 丙 丁");
    CHECK(block[6].name->text == "净日");
}

TEST_CASE("the matter holds fields with types and citations") {
    const auto r = parsing::parse_item("事项 {\n类别 选项 { 甲 乙 } 依据 x.1\n名单 清单\n品种 清单 { 丙 丁 }\n金额 金额\n}");
    INFO(r.shown());
    const auto& s = parsing::only(r);
    REQUIRE(s.fields.size() == 4);
    CHECK(texts(s.fields[0].type.names) == "甲 乙");
    CHECK(texts(s.fields[0].modifiers.grounds.citations) == "x.1");
    CHECK_FALSE(s.fields[1].type.has_names);
    CHECK(s.fields[2].type.has_names);
    CHECK(s.fields[3].type.word == Keyword::type_money);
}

TEST_CASE("parameters, findings and events") {
    const auto r = parsing::parse_item(
        "参数 上限 金额 依据 x.1\n认定 合法 { 由 司法所、县局；结论 是否；未作 视为 否 } 依据 x.2\n事件 答复 { 由 "
        "县局；记载 { 编号 文本 } }\n事件 移送");
    INFO(r.shown());
    REQUIRE(r.file);
    const auto& block = r.file->procedures[0].block;
    REQUIRE(block.size() == 4);
    CHECK(block[0].type->word == Keyword::type_money);
    CHECK(block[1].type->word == Keyword::type_boolean);
    CHECK(block[1].when_none->text == "否");
    CHECK(texts(block[1].block.at(0).names) == "司法所 县局");
    CHECK(texts(block[1].modifiers.grounds.citations) == "x.2");
    CHECK(block[2].block.at(1).fields.at(0).name.text == "编号");
    CHECK(block[3].block.empty());
}

TEST_CASE("a step has a condition, may be optional, and requires others in a tree") {
    const auto r = parsing::parse_item("可以 步骤 丁 当 金额 20万元以上 依据 x.1 {\n须经 甲 且 (乙 不论结果 或 丙) 依据 x.2\n}");
    INFO(r.shown());
    REQUIRE(r.file);
    const auto& s = r.file->procedures[0].block.at(0);
    CHECK(s.head == Keyword::step);
    CHECK(s.modality == Keyword::may);
    REQUIRE(s.condition);
    CHECK(texts(s.condition->grounds.citations) == "x.1");
    const auto& p = *s.block.at(0).prerequisite;
    CHECK(p.kind == Prerequisite::Kind::all);
    CHECK(p.parts.at(0).step.text == "甲");
    CHECK(p.parts.at(1).kind == Prerequisite::Kind::any);
    CHECK(p.parts.at(1).parts.at(0).whatever_outcome);
    CHECK_FALSE(p.parts.at(1).parts.at(1).whatever_outcome);
}

TEST_CASE("notices have a length or contents, a label and a modality") {
    const auto length = parsing::parse_step_item("公示 公告：原则上 不少于 20个工作日");
    const auto& s = parsing::only(length);
    CHECK(s.label->text == "公告");
    CHECK(s.modality == Keyword::should);
    CHECK(s.quantity->bounds.at(0).unit == QuantityUnit::working_day);
    CHECK_FALSE(s.aspect);
    const auto contents = parsing::parse_step_item("公示 内容 必须 包括 { 主要内容 理由、依据 }");
    CHECK(parsing::only(contents).aspect == Keyword::contents);
    CHECK(texts(parsing::only(contents).names) == "主要内容 理由 依据");
    const auto parameter = parsing::parse_step_item("公示 不少于 公示天数");
    CHECK(parsing::only(parameter).parameter->text == "公示天数");
    CHECK(*parsing::only(parameter).parameter_op == Comparison::greater_equal);
}

TEST_CASE("a notice may name its medium and add up its days") {
    const auto medium = parsing::parse_step_item("公示 网上：媒介 网站 累计 原则上 不少于 20个工作日");
    const auto& s = parsing::only(medium);
    CHECK(s.label->text == "网上");
    CHECK(s.medium->text == "网站");
    CHECK(s.in_total);
    CHECK(s.modality == Keyword::should);
    CHECK(s.quantity->bounds.at(0).value == 20);
    const auto plain = parsing::parse_step_item("公示 媒介 「不少于」 不少于 1年");
    CHECK(parsing::only(plain).medium->text == "不少于");
    CHECK_FALSE(parsing::only(plain).in_total);
    const auto label = parsing::parse_step_item("公示 媒介：不少于 1年");
    CHECK(parsing::only(label).label->text == "媒介");
    CHECK_FALSE(parsing::only(label).medium);
    const auto codes = [](const std::string& item) { return parsing::parse_step_item(item).codes(); };
    CHECK(codes("公示 媒介 不少于 1年") == "P030");
    CHECK(codes("公示 媒介 累计 不少于 1年") == "P030");
    CHECK(codes("公示 媒介") == "P030");
    CHECK(codes("公示 媒介 \"网站\" 不少于 1年") == "P062");
    CHECK(codes("公示 媒介 网站") == "P075");
    CHECK(codes("公示 累计") == "P075");
}

TEST_CASE("不得 少于 written apart is the comparison 不得少于") {
    const auto apart = parsing::parse_step_item("公示 不得 少于 15日");
    CHECK_FALSE(parsing::only(apart).modality);
    CHECK(*parsing::only(apart).quantity->bounds.at(0).op == Comparison::greater_equal);
    const auto most = parsing::parse_step_item("公示 不得 超过 15日");
    CHECK(*parsing::only(most).quantity->bounds.at(0).op == Comparison::less_equal);
}

TEST_CASE("materials, time limits and minutes") {
    const auto materials = parsing::parse_step_item("材料 提前 1个工作日 送达 否则 可补正");
    CHECK(parsing::only(materials).quantity->bounds.at(0).value == 1);
    CHECK(parsing::only(materials).modifiers.consequences.at(0).word == Keyword::curable);
    for (const auto* text : {"时限 自 受理 起 7个工作日 内", "时限 自 受理 起 7个工作日", "时限 自 受理 起 不超过 7个工作日",
                             "时限 自 受理 起 7个工作日以内"}) {
        const auto r = parsing::parse_step_item(text);
        INFO(text << r.shown());
        CHECK(parsing::only(r).starts.at(0).name.text == "受理");
        CHECK(parsing::only(r).quantity->bounds.at(0).value == 7);
    }
    const auto minutes = parsing::parse_step_item("记录 必须 包括 { 发言人 意见 }");
    CHECK(texts(parsing::only(minutes).names) == "发言人 意见");
}

TEST_CASE("meetings hold thresholds over named wholes, or plain numbers") {
    const auto share = parsing::parse_meeting_item("到会 法定人数：应到 三分之二以上");
    CHECK(parsing::only(share).label->text == "法定人数");
    CHECK(parsing::only(share).denominator == Keyword::entitled);
    const auto number = parsing::parse_meeting_item("到会 不少于 3人");
    CHECK_FALSE(parsing::only(number).denominator);
    CHECK(parsing::only(number).quantity->bounds.at(0).value == 3);
    const auto parameter = parsing::parse_meeting_item("赞成 到会 超过 比例数");
    CHECK(parsing::only(parameter).parameter->text == "比例数");
    CHECK(*parsing::only(parameter).parameter_op == Comparison::greater);
    const auto forms = parsing::parse_meeting_item("表决方式 无记名、票决");
    CHECK(texts(parsing::only(forms).names) == "无记名 票决");
    const auto proxies = parsing::parse_meeting_item("委托表决 可以，每人 至多 1票");
    CHECK(parsing::only(proxies).modality == Keyword::may);
    CHECK(parsing::only(proxies).quantity->bounds.at(0).value == 1);
    const auto remote = parsing::parse_meeting_item("远程表决 不得");
    CHECK(parsing::only(remote).modality == Keyword::must_not);
}

TEST_CASE("a lost vote returns, ends or suspends") {
    CHECK(parsing::only(parsing::parse_step_item("未通过 则 退回 商议")).name->text == "商议");
    const auto end = parsing::parse_step_item("未通过 则 终止 依据 x.1");
    CHECK(parsing::only(end).aspect == Keyword::end);
    CHECK(parsing::only(end).modifiers.grounds.citations.size() == 1);
    const auto suspend = parsing::parse_step_item("未通过 则 暂缓");
    CHECK(parsing::only(suspend).aspect == Keyword::suspend);
}

TEST_CASE("citations and interpretations belong to the nearest part on their left") {
    const auto r = parsing::parse_step_item(
        "公示 不少于 15日 依据 a.1 a.2\n  当 涉密 依据 b.1 释义 \"乙\"\n  除外 突发 依据 c.1\n  除外 紧急\n  否则 追责 "
        "镇长 依据 d.1，否则 限期改正 5日，计期 净日 自 2024-01-01 施行");
    INFO(r.shown());
    const auto& m = parsing::only(r).modifiers;
    CHECK(texts(m.grounds.citations) == "a.1 a.2");
    CHECK(texts(m.conditions.at(0).grounds.citations) == "b.1");
    CHECK(m.conditions.at(0).grounds.interpretations.at(0).text == "乙");
    CHECK(texts(m.exceptions.at(0).grounds.citations) == "c.1");
    CHECK(m.exceptions.at(1).grounds.citations.empty());
    CHECK(m.consequences.at(0).target->text == "镇长");
    CHECK(texts(m.consequences.at(0).grounds.citations) == "d.1");
    CHECK(m.consequences.at(1).period->bounds.at(0).value == 5);
    CHECK(m.profile->text == "净日");
    CHECK(m.in_force_from->value == base::to_day({2024, 1, 1}).number);
}

TEST_CASE("applies carries the grounds of its condition") {
    const auto r = parsing::parse_item("适用 当 类别 不是 日常 依据 x.1");
    const auto& s = parsing::only(r);
    CHECK(s.expr == s.condition->expr);
    CHECK(texts(s.condition->grounds.citations) == "x.1");
    CHECK(texts(s.modifiers.grounds.citations) == "x.1");
}

TEST_CASE("situations are read in their order, with the rest and what is not regulated") {
    const auto r = parsing::parse_step_item("要求 分工：分情形 {\n小额 => 甲 已办\n大额 => 未规定\n其余 ⇒ 乙 已办\n} 依据 x.1");
    INFO(r.shown());
    const auto& s = parsing::only(r);
    REQUIRE(s.situations.size() == 3);
    CHECK(s.situations[0].condition != syntax::no_expr);
    CHECK(s.situations[1].demand == syntax::no_expr);
    CHECK(s.situations[2].condition == syntax::no_expr);
    CHECK(texts(s.modifiers.grounds.citations) == "x.1");
}

TEST_CASE("an assertion names where one arrives and what one must pass") {
    const auto r = parsing::parse_item("断言 到达 公开 必经 审议");
    CHECK(parsing::only(r).name->text == "公开");
    CHECK(parsing::only(r).second_name->text == "审议");
}

TEST_CASE("both spellings, also mixed, make the same statements") {
    const auto zh = parsing::parse_item("步骤 甲 { 须经 乙；公示 不少于 15日 除外 涉密 }");
    const auto en = parsing::parse("procedure 样例 {\nstep 甲 { after 乙; notice no_fewer_than 15 days except 涉密 }\n}\n");
    INFO(en.shown());
    REQUIRE(zh.file);
    REQUIRE(en.file);
    const auto& a = zh.file->procedures[0].block[0].block;
    const auto& b = en.file->procedures[0].block[0].block;
    REQUIRE(a.size() == b.size());
    CHECK(a[0].head == b[0].head);
    CHECK(a[1].quantity->bounds[0].op == b[1].quantity->bounds[0].op);
    CHECK(a[1].quantity->bounds[0].value == b[1].quantity->bounds[0].value);
    CHECK(a[1].modifiers.exceptions.size() == b[1].modifiers.exceptions.size());
}

TEST_CASE("several mistakes of one file are reported in one run") {
    const auto r = parsing::parse_item(
        "步骤 甲 {\n须径 乙\n公示 应当 不少于 15日\n会议 丙 {\n到会 应到 三分之二\n}\n}\n步聚 丁 {\n由党支部会\n公示 "
        "不少于 3月\n}");
    INFO(r.shown());
    CHECK_FALSE(r.file);
    CHECK(r.sink.error_count() >= 5);
}

TEST_CASE("a mistake in the head of a block does not hide the block") {
    const auto r = parsing::parse_item("步聚 甲 {\n须经 乙\n公示 不少于 3月\n}");
    CHECK(r.codes() == "P021 P035");
}

TEST_CASE("a name that only lacks its declaration is left to the check of names") {
    // 村民 is declared and 会议 is a keyword, but a body may well be called 村民会议.
    CHECK(parsing::parse_item("主体 村民\n步骤 甲 { 由 村民会议 }").codes().empty());
    CHECK(parsing::parse_item("主体 村民\n步骤 甲 { 要求 村民会议记录 已记载 }").codes().empty());
    CHECK(parsing::parse_item("主体 村民、镇长\n步骤 甲 { 由 村民镇长 }").codes() == "P024");
}

TEST_CASE("a run of words that splits in two ways is no split") {
    // 甲乙|丙 and 甲|乙丙 have as many parts.
    CHECK(parsing::parse_item("主体 甲、乙丙、甲乙、丙\n步骤 丁 { 由 甲乙丙 }").codes().empty());
    CHECK(parsing::parse_item("主体 甲、乙丙\n步骤 丁 { 由 甲乙丙 }").codes() == "P024");
}

TEST_CASE("a chain of signatures has its offices in order and what is asked of all of them") {
    const auto r = parsing::parse_step_item("签批 报销: 经手人 -> 审核人\n    -> 分管领导，互不相同，盖章 依据 x.1");
    const auto& s = parsing::only(r);
    CHECK(s.head == Keyword::sign_off);
    CHECK(s.label->text == "报销");
    CHECK(texts(s.names) == "经手人 审核人 分管领导");
    CHECK((s.all_different && s.sealed));
    const auto plain = parsing::parse_step_item("sign_off handler -> reviewer");
    CHECK_FALSE((parsing::only(plain).all_different || parsing::only(plain).sealed));
    CHECK(parsing::parse_step_item("签批 经手人、审核人").codes() == "P132");
}

TEST_CASE("tiers hold bands of the field in their head, and who decides") {
    const auto r = parsing::parse_item("分级 审批 按 金额 {\n不满 1万元 => 甲\n1万元以上 不满 20万元 => 甲、乙 依据 x.2\n其余 => 丙\n}");
    const auto& s = parsing::only(r);
    CHECK(s.name->text == "审批");
    CHECK(s.second_name->text == "金额");
    REQUIRE(s.situations.size() == 3);
    CHECK(r.file->expressions[s.situations[1].condition].kind == syntax::ExprKind::bounded);
    CHECK(texts(s.situations[1].names) == "甲 乙");
    CHECK(s.situations[1].grounds.citations.size() == 1);
    CHECK(s.situations[2].condition == syntax::no_expr);
}
