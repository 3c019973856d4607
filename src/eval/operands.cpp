// What conditions read: the matter, parameters, findings, arithmetic, dates (judging, section 8).
#include "eval/run.hpp"

namespace guicheng::eval {

using model::ExprKind;
using verdict::MissingKind;
using verdict::Outcome;
using verdict::Status;

Value Run::matter(std::uint16_t field) {
    if (field < case_.matter.size() && case_.matter[field].known) return known(case_.matter[field].v);
    gap(MissingKind::matter_field, model_.fields[field].name);
    return {};
}

/// The latest value set from a day not after t; without t only values that hold from the beginning.
Value Run::parameter(std::uint16_t parameter) {
    const cases::ParameterValue* latest = nullptr;
    for (const auto& set : case_.parameters) {
        if (set.parameter.value != parameter) continue;
        if (set.has_from && !(at_.dated && set.from <= at_.moment.day)) continue;
        if (latest == nullptr || !set.has_from || !latest->has_from || latest->from <= set.from) latest = &set;
    }
    if (latest != nullptr && latest->value.known) return known(latest->value.v);
    if (const auto* tried = assumed(parameter)) return *tried;
    gap(MissingKind::parameter, model_.parameters[parameter].field.name);
    return {};
}

/// The latest act of the finding by a competent body; one by another body stands for nothing, one that lacks its body, date or
/// conclusion stands as unknown.
std::uint32_t Run::standing_finding(std::uint16_t finding) const {
    auto at = s_.findings[finding];
    while (at != no_index && !may_stand(finding, case_.acts[at])) at = s_.earlier[at];
    return at;
}

/// A body that may make the finding, or none named.
bool Run::may_stand(std::uint16_t finding, const cases::Act& act) const {
    const auto& row = program_.findings[finding];
    if (row.actors.empty() || (!act.actor && act.actor_text == cases::Act::no_text)) return true;
    if (!act.actor) return false;
    for (auto i = row.actors.begin; i < row.actors.end; ++i)
        if (program_.step_actors[i] == act.actor.value) return true;
    return false;
}

Value Run::finding(std::uint16_t finding) {
    const auto& row = program_.findings[finding];
    const auto at = standing_finding(finding);
    if (at == no_index) {
        if (row.has_none_value && !case_.record_incomplete) return known(row.none_value);
        gap(MissingKind::finding, model_.findings[finding].name);
        return {};
    }
    const auto& act = case_.acts[at];
    if (!row.actors.empty() && !act.actor)
        gap_of_act(MissingKind::actor, {at, no_index});
    else if (!act.dated)
        gap_of_act(MissingKind::act_date, {at, no_index});
    else if (act.fields_begin >= case_.record_fields.size() || !case_.record_fields[act.fields_begin].known)
        gap(MissingKind::conclusion, model_.findings[finding].name);
    else
        return known(case_.record_fields[act.fields_begin].v);
    return {};
}

/// P 已办: the attempt that stands is valid or flawed by now and was not lost.
Value Run::step_done(std::uint16_t step) {
    const auto standing = s_.steps[step].standing;
    if (standing == no_index) {
        if (!case_.record_incomplete) return known(0);
        gap(MissingKind::record_incomplete, "");
        return {};
    }
    const auto status = status_now(standing);
    const auto outcome = s_.attempts[standing].outcome;
    if (status == Status::void_) return known(0);
    if (status == Status::undetermined || status == Status::pending || outcome == Outcome::open) {
        gap(MissingKind::step_undetermined, step_name(step));
        return {};
    }
    return known(outcome == Outcome::lost ? 0 : 1);
}

Value Run::overflow() {
    gap(MissingKind::overflow, "");
    return {};
}

Value Run::arithmetic(const Node& node) {
    const auto left = value(node.left);
    const auto right = value(node.right);
    if (!left.known || !right.known) return {};
    std::int64_t out = 0;
    bool over = false;
    if (node.kind == ExprKind::add)
        over = __builtin_add_overflow(left.v, right.v, &out);
    else if (node.kind == ExprKind::subtract)
        over = __builtin_sub_overflow(left.v, right.v, &out);
    else
        over = __builtin_mul_overflow(left.v, right.v, &out);
    return over ? overflow() : known(out);
}

/// Nothing where the date or the period is not known.
std::optional<Run::Shift> Run::shift_of(const Node& node) {
    const auto left = value(node.left);
    const auto& right = program_.nodes[node.right];
    Shift out{left.v, right.value, right.unit, node.kind == ExprKind::subtract_period};
    bool period_known = true;
    if (right.kind != ExprKind::period) {
        const auto found = value(node.right);
        period_known = found.known;
        if (found.known) {
            const auto period = case_.periods[static_cast<std::size_t>(found.v)];
            out.unit = period.unit;
            out.amount = period.amount;
        }
    }
    return left.known && period_known ? std::optional(out) : std::nullopt;
}

Value Run::shift_date(const Node& node) {
    const auto shift = shift_of(node);
    spread_.reset();
    return shift ? shifted(*shift) : Value{};
}

Value Run::shifted(const Shift& shift) {
    if (!within_days(shift.from) || !within_days(shift.amount)) return overflow();
    const auto signed_amount = shift.back ? -shift.amount : shift.amount;
    const base::Day day{static_cast<std::int32_t>(shift.from)};
    std::int64_t days = signed_amount;
    switch (shift.unit) {
        case calendar::Unit::days: break;
        case calendar::Unit::weeks: days = signed_amount * 7; break;
        case calendar::Unit::months:
        case calendar::Unit::years: {
            const auto months = shift.unit == calendar::Unit::years ? signed_amount * 12 : signed_amount;
            if (!within_days(months)) return overflow();
            const auto found = calendar::add_months(day, static_cast<std::int32_t>(months));
            return within_days(found.number) ? known(found.number) : overflow();
        }
        case calendar::Unit::working_days: {
            const bool back = signed_amount < 0;
            const auto count = static_cast<std::int32_t>(back ? -signed_amount : signed_amount);
            const auto found = back ? calendar_.nth_working_day_before(day, count) : calendar_.nth_working_day_after(day, count);
            if (found.known()) return known(found.day.number);
            spread_ = Spread{found.day.number, found.day.number, !back, back};
            gap(MissingKind::calendar_year, "", found.missing_year);
            return {};
        }
    }
    return within_days(shift.from + days) ? known(shift.from + days) : overflow();
}

Value Run::days_between(const Node& node) {
    const auto left = value(node.left);
    const auto right = value(node.right);
    spread_.reset();
    if (!left.known || !right.known) return {};
    if (!within_days(left.v) || !within_days(right.v)) return overflow();
    if (node.kind == ExprKind::days_between) return known(right.v - left.v);
    const base::Day after{static_cast<std::int32_t>(left.v)};
    const base::Day through{static_cast<std::int32_t>(right.v)};
    const auto count = calendar_.working_days(after, through);
    if (count.exact()) return known(count.low);
    spread_ = Spread{count.low, count.high};
    gap(MissingKind::calendar_year, "", calendar_.first_uncovered(after, through));
    return {};
}

}  // namespace guicheng::eval
