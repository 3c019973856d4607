#include <algorithm>
#include <limits>

#include "base/utf8.hpp"
#include "formats/codes.hpp"
#include "formats/duplicates.hpp"
#include "formats/json_index.hpp"
#include "formats/json_walk.hpp"
#include "formats/tape.hpp"
#include "formats/text.hpp"

namespace guicheng::formats {

namespace {

std::uint32_t narrow(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

std::size_t token_count(std::string_view text, JsonStarts index) {
    return static_cast<std::size_t>(
        std::count_if(index.starts, index.starts + index.count, [&](std::uint32_t at) { return text[at] != ',' && text[at] != ':'; }));
}

/// The thing at `at`, as far as a message needs to show it: a run up to the next blank or sign, or one character.
base::Span thing_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {narrow(text.size()), narrow(text.size())};
    std::size_t end = text.find_first_of(" \t\r\n,:{}[]\"", at);
    if (end == text.npos) end = text.size();
    if (end == at) end = at + 1;
    return {narrow(at), narrow(end)};
}

class Report {
public:
    Report(const base::SourcePtr& source, std::size_t offset, const Limits& limits, diag::Sink& sink)
        : source_(source), text_(source->text().substr(offset)), offset_(narrow(offset)), limits_(limits), sink_(sink) {}

    void lexical(const PlainIndex& index) {
        switch (index.fault) {
            case LexicalFault::none: break;
            case LexicalFault::invalid_utf8: report_invalid_utf8(source_, offset_ + index.at, sink_); break;
            case LexicalFault::unclosed_string:
                sink_.error(codes::quote_open, source_, span(index.at, index.at + 1)).arg("found", "\"");
                break;
            case LexicalFault::control_in_string:
                sink_.error(codes::json_control, source_, span(index.at, index.at + 1))
                    .arg("character", code_point_name(static_cast<unsigned char>(text_[index.at])));
                break;
        }
    }

    void grammar(const JsonOutcome& outcome, const Tape& tape) {
        const std::size_t at = outcome.at;
        switch (outcome.fault) {
            case JsonFault::none: break;
            case JsonFault::empty: sink_.error(codes::empty, source_, span(0, 0)); break;
            case JsonFault::value_expected: unexpected(codes::json_value, at); break;
            case JsonFault::key_expected: unexpected(codes::json_key, at); break;
            case JsonFault::colon_expected: unexpected(codes::json_colon, at); break;
            case JsonFault::comma_expected: unexpected(codes::json_comma, at); break;
            case JsonFault::after_document: unexpected(codes::json_after, at); break;
            case JsonFault::trailing_comma: sink_.error(codes::json_trailing, source_, span(at, at + 1)).fix(span(at, at + 1), ""); break;
            case JsonFault::unclosed_container: {
                const base::Span open = shifted(tape.tokens[outcome.open].span);
                sink_.error(codes::json_unclosed, source_, open).arg("found", std::string(source_->slice(open)));
                break;
            }
            case JsonFault::nesting:
                sink_.error(codes::nesting_limit, source_, span(at, at + 1)).arg("limit", std::to_string(limits_.nesting));
                break;
            case JsonFault::bad_number: unexpected(codes::json_number, wide_sign_within(at)); break;
            case JsonFault::bad_word: unexpected(codes::json_word, wide_sign_within(at)); break;
            case JsonFault::bad_escape: quoted(codes::bad_escape, escape_at(at)); break;
            case JsonFault::lone_surrogate: quoted(codes::json_surrogate, escape_at(at)); break;
        }
    }

private:
    base::Span span(std::size_t begin, std::size_t end) const { return {offset_ + narrow(begin), offset_ + narrow(end)}; }
    base::Span shifted(base::Span s) const { return span(s.begin, s.end); }

    base::Span escape_at(std::size_t at) const {
        const bool unit = at + 1 < text_.size() && text_[at + 1] == 'u';
        const std::size_t close = std::min(text_.find('"', at + 2), text_.size());
        std::size_t end = std::min(at + (unit ? 6 : 2), std::max(close, at + 1));
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
        return {narrow(at), narrow(end)};
    }

    /// A full-width sign that follows a number or a word directly; else `at`.
    std::size_t wide_sign_within(std::size_t at) const {
        const base::Span thing = thing_at(text_, at);
        for (std::size_t i = thing.begin; i < thing.end; ++i)
            if (wide_sign_at(text_.substr(i))) return i;
        return at;
    }

    void quoted(std::string_view code, base::Span local) {
        const base::Span place = shifted(local);
        sink_.error(code, source_, place).arg("found", shown(source_->slice(place)));
    }

    /// Full-width signs and comments are named as what they are, whatever stood to be expected.
    void unexpected(std::string_view code, std::size_t at) {
        const std::string_view rest = text_.substr(at);
        if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("#")) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            sink_.error(codes::json_comment, source_, span(at, at + end));
            return;
        }
        if (const auto wide = wide_sign_at(rest)) {
            const base::Span place = span(at, at + wide->length);
            sink_.error(wide->code, source_, place)
                .arg("found", std::string(source_->slice(place)))
                .arg("ascii", std::string(wide->ascii))
                .fix(place, std::string(wide->ascii));
            return;
        }
        quoted(code, thing_at(text_, at));
    }

    const base::SourcePtr& source_;
    std::string_view text_;
    std::uint32_t offset_;
    const Limits& limits_;
    diag::Sink& sink_;
};

/// What simdjson refuses is scanned again, byte by byte, for the place; the grammar may find an earlier one.
bool read_refused(std::string_view text, JsonWalker& walker, Report& report, Tape& tape) {
    const PlainIndex index = plain_index(text);
    tape.tokens.resize(index.starts.size());
    const JsonOutcome outcome = walker.walk(text.substr(0, index.end), index.view(), true, tape);
    const bool at_end = outcome.fault == JsonFault::none || outcome.fault == JsonFault::unclosed_container ||
                        outcome.fault == JsonFault::empty || outcome.at >= index.end;
    if (index.fault != LexicalFault::none && at_end) {
        report.lexical(index);
        return false;
    }
    report.grammar(outcome, tape);
    return outcome.fault == JsonFault::none;
}

bool read_indexed(std::string_view text, JsonStarts index, JsonWalker& walker, Report& report, Tape& tape) {
    tape.tokens.resize(token_count(text, index));
    const JsonOutcome outcome = walker.walk(text, index, true, tape);
    report.grammar(outcome, tape);
    return outcome.fault == JsonFault::none;
}

}  // namespace

bool read_json(const base::SourcePtr& source, const Limits& limits, Tape& tape, diag::Sink& sink) {
    tape.clear();
    if (!check_size(source, limits, sink) || !check_encoding(source, sink)) return false;
    const std::size_t offset = bom_length(source->text());
    const std::string_view text = source->text().substr(offset);
    Report report(source, offset, limits, sink);
    JsonWalker walker(limits.nesting);
    JsonIndex index;
    const bool read =
        index.build(text) ? read_indexed(text, index.starts(), walker, report, tape) : read_refused(text, walker, report, tape);
    if (!read) {
        tape.clear();
        return false;
    }
    if (offset != 0) {
        for (Token& token : tape.tokens) token.span = {token.span.begin + narrow(offset), token.span.end + narrow(offset)};
    }
    return check_duplicates(source, tape, sink);
}

}  // namespace guicheng::formats
