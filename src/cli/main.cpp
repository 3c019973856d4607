// The guicheng command: reads the line, calls one function, ends with its exit code.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <functional>
#include <utility>

#include "cli/commands.hpp"
#include "guicheng/desk/show.hpp"
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
        add_next();
        add_explain();
        add_graph();
        add_new();
        add_test();
        add_trace();
        add_schema();
        add_calendar();
    }

    CLI::App& app() { return app_; }
    const std::string& colour() const { return colour_; }

    /// What is wrong with the line, and where its help is.
    std::string complaint(const CLI::ParseError& error) const {
        std::string command = "guicheng";
        std::vector<std::string> unknown = app_.remaining(true);
        const CLI::App* last = &app_;
        while (!last->get_subcommands().empty()) {
            last = last->get_subcommands().front();
            command += " " + last->get_name();
            for (std::string& word : last->remaining()) unknown.push_back(std::move(word));
        }
        const bool required = error.get_name() == "RequiredError";
        std::string said;
        // A word that nobody knows is the mistake, also where something that must be given is missing because of it.
        if (!unknown.empty()) {
            said = say("cli.usage.unknown", settings_.language, {{"word", unknown.front()}});
        } else if (last == &app_ && required) {
            said = text("cli.usage.no_command");
        } else if (last->get_name() == "calendar" && required) {
            said = text("cli.calendar.no_question");
        } else if (required) {
            const std::string detail = error.what();
            said = say("cli.usage.missing", settings_.language, {{"name", detail.substr(0, detail.find(' '))}});
        } else {
            said = in_own_words(error);
        }
        return said + "\n" + say("cli.usage.help", settings_.language, {{"command", command}});
    }

