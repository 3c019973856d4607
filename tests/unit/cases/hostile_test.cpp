// Nothing that a file holds may crash, hang or fill the memory.
#include <random>

#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

namespace {

const std::string line =
    R"({"case":"a1","as_of":"2024-05-20","matter":{"类别":"土地承包","金额":186000.00,"涉密":false,"地块":["东塘"]},)"
    R"("rolls":{"两委联席会议":9,"村民代表会议":["张桂兰","李有才"]},"parameters":{"公示期":{"value":"7日","from":"2024-01-01"}},)"
    R"("acts":[{"step":"方案公示","start":"2024-03-11","end":"2024-04-10","contents":["理由"]},{"event":"异议","date":"2024-04-11","件数":2},)"
    R"({"step":"决议","id":"k","date":"2024-04-12","present":40,"ballots":[{"who":"张桂兰","vote":"yes"}],"reason":{"contents":"急"}},)"
    R"({"step":"决议","corrects":"k","date":"2024-04-12"},{"finding":"合法","conclusion":true}]})";

}  // namespace

TEST_CASE("mutated lines are read or refused, by both forms alike", "[cases]") {
    const auto procedure = support::village();
    Binder binder(procedure);
    formats::JsonLineReader reader;
    formats::Tape tape;
    Case made;
    std::mt19937 random(20240401);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::size_t taken = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = line;
        for (std::size_t i = below(3) + 1; i != 0; --i) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
                case 0: text[at] = static_cast<char>(random()); break;
                case 1: text.erase(at, below(12)); break;
                case 2: text.insert(at, text.substr(below(text.size()), below(40))); break;
                default: text[at] = "{}[]\",:019-"[below(11)]; break;
            }
            if (text.empty()) text = "{";
        }
        if (!reader.read(text, tape)) continue;
        const bool read_fast = binder.bind(tape, made);
        diag::Sink sink;
        const auto read_carefully = binder.bind(tape, nullptr, sink);
        REQUIRE(read_fast == read_carefully.has_value());
        taken += read_fast;
    }
    CHECK(taken > 100);
}

TEST_CASE("a list of very many names takes linear time, also where they collide", "[cases]") {
    std::string text = R"({"rolls":{"党员大会":[)";
    for (int i = 0; i < 200'000; ++i) text += (i ? ",\"" : "\"") + std::to_string(i * 4096) + "\"";
    text += "]}}";
    const auto made = fast(support::village(), text);
    REQUIRE(made);
    CHECK(made->rolls[2].number == 200'000);
    CHECK(made->texts.size() == 200'000);
}

TEST_CASE("limits: at the limit a case is read, one above it is an error", "[cases]") {
    const auto procedure = support::village();
    const Limits limits{.acts = 3, .fields = 5, .names = 3, .name_bytes = 6};
    const auto codes = [&](const std::string& text) {
        const auto made = fast(procedure, text, limits);
        const auto out = read(procedure, text, FileFormat::json, {}, limits).codes();
        CHECK(made.has_value() == out.empty());
        return out;
    };
    const std::string act = R"({"step":"提议"})";
    CHECK(codes("{\"acts\":[" + act + "," + act + "," + act + "]}").empty());
    CHECK(codes("{\"acts\":[" + act + "," + act + "," + act + "," + act + "," + act + "]}") == "C036");
    CHECK(codes(R"({"acts":[{"step":"决议"},{"step":"决议"},{"finding":"合法"}]})").empty());
    CHECK(codes(R"({"acts":[{"step":"决议"},{"step":"决议"},{"step":"决议"}]})") == "C036");
    CHECK(codes(R"({"rolls":{"党员大会":["a","b","c"]}})").empty());
    CHECK(codes(R"({"rolls":{"党员大会":["a","b","c","d"]}})") == "C038");
    CHECK(codes(R"({"matter":{"地块":["a","b","c"]}})").empty());
    CHECK(codes(R"({"matter":{"地块":["a","b","c","d"]}})") == "C038");
    CHECK(codes(R"({"acts":[{"step":"决议","ballots":[{"who":"a"},{"who":"b"},{"who":"c"}]}]})").empty());
    CHECK(codes(R"({"acts":[{"step":"决议","ballots":[{"who":"a"},{"who":"b"},{"who":"c"},{"who":"d"}]}]})") == "C038");
    CHECK(codes(R"({"rolls":{"党员大会":["abcdef"]}})").empty());
    CHECK(codes(R"({"rolls":{"党员大会":["abcdefg"]}})") == "C039");
}

TEST_CASE("a file of nothing but mistakes ends in a bounded number of diagnostics", "[cases]") {
    std::string text = "{\"acts\":[";
    for (int i = 0; i < 50'000; ++i) text += (i ? ",{\"step\":\"x" : "{\"step\":\"x") + std::to_string(i) + "\"}";
    text += "]}";
    const auto out = read(support::village(), text, FileFormat::json);
    CHECK_FALSE(out.made);
    CHECK(out.sink.error_count() == 1000);
}

TEST_CASE("a binder that met a mistake reads the next case as if nothing had been", "[cases]") {
    const auto procedure = support::village();
    Binder binder(procedure);
    formats::JsonLineReader reader;
    formats::Tape tape;
    Case made;
    REQUIRE(reader.read(line, tape));
    REQUIRE(binder.bind(tape, made));
    const auto texts = made.texts;
    const auto acts = made.acts.size();
    formats::Tape broken;
    const std::string bad = R"({"rolls":{"党员大会":["甲","乙"]},"acts":[{"step":"提议","yes":"x"}]})";
    REQUIRE(reader.read(bad, broken));
    CHECK_FALSE(binder.bind(broken, made));
    REQUIRE(reader.read(line, tape));
    REQUIRE(binder.bind(tape, made));
    CHECK(made.texts == texts);
    CHECK(made.acts.size() == acts);
    CHECK(made.rolls[2].number == unknown_count);
}

TEST_CASE("a tape without a map is refused", "[cases]") {
    Case made;
    const auto procedure = support::village();
    CHECK_FALSE(Binder(procedure).bind(formats::Tape{}, made));
    diag::Sink sink;
    CHECK_FALSE(bind(formats::Tape{}, nullptr, procedure, sink));
    CHECK(sink.error_count() == 1);
}
