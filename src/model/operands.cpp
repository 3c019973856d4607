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
    if (type == Type::days && bound.unit == QuantityUnit::week && bound.value <= std::numeric_limits<std::int32_t>::max()) return bound.value * 7;
    if (type == Type::working_days && bound.unit == QuantityUnit::working_day) return bound.value;
    return std::nullopt;
}

bool is_days(Type type) { return type == Type::days || type == Type::working_days; }

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

ExprId Expressions::reference(const syntax::Name& name, base::Span span) {
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
    return {};
}

ExprId Expressions::unknown_operand(const syntax::Name& name, const Hint* hint) {
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
    if (const auto id = reference(n, span)) return id;
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

// ---------------------------------------------------------------- names that are values

std::optional<std::int64_t> Expressions::literal_value(const syntax::Name& name, const Hint& hint, std::string* text) const {
    switch (hint.type) {
        case Type::boolean: {
            const auto word = syntax::find_keyword(name.text, Position::value);
            if (word == Keyword::yes) return 1;
            if (word == Keyword::no) return 0;
            return std::nullopt;
        }
        case Type::outcome: {
            const auto word = syntax::find_keyword(name.text, Position::value);
            if (word == Keyword::carried) return 1;
            if (word == Keyword::lost) return 2;
            if (word == Keyword::undecided) return 3;
            return std::nullopt;
        }
        case Type::choice:
        case Type::list: {
            if (hint.choices) return d_.choice(hint.choices, name.text);
            if (hint.is_attribute && hint.attribute == Attribute::ballot_form) {
                const auto form = ballot_form_of(name.text);
                return form ? std::optional<std::int64_t>(static_cast<std::int64_t>(*form)) : std::nullopt;
            }
            if (hint.is_attribute && hint.attribute == Attribute::form) {
                const auto form = form_of(name.text);
                return form ? std::optional<std::int64_t>(static_cast<std::int64_t>(*form)) : std::nullopt;
            }
            return std::nullopt;
        }
        case Type::person:
        case Type::text: {
            if (!hint.is_attribute || hint.attribute != Attribute::actor) return std::nullopt;
            const auto* actor = d_.actors.find(name.text);
            if (actor == nullptr) return std::nullopt;
            if (text != nullptr) *text = name.text;
            return actor->id.value;
        }
        case Type::integer:
        case Type::money:
        case Type::date:
        case Type::share:
        case Type::period:
        case Type::days:
        case Type::working_days: return std::nullopt;
    }
    return std::nullopt;
}

std::vector<std::string_view> Expressions::literal_names(const Hint& hint) const {
    std::vector<std::string_view> out;
    if (hint.choices && d_.sink.error_count() <= 200) {
        for (const auto& name : d_.p.choice_sets[hint.choices.index()].names) out.push_back(name);
    } else if (hint.type == Type::boolean) {
        out = {syntax::zh(Keyword::yes), syntax::zh(Keyword::no)};
    } else if (hint.type == Type::outcome) {
        out = {syntax::zh(Keyword::carried), syntax::zh(Keyword::lost), syntax::zh(Keyword::undecided)};
    } else if (hint.is_attribute && hint.attribute == Attribute::actor) {
        d_.offer(d_.actors, out);
    } else if (hint.is_attribute && hint.attribute == Attribute::ballot_form) {
        out = syntax::spellings(Position::ballot);
    } else if (hint.is_attribute && hint.attribute == Attribute::form) {
        out = syntax::spellings(Position::act_form);
    }
    return out;
}

ExprId Expressions::literal_name(const syntax::Name& n, const Hint& hint) {
    std::string text;
    const auto value = literal_value(n, hint, &text);
    if (!value) {
        const auto names = literal_names(hint);
        // 是/否 or an outcome against a type that has no such value: the types don't fit, rather than a name unknown.
        const auto word = n.quoted ? std::nullopt : syntax::find_keyword(n.text, Position::value);
        if (word && hint.type != Type::choice && hint.type != Type::list) {
            const bool outcome = *word != Keyword::yes && *word != Keyword::no;
            d_.error("T001", n.span).arg("left", d_.type_word(hint.type)).arg("right", d_.type_word(outcome ? Type::outcome : Type::boolean));
        } else if (names.empty()) {
            unknown_operand(n, nullptr);
        } else {
            d_.unknown("N004", n, names).arg("type", d_.type_word(hint.type));
        }
        return {};
    }
    if (hint.type == Type::person && hint.is_attribute) d_.actors.use(n.text);
    Expr e;
    e.type = hint.type;
    e.choices = hint.choices;
    e.value = *value;
    e.text = std::move(text);
    if (hint.is_attribute) e.attribute = hint.attribute;
    e.span = n.span;
    return add(std::move(e));
}

std::optional<std::int64_t> Expressions::constant(const Field& field, const std::optional<syntax::Name>& name,
                                                  const std::optional<syntax::Quantity>& quantity_, base::Span span) {
    Hint hint{field.type, field.choices, Attribute::date, false};
    ExprId id;
    if (name) id = literal_name(*name, hint);
    else if (quantity_) id = quantity(*quantity_, &hint);
    if (!id) return std::nullopt;
    const bool holds_number = field.type != Type::text && field.type != Type::person && field.type != Type::list;
    if (made(id).type != field.type || !holds_number) {
        d_.error("T015", span).arg("left", d_.type_word(field.type)).arg("right", type_text(id));
        return std::nullopt;
    }
    const auto value = made(id).value;
    d_.p.expressions.pop_back();  // a constant of its own, no part of a condition
    return value;
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
        case QuantityKind::share:
            d_.error("T010", q.span).arg("type", d_.type_word(Type::share));
            return {};
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
    if (!id)
        d_.error("T004", e.span).arg("left", type_text(left)).arg("right", type_text(right));
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
