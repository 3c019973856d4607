// How the days within conditions were counted (judging, section 12). Nothing here decides anything.
#include "eval/run.hpp"

namespace guicheng::eval {

using base::Day;
using calendar::Profile;
using calendar::Unit;
using model::ExprKind;
using verdict::Counting;

/// Of 日数, 工作日数 and of a date plus or less a period; nothing where a part is not known or no day is counted.
std::optional<Counting> Run::counting_of(program::ExprIndex expression) {
    const auto kind = program_.nodes[expression].kind;
    const auto before = mark();
    std::optional<Counting> out;
    if (kind == ExprKind::days_between || kind == ExprKind::working_days_between)
        out = counting_between(expression);
    else if (kind == ExprKind::add_period || kind == ExprKind::subtract_period)
        out = counting_shifted(expression);
    restore(before);
    return out;
}

std::optional<Counting> Run::counting_between(program::ExprIndex expression) {
    const auto& node = program_.nodes[expression];
    const auto from = value(node.left);
    const auto through = value(node.right);
    if (!from.known || !through.known || !within_days(from.v) || !within_days(through.v) || from.v >= through.v) return std::nullopt;
    Counting out{Day{static_cast<std::int32_t>(from.v)}, Day{static_cast<std::int32_t>(through.v)}};
    out.unit = node.kind == ExprKind::days_between ? Unit::days : Unit::working_days;
    if (!value(expression).known) {
        out.least = spread_->low;
        out.most = spread_->high;
    }
    return out;
}

/// Counted back, the day that is found is the first of those counted, and the day from which is counted is none of them. A day that is not
/// known is shown as far as it is certain.
std::optional<Counting> Run::counting_shifted(program::ExprIndex expression) {
    const auto shift = shift_of(program_.nodes[expression]);
    if (!shift || shift->amount <= 0) return std::nullopt;
    const auto found = value(expression);
    if (!found.known && !spread_) return std::nullopt;
    const Day origin{static_cast<std::int32_t>(shift->from)};
    const Day day{static_cast<std::int32_t>(found.known ? found.v : spread_->low)};
    if (shift->back) return Counting{day, origin - 1, shift->unit, Profile::first_day_counted};
    Counting out{origin, day, shift->unit, Profile::no_roll};
    if (found.known) out.last_day = day;
    return out;
}

}  // namespace guicheng::eval
