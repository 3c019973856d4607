#pragma once
// A rule's text and a case's text to a verdict, and the verdict's parts by name, for tests of what is decided.
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/calendar.hpp"
#include "cases/read_case.hpp"
#include "eval/judge.hpp"
#include "model/check.hpp"
#include "program/program.hpp"
#include "support/days.hpp"
#include "syntax/parse.hpp"
#include "verdict/names.hpp"

namespace guicheng::support {

inline base::SourcePtr source_of(std::string name, std::string text) {
    return std::make_shared<const base::SourceText>(std::move(name), std::move(text));
}

[[noreturn]] inline void refuse(const char* what, const diag::Sink& sink) {
    std::string message = what;
    for (const auto& entry : sink.sorted()) {
        message += ' ' + entry.code;
        for (const auto& [key, value] : entry.arguments) message += ' ' + key + '=' + value;
    }
    throw std::invalid_argument(message);
}

/// A rule file's one procedure. Statements without 规程 are put into one that declares two actors, two bodies and a few fields.
class Rule {
public:
    explicit Rule(std::string statements) {
        if (statements.find("规程 ") == std::string::npos)
            statements =
                "规程 样例 {\n版本 \"1\"\n主体 甲方、乙方\n会议体 大会、理事会\n"
                "事项 {\n金额 金额\n人数 整数\n涉密 是否\n紧急 是否\n产业 选项 { 农 工 商 }\n签约日 日期\n说明 文本\n}\n" +
                statements + "\n}\n";
        diag::Sink sink;
        const auto file = syntax::parse(source_of("rule.guicheng", std::move(statements)), sink);
        auto made = file ? model::check(std::vector{*file}, {}, sink) : std::vector<model::Procedure>{};
        if (made.size() != 1) refuse("the rule is refused:", sink);
        program_ = std::make_shared<const program::Program>(program::compile(made.front()));
    }

    const program::Program& program() const { return *program_; }
    const model::Procedure& procedure() const { return *program_->procedure; }

    /// A whole case file's text.
    cases::Case read(std::string text) const {
        diag::Sink sink;
        auto made = cases::read_case(source_of("case.yaml", std::move(text)), cases::FileFormat::yaml, procedure(), sink);
        if (!made) refuse("the case is refused:", sink);
        return std::move(*made);
    }

    /// Acts apart by commas, as YAML flow mappings without their braces' list; `rest`: what else the file says.
    static std::string file_of(const std::string& acts, const std::string& rest = {}) { return rest + "\n经过: [ " + acts + " ]\n"; }

    verdict::Verdict judge(const std::string& acts, const std::string& rest = {}, std::string_view as_of = {},
                           const calendar::Calendar& calendar = calendar::built_in()) const {
        return judge_file(file_of(acts, rest), as_of, calendar);
    }

    verdict::Verdict judge_file(std::string text, std::string_view as_of = {},
                                const calendar::Calendar& calendar = calendar::built_in()) const {
        const auto file = read(std::move(text));
        return eval::explain(*program_, file, calendar, as_of.empty() ? std::nullopt : std::optional(test::day(as_of)));
    }

private:
    std::shared_ptr<const program::Program> program_;
};

inline const verdict::StepVerdict& step_of(const verdict::Verdict& v, std::string_view name) {
    for (const auto& step : v.steps)
        if (step.name == name) return step;
    throw std::invalid_argument("no such step: " + std::string(name));
}

inline const verdict::Attempt& attempt_of(const verdict::Verdict& v, std::string_view step, std::size_t number = 1) {
    return step_of(v, step).attempts.at(number - 1);
}

/// A finding by id: of an attempt by its number, or with 0 of a step as a whole or of the procedure. Null where it is not listed.
inline const verdict::Finding* listed(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    const auto among = [&](const std::vector<verdict::Finding>& findings) -> const verdict::Finding* {
        for (const auto& finding : findings)
            if (finding.requirement == id) return &finding;
        return nullptr;
    };
    for (const auto& step : v.steps) {
        if (number > 0 && number > step.attempts.size()) continue;
        if (const auto* found = among(number == 0 ? step.findings : step.attempts[number - 1].findings)) return found;
    }
    return number == 0 ? among(v.findings) : nullptr;
}

inline const verdict::Finding& finding(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    const auto* found = listed(v, id, number);
    if (found == nullptr) throw std::invalid_argument("not listed: " + std::string(id));
    return *found;
}

/// The result's fixed name, or "-" where the finding is not listed.
inline std::string result(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    const auto* found = listed(v, id, number);
    return found == nullptr ? "-" : std::string(verdict::name(found->result));
}

inline std::string status(const verdict::Verdict& v) {
    return std::string(verdict::name(v.status));
}
inline std::string status(const verdict::Verdict& v, std::string_view step, std::size_t number = 1) {
    return std::string(verdict::name(attempt_of(v, step, number).status));
}
inline std::string outcome(const verdict::Verdict& v, std::string_view step, std::size_t number = 1) {
    return std::string(verdict::name(attempt_of(v, step, number).outcome));
}
inline std::string state(const verdict::Verdict& v, std::string_view step) {
    return std::string(verdict::name(step_of(v, step).state));
}

/// "too_late 甲 1; lost 乙 2"
inline std::string causes(const verdict::Finding& f) {
    std::string out;
    for (const auto& cause : f.causes) {
        out += (out.empty() ? "" : "; ") + std::string(verdict::name(cause.kind));
        if (!cause.step.empty()) out += ' ' + cause.step;
        if (cause.attempt != 0) out += ' ' + std::to_string(cause.attempt);
        if (!cause.requirement.empty()) out += ' ' + cause.requirement;
    }
    return out;
}
inline std::string causes(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    return causes(finding(v, id, number));
}

/// "matter_field 涉密; act_date 甲 1"
inline std::string missing(const verdict::Finding& f) {
    std::string out;
    for (const auto& item : f.missing) {
        out += (out.empty() ? "" : "; ") + std::string(verdict::name(item.kind));
        if (!item.name.empty()) out += ' ' + item.name;
        if (item.number != 0) out += ' ' + std::to_string(item.number);
    }
    return out;
}
inline std::string missing(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    return missing(finding(v, id, number));
}

/// "needed/found/base", "-" where not known.
inline std::string figures(const verdict::Finding& f) {
    if (!f.numbers) return "none";
    const auto text = [](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string("-"); };
    return text(f.numbers->needed) + '/' + text(f.numbers->found) + '/' + text(f.numbers->base);
}
inline std::string figures(const verdict::Verdict& v, std::string_view id, std::size_t number = 1) {
    return figures(finding(v, id, number));
}

/// The steps that may be taken now, apart by blanks.
inline std::string next_steps(const verdict::Verdict& v) {
    std::string out;
    for (const auto& next : v.next) out += (out.empty() ? "" : " ") + next.step;
    return out;
}

}  // namespace guicheng::support
