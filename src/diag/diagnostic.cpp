#include "diag/diagnostic.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace guicheng::diag {

Sink::Entry& Sink::Entry::arg(std::string name, std::string value) {
    d_.arguments.emplace_back(std::move(name), std::move(value));
    return *this;
}

std::string translated(std::string_view key) {
    // No text of a user holds this character: the readers refuse it.
    return "\x01" + std::string(key);
}

Sink::Entry& Sink::Entry::fix(base::Span span, std::string text, FixKind kind) {
    constexpr std::size_t longest = 8192;  // nobody reads an offer of many pages
    if (text.size() <= longest) d_.fix = Fix{span, std::move(text), kind};
    return *this;
}

Sink::Entry& Sink::Entry::related(base::SourcePtr source, base::Span span, std::string key, std::vector<Argument> arguments) {
    d_.related.push_back({std::move(source), span, std::move(key), std::move(arguments)});
    return *this;
}

Sink::Entry Sink::error(std::string_view code, base::SourcePtr source, base::Span span) {
    ++errors_;
    return Entry(entries_.emplace_back(Diagnostic{std::string(code), Severity::error, std::move(source), span, {}, {}, {}}));
}

Sink::Entry Sink::warning(std::string_view code, base::SourcePtr source, base::Span span) {
    return Entry(entries_.emplace_back(Diagnostic{std::string(code), Severity::warning, std::move(source), span, {}, {}, {}}));
}

void Sink::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::error) ++errors_;
    entries_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Sink::sorted() const {
    const auto place = [](const Diagnostic& d) {
        return std::make_tuple(d.source ? std::string_view(d.source->name()) : std::string_view(), d.span.begin, d.span.end,
                               std::string_view(d.code));
    };
    // Of two at one place the one reported first stays first.
    std::vector<std::size_t> order(entries_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto left = place(entries_[a]);
        const auto right = place(entries_[b]);
        return left != right ? left < right : a < b;
    });
    std::vector<Diagnostic> all;
    all.reserve(order.size());
    for (const auto i : order) all.push_back(entries_[i]);
    return all;
}

void Sink::append(const Sink& other) {
    rest_left_ = rest_left_ || other.rest_left_;
    // A copy first: a sink may be appended to itself.
    const auto added = other.entries_;
    entries_.insert(entries_.end(), added.begin(), added.end());
    errors_ += static_cast<std::size_t>(
        std::count_if(added.begin(), added.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

}  // namespace guicheng::diag
