#pragma once
// A case's records as an office wrote them: YAML or JSON, Chinese or English keys.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "guicheng/library.hpp"

namespace guicheng {

/// The text of one case, well formed as YAML or JSON but not yet read against a procedure: that happens in evaluate(). Immutable, cheap to
/// copy.
class Case {
public:
    /// .json is read as JSON, anything else as YAML; with the standing file (档册) that it names, from its folder or below. Throws Error
    /// where one of the two cannot be read or is malformed.
    static Case read_file(const std::filesystem::path& path, Language language = Language::zh);
    static Case from_yaml(std::string name, std::string text, Language language = Language::zh);
    static Case from_json(std::string name, std::string text, Language language = Language::zh);

    /// 案件; empty where the file has none.
    std::string id() const;
    /// The name it was read under.
    const std::string& file() const;
    /// Whether it carries 预期 (expected results).
    bool has_expected() const;
    /// Whether it is no case but a standing file (档册) that cases name: rolls, offices, delegations and parameters alone.
    bool is_standing_file() const;

    struct Impl;  ///< the library's own

private:
    explicit Case(std::shared_ptr<const Impl> impl);
    std::shared_ptr<const Impl> impl_;
    friend struct detail::Access;
};

}  // namespace guicheng
