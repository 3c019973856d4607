// 时限: the days and acts from which it runs, the day by which it ends, and what stops it.
#include "model/quantities.hpp"
#include "model/requirements.hpp"

namespace guicheng::model {

using syntax::Keyword;

namespace {

std::optional<EventId> use_event(Draft& d, const syntax::Name& name) {
    const auto id = d.events.use(name.text);
    if (id) return id;
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
            const auto event = use_event(d_, term.name);
            if (!event) continue;
            start.event = *event;
        } else if (d_.steps.find(term.name.text) == nullptr &&
                   (d_.fields.find(term.name.text) != nullptr || d_.parameters.find(term.name.text) != nullptr ||
                    d_.findings.find(term.name.text) != nullptr)) {
            start.kind = Start::Kind::day;
            start.day = expressions().day(term.expr);
            if (!start.day) continue;
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
