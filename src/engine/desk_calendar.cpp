// Working-day arithmetic for people: the question checked, answered by the calendar, said by the report.
#include "guicheng/desk/calendar.hpp"

#include "engine/access.hpp"
#include "report/calendar_text.hpp"
#include "verdict/names.hpp"

namespace guicheng::desk {

namespace {

using report::CalendarForm;

constexpr int longest_period = 100'000;

/// Collects what is wrong with a question; check() throws where anything is.
class Question {
public:
    explicit Question(const CalendarOptions& options) : options_(options), days_(engine::calendar_of(options.calendar)) {}

    const calendar::Calendar& days() const { return days_; }
    CalendarForm form() const {
        CalendarForm form;
        form.language = engine::catalogue(options_.language);
        form.json = options_.json;
        form.ruler = options_.ruler;
        return form;
    }

    base::Day day(const Date& date) {
        const auto found = engine::day(date);
        if (!found) error("K020");
        return found.value_or(base::Day{});
    }
    calendar::Period period(const Period& period) {
        if (period.amount < 1 || period.amount > longest_period) error("K021").arg("limit", std::to_string(longest_period));
        return {period.amount, static_cast<calendar::Unit>(period.unit)};
    }
    /// A day that was found must be one that a record may name.
    void within_reach(base::Day day) {
        if (!base::is_valid(base::to_civil(day))) error("K024");
    }
    std::string profile_word(CountingProfile profile) const {
        const auto key = "calendar.profile." + std::string(verdict::name(static_cast<calendar::Profile>(profile)));
        return std::string(messages::find(key, engine::catalogue(options_.language)));
    }
    diag::Sink::Entry error(std::string_view code) { return sink_.error(code, nullptr, {}); }
    void check() const {
        if (sink_.has_errors()) throw engine::error_of(sink_, options_.language);
    }

private:
    const CalendarOptions& options_;
    const calendar::Calendar& days_;
    diag::Sink sink_;
};

CalendarAnswer answer_of(const report::DayAnswer& found, const Question& question) {
    CalendarAnswer answer;
    answer.decided = found.day.known();
    answer.missing_year = found.day.missing_year;
    answer.day = engine::date(found.day.day);
    answer.text = report::calendar_text(found, question.days(), question.form());
    return answer;
}

}  // namespace

CalendarAnswer calendar_add(Date from, Period period, const AddOptions& how, const CalendarOptions& options) {
    Question question(options);
    report::DayAnswer found;
    found.from = question.day(from);
    found.period = question.period(period);
    if (how.profile == CountingProfile::clear_days) {
        question.error("K025").arg("profile", question.profile_word(how.profile)).arg("from", from.text());
    }
    question.check();

    using calendar::Profile;
    found.period = calendar::under(static_cast<Profile>(how.profile), found.period);
    found.first_counted = how.count_first || how.profile == CountingProfile::first_day_counted;
    found.rolls = how.roll && how.profile != CountingProfile::no_roll;
    found.profile = static_cast<Profile>(how.profile);
    const auto start = found.first_counted ? Profile::first_day_counted : Profile::civil_code;
    const auto end = calendar::posting_complete_on(question.days(), found.from, found.period, start);
    question.within_reach(end.day);
    question.check();
    found.unmoved = end.day;
    found.day = found.rolls ? calendar::last_day_within(question.days(), found.from, found.period, start) : end;
    question.within_reach(found.day.day);
    question.check();
    return answer_of(found, question);
}

CalendarAnswer calendar_back(Date event, Period period, CountingProfile profile, const CalendarOptions& options) {
    Question question(options);
    report::DayAnswer found;
    found.back = true;
    found.from = question.day(event);
    found.period = question.period(period);
    const bool of_ends =
        profile == CountingProfile::no_roll || profile == CountingProfile::first_day_counted || profile == CountingProfile::roll_all;
    if (of_ends) {
        question.error("K026")
            .arg("profile", question.profile_word(profile))
            .arg("elapsed", question.profile_word(CountingProfile::civil_code))
            .arg("clear", question.profile_word(CountingProfile::clear_days));
    }
    question.check();
    found.period = calendar::under(static_cast<calendar::Profile>(profile), found.period);
    found.profile = profile == CountingProfile::clear_days ? calendar::Profile::clear_days : calendar::Profile::civil_code;
    found.day = calendar::latest_notice_day(question.days(), found.from, found.period, found.profile);
    found.unmoved = found.day.day;
    question.within_reach(found.day.day);
    question.check();
    return answer_of(found, question);
}

CalendarAnswer calendar_count(Date from, Date to, bool count_first, const CalendarOptions& options) {
    Question question(options);
    report::CountAnswer found;
    found.from = question.day(from);
    found.to = question.day(to);
    found.first_counted = count_first;
    question.check();
    if (found.to < found.from) question.error("K022").arg("from", from.text()).arg("to", to.text());
    question.check();
    const auto after = count_first ? found.from - 1 : found.from;
    found.working_days = question.days().working_days(after, found.to);
    found.days = found.to - after;
    if (!found.working_days.exact()) found.missing_year = question.days().first_uncovered(after, found.to);

    CalendarAnswer answer;
    answer.decided = found.working_days.exact();
    answer.missing_year = found.missing_year;
    answer.at_least = found.working_days.low;
    answer.at_most = found.working_days.high;
    answer.text = report::calendar_text(found, question.days(), question.form());
    return answer;
}

CalendarAnswer calendar_show(int year, const CalendarOptions& options) {
    Question question(options);
    if (!base::is_valid({year, 1, 1})) question.error("K023").arg("year", std::to_string(year));
    question.check();
    CalendarAnswer answer;
    answer.decided = question.days().covers(year);
    if (!answer.decided) answer.missing_year = year;
    answer.text = report::calendar_text(year, question.days(), question.form());
    return answer;
}

CalendarAnswer calendar_years(const CalendarOptions& options) {
    const Question question(options);
    CalendarAnswer answer;
    answer.text = report::calendar_years_text(question.days(), question.form());
    return answer;
}

}  // namespace guicheng::desk
