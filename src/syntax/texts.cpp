// Texts that lack one of their quotation marks, told by the marks of their line.
#include "syntax/collector.hpp"

namespace guicheng::syntax {

std::uint32_t Collector::mend(std::uint32_t at) {
    const auto text = source_->text();
    if (at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n') return 0;
    if (const auto taken = remark(at)) return taken;
    if (const auto taken = line_number(at)) return taken;
    return mend_text(at);
}

std::uint32_t Collector::mend_text(std::uint32_t at) {
    if (const auto taken = other_quotes(at)) return taken;
    if (const auto taken = text_without_opening(at)) return taken;
    if (const auto taken = corner_brackets(at)) return taken;
    const auto code = quote_at(at);
    if (code == U'"') return straight_without_closing(at);
    if (code == opening_quote) return curly_without_closing(at);
    return 0;
}

namespace {

/// ' ‘ ’ and the full-width marks: texts have “ ” or " ".
std::size_t single_quote_at(std::string_view rest) {
    for (const std::string_view mark : {"'", "\u2018", "\u2019", "\uFF07", "\uFF02"})
        if (rest.starts_with(mark)) return mark.size();
    return 0;
}

/// Two parts of a text that ran over the end of a line: Chinese goes on without a blank.
bool needs_blank(std::string_view before, std::string_view after) {
    return !before.empty() && !after.empty() && static_cast<unsigned char>(before.back()) < 0x80 &&
           static_cast<unsigned char>(after.front()) < 0x80;
}

}  // namespace

/// ‘甲’, '甲', and pairs of which one mark is of these: “甲'.
std::uint32_t Collector::other_quotes(std::uint32_t at) {
    const auto text = source_->text();
    const auto single = single_quote_at(text.substr(at, 3));
    const auto code = quote_at(at);
    if (single == 0 && (code == 0 || quotes_from(at).size() != 1)) return 0;
    const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    const auto open = single != 0 ? single : code == U'"' ? std::size_t{1} : std::size_t{3};
    struct Closing {
        std::size_t at;
        std::size_t length;
    };
    std::optional<Closing> close, first_double;
    std::size_t doubles = 0;
    for (auto i = open; i < line.size() && !close; ++i) {
        const auto place = at + static_cast<std::uint32_t>(i);
        if (const auto length = single_quote_at(line.substr(i)); length != 0) {
            if (single != 0 || ends_word(place + static_cast<std::uint32_t>(length))) close = Closing{i, length};
        } else if (const auto other = quote_at(place); other != 0 && doubles++ == 0) {
            first_double = Closing{i, other == U'"' ? std::size_t{1} : std::size_t{3}};
        }
    }
    if (!close && single != 0 && doubles % 2 == 1) close = first_double;
    if (!close) return 0;
    const base::Span span{at, at + static_cast<std::uint32_t>(close->at + close->length)};
    const auto inside = line.substr(open, close->at - open);
    const bool name = wants_name();
    const bool straight_within = inside.find('"') != inside.npos;
    const auto meant = name              ? fmt::format("\u300c{}\u300d", inside)
                       : straight_within ? fmt::format("\u201c{}\u201d", inside)
                                         : fmt::format("\"{}\"", inside);
    if (auto* e = error("P101", span))
        e->arg("open", std::string(line.substr(0, open))).arg("close", std::string(line.substr(close->at, close->length))).fix(span, meant);
    report_invisible(span);
    add(name ? TokenKind::name : TokenKind::text, span, std::string(inside));
    tokens_.back().doubtful = !name && !after_text_keyword();
    return span.end - span.begin;
}

/// 『甲』: a name has 「 」.
std::uint32_t Collector::corner_brackets(std::uint32_t at) {
    const auto text = source_->text();
    const auto line = text.substr(at, std::min(text.find('\n', at), text.size()) - at);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"\u300E", "\u300F"}, {"\uFE43", "\uFE44"}, {"\uFF62", "\uFF63"}}) {
        if (!line.starts_with(open)) continue;
        const auto end = line.find(close);
        if (end == line.npos || end == open.size()) return 0;
        const base::Span span{at, at + static_cast<std::uint32_t>(end + close.size())};
        const auto inside = line.substr(open.size(), end - open.size());
        const bool is_text = after_text_keyword();
        if (auto* e = error("P101", span))
            e->arg("open", std::string(open))
                .arg("close", std::string(close))
                .fix(span, is_text ? fmt::format("\"{}\"", inside) : fmt::format("\u300c{}\u300d", inside));
        report_invisible(span);
        add(is_text ? TokenKind::text : TokenKind::name, span, std::string(inside));
        return span.end - span.begin;
    }
    return 0;
}

