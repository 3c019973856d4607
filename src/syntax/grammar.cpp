#include "syntax/grammar.hpp"

#include <tao/pegtl.hpp>

#include "syntax/collector.hpp"

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
struct open_square : utf8::one<'[', 0xFF3B, 0x3010, 0x3014, 0x3016> {};
struct close_square : utf8::one<']', 0xFF3D, 0x3011, 0x3015, 0x3017> {};
struct plus_sign : one<'+'> {};
struct times_sign : one<'*'> {};
struct symbol
    : sor<utf8::one<0x2260, 0x2264, 0x2265, 0x2266, 0x2267>, string<'!', '='>, plus<utf8::one<'<', '>', '=', 0xFF1C, 0xFF1D, 0xFF1E>>> {};
struct logic : sor<rep_min<2, utf8::one<'&', 0xFF06>>, rep_min<2, utf8::one<'|', 0xFF5C>>,
                   seq<utf8::one<'!', 0xFF01>, at<sor<han, letter, open_paren>>>> {};
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
// Of a slash the double one, and one before a star, begin a remark in other languages.
struct word_mark : sor<utf8::one<'_', '.', '%', 0xFF05>, seq<one<'/'>, not_at<one<'/', '*'>>>, seq<one<'-'>, not_at<angle>>> {};
struct word : plus<sor<grouped, figures, han, letter, word_mark>> {};

struct bom : utf8::one<0xFEFF> {};
struct stray : utf8::any {};
struct blanks : plus<blank_character> {};
struct token : sor<blanks, line_end, comment, straight_text, curly_text, corner_name, tick_name, title, choice_arrow, chain_arrow, colon,
                   semicolon, comma, full_stop, enumeration, open_paren, close_paren, open_brace, close_brace, open_square, close_square,
                   plus_sign, times_sign, symbol, logic, word, mismatched_text, open_text, open_name, lone_return, stray> {};
struct start : opt<bom> {};

}  // namespace grammar

namespace {

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
template <> struct action<grammar::open_paren> : calls<&Collector::open_bracket> {};
template <> struct action<grammar::close_paren> : calls<&Collector::close_bracket> {};
template <> struct action<grammar::open_brace> : calls<&Collector::open_bracket> {};
template <> struct action<grammar::close_brace> : calls<&Collector::close_bracket> {};
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
template <> struct action<grammar::open_square> : calls<&Collector::open_bracket> {};
template <> struct action<grammar::close_square> : calls<&Collector::close_bracket> {};
template <> struct action<grammar::symbol> : calls<&Collector::symbol> {};
template <> struct action<grammar::logic> : calls<&Collector::logic> {};
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
    tao::pegtl::parse<grammar::start>(in);
    while (!in.empty()) {
        if (const auto taken = collector.mend(static_cast<std::uint32_t>(in.iterator().byte)); taken > 0)
            in.bump(taken);
        else
            tao::pegtl::parse<grammar::token, action>(in, collector);
    }
    return collector.finish();
}

}  // namespace guicheng::syntax
