#include "library/files.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

namespace guicheng::library {

namespace fs = std::filesystem;

namespace {

constexpr int levels_above = 4;

void collect_below(const fs::path& folder, std::set<fs::path>& rules, std::set<fs::path>& catalogues) {
    std::error_code ignored;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, ignored), end; it != end;
         it.increment(ignored)) {
        if (ignored) break;
        if (!it->is_regular_file(ignored)) continue;
        const fs::path& path = it->path();
        if (path.extension() == ".guicheng") rules.insert(path.lexically_normal());
        if (path.extension() == ".yaml" && path.parent_path().filename() == "sources") catalogues.insert(path.lexically_normal());
    }
}

void collect_beside(const fs::path& path, std::set<fs::path>& catalogues) {
    std::error_code ignored;
    fs::path folder = fs::absolute(path, ignored).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    for (int level = 0; level < levels_above && folder.has_parent_path(); ++level) {
        const fs::path candidate = folder / "sources";
        if (fs::is_directory(candidate, ignored)) {
            for (const auto& entry : fs::directory_iterator(candidate, ignored)) {
                if (entry.path().extension() == ".yaml") catalogues.insert(entry.path().lexically_normal());
            }
            return;
        }
        if (folder == folder.parent_path()) return;
        folder = folder.parent_path();
    }
}

}  // namespace

FileSet find_files(const std::vector<fs::path>& paths, diag::Sink& sink) {
    std::set<fs::path> rules;
    std::set<fs::path> catalogues;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            std::set<fs::path> found;
            std::set<fs::path> found_catalogues;
            collect_below(path, found, found_catalogues);
            if (found.empty()) sink.error("L002", nullptr, {}).arg("path", path.string());
            if (found_catalogues.empty()) collect_beside(path, found_catalogues);
            rules.merge(found);
            catalogues.merge(found_catalogues);
        } else if (fs::exists(path, ignored)) {
            rules.insert(path.lexically_normal());
            collect_beside(path.has_parent_path() ? path.parent_path() : fs::path("."), catalogues);
        } else {
            sink.error("L001", nullptr, {}).arg("path", path.string());
        }
    }
    return {{rules.begin(), rules.end()}, {catalogues.begin(), catalogues.end()}};
}

base::SourcePtr read_file(const fs::path& path, std::size_t limit, diag::Sink& sink) {
    std::error_code failed;
    if (!fs::exists(path, failed)) {
        sink.error("L001", nullptr, {}).arg("path", path.string());
        return nullptr;
    }
    if (!fs::is_regular_file(path, failed)) {
        sink.error("L003", nullptr, {}).arg("path", path.string());
        return nullptr;
    }
    const auto size = fs::file_size(path, failed);
    if (!failed && size > limit) {
        sink.error("L004", nullptr, {}).arg("path", path.string()).arg("size", std::to_string(size)).arg("limit", std::to_string(limit));
        return nullptr;
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.is_open() || stream.bad()) {
        sink.error("L003", nullptr, {}).arg("path", path.string());
        return nullptr;
    }
    return std::make_shared<const base::SourceText>(path.string(), std::move(text));
}

}  // namespace guicheng::library
