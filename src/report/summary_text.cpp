#include "report/summary_text.hpp"

#include <algorithm>

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

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> names(const model::Procedure& procedure, const std::vector<model::ActorId>& actors) {
    std::vector<std::string> out;
    out.reserve(actors.size());
    for (const auto actor : actors) out.push_back(procedure.actors[actor.index()].name);
    return out;
}

/// Who takes a step, by its 由 or its meeting.
std::vector<std::string> takers(const model::Procedure& procedure, std::string_view step) {
    const auto* const found = named(procedure.steps, step);
    if (found == nullptr) return {};
    if (found->actors.empty() && found->body) return {procedure.actors[found->body.index()].name};
    return names(procedure, found->actors);
}

/// Who, by the rule, can supply what is missing; empty where it does not say.
std::string supplier(const Words& words, const model::Procedure& procedure, std::string_view step, const verdict::Missing& missing) {
    using verdict::MissingKind;
    const auto ask = [&](const char* key, const std::vector<std::string>& who) {
        return who.empty() ? std::string() : words.say(key, {{"who", words.alternatives(who)}});
    };
    switch (missing.kind) {
        case MissingKind::finding:
        case MissingKind::conclusion: {
            const auto* const found = named(procedure.findings, missing.name);
            return found == nullptr ? std::string() : ask("ask.finding", names(procedure, found->actors));
        }
        case MissingKind::parameter: return words.say("ask.parameter");
        case MissingKind::roll: return ask("ask.records", {missing.name});
        case MissingKind::step_not_taken:
        case MissingKind::step_void:
        case MissingKind::step_withdrawn: return ask("ask.step", takers(procedure, missing.name));
        case MissingKind::act_date:
        case MissingKind::end_date:
            if (const auto* const event = named(procedure.events, missing.name)) return ask("ask.records", names(procedure, event->actors));
            return ask("ask.records", takers(procedure, missing.name));
        case MissingKind::ballot_form:
        case MissingKind::contents:
        case MissingKind::minutes:
        case MissingKind::materials:
        case MissingKind::form:
        case MissingKind::persons:
        case MissingKind::signatures: return ask("ask.records", takers(procedure, missing.name));
        case MissingKind::act_count: return ask("ask.records", takers(procedure, step));
        case MissingKind::matter_field:
        case MissingKind::act_field:
        case MissingKind::actor:
        case MissingKind::calendar_year:
        case MissingKind::record_incomplete:
        case MissingKind::overflow:
        case MissingKind::step_undetermined:
        case MissingKind::proxy_rule:
        case MissingKind::delegated_amount:
        case MissingKind::remote_rule: return {};
    }
    return {};
}

/// What the ground misses, each with who can supply it.
std::string missing_list(const Words& words, const model::Procedure* procedure, std::string_view step, const Finding& finding) {
    // A count is asked of those who took the vote; of another step's it is not known whose it is.
    const bool vote = finding.kind != model::RequirementKind::free_form && finding.kind != model::RequirementKind::choice;
    std::vector<std::string> items;
    for (const auto& missing : finding.missing) {
        if (missing.kind == verdict::MissingKind::step_undetermined && !finding.causes.empty()) continue;
        auto text = missing_text(words, missing);
        const auto who = procedure == nullptr ? std::string() : supplier(words, *procedure, vote ? step : std::string_view(), missing);
        items.push_back(who.empty() ? std::move(text) : words.join({std::move(text), who}, "clause"));
    }
    return items.empty() ? std::string() : words.say("missing", {{"list", words.join(items, "detail_join")}});
}

struct Tally {
    std::size_t violated = 0, undetermined = 0, pending = 0;
    int best = 0;
    std::string reason;
    std::string missing;

    /// `say` makes the sentence of the reason and `lack` that of what it misses, only where they are needed.
    template <class Say, class Lack>
    void take(const Finding& finding, CaseStatus status, Say say, Lack lack) {
        const bool charged = finding.inherited() && finding.kind != model::RequirementKind::inherited;
        if (!charged) {
            if (finding.result == Result::violated) ++violated;
            if (finding.result == Result::undetermined || finding.result == Result::unregulated) ++undetermined;
            if (finding.result == Result::pending) ++pending;
        }
        if (const int score = weight(finding, status); score > best) {
            best = score;
            reason = say();
            missing = status == CaseStatus::undetermined ? lack() : std::string();
        }
    }
};

}  // namespace

std::string summary_text(const Words& words, const Verdict& verdict, const model::Procedure* procedure) {
    Tally tally;
    const auto lacking = [&](std::string_view step, const Finding& finding) {
        return [&words, procedure, step, &finding] { return missing_list(words, procedure, step, finding); };
    };
    if (verdict.applies) {
        tally.take(*verdict.applies, verdict.status, [&] { return words.say("applies.undetermined"); }, lacking({}, *verdict.applies));
    }
    for (const auto& step : verdict.steps) {
        for (const auto& attempt : step.attempts) {
            if (!attempt.counts) continue;
            for (const auto& finding : attempt.findings) {
                tally.take(
                    finding, verdict.status,
                    [&] {
                        return words.say("summary.place.attempt", {{"step", step.name},
                                                                   {"n", std::to_string(attempt.number)},
                                                                   {"headline", told(words, finding, Subject::attempt)}});
                    },
                    lacking(step.name, finding));
            }
        }
        for (const auto& finding : step.findings) {
            tally.take(
                finding, verdict.status,
                [&] { return words.say("summary.place.step", {{"step", step.name}, {"headline", told(words, finding, Subject::whole)}}); },
                lacking(step.name, finding));
        }
    }
    for (const auto& finding : verdict.findings) {
        tally.take(
            finding, verdict.status,
            [&] {
                if (finding.kind == model::RequirementKind::free_form || finding.kind == model::RequirementKind::choice)
                    return told(words, finding, Subject::whole);
                return words.say("summary.place.procedure", {{"headline", headline_with_figures(words, finding, Subject::whole)},
                                                             {"requirement", finding.requirement}});
            },
            lacking({}, finding));
    }

    const auto day = verdict.as_of ? base::iso(*verdict.as_of) : words.say("summary.unknown_day");
    std::vector<std::string> said{words.say("summary." + std::string(verdict::name(verdict.status)), {{"day", day}})};
    const bool applies = verdict.status != CaseStatus::not_applicable;  // else nothing was asked
    if (applies && verdict.outcome != verdict::Outcome::none) {
        said.push_back(words.say("summary.outcome", {{"outcome", words.of("outcome", verdict.outcome)}}));
    }
    if (!tally.reason.empty()) {
        const bool open = verdict.status == verdict::CaseStatus::in_progress;
        said.push_back(words.say(open ? "summary.reason.in_progress" : "summary.reason", {{"reason", tally.reason}}));
    }
    if (!tally.missing.empty()) said.push_back(words.sentence(tally.missing));
    if (applies && tally.violated + tally.undetermined + tally.pending != 0) {
        said.push_back(words.say("summary.counts", {{"violated", std::to_string(tally.violated)},
                                                    {"undetermined", std::to_string(tally.undetermined)},
                                                    {"pending", std::to_string(tally.pending)}}));
    }
    return words.join(said, "join_sentences");
}

}  // namespace guicheng::report
