// Quantities out of one or several words: the number, its unit and its comparison may be one word or stand apart.
#include <algorithm>
#include <tuple>

#include "syntax/shape.hpp"

namespace guicheng::syntax {
namespace {

using Kind = Lexeme::Kind;
using Part = std::pair<Lexeme, base::Span>;

bool is_value(Kind kind) {
    switch (kind) {
        case Kind::number:
        case Kind::share:
        case Kind::date:
        case Kind::wrong_date:
        case Kind::half_year: return true;
        case Kind::before:
        case Kind::unit:
        case Kind::after:
        case Kind::bare_month: return false;
    }
    return false;
}

bool is_compared(const std::vector<Part>& parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Part& p) {
        const auto kind = p.first.kind;
        return kind == Kind::before || kind == Kind::after || (kind == Kind::share && comparison_of(p.first.keyword));
    });
}

/// Whether the parts of the next word go on with what was read so far.
bool goes_on(const std::vector<Part>& so_far, const std::vector<Lexeme>& next) {
    const auto last = so_far.back().first.kind;
    const auto first = next.front().kind;
    switch (last) {
        case Kind::before: return is_value(first) || first == Kind::before;
        case Kind::number:
            return first == Kind::unit || first == Kind::after || first == Kind::bare_month || (first == Kind::before && next.size() > 1);
        case Kind::share:
        case Kind::unit:
        case Kind::date:
        case Kind::half_year:
        case Kind::bare_month: return first == Kind::after || first == Kind::unit || (first == Kind::before && next.size() > 1);
        case Kind::after: return first == Kind::after || (first == Kind::before && next.size() > 1);
        case Kind::wrong_date: return false;
    }
    return false;
}

/// 3 persons or_more 5 persons or_less: whether what comes is a number with its comparison behind it.
bool bound_ahead(const Cursor& c) {
    for (std::size_t ahead = 0; ahead < 3 && !c.word(ahead).empty(); ++ahead) {
        const auto lexemes = scan_quantity(c.word(ahead));
        if (!lexemes || (ahead == 0 && !is_value(lexemes->front().kind))) return false;
        if (std::any_of(lexemes->begin(), lexemes->end(), [](const Lexeme& l) { return l.kind == Kind::after; })) return true;
    }
    return false;
}

struct Scale {
    QuantityKind kind;
    QuantityUnit unit;
    std::int64_t factor;
};

Scale scale_of(Keyword unit) {
    switch (unit) {
        case Keyword::yuan: return {QuantityKind::money, QuantityUnit::none, 100};
        case Keyword::jiao: return {QuantityKind::money, QuantityUnit::none, 10};
        case Keyword::fen: return {QuantityKind::money, QuantityUnit::none, 1};
        case Keyword::days:
        case Keyword::calendar_days: return {QuantityKind::period, QuantityUnit::day, 1};
        case Keyword::working_days:
        case Keyword::workdays: return {QuantityKind::period, QuantityUnit::working_day, 1};
        case Keyword::weeks: return {QuantityKind::period, QuantityUnit::week, 1};
        case Keyword::months: return {QuantityKind::period, QuantityUnit::month, 1};
        case Keyword::years: return {QuantityKind::period, QuantityUnit::year, 1};
        default: return {QuantityKind::integer, QuantityUnit::none, 1};
    }
}

bool is_percent(std::string_view text) {
    if (text.ends_with('%') || text.ends_with("\uFF05")) return true;
    for (const auto& n : signs::numerals())
        if (n.value == 100 && text.starts_with(std::string(n.sign) + std::string(signs::share_infix))) return true;
    return false;
}

bool rises(base::Comparison op) {
    return op == base::Comparison::greater || op == base::Comparison::greater_equal;
}
bool falls(base::Comparison op) {
    return op == base::Comparison::less || op == base::Comparison::less_equal;
}

}  // namespace

