// Requirements: their ids, the effect where the text writes none, thresholds and lengths.
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;
using checking::check;
using checking::check_in;
using checking::errors;
using checking::requirement;
using model::Effect;
using model::Modality;
using model::Sanction;

namespace {

checking::Checked meeting(const std::string& items) {
    return check_in("参数 门槛 比例 依据 t.1\n参数 人头 整数 依据 t.1\n参数 期 期限 依据 t.1\n步骤 表决 { 会议 大会 { " + items + " } }");
}

checking::Checked step(const std::string& items) {
    return check_in("参数 期 期限 依据 t.1\n参数 人头 整数 依据 t.1\n步骤 提议 { 由 党支部 }\n步骤 办事 {\n须经 提议\n" + items + "\n}");
}

model::Requirement the(const checking::Checked& c, const std::string& id) {
    INFO(id);
    REQUIRE(errors(c).empty());
    const auto* r = requirement(c.one(), id);
    REQUIRE(r != nullptr);
    return *r;
}

}  // namespace

TEST_CASE("a notice's medium is known by its name; only days of one unit add up", "[model][requirements]") {
    const auto c = step(
        "公示 甲处: 媒介 公开栏 不少于 3个月\n公示 乙处: 媒介 网站 不少于 1年\n公示 甲处再: 媒介 公开栏 累计 不少于 20个工作日\n公示 "
        "不少于 7日");
    CHECK(the(c, "办事.甲处").medium == 0);
    CHECK(the(c, "办事.乙处").medium == 1);
    CHECK(the(c, "办事.甲处再").medium == 0);
    CHECK(the(c, "办事.甲处再").in_total);
    CHECK_FALSE(the(c, "办事.乙处").in_total);
    CHECK(the(c, "办事.公示.期限").medium == model::any_medium);
    CHECK(c.one().media == std::vector<std::string>{"公开栏", "网站"});
    CHECK(errors(step("公示 累计 不少于 7日")).empty());
    for (const char* length : {"3个月", "1年", "2周"}) CHECK(errors(step(std::string("公示 累计 不少于 ") + length)) == "M040");
    CHECK(errors(step("公示 累计 不少于 期")) == "M040");
}

TEST_CASE("what is said of a body binds each step in which it meets or which it alone takes", "[model][requirements]") {
    const auto c = check_in(
        "会议体 监委会 { 类别 党员、妇女；人数 3 至 5人；组成 党员 不少于 1人；组成 妇女 全体 三分之一以上；任期 3年 }\n"
        "步骤 查账 { 会议 监委会 { 到会 应到 过半数；赞成 到会 过半数 } }\n步骤 报告 { 由 监委会 }\n步骤 公开 { 由 监委会 党支部 }");
    for (const std::string step : {"查账", "报告"}) {
        CHECK(the(c, step + ".监委会.人数").threshold.op == base::Comparison::greater_equal);
        CHECK(the(c, step + ".监委会.人数").threshold.number == 3);
        CHECK(the(c, step + ".监委会.人数.至多").threshold.op == base::Comparison::less_equal);
        CHECK(the(c, step + ".监委会.人数.至多").threshold.number == 5);
        CHECK(the(c, step + ".监委会.组成.党员").threshold.member_class == 0);
        CHECK(the(c, step + ".监委会.组成.妇女").threshold.denominator == model::Denominator::whole);
        CHECK(the(c, step + ".监委会.任期").consequence.effect == Effect::curable);
    }
    CHECK(requirement(c.one(), "公开.监委会.人数") == nullptr);
    CHECK(requirement(check_in("会议体 甲会 { 人数 3人以上5人以下 }\n步骤 查账 { 由 甲会 }").one(), "查账.甲会.人数.至多") != nullptr);
}

TEST_CASE("a slip about a body is one error", "[model][requirements]") {
    const auto body = [](const std::string& items) {
        return errors(check_in("参数 期 期限 依据 t.1\n会议体 监委会 { " + items + " }\n步骤 查账 { 由 监委会 }"));
    };
    CHECK(body("类别 党员；任期 期；人数 至少 3").empty());
    CHECK(body("类别 党员；组成 党圆 不少于 1人") == "N036");
    CHECK(body("类别 党员；组成 党员 三分之一以上") == "M017");
    CHECK(body("类别 党员；组成 党员 到会 三分之一以上") == "M017");
    CHECK(body("任期 30个工作日") == "M047");
    CHECK(body("人数 5 至 3人") == "P049");
    CHECK(body("人数 5人") == "P039");
    CHECK(errors(check_in("会议体 甲会 乙会 { 人数 至少 3人 }\n步骤 查账 { 由 甲会 }\n步骤 再查 { 由 乙会 }")) == "M046");
}

