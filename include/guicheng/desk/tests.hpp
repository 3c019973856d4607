#pragma once
// Cases that carry 预期, compared with what the rules say of them.
#include <string>
#include <vector>

#include "guicheng/case.hpp"
#include "guicheng/library.hpp"
#include "guicheng/verdict.hpp"

namespace guicheng::desk {

struct CaseTest {
    std::string file;
    std::string case_id;
    bool passed = false;
    std::vector<std::string> differences;  ///< one sentence each, in the language asked for
    std::vector<Verdict> verdicts;
};

/// Runs one case with 预期. A case without 预期 passes if it can be evaluated. Malformed records are a difference, not an exception.
CaseTest run_case_test(const Library& library, const Case& records, Language language);

/// Clause ↔ rule ↔ case: what each clause of the catalogues is decided by, and in which cases it was met and violated. Text or JSON
/// ({"clauses":[{"clause","checkable","rules","met","violated","covered"}], …}).
struct TraceOptions {
    Language language = Language::zh;
    bool json = false;
    bool all = false;  ///< also clauses of the catalogues that no rule cites
};
std::string trace(const Library& library, const std::vector<CaseTest>& cases, const TraceOptions& options);

}  // namespace guicheng::desk
