// How the slips of case files are told, in both languages.
#include "support/golden.hpp"
#include "diag/render.hpp"
#include "reading.hpp"

using namespace guicheng;
using namespace guicheng::cases;

TEST_CASE("the rendered slips of case files look as they did when they were read and found right", "[cases]") {
    const auto folder = support::source_dir() / "tests/golden/cases";
    const auto procedure = support::village();
    std::size_t compared = 0;
    for (const auto& path : support::files_in(folder / "bad", ".yaml")) {
        diag::Sink sink;
        const auto source = std::make_shared<const base::SourceText>(path.filename().string(), support::read_file(path));
        CHECK_FALSE(read_case(source, FileFormat::yaml, procedure, sink));
        for (const auto& [language, ending] :
             {std::pair{messages::Language::zh, ".zh.txt"}, std::pair{messages::Language::en, ".en.txt"}}) {
            diag::Sink errors;
            for (const auto& it : sink.sorted())
                if (it.severity == diag::Severity::error) errors.add(it);
            const auto made = diag::render_all(errors.sorted(), {.language = language});
            INFO(path.stem().string() << ending);
            CHECK(support::golden(folder / (path.stem().string() + ending), made) == made);
            ++compared;
        }
    }
    CHECK(compared == 10);
}
