#include "support/slips.hpp"
#include "diag/render.hpp"
#include "support/catch.hpp"
#include "syntax/parse.hpp"

using namespace guicheng;

namespace {

std::vector<support::Slip> slips() {
    std::vector<support::Slip> all;
    for (const auto& path : support::files_in(support::source_dir() / "tests/golden/diag/bad", ".guicheng")) {
        auto slip = support::read_slip(path);
        if (slip.code.starts_with('P')) all.push_back(std::move(slip));
    }
    return all;
}

diag::Sink parsed(const support::Slip& slip, const std::string& text) {
    diag::Sink sink;
    syntax::parse(std::make_shared<base::SourceText>(slip.file, text), sink);
    return sink;
}

}  // namespace

TEST_CASE("each slip earns exactly one error, with its code, on exactly the wrong words") {
    for (const auto& slip : slips()) {
        const auto sink = parsed(slip, slip.text);
        INFO(slip.file << "\n" << diag::render_all(sink.sorted(), {}));
        CHECK(sink.entries().size() == 1);
        if (sink.entries().size() != 1) continue;
        const auto& d = sink.entries()[0];
        CHECK(d.code == slip.code);
        CHECK(d.severity == diag::Severity::error);
        CHECK(std::string(d.source->slice(d.span)) == slip.covers);
    }
}

TEST_CASE("the fix of a slip, put in place, leaves a file without errors") {
    std::size_t clean = 0;
    for (const auto& slip : slips()) {
        if (!slip.clean_fix) continue;
        ++clean;
        const auto sink = parsed(slip, slip.text);
        INFO(slip.file);
        REQUIRE(!sink.entries().empty());
        REQUIRE(sink.entries()[0].fix);
        const auto mended = support::with_fix(slip.text, *sink.entries()[0].fix);
        const auto again = parsed(slip, mended);
        INFO(mended << diag::render_all(again.sorted(), {}));
        CHECK(again.entries().empty());
    }
    CHECK(clean >= 60);
}

TEST_CASE("the slips are many") {
    CHECK(slips().size() >= 80);
}
