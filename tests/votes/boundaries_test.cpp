// One below, at and above every threshold, for bodies of 1 to 200.
#include <set>

#include "support/catch.hpp"
#include "votes/statements.hpp"

using namespace votes;

namespace {

constexpr std::int64_t largest_body = 200;

std::string record(std::int64_t members, std::int64_t came, std::int64_t ayes) {
    const auto n = [](std::int64_t number) { return std::to_string(number); };
    const auto counts = "\"到会\":" + n(came) + ",\"赞成\":" + n(ayes) + ",\"反对\":" + n(came - ayes) +
                        ",\"弃权\":0,\"其他\":0,\"废票\":0,\"登记\":" + n(members);
    return R"({"案件":"一","规程":"试","名册":{"大会":{"人数":)" + n(members) + R"(,"其中":{"甲类":)" + n(members) +
           R"(}}},"经过":[{"步骤":"表决","日期":"2024-05-09",)" + counts + R"(,"分计":{"甲类":{)" + counts + "}}}]}";
}

/// The numbers around the least that passes, of every word.
std::set<std::int64_t> around_thresholds(std::int64_t members) {
    std::set<std::int64_t> out;
    for (const auto* list : {&shares(), &numbers()})
        for (const auto& measure : *list) {
            std::int64_t least = 0;
            while (least <= members && !measure.enough(least, members)) ++least;
            for (const auto found : {least - 1, least, least + 1})
                if (found >= 0 && found <= members) out.insert(found);
        }
    return out;
}

}  // namespace

TEST_CASE("every threshold of bodies of 1 to 200: one below, equal, one above", "[votes]") {
    const auto all = statements();
    const Bench bench(all);
    std::size_t wrong = 0, tried = 0;
    std::string first;
    for (std::int64_t members = 1; members <= largest_body; ++members) {
        for (const auto found : around_thresholds(members)) {
            // All came and so many are in favour; so many came and all are in favour.
            for (const auto came : {members, found}) {
                const auto reached = bench.reached(bench.judge(record(members, came, found)));
                for (std::size_t i = 0; i < all.size(); ++i) {
                    const auto passes = [&](const Way& way) {
                        const bool of_members = way.base == Base::entitled || way.base == Base::whole || way.base == Base::registered;
                        return way.measure->enough(all[i].votes ? found : came, of_members ? members : came);
                    };
                    bool expected = false;
                    for (const auto& way : all[i].ways) expected = expected || passes(way);
                    ++tried;
                    if (reached[i] == expected) continue;
                    if (wrong++ == 0)
                        first = label(i) + " " + std::to_string(members) + " " + std::to_string(came) + " " + std::to_string(found);
                }
            }
        }
    }
    INFO(first);
    CHECK(wrong == 0);
    CHECK(tried > 500'000);
}
