#pragma once
// The second hop: brackets of tokens to statements. In: Concrete of a text. Out: the File; the marks of what was read
// as keywords. A statement is given up at its first mistake; the statements around it and in its block go on.
#include <set>
#include <string>
#include <unordered_set>

#include "syntax/cursor.hpp"
#include "syntax/quantities.hpp"
#include "syntax/tree.hpp"

namespace guicheng::syntax {

/// What may begin a statement depends on the block.
enum class Level : std::uint8_t { file, procedure, step, meeting, finding, event, body, fields, situations };
/// Where the keywords that may head a statement of this level count.
Position heads(Level level);

class Shaper {
public:
    Shaper(Concrete& concrete, const Limits& limits, diag::Sink& sink);
    File run();

private:
    /// Thrown to give up a statement; never leaves the class.
    struct GivenUp {};

    // statements.cpp
    std::vector<Line> lines_of(const std::vector<Item>& items, Level level);
    std::vector<Statement> block(const Item& brace, Level level, Statement& owner);
    std::vector<Statement> statements(const std::vector<Item>& items, Level level, Statement& owner, base::Span before);
    void statement(Cursor& c, Level level, Statement& s, Statement& owner);
    Keyword head(Cursor& c, Level level);
    [[noreturn]] void no_head(Cursor& c, Level level);
    void finish(Cursor& c, Level level);
    bool continues(const Token& token, const Token* next, Level level) const;
    void procedure_item(Cursor& c, Statement& s);
    void step_item(Cursor& c, Statement& s);
    void meeting_item(Cursor& c, Statement& s);
    void body_item(Cursor& c, Statement& s);
    bool size_between(Cursor& c, Statement& s);
    void separate(Cursor& c, Statement& s);
    void sign_off(Cursor& c, Statement& s);
    void finding_item(Cursor& c, Statement& s, Statement& owner);
    void step_head(Cursor& c, Statement& s);
    void posting(Cursor& c, Statement& s);
    void time_limit(Cursor& c, Statement& s);
    StartTerm start(Cursor& c);
    bool joint_follows(Cursor& c);
    void no_other_start(Cursor& c);
    [[noreturn]] void later_or_earlier(Cursor& c);
    [[noreturn]] void mixed_joints(Cursor& c, base::Span first, base::Span last, base::Span joint, bool steps);
    [[noreturn]] void unknown_profile(Cursor& c);
    std::vector<StopTerm> stops(Cursor& c);
    void lost(Cursor& c, Statement& s);
    void share_of(Cursor& c, Statement& s);
    void way(Cursor& c, Statement& s);
    bool names_class(const Cursor& c) const;
    void require(Cursor& c, Statement& s);
    void no_earlier_word(Cursor& c);
    void situations(Cursor& c, Statement& s);
    void tiers(Cursor& c, Statement& s);
    template <class Left, class Right>
    void arrow_lines(const Item& group, Statement& s, Left left, Right right);
    void condition_first(Cursor& c, Level level);
    void condition_before_demand(Cursor& c, const Statement& s);
    bool holds_head(const std::vector<Item>& items, std::size_t at, Level level) const;
    void skip_blocks(Cursor& c, Level level);
    bool looks_like_step(const Item& group) const;
    bool looks_like_meeting(const Item& group) const;
    bool looks_like(const Item& group, Position positions) const;
    [[noreturn]] void missing_colon(Cursor& c);

    // parts.cpp
    Name name(Cursor& c);
    void no_text_for_name(Cursor& c);
    Name reference(Cursor& c);
    std::vector<Name> names(Cursor& c, bool references);
    [[noreturn]] void wrong_comma(Cursor& c);
    void no_joint(Cursor& c);
    std::vector<Name> keyword_names(Cursor& c, Position position);
    std::vector<Name> set_of_names(Cursor& c);
    Text text(Cursor& c);
    Bound date(Cursor& c);
    TypeExpr type(Cursor& c);
    void no_glued_type(Cursor& c);
    std::vector<Field> fields(Cursor& c);
    Field field(Cursor& c);
    void label(Cursor& c, Statement& s);
    void modality(Cursor& c, Statement& s);
    const Item& brace(Cursor& c, std::string_view code);
    Keyword expect(Cursor& c, Keyword keyword);
    bool accept(Cursor& c, Keyword keyword);
    void mark(base::Span span, Keyword keyword);
    Keyword take(Cursor& c, Keyword keyword);
    Prerequisite prerequisite(Cursor& c);
    Prerequisite prerequisite_term(Cursor& c);
    void amount(Cursor& c, Statement& s, QuantityKind kind, bool comparison_needed);

    // exceptions.cpp
    struct Around {
        std::string condition;
        std::size_t last;  ///< which item ahead closes it
    };
    std::optional<std::string> condition_in(std::string_view word) const;
    std::optional<Around> exception_around(const Cursor& c) const;
    void exception_first(Cursor& c, Level level);
    void no_exception_around(Cursor& c);
    void exception_behind(Cursor& c);
    void exception_glued(Cursor& c);
    void after_said(Cursor& c);
    void no_word_after_step(Cursor& c);

