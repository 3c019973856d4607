#include "cases/tables.hpp"

#include <algorithm>
#include <string_view>

namespace guicheng::cases {
namespace {

void add_all(NameTable& table, const auto& things, auto name_of) {
    NameTable::Number number = 0;
    for (const auto& thing : things) table.add(name_of(thing), number++);
}

constexpr auto own_name = [](const auto& thing) -> std::string_view { return thing.name; };
constexpr auto itself = [](const std::string& name) -> std::string_view { return name; };

}  // namespace

Tables::Tables(const model::Procedure& of, std::span<const model::Procedure* const> beside)
    : procedure(of),
      top_keys(key_table(Where::top)),
      act_keys(key_table(Where::act)),
      ballot_keys(key_table(Where::ballot)),
      run_keys(key_table(Where::run)),
      nothing(word_table(Words::nothing)),
      boolean(word_table(Words::boolean)) {
    choices.resize(of.choice_sets.size());
    for (std::size_t i = 0; i < choices.size(); ++i) add_all(choices[i], of.choice_sets[i].names, itself);
    matter = record(of.fields);
    add_all(parameters, of.parameters, [](const auto& it) -> std::string_view { return it.field.name; });
    for (const auto& parameter : of.parameters) parameter_slots.push_back(slot(parameter.field));
    add_all(actors, of.actors, own_name);
    for (const auto& actor : of.actors) add_all(classes.emplace_back(), actor.classes, itself);
    add_all(contents, of.content_names, itself);
    add_all(media, of.media, itself);
    add_all(steps.names, of.steps, own_name);
    for (const auto& step : of.steps) steps.records.push_back(record(step.fields));
    for (const auto& step : of.steps) postings.push_back(step.posting);
    add_all(events.names, of.events, own_name);
    for (const auto& event : of.events) events.records.push_back(record(event.fields));
    add_all(findings.names, of.findings, own_name);
    for (const auto& finding : of.findings) findings.records.push_back({{}, {slot(finding.conclusion)}});
    for (const auto* table : {&steps, &events, &findings})
        for (const auto& fields : table->records) most_fields = std::max(most_fields, fields.slots.size());
    for (const auto* other : beside)
        if (other != &of) add_foreign(*other);
}

FieldSlot Tables::slot(const model::Field& field) const {
    return {field.type, field.choices ? &choices[field.choices.index()] : nullptr};
}

RecordTable Tables::record(const std::vector<model::Field>& fields) {
    RecordTable made;
    add_all(made.names, fields, own_name);
    for (const auto& field : fields) made.slots.push_back(slot(field));
    return made;
}

void Tables::add_foreign(const model::Procedure& other) {
    const auto add = [](NameTable& table, const auto& things) {
        for (const auto& thing : things) table.add(thing.name, foreign);
    };
    add(matter.names, other.fields);
    add(actors, other.actors);
    add(steps.names, other.steps);
    add(events.names, other.events);
    add(findings.names, other.findings);
    for (const auto& parameter : other.parameters) parameters.add(parameter.field.name, foreign);
    for (const auto& medium : other.media) media.add(medium, foreign);
    for (const auto& step : other.steps)
        if (const auto own = steps.names.find(step.name); own < foreign && step.posting) postings[own] = true;
    // A step that both know may have fields that only the other asks for.
    for (const auto& step : other.steps)
        if (const auto own = steps.names.find(step.name); own < foreign) add(steps.records[own].names, step.fields);
    for (const auto& event : other.events)
        if (const auto own = events.names.find(event.name); own < foreign) add(events.records[own].names, event.fields);
}

}  // namespace guicheng::cases
