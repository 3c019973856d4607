// Whatever a file holds, reading it ends soon and in order. The seed is fixed: a failure can be had again.
#include <chrono>
#include <random>

#include "support/files.hpp"
#include "syntax/format.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;

namespace {

std::vector<std::string> seeds() {
    std::vector<std::string> out;
    for (const auto& path : support::files_in(support::source_dir() / "tests/golden/diag/bad", ".guicheng"))
        out.push_back(support::read_file(path));
    for (const auto& path : support::files_in(support::source_dir() / "rules/village", ".guicheng"))
        out.push_back(support::read_file(path).substr(0, 6000));
    return out;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) {
    return n == 0 ? 0 : random() % n;
}

const char* const pieces[] = {"{",      "}",    "(",        ")",      "「",  "」",  "\"",   "“",          "”",     "、",    "，",
                              "；",     "。",   "\n",       "当 ",    "且 ", "或 ", "非 ",  "除外 ",      "依据 ", "步骤 ", "公示 ",
                              "不少于", "以上", "三分之二", "百分之", "万",  "亿",  "分之", "2024-02-30", "=>",    "->",    "\u200B",
                              "\xFF",   "#",    "1",        ",",      "．",  ".",   "[",    "《"};

void mutate(std::string& text, Random& random) {
    const auto at = below(random, text.size());
    switch (random() % 7) {
        case 0:
            if (!text.empty()) text[at] = static_cast<char>(random() % 256);
            break;
        case 1: text.erase(at, 1 + below(random, 12)); break;
        case 2: {
            const auto part = text.substr(at, 1 + below(random, 200));
            text.insert(below(random, text.size()), part);
            break;
        }
        case 3: text.insert(at, pieces[below(random, std::size(pieces))]); break;
        case 4: text.insert(at, std::string(1 + below(random, 120), "{("[random() % 2])); break;
        case 5: text.insert(at, std::string(1 + below(random, 120), "})"[random() % 2])); break;
        case 6: std::swap(text[at], text[below(random, text.size())]); break;
    }
}

void check(const std::string& text) {
    diag::Sink sink;
    const auto source = std::make_shared<base::SourceText>("试", text);
    const auto parsed = syntax::parse_concrete(source, {}, sink);
    // Whole or nothing, and every place within the text.
    if (parsed.file.has_value() == sink.has_errors()) FAIL("a tree beside errors, or neither");
    for (const auto& d : sink.entries()) {
        if (d.span.begin > d.span.end || d.span.end > text.size()) FAIL("a span outside the text: " + d.code);
        if (d.fix && (d.fix->span.begin > d.fix->span.end || d.fix->span.end > text.size())) FAIL("a fix outside the text: " + d.code);
    }
    if (!sink.entries().empty()) diag::render_all(std::span(sink.entries()).first(std::min<std::size_t>(3, sink.entries().size())), {});
    if (!parsed.file) return;
    const auto once = syntax::format(parsed.concrete, {});
    diag::Sink again;
    const auto twice = syntax::format(std::make_shared<base::SourceText>("试", once), {}, again);
    if (!twice) FAIL("the layout of a whole text has errors:\n" + text + "\n---\n" + once + diag::render_all(again.sorted(), {}));
    if (*twice != once) FAIL("the layout is not stable:\n" + once + "\n---\n" + *twice);
}

}  // namespace

TEST_CASE("twenty thousand mutated files end in a tree or in errors, soon") {
    const auto files = seeds();
    REQUIRE(files.size() > 50);
    Random random(20240301);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20'000; ++i) {
        auto text = files[below(random, files.size())];
        if (text.size() > 1500) text = text.substr(0, 1500 + below(random, text.size() - 1500));
        for (auto n = 1 + random() % 4; n > 0 && !text.empty(); --n) mutate(text, random);
        check(text);
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count();
    CHECK(seconds < 300);
}

TEST_CASE("large hostile texts take time in proportion to their length") {
    const auto start = std::chrono::steady_clock::now();
    const auto many = [](const std::string& piece, std::size_t bytes) {
        std::string out;
        while (out.size() < bytes) out += piece;
        return out;
    };
    for (const auto* piece : {"}",   "(",  "甲", "当 ",       "\"",     "「", "2024", "万",        "三分之", "\u200B", "{ ",
                              "甲 ", "、", "{}", "步骤 甲{}", "不少于", "\n", "\t",   "要求 甲\n", "[",      "(}"}) {
        check("规程 甲 {\n" + many(piece, 300'000));
    }
    check("规程 甲 {\n步骤 乙 { 要求 " + many("非 ", 300'000) + "甲 } }");
    check("规程 甲 { 主体 " + many("甲乙丙 ", 300'000) + "}");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count();
    CHECK(seconds < 120);
}
