// What is offered for a slip: one error, on the wrong words only, with the right form; and whether the offer may be
// written unasked. Each text becomes free of errors by its offer.
#include "support/slips.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;

namespace {

enum class Kind { none, certain, suggestion };

struct Row {
    std::string text;
    std::string code;
    std::string covers;
    Kind kind;
    std::string offer;
};

void check(const Row& row, const std::string& before, const std::string& after) {
    INFO(row.text);
    const auto text = before + row.text + after;
    const auto r = parsing::parse(text);
    INFO(r.shown());
    CHECK(r.codes() == row.code);
    if (r.codes() != row.code) return;
    CHECK(r.covered() == row.covers);
    const auto& d = r.sink.entries().front();
    REQUIRE(d.fix.has_value() == (row.kind != Kind::none));
    if (!d.fix) return;
    CHECK((d.fix->kind == diag::FixKind::certain) == (row.kind == Kind::certain));
    CHECK(d.fix->text == row.offer);
    const auto mended = parsing::parse(support::with_fix(text, *d.fix));
    INFO(mended.shown());
    CHECK(mended.codes().empty());
}

const std::string head =
    "规程 样例 {\n    主体 学校、教育局\n    会议体 家委会\n    事项 {\n        涉密 是否\n        突发 是否\n        类别 选项 { 大额 "
    "小额 }\n"
    "        金额 金额\n    }\n    步骤 表决 {\n        由 学校\n    }\n";

void in_step(const Row& row) {
    check(row, head + "    步骤 订购 {\n        ", "\n    }\n}\n");
}

}  // namespace

TEST_CASE("words out of habit are led back to the words of their place") {
    for (const auto& row : std::vector<Row>{
             {"公示 起码 10个工作日", "P026", "起码", Kind::suggestion, "至少"},
             {"公示 不少 10个工作日", "P026", "不少", Kind::suggestion, "不少于"},
             {"公示 不大于 10个工作日", "P026", "不大于", Kind::suggestion, "不超过"},
             {"要求 涉密 并且 突发", "P026", "并且", Kind::suggestion, "且"},
             {"要求 涉密 和 突发", "P026", "和", Kind::suggestion, "且"},
             {"公示 不少于 10日 当 涉密 和 突发", "P026", "和", Kind::suggestion, "且"},
             {"须经 表决 和 表决", "P026", "和", Kind::suggestion, "且"},
             {"由 学校 和 教育局", "P026", "和", Kind::certain, "、"},
             {"由 学校 或 教育局", "P026", "或", Kind::certain, "、"},
             {"公示 内容 包括 { 款式 和 价格 }", "P026", "和", Kind::certain, "、"},
             {"要求 类别 不等于 大额", "P026", "不等于", Kind::suggestion, "不是"},
             {"公示 不少于 10日 当 类别 不等于 大额", "P026", "不等于", Kind::suggestion, "不是"},
             {"要求 (类别 不等于 大额)", "P026", "不等于", Kind::suggestion, "不是"},
             {"材料 3日前 送达", "P026", "3日前", Kind::certain, "提前 3日"},
             {"时限 自 表决 之日起 7日 内", "P026", "之日起", Kind::suggestion, "起"},
             {"公示 不少于 10日 除外 当 涉密", "P088", "当", Kind::certain, ""},
         })
        in_step(row);
}

TEST_CASE("signs of other languages and brackets of other scripts are led back to words and braces") {
    for (const auto& row : std::vector<Row>{
             {"要求 涉密 && 突发", "P089", "&&", Kind::certain, "且"},
             {"要求 涉密＆＆突发", "P089", "＆＆", Kind::certain, " 且 "},
             {"要求 涉密 || 突发", "P089", "||", Kind::certain, "或"},
             {"要求 !涉密", "P089", "!", Kind::certain, "非 "},
             {"公示 内容 包括 【款式 价格】", "P015", "【款式 价格】", Kind::certain, "{ 款式 价格 }"},
             {"记录 包括 【 发言 】", "P015", "【 发言 】", Kind::certain, "{ 发言 }"},
             {"要求 【涉密 或 突发】", "P015", "【涉密 或 突发】", Kind::certain, "(涉密 或 突发)"},
         })
        in_step(row);
}

