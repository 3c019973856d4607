#pragma once
// Folders of rule files become the procedures that bind a matter, by day.
// In: rule texts and clause catalogues. Out: checked and compiled versions of procedures, with the choice among them. Not its job: reading
// cases.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "model/clauses.hpp"
#include "model/procedure.hpp"
#include "program/program.hpp"

namespace guicheng::library {

/// One version of a procedure, ready to judge.
struct Version {
    std::shared_ptr<const model::Procedure> model;
    std::shared_ptr<const program::Program> program;
};

struct Library {
    std::vector<Version> versions;                  ///< in the order of files, then of the text
    std::shared_ptr<const model::Clauses> clauses;  ///< outlives the library where a verdict cites them
    std::vector<base::SourcePtr> sources;

    std::vector<const Version*> named(std::string_view name) const;
    /// Distinct names in the order of first appearance.
    std::vector<std::string_view> names() const;
};

/// Parses, checks, analyses and compiles; what has an error is left out and said in the sink.
Library build(const std::vector<base::SourcePtr>& rules, model::Clauses clauses, diag::Sink& sink);

/// Finds the files (files.hpp), reads and builds them.
Library load(const std::vector<std::filesystem::path>& paths, diag::Sink& sink);

/// The version of `name` that the label names, or that is in force on the day (the latest to come into force, where several are); without
/// a day the latest of all. Where there is none, an error in the sink that lists what there is; `asked_at` is where the name (or the label)
/// stands.
const Version* choose(const Library& library, std::string_view name, const std::optional<std::string>& label, std::optional<base::Day> day,
                      const base::SourcePtr& asked_in, base::Span asked_at, diag::Sink& sink);

}  // namespace guicheng::library
