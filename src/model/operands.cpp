// What stands on one side of a comparison: names, attributes, quantities, arithmetic.
#include <algorithm>
#include <limits>

#include "model/expressions.hpp"
#include "model/forms.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Position;
using syntax::QuantityKind;
using syntax::QuantityUnit;

namespace {

struct AttributeRow {
    Keyword keyword;
    Attribute attribute;
    Type type;
};

constexpr AttributeRow attribute_rows[] = {
    {Keyword::date, Attribute::date, Type::date},
    {Keyword::type_date, Attribute::date, Type::date},
    {Keyword::start, Attribute::start, Type::date},
    {Keyword::finish, Attribute::end, Type::date},
    {Keyword::by, Attribute::actor, Type::person},
    {Keyword::entitled, Attribute::entitled, Type::integer},
    {Keyword::present, Attribute::present, Type::integer},
    {Keyword::in_favour, Attribute::yes, Type::integer},
    {Keyword::against, Attribute::no, Type::integer},
    {Keyword::abstaining, Attribute::abstain, Type::integer},
    {Keyword::other, Attribute::other, Type::integer},
    {Keyword::spoiled, Attribute::spoiled, Type::integer},
    {Keyword::registered, Attribute::registered, Type::integer},
    {Keyword::ballot_form, Attribute::ballot_form, Type::choice},
    {Keyword::materials, Attribute::materials, Type::date},
    {Keyword::contents, Attribute::contents, Type::list},
    {Keyword::minutes, Attribute::minutes, Type::list},
    {Keyword::form, Attribute::form, Type::choice},
    {Keyword::place, Attribute::place, Type::text},
    {Keyword::outcome, Attribute::outcome, Type::outcome},
    {Keyword::declared, Attribute::declared, Type::outcome},
    {Keyword::reason, Attribute::reason, Type::text},
    {Keyword::by_person, Attribute::persons, Type::person},
};

const AttributeRow* find_attribute(std::string_view word) {
    const auto keyword = syntax::find_keyword(word, Position::attribute);
    if (!keyword) return nullptr;
    for (const auto& row : attribute_rows)
        if (row.keyword == *keyword) return &row;
    return nullptr;
}

Expr reference_to(ExprKind kind, const Field& field, base::Span span) {
    Expr e;
    e.kind = kind;
    e.type = field.type;
    e.choices = field.choices;
    e.span = span;
    return e;
}

/// A period as a count of days, where what it is compared with is one.
std::optional<std::int64_t> as_days(const syntax::Bound& bound, Type type) {
    if (type == Type::days && bound.unit == QuantityUnit::day) return bound.value;
    if (type == Type::days && bound.unit == QuantityUnit::week && bound.value <= std::numeric_limits<std::int32_t>::max())
        return bound.value * 7;
    if (type == Type::working_days && bound.unit == QuantityUnit::working_day) return bound.value;
    return std::nullopt;
}

bool is_days(Type type) {
    return type == Type::days || type == Type::working_days;
}

}  // namespace

bool Expressions::is_open_name(syntax::ExprIndex index) const {
    if (index >= d_.file.expressions.size()) return false;
    const auto& e = tree(index);
    if (e.kind != syntax::ExprKind::name) return false;
    const auto& text = e.name.text;
    if (!bounds_.empty()) {
        if (!e.name.quoted && find_attribute(text) != nullptr) return false;
        for (const auto& bound : bounds_)
            for (const auto& field : fields_of(bound))
                if (field.name == text) return false;
    }
    return d_.fields.find(text) == nullptr && d_.parameters.find(text) == nullptr && d_.findings.find(text) == nullptr;
}

