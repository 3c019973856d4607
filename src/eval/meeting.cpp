// What the record of an act says beside its counts: body, form, tally, roll, declaration, contents (judging, section 6).
#include <array>

#include "eval/run.hpp"

namespace guicheng::eval {

using cases::Act;
using cases::Vote;
using model::RequirementKind;
using verdict::Measure;
using verdict::MissingKind;

Test Run::record_test(const Row& row) {
    const auto& act = act_of(at_.attempt);
    const Subject who{s_.attempts[at_.attempt].act, at_.attempt};
    switch (row.kind) {
        case RequirementKind::actor: return actor_test(row, act, who);
        case RequirementKind::form:
            return test(act.form == model::Form::none || ((row.forms >> static_cast<unsigned>(act.form)) & 1U) != 0);
        case RequirementKind::ballot_form:
            if (act.ballot_form != model::BallotForm::none) return test(((row.forms >> static_cast<unsigned>(act.ballot_form)) & 1U) != 0);
            gap_of_act(MissingKind::ballot_form, who);
            return Test::unknown;
        case RequirementKind::tally: return tally(act, row.body);
        case RequirementKind::roll: return roll(act, row.body);
        case RequirementKind::declared: return declared(act);
        case RequirementKind::proxy: show_persons(s_.proxy_out); return test(s_.proxy_out.empty());
        case RequirementKind::remote: show_persons(s_.remote_out); return test(s_.remote_out.empty());
        case RequirementKind::posting_contents: return items(row, act.has_contents, act.contents, MissingKind::contents);
        case RequirementKind::minutes: return items(row, act.has_minutes, act.minutes, MissingKind::minutes);
        case RequirementKind::order:
        case RequirementKind::inherited:
        case RequirementKind::owed:
        case RequirementKind::attendance:
        case RequirementKind::approval:
        case RequirementKind::body_size:
        case RequirementKind::composition:
        case RequirementKind::term:
        case RequirementKind::separation:
        case RequirementKind::signatures:
        case RequirementKind::sign_order:
        case RequirementKind::signers:
        case RequirementKind::seals:
        case RequirementKind::materials:
        case RequirementKind::posting_length:
        case RequirementKind::deadline:
        case RequirementKind::free_form:
        case RequirementKind::choice: break;  // have tests of their own
    }
    return Test::yes;
}

std::uint64_t Run::items_at_fault(const Row& row, std::uint64_t listed) {
    return row.content_mask & (row.modality == model::Modality::must_not ? listed : ~listed);
}

Test Run::items(const Row& row, bool recorded, std::uint64_t listed, MissingKind kind) {
    if (!recorded) {
        gap_of_act(kind, {s_.attempts[at_.attempt].act, at_.attempt});
        return Test::unknown;
    }
    const auto at_fault = items_at_fault(row, listed);
    if (auto* finding = made())
        for (std::size_t i = 0; i < model_.content_names.size(); ++i)
            if ((at_fault >> i & 1U) != 0) finding->lacking.push_back(model_.content_names[i]);
    return test(at_fault == 0);
}

void Run::show_numbers(Measure measure, base::Comparison op, std::int64_t needed, std::int64_t found, std::string_view of) {
    figures_ = {needed, found, -1};
    if (auto* finding = made()) {
        auto& numbers = finding->numbers.emplace();
        numbers.measure = measure;
        numbers.of = of;
        numbers.op = op;
        numbers.needed = needed;
        numbers.found = found;
    }
}

void Run::show_persons(const std::vector<std::uint32_t>& list) {
    if (auto* finding = made())
        for (const auto person : list) finding->persons.push_back(case_.text(person));
}

namespace {

/// What a count of one kind of vote says against the ballots; persons with differing ballots aside.
std::int64_t by_ballots(const std::vector<Scratch::Voter>& voters, Vote vote) {
    std::int64_t count = 0;
    for (const auto& voter : voters)
        count += voter.recorded.number > 0 && !voter.recorded.mixed && voter.recorded.vote == static_cast<std::uint8_t>(vote) ? 1 : 0;
    return count;
}

std::int64_t persons_with_ballots(const std::vector<Scratch::Voter>& voters) {
    std::int64_t count = 0;
    for (const auto& voter : voters) count += voter.recorded.number > 0 ? 1 : 0;
    return count;
}

bool differs(std::int64_t stated, std::int64_t counted) {
    return stated >= 0 && stated != counted;
}

}  // namespace

/// Does the record contradict itself? All counts here are before anything is taken out.
Test Run::tally(const Act& act, std::uint16_t body) {
    if (!s_.several.empty()) show_persons(s_.several);
    auto present = static_cast<std::int64_t>(act.present);
    if (present < 0 && (act.has_attendees || act.has_ballots)) present = static_cast<std::int64_t>(s_.voters.size());
    const auto balloting = act.has_ballots ? persons_with_ballots(s_.voters) : 0;
    const auto entitled = roll_of(act, body);
    if (entitled >= 0 && present > entitled) {
        show_numbers(Measure::persons, base::Comparison::less_equal, entitled, present);
        return Test::no;
    }
    std::int64_t sum = 0;
    for (const auto votes : {act.yes, act.no, act.abstain, act.other}) sum += votes > 0 ? votes : 0;
    if (present >= 0 && sum > present) {
        show_numbers(Measure::votes, base::Comparison::less_equal, present, sum);
        return Test::no;
    }
    const bool all_recorded = act.yes >= 0 && act.no >= 0 && act.abstain >= 0 && act.other >= 0;
    if (present >= 0 && all_recorded && sum != present) {
        show_numbers(Measure::votes, base::Comparison::equal, present, sum);
        return Test::no;
    }
    if (act.spoiled >= 0 && act.other >= 0 && act.spoiled > act.other) return Test::no;
    if (!act.has_ballots) return test(class_tallies_agree(act, body));
    const bool consistent = !differs(act.yes, by_ballots(s_.voters, Vote::yes)) && !differs(act.no, by_ballots(s_.voters, Vote::no)) &&
                            !differs(act.abstain, by_ballots(s_.voters, Vote::abstain)) && !(act.present >= 0 && act.present < balloting);
    return test(consistent && s_.several.empty() && class_tallies_agree(act, body));
}

bool Run::class_tallies_agree(const Act& act, std::uint16_t body) {
    for (auto i = act.tallies_begin; i < act.tallies_end; ++i)
        if (!class_tally_agrees(act, body, case_.tallies[i])) return false;
    return true;
}

/// 分计 of one class: in itself, as a part of the whole, and with the names.
bool Run::class_tally_agrees(const Act& act, std::uint16_t body, const cases::ClassTally& tally) {
    const auto of = class_name(body, tally.which);
    const auto more = [&](Measure measure, std::int64_t most, std::int64_t found, base::Comparison op) {
        if (most < 0 || found < 0 || base::holds(op, found, most)) return false;
        show_numbers(measure, op, most, found, of);
        return true;
    };
    const auto members = of_class(act, body, tally.which);
    const bool named = members >= 0 && case_.rolls[body].by_name && (act.has_ballots || act.has_attendees);
    const auto by_class = [&](const Scratch::Voter& voter) { return (voter.classes >> tally.which & 1U) != 0; };
    std::int64_t came = 0, balloting = 0;
    std::array<std::int64_t, static_cast<std::size_t>(Vote::spoiled) + 1> votes{};
    for (const auto& voter : s_.voters) {
        if (!named || !by_class(voter)) continue;
        ++came;
        if (voter.recorded.number == 0) continue;
        ++balloting;
        if (!voter.recorded.mixed) ++votes[voter.recorded.vote];
    }
    const std::int64_t present = tally.present < 0 && named ? came : tally.present;
    const std::int64_t parts[] = {tally.yes, tally.no, tally.abstain, tally.other};
    std::int64_t sum = 0;
    bool all = true;
    for (const auto part : parts) {
        sum += std::max<std::int64_t>(part, 0);
        all = all && part >= 0;
    }
    using base::Comparison;
    if (more(Measure::persons, members >= 0 ? members : tally.entitled, present, Comparison::less_equal)) return false;
    if (more(Measure::votes, present, sum, Comparison::less_equal)) return false;
    if (all && more(Measure::votes, present, sum, Comparison::equal)) return false;
    if (more(Measure::persons, roll_of(act, body), tally.entitled, Comparison::less_equal) ||
        more(Measure::persons, act.present, tally.present, Comparison::less_equal) ||
        more(Measure::persons, act.registered, tally.registered, Comparison::less_equal))
        return false;
    const std::int64_t whole[] = {act.yes, act.no, act.abstain, act.other};
    for (std::size_t i = 0; i < 4; ++i)
        if (more(Measure::votes, whole[i], parts[i], Comparison::less_equal)) return false;
    if (more(Measure::votes, act.spoiled, tally.spoiled, Comparison::less_equal)) return false;
    if (tally.spoiled >= 0 && tally.other >= 0 && tally.spoiled > tally.other) return false;
    if (!named) return true;
    if (!act.has_ballots) return !differs(tally.present, came);
    const auto of_vote = [&](Vote vote) { return votes[static_cast<std::size_t>(vote)]; };
    return !differs(tally.yes, of_vote(Vote::yes)) && !differs(tally.no, of_vote(Vote::no)) &&
           !differs(tally.abstain, of_vote(Vote::abstain)) && !(tally.present >= 0 && tally.present < balloting);
}

Test Run::roll(const Act& act, std::uint16_t body) {
    show_persons(s_.strangers);
    const std::int64_t kept = kept_roll(act, body);
    const bool differing = kept >= 0 && act.entitled >= 0 && act.entitled != kept;
    if (differing) show_numbers(Measure::persons, base::Comparison::equal, kept, act.entitled);
    for (auto i = act.tallies_begin; i < act.tallies_end; ++i) {
        const auto& tally = case_.tallies[i];
        const auto members = of_class(act, body, tally.which);
        if (members < 0 || !differs(tally.entitled, members)) continue;
        if (!differing) show_numbers(Measure::persons, base::Comparison::equal, members, tally.entitled, class_name(body, tally.which));
        return Test::no;
    }
    return test(s_.strangers.empty() && !differing);
}

/// The counted outcome stands whatever was declared; to declare another is a breach.
Test Run::declared(const Act& act) {
    if (act.declared == cases::Declared::none) return Test::yes;
    const auto outcome = outcome_so_far(at_.attempt);
    if (outcome == verdict::Outcome::none) return Test::yes;
    if (outcome == verdict::Outcome::open) {
        open_approval_gaps();
        return Test::unknown;
    }
    return test((outcome == verdict::Outcome::carried) == (act.declared == cases::Declared::carried));
}

/// What the undetermined approval thresholds miss.
void Run::open_approval_gaps() {
    if (first_gap_ == no_gap) first_gap_ = open_gap_;
    if (trace_ == nullptr) return;
    for (const auto& finding : trace_->attempts[at_.attempt])
        if (finding.kind == RequirementKind::approval && finding.result == verdict::Result::undetermined)
            trace_->missing.insert(trace_->missing.end(), finding.missing.begin(), finding.missing.end());
}

}  // namespace guicheng::eval
