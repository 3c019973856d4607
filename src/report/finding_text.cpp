#include "report/finding_text.hpp"

#include <algorithm>

#include "model/words.hpp"
#include "report/comparison_text.hpp"
#include "report/counting_text.hpp"
#include "report/evidence_text.hpp"
#include "report/expression_text.hpp"
#include "report/rule_words.hpp"
#include "report/span_text.hpp"

namespace guicheng::report {

namespace {

using model::RequirementKind;
using verdict::Finding;
using verdict::Result;

bool is_upper_bound(const Finding& finding) {
    using base::Comparison;
    return finding.numbers && (finding.numbers->op == Comparison::less || finding.numbers->op == Comparison::less_equal);
}

std::string quote_demand(const Words& words, const Finding& finding, const model::Procedure& procedure) {
    for (const auto& requirement : procedure.requirements) {
        if (requirement.id != finding.requirement || requirement.kind != RequirementKind::free_form || !requirement.demand) continue;
        const auto demand = demand_text(words, procedure, requirement.demand, modal_of(requirement.modality), requirement.step);
        return words.say("demand.asked", {{"demand", demand}});
    }
    return {};
}

/// Who, in which form, by which ballot: what the rule asks of an act that was done otherwise.
std::string asked_text(const Words& words, const Finding& finding, const model::Procedure& procedure) {
    if (finding.result != Result::violated && finding.result != Result::undetermined) return {};
    for (const auto& requirement : procedure.requirements) {
        if (requirement.id != finding.requirement) continue;
        std::vector<std::string> asked;
        if (requirement.kind == RequirementKind::actor) {
            const auto& step = procedure.step(requirement.step);
            if (step.tiers != model::no_tiers) {
                const auto& tiers = procedure.tiers[step.tiers];
                const auto at = static_cast<std::size_t>(finding.situation);  // none: beyond the last
                return words.say("asked.body", {{"demand", at < tiers.bands.size() ? band_text(words, procedure, tiers.bands[at])
                                                                                   : tiers_text(words, procedure, tiers)}});
            }
            for (const auto actor : step.actors) asked.push_back(procedure.actors[actor.index()].name);
            if (asked.empty() && step.body) asked.push_back(procedure.actors[step.body.index()].name);
        }
        if (requirement.kind == RequirementKind::composition || requirement.kind == RequirementKind::term)
            return words.say("asked.body", {{"demand", requirement_text(words, procedure, requirement)}});
        for (const auto form : requirement.forms) {
            const bool ballot = requirement.kind == RequirementKind::ballot_form;
            asked.push_back(ballot ? words.say("ballot." + std::string(model::ballot_key(static_cast<model::BallotForm>(form))))
                                   : words.say("form." + std::string(model::form_key(static_cast<model::Form>(form)))));
        }
        if (asked.empty()) return {};
        return words.say("asked." + std::string(verdict::name(requirement.kind)), {{"list", words.alternatives(asked)}});
    }
    return {};
}

std::string situation_text(const Words& words, const Finding& finding) {
    if (finding.situation < 0 || finding.kind == RequirementKind::actor) return {};  // of tiers the band is quoted
    if (finding.result == Result::unregulated) return {};  // which it was, or that none was, takes the procedure: unregulated_text
    return words.say("situation", {{"n", std::to_string(std::int64_t{finding.situation} + 1)}});
}

/// Where the source leaves a situation open, which one; or that none of those listed holds.
std::string unregulated_text(const Words& words, const Finding& finding, const model::Procedure& procedure) {
    if (finding.result != Result::unregulated || finding.situation < 0) return {};
    const auto found = std::find_if(procedure.requirements.begin(), procedure.requirements.end(),
                                    [&](const model::Requirement& r) { return r.id == finding.requirement; });
    if (found == procedure.requirements.end()) return {};
    const auto at = static_cast<std::size_t>(finding.situation);
    if (at >= found->situations.size()) return words.say("situation.none");
    const auto number = std::to_string(at + 1);
    const auto condition = found->situations[at].condition;
    if (!condition) return words.say("situation.unregulated.rest", {{"n", number}});
    return words.say("situation.unregulated", {{"n", number}, {"condition", expression_text(words, procedure, condition, found->step)}});
}

/// Whether nothing was passed over: the step was taken while no step was to be.
bool only_suspended(const Finding& finding) {
    const auto suspended = [](const verdict::Cause& cause) { return cause.kind == verdict::CauseKind::suspended; };
    return finding.kind == RequirementKind::order && finding.result == Result::violated && !finding.causes.empty() &&
           std::all_of(finding.causes.begin(), finding.causes.end(), suspended);
}

/// Whether it is not recorded who acted; else what is not known is whether that body or person may.
bool lacks_actor(const Finding& finding) {
    return std::any_of(finding.missing.begin(), finding.missing.end(),
                       [](const verdict::Missing& missing) { return missing.kind == verdict::MissingKind::actor; });
}

std::string why_text(const Words& words, const Finding& finding) {
    if (finding.why == verdict::Why::none) return {};
    return words.say("why." + std::string(verdict::name(finding.why)), {{"n", std::to_string(std::int64_t{finding.exception} + 1)}});
}

std::string need_text(const Words& words, const Finding& finding) {
    if (!finding.counting || !finding.counting->last_day || is_upper_bound(finding)) return {};
    const auto value = base::iso(*finding.counting->last_day);
    if (finding.kind == RequirementKind::posting_length) {
        const bool taken_down = !finding.counting->runs.empty() && !finding.counting->in_total;
        return words.say(taken_down ? "count.posting.need.unbroken" : "count.posting.need", {{"last_day", value}});
    }
    if (finding.kind == RequirementKind::materials) return words.say("count.materials.need", {{"last_day", value}});
    return {};
}

/// Where the last day fell on a day off: to which it moved.
std::string moved_sentence(const Words& words, const calendar::Calendar& calendar, const Finding& finding) {
    if (!finding.counting) return {};
    const bool posting = finding.kind == RequirementKind::posting_length;
    auto counting = *finding.counting;
    if (posting && counting.last_day && asks_more(finding)) counting.last_day = *counting.last_day - 1;  // to which its completion moved
    return rolled_sentence(words, calendar, counting, posting);
}

/// What the signature of one office has to show, and what is wrong with it.
std::string signature_text(const Words& words, const Finding& finding, const verdict::Signature& signature) {
    std::vector<std::string> details;
    if (!signature.person.empty()) details.push_back(signature.person);
    if (signature.day) details.push_back(base::iso(*signature.day));
    if (signature.at_fault) {
        const auto* const fault = !signature.given                              ? "signature.not_given"
                                  : finding.kind == RequirementKind::sign_order ? "signature.too_early"
                                  : finding.kind == RequirementKind::signers    ? "signature.not_apart"
                                                                                : "signature.no_seal";
        details.push_back(words.say(fault));
    }
    if (details.empty()) return signature.office;
    return words.say("signature", {{"office", signature.office}, {"list", words.join(details)}});
}

/// The sentences after the first one that say why it is so.
std::vector<std::string> reasons(const Words& words, const calendar::Calendar& calendar, const Finding& finding) {
    std::vector<std::string> said;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) said.push_back(words.sentence(std::move(sentence)));
    };
    if (finding.result != Result::not_applicable) {
        add(need_text(words, finding));
        if (finding.counting && finding.numbers) add(runs_sentence(words, *finding.counting, finding.numbers->measure));
        add(moved_sentence(words, calendar, finding));
    }
    if (!finding.lacking.empty()) {
        const bool forbidden = finding.modality == model::Modality::must_not;
        add(words.say(forbidden ? "lacking.must_not" : "lacking", {{"list", words.join(finding.lacking)}}));
    }
    if (!finding.persons.empty()) {
        const bool twice = finding.kind == RequirementKind::tally;
        const auto* const key = twice ? "persons.twice" : finding.kind == RequirementKind::actor ? "persons.no_office" : "persons";
        add(words.say(key, {{"list", words.join(finding.persons)}}));
    }
    std::vector<std::string> items;
    for (const auto& signature : finding.signatures) items.push_back(signature_text(words, finding, signature));
    if (!items.empty()) add(words.say("signatures_shown", {{"list", words.join(items, "join_chain")}}));
    items.clear();
    if (!only_suspended(finding))  // the headline says it
        for (const auto& cause : finding.causes) items.push_back(cause_text(words, finding.kind, cause));
    if (!items.empty()) add(words.join(items, "detail_join"));
    items.clear();
    for (const auto& missing : finding.missing) {
        // Where a cause says that the step before is undetermined, that is said already.
        if (missing.kind == verdict::MissingKind::step_undetermined && !finding.causes.empty()) continue;
        items.push_back(missing_text(words, missing));
    }
    if (!items.empty()) add(words.say("missing", {{"list", words.join(items, "detail_join")}}));
    for (auto& text : disregarded_texts(words, finding)) add(std::move(text));
    if (finding.result != Result::not_applicable) add(why_text(words, finding));
    add(situation_text(words, finding));
    return said;
}

