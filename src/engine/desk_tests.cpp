// Cases that carry expected results, compared with their verdicts.
#include <algorithm>

#include "cases/expected.hpp"
#include "engine/access.hpp"
#include "guicheng/desk/tests.hpp"
#include "verdict/names.hpp"

namespace guicheng::desk {

namespace {

using messages::Value;

/// What is expected of a case against the verdicts that it got, one for each procedure that binds it.
class Comparison {
public:
    Comparison(const std::vector<Verdict>& verdicts, std::vector<std::string>& differences, Language language)
        : verdicts_(verdicts), differences_(differences), language_(engine::catalogue(language)) {}

    /// `expected`: the same 预期 as each of the procedures reads it.
    void compare(const std::vector<cases::Expected>& expected) {
        if (expected.empty()) return;
        compare_case(expected.front());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const Verdict::Impl& verdict = detail::Access::of(verdicts_[i]);
            const std::size_t before = differences_.size();
            if (expected[i].violated) compare_violated(expected, i);
            for (const cases::ExpectedStep& step : expected[i].steps) {
                compare_step(step, verdict.model->step(step.step).name, verdict.value.steps[step.step.index()]);
            }
            if (verdicts_.size() < 2) continue;
            for (std::size_t at = before; at < differences_.size(); ++at) {
                differences_[at] = say("desk.differs.of", {{"procedure", verdict.value.procedure}, {"difference", differences_[at]}});
            }
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

    /// The case has the worst of its results, and the outcome of every procedure that gives one.
    void compare_case(const cases::Expected& expected) {
        if (expected.status != cases::ExpectedStatus::none) {
            const auto found = static_cast<verdict::CaseStatus>(status_of(verdicts_));
            compare_words("status", "case_status", status_key(expected.status), std::string(verdict::name(found)), {});
        }
        if (expected.outcome == cases::ExpectedOutcome::none) return;
        bool none = true;
        for (const Verdict& verdict : verdicts_) {
            const auto outcome = detail::Access::of(verdict).value.outcome;
            if (outcome == verdict::Outcome::none) continue;
            none = false;
            compare_words("outcome", "outcome", outcome_key(expected.outcome), std::string(verdict::name(outcome)), {});
        }
        const std::string_view nothing = verdict::name(verdict::Outcome::none);
        if (none) compare_words("outcome", "outcome", outcome_key(expected.outcome), std::string(nothing), {});
    }

    bool violates(std::size_t verdict, const std::string& id) const {
        const auto found = verdicts_[verdict].violated();
        return std::find(found.begin(), found.end(), id) != found.end();
    }
    /// Whether an id that several procedures have is violated in one of those that are expected to.
    bool violated_somewhere(const std::vector<cases::Expected>& expected, const std::string& id) const {
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (holds(expected[i].violated_anywhere, id) && violates(i, id)) return true;
        }
        return false;
    }
    static bool holds(const std::vector<std::string>& sorted, const std::string& id) {
        return std::binary_search(sorted.begin(), sorted.end(), id);
    }

    void compare_violated(const std::vector<cases::Expected>& all, std::size_t which) {
        const cases::Expected& expected = all[which];
        for (const std::string& id : *expected.violated) {
            if (violates(which, id)) continue;
            if (holds(expected.violated_anywhere, id) && violated_somewhere(all, id)) continue;
            differences_.push_back(say("desk.differs.violated_missing", {{"id", id}}));
        }
        for (const std::string& id : verdicts_[which].violated()) {
            if (!holds(*expected.violated, id)) differences_.push_back(say("desk.differs.violated_extra", {{"id", id}}));
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

    const std::vector<Verdict>& verdicts_;
    std::vector<std::string>& differences_;
    messages::Language language_;
};

/// The other procedures that bind the case.
std::vector<const model::Procedure*> others(const std::vector<Verdict>& verdicts, const Verdict& one) {
    std::vector<const model::Procedure*> found;
    for (const Verdict& verdict : verdicts) {
        if (&verdict != &one) found.push_back(detail::Access::of(verdict).model.get());
    }
    return found;
}

bool says_something(const cases::Expected& expected) {
    return expected.status != cases::ExpectedStatus::none || expected.outcome != cases::ExpectedOutcome::none || expected.violated ||
           !expected.steps.empty();
}

}  // namespace

CaseTest run_case_test(const Library& library, const Case& records, Language language, const std::optional<Calendar>& calendar) {
    CaseTest test;
    test.file = records.file();
    test.case_id = records.id();
    EvaluateOptions options;
    options.language = language;
    options.calendar = calendar;
    try {
        test.verdicts = evaluate(library, records, options);
    } catch (const Error& error) {
        test.differences.push_back(error.rendered());
        return test;
    }
    const Case::Impl& file = detail::Access::of(records);
    std::vector<cases::Expected> all;
    for (const Verdict& verdict : test.verdicts) {
        diag::Sink sink;
        auto expected =
            cases::read_expected(file.tape, file.source, *detail::Access::of(verdict).model, sink, others(test.verdicts, verdict));
        if (sink.has_errors()) {
            // What is wrong with it is wrong for every procedure: it is said once.
            test.differences.push_back(engine::error_of(sink, language).rendered());
            return test;
        }
        if (!expected) continue;
        test.has_expected = test.has_expected || says_something(*expected);
        all.push_back(std::move(*expected));
    }
    if (all.size() == test.verdicts.size()) Comparison(test.verdicts, test.differences, language).compare(all);
    test.passed = test.differences.empty();
    return test;
}

}  // namespace guicheng::desk
