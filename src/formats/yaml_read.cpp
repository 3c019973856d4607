#include <algorithm>

#include "base/utf8.hpp"
#include "formats/codes.hpp"
#include "formats/duplicates.hpp"
#include "formats/tape.hpp"
#include "formats/text.hpp"
#include "formats/yaml_events.hpp"
#include "formats/yaml_surface.hpp"

namespace guicheng::formats {

namespace {

/// What YAML does not count as text (YAML 1.2, 5.1), and a byte order mark that is no mark: to yaml-cpp a 0x04 is the end of the file.
bool is_control(char32_t code) {
    if (code < 0x20) return code != '\t' && code != '\n' && code != '\r';
    return (code >= 0x7F && code < 0xA0) || code == 0xFEFF || code == 0xFFFE || code == 0xFFFF;
}

bool check_characters(const base::SourcePtr& source, std::size_t begin, diag::Sink& sink) {
    const std::string_view text = source->text();
    std::size_t found = 0;
    for (const auto& [offset, code, length, valid] : base::utf8::code_points(text.substr(begin))) {
        const std::size_t at = begin + offset;
        const bool lone_return = code == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (!lone_return && !is_control(code)) continue;
        const base::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
        sink.error(codes::control_character, source, span).arg("character", code_point_name(code));
        if (++found == most_reported) break;
    }
    return found == 0;
}

std::size_t line_of(const base::SourcePtr& source, const Finding& finding) { return source->place(finding.span.begin).line; }

/// The fixes of one line are shown together: mending one of three signs alone gives no line worth showing.
bool report_findings(const base::SourcePtr& source, const std::vector<Finding>& findings, const Limits& limits, diag::Sink& sink) {
    bool good = true;
    for (auto first = findings.begin(); first != findings.end();) {
        const auto last = std::find_if(first, findings.end(), [&](const Finding& f) { return line_of(source, f) != line_of(source, *first); });
        std::vector<diag::Fix> fixes;
        for (auto it = first; it != last; ++it) {
            const bool overlaps = !fixes.empty() && fixes.back().span.end > it->span.begin;
            if (it->replacement && !overlaps) fixes.push_back({it->span, *it->replacement});
        }
        for (; first != last; ++first) {
            auto entry = first->certain ? sink.error(first->code, source, first->span) : sink.warning(first->code, source, first->span);
            good = good && !first->certain;
            entry.arg("found", first->found);
            if (first->code == codes::nesting_limit) entry.arg("limit", std::to_string(limits.nesting));
            if (first->code == codes::flow_limit) entry.arg("limit", std::to_string(most_flow_signs));
            if (!first->replacement) continue;
            std::string ascii = *first->replacement;
            while (!ascii.empty() && ascii.back() == ' ') ascii.pop_back();
            entry.arg("ascii", ascii).arg("corrected", corrected_line(*source, fixes)).fix(first->span, *first->replacement);
        }
    }
    return good;
}

}  // namespace

bool read_yaml(const base::SourcePtr& source, const Limits& limits, Tape& tape, diag::Sink& sink) {
    tape.clear();
    if (!check_size(source, limits, sink) || !check_utf8(source, sink)) return false;
    const std::size_t begin = bom_length(source->text());
    if (!check_characters(source, begin, sink)) return false;
    const auto findings = YamlSurface(source->text(), begin, limits.nesting).scan();
    if (!report_findings(source, findings, limits, sink)) return false;
    if (!read_yaml_events(source, begin, limits, tape, sink)) {
        tape.clear();
        return false;
    }
    const bool nothing = tape.tokens.empty() || (tape.tokens.size() == 1 && tape.tokens.front().text.empty() &&
                                                 tape.tokens.front().style == ScalarStyle::null);
    if (nothing) {
        tape.clear();
        sink.error(codes::empty, source, {0, 0});
        return false;
    }
    return check_duplicates(source, tape, sink);
}

}  // namespace guicheng::formats
