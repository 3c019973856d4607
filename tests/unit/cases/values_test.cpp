// Matter, rolls and parameters: each value is read as its field's type asks.
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

Value matter(const std::string& name, const std::string& written) {
    const auto procedure = support::village();
    const auto made = good(procedure, "事项: { " + name + ": " + written + " }");
    for (std::size_t i = 0; i < procedure.fields.size(); ++i)
        if (procedure.fields[i].name == name) return made.matter[i];
    FAIL("no field " << name);
    return {};
}

}  // namespace

TEST_CASE("yes and no are read in both languages", "[cases]") {
    for (const char* yes : {"是", "有", "yes", "true", "\"是\""}) CHECK(matter("涉密", yes) == Value{1, true});
    for (const char* no : {"否", "无", "no", "false", "\"no\""}) CHECK(matter("涉密", no) == Value{0, true});
}

TEST_CASE("what is unknown is not given, whatever the type", "[cases]") {
    for (const char* name : {"类别", "金额", "涉密", "户数", "立项", "标的", "涉及", "地块"})
        for (const char* unknown : {"null", "不详", "未记录", "unknown", "~"}) {
            INFO(name << ": " << unknown);
            CHECK_FALSE(matter(name, unknown).known);
        }
}

TEST_CASE("a choice named like the unknown is that choice", "[cases]") {
    CHECK(matter("方案", "不详") == Value{2, true});
}

TEST_CASE("each type is read to its slot", "[cases]") {
    CHECK(matter("类别", "土地承包") == Value{2, true});
    CHECK(matter("金额", "186000.00") == Value{18'600'000, true});
    CHECK(matter("金额", "18.6万元") == Value{18'600'000, true});
    CHECK(matter("户数", "57") == Value{57, true});
    CHECK(matter("户数", "-1") == Value{-1, true});
    CHECK(matter("立项", "2024-03-01") == Value{base::to_day({2024, 3, 1}).number, true});
    CHECK(matter("涉及", "[发展规划, 土地承包]") == Value{5, true});
    CHECK(matter("涉及", "土地承包") == Value{4, true});
    CHECK(matter("涉及", "无") == Value{0, true});
    CHECK(matter("涉及", "[]") == Value{0, true});
}

TEST_CASE("texts, persons and lists of texts are kept, each text once", "[cases]") {
    const auto made = good(support::village(), "事项: { 标的: 东塘, 负责人: 东塘, 地块: [东塘, 西塘] }");
    REQUIRE(made.matter[5].known);
    CHECK(made.text(static_cast<std::uint32_t>(made.matter[5].v)) == "东塘");
    CHECK(made.matter[5].v == made.matter[6].v);
    const auto& list = made.text_lists[static_cast<std::size_t>(made.matter[8].v)];
    REQUIRE(list.size() == 2);
    CHECK(made.text(list[0]) == "东塘");
    CHECK(made.text(list[1]) == "西塘");
    CHECK(made.texts.size() == 2);
}

TEST_CASE("a roll is a number, a list of names or a map with the number", "[cases]") {
    const auto made = good(support::village(), "名册: { 两委联席会议: 9, 党员大会: { 人数: 57人 }, 村民代表会议: [张桂兰, 李有才] }");
    CHECK(made.rolls[0].number == unknown_count);
    CHECK(made.rolls[1].number == 9);
    CHECK_FALSE(made.rolls[1].by_name);
    CHECK(made.rolls[2].number == 57);
    CHECK(made.rolls[3].number == 2);
    CHECK(made.rolls[3].by_name);
    CHECK(made.text(made.roll_entries[made.rolls[3].entries_begin + 1].person) == "李有才");
    CHECK(good(support::village(), "名册: { 党员大会: 不详 }").rolls[2].number == unknown_count);
    CHECK(good(support::village(), "名册: { 党员大会: [] }").rolls[2].number == 0);
}

TEST_CASE("parameters are a value, a value with its day and authority, or several of these, in order of their days", "[cases]") {
    const auto made = good(support::village(),
                           "参数:\n"
                           "  通过比例: [{ 值: 三分之二, 自: 2024-01-01, 依据: 镇发5号 }, { 值: 1/2 }, { 值: 60%, 自: 2020-01-01 }]\n"
                           "  公示期: 20个工作日\n"
                           "  公示地点: [村务栏, 广播]\n"
                           "  限额: 不详\n");
    REQUIRE(made.parameters.size() == 5);
    CHECK(made.periods[static_cast<std::size_t>(made.parameters[0].value.v)] == calendar::Period{20, calendar::Unit::working_days});
    CHECK_FALSE(made.parameters[1].has_from);
    CHECK(made.shares[static_cast<std::size_t>(made.parameters[1].value.v)] == base::Fraction{1, 2});
    CHECK(made.parameters[2].from == base::to_day({2020, 1, 1}));
    CHECK(made.parameters[3].from == base::to_day({2024, 1, 1}));
    CHECK(made.text(made.parameters[3].authority) == "镇发5号");
    CHECK(made.text_lists[static_cast<std::size_t>(made.parameters[4].value.v)].size() == 2);
}

TEST_CASE("the head of the case", "[cases]") {
    const auto made = good(support::village(),
                           "案件: 李家湾-2024-003\n规程: 四议两公开\n版本: \"2014.12\"\n截至: 2024-05-20\n结案: "
                           "2024-05-01\n记录: 不全\n备注: 随便写\n");
    CHECK(made.id == "李家湾-2024-003");
    CHECK(made.as_of == base::to_day({2024, 5, 20}));
    REQUIRE(made.closed);
    CHECK(made.closed->day == base::to_day({2024, 5, 1}));
    CHECK(made.record_incomplete);
    CHECK_FALSE(good(support::village(), "记录: 完整").record_incomplete);
    CHECK_FALSE(good(support::village(), "案件: a").record_incomplete);
}
