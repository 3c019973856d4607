#pragma once
#include <string>

namespace guicheng::test {

/// Compares with tests/golden/report/<name>. GUICHENG_REWRITE_GOLDEN=1 writes the file anew instead; the change is then read as a diff.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace guicheng::test
