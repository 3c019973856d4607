// Ballots cast from afar and by others, under every rule on them, against a count ballot by ballot.
#include <optional>

#include "guicheng/guicheng.hpp"
#include "support/catch.hpp"
#include "votes/counter.hpp"

using namespace votes;

namespace {

enum class How : std::uint8_t { absent, yes, no, yes_afar, no_afar, yes_by_first, no_by_first };
constexpr std::size_t hows = 7;

/// nothing: the rule is silent.
struct Rule {
    std::optional<bool> afar;
    std::optional<int> by_another;  ///< how many for one holder; 0: none at all; -1: any number
};

struct Sum {
    std::int64_t came = 0, ayes = 0;
};

/// `doubtful`: whether ballots on which the rule is silent are counted.
Sum count_ballots(const std::vector<How>& ballots, const Rule& rule, bool doubtful) {
    Sum sum;
    int held = 0;
    for (const auto how : ballots) {
        if (how == How::absent) continue;
        const bool afar = how == How::yes_afar || how == How::no_afar;
        const bool by_first = how == How::yes_by_first || how == How::no_by_first;
        if (afar && !rule.afar.value_or(doubtful)) continue;
        if (by_first) {
            if (!rule.by_another && !doubtful) continue;
            const int most = rule.by_another.value_or(-1);
            if (most >= 0 && held >= most) continue;
            ++held;
        }
        ++sum.came;
        sum.ayes += how == How::yes || how == How::yes_afar || how == How::yes_by_first ? 1 : 0;
    }
    return sum;
}

std::string rule_text(const Rule& rule) {
    std::string out = "规程 试 {\n版本 \"1\"\n会议体 大会\n步骤 表决 {\n会议 大会 {\n到会 应到 过半数\n赞成 到会 过半数\n";
    if (rule.afar) out += std::string("远程表决 ") + (*rule.afar ? "可以" : "不得") + "\n";
    if (rule.by_another)
        out += std::string("委托表决 ") +
               (*rule.by_another == 0  ? "不得"
                : *rule.by_another < 0 ? "可以"
                                       : "可以 每人 至多 " + std::to_string(*rule.by_another) + "票") +
               "\n";
    return out + "}\n}\n}\n";
}

std::string record(const std::vector<How>& ballots) {
    std::string roll, list;
    for (std::size_t i = 0; i < ballots.size(); ++i) {
        const auto name = "\"成员" + std::to_string(i) + "\"";
        roll += (i > 0 ? "," : "") + name;
        const auto how = ballots[i];
        if (how == How::absent) continue;
        const bool yes = how == How::yes || how == How::yes_afar || how == How::yes_by_first;
        list += (list.empty() ? "" : ",") + std::string("{\"谁\":") + name + ",\"投\":\"" + (yes ? "赞成" : "反对") + "\"";
        if (how == How::yes_afar || how == How::no_afar) list += ",\"方式\":\"远程\"";
        if (how == How::yes_by_first || how == How::no_by_first) list += ",\"代\":\"外人\"";
        list += "}";
    }
    return R"({"案件":"一","规程":"试","名册":{"大会":[)" + roll + R"(]},"经过":[{"步骤":"表决","日期":"2024-05-09","票":[)" + list +
           "]}]}";
}

/// 1 enough, 0 not, -1 it cannot be told.
int answer(const guicheng::Verdict& verdict, const std::string& id) {
    for (const auto& finding : verdict.steps().front().attempts.front().findings)
        if (finding.requirement == id)
            return finding.result == guicheng::Result::satisfied ? 1 : finding.result == guicheng::Result::undetermined ? -1 : 0;
    return -2;
}

}  // namespace

TEST_CASE("every ballot in person, from afar or by another, under every rule on them", "[votes]") {
    const std::optional<bool> on_afar[] = {std::nullopt, true, false};
    const std::optional<int> on_proxies[] = {std::nullopt, -1, 0, 1, 2};
    for (const auto afar : on_afar)
        for (const auto by_another : on_proxies) {
            const Rule rule{afar, by_another};
            const auto library = guicheng::Library::from_text("rule.guicheng", rule_text(rule));
            std::size_t wrong = 0;
            std::string first;
            for (std::size_t members = 1; members <= 3; ++members) {
                std::size_t all = 1;
                for (std::size_t i = 0; i < members; ++i) all *= hows;
                for (std::size_t number = 0; number < all; ++number) {
                    std::vector<How> ballots;
                    for (std::size_t i = 0, rest = number; i < members; ++i, rest /= hows) ballots.push_back(static_cast<How>(rest % hows));
                    const auto with = count_ballots(ballots, rule, true);
                    const auto without = count_ballots(ballots, rule, false);
                    const auto both = [](bool a, bool b) { return a != b ? -1 : a ? 1 : 0; };
                    const auto total = static_cast<std::int64_t>(members);
                    const int quorum = both(2 * with.came > total, 2 * without.came > total);
                    const int carried = both(2 * with.ayes > with.came, 2 * without.ayes > without.came);
                    const auto verdict = guicheng::evaluate(library, guicheng::Case::from_json("case.json", record(ballots))).front();
                    if (answer(verdict, "表决.大会.到会") == quorum && answer(verdict, "表决.大会.赞成") == carried) continue;
                    if (wrong++ == 0) first = record(ballots);
                }
            }
            INFO(rule_text(rule) << first);
            CHECK(wrong == 0);
        }
}
