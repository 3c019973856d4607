#pragma once
// One structural writing of a checked procedure's parts, shared by dump (order of the text) and identity (order of
// ids). Everything is written by name, never by slot, so that two declaration orders of one rule write the same parts.
#include <string>

#include "model/procedure.hpp"

namespace guicheng::model {

/// Writes parts of one procedure; every function returns the text of that part. Names stand quoted, so no two different
/// parts write the same text.
class Writer {
public:
    explicit Writer(const Procedure& procedure) : p_(procedure) {}

    std::string expr(ExprId id) const;
    std::string field(const Field& field, const Ground& ground) const;
    std::string finding(const Finding& finding) const;
    std::string tiers(const Tiers& t) const;
    std::string event(const Event& event) const;
    std::string condition(const Condition& condition) const;
    /// The step's own line(s), without its requirements.
    std::string step(const Step& step) const;
    std::string requirement(const Requirement& requirement) const;
    std::string header() const;
    std::string assertion(const PathAssertion& assertion) const;

private:
    std::string type(Type type, ChoiceSetId choices) const;
    std::string value(const Expr& like, std::int64_t value) const;
    std::string literal(const Expr& e) const;
    std::string operands(const Expr& e) const;
    std::string member(const Expr& e) const;
    std::string contents(std::uint64_t mask) const;
    std::string scope(const Expr& e) const;
    std::string record_field(const Expr& e) const;
    std::string prerequisite(const Prerequisite& p) const;
    std::string consequence(const Consequence& c) const;
    std::string threshold(const Requirement& r, const Threshold& t) const;
    std::string length(const Length& l) const;
    std::string deadline(const Requirement& r) const;
    std::string specifics(const Requirement& r) const;

    const Procedure& p_;
};

/// In quotes, with quotes, backslashes and control characters escaped.
std::string quoted(std::string_view text);
std::string ground_text(const Ground& ground);

}  // namespace guicheng::model
