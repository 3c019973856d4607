#pragma once
// The type checker of conditions: sections 2 and 3 of the language reference.
#include <optional>
#include <string>

#include "model/draft.hpp"

namespace guicheng::model {

/// Where a condition stands decides what it may name.
struct ExprPlace {
    bool attempt = false;  ///< 本次 means something: in a requirement of a step
    StepId step;           ///< of that attempt
};

/// Checks expressions of one place. Every function gives none after an error (which is in the sink).
class Expressions {
public:
    Expressions(Draft& draft, ExprPlace place) : d_(draft), place_(place) {}

    /// A boolean expression.
    ExprId condition(syntax::ExprIndex index);
    /// A day; an error M037 for what is none.
    ExprId day(syntax::ExprIndex index);
    /// What a step recorded: a share or a whole number; an error M050 for what is none.
    ExprId set_by_step(syntax::ExprIndex index);
    /// The literal that a bare name or quantity stands for where `type` is expected (未作 视为); none after an error
    /// T015.
    std::optional<std::int64_t> constant(const Field& field, const std::optional<syntax::Name>& name,
                                         const std::optional<syntax::Quantity>& quantity, base::Span span);

private:
    /// What a name on the other side may be read as.
    struct Hint {
        Type type = Type::boolean;
        ChoiceSetId choices;
        Attribute attribute = Attribute::date;  ///< of a reference to one: 由, 表决方式 and 形式 have literals of their own
        bool is_attribute = false;
    };
    struct Bound {
        StepId step;
        EventId event;
    };

    const syntax::Expr& tree(syntax::ExprIndex index) const { return d_.file.expressions[index]; }
    const Expr& made(ExprId id) const { return d_.p.expressions[id.index()]; }
    ExprId add(Expr e);
    ExprId negated(ExprId inner, base::Span span);
    ExprId joined(ExprKind kind, std::vector<ExprId> parts, base::Span span);
    Hint hint_of(ExprId id) const;
    std::string type_text(ExprId id) const { return d_.type_word(made(id).type); }

    // expressions.cpp: conditions
    ExprId any(syntax::ExprIndex index);
    ExprId boolean(ExprId id, base::Span span);
    ExprId junction(const syntax::Expr& e);
    ExprId compare(const syntax::Expr& e);
    ExprId between(const syntax::Expr& e);
    ExprId compare_bound(ExprId left, const syntax::Bound& bound);
    ExprId bounded(const syntax::Expr& e);
    ExprId member(const syntax::Expr& e);
    ExprId contains(const syntax::Expr& e);
    ExprId recorded(const syntax::Expr& e);
    ExprId done(const syntax::Expr& e);
    ExprId quantified(const syntax::Expr& e);
    bool possible(const syntax::Quantity& quantity);

    // operands.cpp: what stands on one side
    ExprId operand(syntax::ExprIndex index, const Hint* hint);
    ExprId name(const syntax::Name& name, base::Span span, const Hint* hint);
    ExprId bare_name(const syntax::Name& name, base::Span span);
    std::optional<ExprId> reference(const syntax::Name& name, base::Span span);
    bool is_open_name(syntax::ExprIndex index) const;
    ExprId attribute(const syntax::Expr& e);
    ExprId attribute_of(Scope scope, const Bound& owner, const syntax::Name& member, base::Span span);
    const std::vector<Field>& fields_of(const Bound& owner) const;
    ExprId quantity(const syntax::Quantity& quantity, const Hint* hint);
    ExprId arithmetic(const syntax::Expr& e);
    ExprId sum(ExprKind kind, ExprId left, ExprId right, base::Span span);
    ExprId difference(const syntax::Expr& e);

    // literals.cpp: names that are values
    ExprId literal_name(const syntax::Name& name, const Hint& hint);
    std::optional<std::int64_t> value_of(const syntax::Name& name, const Hint& hint);
    std::optional<std::int64_t> find_value(const syntax::Name& name, const Hint& hint) const;
    std::vector<std::string_view> literal_names(const Hint& hint) const;
    ExprId unknown_operand(const syntax::Name& name, const Hint* hint);

    Draft& d_;
    ExprPlace place_;
    std::vector<Bound> bounds_;  ///< the quantifiers around, outermost first; at most two
    int depth_ = 0;
};

}  // namespace guicheng::model
