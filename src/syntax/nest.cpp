#include "syntax/nest.hpp"

#include <algorithm>

#include "syntax/brackets.hpp"

namespace guicheng::syntax {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

}  // namespace

Brackets::Brackets(const base::SourcePtr& source, std::vector<Token>& tokens, diag::Sink& sink)
    : source_(source), tokens_(tokens), sink_(sink) {
    drop_doubled_opens();
    add_missing_opens();
    add_missing_heads();
}

/// {{ where one is meant: no block begins with another that has no head.
void Brackets::drop_doubled_opens() {
    long surplus = 0;
    for (const auto& t : tokens_) surplus += t.kind == Kind::open_brace ? 1 : t.kind == Kind::close_brace ? -1 : 0;
    for (std::uint32_t i = 1; i < tokens_.size() && surplus > 0; ++i) {
        const auto brace = [&](std::uint32_t at) { return at < tokens_.size() && tokens_[at].kind == Kind::open_brace; };
        // Three and more are no slip of the pen.
        if (!brace(i) || !brace(i - 1) || brace(i + 1) || (i > 1 && brace(i - 2))) continue;
        error("P097", i).arg("mark", "{").fix(tokens_[i].span, "");
        tokens_[i].kind = Kind::comment;  // no statement sees it
        --surplus;
    }
}

bool Brackets::nests_deeper_than(std::size_t limit) const {
    std::size_t depth = 0;
    for (const auto& t : tokens_) {
        if (opens(t.kind) && ++depth > limit) return true;
        if (closes(t.kind) && depth > 0) --depth;
    }
    return false;
}

void Brackets::repair_by_count() {
    std::map<Kind, long> count;
    for (const auto& t : tokens_) ++count[t.kind];
    const auto surplus = count[Kind::open_brace] - count[Kind::close_brace];
    const auto round = count[Kind::open_paren] - count[Kind::close_paren];
    if (round == 0 && surplus > 0) find_unclosed(surplus);
    if (round == 0 && surplus < 0) find_extra(-surplus);
    pair_up(surplus, round);
}

std::vector<Item> Brackets::build() const {
    std::vector<std::vector<Item>> levels(1);
    std::vector<std::uint32_t> open;
    const auto close_top = [&](std::uint32_t at) {
        Item group{open.back(), at == none ? open.back() : at, true, std::move(levels.back())};
        open.pop_back();
        levels.pop_back();
        levels.back().push_back(std::move(group));
    };
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
        if (const auto it = close_before_.find(i); it != close_before_.end())
            for (std::size_t n = 0; n < it->second && !open.empty(); ++n) close_top(none);
        if (silent(tokens_[i].kind) || skip_.contains(i)) continue;
        if (opens(tokens_[i].kind)) {
            open.push_back(i);
            levels.emplace_back();
        } else if (closes(tokens_[i].kind)) {
            if (!open.empty()) close_top(i);
        } else {
            levels.back().push_back({i, i, false, {}});
        }
    }
    while (!open.empty()) close_top(none);
    return std::move(levels.front());
}

diag::Sink::Entry Brackets::error(std::string_view code, std::uint32_t token) {
    if (sink_.error_count() < most_errors) return sink_.error(code, source_, tokens_[token].span);
    beyond_ = {};
    return beyond_.error(code, source_, tokens_[token].span);
}

std::uint32_t Brackets::last_before(std::uint32_t token) const {
    while (token > 0 && silent(tokens_[token - 1].kind)) --token;
    return token > 0 ? token - 1 : 0;
}

void Brackets::report_unclosed_brace(std::uint32_t open, std::uint32_t before) {
    const auto end = tokens_[last_before(before)].span.end;
    const bool one_line = before < tokens_.size() && source_->line_begin(end) == source_->line_begin(tokens_[open].span.begin) &&
                          !tokens_[before].first_on_line;
    error("P010", open).suggest({end, end}, one_line ? std::string(" }") : "\n" + std::string(tokens_[open].indent, ' ') + "}");
    ++close_before_[before];
}

/// A line that stands no deeper than the line of the brace it would be in tells which brace was left open.
void Brackets::find_unclosed(long missing) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < tokens_.size() && missing > 0; ++i) {
        const auto& t = tokens_[i];
        if (silent(t.kind)) continue;
        while (t.first_on_line && !open.empty() && missing > 0) {
            const auto indent = tokens_[open.back()].indent;
            if (!(t.kind == Kind::close_brace ? t.indent < indent : t.indent <= indent)) break;
            report_unclosed_brace(open.back(), i);
            open.pop_back();
            --missing;
        }
        if (t.kind == Kind::open_brace) open.push_back(i);
        if (t.kind == Kind::close_brace && !open.empty()) open.pop_back();
    }
}

