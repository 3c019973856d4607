#include "model/dump.hpp"

#include <string_view>

#include "model/write.hpp"

namespace guicheng::model {
namespace {

void append(std::string& out, std::string_view indent, std::string_view text) {
    out += indent;
    out += text;
    out += '\n';
}

}  // namespace

std::string dump(const Procedure& p) {
    const Writer writer(p);
    std::string out = writer.header();
    for (const auto& actor : p.actors) append(out, "", (actor.meets ? "body " : "actor ") + quoted(actor.name));
    for (std::size_t i = 0; i < p.fields.size(); ++i) append(out, "", writer.field(p.fields[i], p.field_grounds[i]));
    for (const auto& parameter : p.parameters) append(out, "", "parameter " + writer.field(parameter.field, parameter.ground));
    for (const auto& finding : p.findings) append(out, "", writer.finding(finding));
    for (const auto& event : p.events) append(out, "", writer.event(event));
    for (const auto& tiers : p.tiers) append(out, "", writer.tiers(tiers));
    if (p.applies) append(out, "", "applies " + writer.condition(*p.applies));
    for (const auto& step : p.steps) {
        append(out, "", writer.step(step));
        for (const auto id : step.requirements) append(out, "  ", writer.requirement(p.requirement(id)));
    }
    for (const auto id : p.own_requirements) append(out, "", writer.requirement(p.requirement(id)));
    for (const auto& assertion : p.assertions) append(out, "", writer.assertion(assertion));
    return out;
}

}  // namespace guicheng::model
