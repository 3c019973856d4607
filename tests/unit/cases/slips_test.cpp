// Every slip of the pen is one error with its code, its place and, where a name was meant, that name as the fix.
#include <algorithm>
#include <set>

#include "cases/expected.hpp"
#include "cases/heading.hpp"
#include "messages/catalogue.hpp"
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

struct Slip {
    const char* code;
    const char* text;
    const char* covers;
    const char* fix = nullptr;
};

const Slip slips[] = {
    {"C001", "[案件, 甲]", "[案件, 甲]"},
    {"C002", "事顶: { 金额: 100 }", "事顶", "事项"},
    {"C002", "aCts: []", "aCts", "acts"},
    {"C002", "名册: { 党员大会: { 人树: 5 } }", "人树", "人数"},
    {"C002", "参数: { 公示期: { 值: 7日, 依椐: x } }", "依椐", "依据"},
    {"C002", "经过: [{ 步骤: 决议, 理由: { 内容: x, 日其: 2024-01-01 } }]", "日其", "日期"},
    {"C002", "经过: [{ 步骤: 决议, 票: [{ 谁: 甲, 头: 赞成 }] }]", "头"},
    {"C003", "经过: []\nacts: []", "acts"},
    {"C003", "经过: [{ 步骤: 决议, 赞成: 7, yes: 7 }]", "yes"},
    {"C003", "经过: [{ 步骤: 决议, 票: [{ 谁: 甲, who: 乙 }] }]", "who"},
    {"C003", "参数: { 公示期: { 值: 7日, value: 8日 } }", "value"},
    {"C010", "事项: { 涉密: 大概 }", "大概"},
    {"C011", "事项: { 户数: 三十来户 }", "三十来户"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 4.5 }]", "4.5"},
    {"C012", "事项: { 金额: 十几万 }", "十几万"},
    {"C012", "事项: { 金额: 1.234 }", "1.234"},
    {"C012", "事项: { 金额: -1 }", "-1"},
    {"C013", "截至: 昨天", "昨天"},
    {"C014", "经过: [{ 步骤: 提议, 日期: 2024-02-30 }]", "2024-02-30"},
    {"C014", "事项: { 立项: 2023-02-29 }", "2023-02-29"},
    {"C014", "结案: 3024-01-01", "3024-01-01"},
    {"C015", "参数: { 通过比例: 大多数 }", "大多数"},
    {"C016", "参数: { 公示期: 3月 }", "3月"},
    {"C017", "事项: { 类别: 集体资产出置 }", "集体资产出置", "集体资产处置"},
    {"C017", "事项: { 涉及: [土地承宝] }", "土地承宝", "土地承包"},
    {"C017", "记录: 不金", "不金", "不全"},
    {"C017", "经过: [{ 步骤: 决议, 表决方式: 无计名 }]", "无计名", "无记名"},
    {"C017", "经过: [{ 步骤: 决议, 宣告: 通国 }]", "通国", "通过"},
    {"C017", "经过: [{ 步骤: 决议, 票: [{ 谁: 甲, 投: 赞城 }] }]", "赞城", "赞成"},
    {"C017", "经过: [{ 步骤: 决议, 票: [{ 谁: 甲, 方式: 远成 }] }]", "远成", "远程"},
    {"C018", "经过: [{ 步骤: 提议, 由: [党支部, 村委会] }]", "[党支部, 村委会]"},
    {"C018", "事项: { 金额: { 元: 5 } }", "{ 元: 5 }"},
    {"C018", "案件: [a]", "[a]"},
    {"C018", "经过: [{ 步骤: [决议] }]", "[决议]"},
    {"C018", "经过: [{ 步骤: 方案公示, 内容: [[理由]] }]", "[理由]"},
    {"C019", "经过: 无记录可查", "无记录可查"},
    {"C019", "经过: [{ 步骤: 决议, 票: 三张 }]", "三张"},
    {"C019", "事项: { 涉及: { a: b } }", "{ a: b }"},
    {"C020", "经过: [提议]", "提议"},
    {"C020", "名册: 57", "57"},
    {"C020", "事项: [金额]", "[金额]"},
    {"C020", "经过: [{ 步骤: 决议, 票: [张桂兰] }]", "张桂兰"},
    {"C021", "经过: [{ 步骤: 决义 }]", "决义", "决议"},
    {"C021", "经过: [{ 事: 撤回, 步骤: 决义 }]", "决义", "决议"},
    {"C022", "经过: [{ 认定: 合发, 结论: 是 }]", "合发", "合法"},
    {"C023", "名册: { 村民代表会仪: 45 }", "村民代表会仪", "村民代表会议"},
    {"C024", "事项: { 金頟: 100 }", "金頟", "金额"},
    {"C025", "参数: { 公示其: 7日 }", "公示其", "公示期"},
    {"C026", "经过: [{ 步骤: 决议, 赞城: 7 }]", "赞城", "赞成"},
    {"C044", "经过: [{ 步骤: 提议, 结论: 是 }]", "结论"},
    {"C026", "经过: [{ 事: 异议, 提出仁: 王五 }]", "提出仁", "提出人"},
    {"C026", "经过: [{ 事: 暂缓, 提出人: 王五 }]", "提出人"},
    {"C027", "经过: [{ 日期: 2024-03-01, 由: 党支部 }]", "{ 日期: 2024-03-01, 由: 党支部 }"},
    {"C002", "经过: [{ 步聚: 提议, 日期: 2024-03-01, 由: 党支部 }]", "步聚", "步骤"},
    {"C002", "经过: [{ 环节: 提议, 日期: 2024-03-01 }]", "环节", "步骤"},
    {"C026", "经过: [{ 步骤: 提议, 时间: 2024-03-01 }]", "时间", "日期"},
    {"C026", "经过: [{ 步骤: 决议, 出席: 20 }]", "出席", "到会"},
    {"C002", "经过: [{ 事件: 答复, 日期: 2024-03-01 }]", "事件", "事"},
    {"C002", "acts: [{ date: 2024-03-01, stpe: 提议 }]", "stpe", "step"},
    {"C011", "名册: { 党员大会: ２９ }", "２９", "29"},
    {"C011", "经过: [{ 步骤: 决议, 到会: ２９ }]", "２９", "29"},
    {"C012", "事项: { 金额: \"30，000.00\" }", "\"30，000.00\"", "\"30,000.00\""},
    {"C012", "事项: { 金额: 3００．5 }", "3００．5", "300.5"},
    {"C013", "经过: [{ 步骤: 提议, 日期: ２０２４－03－01 }]", "２０２４－03－01", "2024-03-01"},
    {"C028", "经过: [{ 步骤: 决议, 认定: 合法 }]", "认定"},
    {"C028", "经过: [{ 步骤: 决议, 事: 镇里来电 }]", "事"},
    {"C028", "经过: [{ 事: 镇里来电, 步骤: 决议 }]", "步骤"},
    {"C028", "经过: [{ 事: 暂缓, 认定: 合法 }]", "认定"},
    {"C029", "经过: [{ 事: 撤回, 日期: 2024-03-01 }]", "{ 事: 撤回, 日期: 2024-03-01 }"},
    {"C030", "经过: [{ 步骤: 方案公示, 起: 2024-04-10, 止: 2024-03-11 }]", "{ 步骤: 方案公示, 起: 2024-04-10, 止: 2024-03-11 }"},
    {"C031", "经过: [{ 步骤: 决议, 日期: 2024-04-12, 起: 2024-04-12 }]", "起"},
    {"C032", "经过: [{ 步骤: 决议, 赞成: -3 }]", "-3"},
    {"C032", "名册: { 党员大会: -1人 }", "-1人"},
    {"C033", "名册: { 党员大会: 2000000001 }", "2000000001"},
    {"C033", "名册: { 党员大会: 99999999999999999999999 }", "99999999999999999999999"},
    {"C034", "经过: [{ 步骤: 提议, 编号: a7 }, { 步骤: 商议, 编号: a7 }]", "a7"},
    {"C035", "经过: [{ 步骤: 提议, 编号: 甲1 }, { 步骤: 提议, 更正: 甲2 }]", "甲2", "甲1"},
    {"C037", "名册: { 党员大会: [张桂兰, 李有才, 张桂兰] }", "张桂兰"},
    {"C041", "参数: { 公示期: [{ 值: 7日 }, { 值: 10日 }] }", "{ 公示期: [{ 值: 7日 }, { 值: 10日 }] }"},
    {"C042", "参数: { 公示期: { 自: 2024-01-01 } }", "{ 自: 2024-01-01 }"},
    {"C043", "经过: [{ 步骤: 决议, 票: [{ 投: 赞成 }] }]", "{ 投: 赞成 }"},
    {"C045", "名册: { 党员大会: [张桂兰, \"\"] }", "\"\""},
    {"C048", "经过: [{ 步骤: 提议, 日期: 2024-03-01 25:00 }]", "2024-03-01 25:00"},
    {"C048", "经过: [{ 步骤: 提议, 日期: 2024-03-01T9:60 }]", "2024-03-01T9:60"},
    {"C014", "经过: [{ 步骤: 提议, 日期: 2024-02-30 25:00 }]", "2024-02-30 25:00"},
    {"C017", "经过: [{ 步骤: 决议, 表决方式: 不计名 }]", "不计名", "无记名"},
    {"C017", "经过: [{ 步骤: 决议, 表决方式: 不记名 }]", "不记名", "无记名"},
    {"C017", "经过: [{ 步骤: 决议, 宣告: 否决 }]", "否决", "未通过"},
    {"C058", "名册: { 党员大会: 【张三，李四】 }", "【张三，李四】", "[张三, 李四]"},
    {"C058", "名册: { 党员大会: （张三、李四） }", "（张三、李四）", "[张三, 李四]"},
    {"C058", "名册: { 党员大会: 张三 李四 王五 }", "张三 李四 王五", "[张三, 李四, 王五]"},
    {"C058", "经过: [{ 步骤: 决议, 到会: 张三、李四 }]", "张三、李四", "[张三, 李四]"},
    {"C058", "事项: { 涉及: 土地承包、日常事务 }", "土地承包、日常事务", "[土地承包, 日常事务]"},
    {"C058", "事项: { 地块: 【东湾，西湾】 }", "【东湾，西湾】", "[东湾, 西湾]"},
    {"C058", "经过: [{ 步骤: 方案公示, 内容: （理由、依据） }]", "（理由、依据）", "[理由, 依据]"},
    {"C017", "事项: { 类别: “土地承包” }", "“土地承包”", "土地承包"},
    {"C017", "事项: { 类别: 「土地承包」 }", "「土地承包」", "土地承包"},
    {"C017", "事项: { 类别: ‘土地承包’ }", "‘土地承包’", "土地承包"},
    {"C021", "经过: [{ 步骤: “决议” }]", "“决议”", "决议"},
    {"C021", "经过: [{ 步骤: 支部提议 }]", "支部提议", "提议"},
    {"C017", "事项: { 类别: 处置 }", "处置", "集体资产处置"},
    {"C010", "事项: { 涉密: “否” }", "“否”", "否"},
    {"C010", "事项: { 涉密: 不是 }", "不是", "否"},
    {"C010", "事项: { 涉密: 不涉密 }", "不涉密", "否"},
    {"C010", "事项: { 涉密: √ }", "√", "是"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 十六 }]", "十六", "16"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 一百二十三人 }]", "一百二十三人", "123"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 36位 }]", "36位", "36"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 8。 }]", "8。", "8"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 8/9 }]", "8/9"},
    {"C011", "经过: [{ 步骤: 决议, 到会: 约8 }]", "约8"},
    {"C012", "事项: { 金额: 18.6万 }", "18.6万", "18.6万元"},
    {"C012", "事项: { 金额: 十八万六千元 }", "十八万六千元", "186000"},
    {"C012", "事项: { 金额: 壹拾捌万陆仟元整 }", "壹拾捌万陆仟元整", "186000"},
    {"C012", "事项: { 金额: ￥186000 }", "￥186000", "186000"},
    {"C012", "事项: { 金额: 人民币186000元 }", "人民币186000元", "186000元"},
    {"C012", "事项: { 金额: 186000块钱 }", "186000块钱", "186000"},
    {"C012", "事项: { 金额: 约18万元 }", "约18万元"},
    {"C015", "参数: { 通过比例: 五成 }", "五成", "50%"},
    {"C015", "参数: { 通过比例: 0.667 }", "0.667", "66.7%"},
    {"C015", "参数: { 通过比例: 60％ }", "60％", "60%"},
    {"C015", "参数: { 通过比例: 1/2以上 }", "1/2以上"},
    {"C016", "参数: { 公示期: 七个自然日 }", "七个自然日", "七日"},
    {"C016", "参数: { 公示期: 1个星期 }", "1个星期", "1周"},
    {"C016", "参数: { 公示期: 半个月 }", "半个月"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 下午3点 }]", "2024-04-20 下午3点", "2024-04-20 15:00"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20上午9时30分 }]", "2024-04-20上午9时30分", "2024-04-20 09:30"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024年4月20日晚上七点半 }]", "2024年4月20日晚上七点半", "2024-04-20 19:30"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 15点 }]", "2024-04-20 15点", "2024-04-20 15:00"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 中午12点 }]", "2024-04-20 中午12点", "2024-04-20 12:00"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 3pm }]", "2024-04-20 3pm", "2024-04-20 15:00"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 下午 }]", "2024-04-20 下午"},
    {"C056", "经过: [{ 步骤: 提议, 日期: 2024-04-20 晚上12点 }]", "2024-04-20 晚上12点"},
    {"C014", "经过: [{ 步骤: 提议, 日期: 2024-02-30 下午3点 }]", "2024-02-30 下午3点"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 二〇二四年四月二十日 }]", "二〇二四年四月二十日", "2024-04-20"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 20240420 }]", "20240420", "2024-04-20"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 2024-04-20（星期六） }]", "2024-04-20（星期六）", "2024-04-20"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 2024年4月20 }]", "2024年4月20", "2024-04-20"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 4月20日 }]", "4月20日"},
    {"C057", "经过: [{ 步骤: 提议, 日期: 2024-04-20至2024-05-01 }]", "2024-04-20至2024-05-01"},
    {"C026", "经过: [{ 步骤: 决议, 到会人数: 20 }]", "到会人数", "到会"},
    {"C026", "经过: [{ 步骤: 决议, 同意票数: 20 }]", "同意票数", "赞成"},
    {"C026", "经过: [{ 步骤: 决议, 不同意: 2 }]", "不同意", "反对"},
    {"C002", "案件编号: 甲", "案件编号", "案件"},
    {"C002", "案件名称: 甲", "案件名称", "案件"},
    {"C002", "人员名册: { 党员大会: 3 }", "人员名册", "名册"},
    {"C002", "经过: [{ 步骤: 决议, 票: [{ 姓名: 甲, 投: 赞成 }] }]", "姓名", "谁"},
    {"C002", "经过: [{ 步骤: 方案公示, 张贴: [{ 媒介: 公开栏, 开始: 2024-01-02 }] }]", "开始", "起"},
    {"C019", "经过: [{ 步骤: 决议, 票: { 甲: 赞成, 乙: 反对 } }]", "{ 甲: 赞成, 乙: 反对 }",
     "[{ 谁: 甲, 投: 赞成 }, { 谁: 乙, 投: 反对 }]"},
    {"C044", "经过: [{ 步骤: 提议, 结论: 通过 }]", "结论", "宣告"},
    {"C062", "经过: [{ 步骤: 提议, 由: 党支部、党员大会 }]", "党支部、党员大会"},
    {"C063", "经过: [{ 步骤: 异议 }]", "步骤", "事"},
    {"C063", "经过: [{ 事: 决议 }]", "事", "步骤"},
    {"C063", "经过: [{ 认定: 决议 }]", "认定", "步骤"},
    {"C064", "金额: 100", "金额"},
    {"C064", "事项: { 到会: 8 }", "到会"},
    {"C064", "经过: [{ 步骤: 提议, 户数: 8 }]", "户数"},
    {"C064", "金额: 100\n户数: 3\n立项: 2024-01-01", "金额"},
    {"C019", "经过: [{ 步骤: 方案公示, 张贴: { 媒介: 公开栏, 起: 2024-01-02 } }]", "{ 媒介: 公开栏, 起: 2024-01-02 }",
     "[{ 媒介: 公开栏, 起: 2024-01-02 }]"},
    {"C026", "acts: [{ step: 决议, attended: 20 }]", "attended", "present"},
    {"C026", "acts: [{ step: 决议, in_favour: 20 }]", "in_favour", "yes"},
    {"C012", "事项: { 金额: 3w }", "3w", "3万元"},
    {"C012", "事项: { 金额: 30 000 }", "30 000", "30000"},
    {"C011", "事项: { 户数: 3.0 }", "3.0", "3"},
    {"C016", "参数: { 公示期: 7 day }", "7 day", "7 days"},
    {"C013", "经过: [{ 步骤: 提议, 日期: 2024年3月上旬 }]", "2024年3月上旬"},
    {"C065", "事项: { 截至: 2024-03-01 }", "截至"},
    {"F001", "事项:\n  类别：土地承包\n", "：", ": "},
    {"C017", "事项: { 类别: 非日常事务 }", "非日常事务"},
    {"C017", "记录: 未完整", "未完整"},
    {"C046", "经过: [{ 步骤: 提议, 编号: a, 更正: a }]", "a"},
};

}  // namespace

