#pragma once
// The rolls of bodies: who belongs, from when until when and to which class. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

/// A number, one entry, or a list of entries and bare names.
template <class Report>
bool Reader<Report>::roll(Index key, Index i, std::size_t actor) {
    Roll& out = out_.rolls[actor];
    if (is_scalar(i)) return count_of_names(key, i, out.number);
    const auto& classes = tables_.classes[actor];
    out.entries_begin = out.entries_end = static_cast<std::uint32_t>(out_.roll_entries.size());
    bool named = false, numbered = false;
    scratch_.places.clear();
    const auto one = [&](Index item) {
        if (out_.roll_entries.size() - out.entries_begin >= limits_.names) return fail("C038", span(i), {{"key", at(key).text}});
        RollEntry made;
        if (!(is_map(item) ? roll_entry(key, item, classes, made) : person(key, item, made.person))) return false;
        if (!is_map(item)) doubt_items(key, item, true, i);
        // What was not read, or is not known, is no entry.
        if (made.person == RollEntry::nobody && (!is_map(item) || made.number == unknown_count)) return true;
        const bool by_name = made.person != RollEntry::nobody;
        named = named || by_name;
        numbered = numbered || !by_name;
        out.dated = out.dated || made.has_from || made.has_until;
        out_.roll_entries.push_back(made);
        scratch_.places.push_back(item);
        out.entries_end = static_cast<std::uint32_t>(out_.roll_entries.size());
        return !(named && numbered) || fail("C072", span(item), {{"key", at(key).text}});
    };
    if (!(is_list(i) ? items(i, one) : one(i))) return false;
    if (named && numbered) return true;
    out.by_name = named || (is_list(i) && !numbered);
    if (!members_once(key, out)) return false;
    if (out.dated) return true;
    if (out.by_name) out.number = static_cast<std::int32_t>(out.entries_end - out.entries_begin);
    if (!numbered) return true;
    const RollEntry& only = out_.roll_entries[out.entries_begin];
    out.number = only.number;
    if (only.counts_begin != only.counts_end) return true;
    out_.roll_entries.pop_back();  // as if the number alone were written
    out.entries_end = out.entries_begin;
    return true;
}

/// What kind of entry it is, by its keys; then their values.
template <class Report>
bool Reader<Report>::roll_entry(Index key, Index map, const NameTable& classes, RollEntry& out) {
    const auto& keys = key_table(Where::roll);
    KeySet seen;
    bool whole = true;
    out.number = unknown_count;
    const bool known = pairs(map, [&](Index inner, Index) {
        const auto found = keys.find(at(inner).text);
        whole = whole && found != NameTable::none;
        if (found == NameTable::none) return fail_key(Where::roll, inner, keys);
        if (seen.add(static_cast<Key>(found))) return true;
        whole = false;
        return fail_twice(inner);
    });
    if (!known || !whole) return known;
    const bool by_name = seen.has(Key::name);
    if (by_name == seen.has(Key::number)) return fail("C071", span(map), {{"key", at(key).text}});
    const Key odd = by_name ? Key::of_which : Key::classes;
    if (seen.has(odd)) return fail("C074", span(map), {{"key", key_name(odd)}, {"with", key_name(by_name ? Key::number : Key::name)}});
    if (by_name) out.number = 1;
    base::Moment from, until;
    const bool read = pairs(map, [&](Index inner, Index i) {
        switch (static_cast<Key>(keys.find(at(inner).text))) {
            case Key::name: return person(inner, i, out.person);
            case Key::number: return count(inner, i, out.number);
            case Key::from: return moment(inner, i, from, out.has_from);
            case Key::until: return moment(inner, i, until, out.has_until);
            case Key::classes: return roll_classes(inner, i, classes, out.classes);
            default: return class_counts(inner, i, classes, out);
        }
    });
    if (!read) return false;
    out.from = from.day;
    out.until = until.day;
    if (out.has_from && out.has_until && out.until < out.from)
        return fail("C030", span(map), {{"start", base::iso(out.from)}, {"end", base::iso(out.until)}});
    return true;
}

template <class Report>
bool Reader<Report>::roll_classes(Index key, Index i, const NameTable& classes, std::uint64_t& out) {
    if (absent_or_unknown(i)) return true;
    const auto one = [&](Index item) {
        if (!is_scalar(item)) return fail("C018", key, item);
        const auto found = classes.find(at(item).text);
        if (found == NameTable::none) return fail_unknown("C073", item, {&classes});
        out |= std::uint64_t{1} << (found & 63U);
        return true;
    };
    return is_list(i) ? items(i, one) : one(i);
}

/// 其中: how many of the number are of which class.
template <class Report>
bool Reader<Report>::class_counts(Index key, Index i, const NameTable& classes, RollEntry& out) {
    if (!is_map(i)) return fail_map(key, i);
    out.counts_begin = static_cast<std::uint32_t>(out_.class_counts.size());
    std::uint64_t seen = 0;
    const bool read = pairs(i, [&](Index name, Index number) {
        const auto found = classes.find(at(name).text);
        if (found == NameTable::none) return fail_unknown("C073", name, {&classes});
        const auto mine = std::uint64_t{1} << (found & 63U);
        if ((seen & mine) != 0) return fail_twice(name);
        seen |= mine;
        ClassCount made;
        made.which = static_cast<std::uint16_t>(found);
        made.number = unknown_count;
        if (!count(name, number, made.number)) return false;
        if (made.number != unknown_count) out_.class_counts.push_back(made);
        return true;
    });
    out.counts_end = static_cast<std::uint32_t>(out_.class_counts.size());
    return read;
}

/// Nobody is a member twice on one day, and no day has two numbers that begin together.
template <class Report>
bool Reader<Report>::members_once(Index key, const Roll& roll) {
    auto& order = scratch_.order;
    order.clear();
    const auto& entries = out_.roll_entries;
    for (auto entry = roll.entries_begin; entry < roll.entries_end; ++entry) order.push_back(entry);
    const auto rank = [&](std::uint32_t n) { return std::tuple(entries[n].person, entries[n].has_from, entries[n].from.number, n); };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    for (std::size_t n = 1; n < order.size(); ++n) {
        const RollEntry& before = entries[order[n - 1]];
        const RollEntry& entry = entries[order[n]];
        if (before.person != entry.person) continue;
        const base::Span place = span(scratch_.places[order[n] - roll.entries_begin]);
        if (entry.person == RollEntry::nobody) {
            if (before.has_from == entry.has_from && before.from == entry.from) return fail("C075", place, {{"key", at(key).text}});
        } else if (!entry.has_from || !before.has_until || entry.from <= before.until) {
            return fail("C037", place, {{"name", out_.text(entry.person)}, {"key", at(key).text}});
        }
    }
    return true;
}

}  // namespace guicheng::cases
