#pragma once
// What is written as JSON against its published schema: every value fits it, and the schema lists the keys as they are written.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "verdict/names.hpp"
#include "verdict/plan_fields.hpp"

namespace guicheng::test {

using Json = nlohmann::ordered_json;

inline Json load_schema(const std::string& name) {
    std::ifstream file(std::string(GUICHENG_SOURCE_DIR) + "/docs/schema/" + name);
    REQUIRE(file.good());
    return Json::parse(file);
}

/// The part of JSON Schema that the published schema uses. What it does not know is an error, so that no keyword is passed over.
inline void validate(const Json& root, const Json& schema, const Json& value, const std::string& path) {
    static const std::set<std::string> silent{"description", "title", "$schema", "$id", "$defs"};
    for (const auto& [keyword, rule] : schema.items()) {
        INFO(path << " " << keyword);
        if (silent.count(keyword) != 0) continue;
        if (keyword == "$ref") {
            validate(root, root.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, path);
        } else if (keyword == "type") {
            const auto type = rule.get<std::string>();
            CHECK(((type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
                   (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
                   (type == "integer" && value.is_number_integer())));
        } else if (keyword == "enum") {
            CHECK(std::find(rule.begin(), rule.end(), value) != rule.end());
        } else if (keyword == "properties") {
            for (const auto& [key, member] : value.items()) {
                INFO(path << "." << key);
                REQUIRE(rule.contains(key));
                validate(root, rule.at(key), member, path + "." + key);
            }
        } else if (keyword == "required") {
            for (const auto& key : rule) CHECK(value.contains(key.get<std::string>()));
        } else if (keyword == "items") {
            for (const auto& item : value) validate(root, rule, item, path + "[]");
        } else if (keyword == "minimum") {
            CHECK(value >= rule);
        } else if (keyword == "additionalProperties") {
            CHECK(rule == false);
        } else {
            CHECK(keyword == "pattern");
        }
    }
}

/// The enumerators of one enumeration, as the schema must list them.
template <class Enum>
Json names() {
    auto list = Json::array();
    for (std::uint8_t i = 0; !verdict::name(static_cast<Enum>(i)).empty(); ++i) list.push_back(verdict::name(static_cast<Enum>(i)));
    return list;
}

/// Collects what describe() asks for: key, in order, and whether it is always written.
struct Keys {
    std::vector<std::string> all, required;
    template <class T>
    void field(std::string_view key, const T&) {
        all.emplace_back(key);
        required.emplace_back(key);
    }
    template <class T>
    void optional(std::string_view key, const T&, const std::type_identity_t<T>& = T{}) {
        all.emplace_back(key);
    }
};

template <class T>
void check_keys(const Json& schema) {
    Keys keys;
    T value;
    verdict::describe(keys, value);
    std::vector<std::string> listed;
    for (const auto& [key, rule] : schema.at("properties").items()) listed.push_back(key);
    CHECK(listed == keys.all);
    CHECK(schema.value("required", std::vector<std::string>{}) == keys.required);
    CHECK(schema.at("additionalProperties") == false);
}

}  // namespace guicheng::test
