#include "base/visible.hpp"

#include "support/catch.hpp"

using namespace guicheng::base;

TEST_CASE("what steers a terminal or turns a line round is shown by its code", "[visible]") {
    CHECK(visible("\x1b[31m红\u202E") == "<U+001B>[31m红<U+202E>");
    CHECK(visible("a\u200B\u2066b\uFEFF\x7F") == "a<U+200B><U+2066>b<U+FEFF><U+007F>");
    CHECK(visible("\u0085") == "<U+0085>");
    CHECK(visible("\U000E0001") == "<U+E0001>");
}

TEST_CASE("what can be read stays as it is", "[visible]") {
    CHECK(visible("应到45人，\n\t“第3条” é 𠮷") == "应到45人，\n\t“第3条” é 𠮷");
    CHECK(visible("") == "");
    CHECK(visible("\u00A0\u3000\u2010\u202F") == "\u00A0\u3000\u2010\u202F");
    CHECK(visible("a\xFF") == "a\uFFFD");
}
