#include "diag/render.hpp"

#include "diag/source_view.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using messages::Language;

namespace {

base::SourcePtr source(std::string text) {
    return std::make_shared<base::SourceText>("规程.guicheng", std::move(text));
}

/// The one shown line with its marks, the span being the first occurrence of the words.
diag::ShownLine shown(const std::string& text, const std::string& words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    const auto lines = diag::shown_lines(*source(text), {at, at + static_cast<std::uint32_t>(words.size())});
    REQUIRE(lines.size() == 1);
    return lines[0];
}

}  // namespace

TEST_CASE("carets stand under wide characters, two columns each") {
    const auto line = shown("    须径 提议\n", "须径");
    CHECK(line.text == "    须径 提议");
    CHECK(line.marks == "    ^^^^");
    CHECK(shown("到会 abc 过半数\n", "abc").marks == "     ^^^");
    CHECK(shown("到会 abc 过半数\n", "过半数").marks == "         ^^^^^^");
}

TEST_CASE("tabs are shown as blanks so that carets keep their columns") {
    const auto line = shown("\t甲 乙\n", "乙");
    CHECK(line.text == "    甲 乙");
    CHECK(line.marks == "       ^^");
}

TEST_CASE("invisible characters are shown by their code and marked whole") {
    const auto line = shown("提\u200B议", "\u200B");
    CHECK(line.text == "提<U+200B>议");
    CHECK(line.marks == "  ^^^^^^^^");
    CHECK(diag::made_visible("a\u202Eb") == "a<U+202E>b");
    CHECK(diag::made_visible("a\x80") == "a<byte 80>");
}

TEST_CASE("a combining mark alone still gets a caret") {
    CHECK(shown("e\u0301x", "\u0301").marks.find('^') != std::string::npos);
}

TEST_CASE("an empty span, at the end of a line or of the text, gets one caret") {
    CHECK(diag::shown_lines(*source("由 甲\n丙\n"), {7, 7})[0].marks == "     ^");
    CHECK(diag::shown_lines(*source("由 甲"), {7, 7})[0].marks == "     ^");
    CHECK(diag::shown_lines(*source("由 甲\n"), {4, 4})[0].marks == "   ^");
    CHECK(diag::shown_lines(*source(""), {0, 0})[0].marks == "^");
}

TEST_CASE("a span past the end is brought back to it") {
    CHECK(diag::shown_lines(*source("甲"), {90, 99})[0].marks == "  ^");
}

TEST_CASE("the end of a CRLF line is not shown") {
    const auto lines = diag::shown_lines(*source("由 甲\r\n丙\r\n"), {4, 7});
    CHECK(lines[0].text == "由 甲");
    CHECK(lines[0].marks == "   ^^");
}

TEST_CASE("of a span over lines the first and the last are shown") {
    const std::string text = "要求 (甲\n  且 乙\n  且 丙)\n";
    const auto begin = static_cast<std::uint32_t>(text.find('('));
    const auto end = static_cast<std::uint32_t>(text.find(')') + 1);
    const auto lines = diag::shown_lines(*source(text), {begin, end});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].number == 1);
    CHECK(lines[0].marks == "     ^^^");
    CHECK(lines[1].number == 3);
    CHECK(lines[1].text == "  且 丙)");
    CHECK(lines[1].marks == "  ^^^^^^");
}

TEST_CASE("a long line is cut to the neighbourhood of the span") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "甲乙 ";
    text += "错";
    for (int i = 0; i < 400; ++i) text += " 丙丁";
    const auto line = shown(text, "错");
    CHECK(line.text.size() < 500);
    CHECK(line.text.starts_with("..."));
    CHECK(line.text.ends_with("..."));
    // The caret is under the character: as many columns before it as the text before it fills.
    const auto caret = line.marks.find('^');
    const auto before = line.text.substr(0, line.text.find("错"));
    std::size_t columns = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto c = static_cast<unsigned char>(before[i]);
        if (c < 0x80) ++columns;
        if (c >= 0xE0) columns += 2;
    }
    CHECK(caret == columns);
}

TEST_CASE("an error is shown with place, line, caret, help and fix") {
    diag::Sink sink;
    sink.error("P021", source("步骤 商议 {\n    须径 提议\n}\n"), {20, 26}).arg("word", "须径").arg("meant", "须经").fix({20, 26}, "须经");
    CHECK(diag::render(sink.entries()[0], {}) ==
          "错误[P021]: 没有“须径”这个词，是不是“须经”？\n"
          " --> 规程.guicheng:2:5\n"
          "  |\n"
          "2 |     须径 提议\n"
          "  |     ^^^^\n"
          "  = 帮助：按建议改正；如果它本来是名称，看看前面是不是少了词。\n"
          "  = 改成：\n"
          "  |     须经 提议\n");
    const auto english = diag::render(sink.entries()[0], {.language = Language::en});
    CHECK(english.find("error[P021]: there is no word `须径` here; is it `须经`?") == 0);
    CHECK(english.find("= help: correct it") != std::string::npos);
}

