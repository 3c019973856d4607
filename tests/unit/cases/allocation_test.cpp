// The promise of the fast form: after warm-up nothing is allocated.
#include "cases/heading.hpp"
#include "reading.hpp"
#include "support/allocations.hpp"

using namespace guicheng;
using namespace guicheng::cases;

TEST_CASE("binding a line again allocates nothing, whatever it holds", "[cases]") {
    const auto procedure = support::village();
    std::string line =
        R"({"case":"a case with a name that is longer than a short string","matter":{"标的":"东塘水库北侧的集体林地一宗共计四十亩","地块":["东塘","西塘"]},)"
        R"("rolls":{"党员大会":[)";
    for (int i = 0; i < 30; ++i) line += (i ? ",\"" : "\"") + std::string("somebody with a long name ") + std::to_string(i) + "\"";
    line +=
        R"(]},"parameters":{"通过比例":[{"value":"2/3"},{"value":"1/2","from":"2024-01-01"}]},"acts":[{"step":"决议","id":"one",)"
        R"("ballots":[{"who":"张桂兰","vote":"yes"}],"place":"村部二楼会议室东头的那一间"},{"step":"决议","corrects":"one","present":["甲","乙"]}]})";
    Binder binder(procedure);
    formats::JsonLineReader reader;
    formats::Tape tape;
    Case made;
    Heading heading;
    REQUIRE(reader.read(line, tape));
    for (int i = 0; i < 3; ++i) REQUIRE(binder.bind(tape, made));
    const auto before = support::allocations();
    const bool read = binder.bind(tape, made);
    const auto after = support::allocations();
    CHECK(read);
    CHECK(after == before);
    CHECK(before > 0);
}
