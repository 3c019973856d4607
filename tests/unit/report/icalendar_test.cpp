// The calendar file, line by line (RFC 5545).
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "golden.hpp"
#include "plan_samples.hpp"
#include "report/plan_text.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using messages::Language;

namespace {

std::string calendar_of(std::vector<verdict::Outlook> procedures, Language language = Language::zh) {
    verdict::Outlooks all;
    all.engine = "guicheng test";
    all.procedures = std::move(procedures);
    return report::icalendar(all, language);
}

/// The lines as they stand in the file; each must end in CRLF and hold neither of its bytes within.
std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size();) {
        const auto end = file.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(file.substr(at, end - at));
        CHECK(lines.back().find_first_of("\r\n") == std::string::npos);
        at = end + 2;
    }
    return lines;
}

/// … put together where they were folded.
std::vector<std::string> unfolded(const std::string& file) {
    std::vector<std::string> out;
    for (const auto& line : lines_of(file)) {
        if (line.front() == ' ')
            out.back() += line.substr(1);
        else
            out.push_back(line);
    }
    return out;
}

struct Component {
    std::string name;
    std::multimap<std::string, std::string> properties;  ///< name with parameters → value
    std::string one(const std::string& property) const {
        REQUIRE(properties.count(property) == 1);
        return properties.find(property)->second;
    }
};

/// The components of the calendar, in order; it must be the grammar's: properties of the calendar first, then components, none nested.
std::vector<Component> components(const std::string& file) {
    const auto lines = unfolded(file);
    REQUIRE(lines.size() >= 2);
    CHECK(lines.front() == "BEGIN:VCALENDAR");
    CHECK(lines.back() == "END:VCALENDAR");
    std::vector<Component> out;
    bool inside = false;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const auto colon = lines[i].find(':');
        REQUIRE(colon != std::string::npos);
        const auto name = lines[i].substr(0, colon);
        const auto value = lines[i].substr(colon + 1);
        if (name == "BEGIN") {
            REQUIRE_FALSE(inside);
            inside = true;
            out.push_back({value, {}});
        } else if (name == "END") {
            REQUIRE(inside);
            inside = false;
            CHECK(value == out.back().name);
        } else if (inside) {
            out.back().properties.emplace(name, value);
        } else {
            CHECK(out.empty());
            CHECK((name == "VERSION" || name == "PRODID" || name == "CALSCALE"));
        }
    }
    CHECK_FALSE(inside);
    return out;
}

bool is_day(const std::string& text) {
    return text.size() == 8 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// No character is cut: the text is well-formed UTF-8 by itself.
bool is_whole(const std::string& text) {
    std::size_t left = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (continues != (left > 0)) return false;
        left = continues ? left - 1 : byte >= 0xF0U ? 3U : byte >= 0xE0U ? 2U : byte >= 0xC0U ? 1U : 0U;
    }
    return left == 0;
}

}  // namespace

TEST_CASE("lines end in CRLF, hold at most 75 octets and never part of a character", "[report][plan][ics]") {
    for (const auto language : {Language::zh, Language::en}) {
        // Every length of a name moves the fold over every byte of its characters.
        for (std::size_t length = 0; length < 40; ++length) {
            auto outlook = test::full_plan();
            outlook.verdict.case_id = std::string(length, 'x') + "李家湾，四议两公开，村集体资产处置𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀";
            bool folded = false;
            for (const auto& line : lines_of(calendar_of({outlook}, language))) {
                INFO(line);
                CHECK(line.size() <= 75);
                CHECK_FALSE(line.empty());
                CHECK(is_whole(line));
                folded = folded || line.front() == ' ';
            }
            CHECK(folded);
            const auto whole = unfolded(calendar_of({outlook}, language));
            CHECK(std::any_of(whole.begin(), whole.end(),
                              [&](const std::string& line) { return line.find(outlook.verdict.case_id) != std::string::npos; }));
        }
    }
}

TEST_CASE("a calendar names its version and maker, each entry its name, stamp, day and text", "[report][plan][ics]") {
    const auto file = calendar_of({test::full_plan()});
    const auto lines = unfolded(file);
    CHECK(lines.at(1) == "VERSION:2.0");
    CHECK(lines.at(2) == "PRODID:-//guicheng//guicheng test//ZH");
    std::set<std::string> names;
    std::set<std::string> kinds;
    for (const auto& entry : components(file)) {
        INFO(entry.name << ' ' << entry.one("SUMMARY"));
        kinds.insert(entry.name);
        CHECK(names.insert(entry.one("UID")).second);
        CHECK(entry.one("DTSTAMP") == "20240320T000000Z");
        CHECK_FALSE(entry.one("SUMMARY").empty());
        CHECK(entry.properties.count("DESCRIPTION") == 1);
        if (entry.name == "VEVENT") {
            CHECK(is_day(entry.one("DTSTART;VALUE=DATE")));
            CHECK(entry.one("TRANSP") == "TRANSPARENT");
        } else {
            CHECK(entry.name == "VTODO");
            CHECK(is_day(entry.one("DUE;VALUE=DATE")));
            CHECK(entry.one("STATUS") == "NEEDS-ACTION");
        }
    }
    CHECK(kinds == std::set<std::string>{"VEVENT", "VTODO"});
}

