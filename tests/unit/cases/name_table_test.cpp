#include "cases/name_table.hpp"

#include "support/catch.hpp"

using guicheng::cases::NameTable;

TEST_CASE("a name of any length is found again, and nothing like it", "[cases]") {
    NameTable table;
    std::vector<std::string> names;
    for (std::size_t length = 1; length <= 40; ++length)
        for (char c = 'a'; c < 'e'; ++c) names.push_back(std::string(length, c));
    // Alike in their first and last eight bytes.
    for (char c = '0'; c <= '9'; ++c) names.push_back(std::string("12345678") + c + std::string("12345678"));
    for (std::size_t i = 0; i < names.size(); ++i) REQUIRE(table.add(names[i], static_cast<NameTable::Number>(i)));
    for (std::size_t i = 0; i < names.size(); ++i) REQUIRE(table.find(names[i]) == i);
    CHECK(table.find("") == NameTable::none);
    CHECK(table.find("e") == NameTable::none);
    CHECK(table.find("ab") == NameTable::none);
    CHECK(table.find("12345678a12345678") == NameTable::none);
    CHECK(table.find(std::string(41, 'a')) == NameTable::none);
    CHECK(table.names().size() == names.size());
}

TEST_CASE("names that differ in one byte are told apart wherever it stands", "[cases]") {
    for (std::size_t length = 1; length <= 20; ++length) {
        const std::string name(length, 'x');
        NameTable table;
        REQUIRE(table.add(name, 7));
        for (std::size_t i = 0; i < length; ++i) {
            std::string other = name;
            other[i] = 'y';
            CHECK(table.find(other) == NameTable::none);
        }
    }
}

TEST_CASE("a name is added once and the empty name never", "[cases]") {
    NameTable table;
    CHECK(table.add("提议", 1));
    CHECK_FALSE(table.add("提议", 2));
    CHECK(table.find("提议") == 1);
    CHECK_FALSE(table.add("", 3));
}
