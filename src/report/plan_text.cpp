#include "report/plan_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/finding_text.hpp"

namespace guicheng::report {

using verdict::Ask;
using verdict::PlannedDay;
using verdict::PlannedDue;
using verdict::WishStatus;
using verdict::WishTask;

std::string day_with_weekday(const Words& words, base::Day day) {
    return words.say("calendar.day", {{"day", base::iso(day)}, {"weekday", words.say("weekday." + std::to_string(base::weekday(day)))}});
}

std::string duty_text(const Words& words, const verdict::OpenedDuty& duty) {
    const auto key = "sanction." + std::string(verdict::name(duty.sanction));
    if (duty.subject.empty() || !Words::has(key + ".of")) return words.say(key);
    return words.say(key + ".of", {{"subject", duty.subject}});
}

std::string task_text(const Words& words, const WishTask& task) {
    const auto key = "plan.task." + std::string(verdict::name(task.kind));
    if (task.actors.empty() || !Words::has(key + ".by")) return words.say(key, {{"step", task.step}});
    return words.say(key + ".by", {{"step", task.step}, {"actors", words.join(task.actors)}});
}

namespace {

class Teller {
public:
    Teller(const verdict::Outlook& outlook, Language language, const model::Clauses* clauses)
        : verdict_(outlook.verdict), plan_(outlook.plan), words_(language, clauses) {}

    std::string tell() && {
        const auto& v = verdict_;
        const auto as_of = v.as_of ? day_with_weekday(words_, *v.as_of) : words_.say("summary.unknown_day");
        line(0, words_.say("plan.title", {{"procedure", v.procedure}, {"version", v.version}, {"case", v.case_id}, {"day", as_of}}));
        if (v.status == verdict::CaseStatus::not_applicable) {
            sentence(1, words_.say("plan.not_applicable"));
        } else if (plan_.closed || plan_.ended) {
            sentence(1, words_.say(plan_.closed ? "plan.closed" : "plan.ended"));
        } else {
            if (!v.as_of) sentence(1, words_.say("plan.no_day"));
            if (v.applies && v.applies->result == verdict::Result::undetermined) {
                sentence(1, words_.say("plan.applies_unknown"));
                missing(1, v.applies->missing);
            }
            if (plan_.record_incomplete) sentence(1, words_.say("plan.incomplete"));
            if (plan_.suspended)
                sentence(1, words_.say("plan.suspended"));
            else
                steps();
            waiting();
            lost();
            owed();
        }
        duties();
        wish();
        return std::move(out_);
    }

private:
    using Values = std::vector<messages::Value>;

    void line(std::size_t level, std::string_view text) { out_.append(level * 2, ' ').append(text) += '\n'; }
    void sentence(std::size_t level, std::string text) { line(level, words_.sentence(std::move(text))); }
    void clauses(std::size_t level, const std::vector<std::string>& parts) { sentence(level, words_.join(parts, "clause")); }
    void section(std::string_view key) {
        out_ += '\n';
        line(0, words_.say(key));
    }

    /// The sentence with the day; where there is none, its twin that says why.
    std::string dated(std::string_view key, const PlannedDay& day, Values values = {}) const {
        if (day.day) {
            values.push_back({"day", day_with_weekday(words_, *day.day)});
            return words_.say(key, values);
        }
        values.push_back({"why", day.missing_year != 0 ? words_.say("plan.why.year", {{"year", std::to_string(day.missing_year)}})
                                                       : words_.say("plan.why.open")});
        return words_.say(std::string(key) + ".unknown", values);
    }
    std::string basis(const std::string& requirement, const std::vector<std::string>& citations, bool conditional = false) const {
        const auto by = citations.empty() ? requirement : words_.citations(citations);
        return words_.say(conditional ? "plan.basis.conditional" : "plan.basis", {{"basis", by}});
    }
    std::string basis(const Ask& ask) const { return basis(ask.requirement, ask.citations, ask.conditional); }
    /// "five days in full", "more than five days".
    std::string lasting(const Ask& ask) const {
        return words_.say(ask.exceeds ? "plan.period.more" : "plan.period", {{"period", words_.amount(*ask.period)}});
    }
    std::string ahead(const Ask& ask) const {
        return words_.say(ask.exceeds ? "plan.ahead.more" : "plan.ahead", {{"period", words_.amount(*ask.period)}});
    }
    std::string name_of(const std::string& step, bool optional) const {
        return words_.say(optional ? "plan.step.optional" : "plan.step", {{"step", step}});
    }

