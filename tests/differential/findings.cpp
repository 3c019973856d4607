// Section 5 of the page: one requirement, from what is read of it to what stands in the verdict.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::Modality;
using model::RequirementKind;
using verdict::MissingKind;
using verdict::Result;
using verdict::Why;

Truth Judge::in_force(const model::Requirement& q, const Tried* t, const Reading& r) const {
    if (!q.in_force_from || made(Fault::not_in_force_judged)) return {};
    const auto day = t != nullptr ? t->day() : r.day();
    if (!day) return {Tri::unknown, {{MissingKind::act_date, q.step ? step(q.step).name : std::string(), t != nullptr ? t->number : 0}}};
    return {tri(*day >= *q.in_force_from), {}};
}

/// What is read of a requirement beside its test.
Frame Judge::frame(const model::Requirement& q, const Tried* t, const Reading& r) const {
    Frame f;
    f.in_force = in_force(q, t, r);
    f.condition = truth_of(q.condition, r);
    f.applies.is = std::min(f.in_force.is, f.condition.is);
    if (f.in_force.is == Tri::unknown) add(f.applies.missing, f.in_force.missing);
    if (f.condition.is == Tri::unknown) add(f.applies.missing, f.condition.missing);
    for (const auto& e : q.exceptions) f.exceptions.push_back(settled(e.expr, r));

    if (q.condition) name_values(q.condition->expr, r, f.condition_evidence);
    if (t != nullptr) {
        model::Expr own;
        own.kind = model::ExprKind::attribute;
        own.scope = model::Scope::current;
        own.type = q.kind == RequirementKind::declared ? model::Type::outcome : model::Type::text;
        own.attribute = q.kind == RequirementKind::actor         ? model::Attribute::actor
                        : q.kind == RequirementKind::form        ? model::Attribute::form
                        : q.kind == RequirementKind::ballot_form ? model::Attribute::ballot_form
                                                                 : model::Attribute::declared;
        const bool tested = own.attribute != model::Attribute::declared || q.kind == RequirementKind::declared;
        if (tested) name_act_value(own, r, f.test_evidence);
        if (q.kind == RequirementKind::actor && step(q.step).tiers != model::no_tiers)
            for (const auto& band : p_.tiers[step(q.step).tiers].bands) name_values(band.when, r, f.test_evidence);
        if (q.kind == RequirementKind::separation) {
            own.attribute = model::Attribute::persons;
            own.type = model::Type::person;
            name_act_value(own, r, f.test_evidence);
            own.scope = model::Scope::step;
            for (const auto id : q.apart) {
                own.step = id;
                name_act_value(own, r, f.test_evidence);
            }
        }
    }
    auto ways = q.other_ways;
    ways.insert(ways.begin(), q.threshold);
    for (const auto& way : ways) {
        name_parameter(way.parameter, r, f.test_evidence);
        if (way.value) name_values(way.value, r, f.test_evidence);
    }
    name_parameter(q.length.parameter, r, f.test_evidence);
    for (const auto& start : q.starts) name_values(start.day, r, f.test_evidence);
    name_values(q.by_day, r, f.test_evidence);
    name_values(q.demand, r, f.test_evidence);
    for (const auto& s : q.situations) {
        name_values(s.condition, r, f.test_evidence);
        name_values(s.demand, r, f.test_evidence);
    }
    for (const auto& e : q.exceptions) name_values(e.expr, r, f.exception_evidence);
    return f;
}

bool Judge::reason_in_time(const Tried& t, std::optional<base::Day> judged_on) const {
    if (t.act->reason == cases::Act::no_text) return false;
    const auto own = t.act->has_reason_day ? std::optional(t.act->reason_day) : t.day();
    return !own || !judged_on || *own <= *judged_on || made(Fault::late_reason_accepted);
}

verdict::Finding Judge::bare(const model::Requirement& q) const {
    verdict::Finding out;
    out.requirement = q.id;
    out.kind = q.kind;
    out.modality = q.modality;
    out.effect = q.consequence.effect;
    out.effect_written = q.consequence.written;
    out.citations = q.ground.citations;
    out.interpretations = q.ground.interpretations;
    return out;
}

namespace {

void cite(verdict::Finding& f, const model::Ground& ground) {
    f.citations.insert(f.citations.end(), ground.citations.begin(), ground.citations.end());
    f.interpretations.insert(f.interpretations.end(), ground.interpretations.begin(), ground.interpretations.end());
}

void show(verdict::Finding& f, const std::vector<verdict::Evidence>& evidence) {
    for (const auto& e : evidence)
        if (std::find(f.evidence.begin(), f.evidence.end(), e) == f.evidence.end()) f.evidence.push_back(e);
}

}  // namespace

