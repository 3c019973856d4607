// One case, many writings: YAML, JSON, both spellings, any order of keys, fast or careful.
#include "cases/identity.hpp"

#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

const char* const yaml = R"(案件: a1
截至: 2024-05-20
结案: 2024-05-01
事项: { 类别: 集体资产处置, 金额: 18.6万元, 涉密: 否, 涉及: [发展规划, 日常事务], 地块: [东塘] }
名册: { 两委联席会议: 9, 村民代表会议: [张桂兰, 李有才] }
参数: { 公示期: { 值: 20个工作日, 依据: 镇发5号 } }
经过:
  - { 步骤: 方案公示, 起: 2024-03-11, 止: 2024-04-10, 内容: [理由, 主要内容] }
  - 步骤: 决议
    日期: 2024-04-12
    表决方式: 无记名
    到会: 40
    票: [{ 谁: 张桂兰, 投: 赞成 }, { 谁: 李有才, 投: 反对, 方式: 远程 }]
  - { 事: 异议, 日期: 2024年4月13日, 提出人: 王五 }
  - { 事: 撤回, 步骤: 决议, 日期: 2024-04-14 }
)";

const char* const json =
    R"({"acts":[{"start":"2024-03-11","contents":["主要内容","理由"],"step":"方案公示","end":"2024-04-10"},)"
    R"({"step":"决议","date":"2024-04-12","ballot_form":"secret","present":40,)"
    R"("ballots":[{"who":"张桂兰","vote":"yes"},{"vote":"no","who":"李有才","way":"remote"}]},)"
    R"({"event":"异议","date":"2024-04-13","提出人":"王五"},{"step":"决议","event":"withdrawal","date":"2024-04-14"}],)"
    R"("rolls":{"村民代表会议":["李有才","张桂兰"],"两委联席会议":{"number":9}},"parameters":{"公示期":{"authority":"镇发5号","value":"20 working_days"}},)"
    R"("matter":{"地块":["东塘"],"金额":186000.00,"涉及":["日常事务","发展规划"],"涉密":false,"类别":"集体资产处置"},)"
    R"("closed":"2024-05-01","as_of":"2024-05-20","case":"a1"})";

}  // namespace

TEST_CASE("YAML, JSON and the fast form of the same content have one identity", "[cases]") {
    const auto procedure = support::village();
    const auto from_yaml = good(procedure, yaml, FileFormat::yaml);
    const auto from_json = good(procedure, json, FileFormat::json);
    const auto from_line = fast(procedure, json);
    REQUIRE(from_line);
    CHECK(from_yaml.identity.size() == 64);
    CHECK(from_yaml.identity == from_json.identity);
    CHECK(from_yaml.identity == identity(*from_line, procedure));
}

TEST_CASE("the order in which the rule declares its fields and bodies does not change the identity", "[cases]") {
    auto procedure = support::village();
    const auto before = good(procedure, yaml).identity;
    std::reverse(procedure.fields.begin(), procedure.fields.end());
    std::reverse(procedure.actors.begin(), procedure.actors.end());
    std::reverse(procedure.content_names.begin(), procedure.content_names.end());
    std::swap(procedure.choice_sets[0].names[0], procedure.choice_sets[0].names[3]);
    CHECK(good(procedure, yaml).identity == before);
}

TEST_CASE("every change of content changes the identity", "[cases]") {
    const auto procedure = support::village();
    const std::string text = yaml;
    const auto before = good(procedure, text).identity;
    const std::pair<const char*, const char*> changes[] = {{"a1", "a2"},
                                                           {"2024-05-20", "2024-05-21"},
                                                           {"2024-05-01", "2024-05-02"},
                                                           {"集体资产处置", "土地承包"},
                                                           {"18.6万元", "18.7万元"},
                                                           {"涉密: 否", "涉密: 是"},
                                                           {"发展规划, ", ""},
                                                           {"东塘", "西塘"},
                                                           {"会议: 9", "会议: 8"},
                                                           {"[张桂兰, 李有才]", "2"},
                                                           {"20个工作日", "21个工作日"},
                                                           {"镇发5号", "镇发6号"},
                                                           {"2024-03-11", "2024-03-12"},
                                                           {"2024-04-10", "2024-04-11"},
                                                           {"理由, ", ""},
                                                           {"无记名", "举手"},
                                                           {"到会: 40", "到会: 41"},
                                                           {"投: 赞成", "投: 弃权"},
                                                           {", 方式: 远程", ""},
                                                           {"王五", "赵六"},
                                                           {"撤回", "暂缓"},
                                                           {"步骤: 方案公示", "步骤: 决议公开"},
                                                           {"到会: 40", "应到: 40"}};
    for (const auto& [from, to] : changes) {
        std::string changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, std::string(from).size(), to);
        INFO(from << " -> " << to);
        CHECK(good(procedure, changed).identity != before);
    }
}
