// Time limits: from where they run, what stops their clock, and the day by which they end (judging, section 6).
// March 2024: the 1st is a Friday; no day off but the weekends until Qingming (4 to 6 April; the 7th is worked).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const std::string declared = "参数 开标日 日期\n事件 补正\n事件 停办\n事件 复办\n步骤 收 { }\n步骤 听证 { }\n步骤 评估 { }\n";

/// A step 复 with the time limit, after what else was done.
class Limit {
public:
    explicit Limit(const std::string& text) : rule_(declared + "步骤 复 { 时限 " + text + " }") {}
    verdict::Verdict done(const std::string& acts, const std::string& day, const std::string& rest = {}) const {
        return rule_.judge((acts.empty() ? "" : acts + ", ") + "{ 步骤: 复" + (day.empty() ? "" : ", 日期: " + day) + " }", rest);
    }
    verdict::Verdict open(const std::string& acts, const std::string& as_of, const std::string& rest = {}) const {
        return rule_.judge(acts, rest, as_of);
    }
    /// The result on three days: the day before, the day, the day after.
    std::string around(const std::string& acts, const std::string& day, const std::string& rest = {}) const {
        std::string out;
        for (int by = -1; by <= 1; ++by)
            out += (out.empty() ? "" : " ") + result(done(acts, base::iso(test::day(day) + by), rest), "复.时限");
        return out;
    }

private:
    Rule rule_;
};

const std::string in_time_then_late = "satisfied satisfied violated";

std::string act(const std::string& what, const std::string& day) {
    return "{ 事: " + what + (day.empty() ? "" : ", 日期: " + day) + " }";
}
std::string lasting(const std::string& what, const std::string& from, const std::string& to = {}) {
    return "{ 事: " + what + ", 起: " + from + (to.empty() ? "" : ", 止: " + to) + " }";
}
std::string step(const std::string& what, const std::string& day) {
    return "{ 步骤: " + what + (day.empty() ? "" : ", 日期: " + day) + " }";
}
std::string due(const verdict::Verdict& v) {
    for (const auto& next : v.next)
        if (next.step == "复") return next.due ? base::iso(*next.due) : "-";
    return "none";
}
std::string last_day(const verdict::Verdict& v, std::size_t number = 1) {
    const auto& counting = finding(v, "复.时限", number).counting;
    return counting && counting->last_day ? base::iso(*counting->last_day) : "-";
}
/// "2024-03-04..2024-03-06 2 补正"
std::string ledger(const verdict::Verdict& v, std::size_t number = 1) {
    std::string out;
    for (const auto& stop : finding(v, "复.时限", number).counting->stops)
        out += (out.empty() ? "" : "; ") + base::iso(stop.from) + ".." + (stop.to ? base::iso(*stop.to) : "") + " " +
               std::to_string(stop.days) + (stop.name.empty() ? "" : " " + stop.name);
    return out;
}

}  // namespace

TEST_CASE("a time limit runs from the first act of an event, or from the latest and then anew", "[eval][deadlines]") {
    const Limit first("自 首次 补正 起 5日 内"), latest("自 末次 补正 起 5日 内");
    const auto twice = act("补正", "2024-03-01") + ", " + act("补正", "2024-03-06");
    CHECK(first.around(twice, "2024-03-06") == in_time_then_late);
    CHECK(latest.around(twice, "2024-03-11") == in_time_then_late);
    CHECK(result(first.done("", "2024-03-06"), "复.时限") == "not_applicable");
    // An act after the step restarts nothing for it.
    CHECK(result(latest.done(act("补正", "2024-03-01") + ", " + act("补正", "2024-03-08"), "2024-03-07"), "复.时限") == "violated");
    CHECK(finding(latest.done(twice, "2024-03-11"), "复.时限").evidence.at(1).record == 1);
}