TEST_CASE("a time limit that begins or ends in other words is led back to its own") {
    for (const auto& row : std::vector<Row>{
             {"时限 不晚于 2024-03-01", "P026", "不晚于", Kind::certain, "不迟于"},
             {"时限 最迟 2024-03-01", "P026", "最迟", Kind::suggestion, "不迟于"},
             {"时限 自 第一次 表决 起 7日 内", "P026", "第一次", Kind::certain, "首次"},
             {"时限 自 最后一次 表决 起 7日 内", "P026", "最后一次", Kind::certain, "末次"},
             {"时限 自 表决 和 订购 中较晚者 起 7日 内", "P026", "和", Kind::certain, "与"},
             {"时限 自 表决 与 订购 起 7日 内", "P093", "", Kind::suggestion, " 中较晚者"},
             {"时限 自 表决、订购 起 7日 内", "P093", "", Kind::suggestion, " 中较晚者"},
             {"时限 自 2024-03-01 起 7日 内", "P094", "2024-03-01", Kind::none, ""},
             {"要求 金额 在 1万元 至 2万元", "P029", "2万元", Kind::certain, " 之间"},
             {"要求 金额 在 1万元 至 2万元\n            当 涉密", "P029", "", Kind::certain, " 之间"},
             {"公示 不少于 10日 计期 许可法", "P052", "许可法", Kind::suggestion, "行政许可法"},
             {"公示 不少于 10日 计期 中华人民共和国行政处罚法", "P052", "中华人民共和国行政处罚法", Kind::suggestion, "行政处罚法"},
             {"公示 不少于 10日 计期 《民法典》", "P052", "《民法典》", Kind::certain, "民法典"},
         })
        in_step(row);
}

TEST_CASE("what an officer says the other way round is turned") {
    for (const auto& row : std::vector<Row>{
             {"公示期不少于 10日", "P026", "公示期不少于", Kind::suggestion, "公示 不少于"},
             {"公示 不少于 10日 除 涉密 外", "P026", "除 涉密 外", Kind::suggestion, "除外 涉密"},
             {"公示 不少于 10日，但涉密的除外", "P026", "但涉密的除外", Kind::suggestion, " 除外 涉密"},
             {"当 涉密 时 公示 不少于 10日", "P096", "当", Kind::suggestion, "公示 不少于 10日 当 涉密"},
             {"当 涉密 时，公示 不少于 10日", "P096", "当", Kind::suggestion, "公示 不少于 10日 当 涉密"},
             {"由 学校\n        当 涉密 公示 不少于 10日", "P096", "当", Kind::suggestion, "公示 不少于 10日 当 涉密"},
             {"除 涉密 外，公示 不少于 10日", "P096", "除", Kind::suggestion, "公示 不少于 10日 除外 涉密"},
             {"要求 若 涉密 则 突发", "P096", "若", Kind::suggestion, "突发 当 涉密"},
             {"要求 当 涉密，则 突发", "P096", "当", Kind::suggestion, "突发 当 涉密"},
             {"时限 自 表决 起 7日 之内", "P026", "之内", Kind::certain, "内"},
             {"时限 表决 后 7日 内", "P026", "表决 后", Kind::suggestion, "自 表决 起"},
             {"时限 自 表决 后 7日 内", "P026", "后", Kind::suggestion, "起"},
             {"记录 应当 包括 { 发言 }", "P026", "应当", Kind::suggestion, "必须"},
             {"会议 家委会 { 应到 过半数 }", "P022", "应到", Kind::suggestion, "到会 "},
         })
        in_step(row);
}

TEST_CASE("a joint behind what is no condition is said to be that") {
    for (const auto& row : std::vector<Row>{
             {"公示 不少于 10日 且 内容 包括 { 款式 }", "P098", "且", Kind::none, ""},
             {"公示 不少于 10日 或 涉密 除外", "P098", "或", Kind::none, ""},
         }) {
        const auto r = parsing::parse(head + "    步骤 订购 {\n        " + row.text + "\n    }\n}\n");
        INFO(r.shown());
        CHECK(r.codes() == row.code);
        CHECK(r.covered() == row.covers);
    }
}

TEST_CASE("mixed conditions are shown grouped both ways, in their own words") {
    const auto help = [](const std::string& text) {
        const auto r = parsing::parse(head + "    步骤 订购 {\n        " + text + "\n    }\n}\n");
        CHECK(r.codes() == "P043");
        return diag::help(r.sink.entries().at(0), messages::Language::zh);
    };
    CHECK(help("要求 涉密 或 突发 且 金额 不满 1万元")
              .ends_with("涉密 或 (突发 且 金额 不满 1万元)；或者：(涉密 或 突发) 且 金额 不满 1万元"));
    CHECK(help("要求 涉密 且 突发 且 非 涉密 或 突发")
              .ends_with("涉密 且 突发 且 (非 涉密 或 突发)；或者：(涉密 且 突发 且 非 涉密) 或 突发"));
    CHECK(help("要求 (涉密) 或 （突发） 且 (非 涉密)")
              .ends_with("(涉密) 或 (（突发） 且 (非 涉密))；或者：((涉密) 或 （突发）) 且 (非 涉密)"));
    CHECK(help("要求 有 表决（当 (涉密) 或 突发 且 涉密）").ends_with("(涉密) 或 (突发 且 涉密)；或者：((涉密) 或 突发) 且 涉密"));
    CHECK(help("须经 表决 且 订购 或 表决").ends_with("表决 且 (订购 或 表决)；或者：(表决 且 订购) 或 表决"));
}

