// The promise of the fast form: after warm-up nothing is allocated.
#include <cstdlib>
#include <new>

#include "cases/heading.hpp"
#include "reading.hpp"

namespace {
std::size_t allocations = 0;
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void* operator new(std::size_t size) {
    if (void* memory = operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}

using namespace guicheng;
using namespace guicheng::cases;

TEST_CASE("binding a line again allocates nothing, whatever it holds", "[cases]") {
    const auto procedure = support::village();
    std::string line =
        R"({"case":"a case with a name that is longer than a short string","matter":{"标的":"东塘水库北侧的集体林地一宗共计四十亩","地块":["东塘","西塘"]},)"
        R"("rolls":{"党员大会":[)";
    for (int i = 0; i < 30; ++i)
        line += (i ? ",\"" : "\"") + std::string("somebody with a long name ") + std::to_string(i) + "\"";
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
    const auto before = allocations;
    const bool read = binder.bind(tape, made);
    const auto after = allocations;
    CHECK(read);
    CHECK(after == before);
    CHECK(before > 0);
}
