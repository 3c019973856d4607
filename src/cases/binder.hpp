#pragma once
// Records to a Case of one procedure: every key and name checked, every value read as its type asks.
// In: a tape and a checked procedure. Out: a Case, or diagnostics (C…). Not its job: judging what people did.
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/source.hpp"
#include "cases/case.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"
#include "model/procedure.hpp"

namespace guicheng::cases {

/// What one case may hold; past it an ordinary error.
struct Limits {
    std::size_t acts = 1'000'000;
    std::size_t fields = 16'000'000;  ///< of all acts together, recorded or not
    std::size_t names = 1'000'000;    ///< in one list: a roll, those present, ballots, a list of texts
    std::size_t runs = 1'000;         ///< of one notice: every act that rests on it looks at each
    std::size_t name_bytes = 1024;    ///< of a person's name or an act's number
    bool turned_ends = false;         ///< takes a 止 before its 起 as recorded (an act of no days) instead of refusing it
};

/// The other procedures that bind the same case: steps, fields and bodies that only they know are passed over.
using Beside = std::span<const model::Procedure* const>;

/// A standing file (档册) that a case names: what holds for many cases.
struct Standing {
    base::SourcePtr source;
    formats::Tape tape;    ///< its views point into source and into itself: it never moves
    std::string identity;  ///< SHA-256 (hex) of its bytes
};

/// Binds many cases to one procedure. Not for several threads at once; a copy shares the tables and is cheap.
/// The procedure must outlive it.
class Binder {
public:
    explicit Binder(const model::Procedure& procedure, Beside beside = {}, const Limits& limits = {});
    Binder(const Binder& other);
    Binder(Binder&&) noexcept;
    Binder& operator=(const Binder&) = delete;
    Binder& operator=(Binder&&) noexcept;
    ~Binder();

    /// Fills `reused`; after warm-up nothing is allocated. Just as strict as the careful form, but says only that there
    /// is a mistake (then `reused` is partial) and gives no warnings. No identity is made and no places are kept.
    bool bind(const formats::Tape& tape, Case& reused);
    /// Names every mistake in the sink; nothing where there was one. `source` may be null (NDJSON). With identity.
    /// What stands in `standing` holds for the case as if it stood in the case itself.
    std::optional<Case> bind(const formats::Tape& tape, const base::SourcePtr& source, diag::Sink& sink,
                             const Standing* standing = nullptr);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The careful form for one case.
std::optional<Case> bind(const formats::Tape& tape, const base::SourcePtr& source, const model::Procedure& procedure, diag::Sink& sink,
                         Beside beside = {}, const Limits& limits = {}, const Standing* standing = nullptr);

}  // namespace guicheng::cases
