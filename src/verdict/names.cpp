#include "verdict/names.hpp"

namespace guicheng::verdict {

std::string_view name(Result value) {
    switch (value) {
        case Result::satisfied: return "satisfied";
        case Result::violated: return "violated";
        case Result::excused: return "excused";
        case Result::pending: return "pending";
        case Result::undetermined: return "undetermined";
        case Result::unregulated: return "unregulated";
        case Result::not_applicable: return "not_applicable";
        case Result::not_reached: return "not_reached";
    }
    return {};
}

std::string_view name(Status value) {
    switch (value) {
        case Status::valid: return "valid";
        case Status::flawed: return "flawed";
        case Status::void_: return "void";
        case Status::pending: return "pending";
        case Status::undetermined: return "undetermined";
    }
    return {};
}

std::string_view name(Outcome value) {
    switch (value) {
        case Outcome::none: return "none";
        case Outcome::carried: return "carried";
        case Outcome::lost: return "lost";
        case Outcome::open: return "open";
    }
    return {};
}

std::string_view name(CaseStatus value) {
    switch (value) {
        case CaseStatus::valid: return "valid";
        case CaseStatus::flawed: return "flawed";
        case CaseStatus::void_: return "void";
        case CaseStatus::in_progress: return "in_progress";
        case CaseStatus::undetermined: return "undetermined";
        case CaseStatus::not_applicable: return "not_applicable";
    }
    return {};
}

std::string_view name(Why value) {
    switch (value) {
        case Why::none: return "none";
        case Why::condition_false: return "condition_false";
        case Why::exception_true: return "exception_true";
        case Why::not_in_force: return "not_in_force";
        case Why::no_act: return "no_act";
        case Why::skipped: return "skipped";
    }
    return {};
}

std::string_view name(MissingKind value) {
    switch (value) {
        case MissingKind::matter_field: return "matter_field";
        case MissingKind::parameter: return "parameter";
        case MissingKind::finding: return "finding";
        case MissingKind::conclusion: return "conclusion";
        case MissingKind::roll: return "roll";
        case MissingKind::act_date: return "act_date";
        case MissingKind::act_count: return "act_count";
        case MissingKind::act_field: return "act_field";
        case MissingKind::ballot_form: return "ballot_form";
        case MissingKind::actor: return "actor";
        case MissingKind::contents: return "contents";
        case MissingKind::minutes: return "minutes";
        case MissingKind::materials: return "materials";
        case MissingKind::end_date: return "end_date";
        case MissingKind::calendar_year: return "calendar_year";
        case MissingKind::record_incomplete: return "record_incomplete";
        case MissingKind::overflow: return "overflow";
        case MissingKind::step_undetermined: return "step_undetermined";
        case MissingKind::proxy_rule: return "proxy_rule";
        case MissingKind::remote_rule: return "remote_rule";
        case MissingKind::form: return "form";
        case MissingKind::step_not_taken: return "step_not_taken";
        case MissingKind::step_void: return "step_void";
        case MissingKind::step_withdrawn: return "step_withdrawn";
        case MissingKind::persons: return "persons";
        case MissingKind::signatures: return "signatures";
        case MissingKind::delegated_amount: return "delegated_amount";
    }
    return {};
}

std::string_view name(Disregarded value) {
    switch (value) {
        case Disregarded::none: return "none";
        case Disregarded::not_competent: return "not_competent";
    }
    return {};
}

std::string_view name(Answer value) {
    switch (value) {
        case Answer::no: return "no";
        case Answer::unknown: return "unknown";
        case Answer::yes: return "yes";
    }
    return {};
}

std::string_view name(Relation value) {
    switch (value) {
        case Relation::less: return "less";
        case Relation::less_equal: return "less_equal";
        case Relation::equal: return "equal";
        case Relation::not_equal: return "not_equal";
        case Relation::greater_equal: return "greater_equal";
        case Relation::greater: return "greater";
        case Relation::one_of: return "one_of";
        case Relation::contains: return "contains";
        case Relation::is_true: return "is_true";
        case Relation::recorded: return "recorded";
        case Relation::done: return "done";
        case Relation::exists: return "exists";
        case Relation::every: return "every";
    }
    return {};
}

std::string_view name(Measure value) {
    switch (value) {
        case Measure::none: return "none";
        case Measure::persons: return "persons";
        case Measure::votes: return "votes";
        case Measure::days: return "days";
        case Measure::working_days: return "working_days";
        case Measure::months: return "months";
        case Measure::years: return "years";
        case Measure::weeks: return "weeks";
        case Measure::money: return "money";
        case Measure::integer: return "integer";
        case Measure::date: return "date";
    }
    return {};
}

std::string_view name(CauseKind value) {
    switch (value) {
        case CauseKind::not_attempted: return "not_attempted";
        case CauseKind::too_late: return "too_late";
        case CauseKind::void_: return "void";
        case CauseKind::lost: return "lost";
        case CauseKind::undetermined: return "undetermined";
        case CauseKind::undated: return "undated";
        case CauseKind::condition: return "condition";
        case CauseKind::suspended: return "suspended";
        case CauseKind::charged: return "charged";
        case CauseKind::withdrawn: return "withdrawn";
        case CauseKind::returned: return "returned";
        case CauseKind::incomplete: return "incomplete";
        case CauseKind::same_person: return "same_person";
    }
    return {};
}

std::string_view name(StepState value) {
    switch (value) {
        case StepState::done: return "done";
        case StepState::attempted: return "attempted";
        case StepState::owed: return "owed";
        case StepState::not_yet: return "not_yet";
        case StepState::skipped: return "skipped";
        case StepState::optional: return "optional";
        case StepState::undetermined: return "undetermined";
        case StepState::closed_off: return "closed_off";
    }
    return {};
}

std::string_view name(NoteKind value) {
    switch (value) {
        case NoteKind::after_as_of: return "after_as_of";
        case NoteKind::superseded: return "superseded";
        case NoteKind::unknown_event: return "unknown_event";
        case NoteKind::not_competent: return "not_competent";
    }
    return {};
}

std::string_view name(AsOfSource value) {
    switch (value) {
        case AsOfSource::given: return "given";
        case AsOfSource::case_file: return "case_file";
        case AsOfSource::closed: return "closed";
        case AsOfSource::last_record: return "last_record";
    }
    return {};
}

std::string_view name(model::Type value) {
    switch (value) {
        case model::Type::boolean: return "boolean";
        case model::Type::integer: return "integer";
        case model::Type::money: return "money";
        case model::Type::date: return "date";
        case model::Type::choice: return "choice";
        case model::Type::list: return "list";
        case model::Type::text: return "text";
        case model::Type::person: return "person";
        case model::Type::share: return "share";
        case model::Type::period: return "period";
        case model::Type::outcome: return "outcome";
        case model::Type::days: return "days";
        case model::Type::working_days: return "working_days";
    }
    return {};
}

std::string_view name(model::RequirementKind value) {
    switch (value) {
        case model::RequirementKind::order: return "order";
        case model::RequirementKind::inherited: return "inherited";
        case model::RequirementKind::actor: return "actor";
        case model::RequirementKind::form: return "form";
        case model::RequirementKind::owed: return "owed";
        case model::RequirementKind::attendance: return "attendance";
        case model::RequirementKind::approval: return "approval";
        case model::RequirementKind::tally: return "tally";
        case model::RequirementKind::roll: return "roll";
        case model::RequirementKind::declared: return "declared";
        case model::RequirementKind::ballot_form: return "ballot_form";
        case model::RequirementKind::proxy: return "proxy";
        case model::RequirementKind::remote: return "remote";
        case model::RequirementKind::body_size: return "body_size";
        case model::RequirementKind::composition: return "composition";
        case model::RequirementKind::term: return "term";
        case model::RequirementKind::separation: return "separation";
        case model::RequirementKind::signatures: return "signatures";
        case model::RequirementKind::sign_order: return "sign_order";
        case model::RequirementKind::signers: return "signers";
        case model::RequirementKind::seals: return "seals";
        case model::RequirementKind::materials: return "materials";
        case model::RequirementKind::posting_length: return "posting_length";
        case model::RequirementKind::posting_contents: return "posting_contents";
        case model::RequirementKind::minutes: return "minutes";
        case model::RequirementKind::deadline: return "deadline";
        case model::RequirementKind::free_form: return "free_form";
        case model::RequirementKind::choice: return "choice";
    }
    return {};
}

std::string_view name(model::Modality value) {
    switch (value) {
        case model::Modality::must: return "must";
        case model::Modality::must_not: return "must_not";
        case model::Modality::should: return "should";
        case model::Modality::may: return "may";
    }
    return {};
}

std::string_view name(model::Effect value) {
    switch (value) {
        case model::Effect::none: return "none";
        case model::Effect::void_: return "void";
        case model::Effect::not_accepted: return "not_accepted";
        case model::Effect::curable: return "curable";
    }
    return {};
}

std::string_view name(model::Sanction value) {
    switch (value) {
        case model::Sanction::none: return "none";
        case model::Sanction::accountability: return "accountability";
        case model::Sanction::return_to: return "return_to";
        case model::Sanction::correction: return "correction";
        case model::Sanction::start: return "start";
        case model::Sanction::notice_of_criticism: return "notice_of_criticism";
    }
    return {};
}

std::string_view name(model::Denominator value) {
    switch (value) {
        case model::Denominator::none: return "none";
        case model::Denominator::entitled: return "entitled";
        case model::Denominator::present: return "present";
        case model::Denominator::whole: return "whole";
        case model::Denominator::cast: return "cast";
        case model::Denominator::valid_ballots: return "valid_ballots";
        case model::Denominator::registered: return "registered";
    }
    return {};
}

std::string_view name(base::Comparison value) {
    switch (value) {
        case base::Comparison::less: return "less";
        case base::Comparison::less_equal: return "less_equal";
        case base::Comparison::equal: return "equal";
        case base::Comparison::not_equal: return "not_equal";
        case base::Comparison::greater_equal: return "greater_equal";
        case base::Comparison::greater: return "greater";
    }
    return {};
}

std::string_view name(calendar::Unit value) {
    switch (value) {
        case calendar::Unit::days: return "days";
        case calendar::Unit::working_days: return "working_days";
        case calendar::Unit::months: return "months";
        case calendar::Unit::years: return "years";
        case calendar::Unit::weeks: return "weeks";
    }
    return {};
}

std::string_view name(calendar::Profile value) {
    switch (value) {
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
    return {};
}

}  // namespace guicheng::verdict
