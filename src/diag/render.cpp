#include "diag/render.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "base/visible.hpp"
#include "diag/source_view.hpp"

namespace guicheng::diag {
namespace {

constexpr std::size_t longest_value = 60;  // characters
constexpr std::size_t longest_list = 400;  // of words of the language, keys, names

std::string cut(std::string_view value, std::size_t longest) {
    std::string visible = made_visible(value.substr(0, longest * 8));
    std::size_t characters = 0;
    for (const auto& item : base::utf8::code_points(visible))
        if (++characters > longest) return visible.substr(0, item.offset) + "...";
    return visible;
}

/// Arguments that list what may stand there: one cut short would hide what the reader looks for.
bool holds_list(std::string_view name) {
    return name == "words" || name == "form" || name == "known" || name == "versions" || name == "names" || name == "one" ||
           name == "other";
}

std::string filled(std::string_view text, const std::vector<Argument>& arguments, messages::Language language) {
    auto values = arguments;
    for (auto& [name, value] : values) {
        if (value.starts_with('\x01') && messages::known(std::string_view(value).substr(1)))
            value = messages::find(std::string_view(value).substr(1), language);
        else
            value = cut(value, holds_list(name) ? longest_list : longest_value);
    }
    return messages::format(text, values);
}

std::string_view word(std::string_view key, const RenderOptions& options) {
    return messages::find(key, options.language);
}

/// A label before a sentence; an ASCII colon wants a blank, a full-width one brings its own room.
std::string label(std::string_view key, const RenderOptions& options) {
    std::string text(word(key, options));
    if (text.ends_with(':')) text += ' ';
    return text;
}

class Painter {
public:
    explicit Painter(bool colour) : colour_(colour) {}
    std::string bold(std::string_view text) const { return wrap("\x1b[1m", text); }
    std::string blue(std::string_view text) const { return wrap("\x1b[1;34m", text); }
    std::string green(std::string_view text) const { return wrap("\x1b[32m", text); }
    std::string severity(Severity s, std::string_view text) const {
        switch (s) {
            case Severity::error: return wrap("\x1b[1;31m", text);
            case Severity::warning: return wrap("\x1b[1;33m", text);
            case Severity::note: return wrap("\x1b[1;36m", text);
        }
        return std::string(text);
    }

private:
    std::string wrap(std::string_view code, std::string_view text) const {
        return colour_ ? fmt::format("{}{}\x1b[0m", code, text) : std::string(text);
    }
    bool colour_;
};

std::string_view severity_key(Severity s) {
    switch (s) {
        case Severity::error: return "diag.error";
        case Severity::warning: return "diag.warning";
        case Severity::note: return "diag.note";
    }
    return "diag.error";
}

std::size_t digits(std::uint32_t number) {
    return std::to_string(number).size();
}

/// " --> file:line:column" and the lines, all behind a gutter of `width` columns.
std::string excerpt(const base::SourceText& source, base::Span span, std::size_t width, Severity severity, const Painter& paint) {
    const auto place = source.place(span.begin);
    const std::string gutter(width, ' ');
    std::string out =
        fmt::format("{}{} {}:{}:{}\n", gutter, paint.blue("-->"), base::visible_line(source.name()), place.line, place.column);
    out += fmt::format("{} {}\n", gutter, paint.blue("|"));
    std::uint32_t previous = 0;
    for (const auto& line : shown_lines(source, span)) {
        if (previous != 0 && line.number > previous + 1) out += paint.blue("...") + "\n";
        out += fmt::format("{}{} {}\n", paint.blue(fmt::format("{:>{}}", line.number, width)), paint.blue(" |"), line.text);
        out += fmt::format("{} {} {}\n", gutter, paint.blue("|"), paint.severity(severity, line.marks));
        previous = line.number;
    }
    return out;
}

std::size_t gutter_width(const Diagnostic& d) {
    std::size_t width = d.source ? digits(d.source->place(std::max(d.span.begin, d.span.end)).line) : 1;
    for (const auto& r : d.related)
        if (r.source) width = std::max(width, digits(r.source->place(std::max(r.span.begin, r.span.end)).line));
    return width;
}

std::string fix_lines(const Diagnostic& d, std::size_t width, const RenderOptions& options, const Painter& paint) {
    const std::string gutter(width, ' ');
    auto lines = lines_with(*d.source, d.fix->span, d.fix->text);
    // Where nothing is left of the line, the line that goes is shown.
    const bool gone = lines.size() == 1 && lines[0].find_first_not_of(' ') == std::string::npos;
    if (gone) lines[0] = cut(d.source->slice(d.fix->span), longest_list);
    const bool certain = d.fix->kind == FixKind::certain;
    const auto* key = certain ? (gone ? "diag.fix_delete" : "diag.fix") : (gone ? "diag.suggest_delete" : "diag.suggest");
    std::string out = fmt::format("{} {} {}\n", gutter, paint.blue("="), paint.green(word(key, options)));
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
        out += fmt::format("{} {} {}\n", gutter, paint.blue("|"), paint.green(lines[i]));
    if (lines.size() > most) out += fmt::format("{} {} ...\n", gutter, paint.blue("|"));
    return out;
}

}  // namespace

std::string sentence(const Diagnostic& diagnostic, messages::Language language) {
    return filled(messages::find(diagnostic.code, language), diagnostic.arguments, language);
}

std::string help(const Diagnostic& diagnostic, messages::Language language) {
    return filled(messages::help(diagnostic.code, language), diagnostic.arguments, language);
}

std::string sentence(const Related& related, messages::Language language) {
    return filled(messages::find(related.key, language), related.arguments, language);
}

void keep_one_guess_a_line(std::span<Diagnostic> diagnostics) {
    std::set<std::pair<const base::SourceText*, std::uint32_t>> guessed;
    for (auto& d : diagnostics) {
        if (!d.fix || !d.source || d.fix->kind == FixKind::certain) continue;
        if (!guessed.emplace(d.source.get(), d.source->line_begin(d.span.begin)).second) d.fix.reset();
    }
}

std::string render(const Diagnostic& d, const RenderOptions& options) {
    const Painter paint(options.colour);
    const auto width = gutter_width(d);
    const std::string gutter(width, ' ');
    std::string out =
        fmt::format("{}: {}\n", paint.severity(d.severity, fmt::format("{}[{}]", word(severity_key(d.severity), options), d.code)),
                    paint.bold(sentence(d, options.language)));
    if (d.source) out += excerpt(*d.source, d.span, width, d.severity, paint);
    if (const auto text = help(d, options.language); !text.empty())
        out += fmt::format("{} {} {}{}\n", gutter, paint.blue("="), label("diag.help", options), text);
    for (const auto& r : d.related) {
        out += fmt::format("{} {} {}: {}\n", gutter, paint.blue("="), word("diag.note", options), sentence(r, options.language));
        if (r.source) out += excerpt(*r.source, r.span, width, Severity::note, paint);
    }
    if (d.fix && d.source) out += fix_lines(d, width, options, paint);
    return out;
}

std::string render_all(std::span<const Diagnostic> diagnostics, const RenderOptions& options) {
    std::string out;
    const auto count = std::min(options.limit, diagnostics.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += '\n';
        out += render(diagnostics[i], options);
    }
    if (const auto rest = diagnostics.size() - count; rest > 0) {
        const std::vector<messages::Value> values{{"count", std::to_string(rest)}, {"limit", std::to_string(options.limit)}};
        if (count > 0) out += '\n';
        out += messages::format(word("diag.rest", options), values) + "\n";
    }
    return out;
}

}  // namespace guicheng::diag