TEST_CASE("an undated act leaves the first no later, the latest no earlier than the others", "[eval][deadlines]") {
    const Limit first("自 首次 补正 起 5日 内"), latest("自 末次 补正 起 5日 内");
    const auto acts = act("补正", "2024-03-01") + ", " + act("补正", "");
    CHECK(result(first.done(acts, "2024-03-06"), "复.时限") == "undetermined");
    CHECK(missing(first.done(acts, "2024-03-06"), "复.时限") == "act_date 补正");
    CHECK(result(first.done(acts, "2024-03-07"), "复.时限") == "violated");
    CHECK(result(latest.done(acts, "2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(latest.done(acts, "2024-03-07"), "复.时限") == "undetermined");
    const std::string open = "记录: 不全";
    CHECK(missing(latest.done(act("补正", "2024-03-01"), "2024-03-07", open), "复.时限") == "record_incomplete");
    CHECK(result(first.done(act("补正", "2024-03-01"), "2024-03-07", open), "复.时限") == "violated");
    CHECK(result(first.done("", "2024-03-07", open), "复.时限") == "undetermined");
}

TEST_CASE("a time limit runs from a date of the matter or of a parameter", "[eval][deadlines]") {
    CHECK(Limit("自 签约日 起 5日 内").around("", "2024-03-06", "事项: { 签约日: 2024-03-01 }") == in_time_then_late);
    CHECK(Limit("自 开标日 起 5个工作日 内").around("", "2024-03-08", "参数: { 开标日: 2024-03-01 }") == in_time_then_late);
    const auto v = Limit("自 签约日 起 5日 内").done("", "2024-03-06");
    CHECK(missing(v, "复.时限") == "matter_field 签约日");
    const auto known = finding(Limit("自 签约日 起 5日 内").done("", "2024-03-06", "事项: { 签约日: 2024-03-01 }"), "复.时限").evidence;
    CHECK(known.back().name == "签约日");
    CHECK(known.back().value == "2024-03-01");
}

TEST_CASE("of several starts the later waits for all, the earlier for the first", "[eval][deadlines]") {
    const Limit later("自 听证 与 评估 中较晚者 起 5日 内"), earlier("自 听证 与 评估 中较早者 起 5日 内");
    const auto both = step("听证", "2024-03-01") + ", " + step("评估", "2024-03-06");
    CHECK(later.around(both, "2024-03-11") == in_time_then_late);
    CHECK(earlier.around(both, "2024-03-06") == in_time_then_late);
    CHECK(result(later.done(step("听证", "2024-03-01"), "2024-03-20"), "复.时限") == "not_applicable");
    CHECK(earlier.around(step("评估", "2024-03-01"), "2024-03-06") == in_time_then_late);
    CHECK(finding(later.done(both, "2024-03-11"), "复.时限").evidence.size() == 3);
    // One without a date: what the other settles is settled.
    const auto open = step("听证", "2024-03-01") + ", " + step("评估", "");
    CHECK(result(later.done(open, "2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(later.done(open, "2024-03-07"), "复.时限") == "undetermined");
    CHECK(missing(later.done(open, "2024-03-07"), "复.时限") == "act_date 评估 1");
    CHECK(result(earlier.done(open, "2024-03-06"), "复.时限") == "undetermined");
    CHECK(result(earlier.done(open, "2024-03-07"), "复.时限") == "violated");
    const Limit three("自 听证、评估 与 签约日 中较晚者 起 5日 内");
    CHECK(three.around(both, "2024-03-13", "事项: { 签约日: 2024-03-08 }") == in_time_then_late);
    CHECK(result(three.done(step("听证", "2024-03-01"), "2024-03-20"), "复.时限") == "not_applicable");
}

TEST_CASE("a named day is the last day, whatever day it is", "[eval][deadlines]") {
    // Saturday 9 March.
    CHECK(Limit("不迟于 2024-03-09").around("", "2024-03-09") == in_time_then_late);
    CHECK(Limit("不迟于 签约日").around("", "2024-03-09", "事项: { 签约日: 2024-03-09 }") == in_time_then_late);
    CHECK(Limit("不迟于 签约日 + 1周").around("", "2024-03-16", "事项: { 签约日: 2024-03-09 }") == in_time_then_late);
    CHECK(missing(Limit("不迟于 签约日").done("", "2024-03-09"), "复.时限") == "matter_field 签约日");
    const Limit limit("不迟于 2024-03-09");
    CHECK(missing(limit.done("", ""), "复.时限") == "act_date 复 1");
    CHECK(result(limit.open("", "2024-03-09"), "复.时限", 0) == "pending");
    CHECK(result(limit.open("", "2024-03-10"), "复.时限", 0) == "violated");
    CHECK(due(limit.open("", "2024-03-01")) == "2024-03-09");
    CHECK(finding(limit.done("", "2024-03-10"), "复.时限").numbers->measure == verdict::Measure::date);
}

TEST_CASE("a stop takes out the days after it through the resumption", "[eval][deadlines]") {
    const Limit days("自 收 起 5日 内 扣除 补正 计期 不顺延"), working("自 收 起 5个工作日 内 扣除 补正"),
        month("自 收 起 1个月 内 扣除 补正 计期 不顺延");
    const auto from = step("收", "2024-03-01") + ", ";
    // 5 and 6 March.
    const auto stopped = from + lasting("补正", "2024-03-04", "2024-03-06");
    CHECK(days.around(stopped, "2024-03-08") == in_time_then_late);
    CHECK(working.around(stopped, "2024-03-12") == in_time_then_late);
    CHECK(month.around(stopped, "2024-04-03") == in_time_then_late);
    CHECK(ledger(days.done(stopped, "2024-03-08")) == "2024-03-04..2024-03-06 2 补正");
    CHECK(figures(days.done(stopped, "2024-03-09"), "复.时限") == "5/6/-");
    CHECK(last_day(days.done(stopped, "2024-03-09")) == "2024-03-08");
    // Stopped on the last day or later, or for no day at all: nothing.
    CHECK(days.around(from + lasting("补正", "2024-03-05", "2024-03-05"), "2024-03-06") == in_time_then_late);
    CHECK(days.around(from + lasting("补正", "2024-03-06", "2024-03-20"), "2024-03-06") == in_time_then_late);
    CHECK(days.around(from + lasting("补正", "2024-03-05", "2024-03-20"), "2024-03-21") == in_time_then_late);
    CHECK(ledger(days.done(from + lasting("补正", "2024-03-06", "2024-03-07"), "2024-03-09")).empty());
    // A weekend taken out costs no working day.
    CHECK(working.around(from + lasting("补正", "2024-03-08", "2024-03-10"), "2024-03-08") == in_time_then_late);
    CHECK(working.around(from + lasting("补正", "2024-03-01", "2024-03-04"), "2024-03-11") == in_time_then_late);
}

TEST_CASE("several stops add up and overlaps count once", "[eval][deadlines]") {
    const Limit days("自 收 起 5日 内 扣除 补正、停办 至 复办 计期 不顺延");
    const auto from = step("收", "2024-03-01") + ", ";
    const auto overlapping =
        from + lasting("补正", "2024-03-03", "2024-03-06") + ", " + act("停办", "2024-03-05") + ", " + act("复办", "2024-03-08");
    CHECK(days.around(overlapping, "2024-03-11") == in_time_then_late);
    CHECK(ledger(days.done(overlapping, "2024-03-11")) == "2024-03-03..2024-03-06 3 补正; 2024-03-05..2024-03-08 2 停办");
    // The second begins only because the first moved the last day.
    const auto chained =
        from + lasting("补正", "2024-03-05", "2024-03-07") + ", " + act("停办", "2024-03-07") + ", " + act("复办", "2024-03-09");
    CHECK(days.around(chained, "2024-03-10") == in_time_then_late);
    const auto apart = from + lasting("补正", "2024-03-02", "2024-03-03") + ", " + lasting("补正", "2024-03-04", "2024-03-05");
    CHECK(days.around(apart, "2024-03-08") == in_time_then_late);
    // Each stop ends with the next resumption.
    const auto pairs = from + act("停办", "2024-03-02") + ", " + act("复办", "2024-03-03") + ", " + act("停办", "2024-03-04") + ", " +
                       act("复办", "2024-03-05");
    CHECK(days.around(pairs, "2024-03-08") == in_time_then_late);
}

TEST_CASE("while the case is suspended the clock stands, where the rule says so", "[eval][deadlines]") {
    const auto acts = step("收", "2024-03-01") + ", " + act("暂缓", "2024-03-04") + ", " + act("恢复", "2024-03-06");
    CHECK(Limit("自 收 起 5日 内 扣除 暂缓 计期 不顺延").around(acts, "2024-03-08") == in_time_then_late);
    CHECK(Limit("自 收 起 5日 内 计期 不顺延").around(acts, "2024-03-06").substr(10) == "satisfied violated");
    CHECK(ledger(Limit("自 收 起 5日 内 扣除 暂缓 计期 不顺延").done(acts, "2024-03-08")) == "2024-03-04..2024-03-06 2");
    const Limit signed_day("自 签约日 起 5日 内 扣除 暂缓");
    const std::string day = "事项: { 签约日: 2024-03-01 }";
    CHECK(missing(signed_day.done(act("暂缓", "") + ", " + act("恢复", "2024-03-06"), "2024-03-20", day), "复.时限") ==
          "act_date suspension");
    CHECK(missing(signed_day.done(act("暂缓", "2024-03-04") + ", " + act("恢复", ""), "2024-03-20", day), "复.时限") ==
          "act_date resumption");
    CHECK(result(signed_day.done(act("暂缓", "") + ", " + act("恢复", "2024-03-06"), "2024-03-06", day), "复.时限") == "satisfied");
}

TEST_CASE("a stop that goes on: waiting without a last day, and no breach", "[eval][deadlines]") {
    const Limit days("自 收 起 5日 内 扣除 补正、停办 至 复办 计期 不顺延");
    const auto from = step("收", "2024-03-01") + ", ";
    for (const auto& stop : {lasting("补正", "2024-03-04"), lasting("补正", "2024-03-04", "2024-06-30"), act("停办", "2024-03-04")}) {
        const auto v = days.open(from + stop, "2024-05-20");
        CHECK(result(v, "复.时限", 0) == "pending");
        CHECK(last_day(v, 0) == "-");
        CHECK(due(v) == "-");
        CHECK(ledger(v, 0).substr(0, 15) == "2024-03-04.. 77");
        CHECK(result(days.done(from + stop, "2024-05-20"), "复.时限") == "satisfied");
    }
    const auto late = days.open(from + lasting("补正", "2024-03-06"), "2024-05-20");
    CHECK(result(late, "复.时限", 0) == "violated");
    CHECK(due(days.open(from + lasting("补正", "2024-03-04", "2024-03-06"), "2024-03-07")) == "2024-03-08");
    CHECK(due(days.open(from + lasting("补正", "2024-03-04"), "2024-03-04")) == "-");
}

TEST_CASE("a stop without its day matters only where it can save the act", "[eval][deadlines]") {
    const Limit days("自 收 起 5日 内 扣除 补正、停办 至 复办 计期 不顺延");
    const auto from = step("收", "2024-03-01") + ", ";
    CHECK(result(days.done(from + act("补正", ""), "2024-03-06"), "复.时限") == "satisfied");
    CHECK(result(days.done(from + act("补正", ""), "2024-03-07"), "复.时限") == "undetermined");
    CHECK(missing(days.done(from + act("补正", ""), "2024-03-07"), "复.时限") == "act_date 补正");
    const auto resumed = from + act("停办", "2024-03-04") + ", " + act("复办", "");
    CHECK(missing(days.done(resumed, "2024-03-07"), "复.时限") == "act_date 复办");
    CHECK(result(days.done(resumed, "2024-03-06"), "复.时限") == "satisfied");
    CHECK(missing(days.done(from + lasting("补正", "2024-03-04", "2024-03-05"), "2024-03-08", "记录: 不全"), "复.时限") ==
          "record_incomplete");
    CHECK(due(days.open(from + act("补正", ""), "2024-03-02")) == "-");
}

TEST_CASE("the years without an arrangement matter to a stopped clock only where their days count", "[eval][deadlines]") {
    const Limit working("自 收 起 3个工作日 内 扣除 补正");
    // The 30th and 31st of December 2026 are worked; a stop over them moves the last day into 2027.
    const auto acts = step("收", "2026-12-28") + ", " + lasting("补正", "2026-12-29", "2026-12-31");
    CHECK(result(working.done(acts, "2026-12-31"), "复.时限") == "satisfied");
    CHECK(result(working.done(acts, "2027-01-02"), "复.时限") == "satisfied");
    CHECK(result(working.done(acts, "2027-01-03"), "复.时限") == "undetermined");
    CHECK(missing(working.done(acts, "2027-01-03"), "复.时限") == "calendar_year 2027");
}
