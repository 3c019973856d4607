#include <fstream>

#include "reading.hpp"
#include "support/catch.hpp"

using reading::shape;

namespace {

const std::vector<std::string> lines = {
    R"({"id":"c-1","matter":{"category":"land","amount":1496075.11,"secret":false},"events":[{"type":"notice","content":["main","reason"]}]})",
    R"(  { "案件" : "李家湾" , "经过" : [ { "步骤" : "提议" } , { } , [ ] ] }  )",
    R"(["\u4e2d\n","\\","\"",{"a\tb":"\ud83d\ude00"}])",
    R"([1,-0,0.5,1e9,-1.5E-3,true,false,null,""])",
    R"("only")",
};

}  // namespace

TEST_CASE("the line reader makes the tape that the careful reader makes", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    // Twice over: what an earlier line left in the tape must not show.
    for (int round = 0; round < 2; ++round) {
        for (const auto& line : lines) {
            INFO(line);
            REQUIRE(reader.read(line, tape));
            const auto careful = reading::json(line);
            REQUIRE(careful.good);
            CHECK(shape(tape, true) == shape(careful.tape, true));
            REQUIRE(tape.tokens.size() == careful.tape.tokens.size());
            for (std::size_t i = 0; i < tape.tokens.size(); ++i) CHECK(tape.tokens[i].skip == careful.tape.tokens[i].skip);
        }
    }
}

TEST_CASE("texts without escapes point into the line", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    const std::string line = R"({"键":"值"})";
    REQUIRE(reader.read(line, tape));
    CHECK(tape.tokens[1].text.data() == line.data() + 2);
    CHECK(tape.buffer.empty());
}

TEST_CASE("a line longer than every one before is read", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    for (std::size_t size : {1u, 4095u, 4096u, 4097u, 100'000u}) {
        const std::string line = "[\"" + std::string(size, 'x') + "\"]";
        REQUIRE(reader.read(line, tape));
        CHECK(tape.tokens[1].text.size() == size);
    }
}

TEST_CASE("a malformed line is refused and the next is read", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    for (const char* bad : {"", " ", "{", "[1,]", "{\"a\":\"\\q\"}", "\"\xff\"", "[1] x", "\"", "[\"a\nb\"]"}) {
        INFO(bad);
        CHECK_FALSE(reader.read(bad, tape));
        CHECK(reader.read("{\"a\":1}", tape));
        CHECK(shape(tape, true) == "{ k:a n:1 } ");
    }
}

TEST_CASE("the line reader and the careful reader refuse the same lines", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    for (const auto& line : lines) {
        for (std::size_t cut = 0; cut < line.size(); ++cut) {
            const std::string part = line.substr(0, cut);
            INFO(part);
            const bool good = reader.read(part, tape);
            const auto careful = reading::json(part);
            CHECK(good == careful.good);
            CHECK(careful.good == careful.sink.entries().empty());
        }
    }
}

TEST_CASE("keys given twice are left for the binder", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    REQUIRE(reader.read(R"({"a":1,"a":2})", tape));
    CHECK(shape(tape, true) == "{ k:a n:1 k:a n:2 } ");
}

TEST_CASE("a line is limited to 16 MiB and 64 levels", "[formats][ndjson]") {
    formats::JsonLineReader reader;
    formats::Tape tape;
    const std::size_t limit = std::size_t{16} << 20;
    const auto line = [](std::size_t bytes) { return "\"" + std::string(bytes - 2, 'x') + "\""; };
    CHECK(reader.read(line(limit - 1), tape));
    CHECK(reader.read(line(limit), tape));
    CHECK_FALSE(reader.read(line(limit + 1), tape));
    const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    CHECK(reader.read(nested(63), tape));
    CHECK(reader.read(nested(64), tape));
    CHECK_FALSE(reader.read(nested(65), tape));
}
