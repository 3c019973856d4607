// How diagnostics look, in both languages.
#include "support/golden.hpp"
#include "unit/syntax/parsing.hpp"

using namespace guicheng;

TEST_CASE("the rendered slips look as they did when they were read and found right") {
    const auto folder = support::source_dir() / "tests/golden/diag";
    std::size_t compared = 0;
    for (const auto* topic : {"glued-after", "typo-after", "traditional-procedure", "habit-shall", "brace-unclosed", "paren-unclosed",
                              "zero-width", "symbol-ge", "bare-month", "no-comparison", "indent-except", "mixed-and-or"}) {
        for (const auto& path : support::files_in(folder / "bad", ".guicheng")) {
            const auto stem = path.stem().string();
            if (stem.size() < 4 || stem.substr(2, 1) != "-" || stem.substr(3) != topic) continue;
            diag::Sink sink;
            syntax::parse(std::make_shared<base::SourceText>(path.filename().string(), support::read_file(path)), sink);
            for (const auto& [language, ending] :
                 {std::pair{messages::Language::zh, ".zh.txt"}, std::pair{messages::Language::en, ".en.txt"}}) {
                const auto made = diag::render_all(sink.sorted(), {.language = language});
                INFO(stem << ending);
                CHECK(support::golden(folder / (std::string(topic) + ending), made) == made);
                ++compared;
            }
        }
    }
    CHECK(compared == 24);
}
