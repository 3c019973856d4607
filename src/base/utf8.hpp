#pragma once
// UTF-8: validity, code points, and how many columns of a terminal a text fills. Malformed bytes are never skipped:
// each counts as one U+FFFD, so that offsets and columns stay in step.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace guicheng::base::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

/// One code point and the bytes that spell it. Where the bytes are malformed: replacement, length 1, not valid.
struct Decoded {
    char32_t code = replacement;
    std::uint8_t length = 1;
    bool valid = false;
};

/// The code point that begins at `at`; INVARIANT: at < text.size(). Overlong forms, surrogates, values past U+10FFFF
/// and truncated sequences are malformed (Unicode, table 3-7).
Decoded decode(std::string_view text, std::size_t at);

/// The offset of the first malformed byte; nothing where the text is well-formed.
std::optional<std::size_t> first_invalid(std::string_view text);
inline bool is_valid(std::string_view text) {
    return !first_invalid(text);
}

/// The number of code points, a malformed byte counting as one.
std::size_t count(std::string_view text);

/// Appends the code point; what is no scalar value is appended as the replacement.
void append(std::string& out, char32_t code);
std::string encode(char32_t code);
std::u32string to_code_points(std::string_view text);

/// The columns that a terminal gives to a code point: 2 for East Asian wide and full-width ones, 0 for combining marks,
/// format and control characters, else 1. A tab counts as 1: who prints a line with a caret below prints tabs as
/// blanks.
int width(char32_t code);
/// The sum over the text's code points.
std::size_t display_width(std::string_view text);

/// for (const auto& [offset, code, length, valid] : code_points(text))
class CodePoints {
public:
    struct Item {
        std::size_t offset;
        char32_t code;
        std::uint8_t length;
        bool valid;
    };
    class Iterator {
    public:
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(std::string_view text, std::size_t at) : text_(text), at_(at) { read(); }
        Item operator*() const { return {at_, now_.code, now_.length, now_.valid}; }
        Iterator& operator++() {
            at_ += now_.length;
            read();
            return *this;
        }
        Iterator operator++(int) {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        void read() {
            if (at_ < text_.size()) now_ = decode(text_, at_);
        }
        std::string_view text_;
        std::size_t at_ = 0;
        Decoded now_;
    };
    explicit CodePoints(std::string_view text) : text_(text) {}
    Iterator begin() const { return {text_, 0}; }
    Iterator end() const { return {text_, text_.size()}; }

private:
    std::string_view text_;
};
inline CodePoints code_points(std::string_view text) {
    return CodePoints(text);
}

/// "UTF-16" or "UTF-32" where the bytes are that, by their mark or by the zero bytes that ASCII has in it; else empty.
std::string_view wide_encoding(std::string_view bytes);

}  // namespace guicheng::base::utf8
