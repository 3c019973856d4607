#include "messages/catalogue.hpp"

#include <algorithm>
#include <cassert>

#include "messages/catalogue_rows.hpp"

namespace guicheng::messages {
namespace {

const Row* row(std::string_view key) {
    const auto all = rows();
    const auto it = std::lower_bound(all.begin(), all.end(), key, [](const Row& r, std::string_view k) { return r.key < k; });
    return it != all.end() && it->key == key ? &*it : nullptr;
}

/// Calls text(view) for what stands between placeholders and name(view) for each of them.
template <class Text, class Name>
void walk(std::string_view sentence, Text text, Name name) {
    for (std::size_t at = 0; at < sentence.size();) {
        const auto brace = sentence.find_first_of("{}", at);
        text(sentence.substr(at, brace == std::string_view::npos ? brace : brace - at));
        if (brace == std::string_view::npos) return;
        if (sentence.substr(brace, 2) == "{{" || sentence.substr(brace, 2) == "}}") {
            text(sentence.substr(brace, 1));
            at = brace + 2;
            continue;
        }
        const auto close = sentence.find('}', brace);
        if (sentence[brace] == '}' || close == std::string_view::npos) {
            text(sentence.substr(brace, 1));
            at = brace + 1;
            continue;
        }
        name(sentence.substr(brace + 1, close - brace - 1));
        at = close + 1;
    }
}

}  // namespace

bool known(std::string_view key) {
    return row(key) != nullptr;
}

std::string_view find(std::string_view key, Language language) {
    const Row* r = row(key);
    assert(r != nullptr);
    if (r == nullptr) return key;
    return language == Language::zh ? r->zh : r->en;
}

std::string_view help(std::string_view key, Language language) {
    const Row* r = row(key);
    if (r == nullptr) return {};
    return language == Language::zh ? r->help_zh : r->help_en;
}

std::string_view example(std::string_view key) {
    const Row* r = row(key);
    return r == nullptr ? std::string_view{} : r->example;
}

std::vector<std::string_view> keys() {
    std::vector<std::string_view> all;
    for (const Row& r : rows()) all.push_back(r.key);
    return all;
}

std::string format(std::string_view sentence, std::span<const Value> values) {
    std::string out;
    out.reserve(sentence.size() + 32);
    walk(
        sentence, [&](std::string_view text) { out += text; },
        [&](std::string_view name) {
            const auto it = std::find_if(values.begin(), values.end(), [&](const Value& v) { return v.first == name; });
            if (it != values.end()) {
                out += it->second;
            } else {
                out.append("{").append(name).append("}");
            }
        });
    return out;
}

std::vector<std::string> placeholders(std::string_view sentence) {
    std::vector<std::string> names;
    walk(sentence, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace guicheng::messages
