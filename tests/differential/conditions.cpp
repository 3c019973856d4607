// Section 8 of the page, part two: conditions and arithmetic over what values.cpp reads.
#include <algorithm>
#include <limits>

#include "differential/judge.hpp"

namespace guicheng::differential {

using model::Expr;
using model::ExprKind;
using model::Type;
using verdict::MissingKind;

void add(Missing& to, const Missing& more) {
    for (const auto& m : more)
        if (std::find(to.begin(), to.end(), m) == to.end()) to.push_back(m);
}

namespace {

const verdict::Missing the_record{MissingKind::record_incomplete, "", 0};

Value missing_of(const Value& a, const Value& b) {
    Value out;
    add(out.missing, a.missing);
    add(out.missing, b.missing);
    return out;
}

Value number(std::int64_t v) {
    Value out;
    out.known = true;
    out.v = v;
    return out;
}

Value in_64_bits(base::Wide v) {
    if (v > std::numeric_limits<std::int64_t>::max() || v < std::numeric_limits<std::int64_t>::min()) {
        Value out;
        out.missing = {{MissingKind::overflow, "", 0}};
        return out;
    }
    return number(static_cast<std::int64_t>(v));
}

}  // namespace

Truth Judge::truth_of(const std::optional<model::Condition>& condition, const Reading& r) const {
    return condition ? settled(condition->expr, r) : Truth{};
}

Truth Judge::truth(model::ExprId id, const Reading& r) const {
    const auto& e = p_.expr(id);
    switch (e.kind) {
        case ExprKind::negate: {
            auto inner = truth(e.left, r);
            inner.is = turned(inner.is);
            return inner;
        }
        case ExprKind::conjunction:
        case ExprKind::disjunction: return junction(e, r);
        case ExprKind::compare: return comparison(e, r);
        case ExprKind::member:
        case ExprKind::contains: return containment(e, r);
        case ExprKind::done: return done(e.step, r);
        case ExprKind::recorded: return {tri(value(e.left, r).known), {}};
        case ExprKind::exists:
        case ExprKind::every: return exists_or_every(e, r);
        case ExprKind::literal:
        case ExprKind::period:
        case ExprKind::matter:
        case ExprKind::parameter:
        case ExprKind::finding:
        case ExprKind::attribute:
        case ExprKind::record_field:
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply:
        case ExprKind::add_period:
        case ExprKind::subtract_period:
        case ExprKind::days_between:
        case ExprKind::working_days_between:
        case ExprKind::count: {
            const auto v = value(id, r);
            if (!v.known) return {made(Fault::unknown_read_as_false) ? Tri::no : Tri::unknown, v.missing};
            return {tri(v.v != 0), {}};
        }
    }
    return {};
}

Truth Judge::junction(const Expr& e, const Reading& r) const {
    const bool all = e.kind == ExprKind::conjunction || made(Fault::or_read_as_and);
    const auto settles = all ? Tri::no : Tri::yes;
    Truth out{turned(settles), {}};
    for (const auto part : e.parts) {
        const auto t = truth(part, r);
        if (t.is == settles) return {settles, {}};
        if (t.is != Tri::unknown) continue;
        out.is = Tri::unknown;
        add(out.missing, t.missing);
    }
    return out;
}

Truth Judge::comparison(const Expr& e, const Reading& r) const {
    const auto a = value(e.left, r);
    const auto b = value(e.right, r);
    if (!a.known || !b.known) return compared_counts(e, a, b);
    const auto type = p_.expr(e.left).type;
    if (type == Type::text || type == Type::person) {
        const auto those = named(b);
        const auto all = named(a);
        const bool shared =
            std::any_of(all.begin(), all.end(), [&](const auto& x) { return std::find(those.begin(), those.end(), x) != those.end(); });
        return {tri(shared == (e.op == base::Comparison::equal)), {}};
    }
    return {tri(base::holds(e.op, a.v, b.v)), {}};
}

Truth Judge::containment(const Expr& e, const Reading& r) const {
    const auto v = value(e.left, r);
    if (!v.known) return {made(Fault::unknown_read_as_false) ? Tri::no : Tri::unknown, v.missing};
    const auto has = [](const auto& list, const auto& x) { return std::find(list.begin(), list.end(), x) != list.end(); };
    const auto type = p_.expr(e.left).type;
    if (e.kind == ExprKind::member) {
        if (type != Type::text && type != Type::person) return {tri(has(e.values, v.v)), {}};
        const auto all = named(v);
        return {tri(std::any_of(all.begin(), all.end(), [&](const auto& name) { return has(e.texts, name); })), {}};
    }
    if (!e.texts.empty())
        return {tri(std::all_of(e.texts.begin(), e.texts.end(), [&](const auto& text) { return has(v.texts, text); })), {}};
    const auto wanted = static_cast<std::uint64_t>(e.value);
    return {tri((static_cast<std::uint64_t>(v.v) & wanted) == wanted), {}};
}

Truth Judge::done(model::StepId id, const Reading& r) const {
    const auto* t = standing(id);
    if (t == nullptr) {
        if (c_.record_incomplete && !made(Fault::incomplete_ignored)) return {Tri::unknown, {the_record}};
        return {Tri::no, {}};
    }
    const Truth undecided{Tri::unknown, {{MissingKind::step_undetermined, step(id).name, 0}}};
    switch (status_seen(*t, r)) {
        case verdict::Status::void_: return {Tri::no, {}};
        case verdict::Status::pending:
        case verdict::Status::undetermined: return undecided;
        case verdict::Status::valid:
        case verdict::Status::flawed: break;
    }
    if (t->outcome == verdict::Outcome::open) return undecided;
    return {tri(t->outcome != verdict::Outcome::lost), {}};
}

/// The acts of that step or event judged so far, whatever became of them.
std::vector<Bound> Judge::acts_of(const Expr& e) const {
    std::vector<Bound> out;
    if (e.step) {
        for (const auto& t : attempts_)
            if (t.step == e.step) out.push_back({t.act, &t});
    } else {
        for (const auto* act : events_)
            if (act->event == e.event) out.push_back({act, nullptr});
    }
    return out;
}

Truth Judge::exists_or_every(const Expr& e, const Reading& r) const {
    const bool every = e.kind == ExprKind::every;
    const auto settles = tri(!every);
    Truth out{turned(settles), {}};
    for (const auto& b : acts_of(e)) {
        auto inner = r;
        inner.bounds.push_back(b);
        const auto t = e.left ? truth(e.left, inner) : Truth{};
        if (t.is == settles) return {settles, {}};
        if (t.is != Tri::unknown) continue;
        out.is = Tri::unknown;
        add(out.missing, t.missing);
    }
    if (out.is != Tri::unknown && c_.record_incomplete && !made(Fault::incomplete_ignored)) return {Tri::unknown, {the_record}};
    return out;
}

/// Every number that the one may be against every number that the other may be, up to where nothing changes any more.
Truth Judge::compared_counts(const Expr& e, const Value& a, const Value& b) const {
    const Truth open{made(Fault::unknown_read_as_false) ? Tri::no : Tri::unknown, missing_of(a, b).missing};
    // Of what has no end on one side: the end that it has, those next to what the other may be, and one beyond all.
    const auto numbers = [](const Value& v, const Value& other) {
        std::vector<std::int64_t> out;
        if (v.known) return std::vector{v.v};
        if (!v.low && !v.high) return out;
        const auto least = v.low.value_or(std::numeric_limits<std::int64_t>::min());
        const auto most = v.high.value_or(std::numeric_limits<std::int64_t>::max());
        if (v.low && v.high) {
            for (auto n = least; n <= most; ++n) out.push_back(n);
            return out;
        }
        out = {least, most};
        for (const auto& x : {other.known ? std::optional(other.v) : std::nullopt, other.low, other.high})
            for (int step = -1; x && step <= 1; ++step)
                if (*x + step >= least && *x + step <= most) out.push_back(*x + step);
        return out;
    };
    const auto left = numbers(a, b);
    const auto right = numbers(b, a);
    if (left.empty() || right.empty() || made(Fault::bounds_not_tried)) return open;
    std::optional<bool> same;
    for (const auto x : left)
        for (const auto y : right) {
            const bool holds = base::holds(e.op, x, y);
            if (same && *same != holds) return open;
            same = holds;
        }
    return {tri(*same), {}};
}

/// The parameters with a closed list that are not set, with the number of their values.
void Judge::open_readings(model::ExprId id, const Reading& r, std::map<std::uint16_t, std::int64_t>& out) const {
    if (!id) return;
    const auto& e = p_.expr(id);
    if (e.kind == ExprKind::parameter && parameter_entry(e.parameter, r) == nullptr) {
        const auto& field = p_.parameters[e.parameter.index()].field;
        if (field.type == Type::boolean) out[e.parameter.value] = 2;
        if (field.type == Type::choice)
            out[e.parameter.value] = static_cast<std::int64_t>(p_.choice_sets[field.choices.index()].names.size());
    }
    open_readings(e.left, r, out);
    open_readings(e.right, r, out);
    for (const auto part : e.parts) open_readings(part, r, out);
}

/// Every combination of their values; none where there are more than 64.
std::vector<Reading> Judge::each_reading(const std::map<std::uint16_t, std::int64_t>& open, const Reading& r) const {
    if (open.empty() || open.size() > 6) return {};
    std::vector<Reading> out{r};
    for (const auto& [parameter, values] : open) {
        std::vector<Reading> next;
        for (const auto& reading : out)
            for (std::int64_t v = 0; v < values; ++v) {
                next.push_back(reading);
                next.back().assumed[parameter] = v;
            }
        out = std::move(next);
        if (out.size() > 64) return {};
    }
    return out;
}

Truth Judge::settled(model::ExprId id, const Reading& r) const {
    const auto found = truth(id, r);
    if (found.is != Tri::unknown || made(Fault::readings_not_tried)) return found;
    std::map<std::uint16_t, std::int64_t> open;
    open_readings(id, r, open);
    std::optional<Tri> same;
    for (const auto& reading : each_reading(open, r)) {
        const auto one = truth(id, reading).is;
        if (one == Tri::unknown || (same && *same != one)) return found;
        same = one;
    }
    return same ? Truth{*same, {}} : found;
}

Value Judge::counted(const Expr& e, const Reading& r) const {
    Value out = number(0);
    std::int64_t open = 0;
    for (const auto& b : acts_of(e)) {
        auto inner = r;
        inner.bounds.push_back(b);
        const auto t = e.left ? truth(e.left, inner) : Truth{};
        if (t.is == Tri::yes) ++out.v;
        if (t.is == Tri::unknown) out.known = false;
        if (t.is == Tri::unknown) ++open;
        if (t.is == Tri::unknown) add(out.missing, t.missing);
    }
    out.low = out.v;
    out.high = out.v + open;
    if (c_.record_incomplete && !made(Fault::incomplete_ignored)) {
        out.known = false;
        out.high.reset();
        out.missing = {the_record};
    }
    return out;
}

Value Judge::value(model::ExprId id, const Reading& r) const {
    const auto& e = p_.expr(id);
    switch (e.kind) {
        case ExprKind::literal: {
            auto out = number(e.value);
            out.text = e.text;
            out.texts = e.texts;
            return out;
        }
        case ExprKind::matter: {
            const auto& field = p_.fields[e.field.index()];
            return typed(field, c_.matter[e.field.index()], {MissingKind::matter_field, field.name, 0});
        }
        case ExprKind::parameter: return parameter(e.parameter, r);
        case ExprKind::finding: return finding(e.finding, r);
        case ExprKind::attribute: return attribute(e, r);
        case ExprKind::record_field: return record_field(e, r);
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::multiply: return arithmetic(e, r);
        case ExprKind::add_period:
        case ExprKind::subtract_period: return shifted(e, r);
        case ExprKind::days_between:
        case ExprKind::working_days_between: return days_between(e, r);
        case ExprKind::count: return counted(e, r);
        case ExprKind::period: return number(e.value);
        case ExprKind::done:
        case ExprKind::recorded:
        case ExprKind::negate:
        case ExprKind::conjunction:
        case ExprKind::disjunction:
        case ExprKind::compare:
        case ExprKind::member:
        case ExprKind::contains:
        case ExprKind::exists:
        case ExprKind::every: {
            const auto t = truth(id, r);
            Value out;
            out.known = t.is != Tri::unknown;
            out.v = t.is == Tri::yes ? 1 : 0;
            out.missing = t.missing;
            return out;
        }
    }
    return {};
}

Value Judge::arithmetic(const Expr& e, const Reading& r) const {
    const auto a = value(e.left, r);
    const auto b = value(e.right, r);
    if (!a.known || !b.known) return missing_of(a, b);
    const auto x = static_cast<base::Wide>(a.v);
    const auto y = static_cast<base::Wide>(b.v);
    if (e.kind == ExprKind::add) return in_64_bits(x + y);
    if (e.kind == ExprKind::subtract) return in_64_bits(x - y);
    return in_64_bits(x * y);
}

/// A date and a period: the corresponding day, or the n-th working day after or before.
Value Judge::shifted(const Expr& e, const Reading& r) const {
    const auto date = value(e.left, r);
    const auto length = value(e.right, r);
    if (!date.known || !length.known) return missing_of(date, length);
    const auto& right = p_.expr(e.right);
    calendar::Period period{static_cast<std::int32_t>(right.value), right.unit};
    if (right.kind != ExprKind::period) period = c_.periods[static_cast<std::size_t>(length.v)];
    const base::Day from{static_cast<std::int32_t>(date.v)};
    const int sign = e.kind == ExprKind::add_period ? 1 : -1;
    switch (period.unit) {
        case calendar::Unit::days: return number(from.number + std::int64_t{sign} * period.amount);
        case calendar::Unit::weeks: return number(from.number + std::int64_t{sign} * 7 * period.amount);
        case calendar::Unit::months: return number(calendar::add_months(from, sign * period.amount).number);
        case calendar::Unit::years: return number(calendar::add_months(from, sign * 12 * period.amount).number);
        case calendar::Unit::working_days: break;
    }
    const auto found =
        sign > 0 ? calendar_.nth_working_day_after(from, period.amount) : calendar_.nth_working_day_before(from, period.amount);
    if (found.known() || made(Fault::uncovered_year_guessed)) return number(found.day.number);
    Value out;
    (sign > 0 ? out.low : out.high) = found.day.number;  // that much is certain
    out.missing = {{MissingKind::calendar_year, "", found.missing_year}};
    return out;
}

Value Judge::days_between(const Expr& e, const Reading& r) const {
    const auto a = value(e.left, r);
    const auto b = value(e.right, r);
    if (!a.known || !b.known) return missing_of(a, b);
    if (e.kind == ExprKind::days_between) return number(b.v - a.v);
    const base::Day from{static_cast<std::int32_t>(a.v)}, through{static_cast<std::int32_t>(b.v)};
    if (through <= from) return number(0);
    const auto year = calendar_.first_uncovered(from, through);
    const auto count = calendar_.working_days(from, through);
    if (year == 0 || made(Fault::uncovered_year_guessed)) return number(count.low);
    Value out;
    out.low = count.low;
    out.high = count.high;
    out.missing = {{MissingKind::calendar_year, "", year}};
    return out;
}

std::optional<calendar::Period> Judge::period(const model::Length& length, calendar::Profile profile, const Reading& r) const {
    if (!length.parameter) return length.period;
    const auto* entry = parameter_entry(length.parameter, r);
    if (entry == nullptr) return std::nullopt;
    const auto period = c_.periods[static_cast<std::size_t>(entry->value.v)];
    return made(Fault::statute_days_plain) ? period : calendar::under(profile, period);
}

}  // namespace guicheng::differential
