#pragma once
// The tokens of a text, made of what the grammar finds in it; with what is wrong with characters and quotation marks.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "syntax/characters.hpp"
#include "syntax/concrete.hpp"

namespace guicheng::syntax {

class Collector {
public:
    Collector(const base::SourcePtr& source, diag::Sink& sink) : source_(source), sink_(sink) {}

    void blank(std::string_view text) {
        if (!line_has_token_) indent_ = widened(indent_, text);
    }

    void add(TokenKind kind, base::Span span, std::string text = {}) {
        glue_ = false;
        tokens_.push_back({kind, span, std::move(text), !line_has_token_, indent_, std::exchange(doubt_next_, false)});
        if (kind == TokenKind::newline) {
            line_has_token_ = false;
            indent_ = 0;
        } else {
            line_has_token_ = true;
        }
    }

    void word(base::Span span) {
        const auto raw = source_->slice(span);
        std::string text;
        for (const auto& item : base::utf8::code_points(raw)) base::utf8::append(text, twin(item.code));
        // A word that was cut by a character already reported goes on with what follows it.
        if (glue_ && !tokens_.empty() && tokens_.back().kind == TokenKind::word && tokens_.back().span.end == glue_at_) {
            tokens_.back().text += glue_text_ + text;
            tokens_.back().span.end = span.end;
        } else if (glue_ && glue_at_ != span.begin && !glue_text_.empty()) {
            add(TokenKind::word, {glue_at_, span.end}, glue_text_ + text);
        } else {
            add(TokenKind::word, span, std::move(text));
        }
        english_stop();
    }

    /// A full stop typed as a point at the end of a word.
    void english_stop() {
        auto& word = tokens_.back();
        if (!word.text.ends_with('.') || word.text.find_first_not_of('.') == std::string::npos) return;
        const base::Span point{word.span.end - 1, word.span.end};
        word.text.pop_back();
        --word.span.end;
        if (auto* e = error("P019", point)) e->fix(point, "\u3002");
        add(TokenKind::stop, point);
    }

    void no_glue() { glue_ = false; }

    /// The inside of a quoted thing: marks off, invisible characters reported.
    void quoted(TokenKind kind, base::Span span) {
        const auto raw = source_->slice(span);
        const auto open = base::utf8::decode(raw, 0).length;
        const auto close = raw.back() == '"' || raw.back() == '`' ? std::size_t{1} : std::size_t{3};
        report_invisible(span);
        std::string text(raw.substr(open, raw.size() - open - close));
        if (text.find_first_not_of(' ') == std::string::npos && kind != TokenKind::text) {
            error("P018", span);
            kind = TokenKind::broken;
        }
        add(kind, span, std::move(text));
    }

    void report_invisible(base::Span span) {
        for (const auto& item : base::utf8::code_points(source_->slice(span))) {
            if (!is_invisible(item.code)) continue;
            const auto at = span.begin + static_cast<std::uint32_t>(item.offset);
            const base::Span character{at, at + item.length};
            if (auto* e = error("P005", character)) e->arg("char", code_name(item.code)).fix(character, "");
        }
    }

    /// Whether nothing but spaces and ends of lines stands next to it.
    bool alone(base::Span span) const {
        const auto text = source_->text();
        const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        return (span.begin == 0 || blank(text[span.begin - 1])) && (span.end >= text.size() || blank(text[span.end]));
    }

    void stray(base::Span span) {
        const auto code = base::utf8::decode(source_->text(), span.begin).code;
        const auto raw = std::string(source_->slice(span));
        if (is_invisible(code)) {
            if (auto* e = error("P005", span)) e->arg("char", code_name(code)).fix(span, "");
            glue(span, "");
            return;
        }
        if (code == 0xA5 || code == 0xFFE5) {
            currency_sign(span);
            return;
        }
        if (const auto meant = look_alike(code)) {
            if (auto* e = error("P006", span)) {
                e->arg("char", raw).arg("code", code_name(code)).arg("meant", std::string(*meant));
                // A dash that stands alone opens a line of a list or a remark: as a hyphen it would be as wrong.
                e->fix(span, std::string(*meant), *meant == "-" && alone(span) ? diag::FixKind::suggestion : diag::FixKind::certain);
            }
            if (*meant == "/" || *meant == "-" || *meant == "." || *meant == "_" || *meant == "%") {
                glue(span, std::string(*meant));
                return;
            }
        } else if (auto* e = error("P009", span)) {
            e->arg("char", raw).arg("code", code_name(code));
        }
        add(TokenKind::broken, span);
    }

