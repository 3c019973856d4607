// Slips that people make out of habit, each put into one rule: one error, its caret under the wrong words only, and what is offered,
// put in its place, leaves the rule without errors.
#include <vector>

#include "diag/render.hpp"
#include "support/catch.hpp"
#include "support/slips.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

const std::string rule = R"(规程 样例 {
    全称 "样例办法"
    版本 "1"
    施行 2023-01-01
    主体 供水站、村民委员会
    会议体 村民代表会议
    事项 {
        金额 金额
        紧急 是否
        投诉 是否
        听取人数 整数
        类别 选项 { 资产处置 日常事务 }
        签订日 日期
    }
    事件 意见 { 记载 { 内容 文本 } }
    步骤 测算 {
        由 供水站
    }
    步骤 公示方案 {
        须经 测算
        由 村民委员会
        公示 不少于 10日 除外 紧急
        公示 内容 必须 包括 { 现行标准 拟调标准 }
    }
    步骤 表决 {
        须经 公示方案
        材料 通知: 提前 5个工作日 送达 除外 紧急
        会议 村民代表会议 {
            到会 应到 三分之二以上
            赞成 到会 过半数
        }
        要求 大额: 金额 1万元以上 且 听取人数 不少于 5
        未通过 则 退回 测算
    }
    步骤 公布 {
        须经 表决
        由 村民委员会
        时限 自 表决 起 5个工作日 内
        时限 较晚: 自 表决 与 公示方案 中较晚者 起 5个工作日 内
        要求 平常: 金额 不少于 1万元 且 非 投诉
    }
}
)";

enum class Offer { clean, some, none };

struct Slip {
    std::string from;
    std::string to;
    std::string code;
    std::string covers;
    Offer offer = Offer::clean;
};

std::vector<diag::Diagnostic> errors_of(const std::string& text) {
    std::vector<diag::Diagnostic> out;
    for (const auto& d : checking::check(text).diagnostics)
        if (d.severity == diag::Severity::error) out.push_back(d);
    return out;
}

void one_error_each(const std::vector<Slip>& slips) {
    REQUIRE(errors_of(rule).empty());
    for (const auto& slip : slips) {
        INFO("for: " << slip.from << "\nwas written: " << slip.to);
        const auto at = rule.find(slip.from);
        REQUIRE(at != std::string::npos);
        const auto text = std::string(rule).replace(at, slip.from.size(), slip.to);
        const auto errors = errors_of(text);
        INFO(diag::render_all(errors, {}));
        CHECK(errors.size() == 1);
        if (errors.size() != 1) continue;
        const auto& d = errors.front();
        CHECK(d.code == slip.code);
        CHECK(std::string(d.source->slice(d.span)) == slip.covers);
        CHECK(d.fix.has_value() == (slip.offer != Offer::none));
        if (slip.offer != Offer::clean || !d.fix) continue;
        const auto mended = support::with_fix(text, *d.fix);
        INFO(mended.substr(mended.rfind('\n', at) + 1, 200) << diag::render_all(errors_of(mended), {}));
        CHECK(errors_of(mended).empty());
    }
}

}  // namespace

TEST_CASE("a closing brace typed twice with a mark between is one error", "[model][slips]") {
    one_error_each({
        {"        由 供水站\n    }", "        由 供水站\n    ｝；｝", "P011", "｝"},
        {"日常事务 }", "日常事务 ｝；｝", "P011", "｝"},
        {"文本 } }", "文本 ｝；｝；｝", "P011", "｝"},
        {"现行标准 拟调标准 }", "现行标准 拟调标准 ；；｝", "P057", "；；"},
    });
}

TEST_CASE("a head line that is missing is one error", "[model][slips]") {
    one_error_each({
        {"    步骤 测算 {\n", "", "P103", "由"},
        {"    步骤 公示方案 {\n", "", "P103", "须经"},
        {"    步骤 表决 {\n", "", "P103", "须经"},
        {"    步骤 公布 {\n", "", "P103", "须经", Offer::none},
        {"        会议 村民代表会议 {\n", "", "P103", "到会"},
        {"送达 除外 紧急\n        会议 村民代表会议 {\n", "送达\n            除外 紧急\n", "P103", "到会"},
        {"    事项 {\n", "", "P103", "金额"},
        {"规程 样例 {\n", "", "P103", "全称", Offer::none},
    });
}

