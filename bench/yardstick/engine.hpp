#pragma once
// This project's side of the comparison: from the bytes of a line to the bits of the rules that were broken.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cases/binder.hpp"
#include "eval/judge.hpp"
#include "formats/tape.hpp"
#include "library/library.hpp"
#include "yardstick/village.hpp"

namespace guicheng::bench {

class Engine {
public:
    /// Throws std::runtime_error with the diagnostics where the file has errors.
    explicit Engine(const std::filesystem::path& rules);

    /// From the line to the answer. Throws std::runtime_error where the line is no case of this procedure.
    Answer answer(std::string_view line);

    // The same in parts.
    void read(std::string_view line, formats::Tape& tape);
    void bind(const formats::Tape& tape, cases::Case& records);
    void bind(std::string_view line, cases::Case& records);
    Answer judge(const cases::Case& records);
    verdict::Verdict explain(const cases::Case& records);

private:
    std::string diagnostics(const formats::Tape& tape);

    library::Library library_;
    const program::Program& program_;
    std::vector<Answer> rules_;  ///< by requirement: the rule that it stands for
    formats::JsonLineReader reader_;
    cases::Binder binder_;
    formats::Tape tape_;
    cases::Case records_;
    eval::Scratch scratch_;
};

}  // namespace guicheng::bench
