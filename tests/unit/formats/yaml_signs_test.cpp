#include "formats/yaml_events.hpp"
#include "reading.hpp"
#include "support/catch.hpp"

using reading::yaml;
using Mistakes = std::vector<std::string>;

namespace {

/// All mistakes as listed; with every fix applied the text is `mended`, which reads without a word.
void check_mended(const std::string& text, const Mistakes& expected, const std::string& mended) {
    INFO(text);
    const auto result = yaml(text);
    CHECK_FALSE(result.good);
    CHECK(result.mistakes() == expected);
    CHECK(result.mended() == mended);
    CHECK(yaml(mended).mistakes() == Mistakes{});
}

}  // namespace

TEST_CASE("full-width signs of one line are one mistake", "[formats][signs]") {
    check_mended("a:\n  - { 步骤：测算，日期：2024-03-01，由：甲 }\n", {"F034 2:9 ：测算，日期：2024-03-01，由："},
                 "a:\n  - { 步骤: 测算, 日期: 2024-03-01, 由: 甲 }\n");
    check_mended("案件: a\n规程　:　水费\n截至: 2024\n", {"F034 2:3 　:　"}, "案件: a\n规程: 水费\n截至: 2024\n");
    check_mended("案件: a\n规程　：　水费\n", {"F034 2:3 　：　"}, "案件: a\n规程: 水费\n");
}

TEST_CASE("a full-width colon where a key must stand is named and mended", "[formats][signs]") {
    check_mended("案件: a\n日期：2024-03-01\n规程: x\n", {"F001 2:3 ："}, "案件: a\n日期: 2024-03-01\n规程: x\n");
    check_mended("事项:\n  类别：a\n  金额: 5\n", {"F001 2:5 ："}, "事项:\n  类别: a\n  金额: 5\n");
    check_mended("- 步骤：提议\n  日期: 1\n", {"F001 1:5 ："}, "- 步骤: 提议\n  日期: 1\n");
    check_mended("\"日期\"：2024\n", {"F001 1:5 ："}, "\"日期\": 2024\n");
    check_mended("案件： a\n", {"F001 1:3 ："}, "案件: a\n");
}

TEST_CASE("a file typed with full-width colons throughout is mended in one pass", "[formats][signs]") {
    check_mended("案件：李家湾\n事项：\n  类别：a\n经过：\n  - 步骤：提议\n    日期：2024-03-01\n",
                 {"F001 1:3 ：", "F001 2:3 ：", "F001 3:5 ：", "F001 4:3 ：", "F001 5:7 ：", "F001 6:7 ："},
                 "案件: 李家湾\n事项:\n  类别: a\n经过:\n  - 步骤: 提议\n    日期: 2024-03-01\n");
}

TEST_CASE("full-width signs inside brackets are named and mended", "[formats][signs]") {
    check_mended("- { 步骤: 提议， 日期: 2024 }\n", {"F002 1:11 ，"}, "- { 步骤: 提议, 日期: 2024 }\n");
    check_mended("- { 步骤: 提议， 日期：2024 }\n", {"F034 1:11 ， 日期："}, "- { 步骤: 提议, 日期: 2024 }\n");
    check_mended("- {步骤：提议，日期：2024，由:党支部}\n", {"F034 1:6 ：提议，日期：2024，", "F005 1:19 :"},
                 "- {步骤: 提议, 日期: 2024, 由: 党支部}\n");
    check_mended("a: [张桂兰， 李有才，王五]\n", {"F034 1:8 ， 李有才，"}, "a: [张桂兰, 李有才, 王五]\n");
    check_mended("a: [\"甲\"，乙]\n", {"F002 1:8 ，"}, "a: [\"甲\", 乙]\n");
    check_mended("a: ｛ 步骤: 提议 ｝\n", {"F034 1:4 ｛ 步骤: 提议 ｝"}, "a: { 步骤: 提议 }\n");
    check_mended("a: ［张, 李］\n", {"F034 1:4 ［张, 李］"}, "a: [张, 李]\n");
    check_mended("a: [甲, 乙］\nb: { x: y｝\n", {"F003 1:9 ］", "F003 2:10 ｝"}, "a: [甲, 乙]\nb: { x: y}\n");
}

