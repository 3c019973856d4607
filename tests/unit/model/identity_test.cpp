// The identity of a version: what changes it and what does not.
#include <set>

#include "model/identity.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

const std::string rule =
    "规程 样例 {\n"
    "    版本 \"1\"\n"
    "    施行 2024-01-01\n"
    "    来源 甲文、乙文\n"
    "    主体 党支部、村委会\n"
    "    会议体 大会\n"
    "    事项 {\n        类别 选项 { 甲 乙 }\n        金额 金额\n        涉密 是否\n    }\n"
    "    参数 期 期限 依据 t.1\n"
    "    认定 必要 { 由 党支部；结论 是否；未作 视为 否 } 依据 t.1\n"
    "    事件 走访 { 记载 { 满意 是否 } } 依据 t.1\n"
    "    适用 当 类别 是 甲 依据 t.1\n"
    "    步骤 提议 { 由 党支部、村委会 依据 t.1 }\n"
    "    步骤 公告 当 非 涉密 依据 t.2 {\n"
    "        须经 提议 依据 t.1\n"
    "        公示 原则上 不少于 期 依据 t.2 除外 必要 依据 t.3\n"
    "        公示 内容 必须 包括 { 方案 理由 } 依据 t.2\n"
    "    }\n"
    "    步骤 表决 {\n"
    "        须经 提议 且 公告 依据 t.1\n"
    "        会议 大会 {\n"
    "            到会 应到 三分之二以上 依据 t.2 释义 \"取法律\"\n"
    "            赞成 到会 过半数 依据 t.2\n"
    "            委托表决 可以 每人 至多 2票 依据 t.2\n"
    "        }\n"
    "        要求 走访: 有 走访（当 满意 且 日期 早于 本次.日期） 依据 t.3 否则 限期改正 10日\n"
    "        要求 数额: 金额 20万元以上不满50万元 依据 t.3\n"
    "        未通过 则 退回 提议 依据 t.2\n"
    "    }\n"
    "    断言 到达 表决 必经 提议\n"
    "}\n";

std::string identity(const std::string& text) {
    const auto c = checking::check(text);
    INFO(text);
    INFO(c.codes());
    REQUIRE(c.procedures.size() == 1);
    return c.one().identity;
}

std::string with(const std::string& old, const std::string& fresh) {
    auto text = rule;
    const auto at = text.find(old);
    INFO(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), fresh);
}

}  // namespace

