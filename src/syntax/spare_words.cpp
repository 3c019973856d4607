// Words that papers have and the language has not, in bounds, shares and conditions; and what stands before its place.
#include <algorithm>

#include "base/utf8.hpp"
#include "syntax/sayings.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {
namespace {

using C = base::Comparison;

/// Whether a remark in brackets says that the bound itself counts, or that it does not: 含, 含本数, 不含 1万元; not 含税.
enum class Bounded : std::uint8_t { no_word, included, excluded };

Bounded bounded_by(std::string_view word) {
    const auto own = [](std::string_view rest) { return rest.empty() || is_saying(rest, Saying::bound_itself) || scan_quantity(rest); };
    for (const auto begin : sayings(Saying::excluded))
        if (word.starts_with(begin)) return own(word.substr(begin.size())) ? Bounded::excluded : Bounded::no_word;
    for (const auto begin : sayings(Saying::included))
        if (word.starts_with(begin)) return own(word.substr(begin.size())) ? Bounded::included : Bounded::no_word;
    return Bounded::no_word;
}

bool ends_as_money(std::string_view amount) {
    return amount.ends_with(zh(Keyword::yuan)) || amount.ends_with(zh(Keyword::jiao)) || amount.ends_with(zh(Keyword::fen));
}

constexpr std::size_t longest = 200;  // bytes of a word that is looked into

}  // namespace

/// 应当 公示 不少于 10日: the word stands behind the head.
void Shaper::modality_first(Cursor& c, Level level) {
    const auto word = c.word();
    const auto modality_of = [](std::string_view text) -> std::optional<Keyword> {
        if (const auto k = find_keyword(text, Position::modality)) return k;
        const auto habit = habitual(text);
        return habit && overlaps(entry(*habit).positions, Position::modality) ? habit : std::nullopt;
    };
    auto k = modality_of(word);
    auto head = k ? c.keyword(heads(level), 1) : std::nullopt;
    // 应由 供水站, 应当公示 不少于 10日.
    std::size_t cut = 0;
    for (const auto& item : base::utf8::code_points(word.substr(0, std::min<std::size_t>(word.size(), 30)))) {
        if (k || item.offset == 0) continue;
        const auto glued = modality_of(word.substr(0, item.offset));
        if (glued) head = find_keyword(word.substr(item.offset), heads(level));
        if (glued && head) k = glued, cut = item.offset;
    }
    if (!k) return;
    const bool asked = !head && *k == Keyword::must && overlaps(heads(level), entry(Keyword::require).positions) &&
                       (declared_.contains(std::string(c.word(1))) || c.keyword(Position::condition, 1));
    if (asked) {
        // 应当 金额 不少于 1万元.
        const std::string require(spelling(Keyword::require, word));
        error("P026", c.here()).arg("word", std::string(word)).arg("meant", require).suggest(c.here(), require);
        throw GivenUp{};
    }
    if (!head) return;
    const bool takes_one = *head == Keyword::posting || *head == Keyword::require || *head == Keyword::materials ||
                           *head == Keyword::time_limit || *head == Keyword::minutes || *head == Keyword::present ||
                           *head == Keyword::in_favour;
    const auto first = cut != 0 ? raw_span(*c.token(), 0, cut) : c.here();
    const auto next = cut != 0 ? base::Span{first.end, c.here().end} : c.span_of(*c.peek(1));
    auto e = error("P111", first);
    e.arg("word", shown(first)).arg("head", shown(next));
    if (!takes_one && *k == Keyword::must) {
        e.suggest({first.begin, next.begin}, "");
    } else if (takes_one) {
        // Behind a label, if it has one; 公示 内容 必须 包括.
        std::size_t at = cut != 0 ? 0 : 1;
        if (c.is(TokenKind::colon, at + 2))
            at += 2;
        else if (*head == Keyword::posting && c.spells(Keyword::contents, at + 1))
            ++at;
        const auto place = c.span_of(*c.peek(at)).end;
        e.suggest({first.begin, place}, shown({next.begin, place}) + " " + std::string(spelling(*k, word)));
    }
    throw GivenUp{};
}

