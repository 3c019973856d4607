// From a library and a case's records to verdicts: choose the versions, bind, judge.
#include "guicheng/evaluate.hpp"

#include <algorithm>

#include "engine/access.hpp"
#include "engine/bind.hpp"
#include "eval/judge.hpp"

namespace guicheng {

namespace engine {

namespace {

/// The versions that the case names, or one of each procedure of the library.
std::vector<const library::Version*> candidates(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options,
                                                diag::Sink& sink) {
    std::optional<std::string> label = options.version;
    if (!label && !records.heading.version.empty()) label = std::string(records.heading.version);
    std::optional<base::Day> day_wanted = day(options.on);
    if (!day_wanted) day_wanted = records.heading.start;
    if (!day_wanted) day_wanted = records.heading.as_of;

    std::vector<const library::Version*> chosen;
    const cases::Heading& heading = records.heading;
    for (std::size_t i = 0; i < heading.procedures.size(); ++i) {
        // A version that is not there is wrong where the version is written; one that the caller asked for, nowhere in the file.
        const bool known = !rules.named(heading.procedures[i]).empty();
        const base::Span place = known && label && !options.version ? heading.version_span : heading.procedure_spans[i];
        const auto asked_in = known && options.version ? nullptr : records.source;
        const library::Version* version = library::choose(rules, heading.procedures[i], label, day_wanted, asked_in, place, sink);
        if (version != nullptr && std::find(chosen.begin(), chosen.end(), version) == chosen.end()) chosen.push_back(version);
    }
    if (!heading.procedures.empty()) return chosen;
    for (const std::string_view name : rules.names()) {
        diag::Sink none_in_force;  // a procedure that was not in force simply does not bind
        if (const auto* version = library::choose(rules, name, label, day_wanted, nullptr, {}, none_in_force)) chosen.push_back(version);
    }
    if (chosen.empty()) sink.error("L009", records.source, {});
    return chosen;
}

}  // namespace

/// Adds warnings; what is said of one place for several procedures alike is said once.
void append_new(diag::Sink& to, const diag::Sink& from) {
    for (const diag::Diagnostic& each : from.entries()) {
        const bool known = std::any_of(to.entries().begin(), to.entries().end(), [&](const diag::Diagnostic& other) {
            return other.code == each.code && other.span.begin == each.span.begin && other.span.end == each.span.end;
        });
        if (known) continue;
        auto entry = to.warning(each.code, each.source, each.span);
        for (const auto& [name, value] : each.arguments) entry.arg(name, value);
        if (each.fix) entry.fix(each.fix->span, each.fix->text, each.fix->kind);
    }
}

std::vector<Bound> bind(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options, diag::Sink& sink) {
    const auto versions = candidates(rules, records, options, sink);
    if (sink.has_errors()) return {};
    const bool named = !records.heading.procedures.empty();
    auto bound = named ? bind_named(versions, records, sink)
                       : bind_found(versions, records, calendar_of(options.calendar), day(options.as_of), sink);
    if (sink.has_errors()) return {};
    append_new(sink, records.said);
    return bound;
}

std::vector<Verdict> judge(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options, diag::Sink& sink) {
    std::vector<Verdict> verdicts;
    const auto bound = bind(rules, records, options, sink);
    if (sink.has_errors()) return verdicts;
    const calendar::Calendar& days = calendar_of(options.calendar);
    const bool named = !records.heading.procedures.empty();
    std::vector<Verdict> not_applicable;
    for (const Bound& each : bound) {
        verdict::Verdict value = eval::explain(*each.version->program, each.records, days, day(options.as_of));
        value.engine = "guicheng " GUICHENG_VERSION;
        const bool applies = value.status != verdict::CaseStatus::not_applicable;
        if (named || applies) append_new(sink, each.said);
        (named || applies ? verdicts : not_applicable).push_back(wrap(std::move(value), each.version->model, rules.clauses, days));
    }
    // A case that no procedure binds is shown why.
    return verdicts.empty() ? not_applicable : verdicts;
}

}  // namespace engine

std::vector<Verdict> evaluate(const Library& library, const Case& records, const EvaluateOptions& options) {
    Remarks unread;
    return evaluate(library, records, options, unread);
}

std::vector<Verdict> evaluate(const Library& library, const Case& records, const EvaluateOptions& options, Remarks& remarks) {
    diag::Sink sink;
    auto verdicts = engine::judge(detail::Access::of(library).rules, detail::Access::of(records), options, sink);
    if (sink.has_errors()) throw engine::error_of(sink, options.language);
    const Error said = engine::error_of(sink, options.language);
    remarks.messages = said.messages();
    remarks.rendered = said.rendered();
    return verdicts;
}

}  // namespace guicheng
