#include "golden.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/catch.hpp"

namespace guicheng::test {

void check_golden(const std::string& name, const std::string& actual) {
    const auto path = std::string(GUICHENG_GOLDEN_DIR) + "/" + name;
    const char* const rewrite = std::getenv("GUICHENG_REWRITE_GOLDEN");
    if (rewrite != nullptr && std::string(rewrite) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream expected;
    expected << file.rdbuf();
    INFO("golden file " << path);
    CHECK(file.good());
    CHECK(actual == expected.str());
}

}  // namespace guicheng::test
