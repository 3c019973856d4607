// Every example says what it expects, and is right.
#include "examples.hpp"

namespace guicheng::test {

namespace {

struct Folder {
    std::filesystem::path cases;
    std::filesystem::path rules;
};

std::vector<Folder> folders() {
    const auto root = support::source_dir();
    return {{root / "examples/01-first-verdict", root / "rules"},
            {root / "examples/02-first-rule", root / "examples/02-first-rule"},
            {root / "examples/03-notice-media", root / "examples/03-notice-media"},
            {cases_of("four-deliberations"), root / "rules"},
            {cases_of("six-step-method"), root / "rules"}};
}

}  // namespace

TEST_CASE("every example case gives the verdict that it expects", "[examples]") {
    for (const Folder& folder : folders()) {
        const Library library = Library::load({folder.rules});
        const auto files = support::files_in(folder.cases, ".yaml");
        REQUIRE_FALSE(files.empty());
        for (const auto& file : files) {
            const Case records = Case::read_file(file);
            INFO(file.string());
            CHECK(records.has_expected());
            const desk::CaseTest test = desk::run_case_test(library, records, Language::zh);
            for (const std::string& difference : test.differences) UNSCOPED_INFO(difference);
            CHECK(test.passed);
            CHECK_FALSE(test.verdicts.empty());
        }
    }
}

TEST_CASE("an expectation that does not hold is a difference", "[examples]") {
    std::string text = support::read_file(cases_of("four-deliberations") / "valid.yaml");
    const auto wrong = [&text](const std::string& from, const std::string& to) {
        std::string changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        return desk::run_case_test(village_rules(), Case::from_yaml("changed.yaml", changed), Language::zh);
    };
    const desk::CaseTest status = wrong("结论: 有效", "结论: 无效");
    CHECK_FALSE(status.passed);
    CHECK(status.differences.size() == 1);
    CHECK_FALSE(wrong("结果: 通过", "结果: 未通过").passed);
    const desk::CaseTest violated = wrong("违反: []", "违反: [决议.顺序]");
    CHECK_FALSE(violated.passed);
    REQUIRE(violated.differences.size() == 1);
    CHECK(violated.differences.front().find("决议.顺序") != std::string::npos);
    // One present too few in the resolution: the breach that nobody expected is named.
    const desk::CaseTest breached = wrong("到会: 38, 赞成: 34", "到会: 29, 赞成: 25");
    CHECK_FALSE(breached.passed);
    bool named = false;
    for (const std::string& difference : breached.differences)
        named = named || difference.find("决议.村民会议或村民代表会议.代表到会") != std::string::npos;
    CHECK(named);
}

}  // namespace guicheng::test
