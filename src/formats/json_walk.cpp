#include "formats/json_walk.hpp"

#include <array>
#include <bit>
#include <cstring>

#include "formats/escape.hpp"

namespace guicheng::formats {

namespace {

/// What may follow a number or a word directly.
constexpr auto make_ends() {
    std::array<bool, 256> ends{};
    for (const char c : {' ', '\t', '\n', '\r', ',', ']', '}', ':'}) ends[static_cast<unsigned char>(c)] = true;
    return ends;
}
constexpr std::array<bool, 256> ends_scalar = make_ends();
static_assert(std::endian::native == std::endian::little, "digits are read eight at a time");

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline const char* skip_digits(const char* at, const char* end) {
    while (at != end && is_digit(*at)) ++at;
    return at;
}

/// Past the number that begins at `at` (RFC 8259, 6); null where there is none.
__attribute__((always_inline)) inline const char* number_end(const char* at, const char* end) {
    if (*at == '-') ++at;
    if (at == end || !is_digit(*at)) return nullptr;
    at = *at == '0' ? at + 1 : skip_digits(at, end);
    if (at != end && *at == '.') {
        const char* const digits = at + 1;
        at = skip_digits(digits, end);
        if (at == digits) return nullptr;
    }
    if (at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at != end && (*at == '+' || *at == '-')) ++at;
        const char* const digits = at;
        at = skip_digits(digits, end);
        if (at == digits) return nullptr;
    }
    return at;
}

enum class Next : std::uint8_t { value, key, after_value };

#define GUICHENG_HOT __attribute__((always_inline))

/// Old tokens are overwritten in place, so that a tape that goes from line to line is not filled with blanks first: it grows by little.
[[gnu::noinline]] void grow(Tape& tape) {
    tape.tokens.resize(tape.tokens.size() + tape.tokens.size() / 16 + 16);
}

struct Unescaped {
    std::string_view text;
    JsonFault fault = JsonFault::none;
    std::uint32_t at = 0;  ///< of the fault, in the text
};

/// Resolves the escapes of a string, if it has any.
[[gnu::noinline]] Unescaped unescape(std::string_view text, Tape& tape) {
    if (std::memchr(text.data(), '\\', text.size()) == nullptr) return {text};
    const std::size_t from = tape.buffer.size();
    const auto done = append_unescaped(text, tape.buffer);
    Unescaped out{std::string_view(tape.buffer).substr(from)};
    if (done.fault == EscapeFault::none) return out;
    out.fault = done.fault == EscapeFault::lone_surrogate ? JsonFault::lone_surrogate : JsonFault::bad_escape;
    out.at = static_cast<std::uint32_t>(done.at);
    return out;
}

/// Writes the tokens of one text. What it counts with is handed to no function that is not inlined, so that it stays in registers. What
/// every string and number passes is inlined into the loop; escapes are not.
template <bool Places>
class Writer {
public:
    Writer(std::string_view text, Tape& tape)
        : data_(text.data()), end_(text.data() + text.size()), tokens_(tape.tokens.data()), room_(tape.tokens.size()), tape_(tape) {
        escapes_ = !text.empty() && std::memchr(text.data(), '\\', text.size()) != nullptr;
        // Views into the buffer must survive its growth and the tape's move: room for all, and never in the string
        // itself.
        if (escapes_) tape.buffer.reserve(text.size() + 64);
    }

    std::uint32_t count() const { return count_; }
    GUICHENG_HOT void more_room() {
        grow(tape_);
        tokens_ = tape_.tokens.data();
        room_ = tape_.tokens.size();
    }
    Token& operator[](std::uint32_t i) { return tokens_[i]; }

    GUICHENG_HOT void put(TokenKind kind, ScalarStyle style, std::uint32_t begin, std::uint32_t end, std::string_view text) {
        if (count_ == room_) [[unlikely]]
            more_room();
        set(kind, style, begin, end, text);
    }

    /// Between two starts lie a string and blanks: its closing quote is the last byte that is no blank.
    GUICHENG_HOT JsonFault string(TokenKind kind, std::uint32_t begin, std::uint32_t limit, std::uint32_t& at) {
        std::uint32_t close = limit - 1;
        while (is_blank(data_[close])) --close;
        if (close == begin || data_[close] != '"') [[unlikely]]
            return JsonFault::value_expected;
        put(kind, ScalarStyle::quoted, begin, close + 1, {data_ + begin + 1, close - begin - 1});
        if (!escapes_) return JsonFault::none;
        const auto done = unescape(tokens_[count_ - 1].text, tape_);
        tokens_[count_ - 1].text = done.text;
        if (done.fault != JsonFault::none) at = begin + 1 + done.at;
        return done.fault;
    }

