#include "syntax/grammar.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <tao/pegtl.hpp>

#include "base/utf8.hpp"
#include "syntax/characters.hpp"

namespace guicheng::syntax {
namespace grammar {

using namespace tao::pegtl;

// Characters. U+3007 is the zero of Chinese numerals, U+3005 the iteration mark.
struct han : utf8::ranges<0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0x20000, 0x3FFFD, 0x3005, 0x3007, 0x3021, 0x3029> {};
struct letter : utf8::ranges<'a', 'z', 'A', 'Z', 0xFF21, 0xFF3A, 0xFF41, 0xFF5A, 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x24F, 0x1E00, 0x1EFF,
                             0x3041, 0x3096, 0x30A1, 0x30FA, 0x3105, 0x312F, 0xAC00, 0xD7A3> {};
struct figure : utf8::ranges<'0', '9', 0xFF10, 0xFF19> {};
struct line_end : eol {};
struct lone_return : one<'\r'> {};
struct blank_character : utf8::one<' ', '\t', 0x3000, 0xA0> {};
struct angle : utf8::one<'>', 0xFF1E, 0x300B> {};
struct dash : utf8::one<'-', 0xFF0D> {};

// Marks.
struct choice_arrow : sor<utf8::one<0x21D2>, seq<utf8::one<'=', 0xFF1D>, angle>> {};
struct chain_arrow : sor<utf8::one<0x2192>, seq<dash, angle>> {};
struct colon : utf8::one<':', 0xFF1A> {};
struct semicolon : utf8::one<';', 0xFF1B> {};
struct comma : utf8::one<',', 0xFF0C> {};
struct full_stop : utf8::one<0x3002> {};
struct enumeration : utf8::one<0x3001> {};
struct open_paren : utf8::one<'(', 0xFF08> {};
struct close_paren : utf8::one<')', 0xFF09> {};
struct open_brace : utf8::one<'{', 0xFF5B> {};
struct close_brace : utf8::one<'}', 0xFF5D> {};
struct square : utf8::one<'[', ']', 0xFF3B, 0xFF3D> {};
struct plus_sign : one<'+'> {};
struct times_sign : one<'*'> {};
struct symbol
    : sor<utf8::one<0x2260, 0x2264, 0x2265, 0x2266, 0x2267>, string<'!', '='>, plus<utf8::one<'<', '>', '=', 0xFF1C, 0xFF1D, 0xFF1E>>> {};
struct comment : seq<utf8::one<'#', 0xFF03>, star<not_at<eolf>, utf8::any>> {};

// Quoted things end on their line.
template <char32_t... Stop>
struct inside : star<not_at<sor<line_end, utf8::one<Stop...>>>, utf8::any> {};
struct straight_text : seq<one<'"'>, inside<'"'>, one<'"'>> {};
struct curly_text : seq<utf8::one<0x201C>, inside<0x201C, 0x201D>, utf8::one<0x201D>> {};
struct corner_name : seq<utf8::one<0x300C>, inside<0x300C, 0x300D>, utf8::one<0x300D>> {};
struct tick_name : seq<one<'`'>, inside<'`'>, one<'`'>> {};
struct title : seq<utf8::one<0x300A>, inside<0x300A, 0x300B>, utf8::one<0x300B>> {};
struct any_quote : utf8::one<'"', 0x201C, 0x201D> {};
/// Closed, but by another mark than the one that opened.
struct mismatched_text : seq<any_quote, inside<'"', 0x201C, 0x201D>, any_quote> {};
struct open_text : seq<any_quote, star<not_at<eolf>, utf8::any>> {};
struct open_name : seq<utf8::one<0x300C, '`', 0x300A>, star<not_at<sor<eolf, blank_character>>, utf8::any>> {};

// Words. A comma belongs to a number only between groups of three.
struct grouped : seq<rep_min_max<1, 3, figure>, plus<one<','>, rep<3, figure>, not_at<figure>>> {};
struct figures : plus<figure> {};
struct word_mark : sor<utf8::one<'_', '.', '/', '%', 0xFF05>, seq<one<'-'>, not_at<angle>>> {};
struct word : plus<sor<grouped, figures, han, letter, word_mark>> {};

struct bom : utf8::one<0xFEFF> {};
struct stray : utf8::any {};
struct blanks : plus<blank_character> {};
struct token : sor<blanks, line_end, comment, straight_text, curly_text, corner_name, tick_name, title, choice_arrow, chain_arrow, colon,
                   semicolon, comma, full_stop, enumeration, open_paren, close_paren, open_brace, close_brace, square, plus_sign,
                   times_sign, symbol, word, mismatched_text, open_text, open_name, lone_return, stray> {};
struct file : seq<opt<bom>, star<not_at<eof>, token>, eof> {};

}  // namespace grammar

namespace {

namespace utf8 = base::utf8;

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
        for (const auto& item : utf8::code_points(raw)) utf8::append(text, twin(item.code));
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
        const auto open = utf8::decode(raw, 0).length;
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
        for (const auto& item : utf8::code_points(source_->slice(span))) {
            if (!is_invisible(item.code)) continue;
            const auto at = span.begin + static_cast<std::uint32_t>(item.offset);
            const base::Span character{at, at + item.length};
            if (auto* e = error("P005", character)) e->arg("char", code_name(item.code)).fix(character, "");
        }
    }

