// What may be done next: the case bound, planned, said by the report.
#include "guicheng/desk/next.hpp"

#include <algorithm>

#include "base/distance.hpp"
#include "engine/access.hpp"
#include "engine/bind.hpp"
#include "eval/plan.hpp"
#include "report/plan_text.hpp"

namespace guicheng::desk {

namespace {

/// The step's index in the procedure; nothing where it has none of that name.
std::optional<std::uint16_t> step_named(const model::Procedure& procedure, std::string_view name) {
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        if (procedure.steps[i].name == name) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

/// The wish is a step of one of the procedures, on a day that exists.
std::optional<base::Day> check_wish(const Wish& wish, const std::vector<engine::Bound>& bound, diag::Sink& sink) {
    const auto day = engine::day(wish.day);
    if (!day) sink.error("K020", nullptr, {});
    std::vector<std::string_view> names;
    for (const auto& each : bound) {
        if (step_named(*each.version->model, wish.step)) return day;
        for (const auto& step : each.version->model->steps) names.push_back(step.name);
    }
    std::string listed;
    for (const auto name : names) listed += (listed.empty() ? "" : " ") + std::string(name);
    const auto meant = base::closest(wish.step, names, 2);
    sink.error(meant ? "L022" : "L021", nullptr, {})
        .arg("name", wish.step)
        .arg("meant", std::string(meant.value_or("")))
        .arg("names", listed);
    return day;
}

std::string said(const verdict::Outlooks& all, const NextOptions& options, const model::Clauses* clauses) {
    const auto language = engine::catalogue(options.evaluate.language);
    switch (options.form) {
        case NextOptions::Form::json: return report::plan_json(all);
        case NextOptions::Form::icalendar: return report::icalendar(all, language, clauses);
        case NextOptions::Form::text: break;
    }
    std::string text;
    for (const auto& each : all.procedures) text += (text.empty() ? "" : "\n") + report::plan_text(each, language, clauses);
    return text;
}

/// A calendar shows days; that some are not there is said beside it too.
void say_left_out(const verdict::Outlooks& all, diag::Sink& sink) {
    for (const auto year : report::years_left_out(all)) sink.warning("N030", nullptr, {}).arg("year", std::to_string(year));
}

}  // namespace

NextAnswer next(const Library& library, const Case& records, const NextOptions& options) {
    const auto& rules = detail::Access::of(library).rules;
    const auto& file = detail::Access::of(records);
    const auto& evaluate = options.evaluate;
    diag::Sink sink;
    const auto fail_on_errors = [&] {
        if (sink.has_errors()) throw engine::error_of(sink, evaluate.language);
    };
    const auto bound = engine::bind(rules, file, evaluate, sink);
    fail_on_errors();
    std::optional<base::Day> wished;
    if (options.wish) wished = check_wish(*options.wish, bound, sink);
    fail_on_errors();

    verdict::Outlooks all;
    all.engine = "guicheng " GUICHENG_VERSION;
    std::vector<verdict::Outlook> not_applicable;
    const bool named = !file.heading.procedures.empty();
    const auto& days = engine::calendar_of(evaluate.calendar);
    for (const auto& each : bound) {
        std::optional<eval::WishedDay> wish;
        if (wished)
            if (const auto step = step_named(*each.version->model, options.wish->step)) wish = eval::WishedDay{*step, *wished};
        auto outlook = eval::plan(*each.version->program, each.records, days, engine::day(evaluate.as_of), wish);
        outlook.verdict.engine = all.engine;
        const bool applies = outlook.verdict.status != verdict::CaseStatus::not_applicable;
        if (named || applies) engine::append_new(sink, each.said);
        (named || applies ? all.procedures : not_applicable).push_back(std::move(outlook));
    }
    const auto asked = [](const verdict::Outlook& each) { return each.plan.wish.has_value(); };
    const auto done = [](const verdict::Outlook& each) { return !each.plan.wish || each.plan.wish->status == verdict::WishStatus::done; };
    if (std::any_of(all.procedures.begin(), all.procedures.end(), asked) &&
        std::all_of(all.procedures.begin(), all.procedures.end(), done)) {
        sink.error("L023", nullptr, {}).arg("name", options.wish->step);
        fail_on_errors();
    }
    if (all.procedures.empty()) all.procedures = std::move(not_applicable);
    all.prospect = verdict::prospect(all.procedures);

    if (options.form == NextOptions::Form::icalendar) say_left_out(all, sink);
    NextAnswer answer;
    answer.text = said(all, options, rules.clauses.get());
    answer.prospect = static_cast<Prospect>(all.prospect);
    const Error odd = engine::error_of(sink, evaluate.language);
    answer.remarks = {odd.messages(), odd.rendered()};
    return answer;
}

}  // namespace guicheng::desk
