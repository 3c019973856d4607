#pragma once
// Working days from the State Council's yearly arrangements, and the counting of periods.
// In: arrangement data (compiled in, or read by the caller). Out: exact counts, as bounds where a year is not covered.
// Pure functions over immutable tables; knows no rule and no case.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"

namespace guicheng::calendar {

/// Why a day is or is not a working day.
enum class DayKind : std::uint8_t {
    working,  ///< Monday to Friday, no holiday
    make_up,  ///< Saturday or Sunday worked in exchange (调休上班); under an overlay any day off that is worked
    weekend,  ///< ordinary weekly rest
    holiday,  ///< inside a block of days off of the arrangement
    unknown   ///< the year is not covered
};
constexpr bool is_working(DayKind kind) {
    return kind == DayKind::working || kind == DayKind::make_up;
}

struct Holiday {
    base::Day day;
    std::string name;
};

/// A day off or worked that rests on another notice than the one titled with its year.
struct Attribution {
    base::Day day;
    std::string notice;
};

/// What a region, a department or an office adds to one covered year: its own days off and worked days, laid over the year's.
struct Overlay {
    std::string name;    ///< whose it is
    std::string notice;  ///< its number
    std::vector<Holiday> holidays;
    std::vector<base::Day> make_up_days;
};

/// One calendar year of the arrangement.
struct Year {
    std::int32_t year = 0;
    std::string notice;  ///< the number of the yearly notice
    std::vector<std::string> amended_by;
    std::vector<Holiday> holidays;                ///< sorted by day
    std::vector<base::Day> make_up_days;          ///< sorted
    std::vector<Attribution> other_notices = {};  ///< sorted by day
    std::vector<Overlay> overlays = {};           ///< from the lowest to the topmost
};

/// Why a day is worked or not, with what says so. The texts belong to the calendar.
struct DayReason {
    DayKind kind = DayKind::unknown;
    std::string_view name;     ///< of the break, where it is a holiday
    std::string_view notice;   ///< of a holiday and of a make-up day
    std::string_view overlay;  ///< whose overlay it is; empty where the year's own arrangement says it
};

/// A count that may depend on days of years not covered: low <= true count <= high; exact when equal.
struct Count {
    std::int32_t low = 0;
    std::int32_t high = 0;
    constexpr bool exact() const { return low == high; }
};

/// A day that may be unknown because of a year that is not covered. Then `missing_year` names the first such year on the way of the
/// count, and `day` is the bound that is certain: counting forward the earliest day it can be, counting back the latest.
struct DayResult {
    base::Day day;
    std::int32_t missing_year = 0;  ///< 0: known
    constexpr bool known() const { return missing_year == 0; }
};

class Calendar {
public:
    /// Years in any order; a year given twice is replaced by the later. Years that no record may name (base::first_year to
    /// base::last_year) and days outside their own year are left out; a day listed as off and as worked is worked. Of several
    /// overlays the topmost that names a day decides.
    explicit Calendar(std::vector<Year> years);

    DayKind kind(base::Day day) const;       ///< O(1)
    DayReason reason(base::Day day) const;   ///< O(log n)
    const std::vector<Year>& years() const;  ///< the covered years, ascending
    bool covers(std::int32_t year) const;
    const Year* year(std::int32_t year) const;           ///< null where not covered
    std::string_view holiday_name(base::Day day) const;  ///< empty where none
    /// SHA-256 (hex) of one covered year's content; empty where not covered.
    std::string year_identity(std::int32_t year) const;