TEST_CASE("a duty without a period is a to-do without a day", "[report][plan][ics]") {
    auto outlook = test::closed_plan();
    verdict::OpenedDuty duty;
    duty.requirement = "商议.顺序";
    duty.sanction = model::Sanction::correction;
    outlook.verdict.duties.assign(2, duty);
    const auto entries = components(calendar_of({outlook}));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].name == "VTODO");
    CHECK(entries[0].properties.count("DUE;VALUE=DATE") == 0);
    CHECK(entries[0].one("UID") != entries[1].one("UID"));
}

TEST_CASE("commas, semicolons, backslashes and line breaks are escaped, other control characters left out", "[report][plan][ics]") {
    auto outlook = test::full_plan();
    outlook.verdict.case_id =
        "a,b;c\\d\ne\x07"
        "f\x1b";
    const auto entry = components(calendar_of({outlook})).front();
    const auto said = entry.one("DESCRIPTION");
    CHECK(said.find("a\\,b\\;c\\\\d\\nef，") != std::string::npos);
}

TEST_CASE("an entry keeps its name while its day moves, and no other has it", "[report][plan][ics]") {
    const auto earlier = test::full_plan();
    auto later = earlier;
    later.verdict.as_of = test::closed_plan().verdict.as_of.value() + 1;
    later.plan.steps.at(0).earliest.day = *later.plan.steps.at(0).earliest.day + 3;
    const auto before = components(calendar_of({earlier})).front();
    const auto after = components(calendar_of({later})).front();
    CHECK(before.one("UID") == after.one("UID"));
    CHECK(before.one("DTSTART;VALUE=DATE") == "20240412");
    CHECK(after.one("DTSTART;VALUE=DATE") == "20240415");
    CHECK(after.one("DTSTAMP") == "20240321T000000Z");
    auto other = earlier;
    other.verdict.procedure = "另一规程";
    std::set<std::string> names;
    std::size_t entries = 0;
    for (const auto& entry : components(calendar_of({earlier, other}))) {
        names.insert(entry.one("UID"));
        ++entries;
    }
    CHECK(names.size() == entries);
}

TEST_CASE("where there is no day to note the calendar holds one journal entry that says so", "[report][plan][ics]") {
    const auto entries = components(calendar_of({test::closed_plan()}));
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].name == "VJOURNAL");
    CHECK(entries[0].one("SUMMARY") == "没有要记的日子");
    CHECK(entries[0].one("DTSTART;VALUE=DATE") == "20240320");
    auto undated = test::closed_plan();
    undated.verdict.as_of.reset();
    const auto without = components(calendar_of({undated}));
    REQUIRE(without.size() == 1);
    CHECK(without[0].properties.count("DTSTART;VALUE=DATE") == 0);
    CHECK(without[0].one("DTSTAMP") == "19700101T000000Z");
}

TEST_CASE("days that cannot be counted for want of a year are named on the day looked at", "[report][plan][ics]") {
    auto outlook = test::closed_plan();
    outlook.plan.closed = false;
    verdict::PlannedStep step;
    step.step = "决议";
    step.earliest.missing_year = 2027;
    verdict::PlannedMaterials papers;
    papers.deliver_by.missing_year = 2028;
    step.materials.push_back(papers);
    verdict::PlannedDue due;  // not known for another reason: nothing is to be waited for
    step.due.push_back(due);
    outlook.plan.steps.push_back(step);
    const auto entries = components(calendar_of({outlook}));
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].name == "VEVENT");
    CHECK(entries[0].one("DTSTART;VALUE=DATE") == "20240320");
    CHECK(entries[0].one("SUMMARY") == "有2个日子算不出，没有记：2027、2028年的放假安排没有收录");
    CHECK(entries[0].one("DESCRIPTION").find("\\n“决议”最早何日可以办理\\n“决议”的材料最迟何日送达") != std::string::npos);
    verdict::Outlooks all;
    all.procedures = {outlook};
    CHECK(report::years_left_out(all) == std::vector<std::int32_t>{2027, 2028});
    CHECK(report::years_left_out({}).empty());
    outlook.plan.steps.at(0).earliest = {base::Day{20000}, 0};
    outlook.plan.steps.at(0).materials.clear();
    const auto known = components(calendar_of({outlook}));
    REQUIRE(known.size() == 1);
    CHECK(known[0].one("SUMMARY") == "最早可以办理“决议”");
}

TEST_CASE("what a wish asks is noted only where the wish can be met", "[report][plan][ics]") {
    const auto count = [](verdict::WishStatus status) { return components(calendar_of({test::plan_with_wish(status)})).size(); };
    CHECK(count(verdict::WishStatus::possible) > 3);
    CHECK(count(verdict::WishStatus::conditional) > 3);
    CHECK(components(calendar_of({test::plan_with_wish(verdict::WishStatus::impossible)})).at(0).name == "VJOURNAL");
    CHECK(components(calendar_of({test::plan_with_wish(verdict::WishStatus::late)})).at(0).name == "VJOURNAL");
}

TEST_CASE("the calendar stands as it is", "[report][plan][ics]") {
    test::check_golden("plan.zh.ics", calendar_of({test::full_plan()}));
    test::check_golden("plan.en.ics", calendar_of({test::full_plan()}, Language::en));
}
