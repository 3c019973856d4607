#include "report/rule_words.hpp"

#include <algorithm>

#include "report/deadline_text.hpp"
#include "report/expression_text.hpp"

namespace guicheng::report {

namespace {

using model::Modality;
using model::Procedure;
using model::Requirement;
using model::RequirementKind;

template <class Enum>
std::string list_of(const std::vector<std::uint16_t>& forms, const Words& words, std::string (Words::*say)(Enum) const) {
    std::vector<std::string> items;
    for (const auto form : forms) items.push_back((words.*say)(static_cast<Enum>(form)));
    return words.join(items);
}

std::string contents(const Words& words, const Procedure& procedure, std::uint64_t mask) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < procedure.content_names.size() && i < 64; ++i) {
        if ((mask >> i & 1U) != 0) items.push_back(procedure.content_names[i]);
    }
    return words.join(items);
}

/// 的两倍 …: once is left unsaid.
std::string times(const Words& words, std::int64_t n, const std::string& of) {
    if (n == 1) return of;
    const auto key = n == 2 ? "rule.times.2" : "rule.times.n";
    return words.say("rule.test.times", {{"of", of}, {"times", words.say(key, {{"n", words.numeral(n)}})}});
}

std::string parameter_text(const Words& words, const Procedure& procedure, model::ParameterId id) {
    return words.say("expr.parameter", {{"name", procedure.parameters[id.index()].field.name}});
}

/// "须达到应到人数的三分之二以上，即到会人数的三倍不少于应到人数的两倍"
std::string share_demand(const Words& words, const model::Threshold& threshold, const std::string& found, const std::string& denominator) {
    const auto share = *threshold.share;
    const bool whole = share == base::Fraction{1, 1};
    const auto key = std::string(whole ? "rule.whole." : "rule.share.") + std::string(verdict::name(threshold.op));
    const auto part = share == base::Fraction{1, 2} ? words.say("share.half") : words.fraction(share);
    auto text = words.say(key, {{"denominator", denominator}, {"share", part}});
    if (whole) return text;
    const auto test = words.say("rule.test", {{"left", times(words, share.den, found)},
                                              {"op", words.of("rule.op", threshold.op)},
                                              {"right", times(words, share.num, denominator)}});
    return words.say("rule.share.test", {{"bound", std::move(text)}, {"test", test}});
}

/// What is set elsewhere: by a parameter, or by what a step recorded.
std::string set_text(const Words& words, const Procedure& procedure, const model::Threshold& threshold) {
    if (threshold.value) return operand_text(words, procedure, threshold.value);
    return threshold.parameter ? parameter_text(words, procedure, threshold.parameter) : std::string{};
}

/// Of a class: whose it is.
std::string of_class(const Words& words, const Procedure& procedure, const Requirement& requirement, const model::Threshold& threshold,
                     std::string what) {
    if (threshold.member_class == model::no_class) return what;
    return words.say("rule.of_class",
                     {{"what", what}, {"class", procedure.actors[requirement.body.index()].classes[threshold.member_class]}});
}

/// What is counted and what is asked of it.
std::string way_text(const Words& words, const Procedure& procedure, const Requirement& requirement, const model::Threshold& threshold,
                     std::string_view kind) {
    auto found = of_class(words, procedure, requirement, threshold, words.say("rule.found." + std::string(kind)));
    const auto denominator = of_class(words, procedure, requirement, threshold, words.of("denominator", threshold.denominator));
    std::string bound;
    if (threshold.share) {
        bound = share_demand(words, threshold, found, denominator);
    } else if (threshold.denominator != model::Denominator::none) {
        const auto right = set_text(words, procedure, threshold);
        bound = demanded(words, Modal::must, Compared::amount, threshold.op, right);
        found = words.say("rule.ratio", {{"found", found}, {"denominator", denominator}});
    } else {
        const auto measure = kind == "attendance" ? verdict::Measure::persons : verdict::Measure::votes;
        const auto right = threshold.number ? words.amount(measure, *threshold.number) : set_text(words, procedure, threshold);
        bound = demanded(words, Modal::must, Compared::number, threshold.op, right);
    }
    return words.say("rule.way", {{"found", found}, {"bound", bound}});
}

std::string threshold_sentence(const Words& words, const Procedure& procedure, const Requirement& requirement, std::string_view kind) {
    std::vector<std::string> ways{way_text(words, procedure, requirement, requirement.threshold, kind)};
    for (const auto& way : requirement.other_ways) ways.push_back(way_text(words, procedure, requirement, way, kind));
    const auto body = requirement.body ? procedure.actors[requirement.body.index()].name : std::string{};
    return words.say("rule." + std::string(kind), {{"body", body}, {"demand", words.join(ways, "rule.ways")}});
}

