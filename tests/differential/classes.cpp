// Section 6 of the page: the counts of one class of a meeting's members.
#include <algorithm>

#include "differential/judge.hpp"
#include "differential/meetings.hpp"

namespace guicheng::differential {

using cases::ClassTally;
using cases::Vote;

const ClassTally* Judge::class_tally(const Tried& t, std::uint16_t which) const {
    for (auto i = t.act->tallies_begin; i < t.act->tallies_end; ++i)
        if (c_.tallies[i].which == which) return &c_.tallies[i];
    return nullptr;
}

/// Those among the persons whom the roll of the day puts into the class.
std::vector<std::uint32_t> Judge::of_class(const Tried& t, std::uint16_t which, const std::vector<std::uint32_t>& persons) const {
    const auto members = on_roll(t, step(t.step).body);
    std::vector<std::uint32_t> out;
    for (const auto person : persons)
        if (std::any_of(members.begin(), members.end(),
                        [&](const auto& m) { return m.person == person && (m.classes >> which & 1U) != 0; }))
            out.push_back(person);
    return out;
}

Tally Judge::tally_of_class(const Tried& t, std::uint16_t which) const {
    const auto& act = *t.act;
    const auto body = step(t.step).body;
    Tally out = t.tally;
    Counts n;
    if (const auto* stated = class_tally(t, which)) {
        n.entitled = recorded(stated->entitled);
        n.present = recorded(stated->present);
        n.yes = recorded(stated->yes);
        n.no = recorded(stated->no);
        n.abstain = recorded(stated->abstain);
        n.other = recorded(stated->other);
        n.spoiled = recorded(stated->spoiled);
        n.registered = recorded(stated->registered);
    }
    const auto members = class_roll(t, body, which);
    if (members && !(made(Fault::stated_class_before_roll) && n.entitled)) n.entitled = members;
    const bool by_names = members && c_.rolls[body.index()].by_name && (act.has_ballots || act.has_attendees);
    if (!by_names || !act.has_ballots) {
        if (by_names) n.present = static_cast<std::int64_t>(of_class(t, which, attendees_of(c_, act)).size());
        compute_missing(n);
        out.all = out.none = n;
        return out;
    }
    const auto ballots = ballots_of(c_, act);
    auto came = persons_of(ballots);
    for (const auto person : attendees_of(c_, act))
        if (std::find(came.begin(), came.end(), person) == came.end()) came.push_back(person);
    const bool all_named = act.present == cases::unknown_count || act.present <= static_cast<std::int64_t>(came.size());
    const auto mine = of_class(t, which, came);
    const auto count = [&](const std::vector<cases::Ballot>& kept) {
        std::vector<cases::Ballot> left;
        for (const auto& b : kept)
            if (std::find(mine.begin(), mine.end(), b.person) != mine.end()) left.push_back(b);
        Counts k = n;
        const auto balloting = of_class(t, which, persons_of(ballots)).size();
        const auto taken_out = static_cast<std::int64_t>(balloting - persons_of(left).size());
        k.present.reset();
        if (n.present || all_named) k.present = std::max(n.present.value_or(0), static_cast<std::int64_t>(mine.size())) - taken_out;
        k.yes = votes(left, Vote::yes);
        k.no = votes(left, Vote::no);
        k.abstain = votes(left, Vote::abstain);
        k.other.reset();
        if (k.present) k.other = *k.present - *k.yes - *k.no - *k.abstain;
        if (!k.spoiled) k.spoiled = votes(left, Vote::spoiled);
        return k;
    };
    out.all = count(t.tally.kept);
    out.none = count(t.tally.certain);
    return out;
}

/// 票数: 分计 of one class, in itself, as a part of the whole, and with the names.
std::optional<verdict::Numbers> Judge::class_contradiction(const Tried& t, const ClassTally& stated, bool& contradicts) const {
    const auto& act = *t.act;
    const auto body = step(t.step).body;
    const auto members = class_roll(t, body, stated.which);
    const bool by_names = members && c_.rolls[body.index()].by_name && (act.has_ballots || act.has_attendees);
    const auto ballots = ballots_of(c_, act);
    auto came = persons_of(ballots);
    for (const auto person : attendees_of(c_, act))
        if (std::find(came.begin(), came.end(), person) == came.end()) came.push_back(person);
    const auto mine = static_cast<std::int64_t>(of_class(t, stated.which, came).size());

    std::optional<verdict::Numbers> out;
    const auto asked = [&](verdict::Measure measure, std::optional<std::int64_t> most, std::optional<std::int64_t> found,
                           base::Comparison op) {
        if (out || contradicts || !most || !found || base::holds(op, *found, *most)) return;
        contradicts = true;
        auto& n = out.emplace();
        n.measure = measure;
        n.of = p_.actors[body.index()].classes[stated.which];
        n.op = op;
        n.needed = most;
        n.found = found;
    };
    auto present = recorded(stated.present);
    if (!present && by_names) present = mine;
    std::int64_t sum = 0;
    int known = 0;
    for (const auto part : {stated.yes, stated.no, stated.abstain, stated.other}) {
        if (part == cases::unknown_count) continue;
        sum += part;
        ++known;
    }
    using base::Comparison;
    using verdict::Measure;
    asked(Measure::persons, members ? members : recorded(stated.entitled), present, Comparison::less_equal);
    asked(Measure::votes, present, sum, Comparison::less_equal);
    if (known == 4) asked(Measure::votes, present, sum, Comparison::equal);
    const auto part = [&](Measure measure, std::optional<std::int64_t> whole, std::int32_t of) {
        asked(measure, whole, recorded(of), Comparison::less_equal);
    };
    part(Measure::persons, roll_of(t, body), stated.entitled);
    part(Measure::persons, recorded(act.present), stated.present);
    part(Measure::persons, recorded(act.registered), stated.registered);
    part(Measure::votes, recorded(act.yes), stated.yes);
    part(Measure::votes, recorded(act.no), stated.no);
    part(Measure::votes, recorded(act.abstain), stated.abstain);
    part(Measure::votes, recorded(act.other), stated.other);
    part(Measure::votes, recorded(act.spoiled), stated.spoiled);
    if (recorded(stated.spoiled) && recorded(stated.other) && stated.spoiled > stated.other) contradicts = true;
    if (!by_names) return out;
    if (!act.has_ballots) {
        contradicts = contradicts || (recorded(stated.present) && stated.present != mine);
        return out;
    }
    std::vector<cases::Ballot> own;
    const auto voters = of_class(t, stated.which, persons_of(ballots));
    for (const auto& b : ballots)
        if (std::find(voters.begin(), voters.end(), b.person) != voters.end()) own.push_back(b);
    const auto differs = [&](std::int32_t n, Vote vote) { return recorded(n) && n != votes(own, vote); };
    contradicts = contradicts || differs(stated.yes, Vote::yes) || differs(stated.no, Vote::no) || differs(stated.abstain, Vote::abstain) ||
                  (recorded(stated.present) && stated.present < static_cast<std::int64_t>(voters.size()));
    return out;
}

/// 名册: the first class of which the record states another number than the roll.
std::optional<verdict::Numbers> Judge::class_roll_differs(const Tried& t) const {
    const auto body = step(t.step).body;
    for (auto i = t.act->tallies_begin; i < t.act->tallies_end; ++i) {
        const auto members = class_roll(t, body, c_.tallies[i].which);
        const auto stated = recorded(c_.tallies[i].entitled);
        if (!members || !stated || *members == *stated) continue;
        verdict::Numbers n;
        n.measure = verdict::Measure::persons;
        n.of = p_.actors[body.index()].classes[c_.tallies[i].which];
        n.op = base::Comparison::equal;
        n.needed = members;
        n.found = stated;
        return n;
    }
    return std::nullopt;
}

}  // namespace guicheng::differential
