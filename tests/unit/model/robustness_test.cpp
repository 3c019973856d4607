// Nothing that a file contains may crash the checker, hang it, or make it answer without a diagnostic.
#include <algorithm>
#include <filesystem>
#include <random>

#include "diag/render.hpp"
#include "graph/analyse.hpp"
#include "model/draft.hpp"
#include "model/dump.hpp"
#include "support/catch.hpp"
#include "unit/model/checking.hpp"

using namespace guicheng;

namespace {

std::vector<std::string> samples() {
    std::vector<std::string> out;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(GUICHENG_SOURCE_DIR) + "/tests/golden/model/good"))
        if (entry.path().extension() == ".guicheng") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) out.push_back(checking::read_file(path.string()));
    return out;
}

/// Words and where they stand, so that a mutation keeps the text parseable more often than not.
std::vector<std::pair<std::size_t, std::size_t>> words(const std::string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = text.find_first_not_of(" \n", i);
        if (begin == std::string::npos) break;
        const auto end = std::min(text.find_first_of(" \n", begin), text.size());
        out.emplace_back(begin, end - begin);
        i = end;
    }
    return out;
}

/// Checks, analyses and dumps; a text without a procedure must have said why.
void survive(const std::string& text) {
    const auto c = checking::check(text);
    for (const auto& p : c.procedures) {
        diag::Sink sink;
        graph::analyse(p, sink);
        CHECK_FALSE(model::dump(p).empty());
        CHECK(p.identity.size() == 64);
    }
    if (c.procedures.empty() && text.find("规程") != std::string::npos) CHECK_FALSE(c.diagnostics.empty());
}

}  // namespace

TEST_CASE("a rule with one word put in the place of another never crashes the checker", "[model][robustness]") {
    std::mt19937 random(20240301);
    const auto all = samples();
    for (int round = 0; round < 3'000; ++round) {
        auto text = all[random() % all.size()];
        const int changes = 1 + static_cast<int>(random() % 3);
        for (int i = 0; i < changes; ++i) {
            const auto places = words(text);
            const auto [at, length] = places[random() % places.size()];
            const auto [from, size] = places[random() % places.size()];
            const auto other = text.substr(from, size);
            switch (random() % 4) {
                case 0: text.replace(at, length, other); break;
                case 1: text.erase(at, length); break;
                case 2: text.insert(at, other + " "); break;
                default: text.replace(at, length, "「" + other + "」"); break;
            }
        }
        survive(text);
    }
}

TEST_CASE("a tree that no text gives is refused, not followed", "[model][robustness]") {
    // A sum of ten thousand terms is a loop to the parser and a deep tree to the checker.
    std::string sum = "金额";
    for (int i = 0; i < 10'000; ++i) sum += " + 1元";
    CHECK(checking::errors(checking::check_in("步骤 甲步 { 要求 甲: " + sum + " 超过 1元 }")) == "M035");
    std::string short_sum = "金额";
    for (int i = 0; i < 100; ++i) short_sum += " + 1元";
    CHECK(checking::errors(checking::check_in("步骤 甲步 { 要求 甲: " + short_sum + " 超过 1元 }")).empty());
    std::string negations;
    for (int i = 0; i < 10'000; ++i) negations += "非 ";
    CHECK(checking::errors(checking::check_in("步骤 甲步 { 要求 甲: " + negations + "涉密 }")) == "M035");
}

TEST_CASE("a thousand mistakes are a thousand diagnostics, soon", "[model][robustness]") {
    std::string text;
    for (int i = 0; i < 5'000; ++i) text += "步骤 第" + std::to_string(i) + "步 { 由 不知名" + std::to_string(i) + " }\n";
    const auto c = checking::check_in(text);
    CHECK(c.procedures.empty());
    CHECK(c.diagnostics.size() == model::most_said);
}

TEST_CASE("large sets and many uses of them stay linear", "[model][robustness]") {
    std::string set;
    for (int i = 0; i < 20'000; ++i) set += " 项" + std::to_string(i) + "甲";
    std::string text = "规程 样例 { 主体 党支部；事项 { 种类 选项 {" + set + " } }；步骤 甲 { 由 党支部 依据 t.1；";
    for (int i = 0; i < 5; ++i) text += "要求 第" + std::to_string(i) + "条: 种类 属于 {" + set + " } 依据 t.1；";
    const auto c = checking::check(text + " } }");
    INFO(diag::render_all(c.diagnostics, {}));
    CHECK(c.codes().empty());
}

TEST_CASE("what has no name or no text in a tree made by hand is passed over", "[model][robustness]") {
    syntax::File file;
    file.source = checking::source("x");
    for (const auto head : {syntax::Keyword::step, syntax::Keyword::finding, syntax::Keyword::event, syntax::Keyword::parameter,
                            syntax::Keyword::assert_, syntax::Keyword::require, syntax::Keyword::applies, syntax::Keyword::version,
                            syntax::Keyword::in_force, syntax::Keyword::repealed, syntax::Keyword::counting, syntax::Keyword::level}) {
        syntax::Statement empty;
        empty.head = head;
        syntax::Statement procedure;
        procedure.head = syntax::Keyword::procedure;
        procedure.name = syntax::Name{"样例", {}, false};
        procedure.block = {empty};
        file.procedures.push_back(procedure);
    }
    file.procedures.emplace_back();
    diag::Sink sink;
    model::check(std::vector{file}, checking::clauses(), sink);
    SUCCEED();
}

TEST_CASE("a limit is said once for each kind, with what it limits", "[model][robustness]") {
    std::string chain = "涉密";
    for (int i = 0; i < 70'000; ++i) chain += " 且 涉密";
    const auto c = checking::check_in("步骤 甲步 { 要求 甲: " + chain + " }");
    CHECK(checking::errors(c) == "M036");
    std::string items;
    for (int i = 0; i < 100; ++i) items += " 项" + std::to_string(i);
    CHECK(checking::errors(checking::check_in("步骤 甲步 { 公示 内容 包括 {" + items + " } }")) == "M010");
}

TEST_CASE("of one procedure a thousand mistakes are said, and it is refused whatever was said before", "[model][robustness]") {
    std::string same;
    for (int i = 0; i < 5'000; ++i) same += " 甲";
    const auto c = checking::check("规程 样例 { 主体" + same + " }\n规程 又一 { 主体" + same + " }\n");
    CHECK(c.procedures.empty());
    CHECK(c.diagnostics.size() == 2'000);
}