/// A closing brace that does not stand under the line that it closes tells which one is too many.
void Brackets::find_extra(long surplus) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < tokens_.size() && surplus > 0; ++i) {
        const auto& t = tokens_[i];
        if (t.kind == Kind::open_brace) open.push_back(i);
        if (t.kind != Kind::close_brace) continue;
        const bool other_line = open.empty() || source_->line_begin(tokens_[open.back()].span.begin) != source_->line_begin(t.span.begin);
        const bool odd = open.empty() || (t.first_on_line ? t.indent != tokens_[open.back()].indent : closes(tokens_[i - 1].kind));
        if (other_line && odd) {
            error("P011", i).suggest(t.span, "");
            skip_.insert(i);
            --surplus;
        } else if (!open.empty()) {
            open.pop_back();
        }
    }
}

/// Where the missing round bracket most likely stood: before the first modifier behind it, else at the end of its
/// line.
std::uint32_t Brackets::likely_end(std::uint32_t open) const {
    std::size_t depth = 0;
    for (auto i = open + 1; i < tokens_.size(); ++i) {
        const auto& t = tokens_[i];
        if (depth == 0 && (t.kind == Kind::newline || t.kind == Kind::comment || closes(t.kind))) return i;
        if (depth == 0 && t.kind == Kind::word && find_keyword(t.text, Position::modifier)) return i;
        if (opens(t.kind)) {
            if (depth == 0 && t.kind == Kind::open_brace) return i;
            ++depth;
        }
        if (closes(t.kind)) --depth;
    }
    return static_cast<std::uint32_t>(tokens_.size());
}

void Brackets::report_unclosed_paren(std::uint32_t open) {
    const auto at = likely_end(open);
    const auto end = tokens_[last_before(at)].span.end;
    error("P012", open).suggest({end, end}, ")");
    ++close_before_[at];
    tokens_[open].doubtful = true;
}

void Brackets::wrong_bracket(std::uint32_t close, std::string_view meant) {
    error("P014", close)
        .arg("found", std::string(source_->slice(tokens_[close].span)))
        .arg("meant", std::string(meant))
        .fix(tokens_[close].span, std::string(meant));
}

void Brackets::pair_up(long braces, long rounds) {
    std::vector<std::uint32_t> open;
    const auto has = [&](Kind k) { return std::any_of(open.begin(), open.end(), [&](auto o) { return tokens_[o].kind == k; }); };
    for (std::uint32_t i = 0; i <= tokens_.size(); ++i) {
        if (const auto it = close_before_.find(i); it != close_before_.end())
            for (std::size_t n = 0; n < it->second && !open.empty(); ++n) open.pop_back();
        if (i == tokens_.size() || skip_.contains(i)) continue;
        const auto kind = tokens_[i].kind;
        if (opens(kind)) open.push_back(i);
        if (!closes(kind)) continue;
        const auto partner = kind == Kind::close_brace ? Kind::open_brace : Kind::open_paren;
        if (!open.empty() && tokens_[open.back()].kind == partner) {
            open.pop_back();
        } else if (kind == Kind::close_brace && !open.empty() && ((braces < 0 && rounds > 0) || !has(Kind::open_brace))) {
            wrong_bracket(i, ")");
            ++braces, --rounds;
            open.pop_back();
        } else if (kind == Kind::close_paren && !open.empty() && braces > 0 && rounds < 0) {
            wrong_bracket(i, "}");
            --braces, ++rounds;
            open.pop_back();
        } else if (kind == Kind::close_brace && has(Kind::open_brace)) {
            while (tokens_[open.back()].kind != Kind::open_brace) {
                report_unclosed_paren(open.back());
                open.pop_back();
            }
            open.pop_back();
        } else {
            error(kind == Kind::close_brace ? "P011" : "P013", i).suggest(tokens_[i].span, "");
            skip_.insert(i);
        }
    }
    for (; !open.empty(); open.pop_back()) {
        if (tokens_[open.back()].kind == Kind::open_paren) {
            report_unclosed_paren(open.back());
        } else {
            report_unclosed_brace(open.back(), static_cast<std::uint32_t>(tokens_.size()));
        }
    }
}

std::vector<Item> nest(const base::SourcePtr& source, std::vector<Token>& tokens, const Limits& limits, Reading reading, diag::Sink& sink) {
    Brackets brackets(source, tokens, sink);
    if (brackets.nests_deeper_than(limits.nesting)) {
        std::size_t depth = 0;
        for (const auto& t : tokens) {
            if (closes(t.kind) && depth > 0) --depth;
            if (opens(t.kind) && ++depth > limits.nesting) {
                sink.error("P003", source, t.span).arg("limit", std::to_string(limits.nesting)).arg("name", "nesting");
                break;
            }
        }
        return {};
    }
    switch (reading) {
        case Reading::by_count: brackets.repair_by_count(); break;
        case Reading::by_layout: brackets.repair_by_layout(); break;
    }
    return brackets.build();
}

}  // namespace guicheng::syntax