    std::string deadline(const PlannedDue& due) const {
        if (due.overdue) return words_.say("plan.overdue", {{"day", day_with_weekday(words_, *due.day.day)}, {"basis", basis(due.ask)}});
        if (due.stopped) return words_.say("plan.due.stopped", {{"basis", basis(due.ask)}});
        return dated("plan.due", due.day, {{"basis", basis(due.ask)}});
    }
    void opening(std::size_t level, const verdict::PlannedOpening& opening) {
        sentence(level, words_.say("plan.opening", {{"day", day_with_weekday(words_, opening.day)}, {"basis", basis(opening.ask)}}));
    }

    void steps() {
        section("plan.section.now");
        if (plan_.steps.empty()) sentence(1, words_.say("plan.nothing"));
        for (const auto& step : plan_.steps) {
            std::vector<std::string> parts{name_of(step.step, step.optional)};
            if (!step.actors.empty()) parts.push_back(words_.say("next.by", {{"actors", words_.join(step.actors)}}));
            if (verdict_.as_of) {
                const bool today = step.earliest.day == verdict_.as_of;
                parts.push_back(today ? words_.say("plan.now") : dated("plan.earliest", step.earliest));
            }
            clauses(1, parts);
            if (step.condition_unknown) {
                sentence(2, words_.say("plan.condition_unknown"));
                missing(2, gaps(step.step, 0));
            }
            for (const auto& posting : step.postings) tell_posting(posting);
            for (const auto& length : step.lengths) tell_length(length);
            for (const auto& papers : step.materials) tell_materials(papers);
            for (const auto& each : step.openings) opening(2, each);
            for (const auto& due : step.due) sentence(2, deadline(due));
        }
    }

    /// The sentence of a length of time, its twin in principle, or that it is not set.
    std::string lasting(const std::string& key, const Ask& ask, const PlannedDay& day, Values values) const {
        values.push_back({"basis", basis(ask)});
        if (!ask.period) return words_.say(key + ".no_period", values);
        values.push_back({"period", lasting(ask)});
        return dated(ask.in_principle ? key + ".in_principle" : key, day, std::move(values));
    }
    void tell_posting(const verdict::PlannedPosting& posting) {
        if (posting.taken_down && posting.ask.period) {
            sentence(2, words_.say(posting.ask.exceeds ? "plan.posting.taken_down.more" : "plan.posting.taken_down",
                                   {{"step", posting.step},
                                    {"end", base::iso(*posting.taken_down)},
                                    {"period", lasting(posting.ask)},
                                    {"basis", basis(posting.ask)}}));
            return;
        }
        sentence(2, lasting("plan.posting", posting.ask, posting.complete, {{"step", posting.step}, {"start", base::iso(posting.start)}}));
    }
    void tell_length(const verdict::PlannedLength& length) { sentence(2, lasting("plan.length", length.ask, length.complete, {})); }

    void tell_materials(const verdict::PlannedMaterials& papers) {
        if (!papers.ask.period) {
            sentence(2, words_.say("plan.materials.no_period", {{"basis", basis(papers.ask)}}));
            return;
        }
        sentence(2, words_.say("plan.materials", {{"period", ahead(papers.ask)}, {"basis", basis(papers.ask)}}));
        std::vector<std::string> parts{dated("plan.materials.by", papers.deliver_by)};
        if (papers.deliver_by.day) parts.push_back(dated("plan.materials.today", papers.if_today));
        clauses(3, parts);
    }

    /// What the verdict misses of a step's attempt, or (0) of the step as a whole.
    std::vector<verdict::Missing> gaps(const std::string& step, std::int32_t attempt) const {
        std::vector<verdict::Missing> out;
        const auto add = [&](const std::vector<verdict::Finding>& findings) {
            for (const auto& finding : findings)
                if (attempt == 0 || finding.result == verdict::Result::undetermined)
                    for (const auto& each : finding.missing)
                        if (each.kind != verdict::MissingKind::step_undetermined && std::find(out.begin(), out.end(), each) == out.end())
                            out.push_back(each);
        };
        for (const auto& each : verdict_.steps) {
            if (each.name != step) continue;
            if (attempt == 0) add(each.findings);
            for (const auto& made : each.attempts)
                if (made.number == attempt) add(made.findings);
        }
        return out;
    }
    void missing(std::size_t level, const std::vector<verdict::Missing>& all) {
        std::vector<std::string> items;
        for (const auto& each : all) items.push_back(missing_text(words_, each));
        if (!items.empty()) sentence(level, words_.say("missing", {{"list", words_.join(items, "detail_join")}}));
    }

    using ByKind = std::vector<std::pair<verdict::CauseKind, std::vector<std::string>>>;
    std::string waited(verdict::CauseKind kind, const std::string& steps) const {
        return words_.say("plan.wait." + std::string(verdict::name(kind)), {{"steps", steps}});
    }

