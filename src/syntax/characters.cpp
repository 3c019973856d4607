#include "syntax/characters.hpp"

#include <algorithm>
#include <array>

namespace guicheng::syntax {
namespace {

struct Pair {
    char32_t code;
    std::string_view meant;
};

// By code point: slash, plus, minus and dashes, equals, square brackets, quotes, corner brackets, dots, lenticular
// brackets.
constexpr auto look_alikes = std::to_array<Pair>({
    {0x00B4, "`"},      {0x2010, "-"},      {0x2011, "-"},      {0x2012, "-"},      {0x2013, "-"},      {0x2014, "-"},  {0x2018, "\""},
    {0x2019, "\""},     {0x2044, "/"},      {0x2212, "-"},      {0x2215, "/"},      {0x00D7, "*"},      {0x22C5, "."},  {0x300E, "\u300C"},
    {0x300F, "\u300D"}, {0xFE43, "\u300C"}, {0xFE44, "\u300D"}, {0xFF62, "\u300C"}, {0xFF63, "\u300D"}, {0xFF02, "\""}, {0xFF07, "\""},
    {0xFF0A, "*"},      {0xFF0B, "+"},      {0xFF0D, "-"},      {0xFF0E, "."},      {0xFF0F, "/"},      {0xFF3F, "_"},  {0xFF40, "`"},
    {0xFF61, "\u3002"}, {0xFF64, "\u3001"}, {0x301C, "-"},      {0xFF5E, "-"},      {0x2236, ":"},      {0xFE55, ":"},  {0xFE54, ";"},
    {0xFE50, ","},      {0xFE59, "("},      {0xFE5A, ")"},      {0xFE5B, "{"},      {0xFE5C, "}"},
});

constexpr auto symbols = std::to_array<Pair>({
    {0x2260, "!="},
    {0x2264, "<="},
    {0x2265, ">="},
    {0x2266, "<="},
    {0x2267, ">="},
    {0xFF1C, "<"},
    {0xFF1D, "="},
    {0xFF1E, ">"},
});

template <class Table>
std::optional<std::string_view> look_up(const Table& table, char32_t code) {
    const auto it = std::find_if(table.begin(), table.end(), [&](const Pair& p) { return p.code == code; });
    if (it == table.end()) return std::nullopt;
    return it->meant;
}

}  // namespace

char32_t twin(char32_t code) {
    const bool digit = code >= 0xFF10 && code <= 0xFF19;
    const bool letter = (code >= 0xFF21 && code <= 0xFF3A) || (code >= 0xFF41 && code <= 0xFF5A);
    return digit || letter || code == 0xFF05 ? code - 0xFEE0 : code;
}

std::optional<std::string_view> look_alike(char32_t code) {
    return look_up(look_alikes, code);
}

bool is_invisible(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
           c == 0x115F || c == 0x1160 || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
           (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::optional<std::string_view> comparison_symbol(char32_t code) {
    return look_up(symbols, code);
}

}  // namespace guicheng::syntax
