#pragma once
// The fixed names of a verdict's enumerations: snake_case English, as they stand in JSON. They never change with the language
// in which a verdict is shown.
#include <optional>
#include <string_view>

#include "verdict/verdict.hpp"

namespace guicheng::verdict {

/// The name of an enumerator; empty for a number that is none.
std::string_view name(Result);
std::string_view name(Status);
std::string_view name(Outcome);
std::string_view name(CaseStatus);
std::string_view name(Why);
std::string_view name(MissingKind);
std::string_view name(Disregarded);
std::string_view name(Answer);
std::string_view name(Relation);
std::string_view name(Measure);
std::string_view name(CauseKind);
std::string_view name(StepState);
std::string_view name(NoteKind);
std::string_view name(AsOfSource);
std::string_view name(model::Type);
std::string_view name(model::RequirementKind);
std::string_view name(model::Modality);
std::string_view name(model::Effect);
std::string_view name(model::Sanction);
std::string_view name(model::Denominator);
std::string_view name(base::Comparison);
std::string_view name(calendar::Unit);
std::string_view name(calendar::Profile);

/// The enumerator of that name; nothing where there is none. Every enumeration counts from 0 without gaps.
template <class Enum>
std::optional<Enum> from_name(std::string_view text) {
    for (std::uint8_t i = 0;; ++i) {
        const auto candidate = name(static_cast<Enum>(i));
        if (candidate.empty()) return std::nullopt;
        if (candidate == text) return static_cast<Enum>(i);
    }
}

}  // namespace guicheng::verdict
