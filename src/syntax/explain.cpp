// What was probably meant by a word that may not stand where it stands.
#include <algorithm>
#include <map>

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "messages/catalogue.hpp"
#include "syntax/characters.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {
namespace {

namespace utf8 = base::utf8;

bool is_ascii(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr std::size_t longest_split = 60;  // characters

/// Words that follow a head of a statement as its own new name.
bool declares(Keyword k) {
    return k == Keyword::procedure || k == Keyword::step || k == Keyword::actors || k == Keyword::bodies || k == Keyword::parameter ||
           k == Keyword::finding || k == Keyword::event || k == Keyword::meeting || k == Keyword::tiers;
}

}  // namespace

std::vector<Keyword> keywords_in(Position positions) {
    std::vector<Keyword> all;
    for (const auto& e : keywords())
        if (overlaps(e.positions, positions)) all.push_back(e.keyword);
    return all;
}

/// 且 且, 有 有: the second of two equal words, at what cannot be read or right before it; nothing where there is none. A field may be
/// called like its type.
const Token* Shaper::doubled_at(base::Span span) const {
    const auto& all = concrete_.tokens;
    const auto it =
        std::lower_bound(all.begin(), all.end(), span.begin, [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    const auto at = static_cast<std::size_t>(it - all.begin());
    for (const auto second : {at, at + 1, at - 1}) {  // at - 1 of 0 is beyond the end
        if (second == 0 || second >= all.size()) continue;
        const auto& t = all[second];
        const auto& before = all[second - 1];
        const bool same = t.kind == before.kind && (t.kind == TokenKind::word || t.kind == TokenKind::name) && t.text == before.text;
        if (same && !t.first_on_line && !(level_ == Level::fields && find_keyword(t.text, Position::type) && second != at)) return &t;
    }
    return nullptr;
}

diag::Sink::Entry Shaper::error(std::string_view code, base::Span span) {
    const bool said = !quiet_ && sink_.error_count() < most_errors;
    if (const auto* twice = said && code != "P097" ? doubled_at(span) : nullptr) {
        // Whatever stumbles over a word that stands there twice: that is what is wrong.
        word_twice(*twice);
        beyond_ = {};
        return beyond_.error(code, concrete_.source, span);
    }
    if (said) return sink_.error(code, concrete_.source, span);
    beyond_ = {};
    return beyond_.error(code, concrete_.source, span);
}

void Shaper::word_twice(const Token& second) {
    const auto before = (&second - 1)->span.end;
    error("P097", second.span).arg("mark", shown(second.span)).suggest({before, second.span.end}, "");
}

void Shaper::give_up(std::string_view code, base::Span span) {
    error(code, span);
    throw GivenUp{};
}

std::string_view Shaper::spelling(Keyword k, std::string_view like) const {
    if (!is_ascii(like)) return zh(k);
    // Digits have no language of their own.
    const bool letters = std::any_of(like.begin(), like.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return letters || english_ ? en(k) : zh(k);
}

std::string Shaper::form_text(std::string_view key) const {
    return messages::format(messages::find(key, english_ ? messages::Language::en : messages::Language::zh), {});
}

std::string Shaper::form() const {
    const auto text = [&](std::string_view key) { return form_text(key); };
    if (!head_) return text("form.any");
    switch (*head_) {  // NOLINT(clang-diagnostic-switch-enum): only these have words at fixed places
        case Keyword::materials: return text("form.materials");
        case Keyword::time_limit: return text("form.time_limit");
        case Keyword::minutes: return text("form.minutes");
        case Keyword::posting: return text("form.posting");
        case Keyword::lost: return text("form.lost");
        case Keyword::applies: return text("form.applies");
        case Keyword::may: return text("form.may");
        case Keyword::assert_: return text("form.assert");
        case Keyword::if_none: return text("form.if_none");
        case Keyword::require: return text("form.require");
        case Keyword::separate: return text("form.separate");
        case Keyword::tiers: return text("form.tiers");
        case Keyword::sign_off: return text("form.sign_off");
        default: return text("form.any");
    }
}

/// Whether what stands here is what follows the missing word.
bool Shaper::wants(const Cursor& c, Keyword missing) const {
    const auto word = c.word();
    switch (missing) {  // NOLINT(clang-diagnostic-switch-enum): of the other words nothing tells
        case Keyword::then: return c.keyword(Position::lost_then).has_value();
        case Keyword::ahead: return quantity_prefix(word) == word.size() && !word.empty();
        case Keyword::onward: return quantity_prefix(word) == word.size() && !word.empty();
        case Keyword::includes: return c.is(TokenKind::open_brace);
        case Keyword::from:
        case Keyword::reach:
        case Keyword::must_pass:
        case Keyword::step: return declared_.contains(std::string(word));
        case Keyword::when: return head_ == Keyword::applies && declared_.contains(std::string(word));
        default: return false;
    }
}

/// A word that begins as a number and is none: a negative one, 三百五日, 10个工作天.
void Shaper::explain_number(const Token& token) {
    if (token.kind != TokenKind::word || declared_.contains(token.text) || scan_quantity(token.text)) return;
    no_capital_numerals(token);
    no_half(token);
    const std::string_view word = token.text;
    if (word.size() > 1 && word.size() < 200 && word[0] == '-' && quantity_prefix(word.substr(1)) + 1 == word.size()) {
        error("P085", token.span).arg("word", token.text);
        throw GivenUp{};
    }
    // 三百五日: the numerals at the start, the last of them a digit behind a hundred or more.
    std::size_t end = 0;
    std::vector<signs::Numeral> run;
    for (bool more = true; more && run.size() < 16;) {
        more = false;
        for (const auto& n : signs::numerals()) {
            if (!word.substr(end).starts_with(n.sign)) continue;
            run.push_back(n);
            end += n.sign.size();
            more = true;
            break;
        }
    }
    if (run.size() >= 3 && run.back().value > 0 && run.back().value < 10 && run[run.size() - 2].value >= 100) {
        const auto of = [](std::int64_t value) {
            const auto all = signs::numerals();
            return std::find_if(all.begin(), all.end(), [&](const auto& n) { return n.value == value; })->sign;
        };
        const auto before = run[run.size() - 2].value;
        const std::string_view ten = of(before == 100 ? 10 : before == 1000 ? 100 : 1000);
        const auto digit = end - run.back().sign.size();
        const auto meant = std::string(word.substr(0, end)) + std::string(ten) + std::string(word.substr(end));
        const auto other = std::string(word.substr(0, digit)) + std::string(of(0)) + std::string(word.substr(digit));
        if (before <= 10'000 && scan_quantity(meant)) {
            error("P086", token.span).arg("word", token.text).arg("meant", meant).arg("other", other).suggest(token.span, meant);
            throw GivenUp{};
        }
    }
    const auto number = scan_number(word);
    if (!number || number->length == word.size()) return;
    const auto rest = word.substr(number->length);
    for (std::size_t n = std::min<std::size_t>(rest.size(), 15); n > 0; --n) {
        const auto unit = habitual_unit(rest.substr(0, n));
        if (!unit) continue;
        const auto mended = std::string(word.substr(0, number->length)) + std::string(zh(*unit)) + std::string(rest.substr(n));
        if (!scan_quantity(mended)) continue;
        const auto span = raw_span(token, number->length, number->length + n);
        error("P087", span).arg("unit", shown(span)).arg("meant", std::string(zh(*unit))).suggest(span, std::string(zh(*unit)));
        throw GivenUp{};
    }
}

/// What may go on with the statement here: after a condition also the words that join and compare.
std::vector<Keyword> Shaper::could_follow(const Cursor& c) const {
    const bool in_condition = c.at() > 0 && condition_end_ != 0 && c.previous().end == condition_end_;
    if (!in_condition) return keywords_in(Position::modifier);
    auto all = keywords_in(Position::modifier | Position::relation | Position::compare_before);
    all.push_back(Keyword::and_);
    all.push_back(Keyword::or_);
    return all;
}

/// 1、步骤, （一）步骤: people number their lines; the line goes on without the number.
void Shaper::skip_line_number(Cursor& c) {
    const auto is_number = [](const Token& t) {
        if (t.kind != TokenKind::word) return false;
        const auto n = scan_number(t.text);
        return n && !n->share && n->length == t.text.size();
    };
    std::size_t items = 0;
    if (c.is(TokenKind::enumeration, 1) && is_number(*c.token())) {
        items = 2;
    } else if (c.is(TokenKind::open_paren) && c.item().items.size() == 1 && is_number(concrete_.tokens[c.item().items[0].token])) {
        items = 1;
    }
    if (items == 0 || c.peek(items) == nullptr) return;
    const auto begin = c.here().begin;
    c.go_to(c.at() + items);
    const base::Span span{begin, c.previous().end};
    error("P084", span).arg("word", shown(span)).fix({begin, c.here().begin}, "");
}

base::Span Shaper::raw_span(const Token& token, std::size_t begin, std::size_t end) const {
    // The token's text has ASCII twins for full-width characters and lacks invisible ones.
    const auto raw = concrete_.source->slice(token.span);
    std::size_t made = 0;
    base::Span out{token.span.end, token.span.end};
    bool found = false;
    for (const auto& item : utf8::code_points(raw)) {
        if (is_invisible(item.code)) continue;
        const auto at = token.span.begin + static_cast<std::uint32_t>(item.offset);
        if (made >= begin && !found) out.begin = at, found = true;
        if (made >= end) {
            out.end = at;
            return out;
        }
        const auto meant = look_alike(item.code);
        made += meant ? meant->size() : utf8::encode(twin(item.code)).size();
    }
    return out;
}

std::optional<std::string> Shaper::split(std::string_view word, Position parts) const {
    const auto points = utf8::to_code_points(word);
    if (points.size() < 2 || points.size() > longest_split) return std::nullopt;
    std::vector<std::size_t> offsets;
    for (const auto& item : utf8::code_points(word)) offsets.push_back(item.offset);
    offsets.push_back(word.size());
    struct Way {
        std::size_t pieces = 0;  // 0: none
        std::size_t ways = 0;
        std::size_t next = 0;
    };
    const auto n = points.size();
    std::vector<Way> best(n + 1);
    best[n] = {0, 1, n};
    const auto is_part = [&](std::string_view piece) {
        const auto keyword = find_keyword(piece, parts);
        return keyword && piece == zh(*keyword);
    };
    for (std::size_t i = n; i-- > 0;) {
        const auto consider = [&](std::size_t j) {
            if (best[j].ways == 0) return;
            const auto pieces = best[j].pieces + 1;
            if (best[i].ways == 0 || pieces < best[i].pieces) {
                best[i] = {pieces, best[j].ways, j};
            } else if (pieces == best[i].pieces) {
                best[i].ways += best[j].ways;
            }
        };
        const auto quantity = quantity_prefix(word.substr(offsets[i]));
        for (std::size_t j = i + 1; j <= n; ++j) {
            if (i == 0 && j == n) continue;
            const auto piece = word.substr(offsets[i], offsets[j] - offsets[i]);
            const bool whole_quantity = quantity != 0 && piece.size() == quantity;
            if (whole_quantity || is_part(piece) || declared_.contains(std::string(piece))) consider(j);
        }
    }
    if (best[0].ways != 1 || best[0].pieces < 2) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < n; i = best[i].next) {
        if (i > 0) out += ' ';
        out += word.substr(offsets[i], offsets[best[i].next] - offsets[i]);
    }
    return out;
}

void Shaper::explain_split(const Token& token, Position parts) {
    if (token.kind != TokenKind::word) return;
    const auto pieces = split(token.text, parts);
    if (!pieces) return;
    error("P024", token.span).arg("word", token.text).arg("split", *pieces).fix(token.span, *pieces);
    throw GivenUp{};
}

void Shaper::explain(const Token& token, const std::vector<Keyword>& candidates, bool is_head) {
    if (token.kind != TokenKind::word) return;
    explain_number(token);
    const bool known = declared_.contains(token.text);
    const std::string_view word = token.text;
    const auto offer = [&](std::string_view code, Keyword k) {
        const std::string meant(spelling(k, word));
        const auto kind = code == "P025" ? diag::FixKind::certain : diag::FixKind::suggestion;
        error(code, token.span).arg("word", token.text).arg("meant", meant).fix(token.span, meant, kind);
        throw GivenUp{};
    };
    const auto allowed = [&](Keyword k) { return std::find(candidates.begin(), candidates.end(), k) != candidates.end(); };
    // Where the word itself is allowed, something else is wrong.
    if (std::any_of(candidates.begin(), candidates.end(), [&](Keyword k) { return spells(word, k); })) return;
    if (const auto plain = simplified(word); plain != word) {
        for (const auto k : candidates)
            if (plain == zh(k)) offer("P025", k);
    }
    if (const auto habit = habitual(word); habit && allowed(*habit)) offer("P026", *habit);
    if (!known) explain_split(token, parts_of_anything);
    if (is_head) {
        // 公示期不少于: a habit, and what follows it.
        std::vector<std::size_t> cuts;
        for (const auto& item : utf8::code_points(word.substr(0, std::min(word.size(), 3 * longest_split)))) cuts.push_back(item.offset);
        for (std::size_t i = cuts.size(); i-- > 2;) {
            const auto cut = cuts[i];
            const auto rest = word.substr(cut);
            const auto habit = habitual(word.substr(0, cut));
            if (!habit || !allowed(*habit) || !(is_any_keyword(rest) || quantity_prefix(rest) == rest.size())) continue;
            const auto meant = std::string(zh(*habit)) + " " + std::string(rest);
            error("P026", token.span).arg("word", token.text).arg("meant", meant).suggest(token.span, meant);
            throw GivenUp{};
        }
        // 步骤提议: what follows the keyword is a new name that nothing can confirm.
        const KeywordEntry* longest = nullptr;
        for (const auto k : candidates)
            if (word.starts_with(zh(k)) && word.size() > zh(k).size() && (longest == nullptr || zh(k).size() > longest->zh.size()))
                longest = &entry(k);
        const auto rest = longest == nullptr ? std::string_view{} : word.substr(longest->zh.size());
        if (longest != nullptr && utf8::count(rest) >= 2 && (declares(longest->keyword) || utf8::count(longest->zh) >= 2)) {
            const auto spaced = std::string(longest->zh) + " " + std::string(rest);
            error("P024", token.span).arg("word", token.text).arg("split", spaced).fix(token.span, spaced);
            throw GivenUp{};
        }
    }
    if (known) return;
    std::vector<std::string_view> spelled;
    for (const auto k : candidates) {
        if (crosses_negation(word, zh(k))) continue;
        spelled.push_back(zh(k));
        spelled.push_back(en(k));
    }
    const auto length = utf8::count(word);
    const std::size_t most = length <= (is_ascii(word) ? 4U : 3U) ? 1 : 2;
    // One character of two is near enough only where the other is the same.
    if (const auto near = base::closest_index(word, spelled, most); near && length >= 2) {
        if (utf8::count(spelled[*near]) >= 2) {
            const std::string meant(spelled[*near]);
            error("P021", token.span).arg("word", token.text).arg("meant", meant).suggest(token.span, meant);
            throw GivenUp{};
        }
    }
}

void Shaper::unexpected(Cursor& c, const std::vector<Keyword>& candidates, std::string_view code) {
    if (!c.at_end()) explain(*c.token(), candidates, false);
    // A word that is missing at the end of a line is not to be looked for in the next one.
    const bool ends = !c.at_end() && code == "P029" && c.at() > 0 && c.token()->first_on_line;
    auto e = error(code, ends ? base::Span{c.previous().end, c.previous().end} : c.here());
    if (!candidates.empty()) {
        const auto word = c.at_end() ? std::string_view{} : c.word();
        e.arg("expected", std::string(spelling(candidates.front(), word.empty() ? zh(candidates.front()) : word)));
    }
    e.arg("word", c.at_end() ? std::string() : shown(c.here()));
    if (code != "P029" || candidates.empty()) throw GivenUp{};
    const auto missing = candidates.front();
    const bool between = missing == Keyword::inclusive || missing == Keyword::to;
    e.arg("form", between ? form_text("form.between") : form());
    const std::string word(english_ ? en(missing) : zh(missing));
    if ((missing == Keyword::delivered || missing == Keyword::inclusive) && (c.at_end() || at_modifier(c) || ends)) {
        e.fix({c.previous().end, c.previous().end}, " " + word);
    } else if (!c.at_end() && wants(c, missing)) {
        e.fix({c.here().begin, c.here().begin}, word + " ");
    }
    throw GivenUp{};
}

/// 计期 《行政许可法》, 计期 中华人民共和国行政许可法, 计期 许可法: the law is in the table by its short title.
void Shaper::unknown_profile(Cursor& c) {
    const auto all = keywords_in(Position::profile);
    if (!c.at_end()) {
        const auto text = std::string_view(c.token()->text);
        const bool named = c.is(TokenKind::word) || c.is(TokenKind::name) || c.is(TokenKind::title) || c.is(TokenKind::text);
        std::vector<Keyword> near;
        for (const auto k : all)
            if (named && utf8::count(text) >= 2 && (text.find(zh(k)) != text.npos || zh(k).find(text) != text.npos)) near.push_back(k);
        if (near.size() == 1) {
            const std::string meant(spelling(near[0], text));
            error("P052", c.here())
                .arg("word", shown(c.here()))
                .fix(c.here(), meant, text == zh(near[0]) ? diag::FixKind::certain : diag::FixKind::suggestion);
            throw GivenUp{};
        }
    }
    unexpected(c, all, "P052");
}

bool Shaper::quiet(const Line& line) const {
    for (const auto* item : line) {
        const auto& t = concrete_.tokens[item->token];
        if (t.kind == TokenKind::broken || t.doubtful) return true;
        if (!item->group || t.kind != TokenKind::open_paren) continue;
        Line inner;
        for (const auto& i : item->items) inner.push_back(&i);
        if (quiet(inner)) return true;
    }
    return false;
}

void Shaper::declare(const Item& item) {
    const auto& t = concrete_.tokens[item.token];
    if (t.kind != TokenKind::word && t.kind != TokenKind::name) return;
    declared_.insert(t.text);
}

/// 类别 of a body.
void Shaper::collect_classes(const std::vector<Item>& items) {
    bool names = false;
    for (const auto& item : items) {
        const auto& t = concrete_.tokens[item.token];
        if (t.first_on_line || t.kind == TokenKind::semicolon || t.kind == TokenKind::stop) names = false;
        if (names && (t.kind == TokenKind::word || t.kind == TokenKind::name)) {
            declare(item);
            classes_.push_back(t.text);
        }
        names = names || (t.kind == TokenKind::word && spells(t.text, Keyword::classes));
    }
}

void Shaper::collect_declared(const std::vector<Item>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& t = concrete_.tokens[items[i].token];
        if (items[i].group) {
            collect_declared(items[i].items);
            continue;
        }
        if (t.kind != TokenKind::word || i + 1 >= items.size()) continue;
        const auto& next = items[i + 1];
        if (spells(t.text, Keyword::actors) || spells(t.text, Keyword::bodies)) {
            auto j = i + 1;
            for (; j < items.size() && !items[j].group && !concrete_.tokens[items[j].token].first_on_line; ++j) declare(items[j]);
            if (j < items.size() && items[j].group) collect_classes(items[j].items);
        } else if (const auto k = find_keyword(t.text, Position::procedure_item | Position::file_item | Position::step_item);
                   k && declares(*k)) {
            declare(next);
            if (*k == Keyword::step || *k == Keyword::event) happenings_.insert(concrete_.tokens[next.token].text);
        } else if (next.group && (spells(t.text, Keyword::matter) || spells(t.text, Keyword::record))) {
            for (const auto& inner : next.items)
                if (&inner == &next.items.front() || concrete_.tokens[inner.token].first_on_line ||
                    concrete_.tokens[(&inner - 1)->token].kind == TokenKind::semicolon)
                    declare(inner);
        } else if (next.group && (spells(t.text, Keyword::type_choice) || spells(t.text, Keyword::type_list))) {
            for (const auto& inner : next.items) declare(inner);
        }
    }
}

}  // namespace guicheng::syntax
