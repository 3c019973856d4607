// Brackets that do not match, repaired by how the lines stand: a bracket opened within a line closes on it (or on lines that are
// indented deeper), a block ends where a line stands no deeper than its head.
#include <algorithm>
#include <utility>

#include "syntax/brackets.hpp"

namespace guicheng::syntax {
namespace {

using Kind = TokenKind;

constexpr std::size_t most_insertions = 100;  // each moves what follows it

}  // namespace

/// A bracket that is open where the reading has got to.
struct Brackets::Open {
    std::uint32_t token;
    std::uint32_t line;    ///< first token of its line
    std::uint32_t indent;  ///< of its line
    bool brace;
    bool block;  ///< a brace at the end of its line
    bool set;    ///< a brace behind a word that a set of names follows
};

/// The first token of the next line that has one; the number of tokens where there is none.
std::uint32_t Brackets::next_line(std::uint32_t end) const {
    while (end < tokens_.size() && silent(tokens_[end].kind)) ++end;
    return end;
}

bool Brackets::takes_names(std::uint32_t token) const {
    const auto& t = tokens_[token];
    if (t.kind != Kind::word) return false;
    for (const auto k : {Keyword::includes, Keyword::one_of, Keyword::not_one_of, Keyword::type_choice, Keyword::type_list})
        if (spells(t.text, k)) return true;
    return habitual(t.text) == Keyword::includes;
}

/// Whether the line closes more than it opens.
bool Brackets::has_loose_closer(std::uint32_t first, std::uint32_t end) const {
    std::size_t depth = 0;
    for (auto i = first; i < end; ++i) {
        if (opens(tokens_[i].kind)) ++depth;
        if (!closes(tokens_[i].kind)) continue;
        if (depth == 0) return true;
        --depth;
    }
    return false;
}

void Brackets::report_unclosed(const Open& open, std::uint32_t before) {
    if (!open.brace) {
        report_unclosed_paren(open.token);
        return;
    }
    if (open.block) {
        report_unclosed_brace(open.token, before);
        return;
    }
    // Before the first word behind the names that begins another part: 包括 { 甲 乙 依据 丙.
    auto at = before;
    for (auto i = open.token + 2; open.set && i + 1 < before; ++i) {
        const auto next = tokens_[i + 1].kind;
        if (tokens_[i].kind != Kind::word || !find_keyword(tokens_[i].text, Position::modifier) ||
            (next != Kind::word && next != Kind::text))
            continue;
        at = i;
        break;
    }
    const auto last = last_before(at);
    const auto end = tokens_[last].span.end;
    const bool certain = open.set && at == before && source_->line_begin(end) == source_->line_begin(tokens_[open.token].span.begin);
    error("P010", open.token).fix({end, end}, " }", certain ? diag::FixKind::certain : diag::FixKind::suggestion);
    ++close_before_[at];
}

/// What was opened before this line and cannot go on in it.
void Brackets::close_ended(std::vector<Open>& open, std::uint32_t first, std::uint32_t end) {
    const auto& t = tokens_[first];
    const auto part = t.kind == Kind::word ? find_keyword(t.text, Position::modifier | Position::condition) : std::nullopt;
    const bool joins = part == Keyword::and_ || part == Keyword::or_;
    while (!open.empty()) {
        const auto top = open.back();
        bool ended = false;
        if (t.kind == Kind::close_brace)
            ended = t.indent < top.indent;
        else if (t.kind == Kind::close_paren || t.kind == Kind::open_brace)
            ended = false;
        else if (top.block && !(top.set && part && first + 1 < end && tokens_[first + 1].kind != Kind::newline))
            ended = t.indent <= top.indent;
        else
            ended = (t.indent <= top.indent && !joins) || (part && (top.set || !joins) && !has_loose_closer(first, end));
        if (!ended) return;
        report_unclosed(top, first);
        open.pop_back();
    }
}

/// Whether the closing bracket may well be that of what an earlier line opened.
bool Brackets::closes_earlier(const Open& top, std::uint32_t close, std::uint32_t first, std::uint32_t end, bool only_closers) const {
    if (!top.block) return true;
    const auto after = next_line(end);
    const bool goes_on = after < tokens_.size() && tokens_[after].indent > top.indent;
    if (only_closers) return tokens_[first].indent <= top.indent || !goes_on;
    const bool closed_below = after < tokens_.size() && tokens_[after].kind == Kind::close_brace && tokens_[after].indent == top.indent;
    return !goes_on && !closed_below && close >= first;
}

/// Whether the line lacks a bracket of the other kind just as it has this one too many.
bool Brackets::mistyped(Kind close, std::uint32_t first, std::uint32_t end) {
    if (counted_ != first) {
        counted_ = first;
        surplus_.clear();
        for (auto i = first; i < end; ++i)
            if (tokens_[i].kind != Kind::open_brace || next_line(i + 1) < end) ++surplus_[tokens_[i].kind];
    }
    const auto braces = surplus_[Kind::open_brace] - surplus_[Kind::close_brace];
    const auto rounds = surplus_[Kind::open_paren] - surplus_[Kind::close_paren];
    return close == Kind::close_brace ? braces < 0 && rounds > 0 : braces > 0 && rounds < 0;
}

void Brackets::report_stray(std::uint32_t close, std::uint32_t first) {
    error(tokens_[close].kind == Kind::close_brace ? "P011" : "P013", close).suggest(tokens_[close].span, "");
    skip_.insert(close);
    // The statement that ends here is not judged: where its bracket was to open cannot be told.
    std::size_t depth = 0;
    const auto earlier = std::exchange(last_stray_, close);
    for (auto i = close; i-- > first;) {
        if (i == earlier) break;
        const auto kind = tokens_[i].kind;
        if (depth == 0 && (kind == Kind::semicolon || kind == Kind::stop || kind == Kind::open_brace)) return;
        if (closes(kind)) ++depth;
        if (opens(kind) && depth > 0) --depth;
        tokens_[i].doubtful = true;
    }
}

void Brackets::put_in(std::uint32_t at, Token token) {
    tokens_.insert(tokens_.begin() + at, std::move(token));
    ++insertions_;
    const auto moved = [&](std::uint32_t place) { return place < at ? place : place + 1; };
    std::map<std::uint32_t, std::size_t> closings;
    for (const auto& [place, count] : close_before_) closings.emplace(moved(place), count);
    close_before_ = std::move(closings);
    std::set<std::uint32_t> skipped;
    for (const auto place : skip_) skipped.insert(moved(place));
    skip_ = std::move(skipped);
}

/// 选项, on lines of their own the names, and a brace that closes them: the opening one stands at the end of the line before them.
bool Brackets::insert_open_above(std::uint32_t close, std::vector<Open>& open) {
    const auto indent = tokens_[close].indent;
    for (auto i = close; i-- > 0;) {
        if (!tokens_[i].first_on_line || tokens_[i].kind == Kind::newline || tokens_[i].indent > indent) continue;
        if (tokens_[i].indent < indent) return false;
        auto end = i;
        while (tokens_[end].kind != Kind::newline) ++end;
        const auto last = last_before(end);
        if (!takes_names(last)) return false;
        const auto place = tokens_[last].span.end;
        error("P069", last).fix({place, place}, " {");
        put_in(last + 1, {Kind::open_brace, {place, place}, "{", false, indent});
        open.push_back({last + 1, i, indent, true, true, true});
        return true;
    }
    return false;
}

/// 选项 { 甲 乙 }}；丙 是否 }: of too many closing brackets on a line one that touches another is the one that was typed twice.
bool Brackets::drop_doubled(std::uint32_t close, std::uint32_t first) {
    if (tokens_[close].kind != Kind::close_brace) return false;  // round ones touch where nothing is wrong
    for (auto i = first + 1; i <= close; ++i) {
        const auto& t = tokens_[i];
        if (t.kind != tokens_[close].kind || tokens_[i - 1].kind != t.kind || tokens_[i - 1].span.end != t.span.begin || skip_.contains(i))
            continue;
        error("P097", i).arg("mark", std::string(source_->slice(t.span))).suggest(t.span, "");
        skip_.insert(i);
        ++insertions_;
        return true;
    }
    return false;
}

/// Puts the bracket in whose partner this is, where the line has a word that wants one and has none. False where it has not.
bool Brackets::insert_open(std::uint32_t close, std::uint32_t first) {
    const bool brace = tokens_[close].kind == Kind::close_brace;
    const auto is_name = [&](std::uint32_t i) { return i < close && (tokens_[i].kind == Kind::word || tokens_[i].kind == Kind::name); };
    const auto part = [&](std::uint32_t i) {
        return tokens_[i].kind == Kind::word ? find_keyword(tokens_[i].text, Position::modifier | Position::condition) : std::nullopt;
    };
    const auto spelled = [&](std::uint32_t i, Keyword k) { return tokens_[i].kind == Kind::word && spells(tokens_[i].text, k); };
    std::vector<std::uint32_t> places;
    std::size_t guesses = 0;
    for (auto i = first; i + 1 < close; ++i) {
        const bool heads = i == first || tokens_[i - 1].kind == Kind::semicolon || tokens_[i - 1].kind == Kind::open_brace;
        if (!brace) {
            // 每个 甲 乙 是 丙); of 有 甲 当 … it cannot be told whether the condition was in brackets.
            if (!is_name(i + 1) || i + 2 >= close || tokens_[i + 2].kind == Kind::open_paren) continue;
            const bool guess = (spelled(i, Keyword::some) || spelled(i, Keyword::count)) && spelled(i + 2, Keyword::when);
            if (!guess && !spelled(i, Keyword::every)) continue;
            places.push_back(i + 2);
            guesses += guess ? 1 : 0;
        } else if (takes_names(i)) {
            if (!is_name(i + 1) || part(i + 1)) continue;
            // 包括 may be followed by one name, 清单 by none.
            const bool one = i + 2 < close && !is_name(i + 2) && tokens_[i + 2].kind != Kind::enumeration;
            if (!spelled(i, Keyword::type_choice) && (one || (i + 2 < close && part(i + 2)))) continue;
            places.push_back(i + 1);
        } else if (heads && (spelled(i, Keyword::record) || spelled(i, Keyword::matter))) {
            if (is_name(i + 1)) places.push_back(i + 1);
        } else if (heads && is_name(i + 1) && i + 2 < close) {
            for (const auto k : {Keyword::step, Keyword::meeting, Keyword::finding, Keyword::event}) {
                if (!spelled(i, k)) continue;
                for (auto at = i + 2; at < close && tokens_[at].kind != Kind::open_brace; ++at) {
                    if (!belongs(at, k)) continue;
                    places.push_back(at);
                    guesses += at == i + 2 ? 0 : 1;
                    break;
                }
            }
        }
    }
    if (places.empty()) return false;
    const auto at = places.back();
    const auto end = tokens_[at - 1].span.end;
    const auto kind = places.size() == 1 && guesses == 0 ? diag::FixKind::certain : diag::FixKind::suggestion;
    error(brace ? "P069" : "P090", at - 1).fix({end, end}, brace ? " {" : " (", kind);
    put_in(at, {brace ? Kind::open_brace : Kind::open_paren, {end, end}, brace ? "{" : "(", false, tokens_[first].indent});
    return true;
}

/// Pairs the brackets of a line. Where a closing one has no partner: that one, unless it is to be reported.
std::optional<std::uint32_t> Brackets::read_line(std::vector<Open>& open, std::uint32_t first, std::uint32_t end, bool report) {
    bool only_closers = true;
    const auto give_up_top = [&](std::uint32_t before) {
        if (report) report_unclosed(open.back(), before);
        open.pop_back();
    };
    for (auto i = first; i < end; ++i) {
        const auto kind = tokens_[i].kind;
        if (opens(kind)) {
            const bool brace = kind == Kind::open_brace;
            const bool last = next_line(i + 1) >= end;
            open.push_back({i, first, tokens_[first].indent, brace, brace && last, brace && i > 0 && takes_names(i - 1)});
        }
        if (kind == Kind::semicolon || kind == Kind::stop)
            while (!open.empty() && open.back().line == first && (open.back().set || !open.back().brace)) give_up_top(i);
        if (!closes(kind) || skip_.contains(i)) {
            only_closers = only_closers && silent(kind);
            continue;
        }
        const bool brace = kind == Kind::close_brace;
        const auto local = [&](const Open& o) { return o.line == first && o.brace == brace; };
        const auto any = [&](const Open& o) { return o.brace == brace; };
        if (!open.empty() && open.back().brace == brace &&
            (open.back().line == first || closes_earlier(open.back(), i, first, end, only_closers))) {
            open.pop_back();
        } else if (std::any_of(open.begin(), open.end(), local) ||
                   (only_closers && !open.empty() && open.back().brace != brace && std::any_of(open.begin(), open.end(), any))) {
            while (open.back().brace != brace) give_up_top(i);
            open.pop_back();
        } else if (!open.empty() && open.back().line == first && mistyped(kind, first, end)) {
            if (report) wrong_bracket(i, brace ? ")" : "}");
            open.pop_back();
        } else if (report) {
            report_stray(i, first);
        } else {
            return i;
        }
    }
    return std::nullopt;
}

void Brackets::repair_by_layout() {
    std::vector<Open> open;
    for (auto first = next_line(0); first < tokens_.size();) {
        const auto line_end = [&] {
            auto end = first;
            while (end < tokens_.size() && tokens_[end].kind != Kind::newline) ++end;
            return end;
        };
        close_ended(open, first, line_end());
        // First only looked at, until what it lacks is in its place.
        for (;;) {
            auto tried = open;
            counted_ = UINT32_MAX;
            const auto stray = read_line(tried, first, line_end(), false);
            if (!stray || insertions_ >= most_insertions) break;
            if (drop_doubled(*stray, first)) continue;
            if (*stray == first && tokens_[first].kind == Kind::close_brace) {
                if (!insert_open_above(first, open)) break;
                ++first;
            } else if (!insert_open(*stray, first)) {
                break;
            }
        }
        const auto end = line_end();
        read_line(open, first, end, true);
        first = next_line(end);
    }
    for (; !open.empty(); open.pop_back()) report_unclosed(open.back(), static_cast<std::uint32_t>(tokens_.size()));
}

}  // namespace guicheng::syntax