TEST_CASE("brackets of another kind are one error", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string open : {"[", "【", "〔"})
        for (const std::string close : {"]", "】", ")", "）", "}"})
            slips.push_back(
                {"步骤 测算 {\n        由 供水站\n    }", "步骤 测算 " + open + "\n        由 供水站\n    " + close, "P015", open});
    for (const std::string open : {"(", "（"})
        for (const std::string close : {"]", "】", ")", "）", "}"}) {
            slips.push_back(
                {"步骤 测算 {\n        由 供水站\n    }", "步骤 测算 " + open + "\n        由 供水站\n    " + close, "P099", open});
            slips.push_back({"选项 { 资产处置 日常事务 }", "选项 " + open + "资产处置 日常事务" + close, "P099",
                             close == "}" ? open : open + "资产处置 日常事务" + close});
            slips.push_back({"{ 现行标准 拟调标准 }", open + "现行标准 拟调标准" + close, "P099",
                             close == "}" ? open : open + "现行标准 拟调标准" + close});
        }
    for (const std::string close : {"]", "】"}) {
        slips.push_back({"由 供水站\n    }", "由 供水站\n    " + close, "P015", close});
        slips.push_back({"日常事务 }", "日常事务 " + close, "P015", close});
    }
    for (const std::string close : {")", "）"}) slips.push_back({"由 供水站\n    }", "由 供水站\n    " + close, "P014", close});
    for (const std::string head : {"规程 样例 {", "会议 村民代表会议 {", "事项 {", "步骤 表决 {"}) {
        slips.push_back({head, head.substr(0, head.size() - 1) + "（", "P099", "（"});
        slips.push_back({head, head.substr(0, head.size() - 1) + "【", "P015", "【"});
    }
    one_error_each(slips);
}

TEST_CASE("quotation marks of another kind are one error", "[model][slips]") {
    std::vector<Slip> slips;
    for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"‘", "’"},
                                                                                      {"'", "'"},
                                                                                      {"’", "‘"},
                                                                                      {"’", "’"},
                                                                                      {"‘", "'"},
                                                                                      {"＂", "＂"},
                                                                                      {"＇", "＇"},
                                                                                      {"『", "』"},
                                                                                      {"“", "’"},
                                                                                      {"'", "”"},
                                                                                      {"\"", "'"}}) {
        slips.push_back({"\"样例办法\"", open + "样例办法" + close, "P101", open + "样例办法" + close});
        slips.push_back(
            {"由 供水站\n", "由 供水站 释义 " + open + "来源 没有写" + close + " 依据 t.1\n", "P101", open + "来源 没有写" + close});
        if (open != "\"" && open != "“") slips.push_back({"须经 测算", "须经 " + open + "测算" + close, "P101", open + "测算" + close});
    }
    for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"“", "\""}, {"\"", "”"}, {"”", "“"}})
        slips.push_back({"\"样例办法\"", open + "样例办法" + close, "P020", open + "样例办法" + close});
    slips.push_back({"须经 测算", "须经 “测算”", "P062", "“测算”"});
    slips.push_back({"须经 测算", "须经 \"测算\"", "P062", "\"测算\""});
    one_error_each(slips);
}

TEST_CASE("marks of a list at the head of a line are one error", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string mark :
         {"—", "——", "–",      "·",      "•",  "●",  "-",   "*",    "1.",   "1、", "1)",  "1）",   "(1)", "（1）", "（一）", "一、",
          "①", "⑴",  "第一，", "第一、", "a.", "a)", "A、", "１．", "１、", "Ⅰ、", "1.1", "1.1.1", "□",   "◆",     ">"})
        slips.push_back({"        由 供水站", "        " + mark + " 由 供水站", "P084", mark});
    for (const std::string mark : {"—", "·", "-", "1.", "1）", "①", "（一）", "一、"})
        slips.push_back({"    步骤 测算", "    " + mark + "步骤 测算", "P084", mark});
    one_error_each(slips);
}

