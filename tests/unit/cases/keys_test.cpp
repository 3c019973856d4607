#include "cases/keys.hpp"

#include <map>
#include <set>

#include "cases/case.hpp"
#include "support/catch.hpp"

using namespace guicheng::cases;

TEST_CASE("every key is found under both spellings and no spelling has two meanings in one place", "[cases]") {
    std::map<std::pair<Where, std::string_view>, Key> seen;
    for (const auto& row : key_words()) {
        CHECK(key_table(row.where).find(row.zh) == static_cast<NameTable::Number>(row.key));
        CHECK(key_table(row.where).find(row.en) == static_cast<NameTable::Number>(row.key));
        CHECK(seen.emplace(std::pair(row.where, row.zh), row.key).second);
        CHECK(seen.emplace(std::pair(row.where, row.en), row.key).second);
    }
}

TEST_CASE("every fixed word is found under both spellings", "[cases]") {
    for (const auto& row : words()) {
        CHECK(word_table(row.list).find(row.zh) == row.number);
        if (!row.en.empty()) CHECK(word_table(row.list).find(row.en) == row.number);
    }
}

TEST_CASE("every form, vote and declaration of the model has its word", "[cases]") {
    std::map<Words, std::set<int>> numbers;
    for (const auto& row : words()) numbers[row.list].insert(row.number);
    CHECK(numbers[Words::form] == std::set<int>{1, 2, 3, 4, 5, 6});
    CHECK(numbers[Words::ballot_form] == std::set<int>{1, 2, 3, 4, 5, 6});
    CHECK(numbers[Words::vote] == std::set<int>{1, 2, 3, 4});
    CHECK(numbers[Words::way] == std::set<int>{0, 1});
    CHECK(numbers[Words::declared] == std::set<int>{1, 2});
    CHECK(numbers[Words::act] == std::set<int>{3, 4, 5});
    CHECK(numbers[Words::status] == std::set<int>{1, 2, 3, 4, 5, 6, 7});
}
