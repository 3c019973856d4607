// Section 6 of the page: 顺序 and 承袭, leaf by leaf.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::Prerequisite;
using verdict::CauseKind;
using verdict::MissingKind;
using verdict::Outcome;
using verdict::Status;

namespace {

void add(std::vector<verdict::Cause>& to, const std::vector<verdict::Cause>& more) {
    for (const auto& cause : more)
        if (std::find(to.begin(), to.end(), cause) == to.end()) to.push_back(cause);
}

void add(std::vector<Tried*>& to, const std::vector<Tried*>& more) {
    for (auto* t : more)
        if (std::find(to.begin(), to.end(), t) == to.end()) to.push_back(t);
}

}  // namespace

int Way::rank() const {
    if (order == Tri::no) return 3;
    if (inherited == Tri::no) return 2;
    return order == Tri::unknown || inherited == Tri::unknown ? 1 : 0;
}

Way Judge::way(const Prerequisite& p, const Reading& r) {
    if (p.kind == Prerequisite::Kind::leaf) return leaf(p, r);
    std::vector<Way> parts;
    for (const auto& part : p.parts) parts.push_back(way(part, r));
    if (p.kind == Prerequisite::Kind::any && !made(Fault::or_read_as_and))
        return *std::min_element(parts.begin(), parts.end(), [](const Way& a, const Way& b) { return a.rank() < b.rank(); });
    Way out;
    for (const auto& part : parts) {
        out.order = std::min(out.order, part.order);
        out.inherited = std::min(out.inherited, part.inherited);
        guicheng::differential::add(out.order_missing, part.order_missing);
        guicheng::differential::add(out.inherited_missing, part.inherited_missing);
        add(out.order_causes, part.order_causes);
        add(out.inherited_causes, part.inherited_causes);
        add(out.met, part.met);
    }
    return out;
}

Way Judge::leaf(const Prerequisite& p, const Reading& r) {
    const auto& s = step(p.step);
    auto before = r;
    before.current = nullptr;
    const auto condition = truth_of(s.condition, before);
    if (condition.is == Tri::no && !made(Fault::skipped_step_blocks)) return s.prerequisite ? way(*s.prerequisite, r) : Way{};
    auto out = leaf_rows(p, r);
    if (condition.is == Tri::yes || condition.is == Tri::no || out.rank() == 0) return out;
    Way undecided;
    undecided.order = Tri::unknown;
    undecided.order_missing = condition.missing;
    undecided.order_causes = {{CauseKind::condition, s.name, 0, ""}};
    undecided.met = out.met;
    return undecided;
}

bool Judge::done_before(const Tried& t, const Reading& r) const {
    const auto& act = *t.act;
    if (!act.has_end || !r.at || act.end.day > r.at->day) return false;
    if (act.end.day < r.at->day || made(Fault::hours_ignored)) return true;
    return act.end.minute < 0 || r.at->minute < 0 || act.end.minute <= r.at->minute;
}

Way Judge::leaf_rows(const Prerequisite& p, const Reading& r) {
    const auto& s = step(p.step);
    Way out;
    const auto disorder = [&](Tri order, CauseKind kind, std::int32_t attempt, Missing missing = {}) {
        out.order = order;
        out.order_missing = std::move(missing);
        out.order_causes = {{kind, s.name, attempt, ""}};
        return out;
    };
    const auto inherit = [&](Tri inherited, CauseKind kind, std::int32_t attempt) {
        if (made(Fault::inheritance_lost)) return out;
        out.inherited = inherited;
        if (inherited == Tri::unknown) out.inherited_missing = {{MissingKind::step_undetermined, s.name, 0}};
        out.inherited_causes = {{kind, s.name, attempt, ""}};
        return out;
    };
    auto* t = standing(p.step);
    const auto those = serving(p.step);
    if (t == nullptr && !those.empty()) {
        out.met = {those.back()};
        return inherit(Tri::no, those.back()->withdrawn ? CauseKind::withdrawn : CauseKind::void_, those.back()->number);
    }
    if (t == nullptr) {
        if (c_.record_incomplete && !made(Fault::incomplete_ignored))
            return disorder(Tri::unknown, CauseKind::incomplete, 0, {{MissingKind::record_incomplete, "", 0}});
        const bool before_return =
            std::any_of(attempts_.begin(), attempts_.end(), [&](const Tried& a) { return a.step == p.step && a.returned && !a.skipped; });
        return disorder(Tri::no, before_return ? CauseKind::returned : CauseKind::not_attempted, 0);
    }
    out.met = {t};
    if (!t->act->dated) return disorder(Tri::unknown, CauseKind::undated, t->number, {{MissingKind::act_date, s.name, t->number}});
    const bool counts_once_begun = s.posting && !made(Fault::posting_must_have_ended);
    if (!counts_once_begun && !done_before(*t, r) && !made(Fault::too_late_forgiven))
        return disorder(Tri::no, CauseKind::too_late, t->number);
    const auto status = status_seen(*t, r);
    if (status == Status::void_) return inherit(Tri::no, CauseKind::void_, t->number);
    if (status == Status::flawed && made(Fault::flawed_is_void)) return inherit(Tri::no, CauseKind::void_, t->number);
    if (status == Status::undetermined || status == Status::pending) return inherit(Tri::unknown, CauseKind::undetermined, t->number);
    if (p.whatever_outcome || made(Fault::lost_vote_serves)) return out;
    if (t->outcome == Outcome::lost) return inherit(Tri::no, CauseKind::lost, t->number);
    if (t->outcome == Outcome::open) return inherit(Tri::unknown, CauseKind::undetermined, t->number);
    return out;
}

bool Judge::enabled(model::StepId id, const Reading& r) {
    const auto& tree = step(id).prerequisite;
    return !tree || way(*tree, r).rank() == 0;
}

}  // namespace guicheng::differential
