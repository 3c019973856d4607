// Steps: their place in the order, who takes them, in which form, and what they ask.
#include "model/bodies.hpp"
#include "model/declarations.hpp"
#include "model/forms.hpp"
#include "model/meetings.hpp"
#include "model/persons.hpp"
#include "model/quantities.hpp"
#include "model/requirements.hpp"
#include "model/tiers.hpp"

#include <algorithm>

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

class StepCheck {
public:
    StepCheck(Draft& d, const Statement& s, StepId id)
        : d_(d), s_(s), id_(id), requirements_(d, id), errors_before_(d.sink.error_count()) {}

    void run() {
        head();
        order(once(Keyword::after));
        actor(once(Keyword::by));
        const auto* meeting = once(Keyword::meeting);
        form(once(Keyword::form), meeting);
        if (meeting != nullptr) check_meeting(d_, requirements_, id_, *meeting);
        body();
        once(Keyword::record);
        for (const auto& item : s_.block) rest(item);
        separate_step(d_, requirements_, id_);
        lost(once(Keyword::lost));
        if (!step().optional) requirements_.finish(requirements_.start(RequirementKind::owed, s_.name->span), false);
        requirements_.keep_uncited();
        step().requirements = requirements_.made();
    }

private:
    Step& step() { return d_.p.steps[id_.index()]; }

    /// The one statement with this head; an error M014 for a second.
    const Statement* once(Keyword head) {
        const Statement* found = nullptr;
        for (const auto& item : s_.block) {
            if (item.head != head) continue;
            if (found == nullptr)
                found = &item;
            else
                d_.error("M014", item.head_span)
                    .arg("word", d_.word(head))
                    .related(d_.p.source, found->head_span, "model.written_first", {{"word", d_.word(head)}});
        }
        return found;
    }

    void head() {
        if (s_.condition) {
            Condition condition;
            // 本次 has no value here: the condition decides whether there is to be an attempt at all.
            condition.expr = Expressions(d_, {}).condition(s_.condition->expr);
            condition.ground = d_.ground(s_.condition->grounds);
            condition.span = s_.condition->span;
            if (condition.expr) step().condition = std::move(condition);
        }
        auto ground = d_.ground(s_.modifiers.grounds);
        // What stands at the end of the head is the ground of all of it, unless the step has clauses of its own before the 当.
        if (ground.citations.empty() && step().condition) ground.citations = step().condition->ground.citations;
        requirements_.set_ground(std::move(ground));
        keep_grounds_only(d_, s_.modifiers, Keyword::step);
    }

    Prerequisite prerequisite(const syntax::Prerequisite& p, int depth) {
        Prerequisite out;
        out.span = p.span;
        if (p.kind == syntax::Prerequisite::Kind::leaf) {
            out.span = p.step.span;
            out.whatever_outcome = p.whatever_outcome;
            if (const auto step = d_.use_step(p.step)) out.step = *step;
            return out;
        }
        if (depth >= deepest_expression) {
            d_.error("M035", p.span).arg("max", std::to_string(deepest_expression));
            return out;
        }
        out.kind = p.kind == syntax::Prerequisite::Kind::all ? Prerequisite::Kind::all : Prerequisite::Kind::any;
        for (const auto& part : p.parts) {
            auto made = prerequisite(part, depth + 1);
            // A leaf without a step had an error; what is left keeps the tree whole for the later passes.
            if (made.kind == Prerequisite::Kind::leaf && !made.step) continue;
            out.parts.push_back(std::move(made));
        }
        if (out.parts.size() == 1) return std::move(out.parts.front());
        return out;
    }

    void order(const Statement* s) {
        auto r = requirements_.start(RequirementKind::order, s != nullptr ? s->span : s_.name->span);
        auto inherited = requirements_.start(RequirementKind::inherited, r.span);
        if (s != nullptr) {
            if (s->prerequisite) {
                auto made = prerequisite(*s->prerequisite, 0);
                const bool whole = made.kind == Prerequisite::Kind::leaf ? static_cast<bool>(made.step) : !made.parts.empty();
                if (whole) step().prerequisite = std::move(made);
            }
            for (const auto& c : s->modifiers.conditions)
                d_.error("M021", c.span).arg("word", d_.word(Keyword::when)).arg("statement", d_.word(Keyword::after));
            auto modifiers = s->modifiers;
            modifiers.conditions.clear();
            requirements_.modify(r, modifiers, Keyword::after);
            // What lifts the order lifts what comes with it; the clause is the same.
            inherited.ground = r.ground;
            inherited.exceptions = r.exceptions;
            inherited.in_force_from = r.in_force_from;
        }
        requirements_.finish(std::move(r), s != nullptr);
        requirements_.finish(std::move(inherited), false);
    }

    /// What is said of a body binds each of its meetings, and each step that it alone takes.
    void body() {
        if (step().body)
            check_body(d_, requirements_, step().body);
        else if (step().actors.size() == 1)
            check_body(d_, requirements_, step().actors.front());
    }

    void actor(const Statement* s) {
        if (s == nullptr) {
            const auto meets =
                std::any_of(s_.block.begin(), s_.block.end(), [](const Statement& item) { return item.head == Keyword::meeting; });
            // A meeting is held by its body where nobody else is named.
            if (meets) requirements_.finish(requirements_.start(RequirementKind::actor, s_.name->span), false);
            return;
        }
        auto r = requirements_.start(RequirementKind::actor, s->span);
        by(*s);
        requirements_.modify(r, s->modifiers, Keyword::by);
        requirements_.finish(std::move(r), true);
    }

