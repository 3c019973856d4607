#include "model/write.hpp"

#include <algorithm>

#include "base/fraction.hpp"
#include "model/words.hpp"

namespace guicheng::model {
namespace {

std::string period_text(calendar::Period period) {
    return std::to_string(period.amount) + " " + std::string(unit_key(period.unit));
}

/// "(" word " " part " " part … ")"; in the order of the parts as they are.
std::string form_of(std::string_view word, const std::vector<std::string>& parts) {
    std::string out = "(" + std::string(word);
    for (const auto& part : parts) out += " " + part;
    return out + ")";
}

std::string set_of(std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    std::string out = "{";
    for (const auto& part : parts) out += (out.size() > 1 ? " " : "") + part;
    return out + "}";
}

std::string actors_text(const Procedure& p, const std::vector<ActorId>& actors) {
    std::vector<std::string> names;
    for (const auto id : actors) names.push_back(quoted(p.actors[id.index()].name));
    return set_of(std::move(names));
}

std::string with(std::string_view key, std::string_view text) {
    std::string out = " ";
    out += key;
    out += "=";
    out += text;
    return out;
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto byte = static_cast<unsigned char>(c);
            out += "\\x";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string ground_text(const Ground& ground) {
    std::string out;
    for (const auto& citation : ground.citations) out += with("cites", quoted(citation));
    for (const auto& text : ground.interpretations) out += with("reads", quoted(text));
    return out;
}

// ---------------------------------------------------------------- declarations

std::string Writer::type(Type type, ChoiceSetId choices) const {
    std::string out(type_key(type));
    if (!choices) return out;
    std::vector<std::string> names;
    for (const auto& name : p_.choice_sets[choices.index()].names) names.push_back(quoted(name));
    return out + set_of(std::move(names));
}

std::string Writer::field(const Field& f, const Ground& ground) const {
    return "field " + quoted(f.name) + " " + type(f.type, f.choices) + ground_text(ground);
}

std::string Writer::finding(const Finding& f) const {
    std::string out =
        "finding " + quoted(f.name) + " by=" + actors_text(p_, f.actors) + " " + type(f.conclusion.type, f.conclusion.choices);
    if (f.when_none) {
        Expr like;
        like.type = f.conclusion.type;
        like.choices = f.conclusion.choices;
        out += with("when_none", value(like, *f.when_none));
    }
    return out + ground_text(f.ground);
}

std::string Writer::event(const Event& e) const {
    std::vector<std::string> fields;
    for (const auto& f : e.fields) fields.push_back(field(f, {}));
    return "event " + quoted(e.name) + " by=" + actors_text(p_, e.actors) + " records=" + set_of(std::move(fields)) + ground_text(e.ground);
}

std::string Writer::tiers(const Tiers& t) const {
    std::string out = "tiers " + quoted(t.name) + with("by", quoted(p_.fields[t.field.index()].name));
    for (const auto& band : t.bands)
        out += " [" + (band.when ? expr(band.when) : "else") + " => " + actors_text(p_, band.actors) + ground_text(band.ground) + "]";
    return out + ground_text(t.ground);
}

std::string Writer::header() const {
    std::string out = "procedure " + quoted(p_.name) + with("title", quoted(p_.full_title)) + with("version", quoted(p_.version)) +
                      with("level", quoted(p_.level));
    if (p_.in_force_from) out += with("from", base::iso(*p_.in_force_from));
    if (p_.in_force_until) out += with("until", base::iso(*p_.in_force_until));
    std::vector<std::string> sources;
    for (const auto& source : p_.sources) sources.push_back(quoted(source));
    return out + with("sources", set_of(std::move(sources))) + with("profile", profile_key(p_.profile)) + '\n';
}

std::string Writer::assertion(const PathAssertion& a) const {
    return "assert reach=" + quoted(p_.step(a.reach).name) + " through=" + quoted(p_.step(a.through).name);
}

// ---------------------------------------------------------------- expressions

std::string Writer::value(const Expr& like, std::int64_t v) const {
    switch (like.type) {
        case Type::boolean: return v != 0 ? "true" : "false";
        case Type::date: return base::iso(base::Day{static_cast<std::int32_t>(v)});
        case Type::choice:
            if (!like.choices && like.attribute == Attribute::form) return std::string(form_key(static_cast<Form>(v)));
            if (!like.choices) return std::string(ballot_key(static_cast<BallotForm>(v)));
            return quoted(p_.choice_sets[like.choices.index()].names[static_cast<std::size_t>(v)]);
        case Type::outcome: return v == 1 ? "carried" : v == 2 ? "lost" : "open";
        case Type::money: return "fen:" + std::to_string(v);
        case Type::integer:
        case Type::days:
        case Type::working_days:
        case Type::list:
        case Type::text:
        case Type::person:
        case Type::share:
        case Type::period: break;
    }
    return std::to_string(v);
}

std::string Writer::literal(const Expr& e) const {
    if (e.type == Type::text || e.type == Type::person) return quoted(e.text);
    return value(e, e.value);
}

std::string Writer::scope(const Expr& e) const {
    switch (e.scope) {
        case Scope::none: return "none";
        case Scope::current: return "current";
        case Scope::step: return "step:" + quoted(p_.step(e.step).name);
        case Scope::bound0: return "outer";
        case Scope::bound1: return "inner";
    }
    return "";
}

std::string Writer::record_field(const Expr& e) const {
    return quoted(e.text);
}

std::string Writer::contents(std::uint64_t mask) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < p_.content_names.size(); ++i)
        if ((mask >> i & 1U) != 0) names.push_back(quoted(p_.content_names[i]));
    return set_of(std::move(names));
}

std::string Writer::member(const Expr& e) const {
    const Expr& left = p_.expr(e.left);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < e.values.size(); ++i) {
        Expr like = left;
        like.text = i < e.texts.size() ? e.texts[i] : std::string();
        names.push_back(value(like, e.values[i]));
    }
    if (e.values.empty())
        for (const auto& text : e.texts) names.push_back(quoted(text));
    return form_of("in", {expr(e.left), set_of(std::move(names))});
}

