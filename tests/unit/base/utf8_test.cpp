#include "base/utf8.hpp"

#include <vector>

#include "support/catch.hpp"

using namespace guicheng::base;

TEST_CASE("every scalar value is written and read back", "[utf8]") {
    std::size_t wrong = 0;
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code == 0xD800) code = 0xE000;
        const auto text = utf8::encode(code);
        const auto decoded = utf8::decode(text, 0);
        const std::size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        wrong += decoded.valid && decoded.code == code && decoded.length == length && text.size() == length ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("malformed sequences are found where they begin", "[utf8]") {
    using namespace std::string_view_literals;
    const std::pair<const char*, std::string_view> samples[] = {
        {"stray continuation", "\x80"sv},
        {"overlong slash, two bytes", "\xC0\xAF"sv},
        {"overlong C1", "\xC1\xBF"sv},
        {"overlong slash, three bytes", "\xE0\x80\xAF"sv},
        {"overlong, last of three", "\xE0\x9F\xBF"sv},
        {"overlong, four bytes", "\xF0\x80\x80\xAF"sv},
        {"overlong, last of four", "\xF0\x8F\xBF\xBF"sv},
        {"first surrogate", "\xED\xA0\x80"sv},
        {"last surrogate", "\xED\xBF\xBF"sv},
        {"past the last code point", "\xF4\x90\x80\x80"sv},
        {"F5", "\xF5\x80\x80\x80"sv},
        {"FE", "\xFE"sv},
        {"FF", "\xFF"sv},
        {"two bytes cut short", "\xC3"sv},
        {"three bytes cut short", "\xE6\xAD"sv},
        {"four bytes cut short", "\xF0\x9F\x98"sv},
        {"third byte wrong", "\xE6\xADx"sv},
        {"fourth byte wrong", "\xF0\x9F\x98x"sv},
    };
    for (const auto& [name, bytes] : samples) {
        CAPTURE(name);
        CHECK(utf8::first_invalid(bytes) == 0U);
        CHECK(utf8::first_invalid("步" + std::string(bytes) + "骤") == 3U);
        const auto decoded = utf8::decode(bytes, 0);
        CHECK_FALSE(decoded.valid);
        CHECK(decoded.code == utf8::replacement);
        CHECK(decoded.length == 1);
    }
}

TEST_CASE("the first and last code points of each length are well-formed", "[utf8]") {
    using namespace std::string_view_literals;
    for (const auto text : {""sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
                            "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv}) {
        CHECK(utf8::is_valid(text));
    }
}

TEST_CASE("what is no scalar value is written as the replacement", "[utf8]") {
    CHECK(utf8::encode(0xD800) == "\xEF\xBF\xBD");
    CHECK(utf8::encode(0x110000) == "\xEF\xBF\xBD");
}

TEST_CASE("code points are counted, a malformed byte as one", "[utf8]") {
    CHECK(utf8::count("") == 0);
    CHECK(utf8::count("村民代表会议") == 6);
    CHECK(utf8::count("a步b") == 3);
    CHECK(utf8::count("\xE6\xAD") == 2);
}

TEST_CASE("iteration gives each code point with its offset", "[utf8]") {
    std::vector<std::pair<std::size_t, char32_t>> seen;
    for (const auto& [offset, code, length, valid] : utf8::code_points("a步\xFF𠀀")) seen.emplace_back(offset, code);
    CHECK(seen == std::vector<std::pair<std::size_t, char32_t>>{{0, U'a'}, {1, U'步'}, {4, 0xFFFD}, {5, U'𠀀'}});
    CHECK(utf8::to_code_points("规程") == U"规程");
}

TEST_CASE("Chinese text fills two columns a character", "[utf8]") {
    CHECK(utf8::display_width("步骤 提议") == 9);
    CHECK(utf8::display_width("，。：；（）「」《》、") == 22);
    CHECK(utf8::display_width("１２ａ％") == 8);
    CHECK(utf8::display_width("\u3000") == 2);
    CHECK(utf8::display_width("20个工作日") == 10);
    CHECK(utf8::display_width("〔2023〕") == 8);
    CHECK(utf8::display_width("𠀀㐀") == 4);
    CHECK(utf8::display_width("\u3007") == 2);
}

TEST_CASE("narrow, joined and invisible characters fill one column or none", "[utf8]") {
    CHECK(utf8::display_width("abc_1") == 5);
    CHECK(utf8::display_width("é") == 1);
    CHECK(utf8::display_width("e\u0301") == 1);
    CHECK(utf8::display_width("a\u200Bb\u200Dc\uFEFF") == 3);
    CHECK(utf8::display_width("\u202E") == 0);
    CHECK(utf8::display_width("か\u3099") == 2);
    CHECK(utf8::display_width("ｱ") == 1);
    CHECK(utf8::display_width("한") == 2);
    CHECK(utf8::display_width("\u1112\u1161\u11AB") == 2);
    CHECK(utf8::display_width("😀") == 2);
    CHECK(utf8::display_width("\u00AD\u00A0") == 2);
    CHECK(utf8::width(U'\t') == 1);
    CHECK(utf8::width(U'\n') == 0);
    CHECK(utf8::width(0x10FFFF) == 1);
    CHECK(utf8::display_width("\xFF") == 1);
}
