// What must stay in its own room: Chinese in its tables, clocks and the environment outside the library.
#include <set>

#include "architecture/tree.hpp"
#include "support/catch.hpp"

namespace {

/// Whether a line of code (its comment aside) holds a Chinese character (U+3400–U+9FFF: three bytes that begin with E3–E9).
bool has_chinese(const std::string& line) {
    const std::string code = line.substr(0, line.find("//"));
    for (std::size_t i = 0; i + 2 < code.size(); ++i) {
        const auto a = static_cast<unsigned char>(code[i]);
        const auto b = static_cast<unsigned char>(code[i + 1]);
        if ((a == 0xE3 && b >= 0x90) || (a >= 0xE4 && a <= 0xE9)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Chinese in code stands in the keyword table, the catalogues and the case keys only", "[architecture]") {
    const std::set<std::string> rooms = {"syntax/keywords.hpp", "syntax/keywords.cpp", "syntax/habits.cpp",
                                         "cases/keys.hpp",      "cases/keys.cpp",      "cases/habits.cpp"};
    for (const auto& path : architecture::cpp_files("src")) {
        const auto relative = std::filesystem::relative(path, architecture::root() / "src").generic_string();
        if (rooms.count(relative) != 0 || relative.rfind("messages/", 0) == 0) continue;
        std::size_t number = 0;
        for (const auto& line : architecture::lines_of(path)) {
            ++number;
            INFO(relative << ":" << number << ": " << line);
            CHECK_FALSE(has_chinese(line));
        }
    }
}

TEST_CASE("the library reads no clock and no environment and never prints", "[architecture]") {
    for (const auto& path : architecture::cpp_files("src")) {
        const auto relative = std::filesystem::relative(path, architecture::root() / "src").generic_string();
        if (relative.rfind("cli/", 0) == 0) continue;
        const std::string text = architecture::text_of(path);
        INFO(relative);
        for (const char* word : {"getenv", "system_clock", "std::time(", "std::cout", "std::cerr", "printf(", "std::abort", "std::exit"}) {
            INFO(word);
            if (relative.rfind("messages/", 0) == 0) continue;  // the generator of the table is a program of the build
            CHECK(text.find(word) == std::string::npos);
        }
    }
}
