#pragma once
// The one call that decides.
#include <optional>
#include <string>
#include <vector>

#include "guicheng/calendar.hpp"
#include "guicheng/case.hpp"
#include "guicheng/library.hpp"
#include "guicheng/verdict.hpp"

namespace guicheng {

struct EvaluateOptions {
    std::optional<Date> as_of;              ///< else the case's own 截至, else its last recorded day
    std::optional<std::string> version;     ///< this version of the procedure
    std::optional<Date> on;                 ///< the version in force on this day; else on the day of the case's first record
    Language language = Language::zh;       ///< of the messages of an Error
    std::optional<Calendar> calendar = {};  ///< what days are counted on; else the one compiled in
};

/// Decides a case under each procedure that it names (规程), or, where it names none, under each of the library whose 适用 is not false for
/// it. One verdict a procedure, in the order in which the case, else the library, names them. Throws Error where the case's records are
/// malformed, a procedure it names is not in the library, or no version of it is in force. Thread-safe.
std::vector<Verdict> evaluate(const Library& library, const Case& records, const EvaluateOptions& options = {});

/// What is odd about a case's records and yet no mistake: a name close to one of the rule's, a record of a day after the closing.
struct Remarks {
    std::vector<Message> messages;
    std::string rendered;  ///< each with its source line; empty where there is nothing to say
};
/// The same, with the warnings.
std::vector<Verdict> evaluate(const Library& library, const Case& records, const EvaluateOptions& options, Remarks& remarks);

}  // namespace guicheng
