#pragma once
// The arrangements compiled in, as EmbedArrangements.cmake writes them from data/arrangements-cn.txt: one row a line.
#include <cstdint>
#include <span>

#include "base/day.hpp"

namespace guicheng::calendar {

struct ArrangementRow {
    enum class Kind : std::uint8_t { year, amended, under, off, work };
    Kind kind;
    base::CivilDate first;  ///< year: its 1 January
    base::CivilDate last;
    const char* text;  ///< a notice's number (year, amended, under), or the name of the break
};

std::span<const ArrangementRow> embedded_rows();

}  // namespace guicheng::calendar
