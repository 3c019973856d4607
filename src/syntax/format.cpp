#include "syntax/format.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace guicheng::syntax {
namespace {

constexpr std::uint32_t step = 4;

bool is_punctuation(TokenKind k) {
    switch (k) {
        case TokenKind::colon:
        case TokenKind::comma:
        case TokenKind::semicolon:
        case TokenKind::stop:
        case TokenKind::enumeration: return true;
        case TokenKind::word:
        case TokenKind::name:
        case TokenKind::title:
        case TokenKind::text:
        case TokenKind::open_paren:
        case TokenKind::close_paren:
        case TokenKind::open_brace:
        case TokenKind::close_brace:
        case TokenKind::choice_arrow:
        case TokenKind::chain_arrow:
        case TokenKind::plus:
        case TokenKind::times:
        case TokenKind::newline:
        case TokenKind::comment:
        case TokenKind::broken: return false;
    }
    return false;
}

bool opens(TokenKind k) {
    return k == TokenKind::open_brace || k == TokenKind::open_paren;
}
bool closes(TokenKind k) {
    return k == TokenKind::close_brace || k == TokenKind::close_paren;
}

constexpr auto quantity_positions = Position::compare_before | Position::compare_after | Position::share | Position::unit;

/// A stretch of a token: a keyword of it, or what stands between keywords.
struct Segment {
    std::string text;
    std::optional<Keyword> keyword;
    bool english = false;  ///< as it will be written
};

class Writer {
public:
    Writer(const Concrete& concrete, const FormatOptions& options) : concrete_(concrete), options_(options) {}

    std::string write() {
        std::size_t i = 0;
        const auto& tokens = concrete_.tokens;
        std::size_t empty_lines = 0;
        while (i < tokens.size()) {
            auto end = i;
            while (end < tokens.size() && tokens[end].kind != TokenKind::newline) ++end;
            if (end == i) {
                ++empty_lines;
            } else {
                if (empty_lines > 0 && !out_.empty()) out_ += '\n';
                empty_lines = 0;
                line(i, end);
            }
            i = end + 1;
        }
        return std::move(out_);
    }

private:
    void line(std::size_t begin, std::size_t end) {
        const auto indent = indent_of(begin);
        out_.append(indent, ' ');
        previous_ = nullptr;
        for (auto i = begin; i < end; ++i) {
            const auto& t = concrete_.tokens[i];
            token(t);
            if (opens(t.kind)) open_.push_back(indent);
            if (closes(t.kind) && !open_.empty()) open_.pop_back();
        }
        out_ += '\n';
    }

    std::uint32_t indent_of(std::size_t first) const {
        // Closing brackets at the head of a line close as many levels.
        auto depth = open_.size();
        const auto& t = concrete_.tokens[first];
        if (closes(t.kind)) return depth > 0 ? open_[depth - 1] : 0;
        const auto base = depth > 0 ? open_[depth - 1] + step : 0;
        return goes_on(t) ? base + step : base;
    }

    bool goes_on(const Token& t) const {
        if (t.kind == TokenKind::chain_arrow || t.kind == TokenKind::choice_arrow) return true;
        if (t.kind != TokenKind::word) return false;
        const auto* mark = mark_at(t.span);
        if (mark == nullptr) return false;
        if (mark->keyword == Keyword::and_ || mark->keyword == Keyword::or_) return true;
        // 计期 heads a statement of a procedure and follows one elsewhere.
        if (mark->keyword == Keyword::counting) return open_.size() > 1;
        return overlaps(entry(mark->keyword).positions, Position::modifier);
    }

    const Mark* mark_at(base::Span span) const {
        const auto it = std::lower_bound(concrete_.marks.begin(), concrete_.marks.end(), span.begin,
                                         [](const Mark& m, std::uint32_t at) { return m.span.begin < at; });
        return it != concrete_.marks.end() && it->span.begin == span.begin ? &*it : nullptr;
    }

    std::string spelled(const Mark& mark, std::string_view raw) const {
        switch (options_.keywords) {
            case Keywords::keep: return std::string(raw);
            case Keywords::zh: return std::string(zh(mark.keyword));
            case Keywords::en: return std::string(en(mark.keyword));
        }
        return std::string(raw);
    }