TEST_CASE("a word that is missing at its place is offered there") {
    for (const auto& row : std::vector<Row>{
             {"未通过 退回 表决", "P029", "退回", Kind::certain, "则 "},
             {"材料 3日 送达", "P029", "3日", Kind::certain, "提前 "},
             {"材料 提前 3日", "P029", "3日", Kind::certain, " 送达"},
             {"时限 自 表决 7日 内", "P029", "7日", Kind::certain, "起 "},
             {"时限 表决 起 7日 内", "P029", "表决", Kind::certain, "自 "},
             {"公示 内容 { 款式 }", "P029", "{ 款式 }", Kind::certain, "包括 "},
         })
        in_step(row);
}

TEST_CASE("the help of a missing word shows the form of its own statement, in the spelling of the file") {
    const auto help = [](const parsing::Result& r, messages::Language language) {
        REQUIRE(r.codes() == "P029");
        return diag::help(r.sink.entries().front(), language);
    };
    CHECK(help(parsing::parse_step_item("材料 学校 送达"), messages::Language::zh) == "这样写：材料 提前 3日 送达");
    CHECK(help(parsing::parse_step_item("记录 学校"), messages::Language::zh) == "这样写：记录 包括 { 发言 表决结果 }");
    CHECK(help(parsing::parse("procedure a { step b { lost return_to b } }"), messages::Language::en) ==
          "the form is: lost then return_to proposal");
}

TEST_CASE("a word is never led to one that denies it, nor a length of time to a day") {
    for (const auto& row : std::vector<Row>{
             {"不公示 不少于 10日", "P022", "不公示", Kind::none, ""},
             {"会议 家委会 { 线上表决 可以 }", "P026", "线上表决", Kind::suggestion, "远程表决"},
             {"会议 家委会 { 代理表决 可以 }", "P026", "代理表决", Kind::suggestion, "委托表决"},
         })
        in_step(row);
    const std::string open = "规程 样例 {\n    主体 学校\n";
    check({"    参数 留存期 时间", "P068", "时间", Kind::none, ""}, open, "\n    步骤 表决 {\n        由 学校\n    }\n}\n");
    check({"    事项 { 签约 时间 }", "P026", "时间", Kind::suggestion, "日期"}, open, "\n    步骤 表决 {\n        由 学校\n    }\n}\n");
}

TEST_CASE("a name in the wrong quotation marks is offered those of names") {
    in_step({"须经 \u201d表决\u201c", "P020", "\u201d表决\u201c", Kind::certain, "\u300c表决\u300d"});
}

TEST_CASE("a dash that stands alone is not written over unasked") {
    const auto r = parsing::parse(head + "    \u2014 说明\n}\n");
    INFO(r.shown());
    REQUIRE(!r.sink.entries().empty());
    const auto& d = r.sink.entries().front();
    CHECK(d.code == "P084");
    REQUIRE(d.fix.has_value());
    CHECK(d.fix->kind == diag::FixKind::suggestion);
}

TEST_CASE("numbers that are none say why, and units of every day lead to those of the language") {
    for (const auto& row : std::vector<Row>{
             {"公示 不少于 10个工作天", "P087", "个工作天", Kind::suggestion, "个工作日"},
             {"公示 10个工作天以上", "P087", "个工作天", Kind::suggestion, "个工作日"},
             {"公示 不少于 5个工做日", "P087", "个工做日", Kind::suggestion, "个工作日"},
             {"公示 不少于 5个工作曰", "P087", "个工作曰", Kind::suggestion, "个工作日"},
             {"公示 不少于 五个公作日", "P087", "个公作日", Kind::suggestion, "个工作日"},
             {"公示 不少于 15曰", "P087", "曰", Kind::suggestion, "日"},
             {"公示 不少于 2个星期", "P087", "个星期", Kind::suggestion, "周"},
             {"要求 金额 不超过 3块", "P087", "块", Kind::suggestion, "元"},
             {"公示 不少于 三百五日", "P086", "三百五日", Kind::suggestion, "三百五十日"},
             {"要求 金额 不超过 三千五元", "P086", "三千五元", Kind::suggestion, "三千五百元"},
             {"公示 不少于 -10个工作日", "P085", "-10个工作日", Kind::none, ""},
             {"公示 -10个工作日", "P085", "-10个工作日", Kind::none, ""},
         })
        in_step(row);
}

TEST_CASE("a comma between two statements is led to the mark between statements") {
    in_step({"由 学校，公示 不少于 10日", "P056", "，", Kind::certain, "；"});
    in_step({"公示 不少于 10日 依据 甲，由 学校", "P056", "，", Kind::certain, "；"});
    check({"认定 合法 { 由 教育局, 结论 是否 }", "P056", ",", Kind::certain, "；"}, head, "\n}\n");
    // Between names it is the mark between names.
    in_step({"由 学校，教育局", "P057", "，", Kind::certain, "、"});
}

