// The records of 经过.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

Case with_acts(const std::string& acts) {
    return good(support::village(), "经过:\n" + acts);
}
base::Day day(std::int32_t year, std::uint8_t month, std::uint8_t of_month) {
    return base::to_day({year, month, of_month});
}

}  // namespace

TEST_CASE("a step's record with every attribute", "[cases]") {
    const auto made = with_acts(
        "  - { 步骤: 决议, 日期: 2024-04-12 14:30, 由: 村民代表会议, 形式: 会议, 应到: 45, 到会: 40, 赞成: 30, 反对: "
        "5, 弃权: 3, 其他: 1, 废票: 1,\n"
        "      登记: 44, 表决方式: 无记名, 材料: 2024-04-10, 内容: [主要内容, 依据, 联系人], 记录: 理由, 地点: 村部, "
        "宣告: 通过,\n"
        "      理由: { 内容: 急, 日期: 2024-04-11 }, 备注: x }\n");
    REQUIRE(made.acts.size() == 1);
    const Act& act = made.acts[0];
    CHECK(act.kind == ActKind::step);
    CHECK(act.step.value == 4);
    CHECK(act.dated);
    CHECK(act.start == base::Moment{day(2024, 4, 12), 870});
    CHECK(act.actor.value == 3);
    CHECK(act.form == model::Form::meeting);
    CHECK(act.entitled == 45);
    CHECK(act.present == 40);
    CHECK(act.yes == 30);
    CHECK(act.no == 5);
    CHECK(act.abstain == 3);
    CHECK(act.other == 1);
    CHECK(act.spoiled == 1);
    CHECK(act.registered == 44);
    CHECK(act.ballot_form == model::BallotForm::secret);
    CHECK(act.has_materials);
    CHECK(act.materials == day(2024, 4, 10));
    CHECK(act.has_contents);
    CHECK(act.contents == 0b101);
    CHECK(act.has_minutes);
    CHECK(act.minutes == 0b010);
    CHECK(made.text(act.place) == "村部");
    CHECK(act.declared == Declared::carried);
    CHECK(made.text(act.reason) == "急");
    CHECK(act.has_reason_day);
    CHECK(act.reason_day == day(2024, 4, 11));
}

TEST_CASE("what is not recorded is unknown", "[cases]") {
    const auto made = with_acts(
        "  - { 步骤: 决议, 到会: 不详, 材料: 不详, 由: 不详, 日期: 不详, 表决方式: 不详, 内容: 不详, 票: 不详, 宣告: "
        "不详, 理由: 不详 }\n");
    const Act& act = made.acts[0];
    CHECK_FALSE(act.dated);
    CHECK_FALSE(act.has_end);
    CHECK(act.present == unknown_count);
    CHECK(act.yes == unknown_count);
    CHECK_FALSE(act.actor);
    CHECK(act.actor_text == Act::no_text);
    CHECK(act.ballot_form == model::BallotForm::none);
    CHECK_FALSE(act.has_materials);
    CHECK_FALSE(act.has_contents);
    CHECK_FALSE(act.has_minutes);
    CHECK_FALSE(act.has_ballots);
    CHECK(act.declared == Declared::none);
    CHECK(act.reason == Act::no_text);
}

TEST_CASE("a recorded absence is known", "[cases]") {
    const auto made = with_acts("  - { 步骤: 决议, 内容: 无, 记录: [], 票: 无, 废票: 无 }\n");
    CHECK(made.acts[0].has_contents);
    CHECK(made.acts[0].contents == 0);
    CHECK(made.acts[0].has_minutes);
    CHECK(made.acts[0].has_ballots);
    CHECK(made.acts[0].ballots_begin == made.acts[0].ballots_end);
    CHECK(made.acts[0].spoiled == 0);
}