TEST_CASE("a number at the head of a line goes on being one where it is meant", "[model][slips]") {
    const auto with = [](const std::string& words) {
        const std::string from = "要求 大额: 金额 1万元以上 且 听取人数 不少于 5";
        return errors_of(std::string(rule).replace(rule.find(from), from.size(), words)).size();
    };
    CHECK(with("要求 大额: (金额 不少于\n            1万元) 且 紧急") == 0);
    CHECK(with("要求 大额: (听取人数 不少于 8\n            - 3) 且 紧急") == 0);
    CHECK(with("要求 大额: (听取人数 不少于\n            5\n            ) 且 紧急") == 0);
}

TEST_CASE("a text over several lines is one error", "[model][slips]") {
    one_error_each({
        {"\"样例办法\"", "\"样例\n        办法\"", "P102", "\"样例"},
        {"\"样例办法\"", "“样例\n        办法”", "P102", "“样例"},
        {"\"样例办法\"", "“样例\n办\n法”", "P102", "“样例"},
        {"由 供水站\n", "由 供水站 释义 \"来源没有写，\n            取通行做法\"\n", "P102", "\"来源没有写，"},
        {"由 供水站\n", "由 供水站 释义 \"来源没有写，\n            由 村民委员会\"\n", "P102", "\"来源没有写，"},
        {"由 供水站\n", "由 供水站 释义 “来源没有写，\n            取通行做法” 依据 t.1\n", "P102", "“来源没有写，"},
    });
}

TEST_CASE("remarks behind the marks of other languages are one error", "[model][slips]") {
    one_error_each({
        {"由 供水站", "由 供水站 // 说明 一句", "P100", "//"},
        {"由 供水站", "由 供水站//说明", "P100", "//"},
        {"由 供水站", "// 说明 一句\n        由 供水站", "P100", "//"},
        {"由 供水站", "//说明一句\n        由 供水站", "P100", "//"},
        {"由 供水站", "／／说明一句\n        由 供水站", "P100", "／／"},
        {"由 供水站", "由 供水站 /* 说明 */", "P100", "/*"},
        {"由 供水站", "/* 说明\n         * 两行 */\n        由 供水站", "P100", "/*"},
        {"由 供水站", "/* 说明 */ 由 供水站", "P100", "/*", Offer::none},
        {"由 供水站", "由 供水站 -- 说明", "P100", "--"},
        {"由 供水站", "<!-- 说明 -->\n        由 供水站", "P100", "<!--"},
    });
}

TEST_CASE("an exception behind its condition is offered the other way round", "[model][slips]") {
    const std::string posting = "除外 紧急\n        公示";
    std::vector<Slip> slips;
    for (const std::string words :
         {"紧急 除外", "紧急的 除外", "紧急的除外", "紧急时除外", "紧急 时 除外", "但 紧急的 除外", "但紧急的除外", "紧急 以外",
          "金额 1万元以下 除外", "但 金额 1万元以下 的除外", "金额1万元以下的除外", "除 紧急 外", "除紧急外", "除紧急情况外"})
        slips.push_back({posting, words + "\n        公示", "P026", words});
    for (const std::string words : {"紧急 除外", "但紧急的除外", "但是紧急情况除外"})
        slips.push_back({" " + posting, "，" + words + "\n        公示", "P026", words});
    slips.push_back({"公示 不少于 10日 除外 紧急", "除紧急外，公示 不少于 10日", "P096", "除紧急外"});
    slips.push_back({"5个工作日 送达 除外 紧急", "5个工作日紧急的 除外", "P026", "紧急的 除外"});
    slips.push_back({"5个工作日 送达 除外 紧急", "5个工作日 送达 紧急的 除外", "P026", "紧急的 除外"});
    slips.push_back({"10日 除外 紧急", "10日紧急的 除外", "P026", "紧急的 除外"});
    slips.push_back({"10日 除外 紧急", "10日紧急除外", "P026", "紧急除外"});
    one_error_each(slips);
}

