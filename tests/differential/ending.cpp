// Section 10 of the page: what is still owed when the record ends.
#include <algorithm>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::RequirementKind;
using verdict::Cause;
using verdict::CauseKind;
using verdict::Finding;
using verdict::MissingKind;
using verdict::Result;

Reading Judge::at_the_end() const {
    Reading r;
    if (as_of_) r.at = base::Moment{*as_of_, -1};
    r.at_end = true;
    return r;
}

bool Judge::skipped_at_end(model::StepId id) const {
    return truth_of(step(id).condition, at_the_end()).is == Tri::no;
}

/// Section 12: the latest attempt of a step of which nothing stands.
std::vector<Cause> Judge::attempted_in_vain(model::StepId id) const {
    const auto those = serving(id);
    if (those.empty()) return {};
    const auto& last = *those.back();
    return {{last.withdrawn ? CauseKind::withdrawn : CauseKind::void_, step(id).name, last.number, ""}};
}

std::optional<Finding> Judge::owed(model::StepId id, const model::Requirement& q) {
    const auto r = at_the_end();
    const auto& s = step(id);
    auto out = bare(q);
    const auto condition = truth_of(s.condition, r);
    const auto with = [&](Result result) {
        out.result = result;
        return out;
    };
    if (condition.is == Tri::no) {
        out.why = verdict::Why::skipped;
        return with(Result::not_applicable);
    }
    if (standing(id) != nullptr) return with(Result::satisfied);
    const auto those = serving(id);
    if (!those.empty()) {
        out.causes = attempted_in_vain(id);
        if (!closed_) return with(Result::pending);
        out.causes = {{CauseKind::charged, s.name, those.back()->number, ""}};
        return with(Result::violated);
    }
    if (std::any_of(attempts_.begin(), attempts_.end(), [&](const Tried& t) { return t.step == id && !t.skipped; })) return std::nullopt;
    const Cause wanted{CauseKind::not_attempted, s.name, 0, ""};
    for (const auto& t : attempts_) {
        for (const auto& f : t.findings) {
            if (f.kind != RequirementKind::order || f.result != Result::violated) continue;
            if (std::find(f.causes.begin(), f.causes.end(), wanted) == f.causes.end()) continue;
            out.causes = {{CauseKind::charged, step(t.step).name, t.number, f.requirement}};
            return with(Result::violated);
        }
    }
    if (ended_ || !enabled(id, r)) return std::nullopt;
    if (c_.record_incomplete && !made(Fault::incomplete_ignored)) {
        out.missing = {{MissingKind::record_incomplete, "", 0}};
        return with(Result::undetermined);
    }
    if (condition.is == Tri::unknown) {
        if (!closed_) return with(Result::pending);
        out.missing = condition.missing;
        return with(Result::undetermined);
    }
    return with(closed_ ? Result::violated : Result::pending);
}

std::vector<Finding> Judge::step_findings(model::StepId id) {
    const auto r = at_the_end();
    const auto& s = step(id);
    std::vector<Finding> out;
    if (s.optional && !made(Fault::optional_step_owed)) return out;
    const bool waits = standing(id) == nullptr && !skipped_at_end(id) && !ended_ && enabled(id, r);
    for (const auto requirement_id : s.requirements) {
        const auto& q = requirement(requirement_id);
        if (q.kind == RequirementKind::owed)
            if (const auto f = owed(id, q)) out.push_back(*f);
        if (q.kind != RequirementKind::deadline || !waits) continue;
        auto open = r;
        open.not_taken = id;
        if (!q.by_day && begin(q, open).exists != Tri::yes) continue;
        const auto f = frame(q, nullptr, open);
        if (f.condition.is == Tri::no) continue;
        auto t = deadline(q, nullptr, open);
        t.causes = attempted_in_vain(id);
        out.push_back(conclude(q, f, t, nullptr));
    }
    return out;
}

/// Each step that no step names in its 须经, that must be taken and is not skipped, has something that stands.
bool Judge::complete() const {
    for (std::size_t i = 0; i < p_.steps.size(); ++i) {
        const model::StepId id{static_cast<std::uint16_t>(i)};
        bool named = false;
        for (std::size_t j = 0; j < p_.steps.size(); ++j)
            named = named || predecessors(model::StepId{static_cast<std::uint16_t>(j)}).count(i) != 0;
        if (!named && !step(id).optional && !skipped_at_end(id) && standing(id) == nullptr) return false;
    }
    return true;
}

std::vector<Finding> Judge::own_findings() {
    const auto r = at_the_end();
    const bool over = closed_ || complete();
    std::vector<Finding> out;
    for (const auto id : p_.own_requirements) {
        const auto& q = requirement(id);
        auto t = q.kind == RequirementKind::choice ? choice(q, r) : demand(q, r);
        const bool unmet = t.is == Test::Is::no || t.is == Test::Is::unknown;
        if (unmet && q.modality != model::Modality::must_not && !over) t.is = Test::Is::waiting;
        out.push_back(conclude(q, frame(q, nullptr, r), t, nullptr));
        out.back().compared = comparisons(q, out.back(), r);
    }
    return out;
}

}  // namespace guicheng::differential