TEST_CASE("every slip is one error at its place, and its name is offered", "[cases]") {
    const auto procedure = support::village();
    for (const Slip& slip : slips) {
        INFO(slip.text);
        const auto out = read(procedure, slip.text, FileFormat::yaml);
        CHECK_FALSE(out.made);
        CHECK(out.codes() == slip.code);
        REQUIRE(out.sink.entries().size() == 1);
        const auto& error = out.sink.entries()[0];
        CHECK(out.source->slice(error.span) == slip.covers);
        CHECK(error.fix.has_value() == (slip.fix != nullptr));
        if (error.fix && slip.fix) CHECK(error.fix->text == slip.fix);
    }
}

TEST_CASE("an offered name, put in its place, mends the case", "[cases]") {
    const auto procedure = support::village();
    for (const Slip& slip : slips) {
        if (!slip.fix) continue;
        INFO(slip.text);
        const auto out = read(procedure, slip.text, FileFormat::yaml);
        const auto& fix = *out.sink.entries().at(0).fix;
        std::string text(out.source->text());
        text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
        CHECK(read(procedure, text, FileFormat::yaml).made);
    }
}

TEST_CASE("a fix keeps the quotes of JSON", "[cases]") {
    const auto mended = [](const char* json, const char* code) {
        const auto out = read(support::village(), json, FileFormat::json);
        REQUIRE(out.codes() == code);
        const auto& fix = *out.sink.entries()[0].fix;
        std::string text(out.source->text());
        return text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
    };
    CHECK(mended(R"({"acts":[{"step":"决义"}]})", "C021") == R"({"acts":[{"step":"决议"}]})");
    CHECK(mended(R"({"rolls":{"党员大会":"张三、李四"}})", "C058") == R"({"rolls":{"党员大会":["张三", "李四"]}})");
    CHECK(mended(R"({"rolls":{"党员大会":["张三、李四"]}})", "C061") == R"({"rolls":{"党员大会":["张三", "李四"]}})");
    CHECK(mended(R"({"acts":[{"step":"提议","date":"2024-03-01 下午3点"}]})", "C056") ==
          R"({"acts":[{"step":"提议","date":"2024-03-01 15:00"}]})");
    CHECK(mended(R"({"acts":[{"step":"异议"}]})", "C063") == R"({"acts":[{"event":"异议"}]})");
    CHECK(mended(R"({"acts":[{"step":"决议","ballots":{"甲":"yes"}}]})", "C019") ==
          R"({"acts":[{"step":"决议","ballots":[{ "who": "甲", "vote": "yes" }]}]})");
}

