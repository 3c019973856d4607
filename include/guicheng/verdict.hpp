#pragma once
// What was decided of a case, and why.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "guicheng/library.hpp"

namespace guicheng {

/// One requirement's result, with the figures it rests on.
struct Finding {
    std::string requirement;  ///< its id: 决议.村民代表会议.到会
    Result result = Result::satisfied;
    bool inherited = false;  ///< violated or undetermined only because of something found elsewhere
    std::vector<std::string> citations;
    std::optional<long long> needed;  ///< in the requirement's own unit
    std::optional<long long> found;
    std::optional<long long> base;
    std::vector<std::string> missing;  ///< what is not recorded and would decide it, by name
};

/// One attempt at a step.
struct Attempt {
    int number = 1;
    int record = 0;  ///< position in 经过, from 1
    AttemptStatus status = AttemptStatus::valid;
    Outcome outcome = Outcome::none;
    bool counts = false;  ///< the case's result rests on it
    std::vector<Finding> findings;
};

struct StepVerdict {
    std::string name;
    std::vector<Attempt> attempts;
    std::vector<Finding> findings;  ///< about the step as a whole
};

struct TextOptions {
    Language language = Language::zh;
    bool show_satisfied = true;  ///< also one line for each requirement that is met
    bool ruler = false;          ///< every day of each counted span, counted or skipped and why
};

/// Immutable, complete in itself, cheap to copy; the same inputs give the same bytes everywhere.
class Verdict {
public:
    CaseStatus status() const;
    Outcome outcome() const;
    const ProcedureInfo& procedure() const;
    std::string case_id() const;
    std::optional<Date> as_of() const;
    const std::vector<StepVerdict>& steps() const;
    /// Of the procedure's own requirements.
    const std::vector<Finding>& findings() const;
    /// Ids of all requirements violated in their own right, in the order of the procedure, each once.
    std::vector<std::string> violated() const;

    /// Under docs/schema/verdict.schema.json, keys in a fixed order.
    std::string to_json(bool pretty = true) const;
    /// The explanation as text.
    std::string explain(const TextOptions& options = {}) const;
    /// The explanation as one HTML page.
    std::string to_html(Language language = Language::zh) const;
    std::string to_html(const TextOptions& options) const;

    struct Impl;  ///< the library's own

private:
    explicit Verdict(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
    friend struct detail::Access;
};

/// Of a case that several procedures bind: the worst of void, undetermined, flawed, in progress, valid; not applicable only where none of
/// them applies. Of no verdict at all: not applicable.
CaseStatus status_of(const std::vector<Verdict>& verdicts);
/// Their explanations one after another; of more than one with the result over all at the end.
std::string explain(const std::vector<Verdict>& verdicts, const TextOptions& options = {});
/// One verdict as its object; any other number as one array of them, in their order.
std::string to_json(const std::vector<Verdict>& verdicts, bool pretty = true);
/// All of them as one HTML page.
std::string to_html(const std::vector<Verdict>& verdicts, Language language = Language::zh);
std::string to_html(const std::vector<Verdict>& verdicts, const TextOptions& options);

}  // namespace guicheng
