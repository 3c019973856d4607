// The checked model of whole rules, as text. Every construct stands in one of them, in both spellings.
#include <algorithm>
#include <filesystem>

#include "diag/render.hpp"
#include "model/dump.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

std::vector<std::filesystem::path> rules() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(GUICHENG_SOURCE_DIR) + "/tests/golden/model/good")) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() == ".guicheng" && name.find(".en.") == std::string::npos) out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::filesystem::path with_ending(std::filesystem::path path, const std::string& ending) {
    return path.replace_extension(ending);
}

void require_clean(const checking::Checked& checked) {
    INFO(diag::render_all(checked.diagnostics, {}));
    REQUIRE(checking::errors(checked).empty());
    REQUIRE_FALSE(checked.procedures.empty());
}

std::string dumps(const checking::Checked& checked) {
    std::string out;
    for (const auto& p : checked.procedures) out += model::dump(p);
    return out;
}

}  // namespace

TEST_CASE("the checked model of each sample rule is what its dump says", "[model][golden]") {
    REQUIRE(rules().size() >= 3);
    for (const auto& path : rules()) {
        DYNAMIC_SECTION(path.filename().string()) {
            const auto checked = checking::check(checking::read_file(path.string()));
            require_clean(checked);
            CHECK(dumps(checked) == support::golden(with_ending(path, ".dump"), dumps(checked)));
        }
    }
}

TEST_CASE("both spellings of a rule give one model, one set of ids and one identity", "[model][golden]") {
    for (const auto& path : rules()) {
        DYNAMIC_SECTION(path.filename().string()) {
            const auto zh = checking::check(checking::read_file(path.string()));
            const auto en = checking::check(checking::read_file(with_ending(path, ".en.guicheng").string()));
            require_clean(zh);
            require_clean(en);
            CHECK(dumps(zh) == dumps(en));
            REQUIRE(zh.procedures.size() == en.procedures.size());
            for (std::size_t i = 0; i < zh.procedures.size(); ++i) CHECK(zh.procedures[i].identity == en.procedures[i].identity);
        }
    }
}
