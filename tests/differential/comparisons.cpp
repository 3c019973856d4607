// Section 12 of the page: the comparisons by which a demand was met or not, with their figures.
#include <algorithm>

#include "differential/judge.hpp"
#include "model/formula.hpp"
#include "model/words.hpp"
#include "verdict/names.hpp"

namespace guicheng::differential {

using model::Expr;
using model::ExprKind;
using model::Type;
using verdict::Answer;
using verdict::Compared;
using verdict::Relation;

namespace {

constexpr std::size_t lines_at_most = 24;
constexpr std::size_t acts_at_most = 3;

Answer answer(Tri t) {
    return t == Tri::yes ? Answer::yes : t == Tri::no ? Answer::no : Answer::unknown;
}

bool is_chain(const Expr& e) {
    return e.kind == ExprKind::conjunction || e.kind == ExprKind::disjunction;
}

/// How tightly the signs bind: 0 the days between two dates, 1 sums, 2 products, 3 what stands alone.
int tightness(const Expr& e) {
    switch (e.kind) {
        case ExprKind::days_between:
        case ExprKind::working_days_between: return 0;
        case ExprKind::add:
        case ExprKind::subtract:
        case ExprKind::add_period:
        case ExprKind::subtract_period: return 1;
        case ExprKind::multiply: return 2;
        default: return 3;
    }
}

std::string between(const Expr& e) {
    switch (e.kind) {
        case ExprKind::days_between: return "days";
        case ExprKind::working_days_between: return "working_days";
        case ExprKind::add:
        case ExprKind::add_period: return "+";
        case ExprKind::subtract:
        case ExprKind::subtract_period: return "-";
        default: return "*";
    }
}

verdict::Term piece(std::string sign) {
    verdict::Term t;
    t.sign = std::move(sign);
    return t;
}

std::string in_a_row(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) {
        if (!out.empty()) out += ' ';
        out += name;
    }
    return out;
}

}  // namespace

/// The finding is complete but for this.
std::vector<Compared> Judge::comparisons(const model::Requirement& q, const verdict::Finding& f, const Reading& r) const {
    using verdict::Result;
    if (f.result == Result::not_applicable || f.result == Result::unregulated || q.modality == model::Modality::may) return {};
    auto id = q.kind == model::RequirementKind::free_form ? q.demand : model::ExprId{};
    if (q.kind == model::RequirementKind::choice && f.situation >= 0 && static_cast<std::size_t>(f.situation) < q.situations.size())
        id = q.situations[static_cast<std::size_t>(f.situation)].demand;
    std::vector<Compared> out;
    if (id) compare(id, truth(id, r).is, r, f.result != Result::satisfied, {}, out);
    return out;
}

