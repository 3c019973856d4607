// What conditions read: three-valued logic, findings, parameters, attributes, quantifiers, dates (judging, sections 2 and 8).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const std::string declared =
    "参数 线 整数\n参数 期 期限\n事件 来信 { 由 甲方；记载 { 件数 整数；署名 是否 } }\n"
    "认定 必要 { 由 甲方；结论 是否 }\n认定 危急 { 由 甲方；结论 是否；未作 视为 否 }\n"
    "步骤 前 { 记载 { 评分 整数 } }\n步骤 议 { 会议 大会 { 到会 应到 过半数；赞成 到会 过半数 } }\n";

/// 查 of a step 办 that is done on 2024-03-10, after whatever else was done.
verdict::Verdict judged(const std::string& condition, const std::string& rest = {}, const std::string& before = {},
                        const std::string& act = "日期: 2024-03-10", const calendar::Calendar& calendar = calendar::built_in()) {
    const Rule rule(declared + "步骤 办 { 要求 查: " + condition + " }");
    return rule.judge((before.empty() ? "" : before + ", ") + "{ 步骤: 办" + (act.empty() ? "" : ", " + act) + " }", rest, {}, calendar);
}

/// "true", "false", or what is missing.
std::string truth(const verdict::Verdict& v) {
    const auto given = result(v, "办.查");
    return given == "satisfied" ? "true" : given == "violated" ? "false" : missing(v, "办.查");
}
std::string of(const std::string& condition, const std::string& fields) {
    return truth(judged(condition, "事项: { " + fields + " }"));
}
std::string after(const std::string& condition, const std::string& before, const std::string& rest = {}) {
    return truth(judged(condition, rest, before));
}

}  // namespace

TEST_CASE("且, 或 and 非 over true, false and unknown", "[eval][conditions]") {
    const std::string secret = "matter_field 涉密", urgent = "matter_field 紧急";
    const std::string both = "涉密 且 紧急", any = "涉密 或 紧急";
    CHECK(of(both, "涉密: 是, 紧急: 是") == "true");
    CHECK(of(both, "涉密: 是, 紧急: 否") == "false");
    CHECK(of(both, "紧急: 否") == "false");
    CHECK(of(both, "涉密: 否") == "false");
    CHECK(of(both, "涉密: 是") == urgent);
    CHECK(of(both, "") == secret + "; " + urgent);
    CHECK(of(any, "涉密: 否, 紧急: 否") == "false");
    CHECK(of(any, "紧急: 是") == "true");
    CHECK(of(any, "涉密: 是") == "true");
    CHECK(of(any, "涉密: 否") == urgent);
    CHECK(of(any, "") == secret + "; " + urgent);
    CHECK(of("非 涉密", "涉密: 否") == "true");
    CHECK(of("非 涉密", "涉密: 是") == "false");
    CHECK(of("非 涉密", "") == secret);
    CHECK(of("涉密 且 ( 紧急 或 涉密 )", "") == secret + "; " + urgent);
}

TEST_CASE("已记载 is true or false, never unknown", "[eval][conditions]") {
    CHECK(of("涉密 已记载", "涉密: 否") == "true");
    CHECK(of("涉密 已记载", "") == "false");
    CHECK(after("本次.地点 已记载", "") == "false");
}

TEST_CASE("numbers, money, choices and texts are compared; an operand that is unknown is named", "[eval][conditions]") {
    CHECK(of("人数 不少于 3", "人数: 2") == "false");
    CHECK(of("人数 不少于 3", "人数: 3") == "true");
    CHECK(of("人数 不少于 3", "人数: 4") == "true");
    CHECK(of("金额 1万元以上不满20万元", "金额: 9999元") == "false");
    CHECK(of("金额 1万元以上不满20万元", "金额: 1万元") == "true");
    CHECK(of("金额 1万元以上不满20万元", "金额: 199999元") == "true");
    CHECK(of("金额 1万元以上不满20万元", "金额: 20万元") == "false");
    CHECK(of("产业 属于 { 农 工 }", "产业: 工") == "true");
    CHECK(of("产业 不属于 { 农 工 }", "产业: 工") == "false");
    CHECK(of("产业 不是 商", "产业: 商") == "false");
    CHECK(of("说明 是 \"甲\"", "说明: 甲") == "true");
    CHECK(of("说明 是 \"甲\"", "说明: 乙") == "false");
    CHECK(of("人数 * 2 + 1 不少于 线", "人数: 3") == "parameter 线");
    CHECK(of("人数 * 2 + 1 不少于 线", "") == "matter_field 人数; parameter 线");
}