TEST_CASE("what may be meant as it stands is doubted once, with a way out", "[cases]") {
    const auto doubt = [](const char* text) {
        const auto out = read(support::village(), text, FileFormat::yaml);
        CHECK(out.made);
        std::string said;
        for (const auto& it : out.sink.entries()) said += it.code + " " + (it.fix ? it.fix->text : "") + ";";
        return said;
    };
    CHECK(doubt("事项: { 负责人: “张三” }") == "C059 张三;");
    CHECK(doubt("事项: { 标的: 「校服」 }") == "C059 校服;");
    CHECK(doubt("事项: { 标的: “三重一大”事项 }").empty());
    CHECK(doubt("事项: { 地块: 东湾、西湾 }") == "C061 [东湾, 西湾];");
    CHECK(doubt("事项: { 地块: 东湾（甲、乙） }").empty());
    CHECK(doubt("名册: { 党员大会: [\"张三，李四\"] }") == "C061 \"张三\", \"李四\";");
    CHECK(doubt("名册:\n  党员大会:\n    - 张三、李四\n") == "C061 张三, 李四;");
    CHECK(doubt("名册: { 党员大会: [张三、李四] }") == "F032 , ;");
    CHECK(doubt("名册:\n  党员大会:\n    - 张三，\n    - 李四\n") == "C060 张三;");
    CHECK(doubt("经过: [{ 步骤: 提议, 由: “党支部” }]") == "C101 党支部;");
}

