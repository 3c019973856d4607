#include "base/distance.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "support/catch.hpp"

using namespace guicheng::base;

namespace {

/// The recursion of the definition, without a table.
std::size_t naive(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const auto rest_a = a.substr(1);
    const auto rest_b = b.substr(1);
    auto best = std::min({naive(rest_a, b) + 1, naive(a, rest_b) + 1, naive(rest_a, rest_b) + (a[0] == b[0] ? 0 : 1)});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
        best = std::min(best, naive(a.substr(2), b.substr(2)) + 1);
    }
    return best;
}

}  // namespace

TEST_CASE("one edit is one character, however many bytes spell it", "[distance]") {
    CHECK(edit_distance("村民代表会议", "村民代表会议") == 0);
    CHECK(edit_distance("村民代表会议", "村民代表会") == 1);
    CHECK(edit_distance("村民代表会议", "村民代表大会") == 2);
    CHECK(edit_distance("过半数", "过伴数") == 1);
    CHECK(edit_distance("公示", "示公") == 1);
    CHECK(edit_distance("", "公示") == 2);
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("the distance is that of the definition, at every limit", "[distance]") {
    std::mt19937 random(20240301);
    const auto word = [&] {
        std::string text(random() % 6, 'a');
        for (auto& c : text) c = static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int i = 0; i < 1500; ++i) {
        const auto a = word();
        const auto b = word();
        const auto wanted = naive(a, b);
        for (std::size_t limit = 0; limit <= 6; ++limit) {
            if (edit_distance(a, b, limit) != std::min(wanted, limit + 1)) {
                FAIL(a << " and " << b << " within " << limit << " are " << wanted << " apart");
            }
        }
        if (edit_distance(a, b) != wanted) FAIL(a << " and " << b << " are " << wanted << " apart");
    }
    SUCCEED();
}

TEST_CASE("long words are told apart without filling a table", "[distance]") {
    const std::string a(200000, 'a');
    const std::string b(200000, 'b');
    CHECK(edit_distance(a, b, 2) == 3);
    CHECK(edit_distance(a, a + "b", 2) == 1);
    CHECK(edit_distance(a, "a", 2) == 3);
}

TEST_CASE("the nearest candidate is suggested, of several the first", "[distance]") {
    const std::vector<std::string> words{"党员大会", "村民代表会议", "村民会议", "两委联席会议"};
    CHECK(closest("村民代表会", words, 2) == "村民代表会议");
    CHECK(closest("村民会义", words, 2) == "村民会议");
    CHECK(closest("员党大会", words, 2) == "党员大会");
    CHECK(closest("村民会议", words, 2) == "村民会议");
    const std::vector<std::string_view> twins{"甲丙", "甲乙", "甲丁"};
    CHECK(closest("甲戊", twins, 1) == "甲丙");
    CHECK(closest("甲乙", twins, 1) == "甲乙");
}

TEST_CASE("a candidate too far away or with nothing in common is no suggestion", "[distance]") {
    const std::vector<std::string> words{"提议", "商议"};
    CHECK_FALSE(closest("决算", words, 2));
    CHECK_FALSE(closest("提", std::vector<std::string>{"审"}, 2));
    CHECK_FALSE(closest("", words, 2));
    CHECK_FALSE(closest("村民代表会议", words, 2));
    CHECK_FALSE(closest("提议", std::vector<std::string>{}, 2));
    CHECK(closest("abcde", std::vector<std::string>{"abcxy"}, 2) == "abcxy");
    CHECK_FALSE(closest("abcde", std::vector<std::string>{"abcxy"}, 1));
}
