#pragma once
// The head of a case, read before any rule is chosen: which procedures it names and when it began.
#include <optional>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"

namespace guicheng::cases {

/// Views into the tape. What is malformed is left out: the binder names it.
struct Heading {
    std::string_view id;
    std::vector<std::string_view> procedures;  ///< 规程, one or several; empty: every procedure that applies
    std::vector<base::Span> procedure_spans;   ///< where each of them stands
    std::string_view version;                  ///< 版本 that the case pins
    base::Span version_span;
    std::optional<base::Day> as_of;
    std::optional<base::Day> start;  ///< the earliest day of a record that no other record corrects

    std::string_view standing;  ///< the file that 档册 names; empty: none
    base::Span standing_span;

    bool expected = false;       ///< the file carries 预期
    bool standing_file = false;  ///< it is no case but what a case names under 档册: it has the keys of one and no others

    void clear();
};

Heading peek(const formats::Tape& tape);

/// Names each key of the case itself that no case has; true where there is none. For a case that names no procedure: what it is held
/// against says nothing as long as these are wrong.
bool check_top_keys(const formats::Tape& tape, const base::SourcePtr& source, diag::Sink& sink);
/// The same into a reused value: nothing is allocated after warm-up.
void peek(const formats::Tape& tape, Heading& reused);

/// What the records say they are: the names under 步骤, 事 and 认定, each once, in the order of the text.
std::vector<std::string_view> recorded_names(const formats::Tape& tape);

}  // namespace guicheng::cases
