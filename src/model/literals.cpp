// Names that are values: 是 and 否, outcomes, choices, forms, bodies. Which they are the type on the other side says.
#include "model/expressions.hpp"
#include "model/forms.hpp"

namespace guicheng::model {

using syntax::Keyword;
using syntax::Position;

std::optional<std::int64_t> Expressions::find_value(const syntax::Name& name, const Hint& hint) const {
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
        out = {d_.spelling(Keyword::yes), d_.spelling(Keyword::no)};
    } else if (hint.type == Type::outcome) {
        out = {d_.spelling(Keyword::carried), d_.spelling(Keyword::lost), d_.spelling(Keyword::undecided)};
    } else if (hint.is_attribute && hint.attribute == Attribute::actor) {
        d_.offer(d_.actors, out);
    } else if (hint.is_attribute && hint.attribute == Attribute::ballot_form) {
        out = syntax::spellings(Position::ballot);
    } else if (hint.is_attribute && hint.attribute == Attribute::form) {
        out = syntax::spellings(Position::act_form);
    }
    return out;
}

/// The value that the name is, or nothing after an error.
std::optional<std::int64_t> Expressions::value_of(const syntax::Name& n, const Hint& hint) {
    const auto value = find_value(n, hint);
    if (!value) {
        const auto names = literal_names(hint);
        // 是/否 or an outcome against a type that has no such value: the types don't fit, rather than a name unknown.
        const auto word = n.quoted ? std::nullopt : syntax::find_keyword(n.text, Position::value);
        if (word && hint.type != Type::choice && hint.type != Type::list) {
            const bool outcome = *word != Keyword::yes && *word != Keyword::no;
            d_.error("T001", n.span)
                .arg("left", d_.type_word(hint.type))
                .arg("right", d_.type_word(outcome ? Type::outcome : Type::boolean));
        } else if (names.empty()) {
            unknown_operand(n, nullptr);
        } else {
            d_.unknown("N004", n, names).arg("type", d_.type_word(hint.type));
        }
        return std::nullopt;
    }
    if (hint.type == Type::person && hint.is_attribute) d_.actors.use(n.text);
    return value;
}

ExprId Expressions::literal_name(const syntax::Name& n, const Hint& hint) {
    const auto value = value_of(n, hint);
    if (!value) return {};
    Expr e;
    e.type = hint.type;
    e.choices = hint.choices;
    e.value = *value;
    if (hint.type == Type::person) e.text = n.text;
    if (hint.is_attribute) e.attribute = hint.attribute;
    e.span = n.span;
    return add(std::move(e));
}

std::optional<std::int64_t> Expressions::constant(const Field& field, const std::optional<syntax::Name>& name,
                                                  const std::optional<syntax::Quantity>& quantity_, base::Span span) {
    const Hint hint{field.type, field.choices, Attribute::date, false};
    if (name) return value_of(*name, hint);
    if (!quantity_) return std::nullopt;
    const auto id = quantity(*quantity_, &hint);
    if (!id) return std::nullopt;
    const auto found = made(id);
    d_.p.expressions.pop_back();  // a constant of its own, no part of a condition
    if (found.type == field.type && found.kind == ExprKind::literal) return found.value;
    d_.error("T015", span).arg("left", d_.type_word(field.type)).arg("right", d_.type_word(found.type));
    return std::nullopt;
}

}  // namespace guicheng::model
