#pragma once
// The clause catalogue: what a citation (依据) may name.
// In: tapes of rules/sources/*.yaml. Out: clause id → source, section, gist, checkability. Not its job: finding the
// files (library).
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "diag/diagnostic.hpp"
#include "formats/tape.hpp"

namespace guicheng::model {

/// A document whose clauses may be cited.
struct SourceDocument {
    std::string id;
    std::string title;
    std::string short_title;  ///< as people cite it; empty where the catalogue gives none
    std::string issuer;
    std::string date;  ///< as the catalogue writes it: a year, a month or a day
};

/// Whether a clause can be decided from records alone.
enum class Checkable : std::uint8_t { yes, partly, no };

struct Clause {
    std::string id;
    std::uint16_t source = 0;  ///< index into Clauses::sources()
    std::string section;
    std::string gist_zh;
    std::string gist_en;
    Checkable checkable = Checkable::yes;
    base::SourcePtr file;  ///< the catalogue file, for related places
    base::Span span;
};

/// Immutable once read. Default-constructed it is "no catalogue at hand": citations are then taken as they are, with a
/// warning.
class Clauses {
public:
    const Clause* find(std::string_view id) const;
    /// The id that was probably meant.
    std::optional<std::string_view> closest(std::string_view id) const;
    /// In order of ids.
    const std::map<std::string, Clause, std::less<>>& all() const { return clauses_; }
    const std::vector<SourceDocument>& sources() const { return sources_; }
    bool empty() const { return sources_.empty(); }

    /// Adds one file's clauses. Unknown and missing keys, clauses given twice (also by another file) and an unknown
    /// 可查 are errors in the sink; false if there was one, and then nothing of the file is added.
    bool add(const formats::Tape& tape, const base::SourcePtr& file, diag::Sink& sink);

private:
    std::vector<SourceDocument> sources_;
    std::map<std::string, Clause, std::less<>> clauses_;
};

/// Reads one catalogue file (YAML) into `clauses`; false where the file or its content has an error.
bool read_clauses(const base::SourcePtr& file, Clauses& clauses, diag::Sink& sink);

}  // namespace guicheng::model
