#pragma once
// Values streamed into JSON, in the order in which their descriptions name the members.
#include <fmt/format.h>

#include <concepts>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/fraction.hpp"
#include "base/json_string.hpp"
#include "report/json.hpp"
#include "verdict/fields.hpp"
#include "verdict/names.hpp"
#include "verdict/plan_fields.hpp"

namespace guicheng::report {

template <class T>
concept JsonObject = verdict::Described<T> || verdict::DescribedPlan<T>;

template <class T>
concept Enumeration = std::is_enum_v<T>;
template <class T>
concept Whole = std::integral<T> && !std::same_as<T, bool>;

/// Streams values into a string. Depth is that of the types described, so it needs no limit.
class Writer {
public:
    Writer(std::string& out, Layout layout) : out_(out), pretty_(layout == Layout::pretty) {}

    void value(const std::string& text) { quote(text); }
    void value(bool truth) { out_ += truth ? "true" : "false"; }
    template <Whole T>
    void value(T number) {
        fmt::format_to(std::back_inserter(out_), "{}", number);
    }
    template <Enumeration T>
    void value(T enumerator) {
        quote(verdict::name(enumerator));
    }
    void value(base::Day day) { quote(base::iso(day)); }
    void value(const base::Moment& moment) { quote(moment_text(moment)); }
    void value(base::Fraction share) { quote(base::fraction_text(share)); }
    template <class T>
    void value(const std::optional<T>& maybe) {
        value(*maybe);
    }
    template <class T>
    void value(const std::vector<T>& items) {
        if (items.empty()) {
            out_ += "[]";
            return;
        }
        open('[');
        for (const auto& item : items) {
            separate();
            value(item);
        }
        close(']');
    }
    template <JsonObject T>
    void value(const T& object);

    void key(std::string_view name) {
        separate();
        quote(name);
        out_ += pretty_ ? ": " : ":";
    }
    void open(char bracket) {
        out_ += bracket;
        ++depth_;
        first_ = true;
    }
    void close(char bracket) {
        --depth_;
        if (!first_) line_break();
        out_ += bracket;
        first_ = false;
    }

private:
    void separate() {
        if (!first_) out_ += ',';
        first_ = false;
        line_break();
    }
    void line_break() {
        if (!pretty_) return;
        out_ += '\n';
        out_.append(depth_ * 2, ' ');
    }
    void quote(std::string_view text) { base::append_json_string(out_, text); }

    std::string& out_;
    bool pretty_;
    bool first_ = true;
    std::size_t depth_ = 0;
};

/// The members of one object, in the order in which the description names them.
class Members {
public:
    explicit Members(Writer& writer) : writer_(writer) {}

    template <class T>
    void field(std::string_view name, const T& value) {
        writer_.key(name);
        writer_.value(value);
    }
    template <class T>
    void optional(std::string_view name, const T& value, const std::type_identity_t<T>& none = T{}) {
        if (!(value == none)) field(name, value);
    }

private:
    Writer& writer_;
};

template <JsonObject T>
void Writer::value(const T& object) {
    open('{');
    Members members(*this);
    verdict::describe(members, object);
    close('}');
}

}  // namespace guicheng::report
