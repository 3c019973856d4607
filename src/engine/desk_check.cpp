// The check of rule files, and the writing of the corrections it offers.
#include <algorithm>
#include <fstream>
#include <map>
#include <system_error>

#include "engine/access.hpp"
#include "guicheng/desk/check.hpp"
#include "library/files.hpp"

namespace guicheng::desk {

namespace {

/// Applies the fixes of one text, from its end to its start; one that overlaps a later one waits for the next run.
std::string corrected(const base::SourceText& source, std::vector<diag::Fix> fixes, std::size_t& applied) {
    std::sort(fixes.begin(), fixes.end(), [](const diag::Fix& a, const diag::Fix& b) { return a.span.begin > b.span.begin; });
    std::string text(source.text());
    std::size_t limit = text.size();
    for (const diag::Fix& fix : fixes) {
        if (fix.span.end > limit || fix.span.begin > fix.span.end) continue;
        text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.text);
        limit = fix.span.begin;
        ++applied;
    }
    return text;
}

/// Writes beside the file and renames: the file is replaced whole or not at all.
bool replace_file(const std::filesystem::path& path, const std::string& text) {
    const std::filesystem::path beside = path.string() + ".guicheng-fix";
    std::error_code failed;
    {
        std::ofstream stream(beside, std::ios::binary);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        stream.close();
        if (!stream) {
            std::filesystem::remove(beside, failed);
            return false;
        }
    }
    std::filesystem::rename(beside, path, failed);
    if (!failed) return true;
    std::filesystem::remove(beside, failed);
    return false;
}

std::size_t write_fixes(const std::vector<diag::Diagnostic>& diagnostics) {
    std::map<base::SourcePtr, std::vector<diag::Fix>> by_file;
    for (const diag::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.fix && diagnostic.source) by_file[diagnostic.source].push_back(*diagnostic.fix);
    }
    std::size_t written = 0;
    for (auto& [source, fixes] : by_file) {
        std::size_t applied = 0;
        const std::string text = corrected(*source, std::move(fixes), applied);
        if (applied > 0 && replace_file(source->name(), text)) written += applied;
    }
    return written;
}

}  // namespace

CheckReport check(const std::vector<std::filesystem::path>& paths, const CheckOptions& options) {
    diag::Sink files_sink;
    const library::FileSet files = library::find_files(paths, files_sink);
    if (files_sink.has_errors()) throw engine::error_of(files_sink, options.language);

    CheckReport report;
    diag::Sink sink;
    library::Library rules = library::load(paths, sink);
    if (options.fix) {
        // A correction can uncover the next mistake of the same place, so a few rounds; each must write something to go on.
        constexpr int rounds = 10;
        for (int round = 0; round < rounds; ++round) {
            const std::size_t written = write_fixes(sink.sorted());
            if (written == 0) break;
            report.fixed += written;
            sink = diag::Sink();
            rules = library::load(paths, sink);
        }
    }
    const auto sorted = sink.sorted();
    diag::RenderOptions render;
    render.language = engine::catalogue(options.language);
    render.colour = options.colour;
    render.limit = options.shown;
    report.text = diag::render_all(sorted, render);
    report.json = diag::render_json(sorted, render.language);
    report.messages = engine::messages_of(sorted, options.language);
    report.errors = sink.error_count();
    report.warnings = sink.warning_count();
    report.procedures = rules.versions.size();
    report.files = files.rules.size();
    return report;
}

}  // namespace guicheng::desk
