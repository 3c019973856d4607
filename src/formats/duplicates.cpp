#include "formats/duplicates.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/codes.hpp"

namespace guicheng::formats {

namespace {

/// The index after the token at i, a container counting as one.
std::size_t after(const Tape& tape, std::size_t i) {
    const Token& token = tape.tokens[i];
    const bool opens = token.kind == TokenKind::map_begin || token.kind == TokenKind::list_begin;
    return opens ? std::size_t{token.skip} + 1 : i + 1;
}

/// The keys of one item of a list, in lines of their own.
struct Item {
    const Tape& tape;
    std::string_view text;
    std::vector<std::size_t> keys;

    std::string_view key(std::size_t k) const { return tape.tokens[keys[k]].text; }
    std::uint32_t at(std::size_t k) const { return tape.tokens[keys[k]].span.begin; }
    /// A blank line stands before it.
    bool after_blank_line(std::size_t k) const {
        const std::size_t line = text.rfind('\n', at(k));
        if (line == text.npos || line == 0) return false;
        std::size_t before = line - 1;
        while (before > 0 && (text[before] == ' ' || text[before] == '\t' || text[before] == '\r')) --before;
        return text[before] == '\n';
    }
};

/// Where a second item begins whose dash was forgotten: several keys come again, or the first one does. Nothing where the keys tell no
/// such place.
std::optional<std::size_t> second_item(const Item& item) {
    std::unordered_map<std::string_view, std::size_t> first;
    std::size_t lowest = 0, highest = item.keys.size(), again = 0;
    for (std::size_t k = 0; k < item.keys.size(); ++k) {
        const auto [before, fresh] = first.try_emplace(item.key(k), k);
        if (fresh) continue;
        if (before->second == 0) return k;
        lowest = std::max(lowest, before->second + 1);
        highest = std::min(highest, k);
        ++again;
    }
    for (std::size_t k = lowest; again != 0 && k <= highest; ++k)
        if (item.after_blank_line(k)) return k;
    return std::nullopt;
}

/// True where the item's repeated keys were one forgotten dash, which is named.
bool named_dash(const base::SourcePtr& source, const Tape& tape, std::size_t map, diag::Sink& sink) {
    const std::string_view text = source->text();
    if (map == 0 || text[tape.tokens[map].span.begin] == '{') return false;
    Item item{tape, text, {}};
    for (std::size_t k = map + 1; k < tape.tokens[map].skip; k = after(tape, k + 1)) item.keys.push_back(k);
    const auto second = second_item(item);
    if (!second) return false;
    const std::uint32_t at = item.at(*second);
    if (at < 3 || text.substr(at - 2, 2) != "  ") return false;
    const base::Span key = tape.tokens[item.keys[*second]].span;
    sink.error(codes::no_dash, source, key)
        .arg("found", shown(item.key(*second)))
        .suggest({at - 2, key.end}, "- " + std::string(source->slice(key)));
    return true;
}

}  // namespace

bool check_duplicates(const base::SourcePtr& source, const Tape& tape, diag::Sink& sink) {
    std::unordered_map<std::string_view, base::Span> seen;
    std::vector<std::size_t> around;  // the open maps and lists
    std::size_t found = 0;
    for (std::size_t i = 0; i < tape.tokens.size() && found < most_reported; ++i) {
        const TokenKind kind = tape.tokens[i].kind;
        if (kind == TokenKind::map_end || kind == TokenKind::list_end) around.pop_back();
        if (kind != TokenKind::map_begin && kind != TokenKind::list_begin) continue;
        const bool item = !around.empty() && tape.tokens[around.back()].kind == TokenKind::list_begin;
        around.push_back(i);
        if (kind != TokenKind::map_begin) continue;
        seen.clear();
        for (std::size_t k = i + 1; k < tape.tokens[i].skip && found < most_reported; k = after(tape, k + 1)) {
            const Token& key = tape.tokens[k];
            const auto [first, fresh] = seen.try_emplace(key.text, key.span);
            if (fresh) continue;
            ++found;
            if (item && named_dash(source, tape, i, sink)) break;
            sink.error(codes::key_twice, source, key.span)
                .arg("key", shown(key.text))
                .related(source, first->second, std::string(codes::key_first), {{"key", shown(key.text)}});
        }
    }
    return found == 0;
}

}  // namespace guicheng::formats
