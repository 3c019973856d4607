#pragma once
// What the counts of a meeting and of one class of its members are both made from.
#include <optional>
#include <vector>

#include "differential/judge.hpp"

namespace guicheng::differential {

std::optional<std::int64_t> recorded(std::int32_t n);
/// Each person once, in the order of first mention.
std::vector<std::uint32_t> persons_of(const std::vector<cases::Ballot>& ballots);
/// Persons whose ballots are all this vote.
std::int64_t votes(const std::vector<cases::Ballot>& ballots, cases::Vote wanted);
std::vector<cases::Ballot> ballots_of(const cases::Case& c, const cases::Act& act);
std::vector<std::uint32_t> attendees_of(const cases::Case& c, const cases::Act& act);
/// 到会 = 赞成 + 反对 + 弃权 + 其他: the one of the five that is not given.
void compute_missing(Counts& n);

}  // namespace guicheng::differential
