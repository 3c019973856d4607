#include "report/span_text.hpp"

#include <algorithm>

#include "report/counting_text.hpp"

namespace guicheng::report {

namespace {

using Kind = ConditionSpan::Kind;

Kind kind_of(std::string_view sign) {
    if (sign == "+" || sign == "day_after") return Kind::after;
    return sign == "-" || sign == "day_before" ? Kind::before : Kind::between;
}

std::string span_text(const Words& words, const calendar::Calendar& calendar, const ConditionSpan& span) {
    const auto& counting = *span.counting;
    const auto from = base::iso(counting.from);
    const auto through = base::iso(counting.through);
    switch (span.kind) {
        case Kind::after: return words.say(counting.last_day ? "span.after" : "span.after.open", {{"from", from}, {"day", through}});
        case Kind::before: {
            const bool open =
                counting.unit == calendar::Unit::working_days && calendar.first_uncovered(counting.from - 1, counting.through) != 0;
            return words.say(open ? "span.before.open" : "span.before", {{"from", base::iso(counting.through + 1)}, {"day", from}});
        }
        case Kind::between: break;
    }
    if (!counting.least || !counting.most) return words.say("span.between", {{"from", from}, {"through", through}});
    const auto measure = measure_of(counting.unit);
    return words.say("span.between.open", {{"from", from},
                                           {"through", through},
                                           {"least", words.amount(measure, *counting.least)},
                                           {"most", words.amount(measure, *counting.most)}});
}

}  // namespace

std::vector<ConditionSpan> spans_in_conditions(const verdict::Finding& finding, bool of_evidence) {
    std::vector<ConditionSpan> out;
    const auto add = [&](const std::optional<verdict::Counting>& counting, std::string_view sign) {
        if (!counting) return;
        const auto same = [&](const ConditionSpan& span) { return span.kind == kind_of(sign) && *span.counting == *counting; };
        if (std::none_of(out.begin(), out.end(), same)) out.push_back({kind_of(sign), &*counting});
    };
    for (const auto& line : finding.compared)
        for (const auto* side : {&line.left, &line.right})
            for (const auto& term : side->terms) add(term.counting, term.sign);
    if (of_evidence)
        for (const auto& evidence : finding.evidence) add(evidence.counting, evidence.of);
    return out;
}

std::string span_sentence(const Words& words, const calendar::Calendar& calendar, const ConditionSpan& span) {
    auto text = span_text(words, calendar, span);
    auto details = counting_details(words, calendar, *span.counting, false);
    if (span.kind == Kind::before && !details.empty()) details.erase(details.begin());  // the sentence says which ends count
    if (details.empty()) return text;
    return words.say("with_detail", {{"text", std::move(text)}, {"detail", words.join(details, "detail_join")}});
}

}  // namespace guicheng::report