    /// Working days d with after < d <= through; zero where through <= after. O(number of years) at most.
    Count working_days(base::Day after, base::Day through) const;
    /// The first year that is not covered among the days (after, through]; 0 where all are covered.
    std::int32_t first_uncovered(base::Day after, base::Day through) const;
    /// The n-th working day after `from` (n >= 1; n == 0 gives from itself). O(log n).
    DayResult nth_working_day_after(base::Day from, std::int32_t n) const;
    /// The n-th working day before `from` (n >= 1; n == 0 gives from itself).
    DayResult nth_working_day_before(base::Day from, std::int32_t n) const;
    /// The day itself if it is a working day, else the next one (Civil Code art. 203: a last day that is a day off moves to
    /// the day after it ends).
    DayResult roll_forward(base::Day day) const;

private:
    struct Tables;
    std::shared_ptr<const Tables> tables_;
};

/// The arrangements compiled in: every year of data/arrangements-cn.txt.
const Calendar& built_in();

/// The corresponding day of a later month (Civil Code art. 202); none → that month's last day. months may be negative.
base::Day add_months(base::Day day, std::int32_t months);

enum class Unit : std::uint8_t { days, working_days, months, years, weeks };

/// A length of time in the rule's own unit.
struct Period {
    std::int32_t amount = 0;
    Unit unit = Unit::days;
    friend constexpr bool operator==(const Period&, const Period&) = default;
};

/// How days are counted: a named profile, tied to its statute in docs/language.md. Only no_roll keeps a last day for acting where
/// it is; only clear_days changes days before an event; elsewhere clear_days counts as civil_code. Those of a statute say which 日
/// are working days (see `under`) and are as civil_code in everything else.
enum class Profile : std::uint8_t {
    civil_code,         ///< 民法典: the first day is not counted; a period for acting that ends on a day off rolls forward
    no_roll,            ///< 不顺延: as civil_code, without the roll
    first_day_counted,  ///< 首日计入: the first day is counted
    clear_days,         ///< 净日: only for days before an event: neither end is counted
    licence_law,        ///< 行政许可法 art. 82: every period in days is one of working days
    penalty_law,        ///< 行政处罚法 art. 85: two, three, five and seven days are working days
    compulsion_law,     ///< 行政强制法 art. 69: periods of ten days or fewer are in working days
    review_law,         ///< 行政复议法 art. 88: three, five, seven and ten days are working days
    roll_all            ///< 逢休顺延: as civil_code, and a posting that would be complete on a day off hangs through the next working day
};

/// The period in the unit in which the profile counts it: what is written in 日 may be of working days.
Period under(Profile profile, Period period);

/// Days that a stopped clock does not count: those after `after`, through `through`.
struct Pause {
    base::Day after;
    base::Day through;
};

/// Days counted of a posting from `start` through `through` (both inclusive ends of the posting; a posting day before the
/// first counted day gives 0). Weeks, months and years: the whole ones that are complete.
Count posted_days(const Calendar&, base::Day start, base::Day through, Unit unit, Profile profile);
/// The last day of a period begun on `start`, before any roll: so too of a term of office or a retention. With the first day counted,
/// months and years end on the day before the corresponding one. An amount below 1 gives start.
DayResult end_of_period(const Calendar&, base::Day start, Period period, Profile profile);
/// The last day of a posting of `period` begun on `start`: it is long enough when it ran through the end of this day. Rolled by
/// roll_all alone.
DayResult posting_complete_on(const Calendar&, base::Day start, Period period, Profile profile);
/// The last day for an act that must follow an event of `from` within `period` (rolled forward where the profile rolls and the
/// unit is not working days).
DayResult last_day_within(const Calendar&, base::Day from, Period period, Profile profile);
/// The last day, before any roll, of a period whose clock stood still on the days of the pauses; these in the order of `after`, they may
/// overlap. Days and working days: the n-th counted day that no pause takes out. Weeks, months, years: the corresponding day, later by
/// as many days as the pauses took out before it. A pause that begins on the last day or later takes out nothing.
DayResult end_of_period(const Calendar&, base::Day start, Period period, Profile profile, std::span<const Pause> pauses);
/// That day, rolled as last_day_within rolls.
DayResult last_day_within(const Calendar&, base::Day from, Period period, Profile profile, std::span<const Pause> pauses);
/// The day after which days are counted: the start, or with the first day counted the day before it.
base::Day counted_after(base::Day start, Profile profile);
/// Days between a notice and the event it announces: elapsed (notice day not counted, event day counted) or, under clear_days,
/// the days strictly between. Weeks, months and years: the whole ones.
Count days_before(const Calendar&, base::Day notice, base::Day event, Unit unit, Profile profile);
/// The latest day on which the notice may be given for `period` before `event`; it may be a day off, since nothing rolls when days
/// are counted back. An amount below 1 gives event.
DayResult latest_notice_day(const Calendar&, base::Day event, Period period, Profile profile);
/// The last day on which a posting of `period` may begin so as to be complete on a day before `before`: begun then it is, begun a day
/// later it is not. An amount below 1 gives the day before `before`.
DayResult latest_posting_start(const Calendar&, base::Day before, Period period, Profile profile);
/// The first day from which a time limit of `period` runs through `last` or later: begun on the day before, it ends too soon.
DayResult earliest_limit_start(const Calendar&, base::Day last, Period period, Profile profile);

}  // namespace guicheng::calendar
