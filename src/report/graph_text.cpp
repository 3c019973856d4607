#include "report/graph_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "report/deadline_text.hpp"
#include "report/expression_text.hpp"
#include "report/rule_words.hpp"

namespace guicheng::report {

namespace {

using model::Prerequisite;
using model::Procedure;
using model::RequirementKind;
using verdict::StepState;

struct Paint {
    std::string_view fill;
    std::string_view line;
};

constexpr Paint plain{"#ffffff", "#333333"};

/// It can no longer be done in time, or at all: the case is closed, or a last day has passed.
bool is_missed(const verdict::StepVerdict& step) {
    return step.state == StepState::owed &&
           std::ranges::any_of(step.findings, [](const verdict::Finding& finding) { return finding.result == verdict::Result::violated; });
}

/// Light fills of clearly different greys with dark lines: readable when printed without colour.
Paint paint(const verdict::StepVerdict& step) {
    constexpr Paint good{"#d8efd9", "#2e6b34"}, flawed{"#ffefb8", "#8a6d00"}, bad{"#f4c7c3", "#8b1a10"}, waiting{"#d6e6f7", "#1f4f82"},
        unknown{"#e4dcf1", "#54398a"}, idle{"#eeeeee", "#777777"};
    switch (step.state) {
        case StepState::done:
            for (const auto& attempt : step.attempts) {
                if (attempt.serving && attempt.status == verdict::Status::flawed) return flawed;
            }
            return good;
        case StepState::attempted: return bad;
        case StepState::owed: return is_missed(step) ? bad : waiting;
        case StepState::undetermined: return unknown;
        case StepState::not_yet:
        case StepState::skipped:
        case StepState::optional:
        case StepState::closed_off: return idle;
    }
    return plain;
}

const verdict::StepVerdict* state_of(const verdict::Verdict* verdict, const std::string& step) {
    if (verdict == nullptr) return nullptr;
    for (const auto& candidate : verdict->steps) {
        if (candidate.name == step) return &candidate;
    }
    return nullptr;
}

/// Longer lines make a box that is wider than the picture needs.
constexpr std::size_t widest = 36;

/// Breaks a line behind a comma, a stop or a blank where it grows too wide; a piece without any stays as long as it is.
void add_wrapped(std::vector<std::string>& lines, const std::string& text) {
    std::string line, piece;
    const auto flush = [&] {
        if (!line.empty() && base::utf8::display_width(line) + base::utf8::display_width(piece) > widest) {
            lines.push_back(std::exchange(line, {}));
        }
        line += std::exchange(piece, {});
    };
    for (const auto& each : base::utf8::code_points(text)) {
        piece.append(text, each.offset, each.length);
        constexpr std::u32string_view breaks = U", \uFF0C\u3001\uFF1B";
        if (breaks.find(each.code) != std::u32string_view::npos) flush();
    }
    flush();
    if (!line.empty()) lines.push_back(std::move(line));
}

/// 三分之二以上 is a share of the denominator; "at least a parameter" is a bound of the ratio to it.
bool is_share(const model::Threshold& threshold) {
    if (!threshold.share) return false;
    const bool half = *threshold.share == base::Fraction{1, 2};
    return threshold.op == base::Comparison::greater_equal || (threshold.op == base::Comparison::greater && half);
}

/// The attempt that stands, else the last.
const verdict::Attempt* attempt_shown(const verdict::StepVerdict& step) {
    for (const auto& attempt : step.attempts)
        if (attempt.serving) return &attempt;
    return step.attempts.empty() ? nullptr : &step.attempts.back();
}

/// The box's colour says it too; the sign tells it in black and white.
std::string_view mark_of(const verdict::StepVerdict& step) {
    switch (step.state) {
        case StepState::done: {
            const auto* const attempt = attempt_shown(step);
            return attempt != nullptr && attempt->status == verdict::Status::flawed ? "graph.mark.flawed" : "graph.mark.good";
        }
        case StepState::attempted: return "graph.mark.bad";
        case StepState::owed: return is_missed(step) ? "graph.mark.bad" : "graph.mark.waiting";
        case StepState::undetermined: return "graph.mark.unknown";
        case StepState::not_yet:
        case StepState::skipped:
        case StepState::optional:
        case StepState::closed_off: return "badge";
    }
    return "badge";
}

/// Requirements by what stands behind the step's name.
void add_named(std::vector<std::string>& lines, const Words& words, const std::string& step, const std::vector<verdict::Finding>& findings,
               verdict::Result result, std::string_view key) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const auto& finding : findings) {
        if (finding.result != result) continue;
        const bool own = !step.empty() && finding.requirement.starts_with(step + '.');
        names.push_back(own ? finding.requirement.substr(step.size() + 1) : finding.requirement);
    }
    if (names.empty()) return;
    const auto all = names.size();
    if (all > most) names.resize(most);
    auto list = words.join(names);
    if (all > most) list = words.say("and_more", {{"list", list}, {"n", std::to_string(all)}});
    add_wrapped(lines, words.say(key, {{"list", list}}));
}

