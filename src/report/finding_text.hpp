#pragma once
// One finding in sentences: what was found with its figures, why, on which clause and with what consequence.
#include "report/explain.hpp"

namespace guicheng::report {

/// What a finding speaks of: an attempt that was made, or a step (or the procedure) as a whole.
enum class Subject : std::uint8_t { attempt, whole };

/// Whether more than the number shown is asked: not it itself.
bool asks_more(const verdict::Finding& finding);

/// The finding's first clause without figures and stop: "too few were present".
std::string headline(const Words& words, const verdict::Finding& finding);

/// The arithmetic: "45 entitled, 2/3 or more asks for 30 present, 29 came, 1 short"; empty where there is none.
std::string figures(const Words& words, const calendar::Calendar& calendar, const verdict::Finding& finding, Subject subject);

/// The figures that decide, without how they were counted: for the last sentence of a report. Empty where there are none.
std::string short_figures(const Words& words, const verdict::Finding& finding, Subject subject);

Item finding_item(const Words& words, const calendar::Calendar& calendar, const verdict::Finding& finding, Subject subject,
                  const ExplainOptions& options);

/// What is missing, by name.
std::string missing_text(const Words& words, const verdict::Missing& missing);
std::string cause_text(const Words& words, model::RequirementKind kind, const verdict::Cause& cause);
Tone tone_of(verdict::Result result);

/// Clause, consequence, reading and evidence as sentences; the procedure tells the types of the values.
std::string basis_text(const Words& words, const verdict::Finding& finding, const model::Procedure* procedure);

}  // namespace guicheng::report
