// Commands over rule files alone: check, explain, graph, new, schema.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "cli/commands.hpp"
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

/// Graphviz lays the picture out: `dot` reads a file in the temporary folder, its output is read back.
std::optional<std::string> svg_of(const std::string& dot_text) {
    std::error_code failed;
    const fs::path folder = fs::temp_directory_path(failed);
    if (failed) return std::nullopt;
    std::string name = (folder / "guicheng-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) return std::nullopt;
    std::FILE* file = fdopen(descriptor, "wb");
    std::fwrite(dot_text.data(), 1, dot_text.size(), file);
    std::fclose(file);
    std::string svg;
    // The name is made by mkstemp: no character in it needs quoting.
    std::FILE* pipe = popen(("dot -Tsvg " + name + " 2>/dev/null").c_str(), "r");  // NOLINT(cert-env33-c)
    if (pipe != nullptr) {
        char buffer[4096];
        for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) svg.append(buffer, got);
        if (pclose(pipe) != 0) svg.clear();
    }
    fs::remove(name, failed);
    return svg.empty() ? std::nullopt : std::optional<std::string>(std::move(svg));
}

}  // namespace

Exit check(const CheckArguments& arguments, const Settings& settings) {
    const auto paths = rules_or_default(arguments.paths, settings.language);
    if (paths.empty()) return Exit::could_not_run;
    desk::CheckOptions options;
    options.language = settings.language;
    options.colour = settings.colour;
    options.fix = arguments.fix;
    const desk::CheckReport report = desk::check(paths, options);
    if (arguments.json) {
        print(report.json);
    } else {
        print(report.text);
        if (report.fixed > 0) print(say("cli.check.fixed", settings.language, {{"count", std::to_string(report.fixed)}}) + "\n");
        print(say("cli.check.summary", settings.language,
                  {{"files", std::to_string(report.files)},
                   {"procedures", std::to_string(report.procedures)},
                   {"errors", std::to_string(report.errors)},
                   {"warnings", std::to_string(report.warnings)}}) +
              "\n");
    }
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
    if (arguments.case_path) {
        EvaluateOptions options;
        options.language = settings.language;
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
