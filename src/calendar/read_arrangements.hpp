#pragma once
// Arrangement files of the caller's own, for years that are not compiled in and for what a region adds to a year. The format stands at
// the head of data/arrangements-cn.txt.
#include <optional>
#include <utility>
#include <vector>

#include "base/source.hpp"
#include "calendar/calendar.hpp"
#include "diag/diagnostic.hpp"

namespace guicheng::calendar {

/// Limits of one file: the longest name or notice in bytes; days off and make-up days; overlays; errors that are told.
inline constexpr std::size_t longest_text = 240;
inline constexpr std::size_t most_days = 100'000;
inline constexpr std::size_t most_overlays = 200;
inline constexpr std::size_t most_errors = 1000;

/// An overlay with the places that later checks point at.
struct ReadOverlay {
    std::int32_t year = 0;
    Overlay overlay;
    base::Span place;
    std::vector<std::pair<base::Day, base::Span>> worked;
};

struct Arrangements {
    std::vector<Year> years;  ///< in the file's order
    std::vector<ReadOverlay> overlays;
};

/// What the file says, or nothing where it has an error; then the sink has every one that was found, up to most_errors (arguments in
/// parentheses):
///
/// - K001 line not understood (line)
/// - K002 no day or year that exists and lies within 1900 to 2199 (text)
/// - K003 day outside its year's section (day, year)
/// - K004 make-up day from Monday to Friday, in a year's own arrangement (day)
/// - K005 day given twice, as off, as worked, or both (day; related: the first place, key K005.first)
/// - K006 a block's last day before its first (first, last)
/// - K007 line before the first year (line)
/// - K008 year given twice (year; related: the first place, key K008.first)
/// - K009 not UTF-8
/// - K012 overlay given twice (name, year; related: the first place, key K012.first)
/// - K013 name or notice too long (limit)
/// - K014 too many days (limit)
/// - K015 too many overlays (limit)
std::optional<Arrangements> read_arrangements(const base::SourcePtr& source, diag::Sink& sink);

/// The calendar below with the file on top: a year takes the place of the year below, an overlay comes over its year, in the place of an
/// overlay of the same name. Overlays outlive the replacing of their year. Nothing, and the sink has the errors, where the file has one:
/// those above, and
///
/// - K010 overlay of a year that neither the calendar below nor the file covers (name, year)
/// - K011 overlay works a day that is a working day already (day)
std::optional<Calendar> lay_over(const Calendar& below, const base::SourcePtr& source, diag::Sink& sink);

}  // namespace guicheng::calendar
