#pragma once
// Arrangement files of the caller's own, for years that are not compiled in. The format stands at the head of
// data/arrangements-cn.txt.
#include <optional>
#include <vector>

#include "base/source.hpp"
#include "calendar/calendar.hpp"
#include "diag/diagnostic.hpp"

namespace guicheng::calendar {

/// The years of the file in the file's order, or nothing where it has an error; then the sink has every one that was
/// found (arguments in parentheses):
///
/// - K001 line not understood (line)
/// - K002 no day or year that exists and lies within 1900 to 2199 (text)
/// - K003 day outside its year's section (day, year)
/// - K004 make-up day from Monday to Friday (day)
/// - K005 day given twice, as off, as worked, or both (day; related: the first place, key K005.first)
/// - K006 a block's last day before its first (first, last)
/// - K007 line before the first year (line)
/// - K008 year given twice (year; related: the first place, key K008.first)
/// - K009 not UTF-8
std::optional<std::vector<Year>> read_arrangements(const base::SourcePtr& source, diag::Sink& sink);

}  // namespace guicheng::calendar