std::string choice_text(const Words& words, const Procedure& procedure, const Requirement& requirement) {
    const auto modal = modal_of(requirement.modality);
    std::vector<std::string> items;
    int n = 0;
    for (const auto& situation : requirement.situations) {
        const auto demand = situation.demand ? demand_text(words, procedure, situation.demand, modal, requirement.step)
                                             : words.say("rule.situation.unregulated");
        const auto number = std::to_string(++n);
        if (situation.condition) {
            const auto condition = expression_text(words, procedure, situation.condition, requirement.step);
            items.push_back(words.say("rule.situation", {{"n", number}, {"condition", condition}, {"demand", demand}}));
        } else {
            items.push_back(words.say("rule.situation.rest", {{"n", number}, {"demand", demand}}));
        }
    }
    return words.say("headline_figures", {{"headline", words.say("rule.choice")}, {"figures", words.join(items, "detail_join")}});
}

/// Whether a leaf says that its outcome does not matter. Trees are as deep as the language's nesting limit allows.
bool names_whatever(const model::Prerequisite& prerequisite) {
    if (prerequisite.kind == model::Prerequisite::Kind::leaf) return prerequisite.whatever_outcome;
    return std::any_of(prerequisite.parts.begin(), prerequisite.parts.end(), names_whatever);
}

std::string order_text(const Words& words, const Procedure& procedure, const Requirement& requirement) {
    const auto* const step = requirement.step ? &procedure.step(requirement.step) : nullptr;
    if (step == nullptr || !step->prerequisite) return words.say("rule.order.none");
    return words.say(names_whatever(*step->prerequisite) ? "rule.order.whatever" : "rule.order",
                     {{"prerequisite", prerequisite_text(words, procedure, *step->prerequisite)}});
}

std::string proxy_text(const Words& words, const Requirement& requirement) {
    if (!requirement.allowed) return words.say("rule.proxy.forbidden");
    if (!requirement.per_holder) return words.say("rule.proxy.allowed");
    return words.say("rule.proxy.limit", {{"n", std::to_string(*requirement.per_holder)}});
}

std::string sanction_text(const Words& words, const Procedure& procedure, const model::Consequence& consequence) {
    if (consequence.sanction == model::Sanction::none) return {};
    const auto key = "sanction." + std::string(verdict::name(consequence.sanction));
    const auto subject = consequence.step ? procedure.step(consequence.step).name : consequence.subject;
    auto text = subject.empty() || !Words::has(key + ".of") ? words.say(key) : words.say(key + ".of", {{"subject", subject}});
    if (!consequence.period) return words.say("rule.sanction", {{"sanction", text}});
    return words.say("rule.sanction.period", {{"sanction", text}, {"period", words.amount(*consequence.period)}});
}

bool has_no_own_breach(const Requirement& requirement) {
    return requirement.modality == Modality::may || requirement.kind == RequirementKind::inherited ||
           requirement.kind == RequirementKind::approval;
}

class ItemMaker {
public:
    ItemMaker(const Words& words, const Procedure& procedure, const Requirement& requirement)
        : words_(words), procedure_(procedure), requirement_(requirement) {}

    Item make() {
        Item item;
        item.id = requirement_.id;
        add(requirement_text(words_, procedure_, requirement_));
        ground(requirement_.ground);
        qualifiers();
        if (requirement_.modality == Modality::should) add(words_.say("rule.should"));
        item.sentence = words_.join(said_, "join_sentences");
        said_.clear();
        breach();
        item.basis = words_.join(said_, "join_sentences");
        return item;
    }

private:
    void add(std::string clauses) {
        if (!clauses.empty()) said_.push_back(words_.sentence(std::move(clauses)));
    }
    void ground(const model::Ground& ground) {
        auto text = ground_text(words_, ground);
        if (!text.empty()) said_.push_back(std::move(text));
    }
    void qualifiers() {
        if (requirement_.condition) {
            add(conditional_sentence(words_, procedure_, requirement_.condition->expr, "rule.condition", requirement_.step));
            ground(requirement_.condition->ground);
        }
        int n = 0;
        for (const auto& exception : requirement_.exceptions) {
            add(conditional_sentence(words_, procedure_, exception.expr, "rule.exception", requirement_.step,
                                     {{"n", std::to_string(++n)}}));
            ground(exception.ground);
        }
        if (requirement_.in_force_from) add(words_.say("rule.in_force_from", {{"day", base::iso(*requirement_.in_force_from)}}));
        if (requirement_.profile != procedure_.profile) {
            add(words_.say("rule.profile_own", {{"profile", words_.of("profile", requirement_.profile)}}));
        }
        if (requirement_.soft) add(words_.say("rule.soft"));
    }
    void breach() {
        const auto& consequence = requirement_.consequence;
        if (has_no_own_breach(requirement_) && !consequence.written && consequence.sanction == model::Sanction::none) return;
        std::vector<std::string> clauses;
        if (!has_no_own_breach(requirement_) || consequence.written) {
            const bool beside = consequence.sanction != model::Sanction::none;
            const auto* const key = consequence.written ? "rule.breach.written"
                                    : beside            ? "rule.breach.default.beside"
                                                        : "rule.breach.default";
            // A step that was not taken has no act to be flawed: the case is.
            const bool of_an_act = requirement_.step && requirement_.kind != RequirementKind::owed;
            clauses.push_back(words_.say(key, {{"effect", words_.of(of_an_act ? "rule.effect" : "rule.effect.case", consequence.effect)}}));
        }
        if (auto text = sanction_text(words_, procedure_, consequence); !text.empty()) clauses.push_back(std::move(text));
        add(words_.join(clauses, "clause"));
        ground(consequence.ground);
    }