    /// Bodies, or the name of tiers: then those of the band that holds.
    void by(const Statement& s) {
        const auto tiers = s.names.size() == 1 ? d_.tiers.find(s.names.front().text) : d_.tiers.end();
        if (tiers == d_.tiers.end()) {
            step().actors = d_.use_actors(s.names);
            return;
        }
        step().tiers = tiers->second;
        for (const auto& band : d_.p.tiers[tiers->second].bands)
            for (const auto actor : band.actors)
                if (std::find(step().actors.begin(), step().actors.end(), actor) == step().actors.end()) step().actors.push_back(actor);
    }

    void form(const Statement* s, const Statement* meeting) {
        if (s == nullptr && meeting == nullptr) return;
        auto r = requirements_.start(RequirementKind::form, s != nullptr ? s->span : meeting->span);
        if (s != nullptr) {
            for (const auto& name : s->names) {
                if (const auto form = form_of(name.text))
                    r.forms.push_back(static_cast<std::uint16_t>(*form));
                else
                    d_.unknown("N013", name, syntax::spellings(syntax::Position::act_form));
            }
            requirements_.modify(r, s->modifiers, Keyword::form);
        } else {
            r.forms.push_back(static_cast<std::uint16_t>(Form::meeting));
        }
        std::sort(r.forms.begin(), r.forms.end());
        r.forms.erase(std::unique(r.forms.begin(), r.forms.end()), r.forms.end());
        requirements_.finish(std::move(r), s != nullptr);
    }

    void rest(const Statement& s) {
        switch (s.head) {  // NOLINT(clang-diagnostic-switch-enum): the others were taken above
            case Keyword::posting: posting(s); break;
            case Keyword::materials: length(s, RequirementKind::materials, LengthUse::ahead); break;
            case Keyword::time_limit: length(s, RequirementKind::deadline, LengthUse::limit); break;
            case Keyword::minutes: items(s, RequirementKind::minutes); break;
            case Keyword::require: requirements_.demand(s); break;
            case Keyword::sign_off: check_sign_off(d_, requirements_, s); break;
            default: break;
        }
    }

    void posting(const Statement& s) {
        step().posting = true;
        if (s.aspect == Keyword::contents)
            items(s, RequirementKind::posting_contents);
        else
            length(s, RequirementKind::posting_length, LengthUse::posting);
    }

    void refuse_must_not(const Statement& s) {
        if (s.modality == Keyword::must_not)
            d_.error("M027", s.span).arg("modality", d_.word(Keyword::must_not)).arg("statement", d_.word(s.head));
    }

    void items(const Statement& s, RequirementKind kind) {
        auto r = requirements_.start(kind, s.span, s.label);
        r.modality = modality_of(s.modality);
        refuse_must_not(s);
        r.content_mask = d_.content_mask(s.names);
        requirements_.modify(r, s.modifiers, s.head);
        requirements_.finish(std::move(r), true);
    }

    void length(const Statement& s, RequirementKind kind, LengthUse use) {
        auto r = requirements_.start(kind, s.span, s.label);
        r.modality = modality_of(s.modality);
        refuse_must_not(s);
        const bool by_day = s.aspect == Keyword::no_later_than;
        if (!by_day)
            if (const auto made = read_length(d_, s, use, r.soft)) r.length = *made;
        // 左右 is a soft band: as 原则上 it may be missed for a reason on record.
        if (r.soft && !s.modality) r.modality = Modality::should;
        if (use == LengthUse::limit) requirements_.deadline(r, s);
        if (s.medium) r.medium = d_.medium(*s.medium);
        r.in_total = s.in_total.has_value();
        requirements_.modify(r, s.modifiers, s.head);
        if (r.in_total) only_days_add_up(r, *s.in_total);
        requirements_.finish(std::move(r), true);
    }

    /// Months of several runs, each of its own length, have no sum.
    void only_days_add_up(const Requirement& r, base::Span span) {
        const auto& length = r.length;
        const bool in_days = length.period.unit == calendar::Unit::days || length.period.unit == calendar::Unit::working_days;
        if (length.parameter || !in_days) d_.error("M040", span).arg("word", d_.word(Keyword::in_total));
    }

    void lost(const Statement* s) {
        if (s == nullptr) return;
        if (s->aspect == Keyword::return_to) step().lost_vote = LostVote::return_to;
        if (s->aspect == Keyword::end) step().lost_vote = LostVote::end;
        if (s->aspect == Keyword::suspend) step().lost_vote = LostVote::suspend;
        if (s->aspect == Keyword::return_to && s->name)
            if (const auto to = d_.use_step(*s->name)) step().return_to = *to;
        step().lost_ground = d_.ground(s->modifiers.grounds);
        keep_grounds_only(d_, s->modifiers, Keyword::lost);
        // What an error left out may be the threshold.
        if (d_.sink.error_count() != errors_before_) return;
        const auto decides = [&](RequirementId id) { return d_.p.requirement(id).kind == RequirementKind::approval; };
        if (std::none_of(requirements_.made().begin(), requirements_.made().end(), decides))
            d_.warning("M025", s->head_span).arg("step", step().name);
    }

    Draft& d_;
    const Statement& s_;
    StepId id_;
    Requirements requirements_;
    std::size_t errors_before_;
};

}  // namespace

void check_steps(Draft& d, const Statement& procedure) {
    check_tiers(d, procedure);
    check_separations(d, procedure);
    Requirements own(d, {});
    for (const auto& s : procedure.block) {
        if (s.head == Keyword::require) own.demand(s);
        if (s.head != Keyword::step || !s.name) continue;
        const auto* entry = d.steps.find(s.name->text);
        // A step declared twice was complained of; the first keeps the name.
        if (entry == nullptr || entry->span != s.name->span) continue;
        StepCheck(d, s, entry->id).run();
    }
    own.keep_uncited();
    d.p.own_requirements = own.made();
}

}  // namespace guicheng::model
