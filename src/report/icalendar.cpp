// RFC 5545: lines end in CRLF and are folded at 75 octets, never within a character (section 3.1); text is escaped (section 3.3.11).
#include <algorithm>
#include <set>

#include "base/sha256.hpp"
#include "report/plan_text.hpp"

namespace guicheng::report {

namespace {

constexpr std::size_t longest_line = 75;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
            out += c;  // other control characters are not allowed in text
    }
    return out;
}

std::string compact(base::Day day) {
    auto text = base::iso(day);
    std::erase(text, '-');
    return text;
}

class Lines {
public:
    void add(std::string_view name, std::string_view value) {
        std::string line(name);
        line += ':';
        line += value;
        std::size_t room = longest_line;
        std::string_view rest = line;
        while (rest.size() > room) {
            auto cut = room;
            while (cut > 1 && (static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U) --cut;
            out_.append(rest.substr(0, cut)) += "\r\n ";
            rest.remove_prefix(cut);
            room = longest_line - 1;  // the blank that folds counts too
        }
        out_.append(rest) += "\r\n";
    }
    void text(std::string_view name, std::string_view value) { add(name, escaped(value)); }
    std::string take() && { return std::move(out_); }

private:
    std::string out_;
};

/// The entries of one procedure.
class Entries {
public:
    Entries(const verdict::Outlook& outlook, const Words& words, Lines& lines)
        : verdict_(outlook.verdict), plan_(outlook.plan), words_(words), lines_(lines) {}

    /// How many.
    std::size_t tell() {
        for (const auto& step : plan_.steps) {
            event(step.earliest, "earliest", step.step, "", words_.say("plan.ics.earliest", {{"step", step.step}}));
            leave_out(step.earliest, words_.say("plan.ics.open.earliest", {{"step", step.step}}));
            for (const auto& papers : step.materials) {
                event(
                    papers.deliver_by, "deliver", step.step, papers.ask.requirement,
                    words_.say("plan.ics.deliver", {{"step", step.step}, {"day", step.earliest.day ? base::iso(*step.earliest.day) : ""}}),
                    papers.ask.citations);
                leave_out(papers.deliver_by, words_.say("plan.ics.open.deliver", {{"step", step.step}}));
            }
            for (const auto& posting : step.postings) {
                if (posting.taken_down) continue;
                event(posting.complete, "posted", posting.step, posting.ask.requirement + "/" + step.step,
                      words_.say("plan.ics.posted", {{"step", posting.step}}), posting.ask.citations);
                leave_out(posting.complete, words_.say("plan.ics.open.posted", {{"step", posting.step}}));
            }
            deadlines(step.step, step.due);
        }
        for (const auto& step : plan_.waiting) deadlines(step.step, step.due);
        for (const auto& duty : verdict_.duties) to_do(duty);
        if (plan_.wish) tell_wish(*plan_.wish);
        tell_left_out();
        return entries_;
    }
    /// The years without which days could not be counted and have no entry.
    const std::set<std::int32_t>& years_left_out() const { return years_; }

    void tell_nothing() {
        lines_.add("BEGIN", "VJOURNAL");
        head("nothing", "", "", words_.say("plan.ics.nothing"));
        if (verdict_.as_of) lines_.add("DTSTART;VALUE=DATE", compact(*verdict_.as_of));
        tail({});
        lines_.add("END", "VJOURNAL");
    }

private:
    /// What cannot be met makes no entries.
    void tell_wish(const verdict::Wish& wish) {
        const bool hopeless = wish.status == verdict::WishStatus::impossible || wish.status == verdict::WishStatus::late;
        if (hopeless) return;
        for (const auto& task : wish.tasks) {
            const auto key = task.kind == verdict::TaskKind::keep_posted ? "plan.ics.through" : "plan.ics.by";
            const auto what = task_text(words_, task);
            event(task.latest, "wish-" + std::string(verdict::name(task.kind)), task.step,
                  (task.ask ? task.ask->requirement : "") + (task.alternative ? "/way" : ""),
                  words_.say(key, {{"task", what}, {"step", wish.step}, {"day", base::iso(wish.day)}}),
                  task.ask ? task.ask->citations : std::vector<std::string>{});
            leave_out(task.latest, words_.say("plan.ics.open.task", {{"task", what}, {"step", wish.step}, {"day", base::iso(wish.day)}}));
        }
    }

    void deadlines(const std::string& step, const std::vector<verdict::PlannedDue>& due) {
        for (const auto& each : due) {
            event(each.day, "due", step, each.ask.requirement, words_.say("plan.ics.due", {{"step", step}}), each.ask.citations);
            leave_out(each.day, words_.say("plan.ics.open.due", {{"step", step}}));
            event({each.begin_by, 0}, "begin-by", step, each.ask.requirement, words_.say("plan.ics.begin_by", {{"step", step}}),
                  each.ask.citations);
        }
    }