TEST_CASE("full-width blanks that stand for syntax are named and mended", "[formats][signs]") {
    check_mended("a:\n　b: c\n　d: e\n", {"F004 2:1 　", "F004 3:1 　"}, "a:\n  b: c\n  d: e\n");
    check_mended("-　x: y\n", {"F004 1:2 　"}, "- x: y\n");
    check_mended("a: b\nc:　d\n", {"F004 2:3 　"}, "a: b\nc: d\n");
    check_mended("a: 　f\nb　: g　\n", {"F004 1:4 　", "F034 2:2 　: g　"}, "a: f\nb: g\n");
    check_mended("a: j　# k\n", {"F004 1:5 　"}, "a: j # k\n");
    check_mended("n: {　o: p,　q: r　}\n", {"F034 1:5 　o: p,　q: r　"}, "n: { o: p, q: r}\n");
    check_mended("a: b\xC2\xA0\n", {"F004 1:5 \xC2\xA0"}, "a: b\n");
}

TEST_CASE("a full-width blank after a colon inside brackets is the mistake, at its own place", "[formats][signs]") {
    check_mended("- { 步骤: 提议, 由:　学校 }\n", {"F004 1:15 　"}, "- { 步骤: 提议, 由: 学校 }\n");
    check_mended("- { 由:　学校, 步骤: 提议 }\n", {"F004 1:7 　"}, "- { 由: 学校, 步骤: 提议 }\n");
    check_mended("- { 由: 甲，日期:　2024 }\n", {"F034 1:9 ，日期:　"}, "- { 由: 甲, 日期: 2024 }\n");
}

TEST_CASE("the corrected line of the first mistake corrects the whole line", "[formats][signs]") {
    const auto result = yaml("x: y\n- { 步骤：提议， 日期：2024 }\n");
    std::size_t fixes = 0;
    const auto sorted = result.sink.sorted();
    for (const auto& d : sorted) fixes += d.fix ? 1 : 0;
    CHECK(result.sink.entries().size() == 1);
    CHECK(fixes == 1);
    const auto& first = *sorted.front().fix;
    CHECK(first.text == ": 提议, 日期: ");
    CHECK(result.source->slice(first.span) == "：提议， 日期：");
}

TEST_CASE("a comma that splits a number inside braces is named", "[formats][signs]") {
    check_mended("- { 金额: 30,000.00, 由: 甲 }\n", {"F033 1:11 ,"}, "- { 金额: 30000.00, 由: 甲 }\n");
    check_mended("- { 金额: 1,234,567 }\n", {"F033 1:10 ,", "F033 1:14 ,"}, "- { 金额: 1234567 }\n");
    check_mended("- { 金额: 30,000元 }\n", {"F033 1:11 ,"}, "- { 金额: 30000元 }\n");
    for (const char* text : {"- { a: 30, 000: b }\n", "- [30,000]\n", "- { a: 30,0000: b }\n", "- { a: \"30,000.00\" }\n", "a: 30,000.00\n",
                             "- { a: x,2024: b }\n"}) {
        INFO(text);
        CHECK(yaml(text).mistakes() == Mistakes{});
    }
}

TEST_CASE("glued keys and dashes are named and mended", "[formats][signs]") {
    check_mended("a: b\n日期:2024-03-01\n", {"F005 2:3 :"}, "a: b\n日期: 2024-03-01\n");
    check_mended("日期:2024-03-01\n", {"F005 1:3 :"}, "日期: 2024-03-01\n");
    check_mended("t: { 步骤:提议, x: y }\n", {"F005 1:8 :"}, "t: { 步骤: 提议, x: y }\n");
    check_mended("\"k\":v\n", {"F005 1:4 :"}, "\"k\": v\n");
    check_mended("-步骤: a\n-步骤: b\n", {"F017 1:1 -", "F017 2:1 -"}, "- 步骤: a\n- 步骤: b\n");
    check_mended("x:\n  - a\n  -张三\n", {"F017 3:3 -"}, "x:\n  - a\n  - 张三\n");
    check_mended("－ a: b\n", {"F016 1:1 －"}, "- a: b\n");
    check_mended("＃ 说明\na: b\n", {"F016 1:1 ＃"}, "# 说明\na: b\n");
}