TEST_CASE("a map typed with full-width or glued colons is mended line by line", "[cases]") {
    const auto procedure = support::village();
    for (const char* text : {"案件: 甲\n事项:\n  类别：土地承包\n  金额：100\n", "案件: 甲\n事项:\n  类别:土地承包\n  金额:100\n",
                             "案件: 甲\n事项:\n  类别 土地承包\n  金额 100\n", "名册:\n  党员大会：46\n",
                             "经过:\n  - 步骤：提议\n    日期：2024-03-01\n", "经过:\n  - 步骤:提议\n    日期:2024-03-01\n"}) {
        INFO(text);
        std::string mended(text);
        const auto out = read(procedure, text, FileFormat::yaml);
        CHECK_FALSE(out.made);
        auto errors = out.sink.sorted();
        std::erase_if(errors, [](const auto& it) { return it.severity != diag::Severity::error; });
        CHECK(errors.size() == static_cast<std::size_t>(std::count(mended.begin(), mended.end(), '\n')) - (mended[0] == '\xE6' ? 2 : 1));
        std::reverse(errors.begin(), errors.end());
        for (const auto& error : errors)
            mended.replace(error.fix->span.begin, error.fix->span.end - error.fix->span.begin, error.fix->text);
        CHECK(read(procedure, mended, FileFormat::yaml).sink.entries().empty());
    }
}