void add_faults(std::vector<std::string>& lines, const Words& words, const std::string& step,
                const std::vector<verdict::Finding>& findings) {
    add_named(lines, words, step, findings, verdict::Result::violated, "graph.violated");
    add_named(lines, words, step, findings, verdict::Result::undetermined, "graph.undetermined");
}

/// The last day of each time limit, and by how much it was missed.
void add_last_days(std::vector<std::string>& lines, const Words& words, const std::vector<verdict::Finding>& findings) {
    const auto limits = std::count_if(findings.begin(), findings.end(), [](const auto& f) { return f.kind == RequirementKind::deadline; });
    for (const auto& finding : findings) {
        if (finding.kind != RequirementKind::deadline || finding.result == verdict::Result::not_applicable) continue;
        std::optional<base::Day> last, done;
        if (finding.counting && finding.counting->last_day) {
            last = finding.counting->last_day;
            done = finding.counting->through;
        } else if (finding.numbers && finding.numbers->measure == verdict::Measure::date && finding.numbers->needed &&
                   finding.numbers->found) {
            last = base::Day{static_cast<std::int32_t>(*finding.numbers->needed)};
            done = base::Day{static_cast<std::int32_t>(*finding.numbers->found)};
        }
        if (!last) continue;
        auto text = words.say("graph.last_day", {{"day", base::iso(*last)}});
        const auto label = finding.requirement.substr(finding.requirement.rfind('.') + 1);
        if (limits > 1) text = words.say("graph.labelled", {{"label", label}, {"share", text}});
        const auto late = std::int64_t{done->number} - last->number;
        if (finding.result == verdict::Result::violated && late > 0)
            text = words.join({text, words.say("count.days_late", {{"n", words.amount(verdict::Measure::days, late)}})}, "clause");
        lines.push_back(std::move(text));
    }
}

/// What a case's verdict says of a step.
void add_state(std::vector<std::string>& lines, const Words& words, const verdict::StepVerdict& step) {
    const auto* const attempt = attempt_shown(step);
    if (attempt != nullptr) add_last_days(lines, words, attempt->findings);
    add_last_days(lines, words, step.findings);
    auto state = words.of("state", step.state);
    const bool lost = attempt != nullptr && attempt->outcome == verdict::Outcome::lost;
    if (lost) state = words.join({std::move(state), words.of("outcome", verdict::Outcome::lost)}, "clause");
    lines.push_back(words.say(mark_of(step), {{"result", state}}));
    for (const auto* const findings : {attempt != nullptr ? &attempt->findings : nullptr, &step.findings}) {
        if (findings == nullptr) continue;
        add_faults(lines, words, step.name, *findings);
    }
}

std::string way_text(const Words& words, const model::Procedure& procedure, const model::Requirement& requirement,
                     const model::Threshold& threshold) {
    const auto measure = requirement.kind == RequirementKind::attendance ? verdict::Measure::persons : verdict::Measure::votes;
    auto bound = threshold_text(words, procedure, threshold, measure);
    if (threshold.denominator != model::Denominator::none)
        bound = words.say(is_share(threshold) ? "graph.bound" : "graph.bound.ratio",
                          {{"denominator", words.of("denominator", threshold.denominator)}, {"share", bound}});
    if (threshold.member_class == model::no_class) return bound;
    const auto& classes = procedure.actors[requirement.body.index()].classes;
    return words.say("graph.of_class", {{"class", classes[threshold.member_class]}, {"bound", bound}});
}

