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