TEST_CASE("arithmetic that leaves 64 bits is unknown", "[eval][conditions]") {
    const std::string times = "人数 * 人数 * 人数 不少于 0";
    CHECK(of(times, "人数: 1000000") == "true");
    CHECK(of(times, "人数: 1000000000") == "overflow");
    CHECK(of("签约日 + 1年 不早于 签约日", "签约日: 2024-02-29") == "true");
}

TEST_CASE("dates are compared by day; periods clamp at the end of a month", "[eval][conditions]") {
    CHECK(of("签约日 早于 2024-03-01", "签约日: 2024-02-29") == "true");
    CHECK(of("签约日 早于 2024-03-01", "签约日: 2024-03-01") == "false");
    CHECK(of("签约日 不晚于 2024-03-01", "签约日: 2024-03-01") == "true");
    CHECK(of("签约日 晚于 2024-03-01", "签约日: 2024-03-01") == "false");
    CHECK(of("签约日 不早于 本次.日期", "签约日: 2024-03-10") == "true");
    CHECK(truth(judged("签约日 不早于 本次.日期", "事项: { 签约日: 2024-03-10 }", {}, "日期: 2024-03-10 15:00")) == "true");
    CHECK(of("签约日 + 1个月 是 2024-02-29", "签约日: 2024-01-31") == "true");
    CHECK(of("签约日 - 1年 是 2023-02-28", "签约日: 2024-02-29") == "true");
    CHECK(of("签约日 + 2个工作日 是 2024-03-05", "签约日: 2024-03-01") == "true");
    CHECK(of("签约日 - 2个工作日 是 2024-02-28", "签约日: 2024-03-01") == "true");
    CHECK(of("签约日 + 1周 是 2024-03-08", "签约日: 2024-03-01") == "true");
    CHECK(truth(judged("签约日 + 期 是 2024-03-08", "事项: { 签约日: 2024-03-01 }\n参数: { 期: 7日 }")) == "true");
    CHECK(of("签约日 + 期 是 2024-03-08", "签约日: 2024-03-01") == "parameter 期");
}

TEST_CASE("between two days both are included: one before, on each end, one after; as far as the ends are known", "[eval][conditions]") {
    const auto on = [](const std::string& day) { return of("签约日 在 2024-03-01 至 2024-03-05 之间", "签约日: " + day); };
    CHECK(on("2024-02-29") == "false");
    CHECK(on("2024-03-01") == "true");
    CHECK(on("2024-03-05") == "true");
    CHECK(on("2024-03-06") == "false");
    CHECK(of("人数 在 3 至 5 之间", "人数: 2") == "false");
    CHECK(of("人数 在 3 至 5 之间", "人数: 3") == "true");
    CHECK(of("人数 在 3 至 5 之间", "人数: 5") == "true");
    CHECK(of("人数 在 3 至 5 之间", "人数: 6") == "false");
    CHECK(of("人数 在 3 至 线 之间", "人数: 2") == "false");
    CHECK(of("人数 在 3 至 线 之间", "人数: 4") == "parameter 线");
    CHECK(of("人数 在 3 至 线 之间", "") == "matter_field 人数; parameter 线");
    CHECK(of("签约日 不迟于 2024-03-01", "签约日: 2024-03-01") == "true");
    CHECK(of("签约日 不迟于 2024-03-01", "签约日: 2024-03-02") == "false");
}

TEST_CASE("日数 and 工作日数: one below, equal, one above; negative turned round", "[eval][conditions]") {
    const auto days = [](const std::string& day) { return of("签约日 至 本次.日期 日数 不少于 5日", "签约日: " + day); };
    CHECK(days("2024-03-06") == "false");
    CHECK(days("2024-03-05") == "true");
    CHECK(days("2024-03-04") == "true");
    CHECK(of("签约日 至 本次.日期 日数 不足 0日", "签约日: 2024-03-11") == "true");
    const auto working = [](const std::string& day) { return of("签约日 至 本次.日期 工作日数 不少于 2个工作日", "签约日: " + day); };
    CHECK(working("2024-03-07") == "false");
    CHECK(working("2024-03-06") == "true");
    CHECK(working("2024-03-05") == "true");
    const calendar::Calendar bare({});
    const auto open = judged("签约日 至 本次.日期 工作日数 不少于 2个工作日", "事项: { 签约日: 2024-03-01 }", {}, "日期: 2024-03-10", bare);
    CHECK(truth(open) == "calendar_year 2024");
    CHECK(truth(judged("签约日 + 2个工作日 是 2024-03-05", "事项: { 签约日: 2024-03-01 }", {}, "日期: 2024-03-10", bare)) ==
          "calendar_year 2024");
}

