// Limits are ordinary errors that name themselves.
#include "base/utf8.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;

namespace {

std::string nested(std::size_t depth) {
    // The procedure, the step and then round brackets.
    return "规程 样例 { 步骤 甲 { 要求 " + std::string(depth - 2, '(') + "乙" + std::string(depth - 2, ')') + " } }\n";
}

}  // namespace

TEST_CASE("brackets nest as deep as the limit and no deeper") {
    CHECK(parsing::parse(nested(63)).codes().empty());
    CHECK(parsing::parse(nested(64)).codes().empty());
    CHECK(parsing::parse(nested(65)).codes() == "P003");
    CHECK(parsing::parse(nested(3), {.nesting = 3}).codes().empty());
    CHECK(parsing::parse(nested(4), {.nesting = 3}).codes() == "P003");
}

TEST_CASE("a hundred thousand brackets are one error") {
    CHECK(parsing::parse("规程 甲 { 要求 " + std::string(100'000, '(')).codes() == "P003");
    CHECK(parsing::parse("规程 甲 " + std::string(100'000, '{')).codes() == "P003");
}

TEST_CASE("a file is as large as the limit and no larger") {
    const std::string text = "规程 甲 { }\n";
    CHECK(parsing::parse(text, {.file_bytes = text.size() + 1}).codes().empty());
    CHECK(parsing::parse(text, {.file_bytes = text.size()}).codes().empty());
    CHECK(parsing::parse(text, {.file_bytes = text.size() - 1}).codes() == "P002");
}

TEST_CASE("a file declares as many names as the limit and no more") {
    // 规程 甲, 步骤 乙, 步骤 丙
    const std::string text = "规程 甲 { 步骤 乙 { }；步骤 丙 { } }\n";
    CHECK(parsing::parse(text, {.names = 4}).codes().empty());
    CHECK(parsing::parse(text, {.names = 3}).codes().empty());
    CHECK(parsing::parse(text, {.names = 2}).codes() == "P004");
}

TEST_CASE("text in UTF-16 is said to be that, once, whichever way round and with or without its mark") {
    const std::string first = "规程 a {\n    version \"1\"\n}\n";
    // Mostly Chinese: few characters have a zero byte, and 一 has it on the other side.
    const std::string chinese =
        "# 六步工作法：村级“三重一大”事项的民主决策；来源写明了六步的次第、每一步由谁办、不走六步的后果。\n" + first;
    for (const auto& plain : {first, chinese})
        for (const bool little : {true, false})
            for (const bool mark : {true, false}) {
                std::string wide;
                const auto put = [&](unsigned unit) {
                    const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
                    wide += little ? low : high;
                    wide += little ? high : low;
                };
                if (mark) put(0xFEFF);
                for (const auto& item : base::utf8::code_points(plain)) put(static_cast<unsigned>(item.code));
                const auto r = parsing::parse(wide);
                INFO(r.shown());
                CHECK(r.codes() == "P095");
                CHECK(r.shown().find("UTF-16") != std::string::npos);
            }
    // Some zero bytes make no UTF-16.
    const auto zeros = parsing::parse(chinese + std::string("\0 \0 \0 \0 \0", 9));
    CHECK(zeros.codes().find("P095") == std::string::npos);
    CHECK(parsing::parse(std::string("\xFF\xFE\0\0a\0\0\0", 8)).shown().find("UTF-32") != std::string::npos);
}

TEST_CASE("text that is not UTF-8 is refused at the byte") {
    const auto r = parsing::parse("规程 \xB9\xE6 {\n}\n");
    CHECK(r.codes() == "P001");
    CHECK(r.sink.entries().at(0).span.begin == 7);
}

TEST_CASE("however many mistakes a text has, a thousand are reported at most") {
    std::string text = "规程 甲 {\n";
    for (int i = 0; i < 3000; ++i) text += "错 \u200B＆\n";
    CHECK(parsing::parse(text + "}\n").sink.error_count() <= 1000);
    CHECK(parsing::parse(std::string(5000, '}')).sink.error_count() <= 1000);
}

TEST_CASE("long chains do not deepen the recursion") {
    std::string chain = "要求 ";
    for (int i = 0; i < 50'000; ++i) chain += "非 ";
    CHECK(parsing::parse_step_item(chain + "甲").codes() == "P114");
    chain = "要求 甲";
    for (int i = 0; i < 50'000; ++i) chain += " 且 甲";
    CHECK(parsing::parse_step_item(chain).codes().empty());
    chain = "要求 甲";
    for (int i = 0; i < 50'000; ++i) chain += " + 甲";
    CHECK(parsing::parse_step_item(chain).codes().empty());
}

TEST_CASE("one file's errors do not fail another file of the same sink") {
    diag::Sink sink;
    CHECK_FALSE(syntax::parse(std::make_shared<base::SourceText>("a", "规成 甲 { }\n"), sink));
    CHECK(syntax::parse(std::make_shared<base::SourceText>("b", "规程 甲 { }\n"), sink));
}
