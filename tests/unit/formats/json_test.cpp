#include "reading.hpp"
#include "support/catch.hpp"

using reading::json;
using reading::shape;
using Mistakes = std::vector<std::string>;

TEST_CASE("JSON becomes keys and scalars with their exact places", "[formats][json]") {
    const auto result = json(R"({ "a" : 1.50, "b":[true,false,null,"x"] ,"c":{},"d":[]})");
    REQUIRE(result.good);
    CHECK(shape(result.tape, true) == "{ k:a n:1.50 k:b [ b:true b:false 0:null q:x ] k:c { } k:d [ ] } ");
    CHECK(reading::is_sound(result.tape, result.source->text().size()));
    CHECK(result.source->slice(result.tape.tokens[1].span) == "\"a\"");
    CHECK(result.source->slice(result.tape.tokens[2].span) == "1.50");
    CHECK(result.source->slice(result.tape.tokens[8].span) == "\"x\"");
    CHECK(result.tape.tokens[0].skip == result.tape.tokens.size() - 1);
    CHECK(result.tape.tokens[4].skip == 9);
}

TEST_CASE("a scalar alone is a document", "[formats][json]") {
    CHECK(shape(json("1").tape, true) == "n:1 ");
    CHECK(shape(json(" \"x\" ").tape, true) == "q:x ");
    CHECK(shape(json("null").tape, true) == "0:null ");
}

TEST_CASE("JSON escapes are resolved", "[formats][json]") {
    const auto result = json(R"(["\"\\\/\b\f\n\r\t","\u4e2d\u6587","\ud83d\ude00","a\u0000b","plain"])");
    REQUIRE(result.good);
    CHECK(result.tape.tokens[1].text == "\"\\/\b\f\n\r\t");
    CHECK(result.tape.tokens[2].text == "中文");
    CHECK(result.tape.tokens[3].text == "\xF0\x9F\x98\x80");
    CHECK(result.tape.tokens[4].text == std::string_view("a\0b", 3));
    CHECK(result.tape.tokens[5].text == "plain");
}

TEST_CASE("texts live as long as the tape, also when it is moved", "[formats][json]") {
    auto result = json(R"(["\n"])");
    const formats::Tape moved = std::move(result.tape);
    CHECK(moved.tokens[1].text == "\n");
}

TEST_CASE("a JSON mistake is told by its own code at its own place", "[formats][json]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {R"({"a": })", "F040 1:7 }"},
        {R"({"a": ,})", "F040 1:7 ,"},
        {R"({a: 1})", "F041 1:2 a"},
        {R"({"a" 1})", "F042 1:6 1"},
        {"{\"a\": 1\n \"b\": 2}", "F043 2:2 \""},
        {R"([1 2])", "F043 1:4 2"},
        {R"([1})", "F043 1:3 }"},
        {R"({"a":1])", "F043 1:7 ]"},
        {R"([1, 2,])", "F044 1:6 ,"},
        {R"({"a":1,})", "F044 1:7 ,"},
        {"{\"a\": 1, // n\n\"b\": 2}", "F045 1:10 // n"},
        {"/* n */ {}", "F045 1:1 /* n */ {}"},
        {"{} {}", "F046 1:4 {"},
        {"1 2", "F046 1:3 2"},
        {R"({"a": [1, 2)", "F047 1:7 ["},
        {R"({"a")", "F047 1:1 {"},
        {"{\"a\": \"x\n}", "F023 1:7 \""},
        {"\"x", "F023 1:1 \""},
        {"[\"a\tb\"]", "F048 1:4 \t"},
        {"[01]", "F049 1:2 01"},
        {"[-]", "F049 1:2 -"},
        {"[1.]", "F049 1:2 1."},
        {"[1e]", "F049 1:2 1e"},
        {"[1x]", "F049 1:2 1x"},
        {"[.5]", "F040 1:2 .5"},
        {"[+5]", "F040 1:2 +5"},
        {"[nil]", "F050 1:2 nil"},
        {"[truex]", "F050 1:2 truex"},
        {"[tru\"e\"]", "F050 1:2 tru"},
        {"[NaN]", "F040 1:2 NaN"},
        {R"(["\q"])", "F024 1:3 \\q"},
        {R"(["\u12"])", "F024 1:3 \\u12"},
        {R"(["\ud800"])", "F051 1:3 \\ud800"},
        {R"(["\ud800\u0041"])", "F051 1:3 \\ud800"},
        {R"(["\udc00"])", "F051 1:3 \\udc00"},
        {"", "F015 1:1 "},
        {" \n", "F015 1:1 "},
        {"{\"a\"：1}", "F001 1:5 ："},
        {"[1，2]", "F002 1:3 ，"},
        {"{\"a\":true，\"b\":1}", "F002 1:10 ，"},
        {"[\"a\"，2]", "F002 1:5 ，"},
        {"｛\"a\":1}", "F003 1:1 ｛"},
        {"{\"a\":　1}", "F004 1:6 　"},
        {"[\x01]", "F040 1:2 \x01"},
        {"[\x0c]", "F040 1:2 \x0c"},
    }));
    INFO(text);
    const auto result = json(text);
    CHECK_FALSE(result.good);
    CHECK(result.tape.tokens.empty());
    CHECK(result.mistakes() == Mistakes{expected});
}

