#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "guicheng/desk/show.hpp"
#include "messages/catalogue.hpp"

#ifndef GUICHENG_INSTALLED_RULES
#define GUICHENG_INSTALLED_RULES ""
#endif

namespace guicheng::cli {

namespace {

int severity(Exit exit) {
    switch (exit) {
        case Exit::could_not_run: return 3;
        case Exit::found: return 2;
        case Exit::undecided: return 1;
        case Exit::fine: return 0;
    }
    return 3;
}

messages::Language catalogue(Language language) {
    return language == Language::zh ? messages::Language::zh : messages::Language::en;
}

}  // namespace

Exit worst(Exit a, Exit b) {
    return severity(a) >= severity(b) ? a : b;
}

Language language_of(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--lang" && i + 1 < argc) return std::string_view(argv[i + 1]) == "en" ? Language::en : Language::zh;
        if (argument.substr(0, 7) == "--lang=") return argument.substr(7) == "en" ? Language::en : Language::zh;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
        if (value == nullptr || *value == '\0') continue;
        return std::string_view(value).substr(0, 2) == "en" ? Language::en : Language::zh;
    }
    return Language::zh;
}

std::string say(std::string_view key, Language language, const Values& values) {
    // What came from outside (paths, words of the line) neither steers the terminal nor breaks the line.
    Values shown = values;
    for (auto& value : shown) value.second = desk::shown(value.second);
    return messages::format(messages::find(key, catalogue(language)), shown);
}

bool colour_wanted(std::string_view when, int file_descriptor) {
    if (when == "always") return true;
    if (when == "never" || std::getenv("NO_COLOR") != nullptr) return false;  // NOLINT(concurrency-mt-unsafe)
    return isatty(file_descriptor) == 1;
}

void print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_error(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

std::optional<Date> read_date(const std::string& text, Language language) {
    auto date = Date::read(text);
    if (!date) print_error(say("cli.bad_date", language, {{"text", text}}));
    return date;
}

std::vector<std::filesystem::path> rules_or_default(const std::vector<std::string>& given, Language language) {
    if (!given.empty()) return {given.begin(), given.end()};
    std::error_code ignored;
    if (std::filesystem::is_directory("rules", ignored)) return {"rules"};
    const std::filesystem::path installed = GUICHENG_INSTALLED_RULES;
    if (!installed.empty() && std::filesystem::is_directory(installed, ignored)) return {installed};
    print_error(say("cli.no_rules", language));
    return {};
}

Calendar calendar_with(const std::vector<std::string>& files, Language language) {
    Calendar calendar = Calendar::built_in();
    for (const std::string& file : files) calendar = calendar.extended_by_file(file, language);
    return calendar;
}

void report(const Error& error) {
    std::fwrite(error.rendered().data(), 1, error.rendered().size(), stderr);
}

}  // namespace guicheng::cli
