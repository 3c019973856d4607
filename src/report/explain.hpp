#pragma once
// A verdict, and a procedure, in sentences. What comes in is complete in itself; the calendar only names the holidays of counted spans.
#include <string>

#include "report/document.hpp"
#include "report/words.hpp"

namespace guicheng::report {

struct ExplainOptions {
    bool show_satisfied = true;                   ///< one short line for each requirement that is met or does not apply
    bool ruler = false;                           ///< each counted span day by day
    std::int32_t ruler_limit = 400;               ///< lines of one ruler
    const model::Procedure* procedure = nullptr;  ///< where given, conditions are quoted in the text's own sense
    const model::Clauses* clauses = nullptr;      ///< where given, citations are told by their source's title
};

/// The verdict as a document, for the text and for the page.
Document verdict_document(const verdict::Verdict& verdict, const calendar::Calendar& calendar, Language language,
                          const ExplainOptions& options = {});

/// The verdict as plain text, lines of any length, '\n' at each end.
std::string explain(const verdict::Verdict& verdict, const calendar::Calendar& calendar, Language language,
                    const ExplainOptions& options = {});

/// The procedure as it was understood: every statement, with what the text leaves unsaid written out.
/// `clauses`, where given, tells what the clause ids stand for.
std::string explain_rule(const model::Procedure& procedure, Language language, const model::Clauses* clauses = nullptr);

/// Prints a document as plain text.
std::string print_text(const Document& document, const Words& words);

}  // namespace guicheng::report
