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
        tokens_.push_back({kind, span, std::move(text), !line_has_token_, indent_});
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
        if (word.first_on_line && word.text.find_first_not_of("0123456789") == word.text.size() - 1) {
            // 1. as the number of a line; the line goes on without it.
            auto gone = word.span;
            while (source_->slice({gone.end, gone.end + 1}) == " ") ++gone.end;
            if (auto* e = error("P084", word.span)) e->arg("word", word.text).fix(gone, "");
            tokens_.pop_back();
            line_has_token_ = false;
            return;
        }
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

    void stray(base::Span span) {
        const auto code = base::utf8::decode(source_->text(), span.begin).code;
        const auto raw = std::string(source_->slice(span));
        if (is_invisible(code)) {
            if (auto* e = error("P005", span)) e->arg("char", code_name(code)).fix(span, "");
            glue(span, "");
            return;
        }
        if (const auto meant = look_alike(code)) {
            if (auto* e = error("P006", span))
                e->arg("char", raw).arg("code", code_name(code)).arg("meant", std::string(*meant)).fix(span, std::string(*meant));
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

    void mismatched_text(base::Span span) {
        const auto raw = source_->slice(span);
        const auto open = base::utf8::decode(raw, 0).length;
        const auto close = raw.back() == '"' ? std::size_t{1} : std::size_t{3};
        const auto text = raw.substr(open, raw.size() - open - close);
        if (auto* e = error("P020", span)) e->fix(span, fmt::format("\"{}\"", text));
        add(TokenKind::text, span, std::string(text));
    }

    /// A quotation mark that opens nothing the rest of the line closes.
    void open_text(base::Span span) { unclosed_text(span.begin, trimmed(span).end, false); }

    /// Looks at what stands at `at` before it is read as a token: a text that lacks one of its marks is taken here, up to where it
    /// most likely ends, so that the rest of its line is read as it was meant. How many bytes were taken.
    std::uint32_t mend_text(std::uint32_t at) {
        const auto text = source_->text();
        if (at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') return 0;
        if (const auto taken = text_without_opening(at)) return taken;
        const auto code = quote_at(at);
        if (code == U'"') return straight_without_closing(at);
        if (code == opening_quote) return curly_without_closing(at);
        return 0;
    }

    void open_name(base::Span span) {
        const auto raw = source_->slice(span);
        const auto close = raw.starts_with('`') ? "`" : raw.starts_with("\u300A") ? "\u300B" : "\u300D";
        if (auto* e = error("P017", span))
            e->arg("open", base::utf8::encode(base::utf8::decode(raw, 0).code)).suggest({span.end, span.end}, close);
        add(TokenKind::name, span, std::string(raw.substr(base::utf8::decode(raw, 0).length)));
        tokens_.back().doubtful = true;
    }

    void square(base::Span span) {
        const auto code = base::utf8::decode(source_->text(), span.begin).code;
        const bool open = code == U'[' || code == 0xFF3B || code == 0x3010;
        const bool braces = open ? holds_names() : !squares_.empty() && squares_.back().open && squares_.back().braces;
        squares_.push_back({span, open, braces});
        if (braces)
            add(open ? TokenKind::open_brace : TokenKind::close_brace, span);
        else
            add(open ? TokenKind::open_paren : TokenKind::close_paren, span);
    }

    void comment(base::Span span) {
        report_invisible(span);
        const auto cut = trimmed(span);
        add(TokenKind::comment, cut, std::string(source_->slice(cut)));
    }

    std::vector<Token> finish() {
        report_squares();
        return std::move(tokens_);
    }

private:
    static constexpr char32_t opening_quote = U'\u201C';
    static constexpr char32_t closing_quote = U'\u201D';

    struct Quote {
        std::uint32_t at;
        char32_t code;
    };

    char32_t quote_at(std::uint32_t at) const {
        const auto rest = source_->text().substr(at);
        if (rest.starts_with('"')) return U'"';
        if (rest.starts_with("\u201C")) return opening_quote;
        if (rest.starts_with("\u201D")) return closing_quote;
        return 0;
    }

    static std::uint32_t length(char32_t quote) { return quote == U'"' ? 1 : 3; }

    /// The quotation marks of the line, up to a remark behind it: looked for once a line.
    void look_for_quotes(std::uint32_t at) {
        if (at < quotes_end_) return;
        quotes_.clear();
        straight_.clear();
        const auto text = source_->text();
        quotes_end_ = at;
        for (; quotes_end_ < text.size() && text[quotes_end_] != '\n'; ++quotes_end_) {
            if (text[quotes_end_] == '#' && straight_.size() % 2 == 0) break;
            const auto code = quote_at(quotes_end_);
            if (code == 0) continue;
            if (code == U'"') straight_.push_back(quotes_end_);
            quotes_.push_back({quotes_end_, code});
        }
        line_end_ = quotes_end_;
        while (quotes_end_ < text.size() && text[quotes_end_] != '\n') ++quotes_end_;
        ++quotes_end_;
    }

    /// The marks of the line from there on.
    std::span<const Quote> quotes_from(std::uint32_t at) {
        look_for_quotes(at);
        const auto first =
            std::lower_bound(quotes_.begin(), quotes_.end(), at, [](const Quote& q, std::uint32_t place) { return q.at < place; });
        return std::span(quotes_).subspan(static_cast<std::size_t>(first - quotes_.begin()));
    }
    std::span<const std::uint32_t> straight_from(std::uint32_t at) {
        look_for_quotes(at);
        const auto first = std::lower_bound(straight_.begin(), straight_.end(), at);
        return std::span(straight_).subspan(static_cast<std::size_t>(first - straight_.begin()));
    }

    bool ends_word(std::uint32_t at) const {
        const auto text = source_->text();
        if (at >= line_end_ || text[at] == ' ' || text[at] == '\t') return true;
        const auto rest = text.substr(at);
        return std::any_of(std::begin(enders), std::end(enders), [&](std::string_view mark) { return rest.starts_with(mark); });
    }

    /// Whether the last token is a word that a text follows, at a place where it is that word.
    bool after_text_keyword() const {
        if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
        const auto& word = tokens_.back();
        if (spells(word.text, Keyword::reading)) return true;
        if (!spells(word.text, Keyword::full_title) && !spells(word.text, Keyword::version)) return false;
        if (word.first_on_line || tokens_.size() < 2) return true;
        const auto before = tokens_[tokens_.size() - 2].kind;
        return before == TokenKind::open_brace || before == TokenKind::semicolon || before == TokenKind::stop;
    }

    /// 全称 甲乙丙": the text began where no mark stands.
    std::uint32_t text_without_opening(std::uint32_t at) {
        if (!after_text_keyword() || at == tokens_.back().span.end) return 0;
        const auto first = quote_at(at);
        if (first == U'"' || first == closing_quote) return 0;
        const auto quotes = quotes_from(at);
        const auto straight = straight_from(at);
        std::uint32_t close = 0;
        if (first == opening_quote) {
            // “甲”乙丙": the first pair stands within the text.
            if (quotes.size() < 3 || quotes[1].code != closing_quote || ends_word(quotes[1].at + 3) || straight.size() % 2 == 0) return 0;
            close = straight.front();
        } else if (straight.size() % 2 == 1) {
            close = straight.front();
        } else if (straight.empty() && !quotes.empty() && quotes.front().code == closing_quote) {
            close = quotes.front().at;
        } else {
            return 0;
        }
        const bool curly = quote_at(close) == closing_quote;
        const base::Span span{at, close + (curly ? 3 : 1)};
        if (auto* e = error("P091", span)) e->fix({at, at}, curly ? "\u201C" : "\"");
        report_invisible(span);
        add(TokenKind::text, span, std::string(source_->slice({at, close})));
        return span.end - span.begin;
    }

    /// "甲乙丙, or "甲 释义 "乙": what stands between the first mark and the next is no text.
    std::uint32_t straight_without_closing(std::uint32_t at) {
        const auto straight = straight_from(at);
        if (straight.size() % 2 == 0) return 0;
        if (straight.size() == 1) {
            const auto quotes = quotes_from(at);
            const auto next = quotes.size() < 2 ? 0 : quotes[1].code;
            // "甲”: another mark closes it.
            if (next == closing_quote || (next == opening_quote && quotes.size() == 2 && ends_word(quotes[1].at + 3))) return 0;
            return unclosed_text(at, trimmed({at, line_end_}).end, true);
        }
        const auto between = source_->slice({at, straight[1]});
        const auto last = between.find_last_not_of(" \t");
        if (last == std::string_view::npos || last + 1 == between.size()) return 0;
        const auto word = between.substr(0, last + 1);
        for (const auto k : {Keyword::reading, Keyword::full_title, Keyword::version})
            for (const auto spelled : {zh(k), en(k)})
                if (word.ends_with(spelled) &&
                    word.substr(0, word.size() - spelled.size()).find_last_of(" \t") == word.size() - spelled.size() - 1)
                    return unclosed_text(at, straight[1], true);
        return 0;
    }

    std::uint32_t curly_without_closing(std::uint32_t at) {
        const auto quotes = quotes_from(at);
        if (quotes.size() >= 2 && (quotes[1].code != opening_quote || ends_word(quotes[1].at + 3))) return 0;
        // “甲“乙”丙”: pairs within a pair.
        std::size_t depth = 0;
        for (const auto& quote : quotes) {
            if (quote.code == U'"') break;
            if (quote.code == opening_quote)
                ++depth;
            else
                --depth;
            if (depth != 0) continue;
            const base::Span span{at, quote.at + 3};
            const auto inside = source_->slice({at + 3, quote.at});
            if (auto* e = error("P092", span)) e->fix(span, fmt::format("\"{}\"", inside));
            report_invisible(span);
            add(TokenKind::text, span, std::string(inside));
            return span.end - span.begin;
        }
        return unclosed_text(at, trimmed({at, line_end_}).end, true);
    }

    /// The text from the mark at `begin` on, not beyond `end`: to the next word that begins another part, or to the brackets that
    /// something before it opened.
    std::uint32_t unclosed_text(std::uint32_t begin, std::uint32_t end, bool goes_on) {
        base::Span span{begin, end};
        bool cut = false;
        if (goes_on) {
            span.end = before_next_part(span);
            cut = span.end != end;
            constexpr int most = 8;
            for (int i = 0; i < most; ++i) {
                const auto closer = unopened_closer(span);
                if (closer == span.end) break;
                span = trimmed({begin, closer});
                cut = true;
            }
        }
        const auto raw = source_->slice(span);
        const auto open = base::utf8::decode(raw, 0).length;
        if (auto* e = error("P016", span))
            // A text of several words, or one before a bracket, may have been meant to end earlier.
            e->fix({span.end, span.end}, open == 1 ? "\"" : "\u201D",
                   !cut && raw.find(' ') == std::string_view::npos ? diag::FixKind::certain : diag::FixKind::suggestion);
        report_invisible(span);
        add(TokenKind::text, span, std::string(raw.substr(open)));
        tokens_.back().doubtful = true;
        return span.end - span.begin;
    }

    std::uint32_t before_next_part(base::Span span) const {
        const auto raw = source_->slice(span);
        for (auto blank = raw.find(' '); blank != std::string_view::npos; blank = raw.find(' ', blank + 1)) {
            const auto word = raw.substr(blank + 1, raw.find(' ', blank + 1) - blank - 1);
            if (find_keyword(word, Position::modifier)) return trimmed({span.begin, span.begin + static_cast<std::uint32_t>(blank)}).end;
        }
        return span.end;
    }

    /// The last bracket, if the text ends with one that it does not open; else its end.
    std::uint32_t unopened_closer(base::Span span) const {
        const auto raw = source_->slice(span);
        for (const auto& [close, open] : closing_marks) {
            if (!raw.ends_with(close)) continue;
            std::size_t opened = 0, closed = 0;
            for (std::size_t i = 0; i < raw.size(); ++i) {
                opened += raw.substr(i).starts_with(open) ? 1 : 0;
                closed += raw.substr(i).starts_with(close) ? 1 : 0;
            }
            if (closed > opened) return span.end - static_cast<std::uint32_t>(close.size());
        }
        return span.end;
    }

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

    /// Whether braces belong here: behind a word that a set of names or fields follows, 包括 [甲 乙], and behind the name of a block.
    bool holds_names() const {
        if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
        const auto& word = tokens_.back().text;
        for (const auto k : {Keyword::includes, Keyword::one_of, Keyword::not_one_of, Keyword::type_choice, Keyword::type_list,
                             Keyword::matter, Keyword::record, Keyword::cases})
            if (spells(word, k)) return true;
        if (habitual(word) == Keyword::includes) return true;
        if (tokens_.size() < 2 || tokens_[tokens_.size() - 2].kind != TokenKind::word) return false;
        const auto& head = tokens_[tokens_.size() - 2];
        return head.first_on_line &&
               (spells(head.text, Keyword::procedure) || spells(head.text, Keyword::step) || spells(head.text, Keyword::meeting) ||
                spells(head.text, Keyword::finding) || spells(head.text, Keyword::event));
    }

    static std::string_view without_blanks(std::string_view text) {
        const auto first = text.find_first_not_of(' ');
        return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
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
        const auto raw = source_->slice(span);
        const auto last = raw.find_last_not_of(" \t\r");
        return {span.begin, last == std::string_view::npos ? span.begin : span.begin + static_cast<std::uint32_t>(last) + 1};
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

    /// One error for a pair of square brackets, with the round pair as the fix.
    void report_squares() {
        for (std::size_t i = 0; i < squares_.size(); ++i) {
            auto span = squares_[i].span;
            const bool braces = squares_[i].braces;
            std::string text = braces ? (squares_[i].open ? "{" : "}") : squares_[i].open ? "(" : ")";
            auto kind = diag::FixKind::suggestion;
            if (squares_[i].open && i + 1 < squares_.size() && !squares_[i + 1].open &&
                source_->line_begin(span.begin) == source_->line_begin(squares_[i + 1].span.begin)) {
                const auto& close = squares_[++i].span;
                const auto inside = source_->slice({span.end, close.begin});
                text = braces ? fmt::format("{{ {} }}", without_blanks(inside)) : fmt::format("({})", inside);
                span.end = close.end;
                kind = diag::FixKind::certain;
            }
            if (auto* e = error("P015", span)) e->arg("meant", braces ? "{ }" : "( )").fix(span, text, kind);
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

    struct Square {
        base::Span span;
        bool open;
        bool braces;  ///< they stand for { }, not for ( )
    };

    base::SourcePtr source_;
    diag::Sink& sink_;
    std::vector<Token> tokens_;
    std::vector<Square> squares_;
    std::vector<Quote> quotes_;            ///< of the line that ends at quotes_end_
    std::vector<std::uint32_t> straight_;  ///< those that are neither opening nor closing
    std::uint32_t quotes_end_ = 0;
    std::uint32_t line_end_ = 0;  ///< of that line without its remark
    std::optional<diag::Sink::Entry> entry_;
    bool line_has_token_ = false;
    std::uint32_t indent_ = 0;
    bool glue_ = false;
    std::uint32_t glue_at_ = 0;
    std::string glue_text_;
};

}  // namespace guicheng::syntax
