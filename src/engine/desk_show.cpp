// A procedure shown: in sentences, as a picture, as a schema, as skeletons.
#include "guicheng/desk/show.hpp"

#include "base/visible.hpp"
#include "cases/schema.hpp"
#include "engine/access.hpp"
#include "engine/case_skeleton.hpp"
#include "report/explain.hpp"
#include "report/graph_text.hpp"

namespace guicheng::desk {

std::string explain(const Library& library, std::optional<std::string_view> name, Language language) {
    const library::Library& rules = detail::Access::of(library).rules;
    if (name)
        return report::explain_rule(*engine::version_named(library, name, language).model, engine::catalogue(language),
                                    rules.clauses.get());
    std::string text;
    for (const library::Version& version : rules.versions) {
        if (!text.empty()) text += "\n";
        text += report::explain_rule(*version.model, engine::catalogue(language), rules.clauses.get());
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

namespace {

std::string rule_skeleton(const std::string& name, Language language) {
    const std::string key = language == Language::zh ? "desk.new.rule.zh" : "desk.new.rule.en";
    const std::vector<messages::Value> values = {{"name", name}};
    return messages::format(messages::example(key), values) + "\n";
}

/// Whether the text is a rule of exactly this name.
bool declares(const std::string& text, std::string_view name) {
    diag::Sink sink;
    const auto source = std::make_shared<const base::SourceText>("new.guicheng", text);
    const library::Library rules = library::build({source}, {}, sink);
    return !sink.has_errors() && rules.names() == std::vector<std::string_view>{name};
}

}  // namespace

std::string new_rule(std::string_view name, Language language) {
    // As it is, else in brackets: whichever the language reads as just this name.
    for (const std::string& written : {std::string(name), "「" + std::string(name) + "」"}) {
        std::string text = rule_skeleton(written, language);
        if (declares(text, name)) return text;
    }
    diag::Sink sink;
    sink.error("L020", nullptr, {}).arg("name", std::string(name));
    throw engine::error_of(sink, language);
}

std::string new_case(const Library& library, std::string_view procedure, std::string_view id, Language language) {
    return engine::case_skeleton(*engine::version_named(library, procedure, language).model, id, language);
}

std::string shown(std::string_view text) {
    return base::visible_line(text);
}

}  // namespace guicheng::desk
