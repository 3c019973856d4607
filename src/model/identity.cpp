#include "model/identity.hpp"

#include <algorithm>
#include <vector>

#include "base/sha256.hpp"
#include "model/write.hpp"

namespace guicheng::model {
namespace {

void append_sorted(std::string& out, std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    for (const auto& part : parts) out += part + '\n';
}

}  // namespace

std::string canonical_text(const Procedure& p) {
    const Writer writer(p);
    std::string out = "guicheng model 1\n" + writer.header();
    std::vector<std::string> parts;
    const auto flush = [&] {
        append_sorted(out, std::move(parts));
        parts.clear();
    };
    for (const auto& actor : p.actors) parts.push_back((actor.meets ? "body " : "actor ") + quoted(actor.name));
    flush();
    for (std::size_t i = 0; i < p.fields.size(); ++i) parts.push_back(writer.field(p.fields[i], p.field_grounds[i]));
    flush();
    for (const auto& parameter : p.parameters) parts.push_back("parameter " + writer.field(parameter.field, parameter.ground));
    flush();
    for (const auto& finding : p.findings) parts.push_back(writer.finding(finding));
    flush();
    for (const auto& event : p.events) parts.push_back(writer.event(event));
    flush();
    for (const auto& tiers : p.tiers) parts.push_back(writer.tiers(tiers));
    for (const auto& step : p.steps) parts.push_back(writer.step(step));
    flush();
    for (const auto& requirement : p.requirements) parts.push_back(writer.requirement(requirement));
    flush();
    if (p.applies) out += "applies " + writer.condition(*p.applies) + '\n';
    for (const auto& assertion : p.assertions) parts.push_back(writer.assertion(assertion));
    flush();
    return out;
}

std::string identity_of(const Procedure& procedure) {
    return base::sha256_hex(canonical_text(procedure));
}

}  // namespace guicheng::model
