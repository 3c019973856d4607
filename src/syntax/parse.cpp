#include "syntax/parse.hpp"

#include "base/utf8.hpp"
#include "syntax/concrete.hpp"
#include "syntax/grammar.hpp"
#include "syntax/nest.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {

Concrete read_concrete(base::SourcePtr source, const Limits& limits, diag::Sink& sink) {
    Concrete out;
    out.source = source;
    const auto text = source->text();
    if (text.size() > limits.file_bytes) {
        sink.error("P002", source, {0, 0}).arg("limit", std::to_string(limits.file_bytes)).arg("found", std::to_string(text.size()));
        return out;
    }
    if (const auto wrong = base::utf8::first_invalid(text)) {
        const auto at = static_cast<std::uint32_t>(*wrong);
        sink.error("P001", source, {at, at + 1}).arg("offset", std::to_string(at));
        return out;
    }
    out.tokens = tokenize(source, sink);
    out.items = nest(source, out.tokens, limits, sink);
    return out;
}

Parsed parse_concrete(base::SourcePtr source, const Limits& limits, diag::Sink& sink) {
    // A sink may hold errors of other texts: this text's own are counted apart.
    diag::Sink own;
    Parsed out{read_concrete(std::move(source), limits, own), std::nullopt};
    auto file = Shaper(out.concrete, limits, own).run();
    if (!own.has_errors()) out.file = std::move(file);
    sink.append(own);
    return out;
}

std::optional<File> parse(base::SourcePtr source, const Limits& limits, diag::Sink& sink) {
    return parse_concrete(std::move(source), limits, sink).file;
}

}  // namespace guicheng::syntax
