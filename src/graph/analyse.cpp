#include "graph/analyse.hpp"

#include <algorithm>

#include "graph/assertions.hpp"
#include "graph/conditions.hpp"

namespace guicheng::graph {
namespace {

using model::Procedure;
using model::StepId;

constexpr std::size_t longest_shown = 16;
/// Of one kind of finding no more than this many are reported.
constexpr std::size_t most_reported = 200;
/// A 适用 of more parts is not looked into.
constexpr std::size_t most_parts = 256;

class Analysis {
public:
    Analysis(const Procedure& p, const StepGraph& g, diag::Sink& sink) : p_(p), g_(g), sink_(sink) {}

    void run() {
        unreachable();
        alone();
        optional_but_needed();
        returns();
        assertions();
    }

private:
    /// A step whose 当 cannot hold where the procedure applies can never be taken.
    void unreachable() {
        std::vector<model::ExprId> applies;
        if (p_.applies) applies = conjuncts(p_, {p_.applies->expr});
        if (applies.size() > most_parts) applies.clear();
        std::size_t reported = 0;
        for (const auto& step : p_.steps) {
            if (!step.condition || reported == most_reported) continue;
            auto conditions = conjuncts(p_, {step.condition->expr});
            const bool alone = contradict(p_, conditions);
            conditions.insert(conditions.end(), applies.begin(), applies.end());
            if (!alone && !contradict(p_, conditions)) continue;
            ++reported;
            auto entry = sink_.warning("G001", p_.source, step.condition->span);
            entry.arg("step", step.name);
            if (!alone) entry.related(p_.source, p_.applies->span, "graph.applies_here");
        }
    }

    /// A dead end on both sides: nothing leads to it and nothing comes of it.
    void alone() {
        if (p_.steps.size() < 2) return;
        std::vector<bool> wanted(p_.steps.size());
        for (const auto& step : p_.steps)
            if (step.return_to) wanted[step.return_to.index()] = true;
        std::size_t reported = 0;
        for (std::size_t i = 0; i < p_.steps.size() && reported < most_reported; ++i) {
            const auto& step = p_.steps[i];
            if (!g_.needs[i].empty() || !g_.serves[i].empty() || wanted[i]) continue;
            ++reported;
            sink_.warning("G002", p_.source, step.span).arg("step", step.name);
        }
    }

    void optional_but_needed() {
        std::size_t reported = 0;
        for (const auto& edge : g_.edges) {
            if (edge.kind != EdgeKind::all || reported == most_reported) continue;
            const auto& needed = p_.step(edge.from);
            const auto& asking = p_.step(edge.to);
            if (!needed.optional || asking.optional || asking.condition) continue;
            ++reported;
            sink_.warning("G003", p_.source, asking.prerequisite->span)
                .arg("step", needed.name)
                .arg("asking", asking.name)
                .related(p_.source, needed.span, "graph.optional_here", {{"step", needed.name}});
        }
    }

    /// A return must lead to the step itself or to something it rests on; else there is no way out of it, or no way in.
    void returns() {
        std::vector<Pair> back;
        std::vector<Pair> forward;
        for (const auto& edge : g_.edges) {
            if (edge.kind != EdgeKind::back || edge.from == edge.to) continue;
            back.push_back({edge.from, edge.to});
            forward.push_back({edge.to, edge.from});
        }
        const auto leads_back = rest_on(g_, back);
        const auto leads_forward = rest_on(g_, forward);
        std::size_t reported = 0;
        for (std::size_t i = 0; i < back.size() && reported < most_reported; ++i) {
            if (leads_back[i]) continue;
            ++reported;
            const auto& step = p_.step(back[i].later);
            const auto& to = p_.step(back[i].earlier);
            const bool later = leads_forward[i];
            sink_.warning(later ? "G004" : "G005", p_.source, step.span)
                .arg("step", step.name)
                .arg("to", to.name)
                .related(p_.source, to.span, "graph.step_here", {{"step", to.name}});
        }
    }

    std::string route_text(const std::vector<StepId>& route) const {
        std::string out;
        const auto shown = std::min(route.size(), longest_shown);
        for (std::size_t i = route.size() - shown; i < route.size(); ++i) out += (out.empty() ? "" : " → ") + p_.step(route[i]).name;
        return route.size() > shown ? "… → " + out : out;
    }

    void assertions() {
        for (const auto& r : refuted(p_, g_)) {
            const auto& through = p_.step(r.assertion.through);
            auto entry = sink_.error("G006", p_.source, r.assertion.span);
            entry.arg("reach", p_.step(r.assertion.reach).name).arg("through", through.name).arg("route", route_text(r.route));
            if (r.skipped) entry.related(p_.source, through.condition->span, "graph.skipped_here", {{"step", through.name}});
        }
    }

    const Procedure& p_;
    const StepGraph& g_;
    diag::Sink& sink_;
};

}  // namespace

void analyse(const Procedure& procedure, const StepGraph& graph, diag::Sink& sink) {
    Analysis(procedure, graph, sink).run();
}

}  // namespace guicheng::graph