TEST_CASE("each statement has the id and the default effect of section 4", "[model][requirements]") {
    const auto c = step(
        "由 村委会\n形式 书面\n公示 不少于 7日\n公示 内容 必须 包括 { 方案 }\n材料 提前 3日 送达\n时限 自 提议 起 5日 "
        "内\n"
        "记录 必须 包括 { 名单 }\n要求 涉密 且 金额 1元以上\n要求 另条: 非 涉密 且 金额 1元以上");
    for (const auto& [id, effect] : std::vector<std::pair<std::string, Effect>>{{"办事.顺序", Effect::void_},
                                                                                {"办事.承袭", Effect::none},
                                                                                {"办事.主体", Effect::void_},
                                                                                {"办事.形式", Effect::void_},
                                                                                {"办事.公示.期限", Effect::curable},
                                                                                {"办事.公示.内容", Effect::curable},
                                                                                {"办事.材料", Effect::curable},
                                                                                {"办事.时限", Effect::curable},
                                                                                {"办事.记录", Effect::curable},
                                                                                {"办事.要求", Effect::curable},
                                                                                {"办事.另条", Effect::curable},
                                                                                {"办事.办理", Effect::curable}}) {
        CHECK(the(c, id).consequence.effect == effect);
        CHECK_FALSE(the(c, id).consequence.written);
    }
    const auto m = meeting("到会 应到 过半数；赞成 到会 过半数；表决方式 举手；委托表决 不得；远程表决 不得");
    for (const auto& [id, effect] : std::vector<std::pair<std::string, Effect>>{{"表决.大会.到会", Effect::void_},
                                                                                {"表决.大会.赞成", Effect::none},
                                                                                {"表决.大会.表决方式", Effect::void_},
                                                                                {"表决.大会.委托表决", Effect::curable},
                                                                                {"表决.大会.远程表决", Effect::curable},
                                                                                {"表决.大会.票数", Effect::curable},
                                                                                {"表决.大会.名册", Effect::curable},
                                                                                {"表决.大会.宣告", Effect::void_}})
        CHECK(the(m, id).consequence.effect == effect);
}

TEST_CASE("ids are spelt in Chinese whatever the rule is written in", "[model][requirements]") {
    const auto c = check(
        "procedure p { bodies b; step s { meeting b { present entitled majority cite t.1; in_favour x: present "
        "majority cite t.1 } } }");
    REQUIRE(errors(c).empty());
    CHECK(checking::ids(c.one(), 0) == std::vector<std::string>{"s.顺序", "s.承袭", "s.主体", "s.形式", "s.b.到会", "s.b.x", "s.b.票数",
                                                                "s.b.名册", "s.b.宣告", "s.办理"});
}

TEST_CASE("two requirements on one path ask for a label, and a label mends it", "[model][requirements]") {
    const auto c = step("公示 不少于 7日\n公示 不少于 15日 当 涉密");
    CHECK(errors(c) == "M001");
    CHECK(c.argument("M001", "id") == "办事.公示.期限");
    CHECK(errors(step("公示 不少于 7日\n公示 涉密时: 不少于 15日 当 涉密")).empty());
    CHECK(errors(check_in("要求 有 甲步\n要求 非 涉密 且 有 甲步\n步骤 甲步 { 由 党支部 }")) == "M001");
}