TEST_CASE("square brackets become those of their place") {
    in_step({"公示 内容 包括 [款式 价格]", "P015", "[款式 价格]", Kind::certain, "{ 款式 价格 }"});
    in_step({"要求 类别 属于 [大额 小额]", "P015", "[大额 小额]", Kind::certain, "{ 大额 小额 }"});
    in_step({"要求 [涉密 或 突发] 且 涉密", "P015", "[涉密 或 突发]", Kind::certain, "(涉密 或 突发)"});
}

TEST_CASE("numbers of lines are to be deleted, and the line is read on") {
    for (const auto& row : std::vector<Row>{
             {"1. 由 学校", "P084", "1.", Kind::certain, ""},
             {"1.由 学校", "P084", "1.", Kind::certain, ""},
             {"1、由 学校", "P084", "1、", Kind::certain, ""},
             {"二、由 学校", "P084", "二、", Kind::certain, ""},
             {"（一）由 学校", "P084", "（一）", Kind::certain, ""},
             {"(2) 由 学校", "P084", "(2)", Kind::certain, ""},
         })
        in_step(row);
    CHECK(parsing::parse_step_item("1. 由 学校\n2. 公示 很久").codes() == "P084 P084 P034");
}

TEST_CASE("a brace forgotten behind a head is one error, whatever follows") {
    const std::string body =
        "    主体 学校\n    会议体 家委会\n    事项 {\n        涉密 是否\n    }\n    步骤 甲 当 涉密 {\n        由 学校\n        会议 "
        "家委会 {\n"
        "            到会 应到 过半数\n        }\n        公示 不少于 10日\n    }\n}\n";
    const std::string whole = "规程 样例 {\n" + body;
    REQUIRE(parsing::parse(whole).codes().empty());
    for (const std::string line : {"规程 样例", "    事项", "    步骤 甲 当 涉密", "        会议 家委会"}) {
        INFO(line);
        auto text = whole;
        text.erase(text.find(line + " {") + line.size(), 2);
        const auto r = parsing::parse(text);
        INFO(r.shown());
        CHECK(r.codes() == "P069");
        REQUIRE(r.sink.entries().front().fix);
        CHECK(support::with_fix(text, *r.sink.entries().front().fix) == whole);
    }
    // Both forgotten: two errors, each with its own line.
    auto text = whole;
    text.erase(text.find(" {\n    主体"), 2);
    text.erase(text.find(" {\n        由"), 2);
    CHECK(parsing::parse(text).codes() == "P069 P069");
}

TEST_CASE("the words offered for the head of a line are those of its place") {
    const auto words = [](const parsing::Result& r) {
        REQUIRE(r.codes() == "P022");
        return diag::help(r.sink.entries().front(), messages::Language::zh);
    };
    const auto meeting = words(parsing::parse_meeting_item("通知 全体"));
    CHECK(meeting.find("赞成") != std::string::npos);
    CHECK(meeting.find("须经") == std::string::npos);
    const auto step = words(parsing::parse_step_item("通知 全体"));
    CHECK(step.find("须经") != std::string::npos);
    CHECK(step.find("赞成") == std::string::npos);
    CHECK(step.find("...") == std::string::npos);
    const auto english = words(parsing::parse("procedure a { step b { foobar c } }"));
    CHECK(english.find("after") != std::string::npos);
    CHECK(english.find("须经") == std::string::npos);
}

TEST_CASE("an English text is offered English words") {
    const auto r = parsing::parse("procedure a { step b { require amount >= 3 } }");
    REQUIRE(r.codes() == "P007");
    CHECK(r.sink.entries().front().fix->text == "no_fewer_than");
}

TEST_CASE("guesses are never certain") {
    for (const auto* item : {"须径 表决", "公示 应当 不少于 10日", "公示 不少于 3月", "公示 不少于 20个工作日日", "公示 不少于 20日以上",
                             "公示 不少于 20日\n        除外 涉密", "要求 金额 不超过 18,6000元", "须经 表决、表决"}) {
        const auto r = parsing::parse(head + "    步骤 订购 {\n        " + item + "\n    }\n}\n");
        INFO(item << r.shown());
        REQUIRE(r.sink.entries().size() == 1);
        REQUIRE(r.sink.entries().front().fix);
        CHECK(r.sink.entries().front().fix->kind == diag::FixKind::suggestion);
    }
    // A thousandth is no hundredth.
    const auto r = parsing::parse_meeting_item("到会 应到 5‰以上");
    CHECK_FALSE(r.sink.entries().front().fix);
}
