// Commands over cases: replay, test, trace.
#include <algorithm>
#include <set>

#include "cli/commands.hpp"
#include "guicheng/desk/show.hpp"
#include "guicheng/desk/tests.hpp"
#include "guicheng/guicheng.hpp"

namespace guicheng::cli {

namespace fs = std::filesystem;

namespace {

Exit exit_of(CaseStatus status) {
    switch (status) {
        case CaseStatus::valid:
        case CaseStatus::in_progress:
        case CaseStatus::not_applicable: return Exit::fine;
        case CaseStatus::flawed:
        case CaseStatus::void_: return Exit::found;
        case CaseStatus::undetermined: return Exit::undecided;
    }
    return Exit::could_not_run;
}

bool is_case_file(const fs::path& path) {
    const fs::path extension = path.extension();
    return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

/// The case files below the paths, in order of their names; clause catalogues (folders named sources) aside.
std::vector<fs::path> case_files(const std::vector<std::string>& paths) {
    std::set<fs::path> found;
    std::error_code ignored;
    for (const fs::path path : paths) {
        if (fs::is_regular_file(path, ignored) && is_case_file(path)) found.insert(path);
        if (!fs::is_directory(path, ignored)) continue;
        for (fs::recursive_directory_iterator it(path, ignored), end; it != end; it.increment(ignored)) {
            const bool catalogue = it->path().parent_path().filename() == "sources";
            if (it->is_regular_file(ignored) && is_case_file(it->path()) && !catalogue) found.insert(it->path());
        }
    }
    return {found.begin(), found.end()};
}

/// Rule paths among those given: folders and files that hold rules.
std::vector<std::string> rule_paths(const std::vector<std::string>& paths) {
    std::vector<std::string> found;
    std::error_code ignored;
    for (const std::string& path : paths) {
        if (fs::path(path).extension() == ".guicheng") found.push_back(path);
        if (!fs::is_directory(path, ignored)) continue;
        for (fs::recursive_directory_iterator it(path, ignored), end; it != end; it.increment(ignored)) {
            if (it->path().extension() == ".guicheng") {
                found.push_back(path);
                break;
            }
        }
    }
    return found;
}

struct Suite {
    std::vector<desk::CaseTest> tests;
    std::optional<Library> library;
};

/// What may be of several lines, each of them indented.
void print_lines(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        print("    " + desk::shown(text.substr(0, end)) + "\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Reads the rules and runs every case below the paths; nothing (with a sentence said) where it can't.
std::optional<Suite> run_suite(const std::vector<std::string>& paths, const std::vector<std::string>& rules,
                               const std::vector<std::string>& calendars, const Settings& settings) {
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (fs::exists(path, ignored)) continue;
        print_error(say("cli.not_found", settings.language, {{"path", path}}));
        return std::nullopt;
    }
    const Calendar calendar = calendar_with(calendars, settings.language);
    const auto chosen = rules_or_default(rules.empty() ? rule_paths(paths) : rules, settings.language);
    if (chosen.empty()) return std::nullopt;
    const auto files = case_files(paths);
    if (files.empty()) {
        print_error(say("cli.no_cases", settings.language));
        return std::nullopt;
    }
    Suite suite;
    suite.library = Library::load(chosen, settings.language);
    for (const fs::path& file : files) {
        try {
            const Case records = Case::read_file(file, settings.language);
            if (records.is_standing_file()) continue;
            suite.tests.push_back(desk::run_case_test(*suite.library, records, settings.language, calendar));
        } catch (const Error& error) {
            desk::CaseTest unreadable;
            unreadable.file = file.string();
            unreadable.differences.push_back(error.rendered());
            suite.tests.push_back(std::move(unreadable));
        }
    }
    return suite;
}

}  // namespace

Exit replay(const ReplayArguments& arguments, const Settings& settings) {
    if (arguments.ruler && arguments.format == "json") {
        print_error(say("cli.replay.ruler.json", settings.language));
        return Exit::could_not_run;
    }
    EvaluateOptions options;
    options.language = settings.language;
    options.version = arguments.version;
    if (arguments.as_of && !(options.as_of = read_date(*arguments.as_of, settings.language))) return Exit::could_not_run;
    if (arguments.on && !(options.on = read_date(*arguments.on, settings.language))) return Exit::could_not_run;
    options.calendar = calendar_with(arguments.calendars, settings.language);
    const auto paths = rules_or_default(arguments.rules, settings.language);
    if (paths.empty()) return Exit::could_not_run;

    const Library library = Library::load(paths, settings.language);
    const Case records = Case::read_file(arguments.case_path, settings.language);
    Remarks remarks;
    const std::vector<Verdict> verdicts = evaluate(library, records, options, remarks);
    if (!remarks.rendered.empty()) print_error(remarks.rendered);
    if (arguments.format == "json") {
        print(to_json(verdicts) + "\n");
    } else if (arguments.format == "html") {
        print(to_html(verdicts, {settings.language, !arguments.brief, arguments.ruler}));
    } else {
        print(explain(verdicts, {settings.language, !arguments.brief, arguments.ruler}));
    }
    Exit exit = Exit::fine;
    for (const Verdict& verdict : verdicts) exit = worst(exit, exit_of(verdict.status()));
    return exit;
}

Exit test(const TestArguments& arguments, const Settings& settings) {
    const auto suite = run_suite(arguments.paths, arguments.rules, arguments.calendars, settings);
    if (!suite) return Exit::could_not_run;
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t silent = 0;
    for (const desk::CaseTest& test : suite->tests) {
        const bool compared = test.has_expected || !test.passed;
        ++(!compared ? silent : test.passed ? passed : failed);
        const std::string_view mark = !compared ? "- " : test.passed ? "✓ " : "✗ ";
        const std::string_view said = !compared ? "cli.test.no_expected" : test.passed ? "cli.test.passed" : "cli.test.differs";
        print(std::string(mark) + desk::shown(test.file) + "  " + say(said, settings.language) + "\n");
        for (const std::string& difference : test.differences) print_lines(difference);
    }
    std::string summary =
        say("cli.test.summary", settings.language,
            {{"total", std::to_string(suite->tests.size())}, {"passed", std::to_string(passed)}, {"failed", std::to_string(failed)}});
    if (silent > 0) summary += say("cli.test.silent", settings.language, {{"count", std::to_string(silent)}});
    print(summary + "\n");
    if (passed + failed == 0) {
        print_error(say("cli.test.nothing", settings.language));
        return Exit::could_not_run;
    }
    return failed == 0 ? Exit::fine : Exit::found;
}

Exit trace(const TraceArguments& arguments, const Settings& settings) {
    const auto suite = run_suite(arguments.paths, arguments.rules, arguments.calendars, settings);
    if (!suite) return Exit::could_not_run;
    print(desk::trace(*suite->library, suite->tests, {settings.language, arguments.json, arguments.all}));
    return Exit::fine;
}

}  // namespace guicheng::cli