TEST_CASE("days that a year not covered leaves open decide where every one of them gives the same answer", "[eval][conditions]") {
    const calendar::Calendar bare({});
    const auto open = [&](const std::string& condition, const std::string& day = "2024-03-01") {
        return truth(judged(condition, "事项: { 签约日: " + day + " }", {}, "日期: 2024-03-10", bare));
    };
    const std::string missing = "calendar_year 2024";
    // From none to all nine days are worked.
    const auto counted = [&](const std::string& bound) { return open("签约日 至 本次.日期 工作日数 " + bound); };
    CHECK(counted("不少于 0个工作日") == "true");
    CHECK(counted("不少于 1个工作日") == missing);
    CHECK(counted("不少于 9个工作日") == missing);
    CHECK(counted("不少于 10个工作日") == "false");
    CHECK(counted("不超过 8个工作日") == missing);
    CHECK(counted("不超过 9个工作日") == "true");
    CHECK(counted("等于 10个工作日") == "false");
    CHECK(counted("不是 9个工作日") == missing);
    // 3 March or later.
    CHECK(open("签约日 + 2个工作日 晚于 2024-03-02") == "true");
    CHECK(open("签约日 + 2个工作日 晚于 2024-03-03") == missing);
    CHECK(open("签约日 + 2个工作日 早于 2024-03-03") == "false");
    CHECK(open("签约日 + 2个工作日 不晚于 2024-03-03") == missing);
    CHECK(open("2024-03-02 早于 签约日 + 2个工作日") == "true");
    CHECK(open("签约日 + 2个工作日 是 2024-03-02") == "false");
    // 8 March or earlier.
    CHECK(open("签约日 - 2个工作日 早于 2024-03-09", "2024-03-10") == "true");
    CHECK(open("签约日 - 2个工作日 早于 2024-03-08", "2024-03-10") == missing);
    CHECK(open("签约日 - 2个工作日 晚于 2024-03-08", "2024-03-10") == "false");
    CHECK(open("签约日 - 2个工作日 不早于 2024-03-08", "2024-03-10") == missing);
    CHECK(open("签约日 + 2个工作日 晚于 2024-03-10 - 9个工作日") == "true");
    CHECK(open("签约日 + 2个工作日 晚于 2024-03-10 - 2个工作日") == missing);
    // Within arithmetic nothing is bounded.
    CHECK(open("签约日 + 2个工作日 + 1日 晚于 2024-03-01") == missing);
}

TEST_CASE("a parameter is the latest value in force on the day of the act", "[eval][conditions]") {
    const auto at = [](const std::string& values, const std::string& act = "日期: 2024-03-10") {
        return truth(judged("线 等于 2", "参数: { 线: [ " + values + " ] }", {}, act));
    };
    CHECK(at("{ 值: 1 }, { 值: 2, 自: 2024-03-09 }") == "true");
    CHECK(at("{ 值: 1 }, { 值: 2, 自: 2024-03-10 }") == "true");
    CHECK(at("{ 值: 1 }, { 值: 2, 自: 2024-03-11 }") == "false");
    CHECK(at("{ 值: 2, 自: 2024-03-11 }") == "parameter 线");
    CHECK(at("{ 值: 2, 自: 2024-03-01 }", "") == "parameter 线");
    CHECK(at("{ 值: 2 }, { 值: 1, 自: 2024-03-01 }", "") == "true");
}

TEST_CASE("a finding is the latest by a competent body before the act", "[eval][conditions]") {
    const auto made = [](const std::string& name, const std::string& rest, const std::string& day = ", 日期: 2024-03-05") {
        return "{ 认定: " + name + day + ", " + rest + " }";
    };
    const std::string yes = "由: 甲方, 结论: 是", no = "由: 甲方, 结论: 否";
    CHECK(after("必要", made("必要", yes)) == "true");
    CHECK(after("必要", made("必要", yes) + ", " + made("必要", no, ", 日期: 2024-03-06")) == "false");
    CHECK(after("必要", made("必要", yes) + ", " + made("必要", no, ", 日期: 2024-03-11")) == "true");
    CHECK(after("必要", made("必要", yes) + ", " + made("必要", "由: 乙方, 结论: 否", ", 日期: 2024-03-06")) == "true");
    CHECK(after("必要", made("必要", yes) + ", " + made("必要", "由: 路人, 结论: 否", ", 日期: 2024-03-06")) == "true");
    CHECK(after("必要", made("必要", yes) + ", " + made("必要", "结论: 否", ", 日期: 2024-03-06")) == "actor 必要");
    CHECK(after("必要", made("必要", "由: 甲方", ", 日期: 2024-03-06")) == "conclusion 必要");
    CHECK(after("必要", made("必要", yes, "")) == "act_date 必要");
    CHECK(after("必要", made("必要", "备注: 无", "")) == "actor 必要");
    CHECK(after("必要", "") == "finding 必要");
    CHECK(after("危急", "") == "false");
    CHECK(after("危急", "", "记录: 不全") == "finding 危急");
    CHECK(after("危急", made("危急", yes)) == "true");
    CHECK(after("危急", made("危急", "由: 乙方, 结论: 是")) == "false");
}

