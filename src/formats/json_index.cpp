#include "formats/json_index.hpp"

#include <simdjson.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace guicheng::formats {

struct JsonIndex::Impl {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    std::size_t capacity = 0;

    bool reserve(std::size_t size) {
        if (size < capacity) return true;
        // A reader of many lines grows ahead; a first text gets what it needs.
        const std::size_t wanted = std::max<std::size_t>(4096, parser ? size + size / 2 + 1 : size + 1);
        // The depth is that of simdjson's own second stage, which is never run.
        const auto error = parser ? parser->set_capacity(wanted)
                                  : simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1, parser);
        capacity = error == simdjson::SUCCESS ? wanted : 0;
        return capacity != 0;
    }
};

JsonIndex::JsonIndex() : impl_(std::make_unique<Impl>()) {}
JsonIndex::~JsonIndex() = default;

bool JsonIndex::build(std::string_view text) {
    if (text.empty() || !impl_->reserve(text.size())) return false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    return impl_->parser->stage1(bytes, text.size(), simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

JsonStarts JsonIndex::starts() const {
    return {impl_->parser->structural_indexes.get(), impl_->parser->n_structural_indexes};
}

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_operator(char c) {
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

/// Past the closing quote, or where the string breaks.
struct StringEnd {
    std::size_t at;
    LexicalFault fault;
};

StringEnd string_end(std::string_view text, std::size_t open) {
    std::size_t at = open + 1;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') return {at + 1, LexicalFault::none};
        // A string that runs into the line's end has most likely lost its closing quote.
        if (c == '\n' || c == '\r') return {open, LexicalFault::unclosed_string};
        if (static_cast<unsigned char>(c) < 0x20) return {at, LexicalFault::control_in_string};
        at += c == '\\' ? 2 : 1;
    }
    return {open, LexicalFault::unclosed_string};
}

}  // namespace

PlainIndex plain_index(std::string_view text) {
    PlainIndex index;
    const auto invalid = base::utf8::first_invalid(text);
    const std::string_view good = text.substr(0, invalid.value_or(text.size()));
    std::size_t at = 0;
    while (at < good.size()) {
        if (is_blank(good[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        if (good[at] == '"') {
            const auto end = string_end(good, at);
            if (end.fault != LexicalFault::none) {
                if (invalid && end.fault == LexicalFault::unclosed_string && good.find('\n', at) == good.npos) break;
                index.fault = end.fault;
                index.at = static_cast<std::uint32_t>(end.at);
                index.end = static_cast<std::uint32_t>(begin);
                index.starts.push_back(index.end);
                return index;
            }
            at = end.at;
        } else if (is_operator(good[at])) {
            ++at;
        } else {
            while (at < good.size() && !is_blank(good[at]) && !is_operator(good[at]) && good[at] != '"') ++at;
        }
        index.starts.push_back(static_cast<std::uint32_t>(begin));
    }
    if (invalid) {
        index.fault = LexicalFault::invalid_utf8;
        index.at = static_cast<std::uint32_t>(*invalid);
    }
    index.end = static_cast<std::uint32_t>(at);
    index.starts.push_back(invalid ? index.end : static_cast<std::uint32_t>(text.size()));
    return index;
}

}  // namespace guicheng::formats
