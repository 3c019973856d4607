#include "verdict/from_json.hpp"

#include <charconv>
#include <concepts>
#include <string_view>
#include <vector>

#include "formats/tape.hpp"
#include "verdict/fields.hpp"
#include "verdict/names.hpp"

namespace guicheng::verdict {

namespace {

using formats::ScalarStyle;
using formats::Token;
using formats::TokenKind;

template <class T>
concept Enumeration = std::is_enum_v<T>;
template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool>;

class Reader {
public:
    Reader(const base::SourcePtr& source, const formats::Tape& tape, diag::Sink& sink)
        : source_(source), tokens_(tape.tokens), sink_(sink) {}

    template <class T>
    bool read(std::size_t at, T& value);

private:
    friend class ObjectReader;

    bool fail(std::size_t at, std::string_view expected) {
        sink_.error("V001", source_, tokens_[at].span).arg("expected", std::string(expected));
        return false;
    }
    const Token& token(std::size_t at) const { return tokens_[at]; }
    /// The first token after the value that begins at `at`.
    std::size_t after(std::size_t at) const {
        const auto kind = tokens_[at].kind;
        return (kind == TokenKind::map_begin || kind == TokenKind::list_begin) ? tokens_[at].skip + std::size_t{1} : at + 1;
    }
    bool is_quoted(std::size_t at) const { return tokens_[at].kind == TokenKind::scalar && tokens_[at].style == ScalarStyle::quoted; }

    bool read_scalar(std::size_t at, std::string& value);
    bool read_scalar(std::size_t at, bool& value);
    bool read_scalar(std::size_t at, base::Day& value);
    bool read_scalar(std::size_t at, base::Moment& value);
    bool read_scalar(std::size_t at, base::Fraction& value);
    template <Enumeration T>
    bool read_scalar(std::size_t at, T& value);
    template <Whole T>
    bool read_scalar(std::size_t at, T& value);

    const base::SourcePtr& source_;
    const std::vector<Token>& tokens_;
    diag::Sink& sink_;
};

/// One JSON object; describe() asks it for its keys, then what nobody asked for is an error.
class ObjectReader {
public:
    ObjectReader(Reader& reader, std::size_t at) : reader_(reader), at_(at) {
        for (std::size_t i = at + 1; reader.token(i).kind == TokenKind::key; i = reader.after(i + 1)) {
            members_.push_back({i, false});
        }
    }

    template <class T>
    void field(std::string_view key, T& value) {
        if (take(key, value)) return;
        reader_.sink_.error("V003", reader_.source_, reader_.token(at_).span).arg("key", std::string(key));
        good_ = false;
    }
    template <class T>
    void optional(std::string_view key, T& value, const std::type_identity_t<T>& = T{}) {
        take(key, value);
    }

    bool finish() {
        for (const auto& member : members_) {
            if (member.read) continue;
            const auto& token = reader_.token(member.key);
            reader_.sink_.error("V002", reader_.source_, token.span).arg("key", std::string(token.text));
            good_ = false;
        }
        return good_;
    }

private:
    struct Member {
        std::size_t key;
        bool read;
    };

    template <class T>
    bool take(std::string_view key, T& value) {
        for (auto& member : members_) {
            if (member.read || reader_.token(member.key).text != key) continue;
            member.read = true;
            if (!reader_.read(member.key + 1, value)) good_ = false;
            return true;
        }
        return false;
    }

