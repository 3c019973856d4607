// What was probably meant by a word that may not stand where it stands.
#include <algorithm>
#include <map>

#include "base/distance.hpp"
#include "base/utf8.hpp"
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
           k == Keyword::finding || k == Keyword::event || k == Keyword::meeting;
}

}  // namespace

std::vector<Keyword> keywords_in(Position positions) {
    std::vector<Keyword> all;
    for (const auto& e : keywords())
        if (overlaps(e.positions, positions)) all.push_back(e.keyword);
    return all;
}

diag::Sink::Entry Shaper::error(std::string_view code, base::Span span) {
    if (!quiet_ && sink_.error_count() < most_errors) return sink_.error(code, concrete_.source, span);
    beyond_ = {};
    return beyond_.error(code, concrete_.source, span);
}

void Shaper::give_up(std::string_view code, base::Span span) {
    error(code, span);
    throw GivenUp{};
}

std::string_view Shaper::spelling(Keyword k, std::string_view like) const {
    return is_ascii(like) ? en(k) : zh(k);
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
    explain_split(token, parts_of_anything);
    const std::string_view word = token.text;
    const auto offer = [&](std::string_view code, Keyword k) {
        const std::string meant(spelling(k, word));
        error(code, token.span).arg("word", token.text).arg("meant", meant).fix(token.span, meant);
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
    if (is_head) {
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
    std::vector<std::string_view> spelled;
    for (const auto k : candidates) {
        spelled.push_back(zh(k));
        spelled.push_back(en(k));
    }
    const auto length = utf8::count(word);
    const std::size_t most = length <= (is_ascii(word) ? 4U : 3U) ? 1 : 2;
    // One character of two is near enough only where the other is the same.
    if (const auto near = base::closest_index(word, spelled, most); near && length >= 2) {
        if (utf8::count(spelled[*near]) >= 2) {
            const std::string meant(spelled[*near]);
            error("P021", token.span).arg("word", token.text).arg("meant", meant).fix(token.span, meant);
            throw GivenUp{};
        }
    }
}

void Shaper::unexpected(Cursor& c, const std::vector<Keyword>& candidates, std::string_view code) {
    if (!c.at_end()) explain(*c.token(), candidates, false);
    auto e = error(code, c.here());
    if (!candidates.empty()) {
        const auto word = c.at_end() ? std::string_view{} : c.word();
        e.arg("expected", std::string(spelling(candidates.front(), word.empty() ? zh(candidates.front()) : word)));
    }
    e.arg("word", c.at_end() ? std::string() : shown(c.here()));
    throw GivenUp{};
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
            for (auto j = i + 1; j < items.size() && !items[j].group && !concrete_.tokens[items[j].token].first_on_line; ++j)
                declare(items[j]);
        } else if (const auto k = find_keyword(t.text, Position::procedure_item | Position::file_item | Position::step_item);
                   k && declares(*k)) {
            declare(next);
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
