#include "diag/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace guicheng::diag {

Sink::Entry& Sink::Entry::arg(std::string name, std::string value) {
    d_.arguments.emplace_back(std::move(name), std::move(value));
    return *this;
}

Sink::Entry& Sink::Entry::fix(base::Span span, std::string text) {
    d_.fix = Fix{span, std::move(text)};
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

std::vector<Diagnostic> Sink::sorted() const {
    const auto place = [](const Diagnostic& d) {
        return std::make_tuple(d.source ? std::string_view(d.source->name()) : std::string_view(), d.span.begin, d.span.end,
                               std::string_view(d.code));
    };
    auto all = entries_;
    std::stable_sort(all.begin(), all.end(), [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    return all;
}

void Sink::append(const Sink& other) {
    // A copy first: a sink may be appended to itself.
    const auto added = other.entries_;
    entries_.insert(entries_.end(), added.begin(), added.end());
    errors_ += static_cast<std::size_t>(
        std::count_if(added.begin(), added.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

}  // namespace guicheng::diag