    Reader& reader_;
    std::size_t at_;
    std::vector<Member> members_;
    bool good_ = true;
};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

// Verdicts nest to a fixed depth, so the recursion is bounded by the types.
template <class T>
bool Reader::read(std::size_t at, T& value) {
    if constexpr (IsOptional<T>::value) {
        return read(at, value.emplace());
    } else if constexpr (IsVector<T>::value) {
        if (token(at).kind != TokenKind::list_begin) return fail(at, "[…]");
        bool good = true;
        for (std::size_t i = at + 1; token(i).kind != TokenKind::list_end; i = after(i)) {
            if (!read(i, value.emplace_back())) good = false;
        }
        return good;
    } else if constexpr (Described<T>) {
        if (token(at).kind != TokenKind::map_begin) return fail(at, "{…}");
        ObjectReader object(*this, at);
        describe(object, value);
        return object.finish();
    } else {
        return read_scalar(at, value);
    }
}

bool Reader::read_scalar(std::size_t at, std::string& value) {
    if (!is_quoted(at)) return fail(at, "\"…\"");
    value = token(at).text;
    return true;
}

bool Reader::read_scalar(std::size_t at, bool& value) {
    if (token(at).kind != TokenKind::scalar || token(at).style != ScalarStyle::boolean) return fail(at, "true, false");
    value = token(at).text == "true";
    return true;
}

bool Reader::read_scalar(std::size_t at, base::Day& value) {
    const auto day = is_quoted(at) ? day_from_text(token(at).text) : std::nullopt;
    if (!day) return fail(at, "2024-03-01");
    value = *day;
    return true;
}

bool Reader::read_scalar(std::size_t at, base::Moment& value) {
    const auto moment = is_quoted(at) ? moment_from_text(token(at).text) : std::nullopt;
    if (!moment) return fail(at, "2024-03-01T14:30");
    value = *moment;
    return true;
}

bool Reader::read_scalar(std::size_t at, base::Fraction& value) {
    const auto share = is_quoted(at) ? share_from_text(token(at).text) : std::nullopt;
    if (!share) return fail(at, "2/3");
    value = *share;
    return true;
}

template <Enumeration T>
bool Reader::read_scalar(std::size_t at, T& value) {
    const auto found = is_quoted(at) ? from_name<T>(token(at).text) : std::nullopt;
    if (found) {
        value = *found;
        return true;
    }
    std::string names;
    for (std::uint8_t i = 0; !name(static_cast<T>(i)).empty(); ++i) {
        if (i != 0) names += ", ";
        names += name(static_cast<T>(i));
    }
    return fail(at, names);
}

template <Whole T>
bool Reader::read_scalar(std::size_t at, T& value) {
    const auto& scalar = token(at);
    const bool number = scalar.kind == TokenKind::scalar && scalar.style == ScalarStyle::number;
    const char* const end = scalar.text.data() + scalar.text.size();
    if (number) {
        const auto [stop, error] = std::from_chars(scalar.text.data(), end, value);
        if (error == std::errc{} && stop == end) return true;
    }
    return fail(at, "-9…9");
}

std::optional<std::int32_t> digits(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::int32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<base::Day> day_from_text(std::string_view text) {
    // A day that was computed may lie past the years that a record may name, so the year is read without that limit.
    const bool negative = text.starts_with('-');
    const auto rest = negative ? text.substr(1) : text;
    if (rest.size() < 10 || rest.size() > 11 || rest[rest.size() - 3] != '-' || rest[rest.size() - 6] != '-') return std::nullopt;
    const auto year = digits(rest.substr(0, rest.size() - 6));
    const auto month = digits(rest.substr(rest.size() - 5, 2));
    const auto day = digits(rest.substr(rest.size() - 2));
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    const auto result = base::to_day({negative ? -*year : *year, static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)});
    if (base::iso(result) != text) return std::nullopt;
    return result;
}

std::optional<base::Moment> moment_from_text(std::string_view text) {
    const auto hour_mark = text.find('T');
    const auto day = day_from_text(text.substr(0, hour_mark));
    if (!day) return std::nullopt;
    if (hour_mark == std::string_view::npos) return base::Moment{*day, -1};
    const auto hour = text.substr(hour_mark + 1);
    if (hour.size() != 5 || hour[2] != ':') return std::nullopt;
    const auto hours = digits(hour.substr(0, 2));
    const auto minutes = digits(hour.substr(3));
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    return base::Moment{*day, static_cast<std::int16_t>(*hours * 60 + *minutes)};
}

std::optional<base::Fraction> share_from_text(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto num = base::read_integer(text.substr(0, slash));
    const auto den = base::read_integer(text.substr(slash + 1));
    if (!num || !den || *den <= 0) return std::nullopt;
    return base::Fraction{*num, *den};
}

std::optional<Verdict> from_json(const base::SourcePtr& source, diag::Sink& sink) {
    formats::Tape tape;
    if (!formats::read_json(source, {}, tape, sink) || tape.tokens.empty()) return std::nullopt;
    std::optional<Verdict> verdict(std::in_place);
    Reader reader(source, tape, sink);
    if (!reader.read(0, *verdict)) return std::nullopt;
    return verdict;
}

}  // namespace guicheng::verdict
