#pragma once
// Ballots one by one (票). Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
bool Reader<Report>::ballots(Index key, Index list, Act& act) {
    if (not_given(list)) return true;
    act.ballots_begin = act.ballots_end = static_cast<std::uint32_t>(out_.ballots.size());
    if (absent_or_unknown(list)) {
        act.has_ballots = true;
        return true;
    }
    if (!is_list(list)) return fail_ballots(key, list);
    act.has_ballots = true;
    const bool read = items(list, [&](Index i) {
        if (out_.ballots.size() - act.ballots_begin >= limits_.names) return fail("C038", span(list), {{"key", at(key).text}});
        if (!is_map(i)) return fail_map(key, i);
        Ballot made;
        if (!ballot(i, made)) return false;
        out_.ballots.push_back(made);
        return true;
    });
    act.ballots_end = static_cast<std::uint32_t>(out_.ballots.size());
    return read;
}

/// { 张三: 赞成, 李四: 反对 } says all that a list of ballots would.
template <class Report>
bool Reader<Report>::fail_ballots(Index key, Index i) {
    if constexpr (careful) {
        const auto entry = report_.error("C019", span(i), {{"key", at(key).text}, {"found", shown(i)}});
        std::vector<std::pair<const Token*, const Token*>> votes;
        const auto is_vote = [&](Index vote) { return is_scalar(vote) && word_table(Words::vote).find(at(vote).text) != NameTable::none; };
        bool all = is_map(i);
        if (all)
            pairs(i, [&](Index who, Index vote) {
                all = all && is_vote(vote);
                votes.emplace_back(&at(who), &at(vote));
                return true;
            });
        if (all && !votes.empty()) report_.offer_ballots(entry, span(i), at(key), votes, key_in_file(Key::who), key_in_file(Key::vote));
    }
    return go_on();
}

template <class Report>
bool Reader<Report>::ballot(Index map, Ballot& out) {
    KeysMet seen;
    const bool read = known_pairs(Where::ballot, tables_.ballot_keys, map, seen, [&](Key which, Index key, Index i) {
        switch (which) {
            case Key::who: return person(key, i, out.person);
            case Key::vote: return word(i, Words::vote, out.vote);
            case Key::way: return word(i, Words::way, out.way);
            default: return absent_or_unknown(i) || person(key, i, out.holder);
        }
    });
    if (!read) return false;
    return seen.has(Key::who) || seen.misspelt || fail("C043", span(map));
}

}  // namespace guicheng::cases
