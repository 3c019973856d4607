// Blocks whose first line is missing: lines that stand deeper than what is before them, and a brace that closes what nothing opened.
#include <algorithm>

#include "syntax/brackets.hpp"

namespace guicheng::syntax {
namespace {

constexpr std::size_t most_heads = 20;  // looked for in one text

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

/// A line that has tokens other than remarks: its first one, and behind its last.
struct Brackets::Row {
    std::uint32_t first;
    std::uint32_t end;
    std::uint32_t indent;
    long opened;       ///< braces that it leaves open, less those that it closes
    bool only_closes;  ///< }, or }；
};

std::vector<Brackets::Row> Brackets::rows() const {
    std::vector<Row> out;
    for (std::uint32_t i = next_line(0); i < tokens_.size(); i = next_line(i)) {
        Row row{i, i, tokens_[i].indent, 0, tokens_[i].kind == Kind::close_brace};
        for (; i < tokens_.size() && tokens_[i].kind != Kind::newline; ++i) {
            const auto kind = tokens_[i].kind;
            if (kind == Kind::comment) continue;
            row.opened += kind == Kind::open_brace ? 1 : kind == Kind::close_brace ? -1 : 0;
            row.only_closes = row.only_closes && (i == row.first || kind == Kind::semicolon || kind == Kind::stop);
            row.end = i + 1;
        }
        out.push_back(row);
    }
    return out;
}

/// What the missing line began with, as the lines of its block tell; nothing where they are names.
std::optional<Keyword> Brackets::head_of(const std::vector<Row>& rows, std::size_t first, std::size_t last,
                                         std::optional<Keyword> around) const {
    if (!around) return Keyword::procedure;
    const auto outer = rows[first].indent;
    const auto most = [&](Keyword k) {
        std::size_t lines = 0, found = 0;
        for (auto i = first; i < last; ++i) {
            if (rows[i].indent > outer || rows[i].only_closes) continue;
            ++lines;
            found += belongs(rows[i].first, k) ? 1 : 0;
        }
        return found > 0 && 2 * found >= lines;
    };
    if (*around == Keyword::step) {
        for (const auto k : {Keyword::meeting, Keyword::record})
            if (most(k)) return k;
    }
    if (*around == Keyword::procedure) {
        for (const auto k : {Keyword::matter, Keyword::finding, Keyword::step})
            if (most(k) && (k != Keyword::finding || !most(Keyword::step))) return k;
    }
    return std::nullopt;
}

/// The names that stand where a step is named, and those that have a 步骤 of their own; or of the bodies and the meetings.
std::optional<std::string> Brackets::missing_name(Keyword head) const {
    std::set<std::string> named, declared;
    const auto is = [&](std::uint32_t i, Keyword k) {
        return i < tokens_.size() && tokens_[i].kind == Kind::word && spells(tokens_[i].text, k);
    };
    const auto add = [&](std::set<std::string>& to, std::uint32_t i) {
        if (i < tokens_.size() && (tokens_[i].kind == Kind::word || tokens_[i].kind == Kind::name)) to.insert(tokens_[i].text);
    };
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
        if (is(i, head) && tokens_[i].first_on_line) add(declared, i + 1);
        if (head == Keyword::step && (is(i, Keyword::return_to) || is(i, Keyword::reach) || is(i, Keyword::must_pass))) add(named, i + 1);
        if (head == Keyword::step && is(i, Keyword::after)) {
            add(named, ++i);
            for (; is(i + 1, Keyword::and_) || is(i + 1, Keyword::or_); i += 2) add(named, i + 2);
        }
        if (head == Keyword::meeting && is(i, Keyword::bodies))
            for (auto at = i + 1; at < tokens_.size() && tokens_[at].kind != Kind::newline; ++at) add(named, at);
    }
    std::vector<std::string> missing;
    std::set_difference(named.begin(), named.end(), declared.begin(), declared.end(), std::back_inserter(missing));
    return missing.size() == 1 ? std::optional(missing.front()) : std::nullopt;
}

/// The keyword of the block that the row stands in; nothing where it stands in none.
std::optional<Keyword> Brackets::around(const std::vector<Row>& rows, std::size_t row, std::uint32_t indent) const {
    for (auto i = row + 1; i-- > 0;) {
        if (rows[i].indent >= indent || rows[i].opened <= 0) continue;
        // A brace on a line of its own closes the lines of its head.
        auto head = i;
        while (head > 0 && !block_head(rows[head].first) && rows[head].indent > 0) --head;
        return block_head(rows[head].first).value_or(Keyword::cases);  // of another kind: a set of names, situations
    }
    return std::nullopt;
}

void Brackets::add_missing_heads() {
    long surplus = 0;
    for (const auto& t : tokens_) surplus += t.kind == Kind::close_brace ? 1 : t.kind == Kind::open_brace ? -1 : 0;
    if (surplus <= 0) return;
    Insertions heads;
    const auto all = rows();
    for (std::size_t close = 1; close < all.size() && surplus > 0 && heads.size() < most_heads; ++close) {
        if (!all[close].only_closes) continue;
        const auto indent = all[close].indent;
        auto first = close;
        long opened = 0;
        while (first > 0 && all[first - 1].indent > indent) opened += all[--first].opened;
        if (first == close || opened != 0 || (first == 0 && indent > 0)) continue;
        const auto* before = first == 0 ? nullptr : &all[first - 1];
        const auto block = first == 0 ? std::nullopt : around(all, first - 1, all[close].indent);
        if (before != nullptr && before->opened > 0 && (before->indent == indent || (block && belongs(all[first].first, *block)))) continue;
        if (before != nullptr && takes_names(before->end - 1)) continue;
        if (before == nullptr && !belongs(all[0].first, Keyword::procedure)) continue;
        // Lines that go on with the statement before are not of the block.
        const auto goes_on = [&](std::uint32_t token) {
            return tokens_[token].kind == Kind::word && find_keyword(tokens_[token].text, Position::modifier);
        };
        while (first + 1 < close && before != nullptr && goes_on(all[first].first)) ++first;
        --surplus;
        report_missing_head(all, first, close, block, heads);
    }
    put_before(std::move(heads));
}

void Brackets::report_missing_head(const std::vector<Row>& rows, std::size_t first, std::size_t close, std::optional<Keyword> block,
                                   Insertions& heads) {
    const auto begin = rows[first].first;
    const auto head = head_of(rows, first, close, block);
    const auto place = tokens_[begin].span.begin;
    const bool named = head && head != Keyword::matter && head != Keyword::record;
    const auto name = named ? missing_name(*head) : std::nullopt;
    if (!head) {
        error("P103", begin).arg("word", std::string(source_->slice(tokens_[begin].span))).arg("form", "\u2026 {");
        for (auto i = begin; i <= rows[close].first; ++i)
            if (!silent(tokens_[i].kind)) tokens_[i].kind = Kind::comment;
        return;
    }
    const auto word_at = std::find_if(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.kind == Kind::word; });
    const bool english = word_at->text == en(Keyword::procedure) || is_ascii_letter(tokens_[begin].text.front());
    const std::string word(english ? en(*head) : zh(*head));
    const auto line = word + " " + (named ? name.value_or("\u2026") + " " : std::string()) + "{";
    auto e = error("P103", begin);
    e.arg("word", std::string(source_->slice(tokens_[begin].span))).arg("form", line);
    const auto at = source_->line_begin(place);
    if (!named || name) e.suggest({at, at}, std::string(rows[close].indent, ' ') + line + "\n");
    std::vector<Token> tokens;
    const auto add = [&](Kind kind, std::string text) {
        tokens.push_back({kind, {place, place}, std::move(text), tokens.empty(), rows[close].indent, true});
    };
    add(Kind::word, word);
    if (named) add(Kind::name, name.value_or("\u2026"));
    add(Kind::open_brace, "{");
    heads.push_back({begin, std::move(tokens)});
}

}  // namespace guicheng::syntax