TEST_CASE("an identity is 64 hex digits of the canonical text", "[model][identity]") {
    CHECK(identity(rule).size() == 64);
    CHECK(identity(rule).find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("comments, spacing, layout and synonyms change nothing", "[model][identity]") {
    CHECK(identity("# 说明\n" + rule + "\n# 完\n") == identity(rule));
    CHECK(identity(with("    主体 党支部、村委会", "\n\n        主体   党支部 村委会   # 两个")) == identity(rule));
    CHECK(identity(with("不少于 期", "不低于 期")) == identity(rule));
    CHECK(identity(with("三分之二以上", "不少于 2/3")) == identity(rule));
    CHECK(identity(with("过半数", "超过半数")) == identity(rule));
    CHECK(identity(with("20万元以上不满50万元", "200,000元以上不满50万元")) == identity(rule));
    CHECK(identity(with("版本 \"1\"\n", "版本 “1”。\n")) == identity(rule));
    CHECK(identity(with("主体 ", "actors ")) == identity(rule));
}

TEST_CASE("a statute's days and the working days that they are make one rule", "[model][identity]") {
    CHECK(identity(with("不少于 期", "不少于 20日 计期 行政许可法")) == identity(with("不少于 期", "不少于 20个工作日 计期 行政许可法")));
    CHECK(identity(with("不少于 期", "不少于 20日 计期 行政许可法")) != identity(with("不少于 期", "不少于 20日")));
    CHECK(identity(with("不少于 期", "不少于 20日 计期 逢休顺延")) != identity(with("不少于 期", "不少于 20日")));
    CHECK(identity(with("日期 早于 本次.日期", "日期 不迟于 本次.日期")) == identity(with("日期 早于 本次.日期", "日期 不晚于 本次.日期")));
}

TEST_CASE("the order of declarations changes nothing where it means nothing", "[model][identity]") {
    CHECK(identity(with("主体 党支部、村委会", "主体 村委会、党支部")) == identity(rule));
    CHECK(identity(with("来源 甲文、乙文", "来源 乙文、甲文")) == identity(rule));
    CHECK(identity(with("选项 { 甲 乙 }", "选项 { 乙 甲 }")) == identity(rule));
    CHECK(identity(with("金额 金额\n        涉密 是否\n", "涉密 是否\n        金额 金额\n")) == identity(rule));
    CHECK(identity(with("{ 方案 理由 }", "{ 理由 方案 }")) == identity(rule));
    CHECK(identity(with("由 党支部、村委会 依据", "由 村委会、党支部 依据")) == identity(rule));
    CHECK(identity(with("提议 且 公告", "公告 且 提议")) == identity(rule));
    const std::string proposal = "    步骤 提议 { 由 党支部、村委会 依据 t.1 }\n";
    auto moved = with(proposal, "");
    moved.insert(moved.find("    断言"), proposal);
    CHECK(identity(moved) == identity(rule));
    const std::string posting = "        公示 原则上 不少于 期 依据 t.2 除外 必要 依据 t.3\n";
    auto swapped = with(posting, "");
    swapped.insert(swapped.find("    }\n    步骤 表决"), posting);
    CHECK(identity(swapped) == identity(rule));
}

TEST_CASE("each single change of meaning gives another identity", "[model][identity]") {
    const std::vector<std::pair<std::string, std::string>> changes = {
        {"规程 样例", "规程 样本"},
        {"公示 原则上 不少于 期", "公示 媒介 公开栏 原则上 不少于 期"},
        {"公示 原则上 不少于 期", "公示 媒介 网站 原则上 不少于 期"},
        {"公示 原则上 不少于 期", "公示 原则上 不少于 20日"},
        {"公示 原则上 不少于 期", "公示 累计 原则上 不少于 20日"},
        {"版本 \"1\"", "版本 \"2\""},
        {"2024-01-01", "2024-01-02"},
        {"来源 甲文、乙文", "来源 甲文"},
        {"来源 甲文、乙文", "来源 甲文、乙文；级别 村"},
        {"来源 甲文、乙文", "来源 甲文、乙文；计期 不顺延"},
        {"来源 甲文、乙文", "来源 甲文、乙文；全称 \"样例办法\""},
        {"来源 甲文、乙文", "来源 甲文、乙文；废止 2030-01-01"},
        {"主体 党支部、村委会", "主体 党支部、村委会、老年协会"},
        {"选项 { 甲 乙 }", "选项 { 甲 乙 丙 }"},
        {"金额 金额\n", "金额 金额 依据 t.1\n"},
        {"参数 期 期限 依据 t.1", "参数 期 期限 依据 t.2"},
        {"视为 否", "视为 是"},
        {"；未作 视为 否", ""},
        {"记载 { 满意 是否 }", "记载 { 满意 是否；花费 金额 }"},
        {"类别 是 甲", "类别 不是 甲"},
        {"类别 是 甲", "类别 是 乙"},
        {"适用 当 类别 是 甲 依据 t.1", "适用 当 类别 是 甲 依据 t.2"},
        {"    步骤 提议", "    可以 步骤 提议"},
        {"由 党支部、村委会 依据", "由 党支部 依据"},
        {"当 非 涉密", "当 涉密"},
        {" 当 非 涉密 依据 t.2", ""},
        {"公示 原则上", "公示"},
        {"不少于 期", "超过 期"},
        {"不少于 期", "不少于 7日"},
        {"除外 必要 依据 t.3", ""},
        {"除外 必要", "除外 非 必要"},
        {"依据 t.3\n        公示 内容", "依据 t.4\n        公示 内容"},
        {"{ 方案 理由 }", "{ 方案 }"},
        {"提议 且 公告", "提议 或 公告"},
        {"提议 且 公告", "提议 且 公告 不论结果"},
        {"应到 三分之二以上", "应到 四分之三以上"},
        {"应到 三分之二以上", "全体 三分之二以上"},
        {"应到 三分之二以上", "应到 超过三分之二"},
        {"释义 \"取法律\"", "释义 \"取习惯\""},
        {"至多 2票", "至多 3票"},
        {"可以 每人 至多 2票", "不得"},
        {"限期改正 10日", "限期改正 10个工作日"},
        {"否则 限期改正 10日", "否则 无效"},
        {"否则 限期改正 10日", ""},
        {"要求 走访:", "要求 访问:"},
        {"满意 且 日期 早于", "满意 或 日期 早于"},
        {"早于 本次", "不晚于 本次"},
        {"20万元以上", "21万元以上"},
        {"退回 提议 依据 t.2", "退回 公告 依据 t.2"},
        {"未通过 则 退回 提议", "未通过 则 终止"},
        {"    断言 到达 表决 必经 提议\n", ""},
        {"赞成 到会 过半数 依据 t.2", "赞成 到会 过半数 依据 t.2 自 2025-01-01 施行"},
        {"公示 内容 必须 包括 { 方案 理由 } 依据 t.2", "公示 内容 必须 包括 { 方案 理由 } 依据 t.2 计期 不顺延"},
    };
    std::set<std::string> seen{identity(rule)};
    for (const auto& [old, fresh] : changes) {
        INFO(old << " -> " << fresh);
        CHECK(seen.insert(identity(with(old, fresh))).second);
    }
}

TEST_CASE("quotes and blanks in names cannot forge another rule's text", "[model][identity]") {
    const auto one = identity("规程 样例 { 主体 「甲\" actor \"乙」；步骤 丙 { 由 「甲\" actor \"乙」 依据 t.1 } }");
    const auto two = identity("规程 样例 { 主体 甲、乙；步骤 丙 { 由 甲、乙 依据 t.1 } }");
    CHECK(one != two);
}
