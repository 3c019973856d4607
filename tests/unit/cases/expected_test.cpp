#include "cases/expected.hpp"

#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

struct Read {
    std::optional<Expected> made;
    std::string codes;
};
Read expected(const std::string& text, Beside beside = {}) {
    const auto source = std::make_shared<const base::SourceText>("case.yaml", text);
    formats::Tape tape;
    diag::Sink sink;
    REQUIRE(read_tape(source, FileFormat::automatic, tape, sink));
    Read out;
    out.made = read_expected(tape, source, support::village(), sink, beside);
    for (const auto& it : sink.sorted()) out.codes += (out.codes.empty() ? "" : " ") + it.code;
    return out;
}

}  // namespace

TEST_CASE("what is expected is read in both spellings", "[cases]") {
    for (const char* text : {"预期: { 结论: 无效, 结果: 未通过, 违反: [决议.村民代表会议.到会, 决议.顺序], 决议: { "
                             "状态: 无效, 结果: 未定, 因: [决议.顺序] }, 提议: 有效 }",
                             "expected: { status: void, outcome: lost, violated: [决议.村民代表会议.到会, 决议.顺序], "
                             "决议: { status: void, outcome: open, because: [决议.顺序] }, 提议: valid }"}) {
        const auto read = expected(text);
        INFO(read.codes);
        REQUIRE(read.made);
        CHECK(read.made->status == ExpectedStatus::void_);
        CHECK(read.made->outcome == ExpectedOutcome::lost);
        CHECK(read.made->violated == std::vector<std::string>{"决议.村民代表会议.到会", "决议.顺序"});
        REQUIRE(read.made->steps.size() == 2);
        CHECK(read.made->steps[0].step.value == 0);
        CHECK(read.made->steps[0].status == ExpectedStatus::valid);
        CHECK_FALSE(read.made->steps[0].because);
        CHECK(read.made->steps[1].step.value == 4);
        CHECK(read.made->steps[1].status == ExpectedStatus::void_);
        CHECK(read.made->steps[1].outcome == ExpectedOutcome::open);
        CHECK(read.made->steps[1].because == std::vector<std::string>{"决议.顺序"});
    }
}

TEST_CASE("an empty list says that nothing is violated, no list says nothing", "[cases]") {
    CHECK(expected("预期: { 违反: [] }").made->violated->empty());
    CHECK(expected("预期: { 违反: 无 }").made->violated->empty());
    CHECK_FALSE(expected("预期: { 结论: 有效 }").made->violated);
    CHECK_FALSE(expected("案件: a").made);
    CHECK(expected("案件: a").codes.empty());
}

TEST_CASE("of a step either its attempt's status or its own state is expected", "[cases]") {
    const auto read = expected("预期: { 提议: 跳过, 商议: { 状态: 应办未办 }, 决议: 待定, 审议: { status: not_yet } }");
    REQUIRE(read.made);
    REQUIRE(read.made->steps.size() == 4);
    CHECK(read.made->steps[0].state == ExpectedState::skipped);
    CHECK(read.made->steps[0].status == ExpectedStatus::none);
    CHECK(read.made->steps[1].state == ExpectedState::owed);
    CHECK(read.made->steps[2].state == ExpectedState::not_yet);
    CHECK(read.made->steps[3].status == ExpectedStatus::pending);
    CHECK(expected("预期: { 提议: 跳国 }").codes == "C017");
}

TEST_CASE("slips in what is expected are errors", "[cases]") {
    CHECK(expected("预期: { 结论: 有小 }").codes == "C017");
    CHECK(expected("预期: { 违反: [决议.村民代表会议.到回] }").codes == "C047");
    CHECK(expected("预期: { 决义: { 状态: 有效 } }").codes == "C049");
    CHECK(expected("预期: { 决议: { 状太: 有效 } }").codes == "C002");
    CHECK(expected("预期: 有效").codes == "C020");
    CHECK(expected("预期: { 决议: [有效] }").codes == "C020");
    CHECK(expected("预期: { 结论: [有效] }").codes == "C018");
    CHECK(expected("预期: { 违反: { a: b } }").codes == "C019");
    CHECK(expected("预期: { 结论: 有效, status: valid }").codes == "C003");
    CHECK_FALSE(expected("预期: { 结论: 有小 }").made);
}

TEST_CASE("what is expected of another procedure's steps is left out", "[cases]") {
    const auto purchase = support::purchase();
    const model::Procedure* both[] = {&purchase};
    const auto read = expected("预期: { 结论: 有效, 询价: 有效 }", both);
    REQUIRE(read.made);
    CHECK(read.made->steps.empty());
}

TEST_CASE("where several procedures bind, a name may say whose it is", "[cases]") {
    model::Procedure other;
    other.name = "乙规程";
    other.steps = {support::step("提议"), support::step("运行")};
    model::Requirement shared;
    shared.id = "决议.顺序";
    other.requirements = {shared};
    const model::Procedure* const beside[] = {&other};
    const auto own =
        expected("预期: { 违反: [四议两公开/决议.顺序], 四议两公开/提议: 有效, 乙规程/提议: 无效, 运行: 有效, 乙规程/运行: 无效 }", beside);
    INFO(own.codes);
    REQUIRE(own.made);
    CHECK(own.made->violated == std::vector<std::string>{"决议.顺序"});
    CHECK(own.made->violated_anywhere.empty());
    REQUIRE(own.made->steps.size() == 1);
    CHECK(own.made->steps[0].status == ExpectedStatus::valid);

    const auto theirs = expected("预期: { 违反: [乙规程/决议.顺序] }", beside);
    REQUIRE(theirs.made);
    CHECK(theirs.made->violated->empty());
    const auto either = expected("预期: { 违反: [决议.顺序] }", beside);
    REQUIRE(either.made);
    CHECK(either.made->violated == std::vector<std::string>{"决议.顺序"});
    CHECK(either.made->violated_anywhere == std::vector<std::string>{"决议.顺序"});

    CHECK(expected("预期: { 丙规程/提议: 有效 }", beside).codes == "C049");
    CHECK(expected("预期: { 提议: 有效, 四议两公开/提议: 有效 }", beside).codes == "C003");
    CHECK(expected("预期: { 四议两公开/提议: 有效 }").codes == "C049");
}
