// What other languages and papers put at the head of a line or behind it: the mark of a remark (//), of a list (· — 1）).
#include <array>

#include "syntax/collector.hpp"
#include "syntax/quantities.hpp"

namespace guicheng::syntax {
namespace {

std::size_t blanks_at(std::string_view text) {
    std::size_t n = 0;
    for (;;) {
        if (n < text.size() && (text[n] == ' ' || text[n] == '\t'))
            ++n;
        else if (text.substr(n).starts_with("\u3000"))
            n += 3;
        else
            return n;
    }
}

struct RemarkMark {
    std::string_view open;
    std::string_view close;  ///< empty: the remark ends with its line
};
constexpr auto remark_marks = std::to_array<RemarkMark>({{"//", ""}, {"\uFF0F\uFF0F", ""}, {"/*", "*/"}, {"<!--", "-->"}, {"-- ", ""}});

/// Signs before the items of a list, and numbers in one character: ① ⑴ ⒈ ❶ ㈠ Ⅰ.
bool is_bullet(char32_t code) {
    constexpr auto bullets =
        std::to_array<char32_t>({0x00B7, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2022, 0x2023, 0x203B, 0x2043, 0x25A0, 0x25A1,
                                 0x25AA, 0x25B6, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2606, 0x30FB, 0xFF65});
    return std::binary_search(bullets.begin(), bullets.end(), code);
}
bool is_numbered(char32_t code) {
    return (code >= 0x2460 && code <= 0x24FF) || (code >= 0x2776 && code <= 0x2793) || (code >= 0x3220 && code <= 0x3229) ||
           (code >= 0x2160 && code <= 0x217F);
}

/// The digits of one number, ASCII or full-width.
std::size_t digits_at(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size()) {
        const auto item = base::utf8::decode(text, n);
        if (!((item.code >= '0' && item.code <= '9') || (item.code >= 0xFF10 && item.code <= 0xFF19))) break;
        n += item.length;
    }
    return n;
}

bool begins_statement(std::string_view text) {
    constexpr auto items = Position::file_item | Position::procedure_item | Position::step_item | Position::meeting_item |
                           Position::finding_item | Position::event_item;
    const auto words = spellings(items);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::size_t any_of(std::string_view text, std::initializer_list<std::string_view> marks) {
    for (const auto mark : marks)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

}  // namespace

/// // 说明, /* 说明 */: the language's mark is #. How many bytes it takes.
std::uint32_t Collector::remark(std::uint32_t at) {
    constexpr std::size_t longest = 10'000;  // bytes of a remark over several lines
    const auto text = source_->text();
    const auto rest = text.substr(at);
    const auto mark = std::find_if(remark_marks.begin(), remark_marks.end(), [&](const auto& m) { return rest.starts_with(m.open); });
    if (mark == remark_marks.end() || (at > 0 && text[at - 1] == ':')) return 0;
    auto end = std::min(rest.find('\n'), rest.size());
    auto inside = rest.substr(mark->open.size(), end - mark->open.size());
    bool rest_of_line = true;
    if (const auto close = mark->close.empty() ? std::string_view::npos : rest.substr(0, longest).find(mark->close, mark->open.size());
        close != rest.npos) {
        inside = rest.substr(mark->open.size(), close - mark->open.size());
        end = close + mark->close.size();
        const auto behind = rest.substr(end, std::min(rest.find('\n', end), rest.size()) - end);
        rest_of_line = behind.find_first_not_of(" \t\r") == behind.npos;
    }
    const base::Span span{at, at + static_cast<std::uint32_t>(end)};
    const base::Span shown{at, at + static_cast<std::uint32_t>(without_end_blank(mark->open).size())};
    if (auto* e = error("P100", shown)) {
        e->arg("mark", std::string(source_->slice(shown)));
        std::string meant;
        for (std::size_t line = 0; line <= inside.size();) {
            const auto line_end = std::min(inside.find('\n', line), inside.size());
            auto words = inside.substr(line, line_end - line);
            words.remove_prefix(std::min(words.find_first_not_of(" \t*"), words.size()));
            meant += (meant.empty() ? "# " : "\n" + std::string(indent_, ' ') + "# ") + std::string(without_end_blank(words));
            line = line_end + 1;
        }
        if (rest_of_line) e->fix(span, (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' ? " " : "") + meant);
    }
    no_glue();
    add(TokenKind::comment, span, std::string(source_->slice(span)));
    if (inside.find('\n') != inside.npos && !rest_of_line) add(TokenKind::newline, {span.end, span.end});
    return span.end - span.begin;
}

/// ￥10000: the unit stands behind the number.
void Collector::currency_sign(base::Span span) {
    const auto rest = source_->text().substr(span.end, 100);
    const auto number = scan_number(rest);
    const auto digits = number ? static_cast<std::uint32_t>(number->length) : 0;
    const bool has_unit = quantity_prefix(rest) > digits;
    const base::Span whole{span.begin, span.end + (has_unit ? 0 : digits)};
    if (auto* e = error("P105", span)) {
        e->arg("word", std::string(source_->slice(span)));
        if (number) e->fix(whole, has_unit ? std::string() : std::string(rest.substr(0, digits)) + std::string(zh(Keyword::yuan)));
    }
    doubt_next_ = true;
}

/// The bytes of a list's number or sign at the head of a line, up to what it numbers; 0 for none. 1、 and （一） are the shaper's: there
/// a name of a list may stand.
std::size_t Collector::number_length(std::string_view rest) const {
    const auto first = base::utf8::decode(rest, 0);
    if (is_bullet(first.code)) {
        std::size_t n = 0;
        while (n < rest.size() && is_bullet(base::utf8::decode(rest, n).code)) n += base::utf8::decode(rest, n).length;
        return n;
    }
    if (is_numbered(first.code))
        return first.length + any_of(rest.substr(first.length), {"\u3001", ".", "\uFF0E", ")", "\uFF09", ":", "\uFF1A"});
    const auto goes_on = [&](std::size_t n) {
        const auto after = rest.substr(n);
        return !after.empty() && after[0] != '\n' && after[0] != '\r' && any_of(after, {")", "\uFF09", "}", "\uFF5D", ",", "\uFF0C"}) == 0;
    };
    if (first.code == '-' || first.code == '*' || first.code == '+' || first.code == '>') {
        const auto next = base::utf8::decode(rest, 1).code;
        const bool item = blanks_at(rest.substr(1)) > 0 || next >= 0x3400;
        return item && goes_on(1 + blanks_at(rest.substr(1))) ? 1 : 0;
    }
    // 第一，
    if (const std::string_view ordinal = "\u7B2C"; rest.starts_with(ordinal)) {
        const auto number = scan_number(rest.substr(ordinal.size()));
        if (!number || number->share) return 0;
        const auto n = ordinal.size() + number->length;
        const auto comma = any_of(rest.substr(n), {"\uFF0C", "\u3001", ","});
        return comma == 0 ? 0 : n + comma;
    }
    // 1) a) 1. a. 1.1 １．
    const bool letter = (first.code >= 'a' && first.code <= 'z') || (first.code >= 'A' && first.code <= 'Z');
    auto n = letter ? first.length : digits_at(rest);
    if (n == 0 || n > 9) return 0;
    if (const auto mark = any_of(rest.substr(n), {")", "\uFF09"}); mark != 0)
        return goes_on(n + mark + blanks_at(rest.substr(n + mark))) ? n + mark : 0;
    if (letter) {
        const auto mark = any_of(rest.substr(n), {"\u3001", ". ", "\uFF0E"});
        return mark == 0 ? 0 : n + (rest[n] == '.' ? 1 : mark);
    }
    std::size_t parts = 1;
    for (auto mark = any_of(rest.substr(n), {".", "\uFF0E"}); mark != 0; mark = any_of(rest.substr(n), {".", "\uFF0E"})) {
        const auto more = digits_at(rest.substr(n + mark));
        n += mark + more;
        if (more == 0) return n;
        if (++parts > 6) return 0;
    }
    return parts > 1 && blanks_at(rest.substr(n)) > 0 ? n : 0;
}

std::uint32_t Collector::line_number(std::uint32_t at) {
    if (line_has_token_ || rounds_ != 0) return 0;
    const auto rest = source_->text().substr(at);
    const auto length = number_length(rest);
    if (length == 0) return 0;
    const auto end = at + static_cast<std::uint32_t>(length);
    const base::Span span{at, end};
    const auto all = static_cast<std::uint32_t>(length + blanks_at(rest.substr(length)));
    // With another word behind it the line was meant as a remark, unless names are listed here.
    doubt_next_ = !begins_statement(rest.substr(all));
    const bool named = !open_.empty() && open_.back().names;
    if (auto* e = error("P084", span))
        e->arg("word", std::string(source_->slice(span)))
            .fix({at, at + all}, doubt_next_ && !named ? "# " : "", doubt_next_ ? diag::FixKind::suggestion : diag::FixKind::certain);
    return all;
}

}  // namespace guicheng::syntax
