// Each shape of a condition and of a demand, from the rule's own words to the sentence that a legal officer reads.
#include "report/expression_text.hpp"
#include "report/rule_words.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using report::Language;

namespace {

constexpr auto vocabulary =
    "参数 限额 金额\n参数 名额 整数\n"
    "事件 意见 { 记载 { 号 整数；合理 是否；采纳 是否；提出人 人员 } }\n"
    "事件 答复 { 记载 { 所答 整数；内容 文本；受复人 人员 } }\n"
    "步骤 提议 { 由 党支部 }\n"
    "步骤 公告 { 须经 提议；由 村委会；公示 不少于 3日；记载 { 媒体 文本；渠道 清单 { 网站 报纸 公开栏 } } }\n";

model::Procedure checked(const std::string& statements) {
    const auto made = checking::check_in(vocabulary + statements);
    INFO(statements);
    REQUIRE(checking::errors(made) == "");
    return made.one();
}

std::string told(const model::Procedure& procedure, const std::string& id, Language language) {
    const auto* const requirement = checking::requirement(procedure, id);
    REQUIRE(requirement != nullptr);
    return report::requirement_text(report::Words(language), procedure, *requirement);
}

/// The procedure's own requirement.
std::string own(const std::string& demand, Language language = Language::zh) {
    return told(checked("要求 甲: " + demand), "甲", language);
}

/// The same in a step that holds a meeting.
std::string in_meeting(const std::string& demand, Language language = Language::zh) {
    return told(checked("步骤 决议 { 须经 公告；会议 大会 { 赞成 到会 过半数 }\n要求 甲: " + demand + "\n}"), "决议.甲", language);
}

std::string condition(const std::string& text, Language language = Language::zh) {
    const auto procedure = checked("要求 甲: 有 意见\n    当 " + text);
    const auto* const requirement = checking::requirement(procedure, "甲");
    REQUIRE(requirement->condition);
    return report::expression_text(report::Words(language), procedure, requirement->condition->expr);
}

std::string listed(const std::string& text, Language language = Language::zh) {
    const auto procedure = checked("要求 甲: 有 意见\n    当 " + text);
    const auto* const requirement = checking::requirement(procedure, "甲");
    return report::conditional_sentence(report::Words(language), procedure, requirement->condition->expr, "rule.condition");
}

}  // namespace

TEST_CASE("a record that may, must or must not be there", "[report][wording]") {
    CHECK(own("可以 有 意见") == "可以有“意见”");
    CHECK(own("可以 有 意见", Language::en) == "there may be a record of “意见”");
    CHECK(own("有 意见") == "须有“意见”");
    CHECK(own("不得 有 意见") == "不得有“意见”");
    CHECK(own("非 有 意见") == "不得有“意见”");
    CHECK(own("原则上 有 意见") == "原则上应当有“意见”");
    CHECK(in_meeting("有 意见") == "此前须有“意见”");
    CHECK(in_meeting("可以 有 意见") == "可以有“意见”");
    CHECK(in_meeting("有 意见", Language::en) == "there must be an earlier record of “意见”");
    CHECK(own("有 意见 或 有 答复") == "“意见”、“答复”中至少须有一种");
    CHECK(own("有 意见 (当 合理) 或 有 答复") == "“意见”（其“合理”为“是”）、“答复”中至少须有一种");
}

TEST_CASE("a permission is a sentence", "[report][wording]") {
    CHECK(in_meeting("可以 本次.日期 是 提议.日期") == "本次会议的日期可以与“提议”的日期为同一日");
    CHECK(in_meeting("可以 本次.日期 是 提议.日期", Language::en) == "the date of this meeting may be the same day as the date of “提议”");
    CHECK(own("可以 金额 不少于 限额") == "“金额”可以不低于参数“限额”");
}