TEST_CASE("an act of one day ends on it; a posting or an act with only a start goes on", "[cases]") {
    const auto made = with_acts(
        "  - { 步骤: 决议, 日期: 2024-04-12 }\n"
        "  - { 步骤: 决议, 起: 2024-04-12 }\n"
        "  - { 步骤: 方案公示, 日期: 2024-03-11 }\n"
        "  - { 步骤: 方案公示, 起: 2024-03-11, 止: 2024-04-10 }\n"
        "  - { 步骤: 商议, 日期: 2024-04-12, 止: 2024-04-13 }\n"
        "  - { 步骤: 商议, 止: 2024-04-13 }\n");
    CHECK(made.acts[0].has_end);
    CHECK(made.acts[0].end == made.acts[0].start);
    CHECK_FALSE(made.acts[1].has_end);
    CHECK_FALSE(made.acts[2].has_end);
    CHECK(made.acts[3].end.day == day(2024, 4, 10));
    CHECK(made.acts[4].end.day == day(2024, 4, 13));
    CHECK_FALSE(made.acts[5].dated);
    CHECK(made.acts[5].has_end);
}

TEST_CASE("an end on the start day is in order, an hour earlier it is not", "[cases]") {
    CHECK(read(support::village(), "经过: [{ 步骤: 商议, 起: 2024-04-12, 止: 2024-04-12 }]").made);
    CHECK(read(support::village(), "经过: [{ 步骤: 商议, 起: 2024-04-12 09:00, 止: 2024-04-12 09:00 }]").made);
    CHECK(read(support::village(), "经过: [{ 步骤: 商议, 起: 2024-04-12 09:00, 止: 2024-04-12 08:59 }]").codes() == "C030");
    CHECK(read(support::village(), "经过: [{ 步骤: 商议, 起: 2024-04-12, 止: 2024-04-11 }]").codes() == "C030");
}

TEST_CASE("a caller who asks for it gets ends before their starts as recorded", "[cases]") {
    const Limits taken{.turned_ends = true};
    const auto out = read(support::village(), "经过: [{ 步骤: 方案公示, 起: 2024-04-12, 止: 2024-04-11 }]", FileFormat::yaml, {}, taken);
    REQUIRE(out.made);
    CHECK(out.made->acts[0].end.day == day(2024, 4, 11));
}

TEST_CASE("events, findings and their own fields", "[cases]") {
    const auto made = with_acts(
        "  - { 认定: 合法, 结论: 是, 日期: 2024-03-01, 由: 党支部 }\n"
        "  - { 认定: 合法, 日期: 2024-03-02 }\n"
        "  - { 事: 异议, 日期: 2024-03-03, 提出人: 王五, 件数: 2, 成立: 否 }\n"
        "  - { 步骤: 决议, 结论: 乙案, 金额: 5万元 }\n");
    CHECK(made.acts[0].kind == ActKind::finding);
    CHECK(made.record_fields[made.acts[0].fields_begin] == Value{1, true});
    CHECK_FALSE(made.record_fields[made.acts[1].fields_begin].known);
    CHECK(made.acts[2].kind == ActKind::event);
    CHECK(made.text(static_cast<std::uint32_t>(made.record_fields[made.acts[2].fields_begin].v)) == "王五");
    CHECK(made.record_fields[made.acts[2].fields_begin + 1] == Value{2, true});
    CHECK(made.record_fields[made.acts[2].fields_begin + 2] == Value{0, true});
    CHECK(made.record_fields[made.acts[3].fields_begin] == Value{1, true});
    CHECK(made.record_fields[made.acts[3].fields_begin + 1] == Value{5'000'000, true});
    CHECK(made.record_fields.size() == 7);
}

TEST_CASE("a case put off, taken up again, a step withdrawn", "[cases]") {
    const auto made = with_acts(
        "  - { 事: 暂缓, 日期: 2024-03-01 }\n"
        "  - { 事: resumption, 日期: 2024-03-02 }\n"
        "  - { 事: 撤回, 步骤: 决议, 日期: 2024-03-03 }\n"
        "  - { 步骤: 决议, 事: withdrawal, 日期: 2024-03-03 }\n");
    CHECK(made.acts[0].kind == ActKind::suspension);
    CHECK(made.acts[1].kind == ActKind::resumption);
    for (const std::size_t i : {2U, 3U}) {
        CHECK(made.acts[i].kind == ActKind::withdrawal);
        CHECK(made.acts[i].step.value == 4);
    }
}

TEST_CASE("an event that the rule does not know is kept with its name, whatever else it says", "[cases]") {
    const auto made = with_acts("  - { 事: 镇里来电, 日期: 2024-03-01, 对: [意见 1], 结论: 知悉 }\n");
    CHECK(made.acts[0].kind == ActKind::unknown_event);
    CHECK(made.text(made.acts[0].name) == "镇里来电");
    CHECK(made.acts[0].dated);
}

