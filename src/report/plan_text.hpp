#pragma once
// What may be done next, told to people, to programs and to a calendar.
#include <cstdint>
#include <string>
#include <vector>

#include "report/words.hpp"
#include "verdict/plan.hpp"

namespace guicheng::report {

/// Plain text, '\n' at each end. `clauses`, where given, tells what the clause ids stand for.
std::string plan_text(const verdict::Outlook& outlook, Language language, const model::Clauses* clauses = nullptr);

/// One object, as docs/schema/next.schema.json describes it.
std::string plan_json(const verdict::Outlooks& outlooks);

/// An iCalendar object (RFC 5545) of all-day entries: first and last days of steps, days by which papers are due, postings that must hang,
/// the tasks of a wish that can be met, and the duties opened as to-dos; one journal entry where there is nothing to note. It is stamped
/// with the day as of which the case was looked at.
std::string icalendar(const verdict::Outlooks& outlooks, Language language, const model::Clauses* clauses = nullptr);

/// The years not covered for want of which days have no entry in the calendar, ascending; the calendar says so on the day looked at.
std::vector<std::int32_t> years_left_out(const verdict::Outlooks& outlooks);

/// Shared by the text and the calendar.
std::string day_with_weekday(const Words& words, base::Day day);
std::string duty_text(const Words& words, const verdict::OpenedDuty& duty);
std::string task_text(const Words& words, const verdict::WishTask& task);

}  // namespace guicheng::report