TEST_CASE("bytes that are not UTF-8 are named", "[formats][json]") {
    const auto result = json("{\"a\": \"\xC4\xE3\"}");
    REQUIRE(result.sink.entries().size() == 1);
    CHECK(result.sink.entries()[0].code == "F011");
    CHECK(result.sink.entries()[0].span == base::Span{7, 8});
    CHECK(result.sink.entries()[0].arguments[0].second == "0xC4");
}

TEST_CASE("a key twice in one JSON object names both places at every level", "[formats][json]") {
    const auto result = json(R"({"a":1,"b":{"c":1,"\u0063":2},"a":2})");
    CHECK_FALSE(result.good);
    CHECK(result.mistakes() == Mistakes{"F007 1:19 \"\\u0063\"", "F007 1:31 \"a\""});
    REQUIRE(result.sink.sorted()[1].related.size() == 1);
    CHECK(result.sink.sorted()[1].related[0].span == base::Span{1, 4});
    CHECK(result.sink.sorted()[1].related[0].key == "F007.first");
}

TEST_CASE("one key in two objects is no repetition", "[formats][json]") {
    CHECK(json(R"([{"a":1},{"a":{"a":1}}])").good);
}

TEST_CASE("JSON accepts a byte order mark and CRLF, and keeps its places", "[formats][json]") {
    const auto result = json("\xEF\xBB\xBF{\r\n\"a\": 1\r\n}\r\n");
    REQUIRE(result.good);
    CHECK(result.source->slice(result.tape.tokens[1].span) == "\"a\"");
    CHECK(json("\xEF\xBB\xBF{\r\n\"a\" 1}").mistakes() == Mistakes{"F042 2:5 1"});
}

TEST_CASE("JSON nesting is limited one level above the limit", "[formats][json]") {
    const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    CHECK(json(nested(63)).good);
    CHECK(json(nested(64)).good);
    const auto result = json(nested(65));
    CHECK(result.mistakes() == Mistakes{"F013 1:65 ["});
    formats::Limits deep;
    deep.nesting = 1000;
    CHECK(json(nested(1000), deep).good);
    CHECK_FALSE(json(nested(1001), deep).good);
}

TEST_CASE("JSON is limited in bytes one above the limit", "[formats][json]") {
    formats::Limits limits;
    limits.bytes = 4;
    CHECK(json("[1]", limits).good);
    CHECK(json("[12]", limits).good);
    CHECK(json("[123]", limits).mistakes() == Mistakes{"F014 1:1 "});
}

TEST_CASE("the corrected line of a slip in JSON reads", "[formats][json]") {
    const auto [text, expected, mended] = GENERATE(table<std::string, std::string, std::string>({
        {R"({"a" "b"})", "F042 1:6 \"", R"({"a": "b"})"},
        {R"({"a" = 1})", "F042 1:6 =", R"({"a" : 1})"},
        {"{\"a\": 1\n \"b\": 2}", "F043 2:2 \"", "{\"a\": 1,\n \"b\": 2}"},
        {R"({"a": 1; "b": 2})", "F043 1:8 ;", R"({"a": 1, "b": 2})"},
        {R"({"a": ["x" }, "b": 1})", "F043 1:12 }", ""},
        {R"({"a": 1}})", "F046 1:9 }", R"({"a": 1})"},
        {R"([{"a": 1}}, {"b": 2}])", "F043 1:10 }", R"([{"a": 1}, {"b": 2}])"},
        {R"({"a": {"b": ["x" }, "c": 1})", "F043 1:18 }", R"({"a": {"b": ["x"] }, "c": 1})"},
        {R"([{"a": 1 , {"b": 2}])", "F047 1:2 {", R"([{"a": 1  }, {"b": 2}])"},
        {R"({"a": 张三})", "F040 1:7 张三", R"({"a": "张三"})"},
        {R"({'a': 1})", "F041 1:2 'a'", R"({"a": 1})"},
        {R"({a: 1})", "F041 1:2 a", R"({"a": 1})"},
        {R"({"a": False})", "F040 1:7 False", R"({"a": false})"},
        {R"({"a": None})", "F040 1:7 None", R"({"a": null})"},
        {R"({"a": 3万})", "F049 1:7 3万", R"({"a": "3万"})"},
        {R"({"a": 2024-03-01})", "F049 1:7 2024-03-01", R"({"a": "2024-03-01"})"},
        {R"({"a": 007})", "F049 1:7 007", R"({"a": 7})"},
        {R"({"a": 30,000})", "F033 1:9 ,", R"({"a": 30000})"},
        {R"({"a": “b”})", "F016 1:7 “", R"({"a": "b"})"},
        {"{\"a\": \"b },\n\"c\": 1}", "F023 1:7 \"", ""},
        {"{\"a\": \"b,\n\"c\": 1}", "F023 1:7 \"", "{\"a\": \"b\",\n\"c\": 1}"},
        {"{\"a\": 1} // n\n", "F045 1:10 // n", "{\"a\": 1}\n"},
    }));
    INFO(text);
    const auto result = json(text);
    CHECK(result.mistakes() == Mistakes{expected});
    if (mended.empty()) return;
    CHECK(result.mended() == mended);
    CHECK(json(mended).good);
}
