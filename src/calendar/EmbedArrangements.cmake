# cmake -DINPUT=arrangements-cn.txt -DOUTPUT=rows.cpp -P EmbedArrangements.cmake
# Writes the arrangements (their format stands at the head of the data file) as a table of rows. The reader of
# read_arrangements.cpp is the one that judges a file; here a line that is not understood merely stops the build.
set(day "([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])")
set(rows "")

# date(VARIABLE YEAR MONTH DAY): a C++ initialiser, without the leading zeros that would make octal numbers.
function(date variable year month day_of_month)
  string(REGEX REPLACE "^0" "" month ${month})
  string(REGEX REPLACE "^0" "" day_of_month ${day_of_month})
  set(${variable} "{${year}, ${month}, ${day_of_month}}" PARENT_SCOPE)
endfunction()

file(STRINGS ${INPUT} lines ENCODING UTF-8 REGEX "^[^#]")
foreach(line IN LISTS lines)
  if(line MATCHES "^[ \t]*$")
    continue()
  elseif(line MATCHES "^([0-9][0-9][0-9][0-9]) +([^\"\\]+)$")
    set(year ${CMAKE_MATCH_1})
    string(APPEND rows "    {Kind::year, {${year}, 1, 1}, {${year}, 1, 1}, \"${CMAKE_MATCH_2}\"},\n")
  elseif(line MATCHES "^amended +([^\"\\]+)$")
    string(APPEND rows "    {Kind::amended, {${year}, 1, 1}, {${year}, 1, 1}, \"${CMAKE_MATCH_1}\"},\n")
  elseif(line MATCHES "^under +([^\"\\]+)$")
    string(APPEND rows "    {Kind::under, {${year}, 1, 1}, {${year}, 1, 1}, \"${CMAKE_MATCH_1}\"},\n")
  elseif(line MATCHES "^off +${day}\\.\\.${day} +([^\"\\]+)$")
    set(name ${CMAKE_MATCH_7})
    set(last_day ${CMAKE_MATCH_4} ${CMAKE_MATCH_5} ${CMAKE_MATCH_6})
    date(first ${CMAKE_MATCH_1} ${CMAKE_MATCH_2} ${CMAKE_MATCH_3})
    date(last ${last_day})
    string(APPEND rows "    {Kind::off, ${first}, ${last}, \"${name}\"},\n")
  elseif(line MATCHES "^(off|work) +${day}( +([^\"\\]+))?$")
    set(kind ${CMAKE_MATCH_1})
    set(name ${CMAKE_MATCH_6})
    date(first ${CMAKE_MATCH_2} ${CMAKE_MATCH_3} ${CMAKE_MATCH_4})
    string(APPEND rows "    {Kind::${kind}, ${first}, ${first}, \"${name}\"},\n")
  else()
    message(FATAL_ERROR "${INPUT}: not a line of an arrangement: ${line}")
  endif()
endforeach()

file(WRITE ${OUTPUT} "// Made by EmbedArrangements.cmake; edit the data file instead.
#include \"calendar/arrangement_rows.hpp\"

namespace guicheng::calendar {

namespace {
using Kind = ArrangementRow::Kind;
constexpr ArrangementRow rows[] = {
${rows}};
}  // namespace

std::span<const ArrangementRow> embedded_rows() { return rows; }

}  // namespace guicheng::calendar
")
