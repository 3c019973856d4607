// 须经 must not run in a circle: no step of it could ever be taken.
#include "model/draft.hpp"

namespace guicheng::model {
namespace {

struct Edge {
    StepId to;
    base::Span span;
};

void collect(const Prerequisite& p, std::vector<Edge>& out) {
    if (p.kind == Prerequisite::Kind::leaf) {
        out.push_back({p.step, p.span});
        return;
    }
    for (const auto& part : p.parts) collect(part, out);
}

constexpr std::size_t most_loops = 20;
constexpr std::size_t longest_shown = 12;

/// A loop: the steps in turn, each with the place where it asks for the next.
void report(Draft& d, const std::vector<std::pair<StepId, base::Span>>& loop) {
    std::string names;
    for (std::size_t i = 0; i < loop.size() && i < longest_shown; ++i) names += d.p.step(loop[i].first).name + " → ";
    if (loop.size() > longest_shown) names += "… → ";
    names += d.p.step(loop.front().first).name;
    auto entry = d.error("M012", loop.front().second);
    entry.arg("loop", names);
    for (std::size_t i = 0; i < loop.size() && i < longest_shown; ++i) {
        const auto next = loop[(i + 1) % loop.size()].first;
        entry.related(d.p.source, loop[i].second, "model.asks_for",
                      {{"step", d.p.step(loop[i].first).name}, {"needed", d.p.step(next).name}});
    }
}

}  // namespace

void find_cycles(Draft& d) {
    const auto count = d.p.steps.size();
    std::vector<std::vector<Edge>> edges(count);
    for (std::size_t i = 0; i < count; ++i)
        if (d.p.steps[i].prerequisite) collect(*d.p.steps[i].prerequisite, edges[i]);

    enum class Mark : std::uint8_t { fresh, open, done };
    struct Frame {
        std::size_t step;
        std::size_t next = 0;
    };
    std::vector<Mark> marks(count, Mark::fresh);
    std::vector<Frame> stack;  // an own stack: a rule may hold thousands of steps in one chain
    std::size_t loops = 0;
    for (std::size_t start = 0; start < count; ++start) {
        if (marks[start] != Mark::fresh) continue;
        stack.push_back({start});
        marks[start] = Mark::open;
        while (!stack.empty()) {
            auto& frame = stack.back();
            if (frame.next == edges[frame.step].size()) {
                marks[frame.step] = Mark::done;
                stack.pop_back();
                continue;
            }
            const auto to = edges[frame.step][frame.next++].to.index();
            if (marks[to] == Mark::fresh) {
                marks[to] = Mark::open;
                stack.push_back({to});
            } else if (marks[to] == Mark::open && loops++ < most_loops) {
                std::vector<std::pair<StepId, base::Span>> loop;
                std::size_t from = 0;
                while (stack[from].step != to) ++from;
                for (; from < stack.size(); ++from)
                    loop.emplace_back(id_at<StepId>(stack[from].step), edges[stack[from].step][stack[from].next - 1].span);
                report(d, loop);
            }
        }
    }
}

}  // namespace guicheng::model
