#pragma once
// One procedure with nearly every construct, and cases that use them: postings that wait, lost votes and returns, withdrawal,
// suspension, ballots by name, undated acts, hours, corrections, findings, events, parameters that change.
#include "support/judge_text.hpp"

namespace guicheng::support {

inline const Rule& rich_rule() {
    static const Rule rule(
        "参数 期 期限\n参数 线 比例\n事件 异议 { 记载 { 成立 是否 } }\n认定 合规 { 由 甲方；结论 是否；未作 视为 否 }\n"
        "适用 当 非 涉密\n"
        "步骤 提 { 由 甲方 }\n"
        "步骤 示 { 须经 提\n公示 不少于 期 除外 紧急 否则 无效\n公示 内容 包括 { 理由书 依据书 } }\n"
        "步骤 议 { 须经 示\n材料 提前 3个工作日 送达 除外 紧急\n"
        "会议 大会 { 到会 应到 三分之二以上；赞成 到会 不少于 线；表决方式 无记名；委托表决 可以，每人 至多 1票；远程表决 不得 }\n"
        "未通过 则 退回 提 }\n"
        "可以 步骤 听 当 金额 10万元以上 { 须经 提\n记载 { 人次 整数 } }\n"
        "步骤 行 { 须经 议 且 ( 听 或 示 )\n时限 自 议 起 10日 内，否则 限期改正 30日\n要求 无异议: 非 有 异议 ( 当 成立 )\n"
        "要求 合: 原则上 合规\n要求 分: 分情形 {\n产业 是 农 => 听 已办\n产业 是 工 => 未规定\n其余 => 议.赞成 超过 2\n} }\n"
        "步骤 告 { 须经 行 不论结果\n公示 不少于 5日\n时限 自 行 起 5个工作日 内 }\n"
        "要求 总: 个数 议 不超过 2\n要求 全: 每个 异议 ( 成立 已记载 ) 否则 通报");
    return rule;
}

inline std::vector<std::string> rich_cases() {
    const std::string rest =
        "名册: { 大会: [一, 二, 三, 四, 五, 六] }\n参数: { 期: [ { 值: 5日 }, { 值: 3个工作日, 自: 2024-03-15 } ], 线: 三分之二 }\n";
    const std::string heading = rest + "事项: { 涉密: 否, 紧急: 否, 金额: 30万元, 产业: 农 }\n";
    const auto ballots = [](std::initializer_list<const char*> cast) {
        std::string out = "票: [ ";
        const char* const people[] = {"一", "二", "三", "四", "五", "六"};
        std::size_t i = 0;
        for (const auto* vote : cast) out += (i ? ", { 谁: " : "{ 谁: ") + std::string(people[i]) + ", 投: " + vote + " }", ++i;
        return out + " ]";
    };
    const std::string posted = ", 内容: [理由书, 依据书] }";
    const std::string good = "表决方式: 无记名, " + ballots({"赞成", "赞成", "赞成", "赞成", "反对"});
    const std::string bad = "表决方式: 无记名, " + ballots({"赞成", "反对", "反对", "弃权", "反对"});
    return {
        // Straight through, the last posting still hanging.
        Rule::file_of("{ 步骤: 提, 日期: 2024-03-01, 由: 甲方 }, { 步骤: 示, 起: 2024-03-02, 止: 2024-03-12" + posted +
                          ", { 步骤: 听, 日期: 2024-03-05, 人次: 30 }, { 认定: 合规, 日期: 2024-03-06, 由: 甲方, 结论: 是 }, "
                          "{ 步骤: 议, 日期: 2024-03-13, 材料: 2024-03-07, " +
                          good +
                          " }, { 事: 异议, 日期: 2024-03-14, 成立: 否 }, "
                          "{ 步骤: 行, 日期: 2024-03-18 }, { 步骤: 告, 起: 2024-03-19 }",
                      heading),
        // A lost vote, a return, a posting too short, a withdrawal, a suspension, acts without a date.
        Rule::file_of("{ 步骤: 提, 日期: 2024-03-01, 由: 甲方 }, { 步骤: 示, 起: 2024-03-02" + posted +
                          ", { 步骤: 议, 日期: 2024-03-10, 材料: 2024-03-08, " + bad +
                          " }, { 步骤: 提, 日期: 2024-03-12, 由: 乙方 }, "
                          "{ 步骤: 提, 日期: 2024-03-13, 由: 甲方 }, { 步骤: 示, 起: 2024-03-15, 止: 2024-03-16" +
                          posted + ", { 步骤: 议, 日期: 2024-03-18, 材料: 2024-03-10, " + good + " }, { 步骤: 示, 起: 2024-03-18" + posted +
                          ", { 步骤: 议, 日期: 2024-03-28, 材料: 2024-03-20, " + good +
                          " }, { 步骤: 听 }, { 事: 异议, 成立: 是 }, "
                          "{ 事: 撤回, 步骤: 议, 日期: 2024-03-29 }, { 事: 暂缓, 日期: 2024-03-30 }, { 步骤: 行, 日期: 2024-04-01 }, "
                          "{ 事: 恢复, 日期: 2024-04-02 }, { 步骤: 议, 日期: 2024-04-10, 材料: 2024-04-01, " +
                          good +
                          " }, "
                          "{ 步骤: 行, 日期: 2024-04-25, 理由: { 内容: 节日, 日期: 2024-04-20 } }",
                      heading + "结案: 2024-05-30\n"),
        // Hours of one day, corrections, unknown events, doubtful and excluded ballots, an incomplete record, little known of the matter.
        Rule::file_of(
            "{ 步骤: 示, 起: 2024-03-01 11:00" + posted +
                ", { 步骤: 提, 日期: 2024-03-01 10:00, 由: 甲方 }, "
                "{ 事: 茶话会, 日期: 2024-03-02 }, { 步骤: 听, 编号: a, 日期: 2024-03-01 }, { 步骤: 听, 更正: a, 日期: 2024-03-02 }, "
                "{ 步骤: 议, 日期: 2024-03-20 15:00, 表决方式: 无记名, 宣告: 通过, 票: [ { 谁: 一, 投: 赞成, 方式: 远程 }, "
                "{ 谁: 二, 投: 赞成, 代: 三 }, { 谁: 四, 投: 赞成, 代: 三 }, { 谁: 五, 投: 赞成 }, { 谁: 外人, 投: 反对 }, { 谁: 六, 投: "
                "赞成 }, "
                "{ 谁: 六, 投: 反对 } ] }, { 步骤: 行, 日期: 2024-03-20 16:00 }, { 步骤: 议, 日期: 2024-03-20, 到会: [一, 二, 三, 四, 五], "
                "赞成: 4 }, { 事: 异议, 日期: 2024-03-20 }, { 步骤: 告, 起: 2024-03-20 09:00, 止: 2024-03-22 }",
            rest + "记录: 不全\n事项: { 产业: 工 }\n截至: 2024-03-25\n"),
    };
}

}  // namespace guicheng::support
