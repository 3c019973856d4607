// The guicheng command: reads the line, calls one function, ends with its exit code.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <functional>

#include "cli/commands.hpp"
#include "guicheng/types.hpp"

namespace guicheng::cli {

namespace {

/// Builds the sub-commands; `chosen` becomes the call that the line asks for.
class CommandLine {
public:
    CommandLine(Settings& settings, std::function<Exit()>& chosen)
        : app_(say("cli.description", settings.language), "guicheng"), settings_(settings), chosen_(chosen) {
        app_.footer(say("cli.footer", settings.language));
        app_.require_subcommand(1);
        speak(*app_.get_formatter());
        app_.set_help_flag("-h,--help", text("cli.help"));
        app_.option_defaults()->group(text("cli.group.options"));
        app_.get_help_ptr()->group(text("cli.group.options"));
        app_.set_version_flag("--version", std::string("guicheng ") + GUICHENG_VERSION, text("cli.show_version"))
            ->group(text("cli.group.options"));
        app_.fallthrough();
        app_.add_option("--lang", language_, text("cli.lang"))->check(CLI::IsMember({"zh", "en"}));
        app_.add_option("--color", colour_, text("cli.colour"))->check(CLI::IsMember({"auto", "always", "never"}));
        add_check();
        add_replay();
        add_explain();
        add_graph();
        add_new();
        add_test();
        add_trace();
        add_schema();
    }

    CLI::App& app() { return app_; }
    const std::string& colour() const { return colour_; }

    /// What is wrong with the line, and where its help is.
    std::string complaint(const CLI::ParseError& error) const {
        std::string command = "guicheng";
        std::vector<std::string> unknown = app_.remaining(true);
        for (const CLI::App* sub : app_.get_subcommands()) {
            command += " " + sub->get_name();
            for (std::string& word : sub->remaining()) unknown.push_back(std::move(word));
        }
        std::string said;
        // A word that nobody knows is the mistake, also where something that must be given is missing because of it.
        if (!unknown.empty()) {
            said = say("cli.usage.unknown", settings_.language, {{"word", unknown.front()}});
        } else if (app_.get_subcommands().empty() && error.get_name() == "RequiredError") {
            said = text("cli.usage.no_command");
        } else if (error.get_name() == "RequiredError") {
            const std::string detail = error.what();
            said = say("cli.usage.missing", settings_.language, {{"name", detail.substr(0, detail.find(' '))}});
        } else {
            said = say("cli.usage.wrong", settings_.language, {{"detail", error.what()}});
        }
        return said + "\n" + say("cli.usage.help", settings_.language, {{"command", command}});
    }

private:
    void speak(CLI::FormatterBase& formatter) const {
        formatter.label("Usage", text("cli.label.usage"));
        formatter.label("OPTIONS", text("cli.group.options"));
        formatter.label("SUBCOMMAND", text("cli.label.command"));
        formatter.label("Positionals", text("cli.label.positionals"));
        formatter.label("REQUIRED", text("cli.label.required"));
        formatter.label("Excludes", text("cli.label.excludes"));
    }
    std::string text(std::string_view key) const { return say(key, settings_.language); }

    CLI::App* command(const std::string& name, std::string_view key, std::function<Exit()> call) {
        CLI::App* sub = app_.add_subcommand(name, text(key));
        sub->group(text("cli.group.commands"));
        sub->get_help_ptr()->group(text("cli.group.options"));
        sub->callback([this, call] { chosen_ = call; });
        return sub;
    }

