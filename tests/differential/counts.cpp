// Section 6 of the page: the counts of a meeting, and the three findings about its record.
#include <algorithm>
#include <map>

#include "differential/judge.hpp"
#include "differential/meetings.hpp"

namespace guicheng::differential {

using cases::Act;
using cases::Ballot;
using cases::unknown_count;
using cases::Vote;
using model::RequirementKind;

namespace {

void name_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

bool by_another(const Ballot& b) {
    return b.holder != Ballot::no_holder && b.holder != b.person;
}

/// The vote of a person all of whose ballots are alike; none where they differ.
Vote vote_of(const std::vector<Ballot>& ballots, std::uint32_t person) {
    std::optional<Vote> vote;
    for (const auto& b : ballots) {
        if (b.person != person) continue;
        if (vote && *vote != b.vote) return Vote::none;
        vote = b.vote;
    }
    return vote.value_or(Vote::none);
}

}  // namespace

std::optional<std::int64_t> recorded(std::int32_t n) {
    return n == unknown_count ? std::nullopt : std::optional<std::int64_t>(n);
}

std::vector<std::uint32_t> persons_of(const std::vector<Ballot>& ballots) {
    std::vector<std::uint32_t> out;
    for (const auto& b : ballots)
        if (std::find(out.begin(), out.end(), b.person) == out.end()) out.push_back(b.person);
    return out;
}

std::int64_t votes(const std::vector<Ballot>& ballots, Vote wanted) {
    std::int64_t n = 0;
    for (const auto person : persons_of(ballots)) n += vote_of(ballots, person) == wanted ? 1 : 0;
    return n;
}

std::vector<Ballot> ballots_of(const cases::Case& c, const Act& act) {
    if (!act.has_ballots) return {};
    return {c.ballots.begin() + act.ballots_begin, c.ballots.begin() + act.ballots_end};
}

std::vector<std::uint32_t> attendees_of(const cases::Case& c, const Act& act) {
    std::vector<std::uint32_t> out;
    if (!act.has_attendees) return out;
    for (auto i = act.attendees_begin; i < act.attendees_end; ++i)
        if (std::find(out.begin(), out.end(), c.people[i]) == out.end()) out.push_back(c.people[i]);
    return out;
}

void compute_missing(Counts& n) {
    const auto known = [](const auto& x) { return x ? 1 : 0; };
    if (known(n.present) + known(n.yes) + known(n.no) + known(n.abstain) + known(n.other) != 4) return;
    if (!n.present) {
        n.present = *n.yes + *n.no + *n.abstain + *n.other;
        return;
    }
    auto rest = *n.present;
    std::optional<std::int64_t>* absent = nullptr;
    for (auto* vote : {&n.yes, &n.no, &n.abstain, &n.other}) {
        if (*vote)
            rest -= **vote;
        else
            absent = vote;
    }
    if (rest >= 0) *absent = rest;
}

std::optional<std::int64_t> Judge::roll_of(const Tried& t, model::ActorId body) const {
    if (made(Fault::minutes_before_roll) && t.act->entitled != unknown_count) return t.act->entitled;
    if (const auto kept = kept_roll(t, body)) return kept;
    return recorded(t.act->entitled);
}

/// The statement on proxies or remote voting, where it is in force, its 当 is true and no exception can lift it.
const model::Requirement* Judge::statement(const Tried& t, RequirementKind kind) const {
    Reading r;
    if (t.act->dated) r.at = t.act->start;
    r.current = &t;
    r.counts_as_recorded = true;
    for (const auto id : step(t.step).requirements) {
        const auto& q = requirement(id);
        if (q.kind != kind) continue;
        if (in_force(q, &t, r).is != Tri::yes || truth_of(q.condition, r).is != Tri::yes) continue;
        if (std::any_of(q.exceptions.begin(), q.exceptions.end(), [&](const auto& e) { return settled(e.expr, r).is != Tri::no; }))
            continue;
        return &q;
    }
    return nullptr;
}

Tally Judge::tally(const Tried& t) const {
    const auto& act = *t.act;
    const auto body = step(t.step).body;
    const auto& roll = c_.rolls[body.index()];
    const auto members = on_roll(t, body);
    const auto stranger = [&](std::uint32_t person) {
        if (!roll.by_name || (roll.dated && !act.dated) || made(Fault::strangers_counted)) return false;
        return std::none_of(members.begin(), members.end(), [&](const auto& member) { return member.person == person; });
    };
    Tally out;
    Counts n;
    n.entitled = roll_of(t, body);
    n.present = recorded(act.present);
    n.yes = recorded(act.yes);
    n.no = recorded(act.no);
    n.abstain = recorded(act.abstain);
    n.other = recorded(act.other);
    n.spoiled = recorded(act.spoiled);
    n.registered = recorded(act.registered);

    const auto attendees = attendees_of(c_, act);
    if (!act.has_ballots) {
        if (act.has_attendees) {
            n.present = 0;
            for (const auto person : attendees) {
                if (stranger(person))
                    name_once(out.strangers, c_.text(person));
                else
                    ++*n.present;
            }
        }
        if (!made(Fault::missing_count_not_computed)) compute_missing(n);
        out.all = out.none = n;
        return out;
    }

    const auto* remote = statement(t, RequirementKind::remote);
    const auto* proxy = statement(t, RequirementKind::proxy);
    const auto ballots = ballots_of(c_, act);
    std::vector<Ballot> left, certain;
    std::map<std::uint32_t, std::int64_t> cast_for_others;
    for (const auto& b : ballots) {
        const auto& name = c_.text(b.person);
        if (stranger(b.person)) {
            name_once(out.strangers, name);
            continue;
        }
        const bool is_remote = b.way == cases::Way::remote;
        if (is_remote && remote != nullptr && !remote->allowed) {
            name_once(out.remote_out, name);
            continue;
        }
        if (by_another(b) && proxy != nullptr) {
            const auto most = proxy->per_holder ? *proxy->per_holder + (made(Fault::one_proxy_too_many) ? 1 : 0) : -1;
            if (!proxy->allowed || (most >= 0 && cast_for_others[b.holder] >= most)) {
                name_once(out.proxy_out, name);
                continue;
            }
            ++cast_for_others[b.holder];
        }
        const bool remote_doubt = is_remote && remote == nullptr;
        const bool proxy_doubt = by_another(b) && proxy == nullptr;
        out.doubtful_remote = out.doubtful_remote || remote_doubt;
        out.doubtful_proxy = out.doubtful_proxy || proxy_doubt;
        left.push_back(b);
        if (!remote_doubt && !proxy_doubt) certain.push_back(b);
    }
    if (made(Fault::doubtful_ballots_taken_out)) left = certain;

    // Who came, by any account, and of those who is not on the roll.
    auto came = persons_of(ballots);
    const auto voters = came;
    for (const auto person : attendees)
        if (std::find(came.begin(), came.end(), person) == came.end()) came.push_back(person);
    std::int64_t out_without_ballot = 0;
    for (const auto person : came) {
        if (std::find(voters.begin(), voters.end(), person) != voters.end() || !stranger(person)) continue;
        name_once(out.strangers, c_.text(person));
        ++out_without_ballot;
    }
    for (const auto person : voters)
        if (std::count_if(ballots.begin(), ballots.end(), [&](const Ballot& b) { return b.person == person; }) > 1)
            name_once(out.doubles, c_.text(person));

    const auto count = [&](const std::vector<Ballot>& kept) {
        Counts k = n;
        const auto persons_left = static_cast<std::int64_t>(persons_of(kept).size());
        const auto most = std::max(n.present.value_or(0), static_cast<std::int64_t>(came.size()));
        k.present = most - out_without_ballot - (static_cast<std::int64_t>(voters.size()) - persons_left);
        k.yes = votes(kept, Vote::yes);
        if (made(Fault::double_ballots_counted_twice))
            k.yes = std::count_if(kept.begin(), kept.end(), [](const Ballot& b) { return b.vote == Vote::yes; });
        k.no = votes(kept, Vote::no);
        k.abstain = votes(kept, Vote::abstain);
        k.other = *k.present - *k.yes - *k.no - *k.abstain;
        if (!k.spoiled) k.spoiled = votes(kept, Vote::spoiled);
        return k;
    };
    out.all = count(left);
    out.none = count(certain);
    out.kept = std::move(left);
    out.certain = std::move(certain);
    return out;
}

Test Judge::tally_test(const Tried& t) const {
    const auto& act = *t.act;
    const auto ballots = ballots_of(c_, act);
    const auto voters = static_cast<std::int64_t>(persons_of(ballots).size());
    Test out;
    out.persons = t.tally.doubles;
    auto present = recorded(act.present);
    if (!present && (act.has_attendees || act.has_ballots)) {
        auto there = attendees_of(c_, act);
        for (const auto person : persons_of(ballots))
            if (std::find(there.begin(), there.end(), person) == there.end()) there.push_back(person);
        present = static_cast<std::int64_t>(there.size());
    }
    std::int64_t sum = 0;
    int known = 0;
    for (const auto n : {act.yes, act.no, act.abstain, act.other}) {
        if (n == unknown_count) continue;
        sum += n;
        ++known;
    }
    const auto wrong = [&](verdict::Measure measure, base::Comparison op, std::int64_t needed, std::int64_t found) {
        verdict::Numbers n;
        n.measure = measure;
        n.op = op;
        n.needed = needed;
        n.found = found;
        out.is = Test::Is::no;
        out.numbers = n;
        return out;
    };
    if (made(Fault::tally_not_checked)) return out;
    const auto n = roll_of(t, step(t.step).body);
    if (n && present && *present > *n) return wrong(verdict::Measure::persons, base::Comparison::less_equal, *n, *present);
    if (present && sum > *present) return wrong(verdict::Measure::votes, base::Comparison::less_equal, *present, sum);
    if (present && known == 4 && sum != *present) return wrong(verdict::Measure::votes, base::Comparison::equal, *present, sum);
    bool contradicts = act.spoiled != unknown_count && act.other != unknown_count && act.spoiled > act.other;
    if (act.has_ballots) {
        const auto differs = [&](std::int32_t stated, Vote vote) { return stated != unknown_count && stated != votes(ballots, vote); };
        contradicts = contradicts || differs(act.yes, Vote::yes) || differs(act.no, Vote::no) || differs(act.abstain, Vote::abstain);
        contradicts = contradicts || (act.present != unknown_count && act.present < voters) || !t.tally.doubles.empty();
    }
    for (auto i = act.tallies_begin; i < act.tallies_end && !contradicts && !made(Fault::class_tally_not_checked); ++i)
        if (auto figures = class_contradiction(t, c_.tallies[i], contradicts)) out.numbers = figures;
    if (contradicts) out.is = Test::Is::no;
    return out;
}

Test Judge::roll_test(const Tried& t) const {
    Test out;
    out.persons = t.tally.strangers;
    if (!out.persons.empty()) out.is = Test::Is::no;
    const auto kept = kept_roll(t, step(t.step).body);
    if (kept && t.act->entitled != unknown_count && *kept != t.act->entitled) {
        out.is = Test::Is::no;
        verdict::Numbers n;
        n.measure = verdict::Measure::persons;
        n.op = base::Comparison::equal;
        n.needed = kept;
        n.found = t.act->entitled;
        out.numbers = n;
    }
    if (const auto differs = class_roll_differs(t)) {
        out.is = Test::Is::no;
        if (!out.numbers) out.numbers = differs;
    }
    return out;
}

Test Judge::declared_test(const Tried& t) const {
    Test out;
    const auto outcome = outcome_of(t);
    if (t.act->declared == cases::Declared::none || outcome == verdict::Outcome::none) return out;
    if (outcome == verdict::Outcome::open) {
        out.is = Test::Is::unknown;
        for (const auto& f : t.findings)
            if (f.kind == RequirementKind::approval && f.result == verdict::Result::undetermined) add(out.missing, f.missing);
        return out;
    }
    const bool agree = (t.act->declared == cases::Declared::carried) == (outcome == verdict::Outcome::carried);
    out.is = agree ? Test::Is::yes : Test::Is::no;
    return out;
}

}  // namespace guicheng::differential
