// Notices that were taken down and hung again, in one place or several (judging, section 7).
// March 2024: the 1st is a Friday; no day off but the weekends until Qingming (4 to 6 April; the 7th is worked).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

/// A notice of some length, and the day of what comes after it.
verdict::Verdict hung(const std::string& length, const std::string& runs, const std::string& after = {}, std::string_view as_of = {},
                      const std::string& rest = {}) {
    const Rule rule("步骤 示 { 公示 " + length + " }\n步骤 决 { 须经 示 }");
    return rule.judge("{ 步骤: 示, 张贴: [ " + runs + " ] }" + (after.empty() ? "" : ", { 步骤: 决, 日期: " + after + " }"), rest, as_of);
}
std::string run(const std::string& start, const std::string& end, const std::string& medium = {}) {
    return "{ " + (medium.empty() ? "" : "媒介: " + medium + ", ") + "起: 2024-" + start + (end.empty() ? "" : ", 止: 2024-" + end) + " }";
}
std::string length_of(const verdict::Verdict& v) {
    return result(v, "示.公示.期限");
}
std::string found(const verdict::Verdict& v) {
    return figures(v, "示.公示.期限");
}
const verdict::Counting& counting(const verdict::Verdict& v) {
    return *finding(v, "示.公示.期限").counting;
}

}  // namespace

TEST_CASE("one unbroken run must reach the length; runs are not added: one below, equal, one above", "[eval][postings]") {
    const auto of = [](const std::string& end) {
        return hung("不少于 10日", run("03-01", "03-08") + ", " + run("03-11", end), "2024-05-01");
    };
    CHECK(length_of(of("03-20")) == "violated");
    CHECK(length_of(of("03-21")) == "satisfied");
    CHECK(length_of(of("03-22")) == "satisfied");
    CHECK(found(of("03-20")) == "10/9/-");
    CHECK(counting(of("03-21")).from == test::day("2024-03-11"));
    CHECK(counting(of("03-21")).through == test::day("2024-03-21"));
    CHECK(counting(of("03-21")).last_day == test::day("2024-03-21"));
    const auto runs = counting(of("03-21")).runs;
    REQUIRE(runs.size() == 2);
    CHECK(runs[0] == verdict::PostedRun{test::day("2024-03-01"), test::day("2024-03-08"), 7});
    CHECK(runs[1] == verdict::PostedRun{test::day("2024-03-11"), test::day("2024-03-21"), 10});
    CHECK_FALSE(counting(of("03-21")).in_total);
}

TEST_CASE("a first run that was long enough counts although it was taken down before the act that waits", "[eval][postings]") {
    const auto v = hung("不少于 10日", run("03-01", "03-11") + ", " + run("03-20", "03-22"), "2024-05-01");
    CHECK(length_of(v) == "satisfied");
    CHECK(counting(v).through == test::day("2024-03-11"));
}

TEST_CASE("runs that adjoin are one; a day between makes them two", "[eval][postings]") {
    const auto from = [](const std::string& start) {
        return hung("不少于 10日", run("03-01", "03-06") + ", " + run(start, "03-11"), "2024-05-01");
    };
    CHECK(length_of(from("03-06")) == "satisfied");
    CHECK(length_of(from("03-07")) == "satisfied");
    CHECK(length_of(from("03-08")) == "violated");
    CHECK(found(from("03-07")) == "10/10/-");
    CHECK(counting(from("03-07")).runs.empty());
    CHECK(counting(from("03-08")).runs.size() == 2);
}

TEST_CASE("runs in several places are one while it hung anywhere", "[eval][postings]") {
    const auto from = [](const std::string& start) {
        return hung("不少于 10日", run("03-01", "03-06", "栏") + ", " + run(start, "03-11", "网"), "2024-05-01");
    };
    CHECK(length_of(from("03-03")) == "satisfied");
    CHECK(length_of(from("03-07")) == "satisfied");
    CHECK(length_of(from("03-08")) == "violated");
}

TEST_CASE("each run ends with the day before the act that waits", "[eval][postings]") {
    const std::string runs = run("03-01", "03-05") + ", " + run("03-08", "");
    CHECK(length_of(hung("不少于 5日", runs, "2024-03-13")) == "violated");
    CHECK(length_of(hung("不少于 5日", runs, "2024-03-14")) == "satisfied");
    CHECK(length_of(hung("不少于 5日", runs, "2024-03-15")) == "satisfied");
    // A run that began later is not seen.
    CHECK(counting(hung("不少于 5日", runs, "2024-03-08")).runs.empty());
    CHECK(counting(hung("不少于 5日", runs, "2024-03-01")).from == test::day("2024-03-01"));
}

