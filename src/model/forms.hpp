#pragma once
// The closed vocabularies of an act: its form, the form of a ballot, a counting profile.
#include <optional>
#include <string_view>

#include "model/procedure.hpp"
#include "syntax/tree.hpp"

namespace guicheng::model {

/// Nothing for any other word.
std::optional<BallotForm> ballot_form_of(std::string_view word);
std::optional<Form> form_of(std::string_view word);
std::optional<calendar::Profile> profile_of(std::string_view word);
/// Nothing where the quantity is no period.
std::optional<calendar::Unit> unit_of(syntax::QuantityUnit unit);

}  // namespace guicheng::model
