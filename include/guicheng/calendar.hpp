#pragma once
// Which days are worked: the State Council's yearly arrangements, and what a file of the caller's own adds to them.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guicheng/types.hpp"

namespace guicheng {

namespace detail {
struct Access;
}

/// Immutable, cheap to copy, safe to use from several threads at once. A year that it does not cover is unknown, never free of holidays:
/// what would rest on its days is undetermined and names it.
class Calendar {
public:
    /// The arrangements compiled in; docs/calendar.en.md says which years and what they hold.
    static Calendar built_in();
    /// The calendar compiled in with a file on top: see extended().
    static Calendar read_file(const std::filesystem::path& path, Language language = Language::zh);
    static Calendar read_text(std::string name, std::string text, Language language = Language::zh);

    /// This calendar with a file on top, in the form of docs/calendar.en.md: its years take the place of the same years here, its overlays
    /// (a region's or an office's own days off and worked days) are laid over their year. Throws Error, and takes nothing, where the file
    /// cannot be read or any line of it is wrong.
    Calendar extended_by_file(const std::filesystem::path& path, Language language = Language::zh) const;
    Calendar extended_by_text(std::string name, std::string text, Language language = Language::zh) const;

    /// The covered years, ascending.
    std::vector<int> years() const;
    /// SHA-256 (hex) of all that one year holds, its overlays included; empty where the year is not covered. Verdicts carry it.
    std::string year_identity(int year) const;

    struct Impl;  ///< the library's own

private:
    explicit Calendar(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
    friend struct detail::Access;
};

/// A length of time in its own unit; between units nothing is converted.
struct Period {
    enum class Unit { days, working_days, months, years, weeks };
    int amount = 0;
    Unit unit = Unit::days;
    friend bool operator==(const Period&, const Period&) = default;
    /// Reads 20个工作日, 三十日, 30天, 3个月, 1年, 2周, and 20wd, 30d, 3m, 1y, 2w. Nothing where the text is no period of 1 to 100,000
    /// units.
    static std::optional<Period> read(std::string_view text);
};

/// How the days of a period are counted.
enum class CountingProfile {
    civil_code,         ///< 民法典: the first day is not counted; a last day that is a day off moves to the next working day
    no_roll,            ///< 不顺延: the same, and the last day never moves
    first_day_counted,  ///< 首日计入: the first day is counted
    clear_days,         ///< 净日: days before an event, neither end counted
    licence_law,        ///< 行政许可法 art. 82: periods in days are in working days; else as the Civil Code
    penalty_law,        ///< 行政处罚法 art. 85: two, three, five and seven days are working days
    compulsion_law,     ///< 行政强制法 art. 69: ten days or fewer are working days
    review_law,         ///< 行政复议法 art. 88: three, five, seven and ten days are working days
    roll_all            ///< 逢休顺延: as the Civil Code, and a posting too must hang through the next working day
};
/// A profile by the name that rules give it: 民法典 (civil_code), 不顺延 (no_roll), 首日计入 (first_day_counts), 净日 (clear_days), …
std::optional<CountingProfile> read_profile(std::string_view name);

}  // namespace guicheng
