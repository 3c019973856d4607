#pragma once
// Rule texts in memory for the tests of this folder.
#include <string>

#include "diag/render.hpp"
#include "support/catch.hpp"
#include "syntax/parse.hpp"

namespace guicheng::parsing {

struct Result {
    std::optional<syntax::File> file;
    diag::Sink sink;

    std::string codes() const {
        std::string out;
        for (const auto& d : sink.sorted()) out += (out.empty() ? "" : " ") + d.code;
        return out;
    }
    /// The words that the n-th diagnostic covers.
    std::string covered(std::size_t n = 0) const {
        const auto all = sink.sorted();
        return n < all.size() ? std::string(all[n].source->slice(all[n].span)) : std::string("(none)");
    }
    std::string shown() const { return diag::render_all(sink.sorted(), {}); }
};

inline Result parse(const std::string& text, const syntax::Limits& limits = {}) {
    Result out;
    out.file = syntax::parse(std::make_shared<base::SourceText>("试.guicheng", text), limits, out.sink);
    return out;
}

/// The text in a procedure of its own.
inline Result parse_item(const std::string& text) {
    return parse("规程 样例 {\n" + text + "\n}\n");
}
/// The text in a step.
inline Result parse_step_item(const std::string& text) {
    return parse_item("步骤 甲 {\n" + text + "\n}");
}
/// The text in a meeting of a step.
inline Result parse_meeting_item(const std::string& text) {
    return parse_step_item("会议 村民会议 {\n" + text + "\n}");
}

inline const syntax::Statement& only(const Result& r) {
    INFO(r.shown());
    REQUIRE(r.file);
    const syntax::Statement* s = &r.file->procedures.at(0);
    while (s->block.size() == 1 &&
           (s->head == syntax::Keyword::procedure || s->head == syntax::Keyword::step || s->head == syntax::Keyword::meeting))
        s = &s->block[0];
    return *s;
}

}  // namespace guicheng::parsing