    const Words& words_;
    const Procedure& procedure_;
    const Requirement& requirement_;
    std::vector<std::string> said_;
};

std::string prerequisite_at(const Words& words, const Procedure& procedure, const model::Prerequisite& prerequisite, int depth) {
    using Kind = model::Prerequisite::Kind;
    constexpr int deepest = 100;
    if (depth > deepest) return words.say("expr.deep");
    if (prerequisite.kind == Kind::leaf) {
        const auto name = words.quoted(procedure.step(prerequisite.step).name);
        return prerequisite.whatever_outcome ? words.say("rule.whatever", {{"step", name}}) : name;
    }
    std::vector<std::string> items;
    for (const auto& part : prerequisite.parts) {
        auto text = prerequisite_at(words, procedure, part, depth + 1);
        items.push_back(part.kind == Kind::leaf ? std::move(text) : words.say("expr.group", {{"inner", text}}));
    }
    return words.join(items, prerequisite.kind == Kind::all ? "rule.all" : "rule.any");
}

}  // namespace

std::string requirement_text(const Words& words, const Procedure& procedure, const Requirement& requirement) {
    const auto modal = modal_of(requirement.modality);
    const auto modality = modal_word(words, modal);
    const auto* const step = requirement.step ? &procedure.step(requirement.step) : nullptr;
    const auto step_name = step != nullptr ? step->name : std::string{};
    switch (requirement.kind) {
        case RequirementKind::order: return order_text(words, procedure, requirement);
        case RequirementKind::inherited: return words.say("rule.inherited");
        case RequirementKind::actor:
            if (step == nullptr || step->actors.empty()) {
                if (step == nullptr || !step->body) return words.say("rule.actor.any");
                return words.say("rule.actor", {{"list", procedure.actors[step->body.index()].name}});
            }
            if (step->tiers != model::no_tiers) return tiers_text(words, procedure, procedure.tiers[step->tiers]);
            return words.say(step->actors.size() > 1 ? "rule.actor.several" : "rule.actor",
                             {{"list", names_of(words, procedure, step->actors)}});
        case RequirementKind::form: return words.say("rule.form", {{"list", list_of<model::Form>(requirement.forms, words, &Words::form)}});
        case RequirementKind::owed: return words.say("rule.owed");
        case RequirementKind::attendance: return threshold_sentence(words, procedure, requirement, "attendance");
        case RequirementKind::approval: return threshold_sentence(words, procedure, requirement, "approval");
        case RequirementKind::tally: return words.say("rule.tally");
        case RequirementKind::roll: return words.say("rule.roll");
        case RequirementKind::declared: return words.say("rule.declared");
        case RequirementKind::ballot_form:
            return words.say(requirement.forms.size() > 1 ? "rule.ballot_form.several" : "rule.ballot_form",
                             {{"list", list_of<model::BallotForm>(requirement.forms, words, &Words::ballot_form)}});
        case RequirementKind::proxy: return proxy_text(words, requirement);
        case RequirementKind::remote: return words.say(requirement.allowed ? "rule.remote.allowed" : "rule.remote.forbidden");
        case RequirementKind::body_size:
            return words.say("rule.body_size",
                             {{"body", procedure.actors[requirement.body.index()].name},
                              {"bound", threshold_text(words, procedure, requirement.threshold, verdict::Measure::persons)}});
        case RequirementKind::composition:
            return words.say(requirement.threshold.denominator == model::Denominator::none ? "rule.composition" : "rule.composition.share",
                             {{"body", procedure.actors[requirement.body.index()].name},
                              {"class", procedure.actors[requirement.body.index()].classes[requirement.threshold.member_class]},
                              {"bound", threshold_text(words, procedure, requirement.threshold, verdict::Measure::persons)}});
        case RequirementKind::term:
            return words.say("rule.term", {{"body", procedure.actors[requirement.body.index()].name},
                                           {"length", period_text(words, procedure, requirement.length)}});
        case RequirementKind::separation: {
            std::vector<std::string> names;
            for (const auto id : requirement.apart) names.push_back(procedure.step(id).name);
            return words.say("rule.separation", {{"list", words.quoted_list(names)}});
        }
        case RequirementKind::signatures: return words.say("rule.signatures", {{"list", names_of(words, procedure, requirement.chain)}});
        case RequirementKind::sign_order: {
            std::vector<std::string> names;
            for (const auto id : requirement.chain) names.push_back(procedure.actors[id.index()].name);
            return words.say("rule.sign_order", {{"list", words.join(names, "join_chain")}});
        }
        case RequirementKind::signers: return words.say("rule.signers");
        case RequirementKind::seals: return words.say("rule.seals");
        case RequirementKind::materials: {
            const auto& length = requirement.length;
            const bool plain = length.op == base::Comparison::greater_equal;
            const auto text = plain ? period_text(words, procedure, length) : length_text(words, procedure, length);
            return words.say(plain ? "rule.materials" : "rule.materials.bound", {{"modality", modality}, {"length", text}});
        }
        case RequirementKind::posting_length: {
            const auto period = period_text(words, procedure, requirement.length);
            const bool somewhere = requirement.medium != model::any_medium;
            return words.say(std::string("rule.posting_length") + (somewhere ? ".medium" : "") + (requirement.in_total ? ".in_total" : ""),
                             {{"step", step_name},
                              {"medium", somewhere ? procedure.media[requirement.medium] : std::string()},
                              {"bound", demanded(words, modal, Compared::number, requirement.length.op, period)}});
        }
        case RequirementKind::posting_contents:
            return words.say("rule.posting_contents",
                             {{"step", step_name}, {"modality", modality}, {"list", contents(words, procedure, requirement.content_mask)}});
        case RequirementKind::minutes:
            return words.say("rule.minutes", {{"modality", modality}, {"list", contents(words, procedure, requirement.content_mask)}});
        case RequirementKind::deadline:
            // A time limit is an upper bound whatever word of comparison stands before it.
            return deadline_text(words, procedure, requirement, period_text(words, procedure, requirement.length));
        case RequirementKind::free_form: return demand_text(words, procedure, requirement.demand, modal, requirement.step);
        case RequirementKind::choice: return choice_text(words, procedure, requirement);
    }
    return {};
}

