// The check of rule files, and the writing of the corrections that leave no choice.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>
#include <tuple>

#include "diag/source_view.hpp"
#include "engine/access.hpp"
#include "guicheng/desk/check.hpp"
#include "library/files.hpp"
#include "syntax/parse.hpp"

namespace guicheng::desk {

namespace fs = std::filesystem;

namespace {

struct Corrected {
    std::string text;
    std::vector<base::Span> written;  ///< where the corrections stand in the new text
    std::vector<std::size_t> used;    ///< which of the fixes
};

/// Applies the fixes of one text (sorted by place); one that overlaps an earlier one waits for the next round.
Corrected corrected(const base::SourceText& source, const std::vector<diag::Fix>& fixes) {
    Corrected out;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        const diag::Fix& fix = fixes[i];
        if (fix.span.begin < at || fix.span.end < fix.span.begin || fix.span.end > source.text().size()) continue;
        out.text += source.slice({at, fix.span.begin});
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        out.text += fix.text;
        out.written.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
        out.used.push_back(i);
        at = fix.span.end;
    }
    out.text += source.slice({at, static_cast<std::uint32_t>(source.text().size())});
    return out;
}

/// A correction that is itself wrong where it stands was none: what is left are those after which nothing is said of
/// the words that they wrote.
std::vector<diag::Fix> proven(const base::SourceText& source, std::vector<diag::Fix> fixes) {
    constexpr int rounds = 4;
    for (int round = 0; round < rounds && !fixes.empty(); ++round) {
        const Corrected made = corrected(source, fixes);
        diag::Sink sink;
        syntax::parse(std::make_shared<const base::SourceText>(source.name(), made.text), sink);
        std::vector<diag::Fix> good;
        for (std::size_t i = 0; i < made.used.size(); ++i) {
            const base::Span span = made.written[i];
            const bool wrong = std::any_of(sink.entries().begin(), sink.entries().end(), [&](const diag::Diagnostic& d) {
                return d.severity == diag::Severity::error && d.span.begin < span.end && d.span.end > span.begin;
            });
            if (!wrong) good.push_back(fixes[made.used[i]]);
        }
        if (good.size() == made.used.size()) return good;
        fixes = std::move(good);
    }
    return {};
}

/// Writes beside the file that the path leads to and renames: the file is replaced whole or not at all, keeps its
/// permissions, and a link to it stays a link.
bool replace_file(const fs::path& path, const std::string& text) {
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    struct stat status = {};
    if (failed || stat(real.c_str(), &status) != 0 || access(real.c_str(), W_OK) != 0) return false;
    std::string beside = real.string() + ".XXXXXX";
    const int file = mkstemp(beside.data());
    if (file < 0) return false;
    bool whole = true;
    for (std::size_t at = 0; whole && at < text.size();) {
        const auto count = write(file, text.data() + at, text.size() - at);
        whole = count > 0;
        if (whole) at += static_cast<std::size_t>(count);
    }
    // The owner stays where the system allows it; the permissions must.
    const bool owned = fchown(file, status.st_uid, status.st_gid) == 0;
    whole = fchmod(file, owned ? status.st_mode & 07777U : status.st_mode & 0777U) == 0 && whole;
    whole = fsync(file) == 0 && whole;
    whole = close(file) == 0 && whole;
    if (whole) fs::rename(beside, real, failed);
    if (whole && !failed) return true;
    fs::remove(beside, failed);
    return false;
}

std::string shown(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string() : diag::in_one_line(line.substr(begin));
}

/// What was written: the line before and after, each once.
void list_changes(const base::SourceText& source, const std::vector<diag::Fix>& fixes, CheckReport& report) {
    std::map<std::uint32_t, std::vector<diag::Fix>> by_line;
    for (const diag::Fix& fix : fixes) by_line[source.line_begin(fix.span.begin)].push_back(fix);
    for (const auto& [begin, of_line] : by_line) {
        // A correction that spans lines shows them all.
        std::uint32_t end = begin + static_cast<std::uint32_t>(source.line_at(begin).size());
        for (const diag::Fix& fix : of_line) end = std::max(end, fix.span.end);
        const std::string old(source.slice({begin, end}));
        std::string made = old;
        for (auto it = of_line.rbegin(); it != of_line.rend(); ++it)
            made.replace(it->span.begin - begin, it->span.end - it->span.begin, it->text);
        CheckReport::Change change;
        change.file = source.name();
        change.line = static_cast<int>(source.place(begin).line);
        change.before = shown(old);
        change.after = shown(made);
        report.changes.push_back(std::move(change));
    }
}

void sort_by_place(std::vector<diag::Fix>& fixes) {
    const auto key = [](const diag::Fix& fix) { return std::tie(fix.span.begin, fix.span.end, fix.text); };
    std::sort(fixes.begin(), fixes.end(), [&](const diag::Fix& a, const diag::Fix& b) { return key(a) < key(b); });
}

/// Writes what is certain; how many corrections were written.
std::size_t write_fixes(const std::vector<diag::Diagnostic>& diagnostics, const library::Library& rules, CheckReport& report) {
    std::map<base::SourcePtr, std::vector<diag::Fix>> by_file;
    for (const base::SourcePtr& source : rules.sources) by_file[source];
    for (const diag::Diagnostic& diagnostic : diagnostics) {
        if (!diagnostic.fix || diagnostic.fix->kind != diag::FixKind::certain) continue;
        // Catalogues of clauses are no rule files and are left alone.
        if (const auto it = by_file.find(diagnostic.source); it != by_file.end()) it->second.push_back(*diagnostic.fix);
    }
    std::size_t written = 0;
    for (auto& [source, fixes] : by_file) {
        if (std::find(report.unwritten.begin(), report.unwritten.end(), source->name()) != report.unwritten.end()) continue;
        sort_by_place(fixes);
        std::vector<diag::Fix> good;
        for (const diag::Fix& fix : proven(*source, std::move(fixes)))
            if (good.empty() || fix.span.begin >= good.back().span.end) good.push_back(fix);
        if (good.empty()) continue;
        if (!replace_file(source->name(), corrected(*source, good).text)) {
            report.unwritten.push_back(source->name());
            continue;
        }
        list_changes(*source, good, report);
        written += good.size();
    }
    return written;
}

/// An offer that would itself be wrong where it stands is shown as the guess that it was.
void demote_unproven(std::vector<diag::Diagnostic>& diagnostics, const library::Library& rules) {
    for (const base::SourcePtr& source : rules.sources) {
        std::vector<diag::Fix> fixes;
        const auto certain = [&](const diag::Diagnostic& d) {
            return d.source == source && d.fix && d.fix->kind == diag::FixKind::certain;
        };
        for (const diag::Diagnostic& d : diagnostics)
            if (certain(d)) fixes.push_back(*d.fix);
        if (fixes.empty()) continue;
        sort_by_place(fixes);
        const auto good = proven(*source, std::move(fixes));
        for (diag::Diagnostic& d : diagnostics) {
            if (!certain(d)) continue;
            const auto same = [&](const diag::Fix& fix) { return fix.span == d.fix->span && fix.text == d.fix->text; };
            if (std::none_of(good.begin(), good.end(), same)) d.fix->kind = diag::FixKind::suggestion;
        }
    }
}

/// What a rule file on the desk should have, though a text in memory may do without.
void look_for_gaps(const library::Library& rules, diag::Sink& sink) {
    for (const auto& version : rules.versions) {
        const model::Procedure& p = *version.model;
        if (p.version.empty()) sink.warning("L010", p.source, p.span).arg("name", p.name);
        if (!p.in_force_from) sink.warning("L011", p.source, p.span).arg("name", p.name);
    }
    for (const auto& source : rules.sources) {
        const auto here = [&](const auto& other) { return other && other->name() == source->name(); };
        const bool holds = std::any_of(rules.versions.begin(), rules.versions.end(), [&](const auto& v) { return here(v.model->source); });
        const bool wrong = std::any_of(sink.entries().begin(), sink.entries().end(), [&](const auto& d) { return here(d.source); });
        if (!holds && !wrong) sink.warning("L012", source, {0, 0});
    }
}

}  // namespace

CheckReport check(const std::vector<fs::path>& paths, const CheckOptions& options) {
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
            const std::size_t written = write_fixes(sink.sorted(), rules, report);
            if (written == 0) break;
            report.fixed += written;
            sink = diag::Sink();
            rules = library::load(paths, sink);
        }
    }
    look_for_gaps(rules, sink);
    auto sorted = sink.sorted();
    demote_unproven(sorted, rules);
    diag::keep_one_guess_a_line(sorted);
    diag::RenderOptions render;
    render.language = engine::catalogue(options.language);
    render.colour = options.colour;
    render.limit = options.shown;
    if (options.json)
        report.json = diag::render_json(sorted, render);
    else
        report.text = diag::render_all(sorted, render);
    report.messages = engine::messages_of(sorted, options.language);
    report.errors = sink.error_count();
    report.warnings = sink.warning_count();
    report.unread = static_cast<std::size_t>(
        std::count_if(sorted.begin(), sorted.end(), [](const auto& d) { return d.code == "L003" || d.code == "L004"; }));
    report.procedures = rules.versions.size();
    report.files = files.rules.size();
    return report;
}

}  // namespace guicheng::desk
