#pragma once
// The two ways of taking a mistake: silently, at the first one, or carefully, with a diagnostic each. One reader serves
// both.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/distance.hpp"
#include "base/utf8.hpp"
#include "cases/keys.hpp"
#include "cases/name_table.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"

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
        const auto nearest = meant.empty() ? near(token.text, all) : std::optional(meant);
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
    /// ２９ and 30，000.00 were typed on the full-width keyboard: the same in ASCII is what was meant.
    void suggest_half_width(diag::Sink::Entry entry, const formats::Token& token) {
        std::string meant;
        bool other = false;
        for (const auto& item : base::utf8::code_points(token.text)) {
            const bool wide = item.code >= 0xFF01 && item.code <= 0xFF5E;
            const bool stop = item.code == 0x3002;  // typed for a decimal point
            other = other || wide || stop;
            base::utf8::append(meant, wide ? item.code - 0xFEE0 : stop ? U'.' : item.code);
        }
        if (other && !meant.empty() && meant.front() >= '0' && meant.front() <= '9') entry.suggest(token.span, quoted_like(token, meant));
    }
    static std::optional<std::string_view> near(std::string_view word, const std::vector<std::string_view>& known) {
        constexpr std::size_t longest = 200;
        if (word.size() > longest) return std::nullopt;
        const std::size_t length = base::utf8::count(word);
        return base::closest(word, known, std::clamp<std::size_t>(length / 3, 1, 3));
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
