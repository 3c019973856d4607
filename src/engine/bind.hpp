#pragma once
// Which procedures bind a case, and the case bound to each.
#include <optional>
#include <vector>

#include "cases/case.hpp"
#include "engine/access.hpp"

namespace guicheng::engine {

/// A version that binds the case, with the case bound to it.
struct Bound {
    const library::Version* version = nullptr;
    cases::Case records;
    diag::Sink said;  ///< warnings about the records
};

/// The versions that the case names: all of them bind it, and what only one of them knows is no mistake to the others.
std::vector<Bound> bind_named(const std::vector<const library::Version*>& versions, const Case::Impl& records, diag::Sink& sink);

/// Of a case that names no procedure: those that its records fit, alone or together with the others that bind it. One that knows only part
/// of the records binds where its 适用 holds; where no procedure knows all of them, also where it is unknown or not written.
std::vector<Bound> bind_found(const std::vector<const library::Version*>& versions, const Case::Impl& records,
                              const calendar::Calendar& calendar, std::optional<base::Day> as_of, diag::Sink& sink);

/// Chooses the versions and binds the case to them, as judge() does; what is odd about the text is in the sink, about the records in
/// `said`.
std::vector<Bound> bind(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options, diag::Sink& sink);
void append_new(diag::Sink& to, const diag::Sink& from);

}  // namespace guicheng::engine
