#include "diag/diagnostic.hpp"
#include "support/catch.hpp"

using namespace guicheng;

namespace {

base::SourcePtr source(const std::string& name) {
    return std::make_shared<base::SourceText>(name, "甲乙丙\n");
}

}  // namespace

TEST_CASE("a sink counts errors and warnings apart") {
    diag::Sink sink;
    CHECK_FALSE(sink.has_errors());
    sink.warning("P001", source("a"), {0, 3});
    CHECK_FALSE(sink.has_errors());
    sink.error("P002", source("a"), {0, 3});
    CHECK(sink.has_errors());
    CHECK(sink.error_count() == 1);
    CHECK(sink.warning_count() == 1);
}

TEST_CASE("diagnostics are sorted by file, place and code") {
    diag::Sink sink;
    const auto a = source("a");
    const auto b = source("b");
    sink.error("P009", b, {0, 3});
    sink.error("P008", a, {3, 6});
    sink.error("P007", a, {0, 3});
    sink.error("P006", a, {0, 3});
    sink.error("P005", nullptr, {0, 0});
    std::string codes;
    for (const auto& d : sink.sorted()) codes += d.code;
    CHECK(codes == "P005P006P007P008P009");
    CHECK(sink.entries()[0].code == "P009");
}

TEST_CASE("an entry takes arguments, a fix and related places in a chain") {
    diag::Sink sink;
    const auto a = source("a");
    sink.error("P021", a, {0, 3}).arg("word", "甲").arg("meant", "乙").fix({0, 3}, "乙").related(a, {3, 6}, "P043.first");
    const auto& d = sink.entries().front();
    CHECK(d.arguments.size() == 2);
    REQUIRE(d.fix);
    CHECK(d.fix->text == "乙");
    CHECK(d.related.size() == 1);
}

TEST_CASE("appending keeps counts, also of a sink to itself") {
    diag::Sink one, two;
    one.error("P001", nullptr, {});
    two.warning("P002", nullptr, {});
    one.append(two);
    CHECK(one.error_count() == 1);
    CHECK(one.warning_count() == 1);
    one.append(one);
    CHECK(one.error_count() == 2);
    CHECK(one.warning_count() == 2);
}
