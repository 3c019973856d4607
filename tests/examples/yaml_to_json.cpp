#include "yaml_to_json.hpp"

#include <stdexcept>

#include "base/json_string.hpp"
#include "formats/tape.hpp"

namespace guicheng::test {

namespace {

using formats::ScalarStyle;
using formats::Token;
using formats::TokenKind;

bool is_json_number(std::string_view text) {
    if (text.empty() || text.size() > 9 || (text.size() > 1 && text.front() == '0')) return false;
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string scalar(const Token& token) {
    if (token.style == ScalarStyle::null) return "null";
    if (token.style == ScalarStyle::number || token.style == ScalarStyle::boolean) return std::string(token.text);
    // A plain YAML scalar has no type of its own; digits would be written as a number by whoever writes JSON.
    if (token.style == ScalarStyle::plain && is_json_number(token.text)) return std::string(token.text);
    return base::json_string(token.text);
}

}  // namespace

std::string yaml_to_json(const std::string& name, const std::string& text) {
    const auto source = std::make_shared<const base::SourceText>(name, text);
    diag::Sink sink;
    formats::Tape tape;
    if (!formats::read_yaml(source, {}, tape, sink)) throw std::runtime_error("not YAML: " + name);
    std::string json;
    bool comma = false;
    for (const Token& token : tape.tokens) {
        const bool closes = token.kind == TokenKind::map_end || token.kind == TokenKind::list_end;
        if (comma && !closes) json += ',';
        comma = true;
        switch (token.kind) {
            case TokenKind::map_begin:
                json += '{';
                comma = false;
                break;
            case TokenKind::list_begin:
                json += '[';
                comma = false;
                break;
            case TokenKind::map_end: json += '}'; break;
            case TokenKind::list_end: json += ']'; break;
            case TokenKind::key:
                json += base::json_string(token.text) + ":";
                comma = false;
                break;
            case TokenKind::scalar: json += scalar(token); break;
        }
    }
    return json;
}

}  // namespace guicheng::test
