#include "engine/case_skeleton.hpp"

#include <algorithm>
#include <vector>

#include "base/json_string.hpp"
#include "base/visible.hpp"
#include "cases/keys.hpp"
#include "engine/access.hpp"

namespace guicheng::engine {

namespace {

class Skeleton {
public:
    Skeleton(const model::Procedure& procedure, Language language) : procedure_(procedure), language_(language) {}

    std::string write(std::string_view id) {
        line(0, say("desk.new.case.head"));
        if (id.empty()) {
            line(0, key(cases::Key::case_) + ":", say("desk.new.case.id"));
        } else {
            line(0, key(cases::Key::case_) + ": " + yaml(id));
        }
        line(0, key(cases::Key::procedure) + ": " + yaml(procedure_.name));
        line(0, say("desk.new.case.closed"));
        if (!procedure_.fields.empty()) {
            line(0, key(cases::Key::matter) + ":");
            for (const model::Field& field : procedure_.fields) write_field(1, field);
        }
        if (!procedure_.parameters.empty()) {
            line(0, key(cases::Key::parameters) + ":");
            for (const model::Parameter& parameter : procedure_.parameters) write_field(1, parameter.field);
        }
        write_rolls();
        line(0, key(cases::Key::acts) + ":");
        commented_ = true;
        line(1, say("desk.new.case.records"));
        for (const model::Step& step : procedure_.steps) write_step(step);
        for (const model::Event& event : procedure_.events) write_event(event);
        for (const model::Finding& finding : procedure_.findings) write_finding(finding);
        line(1, say("desk.new.case.always"));
        return std::move(out_);
    }

private:
    std::string say(std::string_view sentence_key, const std::vector<messages::Value>& values = {}) const {
        return messages::format(messages::find(sentence_key, catalogue(language_)), values);
    }
    std::string key(cases::Key wanted) const {
        for (const cases::KeyWord& word : cases::key_words()) {
            if (word.key == wanted) return std::string(language_ == Language::zh ? word.zh : word.en);
        }
        return {};
    }
    void line(int depth, const std::string& text, const std::string& comment = {}) {
        // Records are commented out: what is left as it came was not done. Without its "# " a line stands at its place.
        const auto indent = static_cast<std::size_t>(depth) * 2;
        if (commented_) {
            out_ += "  # ";
            out_.append(indent - 2, ' ');
        } else {
            out_.append(indent, ' ');
        }
        out_ += text;
        if (!comment.empty()) out_ += "    # " + comment;
        out_ += '\n';
    }
    /// The name as YAML reads it again: in quotes where a sign of it, or the whole word, means something there.
    static std::string yaml(std::string_view name) {
        static constexpr std::string_view signs = ",[]{}&*!|>'\"%@`#:";
        const bool odd = name.empty() || name.front() == '-' || name.front() == '?' || name.front() == ' ' || name.back() == ' ' ||
                         name.find_first_of(signs) != name.npos || base::visible(name) != name || name == "~" || name == "null";
        return odd ? base::json_string(name) : std::string(name);
    }
    static std::string join(const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
        return text;
    }

    void write_field(int depth, const model::Field& field) {
        std::string comment;
        if (field.choices) {
            const auto& names = procedure_.choice_sets[field.choices.index()].names;
            comment = say(field.type == model::Type::list ? "desk.new.case.list" : "desk.new.case.choice", {{"names", join(names)}});
        } else {
            comment = say("desk.new.case.type." + std::string(type_key(field.type)));
        }
        line(depth, yaml(field.name) + ":", comment);
    }

    void write_event(const model::Event& event) {
        line(1, "- " + key(cases::Key::event) + ": " + yaml(event.name), say("desk.new.case.event"));
        line(2, key(cases::Key::date) + ":", say("desk.new.case.type.date"));
        write_actors(event.actors);
        for (const model::Field& field : event.fields) write_field(2, field);
    }

    void write_finding(const model::Finding& finding) {
        line(1, "- " + key(cases::Key::finding) + ": " + yaml(finding.name), say("desk.new.case.finding"));
        line(2, key(cases::Key::date) + ":", say("desk.new.case.type.date"));
        write_actors(finding.actors);
        model::Field conclusion = finding.conclusion;
        conclusion.name = key(cases::Key::conclusion);
        write_field(2, conclusion);
    }

    void write_actors(const std::vector<model::ActorId>& actors) {
        std::vector<std::string> names;
        for (const model::ActorId actor : actors) names.push_back(procedure_.actors[actor.index()].name);
        if (!names.empty()) line(2, key(cases::Key::by) + ":", say("desk.new.case.choice", {{"names", join(names)}}));
    }

