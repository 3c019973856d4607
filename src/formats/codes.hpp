#pragma once
// The diagnostic codes of this stage; their sentences stand in messages/formats.txt.
#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace guicheng::formats {

/// Of one kind of search in one file no more than this many mistakes are reported: a file of ten million mistakes is
/// one mistake.
inline constexpr std::size_t most_reported = 100;

/// The text as a message may quote it: at most 40 characters.
inline std::string shown(std::string_view text) {
    std::size_t characters = 0;
    for (const auto& [offset, code, length, valid] : base::utf8::code_points(text))
        if (++characters > 40) return std::string(text.substr(0, offset)) + "\u2026";
    return std::string(text);
}

namespace codes {

inline constexpr std::string_view wide_colon = "F001";
inline constexpr std::string_view wide_comma = "F002";
inline constexpr std::string_view wide_bracket = "F003";
inline constexpr std::string_view wide_space = "F004";
inline constexpr std::string_view glued_colon = "F005";
inline constexpr std::string_view tab_indent = "F006";
inline constexpr std::string_view key_twice = "F007";
inline constexpr std::string_view key_first = "F007.first";
inline constexpr std::string_view anchor = "F008";
inline constexpr std::string_view tag = "F009";
inline constexpr std::string_view several_documents = "F010";
inline constexpr std::string_view invalid_utf8 = "F011";
inline constexpr std::string_view control_character = "F012";
inline constexpr std::string_view nesting_limit = "F013";
inline constexpr std::string_view bytes_limit = "F014";
inline constexpr std::string_view empty = "F015";
inline constexpr std::string_view wide_sign = "F016";
inline constexpr std::string_view glued_dash = "F017";
inline constexpr std::string_view flow_misfit = "F018";
inline constexpr std::string_view yaml_other = "F020";
inline constexpr std::string_view line_misfit = "F021";
inline constexpr std::string_view bracket_open = "F022";
inline constexpr std::string_view quote_open = "F023";
inline constexpr std::string_view bad_escape = "F024";
inline constexpr std::string_view second_colon = "F025";
inline constexpr std::string_view key_no_word = "F026";
inline constexpr std::string_view reserved_sign = "F027";
inline constexpr std::string_view flow_limit = "F028";
inline constexpr std::string_view not_utf8_file = "F029";
inline constexpr std::string_view split_number = "F033";
inline constexpr std::string_view doubtful_colon = "F030";
inline constexpr std::string_view doubtful_comma = "F031";
inline constexpr std::string_view doubtful_list = "F032";
inline constexpr std::string_view wide_line = "F034";
inline constexpr std::string_view no_colon = "F035";
inline constexpr std::string_view misplaced_line = "F036";
inline constexpr std::string_view list_sign = "F037";
inline constexpr std::string_view unparted = "F038";
inline constexpr std::string_view no_dash = "F039";
inline constexpr std::string_view json_value = "F040";
inline constexpr std::string_view json_key = "F041";
inline constexpr std::string_view json_colon = "F042";
inline constexpr std::string_view json_comma = "F043";
inline constexpr std::string_view json_trailing = "F044";
inline constexpr std::string_view json_comment = "F045";
inline constexpr std::string_view json_after = "F046";
inline constexpr std::string_view json_unclosed = "F047";
inline constexpr std::string_view json_control = "F048";
inline constexpr std::string_view json_number = "F049";
inline constexpr std::string_view json_word = "F050";
inline constexpr std::string_view json_surrogate = "F051";

}  // namespace codes
}  // namespace guicheng::formats