    /// Up to eight digits that fill the room before the next sign: nearly every number. All at once, since their count can't be foretold.
    GUICHENG_HOT bool plain_digits(std::uint32_t begin, std::uint32_t limit) const {
        const std::uint32_t size = limit - begin;
        if (size > 8 || static_cast<std::size_t>(end_ - data_) < begin + std::size_t{8}) return false;
        if (data_[begin] == '0' && size > 1) return false;
        std::uint64_t word;
        std::memcpy(&word, data_ + begin, sizeof word);
        word = (word ^ 0x3030303030303030ULL) << (8 * (8 - size));  // digits become their values; what follows them falls out
        return (((word + 0x7676767676767676ULL) | word) & 0x8080808080808080ULL) == 0;
    }

    /// Pairs of a key and a scalar, each with a comma behind it, as most of a record is; written closely, with nothing to resolve. What is
    /// anything else, and what is wrong, is left to the loop that reads everything. Past the pairs.
    GUICHENG_HOT std::uint32_t plain_pairs(const JsonStarts& index, std::uint32_t i) {
        if (escapes_) return i;
        for (const auto* at = index.starts + i; i + 4 <= index.count; i += 4, at += 4) {
            const auto key = at[0], colon = at[1], value = at[2], comma = at[3];
            if (data_[key] != '"' || data_[colon] != ':' || data_[comma] != ',' || !is_close(key, colon)) break;
            const bool text = data_[value] == '"' && is_close(value, comma);
            if (!text && !(is_digit(data_[value]) && plain_digits(value, comma))) break;
            if (count_ + 2 > room_) [[unlikely]]
                more_room();
            const std::uint32_t quote = text ? 1 : 0;
            set(TokenKind::key, ScalarStyle::quoted, key, colon, {data_ + key + 1, colon - key - 2});
            set(TokenKind::scalar, text ? ScalarStyle::quoted : ScalarStyle::number, value, comma,
                {data_ + value + quote, comma - value - 2 * quote});
        }
        return i;
    }

    GUICHENG_HOT JsonFault number(std::uint32_t begin, std::uint32_t limit) {
        if (plain_digits(begin, limit)) {
            put(TokenKind::scalar, ScalarStyle::number, begin, limit, {data_ + begin, limit - begin});
            return JsonFault::none;
        }
        const char* const from = data_ + begin;
        const char* const past = number_end(from, end_);
        if (!past || (past != end_ && !ends_scalar[static_cast<unsigned char>(*past)])) [[unlikely]]
            return JsonFault::bad_number;
        const auto size = static_cast<std::uint32_t>(past - from);
        put(TokenKind::scalar, ScalarStyle::number, begin, begin + size, {from, size});
        return JsonFault::none;
    }

    GUICHENG_HOT JsonFault word(std::uint32_t begin, std::string_view expected, ScalarStyle style) {
        const std::string_view rest(data_ + begin, static_cast<std::size_t>(end_ - data_) - begin);
        if (!rest.starts_with(expected)) return JsonFault::bad_word;
        if (rest.size() > expected.size() && !ends_scalar[static_cast<unsigned char>(rest[expected.size()])]) return JsonFault::bad_word;
        const auto size = static_cast<std::uint32_t>(expected.size());
        put(TokenKind::scalar, style, begin, begin + size, rest.substr(0, size));
        return JsonFault::none;
    }

    GUICHENG_HOT JsonFault scalar(std::uint32_t begin, std::uint32_t limit, std::uint32_t& at) {
        const char first = data_[begin];
        if (first == '"') return string(TokenKind::scalar, begin, limit, at);
        if (first == '-' || is_digit(first)) return number(begin, limit);
        switch (first) {
            case 't': return word(begin, "true", ScalarStyle::boolean);
            case 'f': return word(begin, "false", ScalarStyle::boolean);
            case 'n': return word(begin, "null", ScalarStyle::null);
            default: return JsonFault::value_expected;
        }
    }

private:
    /// Where there is room.
    GUICHENG_HOT void set(TokenKind kind, ScalarStyle style, std::uint32_t begin, std::uint32_t end, std::string_view text) {
        tokens_[count_++] = Token{kind, style, 0, 0, Places ? base::Span{begin, end} : base::Span{}, text};
    }
    /// Whether a string ends right before `limit`.
    GUICHENG_HOT bool is_close(std::uint32_t begin, std::uint32_t limit) const { return limit - begin > 1 && data_[limit - 1] == '"'; }