/// A text that goes on in the next lines: the mark that closes it is the first of their line and has no partner there.
std::uint32_t Collector::over_lines(std::uint32_t begin) {
    constexpr int most_lines = 6;
    const auto text = source_->text();
    const bool straight = text[begin] == '"';
    const auto mark = straight ? std::size_t{1} : std::size_t{3};
    auto line_end = std::min(text.find('\n', begin), text.size());
    auto joined = std::string(without_end_blank(text.substr(begin + mark, line_end - begin - mark)));
    const base::Span first{begin, begin + static_cast<std::uint32_t>(mark + joined.size())};
    for (int i = 0; i < most_lines && line_end < text.size(); ++i) {
        const auto next = line_end + 1;
        line_end = std::min(text.find('\n', next), text.size());
        const auto line = text.substr(next, line_end - next);
        const auto from = std::min(line.find_first_not_of(" \t"), line.size());
        if (without_end_blank(line).size() <= from) return 0;
        std::size_t close = line.npos, straights = 0;
        for (std::size_t at = 0; at < line.size(); ++at) {
            const auto code = quote_at(static_cast<std::uint32_t>(next + at));
            straights += code == U'"' ? 1 : 0;
            if (close == line.npos && (straight ? code == U'"' : code == opening_quote || code == closing_quote)) close = at;
        }
        const auto words = close == line.npos ? without_end_blank(line.substr(from)) : line.substr(from, close - std::min(close, from));
        if (needs_blank(joined, words)) joined += ' ';
        joined += words;
        if (close == line.npos) {
            if (line.find_first_of("{}") != line.npos) return 0;
            continue;
        }
        if (straight ? straights % 2 == 0 : quote_at(static_cast<std::uint32_t>(next + close)) != closing_quote) return 0;
        const base::Span span{begin, static_cast<std::uint32_t>(next + close + mark)};
        if (auto* e = error("P102", first)) e->fix(span, straight ? fmt::format("\"{}\"", joined) : fmt::format("\u201c{}\u201d", joined));
        report_invisible(span);
        add(TokenKind::text, span, std::move(joined));
        return span.end - span.begin;
    }
    return 0;
}

char32_t Collector::quote_at(std::uint32_t at) const {
    const auto rest = source_->text().substr(at);
    if (rest.starts_with('"')) return U'"';
    if (rest.starts_with("\u201C")) return opening_quote;
    if (rest.starts_with("\u201D")) return closing_quote;
    return 0;
}

/// The quotation marks of the line, up to a remark behind it: looked for once a line.
void Collector::look_for_quotes(std::uint32_t at) {
    if (at < quotes_end_) return;
    quotes_.clear();
    straight_.clear();
    const auto text = source_->text();
    quotes_end_ = at;
    for (; quotes_end_ < text.size() && text[quotes_end_] != '\n'; ++quotes_end_) {
        if (text[quotes_end_] == '#' && straight_.size() % 2 == 0) break;
        const auto code = quote_at(quotes_end_);
        if (code == 0) continue;
        if (code == U'"') straight_.push_back(quotes_end_);
        quotes_.push_back({quotes_end_, code});
    }
    line_end_ = quotes_end_;
    while (quotes_end_ < text.size() && text[quotes_end_] != '\n') ++quotes_end_;
    ++quotes_end_;
}

