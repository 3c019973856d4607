// The order in which a verdict is told: head, whether the procedure applies, step by step, what follows from it, one last sentence.
#include <algorithm>

#include "report/evidence_text.hpp"
#include "report/finding_text.hpp"
#include "report/json.hpp"
#include "report/summary_text.hpp"

namespace guicheng::report {

namespace {

using verdict::Attempt;
using verdict::Verdict;

Tone tone_of(verdict::Status status) {
    switch (status) {
        case verdict::Status::valid: return Tone::good;
        case verdict::Status::flawed: return Tone::flawed;
        case verdict::Status::void_: return Tone::bad;
        case verdict::Status::pending: return Tone::waiting;
        case verdict::Status::undetermined: return Tone::unknown;
    }
    return Tone::neutral;
}

Tone tone_of(verdict::CaseStatus status) {
    switch (status) {
        case verdict::CaseStatus::valid: return Tone::good;
        case verdict::CaseStatus::flawed: return Tone::flawed;
        case verdict::CaseStatus::void_: return Tone::bad;
        case verdict::CaseStatus::in_progress: return Tone::waiting;
        case verdict::CaseStatus::undetermined: return Tone::unknown;
        case verdict::CaseStatus::not_applicable: return Tone::neutral;
    }
    return Tone::neutral;
}

Tone tone_of(verdict::StepState state) {
    switch (state) {
        case verdict::StepState::done: return Tone::good;
        case verdict::StepState::attempted: return Tone::bad;
        case verdict::StepState::owed: return Tone::waiting;
        case verdict::StepState::undetermined: return Tone::unknown;
        case verdict::StepState::not_yet:
        case verdict::StepState::skipped:
        case verdict::StepState::optional:
        case verdict::StepState::closed_off: return Tone::neutral;
    }
    return Tone::neutral;
}

bool shown(const verdict::Finding& finding, const ExplainOptions& options) {
    using verdict::Result;
    return options.show_satisfied || (finding.result != Result::satisfied && finding.result != Result::not_applicable);
}

/// 2024-04-12 14:30
std::string when(const base::Moment& moment) {
    auto text = moment_text(moment);
    if (const auto mark = text.find('T'); mark != std::string::npos) text[mark] = ' ';
    return text;
}

class Teller {
public:
    Teller(const Verdict& verdict, const calendar::Calendar& calendar, Language language, const ExplainOptions& options)
        : verdict_(verdict), calendar_(calendar), words_(language, options.clauses), options_(options) {}

    Document tell() {
        document_.title = words_.say("title.verdict");
        document_.tone = tone_of(verdict_.status);
        facts();
        applies();
        steps();
        own_findings();
        duties();
        next_steps();
        notes();
        identities();
        document_.summary_title = words_.say("section.summary");
        document_.summary = summary_text(words_, verdict_, options_.procedure);
        return std::move(document_);
    }

private:
    void fact(std::string_view key, std::string value, Tone tone = Tone::neutral) {
        if (!value.empty()) document_.facts.push_back({words_.say(key), std::move(value), tone});
    }
    Section& chapter(std::string_view key) {
        auto& section = document_.sections.emplace_back();
        section.title = words_.say(key);
        section.chapter = true;
        return section;
    }
    void add_items(std::vector<Item>& items, const std::vector<verdict::Finding>& findings, Subject subject) {
        for (const auto& finding : findings) {
            if (shown(finding, options_)) items.push_back(finding_item(words_, calendar_, finding, subject, options_));
        }
    }

    void facts() {
        fact("head.case", verdict_.case_id);
        fact("head.procedure", verdict_.full_title.empty() || verdict_.full_title == verdict_.procedure
                                   ? verdict_.procedure
                                   : words_.say("procedure_line", {{"title", verdict_.full_title}, {"name", verdict_.procedure}}));
        fact("head.version", verdict_.version);
        if (verdict_.as_of) {
            fact("head.as_of",
                 words_.say("with_detail", {{"text", base::iso(*verdict_.as_of)}, {"detail", words_.of("as_of", verdict_.as_of_source)}}));
        } else {
            fact("head.as_of", words_.say("head.no_as_of"));
        }
        if (verdict_.closed) fact("head.closed", base::iso(*verdict_.closed));
        fact("head.status", words_.of("case_status", verdict_.status), document_.tone);
        if (verdict_.outcome == verdict::Outcome::none) return;
        const auto outcome = words_.of("outcome", verdict_.outcome);
        // Where a later vote may be void, the outcome is plainly that of an earlier one: say whose.
        const bool plain = verdict_.status == verdict::CaseStatus::valid;
        fact("head.outcome", plain ? outcome : words_.say("head.outcome.of", {{"outcome", outcome}, {"step", last_vote()}}));
    }

