#include "graph/assertions.hpp"

#include <algorithm>
#include <span>

#include "graph/conditions.hpp"

namespace guicheng::graph {
namespace {

using model::PathAssertion;
using model::Prerequisite;
using model::Procedure;
using model::StepId;

/// One question: can a step be reached without `avoided`? `certain`: the avoided step cannot be skipped on the way.
struct Question {
    PathAssertion assertion;
    bool certain = true;
};

bool order_can_be_lifted(const Procedure& p, const model::Step& step) {
    return std::any_of(step.requirements.begin(), step.requirements.end(), [&](model::RequirementId id) {
        const auto& r = p.requirement(id);
        return r.kind == model::RequirementKind::order && (!r.exceptions.empty() || r.in_force_from);
    });
}

/// Answers up to 64 questions at once, a bit each: the steps are walked once for all of them.
class Avoidance {
public:
    Avoidance(const Procedure& p, const StepGraph& g, std::span<const Question> questions)
        : p_(p), questions_(questions), through_(p.steps.size()), avoids_(p.steps.size()) {
        for (std::size_t i = 0; i < questions.size(); ++i) through_[questions[i].assertion.through.index()] |= std::uint64_t{1} << i;
        for (std::size_t i = 0; i < questions.size(); ++i)
            if (questions[i].certain) certain_ |= std::uint64_t{1} << i;
        for (const auto step : g.order) avoids_[step.index()] = before(p.steps[step.index()]);
    }

    /// Whether the step of question i can be reached without passing what the question names.
    bool avoidable(std::size_t i) const {
        const auto& a = questions_[i].assertion;
        return a.reach != a.through && bit(avoids_[a.reach.index()], i);
    }

    Refutation route(std::size_t i, const StepGraph& g) const {
        const auto& a = questions_[i].assertion;
        Refutation out{a, {}, false};
        std::vector<bool> taken(p_.steps.size());
        std::vector<StepId> open{a.reach};
        taken[a.reach.index()] = true;
        std::vector<const Prerequisite*> parts;
        while (!open.empty()) {
            const auto step = open.back();
            open.pop_back();
            const auto& s = p_.step(step);
            if (!s.prerequisite || order_can_be_lifted(p_, s)) continue;
            parts.push_back(&*s.prerequisite);
            while (!parts.empty()) {
                const auto* part = parts.back();
                parts.pop_back();
                if (part->kind == Prerequisite::Kind::all) {
                    for (const auto& each : part->parts) parts.push_back(&each);
                } else if (part->kind == Prerequisite::Kind::any) {
                    // INVARIANT: one branch avoids it, else this route would not have been asked for.
                    for (const auto& each : part->parts)
                        if (bit(of(each), i)) {
                            parts.push_back(&each);
                            break;
                        }
                } else if (!taken[part->step.index()]) {
                    taken[part->step.index()] = true;
                    open.push_back(part->step);
                }
            }
        }
        out.skipped = taken[a.through.index()];
        for (const auto step : g.order)
            if (taken[step.index()] && step != a.through) out.route.push_back(step);
        return out;
    }

private:
    static bool bit(std::uint64_t mask, std::size_t i) { return (mask >> i & 1U) != 0; }

    std::uint64_t before(const model::Step& step) const {
        if (!step.prerequisite || order_can_be_lifted(p_, step)) return ~std::uint64_t{0};
        return of(*step.prerequisite);
    }

    std::uint64_t of(const Prerequisite& p) const {
        switch (p.kind) {
            case Prerequisite::Kind::leaf: {
                // The step asked about is passed here, unless it may be skipped: then what it asks for itself decides.
                const auto asked = through_[p.step.index()];
                return avoids_[p.step.index()] & ~(asked & certain_);
            }
            case Prerequisite::Kind::all: {
                auto mask = ~std::uint64_t{0};
                for (const auto& part : p.parts) mask &= of(part);
                return mask;
            }
            case Prerequisite::Kind::any: {
                std::uint64_t mask = 0;
                for (const auto& part : p.parts) mask |= of(part);
                return mask;
            }
        }
        return 0;
    }

    const Procedure& p_;
    std::span<const Question> questions_;
    std::vector<std::uint64_t> through_;
    std::vector<std::uint64_t> avoids_;
    std::uint64_t certain_ = 0;
};

/// More refutations than anybody reads are not looked for.
constexpr std::size_t most_refutations = 200;

}  // namespace

std::vector<Refutation> refuted(const Procedure& p, const StepGraph& g) {
    Parts parts(p);
    std::vector<std::vector<std::uint32_t>> of_step(p.steps.size());
    for (std::size_t i = 0; i < p.steps.size() && !p.assertions.empty(); ++i)
        if (p.steps[i].condition) of_step[i] = parts.of(p.steps[i].condition->expr);
    const auto applies = p.applies ? parts.of(p.applies->expr) : std::vector<std::uint32_t>{};
    std::vector<Question> questions;
    for (const auto& a : p.assertions) {
        const auto& known = of_step[a.reach.index()];
        const auto& asked = of_step[a.through.index()];
        const bool certain = std::all_of(asked.begin(), asked.end(), [&](std::uint32_t part) {
            return std::binary_search(known.begin(), known.end(), part) || std::binary_search(applies.begin(), applies.end(), part);
        });
        questions.push_back({a, certain});
    }
    std::vector<Refutation> out;
    const std::span<const Question> all(questions);
    for (std::size_t begin = 0; begin < all.size() && out.size() < most_refutations; begin += 64) {
        const auto block = all.subspan(begin, std::min<std::size_t>(64, all.size() - begin));
        const Avoidance avoidance(p, g, block);
        for (std::size_t i = 0; i < block.size() && out.size() < most_refutations; ++i)
            if (avoidance.avoidable(i)) out.push_back(avoidance.route(i, g));
    }
    return out;
}

}  // namespace guicheng::graph
