#pragma once
// Thresholds and lengths: what a quantity may be in the place where it stands.
#include <optional>
#include <vector>

#include "model/draft.hpp"

namespace guicheng::model {

/// What a length of time is for: 公示 (any bound), 提前 (at least), 时限 (at most).
enum class LengthUse : std::uint8_t { posting, ahead, limit };

/// The share or number that 到会 or 赞成 asks for; nothing after an error.
std::optional<Threshold> read_threshold(Draft& draft, const syntax::Statement& statement, RequirementKind kind);
/// The same where `value` gives it (不少于 定规则.比例).
std::optional<Threshold> read_threshold(Draft& draft, const syntax::Statement& statement, RequirementKind kind, ExprId value);
/// 人数: one bound, or a lower and an upper one; nothing after an error.
std::vector<Threshold> read_size(Draft& draft, const syntax::Statement& statement);
/// The length of time of 公示, 材料, 时限; nothing after an error. Sets soft for 左右.
std::optional<Length> read_length(Draft& draft, const syntax::Statement& statement, LengthUse use, bool& soft);
/// A period alone (限期改正 10日); nothing after an error.
std::optional<calendar::Period> plain_period(Draft& draft, const syntax::Quantity& quantity);
/// A whole number with at most an upper bound's word (每人 至多 1票); nothing after an error.
std::optional<std::int64_t> read_limit(Draft& draft, const syntax::Quantity& quantity);

}  // namespace guicheng::model