TEST_CASE("a step's attributes are those of the attempt that stands", "[eval][conditions]") {
    CHECK(after("前.日期 早于 本次.日期", "{ 步骤: 前, 日期: 2024-03-09 }") == "true");
    CHECK(after("前.日期 早于 本次.日期", "{ 步骤: 前, 日期: 2024-03-10 }") == "false");
    CHECK(after("前.日期 早于 本次.日期", "{ 步骤: 前 }") == "act_date 前 1");
    CHECK(after("前.日期 早于 本次.日期", "") == "step_not_taken 前");
    CHECK(after("前.止 早于 本次.日期", "{ 步骤: 前, 起: 2024-03-01 }") == "end_date 前 1");
    CHECK(after("前.止 早于 本次.日期", "{ 步骤: 前, 日期: 2024-03-01 }") == "true");
    CHECK(after("前.评分 不少于 60", "{ 步骤: 前, 日期: 2024-03-01, 评分: 60 }") == "true");
    CHECK(after("前.评分 不少于 60", "{ 步骤: 前, 日期: 2024-03-01 }") == "act_field 评分 1");
    CHECK(after("前.由 是 甲方", "{ 步骤: 前, 日期: 2024-03-01, 由: 甲方 }") == "true");
    CHECK(after("前.由 是 甲方", "{ 步骤: 前, 日期: 2024-03-01, 由: 路人 }") == "false");
    CHECK(after("前.由 是 甲方", "{ 步骤: 前, 日期: 2024-03-01 }") == "actor 前 1");
    CHECK(after("前.地点 是 \"村部\"", "{ 步骤: 前, 日期: 2024-03-01, 地点: 村部 }") == "true");
    CHECK(after("前.地点 是 \"村部\"", "{ 步骤: 前, 日期: 2024-03-01 }") == "act_field place 1");
    CHECK(after("前.形式 是 书面", "{ 步骤: 前, 日期: 2024-03-01 }") == "form 前 1");
    CHECK(after("前.宣告 是 通过", "{ 步骤: 前, 日期: 2024-03-01 }") == "act_field declared 1");
    CHECK(after("前.结果 是 通过", "{ 步骤: 前, 日期: 2024-03-01 }") == "act_field outcome 1");
    CHECK(after("前.结果 是 通过", "{ 步骤: 前, 日期: 2024-03-01, 宣告: 通过 }") == "true");
    CHECK(after("前.材料 早于 前.日期", "{ 步骤: 前, 日期: 2024-03-02 }") == "materials 前 1");
}

TEST_CASE("the counts of a meeting are the counted ones", "[eval][conditions]") {
    const std::string roll = "名册: { 大会: [一, 二, 三] }";
    const std::string ballots =
        "{ 步骤: 议, 日期: 2024-03-01, 票: [ { 谁: 一, 投: 赞成 }, { 谁: 外人, 投: 赞成 }, { 谁: 二, 投: 反对 } ] }";
    CHECK(after("议.赞成 等于 1", ballots, roll) == "true");
    CHECK(after("议.应到 等于 3", ballots, roll) == "true");
    CHECK(after("议.其他 等于 0", ballots, roll) == "true");
    const std::string counted = "{ 步骤: 议, 日期: 2024-03-01, 到会: 8, 赞成: 6, 反对: 1, 弃权: 1 }";
    CHECK(after("议.其他 等于 0", counted) == "true");
    CHECK(after("议.应到 等于 10", counted) == "act_count entitled 1");
    CHECK(after("议.登记 等于 10", counted) == "act_count registered 1");
    CHECK(after("前.赞成 等于 1", "{ 步骤: 前, 日期: 2024-03-01, 赞成: 1 }") == "true");
}

