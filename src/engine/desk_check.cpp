// The check of rule files, and the writing of the corrections that leave no choice.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>
#include <tuple>

#include "base/utf8.hpp"
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

using Errors = std::map<std::string, std::size_t>;

Errors by_code(const diag::Sink& sink) {
    Errors out;
    for (const diag::Diagnostic& d : sink.entries())
        if (d.severity == diag::Severity::error) ++out[d.code];
    return out;
}

/// While a bracket or a quotation mark is left open, what every later word is remains a guess.
bool leaves_open(const Errors& errors) {
    for (const auto* const code : {"P010", "P011", "P012", "P013", "P016", "P017", "P020", "P069", "P091"})
        if (errors.contains(code)) return true;
    return false;
}

/// Nothing left open, nothing said that was not said before.
bool only_better(const Errors& before, const Errors& after) {
    return !leaves_open(after) && std::all_of(after.begin(), after.end(), [&](const auto& each) {
        const auto was = before.find(each.first);
        return was != before.end() && each.second <= was->second;
    });
}

/// One round of corrections of one text.
struct Round {
    base::SourcePtr source;
    std::vector<diag::Fix> fixes;
};

void sort_by_place(std::vector<diag::Fix>& fixes) {
    const auto key = [](const diag::Fix& fix) { return std::tie(fix.span.begin, fix.span.end, fix.text); };
    std::sort(fixes.begin(), fixes.end(), [&](const diag::Fix& a, const diag::Fix& b) { return key(a) < key(b); });
}

/// What the corrections lead to: round after round, since one can uncover the next, until the text is only better. Empty where it never is.
std::vector<Round> leading_on(const base::SourcePtr& source, std::vector<diag::Fix> fixes, const Errors& before) {
    constexpr int most = 6;
    std::vector<Round> rounds;
    for (auto text = source; !fixes.empty() && rounds.size() < most;) {
        const Corrected made = corrected(*text, fixes);
        Round& round = rounds.emplace_back();
        round.source = text;
        for (const std::size_t used : made.used) round.fixes.push_back(fixes[used]);
        text = std::make_shared<const base::SourceText>(source->name(), made.text);
        diag::Sink sink;
        syntax::parse(text, sink);
        if (only_better(before, by_code(sink))) return rounds;
        fixes.clear();
        for (const diag::Diagnostic& d : sink.sorted())
            if (d.fix && d.fix->kind == diag::FixKind::certain) fixes.push_back(*d.fix);
        sort_by_place(fixes);
    }
    return {};
}

/// A correction that leaves the text with a mistake that it did not have was none. All of them together, else those that stand alone.
std::vector<Round> proven(const base::SourcePtr& source, std::vector<diag::Fix> fixes) {
    diag::Sink sink;
    syntax::parse(source, sink);
    const Errors before = by_code(sink);
    sort_by_place(fixes);
    if (auto all = leading_on(source, fixes, before); !all.empty()) return all;
    constexpr std::size_t most_tried = 50;  // each is a reading of the whole text
    if (fixes.size() < 2 || fixes.size() > most_tried) return {};
    std::vector<diag::Fix> alone;
    for (const diag::Fix& fix : fixes)
        if (!leading_on(source, {fix}, before).empty()) alone.push_back(fix);
    return leading_on(source, std::move(alone), before);
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
        const std::vector<Round> rounds = proven(source, std::move(fixes));
        if (rounds.empty()) continue;
        if (!replace_file(source->name(), corrected(*rounds.back().source, rounds.back().fixes).text)) {
            report.unwritten.push_back(source->name());
            continue;
        }
        for (const Round& round : rounds) {
            list_changes(*round.source, round.fixes, report);
            written += round.fixes.size();
        }
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
        const auto rounds = proven(source, std::move(fixes));
        const auto good = rounds.empty() ? std::vector<diag::Fix>() : rounds.front().fixes;
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
        // Of a file in another encoding that is said, without its text.
        if (!holds && !wrong && base::utf8::wide_encoding(source->text()).empty()) sink.warning("L012", source, {0, 0});
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
    report.more_errors = sink.rest_left();
    report.warnings = sink.warning_count();
    report.unread = static_cast<std::size_t>(
        std::count_if(sorted.begin(), sorted.end(), [](const auto& d) { return d.code == "L003" || d.code == "L004"; }));
    report.procedures = rules.versions.size();
    report.files = files.rules.size();
    return report;
}

}  // namespace guicheng::desk