/// 应到 人数 三分之二以上, 应到人数的三分之二以上.
void Shaper::no_counting_word(Cursor& c, bool after_denominator) {
    if (!c.is(TokenKind::word) || declared_.contains(c.token()->text)) return;
    const std::string_view word = c.token()->text;
    const auto drop = [&](base::Span span, std::string_view text) {
        error("P105", span).arg("word", shown(span)).fix(span, std::string(text));
        throw GivenUp{};
    };
    if (counts_people(word)) {
        if (!after_denominator && !c.keyword(Position::denominator, 1)) return;
        error("P105", c.here()).arg("word", std::string(word)).fix({c.previous().end, c.here().end}, "");
        throw GivenUp{};
    }
    if (after_denominator) {
        // 应到 人数的三分之二以上
        for (std::size_t n = std::min<std::size_t>(word.size(), 15); n > 0; --n)
            if (counts_people(word.substr(0, n)) && scan_quantity(word.substr(n))) drop(raw_span(*c.token(), 0, n), "");
        return;
    }
    for (const auto k : keywords_in(Position::denominator)) {
        if (!word.starts_with(zh(k))) continue;
        const auto rest = word.substr(zh(k).size());
        const auto begin = zh(k).size();
        if (counts_people(rest)) drop(raw_span(*c.token(), begin, word.size()), "");
        for (std::size_t n = std::min<std::size_t>(rest.size(), 15); n > 0; --n)
            if (counts_people(rest.substr(0, n)) && scan_quantity(rest.substr(n))) drop(raw_span(*c.token(), begin, begin + n), " ");
    }
}

/// 15日 不少于: the comparison stands before the number.
void Shaper::no_bound_behind(Cursor& c, base::Span number) {
    if (!c.keyword(Position::compare_before)) return;
    const auto whole = base::join(number, c.here());
    const auto meant = shown(c.here()) + " " + shown(number);
    error("P026", whole).arg("word", shown(whole)).arg("meant", meant).suggest(whole, meant);
    throw GivenUp{};
}

/// 公示 时间 不少于 10日.
void Shaper::no_length_word(Cursor& c) {
    if (!names_length(c.word()) || declared_.contains(std::string(c.word())) || c.is(TokenKind::colon, 1)) return;
    if (!c.keyword(Position::compare_before | Position::modality, 1) && (c.word(1).empty() || !scan_quantity(c.word(1)))) return;
    error("P105", c.here()).arg("word", std::string(c.word())).fix({c.previous().end, c.here().end}, "");
    throw GivenUp{};
}

/// 人民币 1万元, 1万元人民币, 1万元整: every amount is in yuan.
void Shaper::no_currency(Cursor& c, bool value_before) {
    if (!c.is(TokenKind::word) || declared_.contains(c.token()->text)) return;
    const std::string_view word = c.token()->text;
    if (names_currency(word)) {
        const bool value_behind = !c.word(1).empty() && quantity_prefix(c.word(1)) == c.word(1).size();
        if (!value_before && !value_behind) return;
        const base::Span span = c.here();
        const auto before = value_before ? shown(c.previous()) : std::string();
        if (value_before && !ends_as_money(before)) {
            // 1万 人民币.
            const std::string yuan(zh(Keyword::yuan));
            error("P087", span).arg("unit", std::string(word)).arg("meant", yuan).suggest({c.previous().end, span.end}, yuan);
            throw GivenUp{};
        }
        error("P105", span)
            .arg("word", std::string(word))
            .fix(value_before ? base::Span{c.previous().end, span.end} : base::Span{span.begin, c.span_of(*c.peek(1)).begin}, "");
        throw GivenUp{};
    }
    if (word.size() > longest) return;
    for (const auto which : {Saying::currency, Saying::whole_yuan})
        for (const auto spare : sayings(which)) {
            const auto at = word.find(spare);
            if (at == std::string_view::npos) continue;
            const auto keep = which == Saying::whole_yuan ? zh(Keyword::yuan).size() : 0;
            const auto rest = std::string(word.substr(0, at + keep)) + std::string(word.substr(at + spare.size()));
            if (!scan_quantity(rest) || (keep == 0 && at > 0 && !ends_as_money(word.substr(0, at)))) continue;
            const auto span = raw_span(*c.token(), at + keep, at + spare.size());
            error("P105", span).arg("word", shown(span)).fix(span, "");
            throw GivenUp{};
        }
}

/// 1 万元: the number ends where the blank is, and 万元 is none.
void Shaper::no_blank_in_number(Cursor& c) {
    if (c.at() == 0 || c.word().empty()) return;
    const auto before = shown(c.previous());
    const auto word = std::string(c.word());
    const auto digit = [](char ch) { return ch >= '0' && ch <= '9'; };
    if (before.empty() || before.size() > longest || word.size() > longest || (digit(before.back()) && digit(word.front()))) return;
    const auto joined = before + word;
    if (scan_quantity(word) || !scan_quantity(joined)) return;
    // 1 万元 人民币.
    const bool currency = names_currency(c.word(1)) && ends_as_money(word);
    const auto span = base::join(c.previous(), c.span_of(*c.peek(currency ? 1 : 0)));
    error("P106", span).arg("meant", joined).fix(span, joined);
    throw GivenUp{};
}