TEST_CASE("what each record must be", "[report][wording]") {
    CHECK(own("每个 意见 (合理 且 采纳)") == "每一条“意见”，其“合理”、其“采纳”都须为“是”");
    CHECK(own("每个 意见 (非 合理 或 采纳)") == "每一条“意见”，其“合理”为“是”的，其“采纳”须为“是”");
    CHECK(own("每个 意见 (非 合理 或 采纳)", Language::en) ==
          "for every record of “意见”, where its “合理” is “yes”, its “采纳” must be “yes”");
    CHECK(own("每个 意见 (合理 或 采纳)") == "每一条“意见”，其“合理”、其“采纳”中至少须有一项为“是”");
    CHECK(own("每个 意见 (有 答复 (当 所答 是 号))") == "每一条“意见”，都须有“答复”（其“所答”与该“意见”的“号”相同）");
    CHECK(in_meeting("每个 意见 (合理 且 采纳 且 有 答复 (当 受复人 是 提出人))") ==
          "此前的每一条“意见”，都须符合下列各项：（一）其“合理”为“是”；（二）其“采纳”为“是”；"
          "（三）已有“答复”（其“受复人”与该“意见”的“提出人”相同）");
    CHECK(own("每个 提议 (日期 不早于 签约日)") == "每一次“提议”，其日期不得早于“签约日”");
}

TEST_CASE("numbers of records are counted in words", "[report][wording]") {
    CHECK(own("个数 意见 不超过 名额") == "“意见”的条数不得超过参数“名额”");
    CHECK(in_meeting("个数 意见 不少于 3") == "此前“意见”的条数不得少于3");
    CHECK(own("个数 提议 是 1") == "“提议”的次数须为1");
}

TEST_CASE("the words of a comparison fit what is compared", "[report][wording]") {
    CHECK(condition("金额 不少于 限额") == "“金额”不低于参数“限额”");
    CHECK(condition("金额 不满 1万元") == "“金额”低于10000.00元");
    CHECK(condition("人数 不少于 3") == "“人数”不少于3");
    CHECK(condition("人数 不满 3") == "“人数”少于3");
    CHECK(condition("人数 超过 3") == "“人数”超过3");
    CHECK(condition("签约日 早于 2024-01-01") == "“签约日”早于2024-01-01");
    CHECK(condition("人数 不少于 3", Language::en) == "“人数” is at least 3");
    CHECK(own("金额 不少于 限额") == "“金额”不得低于参数“限额”");
    CHECK(own("金额 不少于 限额", Language::en) == "“金额” must be at least the parameter “限额”");
    CHECK(own("金额 超过 限额") == "“金额”须超过参数“限额”");
    CHECK(own("不得 金额 超过 限额") == "“金额”不得超过参数“限额”");
    CHECK(own("不得 金额 不少于 限额") == "“金额”须低于参数“限额”");
    CHECK(own("不得 金额 不少于 限额", Language::en) == "“金额” must be less than the parameter “限额”");
    CHECK(own("原则上 人数 不少于 3") == "“人数”原则上不得少于3");
    CHECK(own("类别 不是 甲") == "“类别”不得是“甲”");
}

TEST_CASE("what must be on record", "[report][wording]") {
    CHECK(in_meeting("本次.记录 已记载") == "本次会议须有书面记录");
    CHECK(in_meeting("本次.记录 已记载", Language::en) == "this meeting must have written minutes");
    CHECK(in_meeting("公告.媒体 已记载") == "“公告”的“媒体”须有记载");
    const auto notice = checked("步骤 再公告 { 须经 公告；由 村委会；记载 { 媒体 文本 }\n要求 甲: 本次.媒体 已记载\n}");
    CHECK(told(notice, "再公告.甲", Language::zh) == "本次办理须记载“媒体”");
    CHECK(told(notice, "再公告.甲", Language::en) == "this act must record its “媒体”");
    CHECK(condition("非 金额 已记载") == "“金额”没有记载");
}

TEST_CASE("one of many is said once", "[report][wording]") {
    CHECK(condition("去向 包括 东 或 去向 包括 西") == "“去向”包括“东”、“西”中的至少一种");
    CHECK(condition("去向 包括 东 且 去向 包括 西") == "“去向”包括“东”、“西”");
    CHECK(own("去向 包括 东 或 去向 包括 西") == "“去向”须包括“东”、“西”中的至少一种");
    CHECK(condition("去向 包括 东 或 去向 包括 西", Language::en) == "“去向” includes at least one of “东”, “西”");
    CHECK(condition("有 意见 或 有 答复") == "已有“意见”、“答复”中的至少一种");
    CHECK(condition("非 (有 意见 或 有 答复)") == "没有“意见”、“答复”中的任何一种");
}

