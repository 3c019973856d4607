// Commands over rule files alone: check, explain, graph, new, schema.
#include <fstream>

#include "cli/commands.hpp"
#include "cli/picture.hpp"
#include "guicheng/desk/check.hpp"
#include "guicheng/desk/show.hpp"
#include "guicheng/guicheng.hpp"

namespace guicheng::cli {

namespace fs = std::filesystem;

namespace {

std::optional<std::string_view> view(const std::optional<std::string>& text) {
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

/// Writes to the file, or to the screen where none is named.
Exit deliver(const std::string& text, const std::optional<std::string>& out, bool overwrite, const Settings& settings) {
    if (!out) {
        print(text);
        return Exit::fine;
    }
    std::error_code ignored;
    if (!overwrite && fs::exists(*out, ignored)) {
        print_error(say("cli.exists", settings.language, {{"path", *out}}));
        return Exit::could_not_run;
    }
    std::ofstream stream(*out, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.close();
    if (!stream) {
        print_error(say("cli.cannot_write", settings.language, {{"path", *out}}));
        return Exit::could_not_run;
    }
    print_error(say("cli.written", settings.language, {{"path", *out}}));
    return Exit::fine;
}

/// "1 error", "2 errors": by the catalogue's two forms of the word.
std::string counted(const std::string& word, std::size_t number, const Settings& settings) {
    return say("cli.count." + word + (number == 1 ? "" : "s"), settings.language, {{"number", std::to_string(number)}});
}

/// What `--fix` wrote, line by line.
void print_changes(const desk::CheckReport& report, const Settings& settings) {
    for (const desk::CheckReport::Change& change : report.changes) {
        const std::string_view key = change.after.empty() ? "cli.check.deleted" : "cli.check.changed";
        const std::string place = change.file + ":" + std::to_string(change.line);
        print(say(key, settings.language, {{"place", place}, {"before", change.before}, {"after", change.after}}) + "\n");
    }
    if (report.fixed == 0) return;
    print(say("cli.check.fixed", settings.language, {{"count", counted("correction", report.fixed, settings)}}) + "\n");
}

}  // namespace

Exit check(const CheckArguments& arguments, const Settings& settings) {
    const auto paths = rules_or_default(arguments.paths, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    desk::CheckOptions options;
    options.language = settings.language;
    options.colour = settings.colour;
    options.fix = arguments.fix;
    options.json = arguments.json;
    const desk::CheckReport report = desk::check(paths, options);
    if (arguments.json) {
        print(report.json);
    } else {
        print(report.text);
        print_changes(report, settings);
        print(say("cli.check.summary", settings.language,
                  {{"files", counted("file", report.files, settings)},
                   {"procedures", counted("procedure", report.procedures, settings)},
                   {"errors", report.more_errors ? say("cli.check.at_least", settings.language, {{"number", std::to_string(report.errors)}})
                                                 : counted("error", report.errors, settings)},
                   {"warnings", counted("warning", report.warnings, settings)}}) +
              "\n");
    }
    for (const std::string& path : report.unwritten) print_error(say("cli.cannot_write", settings.language, {{"path", path}}));
    if (!report.unwritten.empty() || report.unread > 0) return Exit::could_not_run;
    const bool found = report.errors > 0 || (arguments.strict && report.warnings > 0);
    return found ? Exit::found : Exit::fine;
}

Exit explain(const ExplainArguments& arguments, const Settings& settings) {
    const auto paths = rules_or_default(arguments.paths, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    print(desk::explain(Library::load(paths, settings.language), view(arguments.name), settings.language));
    return Exit::fine;
}

Exit graph(const GraphArguments& arguments, const Settings& settings) {
    const auto paths = rules_or_default(arguments.paths, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    const Library library = Library::load(paths, settings.language);
    std::optional<Verdict> verdict;
    std::optional<std::string> name = arguments.name;
    // A file that can't be read is said also where no case is judged by it.
    const Calendar calendar = calendar_with(arguments.calendars, settings.language);
    if (arguments.case_path) {
        EvaluateOptions options;
        options.language = settings.language;
        options.calendar = calendar;
        const auto verdicts = evaluate(library, Case::read_file(*arguments.case_path, settings.language), options);
        for (const Verdict& candidate : verdicts) {
            if (!name || candidate.procedure().name == *name) {
                verdict = candidate;
                name = candidate.procedure().name;
                break;
            }
        }
    }
    const auto format = arguments.format == "mermaid" ? desk::GraphFormat::mermaid : desk::GraphFormat::dot;
    std::string text = desk::graph(library, view(name), format, settings.language, verdict ? &*verdict : nullptr);
    if (arguments.format == "svg") {
        auto svg = svg_of(text);
        if (!svg) {
            print_error(say("cli.no_dot", settings.language));
            return Exit::could_not_run;
        }
        text = std::move(*svg);
    }
    return deliver(text, arguments.out, true, settings);
}

Exit new_file(const NewArguments& arguments, const Settings& settings) {
    if (arguments.kind == "rule") {
        return deliver(desk::new_rule(arguments.name, settings.language), arguments.out, false, settings);
    }
    const auto paths = rules_or_default(arguments.rules, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    const Library library = Library::load(paths, settings.language);
    return deliver(desk::new_case(library, arguments.name, arguments.id, settings.language), arguments.out, false, settings);
}

Exit schema(const SchemaArguments& arguments, const Settings& settings) {
    const auto paths = rules_or_default(arguments.paths, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    print(desk::case_schema(Library::load(paths, settings.language), view(arguments.name)));
    return Exit::fine;
}

}  // namespace guicheng::cli