TEST_CASE("已办 is true of a valid or flawed attempt that was not lost", "[eval][conditions]") {
    const std::string ten = "名册: { 大会: 10 }";
    const auto held = [](const std::string& counts) { return "{ 步骤: 议, 日期: 2024-03-01, " + counts + " }"; };
    CHECK(after("议 已办", held("到会: 8, 赞成: 6, 反对: 1, 弃权: 1"), ten) == "true");
    CHECK(after("议 已办", held("到会: 8, 赞成: 6, 反对: 1, 弃权: 1, 其他: 1"), ten) == "true");
    CHECK(after("议 已办", held("到会: 8, 赞成: 4, 反对: 3, 弃权: 1"), ten) == "false");
    CHECK(after("议 已办", held("到会: 5, 赞成: 5"), ten) == "false");
    CHECK(after("议 已办", held("到会: 8"), ten) == "step_undetermined 议");
    CHECK(after("议 已办", held("到会: 8, 赞成: 6, 反对: 1, 弃权: 1")) == "step_undetermined 议");
    CHECK(after("议 已办", "") == "false");
    CHECK(after("议 已办", "", "记录: 不全") == "record_incomplete");
}

namespace {

std::string letter(int day, const std::string& fields) {
    return "{ 事: 来信, 由: 甲方, 日期: 2024-03-0" + std::to_string(day) + (fields.empty() ? "" : ", " + fields) + " }";
}

}  // namespace

TEST_CASE("有, 每个 and 个数 over the acts judged before", "[eval][conditions]") {
    const auto three = letter(1, "件数: 1, 署名: 是") + ", " + letter(2, "件数: 5, 署名: 是") + ", " + letter(3, "件数: 9, 署名: 否");
    CHECK(after("有 来信 ( 当 件数 超过 8 )", three) == "true");
    CHECK(after("有 来信 ( 当 件数 超过 9 )", three) == "false");
    CHECK(after("每个 来信 ( 件数 超过 0 )", three) == "true");
    CHECK(after("每个 来信 ( 署名 )", three) == "false");
    CHECK(after("个数 来信 等于 3", three) == "true");
    CHECK(after("个数 来信 ( 当 署名 ) 等于 2", three) == "true");
    CHECK(after("有 来信", "") == "false");
    CHECK(after("每个 来信 ( 署名 )", "") == "true");
    CHECK(after("个数 来信 等于 0", "") == "true");
    // Later acts are not judged before.
    CHECK(after("个数 来信 等于 0", "{ 事: 来信, 日期: 2024-03-11 }") == "true");
    CHECK(after("个数 来信 等于 1", "{ 事: 来信, 日期: 2024-03-10 }") == "true");
}

TEST_CASE("one act that is unknown leaves a quantifier open unless another decides it", "[eval][conditions]") {
    const auto open = letter(1, "件数: 1");
    CHECK(after("有 来信 ( 当 署名 )", open) == "act_field 署名");
    CHECK(after("有 来信 ( 当 署名 )", open + ", " + letter(2, "署名: 是")) == "true");
    CHECK(after("有 来信 ( 当 署名 )", open + ", " + letter(2, "署名: 否")) == "act_field 署名");
    CHECK(after("每个 来信 ( 署名 )", open) == "act_field 署名");
    CHECK(after("每个 来信 ( 署名 )", open + ", " + letter(2, "署名: 否")) == "false");
    CHECK(after("个数 来信 ( 当 署名 ) 等于 0", open) == "act_field 署名");
}

TEST_CASE("under an incomplete record what was not recorded may have been done", "[eval][conditions]") {
    const std::string incomplete = "记录: 不全", gap = "record_incomplete";
    const auto signed_letter = letter(1, "署名: 是"), unsigned_letter = letter(1, "署名: 否");
    CHECK(after("有 来信 ( 当 署名 )", signed_letter, incomplete) == "true");
    CHECK(after("有 来信 ( 当 署名 )", unsigned_letter, incomplete) == gap);
    CHECK(after("每个 来信 ( 署名 )", signed_letter, incomplete) == gap);
    CHECK(after("每个 来信 ( 署名 )", unsigned_letter, incomplete) == "false");
    CHECK(after("个数 来信 等于 1", signed_letter, incomplete) == gap);
}

TEST_CASE("quantifiers range over attempts whatever their status, and nest", "[eval][conditions]") {
    const std::string held = "{ 步骤: 议, 日期: 2024-03-01, 到会: 5 }, { 步骤: 议, 日期: 2024-03-02, 到会: 8 }";
    CHECK(after("个数 议 等于 2", held, "名册: { 大会: 10 }") == "true");
    CHECK(after("有 议 ( 当 到会 等于 5 )", held) == "true");
    CHECK(after("每个 来信 ( 有 议 ( 当 议.日期 晚于 来信.日期 ) )", letter(1, "") + ", " + held) == "true");
    CHECK(after("每个 来信 ( 有 议 ( 当 议.日期 晚于 来信.日期 ) )", letter(2, "") + ", " + held) == "false");
}
