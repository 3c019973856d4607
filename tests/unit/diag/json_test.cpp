#include <nlohmann/json.hpp>

#include "diag/render.hpp"
#include "support/catch.hpp"

using namespace guicheng;
using messages::Language;

TEST_CASE("tools read diagnostics as JSON with places, help, related places and the fix") {
    diag::Sink sink;
    const auto source = std::make_shared<base::SourceText>("a \"b\".guicheng", "甲\n乙 且 丙\n");
    sink.error("P043", source, {8, 11}).related(source, {4, 7}, "P043.first").fix({8, 11}, "或\t");
    sink.warning("P002", nullptr, {}).arg("found", "9").arg("limit", "8");
    const auto json = nlohmann::json::parse(diag::render_json(sink.entries(), {.language = Language::zh}));
    REQUIRE(json.size() == 2);
    CHECK(json[0]["code"] == "P043");
    CHECK(json[0]["severity"] == "error");
    CHECK(json[0]["file"] == "a \"b\".guicheng");
    CHECK(json[0]["begin"]["line"] == 2);
    CHECK(json[0]["begin"]["column"] == 3);
    CHECK(json[0]["begin"]["offset"] == 8);
    CHECK(json[0]["end"]["column"] == 4);
    CHECK(json[0]["related"][0]["begin"]["column"] == 1);
    CHECK(json[0]["fix"]["text"] == "或\t");
    CHECK(json[0]["fix"]["kind"] == "certain");
    CHECK(json[1]["file"].is_null());
    CHECK(json[1]["severity"] == "warning");
    CHECK_FALSE(json[1].contains("fix"));
}

TEST_CASE("JSON is well-formed for malformed bytes and for none") {
    diag::Sink sink;
    sink.error("P022", std::make_shared<base::SourceText>("\xFF", "x"), {0, 1}).arg("word", "\xC0\x01");
    CHECK_NOTHROW(nlohmann::json::parse(diag::render_json(sink.entries(), {.language = Language::en})));
    CHECK(nlohmann::json::parse(diag::render_json({}, {.language = Language::en})).empty());
}

TEST_CASE("JSON says which offers are guesses, and counts what is past the limit") {
    diag::Sink sink;
    const auto source = std::make_shared<base::SourceText>("a", "甲)\n");
    for (int i = 0; i < 5; ++i) sink.error("P013", source, {3, 4}).suggest({3, 4}, "");
    const auto size = [&](std::size_t limit) { return nlohmann::json::parse(diag::render_json(sink.entries(), {.limit = limit})).size(); };
    CHECK(size(4) == 5);
    CHECK(size(5) == 5);
    CHECK(size(6) == 5);
    const auto json = nlohmann::json::parse(diag::render_json(sink.entries(), {.limit = 3}));
    CHECK(json[0]["fix"]["kind"] == "suggestion");
    CHECK_FALSE(json[2].contains("rest"));
    CHECK(json[3]["rest"] == 2);
    CHECK(nlohmann::json::parse(diag::render_json(sink.entries(), {.limit = 0}))[0]["rest"] == 5);
}
