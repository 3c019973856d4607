#pragma once
// Which files a call means, and their bytes. The only stage that opens files.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"

namespace guicheng::library {

/// The rule files and clause catalogues behind some paths, each once, in the order of their names.
struct FileSet {
    std::vector<std::filesystem::path> rules;       ///< *.guicheng
    std::vector<std::filesystem::path> catalogues;  ///< *.yaml in folders named `sources`
};

/// A path is a rule file or a folder with rule files below it. Catalogues are those in folders `sources` below a folder given, else in the
/// nearest folder `sources` beside or above the path. A path that does not exist, or a folder without any rule, is an error in the sink.
FileSet find_files(const std::vector<std::filesystem::path>& paths, diag::Sink& sink);

/// A whole file as text; nothing, with an error in the sink, where it cannot be read or is larger than the limit.
base::SourcePtr read_file(const std::filesystem::path& path, std::size_t limit, diag::Sink& sink);

}  // namespace guicheng::library