TEST_CASE("tabs in indentation are named and mended", "[formats][signs]") {
    check_mended("a:\n\tb: c\n\td: e\n", {"F006 2:1 \t", "F006 3:1 \t"}, "a:\n  b: c\n  d: e\n");
    check_mended("-\tx: y\n", {"F006 1:2 \t"}, "- x: y\n");
    CHECK(yaml("a:\tb\n").good);
    CHECK(yaml("a: {\n\tb: c }\n").good);
}

TEST_CASE("full-width signs in text are text", "[formats][signs]") {
    for (const char* text : {
             "内容: 张三说：好，李四：不\n",
             "内容: \"日期：1，a：2\" # 注：好，x：y\nb: '｛，：｝'\n",
             "a:\n  - 张三说：好\n  - 14:30\n  - http://x.cn/a\n  - 第三条，第二款\n",
             "备注:\n  张三说：好\nb: c\n",
             "备注: 一\n  日期：二\n  金额:3\nb: c\n",
             "a: |\n  日期：1\n\n  {，［\n  　\nb: >-\n   ｛\nc: d\n",
             "- { 内容: 张三说：好 }\n- { 时: 14:30, 见: 附件（一） }\n",
             "a: [\"甲，乙\", '丙、丁']\n",
             "a: ［2014］12号\nb: 见｛附｝\nc: { x: 见｛附｝ }\n",
             "a: 第一条　第二条\n",
             "# 日期：1\na: b # ，\n",
             "a: 'x\n日期：y'\nb: [c,\n  d]\n",
             "a: -张三\nb: -5\nc:\n  - -5\n",
             "案件: https://x/#a：b\n",
         }) {
        INFO(text);
        const auto result = yaml(text);
        CHECK(result.good);
        CHECK(result.mistakes() == Mistakes{});
    }
}

TEST_CASE("where a text may be meant the signs are doubted, not refused", "[formats][signs]") {
    const auto lines = yaml("事项:\n  类别：a\n  金额：5\n");
    CHECK(lines.good);
    CHECK(lines.mistakes() == Mistakes{"(F030) 2:5 ：", "(F030) 3:5 ："});
    const auto clause = yaml("- { 内容: 他说，张三：好 }\n");
    CHECK(clause.good);
    CHECK(clause.mistakes() == Mistakes{"(F031) 1:11 ，", "(F030) 1:14 ："});
    const auto list = yaml("a: [张、李]\n");
    CHECK(list.good);
    CHECK(list.mistakes() == Mistakes{"(F032) 1:6 、"});
}

TEST_CASE("a missing colon is named at its own line", "[formats][signs]") {
    check_mended("步骤: 提议\n日期 2024-01-01\n由: 甲\n", {"F035 2:1 日期"}, "步骤: 提议\n日期: 2024-01-01\n由: 甲\n");
    check_mended("日期 2024-01-01\n由: 甲\n", {"F035 1:1 日期"}, "日期: 2024-01-01\n由: 甲\n");
    check_mended("- 步骤: 提议\n  日期 2024-01-01\n", {"F035 2:3 日期"}, "- 步骤: 提议\n  日期: 2024-01-01\n");
    check_mended("a: b\n名册\n  甲: 1\n", {"F035 2:1 名册"}, "a: b\n名册:\n  甲: 1\n");
    check_mended("a: b\n日期=2024-01-01\n", {"F035 2:3 ="}, "a: b\n日期: 2024-01-01\n");
    check_mended("a: b\n日期 ； 2024-01-01\n", {"F035 2:4 ；"}, "a: b\n日期: 2024-01-01\n");
    check_mended("a: b\n日期2024-01-01\n", {"F035 2:1 日期"}, "a: b\n日期: 2024-01-01\n");
    check_mended("- { 步骤: 提议, 日期 2024-01-01 }\n", {"F035 1:13 日期"}, "- { 步骤: 提议, 日期: 2024-01-01 }\n");
}

