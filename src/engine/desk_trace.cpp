// Clause ↔ rule ↔ case: which requirements decide a clause, and in which cases they were met and violated.
#include <algorithm>
#include <map>
#include <set>

#include "base/json_string.hpp"
#include "base/visible.hpp"
#include "engine/access.hpp"
#include "guicheng/desk/tests.hpp"

namespace guicheng::desk {

namespace {

struct Row {
    std::string checkable = "unknown";
    std::string gist_zh;
    std::string gist_en;
    std::set<std::string> rules;
    std::set<std::string> met;
    std::set<std::string> violated;
    bool covered() const { return !met.empty() && !violated.empty(); }
};

using Rows = std::map<std::string, Row>;

std::string checkable_key(model::Checkable checkable) {
    switch (checkable) {
        case model::Checkable::yes: return "yes";
        case model::Checkable::partly: return "partly";
        case model::Checkable::no: return "no";
    }
    return {};
}

void cite(Rows& rows, const model::Ground& ground, const std::string& rule) {
    for (const std::string& clause : ground.citations) rows[clause].rules.insert(rule);
}

/// What each statement of the procedures cites.
void collect_rules(Rows& rows, const model::Procedure& procedure) {
    const std::string prefix = procedure.name + "/";
    for (const model::Requirement& requirement : procedure.requirements) {
        cite(rows, requirement.ground, prefix + requirement.id);
        cite(rows, requirement.consequence.ground, prefix + requirement.id);
        if (requirement.condition) cite(rows, requirement.condition->ground, prefix + requirement.id);
        for (const model::Condition& exception : requirement.exceptions) cite(rows, exception.ground, prefix + requirement.id);
    }
    for (const model::Step& step : procedure.steps) {
        if (step.condition) cite(rows, step.condition->ground, prefix + step.name);
        cite(rows, step.lost_ground, prefix + step.name);
    }
    for (const model::Finding& finding : procedure.findings) cite(rows, finding.ground, prefix + finding.name);
    for (const model::Event& event : procedure.events) cite(rows, event.ground, prefix + event.name);
    for (const model::Parameter& parameter : procedure.parameters) cite(rows, parameter.ground, prefix + parameter.field.name);
    if (procedure.applies) cite(rows, procedure.applies->ground, prefix + procedure.name);
}

/// Met only because there was no act of which anything was asked: such a case says nothing of the clause.
bool nothing_was_asked(const verdict::Finding& finding) {
    const auto of_none = [](const verdict::Compared& line) {
        return line.relation == verdict::Relation::every && line.left.value == "0/0";
    };
    return finding.result == verdict::Result::satisfied && !finding.compared.empty() &&
           std::all_of(finding.compared.begin(), finding.compared.end(), of_none);
}

void collect_findings(Rows& rows, const std::vector<verdict::Finding>& findings, const std::string& case_name) {
    for (const verdict::Finding& finding : findings) {
        if (nothing_was_asked(finding)) continue;
        for (const std::string& clause : finding.citations) {
            if (finding.result == verdict::Result::satisfied || finding.result == verdict::Result::excused)
                rows[clause].met.insert(case_name);
            const bool breach = finding.result == verdict::Result::violated || finding.result == verdict::Result::not_reached;
            if (breach && !finding.inherited()) rows[clause].violated.insert(case_name);
        }
    }
}

void collect_case(Rows& rows, const CaseTest& test) {
    for (const Verdict& verdict : test.verdicts) {
        const verdict::Verdict& value = detail::Access::of(verdict).value;
        const std::string name = value.case_id.empty() ? test.file : value.case_id;
        if (value.applies) collect_findings(rows, {*value.applies}, name);
        for (const verdict::StepVerdict& step : value.steps) {
            for (const verdict::Attempt& attempt : step.attempts) collect_findings(rows, attempt.findings, name);
            collect_findings(rows, step.findings, name);
        }
        collect_findings(rows, value.findings, name);
    }
}

std::string json_list(const std::set<std::string>& items) {
    std::string text = "[";
    for (const std::string& item : items) text += (text.size() > 1 ? "," : "") + base::json_string(item);
    return text + "]";
}

std::string json(const Rows& rows, const std::vector<std::string>& parameters) {
    std::string text = "{\"clauses\":[";
    bool first = true;
    for (const auto& [clause, row] : rows) {
        text += first ? "\n" : ",\n";
        first = false;
        text += "{\"clause\":" + base::json_string(clause) + ",\"checkable\":\"" + row.checkable + "\",\"rules\":" + json_list(row.rules) +
                ",\"met\":" + json_list(row.met) + ",\"violated\":" + json_list(row.violated) +
                ",\"covered\":" + (row.covered() ? "true" : "false") + "}";
    }
    text += "\n],\"parameters\":" + json_list({parameters.begin(), parameters.end()}) + "}\n";
    return text;
}

std::string join(const std::set<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + base::visible_line(item);
    return text;
}

std::string text_of(const Rows& rows, const std::vector<std::string>& parameters, Language language) {
    const auto say = [language](std::string_view key, std::vector<messages::Value> values) {
        return messages::format(messages::find(key, engine::catalogue(language)), values);
    };
    std::size_t covered = 0;
    std::string body;
    for (const auto& [clause, row] : rows) {
        if (row.covered()) ++covered;
        const std::string& gist = language == Language::zh ? row.gist_zh : row.gist_en;
        body += "\n" + say("desk.trace.clause",
                           {{"clause", clause}, {"checkable", say("desk.trace.checkable." + row.checkable, {})}, {"gist", gist}});
        body += "\n    " + (row.rules.empty() ? say("desk.trace.no_rule", {}) : say("desk.trace.rules", {{"rules", join(row.rules)}}));
        if (!row.met.empty()) body += "\n    " + say("desk.trace.met", {{"cases", join(row.met)}});
        if (!row.violated.empty()) body += "\n    " + say("desk.trace.violated", {{"cases", join(row.violated)}});
        body += "\n";
    }
    std::string text =
        say("desk.trace.heading", {{"clauses", std::to_string(rows.size())}, {"covered", std::to_string(covered)}}) + "\n" + body;
    if (!parameters.empty()) text += "\n" + say("desk.trace.parameters", {{"names", join({parameters.begin(), parameters.end()})}}) + "\n";
    return text;
}

}  // namespace

std::string trace(const Library& library, const std::vector<CaseTest>& cases, const TraceOptions& options) {
    const library::Library& rules = detail::Access::of(library).rules;
    Rows rows;
    std::vector<std::string> parameters;
    for (const library::Version& version : rules.versions) {
        collect_rules(rows, *version.model);
        for (const model::Parameter& parameter : version.model->parameters) {
            parameters.push_back(version.model->name + "/" + parameter.field.name);
        }
    }
    for (const CaseTest& test : cases) collect_case(rows, test);
    for (const auto& [id, clause] : rules.clauses->all()) {
        if (!options.all && rows.find(id) == rows.end()) continue;
        Row& row = rows[id];
        row.checkable = checkable_key(clause.checkable);
        row.gist_zh = clause.gist_zh;
        row.gist_en = clause.gist_en;
    }
    return options.json ? json(rows, parameters) : text_of(rows, parameters, options.language);
}

}  // namespace guicheng::desk
