// Where a case stands: which steps are to be taken, and what each of them still waits for (judging, section 14).
#include "eval/plan.hpp"

#include <algorithm>

#include "eval/act_order.hpp"
#include "eval/planner.hpp"

namespace guicheng::eval {

using base::Day;
using verdict::CauseKind;
using verdict::StepState;

verdict::Outlook plan(const program::Program& program, const cases::Case& file, const calendar::Calendar& calendar,
                      std::optional<Day> as_of, std::optional<WishedDay> wish) {
    Scratch scratch;
    const auto seen = see(program, file, as_of, scratch);
    Trace trace;
    trace.steps.resize(program.steps.size());
    Run run(program, file, calendar, scratch, &trace);
    run.start();
    for (const auto act : scratch.order) run.fold(act);
    run.finish(seen.day, seen.source);
    verdict::Outlook out;
    out.verdict = run.verdict();
    Planner planner(run, out.plan);
    planner.look();
    planner.tell_owed(out.verdict.findings);
    if (wish) planner.wish(*wish);
    return out;
}

// ---------------------------------------------------------------- how things stand

namespace {

/// A rule of a few hundred steps, each with a last day, takes a tenth of this.
constexpr std::int64_t most_looks = 20'000'000;

}  // namespace

Planner::Planner(Run& run, verdict::Plan& out)
    : run_(run), program_(run.program_), calendar_(run.calendar_), out_(out), as_of_(run.s_.result.as_of), budget_(most_looks) {
    const auto count = program_.steps.size();
    for (std::size_t i = 0; i < count; ++i) by_rank_.push_back(static_cast<std::uint16_t>(i));
    std::sort(by_rank_.begin(), by_rank_.end(), [&](std::uint16_t a, std::uint16_t b) {
        const auto rank = [&](std::uint16_t step) { return program_.steps[step].rank; };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
    });
    again_.assign(count, 0);
    asks_.resize(count);
    seen_.assign(count, 0);
    for (std::size_t target = 0; target < count; ++target) {
        if (!run_.s_.steps[target].return_open) continue;
        for (std::size_t i = 0; i < count; ++i)
            if (i == target || run_.rests_on(static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(target))) again_[i] = 1;
    }
    ++run_.s_.reading;
    fine_.assign(count, 1);
    for (const auto step : by_rank_) {
        const auto nodes = program_.steps[step].prerequisite;
        if (!nodes.empty()) fine_[step] = fine(nodes.begin) ? 1 : 0;
    }
    out_.closed = run_.s_.result.closed;
    out_.ended = run_.s_.ended;
    out_.suspended = run_.s_.suspended;
    out_.record_incomplete = run_.case_.record_incomplete;
    if (as_of_) look_forward(*as_of_, true);
}

Planner::Leaf Planner::stand(const program::Prerequisite& node) {
    const auto found = run_.leaf(node);
    if (found.pass) return {Stand::passed};
    if (again_[node.step]) return {Stand::wanting, no_index, CauseKind::returned};
    if (found.order == Tri::yes && found.inherited == Tri::yes) {
        const bool outgrown = found.met != no_index && as_of_ && run_.outgrown(found.met, {true, true, *as_of_});
        return outgrown ? Leaf{Stand::wanting, found.met, CauseKind::void_} : Leaf{Stand::fine, found.met};
    }
    const auto cause = static_cast<CauseKind>(found.cause);
    switch (cause) {
        case CauseKind::undetermined:
            // A posting that hangs and is not long enough yet is waited for, not done again.
            if (program_.steps[node.step].posting && run_.status_now(found.met) == verdict::Status::pending)
                return {Stand::fine, found.met, cause};
            return {Stand::open, found.met, cause};
        case CauseKind::undated:
        case CauseKind::incomplete: return {Stand::open, found.met, cause};
        case CauseKind::too_late: return {Stand::running, found.met, cause};
        case CauseKind::condition:
        case CauseKind::not_attempted:
        case CauseKind::void_:
        case CauseKind::lost:
        case CauseKind::suspended:
        case CauseKind::charged:
        case CauseKind::withdrawn:
        case CauseKind::returned:
        case CauseKind::same_person: break;
    }
    return {Stand::wanting, found.met, cause};
}

/// Steps passed through have a lower rank, so theirs is known.
bool Planner::fine(std::uint32_t index) {
    const auto& node = program_.prerequisites[index];
    const auto part = [&](std::uint32_t i) { return static_cast<std::uint32_t>(program_.numbers[i]); };
    switch (node.kind) {
        case model::Prerequisite::Kind::leaf: {
            const auto found = stand(node);
            return found.stand == Stand::fine || (found.stand == Stand::passed && fine_[node.step]);
        }
        case model::Prerequisite::Kind::all:
            for (auto i = node.parts.begin; i < node.parts.end; ++i)
                if (!fine(part(i))) return false;
            return true;
        case model::Prerequisite::Kind::any: return fine_part(node) != no_index;
    }
    return true;
}

/// Of 或 the first branch that asks nothing more.
std::uint32_t Planner::fine_part(const program::Prerequisite& node) {
    for (auto i = node.parts.begin; i < node.parts.end; ++i) {
        const auto part = static_cast<std::uint32_t>(program_.numbers[i]);
        if (fine(part)) return part;
    }
    return no_index;
}

bool Planner::may_be_taken(std::uint16_t step) const {
    return run_.s_.steps[step].return_open || fine_[step];
}

std::optional<Day> Planner::first_day(std::uint16_t step) const {
    return as_of_ && acts_[step].known() ? std::optional(acts_[step].day) : std::nullopt;
}

bool Planner::to_be_taken(std::uint16_t step) const {
    return run_.s_.states[step] != StepState::skipped && (again_[step] || run_.s_.steps[step].standing == no_index);
}

/// The leaves that decide, each step passed through read in place, once; of a 或 whose parts all ask for something each part is a way.
/// Within a way, and where there are very many, the part that the verdict takes stands for all.
std::vector<Planner::Met> Planner::leaves(std::uint16_t step) {
    constexpr std::int32_t most_ways = 16;
    struct Part {
        std::uint32_t index;
        std::int32_t choice = 0, way = 0;
        bool whole = true;  ///< nothing stands beside it on its way
    };
    std::vector<Met> out;
    if (program_.steps[step].prerequisite.empty()) return out;
    run_.read(step);
    const auto in_any_case = ++visit_;
    std::int32_t choices = 0;
    std::int32_t ways = 0;  // of all choices
    std::pair<std::int32_t, std::int32_t> last{0, 0};
    std::vector<Part> stack{{program_.steps[step].prerequisite.begin}};
    while (!stack.empty()) {
        const auto part = stack.back();
        const auto& node = program_.prerequisites[part.index];
        stack.pop_back();
        if (part.choice != 0 && last != std::pair{part.choice, part.way}) {
            last = {part.choice, part.way};
            ++visit_;
        }
        switch (node.kind) {
            case model::Prerequisite::Kind::leaf: {
                const auto found = stand(node);
                const auto before = program_.steps[node.step].prerequisite;
                if (found.stand != Stand::passed) {
                    out.push_back({&node, found, part.choice, part.way});
                    break;
                }
                auto& seen = seen_[node.step];
                const auto visit = part.choice == 0 ? in_any_case : visit_;
                if (before.empty() || seen == visit) break;
                seen = visit;
                stack.push_back({before.begin, part.choice, part.way, part.whole});
                break;
            }
            case model::Prerequisite::Kind::any: {
                const auto count = static_cast<std::int32_t>(node.parts.end - node.parts.begin);
                if (const auto taken = fine_part(node); taken != no_index) {
                    stack.push_back({taken, part.choice, part.way, part.whole});
                } else if ((part.choice != 0 && !part.whole) || count > most_ways - ways) {
                    stack.push_back({run_.chosen(node), part.choice, part.way, part.whole});
                } else {
                    const auto choice = part.choice != 0 ? part.choice : ++choices;
                    for (auto i = node.parts.end; i-- > node.parts.begin;)
                        stack.push_back({static_cast<std::uint32_t>(program_.numbers[i]), choice,
                                         ways + 1 + static_cast<std::int32_t>(i - node.parts.begin)});
                    ways += count;
                }
                break;
            }
            case model::Prerequisite::Kind::all:
                for (auto i = node.parts.end; i-- > node.parts.begin;)
                    stack.push_back({static_cast<std::uint32_t>(program_.numbers[i]), part.choice, part.way, false});
                break;
        }
    }
    return out;
}

}  // namespace guicheng::eval
