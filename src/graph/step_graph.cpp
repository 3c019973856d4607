#include "graph/step_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

namespace guicheng::graph {
namespace {

using model::Prerequisite;
using model::StepId;

using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

StepId step_at(std::size_t index) {
    return {static_cast<std::uint16_t>(index)};
}

void collect(const Prerequisite& p, EdgeKind kind, StepId asking, std::vector<Edge>& out) {
    if (p.kind == Prerequisite::Kind::leaf) {
        out.push_back({p.step, asking, kind});
        return;
    }
    // Below an 或 nothing is asked for whatever happens.
    const auto below = p.kind == Prerequisite::Kind::any || kind == EdgeKind::any ? EdgeKind::any : EdgeKind::all;
    for (const auto& part : p.parts) collect(part, below, asking, out);
}

/// One more than the deepest step named, taken in an order in which every step comes after those it names.
void measure(StepGraph& g) {
    Boost boost_graph(g.needs.size());
    for (std::size_t i = 0; i < g.needs.size(); ++i)
        for (const auto need : g.needs[i]) boost::add_edge(i, need.index(), boost_graph);
    std::vector<std::size_t> needs_first;
    boost::topological_sort(boost_graph, std::back_inserter(needs_first));
    for (const auto step : needs_first)
        for (const auto need : g.needs[step])
            g.depths[step] = std::max<std::uint16_t>(g.depths[step], static_cast<std::uint16_t>(g.depths[need.index()] + 1));
}

void rank(StepGraph& g) {
    for (std::size_t i = 0; i < g.depths.size(); ++i) g.order.push_back(step_at(i));
    std::sort(g.order.begin(), g.order.end(), [&](StepId a, StepId b) {
        return g.depths[a.index()] != g.depths[b.index()] ? g.depths[a.index()] < g.depths[b.index()] : a < b;
    });
    for (std::size_t i = 0; i < g.order.size(); ++i) g.ranks[g.order[i].index()] = static_cast<std::uint16_t>(i);
}

void find_rounds(StepGraph& g) {
    Boost boost_graph(g.needs.size());
    for (const auto& edge : g.edges) boost::add_edge(edge.from.index(), edge.to.index(), boost_graph);
    std::vector<int> component(g.needs.size());
    boost::strong_components(boost_graph,
                             boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, boost_graph)));
    for (std::size_t i = 0; i < component.size(); ++i) g.rounds[i] = static_cast<std::uint16_t>(component[i]);
}

}  // namespace

StepGraph build(const model::Procedure& procedure) {
    StepGraph g;
    const auto count = procedure.steps.size();
    g.depths.resize(count);
    g.ranks.resize(count);
    g.needs.resize(count);
    g.serves.resize(count);
    g.rounds.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        if (procedure.steps[i].prerequisite) collect(*procedure.steps[i].prerequisite, EdgeKind::all, step_at(i), g.edges);
    // The edges of one asking step stand together: a step named twice there bears its mark.
    std::vector<StepId> named_by(count);
    for (const auto& edge : g.edges) {
        if (named_by[edge.from.index()] == edge.to) continue;
        named_by[edge.from.index()] = edge.to;
        g.needs[edge.to.index()].push_back(edge.from);
        g.serves[edge.from.index()].push_back(edge.to);
    }
    for (std::size_t i = 0; i < count; ++i)
        if (procedure.steps[i].return_to) g.edges.push_back({step_at(i), procedure.steps[i].return_to, EdgeKind::back});
    if (count == 0) return g;
    measure(g);
    rank(g);
    find_rounds(g);
    return g;
}

std::vector<bool> rest_on(const StepGraph& graph, const std::vector<Pair>& pairs) {
    std::vector<bool> out(pairs.size());
    std::vector<std::uint64_t> wanted(graph.needs.size());
    std::vector<std::uint64_t> below(graph.needs.size());
    for (std::size_t begin = 0; begin < pairs.size(); begin += 64) {
        const auto count = std::min<std::size_t>(64, pairs.size() - begin);
        std::fill(wanted.begin(), wanted.end(), 0);
        for (std::size_t i = 0; i < count; ++i) wanted[pairs[begin + i].earlier.index()] |= std::uint64_t{1} << i;
        for (const auto step : graph.order) {
            std::uint64_t mask = 0;
            for (const auto need : graph.needs[step.index()]) mask |= below[need.index()] | wanted[need.index()];
            below[step.index()] = mask;
        }
        for (std::size_t i = 0; i < count; ++i) out[begin + i] = (below[pairs[begin + i].later.index()] >> i & 1U) != 0;
    }
    return out;
}

}  // namespace guicheng::graph
