#include "cases/schema.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/json_string.hpp"
#include "cases/case.hpp"
#include "cases/keys.hpp"
#include "cases/quantities.hpp"

namespace guicheng::cases {
namespace {

// ---- JSON, as text

std::string quoted(std::string_view text) {
    return base::json_string(text);
}

using Members = std::vector<std::pair<std::string, std::string>>;

std::string object(const Members& members) {
    std::string out = "{";
    for (const auto& [key, value] : members) out += (out.size() > 1 ? "," : "") + quoted(key) + ":" + value;
    return out + "}";
}

std::string array(const std::vector<std::string>& items) {
    std::string out = "[";
    for (const auto& item : items) out += (out.size() > 1 ? "," : "") + item;
    return out + "]";
}

/// Two blanks for each level. `json` is what the functions above make: no blanks outside texts.
std::string indented(std::string_view json) {
    std::string out;
    std::size_t depth = 0;
    const auto line = [&] { out.append("\n").append(depth * 2, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        const bool empty = i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
        if (c == '"') {
            const std::size_t begin = i;
            while (json[++i] != '"')
                if (json[i] == '\\') ++i;
            out += json.substr(begin, i + 1 - begin);
        } else if ((c == '{' || c == '[') && empty) {
            out += {c, json[++i]};
        } else if (c == '{' || c == '[') {
            out += c;
            ++depth;
            line();
        } else if (c == '}' || c == ']') {
            --depth;
            line();
            out += c;
        } else {
            out += c;
            if (c == ',') line();
            if (c == ':') out += ' ';
        }
    }
    return out + "\n";
}

// ---- pieces of schemas

std::string ref(std::string_view name) {
    return object({{"$ref", quoted(fmt::format("#/$defs/{}", name))}});
}
std::string any_of(const std::vector<std::string>& schemas) {
    return object({{"anyOf", array(schemas)}});
}
std::string one_of_texts(const std::vector<std::string>& texts) {
    std::vector<std::string> items;
    for (const auto& text : texts) items.push_back(quoted(text));
    return object({{"enum", array(items)}});
}
std::string list_of(const std::string& item) {
    return object({{"type", quoted("array")}, {"items", item}});
}
std::string pattern(std::string_view expression) {
    return object({{"type", quoted("string")}, {"pattern", quoted(expression)}});
}

/// A text as a pattern that matches it alone.
std::string literally(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\^$.|?*+()[]{}/").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::vector<std::string> spellings(Words list, int number = -1) {
    std::vector<std::string> out;
    for (const auto& word : words())
        if (word.list == list && (number < 0 || word.number == number))
            for (const auto spelling : {word.zh, word.en})
                if (!spelling.empty()) out.emplace_back(spelling);
    return out;
}
std::string word_of(Words list) {
    return any_of({one_of_texts(spellings(list)), ref("nothing")});
}

/// A closed map: each of its keys in both spellings.
std::string closed(const Members& properties) {
    return object({{"type", quoted("object")}, {"properties", object(properties)}, {"additionalProperties", "false"}});
}
void add(Members& to, Where where, Key key, const std::string& schema) {
    for (const auto& row : key_words())
        if (row.where == where && row.key == key) {
            to.emplace_back(row.zh, schema);
            to.emplace_back(row.en, schema);
        }
}
/// The map must have the key in one of its spellings.
std::string asks_for(Where where, Key key) {
    std::vector<std::string> ways;
    for (const auto& row : key_words())
        if (row.where == where && row.key == key)
            for (const auto spelling : {row.zh, row.en}) ways.push_back(object({{"required", array({quoted(spelling)})}}));
    return any_of(ways);
}

class SchemaWriter {
public:
    explicit SchemaWriter(const model::Procedure& procedure) : procedure_(procedure) {}
    std::string write() const;

private:
    Members definitions() const;
    std::string attributes() const;
    std::string ballot() const;
    static std::string run();
    static std::string signature();
    static std::vector<std::string> days_in_runs();
    std::string value(const model::Field& field) const;
    std::string rolls() const;
    static std::string tallies(const model::Actor& body);
    static std::string offices();
    static std::string delegations();
    std::string parameters() const;
    std::string acts() const;
    std::string expected() const;
    std::string act(Key kind, const std::string& name, const std::vector<model::Field>& own, Members more = {},
                    std::vector<std::string> also = {}) const;
    std::vector<std::string> steps() const {
        std::vector<std::string> names;
        for (const auto& step : procedure_.steps) names.push_back(step.name);
        return names;
    }

    const model::Procedure& procedure_;
};

Members SchemaWriter::definitions() const {
    auto unknown = spellings(Words::nothing, 1);
    std::vector<std::string> nothing = {"null"};
    for (const auto& word : unknown) nothing.push_back(quoted(word));
    const std::string none = one_of_texts(spellings(Words::nothing, 2));
    const std::string scalar = object({{"type", array({quoted("string"), quoted("number"), quoted("boolean"), quoted("null")})}});
    const std::string text = object({{"type", quoted("string")}});
    const std::string number = object({{"type", quoted("integer")}, {"minimum", "0"}, {"maximum", std::to_string(largest_count)}});
    const std::string head = fmt::format(" ?({})?", fmt::join(spelling::heads(), "|"));
    return {
        {"nothing", object({{"enum", array(nothing)}})},
        {"boolean", any_of({object({{"type", quoted("boolean")}}), one_of_texts(spellings(Words::boolean)), ref("nothing")})},
        {"count", any_of({number, pattern("^[0-9]+" + head + "$"), none, ref("nothing")})},
        {"integer", any_of({object({{"type", quoted("integer")}}), pattern("^-?[0-9]+" + head + "$"), ref("nothing")})},
        {"money", any_of({object({{"type", quoted("number")}, {"minimum", "0"}}), pattern("^[0-9]"), ref("nothing")})},
        {"date", any_of({pattern("^[0-9]{4}.*[0-9]"), none, ref("nothing")})},
        {"text", scalar},
        {"name", object({{"type", array({quoted("string"), quoted("number")})}, {"minLength", "1"}})},
        {"share", any_of({text, ref("nothing")})},
        {"period", any_of({text, ref("nothing")})},
        {"contents", any_of({scalar, list_of(scalar)})},
        {"ballot", ballot()},
        {"run", run()},
        {"signature", signature()},
        {"act", attributes()},
    };
}

std::string SchemaWriter::ballot() const {
    Members keys;
    add(keys, Where::ballot, Key::who, ref("name"));
    add(keys, Where::ballot, Key::vote, word_of(Words::vote));
    add(keys, Where::ballot, Key::way, word_of(Words::way));
    add(keys, Where::ballot, Key::by_proxy, any_of({ref("name"), ref("nothing")}));
    return object({{"type", quoted("object")},
                   {"properties", object(keys)},
                   {"additionalProperties", "false"},
                   {"allOf", array({asks_for(Where::ballot, Key::who)})}});
}

std::string SchemaWriter::run() {
    Members keys;
    add(keys, Where::run, Key::medium, any_of({ref("name"), ref("nothing")}));
    add(keys, Where::run, Key::start, pattern("^[0-9]{4}.*[0-9]"));
    add(keys, Where::run, Key::end, ref("date"));
    return object({{"type", quoted("object")},
                   {"properties", object(keys)},
                   {"additionalProperties", "false"},
                   {"allOf", array({asks_for(Where::run, Key::start)})}});
}

std::string SchemaWriter::signature() {
    Members keys;
    add(keys, Where::signature, Key::office, ref("name"));
    add(keys, Where::signature, Key::persons, any_of({ref("name"), ref("nothing")}));
    add(keys, Where::signature, Key::date, ref("date"));
    add(keys, Where::signature, Key::seal, ref("boolean"));
    return object({{"type", quoted("object")},
                   {"properties", object(keys)},
                   {"additionalProperties", "false"},
                   {"allOf", array({asks_for(Where::signature, Key::office)})}});
}

/// What every record may carry, whatever it is of.
std::string SchemaWriter::attributes() const {
    Members reason;
    add(reason, Where::reason, Key::contents, ref("text"));
    add(reason, Where::reason, Key::date, ref("date"));
    Members keys;
    for (const Key key : {Key::date, Key::start, Key::end, Key::materials}) add(keys, Where::act, key, ref("date"));
    for (const Key key : {Key::entitled, Key::yes, Key::no, Key::abstain, Key::other, Key::spoiled, Key::registered})
        add(keys, Where::act, key, ref("count"));
    for (const Key key : {Key::by, Key::form, Key::place}) add(keys, Where::act, key, ref("text"));
    for (const Key key : {Key::contents, Key::minutes}) add(keys, Where::act, key, ref("contents"));
    for (const Key key : {Key::id, Key::corrects}) add(keys, Where::act, key, any_of({ref("name"), ref("nothing")}));
    add(keys, Where::act, Key::present, any_of({ref("count"), list_of(ref("name"))}));
    add(keys, Where::act, Key::ballot_form, word_of(Words::ballot_form));
    add(keys, Where::act, Key::declared, word_of(Words::declared));
    add(keys, Where::act, Key::reason, any_of({ref("text"), closed(reason)}));
    add(keys, Where::act, Key::ballots, any_of({list_of(ref("ballot")), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")}));
    add(keys, Where::act, Key::persons, any_of({ref("name"), list_of(ref("name")), ref("nothing")}));
    add(keys, Where::act, Key::signatures, any_of({list_of(ref("signature")), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")}));
    add(keys, Where::act, Key::remark, "true");
    return object({{"type", quoted("object")}, {"properties", object(keys)}});
}

std::string SchemaWriter::value(const model::Field& field) const {
    using model::Type;
    const auto choice = [&] { return one_of_texts(procedure_.choice_sets[field.choices.index()].names); };
    switch (field.type) {
        case Type::boolean: return ref("boolean");
        case Type::integer:
        case Type::days:
        case Type::working_days: return ref("integer");
        case Type::money: return ref("money");
        case Type::date: return ref("date");
        case Type::choice: return any_of({choice(), ref("nothing")});
        case Type::list:
            if (!field.choices) return ref("contents");
            return any_of({choice(), list_of(choice()), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")});
        case Type::text:
        case Type::person: return ref("text");
        case Type::share: return ref("share");
        case Type::period: return ref("period");
        case Type::outcome: return word_of(Words::outcome);
    }
    return "true";
}

std::string SchemaWriter::rolls() const {
    Members bodies;
    for (const auto& actor : procedure_.actors) {
        Members entry;
        add(entry, Where::roll, Key::name, ref("name"));
        add(entry, Where::roll, Key::number, ref("count"));
        for (const Key key : {Key::from, Key::until}) add(entry, Where::roll, key, ref("date"));
        if (!actor.classes.empty()) {
            const auto one = one_of_texts(actor.classes);
            add(entry, Where::roll, Key::classes, any_of({one, list_of(one), ref("nothing")}));
            Members counts;
            for (const auto& name : actor.classes) counts.emplace_back(name, ref("count"));
            add(entry, Where::roll, Key::of_which, closed(counts));
        }
        const auto closed_entry = closed(entry);
        bodies.emplace_back(actor.name, any_of({ref("count"), closed_entry, list_of(any_of({ref("name"), closed_entry}))}));
    }
    return any_of({closed(bodies), ref("nothing")});
}

std::string SchemaWriter::tallies(const model::Actor& body) {
    Members counts;
    for (const Key key : {Key::entitled, Key::present, Key::yes, Key::no, Key::abstain, Key::other, Key::spoiled, Key::registered})
        add(counts, Where::tally, key, ref("count"));
    Members classes;
    for (const auto& name : body.classes) classes.emplace_back(name, any_of({closed(counts), ref("nothing")}));
    return closed(classes);
}

std::string SchemaWriter::offices() {
    Members keys;
    for (const Key key : {Key::office, Key::persons}) add(keys, Where::office, key, ref("name"));
    for (const Key key : {Key::from, Key::until}) add(keys, Where::office, key, ref("date"));
    const auto entry = object({{"type", quoted("object")},
                               {"properties", object(keys)},
                               {"additionalProperties", "false"},
                               {"allOf", array({asks_for(Where::office, Key::office), asks_for(Where::office, Key::persons)})}});
    return any_of({list_of(entry), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")});
}

std::string SchemaWriter::delegations() {
    Members keys;
    for (const Key key : {Key::by, Key::given_to}) add(keys, Where::delegation, key, ref("name"));
    for (const Key key : {Key::from, Key::until}) add(keys, Where::delegation, key, ref("date"));
    add(keys, Where::delegation, Key::steps, any_of({ref("name"), list_of(ref("name")), ref("nothing")}));
    add(keys, Where::delegation, Key::at_most, ref("money"));
    const auto entry = object({{"type", quoted("object")},
                               {"properties", object(keys)},
                               {"additionalProperties", "false"},
                               {"allOf", array({asks_for(Where::delegation, Key::by), asks_for(Where::delegation, Key::given_to)})}});
    return any_of({list_of(entry), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")});
}

std::string SchemaWriter::parameters() const {
    Members names;
    for (const auto& parameter : procedure_.parameters) {
        Members keys;
        add(keys, Where::parameter, Key::value, value(parameter.field));
        add(keys, Where::parameter, Key::from, ref("date"));
        add(keys, Where::parameter, Key::authority, ref("text"));
        const std::string entry = object({{"type", quoted("object")},
                                          {"properties", object(keys)},
                                          {"additionalProperties", "false"},
                                          {"allOf", array({asks_for(Where::parameter, Key::value)})}});
        names.emplace_back(parameter.field.name, any_of({value(parameter.field), entry, list_of(entry)}));
    }
    return any_of({closed(names), ref("nothing")});
}

/// A record of one kind: what it is, its own fields, and what every record may carry.
std::string SchemaWriter::act(Key kind, const std::string& name, const std::vector<model::Field>& own, Members more,
                              std::vector<std::string> also) const {
    add(more, Where::act, kind, object({{"const", quoted(name)}}));
    for (const auto& field : own) {
        const auto taken = key_table(Where::act).find(field.name);
        if (taken == NameTable::none || taken == static_cast<NameTable::Number>(Key::conclusion))
            more.emplace_back(field.name, value(field));
    }
    also.insert(also.end(), {ref("act"), asks_for(Where::act, kind)});
    return object({{"allOf", array(also)}, {"properties", object(more)}, {"unevaluatedProperties", "false"}});
}

/// Where runs are listed the act has no days of its own.
std::vector<std::string> SchemaWriter::days_in_runs() {
    std::vector<std::string> lists, days;
    for (const auto& row : key_words()) {
        if (row.where != Where::act) continue;
        for (const auto spelling : {row.zh, row.en}) {
            const std::string has = array({quoted(spelling)});
            const std::string list = object({{std::string(spelling), object({{"type", quoted("array")}})}});
            if (row.key == Key::runs) lists.push_back(object({{"required", has}, {"properties", list}}));
            if (row.key == Key::date || row.key == Key::start || row.key == Key::end) days.push_back(object({{"required", has}}));
        }
    }
    return {object({{"not", object({{"allOf", array({any_of(lists), any_of(days)})}})}})};
}

std::string SchemaWriter::acts() const {
    std::vector<std::string> kinds;
    for (const auto& step : procedure_.steps) {
        Members own;
        const std::string list = object({{"type", quoted("array")}, {"items", ref("run")}, {"minItems", "1"}});
        if (step.posting) add(own, Where::act, Key::runs, any_of({list, ref("nothing")}));
        if (step.body && !procedure_.actors[step.body.index()].classes.empty())
            add(own, Where::act, Key::counts_of, any_of({tallies(procedure_.actors[step.body.index()]), ref("nothing")}));
        kinds.push_back(act(Key::step, step.name, step.fields, own, step.posting ? days_in_runs() : std::vector<std::string>{}));
    }
    std::vector<std::string> known;
    for (const auto& event : procedure_.events) {
        kinds.push_back(act(Key::event, event.name, event.fields));
        known.push_back(event.name);
    }
    for (const auto& finding : procedure_.findings) {
        Members conclusion;
        add(conclusion, Where::act, Key::conclusion, value(finding.conclusion));
        kinds.push_back(act(Key::finding, finding.name, {}, conclusion));
    }
    for (const auto& word : words()) {
        if (word.list != Words::act) continue;
        for (const auto spelling : {word.zh, word.en}) {
            Members step;
            add(step, Where::act, Key::step, one_of_texts(steps()));
            std::vector<std::string> also;
            if (word.number == static_cast<int>(ActKind::withdrawal)) also.push_back(asks_for(Where::act, Key::step));
            kinds.push_back(act(Key::event, std::string(spelling), {}, step, also));
            known.emplace_back(spelling);
        }
    }
    // An event that the rule does not know is evidence only and may say anything beside.
    Members unknown;
    add(unknown, Where::act, Key::event, object({{"type", quoted("string")}, {"not", one_of_texts(known)}}));
    add(unknown, Where::act, Key::step, "false");
    add(unknown, Where::act, Key::finding, "false");
    kinds.push_back(object({{"allOf", array({ref("act"), asks_for(Where::act, Key::event)})}, {"properties", object(unknown)}}));
    return any_of({list_of(any_of(kinds)), ref("nothing")});
}

std::string SchemaWriter::expected() const {
    std::vector<std::string> ids;
    for (const auto& requirement : procedure_.requirements) ids.push_back(requirement.id);
    // Beside other procedures a name may say whose it is: 规程名/步骤名. Of the others' names only that form is known here.
    const std::string own = procedure_.name + "/";
    for (const auto& requirement : procedure_.requirements) ids.push_back(own + requirement.id);
    const std::string of_others = "^(?!" + literally(own) + ")[^/]+/.+$";
    const std::string one = any_of({one_of_texts(ids), pattern(of_others)});
    const std::string requirements = any_of({one, list_of(one), one_of_texts(spellings(Words::nothing, 2)), ref("nothing")});
    const std::string standing = any_of({one_of_texts(spellings(Words::status)), one_of_texts(spellings(Words::state))});
    Members of_step;
    add(of_step, Where::expected_step, Key::status, standing);
    add(of_step, Where::expected_step, Key::outcome, one_of_texts(spellings(Words::outcome)));
    add(of_step, Where::expected_step, Key::because, requirements);
    Members keys;
    add(keys, Where::expected, Key::status, one_of_texts(spellings(Words::status)));
    add(keys, Where::expected, Key::outcome, one_of_texts(spellings(Words::outcome)));
    add(keys, Where::expected, Key::violated, requirements);
    for (const auto& step : procedure_.steps)
        if (key_table(Where::expected).find(step.name) == NameTable::none)
            keys.emplace_back(step.name, any_of({standing, closed(of_step)}));
    for (const auto& step : procedure_.steps) keys.emplace_back(own + step.name, any_of({standing, closed(of_step)}));
    Members of_other_step;
    add(of_other_step, Where::expected_step, Key::status, standing);
    add(of_other_step, Where::expected_step, Key::outcome, one_of_texts(spellings(Words::outcome)));
    add(of_other_step, Where::expected_step, Key::because, "true");
    const Members others{{of_others, any_of({standing, closed(of_other_step)})}};
    return any_of({object({{"type", quoted("object")},
                           {"properties", object(keys)},
                           {"patternProperties", object(others)},
                           {"additionalProperties", "false"}}),
                   ref("nothing")});
}

std::string SchemaWriter::write() const {
    Members matter;
    for (const auto& field : procedure_.fields) matter.emplace_back(field.name, value(field));
    Members keys;
    add(keys, Where::top, Key::case_, ref("text"));
    add(keys, Where::top, Key::procedure, any_of({ref("text"), list_of(ref("text"))}));
    add(keys, Where::top, Key::version, ref("text"));
    add(keys, Where::top, Key::as_of, ref("date"));
    add(keys, Where::top, Key::closed, ref("date"));
    add(keys, Where::top, Key::record, word_of(Words::completeness));
    add(keys, Where::top, Key::matter, any_of({closed(matter), ref("nothing")}));
    add(keys, Where::top, Key::rolls, rolls());
    add(keys, Where::top, Key::offices, offices());
    add(keys, Where::top, Key::delegations, delegations());
    add(keys, Where::top, Key::parameters, parameters());
    Members standing;
    add(standing, Where::standing, Key::rolls, rolls());
    add(standing, Where::standing, Key::offices, offices());
    add(standing, Where::standing, Key::delegations, delegations());
    add(standing, Where::standing, Key::parameters, parameters());
    add(standing, Where::standing, Key::remark, "true");
    add(keys, Where::top, Key::standing, any_of({ref("name"), closed(standing), ref("nothing")}));
    add(keys, Where::top, Key::acts, acts());
    add(keys, Where::top, Key::expected, expected());
    add(keys, Where::top, Key::remark, "true");
    const std::string title = procedure_.version.empty() ? procedure_.name : procedure_.name + " " + procedure_.version;
    return indented(object({{"$schema", quoted("https://json-schema.org/draft/2020-12/schema")},
                            {"title", quoted(title)},
                            {"type", quoted("object")},
                            {"properties", object(keys)},
                            {"additionalProperties", "false"},
                            {"$defs", object(definitions())}}));
}

}  // namespace

std::string case_schema(const model::Procedure& procedure) {
    return SchemaWriter(procedure).write();
}

}  // namespace guicheng::cases
