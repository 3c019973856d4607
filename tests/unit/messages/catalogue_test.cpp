#include "messages/catalogue.hpp"

#include <cctype>

#include "support/catch.hpp"

using namespace guicheng;
using messages::Language;

namespace {

/// A letter for the stage and three digits.
bool is_code(std::string_view key) {
    return key.size() == 4 && key[0] >= 'A' && key[0] <= 'Z' &&
           std::all_of(key.begin() + 1, key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_han(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto a = static_cast<unsigned char>(text[i]);
        if (a >= 0xE4 && a <= 0xE9) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every sentence stands in both languages with the same placeholders") {
    REQUIRE(messages::keys().size() > 100);
    for (const auto key : messages::keys()) {
        INFO(key);
        const auto zh = messages::find(key, Language::zh);
        const auto en = messages::find(key, Language::en);
        CHECK_FALSE(zh.empty());
        CHECK_FALSE(en.empty());
        // {zh} and {en} are the two spellings of one word of the language, each for its own sentence.
        const auto shared = [](std::string_view sentence) {
            auto names = messages::placeholders(sentence);
            std::erase_if(names, [](const std::string& name) { return name == "zh" || name == "en"; });
            return names;
        };
        CHECK(shared(zh) == shared(en));
        CHECK(messages::help(key, Language::zh).empty() == messages::help(key, Language::en).empty());
    }
}

TEST_CASE("every diagnostic has an example and its Chinese sentence is Chinese") {
    std::size_t codes = 0;
    for (const auto key : messages::keys()) {
        if (!is_code(key)) continue;
        ++codes;
        INFO(key);
        CHECK_FALSE(messages::example(key).empty());
        CHECK(has_han(messages::find(key, Language::zh)));
    }
    CHECK(codes > 70);
}

TEST_CASE("sentences are found by key and language, and only those that exist are known") {
    CHECK(messages::find("diag.error", Language::zh) == "错误");
    CHECK(messages::find("diag.error", Language::en) == "error");
    CHECK(messages::known("P001"));
    CHECK_FALSE(messages::known("P000"));
    CHECK_FALSE(messages::known(""));
    CHECK(messages::help("P000", Language::zh).empty());
    CHECK(messages::example("P000").empty());
}

TEST_CASE("placeholders are filled by name") {
    const std::vector<messages::Value> values{{"name", "甲"}, {"count", "3"}};
    CHECK(messages::format("{name}有{count}人，{name}", values) == "甲有3人，甲");
    CHECK(messages::format("", values).empty());
    CHECK(messages::format("{count}", values) == "3");
}

TEST_CASE("doubled braces are braces, a forgotten value and a lone brace show as written") {
    const std::vector<messages::Value> values{{"a", "1"}};
    CHECK(messages::format("{{{a}}}", values) == "{1}");
    CHECK(messages::format("{b}", values) == "{b}");
    CHECK(messages::format("{a", values) == "{a");
    CHECK(messages::format("}", values) == "}");
}

TEST_CASE("a value is not read as a sentence again") {
    const std::vector<messages::Value> values{{"a", "{b}"}, {"b", "2"}};
    CHECK(messages::format("{a}{b}", values) == "{b}2");
}

TEST_CASE("placeholders are listed once, sorted") {
    CHECK(messages::placeholders("{b}{a}{{c}}{b}") == std::vector<std::string>{"a", "b"});
    CHECK(messages::placeholders("无").empty());
}
