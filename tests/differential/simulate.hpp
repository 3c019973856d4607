#pragma once
// What a plan says, put to the test: the acts that it speaks of are added to the case, and the case is judged anew.
#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "calendar/calendar.hpp"
#include "cases/case.hpp"
#include "eval/judge.hpp"
#include "eval/plan.hpp"

namespace guicheng::differential {

inline std::optional<std::uint16_t> index_of(const program::Program& program, const std::string& name) {
    const auto& steps = program.procedure->steps;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].name == name) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

/// An act of the step on that day; a posting hangs on from it. Votes are carried by all.
inline void add_act(cases::Case& file, const program::Program& program, std::uint16_t step, base::Day day) {
    const auto& written = program.procedure->steps[step];
    cases::Act act;
    act.kind = cases::ActKind::step;
    act.step = model::StepId(step);
    act.dated = true;
    act.start.day = day;
    act.has_end = !program.steps[step].posting;
    act.end = act.start;
    if (!written.actors.empty()) act.actor = written.actors.front();
    if (written.body) {
        const auto roll = file.rolls.at(written.body.index()).number;
        act.present = act.yes = roll != cases::unknown_count ? roll : 10;
        act.no = act.abstain = act.other = 0;
        act.declared = cases::Declared::carried;
    }
    act.fields_begin = static_cast<std::uint32_t>(file.record_fields.size());
    file.record_fields.resize(file.record_fields.size() + written.fields.size());
    act.record = static_cast<std::uint32_t>(file.acts.size());
    file.acts.push_back(act);
}

/// The last day that any record bears.
inline std::optional<base::Day> last_day(const cases::Case& file) {
    std::optional<base::Day> last;
    for (const auto& act : file.acts) {
        if (!act.dated) continue;
        const auto day = act.has_end ? std::max(act.start.day, act.end.day) : act.start.day;
        if (!last || *last < day) last = day;
    }
    return last;
}

/// What is violated by the latest attempt of each step of `taken`, as far as it asks for an order or a day, and of the lengths of the
/// latest attempts of `posted`; ids apart by blanks. Only order and lengths, where only what is waited for is asked.
inline std::string breaches(const verdict::Verdict& verdict, const model::Procedure& procedure, const std::set<std::string>& taken,
                            const std::set<std::string>& posted, bool only_waits = false) {
    std::set<std::string> lengths;
    std::set<std::string> days;
    for (const auto& requirement : procedure.requirements) {
        switch (requirement.kind) {
            case model::RequirementKind::posting_length: lengths.insert(requirement.id); break;
            case model::RequirementKind::order:
            case model::RequirementKind::inherited: days.insert(requirement.id); break;
            case model::RequirementKind::materials:
            case model::RequirementKind::deadline:
            case model::RequirementKind::free_form:
                if (!only_waits) days.insert(requirement.id);
                break;
            default: break;
        }
    }
    std::string out;
    for (const auto& step : verdict.steps) {
        if (step.attempts.empty()) continue;
        for (const auto& finding : step.attempts.back().findings) {
            const bool own = taken.contains(step.name) && days.contains(finding.requirement);
            const bool length = posted.contains(step.name) && lengths.contains(finding.requirement);
            if (finding.result == verdict::Result::violated && (own || length)) out += (out.empty() ? "" : " ") + finding.requirement;
        }
    }
    return out;
}

}  // namespace guicheng::differential
