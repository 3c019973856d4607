#pragma once
// How far a mistyped word is from the words that could have been meant.
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace guicheng::base {

/// The least number of insertions, deletions, substitutions and swaps of neighbours that turn a into b, counted in code
/// points; no piece is edited twice (optimal string alignment). Past `limit` the answer is limit + 1, found in time
/// O(length * limit).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit = std::numeric_limits<std::size_t>::max() - 1);

/// The index of the candidate nearest to the word, at most `max` edits away; of several the first. A candidate that
/// shares nothing with the word (as many edits as it has characters) is no suggestion.
std::optional<std::size_t> closest_index(std::string_view word, std::span<const std::string_view> candidates, std::size_t max);

/// The same over any range of strings; the view is into the range's own string.
template <class Range>
std::optional<std::string_view> closest(std::string_view word, const Range& candidates, std::size_t max) {
    std::vector<std::string_view> views;
    for (const auto& candidate : candidates) views.push_back(std::string_view(candidate));
    const auto index = closest_index(word, views, max);
    if (!index) return std::nullopt;
    return views[*index];
}

}  // namespace guicheng::base
