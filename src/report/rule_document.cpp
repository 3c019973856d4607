// A procedure told in the order of its text: what it is, its vocabulary, where it applies, its steps with every requirement.
#include <algorithm>

#include "model/words.hpp"
#include "report/explain.hpp"
#include "report/expression_text.hpp"
#include "report/rule_words.hpp"

namespace guicheng::report {

namespace {

using model::Procedure;

class RuleTeller {
public:
    RuleTeller(const Procedure& procedure, const Words& words) : procedure_(procedure), words_(words) {}

    Document tell() {
        document_.title = words_.say("title.rule");
        facts();
        vocabulary();
        applies();
        steps();
        own_requirements();
        assertions();
        return std::move(document_);
    }

private:
    void fact(std::string_view key, std::string value) {
        if (!value.empty()) document_.facts.push_back({words_.say(key), std::move(value), Tone::neutral});
    }
    Section& chapter(std::string_view key) {
        auto& section = document_.sections.emplace_back();
        section.title = words_.say(key);
        section.chapter = true;
        return section;
    }
    std::string with_ground(std::string sentence, const model::Ground& ground) const {
        std::vector<std::string> said{std::move(sentence)};
        if (auto text = ground_text(words_, ground); !text.empty()) said.push_back(std::move(text));
        return words_.join(said, "join_sentences");
    }

    std::string in_force() const {
        std::vector<std::string> clauses;
        if (procedure_.in_force_from) {
            clauses.push_back(words_.say("rule.in_force.from", {{"from", base::iso(*procedure_.in_force_from)}}));
        }
        if (procedure_.in_force_until) {
            clauses.push_back(words_.say("rule.in_force.until", {{"until", base::iso(*procedure_.in_force_until)}}));
        }
        return clauses.empty() ? words_.say("rule.in_force.unstated") : words_.join(clauses, "clause");
    }

    void facts() {
        const bool titled = !procedure_.full_title.empty() && procedure_.full_title != procedure_.name;
        fact("head.procedure",
             titled ? words_.say("procedure_line", {{"title", procedure_.full_title}, {"name", procedure_.name}}) : procedure_.name);
        fact("head.version", procedure_.version);
        fact("rule.level", procedure_.level);
        fact("rule.in_force", in_force());
        fact("rule.sources", words_.join(procedure_.sources));
        fact("rule.profile", words_.of("profile", procedure_.profile));
        std::vector<std::string> acting;
        std::vector<std::string> meeting;
        for (const auto& actor : procedure_.actors) (actor.meets ? meeting : acting).push_back(actor.name);
        fact("rule.actors", words_.join(acting));
        fact("rule.bodies", words_.join(meeting));
        fact("rule.identity", procedure_.identity);
    }

    /// one of: a, b, c
    std::string type_text(const model::Field& field) const {
        const auto key = "type." + std::string(model::type_key(field.type));
        if (!field.choices) return words_.say(key);
        return words_.say(key + ".of", {{"list", words_.join(procedure_.choice_sets[field.choices.index()].names)}});
    }
    std::string field_text(const model::Field& field) const {
        return words_.say("rule.field", {{"name", field.name}, {"type", type_text(field)}});
    }
    std::string fields_text(const std::vector<model::Field>& fields) const {
        std::vector<std::string> items;
        for (const auto& field : fields) items.push_back(field_text(field));
        return words_.join(items);
    }

    void vocabulary() {
        if (!procedure_.fields.empty()) {
            auto& section = chapter("rule.matter");
            for (std::size_t i = 0; i < procedure_.fields.size(); ++i) {
                const auto ground = i < procedure_.field_grounds.size() ? procedure_.field_grounds[i] : model::Ground{};
                section.lines.push_back(with_ground(words_.sentence(field_text(procedure_.fields[i])), ground));
            }
        }
        if (!procedure_.parameters.empty()) {
            auto& section = chapter("rule.parameters");
            for (const auto& parameter : procedure_.parameters) {
                section.lines.push_back(with_ground(words_.sentence(field_text(parameter.field)), parameter.ground));
            }
        }
        if (!procedure_.findings.empty()) {
            auto& section = chapter("rule.findings");
            for (const auto& finding : procedure_.findings) section.lines.push_back(finding_line(finding));
        }
        if (!procedure_.events.empty()) {
            auto& section = chapter("rule.events");
            for (const auto& event : procedure_.events) section.lines.push_back(event_line(event));
        }
    }

    std::string finding_line(const model::Finding& finding) const {
        const auto* const key = finding.actors.empty()      ? "rule.finding.anyone"
                                : finding.actors.size() > 1 ? "rule.finding.several"
                                                            : "rule.finding";
        const auto& conclusion = finding.conclusion;
        const auto type = words_.say(conclusion.type == model::Type::boolean ? "rule.conclusion.boolean" : "rule.conclusion",
                                     {{"type", type_text(conclusion)}});
        std::vector<std::string> clauses{
            words_.say(key, {{"name", finding.name}, {"actors", names_of(words_, procedure_, finding.actors)}, {"conclusion", type}})};
        clauses.push_back(finding.when_none ? words_.say("rule.finding.when_none", {{"value", value_text(conclusion, *finding.when_none)}})
                                            : words_.say("rule.finding.unknown"));
        return with_ground(words_.sentence(words_.join(clauses, "detail_join")), finding.ground);
    }

    std::string value_text(const model::Field& field, std::int64_t value) const {
        if (field.type == model::Type::boolean) return words_.quoted(words_.say(value != 0 ? "expr.true" : "expr.false"));
        if (field.type == model::Type::money) return words_.amount(verdict::Measure::money, value);
        if (field.type == model::Type::date) return words_.amount(verdict::Measure::date, value);
        if (field.type == model::Type::choice && field.choices) {
            const auto& names = procedure_.choice_sets[field.choices.index()].names;
            if (value >= 0 && static_cast<std::size_t>(value) < names.size()) return words_.quoted(names[static_cast<std::size_t>(value)]);
        }
        return std::to_string(value);
    }