    /// && and its kin, typed for 且, 或 and 非.
    void logic(base::Span span) {
        const auto raw = source_->slice(span);
        const auto k = raw == "!" || raw == "\uFF01"                ? Keyword::not_
                       : raw[0] == '|' || raw.starts_with("\uFF5C") ? Keyword::or_
                                                                    : Keyword::and_;
        if (auto* e = error("P089", span))
            e->arg("symbol", std::string(raw)).arg("word", std::string(spelling(k))).fix(span, padded(span, spelling(k)));
        add(TokenKind::broken, span);
    }

    void symbol(base::Span span) {
        std::string ascii;
        for (const auto& item : base::utf8::code_points(source_->slice(span))) {
            const auto symbol_text = comparison_symbol(item.code);
            ascii += symbol_text ? std::string(*symbol_text) : std::string(source_->slice(span).substr(item.offset, item.length));
        }
        const auto word = word_for(ascii);
        if (auto* e = error("P007", span)) {
            e->arg("symbol", std::string(source_->slice(span))).arg("word", std::string(spelling(word.value_or(Keyword::is))));
            if (word) e->fix(span, padded(span, spelling(*word)));
        }
        add(TokenKind::broken, span);
    }

    bool wants_name() const {
        if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
        const auto& word = tokens_.back().text;
        return spells(word, Keyword::after) || spells(word, Keyword::by) || spells(word, Keyword::meeting) ||
               spells(word, Keyword::return_to);
    }

    void mismatched_text(base::Span span) {
        const auto raw = source_->slice(span);
        const auto open = base::utf8::decode(raw, 0).length;
        const auto close = raw.back() == '"' ? std::size_t{1} : std::size_t{3};
        const auto text = raw.substr(open, raw.size() - open - close);
        // 须经 ”提出“: what follows is a name, which has quotation marks of its own.
        const bool name = wants_name();
        if (auto* e = error("P020", span)) e->fix(span, name ? fmt::format("\u300c{}\u300d", text) : fmt::format("\"{}\"", text));
        add(name ? TokenKind::name : TokenKind::text, span, std::string(text));
    }

    /// A quotation mark that opens nothing the rest of the line closes.
    void open_text(base::Span span) { unclosed_text(span.begin, trimmed(span).end, false); }

    /// Looks at what stands at `at` before it is read as a token: what has marks of another kind than the language's (a remark, the
    /// number of a line) or lacks one of its marks (a text) is taken here, up to where it most likely ends, so that the rest of its
    /// line is read as it was meant. How many bytes were taken.
    std::uint32_t mend(std::uint32_t at);

    void open_name(base::Span span) {
        const auto raw = source_->slice(span);
        const auto close = raw.starts_with('`') ? "`" : raw.starts_with("\u300A") ? "\u300B" : "\u300D";
        if (auto* e = error("P017", span))
            e->arg("open", base::utf8::encode(base::utf8::decode(raw, 0).code)).suggest({span.end, span.end}, close);
        add(TokenKind::name, span, std::string(raw.substr(base::utf8::decode(raw, 0).length)));
        tokens_.back().doubtful = true;
    }

    // brackets_typed.cpp
    void open_bracket(base::Span span);
    void close_bracket(base::Span span);

    void comment(base::Span span) {
        report_invisible(span);
        const auto cut = trimmed(span);
        add(TokenKind::comment, cut, std::string(source_->slice(cut)));
    }

    std::vector<Token> finish() {
        report_brackets();
        return std::move(tokens_);
    }

private:
    static constexpr char32_t opening_quote = U'\u201C';
    static constexpr char32_t closing_quote = U'\u201D';

    struct Quote {
        std::uint32_t at;
        char32_t code;
    };

    char32_t quote_at(std::uint32_t at) const;
    void look_for_quotes(std::uint32_t at);
    std::span<const Quote> quotes_from(std::uint32_t at);
    std::span<const std::uint32_t> straight_from(std::uint32_t at);
    bool ends_word(std::uint32_t at) const;
    bool after_text_keyword() const;
    // line_marks.cpp
    std::uint32_t remark(std::uint32_t at);
    std::uint32_t line_number(std::uint32_t at);
    void currency_sign(base::Span span);
    std::size_t number_length(std::string_view rest) const;

    // brackets_typed.cpp
    bool holds_names() const;
    bool holds_block(std::uint32_t after) const;
    void report_brackets();

