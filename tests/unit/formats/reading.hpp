#pragma once
// Reads a text and shows what came of it in one line a token or a mistake.
#include <memory>
#include <string>
#include <vector>

#include "formats/tape.hpp"

namespace base = guicheng::base;
namespace diag = guicheng::diag;
namespace formats = guicheng::formats;

namespace reading {

struct Result {
    base::SourcePtr source;
    formats::Tape tape;
    diag::Sink sink;
    bool good = false;

    /// "F001 2:3 ：" for errors, "(F030) …" for warnings.
    std::vector<std::string> mistakes() const {
        std::vector<std::string> all;
        for (const auto& d : sink.sorted()) {
            const auto place = source->place(d.span.begin);
            std::string code = d.severity == diag::Severity::error ? d.code : "(" + d.code + ")";
            all.push_back(code + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                          std::string(source->slice(d.span)));
        }
        return all;
    }
    /// The text after all fixes.
    std::string mended() const {
        std::string out;
        std::size_t at = 0;
        for (const auto& d : sink.sorted()) {
            if (!d.fix || d.fix->span.begin < at) continue;
            out += source->text().substr(at, d.fix->span.begin - at);
            out += d.fix->text;
            at = d.fix->span.end;
        }
        return out + std::string(source->text().substr(at));
    }
};

using Reader = bool (*)(const base::SourcePtr&, const formats::Limits&, formats::Tape&, diag::Sink&);

inline Result read(Reader reader, std::string text, const formats::Limits& limits = {}) {
    Result result;
    result.source = std::make_shared<const base::SourceText>("case", std::move(text));
    result.good = reader(result.source, limits, result.tape, result.sink);
    return result;
}
inline Result yaml(std::string text, const formats::Limits& limits = {}) {
    return read(formats::read_yaml, std::move(text), limits);
}
inline Result json(std::string text, const formats::Limits& limits = {}) {
    return read(formats::read_json, std::move(text), limits);
}

inline std::string style(formats::ScalarStyle style) {
    switch (style) {
        case formats::ScalarStyle::plain: return "p";
        case formats::ScalarStyle::quoted: return "q";
        case formats::ScalarStyle::number: return "n";
        case formats::ScalarStyle::boolean: return "b";
        case formats::ScalarStyle::null: return "0";
    }
    return "?";
}

/// {k:"a" s:n:"1" [ … ] }: kinds and texts, with styles where asked.
inline std::string shape(const formats::Tape& tape, bool styles) {
    std::string out;
    for (const auto& token : tape.tokens) {
        switch (token.kind) {
            case formats::TokenKind::map_begin: out += "{ "; break;
            case formats::TokenKind::map_end: out += "} "; break;
            case formats::TokenKind::list_begin: out += "[ "; break;
            case formats::TokenKind::list_end: out += "] "; break;
            case formats::TokenKind::key: out += "k:" + std::string(token.text) + " "; break;
            case formats::TokenKind::scalar:
                out += (styles ? style(token.style) + ":" : std::string("s:")) + std::string(token.text) + " ";
                break;
        }
    }
    return out;
}

/// Whether every skip leads to the end of its own container, and every span lies in the text.
inline bool is_sound(const formats::Tape& tape, std::size_t text_size) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tape.tokens.size(); ++i) {
        const auto& token = tape.tokens[i];
        if (token.span.begin > token.span.end || token.span.end > text_size) return false;
        const bool begins = token.kind == formats::TokenKind::map_begin || token.kind == formats::TokenKind::list_begin;
        const bool ends = token.kind == formats::TokenKind::map_end || token.kind == formats::TokenKind::list_end;
        if (begins) open.push_back(i);
        if (!ends) continue;
        if (open.empty() || tape.tokens[open.back()].skip != i) return false;
        open.pop_back();
    }
    return open.empty();
}

}  // namespace reading