    std::string event_line(const model::Event& event) const {
        std::vector<std::string> clauses;
        if (!event.actors.empty()) {
            clauses.push_back(words_.say(event.actors.size() > 1 ? "rule.event.several" : "rule.event.by",
                                         {{"actors", names_of(words_, procedure_, event.actors)}}));
        }
        if (!event.fields.empty()) clauses.push_back(words_.say("rule.event.fields", {{"list", fields_text(event.fields)}}));
        if (clauses.empty()) clauses.push_back(words_.say("rule.event.anyone"));
        const auto told = words_.say("rule.event", {{"name", event.name}, {"told", words_.join(clauses, "clause")}});
        return with_ground(words_.sentence(told), event.ground);
    }

    void applies() {
        auto& section = chapter("rule.applies");
        if (!procedure_.applies) {
            section.lines.push_back(words_.sentence(words_.say("rule.applies_always")));
            return;
        }
        const auto told = conditional_sentence(words_, procedure_, procedure_.applies->expr, "rule.applies_when");
        section.lines.push_back(with_ground(words_.sentence(told), procedure_.applies->ground));
        section.lines.push_back(words_.sentence(words_.say("rule.applies_unknown")));
    }

    void steps() {
        conventions(chapter("rule.steps"));
        int number = 0;
        for (const auto& step : procedure_.steps) {
            auto& section = document_.sections.emplace_back();
            section.title = words_.say("step_title", {{"n", std::to_string(++number)}, {"step", step.name}});
            step_lines(step, section.lines);
            for (const auto id : step.requirements) {
                const auto& requirement = procedure_.requirement(id);
                // What every step has and none writes is told once it means something.
                const bool idle = !step.prerequisite && (requirement.kind == model::RequirementKind::inherited ||
                                                         requirement.kind == model::RequirementKind::order);
                const bool anyone = requirement.kind == model::RequirementKind::actor && step.actors.empty() && !step.body;
                if (!idle && !anyone) section.items.push_back(requirement_item(words_, procedure_, requirement));
            }
        }
    }

    /// What holds for every statement, said once.
    void conventions(Section& section) const {
        const auto& all = procedure_.requirements;
        const bool conditional = std::any_of(all.begin(), all.end(), [](const model::Requirement& requirement) {
            return requirement.condition || !requirement.exceptions.empty();
        });
        const bool skips = std::any_of(procedure_.steps.begin(), procedure_.steps.end(),
                                       [](const model::Step& step) { return static_cast<bool>(step.condition); });
        if (conditional) section.lines.push_back(words_.sentence(words_.say("rule.unknown")));
        if (skips) section.lines.push_back(words_.sentence(words_.say("rule.skipped")));
    }

    void step_lines(const model::Step& step, std::vector<std::string>& lines) const {
        if (step.optional) lines.push_back(words_.sentence(words_.say("rule.step.optional")));
        if (step.condition) {
            const auto id = static_cast<std::uint16_t>(&step - procedure_.steps.data());
            const auto told = conditional_sentence(words_, procedure_, step.condition->expr, "rule.step.condition", model::StepId{id});
            lines.push_back(with_ground(words_.sentence(told), step.condition->ground));
            lines.push_back(words_.sentence(words_.say(step.optional ? "rule.step.else.optional" : "rule.step.else")));
        }
        if (!step.fields.empty()) lines.push_back(words_.sentence(words_.say("rule.step.fields", {{"list", fields_text(step.fields)}})));
        lost_vote(step, lines);
    }

    bool votes(const model::Step& step) const {
        return std::any_of(step.requirements.begin(), step.requirements.end(),
                           [&](model::RequirementId id) { return procedure_.requirement(id).kind == model::RequirementKind::approval; });
    }
    void lost_vote(const model::Step& step, std::vector<std::string>& lines) const {
        switch (step.lost_vote) {
            case model::LostVote::nothing:
                if (votes(step)) lines.push_back(lost_line(words_.say("rule.step.lost.nothing"), step));
                break;
            case model::LostVote::return_to:
                lines.push_back(lost_line(words_.say("rule.step.lost.return_to", {{"step", procedure_.step(step.return_to).name}}), step));
                break;
            case model::LostVote::end: lines.push_back(lost_line(words_.say("rule.step.lost.end"), step)); break;
            case model::LostVote::suspend: lines.push_back(lost_line(words_.say("rule.step.lost.suspend"), step)); break;
        }
    }
    std::string lost_line(std::string text, const model::Step& step) const {
        return with_ground(words_.sentence(std::move(text)), step.lost_ground);
    }

    void own_requirements() {
        if (procedure_.own_requirements.empty()) return;
        auto& section = chapter("rule.own");
        for (const auto id : procedure_.own_requirements) {
            section.items.push_back(requirement_item(words_, procedure_, procedure_.requirement(id)));
        }
    }

    void assertions() {
        if (procedure_.assertions.empty()) return;
        auto& section = chapter("rule.assertions");
        for (const auto& assertion : procedure_.assertions) {
            section.lines.push_back(words_.sentence(words_.say("rule.assertion", {{"reach", procedure_.step(assertion.reach).name},
                                                                                  {"through", procedure_.step(assertion.through).name}})));
        }
    }

    const Procedure& procedure_;
    Words words_;
    Document document_;
};

}  // namespace

std::string explain_rule(const Procedure& procedure, Language language, const model::Clauses* clauses) {
    const Words words(language, clauses);
    return print_text(RuleTeller(procedure, words).tell(), words);
}

}  // namespace guicheng::report
