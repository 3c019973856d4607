// 档册: what holds for many cases, in the case or in a file beside it.
#include "base/sha256.hpp"
#include "cases/heading.hpp"
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

Reading read_beside(const std::string& text, const std::string& standing) {
    const auto procedure = support::village();
    Reading out;
    out.source = std::make_shared<const base::SourceText>("case", text);
    formats::Tape tape;
    REQUIRE(read_tape(out.source, FileFormat::yaml, tape, out.sink));
    Standing beside;
    beside.source = std::make_shared<const base::SourceText>("standing", standing);
    beside.identity = base::sha256_hex(standing);
    REQUIRE(read_tape(beside.source, FileFormat::yaml, beside.tape, out.sink));
    out.made = bind(tape, out.source, procedure, out.sink, {}, {}, &beside);
    return out;
}

const std::string standing = "名册: { 党员大会: 57, 工会: 9 }\n任职: [{ 职务: 党支部, 人: 张桂兰 }]\n授权: [{ 由: 党支部, 给: 王五 }]\n";

}  // namespace

TEST_CASE("what stands in the standing file holds as if it stood in the case", "[cases]") {
    const auto beside = read_beside("档册: 单位.yaml\n任职: [{ 职务: 党支部, 人: 李有才 }]\n", standing);
    INFO(beside.codes());
    REQUIRE(beside.made);
    CHECK(beside.made->rolls[2].number == 57);
    CHECK(beside.made->offices.size() == 2);
    CHECK(beside.made->delegations.size() == 1);
    CHECK(beside.made->standing_identity == base::sha256_hex(standing));
    const auto within = good(support::village(),
                             "档册: { 名册: { 党员大会: 57 }, 任职: [{ 职务: 党支部, 人: 张桂兰 }], 授权: [{ 由: 党支部, 给: 王五 }] }\n"
                             "任职: [{ 职务: 党支部, 人: 李有才 }]\n");
    CHECK(within.identity == beside.made->identity);
    CHECK(within.standing_identity.empty());
}

TEST_CASE("a roll or a parameter stands in the case or in the standing file, not in both", "[cases]") {
    CHECK(read_beside("档册: 单位.yaml\n名册: { 党员大会: 58 }\n", standing).codes() == "C097");
    CHECK(read_beside("档册: 单位.yaml\n名册: { 党员大会: 不详 }\n", standing).codes().empty());
    CHECK(read(support::village(), "名册: { 党员大会: [] }\n档册: { 名册: { 党员大会: 58 } }\n").codes() == "C097");
    CHECK(read(support::village(), "档册: { 名册: { 党员大会: 58 } }\n名册: { 党员大会: 57 }\n").codes() == "C097");
}

TEST_CASE("a mistake in the standing file is told at its place there", "[cases]") {
    const auto wrong = read_beside("档册: 单位.yaml\n", "名册: { 党员大会: 许多 }\n");
    CHECK_FALSE(wrong.made);
    REQUIRE(wrong.sink.entries().size() == 1);
    CHECK(wrong.sink.entries()[0].source->name() == "standing");
    CHECK(read_beside("档册: 单位.yaml\n", "经过: []\n").codes() == "C002");
    CHECK(read_beside("档册: 单位.yaml\n", "[]\n").codes() == "C001");
}

TEST_CASE("a case that was read from no file can name none", "[cases]") {
    CHECK(read(support::village(), "档册: 单位.yaml\n").codes() == "C096");
    CHECK(read(support::village(), "档册: 不详\n").codes().empty());
    CHECK(read(support::village(), "档册: [单位.yaml]\n").codes() == "C018");
    CHECK_FALSE(fast(support::village(), R"({"档册":"单位.yaml"})"));
    CHECK(fast(support::village(), R"({"档册":{"名册":{"党员大会":57}}})")->rolls[2].number == 57);
}

TEST_CASE("a standing file is told from a case by its keys", "[cases]") {
    const auto is_one = [](const std::string& text) {
        formats::Tape tape;
        diag::Sink sink;
        const auto source = std::make_shared<const base::SourceText>("file.yaml", text);  // the tape looks into it
        REQUIRE(read_tape(source, FileFormat::yaml, tape, sink));
        return peek(tape).standing_file;
    };
    CHECK(is_one(standing));
    CHECK_FALSE(is_one(standing + "经过: []\n"));
    CHECK_FALSE(is_one("案件: 甲\n"));
    CHECK_FALSE(is_one("{}"));
}
