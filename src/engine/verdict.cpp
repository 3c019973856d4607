// The verdict as the outside sees it.
#include "guicheng/verdict.hpp"

#include <algorithm>

#include "engine/access.hpp"
#include "report/explain.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "verdict/names.hpp"

namespace guicheng {

namespace {

// The public enumerations stand in the order of the inner ones.
static_assert(static_cast<int>(CaseStatus::not_applicable) == static_cast<int>(verdict::CaseStatus::not_applicable));
static_assert(static_cast<int>(AttemptStatus::undetermined) == static_cast<int>(verdict::Status::undetermined));
static_assert(static_cast<int>(Outcome::open) == static_cast<int>(verdict::Outcome::open));
static_assert(static_cast<int>(Result::not_reached) == static_cast<int>(verdict::Result::not_reached));

template <class To, class From>
To same(From value) {
    return static_cast<To>(static_cast<int>(value));
}

std::optional<long long> plain(const std::optional<std::int64_t>& number) {
    return number ? std::optional<long long>(*number) : std::nullopt;
}

Finding outside(const verdict::Finding& finding) {
    Finding result;
    result.requirement = finding.requirement;
    result.result = same<Result>(finding.result);
    result.inherited = finding.inherited();
    result.citations = finding.citations;
    if (finding.numbers) {
        result.needed = plain(finding.numbers->needed);
        result.found = plain(finding.numbers->found);
        result.base = plain(finding.numbers->base);
    }
    for (const verdict::Missing& missing : finding.missing) {
        std::string name = missing.name.empty() ? std::string(verdict::name(missing.kind)) : missing.name;
        if (missing.kind == verdict::MissingKind::calendar_year) name = std::to_string(missing.number);
        result.missing.push_back(std::move(name));
    }
    return result;
}

std::vector<Finding> outside(const std::vector<verdict::Finding>& findings) {
    std::vector<Finding> result;
    result.reserve(findings.size());
    for (const verdict::Finding& finding : findings) result.push_back(outside(finding));
    return result;
}

StepVerdict outside(const verdict::StepVerdict& step) {
    StepVerdict result;
    result.name = step.name;
    for (const verdict::Attempt& attempt : step.attempts) {
        Attempt each;
        each.number = attempt.number;
        each.record = attempt.record + 1;
        each.status = same<AttemptStatus>(attempt.status);
        each.outcome = same<Outcome>(attempt.outcome);
        each.counts = attempt.counts;
        each.findings = outside(attempt.findings);
        result.attempts.push_back(std::move(each));
    }
    result.findings = outside(step.findings);
    return result;
}

void collect_violated(const std::vector<verdict::Finding>& findings, std::vector<std::string>& ids) {
    for (const verdict::Finding& finding : findings) {
        if (finding.result != verdict::Result::violated || finding.inherited()) continue;
        if (std::find(ids.begin(), ids.end(), finding.requirement) == ids.end()) ids.push_back(finding.requirement);
    }
}

}  // namespace

Verdict::Verdict(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

CaseStatus Verdict::status() const {
    return same<CaseStatus>(impl_->value.status);
}
Outcome Verdict::outcome() const {
    return same<Outcome>(impl_->value.outcome);
}
const ProcedureInfo& Verdict::procedure() const {
    return impl_->info;
}
std::string Verdict::case_id() const {
    return impl_->value.case_id;
}
std::optional<Date> Verdict::as_of() const {
    return engine::date(impl_->value.as_of);
}
const std::vector<StepVerdict>& Verdict::steps() const {
    return impl_->steps;
}
const std::vector<Finding>& Verdict::findings() const {
    return impl_->findings;
}

std::vector<std::string> Verdict::violated() const {
    std::vector<std::string> ids;
    for (const verdict::StepVerdict& step : impl_->value.steps) {
        for (const verdict::Attempt& attempt : step.attempts) collect_violated(attempt.findings, ids);
        collect_violated(step.findings, ids);
    }
    collect_violated(impl_->value.findings, ids);
    return ids;
}

std::string Verdict::to_json(bool pretty) const {
    return report::to_json(impl_->value, pretty ? report::Layout::pretty : report::Layout::compact);
}

namespace {

report::ExplainOptions explaining(const Verdict::Impl& impl, const TextOptions& options) {
    auto inner = engine::explaining(impl);
    inner.show_satisfied = options.show_satisfied;
    inner.ruler = options.ruler;
    return inner;
}

}  // namespace

std::string Verdict::explain(const TextOptions& options) const {
    return report::explain(impl_->value, impl_->calendar, engine::catalogue(options.language), explaining(*impl_, options));
}

std::string Verdict::to_html(Language language) const {
    TextOptions options;
    options.language = language;
    return to_html(options);
}

std::string Verdict::to_html(const TextOptions& options) const {
    return report::to_html(impl_->value, impl_->calendar, engine::catalogue(options.language), explaining(*impl_, options));
}

CaseStatus status_of(const std::vector<Verdict>& verdicts) {
    const auto weight = [](CaseStatus status) {
        switch (status) {
            case CaseStatus::not_applicable: return 0;
            case CaseStatus::valid: return 1;
            case CaseStatus::in_progress: return 2;
            case CaseStatus::flawed: return 3;
            case CaseStatus::undetermined: return 4;
            case CaseStatus::void_: return 5;
        }
        return 0;
    };
    CaseStatus worst = CaseStatus::not_applicable;
    for (const Verdict& verdict : verdicts) {
        if (weight(verdict.status()) > weight(worst)) worst = verdict.status();
    }
    return worst;
}

std::string explain(const std::vector<Verdict>& verdicts, const TextOptions& options) {
    std::string text;
    for (const Verdict& verdict : verdicts) text += (text.empty() ? "" : "\n") + verdict.explain(options);
    const std::string all = engine::said_of_all(verdicts, options.language);
    return all.empty() ? text : text + "\n" + all + "\n";
}

std::string to_json(const std::vector<Verdict>& verdicts, bool pretty) {
    if (verdicts.size() == 1) return verdicts.front().to_json(pretty);
    if (verdicts.empty()) return "[]";
    std::string text = "[";
    for (const Verdict& verdict : verdicts) {
        if (text.size() > 1) text += ',';
        if (pretty) text += "\n  ";
        // No string of JSON holds a line break: each of them begins a line of the layout.
        for (const char c : verdict.to_json(pretty)) {
            text += c;
            if (c == '\n') text += "  ";
        }
    }
    return text + (pretty ? "\n]" : "]");
}

std::string to_html(const std::vector<Verdict>& verdicts, Language language) {
    TextOptions options;
    options.language = language;
    return to_html(verdicts, options);
}

std::string to_html(const std::vector<Verdict>& verdicts, const TextOptions& options) {
    const auto words = engine::catalogue(options.language);
    std::vector<report::Document> documents;
    for (const Verdict& verdict : verdicts) {
        const Verdict::Impl& impl = detail::Access::of(verdict);
        documents.push_back(report::verdict_document(impl.value, impl.calendar, words, explaining(impl, options)));
    }
    return report::html_page(documents, engine::said_of_all(verdicts, options.language), words);
}

namespace engine {

std::string said_of_all(const std::vector<Verdict>& verdicts, Language language) {
    if (verdicts.size() < 2) return {};
    const auto words = catalogue(language);
    const auto worst = verdict::name(same<verdict::CaseStatus>(status_of(verdicts)));
    const auto status = messages::find("report.case_status." + std::string(worst), words);
    const std::vector<messages::Value> values = {{"count", std::to_string(verdicts.size())}, {"status", std::string(status)}};
    return messages::format(messages::find("desk.all", words), values);
}

report::ExplainOptions explaining(const Verdict::Impl& verdict) {
    report::ExplainOptions options;
    options.procedure = verdict.model.get();
    options.clauses = verdict.clauses.get();
    return options;
}

Verdict wrap(verdict::Verdict value, std::shared_ptr<const model::Procedure> model, std::shared_ptr<const model::Clauses> clauses,
             const calendar::Calendar& calendar) {
    auto info = info_of(*model);
    auto impl = std::make_shared<Verdict::Impl>(
        Verdict::Impl{std::move(value), calendar, std::move(info), std::move(model), std::move(clauses), {}, {}});
    for (const verdict::StepVerdict& step : impl->value.steps) impl->steps.push_back(outside(step));
    impl->findings = outside(impl->value.findings);
    return detail::Access::make(std::move(impl));
}

}  // namespace engine
}  // namespace guicheng