TEST_CASE("the line that is out of its column is named, and put back", "[formats][signs]") {
    const std::string good = "经过:\n  - 步骤: 提议\n    日期: 1\n    由: 甲\n  - 步骤: 商议\n    日期: 2\n";
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    REQUIRE(yaml(good).mistakes() == Mistakes{});
    check_mended(with("    日期: 1", "     日期: 1"), {"F036 3:6 日期"}, good);
    check_mended(with("    日期: 1", "   日期: 1"), {"F036 3:4 日期"}, good);
    check_mended(with("    日期: 1", "  日期: 1"), {"F036 3:3 日期"}, good);
    check_mended(with("    日期: 1", "日期: 1"), {"F036 3:1 日期"}, good);
    check_mended(with("    由: 甲", "由: 甲"), {"F036 4:1 由"}, good);
    check_mended(with("  - 步骤: 提议", "  -  步骤: 提议"), {"F036 2:6 步骤"}, good);
    check_mended(with("  - 步骤: 商议", "   - 步骤: 商议"), {"F036 5:4 -"}, good);
    check_mended(with("  - 步骤: 商议", "- 步骤: 商议"), {"F036 5:1 -"}, good);
    check_mended(with("  - 步骤: 商议\n    日期: 2", "    - 步骤: 商议\n      日期: 2"), {"F036 5:5 -"}, good);
    check_mended("a:\n   b: 1\n  c: 2\n  d: 3\n", {"F036 2:4 b"}, "a:\n  b: 1\n  c: 2\n  d: 3\n");
    check_mended("a:\n  b: 1\n c: 2\n  d: 3\n", {"F036 3:2 c"}, "a:\n  b: 1\n  c: 2\n  d: 3\n");
    check_mended("a:\n  - b: 1\n\tc: 2\n", {"F006 3:1 \t"}, "a:\n  - b: 1\n    c: 2\n");
}

TEST_CASE("a sign that begins an item elsewhere is named where a dash is due", "[formats][signs]") {
    for (const char* sign : {"—", "•", "*", "2.", "2、", "（二）", "二、"}) {
        const std::string text = "a:\n  - b: 1\n    c: 2\n  " + std::string(sign) + " b: 3\n    c: 4\n";
        check_mended(text, {"F037 4:3 " + std::string(sign)}, "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n");
    }
    check_mended("a:\n  1. b: 1\n     c: 2\n", {"F037 2:3 1."}, "a:\n  -  b: 1\n     c: 2\n");
    for (const char* text : {"备注:\n  1. 一\n  2. 二\n", "备注:\n  • 一\n  • 二\n", "备注: 一、二\nb: （一）\n"})
        CHECK(yaml(text).mistakes() == Mistakes{});
}

TEST_CASE("an item whose dash was forgotten is named", "[formats][signs]") {
    check_mended("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", {"F039 4:5 b"}, "a:\n  - b: 1\n    c: 2\n  - b: 3\n    c: 4\n");
    check_mended("a:\n  - b: 1\n    c: 2\n\n    d: 3\n    c: 4\n", {"F039 5:5 d"}, "a:\n  - b: 1\n    c: 2\n\n  - d: 3\n    c: 4\n");
    check_mended("a:\n  b: 1\n  c:\n    d: 2\n\n  - b: 3\n    c: 4\n", {"F039 2:3 b"},
                 "a:\n  - b: 1\n    c:\n      d: 2\n\n  - b: 3\n    c: 4\n");
    check_mended("a:\n  - 张三\n  李四\n", {"F039 3:3 李四"}, "a:\n  - 张三\n  - 李四\n");
    check_mended("a:\n  - 张三\n    - 李四\n", {"F036 3:5 -"}, "a:\n  - 张三\n  - 李四\n");
    CHECK(yaml("a:\n  - 张三\n    李四\n").mistakes() == Mistakes{});
    CHECK(yaml("a:\n  - b: 1\n    c: 2\n    c: 4\n").mistakes() == Mistakes{"F007 4:5 c"});
}

TEST_CASE("two entries in one line are parted", "[formats][signs]") {
    check_mended("a: 8 b: 7\n", {"F025 1:7 :"}, "a: 8\nb: 7\n");
    check_mended("- 到会: 8，赞成: 7\n", {"F025 1:11 :"}, "- 到会: 8\n  赞成: 7\n");
    check_mended("a: 张三: 同意\n", {"F025 1:6 :"}, "a: \"张三: 同意\"\n");
    check_mended("- { 步骤: 提议 日期: 1 }\n", {"F038 1:12 日期"}, "- { 步骤: 提议, 日期: 1 }\n");
    check_mended("- { 步骤: 提议；日期: 1 }\n", {"F038 1:11 ；"}, "- { 步骤: 提议, 日期: 1 }\n");
    check_mended("- { 步骤: 提议,, 日期: 1 }\n", {"F018 1:12 ,"}, "- { 步骤: 提议, 日期: 1 }\n");
}

