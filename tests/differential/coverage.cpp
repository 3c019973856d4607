#include "differential/coverage.hpp"

#include <algorithm>

#include "verdict/names.hpp"

namespace guicheng::differential {

namespace {

/// Every enumerator up to the last, with a count of nothing.
template <class Enum>
void expect(std::map<std::string, std::size_t>& counts, const std::string& group, Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) counts[group + " " + std::string(verdict::name(static_cast<Enum>(i)))] = 0;
}

constexpr std::string_view expression_names[] = {"literal",      "period",
                                                 "matter",       "parameter",
                                                 "finding",      "attribute",
                                                 "record_field", "done",
                                                 "recorded",     "negate",
                                                 "conjunction",  "disjunction",
                                                 "compare",      "member",
                                                 "contains",     "add",
                                                 "subtract",     "multiply",
                                                 "add_period",   "subtract_period",
                                                 "days_between", "working_days_between",
                                                 "exists",       "every",
                                                 "count"};
constexpr std::string_view attribute_names[] = {
    "date",       "start",       "end",       "actor",    "entitled", "present", "yes",   "no",      "abstain",  "other",  "spoiled",
    "registered", "ballot_form", "materials", "contents", "minutes",  "form",    "place", "outcome", "declared", "reason", "persons"};
constexpr std::string_view start_names[] = {"step", "first_event", "last_event", "day"};
constexpr std::string_view stop_names[] = {"event", "between", "suspension"};
constexpr std::string_view scope_names[] = {"none", "current", "step", "bound0", "bound1"};

}  // namespace

Coverage::Coverage() {
    using namespace verdict;
    expect(counts_, "result", Result::not_reached);
    expect(counts_, "status", Status::undetermined);
    expect(counts_, "outcome", Outcome::open);
    expect(counts_, "case", CaseStatus::not_applicable);
    expect(counts_, "why", Why::skipped);
    expect(counts_, "missing", MissingKind::signatures);
    expect(counts_, "cause", CauseKind::same_person);
    expect(counts_, "state", StepState::closed_off);
    expect(counts_, "note", NoteKind::not_competent);
    expect(counts_, "as_of", AsOfSource::last_record);
    expect(counts_, "requirement", model::RequirementKind::choice);
    expect(counts_, "modality", model::Modality::may);
    expect(counts_, "effect", model::Effect::curable);
    expect(counts_, "sanction", model::Sanction::notice_of_criticism);
    expect(counts_, "denominator", model::Denominator::registered);
    expect(counts_, "unit", calendar::Unit::weeks);
    expect(counts_, "profile", calendar::Profile::roll_all);
    for (const auto name : expression_names) counts_["expression " + std::string(name)] = 0;
    for (const auto name : attribute_names) counts_["attribute " + std::string(name)] = 0;
    for (const auto name : scope_names) counts_["scope " + std::string(name)] = 0;
    for (const auto name : start_names) counts_["start " + std::string(name)] = 0;
    for (const auto name : stop_names) counts_["stop " + std::string(name)] = 0;
    for (const auto* name : {"start later", "start earlier", "limit by a day", "posting in a medium", "posting in total",
                             "posting of one run", "posting of several runs", "posting of runs added", "missing medium",
                             "evidence not_competent", "stop over", "stop open", "limit stopped and missed", "threshold of a class",
                             "threshold in several ways", "ways a later one holds", "missing of a class", "figures of a class"})
        counts_[name] = 0;
    // The caller names as_of in a test of its own; what a verdict can't hold is no gap of the net.
    counts_.erase("as_of given");
    counts_.erase("sanction none");
    // 起 is spelled by 日期 where an act has one day; the generated conditions read it by 日期.
    counts_.erase("attribute start");
}