    // texts.cpp
    std::uint32_t mend_text(std::uint32_t at);
    std::uint32_t other_quotes(std::uint32_t at);
    std::uint32_t corner_brackets(std::uint32_t at);
    std::uint32_t over_lines(std::uint32_t begin);
    std::uint32_t text_without_opening(std::uint32_t at);
    std::uint32_t straight_without_closing(std::uint32_t at);
    std::uint32_t curly_without_closing(std::uint32_t at);
    std::uint32_t unclosed_text(std::uint32_t begin, std::uint32_t end, bool goes_on);
    std::uint32_t before_next_part(base::Span span) const;
    std::uint32_t unopened_closer(base::Span span) const;
    static std::string code_name(char32_t code) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code)); }

    static std::optional<Keyword> word_for(std::string_view symbol) {
        if (symbol == ">=" || symbol == "=>=") return Keyword::no_fewer_than;
        if (symbol == ">") return Keyword::exceeding;
        if (symbol == "<=" || symbol == "=<") return Keyword::not_exceeding;
        if (symbol == "<") return Keyword::under;
        if (symbol == "=" || symbol == "==") return Keyword::is;
        if (symbol == "!=" || symbol == "<>") return Keyword::is_not;
        return std::nullopt;
    }

    /// The spelling that the text uses: its first word tells.
    std::string_view spelling(Keyword k) const {
        const auto first = std::find_if(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.kind == TokenKind::word; });
        return first != tokens_.end() && first->text == en(Keyword::procedure) ? en(k) : zh(k);
    }

    static std::string_view without_end_blank(std::string_view text) {
        const auto last = text.find_last_not_of(" \t\r");
        return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    }

    std::string padded(base::Span span, std::string_view word) const {
        const auto text = source_->text();
        std::string out;
        if (span.begin > 0 && text[span.begin - 1] != ' ') out += ' ';
        out += word;
        if (span.end < text.size() && text[span.end] != ' ') out += ' ';
        return out;
    }

    static std::uint32_t widened(std::uint32_t column, std::string_view blanks) {
        for (const auto& item : base::utf8::code_points(blanks)) {
            if (item.code == U'\t') {
                column = column / 4 * 4 + 4;
            } else {
                column += static_cast<std::uint32_t>(base::utf8::width(item.code));
            }
        }
        return column;
    }

    base::Span trimmed(base::Span span) const {
        return {span.begin, span.begin + static_cast<std::uint32_t>(without_end_blank(source_->slice(span)).size())};
    }

    void glue(base::Span span, std::string text) {
        if (!tokens_.empty() && tokens_.back().kind == TokenKind::word && tokens_.back().span.end == span.begin) {
            tokens_.back().text += text;
            tokens_.back().span.end = span.end;
            glue_ = true;
            glue_at_ = span.end;
            glue_text_.clear();
        } else if (!text.empty()) {
            glue_ = true;
            glue_at_ = span.begin;
            glue_text_ = std::move(text);
        }
    }

    diag::Sink::Entry* error(std::string_view code, base::Span span) {
        if (sink_.error_count() >= most_errors) return nullptr;
        entry_.emplace(sink_.error(code, source_, span));
        return &*entry_;
    }

    static constexpr std::pair<std::string_view, std::string_view> closing_marks[] = {
        {"}", "{"}, {"\uFF5D", "\uFF5B"}, {")", "("}, {"\uFF09", "\uFF08"}};
    static constexpr std::string_view enders[] = {"}", "\uFF5D", ")", "\uFF09", ";", "\uFF1B", "\u3002", ",", "\uFF0C"};

    /// Brackets of another kind than is wanted there, told when the text is read: each closing one with its opening one.
    struct Typed {
        std::optional<base::Span> open;   ///< where it is the wrong one
        std::optional<base::Span> close;  ///< where it is the wrong one
        bool braces;                      ///< { } are wanted, not ( )
        bool paired = false;
    };
    struct Open {
        bool brace;
        bool names;                        ///< names or fields stand in it
        std::optional<std::size_t> typed;  ///< of typed_
    };

    base::SourcePtr source_;
    diag::Sink& sink_;
    std::vector<Token> tokens_;
    std::vector<Typed> typed_;
    std::vector<Open> open_;
    std::size_t rounds_ = 0;               ///< of them, those that are round
    std::vector<Quote> quotes_;            ///< of the line that ends at quotes_end_
    std::vector<std::uint32_t> straight_;  ///< those that are neither opening nor closing
    std::uint32_t quotes_end_ = 0;
    std::uint32_t line_end_ = 0;  ///< of that line without its remark
    std::optional<diag::Sink::Entry> entry_;
    bool line_has_token_ = false;
    bool doubt_next_ = false;  ///< the next token follows what was wrong
    std::uint32_t indent_ = 0;
    bool glue_ = false;
    std::uint32_t glue_at_ = 0;
    std::string glue_text_;
};

}  // namespace guicheng::syntax
