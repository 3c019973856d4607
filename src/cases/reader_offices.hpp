#pragma once
// Who held which office and what was delegated to whom. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

/// Of one office and one person: all of them are looked at for each act.
inline constexpr std::size_t most_periods = 64;

/// An office that the rule does not know is none of its business: the list may serve several rules.
template <class Report>
bool Reader<Report>::holder(Index key, Index i, const NameTable& offices, model::ActorId& out) {
    if (!is_scalar(i)) return fail("C018", key, i);
    const auto found = offices.find(at(i).text);
    if (found < foreign) out.value = static_cast<std::uint16_t>(found);
    if (found == NameTable::none) warn_if_near("C101", i, offices);
    return true;
}

template <class Report>
bool Reader<Report>::days_of(Index map, Key which, Index key, Index i, Office& out) {
    base::Moment day;
    if (!moment(key, i, day, which == Key::from ? out.has_from : out.has_until)) return false;
    (which == Key::from ? out.from : out.until) = day.day;
    if (!out.has_from || !out.has_until || out.from <= out.until) return true;
    return fail("C030", span(map), {{"start", base::iso(out.from)}, {"end", base::iso(out.until)}});
}

template <class Report>
bool Reader<Report>::offices(Index key, Index list) {
    const bool read = items(list, [&](Index i) {
        if (out_.offices.size() >= limits_.names) return fail("C038", span(list), {{"key", at(key).text}});
        if (!is_map(i)) return fail_map(key, i);
        Office made;
        if (!office(key, i, made)) return false;
        if (made.office) out_.offices.push_back(made);
        return true;
    });
    if (!read) return false;
    const auto rank = [](const Office& it) { return std::tuple(it.office.value, it.person); };
    const auto place = [&](const Office& it) {
        return std::tuple_cat(rank(it), std::tuple(it.has_from, it.from.number, it.has_until, it.until.number));
    };
    std::sort(out_.offices.begin(), out_.offices.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (std::size_t i = most_periods; i < out_.offices.size(); ++i)
        if (rank(out_.offices[i]) == rank(out_.offices[i - most_periods]))
            return fail("C094", span(list), {{"key", at(key).text}, {"limit", std::to_string(most_periods)}});
    return true;
}

template <class Report>
bool Reader<Report>::office(Index list_key, Index map, Office& out) {
    KeysMet seen;
    bool named = false;
    const bool read = known_pairs(Where::office, key_table(Where::office), map, seen, [&](Key which, Index key, Index i) {
        if (which == Key::office) return holder(key, i, tables_.actors, out.office);
        if (which == Key::persons) return named = true, person(key, i, out.person);
        return days_of(map, which, key, i, out);
    });
    if (!read) return false;
    if ((seen.has(Key::office) && named) || seen.misspelt) return true;
    return fail("C095", span(map), {{"key", at(list_key).text}, {"needed", key_name(named ? Key::office : Key::persons)}});
}

template <class Report>
bool Reader<Report>::delegations(Index key, Index list) {
    const bool read = items(list, [&](Index i) {
        if (out_.delegations.size() >= limits_.names) return fail("C038", span(list), {{"key", at(key).text}});
        if (!is_map(i)) return fail_map(key, i);
        Delegation made;
        if (!delegation(key, i, made)) return false;
        if (made.given.office) out_.delegations.push_back(made);
        return true;
    });
    if (!read) return false;
    const auto rank = [](const Delegation& it) { return std::tuple(it.given.office.value, it.given.person); };
    const auto place = [&](const Delegation& it) {
        const auto& given = it.given;
        const std::tuple days(given.has_from, given.from.number, given.has_until, given.until.number);
        return std::tuple_cat(rank(it), days, std::tuple(it.steps_begin, it.steps_end, it.has_limit, it.limit));
    };
    std::sort(out_.delegations.begin(), out_.delegations.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    for (std::size_t i = most_periods; i < out_.delegations.size(); ++i)
        if (rank(out_.delegations[i]) == rank(out_.delegations[i - most_periods]))
            return fail("C094", span(list), {{"key", at(key).text}, {"limit", std::to_string(most_periods)}});
    return true;
}

template <class Report>
bool Reader<Report>::delegation(Index list_key, Index map, Delegation& out) {
    KeysMet seen;
    const bool read = known_pairs(Where::delegation, key_table(Where::delegation), map, seen, [&](Key which, Index key, Index i) {
        switch (which) {
            case Key::by: return holder(key, i, tables_.actors, out.given.office);
            case Key::given_to: return person(key, i, out.given.person);
            case Key::steps: return delegated(key, i, out);
            case Key::at_most: {
                Value limit;
                if (!value(key, FieldSlot{model::Type::money, nullptr}, i, limit)) return false;
                out.has_limit = limit.known;
                out.limit = limit.v;
                return true;
            }
            default: return days_of(map, which, key, i, out.given);
        }
    });
    if (!read) return false;
    if ((seen.has(Key::by) && seen.has(Key::given_to)) || seen.misspelt) return true;
    return fail("C095", span(map), {{"key", at(list_key).text}, {"needed", key_name(seen.has(Key::by) ? Key::given_to : Key::by)}});
}

/// 事: the steps that it covers; of other rules' steps nothing is known here.
template <class Report>
bool Reader<Report>::delegated(Index key, Index i, Delegation& out) {
    if (not_given(i)) return true;
    out.every_step = false;
    out.steps_begin = out.steps_end = static_cast<std::uint32_t>(out_.delegated_steps.size());
    if (absent_or_unknown(i)) return true;
    scratch_.fields.begin(tables_.procedure.steps.size());
    const auto one = [&](Index item) {
        if (!is_scalar(item)) return fail("C018", key, item);
        const auto found = tables_.steps.names.find(at(item).text);
        if (found == NameTable::none) warn_if_near("C107", item, tables_.steps.names);
        if (found >= foreign || !scratch_.fields.mark(found)) return true;
        out_.delegated_steps.push_back(model::StepId{static_cast<std::uint16_t>(found)});
        out.steps_end = static_cast<std::uint32_t>(out_.delegated_steps.size());
        return true;
    };
    return is_list(i) ? items(i, one) : one(i);
}

}  // namespace guicheng::cases
