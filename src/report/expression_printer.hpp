#pragma once
// The printer behind expression_text.hpp; its parts stand in expression_text.cpp (conditions), demand_text.cpp (demands) and
// operand_text.cpp (values).
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/modal_text.hpp"
#include "report/words.hpp"

namespace guicheng::report {

class ExpressionPrinter {
public:
    ExpressionPrinter(const Words& words, const model::Procedure& procedure, model::StepId current)
        : words_(words), procedure_(procedure), current_(current) {}

    /// As a statement that is true, or (truth false) that is not: the negation is carried into its parts, so that no bare "not (…)" is
    /// read.
    std::string condition(model::ExprId id, bool truth = true);
    /// As something that must, must not … be so. `top`: nothing follows it, so that a long chain may be a list.
    std::string demand(model::ExprId id, Modal modal, bool top);

    /// A long chain as a list; nothing where one sentence does.
    struct List {
        bool any = false;
        std::string items;
    };
    std::optional<List> list(model::ExprId id);
    /// A value.
    std::string operand(model::ExprId id);
    /// What a 有, 每个 or 个数 counts: “X”, or “X” with what is said of it in brackets.
    std::string counted(model::ExprId id) { return what(expr(id)); }

private:
    /// All of, or any of, each part with its sign.
    struct Part {
        model::ExprId id;
        bool truth = true;
    };
    struct Chain {
        bool any = false;
        std::vector<Part> parts;
    };
    /// What many parts say of many things with one verb.
    enum class Shape : std::uint8_t { none, values, contains, exists };

    const model::Expr& expr(model::ExprId id) const { return procedure_.expr(id); }
    Part bare(model::ExprId id, bool truth) const;
    Chain chain_of(const model::Expr& expr, bool truth) const;
    Shape shape(const Chain& chain) const;
    bool same_value(model::ExprId left, model::ExprId right) const;
    bool compound(const Part& part) const;
    std::vector<std::string> subjects(const Chain& chain, Shape shape);

    std::string condition_of(const model::Expr& expr, bool truth);
    std::string chain_text(const Chain& chain);
    std::string joined(const Chain& chain);
    std::string quantified_condition(const model::Expr& expr, bool truth);
    std::string recorded(const model::Expr& expr, bool truth);
    std::string truth_word(bool truth) const { return words_.say(truth ? "expr.true" : "expr.false"); }
    std::string bracketed(const Part& part);
    std::string items(const std::vector<std::string>& texts) const;

    std::string demand_of(const model::Expr& expr, Modal modal, bool top);
    std::string demand_chain(const model::Expr& expr, Modal modal, bool top);
    std::string demand_shape(const Chain& chain, Shape shape, bool any, Modal modal);
    std::string demand_list(const Chain& chain, bool any, Modal modal);
    std::string demand_every(const model::Expr& expr, Modal modal, bool top);
    std::string demand_recorded(const model::Expr& expr, Modal modal);
    std::string demand_predicate(model::ExprId left, const std::string& rest);
    std::string general(const model::Expr& expr, Modal modal);
    bool implication(const model::Expr& expr) const;
    bool opens_with_modal(const model::Expr& expr) const;

    std::string operand_of(const model::Expr& expr);
    std::string literal(const model::Expr& expr) const;
    std::string choice(model::ChoiceSetId set, model::Attribute attribute, std::int64_t value) const;
    std::string step_name(model::StepId id) const { return id ? procedure_.step(id).name : std::string{}; }
    std::string record_field_name(const model::Expr& expr) const;
    std::string of_act(const model::Expr& expr, const std::string& attribute) const;
    std::string attribute_of(const model::Expr& expr) const;
    std::string current_act() const;
    std::string group(const std::string& inner) const { return words_.say("expr.group", {{"inner", inner}}); }
    /// "低于…", "与…相同": the comparison without its left side; nothing where it is a truth value's.
    std::string compared(const model::Expr& expr, base::Comparison op);
    std::optional<bool> asks_truth(const model::Expr& expr) const;
    std::vector<std::string> members(const model::Expr& expr) const;
    std::vector<std::string> contained(const model::Expr& expr) const;
    std::string pair(const model::Expr& expr, std::string_view key);
    std::string factor(model::ExprId id, model::ExprKind around);
    std::string name_of(const model::Expr& quantifier) const;
    /// “X”, or “X” with what is said of it in brackets.
    std::string what(const model::Expr& quantifier);
    std::string each(const model::Expr& quantifier) const;
    /// The key for what stands before this act, or, for the procedure as a whole, at any time.
    std::string before(std::string_view key) const { return std::string(key) + (current_ && quantifiers_.empty() ? ".before" : ""); }

    const Words& words_;
    const model::Procedure& procedure_;
    model::StepId current_;
    std::vector<const model::Expr*> quantifiers_;
    int depth_ = 0;
};

/// Whether it is a plain value, which is "yes" or "no" where it stands as a condition.
bool is_value(model::ExprKind kind);

}  // namespace guicheng::report
