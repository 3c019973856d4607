#include "verdict/plan.hpp"

#include <algorithm>

namespace guicheng::verdict {

namespace {

bool is_refused(WishStatus status) {
    return status == WishStatus::impossible || status == WishStatus::late || status == WishStatus::over;
}

bool is_found(const Plan& plan) {
    const auto lost = std::any_of(plan.lost.begin(), plan.lost.end(), [](const LostStep& step) { return !step.optional; });
    return lost || (plan.wish && is_refused(plan.wish->status));
}

/// What cannot be said, rather than what has not been done.
bool is_open(const WaitedFor& waited) {
    const auto& cause = waited.cause;
    return cause.kind == CauseKind::undetermined || cause.kind == CauseKind::undated || cause.kind == CauseKind::incomplete ||
           cause.kind == CauseKind::condition;
}

bool is_undetermined(const Plan& plan) {
    if (plan.wish) {
        switch (plan.wish->status) {
            case WishStatus::conditional:
            case WishStatus::suspended:
            case WishStatus::undetermined: return true;
            case WishStatus::done:
            case WishStatus::skipped:
            case WishStatus::over:
            case WishStatus::possible:
            case WishStatus::late:
            case WishStatus::impossible: break;
        }
    }
    // A last day that is not known yet, because its clock stands still, is no gap.
    const auto open = [](const PlannedStep& step) {
        const auto due = [](const PlannedDue& each) { return each.day.missing_year != 0; };
        return !step.optional && (!step.earliest.day || std::any_of(step.due.begin(), step.due.end(), due));
    };
    if (std::any_of(plan.steps.begin(), plan.steps.end(), open)) return true;
    return plan.steps.empty() && std::any_of(plan.waiting.begin(), plan.waiting.end(), [](const WaitingStep& step) {
               return !step.optional && std::any_of(step.causes.begin(), step.causes.end(), is_open);
           });
}

}  // namespace

Prospect prospect(const Outlook& outlook) {
    if (is_found(outlook.plan)) return Prospect::found;
    const auto& applies = outlook.verdict.applies;
    const bool in_doubt = !outlook.plan.closed && !outlook.plan.ended && applies && applies->result == Result::undetermined;
    return in_doubt || is_undetermined(outlook.plan) ? Prospect::undetermined : Prospect::fine;
}

Prospect prospect(const std::vector<Outlook>& procedures) {
    auto worst = Prospect::fine;
    for (const auto& each : procedures) {
        const auto found = prospect(each);
        if (found == Prospect::found) return found;
        if (found == Prospect::undetermined) worst = found;
    }
    return worst;
}

std::string_view name(Prospect prospect) {
    switch (prospect) {
        case Prospect::fine: return "fine";
        case Prospect::found: return "found";
        case Prospect::undetermined: return "undetermined";
    }
    return {};
}

std::string_view name(WishStatus status) {
    switch (status) {
        case WishStatus::done: return "done";
        case WishStatus::skipped: return "skipped";
        case WishStatus::over: return "over";
        case WishStatus::suspended: return "suspended";
        case WishStatus::possible: return "possible";
        case WishStatus::conditional: return "conditional";
        case WishStatus::late: return "late";
        case WishStatus::impossible: return "impossible";
        case WishStatus::undetermined: return "undetermined";
    }
    return {};
}

std::string_view name(TaskKind kind) {
    switch (kind) {
        case TaskKind::begin_posting: return "begin_posting";
        case TaskKind::take_step: return "take_step";
        case TaskKind::deliver: return "deliver";
        case TaskKind::keep_posted: return "keep_posted";
    }
    return {};
}

}  // namespace guicheng::verdict
