#include "model/check.hpp"

#include <map>

#include "model/draft.hpp"
#include "model/identity.hpp"
#include "model/one_slip.hpp"

namespace guicheng::model {
namespace {

using syntax::Keyword;

std::optional<Procedure> check_one(const syntax::File& file, const syntax::Statement& statement, const Clauses& clauses, diag::Sink& sink) {
    if (!statement.name) return std::nullopt;
    diag::Sink said;
    Draft draft(file, clauses, said);
    draft.p.name = statement.name->text;
    draft.p.span = statement.name->span;
    draft.english = file.source->slice(statement.head_span) == syntax::en(Keyword::procedure);
    declare_names(draft, statement);
    check_header(draft, statement);
    check_steps(draft, statement);
    find_cycles(draft);
    if (draft.failed) {
        sink.append(without_follow_ons(draft, said));
        return std::nullopt;
    }
    // Warnings about a procedure that has errors would mostly follow from these.
    lint(draft);
    draft.p.identity = identity_of(draft.p);
    sink.append(said);
    return std::move(draft.p);
}

}  // namespace

std::vector<Procedure> check(std::span<const syntax::File> files, const Clauses& clauses, diag::Sink& sink) {
    struct Place {
        base::SourcePtr source;
        base::Span span;
    };
    std::vector<Procedure> out;
    std::map<std::pair<std::string, std::string>, Place> seen;
    for (const auto& file : files) {
        for (const auto& statement : file.procedures) {
            auto made = check_one(file, statement, clauses, sink);
            if (!made) continue;
            const auto [it, fresh] = seen.emplace(std::pair(made->name, made->version), Place{made->source, made->span});
            if (!fresh) {
                sink.error("N015", made->source, made->span)
                    .arg("name", made->name)
                    .arg("version", made->version)
                    .related(it->second.source, it->second.span, "model.declared_first", {{"name", made->name}});
                continue;
            }
            out.push_back(std::move(*made));
        }
    }
    return out;
}

}  // namespace guicheng::model
