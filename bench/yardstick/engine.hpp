#pragma once
// This project's side of the comparison: from the bytes of a line to the bits of the rules that were broken.
#include <algorithm>
#include <cstddef>
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
    /// The same for many: read, bound and judged in blocks, so that the code of one stage stays in the processor's cache for a block before
    /// the next stage's takes its place. `line(i)` gives the i-th of `count` lines, `take(i, answer)` gets its answer.
    template <class Line, class Take>
    void answer_all(std::size_t count, Line line, Take take) {
        for (std::size_t from = 0; from < count; from += block) {
            const auto here = std::min(block, count - from);
            for (std::size_t i = 0; i < here; ++i) read(line(from + i), tapes_[i]);
            for (std::size_t i = 0; i < here; ++i) bind(tapes_[i], block_[i]);
            for (std::size_t i = 0; i < here; ++i) take(from + i, judge(block_[i]));
        }
    }

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
    static constexpr std::size_t block = 25;
    std::vector<formats::Tape> tapes_ = std::vector<formats::Tape>(block);
    std::vector<cases::Case> block_ = std::vector<cases::Case>(block);
    formats::Tape tape_;
    cases::Case records_;
    eval::Scratch scratch_;
};

}  // namespace guicheng::bench
