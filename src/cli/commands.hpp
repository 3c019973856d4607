#pragma once
// One function a command; main.cpp fills the options and calls it.
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"

namespace guicheng::cli {

struct CheckArguments {
    std::vector<std::string> paths;
    bool strict = false;
    bool fix = false;
    bool json = false;
};
Exit check(const CheckArguments& arguments, const Settings& settings);

struct ExplainArguments {
    std::vector<std::string> paths;
    std::optional<std::string> name;
};
Exit explain(const ExplainArguments& arguments, const Settings& settings);

struct GraphArguments {
    std::vector<std::string> paths;
    std::optional<std::string> name;
    std::optional<std::string> case_path;
    std::vector<std::string> calendars;
    std::string format = "svg";
    std::optional<std::string> out;
};
Exit graph(const GraphArguments& arguments, const Settings& settings);

struct NewArguments {
    std::string kind;
    std::string name;
    std::string id;
    std::vector<std::string> rules;
    std::optional<std::string> out;
};
Exit new_file(const NewArguments& arguments, const Settings& settings);

struct SchemaArguments {
    std::vector<std::string> paths;
    std::optional<std::string> name;
};
Exit schema(const SchemaArguments& arguments, const Settings& settings);

struct ReplayArguments {
    std::string case_path;
    std::vector<std::string> rules;
    std::optional<std::string> version;
    std::optional<std::string> on;
    std::optional<std::string> as_of;
    std::vector<std::string> calendars;
    std::string format = "text";
    bool brief = false;
    bool ruler = false;
};
Exit replay(const ReplayArguments& arguments, const Settings& settings);

struct NextArguments {
    std::string case_path;
    std::vector<std::string> rules;
    std::optional<std::string> version;
    std::optional<std::string> on;
    std::optional<std::string> as_of;
    std::vector<std::string> calendars;
    std::optional<std::string> wish;
    std::string format = "text";
};
Exit next(const NextArguments& arguments, const Settings& settings);

struct TestArguments {
    std::vector<std::string> paths;
    std::vector<std::string> rules;
    std::vector<std::string> calendars;
};
Exit test(const TestArguments& arguments, const Settings& settings);

struct TraceArguments {
    std::vector<std::string> paths;
    std::vector<std::string> rules;
    std::vector<std::string> calendars;
    bool all = false;
    bool json = false;
};
Exit trace(const TraceArguments& arguments, const Settings& settings);

/// Of all questions to the calendar.
struct CalendarArguments {
    std::vector<std::string> calendars;
    std::string from;  ///< the day, the event or the first day
    std::string to;
    std::string period;
    std::string profile;
    std::string format = "text";
    std::optional<int> year;
    bool count_first = false;
    bool no_roll = false;
    bool ruler = false;
};
Exit calendar_add(const CalendarArguments& arguments, const Settings& settings);
Exit calendar_back(const CalendarArguments& arguments, const Settings& settings);
Exit calendar_count(const CalendarArguments& arguments, const Settings& settings);
Exit calendar_show(const CalendarArguments& arguments, const Settings& settings);

}  // namespace guicheng::cli
