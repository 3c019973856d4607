#pragma once
// Files that hold what was once read and found right. GUICHENG_REWRITE_GOLDEN=1 writes them anew; read the diff before
// it is kept.
#include <cstdlib>
#include <string>

#include "support/files.hpp"

namespace guicheng::support {

inline bool rewriting_golden() {
    const char* const flag = std::getenv("GUICHENG_REWRITE_GOLDEN");
    return flag != nullptr && std::string(flag) == "1";
}

/// What the file holds; after writing it where that was asked for.
inline std::string golden(const std::filesystem::path& path, const std::string& made) {
    if (rewriting_golden()) write_file(path, made);
    return std::filesystem::exists(path) ? read_file(path) : std::string();
}

}  // namespace guicheng::support
