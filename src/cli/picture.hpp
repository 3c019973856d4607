#pragma once
// Pictures by Graphviz.
#include <optional>
#include <string>

namespace guicheng::cli {

/// Has the command `dot` lay out a graph; nothing where it is not installed or fails.
std::optional<std::string> svg_of(const std::string& dot_text);

}  // namespace guicheng::cli
