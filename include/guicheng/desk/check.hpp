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
    bool fix = false;         ///< write into the files what has one reading only (each file replaced whole, or not at all)
    bool json = false;        ///< make CheckReport::json, else CheckReport::text
    std::size_t shown = 100;  ///< diagnostics rendered at most
};

struct CheckReport {
    /// A line that `fix` wrote anew, without its indentation.
    struct Change {
        std::string file;
        int line = 0;
        std::string before;
        std::string after;
    };
    std::string text;  ///< the diagnostics, rendered with their source lines
    std::string json;  ///< the same as a JSON array; empty unless asked for
    std::vector<Message> messages;
    std::size_t errors = 0;
    bool more_errors = false;  ///< a file has more than are counted (1000 of each)
    std::size_t warnings = 0;
    std::size_t procedures = 0;  ///< that passed
    std::size_t files = 0;
    std::size_t fixed = 0;               ///< corrections written
    std::vector<Change> changes;         ///< the lines that they changed
    std::vector<std::string> unwritten;  ///< files that could not be written
    std::size_t unread = 0;              ///< files that could not be read or are over the limit
};

/// Checks rule files or folders. Throws Error only where a path cannot be read.
CheckReport check(const std::vector<std::filesystem::path>& paths, const CheckOptions& options = {});

}  // namespace guicheng::desk
