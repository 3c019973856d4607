#pragma once
// The rules: procedures read from files or memory, checked and compiled.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guicheng/types.hpp"

namespace guicheng {

namespace detail {
struct Access;
}

/// What one version of a procedure is called and when it is in force.
struct ProcedureInfo {
    std::string name;
    std::string full_title;
    std::string version;
    std::string level;
    std::optional<Date> in_force_from;
    std::optional<Date> in_force_until;
    std::string identity;  ///< SHA-256 (hex) of the checked model
    std::string file;
};

/// An immutable set of compiled procedures. Cheap to copy (shared); safe to use from several threads at once.
class Library {
public:
    /// Reads rule files, or folders with all the .guicheng files below them; a folder `sources` in a folder given, or beside the files,
    /// holds the clause catalogues. Throws Error if a file cannot be read or a rule has an error.
    static Library load(const std::vector<std::filesystem::path>& paths, Language language = Language::zh);
    /// One rule text from memory, without clause catalogues: citations are taken on trust.
    static Library from_text(std::string name, std::string text, Language language = Language::zh);

    std::vector<ProcedureInfo> procedures() const;
    /// Warnings of the check that made this library.
    const std::vector<Message>& warnings() const;

    struct Impl;  ///< the library's own

private:
    explicit Library(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
    friend struct detail::Access;
};

}  // namespace guicheng
