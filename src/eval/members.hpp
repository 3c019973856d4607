#pragma once
// Who belongs to a body on the day of an act.
#include "cases/case.hpp"

namespace guicheng::eval {

/// each(entry) for the members by name who belong on the act's day; of a roll without days all of them.
template <class Each>
void each_member(const cases::Case& c, const cases::Roll& roll, const cases::Act& act, Each each) {
    for (auto i = roll.entries_begin; i < roll.entries_end; ++i) {
        const auto& entry = c.roll_entries[i];
        if (entry.person != cases::RollEntry::nobody && (!roll.dated || entry.holds_on(act.start.day))) each(entry);
    }
}

/// The number that holds on the act's day: of several the one that begins last. Null: there is none.
const cases::RollEntry* number_on(const cases::Case& c, const cases::Roll& roll, const cases::Act& act);

/// Whether the roll can tell who belongs: one with days tells nothing of an act without one.
inline bool tells(const cases::Roll& roll, const cases::Act& act) {
    return !roll.dated || act.dated;
}

}  // namespace guicheng::eval