TEST_CASE("a bound after 且 is offered what it bounds", "[model][slips]") {
    one_error_each({
        {"且 听取人数 不少于 5", "且 不满5万元", "P104", "不满5万元"},
        {"1万元以上 且 听取人数 不少于 5", "不少于 1万元 且 不超过 5万元", "P104", "不超过 5万元"},
        {"且 听取人数 不少于 5", "且 不少于5人", "P104", "不少于5人", Offer::none},
        {"应到 三分之二以上", "应到 三分之二以上 且 不少于5人", "P098", "且"},
        {"应到 三分之二以上", "应到 三分之二以上，且不少于 5人", "P098", "且"},
        {"10日 除外 紧急", "10日 且 不超过 20日", "P098", "且"},
    });
}

TEST_CASE("what one blank or one comma too many did is undone", "[model][slips]") {
    one_error_each({
        {"公示 不少于 10日 除外 紧急\n        公示 内容", "公示 不少于 10日，内容", "P056", "，"},
        {"5个工作日 送达", "5 个 工作日 送达", "P036", "工作日"},
        {"5个工作日 送达", "5个 工作日 送达", "P036", "工作日"},
        {"由 供水站", "由 供水 站", "N002", "供水 站"},
        {"由 村民委员会", "由 村民 委员会、供水站", "N002", "村民 委员会"},
        {"未通过 则 退回 测算", "未通过 则 结束", "P026", "结束"},
        {"施行 2023", "施行日期 2023", "P026", "施行日期"},
    });
}

TEST_CASE("a bound behind 是 is offered without it, and denied behind 不是", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string word : {"是", "为", "在"})
        slips.push_back({"金额 1万元以上", "金额 " + word + " 1万元以上", "P065", "1万元以上"});
    slips.push_back({"金额 1万元以上", "金额 是 不少于 1万元", "P065", "不少于 1万元"});
    one_error_each(slips);
    const auto errors =
        errors_of(std::string(rule).replace(rule.find("金额 1万元以上"), std::string("金额 1万元以上").size(), "金额 不是 1万元以上"));
    REQUIRE(errors.size() == 1);
    REQUIRE(errors[0].fix.has_value());
    CHECK(errors[0].fix->text == "非 金额 ");
}

TEST_CASE("words that papers have between a total and its share are left out", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string word : {"人数", "的", "人数的", "总人数", "人员"}) {
        slips.push_back({"到会 应到 三分之二", "到会 应到 " + word + " 三分之二", "P105", word});
        slips.push_back({"到会 应到 三分之二", "到会 应到" + word + " 三分之二", "P105", word});
        slips.push_back({"到会 应到 三分之二", "到会 应到" + word + "三分之二", "P105", word});
        slips.push_back({"赞成 到会 过半数", "赞成 到会" + word + "过半数", "P105", word});
    }
    slips.push_back({"到会 应到", "到会 人数 应到", "P105", "人数"});
    one_error_each(slips);
}

TEST_CASE("what is said of an amount twice is left out", "[model][slips]") {
    one_error_each({
        {"不少于 1万元", "不少于 1 万元", "P106", "1 万元"},
        {"不少于 1万元", "不少于 1 万元 人民币", "P106", "1 万元 人民币"},
        {"不少于 1万元", "不少于 1万元 人民币", "P105", "人民币"},
        {"不少于 1万元", "不少于 1万元人民币", "P105", "人民币"},
        {"金额 1万元以上", "金额 1万元人民币以上", "P105", "人民币"},
        {"不少于 1万元", "不少于 人民币 1万元", "P105", "人民币"},
        {"不少于 1万元", "不少于 人民币1万元", "P105", "人民币"},
        {"不少于 1万元", "不少于 1万 人民币", "P087", "人民币"},
        {"不少于 1万元", "不少于 1万人民币", "P087", "人民币"},
        {"不少于 1万元", "不少于 ￥10000", "P105", "￥"},
        {"不少于 1万元", "不少于 ¥10000元", "P105", "¥"},
        {"不少于 1万元", "不少于 1万元整", "P105", "整"},
        {"不少于 1万元", "不少于 壹万元整", "P112", "壹万元整"},
        {"不少于 10日", "不少于 叁拾日", "P112", "叁拾日"},
        {"金额 1万元以上", "金额 壹万元以上", "P112", "壹万元以上"},
    });
}