std::string Writer::operands(const Expr& e) const {
    std::vector<std::string> parts;
    for (const auto id : e.parts) parts.push_back(expr(id));
    return form_of(e.kind == ExprKind::conjunction ? "and" : "or", parts);
}

std::string Writer::expr(ExprId id) const {
    if (!id) return "-";
    const Expr& e = p_.expr(id);
    const auto over = [&] { return quoted(e.step ? p_.step(e.step).name : p_.events[e.event.index()].name); };
    switch (e.kind) {
        case ExprKind::literal: return literal(e);
        case ExprKind::period: return form_of("period", {std::to_string(e.value), std::string(unit_key(e.unit))});
        case ExprKind::matter: return form_of("matter", {quoted(p_.fields[e.field.index()].name)});
        case ExprKind::parameter: return form_of("parameter", {quoted(p_.parameters[e.parameter.index()].field.name)});
        case ExprKind::finding: return form_of("finding", {quoted(p_.findings[e.finding.index()].name)});
        case ExprKind::attribute: return form_of("attribute", {scope(e), std::string(attribute_key(e.attribute))});
        case ExprKind::record_field: return form_of("record", {scope(e), record_field(e)});
        case ExprKind::done: return form_of("done", {quoted(p_.step(e.step).name)});
        case ExprKind::recorded: return form_of("recorded", {expr(e.left)});
        case ExprKind::negate: return form_of("not", {expr(e.left)});
        case ExprKind::conjunction:
        case ExprKind::disjunction: return operands(e);
        case ExprKind::compare: return form_of(comparison_key(e.op), {expr(e.left), expr(e.right)});
        case ExprKind::member: return member(e);
        case ExprKind::contains: {
            if (!e.texts.empty()) {
                std::vector<std::string> names;
                for (const auto& text : e.texts) names.push_back(quoted(text));
                return form_of("includes", {expr(e.left), set_of(std::move(names))});
            }
            if (!e.choices) return form_of("includes", {expr(e.left), contents(static_cast<std::uint64_t>(e.value))});
            std::vector<std::string> names;
            const auto& all = p_.choice_sets[e.choices.index()].names;
            for (std::size_t i = 0; i < all.size() && i < 64; ++i)
                if ((static_cast<std::uint64_t>(e.value) >> i & 1U) != 0) names.push_back(quoted(all[i]));
            return form_of("includes", {expr(e.left), set_of(std::move(names))});
        }
        case ExprKind::add: return form_of("+", {expr(e.left), expr(e.right)});
        case ExprKind::subtract: return form_of("-", {expr(e.left), expr(e.right)});
        case ExprKind::multiply: return form_of("*", {expr(e.left), expr(e.right)});
        case ExprKind::add_period: return form_of("later_by", {expr(e.left), expr(e.right)});
        case ExprKind::subtract_period: return form_of("earlier_by", {expr(e.left), expr(e.right)});
        case ExprKind::days_between: return form_of("days", {expr(e.left), expr(e.right)});
        case ExprKind::working_days_between: return form_of("working_days", {expr(e.left), expr(e.right)});
        case ExprKind::exists: return form_of("exists", {over(), expr(e.left)});
        case ExprKind::every: return form_of("every", {over(), expr(e.left)});
        case ExprKind::count: return form_of("count", {over(), expr(e.left)});
    }
    return "";
}

