#include <random>

#include "reading.hpp"
#include "support/catch.hpp"

using reading::json;
using reading::yaml;
using Mistakes = std::vector<std::string>;

TEST_CASE("YAML nesting is limited one level above the limit, in brackets and in blocks", "[formats][hostile]") {
    const auto brackets = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    const auto dashes = [](std::size_t n) {
        std::string text;
        for (std::size_t i = 0; i < n; ++i) text += "- ";
        return text + "x\n";
    };
    const auto maps = [](std::size_t n) {
        std::string text;
        for (std::size_t i = 0; i < n; ++i) text += std::string(i, ' ') + "a:\n";
        return text;
    };
    for (std::size_t n : {63u, 64u}) {
        CHECK(yaml(brackets(n)).good);
        CHECK(yaml(dashes(n)).good);
        CHECK(yaml(maps(n)).good);
    }
    for (const auto& text : {brackets(65), dashes(65), maps(65)}) {
        const auto result = yaml(text);
        CHECK_FALSE(result.good);
        REQUIRE(result.sink.entries().size() == 1);
        CHECK(result.sink.entries()[0].code == "F013");
    }
}

TEST_CASE("nesting a million deep is refused, not followed", "[formats][hostile]") {
    std::string dashes, questions, maps;
    for (int i = 0; i < 100'000; ++i) dashes += "- ", questions += "? ";
    for (const auto& text :
         {std::string(1'000'000, '['), std::string(1'000'000, '{'), dashes, questions, "a: " + std::string(1'000'000, '['),
          "\"x\": " + dashes, std::string(500'000, '[') + std::string(500'000, '}')}) {
        CHECK_FALSE(yaml(text).good);
        CHECK_FALSE(json(text).good);
    }
    formats::Limits wide;
    wide.nesting = 1'000'000;
    CHECK_FALSE(yaml(std::string(2000, '[') + std::string(2000, ']'), wide).good);
}

TEST_CASE("signs that open what never closes are looked after once", "[formats][hostile]") {
    std::string rounds = "{ ", items, pairs = "a: ";
    for (int i = 0; i < 200'000; ++i) rounds += "a: (, ", items += "a:\n b: c\n   - d: e\n", pairs += "b: c ";
    for (const auto& text : {rounds, rounds + "}", items, pairs, "- " + pairs, "（" + pairs + "）", "[" + pairs + "]"})
        CHECK_FALSE(yaml(text).good);
    const std::string lines = "a:\n  - b: 1\n   - c: 2\n" + std::string(1'000'000, ' ') + "\n     d: " + std::string(1'000'000, 'x') + "\n";
    CHECK_FALSE(yaml(lines).good);
}

TEST_CASE("a huge scalar is read", "[formats][hostile]") {
    const std::string big(1 << 20, 'x');
    CHECK(yaml("a: " + big + "\n").tape.tokens[2].text == big);
    CHECK(yaml("a: \"" + big + "\"\n").tape.tokens[2].text == big);
    CHECK(json("[\"" + big + "\"]").tape.tokens[1].text == big);
    CHECK(json("[\"" + big + "\\n\"]").tape.tokens[1].text.size() == big.size() + 1);
}

TEST_CASE("one pair of brackets may not hold millions of signs", "[formats][hostile]") {
    std::string text = "a: [";
    for (int i = 0; i < 600'000; ++i) text += "1,";
    const auto result = yaml(text + "]\n");
    CHECK_FALSE(result.good);
    CHECK(result.sink.entries()[0].code == "F028");
}

TEST_CASE("a million mistakes are a hundred diagnostics", "[formats][hostile]") {
    std::string wide, twice = "{";
    for (int i = 0; i < 10'000; ++i) wide += "日期：1\n", twice += "\"a\":1,";
    twice += "\"b\":1}";
    CHECK(yaml(wide).sink.entries().size() == 100);
    CHECK(json(twice).sink.entries().size() == 100);
    CHECK(yaml(std::string(10'000, '\x01')).sink.entries().size() == 100);
}

TEST_CASE("time grows with the text, not with its square", "[formats][hostile]") {
    // No sign that is sought stands in these: a search past its own line would read the rest of the text each time.
    std::string blocks = "经过:\n", list = "a: [";
    for (int i = 0; i < 50'000; ++i) blocks += "- { 步骤: 提议, 由: 党支部 }\n- 步骤: 决议\n", list += "x,";
    CHECK(yaml(blocks).tape.tokens.size() == 50'000 * 10 + 5);
    CHECK(yaml(list + "x]\n").good);
    std::string brackets = "a: [";
    for (int i = 0; i < 50'000; ++i) brackets += "［x, y］x, ";
    CHECK(yaml(brackets + "］x]\n").good);
}

TEST_CASE("YAML is limited in bytes one above the limit", "[formats][hostile]") {
    formats::Limits limits;
    limits.bytes = 5;
    CHECK(yaml("a: b", limits).good);
    CHECK(yaml("a: b\n", limits).good);
    CHECK(yaml("a: bc\n", limits).mistakes() == Mistakes{"F014 1:1 "});
}

namespace {

/// Random edits of a valid text: bytes changed, removed, doubled, signs put in. The seed is fixed.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}
    std::string operator()(std::string text) {
        static const std::vector<std::string> pieces = {"：",
                                                        "，",
                                                        "｛",
                                                        "｝",
                                                        "［",
                                                        "］",
                                                        "　",
                                                        "\t",
                                                        "\n",
                                                        "\r\n",
                                                        "- ",
                                                        ": ",
                                                        ":",
                                                        ",",
                                                        "{",
                                                        "}",
                                                        "[",
                                                        "]",
                                                        "\"",
                                                        "'",
                                                        "|",
                                                        ">",
                                                        "#",
                                                        " #",
                                                        "&a",
                                                        "*a",
                                                        "!",
                                                        "?",
                                                        "? ",
                                                        "\\",
                                                        "\\u",
                                                        "\\ud800",
                                                        "---\n",
                                                        "...\n",
                                                        "%",
                                                        "null",
                                                        "~",
                                                        "\xff",
                                                        std::string(1, '\0'),
                                                        "\x04",
                                                        "\xEF\xBB\xBF",
                                                        "1e",
                                                        "-",
                                                        "@",
                                                        "`",
                                                        "  "};
        const std::size_t edits = 1 + pick(4);
        for (std::size_t i = 0; i < edits; ++i) {
            const std::size_t at = pick(text.size() + 1);
            switch (pick(5)) {
                case 0: text.insert(at, pieces[pick(pieces.size())]); break;
                case 1: text.erase(at, 1 + pick(4)); break;
                case 2: text.insert(at, text.substr(pick(text.size() + 1), pick(24))); break;
                case 3: text.replace(at, std::min<std::size_t>(1, text.size() - at), pieces[pick(pieces.size())]); break;
                case 4:
                    if (at < text.size()) text[at] = static_cast<char>(pick(256));
                    break;
            }
        }
        return text;
    }

private:
    std::size_t pick(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
    std::mt19937 random_;
};

const std::string yaml_seed =
    "案件: 李家湾\n规程: 四议两公开 # 注\n事项: { 类别: 土地, 金额: 186000.00, 涉密: 否, \"突发\": 'it''s' }\n名册:\n  "
    "两委: 9\n  代表: [张桂兰, \"李\\n有才\"]\n"
    "备注: |\n  一\n   二\n说明: 第一行\n  第二行\n经过:\n- { 步骤: 提议, 日期: 2024-03-01 }\n- 步骤: 决议\n  票: [ { "
    "谁: 张桂兰, 投: ~ }, ]\n";
const std::string json_seed =
    R"({"id":"c-1","matter":{"amount":1496075.11,"secret":false,"x":null},"events":[{"type":"notice","content":["main","\u4e2d\n"]},{"a":[1,-2e3]}]})";

/// A text is read or refused with a reason: never silently dropped.
void check_told(const reading::Result& result) {
    REQUIRE(result.good == !result.sink.has_errors());
    REQUIRE(reading::is_sound(result.tape, result.source->text().size()));
    for (const auto& d : result.sink.entries()) {
        REQUIRE(d.span.begin <= d.span.end);
        REQUIRE(d.span.end <= result.source->text().size());
    }
}

}  // namespace

TEST_CASE("20,000 broken texts are read or refused with a reason", "[formats][hostile]") {
    Mutator mutate(20240301);
    formats::JsonLineReader reader;
    formats::Tape tape;
    std::size_t good = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string text = mutate(yaml_seed);
        INFO(text);
        const auto result = yaml(text);
        check_told(result);
        good += result.good;
        const std::string line = mutate(json_seed);
        INFO(line);
        const auto careful = json(line);
        check_told(careful);
        const bool twice = !careful.sink.entries().empty() && careful.sink.entries()[0].code == "F007";
        const bool mark = line.starts_with("\xEF\xBB\xBF");
        const bool read = reader.read(line, tape);
        if (!mark) REQUIRE(read == (careful.good || twice));
    }
    // Some edits do no harm: the loop sees both sides.
    CHECK(good > 500);
    CHECK(good < 9'500);
}

TEST_CASE("UTF-16 and UTF-32 are named, whatever their order of bytes", "[formats][hostile]") {
    using namespace std::string_literals;
    const auto wide = [](const std::string& text, bool big, const std::string& mark) {
        std::string out = mark;
        for (const char c : text) out += big ? std::string{'\0', c} : std::string{c, '\0'};
        return out;
    };
    const std::string text = "case: a\nacts: []\n";
    for (const auto& file : {wide(text, false, "\xFF\xFE"), wide(text, true, "\xFE\xFF"), wide(text, false, ""), wide(text, true, ""),
                             "\xFF\xFE\0\0c\0\0\0"s}) {
        for (const auto& result : {reading::yaml(file), reading::json(file)}) {
            CHECK_FALSE(result.good);
            REQUIRE(result.sink.entries().size() == 1);
            CHECK(result.sink.entries()[0].code == "F029");
        }
    }
    // One stray zero is a control character, not an encoding.
    CHECK(reading::yaml("a: b\0c\n"s).sink.entries()[0].code == "F012");
    CHECK(reading::yaml("\xFF\x41").sink.entries()[0].code == "F011");
}
