#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>

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
            case LexicalFault::unclosed_string: unclosed_string(index.at); break;
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
            case JsonFault::value_expected: unexpected(codes::json_value, at, meant_value(at)); break;
            case JsonFault::key_expected: key_expected(at, tape, outcome.open); break;
            case JsonFault::colon_expected: unexpected(codes::json_colon, at, parted(at, ":")); break;
            case JsonFault::comma_expected: comma_expected(at, tape, outcome.open); break;
            case JsonFault::after_document: after_document(at); break;
            case JsonFault::trailing_comma: sink_.error(codes::json_trailing, source_, span(at, at + 1)).fix(span(at, at + 1), ""); break;
            case JsonFault::unclosed_container: {
                const base::Span open = shifted(tape.tokens[outcome.open].span);
                sink_.error(codes::json_unclosed, source_, open).arg("found", std::string(source_->slice(open)));
                break;
            }
            case JsonFault::nesting:
                sink_.error(codes::nesting_limit, source_, span(at, at + 1)).arg("limit", std::to_string(limits_.nesting));
                break;
            case JsonFault::bad_number: bad_number(at); break;
            case JsonFault::bad_word: unexpected(codes::json_word, wide_sign_within(at), meant_value(at)); break;
            case JsonFault::bad_escape: quoted(codes::bad_escape, escape_at(at)); break;
            case JsonFault::lone_surrogate: quoted(codes::json_surrogate, escape_at(at)); break;
        }
    }

