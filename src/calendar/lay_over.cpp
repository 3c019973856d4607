// A file of the caller's own on top of a calendar.
#include <algorithm>
#include <map>

#include "calendar/read_arrangements.hpp"

namespace guicheng::calendar {

namespace {

bool works(const Year& year, base::Day day) {
    const auto named = [day](const std::vector<Holiday>& holidays) {
        const auto at =
            std::lower_bound(holidays.begin(), holidays.end(), day, [](const Holiday& h, base::Day wanted) { return h.day < wanted; });
        return at != holidays.end() && at->day == day;
    };
    const auto worked = [day](const std::vector<base::Day>& days) { return std::binary_search(days.begin(), days.end(), day); };
    for (auto overlay = year.overlays.rbegin(); overlay != year.overlays.rend(); ++overlay) {
        if (worked(overlay->make_up_days)) return true;
        if (named(overlay->holidays)) return false;
    }
    return worked(year.make_up_days) || (base::weekday(day) < 5 && !named(year.holidays));
}

class Pile {
public:
    Pile(const Calendar& below, const base::SourcePtr& source, diag::Sink& sink) : source_(source), sink_(sink) {
        for (const auto& year : below.years()) years_.emplace(year.year, year);
    }

    void put(Year year) {
        auto& place = years_[year.year];
        year.overlays = std::move(place.overlays);
        place = std::move(year);
    }

    void put(ReadOverlay read) {
        const auto found = years_.find(read.year);
        if (found == years_.end()) {
            sink_.error("K010", source_, read.place).arg("name", read.overlay.name).arg("year", std::to_string(read.year));
            return;
        }
        auto& overlays = found->second.overlays;
        std::erase_if(overlays, [&](const Overlay& other) { return other.name == read.overlay.name; });
        check_worked(found->second, read);
        overlays.push_back(std::move(read.overlay));
    }

    Calendar calendar() && {
        std::vector<Year> years;
        years.reserve(years_.size());
        for (auto& [number, year] : years_) years.push_back(std::move(year));
        return Calendar(std::move(years));
    }

private:
    /// A day that is worked anyway is a slip of the pen: most likely another day was meant.
    void check_worked(const Year& below, const ReadOverlay& read) {
        for (const auto& [day, place] : read.worked) {
            if (works(below, day)) sink_.error("K011", source_, place).arg("day", base::iso(day));
        }
    }

    const base::SourcePtr& source_;
    diag::Sink& sink_;
    std::map<std::int32_t, Year> years_;
};

}  // namespace

std::optional<Calendar> lay_over(const Calendar& below, const base::SourcePtr& source, diag::Sink& sink) {
    auto read = read_arrangements(source, sink);
    if (!read) return std::nullopt;
    const auto errors_before = sink.error_count();
    Pile pile(below, source, sink);
    for (auto& year : read->years) pile.put(std::move(year));
    for (auto& overlay : read->overlays) pile.put(std::move(overlay));
    if (sink.error_count() != errors_before) return std::nullopt;
    return std::move(pile).calendar();
}

}  // namespace guicheng::calendar
