#include "base/distance.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace guicheng::base {

namespace {

std::size_t distance_of(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    const std::size_t rows = a.size();
    const std::size_t columns = b.size();
    limit = std::min(limit, std::max(rows, columns));  // never farther than that
    const std::size_t beyond = limit + 1;
    if ((rows > columns ? rows - columns : columns - rows) > limit) return beyond;

    // Row i holds the distances of a's first i characters; only cells at most `limit` off the diagonal can stay within
    // it.
    std::array<std::vector<std::size_t>, 3> table;
    for (auto& row : table) row.assign(columns + 2, beyond);
    for (std::size_t j = 0; j <= std::min(columns, limit); ++j) table[0][j] = j;
    std::size_t least_before = 0;
    for (std::size_t i = 1; i <= rows; ++i) {
        auto& row = table[i % 3];
        const auto& above = table[(i - 1) % 3];
        const auto& two_above = table[(i + 1) % 3];  // i - 2
        const std::size_t from = i > limit ? i - limit : 0;
        const std::size_t to = std::min(columns, i + limit);
        if (from > 0) row[from - 1] = beyond;
        std::size_t least = beyond;
        for (std::size_t j = from; j <= to; ++j) {
            std::size_t best = above[j] + 1;
            if (j > 0) {
                best = std::min(best, row[j - 1] + 1);
                best = std::min(best, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    best = std::min(best, two_above[j - 2] + 1);
                }
            }
            row[j] = std::min(best, beyond);
            least = std::min(least, row[j]);
        }
        row[to + 1] = beyond;
        if (least > limit && least_before > limit) return beyond;
        least_before = least;
    }
    return table[rows % 3][columns];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    return std::min(distance_of(utf8::to_code_points(a), utf8::to_code_points(b), limit), limit + 1);
}

std::optional<std::size_t> closest_index(std::string_view word, std::span<const std::string_view> candidates, std::size_t max) {
    const auto wanted = utf8::to_code_points(word);
    std::optional<std::size_t> best;
    std::size_t allowed = max;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto codes = utf8::to_code_points(candidates[i]);
        const auto distance = distance_of(wanted, codes, allowed);
        if (distance > allowed || distance >= std::max<std::size_t>(1, std::max(wanted.size(), codes.size()))) continue;
        best = i;
        if (distance == 0) break;
        allowed = distance - 1;  // a later one must be nearer
    }
    return best;
}

}  // namespace guicheng::base
