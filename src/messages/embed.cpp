// embed OUTPUT.cpp INPUT.txt… — turns the files of sentences into a C++ table. A malformed file, a key that stands
// twice and a sentence that is missing stop the build with file and line.
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

struct Block {
    std::map<std::string, std::string> parts;
    std::string place;
};

[[noreturn]] void fail(const std::string& place, const std::string& what) {
    std::cerr << place << ": " << what << '\n';
    std::exit(1);
}

std::string literal(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == '"') {
            out += '\\';
            out += c;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

void add(std::map<std::string, Block>& blocks, const std::string& key, Block block) {
    if (key.empty()) return;
    for (const char* part : {"zh", "en"})
        if (block.parts[part].empty()) fail(block.place, key + " lacks " + part);
    if (block.parts["help.zh"].empty() != block.parts["help.en"].empty()) fail(block.place, key + " has help in one language only");
    const auto [it, fresh] = blocks.emplace(key, std::move(block));
    if (!fresh) fail(it->second.place, key + " stands twice");
}

void read(const std::string& path, std::map<std::string, Block>& blocks) {
    std::ifstream in(path, std::ios::binary);
    if (!in) fail(path, "cannot be read");
    std::string key, line, last;
    Block block;
    std::size_t held_blanks = 0;  // within an example, until its next line
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const std::string place = path + ":" + std::to_string(number);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const bool example_goes_on = last == "example" && line.starts_with("    ");
        if (held_blanks > 0 && !example_goes_on) {
            add(blocks, key, std::move(block));
            key.clear();
            last.clear();
            block = {};
        }
        if (!line.empty() && !example_goes_on) held_blanks = 0;
        if (line.empty() && last == "example") {
            ++held_blanks;
        } else if (line.empty()) {
            add(blocks, key, std::move(block));
            key.clear();
            last.clear();
            block = {};
        } else if (example_goes_on) {
            auto& example = block.parts[last];
            example.append(held_blanks, '\n');
            held_blanks = 0;
            if (!example.empty()) example += '\n';
            example += line.substr(4);
        } else if (line[0] == '#') {
            continue;
        } else if (key.empty()) {
            if (line.find_first_of(" :") != std::string::npos) fail(place, "a key is one word");
            key = line;
            block.place = place;
        } else {
            const auto colon = line.find(':');
            last = line.substr(0, colon);
            const bool part = last == "zh" || last == "en" || last == "help.zh" || last == "help.en" || last == "example";
            if (colon == std::string::npos || !part) fail(place, "expected zh, en, help.zh, help.en or example");
            if (block.parts.contains(last)) fail(place, last + " stands twice");
            const auto begin = line.find_first_not_of(' ', colon + 1);
            block.parts[last] = begin == std::string::npos ? "" : line.substr(begin);
        }
    }
    add(blocks, key, std::move(block));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) fail("embed", "no output named");
    std::map<std::string, Block> blocks;
    for (int i = 2; i < argc; ++i) read(argv[i], blocks);
    std::ofstream out(argv[1], std::ios::binary);
    out << "#include \"messages/catalogue_rows.hpp\"\n\nnamespace guicheng::messages {\nnamespace {\n\n"
           "constexpr Row table[] = {\n";
    for (auto& [key, block] : blocks) {
        out << "    {" << literal(key);
        for (const char* part : {"zh", "en", "help.zh", "help.en", "example"}) out << ", " << literal(block.parts[part]);
        out << "},\n";
    }
    out << "};\n\n}  // namespace\n\nstd::span<const Row> rows() { return table; }\n\n}  // namespace "
           "guicheng::messages\n";
    return out.flush() ? 0 : 1;
}
