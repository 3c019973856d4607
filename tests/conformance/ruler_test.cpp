// The figure of every counted span is the sum of its days, by a count that knows only the arrangement file: each case here and in the
// examples.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guicheng/guicheng.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/plain_calendar.hpp"

namespace {

using nlohmann::json;
using namespace guicheng;

/// Days of the span that count, walked one by one; nothing where a day lies outside the file.
std::optional<long long> summed(const json& counting) {
    const auto& days = test::plain_days();
    const std::string from = counting.at("from"), through = counting.at("through"), unit = counting.at("unit"),
                      profile = counting.at("profile");
    if (from < days.front().text || std::max(from, through) > days.back().text) return std::nullopt;
    long long sum = 0;
    for (const auto& day : days) {
        if (day.text < from || day.text > through) continue;
        // Of runs that are added each has a first day, and the days between them do not count.
        auto begins = from;
        if (counting.value("in_total", false)) {
            const auto& runs = counting.at("runs");
            const auto run = std::find_if(runs.begin(), runs.end(), [&](const json& of) {
                return day.text >= of.at("from").get<std::string>() && day.text <= of.at("through").get<std::string>();
            });
            if (run == runs.end()) continue;
            begins = run->at("from").get<std::string>();
        }
        if (day.text == begins && profile != "first_day_counted") continue;
        if (day.text == through && profile == "clear_days") continue;
        const auto stops = counting.value("stops", json::array());
        const bool stopped = std::any_of(stops.begin(), stops.end(), [&](const json& stop) {
            return day.text > stop.at("from").get<std::string>() && (!stop.contains("to") || day.text <= stop.at("to").get<std::string>());
        });
        if (!stopped && (unit == "days" || day.works)) ++sum;
    }
    return sum;
}

struct Seen {
    int spans = 0, working = 0, stopped = 0, runs = 0, in_total = 0, in_conditions = 0;
    std::vector<std::string> wrong;
};

void look_at(const json& value, const std::string& where, Seen& seen) {
    if (value.is_object() && value.contains("counting") && value.contains("numbers")) {
        const auto& counting = value.at("counting");
        const auto& numbers = value.at("numbers");
        const std::string unit = counting.at("unit");
        if ((unit == "days" || unit == "working_days") && numbers.contains("found") && !numbers.contains("found_high")) {
            if (const auto sum = summed(counting)) {
                ++seen.spans;
                seen.working += unit == "working_days" ? 1 : 0;
                seen.runs += counting.contains("runs") ? 1 : 0;
                seen.in_total += counting.value("in_total", false) ? 1 : 0;
                seen.stopped += counting.contains("stops") ? 1 : 0;
                if (*sum != numbers.at("found").get<long long>())
                    seen.wrong.push_back(where + " " + value.at("requirement").get<std::string>() + ": " + std::to_string(*sum) +
                                         " days, not " + numbers.at("found").dump());
            }
        }
    }
    const auto of = value.is_object() ? value.value("of", "") : std::string();
    if ((of == "days" || of == "working_days") && value.contains("counting") && value.contains("value")) {
        if (const auto sum = summed(value.at("counting"))) {
            ++seen.in_conditions;
            if (std::to_string(*sum) != value.at("value").get<std::string>())
                seen.wrong.push_back(where + ", in a condition: " + std::to_string(*sum) + " days, not " + value.at("value").dump());
        }
    }
    if (value.is_structured())
        for (const auto& inner : value) look_at(inner, where, seen);
}

void look_in(const std::filesystem::path& rules, const std::filesystem::path& cases, Seen& seen) {
    const auto library = Library::load({rules});
    for (const auto& file : support::files_in(cases, ".yaml"))
        for (const auto& verdict : evaluate(library, Case::read_file(file)))
            look_at(json::parse(verdict.to_json()), file.filename().string(), seen);
}

}  // namespace

TEST_CASE("every counted span sums up, day by day, to the figure of its finding", "[conformance]") {
    Seen seen;
    const auto conformance = support::source_dir() / "tests" / "conformance";
    for (const auto& entry : std::filesystem::directory_iterator(conformance))
        if (entry.is_directory()) look_in(entry.path(), entry.path(), seen);
    const auto examples = support::source_dir() / "examples" / "cases";
    for (const auto& entry : std::filesystem::directory_iterator(examples))
        if (entry.is_directory()) look_in(support::source_dir() / "rules", entry.path(), seen);
    for (const auto& line : seen.wrong) UNSCOPED_INFO(line);
    CHECK(seen.wrong.empty());
    CHECK(seen.spans >= 200);
    CHECK(seen.working >= 100);
    CHECK(seen.stopped >= 5);
    CHECK(seen.runs >= 10);
    CHECK(seen.in_total >= 4);
    CHECK(seen.in_conditions >= 4);
}