    void add_check() {
        CLI::App* sub = command("check", "cli.check", [this] { return cli::check(check_, settings_); });
        sub->add_option("RULES", check_.paths, text("cli.rules_paths"));
        sub->add_flag("--strict", check_.strict, text("cli.check.strict"));
        sub->add_flag("--fix", check_.fix, text("cli.check.fix"));
        sub->add_flag("--json", check_.json, text("cli.check.json"));
    }
    void add_replay() {
        CLI::App* sub = command("replay", "cli.replay", [this] { return cli::replay(replay_, settings_); });
        sub->add_option("CASE", replay_.case_path, text("cli.case_path"))->required();
        sub->add_option("--rules", replay_.rules, text("cli.rules"));
        auto* version = sub->add_option("--version,--version-label", replay_.version, text("cli.version"));
        sub->add_option("--on", replay_.on, text("cli.on"))->excludes(version);
        sub->add_option("--as-of", replay_.as_of, text("cli.as_of"));
        sub->add_option("--format", replay_.format, text("cli.replay.format"))->check(CLI::IsMember({"text", "json", "html"}));
        sub->add_flag("--brief", replay_.brief, text("cli.replay.brief"));
        sub->add_flag("--ruler", replay_.ruler, text("cli.replay.ruler"));
    }
    void add_explain() {
        CLI::App* sub = command("explain", "cli.explain", [this] { return cli::explain(explain_, settings_); });
        sub->add_option("RULES", explain_.paths, text("cli.rules_paths"));
        sub->add_option("--name", explain_.name, text("cli.explain.name"));
    }
    void add_graph() {
        CLI::App* sub = command("graph", "cli.graph", [this] { return cli::graph(graph_, settings_); });
        sub->add_option("RULES", graph_.paths, text("cli.rules_paths"));
        sub->add_option("--name", graph_.name, text("cli.explain.name"));
        sub->add_option("--case", graph_.case_path, text("cli.graph.case"));
        sub->add_option("--format", graph_.format, text("cli.graph.format"))->check(CLI::IsMember({"svg", "dot", "mermaid"}));
        sub->add_option("-o,--out", graph_.out, text("cli.graph.out"));
    }
    void add_new() {
        CLI::App* sub = command("new", "cli.new", [this] { return cli::new_file(new_, settings_); });
        sub->add_option("KIND", new_.kind, text("cli.new.kind"))->required()->check(CLI::IsMember({"rule", "case"}));
        sub->add_option("NAME", new_.name, text("cli.new.name"))->required();
        sub->add_option("--id", new_.id, text("cli.new.id"));
        sub->add_option("--rules", new_.rules, text("cli.rules"));
        sub->add_option("-o,--out", new_.out, text("cli.graph.out"));
    }
    void add_test() {
        CLI::App* sub = command("test", "cli.test", [this] { return cli::test(test_, settings_); });
        sub->add_option("PATHS", test_.paths, text("cli.test.paths"))->required();
        sub->add_option("--rules", test_.rules, text("cli.rules"));
    }
    void add_trace() {
        CLI::App* sub = command("trace", "cli.trace", [this] { return cli::trace(trace_, settings_); });
        sub->add_option("PATHS", trace_.paths, text("cli.test.paths"))->required();
        sub->add_option("--rules", trace_.rules, text("cli.rules"));
        sub->add_flag("--all", trace_.all, text("cli.trace.all"));
        sub->add_flag("--json", trace_.json, text("cli.check.json"));
    }
    void add_schema() {
        CLI::App* sub = command("schema", "cli.schema", [this] { return cli::schema(schema_, settings_); });
        sub->add_option("RULES", schema_.paths, text("cli.rules_paths"));
        sub->add_option("--name", schema_.name, text("cli.explain.name"));
    }

    CLI::App app_;
    Settings& settings_;
    std::function<Exit()>& chosen_;
    std::string language_;
    std::string colour_ = "auto";
    CheckArguments check_;
    ReplayArguments replay_;
    ExplainArguments explain_;
    GraphArguments graph_;
    NewArguments new_;
    TestArguments test_;
    TraceArguments trace_;
    SchemaArguments schema_;
};

Exit run(int argc, char** argv) {
    Settings settings;
    settings.language = language_of(argc, argv);
    std::function<Exit()> chosen;
    CommandLine line(settings, chosen);
    try {
        line.app().parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are asked for, everything else is a usage error.
        if (error.get_exit_code() == 0) return line.app().exit(error) == 0 ? Exit::fine : Exit::could_not_run;
        print_error(line.complaint(error));
        return Exit::could_not_run;
    }
    settings.colour = colour_wanted(line.colour(), 1);
    return chosen();
}

}  // namespace

}  // namespace guicheng::cli

int main(int argc, char** argv) {
    try {
        return static_cast<int>(guicheng::cli::run(argc, argv));
    } catch (const guicheng::Error& error) {
        guicheng::cli::report(error);
    } catch (const std::exception& error) {
        guicheng::cli::print_error(error.what());
    }
    return static_cast<int>(guicheng::cli::Exit::could_not_run);
}