TEST_CASE("while a run hangs a short notice waits; taken down it is broken", "[eval][postings]") {
    const std::string first = run("03-01", "03-05") + ", ";
    CHECK(length_of(hung("不少于 10日", first + run("03-08", ""), "", "2024-03-17")) == "pending");
    CHECK(length_of(hung("不少于 10日", first + run("03-08", ""), "", "2024-03-18")) == "satisfied");
    CHECK(length_of(hung("不少于 10日", first + run("03-08", "03-16"), "", "2024-03-15")) == "pending");
    CHECK(length_of(hung("不少于 10日", first + run("03-08", "03-16"), "", "2024-03-16")) == "violated");
    CHECK(length_of(hung("不少于 10日", first + run("03-08", ""), "", "2024-03-17", "结案: 2024-03-17")) == "violated");
}

TEST_CASE("an upper bound is of the longest run: one below, equal, one above", "[eval][postings]") {
    const auto of = [](const std::string& end) {
        return length_of(hung("不超过 10日", run("03-01", "03-08") + ", " + run("03-11", end), "2024-05-01"));
    };
    CHECK(of("03-20") == "satisfied");
    CHECK(of("03-21") == "satisfied");
    CHECK(of("03-22") == "violated");
}

TEST_CASE("months are those of one run: one below, equal, one above", "[eval][postings]") {
    const auto of = [](const std::string& end) {
        return hung("不少于 3个月", run("01-02", "02-10") + ", " + run("02-15", end), "2024-07-01");
    };
    CHECK(length_of(of("05-14")) == "violated");
    CHECK(length_of(of("05-15")) == "satisfied");
    CHECK(length_of(of("05-16")) == "satisfied");
    CHECK(found(of("05-14")) == "3/2/-");
}

TEST_CASE("the last day of a strict bound is the one on which the answer turns", "[eval][postings]") {
    const auto turns = [](const std::string& length) {
        const auto day = counting(hung(length, run("03-01", "03-28"), "2024-05-01")).last_day;
        return day ? base::iso(*day) : std::string();
    };
    CHECK(turns("不少于 10日") == "2024-03-11");
    CHECK(turns("超过 10日") == "2024-03-12");
    CHECK(turns("不满 10日") == "2024-03-10");
    CHECK(turns("不超过 10日") == "2024-03-11");
    CHECK(turns("超过 5个工作日") == "2024-03-11");
    CHECK(turns("不满 6个工作日") == "2024-03-10");
    CHECK(turns("超过 1周") == "2024-03-09");
    CHECK(turns("不满 1个月") == "2024-03-31");
    CHECK(turns("累计 超过 10日") == "2024-03-12");
    const auto hangs = [](const std::string& length, const std::string& end) {
        return length_of(hung(length, run("03-01", end), "2024-05-01"));
    };
    CHECK(hangs("超过 5个工作日", "03-10") == "violated");
    CHECK(hangs("超过 5个工作日", "03-11") == "satisfied");
    CHECK(hangs("不满 6个工作日", "03-10") == "satisfied");
    CHECK(hangs("不满 6个工作日", "03-11") == "violated");
    const auto sum = counting(hung("累计 超过 10日", run("03-01", "03-11") + ", " + run("03-20", "03-28"), "2024-05-01"));
    CHECK(sum.last_day == test::day("2024-03-21"));
}

TEST_CASE("in total the days of all runs are added, no day twice: one below, equal, one above", "[eval][postings]") {
    const auto of = [](const std::string& end) {
        return hung("累计 不少于 10日", run("03-01", "03-08") + ", " + run("03-11", end), "2024-05-01");
    };
    CHECK(length_of(of("03-13")) == "violated");
    CHECK(length_of(of("03-14")) == "satisfied");
    CHECK(length_of(of("03-15")) == "satisfied");
    CHECK(found(of("03-13")) == "10/9/-");
    CHECK(counting(of("03-15")).from == test::day("2024-03-01"));
    CHECK(counting(of("03-15")).through == test::day("2024-03-15"));
    CHECK(counting(of("03-15")).last_day == test::day("2024-03-14"));
    CHECK(counting(of("03-15")).in_total);
    const auto twice = hung("累计 不少于 10日", run("03-01", "03-06", "栏") + ", " + run("03-04", "03-10", "网"), "2024-05-01");
    CHECK(found(twice) == "10/9/-");
    const auto working = [](const std::string& end) {
        return length_of(hung("累计 不少于 7个工作日", run("03-01", "03-08") + ", " + run("03-11", end), "2024-05-01"));
    };
    CHECK(working("03-12") == "violated");
    CHECK(working("03-13") == "satisfied");
    CHECK(working("03-14") == "satisfied");
    CHECK(length_of(hung("累计 不超过 10日", run("03-01", "03-08") + ", " + run("03-11", "03-14"), "2024-05-01")) == "satisfied");
    CHECK(length_of(hung("累计 不超过 10日", run("03-01", "03-08") + ", " + run("03-11", "03-15"), "2024-05-01")) == "violated");
}

