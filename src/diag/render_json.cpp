#include <algorithm>

#include <fmt/format.h>

#include "base/json_string.hpp"
#include "diag/render.hpp"

namespace guicheng::diag {
namespace {

using base::json_string;

std::string place(const base::SourceText& source, std::uint32_t offset) {
    const auto p = source.place(offset);
    return fmt::format(R"({{"offset":{},"line":{},"column":{}}})", offset, p.line, p.column);
}

std::string where(const base::SourcePtr& source, base::Span span) {
    if (!source) return R"("file":null)";
    return fmt::format(R"("file":{},"begin":{},"end":{})", json_string(source->name()), place(*source, span.begin),
                       place(*source, span.end));
}

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "error";
}

std::string object(const Diagnostic& d, messages::Language language) {
    std::string out = fmt::format(R"({{"code":{},"severity":"{}","message":{})", json_string(d.code), name(d.severity),
                                  json_string(sentence(d, language)));
    if (const auto text = help(d, language); !text.empty()) out += fmt::format(R"(,"help":{})", json_string(text));
    out += "," + where(d.source, d.span) + R"(,"related":[)";
    for (std::size_t i = 0; i < d.related.size(); ++i) {
        const auto& r = d.related[i];
        if (i > 0) out += ',';
        out += fmt::format(R"({{"message":{},{}}})", json_string(sentence(r, language)), where(r.source, r.span));
    }
    out += ']';
    if (d.fix && d.source)
        out += fmt::format(R"(,"fix":{{"kind":"{}","begin":{},"end":{},"text":{}}})",
                           d.fix->kind == FixKind::certain ? "certain" : "suggestion", d.fix->span.begin, d.fix->span.end,
                           json_string(d.fix->text));
    return out + "}";
}

}  // namespace

std::string render_json(std::span<const Diagnostic> diagnostics, const RenderOptions& options) {
    const auto count = std::min(options.limit, diagnostics.size());
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ',';
        out += "\n  " + object(diagnostics[i], options.language);
    }
    if (const auto rest = diagnostics.size() - count; rest > 0) {
        const std::vector<messages::Value> values{{"count", std::to_string(rest)}, {"limit", std::to_string(options.limit)}};
        out += fmt::format("{}\n  {{\"rest\":{},\"message\":{}}}", count > 0 ? "," : "", rest,
                           json_string(messages::format(messages::find("diag.rest", options.language), values)));
    }
    return out + (diagnostics.empty() ? "]\n" : "\n]\n");
}

}  // namespace guicheng::diag
