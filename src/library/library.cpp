#include "library/library.hpp"

#include <algorithm>
#include <utility>

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "graph/analyse.hpp"
#include "library/files.hpp"
#include "model/check.hpp"
#include "syntax/parse.hpp"

namespace guicheng::library {

namespace {

constexpr std::size_t rule_file_limit = std::size_t{4} << 20;
constexpr std::size_t catalogue_limit = std::size_t{16} << 20;

std::string in_force_text(const model::Procedure& procedure) {
    const std::string from = procedure.in_force_from ? base::iso(*procedure.in_force_from) : "…";
    const std::string until = procedure.in_force_until ? base::iso(*procedure.in_force_until) : "…";
    return procedure.version + " (" + from + " – " + until + ")";
}

bool in_force_on(const model::Procedure& procedure, base::Day day) {
    return (!procedure.in_force_from || *procedure.in_force_from <= day) && (!procedure.in_force_until || day <= *procedure.in_force_until);
}

/// Whether a came into force after b (no day: since ever).
bool later(const model::Procedure& a, const model::Procedure& b) {
    if (!a.in_force_from) return false;
    return !b.in_force_from || *a.in_force_from > *b.in_force_from;
}

}  // namespace

std::vector<const Version*> Library::named(std::string_view name) const {
    std::vector<const Version*> found;
    for (const Version& version : versions) {
        if (version.model->name == name) found.push_back(&version);
    }
    return found;
}

std::vector<std::string_view> Library::names() const {
    std::vector<std::string_view> found;
    for (const Version& version : versions) {
        if (std::find(found.begin(), found.end(), version.model->name) == found.end()) found.emplace_back(version.model->name);
    }
    return found;
}

Library build(const std::vector<base::SourcePtr>& rules, model::Clauses clauses, diag::Sink& sink) {
    Library library;
    library.clauses = std::make_shared<const model::Clauses>(std::move(clauses));
    library.sources = rules;
    std::vector<syntax::File> files;
    for (const base::SourcePtr& source : rules) {
        if (auto file = syntax::parse(source, sink)) files.push_back(std::move(*file));
    }
    for (model::Procedure& procedure : model::check(files, *library.clauses, sink)) {
        const std::size_t errors = sink.error_count();
        graph::analyse(procedure, sink);
        if (sink.error_count() != errors) continue;
        auto model = std::make_shared<const model::Procedure>(std::move(procedure));
        auto program = std::make_shared<const program::Program>(program::compile(model));
        library.versions.push_back({std::move(model), std::move(program)});
    }
    return library;
}

Library load(const std::vector<std::filesystem::path>& paths, diag::Sink& sink) {
    const FileSet files = find_files(paths, sink);
    model::Clauses clauses;
    for (const auto& path : files.catalogues) {
        if (const auto source = read_file(path, catalogue_limit, sink)) model::read_clauses(source, clauses, sink);
    }
    std::vector<base::SourcePtr> rules;
    for (const auto& path : files.rules) {
        if (auto source = read_file(path, rule_file_limit, sink)) rules.push_back(std::move(source));
    }
    return build(rules, std::move(clauses), sink);
}

namespace {

/// The name that was meant: a few characters off, or one that holds the word or is held by it (a full title for its short form).
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& names) {
    if (const auto near = base::closest(word, names, std::clamp<std::size_t>(base::utf8::count(word) / 3, 2, 4))) return near;
    for (const std::string_view name : names) {
        if (!word.empty() && (name.find(word) != name.npos || word.find(name) != word.npos)) return name;
    }
    return std::nullopt;
}

}  // namespace

const Version* choose(const Library& library, std::string_view name, const std::optional<std::string>& label, std::optional<base::Day> day,
                      const base::SourcePtr& asked_in, base::Span asked_at, diag::Sink& sink) {
    const auto candidates = library.named(name);
    if (candidates.empty()) {
        auto entry = sink.error("L005", asked_in, asked_at);
        entry.arg("name", std::string(name));
        const auto names = library.names();
        const auto near = nearest(name, names);
        std::string offered;
        for (const std::string_view each : names) {
            if (!near || each == *near) offered += (offered.empty() ? "" : ", ") + std::string(each);
        }
        entry.arg("near", offered);
        if (near && asked_in && asked_at.begin < asked_at.end) entry.suggest(asked_at, std::string(*near));
        return nullptr;
    }
    std::string list;
    for (const Version* version : candidates) list += (list.empty() ? "" : "; ") + in_force_text(*version->model);
    const Version* best = nullptr;
    for (const Version* version : candidates) {
        if (label ? version->model->version != *label : (day && !in_force_on(*version->model, *day))) continue;
        if (best == nullptr || later(*version->model, *best->model)) best = version;
    }
    if (best == nullptr) {
        auto entry = label ? sink.error("L006", asked_in, asked_at) : sink.error("L007", asked_in, asked_at);
        entry.arg("name", std::string(name)).arg("versions", list);
        entry.arg("wanted", label ? *label : base::iso(*day));
    }
    return best;
}

}  // namespace guicheng::library
