#include "reading.hpp"
#include "support/catch.hpp"

using reading::json;
using reading::shape;
using reading::yaml;
using Mistakes = std::vector<std::string>;

TEST_CASE("a case in YAML becomes keys and scalars", "[formats][yaml]") {
    const auto result = yaml(
        "案件: 李家湾-2024-003\n规程: 四议两公开          # 说明\n事项: { 金额: 186000.00, 涉密: 否, 突发: \"no\" }\n"
        "名册:\n  两委联席会议: 9\n  村民代表会议: [张桂兰, 李有才]\n经过:\n- { 步骤: 提议 }\n- 步骤: 决议\n  票: [ { "
        "谁: 张桂兰, 投: 赞成 }, ]\n");
    REQUIRE(result.mistakes() == Mistakes{});
    CHECK(shape(result.tape, true) ==
          "{ k:案件 p:李家湾-2024-003 k:规程 p:四议两公开 k:事项 { k:金额 p:186000.00 k:涉密 p:否 k:突发 q:no } "
          "k:名册 { k:两委联席会议 p:9 k:村民代表会议 [ p:张桂兰 p:李有才 ] } "
          "k:经过 [ { k:步骤 p:提议 } { k:步骤 p:决议 k:票 [ { k:谁 p:张桂兰 k:投 p:赞成 } ] } ] } ");
    CHECK(reading::is_sound(result.tape, result.source->text().size()));
}

TEST_CASE("a YAML scalar's span is exactly what is written", "[formats][yaml]") {
    const auto [text, written, value] = GENERATE(table<std::string, std::string, std::string>({
        {"a: 张三  # x\n", "张三", "张三"},
        {"a: 'it''s' \n", "'it''s'", "it's"},
        {"a: \"\\u4e2d\\\"\"\n", "\"\\u4e2d\\\"\"", "中\""},
        {"a: 一\n  二\n", "一\n  二", "一 二"},
        {"a: |\n  一\n   二\nb: c\n", "|\n  一\n   二", "一\n 二\n"},
        {"a: >-\n  一\n  二\nb: c\n", ">-\n  一\n  二", "一 二"},
        {"a: [x , y]\n", "x", "x"},
        {"a: ~\n", "~", "~"},
        {"a: ''\n", "''", ""},
    }));
    INFO(text);
    const auto result = yaml(text);
    REQUIRE(result.good);
    const auto at = result.tape.tokens[2].kind == formats::TokenKind::scalar ? 2u : 3u;
    CHECK(result.source->slice(result.tape.tokens[at].span) == written);
    CHECK(result.tape.tokens[at].text == value);
}

TEST_CASE("a missing value is null at the place where it would stand", "[formats][yaml]") {
    const auto result = yaml("a:\nnull: 1\nb: null\n");
    REQUIRE(result.good);
    CHECK(shape(result.tape, true) == "{ k:a 0: k:null p:1 k:b 0:null } ");
    CHECK(result.tape.tokens[2].span == base::Span{2, 2});
}

TEST_CASE("YAML in flow style gives the keys and scalars of the same JSON", "[formats][yaml]") {
    for (const char* text :
         {R"({"a":1,"b":[true,null,-1.5e3,"x\ny"],"c":{}})", R"([{"步骤":"提议"},[],"",[[]]])", R"({"a":{"b":{"c":["\u4e2d"]}}})"}) {
        INFO(text);
        const auto from_yaml = yaml(text);
        const auto from_json = json(text);
        REQUIRE(from_yaml.good);
        REQUIRE(from_json.good);
        CHECK(shape(from_yaml.tape, false) == shape(from_json.tape, false));
        for (std::size_t i = 0; i < from_json.tape.tokens.size(); ++i) {
            CHECK(from_yaml.tape.tokens[i].span == from_json.tape.tokens[i].span);
            CHECK(from_yaml.tape.tokens[i].skip == from_json.tape.tokens[i].skip);
        }
    }
}

TEST_CASE("YAML accepts a byte order mark and CRLF, and keeps its places", "[formats][yaml]") {
    const auto result = yaml(
        "\xEF\xBB\xBF"
        "a: b\r\nc: |\r\n  x\r\n  y\r\nd: 'e\r\n  f'\r\ng: [h,\r\n  i]\r\n");
    REQUIRE(result.mistakes() == Mistakes{});
    CHECK(shape(result.tape, true) == "{ k:a p:b k:c q:x\ny\n k:d q:e f k:g [ p:h p:i ] } ");
    CHECK(result.source->slice(result.tape.tokens[9].span) == "h");
    CHECK(yaml("\xEF\xBB\xBF"
               "a: b\r\n日期：2024\r\nc: d\r\n")
              .mistakes() == Mistakes{"F001 2:3 ："});
}

