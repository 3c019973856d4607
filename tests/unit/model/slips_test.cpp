// The slips of meaning that an officer makes: each file of tests/golden/diag/bad from 100 on earns exactly one
// diagnostic, under exactly the words that are wrong, and where it says so the fix offered mends it.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "messages/catalogue.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

struct Slip {
    std::string file;
    std::string text;
    std::string expect;
    std::string covers;
    bool clean_fix = false;
};

std::vector<Slip> slips() {
    std::vector<Slip> out;
    const std::filesystem::path folder = std::string(GUICHENG_SOURCE_DIR) + "/tests/golden/diag/bad";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.find('-') != 3 || entry.path().extension() != ".guicheng") continue;
        Slip slip;
        slip.file = name;
        slip.text = checking::read_file(entry.path().string());
        std::istringstream lines(slip.text);
        for (std::string line; std::getline(lines, line) && line.starts_with("# ");) {
            if (line.starts_with("# expect: ")) slip.expect = line.substr(10);
            if (line.starts_with("# covers: ")) slip.covers = line.substr(10);
            if (line == "# fix: clean") slip.clean_fix = true;
        }
        out.push_back(std::move(slip));
    }
    std::sort(out.begin(), out.end(), [](const Slip& a, const Slip& b) { return a.file < b.file; });
    return out;
}

}  // namespace

TEST_CASE("each slip of meaning earns one diagnostic under the wrong words", "[model][slips]") {
    const auto all = slips();
    CHECK(all.size() >= 60);
    for (const auto& slip : all) {
        DYNAMIC_SECTION(slip.file) {
            const auto checked = checking::check(slip.text);
            CHECK(checked.codes() == slip.expect);
            CHECK(checked.covered(slip.expect) == slip.covers);
        }
    }
}

TEST_CASE("a fix that is said to be clean mends the file", "[model][slips]") {
    std::size_t fixed = 0;
    for (const auto& slip : slips()) {
        if (!slip.clean_fix) continue;
        ++fixed;
        DYNAMIC_SECTION(slip.file) {
            const auto checked = checking::check(slip.text);
            REQUIRE(checked.diagnostics.size() == 1);
            REQUIRE(checked.diagnostics[0].fix.has_value());
            const auto& fix = *checked.diagnostics[0].fix;
            auto text = slip.text;
            text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
            CHECK(checking::check(text).codes().empty());
        }
    }
    CHECK(fixed >= 10);
}

TEST_CASE("no name is offered that denies what was written", "[model][slips]") {
    const auto all = slips();
    const auto slip = std::find_if(all.begin(), all.end(), [](const Slip& s) { return s.file.starts_with("195-"); });
    REQUIRE(slip != all.end());
    const auto checked = checking::check(slip->text);
    REQUIRE(checked.diagnostics.size() == 1);
    CHECK(!checked.diagnostics[0].fix.has_value());
}

TEST_CASE("every slip's code has a sentence, a help and an example in both languages", "[model][slips]") {
    for (const auto& slip : slips()) {
        INFO(slip.file << " " << slip.expect);
        REQUIRE(messages::known(slip.expect));
        CHECK_FALSE(messages::help(slip.expect, messages::Language::zh).empty());
        CHECK_FALSE(messages::help(slip.expect, messages::Language::en).empty());
        CHECK_FALSE(messages::example(slip.expect).empty());
    }
}

TEST_CASE("each diagnostic gives every placeholder of its sentence a value", "[model][slips]") {
    for (const auto& slip : slips()) {
        const auto checked = checking::check(slip.text);
        for (const auto& d : checked.diagnostics) {
            for (const auto& name : messages::placeholders(messages::find(d.code, messages::Language::zh))) {
                INFO(slip.file << " " << d.code << " {" << name << "}");
                const bool given = std::any_of(d.arguments.begin(), d.arguments.end(), [&](const auto& a) { return a.first == name; });
                CHECK(given);
            }
        }
    }
}
