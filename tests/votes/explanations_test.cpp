// What is said of a vote of one class, of several ways and of a threshold that a vote has set, in both languages, as it was read and found
// right.
#include <filesystem>
#include <sstream>

#include "guicheng/guicheng.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"

namespace {

/// The lines that end with the id of a threshold.
std::string thresholds_of(const std::string& text) {
    std::istringstream lines(text);
    std::string out, line;
    while (std::getline(lines, line))
        for (const char* kind : {".到会", ".赞成", ".最少", ".票数", ".名册"})
            if (line.find(kind) != std::string::npos && line.find_first_not_of(' ') > 0) {
                out += line.substr(line.find_first_not_of(' ')) + "\n";
                break;
            }
    return out;
}

}  // namespace

TEST_CASE("votes are explained with the figures of each class and of each way", "[votes]") {
    const auto root = guicheng::support::source_dir() / "tests" / "conformance";
    const struct {
        const char* folder;
        const char* name;
    } cases[] = {{"56-classes-and-ways", "one-household-short"},  {"56-classes-and-ways", "two-thirds-of-households"},
                 {"56-classes-and-ways", "members-tie"},          {"56-classes-and-ways", "households-not-recorded"},
                 {"56-classes-and-ways", "roll-without-classes"}, {"56-classes-and-ways", "class-count-differs-from-roll"},
                 {"56-classes-and-ways", "class-more-than-all"},  {"57-threshold-set-by-a-vote", "one-below"},
                 {"57-threshold-set-by-a-vote", "not-recorded"}};
    for (const auto language : {guicheng::Language::zh, guicheng::Language::en}) {
        std::string said;
        for (const auto& [folder, name] : cases) {
            const auto library = guicheng::Library::load({root / folder / "rule.guicheng"});
            const auto records = guicheng::Case::read_file(root / folder / (std::string(name) + ".yaml"));
            said += std::string(name) + "\n" +
                    thresholds_of(guicheng::evaluate(library, records).front().explain({language, true, false})) + "\n";
        }
        const auto file =
            guicheng::support::source_dir() / "tests" / "golden" / "votes" / (language == guicheng::Language::zh ? "zh.txt" : "en.txt");
        CHECK(said == guicheng::support::golden(file, said));
    }
}
