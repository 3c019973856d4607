#pragma once
// As much of JSON Schema 2020-12 as the case schemas use. An unknown keyword fails: a schema that asks for more must
// not pass unseen.
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

namespace guicheng::support {

class JsonSchema {
public:
    explicit JsonSchema(const std::string& text) : root_(nlohmann::json::parse(text)) {}
    bool accepts(const nlohmann::json& value) const {
        std::set<std::string> seen;
        return check(root_, value, seen);
    }

private:
    using json = nlohmann::json;
    using Seen = std::set<std::string>;

    static bool has_type(const std::string& type, const json& value) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "null") return value.is_null();
        if (type == "integer") return value.is_number_integer();
        if (type == "number") return value.is_number();
        throw std::runtime_error("type " + type);
    }
    /// `seen` gathers the properties that a schema has evaluated, for unevaluatedProperties.
    bool check(const json& schema, const json& value, Seen& seen) const {
        if (schema.is_boolean()) return schema.get<bool>();
        for (const auto& [key, wanted] : schema.items())
            if (key != "unevaluatedProperties" && !keyword(schema, key, wanted, value, seen)) return false;
        if (schema.contains("unevaluatedProperties") && value.is_object())
            for (const auto& [name, part] : value.items())
                if (!seen.contains(name)) return false;
        return true;
    }
    static bool matches_pattern(const json& schema, const std::string& name) {
        if (!schema.contains("patternProperties")) return false;
        for (const auto& [expression, part] : schema.at("patternProperties").items())
            if (std::regex_search(name, std::regex(expression))) return true;
        return false;
    }
    bool keyword(const json& schema, const std::string& key, const json& wanted, const json& value, Seen& seen) const {
        Seen inner;
        if (key == "$schema" || key == "title" || key == "$defs") return true;
        if (key == "$ref") return check(root_.at("$defs").at(wanted.get<std::string>().substr(8)), value, seen);
        if (key == "type") {
            if (wanted.is_string()) return has_type(wanted, value);
            for (const auto& type : wanted)
                if (has_type(type, value)) return true;
            return false;
        }
        if (key == "enum") return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
        if (key == "const") return value == wanted;
        if (key == "pattern")
            return !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>()));
        if (key == "minLength") return !value.is_string() || value.get<std::string>().size() >= wanted.get<std::size_t>();
        if (key == "minItems") return !value.is_array() || value.size() >= wanted.get<std::size_t>();
        if (key == "minimum") return !value.is_number() || value >= wanted;
        if (key == "maximum") return !value.is_number() || value <= wanted;
        if (key == "not") return !check(wanted, value, inner);
        if (key == "required") return !value.is_object() || value.contains(wanted.at(0).get<std::string>());
        if (key == "items") {
            if (!value.is_array()) return true;
            for (const auto& item : value)
                if (Seen of_item; !check(wanted, item, of_item)) return false;
            return true;
        }
        if (key == "properties") {
            if (!value.is_object()) return true;
            for (const auto& [name, part] : value.items()) {
                if (!wanted.contains(name)) continue;
                seen.insert(name);
                if (Seen of_part; !check(wanted.at(name), part, of_part)) return false;
            }
            return true;
        }
        if (key == "patternProperties") {
            if (!value.is_object()) return true;
            for (const auto& [name, part] : value.items())
                for (const auto& [expression, of_name] : wanted.items()) {
                    if (!std::regex_search(name, std::regex(expression))) continue;
                    seen.insert(name);
                    if (Seen of_part; !check(of_name, part, of_part)) return false;
                }
            return true;
        }
        if (key == "additionalProperties") {
            if (!value.is_object()) return true;
            for (const auto& [name, part] : value.items())
                if (!schema.at("properties").contains(name) && !matches_pattern(schema, name)) return false;
            return true;
        }
        if (key == "allOf") {
            for (const auto& part : wanted)
                if (!check(part, value, seen)) return false;
            return true;
        }
        if (key == "anyOf") {
            bool any = false;
            for (const auto& part : wanted) {
                Seen of_part;
                if (!check(part, value, of_part)) continue;
                any = true;
                seen.insert(of_part.begin(), of_part.end());
            }
            return any;
        }
        throw std::runtime_error("keyword " + key);
    }

    json root_;
};

}  // namespace guicheng::support
