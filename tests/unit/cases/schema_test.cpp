#include "cases/schema.hpp"

#include "json_schema.hpp"
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;
using nlohmann::json;

namespace {

/// Whether the schema and the binder take the text, which must be one answer.
bool taken(const std::string& text) {
    static const auto procedure = support::village();
    static const support::JsonSchema schema(case_schema(procedure));
    INFO(text);
    const bool by_schema = schema.accepts(json::parse(text));
    CHECK(by_schema == read(procedure, text, FileFormat::json).made.has_value());
    return by_schema;
}

}  // namespace

TEST_CASE("the schema takes what the binder takes, in both spellings", "[cases]") {
    for (
        const char* text :
        {R"({})", R"({"案件":"a","规程":["甲","乙"],"版本":"1","截至":"2024-05-20","结案":null,"记录":"不全","备注":{"x":1}})",
         R"({"case":"a","procedure":"甲","as_of":"2024年5月20日","record":"complete","remark":[]})",
         R"({"matter":{"类别":"土地承包","金额":186000.00,"涉密":"否","户数":-3,"立项":"2024-03-01","标的":"x","涉及":["发展规划"],"地块":["东塘"],"方案":"不详"}})",
         R"({"事项":{"类别":"不详","金额":"18.6万元","涉密":true,"涉及":"无","地块":"东塘"}})",
         R"({"rolls":{"党员大会":57,"村民代表会议":["甲","乙"],"两委联席会议":{"人数":"9人"}}})",
         R"({"parameters":{"公示期":"7日","通过比例":[{"值":"2/3","自":"2024-01-01","依据":"x"},{"value":"1/2"}],"限额":{"value":5}}})",
         R"({"acts":[{"step":"决议","date":"2024-04-12","by":"外人","present":["甲"],"yes":"30票","结论":"甲案","reason":{"contents":"急"},"ballots":[{"who":"甲","vote":"no"}]}]})",
         R"({"经过":[{"事":"异议","提出人":"王五","件数":2},{"事":"撤回","步骤":"决议"},{"event":"suspension"},{"认定":"合法","结论":"是"},{"事":"来电","对":["x"]}]})",
         R"({"经过":[{"步骤":"方案公示","起":"2024-03-11","止":"2024-04-10","内容":["理由"],"记录":"无","编号":"a"},{"步骤":"方案公示","更正":"a"}]})",
         R"({"acts":[{"step":"方案公示","runs":[{"medium":"网站","start":"2024-03-11"},{"媒介":"不详","起":"2024-03-11","止":"2024-04-10"}]}]})",
         R"({"经过":[{"步骤":"方案公示","张贴":"不详","起":"2024-03-11"}]})"})
        CHECK(taken(text));
}