std::string consequence_text(const Words& words, const Finding& finding) {
    if (finding.result != Result::violated || finding.kind == RequirementKind::inherited || finding.inherited()) return {};
    if (finding.effect == model::Effect::none && !finding.effect_written) return {};
    return words.say(finding.effect_written ? "effect.written" : "effect.default", {{"effect", words.of("effect", finding.effect)}});
}

}  // namespace

bool asks_more(const Finding& finding) {
    return finding.numbers && finding.numbers->op == base::Comparison::greater && finding.modality != model::Modality::must_not;
}

std::string headline(const Words& words, const Finding& finding) {
    const auto kind = std::string(verdict::name(finding.kind));
    const auto key = kind + "." + std::string(verdict::name(finding.result));
    const bool may =
        finding.modality == model::Modality::may && finding.kind == RequirementKind::free_form && finding.result == Result::satisfied;
    if (may) return words.say("any.may", {{"label", words.say("kind." + kind)}});
    if (finding.modality == model::Modality::must_not && Words::has(key + ".must_not")) return words.say(key + ".must_not");
    if (is_upper_bound(finding) && Words::has(key + ".upper")) return words.say(key + ".upper");
    if (only_suspended(finding)) return words.say(key + ".suspended");
    if (finding.kind == RequirementKind::actor && finding.result == Result::undetermined && !lacks_actor(finding))
        return words.say(key + ".competence");
    if (Words::has(key)) return words.say(key);
    return words.say("any." + std::string(verdict::name(finding.result)), {{"label", words.say("kind." + kind)}});
}

