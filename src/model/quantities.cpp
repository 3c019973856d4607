#include "model/quantities.hpp"

#include "model/forms.hpp"

namespace guicheng::model {

using base::Comparison;
using syntax::Keyword;
using syntax::QuantityKind;

namespace {

/// Periods longer than this are slips of the pen; they also keep every date within reach of 32 bits.
constexpr std::int64_t longest_period = 100'000;
/// More persons than any roll has.
constexpr std::int64_t most_persons = 2'000'000'000;

Denominator denominator_of(Keyword word) {
    switch (word) {  // NOLINT(clang-diagnostic-switch-enum): only these six are denominators
        case Keyword::entitled: return Denominator::entitled;
        case Keyword::present: return Denominator::present;
        case Keyword::whole: return Denominator::whole;
        case Keyword::cast: return Denominator::cast;
        case Keyword::valid_ballots: return Denominator::valid_ballots;
        case Keyword::registered: return Denominator::registered;
        default: return Denominator::none;
    }
}

std::string_view kind_word(const Draft& d, QuantityKind kind, std::string& store) {
    switch (kind) {
        case QuantityKind::integer: store = d.word(Keyword::type_integer); break;
        case QuantityKind::money: store = d.word(Keyword::type_money); break;
        case QuantityKind::period: store = d.word(Keyword::type_period); break;
        case QuantityKind::share: store = d.word(Keyword::type_share); break;
        case QuantityKind::date: store = d.word(Keyword::type_date); break;
    }
    return store;
}

void wrong_kind(const Draft& d, const syntax::Bound& bound, const syntax::Statement& s) {
    std::string store;
    d.error("M028", bound.span)
        .arg("found", std::string(kind_word(d, bound.kind, store)))
        .arg("text", d.source_text(bound.span))
        .arg("statement", d.word(s.head));
}

/// The one bound of a quantity; an error M015 where it has two.
const syntax::Bound* single(const Draft& d, const syntax::Quantity& q) {
    if (q.bounds.size() == 1) return &q.bounds.front();
    if (q.bounds.size() > 1) d.error("M015", q.span).arg("text", d.source_text(q.span));
    return nullptr;
}

void no_comparison(const Draft& d, base::Span span, Keyword before, Keyword after) {
    const auto text = d.source_text(span);
    const bool english = d.english;
    const auto at_least = english ? d.word(Keyword::no_fewer_than) + " " + text : d.word(before) + text;
    const auto other = english ? d.word(Keyword::exceeding) + " " + text : d.word(after) + text;
    d.error("M005", span).arg("text", text).arg("first", at_least).arg("second", other).suggest(span, at_least);
}

std::optional<ParameterId> use_parameter(Draft& d, const syntax::Name& name) {
    if (const auto id = d.parameters.use(name.text)) return id;
    std::vector<std::string_view> candidates;
    d.offer(d.parameters, candidates);
    d.unknown("N010", name, candidates);
    return std::nullopt;
}

bool base_fits(const Draft& d, const syntax::Statement& s, Denominator base, bool share) {
    if (share && (base == Denominator::none || (s.head == Keyword::composition && base != Denominator::whole))) {
        d.error("M017", s.span).arg("statement", d.word(s.head));
        return false;
    }
    if (!share && base != Denominator::none) {
        d.error("M018", s.span).arg("base", d.word(*s.denominator)).arg("statement", d.word(s.head));
        return false;
    }
    return true;
}

/// Of a body's own members there may be too many as well as too few.
bool counts_members(const syntax::Statement& s) {
    return s.head == Keyword::body_size || s.head == Keyword::composition;
}

bool lower_bound(Comparison op) {
    return op == Comparison::greater_equal || op == Comparison::greater;
}

/// Of a threshold whose number or share the rule does not give itself.
std::optional<Threshold> by_comparison(Draft& d, const syntax::Statement& s, Threshold t, Type type, base::Span span) {
    if (!base_fits(d, s, t.denominator, type == Type::share)) return std::nullopt;
    if (!s.parameter_op) {
        no_comparison(d, span, Keyword::no_fewer_than, Keyword::exceeding);
        return std::nullopt;
    }
    if (!lower_bound(*s.parameter_op) && !counts_members(s)) {
        d.error("M016", span).arg("text", d.source_text(span)).arg("statement", d.word(s.head));
        return std::nullopt;
    }
    t.op = *s.parameter_op;
    return t;
}

std::optional<Threshold> by_parameter(Draft& d, const syntax::Statement& s, Threshold t) {
    const auto id = use_parameter(d, *s.parameter);
    if (!id) return std::nullopt;
    const auto type = d.p.parameters[id->index()].field.type;
    if (type != Type::share && type != Type::integer) {
        d.error("M029", s.parameter->span)
            .arg("name", s.parameter->text)
            .arg("type", d.type_word(type))
            .arg("wanted", d.type_word(Type::share) + " / " + d.type_word(Type::integer));
        return std::nullopt;
    }
    t.parameter = *id;
    return by_comparison(d, s, t, type, s.parameter->span);
}

bool sensible_share(const Draft& d, const syntax::Bound& b) {
    const auto num = b.share.num;
    const auto den = b.share.den;
    if (den <= 0 || num > den || (num == den && b.op == Comparison::greater)) {
        d.error("M006", b.span).arg("text", d.source_text(b.span));
        return false;
    }
    if (num <= 0) {
        d.error("M009", b.span).arg("text", d.source_text(b.span));
        return false;
    }
    return true;
}

bool sensible_op(const Draft& d, const syntax::Statement& s, const syntax::Bound& b) {
    // 一致: the share 1, written as equal to it.
    const bool unanimous = b.op == Comparison::equal && b.kind == QuantityKind::share && b.share.num == b.share.den;
    if (lower_bound(*b.op) || unanimous || counts_members(s)) return true;
    d.error("M016", b.span).arg("text", d.source_text(b.span)).arg("statement", d.word(s.head));
    return false;
}

std::optional<Threshold> over_base(const Draft& d, const syntax::Statement& s, RequirementKind kind) {
    Threshold t;
    if (s.denominator) t.denominator = denominator_of(*s.denominator);
    const bool of_votes =
        t.denominator == Denominator::present || t.denominator == Denominator::cast || t.denominator == Denominator::valid_ballots;
    if (kind != RequirementKind::attendance || !of_votes) return t;
    d.error("M019", s.span).arg("base", d.word(*s.denominator));
    return std::nullopt;
}

}  // namespace

std::optional<Threshold> read_threshold(Draft& d, const syntax::Statement& s, RequirementKind kind, ExprId value) {
    auto t = over_base(d, s, kind);
    if (!t || !value) return std::nullopt;
    t->value = value;
    const auto& e = d.p.expr(value);
    return by_comparison(d, s, *t, e.type, e.span);
}

std::optional<Threshold> read_threshold(Draft& d, const syntax::Statement& s, RequirementKind kind) {
    const auto base = over_base(d, s, kind);
    if (!base) return std::nullopt;
    Threshold t = *base;
    if (s.parameter) return by_parameter(d, s, t);
    if (!s.quantity) return std::nullopt;
    if (s.quantity->soft) {
        d.error("M034", s.quantity->span).arg("text", d.source_text(s.quantity->span)).arg("statement", d.word(s.head));
        return std::nullopt;
    }
    const auto* b = single(d, *s.quantity);
    if (b == nullptr) return std::nullopt;
    if (b->kind != QuantityKind::share && b->kind != QuantityKind::integer) {
        wrong_kind(d, *b, s);
        return std::nullopt;
    }
    const bool share = b->kind == QuantityKind::share;
    if (!base_fits(d, s, t.denominator, share)) return std::nullopt;
    if (share && !sensible_share(d, *b)) return std::nullopt;
    if (!share && (b->value <= 0 || b->value > most_persons)) {
        d.error("M009", b->span).arg("text", d.source_text(b->span));
        return std::nullopt;
    }
    if (!b->op) {
        no_comparison(d, b->span, Keyword::no_fewer_than, Keyword::exceeding);
        return std::nullopt;
    }
    if (!sensible_op(d, s, *b)) return std::nullopt;
    t.op = *b->op;
    if (share)
        t.share = b->share;
    else
        t.number = b->value;
    return t;
}

std::vector<Threshold> read_size(Draft& d, const syntax::Statement& s) {
    if (s.parameter) {
        const auto t = by_parameter(d, s, {});
        return t ? std::vector{*t} : std::vector<Threshold>{};
    }
    std::vector<Threshold> out;
    if (!s.quantity) return out;
    for (const auto& b : s.quantity->bounds) {
        if (b.kind != QuantityKind::integer) {
            wrong_kind(d, b, s);
            return {};
        }
        if (b.value <= 0 || b.value > most_persons) {
            d.error("M009", b.span).arg("text", d.source_text(b.span));
            return {};
        }
        Threshold t;
        t.op = b.op.value_or(Comparison::equal);
        t.number = b.value;
        out.push_back(t);
    }
    return out;
}

std::optional<Length> read_length(Draft& d, const syntax::Statement& s, LengthUse use, bool& soft) {
    Length length;
    length.op = use == LengthUse::limit ? Comparison::less_equal : Comparison::greater_equal;
    std::optional<Comparison> op;
    base::Span span = s.span;
    if (s.parameter) {
        const auto id = use_parameter(d, *s.parameter);
        if (!id) return std::nullopt;
        const auto type = d.p.parameters[id->index()].field.type;
        if (type != Type::period) {
            d.error("M029", s.parameter->span)
                .arg("name", s.parameter->text)
                .arg("type", d.type_word(type))
                .arg("wanted", d.type_word(Type::period));
            return std::nullopt;
        }
        length.parameter = *id;
        op = s.parameter_op;
        span = s.parameter->span;
    } else {
        if (!s.quantity) return std::nullopt;
        const auto* b = single(d, *s.quantity);
        if (b == nullptr) return std::nullopt;
        if (b->kind != QuantityKind::period) {
            wrong_kind(d, *b, s);
            return std::nullopt;
        }
        if (b->value <= 0 || b->value > longest_period) {
            d.error("M009", b->span).arg("text", d.source_text(b->span));
            return std::nullopt;
        }
        length.period = {static_cast<std::int32_t>(b->value), unit_of(b->unit).value_or(calendar::Unit::days)};
        op = b->op;
        soft = s.quantity->soft;
        span = b->span;
    }
    if (!op && use == LengthUse::posting && !soft) {
        no_comparison(d, span, Keyword::no_fewer_than, Keyword::not_exceeding);
        return std::nullopt;
    }
    if (op) length.op = *op;
    const bool lower = lower_bound(length.op);
    const bool upper = length.op == Comparison::less_equal || length.op == Comparison::less;
    const bool fits = use == LengthUse::posting ? lower || upper : use == LengthUse::ahead ? lower : length.op == Comparison::less_equal;
    if (fits) return length;
    d.error("M016", span).arg("text", d.source_text(span)).arg("statement", d.word(s.head));
    return std::nullopt;
}

std::optional<calendar::Period> plain_period(Draft& d, const syntax::Quantity& q) {
    const auto* b = single(d, q);
    if (b == nullptr) return std::nullopt;
    if (b->kind != QuantityKind::period || b->value <= 0 || b->value > longest_period || (b->op && *b->op != Comparison::less_equal)) {
        d.error("M009", q.span).arg("text", d.source_text(q.span));
        return std::nullopt;
    }
    return calendar::Period{static_cast<std::int32_t>(b->value), unit_of(b->unit).value_or(calendar::Unit::days)};
}

std::optional<std::int64_t> read_limit(Draft& d, const syntax::Quantity& q) {
    const auto* b = single(d, q);
    if (b == nullptr) return std::nullopt;
    if (b->kind != QuantityKind::integer || b->value <= 0 || b->value > most_persons || (b->op && *b->op != Comparison::less_equal)) {
        d.error("M009", q.span).arg("text", d.source_text(q.span));
        return std::nullopt;
    }
    return b->value;
}

}  // namespace guicheng::model