TEST_CASE("a key twice in one map names both places at every level", "[formats][yaml]") {
    const auto result = yaml("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n");
    CHECK_FALSE(result.good);
    CHECK(result.mistakes() == Mistakes{"F007 4:3 'c'", "F007 5:1 a"});
    REQUIRE(result.sink.sorted()[0].related.size() == 1);
    CHECK(result.source->place(result.sink.sorted()[0].related[0].span.begin).line == 3);
    CHECK(result.sink.sorted()[1].related[0].span == base::Span{0, 1});
    CHECK(yaml("{a: 1, b: {a: 2}}").good);
    CHECK(yaml("{a: 1, b: 2, a: 2}").mistakes() == Mistakes{"F007 1:14 a"});
}

TEST_CASE("what cases do without is refused at its place", "[formats][yaml]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"a: &x b\n", "F008 1:4 &x b"},
        {"a: *x\n", "F008 1:4 *x"},
        {"a: {g: &y z}\n", "F008 1:8 &y"},
        {"&m a: b\n", "F008 1:1 &m a: b"},
        {"- &x\n", "F008 1:3 &x"},
        {"a: !!str e\n", "F009 1:4 !!str e"},
        {"a: [! x]\n", "F009 1:5 !"},
        {"%YAML 1.2\n---\na: b\n", "F009 1:1 %YAML 1.2"},
        {"a: b\n---\nc: d\n", "F010 2:1 ---"},
        {"--- a\n---\n", "F010 2:1 ---"},
        {"a: b\n...\nc: d\n", "F010 3:1 c: d"},
        {"? [a]\n: b\n", "F026 1:3 [a]"},
        {": x\n", "F026 1:1 :"},
        {"[a]: x\n", "F026 1:1 [a]:"},
    }));
    INFO(text);
    const auto result = yaml(text);
    CHECK_FALSE(result.good);
    CHECK(result.tape.tokens.empty());
    CHECK(result.mistakes() == Mistakes{expected});
}

TEST_CASE("one document with its signs is accepted", "[formats][yaml]") {
    CHECK(yaml("--- # x\na: b\n...\n# c\n").good);
    CHECK(yaml("? a\n: b\n").good);
    CHECK(yaml("a: \"&x *y !z\"\nb: A & B * C ! D\n").good);
}

TEST_CASE("yaml-cpp's own errors are one diagnostic each", "[formats][yaml]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"a: b: c\n", "F025 1:5 :"},
        {"a: b\n c: d\n", "F036 2:2 c"},
        {"a:\n  b: c\n d: e\n", "F036 3:2 d"},
        {"a: \"x\" y\n", "F021 1:8 y"},
        {"{a: b c: d}\n", "F038 1:7 c"},
        {"a: [1}\n", "F018 1:6 }"},
        {"a: [1, 2\nb: c，d：e\n", "F022 1:4 ["},
        {"a: {b: [1}\n", "F022 1:8 ["},
        {"a: \"x\nb: c\n", "F023 1:4 \""},
        {"a: '\n", "F023 1:4 '"},
        {"a: \"\\q\"\n", "F024 1:5 \\q"},
        {"a: \"\\ud800\"\n", "F024 1:5 \\ud800"},
        {"a: @x\n", "F027 1:4 @"},
        {"a: `x\n", "F027 1:4 `"},
    }));
    INFO(text);
    const auto result = yaml(text);
    CHECK_FALSE(result.good);
    CHECK(result.mistakes() == Mistakes{expected});
}

TEST_CASE("a file without content says so", "[formats][yaml]") {
    for (const char* text : {"", "\n\n", "# a\n", "---\n", "\xEF\xBB\xBF"}) {
        INFO(text);
        CHECK(yaml(text).mistakes() == Mistakes{"F015 1:1 "});
    }
}

TEST_CASE("bytes that are no text are named", "[formats][yaml]") {
    CHECK(yaml("a: \xC4\xE3\n").sink.entries()[0].code == "F011");
    CHECK(yaml(std::string("a: b\0c\n", 7)).sink.entries()[0].arguments[0].second == "U+0000");
    // To yaml-cpp this byte ends the file: what follows would be lost.
    CHECK(yaml("a: b\n\x04"
               "c: d\n")
              .mistakes() == Mistakes{"F012 2:1 \x04"});
    CHECK(yaml("a: b\rc: d\n").mistakes() == Mistakes{"F012 1:5 \r"});
    CHECK(yaml("a: b\xEF\xBB\xBF\n").sink.entries()[0].arguments[0].second == "U+FEFF");
}
