#pragma once
// A procedure while it is being checked: the result so far, the names declared, and where complaints go.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/clauses.hpp"
#include "model/procedure.hpp"
#include "syntax/tree.hpp"

namespace guicheng::model {

/// The names of one kind: which id each has, where it was declared, whether anything refers to it.
template <class Id>
class Table {
public:
    struct Entry {
        Id id;
        base::Span span;
        bool used = false;
    };
    /// Nothing where the name is new; else where it was declared first (and it keeps that meaning).
    std::optional<base::Span> declare(const std::string& name, Id id, base::Span span) {
        const auto [it, fresh] = entries_.try_emplace(name, Entry{id, span, false});
        if (fresh) return std::nullopt;
        return it->second.span;
    }
    /// Marks it as used.
    std::optional<Id> use(std::string_view name) {
        const auto it = entries_.find(name);
        if (it == entries_.end()) return std::nullopt;
        it->second.used = true;
        return it->second.id;
    }
    const Entry* find(std::string_view name) const {
        const auto it = entries_.find(name);
        return it == entries_.end() ? nullptr : &it->second;
    }
    void add_names(std::vector<std::string_view>& out) const {
        for (const auto& [name, entry] : entries_) out.push_back(name);
    }
    const std::map<std::string, Entry, std::less<>>& entries() const { return entries_; }

private:
    std::map<std::string, Entry, std::less<>> entries_;
};

/// At most so many entries of one kind: an Id has 16 bits, one value of which means none.
inline constexpr std::size_t most_ids = 65'535;
/// Items of 公示 内容, 记录 and of a 清单 share a mask of 64 bits.
inline constexpr std::size_t most_list_names = 64;
/// 记载 of one step or event: they are looked through one by one.
inline constexpr std::size_t most_record_fields = 1'000;
/// Of one procedure; what more there is says nothing new.
inline constexpr std::size_t most_said = 1'000;
/// Names compared with what was written, of one procedure.
inline constexpr std::size_t most_compared = 1'000'000;
/// How deep a condition may nest; the parser refuses earlier, a tree made by hand may not.
inline constexpr int deepest_expression = 200;

struct Draft {
    Draft(const syntax::File& f, const Clauses& c, diag::Sink& s) : file(f), clauses(c), sink(s) { p.source = f.source; }

    const syntax::File& file;
    const Clauses& clauses;
    diag::Sink& sink;
    Procedure p;
    bool english = false;  ///< which spelling the text uses: its types are named in that one

    Table<FieldId> fields;
    Table<ParameterId> parameters;
    Table<FindingId> findings;
    Table<ActorId> actors;
    Table<EventId> events;
    Table<StepId> steps;
    std::map<std::string, std::uint16_t, std::less<>> tiers;              ///< by name: the place in Procedure::tiers
    std::map<ActorId, const syntax::Statement*> bodies;                   ///< where the text says more of a body than its name
    std::map<StepId, std::vector<const syntax::Statement*>> separations;  ///< the 分离 that name a step
    std::map<std::string, base::Span> requirement_ids;
    std::map<std::string, std::uint8_t, std::less<>> content_bits;
    std::vector<std::map<std::string, std::uint16_t, std::less<>>> choice_places;  ///< of each choice set
    struct Uncited {
        base::Span span;  ///< of the first
        std::vector<std::string> ids;
    };
    std::vector<Uncited> uncited;               ///< requirements without a citation, by step
    mutable bool failed = false;                ///< an error was found, said or not
    mutable std::size_t compared = 0;           ///< names, in the search for what was meant
    mutable std::size_t said = 0;               ///< errors and warnings
    mutable diag::Sink beyond;                  ///< takes what is past most_said
    mutable std::set<std::string> limits_said;  ///< M010 is said once for each limit
    bool cites_unchecked = false;               ///< something was cited and there is no catalogue to check it against

    diag::Sink::Entry error(std::string_view code, base::Span span) const;
    diag::Sink::Entry warning(std::string_view code, base::Span span) const;
    /// An error about a name that is not declared; offers the nearest of the candidates as a fix.
    diag::Sink::Entry unknown(std::string_view code, const syntax::Name& name, const std::vector<std::string_view>& candidates) const;

    std::string word(syntax::Keyword keyword) const { return std::string(spelling(keyword)); }
    std::string_view spelling(syntax::Keyword keyword) const;
    /// The type in the language of who reads the sentence.
    static std::string type_word(Type type);
    std::string source_text(base::Span span) const { return std::string(p.source->slice(span)); }

    /// Adds the names that could have been meant; nobody reads the two hundredth suggestion, so none are gathered for
    /// it.
    template <class Id>
    void offer(const Table<Id>& table, std::vector<std::string_view>& out) const {
        if (sink.error_count() <= 200) table.add_names(out);
    }
    /// The place of a name in a set of choices.
    std::optional<std::int64_t> choice(ChoiceSetId set, std::string_view name) const;

    /// Each gives nothing after an error.
    std::optional<StepId> use_step(const syntax::Name& name);
    std::optional<ActorId> use_actor(const syntax::Name& name);
    /// Whether the two are one declared name with a blank in it; then it has been said.
    bool parted_by_blank(const syntax::Name& name, const syntax::Name& next);
    std::vector<ActorId> use_actors(const std::vector<syntax::Name>& names);
    /// The bits of the items in Procedure::content_names, added where they are new.
    std::uint64_t content_mask(const std::vector<syntax::Name>& names);
    /// Its place in Procedure::media, added where it is new.
    std::uint16_t medium(const syntax::Name& name);

    /// Checks that one more fits into a list of ids; an error M010 once it does not.
    bool fits(std::size_t size, std::string_view limit, base::Span span, std::string_view code = "M010") const;
    Ground ground(const syntax::Grounds& grounds);
    void twice(const std::string& name, base::Span again, base::Span first) const;
};

/// An index of one of a procedure's lists. INVARIANT: index < most_ids.
template <class Id>
Id id_at(std::size_t index) {
    return Id{static_cast<std::uint16_t>(index)};
}

/// How many edits away a suggestion may be: one for short words, a third of the length for others.
std::size_t suggestion_reach(std::string_view word);
/// The candidates that do not deny what the word says, or say what it denies.
std::vector<std::string_view> same_sense(std::string_view word, const std::vector<std::string_view>& candidates);

// ---- the passes, in the order in which check runs them
void declare_names(Draft& draft, const syntax::Statement& procedure);  // declarations.cpp
void check_header(Draft& draft, const syntax::Statement& procedure);   // header.cpp
void check_steps(Draft& draft, const syntax::Statement& procedure);    // steps.cpp: steps and the procedure's own demands
void find_cycles(Draft& draft);                                        // cycles.cpp
void lint(Draft& draft);                                               // lints.cpp
void warn_of_thresholds(const Draft& draft);                           // quorums.cpp

}  // namespace guicheng::model
