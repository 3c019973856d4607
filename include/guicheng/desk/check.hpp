#pragma once
// What a policy author's desk needs: the check of rule files, with everything said about them.
#include <filesystem>
#include <string>
#include <vector>

#include "guicheng/types.hpp"

namespace guicheng::desk {

struct CheckOptions {
    Language language = Language::zh;
    bool colour = false;
    bool fix = false;         ///< write the offered corrections into the files (each file replaced whole, or not at all)
    std::size_t shown = 100;  ///< diagnostics rendered at most
};

struct CheckReport {
    std::string text;  ///< the diagnostics, rendered with their source lines
    std::string json;  ///< the same as a JSON array
    std::vector<Message> messages;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t procedures = 0;  ///< that passed
    std::size_t files = 0;
    std::size_t fixed = 0;  ///< corrections written
};

/// Checks rule files or folders. Throws Error only where a path cannot be read.
CheckReport check(const std::vector<std::filesystem::path>& paths, const CheckOptions& options = {});

}  // namespace guicheng::desk
