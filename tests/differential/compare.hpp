#pragma once
// The two evaluators side by side.
#include <string>
#include <vector>

#include "differential/reference.hpp"
#include "eval/judge.hpp"
#include "program/program.hpp"
#include "report/json.hpp"

namespace guicheng::differential {

/// The first lines in which two texts differ, with a few lines around them; empty where they are equal.
inline std::string difference(const std::string& under_test, const std::string& reference) {
    if (under_test == reference) return {};
    const auto lines = [](const std::string& text) {
        std::vector<std::string> out;
        for (std::size_t begin = 0; begin < text.size();) {
            auto end = text.find('\n', begin);
            if (end == std::string::npos) end = text.size();
            out.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        return out;
    };
    const auto a = lines(under_test);
    const auto b = lines(reference);
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    constexpr std::size_t before = 25;
    constexpr std::size_t after = 12;
    const std::size_t from = at > before ? at - before : 0;
    std::string out = "--- both\n";
    for (std::size_t i = from; i < at; ++i) out += a[i] + "\n";
    out += "--- under test\n";
    for (std::size_t i = at; i < a.size() && i < at + after; ++i) out += a[i] + "\n";
    out += "--- reference\n";
    for (std::size_t i = at; i < b.size() && i < at + after; ++i) out += b[i] + "\n";
    return out;
}

/// What the compiled evaluator and the plain one say differently of a case; empty where they give the same bytes.
inline std::string difference(const program::Program& program, const model::Procedure& procedure, const cases::Case& file,
                              const calendar::Calendar& calendar, std::optional<base::Day> as_of) {
    const auto under_test = eval::explain(program, file, calendar, as_of);
    const auto reference = judge_plainly(procedure, file, calendar, as_of);
    if (under_test == reference) return {};
    return difference(report::to_json(under_test), report::to_json(reference));
}

}  // namespace guicheng::differential
