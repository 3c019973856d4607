// Every complete sample of the docs parses.
#include "architecture/tree.hpp"
#include "diag/render.hpp"
#include "support/catch.hpp"
#include "syntax/parse.hpp"

namespace {

struct Sample {
    std::string where;
    std::string text;
};

/// The blocks fenced as ```guicheng; ```guicheng-fragment marks a piece that is no whole file.
std::vector<Sample> samples(const std::filesystem::path& page) {
    std::vector<Sample> found;
    bool inside = false;
    std::size_t number = 0;
    for (const auto& line : architecture::lines_of(page)) {
        ++number;
        if (!inside && line == "```guicheng") {
            inside = true;
            found.push_back({page.filename().string() + ":" + std::to_string(number), {}});
        } else if (inside && line == "```") {
            inside = false;
        } else if (inside) {
            found.back().text += line + "\n";
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every complete sample of the docs parses", "[architecture]") {
    std::size_t count = 0;
    std::vector<std::filesystem::path> pages = {architecture::root() / "README.md", architecture::root() / "README.zh.md"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(architecture::root() / "docs")) {
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    }
    for (const auto& page : pages) {
        for (const auto& sample : samples(page)) {
            ++count;
            guicheng::diag::Sink sink;
            const auto source = std::make_shared<const guicheng::base::SourceText>(sample.where, sample.text);
            const auto file = guicheng::syntax::parse(source, sink);
            INFO(guicheng::diag::render_all(sink.entries(), {}));
            CHECK(file.has_value());
        }
    }
    CHECK(count > 0);
}