TEST_CASE("a medium's own runs count: one below, equal, one above", "[eval][postings]") {
    const auto of = [](const std::string& end) {
        return hung("媒介 栏 不少于 10日", run("03-01", "04-30", "网") + ", " + run("03-11", end, "栏"), "2024-05-01");
    };
    CHECK(length_of(of("03-20")) == "violated");
    CHECK(length_of(of("03-21")) == "satisfied");
    CHECK(length_of(of("03-22")) == "satisfied");
    const auto nowhere = hung("媒介 栏 不少于 10日", run("03-01", "04-30", "网"), "2024-05-01");
    CHECK(length_of(nowhere) == "violated");
    CHECK(found(nowhere) == "10/0/-");
    CHECK_FALSE(finding(nowhere, "示.公示.期限").counting);
    CHECK(length_of(hung("媒介 栏 不超过 10日", run("03-01", "04-30", "网"), "2024-05-01")) == "satisfied");
}

TEST_CASE("which medium it was is unknown where the record does not say", "[eval][postings]") {
    const auto unnamed = hung("媒介 栏 不少于 10日", run("03-01", "04-30") + ", " + run("03-01", "04-30", "栏"), "2024-05-01");
    CHECK(length_of(unnamed) == "undetermined");
    CHECK(missing(unnamed, "示.公示.期限") == "act_field medium 1");
    const Rule rule("步骤 示 { 公示 媒介 栏 不少于 10日 }");
    CHECK(missing(rule.judge("{ 步骤: 示, 起: 2024-03-01, 止: 2024-04-30 }"), "示.公示.期限") == "act_field medium 1");
    CHECK(missing(rule.judge("{ 步骤: 示 }"), "示.公示.期限") == "act_date 示 1; act_field medium 1");
}

TEST_CASE("a medium waits while a run in it hangs, or while the notice hangs that is not yet there", "[eval][postings]") {
    const auto at = [](const std::string& runs, std::string_view day) { return length_of(hung("媒介 栏 不少于 10日", runs, "", day)); };
    CHECK(at(run("03-01", "", "栏"), "2024-03-10") == "pending");
    CHECK(at(run("03-01", "", "栏"), "2024-03-11") == "satisfied");
    CHECK(at(run("03-01", "", "网"), "2024-04-10") == "pending");
    CHECK(at(run("03-01", "04-10", "网"), "2024-04-10") == "violated");
    CHECK(at(run("03-01", "03-05", "栏") + ", " + run("03-01", "", "网"), "2024-03-05") == "violated");
}

TEST_CASE("a year that no arrangement covers leaves open what only its days can tell", "[eval][postings]") {
    const auto of = [](const std::string& first_end) {
        const std::string runs = "{ 起: 2026-12-01, 止: " + first_end + " }, { 起: 2027-01-04, 止: 2027-01-20 }";
        return hung("不少于 10个工作日", runs, "2027-03-01");
    };
    CHECK(length_of(of("2026-12-15")) == "satisfied");
    CHECK(length_of(of("2026-12-14")) == "undetermined");
    CHECK(missing(of("2026-12-14"), "示.公示.期限") == "calendar_year 2027");
}

TEST_CASE("the next act's earliest day follows the first run that holds the length", "[eval][postings]") {
    const auto earliest = [](const std::string& length, const std::string& runs) {
        return hung(length, runs, "", "2024-03-10").next.front().earliest;
    };
    CHECK(earliest("不少于 10日", run("03-01", "03-05") + ", " + run("03-08", "")) == test::day("2024-03-19"));
    CHECK(earliest("累计 不少于 10日", run("03-01", "03-05") + ", " + run("03-08", "")) == test::day("2024-03-15"));
    CHECK_FALSE(earliest("不少于 10日", run("03-01", "03-05") + ", " + run("03-08", "03-09")));
}