    // spare_words.cpp
    void modality_first(Cursor& c, Level level);
    void no_counting_word(Cursor& c, bool after_denominator);
    void no_bound_behind(Cursor& c, base::Span number);
    void no_length_word(Cursor& c);
    void no_currency(Cursor& c, bool value_before);
    void no_blank_in_number(Cursor& c);
    void no_remark_on_bound(Cursor& c, base::Span whole, base::Span value, std::optional<base::Comparison> op);
    void no_capital_numerals(const Token& token);
    void no_half(const Token& token);
    void no_denial(Cursor& c);
    void bound_after_joint(Cursor& c, Statement& s);

    // modifiers.cpp
    void modifiers(Cursor& c, Modifiers& m);
    bool at_modifier(const Cursor& c) const;
    Consequence consequence(Cursor& c);
    void grounds(Cursor& c, Grounds& g);

    // expressions.cpp
    ExprIndex condition(Cursor& c);
    ExprIndex unary(Cursor& c);
    ExprIndex comparison(Cursor& c, ExprIndex left);
    void no_bound_after(Cursor& c, Keyword relation, base::Span word, base::Span left);
    void no_bound_after_joint(Cursor& c, std::string_view joint, ExprIndex before);
    ExprIndex operand(Cursor& c);
    ExprIndex operand_after(Cursor& c, ExprIndex left);
    ExprIndex term_after(Cursor& c, ExprIndex left);
    ExprIndex factor(Cursor& c);
    ExprIndex quantifier(Cursor& c, Keyword keyword);
    ExprIndex named(Cursor& c);
    ExprIndex inside(Cursor& c, bool needs_when);
    ExprIndex between(Cursor& c, ExprIndex left);
    ExprIndex days_between(Cursor& c, ExprIndex left);
    ExprIndex sum_after(Cursor& c, ExprIndex left);
    ExprIndex add(Expr e);
    bool relation_follows(const Cursor& c) const;

    // bounds.cpp
    std::optional<Quantity> quantity(Cursor& c);
    Bound bound(std::vector<std::pair<Lexeme, base::Span>>& parts, std::size_t& at);
    [[noreturn]] void unit_twice(const std::pair<Lexeme, base::Span>& first, const std::pair<Lexeme, base::Span>& second);
    void check_grouping(Cursor& c);

    // explain.cpp
    diag::Sink::Entry error(std::string_view code, base::Span span);
    const Token* doubled_at(base::Span span) const;
    void word_twice(const Token& second);
    [[noreturn]] void give_up(std::string_view code, base::Span span);
    [[noreturn]] void unexpected(Cursor& c, const std::vector<Keyword>& candidates, std::string_view code);
    void explain_number(const Token& token);
    std::vector<Keyword> could_follow(const Cursor& c) const;
    std::string form() const;
    std::string form_text(std::string_view key) const;
    bool wants(const Cursor& c, Keyword missing) const;
    void skip_line_number(Cursor& c);
    void explain(const Token& token, const std::vector<Keyword>& candidates, bool is_head);
    void explain_split(const Token& token, Position parts);
    std::optional<std::string> split(std::string_view word, Position parts) const;
    std::string_view spelling(Keyword k, std::string_view like) const;
    base::Span raw_span(const Token& token, std::size_t begin, std::size_t end) const;
    void collect_declared(const std::vector<Item>& items);
    void collect_classes(const std::vector<Item>& items);
    void declare(const Item& item);
    bool quiet(const Line& line) const;
    std::string shown(base::Span span) const { return std::string(concrete_.source->slice(span)); }

    Concrete& concrete_;
    const Limits& limits_;
    diag::Sink& sink_;
    diag::Sink beyond_;  ///< takes what is not to be reported
    bool quiet_ = false;
    File file_;
    std::unordered_set<std::string> declared_;
    std::unordered_set<std::string> happenings_;  ///< of them, the steps and events
    std::size_t longest_declared_ = 0;
    std::vector<std::string> classes_;  ///< 类别 of the bodies
    std::size_t in_quantifier_ = 0;
    bool english_ = false;             ///< which spelling the text uses
    Level level_ = Level::file;        ///< of the statement that is being read
    std::optional<Keyword> head_;      ///< its head
    std::uint32_t condition_end_ = 0;  ///< where the condition last read ends
};

/// What a run of words without blanks may consist of, beside quantities and declared names, where a word is given up as
/// a name: the fewer, the surer that it is no name that only lacks its declaration (村民会议).
inline constexpr auto parts_of_reference = Position::modifier | Position::condition | Position::particle;
inline constexpr auto parts_of_operand = Position::modifier | Position::condition | Position::relation | Position::value;
inline constexpr auto parts_of_citation = Position::modifier | Position::consequence;
inline constexpr auto parts_of_anything = Position::procedure_item | Position::step_item | Position::meeting_item | Position::finding_item |
                                          Position::event_item | Position::file_item | Position::body_item | Position::modifier |
                                          Position::modality | Position::particle | Position::condition | Position::relation |
                                          Position::type | Position::denominator | Position::consequence | Position::profile |
                                          Position::ballot | Position::value | Position::lost_then;

/// Keywords that count in these positions.
std::vector<Keyword> keywords_in(Position positions);

}  // namespace guicheng::syntax
