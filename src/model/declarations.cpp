// Names: every declaration gets its id before anything is looked up, so that the order of the text does not matter.
#include "model/declarations.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

/// A matter's field may not be a share or a period, which have no operators (section 3).
enum class Holder : std::uint8_t { matter, record, parameter, conclusion };

bool belongs(Type type, Holder holder) {
    if (type == Type::share) return holder == Holder::parameter || holder == Holder::record;  // a vote may set the threshold of a later one
    return type != Type::period || holder == Holder::parameter;
}

std::optional<ChoiceSetId> choice_set(Draft& d, const syntax::TypeExpr& type) {
    ChoiceSet set;
    std::map<std::string, base::Span> seen;
    for (const auto& name : type.names) {
        const auto [it, fresh] = seen.emplace(name.text, name.span);
        if (!fresh) {
            d.twice(name.text, name.span, it->second);
            continue;
        }
        set.names.push_back(name.text);
    }
    const auto most = type.word == Keyword::type_list ? most_list_names : most_ids;
    if (set.names.size() > most) {
        d.error("M010", type.span).arg("limit", d.word(type.word)).arg("max", std::to_string(most));
        return std::nullopt;
    }
    if (!d.fits(d.p.choice_sets.size(), d.word(Keyword::type_choice), type.span)) return std::nullopt;
    auto& places = d.choice_places.emplace_back();
    for (std::size_t i = 0; i < set.names.size(); ++i) places.emplace(set.names[i], static_cast<std::uint16_t>(i));
    d.p.choice_sets.push_back(std::move(set));
    return id_at<ChoiceSetId>(d.p.choice_sets.size() - 1);
}

std::optional<Field> make_field(Draft& d, const std::string& name, base::Span span, const syntax::TypeExpr& type, Holder holder) {
    const auto word = type_of(type.word);
    if (!word) return std::nullopt;
    Field field;
    field.name = name;
    field.type = *word;
    field.span = span;
    if (!belongs(field.type, holder)) {
        d.error("T014", type.span).arg("type", d.type_word(field.type));
        return std::nullopt;
    }
    if (type.has_names || field.type == Type::choice) {
        const auto set = choice_set(d, type);
        if (!set) return std::nullopt;
        field.choices = *set;
    }
    return field;
}

/// Fields, parameters and findings are all read by their bare name, so they share one space of names.
bool declare_operand(Draft& d, const syntax::Name& name) {
    for (const auto* earlier : {d.fields.find(name.text) ? &d.fields.find(name.text)->span : nullptr,
                                d.parameters.find(name.text) ? &d.parameters.find(name.text)->span : nullptr,
                                d.findings.find(name.text) ? &d.findings.find(name.text)->span : nullptr}) {
        if (earlier == nullptr) continue;
        d.twice(name.text, name.span, *earlier);
        return false;
    }
    return true;
}

std::vector<Field> own_fields(Draft& d, const std::vector<syntax::Field>& fields) {
    std::vector<Field> out;
    std::map<std::string, base::Span> seen;
    for (const auto& f : fields) {
        const auto [it, fresh] = seen.emplace(f.name.text, f.name.span);
        if (!fresh) {
            d.twice(f.name.text, f.name.span, it->second);
            continue;
        }
        if (out.size() == most_record_fields) {
            d.error("M010", f.span).arg("limit", d.word(Keyword::record)).arg("max", std::to_string(most_record_fields));
            break;
        }
        d.ground(f.modifiers.grounds);  // no verdict shows it, but what it cites must exist
        keep_grounds_only(d, f.modifiers, Keyword::record);
        if (auto field = make_field(d, f.name.text, f.name.span, f.type, Holder::record)) out.push_back(std::move(*field));
    }
    return out;
}

/// 结论 stands with the finding or as a statement of its block.
std::optional<syntax::TypeExpr> conclusion_type(const Statement& s) {
    if (s.type) return s.type;
    for (const auto& item : s.block)
        if (item.head == Keyword::conclusion && item.type) return item.type;
    return std::nullopt;
}