TEST_CASE("an actor that the rule does not know is kept as text; a near miss is warned of", "[cases]") {
    auto stranger = read(support::village(), "经过: [{ 步骤: 提议, 由: 镇长办公室 }]");
    REQUIRE(stranger.made);
    CHECK(stranger.sink.entries().empty());
    CHECK_FALSE(stranger.made->acts[0].actor);
    CHECK(stranger.made->text(stranger.made->acts[0].actor_text) == "镇长办公室");
    auto slip = read(support::village(), "经过: [{ 步骤: 提议, 由: 党支步 }]");
    REQUIRE(slip.made);
    CHECK(slip.codes() == "C101");
    CHECK(slip.sink.entries()[0].severity == diag::Severity::warning);
    REQUIRE(slip.sink.entries()[0].fix);
    CHECK(slip.sink.entries()[0].fix->text == "党支部");
}

TEST_CASE("near misses of events, contents and forms are warned of and read", "[cases]") {
    CHECK(read(support::village(), "经过: [{ 事: 异义 }]").codes() == "C102");
    CHECK(read(support::village(), "经过: [{ 步骤: 方案公示, 内容: [主要内荣] }]").codes() == "C103");
    CHECK(read(support::village(), "经过: [{ 步骤: 决议, 形式: 会仪 }]").codes() == "C104");
    const auto other = with_acts("  - { 步骤: 决议, 形式: 挨家挨户签字 }\n");
    CHECK(other.acts[0].form == model::Form::other);
}

TEST_CASE("named ballots, proxies and ways; what is wrong about them is no error of the record", "[cases]") {
    const auto made = with_acts(
        "  - 步骤: 决议\n"
        "    到会: [张桂兰, 李有才, 张桂兰]\n"
        "    票: [{ 谁: 张桂兰, 投: 赞成 }, { 谁: 李有才, 投: no, 方式: 远程, 代: 张桂兰 }, { 谁: 张桂兰, 投: 弃权 }, "
        "{ 谁: 外人 }]\n");
    const Act& act = made.acts[0];
    CHECK(act.has_attendees);
    CHECK(act.attendees_end - act.attendees_begin == 3);
    CHECK(act.present == unknown_count);
    REQUIRE(act.has_ballots);
    REQUIRE(act.ballots_end - act.ballots_begin == 4);
    CHECK(made.ballots[0].vote == Vote::yes);
    CHECK(made.ballots[0].holder == Ballot::no_holder);
    CHECK(made.ballots[1].vote == Vote::no);
    CHECK(made.ballots[1].way == Way::remote);
    CHECK(made.text(made.ballots[1].holder) == "张桂兰");
    CHECK(made.ballots[2].person == made.ballots[0].person);
    CHECK(made.ballots[3].vote == Vote::none);
}

TEST_CASE("more present than entitled and votes that don't add up are read as they stand", "[cases]") {
    const auto made = with_acts("  - { 步骤: 决议, 应到: 5, 到会: 50, 赞成: 99 }\n");
    CHECK(made.acts[0].present == 50);
    CHECK(made.acts[0].yes == 99);
}

TEST_CASE("what only a second procedure of the case knows is passed over", "[cases]") {
    const auto village = support::village();
    const auto purchase = support::purchase();
    const model::Procedure* both[] = {&village, &purchase};
    const std::string text =
        "事项: { 限价: 5, 涉密: 否 }\n名册: { 采购小组: 3 }\n经过: [{ 步骤: 询价, 家数: 3, 日期: 2024-03-01 }, { 步骤: "
        "提议 }]\n";
    CHECK(read(village, text).codes() == "C024 C023 C021");
    auto out = read(village, text, FileFormat::yaml, both);
    INFO(out.codes());
    REQUIRE(out.made);
    CHECK(out.made->acts[0].kind == ActKind::unknown_event);
    CHECK(out.made->acts[1].kind == ActKind::step);
    CHECK(read(purchase, text, FileFormat::yaml, both).made->acts[0].kind == ActKind::step);
    CHECK(read(village, "事项: { 限介: 5 }", FileFormat::yaml, both).codes() == "C024");
}
