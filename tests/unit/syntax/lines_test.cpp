// Which lines make a statement, and that indentation never decides a meaning.
#include "unit/syntax/parsing.hpp"

using namespace guicheng;
using syntax::Keyword;

TEST_CASE("a line, a semicolon and a full stop each end a statement") {
    for (const auto* text : {"由 党支部\n公示 不少于 15日", "由 党支部；公示 不少于 15日", "由 党支部;公示 不少于 15日",
                             "由 党支部。公示 不少于 15日。", "由 党支部 # 说明\n\n公示 不少于 15日"}) {
        const auto r = parsing::parse_step_item(text);
        INFO(text << r.shown());
        REQUIRE(r.file);
        CHECK(r.file->procedures[0].block[0].block.size() == 2);
    }
}

TEST_CASE("CRLF, lone CR and a BOM are accepted") {
    for (const auto* text :
         {"\xEF\xBB\xBF规程 甲 {\r\n    步骤 乙 {\r\n        由 丙\r\n    }\r\n}\r\n", "规程 甲 {\r步骤 乙 {\r由 丙\r}\r}\r"}) {
        const auto r = parsing::parse(text);
        INFO(r.shown());
        REQUIRE(r.file);
        CHECK(r.file->procedures.at(0).block.at(0).block.size() == 1);
    }
}

TEST_CASE("a line that goes on must stand deeper: one column deeper is enough, equal and less are not") {
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n     除外 涉密").codes().empty());
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n    除外 涉密").codes() == "P027");
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n   除外 涉密").codes() == "P027");
    // A tab fills to the next multiple of four.
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n\t 除外 涉密").codes().empty());
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n\t除外 涉密").codes() == "P027");
    CHECK(parsing::parse_step_item("    公示 不少于 15日\n\u3000\u3000\u3000除外 涉密").codes().empty());
}

TEST_CASE("the indent that counts is that of the line where the statement begins") {
    const auto r = parsing::parse("规程 样例 {\n    步骤 甲 { 公示 不少于 15日\n     除外 涉密 }\n}\n");
    INFO(r.shown());
    CHECK(r.codes().empty());
}

TEST_CASE("a doubtful line names both readings and the statement that it would follow") {
    const auto r = parsing::parse_step_item("公示 不少于 15日\n当 涉密");
    REQUIRE(r.codes() == "P027");
    CHECK(r.covered() == "当");
    const auto d = r.sink.sorted().at(0);
    REQUIRE(d.related.size() == 1);
    CHECK(std::string(d.source->slice(d.related[0].span)) == "公示");
}

TEST_CASE("within round brackets and sets a line break is a blank") {
    CHECK(parsing::parse_step_item("要求 (涉密\n且\n突发)").codes().empty());
    CHECK(parsing::parse_step_item("公示 内容 必须 包括 {\n甲\n乙、丙\n}").codes().empty());
}

TEST_CASE("a brace may stand on the next line") {
    CHECK(parsing::parse("规程 样例\n{\n步骤 甲\n{\n由 乙\n}\n}\n").codes().empty());
}

TEST_CASE("a field may have the name of a modifier") {
    const auto r = parsing::parse_item("事项 {\n依据 文本\n当 日期\n}");
    INFO(r.shown());
    REQUIRE(r.file);
    CHECK(parsing::only(r).fields.size() == 2);
}

TEST_CASE("the procedure's 计期 is a statement of its own") {
    const auto r = parsing::parse_item("版本 \"1\"\n计期 民法典");
    REQUIRE(r.file);
    REQUIRE(r.file->procedures[0].block.size() == 2);
    CHECK(r.file->procedures[0].block[1].head == Keyword::counting);
}

TEST_CASE("names may be keywords where a name is expected") {
    const auto r = parsing::parse_item("步骤 公示 { 由 当 }\n步骤 决定 { 须经 公示；由 依据、且 }");
    INFO(r.shown());
    REQUIRE(r.file);
    CHECK(r.file->procedures[0].block[0].name->text == "公示");
    const auto& decide = r.file->procedures[0].block[1];
    REQUIRE(decide.block.size() == 2);
    CHECK(decide.block[0].prerequisite->step.text == "公示");
    CHECK(decide.block[1].names.size() == 2);
}