TEST_CASE("the schema refuses a slip where it is typed", "[cases]") {
    for (const char* text : {R"({"事顶":{}})",
                             R"({"记录":"不金"})",
                             R"({"matter":{"金頟":5}})",
                             R"({"matter":{"类别":"土地"}})",
                             R"({"matter":{"涉密":"大概"}})",
                             R"({"matter":{"户数":"三十"}})",
                             R"({"matter":{"金额":-1}})",
                             R"({"matter":{"立项":"昨天"}})",
                             R"({"matter":[]})",
                             R"({"rolls":{"村民大会":5}})",
                             R"({"rolls":{"党员大会":-1}})",
                             R"({"rolls":{"党员大会":2000000001}})",
                             R"({"rolls":{"党员大会":{"人树":5}}})",
                             R"({"parameters":{"公示其":"7日"}})",
                             R"({"parameters":{"公示期":{"自":"2024-01-01"}}})",
                             R"({"acts":{}})",
                             R"({"acts":["提议"]})",
                             R"({"acts":[{"date":"2024-04-12"}]})",
                             R"({"acts":[{"step":"决义"}]})",
                             R"({"acts":[{"step":"提议","件数":2}]})",
                             R"({"acts":[{"step":"提议","结论":"甲案"}]})",
                             R"({"acts":[{"step":"决议","赞城":7}]})",
                             R"({"acts":[{"step":"决议","yes":-3}]})",
                             R"({"acts":[{"step":"决议","ballot_form":"口头"}]})",
                             R"({"acts":[{"step":"决议","ballots":[{"vote":"yes"}]}]})",
                             R"({"acts":[{"step":"决议","finding":"合法"}]})",
                             R"({"acts":[{"event":"来电","step":"决议"}]})",
                             R"({"acts":[{"event":"withdrawal","date":"2024-04-12"}]})",
                             R"({"acts":[{"event":"异议","提出仁":"王五"}]})",
                             R"({"acts":[{"finding":"合法","结论":"大概"}]})",
                             R"({"acts":[{"step":"决议","runs":[{"start":"2024-03-11"}]}]})",
                             R"({"acts":[{"step":"方案公示","runs":[]}]})",
                             R"({"acts":[{"step":"方案公示","runs":[{"medium":"网站"}]}]})",
                             R"({"acts":[{"step":"方案公示","runs":[{"start":null}]}]})",
                             R"({"acts":[{"step":"方案公示","runs":[{"start":"2024-03-11","place":"x"}]}]})",
                             R"({"acts":[{"step":"方案公示","runs":[{"start":"2024-03-11"}],"end":"2024-03-12"}]})"})
        CHECK_FALSE(taken(text));
}

TEST_CASE("what is expected is in the schema too", "[cases]") {
    const support::JsonSchema schema(case_schema(support::village()));
    CHECK(schema.accepts(
        json::parse(R"({"预期":{"结论":"无效","违反":["决议.顺序"],"决议":{"状态":"无效","因":"决议.顺序"},"提议":"跳过"}})")));
    CHECK(schema.accepts(json::parse(R"({"expected":{"status":"valid","violated":[]}})")));
    CHECK_FALSE(schema.accepts(json::parse(R"({"预期":{"结论":"有小"}})")));
    CHECK_FALSE(schema.accepts(json::parse(R"({"预期":{"违反":["决议.到回"]}})")));
    CHECK_FALSE(schema.accepts(json::parse(R"({"预期":{"决义":"有效"}})")));
}

TEST_CASE("beside other procedures an expected step may say whose it is", "[cases]") {
    const auto village = support::village();
    const support::JsonSchema schema(case_schema(village));
    const auto accepts = [&](const std::string& key, const std::string& value) {
        return schema.accepts(json::parse("{\"预期\":{\"" + key + "\":" + value + "}}"));
    };
    CHECK(accepts(village.name + "/决议", R"("无效")"));
    CHECK(accepts("物业招标/开标", R"({"状态":"有效","因":["物业招标/开标.顺序"]})"));
    CHECK(accepts("违反", R"(["物业招标/开标.顺序"])"));
    CHECK_FALSE(accepts(village.name + "/决义", R"("无效")"));
    CHECK_FALSE(accepts("物业招标/开标", R"("有小")"));
    CHECK_FALSE(accepts("/开标", R"("有效")"));
    CHECK_FALSE(accepts("违反", "[\"" + village.name + "/决义.顺序\"]"));
}

TEST_CASE("a procedure without anything has a schema, and names are quoted in it", "[cases]") {
    model::Procedure empty;
    empty.name = "a\"b\\c\n";
    const auto schema = json::parse(case_schema(empty));
    CHECK(schema["title"] == empty.name);
    CHECK(support::JsonSchema(case_schema(empty)).accepts(json::parse(R"({"case":"a","acts":[{"event":"x"}]})")));
}

TEST_CASE("the schema is laid out two blanks a level", "[cases]") {
    const auto text = case_schema(support::village());
    CHECK(text == nlohmann::ordered_json::parse(text).dump(2) + "\n");
}
