#pragma once
// The recorder: what the verdict shows beside the bare result. Absent on the hot path; it is asked for nothing, so it cannot change
// a decision.
#include <optional>
#include <string>
#include <vector>

#include "verdict/verdict.hpp"

namespace guicheng::eval {

/// The parts of a finding about a posting's length that were read when it was posted.
struct LengthTrace {
    std::size_t place = 0;  ///< position in the attempt's findings
    std::vector<verdict::Missing> missing_applies, missing_lifted;
    std::vector<verdict::Evidence> condition, exceptions;
};

struct Trace {
    std::vector<std::vector<verdict::Finding>> attempts;  ///< by attempt
    std::vector<LengthTrace> lengths;                     ///< as Scratch::lengths
    std::vector<std::vector<verdict::Finding>> steps;
    std::vector<verdict::Finding> own;
    std::optional<verdict::Finding> applies;

    verdict::Finding current;
    verdict::Finding* finding = nullptr;    ///< `current` while it is being made; null while nothing is recorded
    std::vector<verdict::Missing> missing;  ///< gathered so far, in order
};

}  // namespace guicheng::eval