std::string missing_text(const Words& words, const verdict::Missing& missing) {
    auto key = "missing." + std::string(verdict::name(missing.kind));
    auto name = missing.name;
    if (missing.kind == verdict::MissingKind::act_count && Words::has("count_name." + name)) name = words.say("count_name." + name);
    if (missing.kind == verdict::MissingKind::act_field && Words::has("attribute." + name)) name = words.say("attribute." + name);
    // A suspension has no name of its own in a rule.
    if (missing.kind == verdict::MissingKind::act_date && missing.number == 0 && Words::has("act_name." + name))
        name = words.say("act_name." + name);
    if (!missing.of.empty() && missing.kind == verdict::MissingKind::act_count)
        name = words.say("missing.of_class", {{"class", missing.of}, {"name", name}});
    if (!missing.of.empty() && missing.kind == verdict::MissingKind::roll) key += ".class";
    if (name.empty() && Words::has(key + ".this")) key += ".this";
    if (!name.empty() && Words::has(key + ".of")) key += ".of";
    auto text = words.say(key, {{"name", name}, {"number", std::to_string(missing.number)}, {"class", missing.of}});
    if (missing.kind == verdict::MissingKind::calendar_year || missing.number <= 0) return text;
    return words.say("missing.of_attempt", {{"missing", std::move(text)}, {"n", std::to_string(missing.number)}});
}

std::string cause_text(const Words& words, RequirementKind kind, const verdict::Cause& cause) {
    auto key = "cause." + std::string(verdict::name(cause.kind));
    // Of a step that is still owed its own attempt, else one on which the act rests.
    const bool owed = kind == RequirementKind::owed || kind == RequirementKind::deadline;
    if (owed && Words::has(key + ".own")) key += ".own";
    if (cause.kind == verdict::CauseKind::charged && !cause.requirement.empty()) key += ".requirement";
    const auto attempt = cause.attempt > 0 ? words.say("cause.attempt", {{"n", std::to_string(cause.attempt)}}) : std::string{};
    return words.say(key, {{"step", cause.step}, {"attempt", attempt}, {"requirement", cause.requirement}, {"person", cause.person}});
}