TEST_CASE("colour codes stand only where colour is asked for") {
    diag::Sink sink;
    sink.warning("P013", source("甲)\n"), {3, 4}).fix({3, 4}, "");
    CHECK(diag::render(sink.entries()[0], {}).find('\x1b') == std::string::npos);
    CHECK(diag::render(sink.entries()[0], {.colour = true}).find('\x1b') != std::string::npos);
}

TEST_CASE("a fix that leaves nothing of its line shows what goes") {
    diag::Sink sink;
    sink.error("P011", source("甲\n    }\n"), {8, 9}).fix({8, 9}, "");
    const auto text = diag::render(sink.entries()[0], {});
    CHECK(text.find("删去：") != std::string::npos);
}

TEST_CASE("a diagnostic without a text has no place") {
    diag::Sink sink;
    sink.error("P002", nullptr, {}).arg("found", "9").arg("limit", "8");
    CHECK(diag::render(sink.entries()[0], {}).find("-->") == std::string::npos);
}

TEST_CASE("long values are cut and made visible") {
    diag::Sink sink;
    std::string word;
    for (int i = 0; i < 500; ++i) word += "长";
    sink.error("P022", source("甲"), {0, 3}).arg("word", word);
    sink.error("P022", source("甲"), {0, 3}).arg("word", "a\u202Eb");
    CHECK(diag::sentence(sink.entries()[0], Language::zh).size() < 300);
    CHECK(diag::sentence(sink.entries()[1], Language::zh).find("<U+202E>") != std::string::npos);
}

TEST_CASE("no more are shown than the limit, and the rest is counted") {
    diag::Sink sink;
    const auto text = source("甲)\n");
    for (int i = 0; i < 5; ++i) sink.error("P013", text, {3, 4});
    const auto count = [&](std::size_t limit) {
        const auto out = diag::render_all(sink.entries(), {.limit = limit});
        std::size_t n = 0;
        for (auto at = out.find("P013"); at != std::string::npos; at = out.find("P013", at + 1)) ++n;
        return std::pair{n, out.find("另有") != std::string::npos};
    };
    CHECK(count(4) == std::pair{std::size_t{4}, true});
    CHECK(count(5) == std::pair{std::size_t{5}, false});
    CHECK(count(6) == std::pair{std::size_t{5}, false});
    CHECK(diag::render_all(sink.entries(), {.limit = 4}).find("另有 1 处未显示（上限 4 处）。") != std::string::npos);
    CHECK(diag::render_all({}, {}).empty());
}

TEST_CASE("what may be written unasked and what is only a guess are told apart") {
    diag::Sink sink;
    const auto text = source("须径 提议，公示 3月\n");
    sink.error("P021", text, {0, 6}).arg("word", "须径").arg("meant", "须经").suggest({0, 6}, "须经");
    sink.error("P025", text, {0, 6}).arg("word", "须径").arg("meant", "须经").fix({0, 6}, "须经");
    sink.error("P013", text, {0, 6}).suggest({0, static_cast<std::uint32_t>(text->text().size() - 1)}, "");
    CHECK(diag::render(sink.entries()[0], {}).find("= 建议（未写入，请核对）：") != std::string::npos);
    CHECK(diag::render(sink.entries()[1], {}).find("= 改成：") != std::string::npos);
    CHECK(diag::render(sink.entries()[2], {}).find("= 建议删去（未写入，请核对）：") != std::string::npos);
    CHECK(diag::render(sink.entries()[0], {.language = Language::en}).find("suggestion (not written, to be confirmed):") !=
          std::string::npos);
}

TEST_CASE("of the guesses on one line the first stays; what is certain stays always") {
    diag::Sink sink;
    const auto text = source("甲 乙 丙\n丁\n");
    sink.error("P021", text, {0, 3}).suggest({0, 3}, "a");
    sink.error("P025", text, {4, 7}).fix({4, 7}, "b");
    sink.error("P021", text, {8, 11}).suggest({8, 11}, "c");
    sink.error("P021", text, {12, 15}).suggest({12, 15}, "d");
    auto all = sink.sorted();
    diag::keep_one_guess_a_line(all);
    CHECK(all[0].fix);
    CHECK(all[1].fix);
    CHECK_FALSE(all[2].fix);
    CHECK(all[3].fix);
}

TEST_CASE("a value that is a sentence of the catalogue is said in the reader's language") {
    diag::Sink sink;
    sink.error("T010", source("甲"), {0, 3}).arg("type", diag::translated("type.money"));
    CHECK(diag::sentence(sink.entries()[0], Language::zh) == "金额不能在条件里比较");
    CHECK(diag::sentence(sink.entries()[0], Language::en) == "a money cannot be compared in a condition");
}

TEST_CASE("what is shown of an offer stays short whatever the text holds") {
    diag::Sink sink;
    sink.error("P031", source("版本 甲"), {7, 10}).arg("word", "甲").fix({7, 10}, std::string(1'000'000, 'x'));
    CHECK(diag::render(sink.entries()[0], {}).size() < 1'500);
}

TEST_CASE("help and sentence stay short whatever the text holds") {
    diag::Sink sink;
    sink.error("N010", source("甲"), {0, 3}).arg("name", std::string(1'000'000, 'x'));
    CHECK(diag::sentence(sink.entries()[0], Language::zh).size() < 300);
    CHECK(diag::help(sink.entries()[0], Language::zh).size() < 500);
}
