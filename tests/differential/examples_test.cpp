// On every example case both evaluators say the same, today's and as of each day on which something was recorded.
#include <set>

#include "cases/heading.hpp"
#include "cases/read_case.hpp"
#include "differential/compare.hpp"
#include "library/files.hpp"
#include "library/library.hpp"
#include "support/catch.hpp"

using namespace guicheng;

TEST_CASE("both evaluators agree on every example, as of every recorded day", "[differential]") {
    const std::filesystem::path root = GUICHENG_SOURCE_DIR;
    diag::Sink sink;
    const auto rules = library::load({root / "rules"}, sink);
    REQUIRE_FALSE(sink.has_errors());
    std::size_t compared = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "examples")) {
        if (entry.path().extension() != ".yaml" || entry.path().parent_path().filename() == "sources") continue;
        diag::Sink own;
        const auto source = library::read_file(entry.path(), std::size_t{1} << 20, own);
        formats::Tape tape;
        REQUIRE(cases::read_tape(source, cases::FileFormat::yaml, tape, own));
        const auto heading = cases::peek(tape);
        for (const auto name : heading.procedures) {
            const auto versions = rules.named(name);
            if (versions.empty()) continue;  // an example with a rule of its own
            const auto& version = *versions.front();
            const auto file = cases::bind(tape, source, *version.model, own);
            INFO(entry.path());
            REQUIRE(file);
            std::set<base::Day> days;
            for (const auto& act : file->acts) {
                if (act.dated) days.insert(act.start.day), days.insert(act.start.day - 1), days.insert(act.end.day);
            }
            CHECK(differential::difference(*version.program, *version.model, *file, calendar::built_in(), std::nullopt) == "");
            ++compared;
            for (const auto day : days) {
                INFO(base::iso(day));
                CHECK(differential::difference(*version.program, *version.model, *file, calendar::built_in(), day) == "");
                ++compared;
            }
        }
    }
    CHECK(compared > 1000);
}
