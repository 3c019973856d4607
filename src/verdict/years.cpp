#include "verdict/years.hpp"

#include <algorithm>
#include <set>

namespace guicheng::verdict {

namespace {

/// Whether the last day moves off a day off.
bool rolls(model::RequirementKind kind, calendar::Profile profile) {
    if (kind == model::RequirementKind::posting_length) return profile == calendar::Profile::roll_all;
    return kind == model::RequirementKind::deadline && profile != calendar::Profile::no_roll;
}

void consult(const Counting& counting, bool rolls, std::set<std::int32_t>& years) {
    if (counting.unit == calendar::Unit::working_days) {
        auto last = counting.through;
        if (counting.last_day) last = std::max(last, *counting.last_day);
        // A record names only days of these years.
        const auto from = std::max(base::to_civil(counting.from).year, base::first_year);
        const auto through = std::min(base::to_civil(last).year, base::last_year);
        for (auto year = from; year <= through; ++year) years.insert(year);
    } else if (rolls && counting.last_day) {
        years.insert(base::to_civil(*counting.last_day).year);
    }
}

void consult(const Finding& finding, std::set<std::int32_t>& years) {
    if (finding.counting) consult(*finding.counting, rolls(finding.kind, finding.counting->profile), years);
    for (const auto* counting : countings_in_conditions(finding)) consult(*counting, false, years);
}

}  // namespace

std::vector<const Counting*> countings_in_conditions(const Finding& finding) {
    std::vector<const Counting*> out;
    for (const auto& line : finding.compared)
        for (const auto* side : {&line.left, &line.right})
            for (const auto& term : side->terms)
                if (term.counting) out.push_back(&*term.counting);
    for (const auto& evidence : finding.evidence)
        if (evidence.counting) out.push_back(&*evidence.counting);
    return out;
}

std::vector<YearIdentity> years_consulted(const Verdict& verdict, const calendar::Calendar& calendar) {
    std::set<std::int32_t> years;
    for (const auto& step : verdict.steps) {
        for (const auto& attempt : step.attempts)
            for (const auto& finding : attempt.findings) consult(finding, years);
        for (const auto& finding : step.findings) consult(finding, years);
    }
    for (const auto& finding : verdict.findings) consult(finding, years);

    std::vector<YearIdentity> out;
    for (const auto year : years)
        if (const auto* covered = calendar.year(year)) out.push_back({year, covered->notice, calendar.year_identity(year)});
    return out;
}

}  // namespace guicheng::verdict
