// Library and Case: reading, and what a caller may ask of them before anything is judged.
#include "guicheng/library.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "cases/read_case.hpp"
#include "engine/access.hpp"
#include "library/files.hpp"

namespace guicheng {

namespace {

constexpr std::size_t case_limit = std::size_t{64} << 20;

Library finish(library::Library rules, const diag::Sink& sink, Language language) {
    if (sink.has_errors()) throw engine::error_of(sink, language);
    auto impl = std::make_shared<Library::Impl>();
    impl->rules = std::move(rules);
    impl->warnings = engine::messages_of(sink.sorted(), language);
    for (const library::Version& version : impl->rules.versions) impl->infos.push_back(engine::info_of(*version.model));
    return detail::Access::make(std::move(impl));
}

cases::FileFormat format_of(const std::filesystem::path& path) {
    return path.extension() == ".json" ? cases::FileFormat::json : cases::FileFormat::yaml;
}

/// The file that 档册 names, in the folder of the case or below: a case that somebody sent opens no other file.
std::unique_ptr<const cases::Standing> standing_beside(const std::filesystem::path& folder, const Case::Impl& records, diag::Sink& sink) {
    const auto named = std::filesystem::path(std::u8string(records.heading.standing.begin(), records.heading.standing.end()));
    const auto complain = [&](std::string_view code) {
        sink.error(code, records.source, records.heading.standing_span).arg("path", std::string(records.heading.standing));
        return nullptr;
    };
    if (named.is_absolute() || named.has_root_name() || std::find(named.begin(), named.end(), std::filesystem::path("..")) != named.end())
        return complain("C098");
    diag::Sink own;
    auto made = std::make_unique<cases::Standing>();
    made->source = library::read_file(folder / named, case_limit, own);
    if (!made->source) return complain("C099");
    if (!cases::read_tape(made->source, format_of(named), made->tape, sink)) return nullptr;
    made->identity = base::sha256_hex(made->source->text());
    return made;
}

/// `folder`: of the file that was read; none where the text did not come from one.
Case open(const base::SourcePtr& source, cases::FileFormat format, Language language,
          const std::optional<std::filesystem::path>& folder = std::nullopt) {
    auto impl = std::make_shared<Case::Impl>();
    impl->source = source;
    diag::Sink sink;
    if (!cases::read_tape(source, format, impl->tape, sink)) throw engine::error_of(sink, language);
    impl->heading = cases::peek(impl->tape);
    if (folder && !impl->heading.standing.empty()) {
        impl->standing = standing_beside(*folder, *impl, sink);
        if (!impl->standing) throw engine::error_of(sink, language);
    }
    impl->said = std::move(sink);
    return detail::Access::make(std::move(impl));
}

}  // namespace

Library Library::load(const std::vector<std::filesystem::path>& paths, Language language) {
    diag::Sink sink;
    library::Library rules = library::load(paths, sink);
    return finish(std::move(rules), sink, language);
}

Library Library::from_text(std::string name, std::string text, Language language) {
    diag::Sink sink;
    const auto source = std::make_shared<const base::SourceText>(std::move(name), std::move(text));
    library::Library rules = library::build({source}, {}, sink);
    return finish(std::move(rules), sink, language);
}

Library::Library(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
std::vector<ProcedureInfo> Library::procedures() const {
    return impl_->infos;
}
const std::vector<Message>& Library::warnings() const {
    return impl_->warnings;
}

Case Case::read_file(const std::filesystem::path& path, Language language) {
    diag::Sink sink;
    const auto source = library::read_file(path, case_limit, sink);
    if (!source) throw engine::error_of(sink, language);
    return open(source, format_of(path), language, path.parent_path());
}

Case Case::from_yaml(std::string name, std::string text, Language language) {
    return open(std::make_shared<const base::SourceText>(std::move(name), std::move(text)), cases::FileFormat::yaml, language);
}

Case Case::from_json(std::string name, std::string text, Language language) {
    return open(std::make_shared<const base::SourceText>(std::move(name), std::move(text)), cases::FileFormat::json, language);
}

Case::Case(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
std::string Case::id() const {
    return std::string(impl_->heading.id);
}
const std::string& Case::file() const {
    return impl_->source->name();
}
bool Case::has_expected() const {
    return impl_->heading.expected;
}
bool Case::is_standing_file() const {
    return impl_->heading.standing_file;
}

namespace engine {

ProcedureInfo info_of(const model::Procedure& procedure) {
    ProcedureInfo info;
    info.name = procedure.name;
    info.full_title = procedure.full_title;
    info.version = procedure.version;
    info.level = procedure.level;
    info.in_force_from = date(procedure.in_force_from);
    info.in_force_until = date(procedure.in_force_until);
    info.identity = procedure.identity;
    info.file = procedure.source ? procedure.source->name() : std::string();
    return info;
}

const library::Version& version_named(const Library& library, std::optional<std::string_view> name, Language language) {
    const library::Library& rules = detail::Access::of(library).rules;
    diag::Sink sink;
    if (name) {
        if (const library::Version* version = library::choose(rules, *name, std::nullopt, std::nullopt, nullptr, {}, sink)) return *version;
    } else if (rules.names().size() == 1) {
        return *library::choose(rules, rules.names().front(), std::nullopt, std::nullopt, nullptr, {}, sink);
    } else {
        std::string list;
        for (const std::string_view each : rules.names()) list += (list.empty() ? "" : ", ") + std::string(each);
        sink.error("L008", nullptr, {}).arg("names", list);
    }
    throw error_of(sink, language);
}

}  // namespace engine
}  // namespace guicheng
