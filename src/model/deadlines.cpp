// 时限: the days and acts from which it runs, the day by which it ends, and what stops it.
#include "model/quantities.hpp"
#include "model/requirements.hpp"

namespace guicheng::model {

using syntax::Keyword;

namespace {

std::optional<EventId> use_event(Draft& d, const syntax::Name& name, std::optional<base::Span> first_or_last = std::nullopt) {
    const auto id = d.events.use(name.text);
    if (id) return id;
    if (const auto* step = d.steps.find(name.text)) {
        auto entry = d.error("N019", name.span);
        entry.arg("name", name.text).related(d.p.source, step->span, "model.declared_here", {{"name", name.text}});
        if (first_or_last) entry.suggest(base::join(*first_or_last, name.span), d.source_text(name.span));
        return std::nullopt;
    }
    std::vector<std::string_view> candidates;
    d.offer(d.events, candidates);
    d.unknown("N014", name, candidates);
    return std::nullopt;
}

}  // namespace

void Requirements::deadline(Requirement& r, const syntax::Statement& s) {
    if (s.aspect == Keyword::no_later_than) {
        r.by_day = expressions().day(s.expr);
        return;
    }
    if (s.aspect == Keyword::earlier_of) r.among = Among::earlier;
    for (const auto& term : s.starts) {
        Start start;
        if (term.which) {
            start.kind = *term.which == Keyword::at_first ? Start::Kind::first_event : Start::Kind::last_event;
            const auto event = use_event(d_, term.name, term.which_span);
            if (!event) continue;
            start.event = *event;
        } else if (d_.steps.find(term.name.text) == nullptr &&
                   (d_.fields.find(term.name.text) != nullptr || d_.parameters.find(term.name.text) != nullptr ||
                    d_.findings.find(term.name.text) != nullptr)) {
            start.kind = Start::Kind::day;
            start.day = expressions().day(term.expr);
            if (!start.day) continue;
        } else if (const auto* event = d_.events.find(term.name.text); event != nullptr && d_.steps.find(term.name.text) == nullptr) {
            d_.error("N018", term.name.span)
                .arg("name", term.name.text)
                .arg("first", d_.word(Keyword::at_first))
                .arg("last", d_.word(Keyword::at_last))
                .related(d_.p.source, event->span, "model.declared_here", {{"name", term.name.text}})
                .suggest(term.name.span, d_.word(Keyword::at_first) + " " + d_.source_text(term.name.span));
            d_.events.use(term.name.text);
        } else {
            const auto step = d_.use_step(term.name);
            if (step == step_) d_.error("M033", term.name.span).arg("name", term.name.text);
            if (!step) continue;
            start.step = *step;
        }
        r.starts.push_back(start);
    }
}

void Requirements::stops(Requirement& r, const syntax::Modifiers& m) {
    for (const auto& term : m.stops) {
        if (r.kind != RequirementKind::deadline || r.by_day) {
            d_.error("M038", term.span).arg("word", d_.word(Keyword::deduct));
            return;
        }
        Stop stop;
        if (!term.event) {
            stop.kind = Stop::Kind::suspension;
        } else {
            const auto event = use_event(d_, *term.event);
            if (!event) continue;
            stop.event = *event;
        }
        if (term.until) {
            stop.kind = Stop::Kind::between;
            const auto until = use_event(d_, *term.until);
            if (!until) continue;
            stop.until = *until;
        }
        r.stops.push_back(stop);
    }
}

}  // namespace guicheng::model
