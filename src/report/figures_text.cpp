// The arithmetic of a finding: needed, found, base; and for periods, from when to when.
#include <algorithm>

#include "base/fraction.hpp"
#include "report/comparison_text.hpp"
#include "report/counting_text.hpp"
#include "report/finding_text.hpp"
#include "verdict/names.hpp"

namespace guicheng::report {

namespace {

using model::RequirementKind;
using verdict::Counting;
using verdict::Finding;
using verdict::Numbers;
using verdict::Result;

/// The sentences differ for attendance and approval; every other kind shares one.
std::string variant(const Finding& finding, std::string_view group) {
    const auto own = std::string(group) + "." + std::string(verdict::name(finding.kind));
    return Words::has(own) ? own : std::string(group) + ".other";
}

std::string found_amount(const Words& words, const Numbers& numbers) {
    if (!numbers.found) return {};
    if (!numbers.found_high || *numbers.found_high == *numbers.found) return words.amount(numbers.measure, *numbers.found);
    const auto low = numbers.measure == verdict::Measure::date || numbers.measure == verdict::Measure::money
                         ? words.amount(numbers.measure, *numbers.found)
                         : std::to_string(*numbers.found);
    return words.say("range", {{"low", low}, {"high", words.amount(numbers.measure, *numbers.found_high)}});
}

bool falls_short(const Finding& finding) {
    return finding.result == Result::violated || finding.result == Result::excused || finding.result == Result::not_reached;
}

/// By how much, in the measure's own unit; dates and ranges have none.
std::string difference(const Words& words, const Finding& finding, const Numbers& numbers) {
    if (!falls_short(finding)) return {};
    if (!numbers.needed || !numbers.found || numbers.measure == verdict::Measure::date) return {};
    if (numbers.found_high && *numbers.found_high != *numbers.found) return {};
    // Long enough by its days, but not through the day to which its completion moved.
    if (finding.kind == RequirementKind::posting_length && finding.counting && finding.counting->rolled) return {};
    std::int64_t gap = 0;
    if (__builtin_sub_overflow(*numbers.found, *numbers.needed, &gap) || gap == INT64_MIN) return {};
    const bool asks_less = numbers.op == base::Comparison::less && finding.modality != model::Modality::must_not;
    if (finding.counting && (asks_more(finding) || asks_less)) {
        // Of weeks, months and years the number next to the one written says nothing.
        const bool by_days = numbers.measure == verdict::Measure::days || numbers.measure == verdict::Measure::working_days;
        if (!by_days || (asks_less ? gap < 0 : gap > 0)) return {};
        gap += asks_less ? 1 : -1;
    }
    if (gap == 0) return {};
    return words.say(gap < 0 ? "figure.short" : "figure.over", {{"n", words.amount(numbers.measure, gap < 0 ? -gap : gap)}});
}

/// `needed` is already the number that passes, so a strict comparison has become an inclusive one.
base::Comparison inclusive(base::Comparison op) {
    using base::Comparison;
    switch (op) {
        case Comparison::less: return Comparison::less_equal;
        case Comparison::greater: return Comparison::greater_equal;
        case Comparison::less_equal:
        case Comparison::equal:
        case Comparison::not_equal:
        case Comparison::greater_equal: return op;
    }
    return op;
}

/// Which counts say so: 赞成7、反对1
std::string known_counts(const Words& words, const std::vector<verdict::KnownCount>& counts) {
    std::vector<std::string> items;
    items.reserve(counts.size());
    for (const auto& count : counts) items.push_back(words.say("vote." + count.of, {{"n", std::to_string(count.n)}}));
    return words.join(items);
}

/// A count that the record does not give: what it allows, and why.
std::string bounds_text(const Words& words, const verdict::CountBounds& bounds) {
    const bool persons = bounds.of == "present" || bounds.of == "entitled";
    const auto amount = [&](std::int64_t n) { return words.amount(persons ? verdict::Measure::persons : verdict::Measure::votes, n); };
    std::vector<std::string> clauses{words.say("figure.bounds", {{"count", words.say("count_name." + bounds.of)}})};
    if (bounds.low > 0)
        clauses.push_back(words.say("figure.bounds.low", {{"from", known_counts(words, bounds.low_from)}, {"n", amount(bounds.low)}}));
    if (bounds.high && bounds.high_from != bounds.low_from)
        clauses.push_back(words.say("figure.bounds.high", {{"from", known_counts(words, bounds.high_from)}, {"n", amount(*bounds.high)}}));
    return words.join(clauses, "clause");
}

const verdict::CountBounds* bounds_of(const Numbers& numbers, std::string_view count) {
    const auto found =
        std::find_if(numbers.bounds.begin(), numbers.bounds.end(), [&](const verdict::CountBounds& each) { return each.of == count; });
    return found == numbers.bounds.end() ? nullptr : &*found;
}

/// The key of the count that is the denominator.
std::string_view base_count(model::Denominator denominator) {
    return denominator == model::Denominator::whole ? verdict::name(model::Denominator::entitled) : verdict::name(denominator);
}

/// Where the base is not known and yet it is settled: what is needed of the base that would ask most, or least.
std::string needed_at_most(const Words& words, const Finding& finding, const verdict::CountBounds& base, verdict::Measure base_measure) {
    using base::Comparison;
    if (!finding.ways.empty()) return {};
    const auto& numbers = *finding.numbers;
    const bool at_least = numbers.op == Comparison::greater_equal || numbers.op == Comparison::greater;
    if (!at_least || !numbers.share) return {};
    const bool met = finding.result == Result::satisfied;
    const bool unmet = finding.result == Result::violated || finding.result == Result::not_reached;
    if ((!met && !unmet) || (met && !base.high)) return {};
    const auto number = met ? *base.high : base.low;
    return words.say(met ? "figure.needed_at_most" : "figure.needed_at_least",
                     {{"base", words.amount(base_measure, number)},
                      {"needed", words.amount(numbers.measure, base::smallest_passing(numbers.op, number, *numbers.share))}});
}

std::string one_way_figures(const Words& words, const Finding& finding, const Numbers& numbers) {
    // The base of a vote counts persons or ballots as the denominator says, not as the votes are measured.
    const auto base_measure = numbers.denominator == model::Denominator::cast || numbers.denominator == model::Denominator::valid_ballots
                                  ? verdict::Measure::votes
                                  : verdict::Measure::persons;
    std::vector<std::string> clauses;
    const auto denominator = std::string(verdict::name(numbers.denominator));
    const auto* base_bounds = numbers.base || !numbers.share ? nullptr : bounds_of(numbers, base_count(numbers.denominator));
    const auto* found_bounds = numbers.found ? nullptr : bounds_of(numbers, numbers.measure == verdict::Measure::votes ? "yes" : "present");
    if (numbers.base) {
        clauses.push_back(words.say("figure.base." + denominator, {{"n", words.amount(base_measure, *numbers.base)}}));
    } else if (base_bounds != nullptr) {
        clauses.push_back(bounds_text(words, *base_bounds));
    } else if (numbers.share) {
        clauses.push_back(words.say("figure.unknown_base." + denominator));
    }
    if (numbers.share && numbers.needed) {
        clauses.push_back(words.say(variant(finding, "figure.share"), {{"share", words.share(numbers.op, *numbers.share)},
                                                                       {"needed", words.amount(numbers.measure, *numbers.needed)}}));
    } else if (numbers.share) {
        clauses.push_back(words.say("figure.share_only", {{"share", words.share(numbers.op, *numbers.share)}}));
        if (base_bounds != nullptr)
            if (auto most = needed_at_most(words, finding, *base_bounds, base_measure); !most.empty()) clauses.push_back(std::move(most));
    } else if (numbers.needed) {
        const auto bound = words.bound(inclusive(numbers.op), words.amount(numbers.measure, *numbers.needed));
        clauses.push_back(words.say(variant(finding, "figure.bound"), {{"bound", bound}}));
    }
    if (numbers.found) {
        clauses.push_back(words.say(variant(finding, "figure.found"), {{"n", found_amount(words, numbers)}}));
    } else if (found_bounds != nullptr) {
        if (found_bounds != base_bounds) clauses.push_back(bounds_text(words, *found_bounds));
    } else if (numbers.needed || numbers.share) {
        clauses.push_back(words.say("figure.found_unknown"));
    }
    if (auto gap = difference(words, finding, numbers); !gap.empty()) clauses.push_back(std::move(gap));
    if (finding.result == Result::satisfied && finding.ways.empty() && numbers.margin)
        clauses.push_back(words.say(variant(finding, "figure.margin"), {{"n", words.amount(numbers.measure, *numbers.margin)}}));
    auto text = words.join(clauses, "clause");
    return numbers.of.empty() ? text : words.say("figure.of_class", {{"class", numbers.of}, {"figures", text}});
}

std::string count_figures(const Words& words, const Finding& finding) {
    if (finding.ways.empty()) return one_way_figures(words, finding, *finding.numbers);
    std::vector<std::string> ways;
    for (const auto& way : finding.ways) {
        const auto answer = way.holds == verdict::Answer::yes  ? "figure.way.yes"
                            : way.holds == verdict::Answer::no ? "figure.way.no"
                                                               : "figure.way.unknown";
        const auto n = words.numeral(static_cast<std::int64_t>(ways.size()) + 1);
        ways.push_back(words.say(answer, {{"n", n}, {"figures", one_way_figures(words, finding, way.numbers)}}));
    }
    return words.join(ways, "detail_join");
}

std::string with_details(const Words& words, const calendar::Calendar& calendar, const Finding& finding, std::string text) {
    const auto details = counting_details(words, calendar, *finding.counting, finding.kind == RequirementKind::materials);
    return words.say("with_detail", {{"text", std::move(text)}, {"detail", words.join(details, "detail_join")}});
}

void add_needed_and_gap(const Words& words, const Finding& finding, std::vector<std::string>& clauses) {
    if (finding.numbers && finding.numbers->needed) {
        const auto needed = words.amount(finding.numbers->measure, *finding.numbers->needed);
        clauses.push_back(words.say("figure.bound.days", {{"bound", words.bound(finding.numbers->op, needed)}}));
    }
    if (!finding.numbers) return;
    if (auto gap = difference(words, finding, *finding.numbers); !gap.empty()) clauses.push_back(std::move(gap));
}

std::string span_figures(const Words& words, const calendar::Calendar& calendar, const Finding& finding, std::string_view group) {
    const Counting& counting = *finding.counting;
    std::vector<std::string> clauses;
    const auto found = finding.numbers ? found_amount(words, *finding.numbers) : std::string{};
    auto key = "count." + std::string(group);
    if (counting.through < counting.from && Words::has(key + ".short")) {
        key += ".short";
    } else if (!found.empty()) {
        key += ".found";
    }
    auto text = words.say(key, {{"from", base::iso(counting.from)}, {"through", base::iso(counting.through)}, {"found", found}});
    clauses.push_back(with_details(words, calendar, finding, std::move(text)));
    add_needed_and_gap(words, finding, clauses);
    return words.join(clauses, "clause");
}

void add_last_day(const Words& words, const Finding& finding, std::vector<std::string>& clauses) {
    const Counting& counting = *finding.counting;
    if (!counting.last_day) return;
    clauses.push_back(words.say("count.deadline.need", {{"last_day", base::iso(*counting.last_day)}}));
    if (!falls_short(finding) || counting.through <= *counting.last_day) return;
    const auto late = words.amount(verdict::Measure::days, counting.through - *counting.last_day);
    const bool by_working_days = counting.unit == calendar::Unit::working_days;
    clauses.push_back(words.say(by_working_days ? "count.calendar_days_late" : "count.days_late", {{"n", late}}));
}

std::string deadline_figures(const Words& words, const calendar::Calendar& calendar, const Finding& finding, Subject subject) {
    const Counting& counting = *finding.counting;
    std::vector<std::string> clauses;
    auto text = words.say(subject == Subject::attempt ? "count.deadline" : "count.deadline.open",
                          {{"from", base::iso(counting.from)}, {"through", base::iso(counting.through)}});
    if (auto starts = starts_text(words, counting); !starts.empty()) clauses.push_back(std::move(starts));
    clauses.push_back(with_details(words, calendar, finding, std::move(text)));
    if (finding.numbers && finding.numbers->needed && finding.numbers->measure != verdict::Measure::date) {
        const auto needed = words.amount(finding.numbers->measure, *finding.numbers->needed);
        clauses.push_back(words.say("figure.period", {{"n", needed}}));
    }
    add_last_day(words, finding, clauses);
    return words.join(clauses, "clause");
}

/// A time limit that ends on a day: that day, and the day on which the act was done or looked for.
std::string by_day_figures(const Words& words, const Finding& finding, Subject subject) {
    const auto& numbers = *finding.numbers;
    if (!numbers.needed) return {};
    const auto needed = words.amount(numbers.measure, *numbers.needed);
    if (!numbers.found) return words.say("count.by_day.unknown", {{"needed", needed}});
    auto text = words.say(subject == Subject::attempt ? "count.by_day" : "count.by_day.open",
                          {{"needed", needed}, {"found", words.amount(numbers.measure, *numbers.found)}});
    std::int64_t late = 0;
    if (!falls_short(finding) || __builtin_sub_overflow(*numbers.found, *numbers.needed, &late) || late <= 0) return text;
    return words.join({text, words.say("count.calendar_days_late", {{"n", words.amount(verdict::Measure::days, late)}})}, "clause");
}

}  // namespace

std::string figures(const Words& words, const calendar::Calendar& calendar, const Finding& finding, Subject subject) {
    if (finding.counting) {
        if (finding.kind == RequirementKind::materials) return span_figures(words, calendar, finding, "materials");
        if (finding.kind == RequirementKind::deadline) return deadline_figures(words, calendar, finding, subject);
        return span_figures(words, calendar, finding, "posting");
    }
    const bool by_day = finding.kind == RequirementKind::deadline && finding.numbers && finding.numbers->measure == verdict::Measure::date;
    if (by_day) return by_day_figures(words, finding, subject);
    return finding.numbers ? count_figures(words, finding) : std::string{};
}

std::string short_figures(const Words& words, const Finding& finding, Subject subject) {
    if (!finding.compared.empty()) return comparison_reason(words, finding);
    if (!finding.counting) {
        const bool by_day =
            finding.kind == RequirementKind::deadline && finding.numbers && finding.numbers->measure == verdict::Measure::date;
        if (by_day) return by_day_figures(words, finding, subject);
        return finding.numbers ? count_figures(words, finding) : std::string{};
    }
    std::vector<std::string> clauses;
    if (finding.kind == RequirementKind::deadline) {
        if (!finding.counting->last_day) return {};
        add_last_day(words, finding, clauses);
    } else if (finding.numbers && finding.numbers->found) {
        clauses.push_back(words.say("figure.found.other", {{"n", found_amount(words, *finding.numbers)}}));
        add_needed_and_gap(words, finding, clauses);
        const auto& counting = *finding.counting;
        if (finding.kind == RequirementKind::posting_length && counting.rolled && counting.last_day && falls_short(finding)) {
            clauses.push_back(words.say("count.posting.rolled", {{"last_day", base::iso(*counting.last_day)}}));
        }
    }
    return words.join(clauses, "clause");
}

}  // namespace guicheng::report
