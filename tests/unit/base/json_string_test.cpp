#include "base/json_string.hpp"

#include "support/catch.hpp"

using namespace guicheng::base;

TEST_CASE("what can be read stands in a JSON string as it is", "[json_string]") {
    CHECK(json_string("") == "\"\"");
    CHECK(json_string(" !~应到45人“第3条” é 𠮷") == "\" !~应到45人“第3条” é 𠮷\"");
    CHECK(json_string("\u00A0\u202F\u2070\uFEFC") == "\"\u00A0\u202F\u2070\uFEFC\"");
}

TEST_CASE("quotes, backslashes and control characters are escaped wherever they stand", "[json_string]") {
    CHECK(json_string("\"a\\b\"") == "\"\\\"a\\\\b\\\"\"");
    CHECK(json_string("一\n二\t三\r四") == "\"一\\n二\\t三\\r四\"");
    CHECK(json_string("\x1B\x7F\u0085\u00AD") == "\"\\u001b\\u007f\\u0085\\u00ad\"");
    CHECK(json_string("a\u200Bb\u202E\u206F\uFEFF") == "\"a\\u200bb\\u202e\\u206f\\ufeff\"");
    CHECK(json_string("\U000E0001") == "\"\\udb40\\udc01\"");
    CHECK(json_string(std::string_view("\0", 1)) == "\"\\u0000\"");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters in a JSON string", "[json_string]") {
    CHECK(json_string("a\xFFz") == "\"a\uFFFDz\"");
    CHECK(json_string("\xE5\xBA") == "\"\uFFFD\uFFFD\"");
    CHECK(json_string("村\x80") == "\"村\uFFFD\"");
}
