#pragma once
// What stands behind the public classes. The only stage that joins the others.
#include <memory>
#include <string>
#include <vector>

#include "calendar/calendar.hpp"
#include "cases/binder.hpp"
#include "cases/heading.hpp"
#include "diag/diagnostic.hpp"
#include "diag/render.hpp"
#include "formats/tape.hpp"
#include "guicheng/guicheng.hpp"
#include "library/library.hpp"
#include "report/explain.hpp"
#include "verdict/verdict.hpp"

namespace guicheng {

struct Library::Impl {
    library::Library rules;
    std::vector<Message> warnings;
    std::vector<ProcedureInfo> infos;  ///< one per rules.versions
};

struct Case::Impl {
    base::SourcePtr source;
    formats::Tape tape;  ///< its views point into source and into itself: an Impl never moves
    cases::Heading heading;
    std::unique_ptr<const cases::Standing> standing;  ///< 档册, where the case names a file
    diag::Sink said;                                  ///< warnings about the text
};

struct Calendar::Impl {
    calendar::Calendar calendar;
};

struct Verdict::Impl {
    verdict::Verdict value;
    calendar::Calendar calendar;  ///< that it was counted on
    ProcedureInfo info;
    std::shared_ptr<const model::Procedure> model;
    std::shared_ptr<const model::Clauses> clauses;
    std::vector<StepVerdict> steps;
    std::vector<Finding> findings;
};

namespace detail {

/// The way from a public value to what it holds, and back.
struct Access {
    static const Library::Impl& of(const Library& library) { return *library.impl_; }
    static const Case::Impl& of(const Case& records) { return *records.impl_; }
    static const Verdict::Impl& of(const Verdict& verdict) { return *verdict.impl_; }
    static const Calendar::Impl& of(const Calendar& calendar) { return *calendar.impl_; }
    static Calendar make(std::shared_ptr<const Calendar::Impl> impl) { return Calendar(std::move(impl)); }
    static Library make(std::shared_ptr<const Library::Impl> impl) { return Library(std::move(impl)); }
    static Case make(std::shared_ptr<const Case::Impl> impl) { return Case(std::move(impl)); }
    static Verdict make(std::shared_ptr<const Verdict::Impl> impl) { return Verdict(std::move(impl)); }
};

}  // namespace detail

namespace engine {

messages::Language catalogue(Language language);
std::optional<Date> date(std::optional<base::Day> day);
std::optional<base::Day> day(const std::optional<Date>& date);

std::vector<Message> messages_of(const std::vector<diag::Diagnostic>& diagnostics, Language language);
/// The exception that carries everything the sink holds.
Error error_of(const diag::Sink& sink, Language language);

ProcedureInfo info_of(const model::Procedure& procedure);
/// The version the name means, or the only procedure there is. Throws Error where the name is unknown or needed.
const library::Version& version_named(const Library& library, std::optional<std::string_view> name, Language language);

/// The calendar inside; the one compiled in where none is given.
const calendar::Calendar& calendar_of(const std::optional<Calendar>& calendar);

/// Wraps a verdict value, with the calendar that it was counted on, for the outside.
Verdict wrap(verdict::Verdict value, std::shared_ptr<const model::Procedure> model, std::shared_ptr<const model::Clauses> clauses,
             const calendar::Calendar& calendar);
/// What a text about the verdict is told with.
report::ExplainOptions explaining(const Verdict::Impl& verdict);

/// The result over all procedures that bind the case, in a sentence; empty where only one does.
std::string said_of_all(const std::vector<Verdict>& verdicts, Language language);

/// The versions that bind the case, with the case bound to each; errors in the sink.
std::vector<Verdict> judge(const library::Library& rules, const Case::Impl& records, const EvaluateOptions& options, diag::Sink& sink);

}  // namespace engine

}  // namespace guicheng
