#include "yardstick/engine.hpp"

#include <stdexcept>
#include <string>

#include "calendar/calendar.hpp"
#include "diag/render.hpp"

namespace guicheng::bench {

namespace {

library::Library load(const std::filesystem::path& rules) {
    diag::Sink sink;
    auto library = library::load({rules}, sink);
    if (!sink.has_errors() && library.versions.size() == 1) return library;
    diag::RenderOptions options;
    options.language = messages::Language::en;
    throw std::runtime_error(diag::render_all(sink.entries(), options));
}

/// A requirement stands for the rule that it cites; the tally of a meeting, which is nobody's line, for R16.
Answer rule_of(const model::Requirement& requirement) {
    if (requirement.kind == model::RequirementKind::tally) return 1U << 15;
    for (const auto& citation : requirement.ground.citations)
        if (citation.size() > 1 && citation.front() == 'R') return static_cast<Answer>(1U << (std::stoi(citation.substr(1)) - 1));
    return 0;
}

cases::Limits as_recorded() {
    cases::Limits limits;
    limits.turned_ends = true;  // a notice that ends before it begins is one of the mistakes that R2 finds
    return limits;
}

}  // namespace

Engine::Engine(const std::filesystem::path& rules)
    : library_(load(rules)), program_(*library_.versions.front().program), binder_(*library_.versions.front().model, {}, as_recorded()) {
    for (const auto& requirement : library_.versions.front().model->requirements) rules_.push_back(rule_of(requirement));
}

/// What the careful form of the binder says of it.
std::string Engine::diagnostics(const formats::Tape& tape) {
    diag::Sink sink;
    binder_.bind(tape, nullptr, sink);
    diag::RenderOptions options;
    options.language = messages::Language::en;
    return diag::render_all(sink.entries(), options);
}

void Engine::read(std::string_view line, formats::Tape& tape) {
    if (!reader_.read(line, tape)) throw std::runtime_error("malformed line: " + std::string(line));
}

void Engine::bind(const formats::Tape& tape, cases::Case& records) {
    if (!binder_.bind(tape, records)) throw std::runtime_error("not a case of the procedure: " + diagnostics(tape));
}

void Engine::bind(std::string_view line, cases::Case& records) {
    read(line, tape_);
    bind(tape_, records);
}

Answer Engine::answer(std::string_view line) {
    bind(line, records_);
    return judge(records_);
}

/// Violated in its own right, or a vote that was lost; what is only inherited is left out.
Answer Engine::judge(const cases::Case& records) {
    const auto& answer = eval::judge(program_, records, calendar::built_in(), std::nullopt, scratch_);
    unsigned bits = 0;
    for (const auto& cell : *answer.cells) {
        const bool own = cell.result == verdict::Result::violated && !cell.charged;
        if (own || cell.result == verdict::Result::not_reached) bits |= rules_[cell.requirement];
    }
    return static_cast<Answer>(bits);
}

verdict::Verdict Engine::explain(const cases::Case& records) {
    return eval::explain(program_, records, calendar::built_in(), std::nullopt, scratch_);
}

}  // namespace guicheng::bench