TEST_CASE("written consequences: one effect and one sanction", "[model][requirements]") {
    const auto with = [](const std::string& consequence) { return step("公示 不少于 7日 " + consequence); };
    CHECK(the(with("否则 无效"), "办事.公示.期限").consequence.effect == Effect::void_);
    CHECK(the(with("否则 无效"), "办事.公示.期限").consequence.written);
    CHECK(the(with("否则 不得实施"), "办事.公示.期限").consequence.effect == Effect::void_);
    CHECK(the(with("否则 不予受理"), "办事.公示.期限").consequence.effect == Effect::not_accepted);
    const auto& corrected = the(with("否则 限期改正 10日"), "办事.公示.期限").consequence;
    CHECK(corrected.effect == Effect::curable);
    CHECK_FALSE(corrected.written);
    CHECK(corrected.sanction == Sanction::correction);
    CHECK(corrected.period == calendar::Period{10, calendar::Unit::days});
    const auto both = with("否则 无效 否则 追责 党支部 依据 t.4");
    CHECK(the(both, "办事.公示.期限").consequence.sanction == Sanction::accountability);
    CHECK(the(both, "办事.公示.期限").consequence.subject == "党支部");
    CHECK(the(both, "办事.公示.期限").consequence.ground.citations == std::vector<std::string>{"t.4"});
    CHECK(the(with("否则 退回 提议"), "办事.公示.期限").consequence.step.index() == 0);
    CHECK(the(with("否则 启动 复查"), "办事.公示.期限").consequence.subject == "复查");
    CHECK(the(with("否则 通报"), "办事.公示.期限").consequence.sanction == Sanction::notice_of_criticism);
    CHECK(errors(with("否则 无效 否则 可补正")) == "M023");
    CHECK(errors(with("否则 通报 否则 追责")) == "M023");
    CHECK(errors(with("否则 退回 没有")) == "N001");
}

TEST_CASE("what may be missed for a reason never strikes the act", "[model][requirements]") {
    CHECK(the(step("公示 原则上 不少于 7日"), "办事.公示.期限").modality == Modality::should);
    CHECK(the(step("公示 原则上 不少于 7日"), "办事.公示.期限").consequence.effect == Effect::curable);
    CHECK(errors(step("公示 原则上 不少于 7日 否则 可补正")).empty());
    CHECK(errors(step("公示 原则上 不少于 7日 否则 无效")) == "M020");
    CHECK(errors(step("公示 7日左右 否则 无效")) == "M020");
    CHECK(errors(step("要求 可以 非 涉密 且 有 提议 否则 可补正")) == "M002");
    const auto& soft = the(step("公示 7日左右"), "办事.公示.期限");
    CHECK(soft.soft);
    CHECK(soft.modality == Modality::should);
    CHECK(soft.length.op == base::Comparison::greater_equal);
}

TEST_CASE("a threshold is a share of a base, a number of persons, or a parameter", "[model][requirements]") {
    const auto& share = the(meeting("到会 应到 三分之二以上"), "表决.大会.到会").threshold;
    CHECK(share.denominator == model::Denominator::entitled);
    CHECK(share.op == base::Comparison::greater_equal);
    CHECK(share.share == base::Fraction{2, 3});
    CHECK(the(meeting("赞成 有效票 超过半数"), "表决.大会.赞成").threshold.op == base::Comparison::greater);
    CHECK(the(meeting("赞成 全体 一致"), "表决.大会.赞成").threshold.op == base::Comparison::equal);
    CHECK(the(meeting("到会 不少于 3人"), "表决.大会.到会").threshold.number == 3);
    CHECK(the(meeting("赞成 投票 超过 门槛"), "表决.大会.赞成").threshold.parameter.index() == 0);
    CHECK(the(meeting("到会 不少于 人头"), "表决.大会.到会").threshold.parameter.index() == 1);
    CHECK(errors(meeting("到会 不少于 门槛")) == "M017");
    CHECK(errors(meeting("到会 应到 不少于 人头")) == "M018");
    CHECK(errors(meeting("到会 应到 不少于 期")) == "M029");
    CHECK(errors(meeting("到会 应到 不少于 没有的")) == "N010");
    CHECK(errors(meeting("到会 应到 不超过 门槛")) == "M016");
}

TEST_CASE("all of them may be asked for, more than all may not", "[model][requirements]") {
    CHECK(errors(meeting("到会 应到 99%以上")).empty());
    CHECK(errors(meeting("到会 应到 100%以上")).empty());
    CHECK(errors(meeting("到会 应到 超过100%")) == "M006");
    CHECK(errors(meeting("到会 不少于 1人")).empty());
    CHECK(errors(meeting("到会 不少于 0人")) == "M009");
}

TEST_CASE("attendance is measured by the roll, not by those who came", "[model][requirements]") {
    for (const auto* base : {"应到", "全体", "登记"}) CHECK(errors(meeting(std::string("到会 ") + base + " 过半数")).empty());
    for (const auto* base : {"到会", "投票", "有效票"}) CHECK(errors(meeting(std::string("到会 ") + base + " 过半数")) == "M019");
    for (const auto* base : {"应到", "全体", "登记", "到会", "投票", "有效票"})
        CHECK(errors(meeting(std::string("赞成 ") + base + " 过半数")).empty());
}

