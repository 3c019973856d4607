#pragma once
// A case file's text to tokens and to a Case in one call.
#include <cstdint>
#include <optional>

#include "cases/binder.hpp"

namespace guicheng::cases {

enum class FileFormat : std::uint8_t {
    automatic,  ///< by the name's ending (.json, .yaml, .yml), else JSON where the text begins with { or [, else YAML
    yaml,
    json
};

/// Fills the tape; false with errors in the sink. `source` must outlive the tape.
bool read_tape(const base::SourcePtr& source, FileFormat format, formats::Tape& tape, diag::Sink& sink);

/// Nothing where the text or the record has a mistake; every one is in the sink.
std::optional<Case> read_case(const base::SourcePtr& source, FileFormat format, const model::Procedure& procedure, diag::Sink& sink,
                              Beside beside = {}, const Limits& limits = {});

}  // namespace guicheng::cases
