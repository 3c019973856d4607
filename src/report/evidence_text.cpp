#include "report/evidence_text.hpp"

#include <set>

#include "base/number.hpp"
#include "report/comparison_text.hpp"
#include "report/counting_text.hpp"
#include "verdict/names.hpp"

namespace guicheng::report {

namespace {

using verdict::Finding;

/// The field, parameter or conclusion of that name; a verdict knows its values as text only.
const model::Field* field_named(const model::Procedure* procedure, std::string_view name) {
    if (procedure == nullptr) return nullptr;
    for (const auto& field : procedure->fields) {
        if (field.name == name) return &field;
    }
    for (const auto& parameter : procedure->parameters) {
        if (parameter.field.name == name) return &parameter.field;
    }
    for (const auto& each : procedure->findings) {
        if (each.name == name) return &each.conclusion;
    }
    return nullptr;
}

/// The items of a list that are choices; its text joins them by spaces.
std::vector<std::string> chosen(const model::Procedure& procedure, const model::Field& field, std::string_view text) {
    std::vector<std::string> items;
    for (const auto& name : procedure.choice_sets[field.choices.index()].names) {
        if (text.substr(0, name.size()) != name) continue;
        if (text.size() > name.size() && text[name.size()] != ' ') continue;
        items.push_back(name);
        text.remove_prefix(std::min(text.size(), name.size() + 1));
    }
    return items;
}

std::string period_value(const Words& words, const std::string& text) {
    using calendar::Unit;
    const auto space = text.find(' ');
    const auto amount = base::read_integer(text.substr(0, space));
    if (!amount || space == std::string::npos) return text;
    for (const auto unit : {Unit::days, Unit::working_days, Unit::weeks, Unit::months, Unit::years}) {
        if (text.substr(space + 1) == verdict::name(unit)) return words.amount(measure_of(unit), *amount);
    }
    return text;
}

std::string share_value(const Words& words, const std::string& text) {
    const auto slash = text.find('/');
    if (slash == std::string::npos) return text;
    const auto num = base::read_integer(text.substr(0, slash));
    const auto den = base::read_integer(text.substr(slash + 1));
    return num && den ? words.fraction({*num, *den}) : text;
}

/// A recorded value as people write it: yes or no, an amount with its unit, a list with its commas.
std::string typed_words(const Words& words, const model::Procedure* procedure, const model::Field* field, const std::string& text) {
    if (text.empty()) return words.say("evidence.nothing");
    const auto type = field != nullptr ? field->type : model::Type::boolean;
    switch (type) {
        case model::Type::boolean:
            if (text == "true") return words.say("expr.true");
            if (text == "false") return words.say("expr.false");
            return words.say("evidence.text", {{"text", text}});
        case model::Type::list: {
            if (!field->choices) return words.say("evidence.text", {{"text", text}});
            const auto items = chosen(*procedure, *field, text);
            return items.empty() ? words.say("evidence.text", {{"text", text}}) : words.quoted_list(items);
        }
        case model::Type::outcome: return Words::has("outcome." + text) ? words.say("outcome." + text) : text;
        case model::Type::money: return words.say("amount.money", {{"n", text}});
        case model::Type::period: return period_value(words, text);
        case model::Type::choice:
        case model::Type::text:
        case model::Type::person: return words.say("evidence.text", {{"text", text}});
        case model::Type::share: return share_value(words, text);
        case model::Type::integer:
        case model::Type::date:
        case model::Type::days:
        case model::Type::working_days: return text;
    }
    return text;
}

std::string value_words(const Words& words, const model::Procedure* procedure, const verdict::Evidence& evidence) {
    return typed_words(words, procedure, field_named(procedure, evidence.name), evidence.value);
}

/// A field that a step records.
const model::Field* recorded_field(const model::Procedure* procedure, std::string_view step, std::string_view name) {
    if (procedure == nullptr) return nullptr;
    for (const auto& each : procedure->steps) {
        if (each.name != step) continue;
        for (const auto& field : each.fields)
            if (field.name == name) return &field;
    }
    return nullptr;
}

/// A value of an act: an attribute in its words, a field by its type.
std::string act_value_words(const Words& words, const model::Procedure* procedure, const verdict::Evidence& evidence) {
    for (const auto* const key : {"form.", "ballot.", "outcome."}) {
        const bool meant = evidence.of == "form" ? key == std::string_view("form.")
                           : evidence.of == "ballot_form"
                               ? key == std::string_view("ballot.")
                               : (evidence.of == "outcome" || evidence.of == "declared") && key == std::string_view("outcome.");
        if (meant && Words::has(key + evidence.value)) return words.say(key + evidence.value);
    }
    if (Words::has("attribute." + evidence.of)) return evidence.value.empty() ? words.say("evidence.nothing") : evidence.value;
    return typed_words(words, procedure, recorded_field(procedure, evidence.name, evidence.of), evidence.value);
}

/// One value: of a field, of an act, or how many.
std::string value_item(const Words& words, const Finding& finding, const model::Procedure* procedure, const verdict::Evidence& evidence) {
    if (evidence.of.empty())
        return words.say("evidence.value", {{"name", evidence.name}, {"value", value_words(words, procedure, evidence)}});
    if (evidence.of == "held") {
        const auto slash = evidence.value.find('/');
        return words.say("evidence.held", {{"what", counted_text(words, finding, procedure, evidence.name, evidence.where)},
                                           {"n", evidence.value.substr(0, slash)},
                                           {"all", evidence.value.substr(slash + 1)}});
    }
    if (evidence.of == "count")
        return words.say("evidence.count",
                         {{"what", counted_text(words, finding, procedure, evidence.name, evidence.where)}, {"n", evidence.value}});
    for (const auto* const key : {"days", "working_days"})
        if (evidence.of == key) return words.say("evidence." + evidence.of, {{"name", evidence.name}, {"n", evidence.value}});
    const auto what = Words::has("attribute." + evidence.of) ? words.say("attribute." + evidence.of)
                                                             : words.say("evidence.field", {{"name", evidence.of}});
    return words.say("evidence.act", {{"name", evidence.name}, {"what", what}, {"value", act_value_words(words, procedure, evidence)}});
}

/// A day that was reckoned, and a count that is open: the sentence on how it was counted says all of it.
bool told_as_span(const verdict::Evidence& evidence) {
    return evidence.counting && (evidence.value.empty() || evidence.of == "day_after" || evidence.of == "day_before");
}

}  // namespace

std::vector<std::string> disregarded_texts(const Words& words, const Finding& finding) {
    std::vector<std::string> out;
    for (const auto& evidence : finding.evidence) {
        if (evidence.disregarded == verdict::Disregarded::none) continue;
        out.push_back(
            words.say("disregarded." + std::string(verdict::name(evidence.disregarded)),
                      {{"n", std::to_string(std::int64_t{evidence.record} + 1)}, {"name", evidence.name}, {"who", evidence.value}}));
    }
    return out;
}

std::string evidence_text(const Words& words, const Finding& finding, const model::Procedure* procedure) {
    std::set<std::int64_t> positions;
    std::vector<std::string> items;
    for (const auto& evidence : finding.evidence) {
        if (evidence.disregarded != verdict::Disregarded::none) continue;  // nothing rests on it: disregarded_texts
        if (evidence.record >= 0) {
            positions.insert(std::int64_t{evidence.record} + 1);
        } else if (!counts_told(finding, evidence) && !told_as_span(evidence)) {
            items.push_back(value_item(words, finding, procedure, evidence));
        }
    }
    std::vector<std::string> records;
    for (const auto position : positions) records.push_back(std::to_string(position));
    if (!records.empty()) {
        const auto* const key = records.size() == 1 ? "evidence.record" : "evidence.records";
        items.insert(items.begin(), words.say(key, {{"n", words.join(records)}}));
    }
    return items.empty() ? std::string{} : words.say("evidence", {{"list", words.join(items, "detail_join")}});
}

}  // namespace guicheng::report