/// 1万元（含）以上, 1万元以上（不含）. 以上, 以下 and 以内 include the number, 超过 and 不满 do not (Civil Code 1259).
void Shaper::no_remark_on_bound(Cursor& c, base::Span whole, base::Span value, std::optional<base::Comparison> op) {
    if (!c.is(TokenKind::open_paren) || c.item().items.empty() || c.item().items.size() > 3) return;
    std::string said;
    for (const auto& item : c.item().items) said += concrete_.tokens[item.token].text;
    const auto bounded = bounded_by(said);
    if (bounded == Bounded::no_word) return;
    const auto remark = c.here();
    auto end = remark.end;
    if (const auto after = c.word(1).empty() ? std::nullopt : find_keyword(c.word(1), Position::compare_after); after && !op) {
        op = comparison_of(*after);
        end = c.span_of(*c.peek(1)).end;
    }
    if (!op || *op == C::equal || *op == C::not_equal) return;
    const bool counts = *op == C::greater_equal || *op == C::less_equal;
    if (counts == (bounded == Bounded::included)) {
        // It is what the word of the comparison says.
        error("P107", remark).arg("word", shown(remark)).fix({c.previous().end, remark.end}, "");
        throw GivenUp{};
    }
    const bool rises = *op == C::greater_equal || *op == C::greater;
    const auto other = bounded == Bounded::excluded ? (rises ? Keyword::exceeding : Keyword::under)
                                                    : (rises ? Keyword::no_fewer_than : Keyword::not_exceeding);
    const base::Span bound{whole.begin, end};
    const auto meant = std::string(spelling(other, zh(other))) + " " + shown(value);
    auto e = error(counts ? "P108" : "P109", bound);
    e.arg("word", shown(bound)).arg("meant", meant);
    // 超过 … （含） says two things; which of them is meant only the source tells.
    if (counts) e.suggest(bound, meant);
    throw GivenUp{};
}

/// 壹万元整.
void Shaper::no_capital_numerals(const Token& token) {
    const std::string_view word = token.text;
    if (word.size() > longest) return;
    auto plain = plain_numerals(word);
    if (plain == word) return;
    for (const auto end : sayings(Saying::whole_yuan))
        if (plain.ends_with(end)) plain.resize(plain.size() - end.size() + zh(Keyword::yuan).size());
    if (!scan_quantity(plain)) return;
    error("P112", token.span).arg("word", token.text).arg("meant", plain).fix(token.span, plain);
    throw GivenUp{};
}

