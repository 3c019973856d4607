#include "base/source.hpp"

#include "support/catch.hpp"

using namespace guicheng::base;

namespace {

struct At {
    std::uint32_t line, column;
};
bool operator==(At a, Place b) {
    return a.line == b.line && a.column == b.column;
}

}  // namespace

TEST_CASE("columns count characters, not bytes", "[source]") {
    const SourceText source("a.guicheng", "步骤 提议\n由 党支部");
    CHECK(At{1, 1} == source.place(0));
    CHECK(At{1, 2} == source.place(3));
    CHECK(At{1, 4} == source.place(7));
    CHECK(At{1, 6} == source.place(13));
    CHECK(At{2, 1} == source.place(14));
    CHECK(At{2, 3} == source.place(18));
    CHECK(source.line_at(18) == "由 党支部");
    CHECK(source.line_begin(18) == 14);
    CHECK(source.slice({0, 6}) == "步骤");
}

TEST_CASE("a line ends before its CR LF", "[source]") {
    const SourceText source("a", "ab\r\n\r\ncd");
    CHECK(source.line_at(0) == "ab");
    CHECK(source.line_at(3) == "ab");
    CHECK(source.line_at(4).empty());
    CHECK(source.line_at(6) == "cd");
    CHECK(At{3, 2} == source.place(7));
}

TEST_CASE("a byte order mark is no column", "[source]") {
    const SourceText source("a", "\xEF\xBB\xBF提议");
    CHECK(At{1, 1} == source.place(3));
    CHECK(At{1, 2} == source.place(6));
}

TEST_CASE("places past the end are the end", "[source]") {
    const SourceText source("a", "ab\n");
    CHECK(At{2, 1} == source.place(3));
    CHECK(At{2, 1} == source.place(1000));
    CHECK(source.line_at(1000).empty());
    CHECK(source.slice({1, 1000}) == "b\n");
    CHECK(source.slice({1000, 2000}).empty());
    CHECK(source.slice({2, 1}).empty());
    const SourceText empty("e", "");
    CHECK(At{1, 1} == empty.place(0));
    CHECK(empty.line_at(0).empty());
}

TEST_CASE("a join spans both", "[source]") {
    CHECK(join({3, 5}, {1, 4}) == Span{1, 5});
    CHECK(join({1, 2}, {8, 9}) == Span{1, 9});
}

TEST_CASE("places on a line of many kilobytes are the same as on a short one, and found fast") {
    const std::string piece = "甲a乙\xFF ";
    std::string line;
    for (int i = 0; i < 5'000; ++i) line += piece;
    for (const std::string before : {"", "\xEF\xBB\xBF", "首行\n"}) {
        const SourceText source("x", before + line + "\n末\n");
        const auto begin = static_cast<std::uint32_t>(before.size());
        const auto number = before.ends_with('\n') ? 2U : 1U;
        // Characters by a walk of one's own.
        for (const std::uint32_t n : {0U, 227U, 228U, 300U, 2'000U, 4'999U}) {
            const auto place = source.place(begin + n * static_cast<std::uint32_t>(piece.size()));
            CHECK(place.line == number);
            CHECK(place.column == n * 5 + 1);
            CHECK(source.place(begin + n * static_cast<std::uint32_t>(piece.size()) + 3).column == n * 5 + 2);
        }
        CHECK(source.place(begin + static_cast<std::uint32_t>(line.size()) + 1).line == number + 1);
        CHECK(source.place(begin + static_cast<std::uint32_t>(line.size()) + 4).column == 2);
    }
}