Tone tone_of(Result result) {
    switch (result) {
        case Result::satisfied: return Tone::good;
        case Result::violated: return Tone::bad;
        case Result::excused: return Tone::neutral;
        case Result::pending: return Tone::waiting;
        case Result::undetermined: return Tone::unknown;
        case Result::unregulated: return Tone::unknown;
        case Result::not_applicable: return Tone::neutral;
        case Result::not_reached: return Tone::flawed;
    }
    return Tone::neutral;
}

std::string basis_text(const Words& words, const Finding& finding, const model::Procedure* procedure) {
    std::vector<std::string> said;
    if (!finding.citations.empty()) said.push_back(words.sentence(words.say("citation", {{"list", words.citations(finding.citations)}})));
    if (auto text = consequence_text(words, finding); !text.empty()) said.push_back(words.sentence(std::move(text)));
    for (const auto& text : finding.interpretations) said.push_back(words.sentence(words.say("interpretation", {{"text", text}})));
    if (auto text = evidence_text(words, finding, procedure); !text.empty()) said.push_back(words.sentence(std::move(text)));
    return words.join(said, "join_sentences");
}

Item finding_item(const Words& words, const calendar::Calendar& calendar, const Finding& finding, Subject subject,
                  const ExplainOptions& options) {
    Item item;
    item.tone = tone_of(finding.result);
    if (finding.result == Result::violated && !strikes(finding.effect) && finding.kind != RequirementKind::inherited) {
        item.tone = Tone::flawed;
    }
    item.badge = words.of("result", finding.result);
    item.id = finding.requirement;

    auto first = headline(words, finding);
    auto shown = finding.result == Result::not_applicable ? why_text(words, finding) : figures(words, calendar, finding, subject);
    auto compared = comparison_sentences(words, finding, options.procedure);
    if (shown.empty() && !compared.empty()) {
        shown = std::move(compared.front());
        compared.erase(compared.begin());
    }
    if (!shown.empty()) first = words.say("headline_figures", {{"headline", std::move(first)}, {"figures", std::move(shown)}});
    std::vector<std::string> said{words.sentence(std::move(first))};
    for (auto& sentence : compared) said.push_back(words.sentence(std::move(sentence)));
    const bool brief = finding.result == Result::satisfied;
    const auto spans = spans_in_conditions(finding, !brief);
    for (const auto& span : spans) said.push_back(words.sentence(span_sentence(words, calendar, span)));
    if (brief) {
        for (auto& text : disregarded_texts(words, finding)) said.push_back(words.sentence(std::move(text)));
        if (auto moved = moved_sentence(words, calendar, finding); !moved.empty()) said.push_back(words.sentence(std::move(moved)));
        // A reading is always disclosed, also where the requirement is met.
        std::vector<std::string> readings;
        for (const auto& text : finding.interpretations) readings.push_back(words.sentence(words.say("interpretation", {{"text", text}})));
        item.basis = words.join(readings, "join_sentences");
    } else {
        for (auto& sentence : reasons(words, calendar, finding)) said.push_back(std::move(sentence));
        if (options.procedure != nullptr && finding.result != Result::not_applicable) {
            if (auto open = unregulated_text(words, finding, *options.procedure); !open.empty()) said.push_back(words.sentence(open));
            if (auto who = asked_text(words, finding, *options.procedure); !who.empty()) said.push_back(words.sentence(who));
            if (auto demand = quote_demand(words, finding, *options.procedure); !demand.empty()) said.push_back(words.sentence(demand));
        }
        item.basis = basis_text(words, finding, options.procedure);
    }
    item.sentence = words.join(said, "join_sentences");
    if (!options.ruler) return item;
    if (finding.counting && finding.result != Result::not_applicable)
        item.rulers.push_back(ruler(words, calendar, *finding.counting, finding.kind == RequirementKind::deadline, options.ruler_limit));
    for (const auto& span : spans) item.rulers.push_back(ruler(words, calendar, *span.counting, false, options.ruler_limit));
    return item;
}

}  // namespace guicheng::report
