#pragma once
// The table that the build makes of src/messages/*.txt, sorted by key.
#include <span>
#include <string_view>

namespace guicheng::messages {

struct Row {
    std::string_view key, zh, en, help_zh, help_en, example;
};

std::span<const Row> rows();

}  // namespace guicheng::messages