private:
    base::Span span(std::size_t begin, std::size_t end) const { return {offset_ + narrow(begin), offset_ + narrow(end)}; }
    base::Span shifted(base::Span s) const { return span(s.begin, s.end); }

    /// At the end of the line, before the signs that are none of the text, was most likely its end.
    void unclosed_string(std::size_t at) {
        auto entry = sink_.error(codes::quote_open, source_, span(at, at + 1));
        entry.arg("found", "\"");
        std::size_t end = std::min(text_.find_first_of("\r\n", at), text_.size());
        while (end > at + 1 && std::string_view(" \t,}]").find(text_[end - 1]) != std::string_view::npos) --end;
        if (end > at + 1) entry.suggest(span(at + 1, end), std::string(text_.substr(at + 1, end - at - 1)) + "\"");
    }

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

    void quoted(std::string_view code, base::Span local, const std::optional<diag::Fix>& meant = {}) {
        const base::Span place = shifted(local);
        auto entry = sink_.error(code, source_, place);
        entry.arg("found", shown(source_->slice(place)));
        if (meant) entry.suggest(shifted(meant->span), meant->text);
    }

    bool is_digit_at(std::size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }
    /// Past the last thing before `at`.
    std::size_t end_before(std::size_t at) const {
        while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t' || text_[at - 1] == '\n' || text_[at - 1] == '\r')) --at;
        return at;
    }

    /// A value without its quotes, or a word of another language.
    std::optional<diag::Fix> meant_value(std::size_t at) const {
        std::size_t end = std::min(text_.find_first_of(",:{}[]\"\r\n", at), text_.size());
        end = end_before(end);
        if (end <= at) return std::nullopt;
        const std::string_view word = text_.substr(at, end - at);
        constexpr std::pair<std::string_view, std::string_view> words[] = {{"True", "true"},   {"TRUE", "true"}, {"False", "false"},
                                                                           {"FALSE", "false"}, {"None", "null"}, {"nil", "null"},
                                                                           {"NULL", "null"},   {"Null", "null"}};
        for (const auto& [written, meant] : words)
            if (word == written) return diag::Fix{{narrow(at), narrow(end)}, std::string(meant)};
        const std::string_view digits = word.substr(std::min(word.find_first_not_of('0'), word.size()));
        if (digits.size() < word.size() && !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos)
            return diag::Fix{{narrow(at), narrow(end)}, std::string(digits)};
        return in_quotes(at, end);
    }
    std::optional<diag::Fix> in_quotes(std::size_t at, std::size_t end) const {
        std::string_view word = text_.substr(at, end - at);
        for (const std::string_view quote : {"'", "\u2018", "\u2019", "\u300C", "\u300D"}) {
            if (word.starts_with(quote)) word.remove_prefix(quote.size());
            if (word.ends_with(quote)) word.remove_suffix(quote.size());
        }
        if (word.empty() || word.find_first_of("\\\"") != word.npos) return std::nullopt;
        return diag::Fix{{narrow(at), narrow(end)}, "\"" + std::string(word) + "\""};
    }
    /// The sign that is wanted in place of one that was written, or before what was found.
    std::optional<diag::Fix> parted(std::size_t at, std::string_view sign) const {
        for (const std::string_view other : {"=>", "=", ";", "\uFF1B", "\u3001", "\u3002", ",", ":"})
            if (text_.substr(at).starts_with(other)) return diag::Fix{{narrow(at), narrow(at + other.size())}, std::string(sign)};
        if (at >= text_.size() || text_[at] == '}' || text_[at] == ']') return std::nullopt;
        // Only the sign is put in: what stands between may be a line's end.
        const std::size_t end = end_before(at);
        return diag::Fix{{narrow(end), narrow(at)}, std::string(sign) + (end == at ? " " : std::string(text_.substr(end, at - end)))};
    }

    void bad_number(std::size_t at) {
        const std::size_t past = std::min(text_.find_first_not_of("-0123456789.", at), text_.size());
        for (const std::string_view sign : {";", "\uFF1B", "\u3001", "\u3002"})
            if (past > at && text_.substr(past).starts_with(sign)) return unexpected(codes::json_comma, past, parted(past, ","));
        unexpected(codes::json_number, wide_sign_within(at), meant_value(at));
    }

    void after_document(std::size_t at) {
        const bool bracket = at < text_.size() && (text_[at] == '}' || text_[at] == ']');
        unexpected(codes::json_after, at, bracket ? std::optional(diag::Fix{{narrow(at), narrow(at + 1)}, ""}) : std::nullopt);
    }

    void key_expected(std::size_t at, const Tape& tape, std::uint32_t open) {
        const std::size_t before = end_before(at);
        const bool number = before >= 2 && text_[before - 1] == ',' && is_digit_at(before - 2) && before == at && is_digit_at(at) &&
                            is_digit_at(at + 1) && is_digit_at(at + 2) && !is_digit_at(at + 3);
        if (number) {
            sink_.error(codes::split_number, source_, span(at - 1, at)).fix(span(at - 1, at), "");
        } else if (before > 0 && text_[before - 1] == ',' && text_[at] == '{') {
            // The next record, where the one before never closed.
            const base::Span bracket = shifted(tape.tokens[open].span);
            sink_.error(codes::json_unclosed, source_, bracket)
                .arg("found", std::string(source_->slice(bracket)))
                .suggest(span(before - 1, before), " },");
        } else if (before > 0 && text_[before - 1] == ',' && text_[at] == ',') {
            unexpected(codes::json_key, at, diag::Fix{{narrow(at), narrow(at + 1)}, ""});
        } else {
            const std::size_t end = end_before(std::min(text_.find_first_of(",:{}[]\"\r\n", at), text_.size()));
            unexpected(codes::json_key, at, end > at ? in_quotes(at, end) : std::nullopt);
        }
    }

    /// A bracket of the other kind: the open one was forgotten, or this one is one too many, or of the wrong kind.
    void comma_expected(std::size_t at, const Tape& tape, std::uint32_t open) {
        if (text_[at] != '}' && text_[at] != ']') return unexpected(codes::json_comma, at, parted(at, ","));
        const bool in_map = tape.tokens[open].kind == TokenKind::map_begin;
        const std::size_t before = end_before(at);
        const std::size_t next = text_.find_first_not_of(" \t\r\n", at + 1);
        const bool doubled = before > 0 && text_[before - 1] == text_[at] && next != text_.npos && text_[next] == ',';
        std::optional<std::uint32_t> around;
        for (std::uint32_t i = 0; i < open; ++i) {
            const bool opens = tape.tokens[i].kind == TokenKind::map_begin || tape.tokens[i].kind == TokenKind::list_begin;
            if (opens && tape.tokens[i].skip == 0) around = i;
        }
        const bool fits_around = around && (tape.tokens[*around].kind == TokenKind::map_begin) == (text_[at] == '}');
        const std::string_view close = in_map ? "}" : "]";
        diag::Fix fix{{narrow(at), narrow(at + 1)}, std::string(close)};
        if (doubled)
            fix.text.clear();
        else if (fits_around)
            fix = {{narrow(before), narrow(at)}, std::string(close) + std::string(text_.substr(before, at - before))};
        unexpected(codes::json_comma, at, fix);
    }

    /// Full-width signs and comments are named as what they are, whatever stood to be expected.
    void unexpected(std::string_view code, std::size_t at, const std::optional<diag::Fix>& meant = {}) {
        const std::string_view rest = text_.substr(at);
        if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("#")) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            sink_.error(codes::json_comment, source_, span(at, at + end)).suggest(span(end_before(at), at + end), "");
            return;
        }
        if (const auto wide = wide_sign_at(rest)) {
            const base::Span place = span(at, at + wide->length);
            auto entry = sink_.error(wide->code, source_, place);
            entry.arg("found", std::string(source_->slice(place))).arg("ascii", std::string(wide->ascii));
            // Of a pair of quotes both are mended.
            const std::size_t close = wide->ascii == "\"" ? rest.find_first_of("\"\r\n", wide->length) : 0;
            const std::size_t other = wide->ascii == "\"" ? rest.substr(0, close).find("\u201D", wide->length) : rest.npos;
            if (other == rest.npos)
                entry.fix(place, std::string(wide->ascii));
            else
                entry.fix(span(at, at + other + 3), "\"" + std::string(rest.substr(wide->length, other - wide->length)) + "\"");
            return;
        }
        quoted(code, thing_at(text_, at), meant);
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
