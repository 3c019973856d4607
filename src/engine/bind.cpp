#include "engine/bind.hpp"

#include <algorithm>
#include <utility>

#include "cases/binder.hpp"
#include "cases/heading.hpp"
#include "eval/judge.hpp"

namespace guicheng::engine {

namespace {

using Versions = std::vector<const library::Version*>;

/// Binds the case to one version beside the others of the list.
std::optional<cases::Case> bind_beside(const library::Version& version, const Versions& others, const Case::Impl& records,
                                       diag::Sink& sink) {
    std::vector<const model::Procedure*> beside;
    for (const library::Version* other : others) {
        if (other != &version) beside.push_back(other->model.get());
    }
    return cases::bind(records.tape, records.source, *version.model, sink, beside, {}, records.standing.get());
}

/// Whether the two say the same of the same places.
bool same_places(const diag::Sink& a, const diag::Sink& b) {
    const auto same = [](const diag::Diagnostic& left, const diag::Diagnostic& right) {
        return left.code == right.code && left.span.begin == right.span.begin && left.arguments == right.arguments;
    };
    return std::equal(a.entries().begin(), a.entries().end(), b.entries().begin(), b.entries().end(), same);
}

/// The versions that bind beside each other and nothing else; who relied on one that falls out falls out, too.
std::vector<Bound> bind_together(Versions versions, const Case::Impl& records) {
    for (;;) {
        std::vector<Bound> bound;
        Versions left;
        for (const library::Version* version : versions) {
            diag::Sink own;
            auto value = bind_beside(*version, versions, records, own);
            if (!value) continue;
            bound.push_back({version, std::move(*value), std::move(own)});
            left.push_back(version);
        }
        if (left.size() == versions.size()) return bound;
        versions = std::move(left);
    }
}

/// Whether one of the records is of a step, event or finding of the procedure.
bool knows_some(const model::Procedure& procedure, const std::vector<std::string_view>& names) {
    const auto known = [&](const auto& things) {
        return std::any_of(things.begin(), things.end(),
                           [&](const auto& thing) { return std::find(names.begin(), names.end(), thing.name) != names.end(); });
    };
    return known(procedure.steps) || known(procedure.events) || known(procedure.findings);
}

enum class Applies { yes, unsaid, no };

Applies applies(const library::Version& version, const cases::Case& records, const calendar::Calendar& calendar,
                std::optional<base::Day> as_of) {
    const verdict::Verdict value = eval::explain(*version.program, records, calendar, as_of);
    if (value.status == verdict::CaseStatus::not_applicable) return Applies::no;
    return value.applies && value.applies->result == verdict::Result::satisfied ? Applies::yes : Applies::unsaid;
}

}  // namespace

std::vector<Bound> bind_named(const Versions& versions, const Case::Impl& records, diag::Sink& sink) {
    std::vector<Bound> bound;
    for (const library::Version* version : versions) {
        diag::Sink own;
        if (auto value = bind_beside(*version, versions, records, own)) {
            bound.push_back({version, std::move(*value), std::move(own)});
        } else {
            sink.append(own);
        }
    }
    return bound;
}

std::vector<Bound> bind_found(const Versions& versions, const Case::Impl& records, const calendar::Calendar& calendar,
                              std::optional<base::Day> as_of, diag::Sink& sink) {
    if (!cases::check_top_keys(records.tape, records.source, sink)) return {};
    std::vector<Bound> alone;
    diag::Sink misfits;
    for (const library::Version* version : versions) {
        diag::Sink own;
        if (auto value = bind_beside(*version, {}, records, own)) {
            alone.push_back({version, std::move(*value), std::move(own)});
        } else if (!misfits.has_errors() || !same_places(misfits, own)) {
            // What is wrong with the file itself is said once, not once for each procedure it was held against.
            misfits.append(own);
        }
    }
    if (alone.size() == versions.size()) return alone;

    const auto fits_alone = [&](const library::Version* version) {
        return std::any_of(alone.begin(), alone.end(), [&](const Bound& each) { return each.version == version; });
    };
    const auto names = cases::recorded_names(records.tape);
    Versions related;
    for (const library::Version* version : versions) {
        if (fits_alone(version) || knows_some(*version->model, names)) related.push_back(version);
    }
    Versions binding;  // in the order of the library
    Versions possible;
    for (const library::Version* version : related) {
        Applies held = Applies::unsaid;
        if (!fits_alone(version)) {
            diag::Sink own;
            const auto value = bind_beside(*version, related, records, own);
            if (!value) continue;
            held = applies(*version, *value, calendar, as_of);
        }
        if (fits_alone(version) || held == Applies::yes) binding.push_back(version);
        if (held != Applies::no) possible.push_back(version);
    }
    auto bound = bind_together(binding, records);
    if (bound.empty()) bound = bind_together(possible, records);
    if (bound.empty()) sink.append(misfits);
    return bound;
}

}  // namespace guicheng::engine