void declare_matter(Draft& d, const Statement& s) {
    for (const auto& f : s.fields) {
        if (!declare_operand(d, f.name) || !d.fits(d.p.fields.size(), d.word(Keyword::matter), f.span)) continue;
        auto field = make_field(d, f.name.text, f.name.span, f.type, Holder::matter);
        if (!field) field = Field{f.name.text, Type::boolean, {}, f.name.span};  // known from now on, so that it is complained of once
        d.fields.declare(f.name.text, id_at<FieldId>(d.p.fields.size()), f.name.span);
        d.p.fields.push_back(std::move(*field));
        d.p.field_grounds.push_back(d.ground(f.modifiers.grounds));
        keep_grounds_only(d, f.modifiers, Keyword::matter);
    }
}

void declare_parameter(Draft& d, const Statement& s) {
    if (!s.name || !s.type || !declare_operand(d, *s.name)) return;
    if (!d.fits(d.p.parameters.size(), d.word(Keyword::parameter), s.span)) return;
    auto field = make_field(d, s.name->text, s.name->span, *s.type, Holder::parameter);
    if (!field) field = Field{s.name->text, Type::boolean, {}, s.name->span};
    d.parameters.declare(s.name->text, id_at<ParameterId>(d.p.parameters.size()), s.name->span);
    d.p.parameters.push_back({std::move(*field), d.ground(s.modifiers.grounds)});
    keep_grounds_only(d, s.modifiers, Keyword::parameter);
}

void declare_finding(Draft& d, const Statement& s) {
    const auto type = conclusion_type(s);
    if (!s.name || !type || !declare_operand(d, *s.name)) return;
    if (!d.fits(d.p.findings.size(), d.word(Keyword::finding), s.span)) return;
    Finding finding;
    finding.name = s.name->text;
    finding.span = s.name->span;
    if (auto field = make_field(d, s.name->text, s.name->span, *type, Holder::conclusion)) finding.conclusion = std::move(*field);
    finding.conclusion.name = s.name->text;
    finding.ground = d.ground(s.modifiers.grounds);
    keep_grounds_only(d, s.modifiers, Keyword::finding);
    d.findings.declare(s.name->text, id_at<FindingId>(d.p.findings.size()), s.name->span);
    d.p.findings.push_back(std::move(finding));
}

/// Steps and events are both what a quantifier ranges over, so they share one space of names.
bool declare_kind(Draft& d, const syntax::Name& name) {
    const auto* step = d.steps.find(name.text);
    const auto* event = d.events.find(name.text);
    if (step == nullptr && event == nullptr) return true;
    d.twice(name.text, name.span, step != nullptr ? step->span : event->span);
    return false;
}

void declare_event(Draft& d, const Statement& s) {
    if (!s.name || !declare_kind(d, *s.name) || !d.fits(d.p.events.size(), d.word(Keyword::event), s.span)) return;
    Event event;
    event.name = s.name->text;
    event.span = s.name->span;
    for (const auto& item : s.block)
        if (item.head == Keyword::record) event.fields = own_fields(d, item.fields);
    event.ground = d.ground(s.modifiers.grounds);
    keep_grounds_only(d, s.modifiers, Keyword::event);
    d.events.declare(s.name->text, id_at<EventId>(d.p.events.size()), s.name->span);
    d.p.events.push_back(std::move(event));
}

void declare_step(Draft& d, const Statement& s) {
    if (!s.name || !declare_kind(d, *s.name) || !d.fits(d.p.steps.size(), d.word(Keyword::step), s.span)) return;
    Step step;
    step.name = s.name->text;
    step.span = s.name->span;
    step.optional = s.modality == Keyword::may;
    for (const auto& item : s.block)
        if (item.head == Keyword::record && step.fields.empty()) step.fields = own_fields(d, item.fields);
    d.steps.declare(s.name->text, id_at<StepId>(d.p.steps.size()), s.name->span);
    d.p.steps.push_back(std::move(step));
}

