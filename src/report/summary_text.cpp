#include "report/summary_text.hpp"

#include "report/finding_text.hpp"

namespace guicheng::report {

namespace {

using verdict::CaseStatus;
using verdict::Finding;
using verdict::Result;
using verdict::Verdict;

/// How well a finding explains the case's status: 0 not at all; a ground of its own is better than one that it inherits.
int weight(const Finding& finding, CaseStatus status) {
    const bool own = !finding.inherited();
    switch (status) {
        case CaseStatus::void_:
            if (finding.result != Result::violated) return 0;
            if (strikes(finding.effect) && own) return 3;
            return finding.kind == model::RequirementKind::inherited ? 2 : 0;
        case CaseStatus::flawed: return finding.result == Result::violated ? (own ? 3 : 1) : 0;
        case CaseStatus::undetermined:
            return finding.result == Result::undetermined || finding.result == Result::unregulated ? (own ? 3 : 1) : 0;
        case CaseStatus::in_progress: return finding.result == Result::pending ? (own ? 3 : 1) : 0;
        case CaseStatus::valid:
        case CaseStatus::not_applicable: return 0;
    }
    return 0;
}

/// The headline with the figures that decide.
std::string headline_with_figures(const Words& words, const Finding& finding, Subject subject) {
    auto text = headline(words, finding);
    auto shown = short_figures(words, finding, subject);
    return shown.empty() ? text : words.join({std::move(text), std::move(shown)}, "clause");
}

/// The same, with the requirement's own name where the kind of the requirement says nothing of what it is about.
std::string told(const Words& words, const Finding& finding, Subject subject) {
    auto text = headline_with_figures(words, finding, subject);
    if (finding.kind != model::RequirementKind::free_form && finding.kind != model::RequirementKind::choice) return text;
    const auto name = finding.requirement.substr(finding.requirement.rfind('.') + 1);
    return name.empty() ? text : words.say("summary.about", {{"requirement", name}, {"headline", std::move(text)}});
}

struct Tally {
    std::size_t violated = 0, undetermined = 0, pending = 0;
    int best = 0;
    std::string reason;

    /// `say` makes the sentence of the reason, only where it is needed.
    template <class Say>
    void take(const Finding& finding, CaseStatus status, Say say) {
        const bool charged = finding.inherited() && finding.kind != model::RequirementKind::inherited;
        if (!charged) {
            if (finding.result == Result::violated) ++violated;
            if (finding.result == Result::undetermined || finding.result == Result::unregulated) ++undetermined;
            if (finding.result == Result::pending) ++pending;
        }
        if (const int score = weight(finding, status); score > best) {
            best = score;
            reason = say();
        }
    }
};

}  // namespace

std::string summary_text(const Words& words, const Verdict& verdict) {
    Tally tally;
    for (const auto& step : verdict.steps) {
        for (const auto& attempt : step.attempts) {
            if (!attempt.counts) continue;
            for (const auto& finding : attempt.findings) {
                tally.take(finding, verdict.status, [&] {
                    return words.say(
                        "summary.place.attempt",
                        {{"step", step.name}, {"n", std::to_string(attempt.number)}, {"headline", told(words, finding, Subject::attempt)}});
                });
            }
        }
        for (const auto& finding : step.findings) {
            tally.take(finding, verdict.status, [&] {
                return words.say("summary.place.step", {{"step", step.name}, {"headline", told(words, finding, Subject::whole)}});
            });
        }
    }
    for (const auto& finding : verdict.findings) {
        tally.take(finding, verdict.status, [&] {
            if (finding.kind == model::RequirementKind::free_form || finding.kind == model::RequirementKind::choice)
                return told(words, finding, Subject::whole);
            return words.say("summary.place.procedure",
                             {{"headline", headline_with_figures(words, finding, Subject::whole)}, {"requirement", finding.requirement}});
        });
    }

    const auto day = verdict.as_of ? base::iso(*verdict.as_of) : words.say("summary.unknown_day");
    std::vector<std::string> said{words.say("summary." + std::string(verdict::name(verdict.status)), {{"day", day}})};
    if (verdict.outcome != verdict::Outcome::none) {
        said.push_back(words.say("summary.outcome", {{"outcome", words.of("outcome", verdict.outcome)}}));
    }
    if (!tally.reason.empty()) {
        const bool open = verdict.status == verdict::CaseStatus::in_progress;
        said.push_back(words.say(open ? "summary.reason.in_progress" : "summary.reason", {{"reason", tally.reason}}));
    }
    if (tally.violated + tally.undetermined + tally.pending != 0) {
        said.push_back(words.say("summary.counts", {{"violated", std::to_string(tally.violated)},
                                                    {"undetermined", std::to_string(tally.undetermined)},
                                                    {"pending", std::to_string(tally.pending)}}));
    }
    return words.join(said, "join_sentences");
}

}  // namespace guicheng::report