    void stray(base::Span span) {
        const auto code = utf8::decode(source_->text(), span.begin).code;
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

    void symbol(base::Span span) {
        std::string ascii;
        for (const auto& item : utf8::code_points(source_->slice(span))) {
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
        const auto open = utf8::decode(raw, 0).length;
        const auto close = raw.back() == '"' ? std::size_t{1} : std::size_t{3};
        const auto text = raw.substr(open, raw.size() - open - close);
        if (auto* e = error("P020", span)) e->fix(span, fmt::format("\"{}\"", text));
        add(TokenKind::text, span, std::string(text));
    }

    /// The text runs to the end of its line, without the brackets that stand there.
    void open_text(base::Span span) {
        span = trimmed(span);
        std::vector<std::pair<TokenKind, base::Span>> brackets;
        for (bool more = true; more;) {
            more = false;
            for (const auto& [mark, kind] : closing_marks) {
                if (!source_->slice(span).ends_with(mark)) continue;
                brackets.emplace_back(kind, base::Span{span.end - static_cast<std::uint32_t>(mark.size()), span.end});
                span = trimmed({span.begin, span.end - static_cast<std::uint32_t>(mark.size())});
                more = true;
            }
        }
        const auto raw = source_->slice(span);
        const auto open = utf8::decode(raw, 0).length;
        if (auto* e = error("P016", span))
            // A text of several words, or one before a bracket, may have been meant to end earlier.
            e->fix({span.end, span.end}, open == 1 ? "\"" : "\u201D",
                   brackets.empty() && raw.find(' ') == std::string_view::npos ? diag::FixKind::certain : diag::FixKind::suggestion);
        add(TokenKind::text, span, std::string(raw.substr(open)));
        tokens_.back().doubtful = true;
        for (auto it = brackets.rbegin(); it != brackets.rend(); ++it) add(it->first, it->second);
    }

    void open_name(base::Span span) {
        const auto raw = source_->slice(span);
        const auto close = raw.starts_with('`') ? "`" : raw.starts_with("\u300A") ? "\u300B" : "\u300D";
        if (auto* e = error("P017", span)) e->arg("open", utf8::encode(utf8::decode(raw, 0).code)).suggest({span.end, span.end}, close);
        add(TokenKind::name, span, std::string(raw.substr(utf8::decode(raw, 0).length)));
        tokens_.back().doubtful = true;
    }

    void square(base::Span span) {
        const auto code = utf8::decode(source_->text(), span.begin).code;
        const bool open = code == U'[' || code == 0xFF3B;
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

    /// Whether the word before is one that a set of names follows: 包括 [甲 乙].
    bool holds_names() const {
        if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
        const auto& word = tokens_.back().text;
        for (const auto k : {Keyword::includes, Keyword::one_of, Keyword::not_one_of, Keyword::type_choice, Keyword::type_list})
            if (spells(word, k)) return true;
        return habitual(word) == Keyword::includes;
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
        for (const auto& item : utf8::code_points(blanks)) {
            if (item.code == U'\t') {
                column = column / 4 * 4 + 4;
            } else {
                column += static_cast<std::uint32_t>(utf8::width(item.code));
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
                text = braces ? fmt::format("{{ {} }}", inside) : fmt::format("({})", inside);
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

    static constexpr std::pair<std::string_view, TokenKind> closing_marks[] = {{"}", TokenKind::close_brace},
                                                                               {"\uFF5D", TokenKind::close_brace},
                                                                               {")", TokenKind::close_paren},
                                                                               {"\uFF09", TokenKind::close_paren}};

    struct Square {
        base::Span span;
        bool open;
        bool braces;  ///< they stand for { }, not for ( )
    };

    base::SourcePtr source_;
    diag::Sink& sink_;
    std::vector<Token> tokens_;
    std::vector<Square> squares_;
    std::optional<diag::Sink::Entry> entry_;
    bool line_has_token_ = false;
    std::uint32_t indent_ = 0;
    bool glue_ = false;
    std::uint32_t glue_at_ = 0;
    std::string glue_text_;
};

template <class Input>
base::Span span_of(const Input& in) {
    const auto begin = static_cast<std::uint32_t>(in.iterator().byte);
    return {begin, begin + static_cast<std::uint32_t>(in.size())};
}

template <class Rule>
struct action : tao::pegtl::nothing<Rule> {};

template <TokenKind Kind>
struct adds {
    template <class Input>
    static void apply(const Input& in, Collector& c) {
        c.no_glue();
        c.add(Kind, span_of(in));
    }
};
template <void (Collector::*Member)(base::Span)>
struct calls {
    template <class Input>
    static void apply(const Input& in, Collector& c) {
        (c.*Member)(span_of(in));
    }
};
template <TokenKind Kind>
struct quotes {
    template <class Input>
    static void apply(const Input& in, Collector& c) {
        c.no_glue();
        c.quoted(Kind, span_of(in));
    }
};

template <>
struct action<grammar::blanks> {
    template <class Input>
    static void apply(const Input& in, Collector& c) {
        c.no_glue();
        c.blank(in.string_view());
    }
};
// clang-format off
template <> struct action<grammar::line_end> : adds<TokenKind::newline> {};
template <> struct action<grammar::lone_return> : adds<TokenKind::newline> {};
template <> struct action<grammar::colon> : adds<TokenKind::colon> {};
template <> struct action<grammar::semicolon> : adds<TokenKind::semicolon> {};
template <> struct action<grammar::comma> : adds<TokenKind::comma> {};
template <> struct action<grammar::full_stop> : adds<TokenKind::stop> {};
template <> struct action<grammar::enumeration> : adds<TokenKind::enumeration> {};
template <> struct action<grammar::open_paren> : adds<TokenKind::open_paren> {};
template <> struct action<grammar::close_paren> : adds<TokenKind::close_paren> {};
template <> struct action<grammar::open_brace> : adds<TokenKind::open_brace> {};
template <> struct action<grammar::close_brace> : adds<TokenKind::close_brace> {};
template <> struct action<grammar::choice_arrow> : adds<TokenKind::choice_arrow> {};
template <> struct action<grammar::chain_arrow> : adds<TokenKind::chain_arrow> {};
template <> struct action<grammar::plus_sign> : adds<TokenKind::plus> {};
template <> struct action<grammar::times_sign> : adds<TokenKind::times> {};
template <> struct action<grammar::straight_text> : quotes<TokenKind::text> {};
template <> struct action<grammar::curly_text> : quotes<TokenKind::text> {};
template <> struct action<grammar::corner_name> : quotes<TokenKind::name> {};
template <> struct action<grammar::tick_name> : quotes<TokenKind::name> {};
template <> struct action<grammar::title> : quotes<TokenKind::title> {};
template <> struct action<grammar::comment> : calls<&Collector::comment> {};
template <> struct action<grammar::square> : calls<&Collector::square> {};
template <> struct action<grammar::symbol> : calls<&Collector::symbol> {};
template <> struct action<grammar::word> : calls<&Collector::word> {};
template <> struct action<grammar::mismatched_text> : calls<&Collector::mismatched_text> {};
template <> struct action<grammar::open_text> : calls<&Collector::open_text> {};
template <> struct action<grammar::open_name> : calls<&Collector::open_name> {};
template <> struct action<grammar::stray> : calls<&Collector::stray> {};
// clang-format on

}  // namespace

std::vector<Token> tokenize(const base::SourcePtr& source, diag::Sink& sink) {
    Collector collector(source, sink);
    tao::pegtl::memory_input in(source->text(), source->name());
    tao::pegtl::parse<grammar::file, action>(in, collector);
    return collector.finish();
}

}  // namespace guicheng::syntax