void classes_of(Draft& d, const Statement& body, Actor& actor) {
    std::map<std::string, base::Span> seen;
    for (const auto& item : body.block) {
        if (item.head != Keyword::classes) continue;
        for (const auto& name : item.names) {
            const auto [it, fresh] = seen.emplace(name.text, name.span);
            if (!fresh) {
                d.twice(name.text, name.span, it->second);
                continue;
            }
            if (actor.classes.size() == most_list_names) {
                d.error("M010", name.span).arg("limit", d.word(Keyword::classes)).arg("max", std::to_string(most_list_names));
                return;
            }
            actor.classes.push_back(name.text);
        }
        keep_grounds_only(d, item.modifiers, Keyword::classes);
    }
}

void declare_actors(Draft& d, const Statement& s) {
    for (const auto& name : s.names) {
        if (const auto* earlier = d.actors.find(name.text)) {
            d.twice(name.text, name.span, earlier->span);
            continue;
        }
        if (!d.fits(d.p.actors.size(), d.word(s.head), name.span)) return;
        d.actors.declare(name.text, id_at<ActorId>(d.p.actors.size()), name.span);
        Actor actor;
        actor.name = name.text;
        actor.meets = s.head == Keyword::bodies;
        actor.span = name.span;
        if (s.names.size() == 1) classes_of(d, s, actor);
        if (!s.block.empty() && s.names.size() == 1) d.bodies.emplace(id_at<ActorId>(d.p.actors.size()), &s);
        d.p.actors.push_back(std::move(actor));
    }
    if (!s.block.empty() && s.names.size() > 1)
        d.error("M046", s.names.back().span).arg("word", d.word(s.head)).arg("name", s.names.back().text);
}

}  // namespace

std::optional<Type> type_of(Keyword word) {
    switch (word) {  // NOLINT(clang-diagnostic-switch-enum): only the types have one
        case Keyword::type_choice: return Type::choice;
        case Keyword::type_list: return Type::list;
        case Keyword::type_money: return Type::money;
        case Keyword::type_integer: return Type::integer;
        case Keyword::type_date: return Type::date;
        case Keyword::type_boolean: return Type::boolean;
        case Keyword::type_text: return Type::text;
        case Keyword::type_person: return Type::person;
        case Keyword::type_share: return Type::share;
        case Keyword::type_period: return Type::period;
        default: return std::nullopt;
    }
}

void keep_grounds_only(Draft& d, const syntax::Modifiers& m, Keyword statement) {
    const auto complain = [&](base::Span span, Keyword word) {
        d.error("M021", span).arg("word", d.word(word)).arg("statement", d.word(statement));
    };
    for (const auto& c : m.conditions) complain(c.span, Keyword::when);
    for (const auto& c : m.exceptions) complain(c.span, Keyword::except);
    for (const auto& c : m.consequences) complain(c.span, Keyword::or_else);
    if (m.profile) complain(m.profile->span, Keyword::counting);
    if (m.in_force_from) complain(m.in_force_from->span, Keyword::in_force);
    for (const auto& stop : m.stops) complain(stop.span, Keyword::deduct);
}

void declare_names(Draft& d, const Statement& procedure) {
    for (const auto& s : procedure.block) {
        switch (s.head) {  // NOLINT(clang-diagnostic-switch-enum): the others declare nothing
            case Keyword::actors:
            case Keyword::bodies: declare_actors(d, s); break;
            case Keyword::matter: declare_matter(d, s); break;
            case Keyword::parameter: declare_parameter(d, s); break;
            case Keyword::finding: declare_finding(d, s); break;
            case Keyword::event: declare_event(d, s); break;
            case Keyword::step: declare_step(d, s); break;
            default: break;
        }
    }
}

}  // namespace guicheng::model
