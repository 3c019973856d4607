// As of when a case is looked at, which acts are seen, in which order they are judged (judging, sections 1 and 3).
#include "support/catch.hpp"
#include "support/judge_text.hpp"

using namespace guicheng;
using namespace guicheng::support;

namespace {

const Rule& chain() {
    static const Rule rule("步骤 一 { }\n步骤 二 { 须经 一 }\n步骤 三 { 须经 二 }\n事件 来信");
    return rule;
}

std::string as_of(const verdict::Verdict& v) {
    return (v.as_of ? base::iso(*v.as_of) : "none") + ' ' + std::string(verdict::name(v.as_of_source));
}

std::string notes(const verdict::Verdict& v) {
    std::string out;
    for (const auto& note : v.notes)
        out += (out.empty() ? "" : "; ") + std::string(verdict::name(note.kind)) + ' ' + std::to_string(note.record);
    return out;
}

/// The records of a step in the order in which they were judged.
std::string judged(const verdict::Verdict& v, std::string_view step) {
    std::string out;
    for (const auto& attempt : step_of(v, step).attempts) out += std::to_string(attempt.record);
    return out;
}

}  // namespace

TEST_CASE("as_of is what is given, else the case's, else the closing day, else the last day recorded", "[eval][order]") {
    const std::string acts = "{ 步骤: 一, 日期: 2024-03-01 }, { 步骤: 二, 起: 2024-03-05, 止: 2024-03-09 }";
    CHECK(as_of(chain().judge(acts, "截至: 2024-04-01\n结案: 2024-05-01", "2024-03-20")) == "2024-03-20 given");
    CHECK(as_of(chain().judge(acts, "截至: 2024-04-01\n结案: 2024-05-01")) == "2024-04-01 case_file");
    CHECK(as_of(chain().judge(acts, "结案: 2024-03-10")) == "2024-03-10 closed");
    CHECK(as_of(chain().judge(acts, "结案: 2024-03-09")) == "2024-03-09 closed");
    CHECK(as_of(chain().judge(acts, "结案: 2024-03-08")) == "2024-03-09 last_record");
    CHECK(as_of(chain().judge(acts)) == "2024-03-09 last_record");
    CHECK(as_of(chain().judge("{ 步骤: 一 }")) == "none last_record");
}

TEST_CASE("a case is closed from its closing day on", "[eval][order]") {
    const std::string acts = "{ 步骤: 一, 日期: 2024-03-01 }";
    CHECK_FALSE(chain().judge(acts, "结案: 2024-03-10", "2024-03-09").closed);
    CHECK(chain().judge(acts, "结案: 2024-03-10", "2024-03-10").closed == test::day("2024-03-10"));
    CHECK(chain().judge(acts, "结案: 2024-03-10", "2024-03-11").closed == test::day("2024-03-10"));
    CHECK(chain().judge("{ 步骤: 一 }", "结案: 2024-03-10").closed == test::day("2024-03-10"));
}

TEST_CASE("an act that begins after as_of is not seen and is named", "[eval][order]") {
    const std::string acts = "{ 步骤: 一, 日期: 2024-03-01 }, { 步骤: 二, 起: 2024-03-05, 止: 2024-03-09 }";
    const auto before = chain().judge(acts, {}, "2024-03-04");
    CHECK(step_of(before, "二").attempts.empty());
    CHECK(notes(before) == "after_as_of 1");
    const auto on = chain().judge(acts, {}, "2024-03-05");
    CHECK(step_of(on, "二").attempts.size() == 1);
    CHECK(notes(on).empty());
}

TEST_CASE("a corrected record is named and not judged, an unknown event is evidence only", "[eval][order]") {
    const auto v = chain().judge(
        "{ 事: 茶话会, 日期: 2024-03-01 }, { 步骤: 一, 编号: a, 日期: 2024-03-02 }, { 步骤: 一, 更正: a, 日期: 2024-03-03 }, "
        "{ 步骤: 二, 日期: 2024-04-01, 编号: b }, { 步骤: 二, 日期: 2024-04-02, 更正: b }",
        {}, "2024-03-20");
    CHECK(judged(v, "一") == "2");
    CHECK(notes(v) == "unknown_event 0; superseded 1; superseded 3; after_as_of 4");
}

