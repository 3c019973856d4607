#include "syntax/format.hpp"

#include "support/files.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using syntax::Keywords;

namespace {

std::string formatted(const std::string& text, Keywords keywords = Keywords::keep) {
    diag::Sink sink;
    const auto out = syntax::format(std::make_shared<base::SourceText>("试", text), {keywords}, sink);
    INFO(diag::render_all(sink.sorted(), {}));
    REQUIRE(out);
    return *out;
}

std::vector<std::filesystem::path> rule_files() {
    std::vector<std::filesystem::path> out;
    for (const auto* folder : {"rules", "examples", "tests/golden/model", "tests/conformance"}) {
        const auto root = support::source_dir() / folder;
        if (!std::filesystem::exists(root)) continue;
        for (const auto& e : std::filesystem::recursive_directory_iterator(root))
            if (e.path().extension() == ".guicheng") out.push_back(e.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("the canonical layout sets indents, single blanks and blank lines") {
    CHECK(formatted("规程 甲{\n\n\n步骤 乙{由 丙 、丁;公示 不少于15日\n  除外 (戊 且 己 )\n}\n    # 说明  \n}") ==
          "规程 甲 {\n\n    步骤 乙 { 由 丙、丁; 公示 不少于 15日\n            除外 (戊 且 己)\n    }\n    # 说明\n}\n");
}

TEST_CASE("quantities close up in Chinese and stand apart in English") {
    const std::string head = "规程 甲 {\n    步骤 乙 {\n        要求 金额 ", tail = "\n    }\n}\n";
    CHECK(formatted(head + "1万元以上不满20万元" + tail) == head + "1万元以上 不满 20万元" + tail);
    CHECK(formatted(head + "20万元 以上" + tail) == head + "20万元以上" + tail);
    CHECK(formatted(head + "20万 元 以上" + tail) == head + "20万元以上" + tail);
    const std::string en_head = "procedure 甲 {\n    step 乙 {\n        require 金额 ";
    CHECK(formatted(head + "1万元以上 不满 20万元" + tail, Keywords::en) == en_head + "1万 yuan or_more under 20万 yuan" + tail);
    CHECK(formatted(en_head + "1万 yuan or_more under 20万 yuan" + tail, Keywords::zh) == head + "1万元以上 不满 20万元" + tail);
}

TEST_CASE("names, numerals, texts and comments are not touched by a change of keywords") {
    const std::string zh =
        "规程 公示 {\n    全称 \"规程 步骤\"  # 步骤 须经\n    步骤 步骤 {\n        由 当、且\n        要求 「当」 是 "
        "三分之二 或 本次.日期 早于 2024年3月1日\n    }\n}\n";
    const auto en = formatted(zh, Keywords::en);
    CHECK(en ==
          "procedure 公示 {\n    title \"规程 步骤\"  # 步骤 须经\n    step 步骤 {\n        by 当、且\n        require "
          "「当」 is 三分之二 or this.date earlier_than "
          "2024年3月1日\n    }\n}\n");
    CHECK(formatted(en, Keywords::zh) == zh);
}

TEST_CASE("every kind of arrow becomes the plain one, and columns of blanks stay") {
    const auto text = formatted(
        "规程 甲 {\n    步骤 乙 {\n        要求 分情形 {\n            丙 ⇒ 丁 已办\n            其余 =》 未规定\n      "
        "  }      依据 x.1\n    }\n}\n");
    CHECK(text ==
          "规程 甲 {\n    步骤 乙 {\n        要求 分情形 {\n            丙 => 丁 已办\n            其余 => 未规定\n    "
          "    }      依据 x.1\n    }\n}\n");
}

TEST_CASE("a text with mistakes is not rearranged") {
    diag::Sink sink;
    CHECK_FALSE(syntax::format(std::make_shared<base::SourceText>("试", "规成 甲 { }\n"), {}, sink));
    CHECK(sink.has_errors());
}

TEST_CASE("the layout of every rule file is stable, and zh to en to zh gives the same bytes") {
    const auto files = rule_files();
    REQUIRE(files.size() >= 3);
    for (const auto& path : files) {
        INFO(path.string());
        const auto canonical = formatted(support::read_file(path));
        CHECK(formatted(canonical) == canonical);
        const auto zh = formatted(canonical, Keywords::zh);
        const auto en = formatted(zh, Keywords::en);
        CHECK(formatted(en) == en);
        CHECK(formatted(en, Keywords::zh) == zh);
    }
}

TEST_CASE("the tree of the changed text is the tree of the first") {
    for (const auto& path : rule_files()) {
        INFO(path.string());
        const auto text = support::read_file(path);
        const auto zh = parsing::parse(text);
        const auto en = parsing::parse(formatted(text, Keywords::en));
        REQUIRE(zh.file);
        REQUIRE(en.file);
        REQUIRE(zh.file->expressions.size() == en.file->expressions.size());
        for (std::size_t i = 0; i < zh.file->expressions.size(); ++i) {
            const auto& a = zh.file->expressions[i];
            const auto& b = en.file->expressions[i];
            CHECK(a.kind == b.kind);
            CHECK(a.op == b.op);
            CHECK(a.left == b.left);
            CHECK(a.right == b.right);
            CHECK(a.parts == b.parts);
            CHECK(a.quantity.bounds.size() == b.quantity.bounds.size());
        }
    }
}
