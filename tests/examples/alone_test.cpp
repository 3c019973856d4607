// For each requirement of the two village rules an example in which that requirement, and no other, is breached in its own right.
#include <map>
#include <set>

#include "examples.hpp"

namespace guicheng::test {

namespace {

struct Exempt {
    const char* requirement;
    const char* why;
};

constexpr const char* carries = "says that a step it rests on does not stand; the breach belongs to that step";
constexpr const char* settles = "an approval threshold that is not reached settles the outcome and breaches nothing";
constexpr const char* may = "the rule says 可以: met whether it is used or not";

const std::vector<Exempt> exempt_four = {
    {"商议.承袭", carries},
    {"审议.承袭", carries},
    {"方案公示.承袭", carries},
    {"决议.承袭", carries},
    {"决议公开.承袭", carries},
    {"结果公开.承袭", carries},
    {"商议.两委联席会议.赞成", settles},
    {"审议.党员大会.赞成", settles},
    {"决议.村民会议或村民代表会议.赞成", settles},
    {"决议.村民会议或村民代表会议.三分之二同意", settles},
    {"商议.外出沟通", may},
    {"审议.党员大会.远程表决", may},
    {"审议.党员大会.委托表决", may},
    {"决议.村民会议或村民代表会议.远程表决", may},
    {"决议.村民会议或村民代表会议.委托表决", may},
    {"决议.合并召开", may},
};

const std::vector<Exempt> exempt_six = {
    {"商议.承袭", carries},
    {"审议.承袭", carries},
    {"议案公告.承袭", carries},
    {"决议.承袭", carries},
    {"结果公布.承袭", carries},
    {"商议.两委联席会议.赞成", settles},
    {"审议.党员大会.赞成", settles},
    {"决议.村民会议或村民代表会议.赞成", settles},
    {"决议.村民会议或村民代表会议.三分之二同意", settles},
    {"乡镇监督", may},
    {"拒绝执行", may},
    {"批评改正", may},
};

struct Coverage {
    std::set<std::string> requirements;        ///< every id that any example's verdict speaks of
    std::map<std::string, std::string> alone;  ///< id -> an example that breaches it and nothing else
    std::set<std::string> breached;            ///< ids breached in their own right somewhere
    std::set<std::string> not_reached;         ///< approval thresholds missed somewhere
};

Coverage cover(const std::string& rule, const std::string& procedure) {
    Coverage coverage;
    for (const auto& file : support::files_in(cases_of(rule), ".yaml")) {
        for (const Verdict& verdict : evaluate(village_rules(), Case::read_file(file))) {
            if (verdict.procedure().name != procedure) continue;
            for (const Finding& finding : all_findings(verdict)) {
                coverage.requirements.insert(finding.requirement);
                if (finding.result == Result::not_reached) coverage.not_reached.insert(finding.requirement);
            }
            const std::vector<std::string> violated = verdict.violated();
            coverage.breached.insert(violated.begin(), violated.end());
            if (violated.size() == 1) coverage.alone.emplace(violated.front(), file.filename().string());
        }
    }
    return coverage;
}

void check_alone(const std::string& rule, const std::string& procedure, const std::vector<Exempt>& exempt) {
    const Coverage coverage = cover(rule, procedure);
    std::set<std::string> excused;
    for (const Exempt& each : exempt) {
        INFO(each.requirement << ": " << each.why);
        CHECK(excused.insert(each.requirement).second);
        CHECK(coverage.requirements.count(each.requirement) == 1);
        CHECK(coverage.breached.count(each.requirement) == 0);
        if (each.why == settles) CHECK(coverage.not_reached.count(each.requirement) == 1);
    }
    for (const std::string& requirement : coverage.requirements) {
        if (excused.count(requirement) != 0) continue;
        INFO("no example breaches this requirement alone: " << requirement);
        CHECK(coverage.alone.count(requirement) == 1);
    }
}

}  // namespace

TEST_CASE("each requirement of the four deliberations is breached alone by an example", "[examples]") {
    check_alone("four-deliberations", "四议两公开", exempt_four);
}

TEST_CASE("each requirement of the six-step method is breached alone by an example", "[examples]") {
    check_alone("six-step-method", "六步工作法", exempt_six);
}

TEST_CASE("the verdict of the valid case speaks of every requirement that an example breaches", "[examples]") {
    // So that a requirement of which no verdict speaks cannot escape the tests above.
    std::set<std::string> spoken;
    for (const Finding& finding : all_findings(judge(cases_of("four-deliberations") / "valid.yaml"))) spoken.insert(finding.requirement);
    const Coverage four = cover("four-deliberations", "四议两公开");
    for (const std::string& requirement : four.breached) {
        INFO(requirement);
        CHECK(spoken.count(requirement) == 1);
    }
}

}  // namespace guicheng::test