verdict::Finding Judge::conclude(const model::Requirement& q, const Frame& f, const Test& t, const Tried* attempt) const {
    auto out = bare(q);
    bool exceptions_looked_at = false;
    const auto result = [&] {
        if (f.applies.is == Tri::no) {
            out.why = f.in_force.is == Tri::no ? Why::not_in_force : Why::condition_false;
            return Result::not_applicable;
        }
        if (q.modality == Modality::may) return Result::satisfied;
        if (t.is == Test::Is::no_act) {
            out.why = Why::no_act;
            return Result::not_applicable;
        }
        if (t.is == Test::Is::yes && !(f.applies.is == Tri::unknown && made(Fault::met_but_undetermined))) return Result::satisfied;
        exceptions_looked_at = true;
        Tri lifted = Tri::no;
        for (std::size_t i = 0; i < f.exceptions.size(); ++i) {
            const auto is = f.exceptions[i].is;
            if (is == Tri::yes || (is == Tri::unknown && made(Fault::unknown_exception_lifts))) {
                out.why = Why::exception_true;
                out.exception = static_cast<std::int32_t>(i);
                return Result::not_applicable;
            }
            if (is == Tri::unknown) lifted = Tri::unknown;
        }
        if (t.is == Test::Is::waiting) return Result::pending;
        if (f.applies.is == Tri::unknown || t.is == Test::Is::unknown || lifted == Tri::unknown) {
            add(out.missing, f.applies.missing);
            if (t.is == Test::Is::unknown) add(out.missing, t.missing);
            for (const auto& e : f.exceptions)
                if (e.is == Tri::unknown) add(out.missing, e.missing);
            return Result::undetermined;
        }
        if (t.is == Test::Is::unregulated) return Result::unregulated;
        if (q.kind == RequirementKind::approval) return Result::not_reached;
        if (q.modality == Modality::should && attempt != nullptr && reason_in_time(*attempt, t.judged_on)) return Result::excused;
        return Result::violated;
    };
    out.result = result();

    if (q.condition && (f.applies.is != Tri::yes || out.result != Result::satisfied)) cite(out, q.condition->ground);
    if (out.exception >= 0) cite(out, q.exceptions[static_cast<std::size_t>(out.exception)].ground);
    if (out.result == Result::violated) cite(out, q.consequence.ground);

    const bool made_test = f.applies.is != Tri::no && q.modality != Modality::may;
    if (attempt != nullptr) out.evidence.push_back({static_cast<std::int32_t>(attempt->act->record), "", "", ""});
    if (made_test) {
        show(out, t.records);
        out.numbers = t.numbers;
        out.ways = t.ways;
        out.counting = t.counting;
        out.lacking = t.lacking;
        out.persons = t.persons;
        out.signatures = t.signatures;
        out.causes = t.causes;
        out.situation = t.situation;
    }
    if (f.in_force.is != Tri::no) show(out, f.condition_evidence);
    if (made_test) show(out, f.test_evidence);
    if (exceptions_looked_at) show(out, f.exception_evidence);
    return out;
}

Test Judge::list_test(const model::Requirement& q, bool given, std::uint64_t items, MissingKind kind, const Tried& t) const {
    Test out;
    if (!given) {
        out.is = Test::Is::unknown;
        out.missing = {{kind, step(t.step).name, t.number}};
        return out;
    }
    // 不得: those it has are named; else those it lacks.
    const auto wrong = q.content_mask & (q.modality == Modality::must_not ? items : ~items);
    for (std::size_t i = 0; i < p_.content_names.size(); ++i)
        if ((wrong >> i & 1U) != 0) out.lacking.push_back(p_.content_names[i]);
    out.is = wrong == 0 ? Test::Is::yes : Test::Is::no;
    return out;
}

namespace {

Test of_truth(const Truth& t) {
    Test out;
    out.is = t.is == Tri::yes ? Test::Is::yes : t.is == Tri::no ? Test::Is::no : Test::Is::unknown;
    out.missing = t.missing;
    return out;
}

}  // namespace

Test Judge::demand(const model::Requirement& q, const Reading& r) const {
    auto t = settled(q.demand, r);
    if (q.modality == Modality::must_not) t.is = turned(t.is);
    return of_truth(t);
}