TEST_CASE("undated acts come first, in the order of the record; then the days", "[eval][order]") {
    const auto v = chain().judge(
        "{ 步骤: 一, 日期: 2024-03-03 }, { 步骤: 一 }, { 步骤: 一, 日期: 2024-03-01 }, { 步骤: 一 }, { 步骤: 一, 日期: 2024-03-02 }");
    CHECK(judged(v, "一") == "13240");
}

TEST_CASE("within a day without hours the steps come in the order that the graph allows", "[eval][order]") {
    const auto v = chain().judge("{ 步骤: 三, 日期: 2024-03-01 }, { 步骤: 二, 日期: 2024-03-01 }, { 步骤: 一, 日期: 2024-03-01 }");
    CHECK(status(v) == "valid");
    CHECK(result(v, "三.顺序") == "satisfied");
}

TEST_CASE("within a day hours order the acts that have them among their places", "[eval][order]") {
    const auto earlier = chain().judge("{ 步骤: 二, 日期: 2024-03-01 09:00 }, { 步骤: 一, 日期: 2024-03-01 10:00 }");
    CHECK(causes(earlier, "二.顺序") == "not_attempted 一");
    const auto same = chain().judge("{ 步骤: 二, 日期: 2024-03-01 10:00 }, { 步骤: 一, 日期: 2024-03-01 10:00 }");
    CHECK(result(same, "二.顺序") == "satisfied");
    const auto later = chain().judge("{ 步骤: 二, 日期: 2024-03-01 10:01 }, { 步骤: 一, 日期: 2024-03-01 10:00 }");
    CHECK(result(later, "二.顺序") == "satisfied");
    const auto one_hour = chain().judge("{ 步骤: 二, 日期: 2024-03-01 09:00 }, { 步骤: 一, 日期: 2024-03-01 }");
    CHECK(result(one_hour, "二.顺序") == "satisfied");
    // The act without an hour keeps its place; the two others change theirs.
    const auto among =
        chain().judge("{ 步骤: 一, 日期: 2024-03-01 11:00 }, { 步骤: 一, 日期: 2024-03-01 }, { 步骤: 一, 日期: 2024-03-01 10:00 }");
    CHECK(judged(among, "一") == "210");
}

TEST_CASE("on one day what is no step is judged before the steps", "[eval][order]") {
    const Rule rule("事件 来信\n步骤 一 { 要求 收信: 有 来信 }");
    CHECK(result(rule.judge("{ 步骤: 一, 日期: 2024-03-01 }, { 事: 来信, 日期: 2024-03-01 }"), "一.收信") == "satisfied");
    CHECK(result(rule.judge("{ 步骤: 一, 日期: 2024-03-01 }, { 事: 来信, 日期: 2024-03-02 }"), "一.收信") == "violated");
    CHECK(result(rule.judge("{ 步骤: 一, 日期: 2024-03-01 09:00 }, { 事: 来信, 日期: 2024-03-01 10:00 }"), "一.收信") == "violated");
}

TEST_CASE("more acts than fit a small sort come in the same order", "[eval][order]") {
    std::string acts;
    for (int i = 0; i < 60; ++i) {
        const int day = 1 + (i * 37) % 60;  // each day of two months once, mixed
        acts += (i ? ", " : "") + std::string("{ 步骤: 一, 日期: 2024-") + (day <= 30 ? "06-" : "07-") +
                std::to_string(101 + (day - 1) % 30).substr(1) + " }";
    }
    const auto v = chain().judge(acts);
    const auto& attempts = step_of(v, "一").attempts;
    REQUIRE(attempts.size() == 60);
    for (std::size_t i = 1; i < attempts.size(); ++i) CHECK(attempts[i - 1].start->day < attempts[i].start->day);
}

TEST_CASE("many acts of one day with hours: by the hour, at one hour in the order of the record", "[eval][order]") {
    std::string acts;
    for (int i = 0; i < 60; ++i)
        acts += (i ? ", " : "") + std::string("{ 步骤: 一, 日期: 2024-03-01 ") + std::to_string(10 + (i * 7) % 5) + ":00 }";
    const auto v = chain().judge(acts);
    const auto& attempts = step_of(v, "一").attempts;
    REQUIRE(attempts.size() == 60);
    for (std::size_t i = 1; i < attempts.size(); ++i) {
        const auto before = attempts[i - 1].start->minute, after = attempts[i].start->minute;
        CHECK((before < after || (before == after && attempts[i - 1].record < attempts[i].record)));
    }
}
