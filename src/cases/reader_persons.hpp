#pragma once
// Who took an act in hand and who signed. Part of reader.hpp.
#include "cases/reader.hpp"

namespace guicheng::cases {

/// Who takes an act in hand are few; each is held against each of another act.
inline constexpr std::size_t most_persons = 100;

/// One name or several, each kept once.
template <class Report>
bool Reader<Report>::persons(Index key, Index i, Act& act) {
    if (not_given(i)) return true;
    act.persons_begin = act.persons_end = static_cast<std::uint32_t>(out_.people.size());
    act.has_persons = true;
    if (absent_or_unknown(i)) return true;
    scratch_.people.begin(out_.texts.size());
    const auto one = [&](Index item) {
        std::uint32_t index = Act::no_text;
        if (act.persons_end - act.persons_begin >= most_persons)
            return fail("C093", span(i), {{"key", at(key).text}, {"limit", std::to_string(most_persons)}});
        if (!person(key, item, index)) return false;
        if (index == Act::no_text || !scratch_.people.mark(index)) return true;
        out_.people.push_back(index);
        act.persons_end = static_cast<std::uint32_t>(out_.people.size());
        return true;
    };
    return is_list(i) ? items(i, one) : one(i);
}

template <class Report>
bool Reader<Report>::signatures(Index key, Index list, Act& act) {
    if (not_given(list)) return true;
    act.signatures_begin = act.signatures_end = static_cast<std::uint32_t>(out_.signatures.size());
    if (!absent_or_unknown(list) && !is_list(list)) return fail("C019", key, list);
    act.has_signatures = true;
    if (!is_list(list)) return true;
    const bool read = items(list, [&](Index i) {
        if (out_.signatures.size() - act.signatures_begin >= limits_.names) return fail("C038", span(list), {{"key", at(key).text}});
        if (!is_map(i)) return fail_map(key, i);
        Signature made;
        if (!signature(i, made)) return false;
        out_.signatures.push_back(made);
        return true;
    });
    act.signatures_end = static_cast<std::uint32_t>(out_.signatures.size());
    return read;
}

template <class Report>
bool Reader<Report>::signature(Index map, Signature& out) {
    KeysMet seen;
    const bool read = known_pairs(Where::signature, key_table(Where::signature), map, seen, [&](Key which, Index key, Index i) {
        switch (which) {
            case Key::office: {
                if (!person(key, i, out.office_text)) return false;
                if (out.office_text == Signature::nobody) return true;
                const auto office = tables_.actors.find(at(i).text);
                if (office < foreign) out.office.value = static_cast<std::uint16_t>(office);
                if (office == NameTable::none) warn_if_near("C101", i, tables_.actors);
                return true;
            }
            case Key::persons: return absent_or_unknown(i) || person(key, i, out.person);
            case Key::date: {
                base::Moment when;
                if (!moment(key, i, when, out.dated)) return false;
                out.day = when.day;
                return true;
            }
            default: return word(i, Words::boolean, out.seal);
        }
    });
    if (!read) return false;
    return seen.has(Key::office) || seen.misspelt || fail("C092", span(map));
}

}  // namespace guicheng::cases