    /// What is waited for in any case, or on one way: each kind once.
    static ByKind by_kind(const std::vector<verdict::WaitedFor>& causes, std::int32_t choice, std::int32_t way) {
        ByKind out;
        for (const auto& cause : causes) {
            if (cause.cause.kind == verdict::CauseKind::suspended || cause.choice != choice || cause.way != way) continue;
            const auto same = std::find_if(out.begin(), out.end(), [&](const auto& each) { return each.first == cause.cause.kind; });
            auto& steps = (same != out.end() ? *same : out.emplace_back(cause.cause.kind, std::vector<std::string>{})).second;
            if (std::find(steps.begin(), steps.end(), cause.cause.step) == steps.end()) steps.push_back(cause.cause.step);
        }
        return out;
    }
    std::vector<std::string> sentences(const ByKind& kinds) const {
        std::vector<std::string> out;
        for (const auto& [kind, steps] : kinds) out.push_back(waited(kind, words_.quoted_list(steps)));
        return out;
    }

    /// Ways of which one is enough; where they wait for the same kind of thing, in one sentence.
    std::string choice_text(const std::vector<ByKind>& ways) const {
        const auto kind = ways.front().front().first;
        const bool alike =
            std::all_of(ways.begin(), ways.end(), [&](const ByKind& way) { return way.size() == 1 && way.front().first == kind; });
        std::vector<std::string> items;
        for (const auto& way : ways) {
            if (!alike) {
                items.push_back(words_.join(sentences(way)));
                continue;
            }
            auto steps = words_.quoted_list(way.front().second);
            items.push_back(way.front().second.size() == 1 ? std::move(steps) : words_.say("plan.wait.together", {{"steps", steps}}));
        }
        return alike ? waited(kind, words_.join(items, "join_or")) : words_.join(items, "expr.or");
    }

    std::vector<std::string> waits(const std::vector<verdict::WaitedFor>& causes) const {
        auto out = sentences(by_kind(causes, 0, 0));
        std::int32_t choices = 0;
        for (const auto& cause : causes) choices = std::max(choices, cause.choice);
        for (std::int32_t choice = 1; choice <= choices; ++choice) {
            std::vector<ByKind> ways;
            for (std::int32_t way = 1;; ++way) {
                auto kinds = by_kind(causes, choice, way);
                if (kinds.empty()) break;
                ways.push_back(std::move(kinds));
            }
            if (!ways.empty()) out.push_back(choice_text(ways));
        }
        return out;
    }

    void waiting() {
        if (plan_.waiting.empty()) return;
        section(plan_.suspended ? "plan.section.suspended" : "plan.section.waiting");
        for (const auto& step : plan_.waiting) {
            auto causes = waits(step.causes);
            if (verdict_.as_of && !plan_.suspended) causes.push_back(dated("plan.at_best", step.earliest));
            const auto name = name_of(step.step, step.optional);
            sentence(1,
                     causes.empty() ? name : words_.say("label_value", {{"label", name}, {"value", words_.join(causes, "detail_join")}}));
            for (const auto& [cause, choice, way] : step.causes)
                if (cause.kind == verdict::CauseKind::undetermined) missing(2, gaps(cause.step, cause.attempt));
            for (const auto& each : step.openings) opening(2, each);
            for (const auto& due : step.due) {
                std::vector<std::string> parts{deadline(due)};
                if (due.begin_by) parts.push_back(words_.say("plan.begin_by", {{"day", day_with_weekday(words_, *due.begin_by)}}));
                clauses(2, parts);
            }
        }
    }

    void lost() {
        if (plan_.lost.empty()) return;
        section("plan.section.lost");
        for (const auto& step : plan_.lost) {
            std::vector<std::string> parts{name_of(step.step, step.optional)};
            parts.push_back(
                words_.say("plan.lost", {{"due", day_with_weekday(words_, *step.due.day.day)}, {"basis", basis(step.due.ask)}}));
            if (step.since || step.ever) parts.push_back(too_late(step.since));
            if (step.earliest.day || step.earliest.missing_year != 0) parts.push_back(dated("plan.earliest_still", step.earliest));
            clauses(1, parts);
        }
    }

    std::string too_late(const std::optional<base::Day>& since) const {
        return since ? words_.say("plan.since", {{"day", day_with_weekday(words_, *since)}}) : words_.say("plan.since_ever");
    }

    void owed() {
        if (plan_.owed.empty()) return;
        section("plan.section.owed");
        for (const auto& each : plan_.owed)
            sentence(1, words_.say("plan.owed." + std::string(verdict::name(each.result)),
                                   {{"requirement", each.requirement}, {"basis", basis(each.requirement, each.citations)}}));
    }

