#include "verdict/from_json.hpp"

#include "report/json.hpp"
#include "support/catch.hpp"
#include "unit/report/random_verdict.hpp"

using namespace guicheng;

namespace {

std::optional<verdict::Verdict> read(const std::string& text, diag::Sink& sink) {
    return verdict::from_json(std::make_shared<base::SourceText>("verdict.json", text), sink);
}

std::vector<std::string> codes(const std::string& text) {
    diag::Sink sink;
    CHECK_FALSE(read(text, sink));
    std::vector<std::string> all;
    for (const auto& entry : sink.entries()) all.push_back(entry.code);
    return all;
}

/// The JSON of a fresh verdict with one piece replaced.
std::string changed(const std::string& from, const std::string& to) {
    auto text = report::to_json(verdict::Verdict{}, report::Layout::compact);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a verdict read back from its own JSON equals itself", "[verdict][property]") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        const auto original = test::RandomVerdict(seed).make();
        for (const auto layout : {report::Layout::compact, report::Layout::pretty}) {
            const auto text = report::to_json(original, layout);
            diag::Sink sink;
            const auto back = read(text, sink);
            REQUIRE(back.has_value());
            REQUIRE(*back == original);
            REQUIRE(report::to_json(*back, layout) == text);
        }
    }
}

TEST_CASE("a fresh verdict survives the way there and back", "[verdict]") {
    diag::Sink sink;
    const auto back = read(report::to_json(verdict::Verdict{}), sink);
    REQUIRE(back);
    CHECK(*back == verdict::Verdict{});
}

TEST_CASE("keys may stand in any order", "[verdict]") {
    auto text = report::to_json(verdict::Verdict{}, report::Layout::compact);
    const std::string engine = "\"engine\":\"\",";
    REQUIRE(text.find(engine) == 1);
    text.erase(1, engine.size());
    text.insert(text.size() - 1, ",\"engine\":\"0.1.0\"");
    diag::Sink sink;
    const auto back = read(text, sink);
    REQUIRE(back);
    CHECK(back->engine == "0.1.0");
}

TEST_CASE("what is no verdict is refused with its reason", "[verdict]") {
    CHECK(codes("[]") == std::vector<std::string>{"V001"});
    CHECK(codes(changed("\"engine\":\"\"", "\"engine\":1")) == std::vector<std::string>{"V001"});
    CHECK(codes(changed("\"status\":\"valid\"", "\"status\":\"good\"")) == std::vector<std::string>{"V001"});
    CHECK(codes(changed("\"steps\":[]", "\"steps\":{}")) == std::vector<std::string>{"V001"});
    CHECK(codes(changed("\"years\":[]", "\"years\":[{\"year\":3000000000,\"notice\":\"\",\"identity\":\"\"}]")) ==
          std::vector<std::string>{"V001"});
    CHECK(codes(changed("\"engine\":\"\"", "\"engin\":\"\"")) == std::vector<std::string>{"V003", "V002"});
    CHECK(codes(changed("\"engine\":\"\",", "")) == std::vector<std::string>{"V003"});
    CHECK(codes("{\"engine\":") != std::vector<std::string>{});
}

TEST_CASE("days are read exactly as they are written", "[verdict]") {
    for (const std::int32_t number : {-25'567, -1, 0, 19'800, 106'000, 400'000}) {
        const base::Day day{number};
        CHECK(verdict::day_from_text(base::iso(day)) == day);
    }
    for (const auto* text : {"", "2024-02-30", "2024-13-01", "2024-2-03", "2024-02-03x", "24-02-03", "2024/02/03", "99999999-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(verdict::day_from_text(text));
    }
    const base::Day day = base::to_day({2024, 3, 1});
    CHECK(verdict::moment_from_text("2024-03-01T00:00") == base::Moment{day, 0});
    CHECK(verdict::moment_from_text("2024-03-01T23:59") == base::Moment{day, 1439});
    CHECK(verdict::moment_from_text("2024-03-01") == base::Moment{day, -1});
    for (const auto* text : {"2024-03-01T24:00", "2024-03-01T23:60", "2024-03-01T1:00", "2024-03-01T", "T12:00"}) {
        CAPTURE(text);
        CHECK_FALSE(verdict::moment_from_text(text));
    }
    CHECK(verdict::share_from_text("2/3") == base::Fraction{2, 3});
    CHECK_FALSE(verdict::share_from_text("2/0"));
    CHECK_FALSE(verdict::share_from_text("2"));
}