TEST_CASE("keys of the case itself are held against no procedure", "[cases]") {
    const auto said = [](const char* text) {
        const auto source = std::make_shared<const base::SourceText>("case", text);
        formats::Tape tape;
        diag::Sink sink;
        REQUIRE(read_tape(source, FileFormat::yaml, tape, sink));
        const bool good = check_top_keys(tape, source, sink);
        CHECK(good == sink.entries().empty());
        return good ? std::string() : sink.entries()[0].code + " " + (sink.entries()[0].fix ? sink.entries()[0].fix->text : "");
    };
    CHECK(said("案件: 甲\n程序: 采购\n事项: { 甲: 1 }\n") == "C002 规程");
    CHECK(said("案件: 甲\n事项: { 甲: 1 }\n").empty());
}

TEST_CASE("the fast form is just as strict", "[cases]") {
    const auto procedure = support::village();
    for (const Slip& slip : slips) {
        INFO(slip.text);
        const auto source = std::make_shared<const base::SourceText>("case", slip.text);
        formats::Tape tape;
        diag::Sink sink;
        REQUIRE(read_tape(source, FileFormat::yaml, tape, sink));
        Case made;
        CHECK_FALSE(Binder(procedure).bind(tape, made));
    }
    CHECK_FALSE(fast(procedure, R"({"case":"a","case":"b"})"));
    CHECK_FALSE(fast(procedure, R"({"matter":{"涉密":true,"涉密":true}})"));
    CHECK_FALSE(fast(procedure, R"({"rolls":{"党员大会":5,"党员大会":5}})"));
    CHECK_FALSE(fast(procedure, R"({"acts":[{"step":"提议","date":"2024-03-01","date":"2024-03-01"}]})"));
    CHECK_FALSE(fast(procedure, R"({"acts":[{"event":"异议","件数":1,"件数":1}]})"));
    CHECK(fast(procedure, R"({"acts":[{"event":"异议","件数":1},{"event":"异议","件数":1}]})"));
}