TEST_CASE("half or more to approve is doubted unless the author says why", "[model][requirements]") {
    const auto warned = [](const std::string& items) { return meeting(items).codes().find("M007") != std::string::npos; };
    CHECK(warned("赞成 到会 半数以上"));
    CHECK(warned("赞成 到会 50%以上"));
    CHECK_FALSE(warned("赞成 到会 51%以上"));
    CHECK_FALSE(warned("赞成 到会 过半数"));
    CHECK_FALSE(warned("到会 应到 半数以上"));
    CHECK_FALSE(warned("赞成 到会 半数以上 依据 t.1 释义 \"来源即作半数以上\""));
}

TEST_CASE("proxy and remote votes: leave, leave with a limit, no leave", "[model][requirements]") {
    CHECK(the(meeting("到会 应到 过半数；委托表决 可以"), "表决.大会.委托表决").modality == Modality::may);
    const auto limited = meeting("到会 应到 过半数；委托表决 可以 每人 至多 1票");
    CHECK(the(limited, "表决.大会.委托表决").modality == Modality::must);
    CHECK(the(limited, "表决.大会.委托表决").per_holder == 1);
    CHECK(the(limited, "表决.大会.委托表决").allowed);
    CHECK_FALSE(the(meeting("到会 应到 过半数；远程表决 不得"), "表决.大会.远程表决").allowed);
    // Where nothing is written there is no requirement: such ballots are doubtful.
    CHECK(requirement(meeting("到会 应到 过半数").one(), "表决.大会.远程表决") == nullptr);
}

TEST_CASE("lengths of postings, notices and limits bound the right way", "[model][requirements]") {
    CHECK(the(step("公示 不超过 30日"), "办事.公示.期限").length.op == base::Comparison::less_equal);
    CHECK(the(step("公示 不少于 期"), "办事.公示.期限").length.parameter.index() == 0);
    CHECK(the(step("材料 提前 5个工作日 送达"), "办事.材料").length.period == calendar::Period{5, calendar::Unit::working_days});
    CHECK(the(step("时限 自 提议 起 3个月 内"), "办事.时限").length.period == calendar::Period{3, calendar::Unit::months});
    CHECK(the(step("时限 自 提议 起 3个月 内"), "办事.时限").starts.at(0).step.index() == 0);
    CHECK(errors(step("材料 提前 至多 5日 送达")) == "M016");
    CHECK(errors(step("时限 自 提议 起 至少 5日")) == "M016");
    CHECK(errors(step("公示 恰好 5日")) == "M016");
    CHECK(errors(step("公示 不少于 人头")) == "M029");
    CHECK(errors(step("时限 自 办事 起 5日 内")) == "M033");
    CHECK(errors(step("公示 不少于 1日")).empty());
    CHECK(errors(step("公示 不少于 0日")) == "M009");
    CHECK(errors(step("公示 不少于 36500日")).empty());
}

TEST_CASE("the profile is the statement's, else the procedure's, else the Civil Code's", "[model][requirements]") {
    CHECK(the(step("公示 不少于 7日"), "办事.公示.期限").profile == calendar::Profile::civil_code);
    CHECK(the(step("公示 不少于 7日 计期 首日计入"), "办事.公示.期限").profile == calendar::Profile::first_day_counted);
    const auto c = check_in("计期 不顺延\n步骤 甲步 { 公示 不少于 7日；公示 另: 不少于 3日 计期 民法典 }");
    CHECK(the(c, "甲步.公示.期限").profile == calendar::Profile::no_roll);
    CHECK(the(c, "甲步.另").profile == calendar::Profile::civil_code);
    CHECK(errors(step("材料 提前 3日 送达 计期 净日")).empty());
    CHECK(errors(step("公示 不少于 7日 计期 净日")) == "M024");
}