/// The marks of the line from there on.
std::span<const Collector::Quote> Collector::quotes_from(std::uint32_t at) {
    look_for_quotes(at);
    const auto first =
        std::lower_bound(quotes_.begin(), quotes_.end(), at, [](const Quote& q, std::uint32_t place) { return q.at < place; });
    return std::span(quotes_).subspan(static_cast<std::size_t>(first - quotes_.begin()));
}

std::span<const std::uint32_t> Collector::straight_from(std::uint32_t at) {
    look_for_quotes(at);
    const auto first = std::lower_bound(straight_.begin(), straight_.end(), at);
    return std::span(straight_).subspan(static_cast<std::size_t>(first - straight_.begin()));
}

bool Collector::ends_word(std::uint32_t at) const {
    const auto text = source_->text();
    if (at >= line_end_ || text[at] == ' ' || text[at] == '\t') return true;
    const auto rest = text.substr(at);
    return std::any_of(std::begin(enders), std::end(enders), [&](std::string_view mark) { return rest.starts_with(mark); });
}

/// Whether the last token is a word that a text follows, at a place where it is that word.
bool Collector::after_text_keyword() const {
    if (tokens_.empty() || tokens_.back().kind != TokenKind::word) return false;
    const auto& word = tokens_.back();
    if (spells(word.text, Keyword::reading)) return true;
    if (!spells(word.text, Keyword::full_title) && !spells(word.text, Keyword::version)) return false;
    if (word.first_on_line || tokens_.size() < 2) return true;
    const auto before = tokens_[tokens_.size() - 2].kind;
    return before == TokenKind::open_brace || before == TokenKind::semicolon || before == TokenKind::stop;
}

/// 全称 甲乙丙": the text began where no mark stands.
std::uint32_t Collector::text_without_opening(std::uint32_t at) {
    if (!after_text_keyword() || at == tokens_.back().span.end) return 0;
    const auto first = quote_at(at);
    if (first == U'"' || first == closing_quote) return 0;
    const auto quotes = quotes_from(at);
    const auto straight = straight_from(at);
    std::uint32_t close = 0;
    if (first == opening_quote) {
        // “甲”乙丙": the first pair stands within the text.
        if (quotes.size() < 3 || quotes[1].code != closing_quote || ends_word(quotes[1].at + 3) || straight.size() % 2 == 0) return 0;
        close = straight.front();
    } else if (straight.size() % 2 == 1) {
        close = straight.front();
    } else if (straight.empty() && !quotes.empty() && quotes.front().code == closing_quote) {
        close = quotes.front().at;
    } else {
        return 0;
    }
    const bool curly = quote_at(close) == closing_quote;
    const base::Span span{at, close + (curly ? 3 : 1)};
    if (auto* e = error("P091", span)) e->fix({at, at}, curly ? "\u201C" : "\"");
    report_invisible(span);
    add(TokenKind::text, span, std::string(source_->slice({at, close})));
    return span.end - span.begin;
}

/// "甲乙丙, or "甲 释义 "乙": what stands between the first mark and the next is no text.
std::uint32_t Collector::straight_without_closing(std::uint32_t at) {
    const auto straight = straight_from(at);
    if (straight.size() % 2 == 0) return 0;
    const auto twice = [&](base::Span mark) {
        if (auto* e = error("P097", mark)) e->arg("mark", "\"").fix(mark, "");
    };
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::text && tokens_.back().span.end == at && ends_word(at + 1)) {
        // "甲"": the mark at the end was typed twice.
        twice({at, at + 1});
        return 1;
    }
    if (straight.size() >= 3 && straight[1] == at + 1 && !ends_word(at + 2)) {
        // ""甲": the one at the beginning.
        twice({at, at + 1});
        const base::Span span{at, straight[2] + 1};
        report_invisible(span);
        add(TokenKind::text, span, std::string(source_->slice({at + 2, straight[2]})));
        return span.end - span.begin;
    }
    if (straight.size() == 1) {
        const auto quotes = quotes_from(at);
        const auto next = quotes.size() < 2 ? 0 : quotes[1].code;
        // "甲”: another mark closes it.
        if (next == closing_quote || (next == opening_quote && quotes.size() == 2 && ends_word(quotes[1].at + 3))) return 0;
        return unclosed_text(at, trimmed({at, line_end_}).end, true);
    }
    const auto between = source_->slice({at, straight[1]});
    const auto last = between.find_last_not_of(" \t");
    if (last == std::string_view::npos || last + 1 == between.size()) return 0;
    const auto word = between.substr(0, last + 1);
    for (const auto k : {Keyword::reading, Keyword::full_title, Keyword::version})
        for (const auto spelled : {zh(k), en(k)})
            if (word.ends_with(spelled) &&
                word.substr(0, word.size() - spelled.size()).find_last_of(" \t") == word.size() - spelled.size() - 1)
                return unclosed_text(at, straight[1], true);
    return 0;
}

