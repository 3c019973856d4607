#include "formats/duplicates.hpp"

#include <unordered_map>

#include "formats/codes.hpp"

namespace guicheng::formats {

namespace {

/// The index after the token at i, a container counting as one.
std::size_t after(const Tape& tape, std::size_t i) {
    const Token& token = tape.tokens[i];
    const bool opens = token.kind == TokenKind::map_begin || token.kind == TokenKind::list_begin;
    return opens ? std::size_t{token.skip} + 1 : i + 1;
}

}  // namespace

bool check_duplicates(const base::SourcePtr& source, const Tape& tape, diag::Sink& sink) {
    std::unordered_map<std::string_view, base::Span> seen;
    std::size_t found = 0;
    for (std::size_t i = 0; i < tape.tokens.size() && found < most_reported; ++i) {
        if (tape.tokens[i].kind != TokenKind::map_begin) continue;
        seen.clear();
        for (std::size_t k = i + 1; k < tape.tokens[i].skip && found < most_reported; k = after(tape, k + 1)) {
            const Token& key = tape.tokens[k];
            const auto [first, fresh] = seen.try_emplace(key.text, key.span);
            if (fresh) continue;
            ++found;
            sink.error(codes::key_twice, source, key.span)
                .arg("key", shown(key.text))
                .related(source, first->second, std::string(codes::key_first), {{"key", shown(key.text)}});
        }
    }
    return found == 0;
}

}  // namespace guicheng::formats
