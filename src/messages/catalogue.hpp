#pragma once
// Every sentence shown to people, in Chinese and English, as data. The sentences stand in src/messages/<stage>.txt:
// blocks apart by a blank line, in each a key, `zh:`, `en:` and, where useful, `help.zh:`, `help.en:` and `example:`
// (more lines of an example are indented by four blanks, with empty lines between where it needs them). {name} is
// filled in; {{ and }} are braces.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guicheng::messages {

enum class Language : std::uint8_t { zh, en };

bool known(std::string_view key);
/// The sentence of a key. INVARIANT: known(key); a build without assertions answers with the key itself.
std::string_view find(std::string_view key, Language language);
/// The help of a key; empty where it has none.
std::string_view help(std::string_view key, Language language);
/// An example of a text that earns the diagnostic (one, for both languages); empty where it has none.
std::string_view example(std::string_view key);
/// All keys, sorted.
std::vector<std::string_view> keys();

using Value = std::pair<std::string, std::string>;

/// The sentence with its placeholders filled. A placeholder without a value stays as written, so that a forgotten one
/// shows.
std::string format(std::string_view sentence, std::span<const Value> values);
/// The names of the placeholders, sorted, each once.
std::vector<std::string> placeholders(std::string_view sentence);

}  // namespace guicheng::messages