ExprId Expressions::operand(syntax::ExprIndex index, const Hint* hint) {
    if (index >= d_.file.expressions.size()) return {};
    const auto& e = tree(index);
    switch (e.kind) {
        case syntax::ExprKind::name: return name(e.name, e.span, hint);
        case syntax::ExprKind::attribute: return attribute(e);
        case syntax::ExprKind::quantity: return quantity(e.quantity, hint);
        case syntax::ExprKind::text: {
            Expr out;
            out.type = Type::text;
            out.text = e.text.text;
            out.span = e.span;
            return add(std::move(out));
        }
        case syntax::ExprKind::add:
        case syntax::ExprKind::subtract:
        case syntax::ExprKind::multiply:
        case syntax::ExprKind::days_between:
        case syntax::ExprKind::working_days_between: {
            if (depth_ >= deepest_expression) return any(index);
            ++depth_;
            const bool between = e.kind == syntax::ExprKind::days_between || e.kind == syntax::ExprKind::working_days_between;
            const auto out = between ? difference(e) : arithmetic(e);
            --depth_;
            return out;
        }
        case syntax::ExprKind::negate:
        case syntax::ExprKind::all:
        case syntax::ExprKind::any:
        case syntax::ExprKind::compare:
        case syntax::ExprKind::between:
        case syntax::ExprKind::bounded:
        case syntax::ExprKind::member:
        case syntax::ExprKind::contains:
        case syntax::ExprKind::recorded:
        case syntax::ExprKind::done:
        case syntax::ExprKind::exists:
        case syntax::ExprKind::every:
        case syntax::ExprKind::count: return any(index);
    }
    return {};
}

/// Nothing where the name is none that is declared.
std::optional<ExprId> Expressions::reference(const syntax::Name& name, base::Span span) {
    if (!bounds_.empty() && !name.quoted && find_attribute(name.text) != nullptr) {
        const auto scope = bounds_.size() == 1 ? Scope::bound0 : Scope::bound1;
        return attribute_of(scope, bounds_.back(), name, span);
    }
    if (const auto id = d_.fields.use(name.text)) {
        auto e = reference_to(ExprKind::matter, d_.p.fields[id->index()], span);
        e.field = *id;
        return add(std::move(e));
    }
    if (const auto id = d_.parameters.use(name.text)) {
        auto e = reference_to(ExprKind::parameter, d_.p.parameters[id->index()].field, span);
        e.parameter = *id;
        return add(std::move(e));
    }
    if (const auto id = d_.findings.use(name.text)) {
        auto e = reference_to(ExprKind::finding, d_.p.findings[id->index()].conclusion, span);
        e.finding = *id;
        return add(std::move(e));
    }
    for (std::size_t i = bounds_.size(); i-- > 0;) {
        const auto& own = fields_of(bounds_[i]);
        const auto it = std::find_if(own.begin(), own.end(), [&](const Field& f) { return f.name == name.text; });
        if (it != own.end()) return attribute_of(i == 0 ? Scope::bound0 : Scope::bound1, bounds_[i], name, span);
    }
    return std::nullopt;
}

/// A name that alone is a condition: 不紧急 where 紧急 is asked, or the name of an event.
ExprId Expressions::bare_name(const syntax::Name& name, base::Span span) {
    if (const auto id = reference(name, span)) return *id;
    std::string meant;
    if (!name.quoted && d_.events.use(name.text)) meant = d_.word(Keyword::some) + " " + name.text;
    for (const auto& plain : syntax::without_negation(name.quoted ? std::string_view{} : std::string_view(name.text))) {
        const auto* field = d_.fields.find(plain);
        const auto* finding = d_.findings.find(plain);
        const bool asked = (field != nullptr && d_.p.fields[field->id.index()].type == Type::boolean) ||
                           (finding != nullptr && d_.p.findings[finding->id.index()].conclusion.type == Type::boolean);
        if (!asked || !meant.empty()) continue;
        if (!d_.fields.use(plain)) d_.findings.use(plain);
        meant = d_.word(Keyword::not_) + " " + plain;
    }
    if (meant.empty()) return this->name(name, span, nullptr);
    d_.error("N003", name.span)
        .arg("name", name.text)
        .suggest(name.span, meant)
        .related(nullptr, name.span, "model.meant", {{"name", meant}});
    return {};
}

