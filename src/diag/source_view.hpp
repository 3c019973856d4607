#pragma once
// Lines of a source as a terminal shows them: tabs as blanks, invisible characters by their code, carets under a span.
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace guicheng::diag {

/// One line of the source and the marks below it (empty where the span doesn't touch it).
struct ShownLine {
    std::uint32_t number = 0;
    std::string text;
    std::string marks;
};

/// The lines that a span covers; of a span over many lines the first and the last. An empty span, and one at the end of
/// a line, get one caret. Long lines are cut to the neighbourhood of the span.
std::vector<ShownLine> shown_lines(const base::SourceText& source, base::Span span);

/// The text with tabs as blanks and invisible characters (controls, bidi, zero width) as <U+200B>; a malformed byte as
/// <byte 80>.
std::string made_visible(std::string_view text);

/// A text of one or several lines as one short line: made visible, line breaks as a sign, cut where it is long.
std::string in_one_line(std::string_view text);

/// The whole lines around the span with the span replaced; one line, or several where the replacement has several.
std::vector<std::string> lines_with(const base::SourceText& source, base::Span span, std::string_view replacement);

}  // namespace guicheng::diag
