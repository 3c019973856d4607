#include <utility>

#include "base/utf8.hpp"
#include "formats/codes.hpp"
#include "formats/duplicates.hpp"
#include "formats/tape.hpp"
#include "formats/text.hpp"
#include "formats/yaml_events.hpp"
#include "formats/yaml_surface.hpp"

namespace guicheng::formats {

namespace {

/// What YAML does not count as text (YAML 1.2, 5.1), and a byte order mark that is no mark: to yaml-cpp a 0x04 is the
/// end of the file.
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

/// The mends of one line of text in one: its corrected line is right as a whole. `at` is the first finding that has one; of those after it
/// on its line only the first carries it.
diag::Fix mended_line(const base::SourcePtr& source, const std::vector<Finding>& findings, std::size_t at, std::vector<bool>& told) {
    const std::uint32_t line = source->place(findings[at].span.begin).line;
    diag::Fix fix{findings[at].span, *findings[at].replacement};
    for (std::size_t next = at + 1; next < findings.size() && source->place(findings[next].span.begin).line == line; ++next) {
        const Finding& other = findings[next];
        if (!other.replacement || other.mended || other.certain != findings[at].certain || other.span.begin < fix.span.end) continue;
        fix.text += source->slice({fix.span.end, other.span.begin});
        fix.text += *other.replacement;
        fix.span.end = other.span.end;
        told[next] = true;
    }
    return fix;
}

bool is_wide(const Finding& finding) {
    return finding.certain && finding.replacement &&
           (finding.code == codes::wide_colon || finding.code == codes::wide_comma || finding.code == codes::wide_bracket ||
            finding.code == codes::wide_space || finding.code == codes::wide_sign);
}

/// Full-width signs of one line are one habit of typing: one finding, from the first to the last, with the line as it should be.
std::vector<Finding> line_by_line(const base::SourcePtr& source, const std::vector<Finding>& findings) {
    std::vector<Finding> out;
    for (std::size_t i = 0; i < findings.size();) {
        const Finding& first = findings[i];
        std::size_t next = i + 1;
        const std::uint32_t line = source->place(first.span.begin).line;
        Finding whole = first;
        while (is_wide(first) && next < findings.size() && is_wide(findings[next]) &&
               source->place(findings[next].span.begin).line == line && findings[next].span.begin >= whole.span.end) {
            whole.replacement->append(source->slice({whole.span.end, findings[next].span.begin})).append(*findings[next].replacement);
            whole.span.end = findings[next].span.end;
            ++next;
        }
        if (next > i + 1) {
            whole.code = codes::wide_line;
            whole.found = std::string(source->slice(whole.span));
        }
        out.push_back(std::move(whole));
        i = next;
    }
    return out;
}

bool report_findings(const base::SourcePtr& source, const std::vector<Finding>& findings, const Limits& limits, diag::Sink& sink) {
    bool good = true;
    std::vector<bool> told(findings.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        good = good && !finding.certain;
        auto entry = finding.certain ? sink.error(finding.code, source, finding.span) : sink.warning(finding.code, source, finding.span);
        entry.arg("found", finding.found);
        if (finding.code == codes::nesting_limit) entry.arg("limit", std::to_string(limits.nesting));
        if (finding.code == codes::flow_limit) entry.arg("limit", std::to_string(most_flow_signs));
        if (!finding.replacement) continue;
        const std::string& text = *finding.replacement;
        entry.arg("ascii", finding.mended ? text.substr(0, 1) : text.substr(0, text.find_last_not_of(' ') + 1));
        if (finding.mended) entry.suggest(*finding.mended, text);
        if (finding.mended || told[i]) continue;
        diag::Fix fix = mended_line(source, findings, i, told);
        entry.fix(fix.span, std::move(fix.text));
    }
    return good;
}

}  // namespace

bool name_meant_entries(const base::SourcePtr& source, base::Span span, const Limits& limits, diag::Sink& sink) {
    const std::string_view text = source->text().substr(0, span.end);
    const std::size_t before = text.rfind('\n', span.begin);
    const std::size_t begin = before == text.npos ? bom_length(text) : before + 1;
    auto findings = YamlSurface(text, begin, limits.nesting, true).scan();
    std::erase_if(findings, [&](const Finding& finding) { return finding.span.begin < span.begin; });
    report_findings(source, line_by_line(source, findings), limits, sink);
    return !findings.empty();
}

bool read_yaml(const base::SourcePtr& source, const Limits& limits, Tape& tape, diag::Sink& sink) {
    tape.clear();
    if (!check_size(source, limits, sink) || !check_utf8(source, sink)) return false;
    const std::size_t begin = bom_length(source->text());
    if (!check_characters(source, begin, sink)) return false;
    const auto findings = line_by_line(source, YamlSurface(source->text(), begin, limits.nesting).scan());
    if (!report_findings(source, findings, limits, sink)) return false;
    if (!read_yaml_events(source, begin, limits, tape, sink)) {
        tape.clear();
        return false;
    }
    const bool nothing = tape.tokens.empty() ||
                         (tape.tokens.size() == 1 && tape.tokens.front().text.empty() && tape.tokens.front().style == ScalarStyle::null);
    if (nothing) {
        tape.clear();
        sink.error(codes::empty, source, {0, 0});
        return false;
    }
    return check_duplicates(source, tape, sink);
}

}  // namespace guicheng::formats