ExprId Expressions::unknown_operand(const syntax::Name& name, const Hint* hint) {
    // 类别 是 大额 或 小额: the second choice stands without its field.
    if (hint == nullptr)
        for (const auto& field : d_.p.fields) {
            if (field.type != Type::choice || !d_.choice(field.choices, name.text)) continue;
            const auto meant = field.name + " " + d_.word(syntax::Keyword::is) + " " + name.text;
            d_.error("N020", name.span).arg("name", name.text).arg("field", field.name).arg("meant", meant).suggest(name.span, meant);
            return {};
        }
    std::vector<std::string_view> candidates;
    d_.offer(d_.fields, candidates);
    d_.offer(d_.parameters, candidates);
    d_.offer(d_.findings, candidates);
    for (const auto& bound : bounds_)
        for (const auto& field : fields_of(bound)) candidates.push_back(field.name);
    if (hint != nullptr)
        for (const auto candidate : literal_names(*hint)) candidates.push_back(candidate);
    d_.unknown("N003", name, candidates);
    return {};
}

ExprId Expressions::name(const syntax::Name& n, base::Span span, const Hint* hint) {
    if (const auto id = reference(n, span)) return *id;
    if (hint != nullptr) return literal_name(n, *hint);
    if (!n.quoted) {
        const auto value = syntax::find_keyword(n.text, Position::value);
        if (value == Keyword::yes || value == Keyword::no) return literal_name(n, Hint{});
        if (value) {
            Hint outcome;
            outcome.type = Type::outcome;
            return literal_name(n, outcome);
        }
    }
    return unknown_operand(n, nullptr);
}

// ---------------------------------------------------------------- attributes

const std::vector<Field>& Expressions::fields_of(const Bound& owner) const {
    return owner.step ? d_.p.steps[owner.step.index()].fields : d_.p.events[owner.event.index()].fields;
}

ExprId Expressions::attribute_of(Scope scope, const Bound& owner, const syntax::Name& member, base::Span span) {
    Expr e;
    e.scope = scope;
    if (scope == Scope::step) e.step = owner.step;
    e.span = span;
    const auto& own = fields_of(owner);
    const auto* row = member.quoted ? nullptr : find_attribute(member.text);
    if (row != nullptr) {
        e.kind = ExprKind::attribute;
        e.attribute = row->attribute;
        e.type = row->type;
        return add(std::move(e));
    }
    const auto it = std::find_if(own.begin(), own.end(), [&](const Field& f) { return f.name == member.text; });
    if (it == own.end()) {
        std::vector<std::string_view> candidates = syntax::spellings(Position::attribute);
        for (const auto& field : own) candidates.push_back(field.name);
        const auto& owner_name = owner.step ? d_.p.steps[owner.step.index()].name : d_.p.events[owner.event.index()].name;
        d_.unknown("N006", member, candidates).arg("owner", owner_name);
        return {};
    }
    e.kind = ExprKind::record_field;
    e.type = it->type;
    e.choices = it->choices;
    e.text = it->name;
    e.field = id_at<FieldId>(static_cast<std::size_t>(it - own.begin()));
    return add(std::move(e));
}

ExprId Expressions::attribute(const syntax::Expr& e) {
    if (e.current) {
        if (!place_.attempt) {
            d_.error("T008", e.span);
            return {};
        }
        return attribute_of(Scope::current, Bound{place_.step, {}}, e.member, e.span);
    }
    // The act of a quantifier around it goes before the standing attempt, the inner quantifier's before the outer's.
    for (std::size_t i = bounds_.size(); i-- > 0;) {
        const auto& bound = bounds_[i];
        const auto& bound_name = bound.step ? d_.p.steps[bound.step.index()].name : d_.p.events[bound.event.index()].name;
        if (bound_name == e.name.text) return attribute_of(i == 0 ? Scope::bound0 : Scope::bound1, bound, e.member, e.span);
    }
    if (d_.events.use(e.name.text)) {
        d_.error("T009", e.span).arg("name", e.name.text);
        return {};
    }
    const auto step = d_.use_step(e.name);
    if (!step) return {};
    return attribute_of(Scope::step, Bound{*step, {}}, e.member, e.span);
}