    std::vector<Segment> segments(const Token& t) const {
        std::vector<Segment> out;
        const auto& source = *concrete_.source;
        if (t.kind == TokenKind::choice_arrow) return {{"=>", std::nullopt, false}};
        if (t.kind == TokenKind::chain_arrow) return {{"->", std::nullopt, false}};
        auto at = t.span.begin;
        if (t.kind == TokenKind::word) {
            auto it = std::lower_bound(concrete_.marks.begin(), concrete_.marks.end(), t.span.begin,
                                       [](const Mark& m, std::uint32_t offset) { return m.span.begin < offset; });
            for (; it != concrete_.marks.end() && it->span.end <= t.span.end; ++it) {
                if (it->span.begin < at) continue;  // read twice, as the two ways of a choice
                if (it->span.begin > at) out.push_back({std::string(source.slice({at, it->span.begin})), std::nullopt, false});
                auto text = spelled(*it, source.slice(it->span));
                const bool english = static_cast<unsigned char>(text[0]) < 0x80;
                out.push_back({std::move(text), it->keyword, english});
                at = it->span.end;
            }
        }
        if (at < t.span.end) out.push_back({std::string(source.slice({at, t.span.end})), std::nullopt, false});
        return out;
    }

    void token(const Token& t) {
        const auto parts = segments(t);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool first = i == 0;
            if (!first || previous_ != nullptr) out_.append(first ? gap_before(t, parts[0]) : gap_inside(parts[i - 1], parts[i]), ' ');
            out_ += parts[i].text;
        }
        previous_ = &t;
        last_ = parts.back();
    }

    static bool is_quantity(const Segment& s) { return s.keyword && overlaps(entry(*s.keyword).positions, quantity_positions); }

    /// Within a quantity: 不少于 20个工作日, at_least 20 working_days.
    static std::size_t quantity_gap(const Segment& left, const Segment& right) {
        const bool before = left.keyword && overlaps(entry(*left.keyword).positions, Position::compare_before);
        const bool next_bound = right.keyword && overlaps(entry(*right.keyword).positions, Position::compare_before);
        if (before || next_bound) return 1;
        return left.english || right.english ? 1 : 0;
    }

    static std::size_t gap_inside(const Segment& left, const Segment& right) {
        return is_quantity(left) || is_quantity(right) ? quantity_gap(left, right) : 0;
    }

    static bool ends_in_figure(std::string_view text) {
        if (text.empty()) return false;
        if ((text.back() >= '0' && text.back() <= '9') || text.back() == '%') return true;
        for (const auto& n : signs::numerals())
            if (text.ends_with(n.sign)) return true;
        return false;
    }

    std::size_t gap_before(const Token& t, const Segment& first) const {
        if (is_punctuation(t.kind) || t.kind == TokenKind::close_paren) return 0;
        if (previous_->kind == TokenKind::open_paren) return 0;
        const auto between = concrete_.source->slice({previous_->span.end, t.span.begin});
        const auto typed = base::utf8::display_width(between);
        // A unit or a comparison typed apart from its number belongs to it.
        const bool after_number = first.keyword && overlaps(entry(*first.keyword).positions, Position::unit | Position::compare_after) &&
                                  (is_quantity(last_) || ends_in_figure(last_.text));
        if (after_number) return quantity_gap(last_, first);
        if (typed >= 2) return typed;
        if (is_punctuation(previous_->kind) && t.kind != TokenKind::comment) {
            // Full-width marks bring their own room.
            const auto mark = concrete_.source->slice(previous_->span);
            return mark.size() == 1 ? 1 : 0;
        }
        // 「意见」.日期
        if (previous_->kind != TokenKind::word && t.kind == TokenKind::word && t.text.starts_with('.') && typed == 0) return 0;
        return 1;
    }

    const Concrete& concrete_;
    const FormatOptions& options_;
    std::string out_;
    std::vector<std::uint32_t> open_;  ///< the indent of the line of each open bracket
    const Token* previous_ = nullptr;  ///< on this line
    Segment last_;
};

}  // namespace

std::string format(const Concrete& concrete, const FormatOptions& options) {
    return Writer(concrete, options).write();
}

std::optional<std::string> format(const base::SourcePtr& source, const FormatOptions& options, diag::Sink& sink) {
    const auto parsed = parse_concrete(source, Limits{}, sink);
    if (!parsed.file) return std::nullopt;
    return format(parsed.concrete, options);
}

}  // namespace guicheng::syntax
