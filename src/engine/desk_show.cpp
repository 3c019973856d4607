// A procedure shown: in sentences, as a picture, as a schema, as skeletons.
#include "guicheng/desk/show.hpp"

#include "cases/schema.hpp"
#include "engine/access.hpp"
#include "engine/case_skeleton.hpp"
#include "report/explain.hpp"
#include "report/graph_text.hpp"

namespace guicheng::desk {

std::string explain(const Library& library, std::optional<std::string_view> name, Language language) {
    if (name) return report::explain_rule(*engine::version_named(library, name, language).model, engine::catalogue(language));
    std::string text;
    for (const library::Version& version : detail::Access::of(library).rules.versions) {
        if (!text.empty()) text += "\n";
        text += report::explain_rule(*version.model, engine::catalogue(language));
    }
    return text;
}

std::string graph(const Library& library, std::optional<std::string_view> name, GraphFormat format, Language language,
                  const Verdict* verdict) {
    const model::Procedure& procedure = *engine::version_named(library, name, language).model;
    const verdict::Verdict* value = verdict != nullptr ? &detail::Access::of(*verdict).value : nullptr;
    switch (format) {
        case GraphFormat::dot: return report::to_dot(procedure, engine::catalogue(language), value);
        case GraphFormat::mermaid: return report::to_mermaid(procedure, engine::catalogue(language), value);
    }
    return {};
}

std::string case_schema(const Library& library, std::optional<std::string_view> name) {
    return cases::case_schema(*engine::version_named(library, name, Language::zh).model);
}

std::string new_rule(std::string_view name, Language language) {
    const std::vector<messages::Value> values = {{"name", std::string(name)}};
    const std::string key = language == Language::zh ? "desk.new.rule.zh" : "desk.new.rule.en";
    return messages::format(messages::example(key), values) + "\n";
}

std::string new_case(const Library& library, std::string_view procedure, std::string_view id, Language language) {
    return engine::case_skeleton(*engine::version_named(library, procedure, language).model, id, language);
}

}  // namespace guicheng::desk
