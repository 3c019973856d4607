// The pipeline is the architecture: a stage includes only what stands above it, and a library's headers are seen by one folder.
#include <map>
#include <optional>
#include <set>

#include "architecture/tree.hpp"
#include "support/catch.hpp"

namespace {

const std::vector<std::string> stages = {"base",    "messages", "diag",  "calendar", "formats", "syntax", "model",  "graph",
                                         "program", "library",  "cases", "verdict",  "eval",    "report", "engine", "cli"};

std::size_t rank(const std::string& stage) {
    const auto found = std::find(stages.begin(), stages.end(), stage);
    return static_cast<std::size_t>(found - stages.begin());
}

/// What stands between the quotes or brackets of an include line.
std::optional<std::string> included(const std::string& line) {
    const auto start = line.find_first_not_of(" \t");
    if (start == std::string::npos || line.compare(start, 8, "#include") != 0) return std::nullopt;
    const auto open = line.find_first_of("\"<", start);
    const auto close = line.find_first_of("\">", open + 1);
    if (open == std::string::npos || close == std::string::npos) return std::nullopt;
    return line.substr(open + 1, close - open - 1);
}

/// Third-party headers by the start of their names, and the one folder that sees them (empty: all of src).
const std::map<std::string, std::string> third_party = {{"tao/", "syntax"},      {"boost/", "graph"},    {"yaml-cpp/", "formats"},
                                                        {"simdjson", "formats"}, {"pugixml", "formats"}, {"openssl/", "base"},
                                                        {"CLI/", "cli"},         {"fmt/", ""},           {"nlohmann/", "-"},
                                                        {"catch2/", "-"}};

std::set<std::string> offences() {
    std::set<std::string> found;
    for (const auto& path : architecture::cpp_files("src")) {
        const auto relative = std::filesystem::relative(path, architecture::root() / "src");
        const std::string stage = relative.begin()->string();
        if (rank(stage) == stages.size()) found.insert(relative.string() + " is in no stage");
        for (const auto& line : architecture::lines_of(path)) {
            const auto name = included(line);
            if (!name) continue;
            const std::string said = relative.string() + " includes " + *name;
            for (const auto& [prefix, owner] : third_party) {
                if (name->rfind(prefix, 0) == 0 && !owner.empty() && owner != stage) found.insert(said);
            }
            const auto slash = name->find('/');
            const std::string first = name->substr(0, slash);
            if (first == "guicheng") {
                if (stage != "engine" && stage != "cli") found.insert(said);
            } else if (slash != std::string::npos && rank(first) < stages.size()) {
                if (rank(first) > rank(stage)) found.insert(said);
                // The command calls the public headers; of the stages it knows only the sentences.
                if (stage == "cli" && first != "cli" && first != "messages") found.insert(said);
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("includes run one way along the pipeline", "[architecture]") {
    const auto found = offences();
    for (const auto& offence : found) UNSCOPED_INFO(offence);
    CHECK(found.empty());
}

TEST_CASE("the evaluator includes no reader and no library code", "[architecture]") {
    for (const auto& path : architecture::cpp_files("src/eval")) {
        for (const auto& line : architecture::lines_of(path)) {
            const auto name = included(line);
            if (!name) continue;
            INFO(path << ": " << line);
            for (const char* stage : {"formats/", "syntax/", "library/", "diag/", "messages/"}) CHECK(name->rfind(stage, 0) != 0);
            CHECK(*name != "chrono");
            CHECK(*name != "ctime");
        }
    }
}

TEST_CASE("public headers include the standard library and each other only", "[architecture]") {
    for (const auto& path : architecture::cpp_files("include")) {
        for (const auto& line : architecture::lines_of(path)) {
            const auto name = included(line);
            if (!name) continue;
            INFO(path << ": " << line);
            const bool own = name->rfind("guicheng/", 0) == 0;
            const bool standard = name->find('/') == std::string::npos && name->find('.') == std::string::npos;
            CHECK((own || standard));
        }
    }
}
