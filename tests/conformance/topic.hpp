#pragma once
// A folder of tests/conformance: one question of meaning, a small rule, and cases that say what must come out.
#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.hpp"

namespace guicheng::test {

/// What is wrong in the folder, one line each: no rule, no cases, a case without 预期 or without its first comment, a verdict that differs.
/// The folder holds the rules and the cases.
std::vector<std::string> wrong_in(const std::filesystem::path& folder);

/// Fails with everything that is wrong in tests/conformance/NAME.
void check_topic(const std::string& name);

}  // namespace guicheng::test
