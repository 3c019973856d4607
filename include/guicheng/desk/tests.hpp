#pragma once
// Cases that carry 预期, compared with what the rules say of them.
#include <optional>
#include <string>
#include <vector>

#include "guicheng/calendar.hpp"
#include "guicheng/case.hpp"
#include "guicheng/library.hpp"
#include "guicheng/verdict.hpp"

namespace guicheng::desk {

struct CaseTest {
    std::string file;
    std::string case_id;
    bool has_expected = false;             ///< the case says what should come out; else nothing was compared
    bool passed = false;                   ///< nothing differs
    std::vector<std::string> differences;  ///< one sentence each, in the language asked for
    std::vector<Verdict> verdicts;
};

/// Runs one case with 预期. Of a case that several procedures bind, 结论 is the worst of their results, an id in 违反 is violated in one of
/// the procedures that have it, what is said of a step holds for each that has it, and PROCEDURE/STEP, PROCEDURE/REQUIREMENT mean one of
/// them. A case without 预期 passes if it can be evaluated. Malformed records are a difference, not an exception.
/// Days are counted on the calendar given, else on the one compiled in.
CaseTest run_case_test(const Library& library, const Case& records, Language language, const std::optional<Calendar>& calendar = {});

/// Clause ↔ rule ↔ case: what each clause of the catalogues is decided by, and in which cases it was met and violated. Text or JSON
/// ({"clauses":[{"clause","checkable","rules","met","violated","covered"}], …}).
struct TraceOptions {
    Language language = Language::zh;
    bool json = false;
    bool all = false;  ///< also clauses of the catalogues that no rule cites
};
std::string trace(const Library& library, const std::vector<CaseTest>& cases, const TraceOptions& options);

}  // namespace guicheng::desk
