#pragma once
// 分计: the counts of a meeting by classes of its members. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

template <class Report>
bool Reader<Report>::tallies(Index key, Index map, Act& act) {
    if (anything_ || not_given(map)) return true;
    const auto body = act.kind == ActKind::step ? tables_.procedure.step(act.step).body : model::ActorId{};
    if (!body || tables_.procedure.actors[body.index()].classes.empty()) return fail("C080", at(key).span, {{"key", at(key).text}});
    if (!is_map(map)) return fail_map(key, map);
    const auto& classes = tables_.classes[body.index()];
    act.tallies_begin = static_cast<std::uint32_t>(out_.tallies.size());
    std::uint64_t seen = 0;
    const bool read = pairs(map, [&](Index name, Index counts) {
        const auto found = classes.find(at(name).text);
        if (found == NameTable::none) return fail_unknown("C073", name, {&classes});
        const auto mine = std::uint64_t{1} << (found & 63U);
        if ((seen & mine) != 0) return fail_twice(name);
        seen |= mine;
        ClassTally made;
        made.which = static_cast<std::uint16_t>(found);
        if (!tally(name, counts, made)) return false;
        out_.tallies.push_back(made);
        return true;
    });
    act.tallies_end = static_cast<std::uint32_t>(out_.tallies.size());
    std::sort(out_.tallies.begin() + act.tallies_begin, out_.tallies.end(),
              [](const ClassTally& a, const ClassTally& b) { return a.which < b.which; });
    return read;
}

template <class Report>
bool Reader<Report>::tally(Index name, Index map, ClassTally& out) {
    if (not_given(map)) return true;
    if (!is_map(map)) return fail_map(name, map);
    KeysMet seen;
    return known_pairs(Where::tally, key_table(Where::tally), map, seen, [&](Key which, Index key, Index i) {
        switch (which) {
            case Key::entitled: return count(key, i, out.entitled);
            case Key::present: return count(key, i, out.present);
            case Key::yes: return count(key, i, out.yes);
            case Key::no: return count(key, i, out.no);
            case Key::abstain: return count(key, i, out.abstain);
            case Key::other: return count(key, i, out.other);
            case Key::spoiled: return count(key, i, out.spoiled);
            default: return count(key, i, out.registered);
        }
    });
}

}  // namespace guicheng::cases
