// What a replay says, whole and in both languages, as it was once read and found right.
#include <cctype>

#include "examples.hpp"
#include "support/golden.hpp"

namespace guicheng::test {

namespace {

/// Fingerprints change with every word of a rule; the report's wording does not.
std::string without_fingerprints(const std::string& text) {
    std::string out;
    std::string run;
    const auto flush = [&] {
        out += run.size() == 64 ? "<sha256>" : run;
        run.clear();
    };
    for (const char c : text) {
        const bool hexadecimal = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (hexadecimal) {
            run += c;
        } else {
            flush();
            out += c;
        }
    }
    flush();
    return out;
}

void check_replay(const std::string& rule, const std::string& name) {
    const Verdict verdict = judge(cases_of(rule) / (name + ".yaml"));
    for (const Language language : {Language::zh, Language::en}) {
        const std::string file = rule + "." + name + (language == Language::zh ? ".zh.txt" : ".en.txt");
        INFO(file);
        const std::string text = without_fingerprints(verdict.explain({language, true, false}));
        CHECK(text == support::golden(support::source_dir() / "tests" / "golden" / "replay" / file, text));
    }
}

}  // namespace

TEST_CASE("a replay reads as it was approved", "[examples]") {
    SECTION("valid") { check_replay("four-deliberations", "valid"); }
    SECTION("void: too few present") { check_replay("four-deliberations", "resolution.attendance"); }
    SECTION("undetermined: a number that nobody has set") { check_replay("six-step-method", "bill-notice.length-not-set"); }
}

}  // namespace guicheng::test
