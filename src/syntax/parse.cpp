#include "syntax/parse.hpp"

#include "base/utf8.hpp"
#include "syntax/concrete.hpp"
#include "syntax/grammar.hpp"
#include "syntax/nest.hpp"
#include "syntax/shape.hpp"

namespace guicheng::syntax {

Concrete read_concrete(const base::SourcePtr& source, const Limits& limits, Reading reading, diag::Sink& sink) {
    Concrete out;
    out.source = source;
    const auto text = source->text();
    if (text.size() > limits.file_bytes) {
        sink.error("P002", source, {0, 0}).arg("limit", std::to_string(limits.file_bytes)).arg("found", std::to_string(text.size()));
        return out;
    }
    if (const auto encoding = base::utf8::wide_encoding(text); !encoding.empty()) {
        // Without its source: a line of it could not be read.
        sink.error("P095", nullptr, {}).arg("encoding", std::string(encoding)).arg("file", source->name());
        return out;
    }
    if (const auto wrong = base::utf8::first_invalid(text)) {
        const auto at = static_cast<std::uint32_t>(*wrong);
        sink.error("P001", source, {at, at + 1}).arg("offset", std::to_string(at));
        return out;
    }
    out.tokens = tokenize(source, sink);
    out.items = nest(source, out.tokens, limits, reading, sink);
    return out;
}

namespace {

struct Read {
    Parsed parsed;
    diag::Sink own;  ///< a sink may hold errors of other texts: this text's own are counted apart
};

Read read(const base::SourcePtr& source, const Limits& limits, Reading reading) {
    Read out;
    out.parsed.concrete = read_concrete(source, limits, reading, out.own);
    auto file = Shaper(out.parsed.concrete, limits, out.own).run();
    if (!out.own.has_errors()) out.parsed.file = std::move(file);
    return out;
}

}  // namespace

Parsed parse_concrete(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink) {
    auto best = read(source, limits, Reading::by_count);
    // Where one bracket is amiss the reading that leaves the least to say is the one that was meant.
    if (best.own.error_count() > 1) {
        auto other = read(source, limits, Reading::by_layout);
        if (other.own.error_count() < best.own.error_count()) best = std::move(other);
    }
    if (best.own.error_count() >= most_errors) best.own.leave_rest();
    sink.append(best.own);
    return std::move(best.parsed);
}

std::optional<File> parse(const base::SourcePtr& source, const Limits& limits, diag::Sink& sink) {
    return parse_concrete(source, limits, sink).file;
}

}  // namespace guicheng::syntax