// ---------------------------------------------------------------- quantities and arithmetic

ExprId Expressions::quantity(const syntax::Quantity& q, const Hint* hint) {
    if (q.bounds.size() != 1 || q.bounds.front().op || q.soft) {
        d_.error("T011", q.span).arg("text", d_.source_text(q.span));
        return {};
    }
    const auto& bound = q.bounds.front();
    Expr e;
    e.value = bound.value;
    e.span = q.span;
    switch (bound.kind) {
        case QuantityKind::integer: e.type = Type::integer; break;
        case QuantityKind::money: e.type = Type::money; break;
        case QuantityKind::date: e.type = Type::date; break;
        case QuantityKind::share: d_.error("T010", q.span).arg("type", d_.type_word(Type::share)); return {};
        case QuantityKind::period:
            if (hint != nullptr && is_days(hint->type)) {
                const auto days = as_days(bound, hint->type);
                if (!days) {
                    d_.error("T016", q.span).arg("left", d_.type_word(hint->type)).arg("text", d_.source_text(q.span));
                    return {};
                }
                e.type = hint->type;
                e.value = *days;
                break;
            }
            e.kind = ExprKind::period;
            e.type = Type::period;
            e.unit = unit_of(bound.unit).value_or(calendar::Unit::days);
            break;
    }
    return add(std::move(e));
}

ExprId Expressions::difference(const syntax::Expr& e) {
    const Hint date{Type::date, {}, Attribute::date, false};
    const auto left = operand(e.left, &date);
    const auto right = operand(e.right, &date);
    if (!left || !right) return {};
    for (const auto side : {left, right}) {
        if (made(side).type == Type::date) continue;
        d_.error("T018", made(side).span).arg("type", type_text(side));
        return {};
    }
    Expr out;
    const bool working = e.kind == syntax::ExprKind::working_days_between;
    out.kind = working ? ExprKind::working_days_between : ExprKind::days_between;
    out.type = working ? Type::working_days : Type::days;
    out.left = left;
    out.right = right;
    out.span = e.span;
    return add(std::move(out));
}

ExprId Expressions::arithmetic(const syntax::Expr& e) {
    const auto left = operand(e.left, nullptr);
    if (!left) return {};
    const auto hint = hint_of(left);
    const auto right = operand(e.right, is_days(hint.type) ? &hint : nullptr);
    if (!right) return {};
    const auto kind = e.kind == syntax::ExprKind::add        ? ExprKind::add
                      : e.kind == syntax::ExprKind::subtract ? ExprKind::subtract
                                                             : ExprKind::multiply;
    const auto id = sum(kind, left, right, e.span);
    if (!id) d_.error("T004", e.span).arg("left", type_text(left)).arg("right", type_text(right));
    return id;
}

/// None where the two types have no such operation (section 3).
ExprId Expressions::sum(ExprKind kind, ExprId left, ExprId right, base::Span span) {
    const auto a = made(left).type;
    const auto b = made(right).type;
    Expr out;
    out.kind = kind;
    out.left = left;
    out.right = right;
    out.span = span;
    if (kind == ExprKind::multiply) {
        if (a == Type::integer && b == Type::money) std::swap(out.left, out.right);
        if (b != Type::integer && !(a == Type::integer && b == Type::money)) return {};
        if (a != Type::integer && a != Type::money) return {};
        out.type = a == Type::money || b == Type::money ? Type::money : Type::integer;
        return add(std::move(out));
    }
    if (a == Type::date && b == Type::period) {
        out.kind = kind == ExprKind::add ? ExprKind::add_period : ExprKind::subtract_period;
        out.type = Type::date;
        return add(std::move(out));
    }
    if (a != b || !(a == Type::integer || a == Type::money || is_days(a))) return {};
    out.type = a;
    return add(std::move(out));
}

}  // namespace guicheng::model