TEST_CASE("several slips are all named in one reading", "[cases]") {
    CHECK(read(support::village(),
               "事顶: {}\n事项: { 涉密: 大概, 金额: 一些 }\n经过:\n  - { 步骤: 决义, 赞成: -1 }\n  - { 步骤: 提议, "
               "日期: 2024-02-30 }\n")
              .codes() == "C002 C010 C012 C021 C032 C014");
}

TEST_CASE("the example that the catalogue gives for a code earns that code", "[cases]") {
    const std::set<std::string_view> too_long_to_show = {"C036", "C038", "C039", "C055", "C093", "C094"};
    const std::set<std::string_view> of_files = {"C098", "C099"};  // tests/examples/persons_test.cpp
    const auto procedure = support::village();
    std::size_t seen = 0;
    for (const auto key : messages::keys()) {
        if (key.size() != 4 || key[0] != 'C' || too_long_to_show.contains(key) || of_files.contains(key)) continue;
        ++seen;
        INFO(key);
        REQUIRE_FALSE(messages::example(key).empty());
        auto out = read(procedure, std::string(messages::example(key)), FileFormat::yaml);
        formats::Tape tape;
        if (read_tape(out.source, FileFormat::yaml, tape, out.sink)) read_expected(tape, out.source, procedure, out.sink);
        CHECK(out.codes() == key);
    }
    CHECK(seen > 35);
}

