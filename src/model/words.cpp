#include "model/words.hpp"

namespace guicheng::model {

std::string_view comparison_key(base::Comparison op) {
    switch (op) {
        case base::Comparison::less: return "<";
        case base::Comparison::less_equal: return "<=";
        case base::Comparison::equal: return "=";
        case base::Comparison::not_equal: return "!=";
        case base::Comparison::greater_equal: return ">=";
        case base::Comparison::greater: return ">";
    }
    return "";
}

std::string_view modality_key(Modality modality) {
    switch (modality) {
        case Modality::must: return "must";
        case Modality::must_not: return "must_not";
        case Modality::should: return "should";
        case Modality::may: return "may";
    }
    return "";
}

std::string_view effect_key(Effect effect) {
    switch (effect) {
        case Effect::none: return "none";
        case Effect::void_: return "void";
        case Effect::not_accepted: return "not_accepted";
        case Effect::curable: return "curable";
    }
    return "";
}

std::string_view sanction_key(Sanction sanction) {
    switch (sanction) {
        case Sanction::none: return "none";
        case Sanction::accountability: return "accountability";
        case Sanction::return_to: return "return_to";
        case Sanction::correction: return "correction";
        case Sanction::start: return "start";
        case Sanction::notice_of_criticism: return "notice_of_criticism";
    }
    return "";
}

std::string_view profile_key(calendar::Profile profile) {
    switch (profile) {
        case calendar::Profile::civil_code: return "civil_code";
        case calendar::Profile::no_roll: return "no_roll";
        case calendar::Profile::first_day_counted: return "first_day_counted";
        case calendar::Profile::clear_days: return "clear_days";
        case calendar::Profile::licence_law: return "licence_law";
        case calendar::Profile::penalty_law: return "penalty_law";
        case calendar::Profile::compulsion_law: return "compulsion_law";
        case calendar::Profile::review_law: return "review_law";
        case calendar::Profile::roll_all: return "roll_all";
    }
    return "";
}

std::string_view denominator_key(Denominator denominator) {
    switch (denominator) {
        case Denominator::none: return "none";
        case Denominator::entitled: return "entitled";
        case Denominator::present: return "present";
        case Denominator::whole: return "whole";
        case Denominator::cast: return "cast";
        case Denominator::valid_ballots: return "valid_ballots";
        case Denominator::registered: return "registered";
    }
    return "";
}

std::string_view unit_key(calendar::Unit unit) {
    switch (unit) {
        case calendar::Unit::days: return "days";
        case calendar::Unit::working_days: return "working_days";
        case calendar::Unit::months: return "months";
        case calendar::Unit::years: return "years";
        case calendar::Unit::weeks: return "weeks";
    }
    return "";
}

std::string_view lost_key(LostVote lost) {
    switch (lost) {
        case LostVote::nothing: return "nothing";
        case LostVote::return_to: return "return_to";
        case LostVote::end: return "end";
        case LostVote::suspend: return "suspend";
    }
    return "";
}

std::string_view form_key(Form form) {
    switch (form) {
        case Form::none: return "none";
        case Form::meeting: return "meeting";
        case Form::circulation: return "circulation";
        case Form::countersign: return "countersign";
        case Form::posting: return "posting";
        case Form::written: return "written";
        case Form::other: return "other";
    }
    return "";
}

std::string_view ballot_key(BallotForm form) {
    switch (form) {
        case BallotForm::none: return "none";
        case BallotForm::secret: return "secret";
        case BallotForm::named: return "named";
        case BallotForm::show_of_hands: return "show_of_hands";
        case BallotForm::open: return "open";
        case BallotForm::written_ballot: return "written_ballot";
        case BallotForm::acclamation: return "acclamation";
    }
    return "";
}

std::string_view type_key(Type type) {
    switch (type) {
        case Type::boolean: return "boolean";
        case Type::integer: return "integer";
        case Type::money: return "money";
        case Type::date: return "date";
        case Type::choice: return "choice";
        case Type::list: return "list";
        case Type::text: return "text";
        case Type::person: return "person";
        case Type::share: return "share";
        case Type::period: return "period";
        case Type::outcome: return "outcome";
        case Type::days: return "days";
        case Type::working_days: return "working_days";
    }
    return "";
}

std::string_view attribute_key(Attribute attribute) {
    switch (attribute) {
        case Attribute::date: return "date";
        case Attribute::start: return "start";
        case Attribute::end: return "end";
        case Attribute::actor: return "by";
        case Attribute::entitled: return "entitled";
        case Attribute::present: return "present";
        case Attribute::yes: return "yes";
        case Attribute::no: return "no";
        case Attribute::abstain: return "abstain";
        case Attribute::other: return "other";
        case Attribute::spoiled: return "spoiled";
        case Attribute::registered: return "registered";
        case Attribute::ballot_form: return "ballot_form";
        case Attribute::materials: return "materials";
        case Attribute::contents: return "contents";
        case Attribute::minutes: return "minutes";
        case Attribute::form: return "form";
        case Attribute::place: return "place";
        case Attribute::outcome: return "outcome";
        case Attribute::declared: return "declared";
        case Attribute::reason: return "reason";
        case Attribute::persons: return "persons";
    }
    return "";
}

std::string_view kind_key(RequirementKind kind) {
    switch (kind) {
        case RequirementKind::order: return "order";
        case RequirementKind::inherited: return "inherited";
        case RequirementKind::actor: return "actor";
        case RequirementKind::form: return "form";
        case RequirementKind::owed: return "owed";
        case RequirementKind::attendance: return "attendance";
        case RequirementKind::approval: return "approval";
        case RequirementKind::tally: return "tally";
        case RequirementKind::roll: return "roll";
        case RequirementKind::declared: return "declared";
        case RequirementKind::ballot_form: return "ballot_form";
        case RequirementKind::proxy: return "proxy";
        case RequirementKind::remote: return "remote";
        case RequirementKind::body_size: return "body_size";
        case RequirementKind::composition: return "composition";
        case RequirementKind::term: return "term";
        case RequirementKind::separation: return "separation";
        case RequirementKind::signatures: return "signatures";
        case RequirementKind::sign_order: return "sign_order";
        case RequirementKind::signers: return "signers";
        case RequirementKind::seals: return "seals";
        case RequirementKind::materials: return "materials";
        case RequirementKind::posting_length: return "posting_length";
        case RequirementKind::posting_contents: return "posting_contents";
        case RequirementKind::minutes: return "minutes";
        case RequirementKind::deadline: return "deadline";
        case RequirementKind::free_form: return "demand";
        case RequirementKind::choice: return "choice";
    }
    return "";
}

}  // namespace guicheng::model