    void duties() {
        if (verdict_.duties.empty()) return;
        section("plan.section.duties");
        for (const auto& duty : verdict_.duties) {
            auto text = duty_text(words_, duty);
            const bool past = duty.due && verdict_.as_of && *duty.due < *verdict_.as_of;
            if (duty.due) text = words_.say(past ? "plan.duty.past" : "duty.due", {{"duty", text}, {"day", base::iso(*duty.due)}});
            sentence(1, words_.say("duty", {{"duty", text}, {"requirement", duty.requirement}}));
        }
    }

    void wish() {
        if (!plan_.wish) return;
        const auto& wish = *plan_.wish;
        out_ += '\n';
        line(0, words_.say("plan.wish", {{"step", wish.step}, {"day", day_with_weekday(words_, wish.day)}}));
        std::vector<std::string> parts{wish_answer(wish)};
        const bool asks_when =
            wish.status == WishStatus::impossible || wish.status == WishStatus::conditional || wish.status == WishStatus::undetermined;
        if (asks_when && !wish.opening && !torn(wish) && (wish.earliest.day || wish.earliest.missing_year != 0))
            parts.push_back(dated("plan.earliest_still", wish.earliest));
        clauses(1, parts);
        // Where it cannot be done only what stands in the way is told.
        for (const auto& task : wish.tasks) {
            const bool own = task.step == wish.step && task.kind != verdict::TaskKind::deliver;
            const bool told = wish.status == WishStatus::impossible ? (task.blocks || task.late) && task.step != wish.step
                                                                    : wish.status != WishStatus::late || !own;
            if (told) tell_task(task);
        }
    }

    /// What is possible from as_of on, but not together with a time limit.
    bool torn(const verdict::Wish& wish) const {
        return wish.status == WishStatus::impossible && wish.earliest.day && *wish.earliest.day <= wish.day;
    }

    std::string wish_answer(const verdict::Wish& wish) const {
        if (wish.opening)
            return words_.say("plan.wish.too_early",
                              {{"day", day_with_weekday(words_, wish.opening->day)}, {"basis", basis(wish.opening->ask)}});
        if (wish.status == WishStatus::late && wish.due)
            return words_.say("plan.wish.late", {{"day", day_with_weekday(words_, *wish.due->day.day)}, {"basis", basis(wish.due->ask)}});
        if (torn(wish)) return words_.say("plan.wish.torn");
        if (wish.status == WishStatus::impossible && verdict_.as_of && wish.day < *verdict_.as_of) return words_.say("plan.wish.past");
        if (wish.since) return words_.say("plan.wish.impossible.since", {{"day", day_with_weekday(words_, *wish.since)}});
        return words_.say("plan.wish." + std::string(verdict::name(wish.status)));
    }

    void tell_task(const WishTask& task) {
        const bool keep = task.kind == verdict::TaskKind::keep_posted;
        const bool papers = task.kind == verdict::TaskKind::deliver;
        const bool too_long = keep && task.blocks;
        const auto key = too_long    ? "plan.task.too_long"
                         : keep      ? "plan.task.through"
                         : task.past ? "plan.task.should_have"
                                     : "plan.task.by";
        std::vector<std::string> parts{
            dated(key, task.latest, {{too_long ? "step" : "task", too_long ? task.step : task_text(words_, task)}})};
        if (task.ask) {
            const std::string length = papers ? "plan.task.ahead" : "plan.task.length";
            if (!task.ask->period)
                parts.push_back(words_.say(length + ".no_period", {{"basis", basis(*task.ask)}}));
            else
                parts.push_back(words_.say(!papers && task.ask->in_principle ? length + ".in_principle" : length,
                                           {{"period", ahead(*task.ask)}, {"basis", basis(*task.ask)}}));
        }
        if (task.limit) parts.push_back(words_.say("plan.task.limit", {{"basis", basis(*task.limit)}}));
        if (task.late) parts.push_back(words_.say("plan.task.late"));
        if (task.opening)
            parts.push_back(
                words_.say("plan.opening", {{"day", day_with_weekday(words_, task.opening->day)}, {"basis", basis(task.opening->ask)}}));
        if (task.not_before)
            parts.push_back(dated("plan.task.not_before", task.not_before->day,
                                  {{"later", task.not_before->step}, {"basis", basis(task.not_before->ask)}}));
        if (task.alternative)
            parts.push_back(task.others.empty() ? words_.say("plan.task.alternative")
                                                : words_.say("plan.task.instead", {{"steps", words_.quoted_list(task.others)}}));
        clauses(2, parts);
    }

    const verdict::Verdict& verdict_;
    const verdict::Plan& plan_;
    Words words_;
    std::string out_;
};

}  // namespace

std::string plan_text(const verdict::Outlook& outlook, Language language, const model::Clauses* clauses) {
    return Teller(outlook, language, clauses).tell();
}

}  // namespace guicheng::report