/// What stands in a step's box: name, who, thresholds, length of posting, condition, state.
std::vector<std::string> box_lines(const Words& words, const Procedure& procedure, std::size_t index, const verdict::Verdict* verdict) {
    const auto& step = procedure.steps[index];
    std::vector<std::string> lines{step.name};
    if (step.body) {
        lines.push_back(procedure.actors[step.body.index()].name);
    } else if (!step.actors.empty()) {
        add_wrapped(lines, names_of(words, procedure, step.actors));
    }
    for (const auto id : step.requirements) {
        const auto& requirement = procedure.requirement(id);
        const bool attendance = requirement.kind == RequirementKind::attendance;
        if (attendance || requirement.kind == RequirementKind::approval) {
            std::vector<std::string> ways{way_text(words, procedure, requirement, requirement.threshold)};
            for (const auto& way : requirement.other_ways) ways.push_back(way_text(words, procedure, requirement, way));
            const auto share = words.join(ways, "join_or");
            // Several thresholds for several situations are told apart by the author's labels.
            const auto label = requirement.id.substr(requirement.id.rfind('.') + 1);
            lines.push_back(requirement.condition ? words.say("graph.labelled", {{"label", label}, {"share", share}})
                                                  : words.say(attendance ? "graph.attendance" : "graph.approval", {{"share", share}}));
        }
        if (requirement.kind == RequirementKind::posting_length) {
            const auto length = length_text(words, procedure, requirement.length);
            const bool somewhere = requirement.medium != model::any_medium;
            lines.push_back(somewhere ? words.say("graph.labelled", {{"label", procedure.media[requirement.medium]}, {"share", length}})
                                      : words.say("graph.posting", {{"length", length}}));
        }
    }
    for (const auto id : step.requirements) {
        const auto& requirement = procedure.requirement(id);
        if (requirement.kind != RequirementKind::deadline) continue;
        add_wrapped(lines, short_deadline_text(words, procedure, requirement, period_text(words, procedure, requirement.length)));
    }
    if (step.condition) {
        const auto id = model::StepId{static_cast<std::uint16_t>(index)};
        add_wrapped(lines, words.say("graph.when", {{"condition", expression_text(words, procedure, step.condition->expr, id)}}));
    }
    if (step.optional) lines.push_back(words.say("graph.optional"));
    if (step.lost_vote == model::LostVote::end) lines.push_back(words.say("graph.end"));
    if (const auto* const state = state_of(verdict, step.name)) add_state(lines, words, *state);
    return lines;
}

/// Calls node(id, is_all) for each join and edge(from, to, whatever_outcome) for each link. A join of one part is none.
template <class Join, class Edge>
class JoinWalk {
public:
    JoinWalk(Join join, Edge edge) : join_(join), edge_(edge) {}

    void into(const std::string& target, const Prerequisite& prerequisite) {
        if (prerequisite.kind == Prerequisite::Kind::leaf) {
            edge_(step_id(prerequisite.step.index()), target, prerequisite.whatever_outcome);
            return;
        }
        if (prerequisite.parts.size() == 1) return into(target, prerequisite.parts.front());
        const auto join = target + "_j" + std::to_string(++joins_);
        join_(join, prerequisite.kind == Prerequisite::Kind::all);
        edge_(join, target, false);
        for (const auto& part : prerequisite.parts) into(join, part);
    }
    static std::string step_id(std::size_t index) { return "s" + std::to_string(index); }

private:
    Join join_;
    Edge edge_;
    int joins_ = 0;
};

std::string dot_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

std::string dot_label(const std::vector<std::string>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 0) out += "\\n";
        out += dot_text(lines[i]);
    }
    return out;
}

/// Mermaid reads entities, and takes quotation marks, brackets and markup in any other form for its own.
std::string mermaid_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '"': out += "#quot;"; break;
            case '<': out += "#lt;"; break;
            case '>': out += "#gt;"; break;
            case '&': out += "#amp;"; break;
            case '#': out += "#35;"; break;
            case '`': out += "#96;"; break;
            case '\\': out += "#92;"; break;
            case '\n':
            case '\r': out += ' '; break;
            default: out += c;
        }
    }
    return out;
}

std::string mermaid_label(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) {
        if (!out.empty()) out += "<br/>";
        out += mermaid_text(line);
    }
    return out;
}

std::vector<std::string> assertion_lines(const Words& words, const Procedure& procedure) {
    std::vector<std::string> lines;
    for (const auto& assertion : procedure.assertions) {
        lines.push_back(words.say("graph.assertion",
                                  {{"reach", procedure.step(assertion.reach).name}, {"through", procedure.step(assertion.through).name}}));
    }
    return lines;
}

}  // namespace