std::string Writer::condition(const Condition& c) const {
    return expr(c.expr) + ground_text(c.ground);
}

// ---------------------------------------------------------------- steps and requirements

std::string Writer::prerequisite(const Prerequisite& p) const {
    if (p.kind == Prerequisite::Kind::leaf) return quoted(p_.step(p.step).name) + (p.whatever_outcome ? "/whatever" : "");
    std::vector<std::string> parts;
    for (const auto& part : p.parts) parts.push_back(prerequisite(part));
    std::sort(parts.begin(), parts.end());
    return form_of(p.kind == Prerequisite::Kind::all ? "all" : "any", parts);
}

std::string Writer::step(const Step& s) const {
    std::string out = (s.optional ? "optional step " : "step ") + quoted(s.name);
    if (s.condition) out += with("when", condition(*s.condition));
    out += with("by", s.tiers == no_tiers ? actors_text(p_, s.actors) : "tiers:" + quoted(p_.tiers[s.tiers].name));
    if (s.prerequisite) out += with("after", prerequisite(*s.prerequisite));
    if (s.body) out += with("meets", quoted(p_.actors[s.body.index()].name));
    if (s.posting) out += " posting";
    if (!s.fields.empty()) {
        std::vector<std::string> fields;
        for (const auto& f : s.fields) fields.push_back(field(f, {}));
        out += with("records", set_of(std::move(fields)));
    }
    if (s.lost_vote != LostVote::nothing) out += with("lost", lost_key(s.lost_vote));
    if (s.return_to) out += with("to", quoted(p_.step(s.return_to).name));
    return out + ground_text(s.lost_ground);
}

std::string Writer::consequence(const Consequence& c) const {
    std::string out = with("effect", effect_key(c.effect)) + (c.written ? "/written" : "");
    if (c.sanction != Sanction::none) out += with("sanction", sanction_key(c.sanction));
    if (!c.subject.empty()) out += with("subject", quoted(c.subject));
    if (c.step) out += with("return_to", quoted(p_.step(c.step).name));
    if (c.period) out += with("within", period_text(*c.period));
    const auto ground = ground_text(c.ground);
    return ground.empty() ? out : out + " (" + ground.substr(1) + ")";
}

std::string Writer::threshold(const Requirement& r, const Threshold& t) const {
    std::string out = t.member_class == no_class ? "" : with("class", quoted(p_.actors[r.body.index()].classes[t.member_class]));
    out += with("of", denominator_key(t.denominator)) + with("op", comparison_key(t.op));
    if (t.share) out += with("share", base::fraction_text(*t.share));
    if (t.number) out += with("number", std::to_string(*t.number));
    if (t.value) out += with("value", expr(t.value));
    if (t.parameter) out += with("parameter", quoted(p_.parameters[t.parameter.index()].field.name));
    return out;
}

std::string Writer::length(const Length& l) const {
    const auto out = with("op", comparison_key(l.op));
    if (l.parameter) return out + with("parameter", quoted(p_.parameters[l.parameter.index()].field.name));
    return out + with("period", period_text(l.period));
}