/// 18,6000元: digits apart by a comma that are not groups of three.
void Shaper::check_grouping(Cursor& c) {
    const auto* first = c.token();
    const auto* comma = c.token(1);
    const auto* rest = c.token(2);
    if (rest == nullptr || comma->kind != TokenKind::comma || rest->kind != TokenKind::word) return;
    if (first->span.end != comma->span.begin || comma->span.end != rest->span.begin) return;
    if (first->text.empty() || first->text.back() < '0' || first->text.back() > '9' || rest->text[0] < '0' || rest->text[0] > '9') return;
    const base::Span span{first->span.begin, rest->span.end};
    error("P042", span).arg("number", shown(span)).suggest(span, first->text + rest->text);
    throw GivenUp{};
}

/// 7 个 工作日 is one unit with a blank in it.
void Shaper::unit_twice(const Part& first, const Part& second) {
    auto e = error("P036", second.second);
    e.arg("unit", shown(second.second));
    if (first.first.keyword == Keyword::units && second.first.keyword == Keyword::workdays)
        e.suggest(base::join(first.second, second.second), std::string(zh(Keyword::working_days)));
    else
        e.suggest(second.second, "");
    throw GivenUp{};
}

Bound Shaper::bound(std::vector<std::pair<Lexeme, base::Span>>& parts, std::size_t& at) {
    Bound b;
    b.span = parts[at].second;
    const auto set_comparison = [&](const Part& p) {
        if (b.op) {
            error("P037", p.second).arg("word", shown(p.second)).suggest(p.second, "");
            throw GivenUp{};
        }
        b.op = comparison_of(p.first.keyword);
        mark(p.second, p.first.keyword);
    };
    for (; at < parts.size() && parts[at].first.kind == Kind::before; ++at) set_comparison(parts[at]);
    if (at == parts.size()) give_up("P055", parts.back().second);
    const auto& [value, value_span] = parts[at++];
    b.span = base::join(b.span, value_span);
    const auto& n = value.number;
    std::optional<Scale> scale;
    switch (value.kind) {
        case Kind::wrong_date: {
            auto e = error("P033", value_span);
            e.arg("date", shown(value_span));
            throw GivenUp{};
        }
        case Kind::date: b.kind = QuantityKind::date, b.value = value.date.number; break;
        case Kind::half_year: b.kind = QuantityKind::period, b.unit = QuantityUnit::month, b.value = 6; break;
        case Kind::share:
            b.kind = QuantityKind::share;
            mark(value_span, value.keyword);
            b.share =
                value.keyword == Keyword::unanimous || value.keyword == Keyword::all_votes ? base::Fraction{1, 1} : base::Fraction{1, 2};
            if (const auto own = comparison_of(value.keyword)) {
                if (b.op) {
                    error("P037", parts[at - 2].second).arg("word", shown(parts[at - 2].second)).suggest(parts[at - 2].second, "");
                    throw GivenUp{};
                }
                b.op = own;
            }
            break;
        case Kind::number: {
            if (n.too_large) give_up("P041", value_span);
            if (n.zero_denominator) give_up("P045", value_span);
            while (at < parts.size() && (parts[at].first.kind == Kind::unit || parts[at].first.kind == Kind::bare_month)) {
                const auto& [unit, unit_span] = parts[at++];
                b.span = base::join(b.span, unit_span);
                if (unit.kind == Kind::bare_month) {
                    const base::Span whole = base::join(value_span, unit_span);
                    const auto meant = shown(value_span) + std::string(zh(Keyword::months));
                    error("P035", whole).arg("word", shown(whole)).arg("meant", meant).suggest(whole, meant);
                    throw GivenUp{};
                }
                if (scale) unit_twice(parts[at - 2], parts[at - 1]);
                scale = scale_of(unit.keyword);
                mark(unit_span, unit.keyword);
            }
            if (n.share) {
                if (scale) give_up("P046", b.span);
                // Of fractions the check of the model says so, with what they are a share of.
                if (n.share->num > n.share->den && is_percent(shown(value_span))) {
                    error("P038", value_span).arg("share", shown(value_span));
                    throw GivenUp{};
                }
                b.kind = QuantityKind::share;
                b.share = *n.share;
                break;
            }
            const auto s = scale.value_or(Scale{QuantityKind::integer, QuantityUnit::none, 1});
            std::int64_t amount = 0;
            if (__builtin_mul_overflow(n.value, s.factor, &amount)) give_up("P041", value_span);
            for (auto left = n.scale; left > 0; --left) {
                if (amount % 10 != 0) {
                    error(s.kind == QuantityKind::money ? "P047" : "P048", value_span).arg("number", shown(value_span));
                    throw GivenUp{};
                }
                amount /= 10;
            }
            // 2024年 is no length of time that anybody meant.
            if (s.kind == QuantityKind::period && (amount > 36'500 || (s.unit == QuantityUnit::year && amount >= 1'000))) {
                error("P044", b.span).arg("word", shown(b.span));
                throw GivenUp{};
            }
            b.kind = s.kind, b.unit = s.unit, b.value = amount;
            break;
        }
        case Kind::before:
        case Kind::unit:
        case Kind::after:
        case Kind::bare_month: give_up("P055", value_span);
    }
    for (; at < parts.size() && (parts[at].first.kind == Kind::after || parts[at].first.kind == Kind::unit); ++at) {
        if (parts[at].first.kind == Kind::unit) {
            unit_twice(parts[at - 1], parts[at]);
        }
        b.span = base::join(b.span, parts[at].second);
        if (parts[at].first.keyword == Keyword::or_so) {
            mark(parts[at].second, Keyword::or_so);
            continue;
        }
        set_comparison(parts[at]);
    }
    return b;
}