std::string to_dot(const Procedure& procedure, Language language, const verdict::Verdict* verdict) {
    const Words words(language);
    std::string out = "digraph procedure {\n";
    std::vector<std::string> caption{"", words.say("graph.legend", {{"procedure", procedure.name}, {"version", procedure.version}})};
    for (auto& line : assertion_lines(words, procedure)) caption.push_back(std::move(line));
    if (verdict != nullptr) add_faults(caption, words, {}, verdict->findings);
    constexpr std::string_view font = "fontname=\"Noto Sans CJK SC, sans-serif\"";
    out.append("  graph [rankdir=TB, labelloc=b, pad=0.25, nodesep=0.4, ranksep=0.45, ").append(font).append(", fontsize=12, label=\"");
    out.append(dot_label(caption)).append("\"];\n");
    out.append("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", ")
        .append(font)
        .append(", fontsize=12, margin=\"0.18,0.1\"];\n");
    out.append("  edge [").append(font).append(", fontsize=11, arrowsize=0.8];\n");

    const auto edge = [&out](const std::string& from, const std::string& to, std::string_view attributes) {
        out.append("  ").append(from).append(" -> ").append(to).append(attributes).append(";\n");
    };
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const auto& step = procedure.steps[i];
        const auto* const state = state_of(verdict, step.name);
        const auto colours = state != nullptr ? paint(*state) : plain;
        const bool dashed = step.optional || step.condition;
        out.append("  s").append(std::to_string(i)).append(" [label=\"").append(dot_label(box_lines(words, procedure, i, verdict)));
        out.append("\", style=\"rounded,filled").append(dashed ? ",dashed" : "").append("\", fillcolor=\"").append(colours.fill);
        out.append("\", color=\"").append(colours.line).append("\"];\n");
    }
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const auto& step = procedure.steps[i];
        const auto target = "s" + std::to_string(i);
        if (step.prerequisite) {
            const auto join = [&](const std::string& id, bool all) {
                out.append("  ")
                    .append(id)
                    .append(" [shape=")
                    .append(all ? "circle" : "diamond")
                    .append(", style=filled, fillcolor=\"#eeeeee\", label=\"");
                out.append(dot_text(words.say(all ? "graph.and" : "graph.or")))
                    .append("\", margin=\"0.02\", fontsize=11, width=0.35, height=0.35];\n");
            };
            const auto link = [&](const std::string& from, const std::string& to, bool whatever) {
                edge(from, to, whatever ? " [style=bold, arrowhead=empty]" : "");
            };
            JoinWalk(join, link).into(target, *step.prerequisite);
        }
        if (step.lost_vote == model::LostVote::return_to && step.return_to) {
            const auto label = " [style=dashed, color=\"#b3261e\", fontcolor=\"#b3261e\", constraint=false, label=\"" +
                               dot_text(words.say("graph.return")) + "\"]";
            edge(target, "s" + std::to_string(step.return_to.index()), label);
        }
    }
    out += "}\n";
    return out;
}

std::string to_mermaid(const Procedure& procedure, Language language, const verdict::Verdict* verdict) {
    const Words words(language);
    std::string out = "flowchart TD\n";
    std::string styles;
    std::size_t links = 0;
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const auto& step = procedure.steps[i];
        const auto id = "s" + std::to_string(i);
        out.append("  ").append(id).append("[\"").append(mermaid_label(box_lines(words, procedure, i, verdict))).append("\"]\n");
        const auto* const state = state_of(verdict, step.name);
        const auto colours = state != nullptr ? paint(*state) : plain;
        styles.append("  style ")
            .append(id)
            .append(" fill:")
            .append(colours.fill)
            .append(",stroke:")
            .append(colours.line)
            .append(",color:#111");
        if (step.optional || step.condition) styles.append(",stroke-dasharray:5 4");
        styles += '\n';
    }
    for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
        const auto& step = procedure.steps[i];
        const auto target = "s" + std::to_string(i);
        if (step.prerequisite) {
            const auto join = [&](const std::string& id, bool all) {
                out.append("  ").append(id).append(all ? "((\"" : "{\"").append(mermaid_text(words.say(all ? "graph.and" : "graph.or")));
                out.append(all ? "\"))\n" : "\"}\n");
            };
            const auto link = [&](const std::string& from, const std::string& to, bool whatever) {
                out.append("  ").append(from).append(whatever ? " ==> " : " --> ").append(to).append("\n");
                ++links;
            };
            JoinWalk(join, link).into(target, *step.prerequisite);
        }
        if (step.lost_vote == model::LostVote::return_to && step.return_to) {
            out.append("  ").append(target).append(" -. \"").append(mermaid_text(words.say("graph.return"))).append("\" .-> s");
            out.append(std::to_string(step.return_to.index())).append("\n");
            styles.append("  linkStyle ").append(std::to_string(links++)).append(" stroke:#b3261e,color:#b3261e\n");
        }
    }
    auto assertions = assertion_lines(words, procedure);
    if (verdict != nullptr) add_faults(assertions, words, {}, verdict->findings);
    if (!assertions.empty()) {
        out.append("  assertions[\"").append(mermaid_label(assertions)).append("\"]\n");
        styles.append("  style assertions fill:#fff,stroke:#999,color:#333,stroke-dasharray:2 2\n");
    }
    return out + styles;
}

}  // namespace guicheng::report
