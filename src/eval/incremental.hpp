#pragma once
// A case that is judged while its acts arrive, one by one and in any order.
#include <optional>
#include <vector>

#include "eval/judge.hpp"

namespace guicheng::eval {

/// Folds the acts of a growing case as they are added and looks at it at any time. Each look gives what judging the whole case with the
/// acts added so far would give. An act that comes after all others on its day or later is folded on; one dated earlier has what follows
/// folded again, at the next look.
///
/// The case belongs to the caller, who may append to it between calls; its acts' places in the order of the record are their indices.
/// Acts that were not added are not there. Not for use from two threads at once.
class Incremental {
public:
    Incremental(const program::Program& program, const calendar::Calendar& calendar, const cases::Case& file);

    /// Adds Case::acts[act]. Adding one twice has no effect.
    void add(std::uint32_t act);
    /// Tells that an act added before has been superseded, or that the case's matter, rolls or parameters have changed.
    void changed();

    /// The result as of a day; the acts folded stay folded. Valid until the next call.
    const Answer& judge(std::optional<base::Day> as_of);
    /// The whole verdict as of a day.
    verdict::Verdict explain(std::optional<base::Day> as_of);

private:
    void bring_in_order();
    void fold_through(std::size_t count);
    std::optional<base::Day> last_record() const;

    const program::Program& program_;
    const calendar::Calendar& calendar_;
    const cases::Case& case_;
    std::vector<bool> added_;
    std::vector<std::uint32_t> acts_;  ///< those to be judged, in the order of judging if `in_order_`
    std::vector<std::uint32_t> sorted_;
    bool in_order_ = true;
    std::size_t folded_ = 0;  ///< of acts_, from the front
    bool started_ = false;
    Scratch folding_;  ///< the acts folded so far
    Scratch looking_;  ///< for a look at fewer acts than are folded
};

}  // namespace guicheng::eval
