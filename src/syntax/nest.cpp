#include "syntax/nest.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace guicheng::syntax {
namespace {

using Kind = TokenKind;
constexpr std::uint32_t none = UINT32_MAX;

bool opens(Kind k) {
    return k == Kind::open_brace || k == Kind::open_paren;
}
bool closes(Kind k) {
    return k == Kind::close_brace || k == Kind::close_paren;
}
bool silent(Kind k) {
    return k == Kind::newline || k == Kind::comment;
}

class Brackets {
public:
    Brackets(const base::SourcePtr& source, std::vector<Token>& tokens, diag::Sink& sink) : source_(source), tokens_(tokens), sink_(sink) {
        add_missing_opens();
        for (const auto& t : tokens_) ++count_[t.kind];
    }

    /// False where the text nests too deep.
    bool repair(std::size_t limit) {
        if (deepest() > limit) return false;
        const auto surplus = count_[Kind::open_brace] - count_[Kind::close_brace];
        const auto round = count_[Kind::open_paren] - count_[Kind::close_paren];
        if (round == 0 && surplus > 0) find_unclosed(surplus);
        if (round == 0 && surplus < 0) find_extra(-surplus);
        match(surplus, round);
        return true;
    }

    std::vector<Item> build() const {
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

private:
    std::size_t deepest() {
        std::size_t depth = 0, most = 0;
        for (const auto& t : tokens_) {
            if (opens(t.kind)) most = std::max(most, ++depth);
            if (closes(t.kind) && depth > 0) --depth;
        }
        return most;
    }

    diag::Sink::Entry error(std::string_view code, std::uint32_t token) {
        if (sink_.error_count() < most_errors) return sink_.error(code, source_, tokens_[token].span);
        beyond_ = {};
        return beyond_.error(code, source_, tokens_[token].span);
    }

    /// Whether the line that begins with this token is one that the block of the head holds.
    bool belongs(std::uint32_t token, Keyword head) const {
        const auto& t = tokens_[token];
        if (t.kind != Kind::word) return false;
        const auto is = [&](Position p) { return find_keyword(t.text, p).has_value(); };
        switch (head) {  // NOLINT(clang-diagnostic-switch-enum): only these have a block
            case Keyword::procedure: return is(Position::procedure_item);
            case Keyword::step: return is(Position::step_item);
            case Keyword::meeting: return is(Position::meeting_item);
            case Keyword::finding: return is(Position::finding_item);
            case Keyword::matter:
            case Keyword::record:
                return token + 1 < tokens_.size() && tokens_[token + 1].kind == Kind::word &&
                       find_keyword(tokens_[token + 1].text, Position::type).has_value();
            default: return false;
        }
    }

    /// The head of a block that begins a line, if this token is one.
    std::optional<Keyword> block_head(std::uint32_t token) const {
        const auto& t = tokens_[token];
        if (t.kind != Kind::word || !t.first_on_line) return std::nullopt;
        auto k = find_keyword(t.text, Position::file_item | Position::procedure_item | Position::step_item);
        if (k == Keyword::may && token + 1 < tokens_.size()) k = find_keyword(tokens_[token + 1].text, Position::procedure_item);
        const bool has_block = k == Keyword::procedure || k == Keyword::step || k == Keyword::meeting || k == Keyword::finding ||
                               k == Keyword::matter || k == Keyword::record;
        return has_block ? k : std::nullopt;
    }

    /// The last token of a head's line (and of the lines that go on with it) where neither it nor the next line opens a
    /// block, though what follows stands deeper and belongs into one.
    std::optional<std::uint32_t> lacks_brace(std::uint32_t head, Keyword keyword) const {
        for (auto i = head + 1; i < tokens_.size(); ++i) {
            const auto kind = tokens_[i].kind;
            if (kind == Kind::open_brace || kind == Kind::close_brace || kind == Kind::semicolon || kind == Kind::stop) return std::nullopt;
            if (silent(kind) || !tokens_[i].first_on_line) continue;
            const bool more = kind == Kind::word && find_keyword(tokens_[i].text, Position::modifier | Position::condition);
            if (more && !belongs(i, keyword)) continue;
            if (tokens_[i].indent <= tokens_[head].indent || !belongs(i, keyword)) return std::nullopt;
            return last_before(i);
        }
        return std::nullopt;
    }

    /// 规程 甲, and on the next line, deeper, 步骤 …: the brace between them was forgotten.
    void add_missing_opens() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> missing;  // after which token, with which indentation
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            const auto keyword = block_head(i);
            if (!keyword) continue;
            const auto last = lacks_brace(i, *keyword);
            if (!last) continue;
            const auto end = tokens_[*last].span.end;
            error("P069", *last).fix({end, end}, " {");
            missing.emplace_back(*last, tokens_[i].indent);
        }
        if (missing.empty()) return;
        std::vector<Token> whole;
        whole.reserve(tokens_.size() + missing.size());
        auto next = missing.begin();
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            whole.push_back(std::move(tokens_[i]));
            if (next == missing.end() || next->first != i) continue;
            const auto end = whole.back().span.end;
            whole.push_back({Kind::open_brace, {end, end}, "{", false, next->second});
            ++next;
        }
        tokens_ = std::move(whole);
    }

    std::uint32_t last_before(std::uint32_t token) const {
        while (token > 0 && silent(tokens_[token - 1].kind)) --token;
        return token > 0 ? token - 1 : 0;
    }

    void report_unclosed_brace(std::uint32_t open, std::uint32_t before) {
        const auto end = tokens_[last_before(before)].span.end;
        const bool one_line = before < tokens_.size() && source_->line_begin(end) == source_->line_begin(tokens_[open].span.begin) &&
                              !tokens_[before].first_on_line;
        error("P010", open).suggest({end, end}, one_line ? std::string(" }") : "\n" + std::string(tokens_[open].indent, ' ') + "}");
        ++close_before_[before];
    }

    /// A line that stands no deeper than the line of the brace it would be in tells which brace was left open.
    void find_unclosed(long missing) {
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
    void find_extra(long surplus) {
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < tokens_.size() && surplus > 0; ++i) {
            const auto& t = tokens_[i];
            if (t.kind == Kind::open_brace) open.push_back(i);
            if (t.kind != Kind::close_brace) continue;
            const bool other_line =
                open.empty() || source_->line_begin(tokens_[open.back()].span.begin) != source_->line_begin(t.span.begin);
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
    std::uint32_t likely_end(std::uint32_t open) const {
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

    void report_unclosed_paren(std::uint32_t open) {
        const auto at = likely_end(open);
        const auto end = tokens_[last_before(at)].span.end;
        error("P012", open).suggest({end, end}, ")");
        ++close_before_[at];
        tokens_[open].doubtful = true;
    }

    void wrong_bracket(std::uint32_t close, std::string_view meant) {
        error("P014", close)
            .arg("found", std::string(source_->slice(tokens_[close].span)))
            .arg("meant", std::string(meant))
            .fix(tokens_[close].span, std::string(meant));
    }

    void match(long braces, long rounds) {
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

    const base::SourcePtr& source_;
    std::vector<Token>& tokens_;
    diag::Sink& sink_;
    std::map<Kind, long> count_;
    std::map<std::uint32_t, std::size_t> close_before_;
    std::set<std::uint32_t> skip_;
    diag::Sink beyond_;  ///< takes what is past the limit
};

}  // namespace

std::vector<Item> nest(const base::SourcePtr& source, std::vector<Token>& tokens, const Limits& limits, diag::Sink& sink) {
    Brackets brackets(source, tokens, sink);
    if (!brackets.repair(limits.nesting)) {
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
    return brackets.build();
}

}  // namespace guicheng::syntax
