#include "calendar/arrangement_rows.hpp"
#include "calendar/calendar.hpp"

namespace guicheng::calendar {

namespace {

std::vector<Year> embedded_years() {
    using Kind = ArrangementRow::Kind;
    std::vector<Year> years;
    std::string under;  // another notice that the rows below rest on; empty for the year's own
    const auto attribute = [&](base::Day day) {
        if (!under.empty()) years.back().other_notices.push_back({day, under});
    };
    for (const auto& row : embedded_rows()) {
        switch (row.kind) {
            case Kind::year:
                years.push_back({row.first.year, row.text, {}, {}, {}});
                under.clear();
                break;
            case Kind::under: under = row.text; break;
            case Kind::amended: years.back().amended_by.emplace_back(row.text); break;
            case Kind::off:
                for (auto day = base::to_day(row.first); day <= base::to_day(row.last); day = day + 1) {
                    years.back().holidays.push_back({day, row.text});
                    attribute(day);
                }
                break;
            case Kind::work:
                years.back().make_up_days.push_back(base::to_day(row.first));
                attribute(base::to_day(row.first));
                break;
        }
    }
    return years;
}

}  // namespace

const Calendar& built_in() {
    static const Calendar calendar(embedded_years());
    return calendar;
}

}  // namespace guicheng::calendar