std::optional<Quantity> Shaper::quantity(Cursor& c) {
    std::vector<Part> parts;
    const auto start = c.at();
    bool value = false;
    while (!c.word().empty()) {
        auto lexemes = scan_quantity(c.word());
        // A comparison alone goes on only with the number of a second bound behind it: 1万元以上 不满 20万元.
        if (lexemes && value && lexemes->front().kind == Kind::before && !is_compared(parts)) break;
        if (!lexemes) no_currency(c, value);
        if (!lexemes && value && parts.back().first.kind == Kind::number) no_blank_in_number(c);
        if (lexemes && value && lexemes->size() == 1 && lexemes->front().kind == Kind::before) {
            const auto number = c.word(1).empty() ? std::nullopt : scan_quantity(c.word(1));
            if (!number || !is_value(number->front().kind)) break;
            parts.emplace_back(lexemes->front(), c.here());
            c.advance();
            continue;
        }
        if (!lexemes) break;
        const bool starts = is_value(lexemes->front().kind) || lexemes->front().kind == Kind::before;
        const bool second = !parts.empty() && parts.back().first.kind == Kind::after && bound_ahead(c);
        if (parts.empty() ? !starts : !goes_on(parts, *lexemes) && !second) break;
        if (parts.empty() || is_value(lexemes->front().kind)) check_grouping(c);
        for (const auto& l : *lexemes) {
            value = value || is_value(l.kind);
            parts.emplace_back(l, raw_span(*c.token(), l.begin, l.end));
        }
        c.advance();
    }
    if (!value) {
        c.go_to(start);
        return std::nullopt;
    }
    const auto is_bound = [](const Part& p) { return p.first.kind == Kind::before || p.first.kind == Kind::after; };
    const auto bound_at = std::find_if(parts.begin(), parts.end(), is_bound);
    const auto first_value = std::find_if_not(parts.begin(), parts.end(), is_bound);
    const auto last_value = std::find_if_not(parts.rbegin(), parts.rend(), is_bound);
    no_remark_on_bound(c, base::join(parts.front().second, parts.back().second), base::join(first_value->second, last_value->second),
                       bound_at == parts.end() ? std::nullopt : comparison_of(bound_at->first.keyword));
    Quantity q;
    for (std::size_t at = 0; at < parts.size();) {
        const auto from = at;
        if (q.bounds.size() == 2) give_up("P037", parts[at].second);
        q.bounds.push_back(bound(parts, at));
        for (auto i = from; i < at; ++i) q.soft = q.soft || parts[i].first.keyword == Keyword::or_so;
    }
    q.span = base::join(parts.front().second, parts.back().second);
    if (q.bounds.size() == 2) {
        const auto& [a, b] = std::tie(q.bounds[0], q.bounds[1]);
        const bool opposite = a.op && b.op && ((rises(*a.op) && falls(*b.op)) || (falls(*a.op) && rises(*b.op)));
        if (a.kind != b.kind || !opposite) give_up("P049", q.span);
    }
    return q;
}

}  // namespace guicheng::syntax