TEST_CASE("the checked length has the unit in which its profile counts", "[model][requirements]") {
    const auto period = [](const std::string& text, const std::string& id) { return the(step(text), id).length.period; };
    CHECK(period("公示 不少于 7日 计期 行政处罚法", "办事.公示.期限") == calendar::Period{7, calendar::Unit::working_days});
    CHECK(period("公示 不少于 8日 计期 行政处罚法", "办事.公示.期限") == calendar::Period{8, calendar::Unit::days});
    CHECK(period("材料 提前 10日 送达 计期 行政强制法", "办事.材料") == calendar::Period{10, calendar::Unit::working_days});
    CHECK(period("时限 自 提议 起 1周 内 计期 行政许可法", "办事.时限") == calendar::Period{1, calendar::Unit::weeks});
    const auto in_all = check_in("计期 行政复议法\n步骤 甲步 { 公示 不少于 60日；公示 短: 不少于 5日 否则 限期改正 10日 }");
    CHECK(the(in_all, "甲步.公示.期限").length.period.unit == calendar::Unit::days);
    CHECK(the(in_all, "甲步.短").length.period.unit == calendar::Unit::working_days);
    CHECK(the(in_all, "甲步.短").consequence.period == calendar::Period{10, calendar::Unit::working_days});
}

TEST_CASE("a clause at the end of a step's head covers the step and its condition", "[model][requirements]") {
    using Clauses = std::vector<std::string>;
    const auto end = check_in("步骤 甲 当 非 涉密 依据 t.1 释义 \"一\" {\n由 党支部\n公示 不少于 7日 依据 t.2\n}");
    CHECK(the(end, "甲.主体").ground.citations == Clauses{"t.1"});
    CHECK(the(end, "甲.主体").ground.interpretations.empty());
    CHECK(the(end, "甲.办理").ground.citations == Clauses{"t.1"});
    CHECK(the(end, "甲.公示.期限").ground.citations == Clauses{"t.2"});
    CHECK(end.one().steps[0].condition->ground.citations == Clauses{"t.1"});
    CHECK(end.one().steps[0].condition->ground.interpretations == std::vector<std::string>{"一"});

    const auto both = check_in("步骤 甲 依据 t.2 当 非 涉密 依据 t.1 { 由 党支部 }");
    CHECK(the(both, "甲.主体").ground.citations == Clauses{"t.2"});
    CHECK(the(both, "甲.办理").ground.citations == Clauses{"t.2"});
    CHECK(both.one().steps[0].condition->ground.citations == Clauses{"t.1"});

    CHECK(the(check_in("步骤 甲 当 非 涉密 { 由 党支部 }"), "甲.办理").ground.citations.empty());
}

TEST_CASE("what a meeting and an order imply rests on the clauses of the step's head", "[model][requirements]") {
    using Clauses = std::vector<std::string>;
    const auto c = check_in(
        "步骤 甲 依据 t.1 释义 \"一\" { 会议 大会 { 赞成 到会 过半数 依据 t.2 } }\n"
        "步骤 乙 依据 t.3 释义 \"二\" { 须经 甲；会议 大会 { 赞成 到会 过半数 } }");
    for (const auto* id : {"甲.主体", "甲.形式", "甲.大会.票数", "甲.大会.名册", "甲.大会.宣告"}) {
        CHECK(the(c, id).ground.citations == Clauses{"t.1"});
        CHECK(the(c, id).ground.interpretations.empty());
    }
    CHECK(the(c, "甲.大会.赞成").ground.citations == Clauses{"t.2"});
    CHECK(the(c, "甲.办理").ground.interpretations == std::vector<std::string>{"一"});
    for (const auto* id : {"甲.顺序", "甲.承袭"}) CHECK(the(c, id).ground.citations.empty());
    for (const auto* id : {"乙.顺序", "乙.承袭", "乙.办理", "乙.大会.票数"}) CHECK(the(c, id).ground.citations == Clauses{"t.3"});
}

TEST_CASE("grounds belong to the part that carries them", "[model][requirements]") {
    const auto c = step(
        "公示 不少于 7日 依据 t.1 释义 \"一\" 当 涉密 依据 t.2 除外 金额 1元以上 依据 t.3 释义 \"三\" 否则 无效 依据 "
        "t.4 自 2025-01-01 施行");
    const auto& r = the(c, "办事.公示.期限");
    CHECK(r.ground.citations == std::vector<std::string>{"t.1"});
    CHECK(r.ground.interpretations == std::vector<std::string>{"一"});
    CHECK(r.condition->ground.citations == std::vector<std::string>{"t.2"});
    REQUIRE(r.exceptions.size() == 1);
    CHECK(r.exceptions[0].ground.citations == std::vector<std::string>{"t.3"});
    CHECK(r.exceptions[0].ground.interpretations == std::vector<std::string>{"三"});
    CHECK(r.consequence.ground.citations == std::vector<std::string>{"t.4"});
    CHECK(base::iso(*r.in_force_from) == "2025-01-01");
}

