#pragma once
// A rule file's text to its program, for tests of what the tables say.
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/check.hpp"
#include "program/program.hpp"
#include "syntax/parse.hpp"

namespace guicheng::support {

/// Statements of one procedure; two actors and two bodies are declared.
inline program::Program compiled(const std::string& statements) {
    const auto text = "规程 样例 {\n版本 \"1\"\n主体 甲方、乙方\n会议体 大会、理事会\n" + statements + "\n}\n";
    diag::Sink sink;
    const auto file = syntax::parse(std::make_shared<const base::SourceText>("rule.guicheng", text), sink);
    const auto made = file ? model::check(std::vector{*file}, {}, sink) : std::vector<model::Procedure>{};
    if (made.size() != 1) {
        std::string message = "the rule is refused:";
        for (const auto& entry : sink.sorted()) message += ' ' + entry.code;
        throw std::invalid_argument(message);
    }
    return program::compile(made.front());
}

template <class List>
std::size_t place_of(const List& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.name == name; });
    if (found == list.end()) throw std::invalid_argument("no such name: " + std::string(name));
    return static_cast<std::size_t>(found - list.begin());
}

inline const program::Step& step(const program::Program& p, std::string_view name) {
    return p.steps[place_of(p.procedure->steps, name)];
}

inline const program::Row& row(const program::Program& p, std::string_view id) {
    for (std::size_t i = 0; i < p.rows.size(); ++i)
        if (p.procedure->requirements[i].id == id) return p.rows[i];
    throw std::invalid_argument("no such requirement: " + std::string(id));
}

/// The steps of a range, by name, apart by blanks.
inline std::string steps_in(const program::Program& p, program::Range range) {
    std::string out;
    for (auto i = range.begin; i < range.end; ++i) out += (out.empty() ? "" : " ") + p.procedure->steps[p.neighbours[i]].name;
    return out;
}

inline std::string actors_in(const program::Program& p, program::Range range) {
    std::string out;
    for (auto i = range.begin; i < range.end; ++i) out += (out.empty() ? "" : " ") + p.procedure->actors[p.step_actors[i]].name;
    return out;
}

}  // namespace guicheng::support
