#include "model/forms.hpp"

#include "syntax/keywords.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Position;
using syntax::QuantityUnit;

std::optional<BallotForm> ballot_form_of(std::string_view word) {
    const auto keyword = syntax::find_keyword(word, Position::ballot);
    if (keyword == Keyword::secret) return BallotForm::secret;
    if (keyword == Keyword::by_name) return BallotForm::named;
    if (keyword == Keyword::show_of_hands) return BallotForm::show_of_hands;
    if (keyword == Keyword::open) return BallotForm::open;
    if (keyword == Keyword::written_ballot) return BallotForm::written_ballot;
    if (keyword == Keyword::acclamation) return BallotForm::acclamation;
    return std::nullopt;
}

std::optional<Form> form_of(std::string_view word) {
    const auto keyword = syntax::find_keyword(word, Position::act_form);
    if (keyword == Keyword::meeting) return Form::meeting;
    if (keyword == Keyword::circulation) return Form::circulation;
    if (keyword == Keyword::countersign) return Form::countersign;
    if (keyword == Keyword::put_up) return Form::posting;
    if (keyword == Keyword::written) return Form::written;
    if (keyword == Keyword::other) return Form::other;
    return std::nullopt;
}

std::optional<calendar::Profile> profile_of(std::string_view word) {
    const auto keyword = syntax::find_keyword(word, Position::profile);
    if (keyword == Keyword::civil_code) return calendar::Profile::civil_code;
    if (keyword == Keyword::no_roll) return calendar::Profile::no_roll;
    if (keyword == Keyword::first_day_counts) return calendar::Profile::first_day_counted;
    if (keyword == Keyword::clear_days) return calendar::Profile::clear_days;
    if (keyword == Keyword::licence_law) return calendar::Profile::licence_law;
    if (keyword == Keyword::penalty_law) return calendar::Profile::penalty_law;
    if (keyword == Keyword::compulsion_law) return calendar::Profile::compulsion_law;
    if (keyword == Keyword::review_law) return calendar::Profile::review_law;
    if (keyword == Keyword::roll_all) return calendar::Profile::roll_all;
    return std::nullopt;
}

std::optional<calendar::Unit> unit_of(QuantityUnit unit) {
    switch (unit) {
        case QuantityUnit::none: return std::nullopt;
        case QuantityUnit::day: return calendar::Unit::days;
        case QuantityUnit::working_day: return calendar::Unit::working_days;
        case QuantityUnit::week: return calendar::Unit::weeks;
        case QuantityUnit::month: return calendar::Unit::months;
        case QuantityUnit::year: return calendar::Unit::years;
    }
    return std::nullopt;
}

}  // namespace guicheng::model