TEST_CASE("whether a bound counts itself is said by its word alone, and no offer changes the bound", "[model][slips]") {
    one_error_each({
        {"金额 1万元以上", "金额 1万元（含）以上", "P107", "（含）"},
        {"金额 1万元以上", "金额 1万元以上（含）", "P107", "（含）"},
        {"金额 1万元以上", "金额 1万元以上（含本数）", "P107", "（含本数）"},
        {"金额 1万元以上", "金额 1万元以上（含 1万元）", "P107", "（含 1万元）"},
        {"金额 1万元以上", "金额 超过 1万元（不含）", "P107", "（不含）"},
        {"应到 三分之二以上", "应到 三分之二（含）以上", "P107", "（含）"},
        {"金额 1万元以上", "金额 1万元以上（不含）", "P108", "1万元以上（不含）"},
        {"金额 1万元以上", "金额 1万元（不含）以下", "P108", "1万元（不含）以下"},
        {"金额 1万元以上", "金额 超过 1万元（含）", "P109", "超过 1万元（含）", Offer::none},
        {"金额 1万元以上", "金额 1万元以上（含税）", "P028", "（含税）", Offer::none},
    });
    const auto offered = [](const std::string& words) {
        const auto errors =
            errors_of(std::string(rule).replace(rule.find("金额 1万元以上"), std::string("金额 1万元以上").size(), "金额 " + words));
        return errors.empty() || !errors[0].fix ? std::string() : errors[0].fix->text;
    };
    CHECK(offered("1万元以上（不含本数）") == "超过 1万元");
    CHECK(offered("1万元（不含）以上") == "超过 1万元");
    CHECK(offered("不少于 1万元（不含）") == "超过 1万元");
    CHECK(offered("1万元以下（不含1万元）") == "不满 1万元");
    CHECK(offered("1万元（含）以下").empty());
}

TEST_CASE("halves of lengths are told what may be written", "[model][slips]") {
    one_error_each({
        {"不少于 10日", "不少于 半个月", "P113", "半个月"},
        {"不少于 10日", "不少于 半月", "P113", "半月"},
        {"5个工作日 内", "半个月 内", "P113", "半个月"},
        {"不少于 10日", "不少于 一年半", "P113", "一年半"},
        {"不少于 10日", "不少于 一个半月", "P113", "一个半月", Offer::none},
        {"不少于 10日", "不少于 半天", "P113", "半天", Offer::none},
    });
    const auto errors = errors_of(std::string(rule).replace(rule.find("10日"), std::string("10日").size(), "一年半"));
    REQUIRE(errors.size() == 1);
    REQUIRE(errors[0].fix.has_value());
    CHECK(errors[0].fix->text == "18个月");
}

TEST_CASE("what must be done first is said with 须经", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string words : {"经 表决 后", "经表决后", "表决 后", "表决后", "表决 之后", "在 表决 后", "经 表决", "经表决通过后",
                                    "经 表决 通过后", "须经表决后"})
        slips.push_back({"须经 表决", words, "P026", words});
    for (const std::string word : {"后", "之后", "通过", "通过后"}) slips.push_back({"须经 表决", "须经 表决 " + word, "P105", word});
    one_error_each(slips);
}

