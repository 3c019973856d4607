#pragma once
// Case texts to cases, for the tests of this folder.
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cases/read_case.hpp"
#include "support/catch.hpp"
#include "support/procedures.hpp"

namespace guicheng::cases {

struct Reading {
    std::optional<Case> made;
    diag::Sink sink;
    base::SourcePtr source;

    std::string codes() const {
        std::string out;
        for (const auto& it : sink.sorted()) out += (out.empty() ? "" : " ") + it.code;
        return out;
    }
};

inline Reading read(const model::Procedure& procedure, std::string text, FileFormat format = FileFormat::automatic, Beside beside = {},
                    const Limits& limits = {}) {
    Reading out;
    out.source = std::make_shared<const base::SourceText>("case", std::move(text));
    out.made = read_case(out.source, format, procedure, out.sink, beside, limits);
    return out;
}

/// A case that must be without mistakes and without warnings.
inline Case good(const model::Procedure& procedure, std::string text, FileFormat format = FileFormat::automatic) {
    auto out = read(procedure, std::move(text), format);
    INFO(out.codes());
    REQUIRE(out.made);
    REQUIRE(out.sink.entries().empty());
    return *out.made;
}

/// What the fast form makes of one line; nothing where it refuses.
inline std::optional<Case> fast(const model::Procedure& procedure, const std::string& line, const Limits& limits = {}) {
    formats::JsonLineReader reader;
    formats::Tape tape;
    REQUIRE(reader.read(line, tape));
    Case made;
    if (!Binder(procedure, {}, limits).bind(tape, made)) return std::nullopt;
    return made;
}

}  // namespace guicheng::cases