private:
    /// The parser's own sentences are English; what they name is said in the reader's language.
    std::string in_own_words(const CLI::ParseError& error) const {
        const std::string detail = error.what();
        const auto between = [&](std::string_view begin, std::string_view end) {
            const auto from = begin.empty() ? 0 : detail.find(begin) + begin.size();
            const auto to = end.empty() ? detail.size() : detail.find(end, from);
            return detail.substr(from, to - from);
        };
        const auto has = [&](std::string_view words) { return detail.find(words) != std::string::npos; };
        if (has(" excludes "))
            return say("cli.usage.together", settings_.language,
                       {{"option", between("", " excludes ")}, {"other", between(" excludes ", "")}});
        if (has(": ") && has(" not in {") && has("}"))
            return say("cli.usage.one_of", settings_.language,
                       {{"option", between("", ": ")}, {"value", between(": ", " not in {")}, {"words", between(" not in {", "}")}});
        if (has(" required ") && has(" missing") && has(": "))
            return say("cli.usage.no_value", settings_.language, {{"option", between("", ": ")}});
        if (has("Could not convert: ") && has(" = "))
            return say("cli.usage.value", settings_.language,
                       {{"option", between("Could not convert: ", " = ")}, {"value", between(" = ", "")}});
        return text("cli.usage.wrong");
    }
    void speak(CLI::FormatterBase& formatter) const {
        formatter.label("Usage", text("cli.label.usage"));
        formatter.label("OPTIONS", text("cli.group.options"));
        formatter.label("SUBCOMMAND", text("cli.label.command"));
        formatter.label("Positionals", text("cli.label.positionals"));
        formatter.label("REQUIRED", text("cli.label.required"));
        formatter.label("Excludes", text("cli.label.excludes"));
    }
    std::string text(std::string_view key) const { return say(key, settings_.language); }

    CLI::App* command(const std::string& name, std::string_view key, std::function<Exit()> call, CLI::App* above = nullptr) {
        CLI::App* sub = (above != nullptr ? above : &app_)->add_subcommand(name, text(key));
        sub->group(text("cli.group.commands"));
        sub->get_help_ptr()->group(text("cli.group.options"));
        if (call) sub->callback([this, call = std::move(call)] { chosen_ = call; });
        return sub;
    }
    void add_calendar_files(CLI::App* sub, std::vector<std::string>& files) const {
        sub->add_option("--calendar", files, text("cli.calendar_files"))->type_name("FILE")->allow_extra_args(false);
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
        sub->add_option("--rules", replay_.rules, text("cli.rules"))->allow_extra_args(false);
        auto* version = sub->add_option("--version,--version-label", replay_.version, text("cli.version"));
        sub->add_option("--on", replay_.on, text("cli.on"))->excludes(version);
        sub->add_option("--as-of", replay_.as_of, text("cli.as_of"));
        add_calendar_files(sub, replay_.calendars);
        sub->add_option("--format", replay_.format, text("cli.replay.format"))->check(CLI::IsMember({"text", "json", "html"}));
        sub->add_flag("--brief", replay_.brief, text("cli.replay.brief"));
        sub->add_flag("--ruler", replay_.ruler, text("cli.replay.ruler"));
    }
    void add_next() {
        CLI::App* sub = command("next", "cli.next", [this] { return cli::next(next_, settings_); });
        sub->add_option("CASE", next_.case_path, text("cli.case_path"))->required();
        sub->add_option("--rules", next_.rules, text("cli.rules"));
        auto* version = sub->add_option("--version,--version-label", next_.version, text("cli.version"));
        sub->add_option("--on", next_.on, text("cli.on"))->excludes(version);
        sub->add_option("--as-of", next_.as_of, text("cli.as_of"));
        add_calendar_files(sub, next_.calendars);
        sub->add_option("--wish", next_.wish, text("cli.next.wish"))->type_name("STEP=DATE");
        sub->add_option("--format", next_.format, text("cli.next.format"))->check(CLI::IsMember({"text", "json", "ics"}));
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
        add_calendar_files(sub, graph_.calendars);
        sub->add_option("--format", graph_.format, text("cli.graph.format"))->check(CLI::IsMember({"svg", "dot", "mermaid"}));
        sub->add_option("-o,--out", graph_.out, text("cli.graph.out"));
    }
    void add_new() {
        CLI::App* sub = command("new", "cli.new", [this] { return cli::new_file(new_, settings_); });
        sub->add_option("KIND", new_.kind, text("cli.new.kind"))->required()->check(CLI::IsMember({"rule", "case"}));
        sub->add_option("NAME", new_.name, text("cli.new.name"))->required();
        sub->add_option("--id", new_.id, text("cli.new.id"));
        sub->add_option("--rules", new_.rules, text("cli.rules"))->allow_extra_args(false);
        sub->add_option("-o,--out", new_.out, text("cli.graph.out"));
    }
    void add_test() {
        CLI::App* sub = command("test", "cli.test", [this] { return cli::test(test_, settings_); });
        sub->add_option("PATHS", test_.paths, text("cli.test.paths"))->required();
        sub->add_option("--rules", test_.rules, text("cli.rules"))->allow_extra_args(false);
        add_calendar_files(sub, test_.calendars);
    }
    void add_trace() {
        CLI::App* sub = command("trace", "cli.trace", [this] { return cli::trace(trace_, settings_); });
        sub->add_option("PATHS", trace_.paths, text("cli.test.paths"))->required();
        sub->add_option("--rules", trace_.rules, text("cli.rules"))->allow_extra_args(false);
        add_calendar_files(sub, trace_.calendars);
        sub->add_flag("--all", trace_.all, text("cli.trace.all"));
        sub->add_flag("--json", trace_.json, text("cli.check.json"));
    }
    void add_schema() {
        CLI::App* sub = command("schema", "cli.schema", [this] { return cli::schema(schema_, settings_); });
        sub->add_option("RULES", schema_.paths, text("cli.rules_paths"));
        sub->add_option("--name", schema_.name, text("cli.explain.name"));
    }

    void add_calendar() {
        CLI::App* sub = command("calendar", "cli.calendar", {});
        sub->require_subcommand(1);
        add_calendar_files(sub, calendar_.calendars);
        sub->add_option("--format", calendar_.format, text("cli.calendar.format"))->check(CLI::IsMember({"text", "json"}));
        sub->add_flag("--ruler", calendar_.ruler, text("cli.calendar.ruler"));

        CLI::App* add = command("add", "cli.calendar.add", [this] { return calendar_add(calendar_, settings_); }, sub);
        add->add_option("DATE", calendar_.from, text("cli.calendar.date"))->required();
        add->add_option("PERIOD", calendar_.period, text("cli.calendar.period"))->required();
        add->add_option("--profile", calendar_.profile, text("cli.calendar.profile"));
        add->add_flag("--count-first", calendar_.count_first, text("cli.calendar.count_first"));
        add->add_flag("--no-roll", calendar_.no_roll, text("cli.calendar.no_roll"));

        CLI::App* back = command("back", "cli.calendar.back", [this] { return calendar_back(calendar_, settings_); }, sub);
        back->add_option("DATE", calendar_.from, text("cli.calendar.event"))->required();
        back->add_option("PERIOD", calendar_.period, text("cli.calendar.period"))->required();
        back->add_option("--profile", calendar_.profile, text("cli.calendar.back_profile"));

        CLI::App* count = command("count", "cli.calendar.count", [this] { return calendar_count(calendar_, settings_); }, sub);
        count->add_option("FROM", calendar_.from, text("cli.calendar.from"))->required();
        count->add_option("TO", calendar_.to, text("cli.calendar.to"))->required();
        count->add_flag("--count-first", calendar_.count_first, text("cli.calendar.count_first"));

        CLI::App* show = command("show", "cli.calendar.show", [this] { return calendar_show(calendar_, settings_); }, sub);
        show->add_option("YEAR", calendar_.year, text("cli.calendar.year"));
    }

    CLI::App app_;
    Settings& settings_;
    std::function<Exit()>& chosen_;
    std::string language_;
    std::string colour_ = "auto";
    CheckArguments check_;
    ReplayArguments replay_;
    NextArguments next_;
    ExplainArguments explain_;
    GraphArguments graph_;
    NewArguments new_;
    TestArguments test_;
    TraceArguments trace_;
    SchemaArguments schema_;
    CalendarArguments calendar_;
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
        const auto end = guicheng::cli::run(argc, argv);
        // What was not written was not said: a full disk is no success.
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return static_cast<int>(end);
        guicheng::cli::print_error(guicheng::cli::say("cli.not_written", guicheng::cli::language_of(argc, argv)));
    } catch (const guicheng::Error& error) {
        guicheng::cli::report(error);
    } catch (const std::exception& error) {
        guicheng::cli::print_error(guicheng::desk::shown(error.what()));
    }
    return static_cast<int>(guicheng::cli::Exit::could_not_run);
}
