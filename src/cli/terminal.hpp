#pragma once
// What the command knows of its surroundings: language, terminal, where the rules are, how it ends.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guicheng/calendar.hpp"
#include "guicheng/types.hpp"

namespace guicheng::cli {

/// How the command ends; over several cases the worst in the order could_not_run, found, undecided, fine.
enum class Exit : int { fine = 0, found = 1, undecided = 2, could_not_run = 3 };
Exit worst(Exit a, Exit b);

struct Settings {
    Language language = Language::zh;
    bool colour = false;
};

/// --lang on the line, else LC_ALL, LC_MESSAGES, LANG; Chinese where none of them says English.
Language language_of(int argc, char** argv);

using Values = std::vector<std::pair<std::string, std::string>>;
/// A sentence of the catalogue.
std::string say(std::string_view key, Language language, const Values& values = {});

bool colour_wanted(std::string_view when, int file_descriptor);

void print(std::string_view text);
void print_error(std::string_view text);

/// Reads a date given on the command line; says what is wrong and gives nothing where it is none.
std::optional<Date> read_date(const std::string& text, Language language);

/// The paths given, else ./rules, else the installed rules; empty (with a sentence on stderr) where there are none.
std::vector<std::filesystem::path> rules_or_default(const std::vector<std::string>& given, Language language);

/// The calendar compiled in with the files on top, later ones over earlier. Throws Error where one is wrong.
Calendar calendar_with(const std::vector<std::string>& files, Language language);

/// Prints every message of the error with its source line.
void report(const Error& error);

}  // namespace guicheng::cli
