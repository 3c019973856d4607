// Cases that carry expected results, compared with their verdicts.
#include <algorithm>

#include "cases/expected.hpp"
#include "engine/access.hpp"
#include "guicheng/desk/tests.hpp"
#include "verdict/names.hpp"

namespace guicheng::desk {

namespace {

using messages::Value;

class Comparison {
public:
    Comparison(std::vector<std::string>& differences, Language language)
        : differences_(differences), language_(engine::catalogue(language)) {}

    void compare(const cases::Expected& expected, const Verdict& verdict, const model::Procedure& procedure) {
        const verdict::Verdict& value = detail::Access::of(verdict).value;
        if (expected.status != cases::ExpectedStatus::none) {
            compare_words("status", "case_status", status_key(expected.status), std::string(verdict::name(value.status)), {});
        }
        if (expected.outcome != cases::ExpectedOutcome::none) {
            compare_words("outcome", "outcome", outcome_key(expected.outcome), std::string(verdict::name(value.outcome)), {});
        }
        if (expected.violated) compare_violated(*expected.violated, verdict.violated());
        for (const cases::ExpectedStep& step : expected.steps) {
            compare_step(step, procedure.step(step.step).name, value.steps[step.step.index()]);
        }
    }

private:
    std::string say(std::string_view key, std::vector<Value> values = {}) const {
        return messages::format(messages::find(key, language_), values);
    }
    std::string word(const std::string& group, const std::string& key) const { return say("report." + group + "." + key); }

    static std::string status_key(cases::ExpectedStatus status) {
        switch (status) {
            case cases::ExpectedStatus::none: break;
            case cases::ExpectedStatus::valid: return "valid";
            case cases::ExpectedStatus::flawed: return "flawed";
            case cases::ExpectedStatus::void_: return "void";
            case cases::ExpectedStatus::in_progress: return "in_progress";
            case cases::ExpectedStatus::undetermined: return "undetermined";
            case cases::ExpectedStatus::not_applicable: return "not_applicable";
            case cases::ExpectedStatus::pending: return "pending";
        }
        return {};
    }
    static std::string outcome_key(cases::ExpectedOutcome outcome) {
        switch (outcome) {
            case cases::ExpectedOutcome::none: break;
            case cases::ExpectedOutcome::carried: return "carried";
            case cases::ExpectedOutcome::lost: return "lost";
            case cases::ExpectedOutcome::open: return "open";
        }
        return {};
    }

    static std::string state_key(cases::ExpectedState state) {
        switch (state) {
            case cases::ExpectedState::none: break;
            case cases::ExpectedState::done: return "done";
            case cases::ExpectedState::attempted: return "attempted";
            case cases::ExpectedState::owed: return "owed";
            case cases::ExpectedState::not_yet: return "not_yet";
            case cases::ExpectedState::skipped: return "skipped";
            case cases::ExpectedState::optional: return "optional";
            case cases::ExpectedState::closed_off: return "closed_off";
        }
        return {};
    }

    void compare_words(const std::string& what, const std::string& group, const std::string& expected, const std::string& found,
                       std::vector<Value> values) {
        if (expected == found) return;
        values.emplace_back("expected", word(group, expected));
        values.emplace_back("found", word(group, found));
        differences_.push_back(say("desk.differs." + what, std::move(values)));
    }

    void compare_violated(const std::vector<std::string>& expected, std::vector<std::string> found) {
        std::sort(found.begin(), found.end());
        for (const std::string& id : expected) {
            if (!std::binary_search(found.begin(), found.end(), id))
                differences_.push_back(say("desk.differs.violated_missing", {{"id", id}}));
        }
        for (const std::string& id : found) {
            if (!std::binary_search(expected.begin(), expected.end(), id))
                differences_.push_back(say("desk.differs.violated_extra", {{"id", id}}));
        }
    }

    /// The attempt that speaks for the step: the one that stands, else the last.
    static const verdict::Attempt* speaking(const verdict::StepVerdict& step) {
        for (const verdict::Attempt& attempt : step.attempts) {
            if (attempt.serving) return &attempt;
        }
        return step.attempts.empty() ? nullptr : &step.attempts.back();
    }