    void leave_out(const verdict::PlannedDay& day, std::string what) {
        if (day.day || day.missing_year == 0) return;
        years_.insert(day.missing_year);
        if (std::find(left_out_.begin(), left_out_.end(), what) == left_out_.end()) left_out_.push_back(std::move(what));
    }

    /// On the day looked at, where every calendar shows it; a to-do without a day is shown by few.
    void tell_left_out() {
        if (left_out_.empty() || !verdict_.as_of) return;
        std::vector<std::string> years;
        for (const auto year : years_) years.push_back(std::to_string(year));
        auto said = words_.say("plan.ics.case", {{"case", verdict_.case_id}, {"procedure", verdict_.procedure}});
        for (const auto& what : left_out_) said += '\n' + what;
        begin_event("left-out", "", "",
                    words_.say("plan.ics.open", {{"years", words_.join(years)}, {"n", std::to_string(left_out_.size())}}), *verdict_.as_of);
        lines_.text("DESCRIPTION", said);
        end_event();
    }

    /// The same case, step and kind give the same name, so that a calendar brings its entry up to date.
    /// DTSTAMP is the day looked at, since no clock is read; without one the beginning of time.
    void head(std::string_view kind, std::string_view step, std::string_view of, const std::string& summary) {
        const auto id = base::Hasher().field(verdict_.case_id).field(verdict_.procedure).field(step).field(kind).field(of).hex();
        lines_.add("UID", id.substr(0, 32) + "@guicheng");
        lines_.add("DTSTAMP", compact(verdict_.as_of.value_or(base::Day{})) + "T000000Z");
        lines_.text("SUMMARY", summary);
    }
    void tail(const std::vector<std::string>& citations) {
        auto said = words_.say("plan.ics.case", {{"case", verdict_.case_id}, {"procedure", verdict_.procedure}});
        if (!citations.empty()) said += '\n' + words_.say("plan.ics.basis", {{"basis", words_.citations(citations)}});
        lines_.text("DESCRIPTION", said);
    }

    void event(const verdict::PlannedDay& day, std::string_view kind, std::string_view step, std::string_view of,
               const std::string& summary, const std::vector<std::string>& citations = {}) {
        if (!day.day) return;
        begin_event(kind, step, of, summary, *day.day);
        tail(citations);
        end_event();
    }
    void begin_event(std::string_view kind, std::string_view step, std::string_view of, const std::string& summary, base::Day day) {
        ++entries_;
        lines_.add("BEGIN", "VEVENT");
        head(kind, step, of, summary);
        lines_.add("DTSTART;VALUE=DATE", compact(day));
    }
    void end_event() {
        lines_.add("TRANSP", "TRANSPARENT");
        lines_.add("END", "VEVENT");
    }

    void to_do(const verdict::OpenedDuty& duty) {
        ++entries_;
        lines_.add("BEGIN", "VTODO");
        // One requirement may be breached more than once.
        head("duty", duty.requirement, std::to_string(duties_++), duty_text(words_, duty));
        if (duty.due) lines_.add("DUE;VALUE=DATE", compact(*duty.due));
        lines_.text("DESCRIPTION", words_.say("duty", {{"duty", duty_text(words_, duty)}, {"requirement", duty.requirement}}));
        lines_.add("STATUS", "NEEDS-ACTION");
        lines_.add("END", "VTODO");
    }

    const verdict::Verdict& verdict_;
    const verdict::Plan& plan_;
    const Words& words_;
    Lines& lines_;
    std::vector<std::string> left_out_;
    std::set<std::int32_t> years_;
    std::size_t entries_ = 0;
    int duties_ = 0;
};

}  // namespace

std::vector<std::int32_t> years_left_out(const verdict::Outlooks& outlooks) {
    const Words words(Language::zh);
    std::set<std::int32_t> years;
    for (const auto& outlook : outlooks.procedures) {
        Lines unused;
        Entries entries(outlook, words, unused);
        entries.tell();
        years.insert(entries.years_left_out().begin(), entries.years_left_out().end());
    }
    return {years.begin(), years.end()};
}

std::string icalendar(const verdict::Outlooks& outlooks, Language language, const model::Clauses* clauses) {
    const Words words(language, clauses);
    Lines lines;
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.text("PRODID", "-//guicheng//" + outlooks.engine + "//" + words.say("plan.ics.language"));
    lines.add("CALSCALE", "GREGORIAN");
    std::size_t entries = 0;
    for (const auto& outlook : outlooks.procedures) entries += Entries(outlook, words, lines).tell();
    // A calendar must hold something (section 3.4). A journal entry says that there is nothing and stands on no day's list of things to do.
    if (entries == 0)
        for (const auto& outlook : outlooks.procedures) Entries(outlook, words, lines).tell_nothing();
    lines.add("END", "VCALENDAR");
    return std::move(lines).take();
}

}  // namespace guicheng::report