TEST_CASE("brackets of the wrong kind and open ones are mended where they stand", "[formats][signs]") {
    check_mended("- （ 步骤: 提议, 日期: 1 ）\n", {"F003 1:3 （"}, "- { 步骤: 提议, 日期: 1 }\n");
    check_mended("- [ 步骤: 提议, 日期: 1 ]\n", {"F003 1:3 ["}, "- { 步骤: 提议, 日期: 1 }\n");
    check_mended("a: { b: (甲, 乙) }\n", {"F003 1:9 ("}, "a: { b: [甲, 乙] }\n");
    check_mended("a: { b: [甲, 乙) }\n", {"F022 1:9 ["}, "a: { b: [甲, 乙] }\n");
    check_mended("a: { b: 1\nc: 2\n", {"F022 1:4 {"}, "a: { b: 1 }\nc: 2\n");
    check_mended("a: { b: 1 ]\n", {"F018 1:11 ]"}, "a: { b: 1 }\n");
    check_mended("a: { b: 1 }}\n", {"F018 1:12 }"}, "a: { b: 1 }\n");
    check_mended("-{ b: 1 }\n-{ b: 2 }\n", {"F017 1:1 -", "F017 2:1 -"}, "- { b: 1 }\n- { b: 2 }\n");
    check_mended("a: \"甲\nb: 乙\n", {"F023 1:4 \""}, "a: \"甲\"\nb: 乙\n");
}

TEST_CASE("where a map is wanted every line of a text is an entry", "[formats][signs]") {
    const auto named = [](const std::string& text, std::string_view plain) {
        auto result = yaml(text);
        REQUIRE(result.good);
        diag::Sink sink;
        const auto at = static_cast<std::uint32_t>(text.find(plain));
        formats::name_meant_entries(result.source, {at, at + static_cast<std::uint32_t>(plain.size())}, {}, sink);
        result.sink = std::move(sink);
        return result;
    };
    const auto wide = named("事项:\n  类别：a\n  金额：5\nb: c\n", "类别：a\n  金额：5");
    CHECK(wide.mistakes() == Mistakes{"F001 2:5 ：", "F001 3:5 ："});
    CHECK(wide.mended() == "事项:\n  类别: a\n  金额: 5\nb: c\n");
    CHECK(named("- 步骤:提议\n  日期:1\n", "步骤:提议\n  日期:1").mended() == "- 步骤: 提议\n  日期: 1\n");
    CHECK(named("事项:\n  类别 a\n  金额 5\n", "类别 a\n  金额 5").mended() == "事项:\n  类别: a\n  金额: 5\n");
    CHECK(named("事项: 没有\n", "没有").mistakes() == Mistakes{});
}

TEST_CASE("what the look of a text refuses, YAML refuses", "[formats][signs]") {
    // Blanks moved at random: a line that is said to be out of its column is one that no reader of YAML takes.
    const std::string good =
        "a: 一\nb:\n  c: 二\n  d: [x, y]\n\ne:\n  - f: 1\n    g: 2\n  - { f: 3, g: 4 }\n  - f: 5\n    g:\n      h: 6\n    i: 7\nj: k\n";
    std::uint32_t seed = 7;
    const auto random = [&](std::uint32_t below) { return (seed = seed * 1664525U + 1013904223U) / 65536U % below; };
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text = good;
        for (std::uint32_t n = random(3) + 1; n > 0; --n) {
            std::size_t line = random(14);
            std::size_t at = 0;
            while (line-- > 0) at = std::min(text.find('\n', at) + 1, text.size());
            if (random(2) == 0)
                text.insert(at, std::string(random(3) + 1, ' '));
            else
                text.erase(at, std::min<std::size_t>(random(3) + 1, std::min(text.find_first_not_of(' ', at), text.size()) - at));
        }
        const auto result = yaml(text);
        const auto mistakes = result.mistakes();
        if (mistakes.empty() || !mistakes.front().starts_with("F036")) continue;
        ++refused;
        INFO(text);
        diag::Sink sink;
        formats::Tape tape;
        CHECK_FALSE(formats::read_yaml_events(result.source, 0, {}, tape, sink));
    }
    CHECK(refused > 500);
}
