#pragma once
#include <string>

namespace guicheng::test {

/// The tree of a YAML text as JSON: numbers and booleans keep their types, every other scalar becomes a string.
std::string yaml_to_json(const std::string& name, const std::string& text);

}  // namespace guicheng::test
