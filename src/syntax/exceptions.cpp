// Exceptions and prerequisites said as they are said in papers: 紧急的除外, 除紧急外, 经表决后.
#include <algorithm>

#include "syntax/sayings.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {
namespace {

std::string_view without_end(std::string_view word, std::span<const std::string_view> ends) {
    for (const auto end : ends)
        if (word.size() > end.size() && word.ends_with(end)) return word.substr(0, word.size() - end.size());
    return word;
}

std::string_view without_begin(std::string_view word, std::span<const std::string_view> begins) {
    for (const auto begin : begins)
        if (word.size() > begin.size() && word.starts_with(begin)) return word.substr(begin.size());
    return word;
}

}  // namespace

/// The word, or the words that it runs together, as a condition; nothing where it is none.
std::optional<std::string> Shaper::condition_in(std::string_view word) const {
    for (const auto each : {word, case_of(word)}) {
        if (declared_.contains(std::string(each))) return std::string(each);
        if (const auto pieces = split(each, parts_of_operand)) return pieces;
    }
    return std::nullopt;
}

/// 除 涉密 外, 除涉密外: the words that stand around a condition, and where they end. Nothing where there are none.
std::optional<Shaper::Around> Shaper::exception_around(const Cursor& c) const {
    if (opens_exception(c.word())) {
        for (std::size_t close = 2; c.peek(close) != nullptr; ++close)
            if (closes_exception(c.word(close)))
                return Around{shown({c.span_of(*c.peek(1)).begin, c.span_of(*c.peek(close - 1)).end}), close};
        return std::nullopt;
    }
    const auto inner = inside_exception(c.word());
    const auto condition = inner.empty() ? std::nullopt : condition_in(inner);
    return condition ? std::optional(Around{*condition, 0}) : std::nullopt;
}

/// 除 涉密 外，公示 不少于 10日.
void Shaper::exception_first(Cursor& c, Level level) {
    const auto around = exception_around(c);
    if (!around) return;
    const auto at = around->last + (c.is(TokenKind::comma, around->last + 1) ? 2 : 1);
    if (c.peek(at) == nullptr || !c.keyword(heads(level), at)) return;
    auto end = at;
    while (c.peek(end + 1) != nullptr) ++end;
    const base::Span whole{c.here().begin, c.span_of(*c.peek(end)).end};
    const std::string except(spelling(Keyword::except, zh(Keyword::except)));
    const auto meant = shown({c.span_of(*c.peek(at)).begin, whole.end}) + " " + except + " " + around->condition;
    error("P096", c.here()).arg("word", except).arg("form", meant).suggest(whole, meant);
    throw GivenUp{};
}

/// 除 涉密 外, and ，但涉密的除外: the word stands before its condition.
void Shaper::no_exception_around(Cursor& c) {
    const std::string except(spelling(Keyword::except, zh(Keyword::except)));
    if (const auto around = exception_around(c)) {
        const base::Span whole{c.here().begin, c.span_of(*c.peek(around->last)).end};
        const auto meant = except + " " + around->condition;
        error("P026", whole).arg("word", shown(whole)).arg("meant", meant).suggest(whole, meant);
        throw GivenUp{};
    }
    exception_behind(c);
}

/// 涉密 除外, ，但 金额 不满 1万元 的除外: from here to the word that closes it is a condition.
void Shaper::exception_behind(Cursor& c) {
    std::size_t at = c.is(TokenKind::comma) ? 1 : 0;
    const auto first = c.peek(at);
    if (first == nullptr) return;
    const base::Span said = c.span_of(*first);
    std::string condition;
    const auto add = [&](std::string_view words) { condition += (condition.empty() || words.empty() ? "" : " ") + std::string(words); };
    if (is_saying(c.word(at), Saying::but)) ++at;
    for (; c.peek(at) != nullptr; ++at) {
        auto word = c.word(at);
        if (condition.empty() && !declared_.contains(std::string(word))) word = without_begin(word, sayings(Saying::but));
        const bool closed = is_saying(word, Saying::excepted) || closes_exception(word);
        const auto before = closed ? std::string_view() : without_end(word, sayings(Saying::excepted));
        if (!closed && before == word) {
            // A head or another part: what stands here is no condition.
            if (word.empty() && !c.is(TokenKind::name, at) && !c.is(TokenKind::text, at) && !c.peek(at)->group) return;
            if (!word.empty() && find_keyword(word, Position::modifier)) return;
            add(word.empty() ? shown(c.span_of(*c.peek(at))) : std::string(word));
            continue;
        }
        // 除外 紧急: it stands before its own.
        if (c.peek(at + 1) != nullptr && !c.keyword(Position::modifier, at + 1)) return;
        add(before);
        break;
    }
    if (c.peek(at) == nullptr) return;
    condition = std::string(case_of(condition));
    const auto whole_word = condition.find(' ') == std::string::npos ? condition_in(condition) : std::optional(condition);
    if (!whole_word) return;
    const auto begins = whole_word->substr(0, whole_word->find(' '));
    const auto k = find_keyword(begins, Position::condition);
    const bool fits = declared_.contains(begins) || declared_.contains(begins.substr(0, begins.find('.'))) ||
                      (k && k != Keyword::and_ && k != Keyword::or_) || begins.front() == '(' || begins.starts_with("\uFF08");
    if (!fits) return;
    const auto last = c.span_of(*c.peek(at)).end;
    const base::Span span{said.begin, last};
    const auto meant = std::string(spelling(Keyword::except, zh(Keyword::except))) + " " + *whole_word;
    error("P026", span).arg("word", shown(span)).arg("meant", meant).suggest({c.previous().end, last}, " " + meant);
    throw GivenUp{};
}