std::uint32_t Collector::curly_without_closing(std::uint32_t at) {
    const auto quotes = quotes_from(at);
    if (quotes.size() >= 2 && (quotes[1].code != opening_quote || ends_word(quotes[1].at + 3))) return 0;
    // “甲“乙”丙”: pairs within a pair.
    std::size_t depth = 0;
    for (const auto& quote : quotes) {
        if (quote.code == U'"') break;
        if (quote.code == opening_quote)
            ++depth;
        else
            --depth;
        if (depth != 0) continue;
        const base::Span span{at, quote.at + 3};
        const auto inside = source_->slice({at + 3, quote.at});
        if (auto* e = error("P092", span)) e->fix(span, fmt::format("\"{}\"", inside));
        report_invisible(span);
        add(TokenKind::text, span, std::string(inside));
        return span.end - span.begin;
    }
    return unclosed_text(at, trimmed({at, line_end_}).end, true);
}

/// The text from the mark at `begin` on, not beyond `end`: to the next word that begins another part, or to the brackets that
/// something before it opened.
std::uint32_t Collector::unclosed_text(std::uint32_t begin, std::uint32_t end, bool goes_on) {
    if (goes_on)
        if (const auto taken = over_lines(begin)) return taken;
    base::Span span{begin, end};
    bool cut = false;
    if (goes_on) {
        span.end = before_next_part(span);
        cut = span.end != end;
        constexpr int most = 8;
        for (int i = 0; i < most; ++i) {
            const auto closer = unopened_closer(span);
            if (closer == span.end) break;
            span = trimmed({begin, closer});
            cut = true;
        }
    }
    const auto raw = source_->slice(span);
    const auto open = base::utf8::decode(raw, 0).length;
    if (auto* e = error("P016", span))
        // A text of several words, or one before a bracket, may have been meant to end earlier.
        e->fix({span.end, span.end}, open == 1 ? "\"" : "\u201D",
               !cut && raw.find(' ') == std::string_view::npos ? diag::FixKind::certain : diag::FixKind::suggestion);
    report_invisible(span);
    add(TokenKind::text, span, std::string(raw.substr(open)));
    tokens_.back().doubtful = true;
    return span.end - span.begin;
}

std::uint32_t Collector::before_next_part(base::Span span) const {
    const auto raw = source_->slice(span);
    for (auto blank = raw.find(' '); blank != std::string_view::npos; blank = raw.find(' ', blank + 1)) {
        const auto word = raw.substr(blank + 1, raw.find(' ', blank + 1) - blank - 1);
        if (find_keyword(word, Position::modifier)) return trimmed({span.begin, span.begin + static_cast<std::uint32_t>(blank)}).end;
    }
    return span.end;
}

/// The last bracket, if the text ends with one that it does not open; else its end.
std::uint32_t Collector::unopened_closer(base::Span span) const {
    const auto raw = source_->slice(span);
    for (const auto& [close, open] : closing_marks) {
        if (!raw.ends_with(close)) continue;
        std::size_t opened = 0, closed = 0;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            opened += raw.substr(i).starts_with(open) ? 1 : 0;
            closed += raw.substr(i).starts_with(close) ? 1 : 0;
        }
        if (closed > opened) return span.end - static_cast<std::uint32_t>(close.size());
    }
    return span.end;
}

}  // namespace guicheng::syntax
