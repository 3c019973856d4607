#include "cases/heading.hpp"

#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

struct Peeked {
    base::SourcePtr source;
    formats::Tape tape;
    Heading heading;
    explicit Peeked(std::string text) : source(std::make_shared<const base::SourceText>("case.yaml", std::move(text))) {
        diag::Sink sink;
        REQUIRE(read_tape(source, FileFormat::automatic, tape, sink));
        heading = peek(tape);
    }
};

}  // namespace

TEST_CASE("the head is read in both spellings, before any rule is known", "[cases]") {
    for (const char* text : {"案件: a1\n规程: [甲, 乙]\n版本: \"2014.12\"\n截至: 2024-05-20\n经过: [{ 步骤: 不知道, "
                             "日期: 2024-03-05 }, { 事: x, 起: 2024-03-01 }]",
                             "case: a1\nprocedure: [甲, 乙]\nversion: \"2014.12\"\nas_of: 2024-05-20\nacts: [{ step: "
                             "不知道, date: 2024-03-05 }, { event: x, start: 2024-03-01 }]"}) {
        const Peeked read(text);
        CHECK(read.heading.id == "a1");
        CHECK(read.heading.procedures == std::vector<std::string_view>{"甲", "乙"});
        CHECK(read.heading.version == "2014.12");
        CHECK(read.heading.as_of == base::to_day({2024, 5, 20}));
        CHECK(read.heading.start == base::to_day({2024, 3, 1}));
    }
}

TEST_CASE("a case without a head has none", "[cases]") {
    const Peeked read("经过: []");
    CHECK(read.heading.id.empty());
    CHECK(read.heading.procedures.empty());
    CHECK_FALSE(read.heading.as_of);
    CHECK_FALSE(read.heading.start);
    CHECK(Peeked("规程: 甲").heading.procedures == std::vector<std::string_view>{"甲"});
    CHECK(Peeked("规程:").heading.procedures.empty());
}

TEST_CASE("a corrected day is not the day on which the case began", "[cases]") {
    const Peeked read(
        "经过: [{ 步骤: 提议, 编号: a, 日期: 2004-03-01 }, { 步骤: 提议, 更正: a, 日期: 2024-03-01 }, { 步骤: 商议, "
        "日期: 2024-03-02 }]");
    CHECK(read.heading.start == base::to_day({2024, 3, 1}));
}

TEST_CASE("the head knows where the procedure and the version stand", "[cases]") {
    const Peeked read("案件: a\n规程: [甲, 乙]\n版本: \"2014\"\n");
    REQUIRE(read.heading.procedure_spans.size() == 2);
    CHECK(read.source->slice(read.heading.procedure_spans[1]) == "乙");
    CHECK(read.source->slice(read.heading.version_span) == "\"2014\"");
}

TEST_CASE("what the records say they are is listed once each", "[cases]") {
    const Peeked read("经过: [{ 步骤: 提议 }, { 事: x, 由: y }, { 步骤: 提议, 日期: 2024-01-01 }, { 认定: 合法 }, { 步骤: [a] }]");
    CHECK(recorded_names(read.tape) == std::vector<std::string_view>{"提议", "x", "合法"});
    CHECK(recorded_names(Peeked("案件: a").tape).empty());
}
