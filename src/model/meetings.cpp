#include "model/meetings.hpp"

#include <algorithm>

#include "model/bodies.hpp"
#include "model/forms.hpp"
#include "model/quantities.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Statement;

namespace {

/// Exactly half passes under 半数以上, which local texts write where the governing norm says 过半数 (Regulations on the
/// Work of Party Branches art. 11, for one, tells the two apart). An author who means it says so with 释义.
void warn_of_half(const Draft& d, const Requirement& r, const Threshold& t, const Statement& s) {
    const bool half = t.share && t.share->num * 2 == t.share->den;
    if (r.kind != RequirementKind::approval || !half || t.op != base::Comparison::greater_equal) return;
    if (!r.ground.interpretations.empty() || !s.quantity) return;
    d.warning("M007", s.quantity->span)
        .arg("text", d.source_text(s.quantity->span))
        .arg("other", d.word(Keyword::majority))
        .suggest(s.quantity->span, d.word(Keyword::majority));
}

/// Of the whole body, or of one class of its members.
Threshold one_way(Draft& d, const Requirements& requirements, ActorId body, const Statement& s, RequirementKind kind) {
    const bool set = s.expr != syntax::no_expr;
    auto t = (set ? read_threshold(d, s, kind, requirements.expressions().set_by_step(s.expr)) : read_threshold(d, s, kind))
                 .value_or(Threshold{});
    if (s.member_class) t.member_class = class_of(d, body, *s.member_class).value_or(no_class);
    return t;
}

/// More than anybody reads, and few enough that a rule's rows stay few.
constexpr std::size_t most_ways = 64;

void other_ways(Draft& d, const Requirements& requirements, Requirement& r, ActorId body, const Statement& s) {
    for (const auto& way : s.ways) {
        if (r.other_ways.size() + 1 == most_ways) {
            d.error("M010", way.span).arg("limit", d.word(Keyword::or_)).arg("max", std::to_string(most_ways));
            return;
        }
        r.other_ways.push_back(one_way(d, requirements, body, way, r.kind));
        warn_of_half(d, r, r.other_ways.back(), way);
    }
}

void threshold(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    const auto kind = s.head == Keyword::present ? RequirementKind::attendance : RequirementKind::approval;
    auto r = requirements.start(kind, s.span, s.label, body);
    if (kind == RequirementKind::approval && s.modality) {
        // Whether a vote is carried is no duty that anybody keeps or breaks.
        const base::Span word = s.modality_span;
        const auto next = d.source_text({word.end, word.end + 1}) == " " ? word.end + 1 : word.end;
        d.error("M039", word)
            .arg("modality", d.source_text(word))
            .arg("statement", d.word(s.head))
            .fix({word.begin, next}, "", s.modality == Keyword::must ? diag::FixKind::certain : diag::FixKind::suggestion);
    } else if (s.modality == Keyword::must_not)
        d.error("M027", s.span).arg("modality", d.word(Keyword::must_not)).arg("statement", d.word(s.head));
    r.modality = modality_of(s.modality);
    // What is 原则上 never strikes; an approval has no effect to soften.
    if (r.modality == Modality::should && strikes(r.consequence.effect)) r.consequence.effect = Effect::curable;
    r.threshold = one_way(d, requirements, body, s, kind);
    if (s.member_class && !s.label && s.ways.empty()) r.id += "." + s.member_class->text;
    requirements.modify(r, s.modifiers, s.head);
    warn_of_half(d, r, r.threshold, s);
    other_ways(d, requirements, r, body, s);
    requirements.finish(std::move(r), true);
}

void ballot_form(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    auto r = requirements.start(RequirementKind::ballot_form, s.span, s.label, body);
    for (const auto& name : s.names) {
        if (const auto form = ballot_form_of(name.text))
            r.forms.push_back(static_cast<std::uint16_t>(*form));
        else
            d.unknown("N012", name, syntax::spellings(syntax::Position::ballot));
    }
    std::sort(r.forms.begin(), r.forms.end());
    r.forms.erase(std::unique(r.forms.begin(), r.forms.end()), r.forms.end());
    requirements.modify(r, s.modifiers, s.head);
    requirements.finish(std::move(r), true);
}

/// 可以 alone permits and is met whatever was done; 可以 with a limit and 不得 are broken by the ballots taken out for
/// them.
void distance(Draft& d, Requirements& requirements, ActorId body, const Statement& s) {
    const auto kind = s.head == Keyword::proxies ? RequirementKind::proxy : RequirementKind::remote;
    auto r = requirements.start(kind, s.span, s.label, body);
    r.allowed = s.modality != Keyword::must_not;
    if (s.quantity) r.per_holder = read_limit(d, *s.quantity);
    r.modality = !r.allowed ? Modality::must_not : r.per_holder ? Modality::must : Modality::may;
    requirements.modify(r, s.modifiers, s.head);
    requirements.finish(std::move(r), true);
}

}  // namespace

void check_meeting(Draft& d, Requirements& requirements, StepId step, const Statement& meeting) {
    if (!meeting.name) return;
    const auto body = d.use_actor(*meeting.name);
    if (!body) return;
    if (!d.p.actors[body->index()].meets)
        d.error("N009", meeting.name->span)
            .arg("name", meeting.name->text)
            .related(d.p.source, d.p.actors[body->index()].span, "model.declared_here", {{"name", meeting.name->text}});
    d.p.steps[step.index()].body = *body;
    bool decides = false;
    for (const auto& s : meeting.block) {
        switch (s.head) {  // NOLINT(clang-diagnostic-switch-enum): what else stands in a meeting the parser refuses
            case Keyword::present:
            case Keyword::in_favour:
                decides = true;
                threshold(d, requirements, *body, s);
                break;
            case Keyword::ballot_form: ballot_form(d, requirements, *body, s); break;
            case Keyword::proxies:
            case Keyword::remote_voting: distance(d, requirements, *body, s); break;
            default: break;
        }
    }
    if (!decides) d.warning("M013", meeting.name->span).arg("name", meeting.name->text);
    for (const auto kind : {RequirementKind::tally, RequirementKind::roll, RequirementKind::declared})
        requirements.finish(requirements.start(kind, meeting.span, std::nullopt, *body), false);
}

}  // namespace guicheng::model