/// 半个月, 一个半月, 一年半: lengths are whole days, months and years.
void Shaper::no_half(const Token& token) {
    const std::string_view word = token.text;
    if (word.size() > longest) return;
    const auto with = [&](std::size_t at, std::size_t length, std::string_view text) {
        auto out = std::string(word);
        return out.replace(at, length, text);
    };
    const auto say = [&](const std::string& meant, bool half_month) {
        auto e = error("P113", token.span);
        e.arg("word", token.text);
        if (!meant.empty()) e.fix(token.span, meant, half_month ? diag::FixKind::suggestion : diag::FixKind::certain);
        throw GivenUp{};
    };
    for (const auto half : sayings(Saying::half_unknown))
        if (const auto at = word.find(half);
            at != word.npos && scan_quantity(with(at, half.size(), "1" + std::string(day_sign))).has_value() +
                                       scan_quantity(with(at, half.size(), day_sign)).has_value() >
                                   0)
            say("", false);
    for (const auto half : sayings(Saying::half_month))
        if (const auto at = word.find(half); at != word.npos)
            if (const auto meant = with(at, half.size(), half_month_in_days); scan_quantity(meant)) say(meant, true);
    if (const auto at = word.find(sayings(Saying::half_year)[0]); at != word.npos)
        for (std::size_t begin = 0; begin < at; ++begin) {
            const auto number = scan_number(word.substr(begin));
            if (!number || number->share || number->scale != 0 || number->too_large || begin + number->length != at ||
                number->value > 1'000)
                continue;
            const auto meant = with(begin, at - begin + sayings(Saying::half_year)[0].size(),
                                    std::to_string(number->value * 12 + 6) + std::string(zh(Keyword::months)));
            if (scan_quantity(meant)) say(meant, false);
        }
}

/// 没有 投诉, 不 紧急: the word that denies a condition is 非.
void Shaper::no_denial(Cursor& c) {
    const auto word = c.word();
    if (declared_.contains(std::string(word))) return;
    const bool denies = c.spells(Keyword::is_not) || is_saying(word, Saying::denial);
    if (!denies || c.peek(1) == nullptr) return;
    const auto next = c.word(1);
    const bool name = declared_.contains(std::string(next));
    const bool asks = find_keyword(next, Position::condition) == Keyword::some;
    if (!name && !asks && !c.is(TokenKind::open_paren, 1)) return;
    auto meant = std::string(spelling(Keyword::not_, zh(Keyword::not_)));
    // Whether a step was taken or an event happened is asked with 有.
    if (name && happenings_.contains(std::string(next)) && !c.spells(Keyword::is_done, 2))
        meant += " " + std::string(spelling(Keyword::some, zh(Keyword::some)));
    error("P026", c.here()).arg("word", std::string(word)).arg("meant", meant).suggest(c.here(), meant);
    throw GivenUp{};
}

/// 到会 应到 三分之二以上 且 不少于 5人; 公示 不少于 10日 且 不超过 20日.
void Shaper::bound_after_joint(Cursor& c, Statement& s) {
    if (!s.quantity) return;
    const bool of_vote = s.head == Keyword::present || s.head == Keyword::in_favour;
    if (of_vote && c.spells(Keyword::or_)) return;  // another way to reach it
    const auto start = c.at();
    if (c.is(TokenKind::comma)) c.advance();
    const auto word = std::string(c.word());
    auto joint = c.keyword(Position::condition);
    auto joint_span = c.here();
    std::optional<Bound> second;
    base::Span said;
    if (joint == Keyword::and_ || joint == Keyword::or_) {
        c.advance();
        if (const auto q = quantity(c); q && q->bounds.size() == 1) second = q->bounds[0], said = q->span;
    } else if (const auto length = zh(Keyword::and_).size(); word.starts_with(zh(Keyword::and_)) && word.size() > length) {
        // 且不少于5人, 且不少于 5人.
        auto parts = scan_quantity(std::string_view(word).substr(length));
        const bool more = parts && parts->size() == 1 && parts->front().kind == Lexeme::Kind::before;
        const auto behind = more && !c.word(1).empty() ? scan_quantity(c.word(1)) : std::nullopt;
        if (behind) parts->insert(parts->end(), behind->begin(), behind->end());
        if (parts && (!more || behind)) {
            joint = Keyword::and_;
            joint_span = raw_span(*c.token(), 0, length);
            said = {joint_span.end, more ? c.span_of(*c.peek(1)).end : c.here().end};
            std::vector<std::pair<Lexeme, base::Span>> with_places;
            for (const auto& part : *parts) with_places.emplace_back(part, said);
            std::size_t at = 0;
            second = bound(with_places, at);
        }
    }
    if (!second || !second->op) {
        c.go_to(start);
        return;
    }
    const auto& a = s.quantity->bounds.front();
    const auto& b = *second;
    const auto rises = [](const Bound& x) { return *x.op == C::greater || *x.op == C::greater_equal; };
    const auto falls = [](const Bound& x) { return *x.op == C::less || *x.op == C::less_equal; };
    const bool range = s.quantity->bounds.size() == 1 && a.op && a.kind == b.kind && ((rises(a) && falls(b)) || (falls(a) && rises(b)));
    auto e = error("P098", joint_span);
    e.arg("word", shown(joint_span));
    if (joint == Keyword::and_ && range && level_ == Level::meeting) {
        e.suggest({s.quantity->span.end, said.begin}, " ");
    } else if (joint == Keyword::and_ && !s.label) {
        // The second demand is one of its own, and two of a kind have labels.
        const bool people = b.kind == QuantityKind::integer && level_ == Level::meeting;
        const bool length = b.kind == QuantityKind::period && s.head == Keyword::posting && !s.medium && (rises(b) || falls(b));
        const auto label = people     ? (english_ ? "number" : label_of_number())
                           : rises(b) ? (english_ ? "least" : label_of_least())
                                      : (english_ ? "most" : label_of_most());
        const auto meant =
            (english_ ? "; " : "\uFF1B") + shown(s.head_span) + " " + std::string(label) + (english_ ? ": " : "\uFF1A") + shown(said);
        if (people || length) e.suggest({s.quantity->span.end, said.end}, meant);
    }
    throw GivenUp{};
}

}  // namespace guicheng::syntax
