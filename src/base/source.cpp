#include "base/source.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "base/utf8.hpp"

namespace guicheng::base {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uint32_t between_milestones = 2048;  // bytes
}  // namespace

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

std::uint32_t SourceText::characters_before(std::uint32_t offset) const {
    std::call_once(measured_, [this] {
        milestones_.push_back({0, 0});
        std::uint32_t characters = 0;
        for (const auto& item : utf8::code_points(text_)) {
            if (item.offset - milestones_.back().offset >= between_milestones)
                milestones_.push_back({static_cast<std::uint32_t>(item.offset), characters});
            ++characters;
        }
    });
    const auto next = std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                                       [](std::uint32_t at, const Milestone& m) { return at < m.offset; });
    const auto& last = *std::prev(next);
    return last.characters + static_cast<std::uint32_t>(utf8::count(slice({last.offset, offset})));
}

Place SourceText::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    // On a line of many kilobytes the characters are not counted anew for each place.
    if (const auto begin = *std::prev(next); offset - begin > between_milestones) {
        const auto mark = begin == 0 && text_.starts_with(byte_order_mark) ? 1U : 0U;
        return {static_cast<std::uint32_t>(next - line_starts_.begin()), characters_before(offset) - characters_before(begin) - mark + 1};
    }
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