TEST_CASE("must and the like stand behind the head", "[model][slips]") {
    one_error_each({
        {"公示 不少于 10日", "应当 公示 不少于 10日", "P111", "应当"},
        {"公示 不少于 10日", "应当公示 不少于 10日", "P111", "应当"},
        {"公示 不少于 10日", "原则上 公示 不少于 10日", "P111", "原则上"},
        {"公示 内容 必须", "必须 公示 内容", "P111", "必须"},
        {"材料 通知: 提前", "应当 材料 通知: 提前", "P111", "应当"},
        {"由 供水站", "应当 由 供水站", "P111", "应当"},
        {"由 供水站", "应由 供水站", "P111", "应"},
        {"由 供水站", "须由 供水站", "P111", "须"},
        {"由 供水站", "可以 由 供水站", "P111", "可以", Offer::none},
        {"要求 大额: 金额", "应当 金额", "P026", "应当"},
    });
}

TEST_CASE("what is denied is denied with 非", "[model][slips]") {
    std::vector<Slip> slips;
    for (const std::string word : {"没有", "无", "未", "不", "不是", "并非"}) {
        slips.push_back({"非 投诉", word + " 投诉", "P026", word});
        slips.push_back({"非 投诉", word + " 意见", "P026", word});
    }
    one_error_each(slips);
}

TEST_CASE("later or earlier needs two days", "[model][slips]") {
    one_error_each({
        {"自 表决 与 公示方案 中较晚者 起", "自 表决 中较晚者 起", "P110", "中较晚者"},
        {"自 表决 与 公示方案 中较晚者 起", "自 表决 中较早者 起", "P110", "中较早者"},
        {"自 表决 与 公示方案 中较晚者 起", "自 表决 与 中较晚者 起", "P030", "中较晚者", Offer::none},
    });
}

TEST_CASE("a word typed twice is one error wherever it stands", "[model][slips]") {
    one_error_each({
        {"由 供水站", "由 由 供水站", "P097", "由"},
        {"主体 供水站", "主体 主体 供水站", "P097", "主体"},
        {"步骤 测算", "步骤 步骤 测算", "P097", "步骤"},
        {"步骤 测算", "步骤 测算 测算", "P097", "测算"},
        {"须经 测算", "须经 须经 测算", "P097", "须经"},
        {"须经 测算", "须经 测算 测算", "P097", "测算"},
        {"除外 紧急", "除外 除外 紧急", "P097", "除外"},
        {"会议 村民代表会议 {", "会议 会议 村民代表会议 {", "P097", "会议"},
        {"到会 应到", "到会 应到 应到", "P097", "应到"},
        {"且 听取人数", "且 且 听取人数", "P097", "且"},
        {"5个工作日 送达", "5个工作日 送达 送达", "P097", "送达"},
        {"中较晚者 起", "中较晚者 起 起", "P097", "起"},
        {"中较晚者 起", "中较晚者 中较晚者 起", "P097", "中较晚者"},
        {"非 投诉", "非 投诉 投诉", "P097", "投诉"},
        {"要求 平常", "要求 要求 平常", "P097", "要求"},
    });
}

TEST_CASE("a denial typed twice is said to deny nothing", "[model][slips]") {
    const auto checked = checking::check(std::string(rule).replace(rule.find("非 投诉"), std::string("非 投诉").size(), "非 非 投诉"));
    CHECK(checked.codes().find("P114") != std::string::npos);
    CHECK(checked.covered("P114") == "非 非");
    CHECK(checking::check(rule).codes().find("P114") == std::string::npos);
}

TEST_CASE("words of another order, and of everyday speech", "[model][slips]") {
    one_error_each({
        {"不少于 10日", "10日 不少于", "P026", "10日 不少于"},
        {"公示 不少于 10日", "公示 时间 不少于 10日", "P105", "时间"},
        {"公示 不少于 10日", "公示 期限 不少于 10日", "P105", "期限"},
        {"赞成 到会 过半数", "赞成 到会 过半", "P026", "过半"},
        {"事项 {", "事项： {", "P059", "："},
        {"须经 测算\n", "测算\n", "P022", "测算"},
    });
}