/// What in it is as the whole is.
std::vector<std::pair<model::ExprId, Tri>> Judge::telling_parts(model::ExprId id, Tri is, const Reading& r) const {
    const auto& e = p_.expr(id);
    if (e.kind == ExprKind::negate) return telling_parts(e.left, turned(is), r);
    if (!is_chain(e)) return {{id, is}};
    std::vector<std::pair<model::ExprId, Tri>> out;
    for (const auto part : e.parts) {
        if (truth(part, r).is != is && !made(Fault::every_part_shown)) continue;
        const auto more = telling_parts(part, is, r);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

void Judge::compare(model::ExprId whole, Tri is, const Reading& r, bool with_acts, const std::vector<verdict::Term>& within,
                    std::vector<Compared>& out) const {
    for (const auto& [id, truth_of_it] : telling_parts(whole, is, r)) {
        if (out.size() >= lines_at_most) return;
        const auto& e = p_.expr(id);
        if (e.kind == ExprKind::exists || e.kind == ExprKind::every) {
            compare_acts(id, truth_of_it, r, with_acts, within, out);
            continue;
        }
        Compared line;
        line.within = within;
        line.holds = answer(truth_of_it);
        line.type = p_.expr(e.left ? e.left : id).type;
        switch (e.kind) {
            case ExprKind::compare:
                line.relation = *verdict::from_name<Relation>(verdict::name(e.op));
                line.left = side(e.left, r);
                line.right = side(e.right, r);
                break;
            case ExprKind::member:
            case ExprKind::contains:
                line.relation = e.kind == ExprKind::member ? Relation::one_of : Relation::contains;
                line.left = side(e.left, r);
                line.right.value = in_a_row(model::asked_names(p_, e));
                break;
            case ExprKind::recorded:
                line.relation = Relation::recorded;
                line.left = side(e.left, r);
                break;
            case ExprKind::done:
                line.relation = Relation::done;
                if (truth_of_it != Tri::unknown) line.left.value = truth_of_it == Tri::yes ? "true" : "false";
                line.left.terms = {{"", -1, step(e.step).name, "done", line.left.value}};
                line.type = Type::boolean;
                break;
            default:
                line.relation = Relation::is_true;
                line.left = side(id, r);
                line.type = e.type;
                break;
        }
        out.push_back(std::move(line));
    }
}

void Judge::compare_acts(model::ExprId id, Tri is, const Reading& r, bool with_acts, const std::vector<verdict::Term>& within,
                         std::vector<Compared>& out) const {
    const auto& e = p_.expr(id);
    const auto& name = e.step ? step(e.step).name : p_.events[e.event.index()].name;
    const auto all = acts_of(e);
    std::size_t held = 0, unknown = 0;
    std::vector<std::pair<std::size_t, const Bound*>> shown;
    for (const auto& b : all) {
        auto inner = r;
        inner.bounds.push_back(b);
        const auto one = e.left ? truth(e.left, inner).is : Tri::yes;
        if (one == Tri::yes) ++held;
        if (one == Tri::unknown) ++unknown;
        if (e.left && one == is) shown.emplace_back(e.kind == ExprKind::exists ? telling_parts(e.left, one, inner).size() : 0, &b);
    }
    Compared line;
    line.within = within;
    line.relation = e.kind == ExprKind::exists ? Relation::exists : Relation::every;
    line.holds = answer(is);
    line.left.value = std::to_string(held) + "/" + std::to_string(all.size());
    line.left.terms = {{"", -1, name, "held", line.left.value}};
    if (unknown != 0) line.left.terms.push_back({"", -1, name, "unknown", std::to_string(unknown)});
    if (e.left) line.right.value = model::formula(p_, e.left, static_cast<int>(r.bounds.size()) + 1);
    out.push_back(line);
    if (!with_acts) return;

    if (!made(Fault::nearest_act_not_first)) std::sort(shown.begin(), shown.end());  // equal ones in the order of the acts
    const auto most = acts_at_most + (made(Fault::fourth_act_shown) ? 1 : 0);
    if (shown.size() > most) shown.resize(most);
    for (const auto& [parts, b] : shown) {
        auto inner = r;
        inner.bounds.push_back(*b);
        auto inside = within;
        inside.push_back({"", static_cast<std::int32_t>(b->act->record), name, "", ""});
        compare(e.left, is, inner, with_acts, inside, out);
    }
}

verdict::Side Judge::side(model::ExprId id, const Reading& r) const {
    verdict::Side out;
    pieces(id, r, out.terms);
    out.value = canonical(id, r);
    return out;
}

void Judge::pieces(model::ExprId id, const Reading& r, std::vector<verdict::Term>& out) const {
    const auto& e = p_.expr(id);
    const int binds = tightness(e);
    if (binds == 3) {
        out.push_back(value_piece(id, r));
        return;
    }
    for (const auto part : {e.left, e.right}) {
        const bool first = part == e.left;
        const int inner = tightness(p_.expr(part));
        bool alone = inner == 3 || (inner > binds && binds > 0) || (inner == binds && binds > 0 && first);
        if (!first) {
            out.push_back(piece(between(e)));
            out.back().counting = days_counted(e, r);
        }
        if (made(Fault::product_in_no_brackets)) alone = alone || inner == 2;
        if (!alone) out.push_back(piece("("));
        pieces(part, r, out);
        if (!alone) out.push_back(piece(")"));
    }
}

/// From which day through which the days of this are counted: of a date less a period backwards, up to the day before the date.
std::optional<verdict::Counting> Judge::days_counted(const Expr& e, const Reading& r) const {
    if (made(Fault::counting_in_condition_dropped) || !e.left || !e.right || p_.expr(e.left).type != Type::date) return std::nullopt;
    const auto first = value(e.left, r);
    const auto second = value(e.right, r);
    if (!first.known || !second.known) return std::nullopt;
    const base::Day from{static_cast<std::int32_t>(first.v)};
    verdict::Counting out;
    out.from = from;
    if (e.kind == ExprKind::days_between || e.kind == ExprKind::working_days_between) {
        out.through = {static_cast<std::int32_t>(second.v)};
        out.unit = e.kind == ExprKind::days_between ? calendar::Unit::days : calendar::Unit::working_days;
        const auto n = days_between(e, r);
        if (!n.known) {
            out.least = n.low;
            out.most = n.high;
        }
        return out.from < out.through ? std::optional(out) : std::nullopt;
    }
    if (e.kind != ExprKind::add_period && e.kind != ExprKind::subtract_period) return std::nullopt;
    const auto& right = p_.expr(e.right);
    const auto by_rule = right.kind == ExprKind::period;
    const auto set = by_rule ? calendar::Period{} : c_.periods[static_cast<std::size_t>(second.v)];
    if ((by_rule ? right.value : set.amount) <= 0) return std::nullopt;
    out.unit = by_rule ? right.unit : set.unit;
    const auto to = shifted(e, r);
    const auto certain = to.known ? std::optional(to.v) : to.low ? to.low : to.high;
    if (!certain) return std::nullopt;
    const base::Day day{static_cast<std::int32_t>(*certain)};
    if (e.kind == ExprKind::subtract_period) {
        out.from = day;
        out.through = from - 1;
        out.profile = calendar::Profile::first_day_counted;
    } else {
        out.through = day;
        out.profile = calendar::Profile::no_roll;
        if (to.known) out.last_day = day;
    }
    return out;
}

verdict::Term Judge::value_piece(model::ExprId id, const Reading& r) const {
    const auto& e = p_.expr(id);
    verdict::Term out;
    out.value = canonical(id, r);
    if (e.kind == ExprKind::literal || e.kind == ExprKind::period) return out;
    if (e.kind == ExprKind::matter) {
        out.name = p_.fields[e.field.index()].name;
    } else if (e.kind == ExprKind::parameter) {
        out.name = p_.parameters[e.parameter.index()].field.name;
    } else if (e.kind == ExprKind::finding) {
        out.name = p_.findings[e.finding.index()].name;
    } else if (e.kind == ExprKind::count) {
        out.name = e.step ? step(e.step).name : p_.events[e.event.index()].name;
        out.of = "count";
        if (e.left) out.where = model::formula(p_, e.left, static_cast<int>(r.bounds.size()) + 1);
    } else if (e.kind == ExprKind::attribute || e.kind == ExprKind::record_field) {
        out.of = e.kind == ExprKind::record_field ? e.text : std::string(model::attribute_key(e.attribute));
        const auto [found, b] = act_of(e, r);
        if (found) {
            out.record = static_cast<std::int32_t>(b.act->record);
            out.name = act_name(*b.act);
        } else if (e.scope == model::Scope::step) {
            out.name = step(e.step).name;
        } else if (r.not_taken) {
            out.name = step(*r.not_taken).name;
        }
    } else {
        out.name = model::formula(p_, id, static_cast<int>(r.bounds.size()));
    }
    return out;
}

/// As it is written in a verdict; empty where it is not known.
std::string Judge::canonical(model::ExprId id, const Reading& r) const {
    const auto& e = p_.expr(id);
    if (e.kind == ExprKind::period) return std::to_string(e.value) + " " + std::string(verdict::name(e.unit));
    if (e.type == Type::boolean && e.kind != ExprKind::literal) {
        const auto t = truth(id, r).is;
        return t == Tri::unknown ? "" : t == Tri::yes ? "true" : "false";
    }
    const auto v = value(id, r);
    if (!v.known) return {};
    const bool attribute = e.kind == ExprKind::attribute;
    if (e.type == Type::text || e.type == Type::person) return v.text;
    if (e.type == Type::choice && !e.choices)
        return std::string(e.attribute == model::Attribute::form ? model::form_key(static_cast<model::Form>(v.v))
                                                                 : model::ballot_key(static_cast<model::BallotForm>(v.v)));
    if (e.type == Type::list && attribute) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < p_.content_names.size(); ++i)
            if ((static_cast<std::uint64_t>(v.v) >> i & 1U) != 0) names.push_back(p_.content_names[i]);
        return in_a_row(names);
    }
    model::Field like;
    like.type = e.type;
    like.choices = e.choices;
    return written(like, {v.v, true});
}

}  // namespace guicheng::differential
