// What may be done next.
#include "cli/commands.hpp"
#include "guicheng/desk/next.hpp"
#include "guicheng/guicheng.hpp"

namespace guicheng::cli {

namespace {

/// STEP=DATE; a step's name may hold a sign of equality, a date does not.
std::optional<desk::Wish> read_wish(const std::string& text, Language language) {
    const auto sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0) {
        print_error(say("cli.next.bad_wish", language, {{"text", text}}));
        return std::nullopt;
    }
    const auto day = read_date(text.substr(sign + 1), language);
    if (!day) return std::nullopt;
    return desk::Wish{text.substr(0, sign), *day};
}

Exit exit_of(desk::Prospect prospect) {
    switch (prospect) {
        case desk::Prospect::fine: return Exit::fine;
        case desk::Prospect::found: return Exit::found;
        case desk::Prospect::undetermined: return Exit::undecided;
    }
    return Exit::could_not_run;
}

}  // namespace

Exit next(const NextArguments& arguments, const Settings& settings) {
    desk::NextOptions options;
    auto& evaluate = options.evaluate;
    evaluate.language = settings.language;
    evaluate.version = arguments.version;
    if (arguments.as_of && !(evaluate.as_of = read_date(*arguments.as_of, settings.language))) return Exit::could_not_run;
    if (arguments.on && !(evaluate.on = read_date(*arguments.on, settings.language))) return Exit::could_not_run;
    if (arguments.wish && !(options.wish = read_wish(*arguments.wish, settings.language))) return Exit::could_not_run;
    evaluate.calendar = calendar_with(arguments.calendars, settings.language);
    if (arguments.format == "json") options.form = desk::NextOptions::Form::json;
    if (arguments.format == "ics") options.form = desk::NextOptions::Form::icalendar;
    const auto paths = rules_or_default(arguments.rules, settings.language);
    if (paths.empty()) return Exit::could_not_run;

    const Library library = Library::load(paths, settings.language);
    const Case records = Case::read_file(arguments.case_path, settings.language);
    const auto answer = desk::next(library, records, options);
    if (!answer.remarks.rendered.empty()) print_error(answer.remarks.rendered);
    print(answer.text);
    return exit_of(answer.prospect);
}

}  // namespace guicheng::cli
