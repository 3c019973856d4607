#pragma once
// The three sides asked for every case; they must agree before anything is timed.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "yardstick/village.hpp"

namespace guicheng::bench {

/// Cases as lines in one buffer, with the answers that the oracle or a file gives.
struct Workload {
    std::string bytes;                ///< with simdjson's padding at the end
    std::size_t size = 0;             ///< without it
    std::vector<std::size_t> starts;  ///< of the lines, and the end of the last
    std::vector<Answer> answers;

    std::size_t count() const { return answers.size(); }
    std::string_view line(std::size_t i) const { return std::string_view(bytes).substr(starts[i], starts[i + 1] - starts[i] - 1); }
    std::size_t room(std::size_t i) const { return bytes.size() - starts[i]; }
};

Workload generated(std::uint64_t seed, std::size_t count);
/// The yardstick's own lines and answers, line by line. Throws std::runtime_error where they do not fit together.
Workload converted(const std::filesystem::path& cases, const std::filesystem::path& answers);

std::string names(Answer answer);  ///< "R1 R9"

/// One line of text for each case on which the engine or the handwritten code differs from the answer.
std::vector<std::string> differences(const Workload& workload, const std::filesystem::path& rules);

}  // namespace guicheng::bench