/// 5个工作日紧急的 除外: a length, and glued to it what is excepted.
void Shaper::exception_glued(Cursor& c) {
    if (!c.is(TokenKind::word) || declared_.contains(c.token()->text)) return;
    const std::string_view word = c.token()->text;
    const auto length = quantity_prefix(word);
    if (length == 0 || length == word.size()) return;
    const auto rest = word.substr(length);
    const bool within = rest.ends_with(zh(Keyword::except));
    if (!within && !c.spells(Keyword::except, 1)) return;
    const auto condition = condition_in(case_of(without_end(rest, sayings(Saying::excepted))));
    if (!condition) return;
    const base::Span whole{c.here().begin, within ? c.here().end : c.span_of(*c.peek(1)).end};
    const auto glued = base::Span{raw_span(*c.token(), length, word.size()).begin, whole.end};
    const bool delivered = head_ == Keyword::materials;
    const auto meant =
        " " + (delivered ? std::string(zh(Keyword::delivered)) + " " : std::string()) + std::string(zh(Keyword::except)) + " " + *condition;
    error("P026", glued).arg("word", shown(glued)).arg("meant", meant.substr(1)).suggest(glued, meant);
    throw GivenUp{};
}

/// 经 表决 后, 经表决通过后, 表决后: 须经 表决.
void Shaper::after_said(Cursor& c) {
    const auto said = [&](std::string_view step, std::size_t last) {
        if (!declared_.contains(std::string(step))) return;
        const base::Span whole{c.here().begin, c.span_of(*c.peek(last)).end};
        const auto meant = std::string(zh(Keyword::after)) + " " + std::string(step);
        const bool goes_on = c.keyword(heads(level_), last + 1).has_value();
        error("P026", whole).arg("word", shown(whole)).arg("meant", meant).suggest(whole, meant + (goes_on ? "\uFF1B" : ""));
        throw GivenUp{};
    };
    const auto closes = [&](std::size_t at) {
        return comes_after(c.word(at)) || (is_saying(c.word(at), Saying::passed) && comes_after(c.word(at + 1)));
    };
    const auto last_of = [&](std::size_t at) { return is_saying(c.word(at), Saying::passed) ? at + 1 : at; };
    const auto word = c.word();
    if (leads_to_after(word) && c.peek(1) != nullptr) said(c.word(1), closes(2) ? last_of(2) : 1);
    if (closes(1)) said(word, last_of(1));
    if (happenings_.contains(std::string(word)) && c.at() == 0 && level_ == Level::step &&
        (c.peek(1) == nullptr || c.keyword(Position::modifier | Position::condition, 1))) {
        // 测算 依据 …: the word before it is missing.
        const std::string after(spelling(Keyword::after, word));
        error("P022", c.here()).arg("word", std::string(word)).arg("words", after).suggest({c.here().begin, c.here().begin}, after + " ");
        throw GivenUp{};
    }
    const auto core = without_begin(word, sayings(Saying::before_step));
    const auto step = without_end(core, sayings(Saying::after_step));
    // 须经表决 is only run together.
    if (step != word && !(step == core && c.token()->text.starts_with(zh(Keyword::after)))) said(step, 0);
}

/// 须经 表决 后: it says so already.
void Shaper::no_word_after_step(Cursor& c) {
    const auto word = c.word();
    if (word.empty() || declared_.contains(std::string(word)) || !(comes_after(word) || is_saying(word, Saying::passed))) return;
    auto span = c.here();
    if (is_saying(word, Saying::passed) && comes_after(c.word(1))) span = base::join(span, c.span_of(*c.peek(1)));
    error("P105", span).arg("word", shown(span)).fix({c.previous().end, span.end}, "");
    throw GivenUp{};
}

}  // namespace guicheng::syntax
