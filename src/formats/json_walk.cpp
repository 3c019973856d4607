#include "formats/json_walk.hpp"

#include <array>
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

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

const char* skip_digits(const char* at, const char* end) {
    while (at != end && is_digit(*at)) ++at;
    return at;
}

/// Past the number that begins at `at` (RFC 8259, 6); null where there is none.
const char* number_end(const char* at, const char* end) {
    if (*at == '-' && ++at == end) return nullptr;
    if (!is_digit(*at)) return nullptr;
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

/// Writes the tokens of one text. What every string and number passes is inlined into the loop; escapes are not.
template <bool Places>
class Writer {
public:
    Writer(std::string_view text, Tape& tape)
        : data_(text.data()), end_(text.data() + text.size()), tokens_(tape.tokens.data()), tape_(tape) {
        escapes_ = !text.empty() && std::memchr(text.data(), '\\', text.size()) != nullptr;
        // Views into the buffer must survive its growth and the tape's move: room for all, and never in the string
        // itself.
        if (escapes_) tape.buffer.reserve(text.size() + 64);
    }

    std::uint32_t count() const { return count_; }
    Token& operator[](std::uint32_t i) { return tokens_[i]; }

    GUICHENG_HOT void put(TokenKind kind, ScalarStyle style, std::uint32_t begin, std::uint32_t end,
                          std::string_view text) {
        tokens_[count_++] = Token{kind, style, 0, 0, Places ? base::Span{begin, end} : base::Span{}, text};
    }

    /// Between two starts lie a string and blanks: its closing quote is the last byte that is no blank.
    GUICHENG_HOT JsonFault string(TokenKind kind, std::uint32_t begin, std::uint32_t limit, std::uint32_t& at) {
        std::uint32_t close = limit - 1;
        while (is_blank(data_[close])) --close;
        if (close == begin || data_[close] != '"') [[unlikely]]
            return JsonFault::value_expected;
        put(kind, ScalarStyle::quoted, begin, close + 1, {data_ + begin + 1, close - begin - 1});
        return escapes_ ? unescape(begin, at) : JsonFault::none;
    }

    GUICHENG_HOT JsonFault number(std::uint32_t begin) {
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
        if (rest.size() > expected.size() && !ends_scalar[static_cast<unsigned char>(rest[expected.size()])])
            return JsonFault::bad_word;
        const auto size = static_cast<std::uint32_t>(expected.size());
        put(TokenKind::scalar, style, begin, begin + size, rest.substr(0, size));
        return JsonFault::none;
    }

    GUICHENG_HOT JsonFault scalar(std::uint32_t begin, std::uint32_t limit, std::uint32_t& at) {
        switch (data_[begin]) {
            case '"': return string(TokenKind::scalar, begin, limit, at);
            case 't': return word(begin, "true", ScalarStyle::boolean);
            case 'f': return word(begin, "false", ScalarStyle::boolean);
            case 'n': return word(begin, "null", ScalarStyle::null);
            case '-':
            case '0':
            case '1':
            case '2':
            case '3':
            case '4':
            case '5':
            case '6':
            case '7':
            case '8':
            case '9': return number(begin);
            default: return JsonFault::value_expected;
        }
    }

private:
    /// Resolves the escapes of the last token, if it has any.
    [[gnu::noinline]] JsonFault unescape(std::uint32_t begin, std::uint32_t& at) {
        std::string_view& text = tokens_[count_ - 1].text;
        if (std::memchr(text.data(), '\\', text.size()) == nullptr) return JsonFault::none;
        const std::size_t from = tape_.buffer.size();
        const auto done = append_unescaped(text, tape_.buffer);
        text = std::string_view(tape_.buffer).substr(from);
        if (done.fault == EscapeFault::none) return JsonFault::none;
        at = begin + 1 + static_cast<std::uint32_t>(done.at);
        return done.fault == EscapeFault::lone_surrogate ? JsonFault::lone_surrogate : JsonFault::bad_escape;
    }

    const char* data_;
    const char* end_;
    Token* tokens_;
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
    const auto fail = [&](JsonFault fault, std::uint32_t at) {
        made = out.count();
        return JsonOutcome{fault, at, depth ? open_[depth - 1] : 0};
    };
    /// A bracket that closes right after a comma: the comma is the mistake.
    const auto misplaced = [&](JsonFault fault, char c, std::uint32_t at) {
        const bool trailing = i > 0 && data[index.starts[i - 1]] == ',' && (c == ']' || c == '}');
        return trailing ? fail(JsonFault::trailing_comma, index.starts[i - 1]) : fail(fault, at);
    };
    const auto close = [&](std::uint32_t at) GUICHENG_HOT {
        Token& begin = out[open_[--depth]];
        begin.skip = out.count();
        const auto kind = begin.kind == TokenKind::map_begin ? TokenKind::map_end : TokenKind::list_end;
        out.put(kind, ScalarStyle::plain, at, at + 1, {});
    };

    while (i < index.count) {
        const std::uint32_t begin = index.starts[i];
        const char c = data[begin];
        std::uint32_t at = begin;
        switch (next) {
            case Next::value: {
                if (c == '{' || c == '[') {
                    if (depth == nesting_) return fail(JsonFault::nesting, begin);
                    if (depth == open_.size()) open_.resize(2 * depth);
                    open_[depth++] = out.count();
                    out.put(c == '{' ? TokenKind::map_begin : TokenKind::list_begin, ScalarStyle::plain, begin,
                            begin + 1, {});
                    ++i;
                    next = c == '{' ? Next::key : Next::value;
                    if (i < index.count && data[index.starts[i]] == (c == '{' ? '}' : ']')) {
                        close(index.starts[i++]);
                        next = Next::after_value;
                    }
                    break;
                }
                const auto fault = out.scalar(begin, index.starts[i + 1], at);
                if (fault != JsonFault::none) [[unlikely]]
                    return misplaced(fault, c, at);
                ++i;
                next = Next::after_value;
                break;
            }
            case Next::key: {
                if (c != '"') [[unlikely]]
                    return misplaced(JsonFault::key_expected, c, begin);
                const auto fault = out.string(TokenKind::key, begin, index.starts[i + 1], at);
                if (fault != JsonFault::none) [[unlikely]]
                    return fail(fault, at);
                if (++i == index.count) break;
                if (data[index.starts[i]] != ':') [[unlikely]]
                    return fail(JsonFault::colon_expected, index.starts[i]);
                ++i;
                next = Next::value;
                break;
            }
            case Next::after_value: {
                if (depth == 0) return fail(JsonFault::after_document, begin);
                const bool in_map = out[open_[depth - 1]].kind == TokenKind::map_begin;
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
