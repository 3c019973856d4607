#include "syntax/quantities.hpp"

#include <algorithm>

namespace guicheng::syntax {
namespace {

using Kind = Lexeme::Kind;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The longest keyword of these positions at the start; an English one only where it takes the whole rest.
const KeywordEntry* keyword_at(std::string_view text, Position positions) {
    const KeywordEntry* best = nullptr;
    std::size_t length = 0;
    for (const auto& e : keywords()) {
        if (!overlaps(e.positions, positions)) continue;
        const auto size = text == e.en ? e.en.size() : text.starts_with(e.zh) ? e.zh.size() : 0;
        if (size > length) best = &e, length = size;
    }
    return best;
}

std::size_t spelled(const KeywordEntry& e, std::string_view text) {
    return text == e.en ? e.en.size() : e.zh.size();
}

/// Year, month and day with their separators; `wrong` where the form is a date's but no such day exists or the day is
/// not written.
std::optional<Lexeme> date_at(std::string_view text) {
    std::size_t at = 0;
    std::string iso;
    const auto part = [&](std::string_view separator) {
        std::size_t digits = 0;
        if (at < text.size() && is_digit(text[at])) {
            while (at + digits < text.size() && is_digit(text[at + digits])) ++digits;
            iso += text.substr(at, digits);
            at += digits;
        } else {
            const auto n = scan_number(text.substr(at));
            if (!n || n->share || n->scale != 0 || n->too_large) return false;
            iso += std::to_string(n->value);
            at += n->length;
        }
        if (separator.empty()) return true;
        if (!text.substr(at).starts_with(separator)) return false;
        at += separator.size();
        return true;
    };
    Lexeme out;
    const auto finish = [&](bool complete) {
        const auto moment = complete ? base::read_moment(iso) : std::nullopt;
        out.kind = moment ? Kind::date : Kind::wrong_date;
        if (moment) out.date = moment->day;
        out.end = at;
        return out;
    };
    for (const std::string_view mark : {"-", "/", "."}) {
        at = 0;
        iso.clear();
        if (text.size() < 8 || text.substr(4, 1) != mark || !std::all_of(text.begin(), text.begin() + 4, is_digit)) continue;
        if (!part(mark)) continue;
        iso += '-';
        if (!part(mark)) continue;
        iso += '-';
        if (!part("")) continue;
        return finish(true);
    }
    at = 0;
    iso.clear();
    if (!part(signs::year) || iso.size() != 4) return std::nullopt;
    iso += '-';
    if (!part(signs::month)) return std::nullopt;
    iso += '-';
    const auto month_end = at;
    if (!part("") || !(text.substr(at).starts_with(signs::day) || text.substr(at).starts_with(signs::day_number))) {
        at = month_end;
        return finish(false);
    }
    at += signs::day.size();
    return finish(true);
}

bool push_keyword(std::string_view word, std::size_t& at, Position positions, Kind kind, std::vector<Lexeme>& out) {
    const auto* e = keyword_at(word.substr(at), positions);
    if (e == nullptr) return false;
    Lexeme l;
    l.kind = kind;
    l.keyword = e->keyword;
    l.begin = at;
    at += spelled(*e, word.substr(at));
    l.end = at;
    out.push_back(l);
    return true;
}

/// A date, a share or number, or a word that is a share, at `at`.
bool push_value(std::string_view word, std::size_t& at, std::vector<Lexeme>& out) {
    const auto rest = word.substr(at);
    if (auto date = date_at(rest)) {
        date->begin = at;
        date->end += at;
        at = date->end;
        out.push_back(*date);
        return true;
    }
    if (rest.starts_with(signs::half) && rest.substr(signs::half.size()).starts_with(zh(Keyword::years))) {
        Lexeme l;
        l.kind = Kind::half_year;
        l.begin = at;
        at += signs::half.size() + zh(Keyword::years).size();
        l.end = at;
        out.push_back(l);
        return true;
    }
    const auto number = scan_number(rest);
    if (!number) return false;
    Lexeme l;
    l.number = *number;
    l.begin = at;
    at += number->length;
    l.end = at;
    out.push_back(l);
    return true;
}

bool push_unit(std::string_view word, std::size_t& at, std::vector<Lexeme>& out) {
    if (push_keyword(word, at, Position::unit, Kind::unit, out)) return true;
    if (!word.substr(at).starts_with(signs::month)) return false;
    Lexeme l;
    l.kind = Kind::bare_month;
    l.begin = at;
    at += signs::month.size();
    l.end = at;
    out.push_back(l);
    return true;
}

/// Scans as far as parts go; `at` is where they stop.
std::vector<Lexeme> scan(std::string_view word, std::size_t& at) {
    std::vector<Lexeme> out;
    at = 0;
    while (at < word.size() && out.size() < 16) {
        const bool value_before = !out.empty() && out.back().kind == Kind::number;
        const bool unit_before = !out.empty() && (out.back().kind == Kind::unit || out.back().kind == Kind::bare_month);
        const auto* before = keyword_at(word.substr(at), Position::compare_before);
        const auto* share = keyword_at(word.substr(at), Position::share);
        if ((value_before || unit_before) && push_unit(word, at, out)) continue;
        if (share != nullptr && (before == nullptr || spelled(*share, word.substr(at)) >= spelled(*before, word.substr(at)))) {
            push_keyword(word, at, Position::share, Kind::share, out);
            continue;
        }
        if (before != nullptr) {
            push_keyword(word, at, Position::compare_before, Kind::before, out);
            continue;
        }
        if (!out.empty() && push_keyword(word, at, Position::compare_after, Kind::after, out)) continue;
        if (!value_before && push_value(word, at, out)) continue;
        break;
    }
    return out;
}

bool is_value(Kind kind) {
    switch (kind) {
        case Kind::number:
        case Kind::share:
        case Kind::date:
        case Kind::wrong_date:
        case Kind::half_year: return true;
        case Kind::before:
        case Kind::unit:
        case Kind::after:
        case Kind::bare_month: return false;
    }
    return false;
}

}  // namespace

std::optional<std::vector<Lexeme>> scan_quantity(std::string_view word) {
    // A comparison or a unit may stand alone, the number in the next word or the last.
    for (const auto& [position, kind] : {std::pair{Position::compare_before, Kind::before}, std::pair{Position::compare_after, Kind::after},
                                         std::pair{Position::unit, Kind::unit}}) {
        const auto keyword = find_keyword(word, position);
        if (!keyword) continue;
        Lexeme l;
        l.kind = kind;
        l.keyword = *keyword;
        l.end = word.size();
        return std::vector{l};
    }
    // A unit with its comparison: 日以上 after a number and a blank.
    if (const auto* unit = keyword_at(word, Position::unit)) {
        const auto size = spelled(*unit, word);
        if (const auto after = find_keyword(word.substr(size), Position::compare_after)) {
            Lexeme first, second;
            first.kind = Kind::unit, first.keyword = unit->keyword, first.end = size;
            second.kind = Kind::after, second.keyword = *after, second.begin = size, second.end = word.size();
            return std::vector{first, second};
        }
    }
    std::size_t at = 0;
    auto parts = scan(word, at);
    if (at != word.size() || std::none_of(parts.begin(), parts.end(), [](const Lexeme& l) { return is_value(l.kind); }))
        return std::nullopt;
    return parts;
}

std::size_t quantity_prefix(std::string_view text) {
    std::size_t at = 0;
    const auto parts = scan(text, at);
    std::size_t end = 0;
    bool value = false;
    for (const auto& l : parts) {
        // 过 at the end may be the head of the next word; a whole quantity ends with a value, a unit or a comparison
        // after it.
        value = value || is_value(l.kind);
        if (value && l.kind != Kind::before) end = l.end;
    }
    return end;
}

}  // namespace guicheng::syntax
