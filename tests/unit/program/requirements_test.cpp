// A requirement's row says what the model says of it.
#include "compiling.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using namespace guicheng::support;
using base::Comparison;
using model::RequirementKind;

TEST_CASE("kind, modality, and whether a breach strikes or sets something off", "[program]") {
    const auto p = compiled(
        "事项 { 急 是否 }\n步骤 甲步 {\n要求 一: 急\n要求 二: 不得 急 否则 无效\n要求 三: 原则上 急 否则 通报\n要求 四: 可以 急\n要求 五: "
        "急 否则 不予受理\n要求 六: 急 否则 可补正\n}");
    CHECK(row(p, "甲步.一").kind == RequirementKind::free_form);
    CHECK(row(p, "甲步.一").modality == model::Modality::must);
    CHECK_FALSE(row(p, "甲步.一").strikes);
    CHECK_FALSE(row(p, "甲步.一").sets_off);
    CHECK(row(p, "甲步.二").modality == model::Modality::must_not);
    CHECK(row(p, "甲步.二").strikes);
    CHECK(row(p, "甲步.三").soft_reason);
    CHECK(row(p, "甲步.三").sets_off);
    CHECK_FALSE(row(p, "甲步.一").soft_reason);
    CHECK(row(p, "甲步.四").modality == model::Modality::may);
    CHECK(row(p, "甲步.五").strikes);
    CHECK_FALSE(row(p, "甲步.六").strikes);
    CHECK(row(p, "甲步.顺序").strikes);
}

TEST_CASE("a requirement is plain where only its test counts", "[program]") {
    const auto p = compiled(
        "事项 { 急 是否；密 是否 }\n步骤 甲步 {\n要求 一: 急\n要求 二: 急 当 密\n要求 三: 急 除外 密 除外 急\n要求 四: 急 自 2024-03-01 "
        "施行\n要求 五: 可以 急\n要求 六: 不得 急\n}");
    CHECK(row(p, "甲步.一").plain);
    CHECK_FALSE(row(p, "甲步.二").plain);
    CHECK(row(p, "甲步.二").condition != program::none);
    CHECK_FALSE(row(p, "甲步.三").plain);
    REQUIRE(row(p, "甲步.三").exceptions.size() == 2);
    const auto first = static_cast<std::size_t>(p.numbers[row(p, "甲步.三").exceptions.begin]);
    CHECK(p.procedure->fields[p.nodes[first].slot].name == "密");
    CHECK_FALSE(row(p, "甲步.四").plain);
    CHECK(row(p, "甲步.四").has_in_force);
    CHECK(base::iso(row(p, "甲步.四").in_force_from) == "2024-03-01");
    CHECK_FALSE(row(p, "甲步.五").plain);
    CHECK(row(p, "甲步.六").plain);
}

TEST_CASE("thresholds: share, number or parameter, against which base", "[program]") {
    const auto p = compiled(
        "参数 线 比例\n参数 数 整数\n步骤 甲步 { 会议 大会 {\n到会 应到 三分之二以上\n到会 乙: 不少于 3人\n到会 丙: 应到 超过 线\n到会 丁: "
        "不少于 数\n赞成 有效票 过半数\n赞成 戊: 到会 60%以上\n} }");
    const auto& present = row(p, "甲步.大会.到会");
    CHECK(present.denominator == model::Denominator::entitled);
    CHECK(present.op == Comparison::greater_equal);
    CHECK(present.has_share);
    CHECK_FALSE(present.has_number);
    CHECK(present.share == base::Fraction{2, 3});
    const auto& number = row(p, "甲步.大会.乙");
    CHECK(number.denominator == model::Denominator::none);
    CHECK(number.has_number);
    CHECK(number.number == 3);
    CHECK_FALSE(number.has_share);
    CHECK(p.procedure->parameters[row(p, "甲步.大会.丙").parameter].field.name == "线");
    CHECK(row(p, "甲步.大会.丙").op == Comparison::greater);
    CHECK(p.procedure->parameters[row(p, "甲步.大会.丁").parameter].field.name == "数");
    CHECK(row(p, "甲步.大会.赞成").denominator == model::Denominator::valid_ballots);
    CHECK(row(p, "甲步.大会.赞成").op == Comparison::greater);
    CHECK(row(p, "甲步.大会.赞成").share == base::Fraction{1, 2});
    CHECK(row(p, "甲步.大会.戊").share == base::Fraction{3, 5});
    CHECK(present.parameter == program::none);
}

