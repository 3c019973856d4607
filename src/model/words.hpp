#pragma once
// One stable word for each value of the model's closed sets, for dumps and identities; never shown to people.
#include <string_view>

#include "model/procedure.hpp"

namespace guicheng::model {

std::string_view comparison_key(base::Comparison op);
std::string_view modality_key(Modality modality);
std::string_view effect_key(Effect effect);
std::string_view sanction_key(Sanction sanction);
std::string_view profile_key(calendar::Profile profile);
std::string_view denominator_key(Denominator denominator);
std::string_view unit_key(calendar::Unit unit);
std::string_view lost_key(LostVote lost);
std::string_view form_key(Form form);
std::string_view ballot_key(BallotForm form);
std::string_view type_key(Type type);
std::string_view attribute_key(Attribute attribute);
std::string_view kind_key(RequirementKind kind);

}  // namespace guicheng::model
