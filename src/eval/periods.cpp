// Days counted: papers delivered (judging, section 6), and what every count shows.
#include "eval/run.hpp"
#include "eval/within.hpp"

namespace guicheng::eval {

using base::Day;
using calendar::Unit;
using verdict::Measure;
using verdict::MissingKind;

namespace {

constexpr Measure measure_of(Unit unit) {
    switch (unit) {
        case Unit::days: return Measure::days;
        case Unit::working_days: return Measure::working_days;
        case Unit::months: return Measure::months;
        case Unit::years: return Measure::years;
        case Unit::weeks: return Measure::weeks;
    }
    return Measure::none;
}

}  // namespace

/// The period of the rule, or of its parameter; nothing (and what is missing) where that is not set.
std::optional<calendar::Period> Run::period_of(const Row& row) {
    std::optional<calendar::Period> period = row.period;
    if (row.parameter != program::none) {
        const auto set = parameter(row.parameter);
        if (set.known)
            period = calendar::under(row.profile, case_.periods[static_cast<std::size_t>(set.v)]);
        else
            period.reset();
    }
    if (period) figures_.needed = period->amount;
    if (auto* finding = made()) {
        auto& numbers = finding->numbers.emplace();
        numbers.op = row.op;
        if (period) {
            numbers.measure = measure_of(period->unit);
            numbers.needed = period->amount;
        }
    }
    return period;
}

void Run::show_counting(const Row& row, calendar::Period period, calendar::Count count, Day from, Day through, std::optional<Day> last_day,
                        std::optional<Day> ends) {
    figures_.found = count.low;
    auto* finding = made();
    if (finding == nullptr) return;
    finding->numbers->found = count.low;
    if (!count.exact()) finding->numbers->found_high = count.high;
    finding->counting = verdict::Counting{from, through, period.unit, row.profile, last_day, ends.has_value(), ends};
}

/// In days of a period that the rule itself gives.
bool Run::plainly_delivered(const Row& row, const cases::Act& act) const {
    if (!act.dated || !act.has_materials || row.parameter != program::none || !in_days(row.period.unit)) return false;
    const auto count = calendar::days_before(calendar_, act.materials, act.start.day, row.period.unit, row.profile);
    return holds_within(row.op, count, row.period.amount) == Tri::yes;
}

Test Run::materials(const Row& row) {
    const auto& act = act_of(at_.attempt);
    const Subject who{s_.attempts[at_.attempt].act, at_.attempt};
    if (!act.dated) gap_of_act(MissingKind::act_date, who);
    if (!act.has_materials) gap_of_act(MissingKind::materials, who);
    const auto period = period_of(row);
    if (!act.dated || !act.has_materials || !period) return Test::unknown;
    const auto event = act.start.day;
    const auto count = calendar::days_before(calendar_, act.materials, event, period->unit, row.profile);
    show_counting(row, *period, count, act.materials, event, std::nullopt, std::nullopt);
    if (!in_days(period->unit)) {
        const auto latest = calendar::latest_notice_day(calendar_, event, *period, row.profile).day;
        return test(base::holds(row.op, latest.number, act.materials.number));
    }
    const auto found = holds_within(row.op, count, period->amount);
    if (found == Tri::unknown) gap(MissingKind::calendar_year, "", calendar_.first_uncovered(act.materials, event));
    return test(found);
}

}  // namespace guicheng::eval
