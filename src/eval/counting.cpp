// The counts of a meeting: the roll, the ballots by name, the one figure that follows from the others (judging, section 6).
#include <algorithm>
#include <array>

#include "eval/members.hpp"
#include "eval/run.hpp"

namespace guicheng::eval {

using cases::Act;
using cases::Ballot;
using cases::Vote;

namespace {

void add_vote(Scratch::Votes& votes, Vote vote) {
    const auto code = static_cast<std::uint8_t>(vote);
    if (votes.number > 0 && votes.vote != code) votes.mixed = true;
    votes.vote = code;
    ++votes.number;
}

bool is_vote(const Scratch::Votes& votes, Vote vote) {
    return votes.number > 0 && !votes.mixed && votes.vote == static_cast<std::uint8_t>(vote);
}

bool is_proxy(const Ballot& ballot) {
    return ballot.holder != Ballot::no_holder && ballot.holder != ballot.person;
}

}  // namespace

void Run::ByName::into(Counts& counts) const {
    counts.yes = yes;
    counts.no = no;
    counts.abstain = abstain;
    counts.other = counts.present < 0 ? cases::unknown_count : counts.present - yes - no - abstain;
    if (counts.spoiled < 0) counts.spoiled = spoiled;
}

/// The votes of those persons whom `counted` lets through.
template <class Counted>
Run::ByName Run::by_name(Scratch::Votes Scratch::Voter::* ballots, Counted counted) const {
    ByName sum;
    for (const auto& person : s_.voters) {
        if (!counted(person)) continue;
        const auto& votes = person.*ballots;
        ++sum.came;
        sum.out += person.stranger || (person.recorded.number > 0 && votes.number == 0) ? 1 : 0;
        sum.yes += is_vote(votes, Vote::yes) ? 1 : 0;
        sum.no += is_vote(votes, Vote::no) ? 1 : 0;
        sum.abstain += is_vote(votes, Vote::abstain) ? 1 : 0;
        sum.spoiled += is_vote(votes, Vote::spoiled) ? 1 : 0;
    }
    return sum;
}

Counts Run::stated(const Act& act) const {
    return {act.entitled, act.present, act.yes, act.no, act.abstain, act.other, act.spoiled, act.registered};
}

/// The roll: the case's, else what the record states.
std::int64_t Run::roll_of(const Act& act, std::uint16_t body) const {
    const auto kept = kept_roll(act, body);
    return kept >= 0 ? kept : act.entitled;
}

/// 到会 = 赞成 + 反对 + 弃权 + 其他 gives the one of the five that is missing, unless it would be negative.
void Run::complete(Counts& counts) {
    if (counts.present >= 0 && counts.yes >= 0 && counts.no >= 0 && counts.abstain >= 0 && counts.other < 0) {  // as votes are written down
        const auto rest = counts.present - counts.yes - counts.no - counts.abstain;
        if (rest >= 0) counts.other = rest;
        return;
    }
    const std::array<std::int64_t*, 4> parts = {&counts.yes, &counts.no, &counts.abstain, &counts.other};
    std::int64_t sum = 0;
    std::int64_t* missing = nullptr;
    int unknown = 0;
    for (auto* part : parts) {
        if (*part >= 0) {
            sum += *part;
        } else {
            missing = part;
            ++unknown;
        }
    }
    if (unknown == 0 && counts.present < 0) counts.present = sum;
    if (unknown == 1 && counts.present >= sum) *missing = counts.present - sum;
}

void Run::count_vote(std::uint32_t index) {
    auto& attempt = s_.attempts[index];
    const auto& act = case_.acts[attempt.act];
    const auto& step = program_.steps[attempt.step];
    s_.strangers.clear();
    s_.several.clear();
    s_.remote_out.clear();
    s_.proxy_out.clear();
    s_.voters.clear();
    doubtful_remote_ = doubtful_proxy_ = false;
    auto counts = stated(act);
    counts.entitled = roll_of(act, step.body);
    if (act.has_ballots) {
        count_ballots(act, step, counts);
    } else {
        if (act.has_attendees) count_attendees(act, step.body, counts);
        complete(counts);
    }
    attempt.count = static_cast<std::uint32_t>(s_.counts.size());
    s_.counts.push_back(counts);
}

Scratch::Voter& Run::voter(std::uint32_t person) {
    if (s_.people.size() < case_.texts.size()) s_.people.resize(case_.texts.size(), 0);
    auto& place = s_.people[person];
    if (place == 0) {
        auto& added = s_.voters.emplace_back();
        added.person = person;
        place = static_cast<std::uint32_t>(s_.voters.size());
    }
    return s_.voters[place - 1];
}

void Run::forget_voters() {
    for (const auto& known : s_.voters) s_.people[known.person] = 0;
}

/// Who is not on a roll by names.
void Run::mark_strangers(const Act& act, std::uint16_t body) {
    if (body >= case_.rolls.size() || !case_.rolls[body].by_name) return;
    const auto& roll = case_.rolls[body];
    if (!tells(roll, act) || s_.voters.empty()) return;
    for (auto& person : s_.voters) person.stranger = true;
    each_member(case_, roll, act, [&](const cases::RollEntry& member) {
        const auto place = s_.people[member.person];
        if (place == 0) return;
        s_.voters[place - 1].stranger = false;
        s_.voters[place - 1].classes = member.classes;
    });
    for (const auto& person : s_.voters)
        if (person.stranger) s_.strangers.push_back(person.person);
}

void Run::count_attendees(const Act& act, std::uint16_t body, Counts& counts) {
    for (auto i = act.attendees_begin; i < act.attendees_end; ++i) voter(case_.people[i]);
    mark_strangers(act, body);
    forget_voters();
    counts.present = static_cast<std::int64_t>(s_.voters.size() - s_.strangers.size());
}

/// A statement on remote or proxy ballots counts only where it surely applies.
bool Run::rule_holds(std::uint16_t requirement) {
    if (requirement == program::none) return false;
    const auto& row = program_.rows[requirement];
    if (row.has_in_force || row.condition != program::none || !row.exceptions.empty()) {
        const auto before = mark();
        bool in_force = true;
        std::int16_t exception = -1;
        const bool holds = applicable(row, in_force) == Tri::yes && lifted(row, exception) == Tri::no;
        restore(before);
        return holds;
    }
    return true;
}

/// Ballots against the rules are taken out one by one, each for the first reason that holds.
void Run::take_out_ballots(const Act& act, const Step& step) {
    const bool remote_rule = rule_holds(step.remote);
    const bool proxy_rule = rule_holds(step.proxy);
    const bool remote_barred = remote_rule && !program_.rows[step.remote].allowed;
    const auto* proxy = proxy_rule ? &program_.rows[step.proxy] : nullptr;
    if (s_.holders.size() < case_.texts.size()) s_.holders.resize(case_.texts.size(), 0);
    for (auto i = act.ballots_begin; i < act.ballots_end; ++i) {
        const auto& ballot = case_.ballots[i];
        auto& person = voter(ballot.person);
        if (person.stranger) continue;
        const bool remote = ballot.way == cases::Way::remote;
        if (remote && remote_barred) {
            add_once(s_.remote_out, ballot.person);
            continue;
        }
        if (is_proxy(ballot) && proxy != nullptr) {
            if (!proxy->allowed || (proxy->has_per_holder && s_.holders[ballot.holder] >= proxy->per_holder)) {
                add_once(s_.proxy_out, ballot.person);
                continue;
            }
            ++s_.holders[ballot.holder];
        }
        add_vote(person.kept, ballot.vote);
        const bool doubtful = (remote && !remote_rule) || (is_proxy(ballot) && !proxy_rule);
        doubtful_remote_ = doubtful_remote_ || (remote && !remote_rule);
        doubtful_proxy_ = doubtful_proxy_ || (is_proxy(ballot) && !proxy_rule);
        if (!doubtful) add_vote(person.firm, ballot.vote);
    }
    for (auto i = act.ballots_begin; i < act.ballots_end; ++i)
        if (is_proxy(case_.ballots[i])) s_.holders[case_.ballots[i].holder] = 0;
}

void Run::add_once(std::vector<std::uint32_t>& list, std::uint32_t person) {
    if (std::find(list.begin(), list.end(), person) == list.end()) list.push_back(person);
}

void Run::count_ballots(const Act& act, const Step& step, Counts& counts) {
    for (auto i = act.ballots_begin; i < act.ballots_end; ++i) add_vote(voter(case_.ballots[i].person).recorded, case_.ballots[i].vote);
    for (auto i = act.attendees_begin; act.has_attendees && i < act.attendees_end; ++i) voter(case_.people[i]);
    mark_strangers(act, step.body);
    for (const auto& person : s_.voters)
        if (person.recorded.number > 1) s_.several.push_back(person.person);
    take_out_ballots(act, step);
    forget_voters();
    firm_ = counts;
    votes_left(act, counts, &Scratch::Voter::kept);
    votes_left(act, firm_, &Scratch::Voter::firm);
}

void Run::votes_left(const Act& act, Counts& counts, Scratch::Votes Scratch::Voter::* ballots) {
    const auto left = by_name(ballots, [](const Scratch::Voter&) { return true; });
    counts.present = std::max<std::int64_t>(act.present, left.came) - left.out;
    left.into(counts);
}

/// The counts of those members alone who are of a class: by their names where the record and the roll have them, else as recorded.
Counts Run::class_counts(const Act& act, const Row& row, Scratch::Votes Scratch::Voter::* ballots) const {
    Counts counts;
    const auto* tally = tally_of(act, row.member_class);
    if (tally != nullptr)
        counts = {tally->entitled, tally->present, tally->yes, tally->no, tally->abstain, tally->other, tally->spoiled, tally->registered};
    const auto members = of_class(act, row.body, row.member_class);
    if (members >= 0) counts.entitled = members;
    if (members < 0 || !case_.rolls[row.body].by_name || (!act.has_ballots && !act.has_attendees)) {
        complete(counts);
        return counts;
    }
    const auto left = by_name(ballots, [&](const Scratch::Voter& voter) { return (voter.classes >> row.member_class & 1U) != 0; });
    if (!act.has_ballots) {
        counts.present = left.came;
        complete(counts);
        return counts;
    }
    // Of more than are named it is not known who they were.
    const bool all_named = act.present <= static_cast<std::int64_t>(s_.voters.size());
    if (counts.present >= 0 || all_named) counts.present = std::max(counts.present, left.came) - left.out;
    left.into(counts);
    return counts;
}

const cases::ClassTally* Run::tally_of(const Act& act, std::uint16_t member_class) const {
    for (auto i = act.tallies_begin; i < act.tallies_end; ++i)
        if (case_.tallies[i].which == member_class) return &case_.tallies[i];
    return nullptr;
}

}  // namespace guicheng::eval
