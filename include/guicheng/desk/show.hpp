#pragma once
// A procedure shown: in sentences, as a picture, as a schema of its case files, as skeletons to fill in.
#include <optional>
#include <string>
#include <string_view>

#include "guicheng/library.hpp"
#include "guicheng/verdict.hpp"

namespace guicheng::desk {

/// The rule in sentences, as it was understood; every procedure of the library, or the one named.
std::string explain(const Library& library, std::optional<std::string_view> name, Language language);

enum class GraphFormat { dot, mermaid };
/// The step graph of the procedure named (or the only one); with a verdict, coloured by its statuses. Throws Error where the name is
/// unknown.
std::string graph(const Library& library, std::optional<std::string_view> name, GraphFormat format, Language language,
                  const Verdict* verdict = nullptr);

/// JSON Schema of the case files of the procedure named (or the only one).
std::string case_schema(const Library& library, std::optional<std::string_view> name);

/// A commented rule file to fill in. Throws Error where no procedure can bear the name.
std::string new_rule(std::string_view name, Language language);
/// A commented case file for the procedure named.
std::string new_case(const Library& library, std::string_view procedure, std::string_view id, Language language);

/// A text of one line from outside (a path, a word of the command line) as it may be shown: controls and characters that turn the
/// line round stand as <U+202E>.
std::string shown(std::string_view text);

}  // namespace guicheng::desk
