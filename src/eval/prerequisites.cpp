// 须经: what had to stand before this act, and what this act rests on (judging, section 6).
#include "eval/run.hpp"

namespace guicheng::eval {

using program::Prerequisite;
using verdict::CauseKind;
using verdict::MissingKind;
using verdict::Outcome;
using verdict::Status;

namespace {

constexpr Tri worst(Tri a, Tri b) {
    if (a == Tri::no || b == Tri::no) return Tri::no;
    return a == Tri::unknown || b == Tri::unknown ? Tri::unknown : Tri::yes;
}

constexpr int badness(Tri order, Tri inherited) {
    if (order == Tri::no) return 3;
    if (inherited == Tri::no) return 2;
    return order == Tri::unknown || inherited == Tri::unknown ? 1 : 0;
}

constexpr std::uint8_t code(CauseKind kind) {
    return static_cast<std::uint8_t>(kind);
}

/// An act is done on the day of its end; on one day the hours tell only where both have one.
bool done_before(const cases::Act& act, const At& at) {
    if (!act.has_end || !at.dated) return false;
    if (act.end.day != at.moment.day) return act.end.day < at.moment.day;
    return act.end.minute < 0 || at.moment.minute < 0 || act.end.minute <= at.moment.minute;
}

}  // namespace

Run::Leaf Run::leaf(const Prerequisite& node) {
    const auto skipped = program_.steps[node.step].condition == program::none ? Tri::yes : step_condition(node.step);
    if (skipped == Tri::no) {
        Leaf through;
        through.pass = true;
        return through;
    }
    auto found = leaf_unskipped(node);
    const bool fine = found.order == Tri::yes && found.inherited == Tri::yes;
    if (skipped == Tri::unknown && !fine) return {Tri::unknown, Tri::yes, code(CauseKind::condition), found.met, false};
    return found;
}

Run::Leaf Run::leaf_unskipped(const Prerequisite& node) {
    const auto& state = s_.steps[node.step];
    if (state.standing == no_index) {
        if (state.serving != no_index) {
            const bool withdrawn = s_.attempts[state.serving].withdrawn;
            return {Tri::yes, Tri::no, code(withdrawn ? CauseKind::withdrawn : CauseKind::void_), state.serving, false};
        }
        if (case_.record_incomplete) return {Tri::unknown, Tri::yes, code(CauseKind::incomplete), no_index, false};
        return {Tri::no, Tri::yes, code(state.attempted ? CauseKind::returned : CauseKind::not_attempted), no_index, false};
    }
    const auto met = state.standing;
    const auto& act = act_of(met);
    if (!act.dated) return {Tri::unknown, Tri::yes, code(CauseKind::undated), met, false};
    if (!program_.steps[node.step].posting && !done_before(act, at_)) return {Tri::no, Tri::yes, code(CauseKind::too_late), met, false};
    const auto status = status_now(met);
    if (status == Status::void_) return {Tri::yes, Tri::no, code(CauseKind::void_), met, false};
    if (status == Status::undetermined || status == Status::pending)
        return {Tri::yes, Tri::unknown, code(CauseKind::undetermined), met, false};
    const auto outcome = s_.attempts[met].outcome;
    if (!node.whatever_outcome && outcome == Outcome::lost) return {Tri::yes, Tri::no, code(CauseKind::lost), met, false};
    if (!node.whatever_outcome && outcome == Outcome::open) return {Tri::yes, Tri::unknown, code(CauseKind::undetermined), met, false};
    return {Tri::yes, Tri::yes, no_gap, met, false};
}

/// A step's 当, read once in a reading of 须经.
Tri Run::step_condition(std::uint16_t step) {
    auto& memo = s_.passed[step];
    if (memo.condition_reading != s_.reading) {
        const auto before = mark();
        memo.condition = holds(program_.steps[step].condition);
        restore(before);
        memo.condition_reading = s_.reading;
    }
    return memo.condition;
}

/// Reads the 须经 of a step. Steps that are skipped hand on what their own 须经 says; those are computed first, deepest first, without
/// recursion, since a chain of skipped steps may be as long as the file.
Run::Columns Run::read(std::uint16_t step) {
    ++s_.reading;
    if (program_.conditional_steps) {
        s_.step_stack.assign(1, step);
        while (!s_.step_stack.empty()) {
            const auto top = s_.step_stack.back();
            if (s_.passed[top].computed == s_.reading || push_skipped(top)) {
                if (s_.passed[top].computed == s_.reading) s_.step_stack.pop_back();
                continue;
            }
            const auto found = columns(program_.steps[top].prerequisite.begin);
            s_.passed[top].order = found.order;
            s_.passed[top].inherited = found.inherited;
            s_.passed[top].computed = s_.reading;
            s_.step_stack.pop_back();
        }
    }
    return columns(program_.steps[step].prerequisite.begin);
}

/// Whether skipped steps named in this 须经 had to be put before it.
bool Run::push_skipped(std::uint16_t step) {
    const auto nodes = program_.steps[step].prerequisite;
    bool pushed = false;
    for (auto i = nodes.begin; i < nodes.end; ++i) {
        const auto& node = program_.prerequisites[i];
        if (node.kind != model::Prerequisite::Kind::leaf) continue;
        const auto& named = program_.steps[node.step];
        if (named.condition == program::none || named.prerequisite.empty() || s_.passed[node.step].computed == s_.reading) continue;
        if (step_condition(node.step) != Tri::no) continue;
        s_.step_stack.push_back(node.step);
        pushed = true;
    }
    return pushed;
}

Run::Columns Run::columns(std::uint32_t index) {
    const auto& node = program_.prerequisites[index];
    if (node.kind == model::Prerequisite::Kind::leaf) {
        const auto found = leaf(node);
        if (!found.pass) return {found.order, found.inherited};
        if (program_.steps[node.step].prerequisite.empty()) return {};
        return {s_.passed[node.step].order, s_.passed[node.step].inherited};
    }
    if (node.kind == model::Prerequisite::Kind::any) return columns(chosen(node));
    Columns all;
    for (auto i = node.parts.begin; i < node.parts.end; ++i) {
        const auto part = columns(static_cast<std::uint32_t>(program_.numbers[i]));
        all = {worst(all.order, part.order), worst(all.inherited, part.inherited)};
    }
    return all;
}

/// Of 或 the first part that is least bad.
std::uint32_t Run::chosen(const Prerequisite& node) {
    std::uint32_t best = 0;
    int least = 4;
    for (auto i = node.parts.begin; i < node.parts.end && least > 0; ++i) {
        const auto part = static_cast<std::uint32_t>(program_.numbers[i]);
        const auto found = columns(part);
        const auto bad = badness(found.order, found.inherited);
        if (bad < least) {
            least = bad;
            best = part;
        }
    }
    return best;
}

/// The leaves that decided, in the order of the text; a step passed through is read in place, once.
template <class Visit>
void Run::visit_leaves(std::uint16_t step, Visit visit) {
    ++s_.visit;
    s_.stack.assign(1, program_.steps[step].prerequisite.begin);
    while (!s_.stack.empty()) {
        const auto& node = program_.prerequisites[s_.stack.back()];
        s_.stack.pop_back();
        switch (node.kind) {
            case model::Prerequisite::Kind::leaf: {
                const auto found = leaf(node);
                auto& memo = s_.passed[node.step];
                if (!found.pass) {
                    visit(node, found);
                } else if (!program_.steps[node.step].prerequisite.empty() && memo.visited != s_.visit) {
                    memo.visited = s_.visit;
                    s_.stack.push_back(program_.steps[node.step].prerequisite.begin);
                }
                break;
            }
            case model::Prerequisite::Kind::any: s_.stack.push_back(chosen(node)); break;
            case model::Prerequisite::Kind::all:
                for (auto i = node.parts.end; i-- > node.parts.begin;) s_.stack.push_back(static_cast<std::uint32_t>(program_.numbers[i]));
                break;
        }
    }
}

/// Reads 须经 for an attempt and notes what it rests on; each attempt met waits no longer for somebody to look at it.
void Run::read_prerequisites(std::uint32_t index) {
    const auto step = s_.attempts[index].step;
    if (s_.suspended || !at_.dated) return;
    columns_ = read(step);
    visit_leaves(step, [&](const Prerequisite&, const Leaf& found) {
        if (found.met == no_index || s_.attempts[found.met].waiter == index) return;
        s_.attempts[found.met].waiter = index;
        s_.rests.push_back(found.met);
    });
    s_.attempts[index].rests_end = static_cast<std::uint32_t>(s_.rests.size());
}

Test Run::order_test(std::uint32_t index) {
    const auto step = s_.attempts[index].step;
    if (s_.suspended) {
        cause(CauseKind::suspended, program::none, 0);
        return Test::no;
    }
    if (!at_.dated) {
        gap_of_act(MissingKind::act_date, {s_.attempts[index].act, index});
        return Test::unknown;
    }
    if (columns_.order == Tri::yes) return Test::yes;
    visit_leaves(step, [&](const Prerequisite& node, const Leaf& found) {
        if (found.order != Tri::yes) order_cause(node.step, found);
    });
    return test(columns_.order);
}

void Run::order_cause(std::uint16_t step, const Leaf& found) {
    const auto kind = static_cast<CauseKind>(found.cause);
    const bool numbered = kind == CauseKind::too_late || kind == CauseKind::undated;
    cause(kind, step, numbered ? s_.attempts[found.met].number : 0);
    if (found.order != Tri::unknown) return;
    if (kind == CauseKind::undated) gap_of_act(MissingKind::act_date, {s_.attempts[found.met].act, found.met});
    if (kind == CauseKind::incomplete) gap(MissingKind::record_incomplete, "");
    if (kind == CauseKind::condition) condition(program_.steps[step].condition);
}

Test Run::inherited_test(std::uint32_t index) {
    if (columns_.inherited == Tri::yes) return Test::yes;
    visit_leaves(s_.attempts[index].step, [&](const Prerequisite& node, const Leaf& found) {
        if (found.inherited == Tri::yes) return;
        cause(static_cast<CauseKind>(found.cause), node.step, s_.attempts[found.met].number);
        if (found.inherited == Tri::unknown) gap(MissingKind::step_undetermined, step_name(node.step));
    });
    return test(columns_.inherited);
}

/// A step that should have been taken before this attempt and was not is charged to this attempt, once.
void Run::charge_passed_over(std::uint32_t index) {
    if (s_.suspended) return;
    visit_leaves(s_.attempts[index].step, [&](const Prerequisite& node, const Leaf& found) {
        if (found.order == Tri::yes || static_cast<CauseKind>(found.cause) != CauseKind::not_attempted) return;
        auto& charged = s_.steps[node.step].charged_by;
        if (charged == no_index) charged = index;
    });
}

/// At the end of the case: may the step be taken now?
bool Run::enabled(std::uint16_t step) {
    if (program_.steps[step].prerequisite.empty()) return true;
    const auto found = read(step);
    return badness(found.order, found.inherited) == 0;
}

void Run::cause(CauseKind kind, std::uint16_t step, std::uint32_t number) {
    auto* finding = made();
    if (finding == nullptr) return;
    verdict::Cause out;
    out.kind = kind;
    if (step != program::none) out.step = step_name(step);
    out.attempt = static_cast<std::int32_t>(number);
    for (const auto& known : finding->causes)
        if (known == out) return;
    finding->causes.push_back(std::move(out));
}

}  // namespace guicheng::eval
