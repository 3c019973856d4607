#include "cases/case.hpp"

namespace guicheng::cases {

void Case::clear() {
    id.clear();
    record_incomplete = false;
    closed.reset();
    as_of.reset();
    matter.clear();
    rolls.clear();
    roll_entries.clear();
    class_counts.clear();
    tallies.clear();
    offices.clear();
    delegations.clear();
    delegated_steps.clear();
    parameters.clear();
    acts.clear();
    record_fields.clear();
    ballots.clear();
    runs.clear();
    signatures.clear();
    people.clear();
    texts.clear();
    text_lists.clear();
    shares.clear();
    periods.clear();
    source.reset();
    standing_identity.clear();
    identity.clear();
}

}  // namespace guicheng::cases
