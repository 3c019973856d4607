#pragma once
// One requirement from one statement: its id, its effect where the text writes none, its modifiers.
#include <initializer_list>
#include <optional>
#include <string>

#include "model/draft.hpp"
#include "model/expressions.hpp"

namespace guicheng::model {

/// What a breach of the kind does where the text says nothing (section 4 of the language reference).
Effect default_effect(RequirementKind kind);
/// The canonical (Chinese) words of the kind at the end of an id, whatever spelling the text uses.
std::string id_words(RequirementKind kind);

/// Makes the requirements of one step, or (no step) of the procedure itself.
class Requirements {
public:
    Requirements(Draft& draft, StepId step) : d_(draft), step_(step) {}

    /// What the step's head cites: a requirement of it that cites nothing itself rests on that.
    void set_ground(Ground ground) { ground_ = std::move(ground); }

    /// A requirement with its id and defaults; `body` of those of a meeting.
    Requirement start(RequirementKind kind, base::Span span, const std::optional<syntax::Name>& label = std::nullopt,
                      ActorId body = {}) const;
    /// Reads the modifiers into it. `statement` names the statement in complaints.
    void modify(Requirement& r, const syntax::Modifiers& modifiers, syntax::Keyword statement);
    /// Gives it its place: an error M001 where another has its id. Written ones without a citation are remembered.
    void finish(Requirement r, bool written);
    /// 要求: a condition or a choice.
    void demand(const syntax::Statement& s);
    /// Leaves those that cite nothing for one warning.
    void keep_uncited();

    /// 时限: from where it runs, or by which day; and what stops it. deadlines.cpp
    void deadline(Requirement& r, const syntax::Statement& s);

    Expressions expressions() const { return {d_, ExprPlace{static_cast<bool>(step_), step_}}; }
    const std::vector<RequirementId>& made() const { return made_; }

private:
    void stops(Requirement& r, const syntax::Modifiers& m);
    void consequence(Requirement& r, const syntax::Consequence& c, syntax::Keyword statement);
    void sanction(Requirement& r, const syntax::Consequence& c);
    Condition condition(const syntax::Condition& c);

    Draft& d_;
    StepId step_;
    Ground ground_;
    std::vector<RequirementId> made_;
    std::vector<std::string> uncited_;
    base::Span first_uncited_;
};

Modality modality_of(const std::optional<syntax::Keyword>& word);

}  // namespace guicheng::model