void Coverage::add(const model::Procedure& procedure) {
    for (const auto& requirement : procedure.requirements) {
        count("requirement", verdict::name(requirement.kind));
        count("modality", verdict::name(requirement.modality));
        count("denominator", verdict::name(requirement.threshold.denominator));
        if (requirement.consequence.sanction != model::Sanction::none) count("sanction", verdict::name(requirement.consequence.sanction));
        count("profile", verdict::name(requirement.profile));
        using Kind = model::RequirementKind;
        if (requirement.kind == Kind::deadline || requirement.kind == Kind::materials || requirement.kind == Kind::posting_length)
            count("unit", verdict::name(requirement.length.period.unit));
        for (const auto& start : requirement.starts) count("start", start_names[static_cast<std::size_t>(start.kind)]);
        for (const auto& stop : requirement.stops) count("stop", stop_names[static_cast<std::size_t>(stop.kind)]);
        if (requirement.starts.size() > 1) count("start", requirement.among == model::Among::later ? "later" : "earlier");
        if (requirement.medium != model::any_medium) count("posting", "in a medium");
        if (requirement.in_total) count("posting", "in total");
        if (requirement.by_day) count("limit", "by a day");
        const bool counted = requirement.kind == Kind::attendance || requirement.kind == Kind::approval;
        if (counted && requirement.threshold.member_class != model::no_class) count("threshold", "of a class");
        if (!requirement.other_ways.empty()) count("threshold", "in several ways");
    }
    for (const auto& expression : procedure.expressions) {
        count("expression", expression_names[static_cast<std::size_t>(expression.kind)]);
        if (expression.kind == model::ExprKind::attribute)
            count("attribute", attribute_names[static_cast<std::size_t>(expression.attribute)]);
        count("scope", scope_names[static_cast<std::size_t>(expression.scope)]);
        if (expression.kind == model::ExprKind::period) count("unit", verdict::name(expression.unit));
    }
}

void Coverage::add(const verdict::Finding& finding) {
    count("result", verdict::name(finding.result));
    count("why", verdict::name(finding.why));
    count("effect", verdict::name(finding.effect));
    for (const auto& missing : finding.missing) count("missing", verdict::name(missing.kind));
    for (const auto& missing : finding.missing)
        if (missing.name == "medium") count("missing", "medium");
    for (const auto& missing : finding.missing)
        if (!missing.of.empty()) count("missing", "of a class");
    if (finding.numbers && !finding.numbers->of.empty() && finding.numbers->found) count("figures", "of a class");
    if (finding.result == verdict::Result::satisfied && !finding.ways.empty() && finding.ways.front().holds != verdict::Answer::yes)
        count("ways", "a later one holds");
    if (finding.counting && finding.kind == model::RequirementKind::posting_length) {
        const auto& counting = *finding.counting;
        count("posting", counting.in_total ? "of runs added" : counting.runs.empty() ? "of one run" : "of several runs");
    }
    if (finding.counting) {
        for (const auto& stop : finding.counting->stops) count("stop", stop.to ? "over" : "open");
        if (!finding.counting->stops.empty() && finding.result == verdict::Result::violated) count("limit", "stopped and missed");
    }
    for (const auto& evidence : finding.evidence)
        if (evidence.disregarded != verdict::Disregarded::none) count("evidence", verdict::name(evidence.disregarded));
    for (const auto& cause : finding.causes) count("cause", verdict::name(cause.kind));
}

void Coverage::add(const verdict::Verdict& verdict) {
    count("case", verdict::name(verdict.status));
    count("as_of", verdict::name(verdict.as_of_source));
    if (verdict.applies) add(*verdict.applies);
    for (const auto& step : verdict.steps) {
        count("state", verdict::name(step.state));
        for (const auto& attempt : step.attempts) {
            count("status", verdict::name(attempt.status));
            count("outcome", verdict::name(attempt.outcome));
            for (const auto& finding : attempt.findings) add(finding);
        }
        for (const auto& finding : step.findings) add(finding);
    }
    for (const auto& finding : verdict.findings) add(finding);
    for (const auto& note : verdict.notes) count("note", verdict::name(note.kind));
}

std::string Coverage::table() const {
    std::string out = "what occurred, and how often\n";
    for (const auto& [name, number] : counts_)
        out += std::to_string(number) + std::string(10 - std::min<std::size_t>(9, std::to_string(number).size()), ' ') + name + "\n";
    return out;
}

std::vector<std::string> Coverage::below(std::size_t number) const {
    std::vector<std::string> out;
    for (const auto& [name, count] : counts_) {
        if (count < number) out.push_back(name + " (" + std::to_string(count) + ")");
    }
    return out;
}

}  // namespace guicheng::differential