TEST_CASE("what cites nothing rests on the step's head, else is warned of", "[model][requirements]") {
    const auto headed = check("规程 样例 { 主体 甲方；步骤 甲 依据 t.1 { 由 甲方；公示 不少于 7日 依据 t.2 } }");
    CHECK(headed.codes().empty());
    CHECK(the(headed, "甲.主体").ground.citations == std::vector<std::string>{"t.1"});
    CHECK(the(headed, "甲.办理").ground.citations == std::vector<std::string>{"t.1"});
    CHECK(the(headed, "甲.公示.期限").ground.citations == std::vector<std::string>{"t.2"});
    const auto bare = check("规程 样例 { 主体 甲方；步骤 甲 { 由 甲方；公示 不少于 7日 } }");
    CHECK(bare.codes() == "M003");
    CHECK(bare.argument("M003", "ids") == "甲.主体 甲.公示.期限");
    CHECK(bare.argument("M003", "count") == "2");
}

TEST_CASE("a requirement that rests on one tick is warned of", "[model][requirements]") {
    const auto warned = [](const std::string& condition) {
        return step("要求 甲: " + condition).codes().find("M008") != std::string::npos;
    };
    CHECK(warned("涉密"));
    CHECK(warned("非 涉密"));
    CHECK(warned("涉密 是 否"));
    CHECK_FALSE(warned("涉密 且 金额 1元以上"));
    CHECK_FALSE(warned("涉密 已记载"));
}

TEST_CASE("a choice among situations keeps their order, the gap and the rest", "[model][requirements]") {
    const auto c = step("要求 分档: 分情形 {\n金额 不满1元 => 涉密\n类别 是 甲 => 未规定\n其余 => 有 提议\n}");
    const auto& r = the(c, "办事.分档");
    CHECK(r.kind == model::RequirementKind::choice);
    REQUIRE(r.situations.size() == 3);
    CHECK((r.situations[0].condition && r.situations[0].demand));
    CHECK((r.situations[1].condition && !r.situations[1].demand));
    CHECK((!r.situations[2].condition && r.situations[2].demand));
    CHECK(errors(step("要求 分档: 不得 分情形 {\n金额 不满1元 => 涉密\n}")) == "M027");
}

TEST_CASE("a name behind 追责 or 启动 is free, but one letter away from a declared one it is asked about", "[model]") {
    const auto codes = [](const std::string& consequence) {
        const auto c = checking::check(
            "规程 样例 {\n主体 党支部、村民委员会\n步骤 审计 { 由 党支部、村民委员会 依据 t.1；公示 不少于 3日 依据 t.1 否则 " +
            consequence + " }\n}\n");
        return c.codes();
    };
    CHECK(codes("追责 纪委").empty());
    CHECK(codes("追责 村民委员会").empty());
    CHECK(codes("追责 村民委元会") == "N016");
    CHECK(codes("启动 问责").empty());
    CHECK(codes("启动 村民委员") == "N016");
    CHECK(codes("启动 审计").empty());
}

TEST_CASE("a threshold keeps its modality; 原则上 never strikes, 不得 belongs elsewhere", "[model][requirements]") {
    CHECK(the(meeting("到会 应到 过半数"), "表决.大会.到会").modality == Modality::must);
    CHECK(the(meeting("到会 必须 应到 过半数"), "表决.大会.到会").modality == Modality::must);
    const auto should = the(meeting("到会 原则上 应到 过半数"), "表决.大会.到会");
    CHECK(should.modality == Modality::should);
    CHECK(should.consequence.effect == Effect::curable);
    CHECK_FALSE(should.consequence.written);
    CHECK(the(meeting("到会 可以 应到 过半数"), "表决.大会.到会").modality == Modality::may);
    for (const auto* const word : {"必须", "原则上", "可以", "不得"})
        CHECK(errors(meeting("赞成 " + std::string(word) + " 到会 过半数")) == "M039");
    CHECK(errors(meeting("到会 不得 应到 过半数")) == "M027");
    CHECK(errors(meeting("到会 原则上 应到 过半数 否则 无效")) == "M020");
    CHECK(errors(meeting("到会 可以 应到 过半数 否则 通报")) == "M002");
    CHECK(the(meeting("到会 不得 少于 3人"), "表决.大会.到会").modality == Modality::must);
}
