#include "conformance/topic.hpp"

#include "guicheng/desk/tests.hpp"
#include "guicheng/guicheng.hpp"
#include "support/files.hpp"

namespace guicheng::test {

namespace {

void add_case(const Library& rules, const std::filesystem::path& file, std::vector<std::string>& wrong) {
    const std::string name = file.filename().string();
    if (support::read_file(file).rfind("# ", 0) != 0) wrong.push_back(name + ": its first line doesn't say what it shows");
    const Case records = Case::read_file(file);
    if (!records.has_expected()) wrong.push_back(name + ": nothing expected");
    const desk::CaseTest test = desk::run_case_test(rules, records, Language::zh);
    for (const std::string& difference : test.differences) wrong.push_back(name + ": " + difference);
    if (test.verdicts.empty() && test.differences.empty()) wrong.push_back(name + ": no verdict");
}

}  // namespace

std::vector<std::string> wrong_in(const std::filesystem::path& folder) {
    std::vector<std::string> wrong;
    try {
        const Library rules = Library::load({folder});
        const auto cases = support::files_in(folder, ".yaml");
        if (cases.empty()) wrong.emplace_back("no cases");
        for (const auto& file : cases) add_case(rules, file, wrong);
    } catch (const Error& error) {
        wrong.push_back(error.rendered());
    }
    return wrong;
}

void check_topic(const std::string& name) {
    const auto wrong = wrong_in(support::source_dir() / "tests" / "conformance" / name);
    for (const std::string& line : wrong) UNSCOPED_INFO(line);
    CHECK(wrong.empty());
}

}  // namespace guicheng::test
