// Parts that many statements share: names, sets, texts, dates, types, fields, labels, lengths and thresholds.
#include "syntax/shape.hpp"

namespace guicheng::syntax {

void Shaper::mark(base::Span span, Keyword keyword) {
    concrete_.marks.push_back({span, keyword});
}

Keyword Shaper::take(Cursor& c, Keyword keyword) {
    mark(c.here(), keyword);
    c.advance();
    return keyword;
}

bool Shaper::accept(Cursor& c, Keyword keyword) {
    if (!c.spells(keyword)) return false;
    take(c, keyword);
    return true;
}

Keyword Shaper::expect(Cursor& c, Keyword keyword) {
    if (!accept(c, keyword)) unexpected(c, {keyword}, "P029");
    return keyword;
}

Name Shaper::name(Cursor& c) {
    if (c.is(TokenKind::word) || c.is(TokenKind::name) || c.is(TokenKind::title)) {
        Name n{c.token()->text, c.here(), c.token()->kind != TokenKind::word};
        c.advance();
        return n;
    }
    if (c.is(TokenKind::colon)) {
        error("P059", c.here()).fix(c.here(), " ");
        throw GivenUp{};
    }
    no_text_for_name(c);
    give_up("P030", c.here());
}

/// 须经 “测算”: a name that must be quoted has marks of its own.
void Shaper::no_text_for_name(Cursor& c) {
    if (!c.is(TokenKind::text) || c.token()->text.empty()) return;
    const auto span = c.here();
    error("P062", span).fix(span, "\u300C" + c.token()->text + "\u300D");
    throw GivenUp{};
}

/// A name that is declared elsewhere: a run of words that is none may be several.
Name Shaper::reference(Cursor& c) {
    if (c.is(TokenKind::word) && !declared_.contains(c.token()->text)) {
        explain_number(*c.token());
        explain_split(*c.token(), parts_of_reference);
    }
    return name(c);
}

/// A comma between names, or between two statements.
void Shaper::wrong_comma(Cursor& c) {
    const bool next = c.keyword(heads(level_), 1) && !declared_.contains(c.token(1)->text);
    if (next) {
        error("P056", c.here()).arg("mark", shown(c.here())).fix(c.here(), "\uFF1B");
    } else {
        error("P057", c.here()).fix(c.here(), "\u3001");
    }
    throw GivenUp{};
}

/// 甲 和 乙: names are apart by 、.
void Shaper::no_joint(Cursor& c) {
    const auto word = c.word();
    // 由 names who may do it, any of them; elsewhere 或 would be another meaning.
    const bool either = head_ == Keyword::by && spells(word, Keyword::or_);
    if ((!joins_names(word) && !either) || declared_.contains(std::string(word))) return;
    const base::Span span = c.here();
    error("P026", span)
        .arg("word", std::string(word))
        .arg("meant", "\u3001")
        .fix({c.previous().end, c.span_of(*c.peek(1)).begin}, "\u3001");
    throw GivenUp{};
}

std::vector<Name> Shaper::names(Cursor& c, bool references) {
    std::vector<Name> out;
    const auto one = [&] { out.push_back(references ? reference(c) : name(c)); };
    one();
    while (!c.at_end()) {
        if (c.is(TokenKind::enumeration)) {
            const auto mark_span = c.here();
            c.advance();
            if (c.at_end()) {
                error("P056", mark_span).arg("mark", shown(mark_span)).fix(mark_span, "");
                throw GivenUp{};
            }
            one();
            continue;
        }
        if (at_modifier(c)) break;
        if (c.is(TokenKind::comma) && (c.is(TokenKind::word, 1) || c.is(TokenKind::name, 1))) wrong_comma(c);
        if (c.is(TokenKind::word) && c.peek(1) != nullptr) no_joint(c);
        if (!c.is(TokenKind::word) && !c.is(TokenKind::name) && !c.is(TokenKind::title)) break;
        one();
    }
    return out;
}

/// Names out of a closed list of words: 表决方式, 形式. A word that is none of them is left to the check of names.
std::vector<Name> Shaper::keyword_names(Cursor& c, Position position) {
    auto all = names(c, false);
    for (const auto& n : all) {
        if (n.quoted) continue;
        if (const auto k = find_keyword(n.text, position)) mark(n.span, *k);
    }
    return all;
}

std::vector<Name> Shaper::set_of_names(Cursor& c) {
    if (!c.is(TokenKind::open_brace)) {
        if (c.at_end() || at_modifier(c)) give_up("P060", c.previous());
        if (!c.is(TokenKind::word) && !c.is(TokenKind::name)) give_up("P060", c.here());
        const auto start = c.here();
        const auto all = names(c, false);
        const base::Span span = base::join(start, all.back().span);
        error("P061", span).fix(span, "{ " + shown(span) + " }");
        throw GivenUp{};
    }
    const auto& group = c.item();
    Line line;
    for (const auto& i : group.items) line.push_back(&i);
    Cursor inner(concrete_.tokens, line, concrete_.tokens[group.token].span);
    std::vector<Name> out;
    while (!inner.at_end()) {
        if (inner.is(TokenKind::enumeration)) {
            inner.advance();
        } else if (inner.is(TokenKind::comma) || inner.is(TokenKind::semicolon) || inner.is(TokenKind::stop)) {
            auto marks = inner.here();
            const auto first = inner.at();
            for (; inner.is(TokenKind::comma) || inner.is(TokenKind::semicolon) || inner.is(TokenKind::stop); inner.advance())
                marks = base::join(marks, inner.here());
            const bool between = first > 0 && !inner.at_end();
            error("P057", marks).fix(marks, between ? "\u3001" : "");
            throw GivenUp{};
        } else {
            if (!out.empty() && inner.peek(1) != nullptr) no_joint(inner);
            out.push_back(name(inner));
        }
    }
    if (out.empty()) give_up("P060", c.here());
    c.advance();
    return out;
}

Text Shaper::text(Cursor& c) {
    if (c.is(TokenKind::text) || c.is(TokenKind::title)) {
        Text t{c.token()->text, c.here()};
        c.advance();
        return t;
    }
    if (c.is(TokenKind::colon)) {
        error("P059", c.here()).fix(c.here(), " ");
        throw GivenUp{};
    }
    if (c.is(TokenKind::word) || c.is(TokenKind::name)) {
        const auto span = c.here();
        error("P031", span).arg("word", c.token()->text).fix(span, "\"" + c.token()->text + "\"");
        throw GivenUp{};
    }
    give_up("P063", c.here());
}

Bound Shaper::date(Cursor& c) {
    const auto begin = c.here();
    if (c.is(TokenKind::colon)) {
        error("P059", begin).fix(begin, " ");
        throw GivenUp{};
    }
    if (c.is(TokenKind::text)) {
        error("P064", begin).arg("word", shown(begin)).fix(begin, c.token()->text);
        throw GivenUp{};
    }
    const auto q = quantity(c);
    if (!q || q->bounds.size() != 1 || q->bounds[0].kind != QuantityKind::date || q->bounds[0].op || q->soft) {
        auto e = error("P032", q ? q->span : begin);
        e.arg("word", shown(q ? q->span : begin));
        throw GivenUp{};
    }
    return q->bounds[0];
}

/// 合理 是否写入 是否: a field and the next one, or the next statement, without what parts them.
void Shaper::no_glued_type(Cursor& c) {
    const auto word = c.word();
    for (const auto k : keywords_in(Position::type)) {
        if (!word.starts_with(zh(k)) || word.size() == zh(k).size()) continue;
        const auto rest = word.substr(zh(k).size());
        if (!c.keyword(Position::type, 1) && !find_keyword(rest, heads(level_))) continue;
        const auto begin = raw_span(*c.token(), zh(k).size(), word.size()).begin;
        error("P073", {begin, c.here().end}).arg("word", std::string(rest)).fix({begin, begin}, "\uFF1B");
        throw GivenUp{};
    }
}

TypeExpr Shaper::type(Cursor& c) {
    TypeExpr t;
    t.span = c.here();
    if (c.is(TokenKind::colon)) {
        error("P059", c.here()).fix(c.here(), " ");
        throw GivenUp{};
    }
    const auto k = c.keyword(Position::type);
    if (!k) {
        no_glued_type(c);
        // 参数 留存期 时间: a span of time or a day; nothing tells which.
        if (head_ == Keyword::parameter && habitual(c.word()) == Keyword::type_date) give_up("P068", c.here());
        unexpected(c, keywords_in(Position::type), "P068");
    }
    t.word = take(c, *k);
    if (t.word == Keyword::type_choice || (t.word == Keyword::type_list && c.is(TokenKind::open_brace))) {
        t.names = set_of_names(c);
        t.has_names = true;
    }
    t.span = base::join(t.span, c.previous());
    return t;
}

const Item& Shaper::brace(Cursor& c, std::string_view code) {
    if (!c.is(TokenKind::open_brace)) {
        if (c.is(TokenKind::colon) && c.is(TokenKind::open_brace, 1)) {
            error("P059", c.here()).fix(c.here(), "");
            throw GivenUp{};
        }
        if (!c.at_end()) explain(*c.token(), could_follow(c), false);
        error(code, c.here());
        throw GivenUp{};
    }
    const auto& group = c.item();
    c.advance();
    return group;
}

Field Shaper::field(Cursor& c) {
    Field f;
    const auto begin = c.here();
    f.name = name(c);
    declared_.insert(f.name.text);
    if (c.at_end()) {
        error("P068", begin).arg("expected", std::string(zh(Keyword::type_money))).arg("word", f.name.text);
        throw GivenUp{};
    }
    f.type = type(c);
    modifiers(c, f.modifiers);
    finish(c, Level::fields);
    f.span = base::join(begin, c.previous());
    return f;
}

std::vector<Field> Shaper::fields(Cursor& c) {
    const auto& group = brace(c, "P069");
    std::vector<Field> out;
    for (const auto& line : lines_of(group.items, Level::fields)) {
        const bool outer = quiet_;
        quiet_ = quiet(line);
        try {
            Cursor inner(concrete_.tokens, line, concrete_.tokens[group.token].span);
            out.push_back(field(inner));
        } catch (const GivenUp&) {
            // Reported; the next field goes on.
        }
        quiet_ = outer;
    }
    return out;
}

void Shaper::label(Cursor& c, Statement& s) {
    if (c.is(TokenKind::colon)) {
        error("P059", c.here()).fix(c.here(), " ");
        throw GivenUp{};
    }
    if (!c.is(TokenKind::colon, 1) || !(c.is(TokenKind::word) || c.is(TokenKind::name))) return;
    s.label = name(c);
    c.advance();
}

void Shaper::modality(Cursor& c, Statement& s) {
    const auto k = c.keyword(Position::modality);
    if (!k) {
        const auto habit = habitual(c.word());
        if (habit && overlaps(entry(*habit).positions, Position::modality) && !declared_.contains(std::string(c.word())))
            explain(*c.token(), {*habit}, false);
        return;
    }
    // 不得 少于: the comparison 不得少于, written apart.
    if (*k == Keyword::must_not && (c.spells(Keyword::fewer_than, 1) || c.spells(Keyword::exceeding, 1))) return;
    s.modality_span = c.here();
    s.modality = take(c, *k);
}

/// A threshold or a length: a quantity of this kind (integer: a number or a share), or a comparison and a parameter's
/// name.
void Shaper::amount(Cursor& c, Statement& s, QuantityKind kind, bool comparison_needed) {
    const auto begin = c.here();
    std::optional<base::Comparison> apart;
    const auto start = c.at();
    if (c.spells(Keyword::must_not) && (c.spells(Keyword::fewer_than, 1) || c.spells(Keyword::exceeding, 1))) {
        apart = c.spells(Keyword::fewer_than, 1) ? base::Comparison::greater_equal : base::Comparison::less_equal;
        c.advance();
    }
    if (auto q = quantity(c)) {
        if (apart) {
            mark(begin, Keyword::must_not);
            q->bounds[0].op = apart;
            q->span = base::join(begin, q->span);
        }
        for (const auto& b : q->bounds) {
            const bool fits =
                kind == QuantityKind::period ? b.kind == kind : b.kind == QuantityKind::integer || b.kind == QuantityKind::share;
            if (!fits) {
                error(kind == QuantityKind::period ? "P040" : "P070", q->span).arg("number", shown(q->span));
                throw GivenUp{};
            }
            if (comparison_needed && !b.op && !q->soft) {
                no_bound_behind(c, q->span);
                error("P039", q->span).arg("number", shown(q->span)).arg("left", shown(s.head_span));
                throw GivenUp{};
            }
        }
        s.quantity = std::move(q);
        bound_after_joint(c, s);
        return;
    }
    c.go_to(start);
    exception_glued(c);
    if (const auto k = c.keyword(Position::compare_before)) {
        take(c, *k);
        s.parameter_op = comparison_of(*k);
        if (c.at_end() || at_modifier(c)) give_up("P055", begin);
        exception_glued(c);
        const bool of_vote = s.head == Keyword::present || s.head == Keyword::in_favour;
        if (of_vote && (c.word().find('.') != std::string_view::npos || c.word(1).starts_with('.')))
            s.expr = named(c);  // 定规则.比例: what an earlier step recorded
        else
            s.parameter = reference(c);
        return;
    }
    if (!comparison_needed && c.is(TokenKind::word) && declared_.contains(c.token()->text)) {
        s.parameter_op =
            s.head == Keyword::time_limit || s.head == Keyword::term ? base::Comparison::less_equal : base::Comparison::greater_equal;
        s.parameter = name(c);
        return;
    }
    auto wanted = keywords_in(kind == QuantityKind::integer ? Position::compare_before | Position::share : Position::compare_before);
    if (!s.modality)
        for (const auto k : keywords_in(Position::modality)) wanted.push_back(k);
    unexpected(c, wanted, "P034");
}

Prerequisite Shaper::prerequisite_term(Cursor& c) {
    Prerequisite p;
    p.span = c.here();
    if (c.is(TokenKind::open_paren)) {
        const auto& group = c.item();
        Line line;
        for (const auto& i : group.items) line.push_back(&i);
        Cursor inner(concrete_.tokens, line, concrete_.tokens[group.token].span);
        p = prerequisite(inner);
        if (!inner.at_end()) unexpected(inner, {Keyword::and_, Keyword::or_}, "P028");
        p.span = c.here();
        c.advance();
        return p;
    }
    if (c.is(TokenKind::word) && !declared_.contains(c.token()->text)) after_said(c);
    p.step = reference(c);
    no_word_after_step(c);
    p.whatever_outcome = accept(c, Keyword::whatever_outcome);
    p.span = base::join(p.span, c.previous());
    return p;
}

namespace {

/// A condition's span leaves out the brackets that stand around it.
base::Span with_brackets(std::string_view text, base::Span span) {
    const auto inside = text.substr(0, span.begin);
    const auto open = inside.find_last_not_of(" \t\r\n");
    const auto close = text.find_first_not_of(" \t\r\n", span.end);
    if (open == inside.npos || close == text.npos) return span;
    const auto opened = inside.substr(0, open + 1);
    const auto closed = text.substr(close);
    const std::string_view wide_open = "\uFF08", wide_close = "\uFF09";
    const auto before = opened.ends_with('(') ? std::size_t{1} : opened.ends_with(wide_open) ? wide_open.size() : 0;
    const auto after = closed.starts_with(')') ? std::size_t{1} : closed.starts_with(wide_close) ? wide_close.size() : 0;
    if (before == 0 || after == 0) return span;
    return with_brackets(text, {static_cast<std::uint32_t>(open + 1 - before), static_cast<std::uint32_t>(close + after)});
}

}  // namespace

/// 甲 或 乙 且 丙: both ways of grouping it, in the words that stand there.
void Shaper::mixed_joints(Cursor& c, base::Span first, base::Span last, base::Span joint, bool steps) {
    const auto here = c.here();
    std::optional<base::Span> next;
    const bool outer = quiet_;
    try {
        quiet_ = true;
        c.advance();
        if (!c.at_end()) next = steps ? prerequisite_term(c).span : file_.expressions[unary(c)].span;
    } catch (const GivenUp&) {
        // What follows is wrong as well; it is said when this is mended.
    }
    quiet_ = outer;
    const auto text = concrete_.source->text();
    first = with_brackets(text, first);
    last = with_brackets(text, last);
    if (next) next = with_brackets(text, *next);
    const auto words = [&](base::Span from, base::Span to) { return shown(base::join(from, to)); };
    const auto before = first == last ? std::string() : shown({first.begin, last.begin});
    const auto one = next ? before + "(" + words(last, *next) + ")" : std::string("\u2026 (\u2026)");
    const auto other = next ? "(" + words(first, last) + ")" + shown({last.end, next->end}) : std::string("(\u2026) \u2026");
    error("P043", here).arg("one", one).arg("other", other).related(concrete_.source, joint, "P043.first");
    throw GivenUp{};
}

Prerequisite Shaper::prerequisite(Cursor& c) {
    auto first = prerequisite_term(c);
    std::optional<Keyword> joint;
    base::Span joint_span;
    Prerequisite all;
    all.span = first.span;
    all.parts.push_back(std::move(first));
    for (;;) {
        const auto k = c.keyword(Position::condition);
        if (k == Keyword::and_ || k == Keyword::or_) {
            if (joint && *joint != *k) {
                mixed_joints(c, all.parts.front().span, all.parts.back().span, joint_span, true);
            }
            joint = k;
            joint_span = c.here();
            take(c, *k);
            all.parts.push_back(prerequisite_term(c));
            all.span = base::join(all.span, all.parts.back().span);
            continue;
        }
        const bool listed = c.is(TokenKind::enumeration) || (c.is(TokenKind::comma) && !at_modifier(c));
        if (listed) {
            const auto meant = std::string(spelling(Keyword::and_, all.parts[0].step.text));
            error("P071", c.here()).suggest(c.here(), " " + meant + " ");
            throw GivenUp{};
        }
        break;
    }
    condition_end_ = c.previous().end;
    if (!joint) return std::move(all.parts.front());
    all.kind = *joint == Keyword::and_ ? Prerequisite::Kind::all : Prerequisite::Kind::any;
    return all;
}

}  // namespace guicheng::syntax
