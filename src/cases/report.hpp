#pragma once
// The two ways of taking a mistake: silently, at the first one, or carefully, with a diagnostic each. One reader serves
// both.
#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "cases/keys.hpp"
#include "cases/meant.hpp"
#include "cases/name_table.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"
#include "syntax/keywords.hpp"

namespace guicheng::cases {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The fast path: a mistake ends the reading, and the caller reads once more with Careful to have it named.
struct Silent {
    static constexpr bool careful = false;
};

class Careful {
public:
    static constexpr bool careful = true;
    Careful(base::SourcePtr source, diag::Sink& sink) : source_(std::move(source)), sink_(sink), before_(sink.error_count()) {}

    diag::Sink::Entry error(std::string_view code, base::Span span, Arguments arguments) {
        return filled(sink_.error(code, source_, span), arguments);
    }
    diag::Sink::Entry warning(std::string_view code, base::Span span, Arguments arguments) {
        return filled(sink_.warning(code, source_, span), arguments);
    }
    /// The names that could have stood there, fixed words in the file's own spelling alone, and the nearest of all (or the one that is
    /// known to be meant) as a fix.
    void suggest(diag::Sink::Entry entry, const formats::Token& token, std::span<const NameTable* const> tables, bool chinese,
                 std::string_view meant = {}) {
        std::vector<std::string_view> all;
        std::vector<std::string_view> shown;
        for (const auto* table : tables) {
            const bool fixed = is_fixed(*table);
            for (const std::string_view name : table->names()) {
                all.push_back(name);
                const bool name_is_chinese = !name.empty() && (static_cast<unsigned char>(name.front()) & 0x80U) != 0;
                if (!fixed || name_is_chinese == chinese) shown.push_back(name);
            }
        }
        const auto nearest = !meant.empty()       ? std::optional(meant)
                             : fixed_only(tables) ? near(token.text, all)
                                                  : near_or_within(token.text, all);
        suggest(entry, token, shown, nearest);
    }
    void suggest(diag::Sink::Entry entry, const formats::Token& token, const std::vector<std::string_view>& known) {
        suggest(entry, token, known, near(token.text, known));
    }
    void suggest(diag::Sink::Entry entry, const formats::Token& token, const std::vector<std::string_view>& known,
                 std::optional<std::string_view> nearest) {
        constexpr std::size_t most_shown = 40;
        std::string list;
        for (std::size_t i = 0; i < known.size() && i < most_shown; ++i) {
            if (i != 0) list += ' ';
            list += known[i];
        }
        if (known.size() > most_shown) list += " ...";
        if (known.empty()) list += '-';
        entry.arg("known", list);
        if (nearest) entry.suggest(token.span, quoted_like(token, *nearest));
    }
    /// What was meant instead of the token, in its quotes.
    void offer(diag::Sink::Entry entry, const formats::Token& token, const std::optional<std::string>& meant) {
        if (meant) entry.suggest(token.span, quoted_like(token, *meant));
    }
    /// The same for several items in place of one, in brackets where the list has none yet.
    void offer_items(diag::Sink::Entry entry, const formats::Token& token, const std::vector<std::string>& items, bool bracketed) {
        std::string list;
        for (const auto& item : items) list += (list.empty() ? "" : ", ") + quoted_like(token, item);
        entry.suggest(token.span, bracketed ? "[" + list + "]" : list);
    }
    /// The text at the span as the one item of a list, where it stands in brackets.
    void offer_list_of(diag::Sink::Entry entry, base::Span span) {
        if (source_ && source_->slice(span).starts_with('{')) entry.suggest(span, "[" + std::string(source_->slice(span)) + "]");
    }
    void offer_ballots(diag::Sink::Entry entry, base::Span span, const formats::Token& like,
                       const std::vector<std::pair<const formats::Token*, const formats::Token*>>& votes, std::string_view who,
                       std::string_view vote) {
        std::string list;
        for (const auto& [name, cast] : votes) {
            list += list.empty() ? "[{ " : ", { ";
            list += quoted_like(like, who) + ": " + quoted_like(*name, name->text) + ", ";
            list += quoted_like(like, vote) + ": " + quoted_like(*cast, cast->text) + " }";
        }
        entry.suggest(span, list + "]");
    }
    /// What was meant under another key than `token`.
    void offer_key(diag::Sink::Entry entry, const formats::Token& token, std::string_view key) {
        entry.suggest(token.span, quoted_like(token, key));
    }
    /// Plain text where a map was wanted: whether its lines could be named as the entries that they were meant to be.
    bool named_entries(const formats::Token& token) {
        return source_ && token.style == formats::ScalarStyle::plain && formats::name_meant_entries(source_, token.span, {}, sink_);
    }
    /// The reader doubts 、 in plain text between brackets by itself.
    bool doubted(const formats::Token& list, const formats::Token& item) const {
        return source_ && item.style == formats::ScalarStyle::plain && source_->slice(list.span).starts_with('[');
    }
    /// What was probably meant by a word that is none of those known; never what denies it.
    static std::optional<std::string_view> near(std::string_view word, const std::vector<std::string_view>& known) {
        constexpr std::size_t longest = 200;
        if (word.size() > longest) return std::nullopt;
        if (const std::string tidy = tidied(word); tidy != word)
            if (const auto same = std::ranges::find(known, std::string_view(tidy)); same != known.end()) return *same;
        const std::size_t most = std::clamp<std::size_t>(base::utf8::count(word) / 3, 1, 3);
        const auto nearest = base::closest(word, known, most);
        if (!nearest || !syntax::crosses_negation(word, *nearest)) return nearest;
        std::vector<std::string_view> alike;
        std::ranges::copy_if(known, std::back_inserter(alike),
                             [&](std::string_view name) { return !syntax::crosses_negation(word, name); });
        return base::closest(word, alike, most);
    }
    /// … or the one name that the word holds, or that holds the word: 两委商议 for 商议.
    static std::optional<std::string_view> near_or_within(std::string_view word, const std::vector<std::string_view>& known) {
        if (const auto alike = near(word, known)) return alike;
        std::optional<std::string_view> only;
        for (const std::string_view name : known) {
            const bool within = std::min(base::utf8::count(word), base::utf8::count(name)) > 1 &&
                                (word.find(name) != word.npos || name.find(word) != name.npos) && !syntax::crosses_negation(word, name);
            if (!within) continue;
            if (only) return std::nullopt;
            only = name;
        }
        return only;
    }
    static bool fixed_only(std::span<const NameTable* const> tables) {
        return std::ranges::all_of(tables, [](const NameTable* table) { return is_fixed(*table); });
    }
    /// A file of a million mistakes is not worth a million diagnostics.
    bool clean() const { return sink_.error_count() == before_; }
    bool full() const { return sink_.error_count() - before_ >= most_errors; }

private:
    static diag::Sink::Entry filled(diag::Sink::Entry entry, Arguments arguments) {
        for (const auto& [name, value] : arguments) entry.arg(std::string(name), std::string(value));
        return entry;
    }
    /// Where the name stands in quotes, its replacement keeps them.
    std::string quoted_like(const formats::Token& token, std::string_view text) const {
        if (!source_) return std::string(text);
        const auto written = source_->slice(token.span);
        const bool quoted = written.size() >= 2 && (written.front() == '"' || written.front() == '\'') && written.back() == written.front();
        std::string out;
        if (quoted) out += written.front();
        out += text;
        if (quoted) out += written.front();
        return out;
    }

    static constexpr std::size_t most_errors = 1000;
    base::SourcePtr source_;
    diag::Sink& sink_;
    std::size_t before_;
};

inline void add_names(std::vector<std::string_view>& to, const NameTable& from) {
    for (const auto& name : from.names()) to.push_back(name);
}

}  // namespace guicheng::cases
