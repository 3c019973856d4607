#include "model/requirements.hpp"

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "model/forms.hpp"
#include "model/quantities.hpp"

namespace guicheng::model {

using syntax::Keyword;

Effect default_effect(RequirementKind kind) {
    switch (kind) {
        case RequirementKind::order:
        case RequirementKind::actor:
        case RequirementKind::form:
        case RequirementKind::attendance:
        case RequirementKind::declared:
        case RequirementKind::ballot_form:
        case RequirementKind::separation:
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers: return Effect::void_;
        case RequirementKind::inherited:  // carries the cause; the attempt it rests on has the effect
        case RequirementKind::approval:   // settles the outcome
            return Effect::none;
        case RequirementKind::owed:
        case RequirementKind::tally:
        case RequirementKind::roll:
        case RequirementKind::proxy:
        case RequirementKind::remote:
        case RequirementKind::body_size:
        case RequirementKind::composition:
        case RequirementKind::term:
        case RequirementKind::seals:
        case RequirementKind::materials:
        case RequirementKind::posting_length:
        case RequirementKind::posting_contents:
        case RequirementKind::minutes:
        case RequirementKind::deadline:
        case RequirementKind::free_form:
        case RequirementKind::choice: return Effect::curable;
    }
    return Effect::none;
}

std::string id_words(RequirementKind kind) {
    const auto zh = [](Keyword word) { return std::string(syntax::zh(word)); };
    switch (kind) {
        case RequirementKind::order: return zh(Keyword::order);
        case RequirementKind::inherited: return zh(Keyword::inherited);
        case RequirementKind::actor: return zh(Keyword::actors);
        case RequirementKind::form: return zh(Keyword::form);
        case RequirementKind::owed: return zh(Keyword::carried_out);
        case RequirementKind::attendance: return zh(Keyword::present);
        case RequirementKind::approval: return zh(Keyword::in_favour);
        case RequirementKind::tally: return zh(Keyword::tally);
        case RequirementKind::roll: return zh(Keyword::roll);
        case RequirementKind::declared: return zh(Keyword::declared);
        case RequirementKind::ballot_form: return zh(Keyword::ballot_form);
        case RequirementKind::proxy: return zh(Keyword::proxies);
        case RequirementKind::remote: return zh(Keyword::remote_voting);
        case RequirementKind::body_size: return zh(Keyword::body_size);
        case RequirementKind::composition: return zh(Keyword::composition);
        case RequirementKind::term: return zh(Keyword::term);
        case RequirementKind::separation: return zh(Keyword::separate);
        case RequirementKind::signatures: return zh(Keyword::sign_off);
        case RequirementKind::sign_order: return zh(Keyword::sign_off) + "." + zh(Keyword::order);
        case RequirementKind::signers: return zh(Keyword::sign_off) + "." + zh(Keyword::all_different);
        case RequirementKind::seals: return zh(Keyword::sign_off) + "." + zh(Keyword::sealed);
        case RequirementKind::materials: return zh(Keyword::materials);
        case RequirementKind::posting_length: return zh(Keyword::posting) + "." + zh(Keyword::type_period);
        case RequirementKind::posting_contents: return zh(Keyword::posting) + "." + zh(Keyword::contents);
        case RequirementKind::minutes: return zh(Keyword::minutes);
        case RequirementKind::deadline: return zh(Keyword::time_limit);
        case RequirementKind::free_form:
        case RequirementKind::choice: return zh(Keyword::require);
    }
    return {};
}

Modality modality_of(const std::optional<Keyword>& word) {
    if (word == Keyword::must_not) return Modality::must_not;
    if (word == Keyword::should) return Modality::should;
    if (word == Keyword::may) return Modality::may;
    return Modality::must;
}

namespace {

/// Whom 追责 and 启动 name need not be declared; a name that is one letter away from a declared one was meant for it.
void nearly_declared(Draft& d, const syntax::Name& name) {
    if (d.actors.find(name.text) != nullptr || d.steps.find(name.text) != nullptr || base::utf8::count(name.text) < 3) return;
    std::vector<std::string_view> candidates;
    d.offer(d.actors, candidates);
    d.offer(d.steps, candidates);
    candidates = same_sense(name.text, candidates);
    const auto near = base::closest_index(name.text, candidates, suggestion_reach(name.text));
    if (!near) return;
    const std::string meant(candidates[*near]);
    d.warning("N016", name.span).arg("name", name.text).arg("meant", meant).suggest(name.span, meant);
}

}  // namespace

Requirement Requirements::start(RequirementKind kind, base::Span span, const std::optional<syntax::Name>& label, ActorId body) const {
    Requirement r;
    r.kind = kind;
    r.step = step_;
    r.body = body;
    r.consequence.effect = default_effect(kind);
    r.profile = d_.p.profile;
    r.span = span;
    if (step_) r.id = d_.p.step(step_).name + ".";
    if (body) r.id += d_.p.actors[body.index()].name + ".";
    r.id += label ? label->text : id_words(kind);
    return r;
}

Condition Requirements::condition(const syntax::Condition& c) {
    Condition out;
    out.expr = expressions().condition(c.expr);
    out.ground = d_.ground(c.grounds);
    out.span = c.span;
    return out;
}

void Requirements::sanction(Requirement& r, const syntax::Consequence& c) {
    auto& out = r.consequence;
    const auto set = [&](Sanction sanction) {
        if (out.sanction != Sanction::none) d_.error("M023", c.span).arg("word", d_.word(c.word));
        out.sanction = sanction;
    };
    switch (c.word) {  // NOLINT(clang-diagnostic-switch-enum): the effects were taken before
        case Keyword::criticism: set(Sanction::notice_of_criticism); break;
        case Keyword::correction:
            set(Sanction::correction);
            if (c.period) out.period = plain_period(d_, *c.period);
            break;
        case Keyword::accountability:
            set(Sanction::accountability);
            if (c.target) {
                out.subject = c.target->text;
                if (!d_.actors.use(c.target->text)) nearly_declared(d_, *c.target);
            }
            break;
        case Keyword::return_to:
            set(Sanction::return_to);
            if (c.target)
                if (const auto step = d_.use_step(*c.target)) out.step = *step;
            break;
        case Keyword::launch:
            set(Sanction::start);
            if (c.target) {
                out.subject = c.target->text;
                nearly_declared(d_, *c.target);
            }
            break;
        default: break;
    }
}

void Requirements::consequence(Requirement& r, const syntax::Consequence& c, Keyword statement) {
    auto& out = r.consequence;
    if (r.modality == Modality::may) {
        d_.error("M002", c.span).arg("word", d_.word(c.word)).arg("statement", d_.word(statement));
        return;
    }
    if (r.kind == RequirementKind::approval) {
        d_.error("M022", c.span).arg("word", d_.word(c.word));
        return;
    }
    auto ground = d_.ground(c.grounds);
    out.ground.citations.insert(out.ground.citations.end(), ground.citations.begin(), ground.citations.end());
    out.ground.interpretations.insert(out.ground.interpretations.end(), ground.interpretations.begin(), ground.interpretations.end());
    std::optional<Effect> effect;
    if (c.word == Keyword::void_ || c.word == Keyword::barred) effect = Effect::void_;
    if (c.word == Keyword::not_accepted) effect = Effect::not_accepted;
    if (c.word == Keyword::curable) effect = Effect::curable;
    if (!effect) {
        sanction(r, c);
        return;
    }
    if (out.written) d_.error("M023", c.span).arg("word", d_.word(c.word));
    if (strikes(*effect) && (r.modality == Modality::should || r.soft))
        d_.error("M020", c.span).arg("word", d_.word(c.word)).arg("modality", d_.word(r.soft ? Keyword::or_so : Keyword::should));
    out.effect = *effect;
    out.written = true;
}

void Requirements::modify(Requirement& r, const syntax::Modifiers& m, Keyword statement) {
    r.ground = d_.ground(m.grounds);
    for (std::size_t i = 0; i < m.conditions.size(); ++i) {
        auto made = condition(m.conditions[i]);
        if (i == 0)
            r.condition = std::move(made);
        else
            d_.error("M011", m.conditions[i].span)
                .related(d_.p.source, m.conditions.front().span, "model.written_first", {{"word", d_.word(Keyword::when)}});
    }
    for (const auto& exception : m.exceptions) r.exceptions.push_back(condition(exception));
    if (m.exceptions.size() > most_ids)
        d_.error("M010", m.span).arg("limit", d_.word(Keyword::except)).arg("max", std::to_string(most_ids));
    for (const auto& c : m.consequences) consequence(r, c, statement);
    if (m.profile) {
        if (const auto profile = profile_of(m.profile->text))
            r.profile = *profile;
        else
            d_.unknown("N011", *m.profile, syntax::spellings(syntax::Position::profile));
    }
    const bool counts_ahead = r.kind == RequirementKind::materials;
    if (m.profile && r.profile == calendar::Profile::clear_days && !counts_ahead)
        d_.error("M024", m.profile->span).arg("word", m.profile->text).arg("statement", d_.word(statement));
    stops(r, m);
    if (m.in_force_from) r.in_force_from = base::Day{static_cast<std::int32_t>(m.in_force_from->value)};
}

void Requirements::finish(Requirement r, bool written) {
    if (!d_.fits(d_.p.requirements.size(), d_.word(Keyword::require), r.span)) return;
    const auto [it, fresh] = d_.requirement_ids.emplace(r.id, r.span);
    if (!fresh) {
        d_.error("M001", r.span).arg("id", r.id).related(d_.p.source, it->second, "model.id_first", {{"id", r.id}});
        return;
    }
    const bool of_order = r.kind == RequirementKind::order || r.kind == RequirementKind::inherited;
    // Where no step must come first there is no order that a clause could be the ground of.
    const bool rests_on_head = written || !of_order || d_.p.step(step_).prerequisite;
    if (rests_on_head && r.ground.citations.empty()) r.ground.citations = ground_.citations;
    // What the head reads into its clauses is about what is written, not about what every meeting is held to.
    const bool read_as_head = written || r.kind == RequirementKind::owed || (of_order && rests_on_head);
    if (read_as_head && r.ground.interpretations.empty()) r.ground.interpretations = ground_.interpretations;
    if (written && r.ground.citations.empty()) {
        if (uncited_.empty()) first_uncited_ = r.span;
        uncited_.push_back(r.id);
    }
    // The checked length has the unit in which its profile counts.
    r.length.period = calendar::under(r.profile, r.length.period);
    if (r.consequence.period) r.consequence.period = calendar::under(r.profile, *r.consequence.period);
    const auto id = id_at<RequirementId>(d_.p.requirements.size());
    d_.p.requirements.push_back(std::move(r));
    made_.push_back(id);
}

void Requirements::demand(const syntax::Statement& s) {
    const bool choice = !s.situations.empty();
    auto r = start(choice ? RequirementKind::choice : RequirementKind::free_form, s.span, s.label);
    r.modality = modality_of(s.modality);
    if (choice && r.modality == Modality::must_not)
        d_.error("M027", s.head_span).arg("modality", d_.word(Keyword::must_not)).arg("statement", d_.word(Keyword::cases));
    auto checker = expressions();
    for (const auto& situation : s.situations) {
        Situation out;
        if (situation.condition != syntax::no_expr) out.condition = checker.condition(situation.condition);
        if (situation.demand != syntax::no_expr) out.demand = checker.condition(situation.demand);
        r.situations.push_back(out);
    }
    if (!choice) r.demand = checker.condition(s.expr);
    modify(r, s.modifiers, Keyword::require);
    finish(std::move(r), true);
}

void Requirements::keep_uncited() {
    if (!uncited_.empty()) d_.uncited.push_back({first_uncited_, std::move(uncited_)});
}

}  // namespace guicheng::model