    /// The step whose vote gives the case its outcome: the latest that counts and is neither void nor open.
    std::string last_vote() const {
        std::string found;
        std::optional<base::Moment> latest;
        for (const auto& step : verdict_.steps)
            for (const auto& attempt : step.attempts) {
                const bool valid = attempt.status == verdict::Status::valid || attempt.status == verdict::Status::flawed;
                if (!attempt.counts || !valid || attempt.outcome != verdict_.outcome) continue;
                if (latest && attempt.start && attempt.start->day < latest->day) continue;
                latest = attempt.start;
                found = step.name;
            }
        return found;
    }

    /// What a second reader needs to come to the same bytes; last, since the first reader does not.
    void identities() {
        std::vector<std::string> years;
        for (const auto& year : verdict_.years) {
            years.push_back(words_.say("year_line", {{"year", std::to_string(year.year)}, {"notice", year.notice}}));
        }
        auto& section = chapter("section.identities");
        const auto add = [&](std::string_view key, const std::string& value) {
            if (!value.empty()) section.lines.push_back(words_.say("label_value", {{"label", words_.say(key)}, {"value", value}}));
        };
        add("head.calendar", words_.join(years, "detail_join"));
        add("head.identity.procedure", verdict_.procedure_identity);
        add("head.identity.case", verdict_.case_identity);
        add("head.identity.standing", verdict_.standing_identity);
        add("head.engine", verdict_.engine);
        if (section.lines.empty()) document_.sections.pop_back();
    }

    void applies() {
        if (!verdict_.applies) return;
        auto& section = chapter("section.applies");
        auto item = finding_item(words_, calendar_, *verdict_.applies, Subject::whole, options_);
        const auto bare = verdict_.status == verdict::CaseStatus::not_applicable   ? "applies.violated"
                          : verdict_.applies->result == verdict::Result::satisfied ? "applies.satisfied"
                                                                                   : "applies.undetermined";
        auto sentence = words_.sentence(words_.say(bare));
        std::vector<std::string> missing;
        for (const auto& each : verdict_.applies->missing) missing.push_back(missing_text(words_, each));
        if (!missing.empty()) {
            const auto list = words_.say("missing", {{"list", words_.join(missing, "detail_join")}});
            sentence = words_.join({sentence, words_.sentence(list)}, "join_sentences");
        }
        for (auto& text : disregarded_texts(words_, *verdict_.applies))
            sentence = words_.join({sentence, words_.sentence(std::move(text))}, "join_sentences");
        item.sentence = std::move(sentence);
        item.basis = basis_text(words_, *verdict_.applies, options_.procedure);
        section.items.push_back(std::move(item));
    }

    void steps() {
        chapter("section.steps");
        int number = 0;
        for (const auto& step : verdict_.steps) {
            auto& section = document_.sections.emplace_back();
            section.title = words_.say("step_title", {{"n", std::to_string(++number)}, {"step", step.name}});
            const bool withdrawn = step.state == verdict::StepState::attempted && !step.attempts.empty() && step.attempts.back().withdrawn;
            section.badge = withdrawn ? words_.say("state.attempted.withdrawn") : words_.of("state", step.state);
            section.tone = tone_of(step.state);
            for (const auto& attempt : step.attempts) section.parts.push_back(attempt_part(attempt, step.attempts.size() > 1));
            add_items(section.items, step.findings, Subject::whole);
        }
    }

    Part attempt_part(const Attempt& attempt, bool several) {
        Part part;
        part.title = words_.sentence(attempt_title(attempt));
        part.title = strip_stop(std::move(part.title));
        part.tone = tone_of(attempt.status);
        std::vector<std::string> badges{words_.of("status", attempt.status)};
        if (attempt.outcome != verdict::Outcome::none) {
            const bool stands = attempt.status != verdict::Status::void_;
            badges.push_back(
                words_.say(stands ? "attempt.outcome" : "attempt.outcome.counted", {{"outcome", words_.of("outcome", attempt.outcome)}}));
        }
        if (attempt.withdrawn) badges.push_back(words_.say("attempt.withdrawn"));
        part.badge = words_.join(badges, "clause");
        const bool skipped =
            !attempt.findings.empty() && std::all_of(attempt.findings.begin(), attempt.findings.end(),
                                                     [](const auto& finding) { return finding.why == verdict::Why::skipped; });
        if (skipped) {
            part.lines.push_back(words_.sentence(words_.say("attempt.skipped")));
            part.tone = Tone::neutral;
            return part;
        }
        // Plain where there is one attempt and it counts.
        if (!attempt.counts) part.lines.push_back(words_.sentence(words_.say("attempt.not_counted")));
        if (attempt.counts && several) part.lines.push_back(words_.sentence(words_.say("attempt.counts")));
        if (attempt.vote) part.lines.push_back(words_.sentence(words_.say("vote.line", {{"counts", vote(*attempt.vote)}})));
        add_items(part.items, attempt.findings, Subject::attempt);
        return part;
    }

