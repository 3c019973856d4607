#include "cases/heading.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "cases/keys.hpp"
#include "cases/quantities.hpp"
#include "cases/report.hpp"

namespace guicheng::cases {
namespace {

using formats::Token;
using formats::TokenKind;
using Tokens = std::vector<Token>;

std::size_t after(const Tokens& tokens, std::size_t i) {
    return tokens[i].kind == TokenKind::scalar ? i + 1 : std::size_t{tokens[i].skip} + 1;
}

/// each(key, index of the value) for the known keys of a map.
void known_pairs(const Tokens& tokens, std::size_t map, const NameTable& keys, auto each) {
    for (std::size_t i = map + 1; i < tokens[map].skip; i = after(tokens, i + 1))
        if (const auto found = keys.find(tokens[i].text); found != NameTable::none) each(static_cast<Key>(found), i + 1);
}

void each_map(const Tokens& tokens, std::size_t list, auto each) {
    if (tokens[list].kind != TokenKind::list_begin) return;
    for (std::size_t i = list + 1; i < tokens[list].skip; i = after(tokens, i))
        if (tokens[i].kind == TokenKind::map_begin) each(i);
}

std::optional<base::Day> first_day(const Tokens& tokens, std::size_t acts) {
    const auto& keys = key_table(Where::act);
    std::optional<base::Day> first;
    bool corrected = false;
    const auto take = [&](std::size_t map, const auto& left_out) {
        std::optional<base::Day> day;
        std::string_view id;
        known_pairs(tokens, map, keys, [&](Key key, std::size_t i) {
            if (tokens[i].kind != TokenKind::scalar) return;
            if (key == Key::id) id = tokens[i].text;
            if (key == Key::corrects) corrected = true;
            if (key != Key::date && key != Key::start) return;
            if (const auto moment = read_date(tokens[i].text)) day = moment->day;
        });
        if (day && (!first || *day < *first) && !left_out(id)) first = day;
    };
    each_map(tokens, acts, [&](std::size_t map) { take(map, [](std::string_view) { return false; }); });
    if (!corrected) return first;
    // A corrected record's day may be the very slip that was corrected.
    std::unordered_set<std::string_view> targets;
    each_map(tokens, acts, [&](std::size_t map) {
        known_pairs(tokens, map, keys, [&](Key key, std::size_t i) {
            if (key == Key::corrects && tokens[i].kind == TokenKind::scalar) targets.insert(tokens[i].text);
        });
    });
    first.reset();
    each_map(tokens, acts, [&](std::size_t map) { take(map, [&](std::string_view id) { return !id.empty() && targets.contains(id); }); });
    return first;
}

}  // namespace

void Heading::clear() {
    id = {};
    procedures.clear();
    procedure_spans.clear();
    version = {};
    version_span = {};
    standing = {};
    standing_span = {};
    as_of.reset();
    start.reset();
    expected = false;
    standing_file = false;
}

void peek(const formats::Tape& tape, Heading& reused) {
    reused.clear();
    const auto& tokens = tape.tokens;
    if (tokens.empty() || tokens[0].kind != TokenKind::map_begin) return;
    const auto name = [&](std::size_t i) {
        reused.procedures.push_back(tokens[i].text);
        reused.procedure_spans.push_back(tokens[i].span);
    };
    const auto& standing_keys = key_table(Where::standing);
    reused.standing_file = tokens[0].skip > 1;
    for (std::size_t i = 1; i < tokens[0].skip; i = after(tokens, i + 1))
        if (standing_keys.find(tokens[i].text) == NameTable::none) reused.standing_file = false;
    known_pairs(tokens, 0, key_table(Where::top), [&](Key key, std::size_t i) {
        const bool scalar = tokens[i].kind == TokenKind::scalar && tokens[i].style != formats::ScalarStyle::null;
        if (key == Key::expected) reused.expected = true;
        if (key == Key::acts) reused.start = first_day(tokens, i);
        if (key == Key::procedure && tokens[i].kind == TokenKind::list_begin)
            for (std::size_t item = i + 1; item < tokens[i].skip; item = after(tokens, item))
                if (tokens[item].kind == TokenKind::scalar) name(item);
        if (!scalar) return;
        if (key == Key::case_) reused.id = tokens[i].text;
        if (key == Key::procedure) name(i);
        if (key == Key::version) {
            reused.version = tokens[i].text;
            reused.version_span = tokens[i].span;
        }
        if (key == Key::standing && word_table(Words::nothing).find(tokens[i].text) == NameTable::none) {
            reused.standing = tokens[i].text;
            reused.standing_span = tokens[i].span;
        }
        if (key == Key::as_of)
            if (const auto moment = read_date(tokens[i].text)) reused.as_of = moment->day;
    });
}

std::vector<std::string_view> recorded_names(const formats::Tape& tape) {
    std::vector<std::string_view> names;
    const auto& tokens = tape.tokens;
    if (tokens.empty() || tokens[0].kind != TokenKind::map_begin) return names;
    std::unordered_set<std::string_view> seen;
    const auto& keys = key_table(Where::act);
    known_pairs(tokens, 0, key_table(Where::top), [&](Key key, std::size_t acts) {
        if (key != Key::acts) return;
        each_map(tokens, acts, [&](std::size_t map) {
            known_pairs(tokens, map, keys, [&](Key which, std::size_t i) {
                const bool names_it = which == Key::step || which == Key::event || which == Key::finding;
                if (names_it && tokens[i].kind == TokenKind::scalar && seen.insert(tokens[i].text).second) names.push_back(tokens[i].text);
            });
        });
    });
    return names;
}

Heading peek(const formats::Tape& tape) {
    Heading made;
    peek(tape, made);
    return made;
}

bool check_top_keys(const formats::Tape& tape, const base::SourcePtr& source, diag::Sink& sink) {
    const auto& tokens = tape.tokens;
    if (tokens.empty() || tokens[0].kind != TokenKind::map_begin) return true;
    Careful report(source, sink);
    const NameTable* keys = &key_table(Where::top);
    for (std::size_t i = 1; i < tokens[0].skip && !report.full(); i = after(tokens, i + 1)) {
        const std::string_view key = tokens[i].text;
        if (keys->find(key) != NameTable::none) continue;
        const bool chinese = tokens[1].text.empty() || (static_cast<unsigned char>(tokens[1].text.front()) & 0x80U) != 0;
        report.suggest(report.error("C002", tokens[i].span, {{"name", key}}), tokens[i], {&keys, 1}, chinese, meant_key(Where::top, key));
    }
    return report.clean();
}

}  // namespace guicheng::cases