    static std::string_view type_key(model::Type type) {
        switch (type) {
            case model::Type::boolean: return "boolean";
            case model::Type::integer: return "integer";
            case model::Type::money: return "money";
            case model::Type::date: return "date";
            case model::Type::choice: return "text";
            case model::Type::list: return "list";
            case model::Type::text: return "text";
            case model::Type::person: return "person";
            case model::Type::share: return "share";
            case model::Type::period: return "period";
            case model::Type::outcome: return "text";
            case model::Type::days:
            case model::Type::working_days: return "integer";
        }
        return "text";
    }

    void write_rolls() {
        std::vector<std::string> bodies;
        for (const model::Step& step : procedure_.steps) {
            if (!step.body) continue;
            const std::string& name = procedure_.actors[step.body.index()].name;
            if (std::find(bodies.begin(), bodies.end(), name) == bodies.end()) bodies.push_back(name);
        }
        if (bodies.empty()) return;
        line(0, key(cases::Key::rolls) + ":");
        for (const std::string& name : bodies) line(1, yaml(name) + ":", say("desk.new.case.people"));
    }

    bool asks(const model::Step& step, model::RequirementKind kind) const {
        return std::any_of(step.requirements.begin(), step.requirements.end(),
                           [&](model::RequirementId id) { return procedure_.requirement(id).kind == kind; });
    }
    /// The items that the step's 公示 内容 or 记录 statements name.
    std::string items(const model::Step& step, model::RequirementKind kind) const {
        std::uint64_t mask = 0;
        for (const model::RequirementId id : step.requirements) {
            if (procedure_.requirement(id).kind == kind) mask |= procedure_.requirement(id).content_mask;
        }
        std::string text;
        for (std::size_t i = 0; i < procedure_.content_names.size(); ++i) {
            if ((mask >> i & 1U) != 0) text += (text.empty() ? "" : ", ") + procedure_.content_names[i];
        }
        return text;
    }

    void write_items(cases::Key which, const std::string& names) {
        line(2, key(which) + ":", say("desk.new.case.list", {{"names", names}}));
    }

    /// Where the rule asks for media the record says of each how long the notice hung there.
    bool write_runs(const model::Step& step) {
        std::vector<std::uint16_t> media;
        for (const model::RequirementId id : step.requirements) {
            const auto medium = procedure_.requirement(id).medium;
            if (medium != model::any_medium && std::find(media.begin(), media.end(), medium) == media.end()) media.push_back(medium);
        }
        if (!media.empty()) line(2, key(cases::Key::runs) + ":");
        for (const auto medium : media) {
            line(3, "- " + key(cases::Key::medium) + ": " + yaml(procedure_.media[medium]));
            line(4, key(cases::Key::start) + ":", say("desk.new.case.type.date"));
            line(4, key(cases::Key::end) + ":", say("desk.new.case.type.date"));
        }
        return !media.empty();
    }

    void write_step(const model::Step& step) {
        line(1, "- " + key(cases::Key::step) + ": " + yaml(step.name), step.optional ? say("desk.new.case.optional") : std::string());
        if (!step.posting) {
            line(2, key(cases::Key::date) + ":", say("desk.new.case.type.date"));
        } else if (!write_runs(step)) {
            line(2, key(cases::Key::start) + ":", say("desk.new.case.type.date"));
            line(2, key(cases::Key::end) + ":", say("desk.new.case.type.date"));
        }
        if (!step.body) write_actors(step.actors);
        if (step.body) {
            for (const cases::Key count : {cases::Key::present, cases::Key::yes, cases::Key::no, cases::Key::abstain})
                line(2, key(count) + ":");
        }
        if (asks(step, model::RequirementKind::ballot_form)) line(2, key(cases::Key::ballot_form) + ":");
        if (asks(step, model::RequirementKind::materials)) line(2, key(cases::Key::materials) + ":", say("desk.new.case.type.date"));
        if (asks(step, model::RequirementKind::posting_contents)) {
            write_items(cases::Key::contents, items(step, model::RequirementKind::posting_contents));
        }
        if (asks(step, model::RequirementKind::minutes)) {
            write_items(cases::Key::minutes, items(step, model::RequirementKind::minutes));
        }
        for (const model::Field& field : step.fields) write_field(2, field);
    }

    const model::Procedure& procedure_;
    Language language_;
    std::string out_;
    bool commented_ = false;
};

}  // namespace

std::string case_skeleton(const model::Procedure& procedure, std::string_view id, Language language) {
    return Skeleton(procedure, language).write(id);
}

}  // namespace guicheng::engine