/// 分情形, with the readings tried where it is unknown: the situation is shown where it is the same in all.
Test Judge::choice(const model::Requirement& q, const Reading& r) const {
    const auto found = situation(q, r);
    if (found.is != Test::Is::unknown || made(Fault::readings_not_tried)) return found;
    std::map<std::uint16_t, std::int64_t> open;
    for (const auto& s : q.situations) {
        open_readings(s.condition, r, open);
        open_readings(s.demand, r, open);
    }
    std::optional<Test> same;
    for (const auto& reading : each_reading(open, r)) {
        auto one = situation(q, reading);
        if (one.is == Test::Is::unknown || (same && same->is != one.is)) return found;
        if (same && same->situation != one.situation) one.situation = -1;
        same = one;
    }
    return same.value_or(found);
}

Test Judge::situation(const model::Requirement& q, const Reading& r) const {
    for (std::size_t i = 0; i < q.situations.size(); ++i) {
        const auto& s = q.situations[i];
        const auto holds = s.condition ? truth(s.condition, r) : Truth{};
        if (holds.is == Tri::unknown) return of_truth(holds);
        if (holds.is == Tri::no) continue;
        Test out;
        out.is = Test::Is::unregulated;
        if (s.demand) {
            auto t = truth(s.demand, r);
            if (q.modality == Modality::must_not) t.is = turned(t.is);
            out = of_truth(t);
        }
        out.situation = static_cast<int>(i);
        return out;
    }
    Test out;
    out.is = made(Fault::other_situations_forgotten) ? Test::Is::yes : Test::Is::unregulated;
    out.situation = static_cast<int>(q.situations.size());
    return out;
}

Test Judge::test(const model::Requirement& q, const Tried& t, const Way& way, const Reading& r) const {
    const auto& act = *t.act;
    const auto& s = step(t.step);
    const auto column = [&](Tri is, const Missing& missing, const std::vector<verdict::Cause>& causes) {
        auto out = of_truth({is, missing});
        out.causes = causes;
        for (const auto* met : way.met) out.records.push_back({static_cast<std::int32_t>(met->act->record), "", "", ""});
        return out;
    };
    const auto known = [&](bool recorded, bool right, MissingKind kind) {
        if (recorded) return of_truth({tri(right), {}});
        return of_truth({Tri::unknown, {{kind, s.name, t.number}}});
    };
    const auto within = [](const auto& list, auto x) { return std::find(list.begin(), list.end(), x) != list.end(); };
    switch (q.kind) {
        case RequirementKind::order: return column(way.order, way.order_missing, way.order_causes);
        case RequirementKind::inherited: return column(way.inherited, way.inherited_missing, way.inherited_causes);
        case RequirementKind::actor: {
            const bool recorded = act.actor || act.actor_text != cases::Act::no_text;
            const auto by = s.tiers != model::no_tiers ? by_band(q, t, r)
                            : s.actors.empty()         ? of_truth({tri(!recorded || act.actor == s.body), {}})
                                                       : known(recorded, within(s.actors, act.actor), MissingKind::actor);
            if (by.is != Test::Is::yes) return by;
            auto out = holder(q, t);
            out.situation = by.situation;
            return out;
        }
        case RequirementKind::form:
            return of_truth({tri(act.form == model::Form::none || within(q.forms, static_cast<std::uint16_t>(act.form))), {}});
        case RequirementKind::owed: return {};
        case RequirementKind::attendance:
        case RequirementKind::approval: return threshold(q, t, r);
        case RequirementKind::tally: return tally_test(t);
        case RequirementKind::roll: return roll_test(t);
        case RequirementKind::declared: return declared_test(t);
        case RequirementKind::ballot_form:
            return known(act.ballot_form != model::BallotForm::none, within(q.forms, static_cast<std::uint16_t>(act.ballot_form)),
                         MissingKind::ballot_form);
        case RequirementKind::proxy:
        case RequirementKind::remote: {
            auto out = Test{};
            out.persons = q.kind == RequirementKind::proxy ? t.tally.proxy_out : t.tally.remote_out;
            if (!out.persons.empty()) out.is = Test::Is::no;
            return out;
        }
        case RequirementKind::body_size:
        case RequirementKind::composition: return membership(q, t, r);
        case RequirementKind::term: return term(q, t, r);
        case RequirementKind::separation: return separation(q, t);
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals: return signed_off(q, t);
        case RequirementKind::materials: return materials(q, t, r);
        case RequirementKind::posting_length: return {};  // waits for section 7
        case RequirementKind::posting_contents: return list_test(q, act.has_contents, act.contents, MissingKind::contents, t);
        case RequirementKind::minutes: return list_test(q, act.has_minutes, act.minutes, MissingKind::minutes, t);
        case RequirementKind::deadline: return deadline(q, &t, r);
        case RequirementKind::free_form: return demand(q, r);
        case RequirementKind::choice: return choice(q, r);
    }
    return {};
}

}  // namespace guicheng::differential
