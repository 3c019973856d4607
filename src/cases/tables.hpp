#pragma once
// What the binder looks up, made once for a procedure: every name of the rule with its slot. Immutable, shared between
// threads.
#include <cstdint>
#include <span>
#include <vector>

#include "cases/keys.hpp"
#include "cases/name_table.hpp"
#include "model/procedure.hpp"

namespace guicheng::cases {

/// In place of a slot: a name that only another procedure of the same case knows. It is passed over.
inline constexpr NameTable::Number foreign = 0x00FFFFFFU;

struct FieldSlot {
    model::Type type = model::Type::boolean;
    const NameTable* choices = nullptr;  ///< of a choice, or of a list of choices
};

/// The fields of the matter or of one kind of act.
struct RecordTable {
    NameTable names;
    std::vector<FieldSlot> slots;
};

/// What the name under 步骤, 事 or 认定 stands for.
struct ActTable {
    NameTable names;
    std::vector<RecordTable> records;  ///< by step, event or finding; a finding has one slot, its conclusion, and no names
};

struct Tables {
    /// Keeps references into the procedure. `beside`: the other procedures that bind the same case; what only they know
    /// is no mistake of the record.
    Tables(const model::Procedure& procedure, std::span<const model::Procedure* const> beside);
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    const model::Procedure& procedure;
    std::vector<NameTable> choices;
    RecordTable matter;
    std::vector<FieldSlot> parameter_slots;
    NameTable parameters, actors, contents, media;
    std::vector<NameTable> classes;  ///< by actor: the classes of its members
    ActTable steps, events, findings;
    std::vector<bool> postings;   ///< by step: a notice hangs, by this procedure or by one beside it
    std::size_t most_fields = 0;  ///< of one act

    const NameTable &top_keys, &act_keys, &ballot_keys, &run_keys;
    const NameTable &nothing, &boolean;

private:
    FieldSlot slot(const model::Field& field) const;
    RecordTable record(const std::vector<model::Field>& fields);
    void add_foreign(const model::Procedure& other);
};

}  // namespace guicheng::cases
