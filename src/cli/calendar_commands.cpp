// Questions to the calendar: add, back, count, show.
#include "cli/commands.hpp"
#include "guicheng/desk/calendar.hpp"

namespace guicheng::cli {

namespace {

desk::CalendarOptions options_of(const CalendarArguments& arguments, const Settings& settings) {
    desk::CalendarOptions options;
    options.calendar = calendar_with(arguments.calendars, settings.language);
    options.language = settings.language;
    options.json = arguments.format == "json";
    options.ruler = arguments.ruler;
    return options;
}

std::optional<Period> period_in(const CalendarArguments& arguments, const Settings& settings) {
    auto period = Period::read(arguments.period);
    if (!period) print_error(say("cli.bad_period", settings.language, {{"text", arguments.period}}));
    return period;
}

std::optional<CountingProfile> profile_in(const CalendarArguments& arguments, const Settings& settings) {
    if (arguments.profile.empty()) return CountingProfile::civil_code;
    auto profile = read_profile(arguments.profile);
    if (!profile) print_error(say("cli.bad_profile", settings.language, {{"text", arguments.profile}}));
    return profile;
}

Exit deliver(const desk::CalendarAnswer& answer) {
    print(answer.text);
    return answer.decided ? Exit::fine : Exit::undecided;
}

}  // namespace

Exit calendar_add(const CalendarArguments& arguments, const Settings& settings) {
    const auto from = read_date(arguments.from, settings.language);
    const auto period = period_in(arguments, settings);
    const auto profile = profile_in(arguments, settings);
    if (!from || !period || !profile) return Exit::could_not_run;
    const desk::AddOptions how{*profile, arguments.count_first, !arguments.no_roll};
    return deliver(desk::calendar_add(*from, *period, how, options_of(arguments, settings)));
}

Exit calendar_back(const CalendarArguments& arguments, const Settings& settings) {
    const auto event = read_date(arguments.from, settings.language);
    const auto period = period_in(arguments, settings);
    const auto profile = profile_in(arguments, settings);
    if (!event || !period || !profile) return Exit::could_not_run;
    return deliver(desk::calendar_back(*event, *period, *profile, options_of(arguments, settings)));
}

Exit calendar_count(const CalendarArguments& arguments, const Settings& settings) {
    const auto from = read_date(arguments.from, settings.language);
    const auto to = read_date(arguments.to, settings.language);
    if (!from || !to) return Exit::could_not_run;
    return deliver(desk::calendar_count(*from, *to, arguments.count_first, options_of(arguments, settings)));
}

Exit calendar_show(const CalendarArguments& arguments, const Settings& settings) {
    const auto options = options_of(arguments, settings);
    return deliver(arguments.year ? desk::calendar_show(*arguments.year, options) : desk::calendar_years(options));
}

}  // namespace guicheng::cli
