// From a library and a case's records to verdicts: choose the versions, bind, judge.
#include "guicheng/evaluate.hpp"

#include <algorithm>

#include "cases/binder.hpp"
#include "engine/access.hpp"
#include "eval/judge.hpp"

namespace guicheng {

namespace engine {

namespace {

/// A version that may bind the case, with the case bound to it.
struct Bound {
    const library::Version* version = nullptr;
    cases::Case records;
};

/// The versions that the case names, or one of each procedure of the library.
std::vector<const library::Version*> candidates(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options,
                                                diag::Sink& sink) {
    std::optional<std::string> label = options.version;
    if (!label && !records.heading.version.empty()) label = std::string(records.heading.version);
    std::optional<base::Day> day_wanted = day(options.on);
    if (!day_wanted) day_wanted = records.heading.start;
    if (!day_wanted) day_wanted = records.heading.as_of;

    std::vector<const library::Version*> chosen;
    for (const std::string_view name : records.heading.procedures) {
        const library::Version* version = library::choose(rules, name, label, day_wanted, records.source, {}, sink);
        if (version != nullptr && std::find(chosen.begin(), chosen.end(), version) == chosen.end()) chosen.push_back(version);
    }
    if (!records.heading.procedures.empty()) return chosen;
    for (const std::string_view name : rules.names()) {
        diag::Sink none_in_force;  // a procedure that was not in force simply does not bind
        if (const auto* version = library::choose(rules, name, label, day_wanted, nullptr, {}, none_in_force)) chosen.push_back(version);
    }
    if (chosen.empty()) sink.error("L009", records.source, {});
    return chosen;
}

/// Whether the two say the same of the same places.
bool same_places(const diag::Sink& a, const diag::Sink& b) {
    const auto same = [](const diag::Diagnostic& left, const diag::Diagnostic& right) {
        return left.code == right.code && left.span.begin == right.span.begin && left.arguments == right.arguments;
    };
    return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end(), same);
}

/// Binds the records to each candidate. Where the case names no procedure, one that its records don't fit does not bind it.
std::vector<Bound> bind_all(const std::vector<const library::Version*>& versions, const Case::Impl& records, diag::Sink& sink) {
    const bool named = !records.heading.procedures.empty();
    std::vector<Bound> bound;
    diag::Sink misfits;
    for (const library::Version* version : versions) {
        std::vector<const model::Procedure*> beside;
        if (named) {
            for (const library::Version* other : versions) {
                if (other != version) beside.push_back(other->model.get());
            }
        }
        diag::Sink own;
        auto value = cases::bind(records.tape, records.source, *version->model, own, beside);
        if (value) {
            bound.push_back({version, std::move(*value)});
            if (named) sink.append(own);
        } else {
            // What is wrong with the file itself is said once, not once for each procedure it was held against.
            if (named || !misfits.has_errors() || !same_places(misfits, own)) (named ? sink : misfits).append(own);
        }
    }
    if (bound.empty() && !sink.has_errors()) sink.append(misfits);
    return bound;
}

}  // namespace

std::vector<Verdict> judge(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options, diag::Sink& sink) {
    std::vector<Verdict> verdicts;
    const auto versions = candidates(rules, records, options, sink);
    if (sink.has_errors()) return verdicts;
    const auto bound = bind_all(versions, records, sink);
    if (sink.has_errors()) return verdicts;
    const bool named = !records.heading.procedures.empty();
    std::vector<Verdict> not_applicable;
    for (const Bound& each : bound) {
        verdict::Verdict value = eval::explain(*each.version->program, each.records, calendar_in_use(), day(options.as_of));
        value.engine = "guicheng " GUICHENG_VERSION;
        const bool applies = value.status != verdict::CaseStatus::not_applicable;
        (named || applies ? verdicts : not_applicable).push_back(wrap(std::move(value), each.version->model));
    }
    // A case that no procedure binds is shown why.
    return verdicts.empty() ? not_applicable : verdicts;
}

const calendar::Calendar& calendar_in_use() {
    return calendar::built_in();
}

}  // namespace engine

std::vector<Verdict> evaluate(const Library& library, const Case& records, const EvaluateOptions& options) {
    diag::Sink sink;
    auto verdicts = engine::judge(detail::Access::of(library).rules, detail::Access::of(records), options, sink);
    if (sink.has_errors()) throw engine::error_of(sink, options.language);
    return verdicts;
}

}  // namespace guicheng
