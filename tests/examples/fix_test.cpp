// What check --fix writes into a rule file: the text that was meant, or nothing. Each mark of the rules is left out once.
#include <algorithm>
#include <fstream>
#include <random>

#include "guicheng/desk/check.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

namespace {

using namespace guicheng;

/// The text without blanks and line breaks, in which a correction may differ.
std::string bare(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return text;
}

struct Tried {
    int mutants = 0, corrected = 0;
    std::vector<std::string> wrong;
};

void try_without(const std::filesystem::path& file, const std::string& whole, std::size_t at, const std::string& mark, Tried& tried) {
    std::string text = whole;
    text.erase(at, mark.size());
    std::ofstream(file, std::ios::binary) << text;
    desk::CheckOptions options;
    options.fix = true;
    const auto report = desk::check({file}, options);
    const auto after = support::read_file(file);
    ++tried.mutants;
    if (after == text) return;
    ++tried.corrected;
    if (report.errors == 0 && bare(after) == bare(whole)) return;
    const auto line = std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    tried.wrong.push_back("without " + mark + " in line " + std::to_string(line));
}

}  // namespace

TEST_CASE("of a rule that lacks one mark a correction restores what was meant, or nothing is written", "[examples][fix]") {
    const auto folder = std::filesystem::temp_directory_path() / ("guicheng-fix-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "rule.guicheng";
    Tried tried;
    for (const auto* const name : {"examples/02-first-rule/water-fee.guicheng", "rules/village/six-step-method.guicheng"}) {
        const auto whole = support::read_file(support::source_dir() / name);
        for (const std::string mark : {"{", "}", "(", ")", "\"", "；", "：", ":", "（", "）", "“", "”"}) {
            for (auto at = whole.find(mark); at != std::string::npos; at = whole.find(mark, at + mark.size())) {
                const auto line = at == 0 ? 0 : whole.rfind('\n', at - 1) + 1;
                if (whole.find_first_not_of(" \t", line) == whole.find('#', line)) continue;
                try_without(file, whole, at, mark, tried);
            }
        }
    }
    std::filesystem::remove_all(folder);
    for (const auto& line : tried.wrong) UNSCOPED_INFO(line);
    CHECK(tried.wrong.empty());
    CHECK(tried.mutants >= 300);
    CHECK(tried.corrected >= 20);
}