std::string Writer::deadline(const Requirement& r) const {
    if (r.by_day) return with("by_day", expr(r.by_day));
    std::vector<std::string> starts;
    for (const auto& s : r.starts) {
        switch (s.kind) {
            case Start::Kind::step: starts.push_back(quoted(p_.step(s.step).name)); break;
            case Start::Kind::first_event: starts.push_back(form_of("first", {quoted(p_.events[s.event.index()].name)})); break;
            case Start::Kind::last_event: starts.push_back(form_of("latest", {quoted(p_.events[s.event.index()].name)})); break;
            case Start::Kind::day: starts.push_back(expr(s.day)); break;
        }
    }
    std::sort(starts.begin(), starts.end());
    const auto from = starts.size() == 1 ? starts.front() : form_of(r.among == Among::later ? "later" : "earlier", starts);
    std::vector<std::string> stops;
    for (const auto& s : r.stops) {
        switch (s.kind) {
            case Stop::Kind::event: stops.push_back(quoted(p_.events[s.event.index()].name)); break;
            case Stop::Kind::between:
                stops.push_back(form_of("between", {quoted(p_.events[s.event.index()].name), quoted(p_.events[s.until.index()].name)}));
                break;
            case Stop::Kind::suspension: stops.push_back("suspension"); break;
        }
    }
    return with("from", from) + length(r.length) + (stops.empty() ? "" : with("less", set_of(std::move(stops))));
}

std::string Writer::specifics(const Requirement& r) const {
    switch (r.kind) {
        case RequirementKind::attendance:
        case RequirementKind::approval:
        case RequirementKind::body_size:
        case RequirementKind::composition: {
            std::string out = threshold(r, r.threshold);
            for (const auto& way : r.other_ways) out += " or" + threshold(r, way);
            return out;
        }
        case RequirementKind::term: return length(r.length);
        case RequirementKind::separation: {
            std::vector<std::string> names;
            for (const auto id : r.apart) names.push_back(quoted(p_.step(id).name));
            return with("from", set_of(std::move(names)));
        }
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals: {
            std::vector<std::string> names;
            for (const auto id : r.chain) names.push_back(quoted(p_.actors[id.index()].name));
            return with("signed", form_of("chain", names));
        }
        case RequirementKind::ballot_form:
        case RequirementKind::form: {
            std::vector<std::string> names;
            for (const auto form : r.forms)
                names.emplace_back(r.kind == RequirementKind::form ? form_key(static_cast<Form>(form))
                                                                   : ballot_key(static_cast<BallotForm>(form)));
            return with("forms", set_of(std::move(names)));
        }
        case RequirementKind::proxy:
        case RequirementKind::remote:
            return (r.allowed ? " allowed" : " forbidden") + (r.per_holder ? with("per_holder", std::to_string(*r.per_holder)) : "");
        case RequirementKind::materials: return length(r.length);
        case RequirementKind::posting_length:
            return length(r.length) + (r.medium == any_medium ? "" : with("medium", quoted(p_.media[r.medium]))) +
                   (r.in_total ? " in_total" : "");
        case RequirementKind::deadline: return deadline(r);
        case RequirementKind::posting_contents:
        case RequirementKind::minutes: return with("includes", contents(r.content_mask));
        case RequirementKind::free_form: return with("demand", expr(r.demand));
        case RequirementKind::choice: {
            std::string out;
            for (const auto& s : r.situations)
                out += " [" + (s.condition ? expr(s.condition) : "else") + " => " + (s.demand ? expr(s.demand) : "unregulated") + "]";
            return out;
        }
        case RequirementKind::order:
        case RequirementKind::inherited:
        case RequirementKind::actor:
        case RequirementKind::owed:
        case RequirementKind::tally:
        case RequirementKind::roll:
        case RequirementKind::declared: break;
    }
    return "";
}

std::string Writer::requirement(const Requirement& r) const {
    std::string out = "requirement " + quoted(r.id) + " " + std::string(kind_key(r.kind)) + " " + std::string(modality_key(r.modality));
    if (r.soft) out += " soft";
    if (r.step) out += with("step", quoted(p_.step(r.step).name));
    if (r.body) out += with("body", quoted(p_.actors[r.body.index()].name));
    out += specifics(r) + consequence(r.consequence) + with("profile", profile_key(r.profile));
    if (r.condition) out += with("when", "(" + condition(*r.condition) + ")");
    for (const auto& exception : r.exceptions) out += with("unless", "(" + condition(exception) + ")");
    if (r.in_force_from) out += with("from", base::iso(*r.in_force_from));
    return out + ground_text(r.ground);
}

}  // namespace guicheng::model
