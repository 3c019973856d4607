#pragma once
// A generated rule, checked and compiled, and its cases bound to it.
#include <memory>
#include <stdexcept>

#include "cases/binder.hpp"
#include "diag/render.hpp"
#include "differential/record_text.hpp"
#include "formats/tape.hpp"
#include "graph/step_graph.hpp"
#include "model/check.hpp"
#include "program/program.hpp"
#include "syntax/parse.hpp"

namespace guicheng::differential {

struct Rule {
    RulePlan plan;
    std::shared_ptr<const model::Procedure> model;
    std::shared_ptr<const program::Program> program;
};

/// Throws with the diagnostics where the generator wrote what the check refuses: a mistake of the generator.
inline Rule make_rule(std::uint64_t seed) {
    Random random(seed);
    Rule rule;
    rule.plan = random_rule(random);
    diag::Sink sink;
    const auto source = std::make_shared<const base::SourceText>("seed-" + std::to_string(seed), rule.plan.text);
    const auto file = syntax::parse(source, sink);
    std::vector<model::Procedure> checked;
    if (file) checked = model::check(std::span(&*file, 1), {}, sink);
    if (checked.empty()) throw std::runtime_error(diag::render_all(sink.sorted(), {}) + rule.plan.text);
    rule.model = std::make_shared<const model::Procedure>(std::move(checked.front()));
    rule.program = std::make_shared<const program::Program>(program::compile(rule.model));
    return rule;
}

struct Record {
    std::string text;
    cases::Case file;
};

inline Record make_record(const Rule& rule, std::uint64_t seed) {
    Random random(seed);
    Record record;
    record.text = random_record(rule.plan, random);
    diag::Sink sink;
    const auto source = std::make_shared<const base::SourceText>("case", record.text);
    formats::Tape tape;
    if (formats::read_json(source, {}, tape, sink)) {
        if (auto bound = cases::bind(tape, source, *rule.model, sink)) {
            record.file = std::move(*bound);
            return record;
        }
    }
    throw std::runtime_error(diag::render_all(sink.sorted(), {}) + record.text);
}

}  // namespace guicheng::differential