    /// The requirements that gave the attempt its status.
    static std::vector<std::string> because(const verdict::Attempt& attempt) {
        std::vector<std::string> ids;
        for (const verdict::Finding& finding : attempt.findings) {
            const bool violated = finding.result == verdict::Result::violated;
            const bool open = finding.result == verdict::Result::undetermined || finding.result == verdict::Result::unregulated;
            const bool strikes = model::strikes(finding.effect) || finding.kind == model::RequirementKind::inherited;
            const bool decides = attempt.status == verdict::Status::void_          ? violated && strikes
                                 : attempt.status == verdict::Status::flawed       ? violated
                                 : attempt.status == verdict::Status::undetermined ? open
                                 : attempt.status == verdict::Status::pending      ? finding.result == verdict::Result::pending
                                                                                   : false;
            if (decides) ids.push_back(finding.requirement);
        }
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }

    std::string list(const std::vector<std::string>& ids) const {
        if (ids.empty()) return say("desk.nothing");
        std::string text;
        for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
        return text;
    }

    void compare_step(const cases::ExpectedStep& expected, const std::string& name, const verdict::StepVerdict& step) {
        const verdict::Attempt* attempt = speaking(step);
        const std::vector<Value> values = {{"step", name}};
        if (expected.status != cases::ExpectedStatus::none) {
            const std::string wanted = status_key(expected.status);
            if (attempt == nullptr) {
                std::vector<Value> all = values;
                all.emplace_back("expected", word("status", wanted));
                all.emplace_back("found", say("desk.not_attempted"));
                differences_.push_back(say("desk.differs.step_status", std::move(all)));
            } else {
                compare_words("step_status", "status", wanted, std::string(verdict::name(attempt->status)), values);
            }
        }
        if (expected.state != cases::ExpectedState::none) {
            compare_words("step_status", "state", state_key(expected.state), std::string(verdict::name(step.state)), values);
        }
        if (expected.outcome != cases::ExpectedOutcome::none && attempt != nullptr) {
            compare_words("step_outcome", "outcome", outcome_key(expected.outcome), std::string(verdict::name(attempt->outcome)), values);
        }
        if (expected.because) {
            const std::vector<std::string> found = attempt != nullptr ? because(*attempt) : std::vector<std::string>();
            if (found != *expected.because) {
                std::vector<Value> all = values;
                all.emplace_back("expected", list(*expected.because));
                all.emplace_back("found", list(found));
                differences_.push_back(say("desk.differs.because", std::move(all)));
            }
        }
    }

    std::vector<std::string>& differences_;
    messages::Language language_;
};

}  // namespace

namespace {

/// The other procedures that bind the case.
std::vector<const model::Procedure*> others(const std::vector<Verdict>& verdicts, const Verdict& one) {
    std::vector<const model::Procedure*> found;
    for (const Verdict& verdict : verdicts) {
        if (&verdict != &one) found.push_back(detail::Access::of(verdict).model.get());
    }
    return found;
}

}  // namespace

CaseTest run_case_test(const Library& library, const Case& records, Language language) {
    CaseTest test;
    test.file = records.file();
    test.case_id = records.id();
    EvaluateOptions options;
    options.language = language;
    try {
        test.verdicts = evaluate(library, records, options);
    } catch (const Error& error) {
        test.differences.push_back(error.rendered());
        return test;
    }
    const Case::Impl& file = detail::Access::of(records);
    if (file.heading.expected) {
        for (const Verdict& verdict : test.verdicts) {
            const model::Procedure& procedure = *detail::Access::of(verdict).model;
            diag::Sink sink;
            const auto expected = cases::read_expected(file.tape, file.source, procedure, sink, others(test.verdicts, verdict));
            if (expected) {
                Comparison(test.differences, language).compare(*expected, verdict, procedure);
            } else if (sink.has_errors()) {
                test.differences.push_back(engine::error_of(sink, language).rendered());
            }
        }
    }
    test.passed = test.differences.empty();
    return test;
}

}  // namespace guicheng::desk
