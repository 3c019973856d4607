#include "report/deadline_text.hpp"

#include "report/expression_text.hpp"
#include "report/modal_text.hpp"

namespace guicheng::report {

namespace {

using model::Procedure;
using model::Requirement;

std::string start_text(const Words& words, const Procedure& procedure, const Requirement& requirement, const model::Start& start) {
    switch (start.kind) {
        case model::Start::Kind::step: return words.say("rule.start.step", {{"name", procedure.step(start.step).name}});
        case model::Start::Kind::first_event: return words.say("rule.start.first", {{"name", procedure.events[start.event.index()].name}});
        case model::Start::Kind::last_event: return words.say("rule.start.latest", {{"name", procedure.events[start.event.index()].name}});
        case model::Start::Kind::day: break;
    }
    return operand_text(words, procedure, start.day, requirement.step);
}

std::string short_start_text(const Words& words, const Procedure& procedure, const Requirement& requirement, const model::Start& start) {
    switch (start.kind) {
        case model::Start::Kind::step: return words.say("start", {{"name", procedure.step(start.step).name}});
        case model::Start::Kind::first_event: return words.say("start.first", {{"name", procedure.events[start.event.index()].name}});
        case model::Start::Kind::last_event: return words.say("start.last", {{"name", procedure.events[start.event.index()].name}});
        case model::Start::Kind::day: break;
    }
    return operand_text(words, procedure, start.day, requirement.step);
}

std::string stop_text(const Words& words, const Procedure& procedure, const model::Stop& stop) {
    switch (stop.kind) {
        case model::Stop::Kind::event: return words.say("rule.stop.event", {{"name", procedure.events[stop.event.index()].name}});
        case model::Stop::Kind::between:
            return words.say("rule.stop.between",
                             {{"name", procedure.events[stop.event.index()].name}, {"until", procedure.events[stop.until.index()].name}});
        case model::Stop::Kind::suspension: break;
    }
    return words.say("rule.stop.suspension");
}

}  // namespace

std::string deadline_text(const Words& words, const Procedure& procedure, const Requirement& requirement, const std::string& length) {
    const auto modality = modal_word(words, modal_of(requirement.modality));
    if (requirement.by_day) {
        const auto day = operand_text(words, procedure, requirement.by_day, requirement.step);
        return words.say("rule.deadline.by_day", {{"day", day}, {"modality", modality}});
    }
    std::string text;
    if (requirement.starts.size() == 1 && requirement.starts.front().step) {
        const auto& step = procedure.step(requirement.starts.front().step).name;
        text = words.say("rule.deadline", {{"step", step}, {"modality", modality}, {"length", length}});
    } else {
        std::vector<std::string> items;
        for (const auto& start : requirement.starts) items.push_back(start_text(words, procedure, requirement, start));
        auto from = words.join(items);
        if (items.size() > 1)
            from = words.say(requirement.among == model::Among::later ? "rule.start.later" : "rule.start.earlier", {{"list", from}});
        text = words.say("rule.deadline.from", {{"from", from}, {"modality", modality}, {"length", length}});
    }
    if (requirement.stops.empty()) return text;
    std::vector<std::string> items;
    for (const auto& stop : requirement.stops) items.push_back(stop_text(words, procedure, stop));
    return words.say("rule.deadline.less", {{"text", text}, {"list", words.join(items)}});
}

std::string short_deadline_text(const Words& words, const Procedure& procedure, const Requirement& requirement, const std::string& length) {
    if (requirement.by_day) {
        const auto day = operand_text(words, procedure, requirement.by_day, requirement.step);
        return words.say("graph.deadline.by_day", {{"day", day}});
    }
    std::vector<std::string> items;
    for (const auto& start : requirement.starts) items.push_back(short_start_text(words, procedure, requirement, start));
    auto from = words.join(items);
    if (items.size() > 1) from = words.say(requirement.among == model::Among::later ? "starts.later" : "starts.earlier", {{"list", from}});
    return words.say("graph.deadline", {{"from", from}, {"length", length}});
}

}  // namespace guicheng::report