    std::string strip_stop(std::string sentence) const {
        const auto stop = words_.say("stop", {{"sentence", ""}});
        if (sentence.ends_with(stop)) sentence.resize(sentence.size() - stop.size());
        return sentence;
    }

    std::string attempt_title(const Attempt& attempt) const {
        const auto n = std::to_string(attempt.number);
        const auto record = words_.say("attempt.record", {{"n", std::to_string(std::int64_t{attempt.record} + 1)}});
        std::string text;
        if (!attempt.start) {
            text = words_.say("attempt.undated", {{"n", n}});
        } else if (!attempt.end) {
            text = words_.say("attempt.since", {{"n", n}, {"date", when(*attempt.start)}});
        } else if (*attempt.end == *attempt.start) {
            text = words_.say("attempt.on", {{"n", n}, {"date", when(*attempt.start)}});
        } else {
            text = words_.say("attempt.span", {{"n", n}, {"start", when(*attempt.start)}, {"end", when(*attempt.end)}});
        }
        return words_.say("with_detail", {{"text", text}, {"detail", record}});
    }

    std::string vote(const verdict::VoteCount& counts) const {
        std::vector<std::string> items;
        const auto add = [&](std::string_view key, const std::optional<std::int64_t>& count, bool always) {
            if (!count && !always) return;
            items.push_back(words_.say(key, {{"n", count ? std::to_string(*count) : words_.say("vote.unknown")}}));
        };
        add("vote.entitled", counts.entitled, true);
        add("vote.present", counts.present, true);
        add("vote.yes", counts.yes, true);
        add("vote.no", counts.no, false);
        add("vote.abstain", counts.abstain, false);
        if (counts.other && *counts.other != 0) add("vote.other", counts.other, false);
        return words_.join(items, "clause");
    }

    void own_findings() {
        std::vector<Item> items;
        add_items(items, verdict_.findings, Subject::whole);
        if (!items.empty()) chapter("section.findings").items = std::move(items);
    }

    void duties() {
        if (verdict_.duties.empty()) return;
        auto& section = chapter("section.duties");
        for (const auto& duty : verdict_.duties) {
            const auto key = "sanction." + std::string(verdict::name(duty.sanction));
            auto text =
                duty.subject.empty() || !Words::has(key + ".of") ? words_.say(key) : words_.say(key + ".of", {{"subject", duty.subject}});
            if (duty.due) text = words_.say("duty.due", {{"duty", text}, {"day", base::iso(*duty.due)}});
            section.lines.push_back(words_.sentence(words_.say("duty", {{"duty", text}, {"requirement", duty.requirement}})));
        }
    }

    void next_steps() {
        if (verdict_.next.empty()) {
            if (verdict_.status == verdict::CaseStatus::in_progress) {
                chapter("section.next").lines.push_back(words_.sentence(words_.say("next.nothing")));
            }
            return;
        }
        auto& section = chapter("section.next");
        for (const auto& next : verdict_.next) {
            std::vector<std::string> clauses{words_.say("next.step", {{"step", next.step}})};
            if (!next.actors.empty()) clauses.push_back(words_.say("next.by", {{"actors", words_.alternatives(next.actors)}}));
            const bool overdue = next.due && verdict_.as_of && *next.due < *verdict_.as_of;
            if (overdue)
                clauses.push_back(words_.say("next.overdue", {{"day", base::iso(*next.due)}}));
            else if (next.earliest)
                clauses.push_back(words_.say("next.earliest", {{"day", base::iso(*next.earliest)}}));
            if (next.due && !overdue) clauses.push_back(words_.say("next.due", {{"day", base::iso(*next.due)}}));
            section.lines.push_back(words_.sentence(words_.join(clauses, "clause")));
        }
    }

    void notes() {
        if (verdict_.notes.empty()) return;
        auto& section = chapter("section.notes");
        for (const auto& note : verdict_.notes) {
            const auto name = note.name.empty() ? words_.say("note.unnamed") : note.name;
            section.lines.push_back(words_.sentence(words_.say("note." + std::string(verdict::name(note.kind)),
                                                               {{"n", std::to_string(std::int64_t{note.record} + 1)}, {"name", name}})));
        }
    }

    const Verdict& verdict_;
    const calendar::Calendar& calendar_;
    Words words_;
    const ExplainOptions& options_;
    Document document_;
};

}  // namespace

Document verdict_document(const Verdict& verdict, const calendar::Calendar& calendar, Language language, const ExplainOptions& options) {
    return Teller(verdict, calendar, language, options).tell();
}

std::string explain(const Verdict& verdict, const calendar::Calendar& calendar, Language language, const ExplainOptions& options) {
    return print_text(verdict_document(verdict, calendar, language, options), Words(language));
}

}  // namespace guicheng::report
