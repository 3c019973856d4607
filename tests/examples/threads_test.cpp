// One library, many threads: the same bytes.
#include <thread>

#include "examples.hpp"

namespace guicheng::test {

namespace {

std::string everything(const Library& library, const std::vector<std::filesystem::path>& files) {
    std::string bytes;
    for (const auto& file : files) {
        for (const Verdict& verdict : evaluate(library, Case::read_file(file))) bytes += verdict.to_json() + verdict.explain();
    }
    return bytes;
}

}  // namespace

TEST_CASE("eight threads that share one library give the same verdict bytes as one", "[examples]") {
    const auto files = support::files_in(cases_of("six-step-method"), ".yaml");
    const std::string alone = everything(village_rules(), files);
    REQUIRE_FALSE(alone.empty());
    std::vector<std::string> together(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < together.size(); ++i) {
        threads.emplace_back([&, i] { together[i] = everything(village_rules(), files); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& each : together) CHECK(each == alone);
}

TEST_CASE("a library loaded again gives the same verdict bytes", "[examples]") {
    const std::vector<std::filesystem::path> files = {cases_of("four-deliberations") / "valid.yaml",
                                                      cases_of("four-deliberations") / "resolution.attendance.yaml"};
    CHECK(everything(Library::load({support::source_dir() / "rules"}), files) == everything(village_rules(), files));
}

}  // namespace guicheng::test