Item requirement_item(const Words& words, const Procedure& procedure, const Requirement& requirement) {
    return ItemMaker(words, procedure, requirement).make();
}

std::string prerequisite_text(const Words& words, const Procedure& procedure, const model::Prerequisite& prerequisite) {
    return prerequisite_at(words, procedure, prerequisite, 0);
}

std::string threshold_text(const Words& words, const Procedure& procedure, const model::Threshold& threshold, verdict::Measure measure) {
    if (threshold.share) return words.share(threshold.op, *threshold.share);
    if (threshold.number) return words.bound(threshold.op, words.amount(measure, *threshold.number));
    const auto set = set_text(words, procedure, threshold);
    return set.empty() ? set : words.bound(threshold.op, set);
}

std::string period_text(const Words& words, const Procedure& procedure, const model::Length& length) {
    return length.parameter ? parameter_text(words, procedure, length.parameter) : words.amount(length.period);
}

std::string length_text(const Words& words, const Procedure& procedure, const model::Length& length) {
    return words.bound(length.op, period_text(words, procedure, length));
}

std::string ground_text(const Words& words, const model::Ground& ground) {
    std::vector<std::string> said;
    if (!ground.citations.empty()) {
        said.push_back(words.sentence(words.say("citation", {{"list", words.citations(ground.citations)}})));
    }
    for (const auto& text : ground.interpretations) said.push_back(words.sentence(words.say("interpretation", {{"text", text}})));
    return words.join(said, "join_sentences");
}

std::string band_text(const Words& words, const Procedure& procedure, const model::Band& band) {
    const auto actors = names_of(words, procedure, band.actors);
    if (!band.when) return words.say("rule.band.rest", {{"list", actors}});
    return words.say("rule.band", {{"condition", expression_text(words, procedure, band.when, {})}, {"list", actors}});
}

std::string tiers_text(const Words& words, const Procedure& procedure, const model::Tiers& tiers) {
    std::vector<std::string> bands;
    for (const auto& band : tiers.bands) bands.push_back(band_text(words, procedure, band));
    return words.say("rule.actor.tiers", {{"name", tiers.name}, {"list", words.join(bands, "detail_join")}});
}

std::string names_of(const Words& words, const Procedure& procedure, const std::vector<model::ActorId>& actors) {
    std::vector<std::string> names;
    for (const auto actor : actors) names.push_back(procedure.actors[actor.index()].name);
    return words.join(names);
}

}  // namespace guicheng::report
