#include "base/source.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "base/utf8.hpp"

namespace guicheng::base {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}

SourceText::SourceText(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    // Spans hold 32 bits; every reader's own limit lies far below.
    if (text_.size() >= std::numeric_limits<std::uint32_t>::max()) throw std::length_error("source text exceeds 4 GiB");
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

std::string_view SourceText::slice(Span span) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    const auto begin = std::min(span.begin, size);
    const auto end = std::clamp(span.end, begin, size);
    return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t SourceText::line_begin(std::uint32_t offset) const {
    return *std::prev(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset));
}

Place SourceText::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    auto before = slice({*std::prev(next), offset});
    // A byte order mark is no character of the first line.
    if (next - line_starts_.begin() == 1 && before.starts_with(byte_order_mark)) before.remove_prefix(3);
    return {static_cast<std::uint32_t>(next - line_starts_.begin()), static_cast<std::uint32_t>(utf8::count(before) + 1)};
}

std::string_view SourceText::line_at(std::uint32_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto begin = *std::prev(next);
    const auto end = next == line_starts_.end() ? static_cast<std::uint32_t>(text_.size()) : *next - 1;
    auto line = slice({begin, end});
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace guicheng::base