    const char* data_;
    const char* end_;
    Token* tokens_;
    std::size_t room_;
    std::uint32_t count_ = 0;
    bool escapes_ = false;
    Tape& tape_;
};

}  // namespace

template <bool Places>
JsonOutcome JsonWalker::run(std::string_view text, JsonStarts index, Tape& tape, std::size_t& made) {
    Writer<Places> out(text, tape);
    const char* const data = text.data();
    std::uint32_t i = 0;
    std::size_t depth = 0;
    Next next = Next::value;
    bool in_map = false;  // the innermost open container is a map
    const auto fail = [&](JsonFault fault, std::uint32_t at) GUICHENG_HOT {
        made = out.count();
        return JsonOutcome{fault, at, depth ? open_[depth - 1] : 0};
    };
    /// A bracket that closes right after a comma: the comma is the mistake.
    const auto misplaced = [&](JsonFault fault, char c, std::uint32_t at) GUICHENG_HOT {
        const bool trailing = i > 0 && data[index.starts[i - 1]] == ',' && (c == ']' || c == '}');
        return trailing ? fail(JsonFault::trailing_comma, index.starts[i - 1]) : fail(fault, at);
    };
    const auto close = [&](std::uint32_t at) GUICHENG_HOT {
        Token& begin = out[open_[--depth]];
        begin.skip = out.count();
        const auto kind = begin.kind == TokenKind::map_begin ? TokenKind::map_end : TokenKind::list_end;
        out.put(kind, ScalarStyle::plain, at, at + 1, {});
        in_map = depth != 0 && out[open_[depth - 1]].kind == TokenKind::map_begin;
    };

    // What follows a key, and what follows a scalar, is read without going round: most of a record is pairs of a key and a scalar.
    while (i < index.count) {
        std::uint32_t begin = index.starts[i];
        std::uint32_t at = begin;
        char c = data[begin];
        const auto step = [&]() GUICHENG_HOT {
            if (++i == index.count) return false;
            at = begin = index.starts[i];
            c = data[begin];
            return true;
        };
        switch (next) {
            case Next::key: {
                if (const auto past = out.plain_pairs(index, i); past != i) {
                    i = past;
                    continue;
                }
                if (c != '"') [[unlikely]]
                    return misplaced(JsonFault::key_expected, c, begin);
                const auto fault = out.string(TokenKind::key, begin, index.starts[i + 1], at);
                if (fault != JsonFault::none) [[unlikely]]
                    return fail(fault, at);
                if (!step()) continue;
                if (c != ':') [[unlikely]]
                    return fail(JsonFault::colon_expected, begin);
                next = Next::value;
                if (!step()) continue;
                [[fallthrough]];
            }
            case Next::value: {
                if (c == '{' || c == '[') {
                    if (depth == nesting_) return fail(JsonFault::nesting, begin);
                    if (depth == open_.size()) open_.resize(2 * depth);
                    open_[depth++] = out.count();
                    in_map = c == '{';
                    out.put(in_map ? TokenKind::map_begin : TokenKind::list_begin, ScalarStyle::plain, begin, begin + 1, {});
                    ++i;
                    next = in_map ? Next::key : Next::value;
                    if (i < index.count && data[index.starts[i]] == (in_map ? '}' : ']')) {
                        close(index.starts[i++]);
                        next = Next::after_value;
                    }
                    continue;
                }
                const auto fault = out.scalar(begin, index.starts[i + 1], at);
                if (fault != JsonFault::none) [[unlikely]]
                    return misplaced(fault, c, at);
                next = Next::after_value;
                if (!step()) continue;
                [[fallthrough]];
            }
            case Next::after_value: {
                if (depth == 0) return fail(JsonFault::after_document, begin);
                ++i;
                if (c == ',') {
                    next = in_map ? Next::key : Next::value;
                } else if (c == (in_map ? '}' : ']')) {
                    close(begin);
                } else {
                    return fail(JsonFault::comma_expected, begin);
                }
                break;
            }
        }
    }
    if (depth) return fail(JsonFault::unclosed_container, index.starts[index.count]);
    if (next != Next::after_value) return fail(JsonFault::empty, 0);
    made = out.count();
    return {};
}

#undef GUICHENG_HOT

JsonOutcome JsonWalker::walk(std::string_view text, JsonStarts index, bool places, Tape& tape) {
    std::size_t made = 0;
    const auto outcome = places ? run<true>(text, index, tape, made) : run<false>(text, index, tape, made);
    tape.tokens.resize(made);
    return outcome;
}

}  // namespace guicheng::formats
