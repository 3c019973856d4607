#include "formats/text.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/utf8.hpp"
#include "formats/codes.hpp"

namespace guicheng::formats {

std::size_t bom_length(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

bool check_size(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink) {
    // Places are 32 bits wide, and yaml-cpp counts in int.
    constexpr std::size_t widest = std::numeric_limits<std::int32_t>::max();
    const std::size_t limit = std::min(limits.bytes, widest);
    if (source->text().size() <= limit) return true;
    sink.error(codes::bytes_limit, source, {0, 0}).arg("limit", std::to_string(limit)).arg("bytes", std::to_string(source->text().size()));
    return false;
}

std::string code_point_name(char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const auto digit = static_cast<std::size_t>((code >> shift) & 0xF);
        if (digit != 0 || !name.empty() || shift < 16) name.push_back(digits[digit]);
    }
    return "U+" + name;
}

void report_invalid_utf8(const base::SourcePtr& source, std::uint32_t at, diag::Sink& sink) {
    const auto byte = static_cast<unsigned char>(source->text()[at]);
    sink.error(codes::invalid_utf8, source, {at, at + 1}).arg("byte", "0x" + code_point_name(byte).substr(4));
}

bool check_encoding(const base::SourcePtr& source, diag::Sink& sink) {
    const auto encoding = base::utf8::wide_encoding(source->text());
    // Without its source: a line of it could not be read.
    if (!encoding.empty()) sink.error(codes::not_utf8_file, nullptr, {}).arg("encoding", std::string(encoding)).arg("file", source->name());
    return encoding.empty();
}

bool check_utf8(const base::SourcePtr& source, diag::Sink& sink) {
    if (!check_encoding(source, sink)) return false;
    const auto invalid = base::utf8::first_invalid(source->text());
    if (!invalid) return true;
    report_invalid_utf8(source, static_cast<std::uint32_t>(*invalid), sink);
    return false;
}

std::optional<WideSign> wide_sign_at(std::string_view text) {
    struct Row {
        std::string_view sign;
        WideSign meant;
    };
    static constexpr std::array rows{
        Row{"\uFF1A", {codes::wide_colon, ":", 3}},   Row{"\uFF0C", {codes::wide_comma, ",", 3}},
        Row{"\uFF5B", {codes::wide_bracket, "{", 3}}, Row{"\uFF5D", {codes::wide_bracket, "}", 3}},
        Row{"\uFF3B", {codes::wide_bracket, "[", 3}}, Row{"\uFF3D", {codes::wide_bracket, "]", 3}},
        Row{"\u3000", {codes::wide_space, " ", 3}},   Row{"\u00A0", {codes::wide_space, " ", 2}},
        Row{"\u201C", {codes::wide_sign, "\"", 3}},   Row{"\u201D", {codes::wide_sign, "\"", 3}},
        Row{"\uFF02", {codes::wide_sign, "\"", 3}},   Row{"\uFF0D", {codes::wide_sign, "-", 3}},
        Row{"\uFF03", {codes::wide_sign, "#", 3}},
    };
    for (const Row& row : rows)
        if (text.starts_with(row.sign)) return row.meant;
    return std::nullopt;
}

}  // namespace guicheng::formats