TEST_CASE("lengths: period, comparison, profile, parameter, and from which step", "[program]") {
    const auto p = compiled(
        "参数 期 期限\n计期 不顺延\n步骤 前步 { }\n步骤 甲步 {\n公示 不超过 15日\n材料 提前 3个工作日 送达 计期 净日\n时限 自 前步 起 "
        "2个月 内\n公示 长: 不少于 期\n}");
    const auto& posting = row(p, "甲步.公示.期限");
    CHECK(posting.kind == RequirementKind::posting_length);
    CHECK(posting.op == Comparison::less_equal);
    CHECK(posting.period == calendar::Period{15, calendar::Unit::days});
    CHECK(posting.profile == calendar::Profile::no_roll);
    CHECK(row(p, "甲步.材料").op == Comparison::greater_equal);
    CHECK(row(p, "甲步.材料").period == calendar::Period{3, calendar::Unit::working_days});
    CHECK(row(p, "甲步.材料").profile == calendar::Profile::clear_days);
    CHECK(row(p, "甲步.时限").op == Comparison::less_equal);
    CHECK(row(p, "甲步.时限").period == calendar::Period{2, calendar::Unit::months});
    const auto starts = row(p, "甲步.时限").starts;
    REQUIRE(starts.size() == 1);
    CHECK(p.procedure->steps[p.starts[starts.begin].step].name == "前步");
    CHECK(posting.starts.empty());
    CHECK(p.procedure->parameters[row(p, "甲步.长").parameter].field.name == "期");
}

TEST_CASE("forms, ballot forms, items, and who may vote for others", "[program]") {
    const auto p = compiled(
        "步骤 甲步 { 形式 会议、传阅\n会议 大会 { 表决方式 无记名、票决；委托表决 可以，每人 至多 2票；远程表决 不得 }\n公示 内容 包括 { "
        "理由书 依据书 }\n记录 包括 { 依据书 发言 }\n}");
    const auto bit = [](auto value) { return 1U << static_cast<unsigned>(value); };
    CHECK(row(p, "甲步.形式").forms == (bit(model::Form::meeting) | bit(model::Form::circulation)));
    CHECK(row(p, "甲步.大会.表决方式").forms == (bit(model::BallotForm::secret) | bit(model::BallotForm::written_ballot)));
    CHECK(row(p, "甲步.大会.委托表决").allowed);
    CHECK(row(p, "甲步.大会.委托表决").has_per_holder);
    CHECK(row(p, "甲步.大会.委托表决").per_holder == 2);
    CHECK_FALSE(row(p, "甲步.大会.远程表决").allowed);
    CHECK_FALSE(row(p, "甲步.大会.远程表决").has_per_holder);
    const auto items = [&](std::string_view id) {
        std::string out;
        for (std::size_t i = 0; i < p.procedure->content_names.size(); ++i)
            if ((row(p, id).content_mask >> i & 1U) != 0) out += p.procedure->content_names[i] + ' ';
        return out;
    };
    CHECK(items("甲步.公示.内容") == "理由书 依据书 ");
    CHECK(items("甲步.记录") == "依据书 发言 ");
}

TEST_CASE("the situations of 分情形 in the order of the text; 其余 and 未规定 are none", "[program]") {
    const auto p = compiled("事项 { 急 是否；密 是否 }\n步骤 甲步 { 要求 分情形 {\n急 => 密\n密 => 未规定\n其余 => 非 急\n} }");
    const auto& choice = row(p, "甲步.要求");
    CHECK(choice.kind == RequirementKind::choice);
    REQUIRE(choice.situations.size() == 3);
    const auto situation = [&](std::uint32_t i) { return p.situations[choice.situations.begin + i]; };
    const auto field = [&](program::ExprIndex e) { return p.procedure->fields[p.nodes[e].slot].name; };
    CHECK(field(situation(0).condition) == "急");
    CHECK(field(situation(0).demand) == "密");
    CHECK(field(situation(1).condition) == "密");
    CHECK(situation(1).demand == program::none);
    CHECK(situation(2).condition == program::none);
    CHECK(p.nodes[situation(2).demand].kind == model::ExprKind::negate);
    CHECK(choice.demand == program::none);
}