TEST_CASE("a negation is carried to where it belongs", "[report][wording]") {
    CHECK(condition("非 涉密") == "“涉密”为“否”");
    CHECK(condition("类别 不属于 { 甲 乙 }") == "“类别”不属于“甲”、“乙”中的任何一种");
    CHECK(condition("非 (类别 是 甲 且 金额 超过 限额)") == "“类别”不是“甲”，或者“金额”不超过参数“限额”");
    CHECK(condition("非 (类别 是 甲 或 金额 超过 限额)") == "“类别”不是“甲”，且“金额”不超过参数“限额”");
    CHECK(condition("非 (金额 不少于 限额)", Language::en) == "“金额” is less than the parameter “限额”");
    CHECK(condition("非 提议 已办") == "“提议”尚未有效办理（表决未通过的不算办理）");
    CHECK(condition("非 每个 意见 (合理)") == "并非每一条“意见”都符合（其“合理”为“是”）");
}

TEST_CASE("and within or is never lost", "[report][wording]") {
    CHECK(condition("涉密 且 (类别 是 甲 或 金额 超过 限额)") == "“涉密”为“是”，且（“类别”是“甲”，或者“金额”超过参数“限额”）");
    CHECK(condition("涉密 或 (类别 是 甲 且 金额 超过 限额)") == "“涉密”为“是”，或者（“类别”是“甲”，且“金额”超过参数“限额”）");
    CHECK(own("涉密 且 (类别 是 甲 或 金额 超过 限额)") == "“涉密”须为“是”，且（须有下列情形：“类别”是“甲”，或者“金额”超过参数“限额”）");
    CHECK(own("非 涉密 或 (类别 是 甲 或 金额 超过 限额)") ==
          "“涉密”为“是”的，须有下列情形之一：（一）“类别”是“甲”；（二）“金额”超过参数“限额”");
    CHECK(own("不得 (涉密 且 类别 是 甲)") == "不得同时有下列各种情形：（一）“涉密”为“是”；（二）“类别”是“甲”");
    CHECK(own("不得 (涉密 或 类别 是 甲)") == "不得有下列任何一种情形：（一）“涉密”为“是”；（二）“类别”是“甲”");
}

TEST_CASE("a long chain is a list, a short one a sentence", "[report][wording]") {
    CHECK(listed("涉密 或 类别 是 甲") == "本项只在下列条件具备时适用：“涉密”为“是”，或者“类别”是“甲”");
    CHECK(listed("类别 不属于 { 甲 乙 } 或 (类别 是 甲 且 金额 不少于 限额) 或 涉密") ==
          "本项只在有下列情形之一时适用：（一）“类别”不属于“甲”、“乙”中的任何一种；"
          "（二）“类别”是“甲”，且“金额”不低于参数“限额”；（三）“涉密”为“是”");
    CHECK(listed("类别 不属于 { 甲 乙 } 或 (类别 是 甲 且 金额 不少于 限额) 或 涉密", Language::en) ==
          "applies only in these cases: (a) “类别” is none of “甲”, “乙”; (b) “类别” is “甲”, and “金额” is at least the parameter “限额”; "
          "(c) “涉密” is “yes”");
    CHECK(listed("涉密 且 (类别 是 甲 或 金额 超过 限额)") ==
          "本项只在下列条件都具备时适用：（一）“涉密”为“是”；（二）“类别”是“甲”，或者“金额”超过参数“限额”");
    CHECK(own("(非 有 意见 或 有 答复 (当 所答 是 1)) 且 (非 有 提议 或 有 答复 (当 所答 是 2)) 且 有 答复") ==
          "须符合下列各项：（一）已有“意见”的，须有“答复”（其“所答”为1）；（二）已有“提议”的，须有“答复”（其“所答”为2）；（三）已有“答复”");
}

TEST_CASE("a posting is named by its step, its length is a bound", "[report][wording]") {
    const auto procedure = checked("步骤 结果公布 { 须经 公告；由 村委会；公示 原则上 不少于 15日\n公示 内容 必须 包括 { 结果 } }");
    CHECK(told(procedure, "公告.公示.期限", Language::zh) == "“公告”的期限不得少于3日");
    CHECK(told(procedure, "结果公布.公示.期限", Language::zh) == "“结果公布”的期限原则上不得少于15日");
    CHECK(told(procedure, "结果公布.公示.期限", Language::en) == "the posting of “结果公布”: its length should be at least 15 days");
    CHECK(told(procedure, "结果公布.公示.内容", Language::zh) == "“结果公布”的内容须包括：结果");
}