TEST_CASE("the keys that may stand are listed whole, in the spelling of the file", "[cases]") {
    const auto known = [](const std::string& text) {
        const auto out = read(support::village(), text, FileFormat::yaml);
        REQUIRE(out.sink.entries().size() == 1);
        for (const auto& [name, value] : out.sink.entries()[0].arguments)
            if (name == "known") return value;
        return std::string();
    };
    CHECK(known("案件: a\n事顶: {}") == "案件 规程 版本 截至 结案 记录 事项 名册 参数 任职 授权 档册 经过 预期 备注");
    CHECK(known("case: a\nmater: {}") ==
          "case procedure version as_of closed record matter rolls parameters offices delegations standing_file acts expected remark");
    const auto act = known("案件: a\n经过: [{ 步骤: 提议, 日其: 2024-03-01 }]");
    CHECK(act.starts_with("步骤 事 认定 结论 日期 起 止 由 形式"));
    CHECK(act.ends_with("编号 更正 备注"));
    CHECK(known("case: a\nacts: [{ step: 决义 }]") == "提议 商议 审议 方案公示 决议 决议公开");
    CHECK(known("案件: a\n记录: 不金") == "完整 不全");
    CHECK(known("case: a\nrecord: incomplet") == "complete incomplete");
}

TEST_CASE("a closing before the last record is doubted, on its day and after it not", "[cases]") {
    const auto closed = [](const std::string& day) {
        auto out = read(support::village(), "结案: " + day + "\n经过: [{ 步骤: 提议, 日期: 2024-03-02 }]", FileFormat::yaml);
        CHECK(out.made);
        return out.sink.entries().empty() ? std::string()
                                          : out.sink.entries()[0].code + " " + std::string(out.source->slice(out.sink.entries()[0].span));
    };
    CHECK(closed("2024-03-01") == "C105 2024-03-01");
    CHECK(closed("2024-03-02").empty());
    CHECK(closed("2024-03-03").empty());
    CHECK(read(support::village(),
               "结案: 2024-03-01\n经过: [{ 步骤: 提议, 编号: a, 日期: 2024-03-02 }, { 步骤: 提议, 更正: a, 日期: 2024-02-02 }]",
               FileFormat::yaml)
              .sink.entries()
              .empty());
}

TEST_CASE("every placeholder of a sentence is filled", "[cases]") {
    const auto procedure = support::village();
    for (const Slip& slip : slips) {
        const auto out = read(procedure, slip.text, FileFormat::yaml);
        const auto& error = out.sink.entries().at(0);
        std::set<std::string> given;
        for (const auto& [name, value] : error.arguments) given.insert(name);
        for (const auto language : {messages::Language::zh, messages::Language::en})
            for (const auto sentence : {messages::find(error.code, language), messages::help(error.code, language)})
                for (const auto& name : messages::placeholders(sentence)) {
                    INFO(error.code << " " << name);
                    CHECK(given.contains(name));
                }
    }
}
